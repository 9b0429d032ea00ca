"""What went wrong is logged, shown once, and never keeps the window from opening."""

import faulthandler
import logging

import pytest

from planner.app.diagnostics import Diagnostics


@pytest.fixture
def restored():
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    yield
    for handler in logging.getLogger().handlers[:]:
        if handler not in handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
    logging.getLogger().setLevel(level)
    faulthandler.enable()


@pytest.mark.expected_log("unexpected")
def test_an_unexpected_exception_is_logged_and_shown(tmp_path, restored):
    shown: list[str] = []
    diagnostics = Diagnostics(tmp_path / "log", shown.append)
    fault = LookupError("the seat is gone")
    diagnostics.caught(type(fault), fault, fault.__traceback__)
    assert "the seat is gone" in shown[0]
    assert "the seat is gone" in (tmp_path / "log" / "planner.log").read_text()
    diagnostics.close()


@pytest.mark.expected_log("unexpected")
def test_a_fault_while_a_fault_is_shown_opens_no_second_dialog(tmp_path, restored):
    shown: list[str] = []

    def show(text: str) -> None:
        shown.append(text)
        diagnostics.caught(ValueError, ValueError("again"), None)

    diagnostics = Diagnostics(tmp_path, show)
    diagnostics.caught(ValueError, ValueError("first"), None)
    assert len(shown) == 1
    diagnostics.close()


@pytest.mark.expected_log("no log is kept")
def test_a_folder_that_cannot_be_written_costs_the_log_only(tmp_path, restored):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert Diagnostics(blocked / "log", print).log_path is None


def test_a_long_log_starts_anew_and_keeps_the_old_one(tmp_path, restored):
    (tmp_path / "planner.log").write_text("x" * 1_000_001)
    diagnostics = Diagnostics(tmp_path, print)
    assert (tmp_path / "planner.old.log").stat().st_size == 1_000_001
    diagnostics.close()
