"""A window that closed is gone: nothing in the program, in Qt's connections or in a circle holds it."""

import gc
from collections import Counter
from itertools import chain

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid
from tests.app.shell.conftest import LAYOUT, Scripted

from planner.app.application import Program
from planner.app.files.asking import Answer
from planner.app.files.opening import OpenedFile
from planner.app.window.main_window import MainWindow
from planner.domain import outline

_COMMANDS = (
    ("scenario.duplicate", "scenario.compare", "scenario.compare"),
    ("scenario.structures", "scenario.context", "plan.details"),
    ("view.agreements", "view.outline", "view.next-finding", "help.getting-started"),
    ("edit.palette", "edit.find", "edit.find-bench", "plan.add-person"),
    ("plan.add-squad", "edit.history", "edit.undo", "edit.redo"),
    ("canvas.all", "canvas.copy", "canvas.cut"),
    ("view.theme-dark", "view.theme-light", "view.presentation"),
)
"""What opens popovers, screens, panels and modes; the last ones stay open as the window closes."""


class _Discards(Scripted):
    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        return Answer.DISCARD


@pytest.fixture
def other(program: Program) -> MainWindow:
    """A window that stays open: a program without windows would end."""
    window = program.new_window()
    window.files.asking = _Discards(window, program.look)
    return window


def _settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _ours() -> Counter[str]:
    """How many there are of each class of ours that Qt knows."""
    gc.collect()
    kinds = (type(each) for each in gc.get_objects() if isinstance(each, QObject))
    return Counter(kind.__qualname__ for kind in kinds if kind.__module__.startswith("planner."))


def _opens_and_closes(program: Program, commands: tuple[str, ...] | None) -> None:
    """Use a window for these commands, for nothing, or only for its start screen."""
    window = program.new_window()
    window.files.asking = _Discards(window, program.look)
    if commands is not None:
        window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=False)
    for command in commands or ():
        window.actions_table[command].trigger()
        _settle()
    window.close()
    program.work.wait()
    program.deliver()
    _settle()


def _left_by(program: Program, commands: tuple[str, ...] | None) -> Counter[str]:
    """What a second window leaves; the first makes what the program keeps for all."""
    _opens_and_closes(program, commands)
    before = _ours()
    _opens_and_closes(program, commands)
    return _ours() - before


@pytest.mark.usefixtures("other")
def test_a_start_screen_leaves_nothing_when_it_closes(program: Program) -> None:
    assert not _left_by(program, None)


@pytest.mark.usefixtures("other")
def test_a_plan_leaves_nothing_when_its_window_closes(program: Program) -> None:
    assert not _left_by(program, ())


@pytest.mark.usefixtures("other")
def test_a_window_leaves_nothing_of_all_that_was_opened_in_it(program: Program) -> None:
    assert not _left_by(program, tuple(chain.from_iterable(_COMMANDS)))


@pytest.mark.usefixtures("other")
def test_a_window_may_close_while_somebody_is_carried(program: Program) -> None:
    window = program.new_window()
    window.files.asking = _Discards(window, program.look)
    window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=False)
    assert window.page is not None
    bench = window.page.parts.workbench
    bench.open_move_to("Karin Voss")
    assert bench.gesture.carried is not None
    window.close()
    _settle()
    assert not isValid(bench.gesture)


@pytest.mark.parametrize("command", ["help.keys", "help.about", "edit.settings"])
def test_a_dialog_is_gone_when_it_was_closed(window: MainWindow, command: str) -> None:
    before = window.findChildren(QDialog)
    QTimer.singleShot(0, window, _close_dialog)
    window.actions_table[command].trigger()
    _settle()
    assert window.findChildren(QDialog) == before


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
