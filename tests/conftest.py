"""What holds for every test: no screen, no network, no stray warning or log line, the same random choices."""

import logging
import os
import socket
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("search", parent=settings.get_profile("ci"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def _forbid_the_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6}:
        raise AssertionError("the planner works offline: a test opened a network socket")


sys.addaudithook(_forbid_the_network)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_stray_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse which no ``expected_log`` mark announces."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    expected = [mark.args[0] for mark in request.node.iter_markers("expected_log")]
    stray = [line for line in collector.lines if not any(text in line for text in expected)]
    assert not stray, f"stray log lines: {stray}"


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test() -> Iterator[None]:
    """Delete what a test left on the screen: a theme or a text size dresses every widget that there is.

    The application's own look goes too, so that no test meets the text size of the one before.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    if application is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QFontDatabase

    for left in application.topLevelWidgets():
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if application.styleSheet():
        application.setStyleSheet("")
    application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
