"""A stage is the whole program on a folder of its own, set up for one picture, with hands to use it.

Nothing is drawn for the occasion: events go in as from mouse and keyboard, and the window is grabbed.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Self

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.application import make_program
from planner.app.document import Document
from planner.app.files.opening import OpenedFile, RosterNamed, open_file
from planner.app.moving.workbench import Workbench
from planner.app.pictures.setting import Setting
from planner.app.preferences.opening import OpensSettings
from planner.app.settings import REDUCED_MOTION, TEXT_SIZE, THEME, Settings
from planner.app.window.main_window import MainWindow
from planner.app.window.plan_page import PlanPage

_PATIENCE: Final = 20.0
"""Seconds that a picture waits for what has to be there."""
_TURNS: Final = 12
"""Layouts, deferred parts and first paints each take a turn."""


class Stage:
    """One window, shown off screen; ``folder`` is its own, for what a scene needs."""

    def __init__(self, application: QApplication, folder: Path, setting: Setting) -> None:
        self._application, self.folder = application, folder
        settings = Settings(folder / "settings.json")
        settings.set(THEME, setting.theme)
        settings.set(TEXT_SIZE, setting.text)
        settings.set(REDUCED_MOTION, "on")
        documents = folder / "Documents"
        documents.mkdir()
        self.program = make_program(application, settings=settings, documents=documents)
        self.window: MainWindow = self.program.new_window()
        self.window.resize(*setting.size)
        try:
            self._set(setting)
        except Exception:
            self.__exit__()  # else the window stands in all pictures that follow
            raise

    def _set(self, setting: Setting) -> None:
        if setting.plan is not None:
            opened = open_file(setting.plan)
            if isinstance(opened, RosterNamed):
                raise ValueError(f"{setting.plan} is no plan")
            self.window.files.show_project(opened, is_saved=True)
            self.rest()
        else:
            self.wait_for(lambda: self.window.start.is_ready)
        self.window.setFocus()  # no ring of a keyboard that nobody has used
        self.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        self.program.work.wait()
        document = self.window.document
        if document is not None and document.is_edited:
            document.mark_saved(Path("not kept.teamplan"))
        self.window.close()
        self.settle()

    # What there is

    @property
    def document(self) -> Document:
        """The open plan."""
        if self.window.document is None:
            raise LookupError("no plan is open")
        return self.window.document

    @property
    def page(self) -> PlanPage:
        """Everything below the menu bar."""
        if self.window.page is None:
            raise LookupError("no plan is open")
        return self.window.page

    @property
    def bench(self) -> Workbench:
        """Canvas and bench."""
        return self.page.parts.workbench

    def open(self, project: OpenedFile) -> None:
        """Show a plan that no file holds."""
        self.window.files.show_project(project, is_saved=True)
        self.settle()

    def settings_dialog(self) -> QWidget:
        """The Settings dialog, not shown yet."""
        window, program = self.window, self.program
        return OpensSettings(window, program.look, window.actions_table, program.preferences).dialog()

    def seat(self, team: str, place: int) -> str:
        """The id of a seat by its team's name, counted from 0."""
        scenario = self.document.scenario
        return [seat.id for seat in scenario.seats if scenario.teams[seat.team].name == team][place]

    def vacant(self) -> str:
        """The id of the first vacant seat."""
        return next(seat.id for seat in self.document.scenario.seats if not seat.is_filled)

    def person(self, name: str) -> str:
        """The id of a person by their name."""
        return next(person.id for person in self.document.project.people if person.name == name)

    def team(self, name: str) -> str:
        """The id of a team by its name."""
        return next(team.id for team in self.document.scenario.teams if team.name == name)

    # What hands do

    def act(self, command: str) -> None:
        """Choose a command of a menu by its id."""
        action = self.window.actions_table[command]
        if not action.isEnabled():
            raise LookupError(f"{command} cannot be chosen now")
        action.trigger()
        self.settle()

    def hover(self, seat: str) -> None:
        """Hold the pointer over a seat."""
        at = self._seat_place(seat)
        QTest.mouseMove(self._handle, at + QPoint(3, 3))
        QTest.mouseMove(self._handle, at)
        self.settle()

    def click(self, seat: str) -> None:
        """Click on a seat."""
        self.hover(seat)
        QTest.mouseClick(self._handle, Qt.MouseButton.LeftButton, pos=self._seat_place(seat))
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self._handle, key)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters."""
        for letter in text:
            QTest.keyClick(self._handle, Qt.Key(ord(letter.upper())))
        self.settle()

    def tab_to_canvas(self, key: tuple[str, str]) -> None:
        """Let the keyboard be on something of the chart."""
        self.bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        self.bench.selection.move_focus(key)
        self.settle()

    def drag(self, person: str, seat: str) -> None:
        """Drag a person from the bench over a seat, and wait for what it does to the score."""
        card = self.bench.bench.list.rect_of(person)
        if card is None:
            raise LookupError("the person is not on the bench")
        start, end = self._on_window(card), self._seat_place(seat)
        QTest.mouseMove(self._handle, start)
        QTest.mousePress(self._handle, Qt.MouseButton.LeftButton, pos=start)
        for at in (start + QPoint(6, 2), start + QPoint(24, 6), end - QPoint(6, 2), end):
            QTest.mouseMove(self._handle, at)
        self.wait_for(self._is_answered)

    def _is_answered(self) -> bool:
        gesture = self.bench.gesture
        is_refused = gesture.outcome is not None and gesture.outcome.refusal is not None
        return is_refused or gesture.preview is not None

    def let_go(self) -> None:
        """Give up what is dragged."""
        QTest.keyClick(self._handle, Qt.Key.Key_Escape)
        QTest.mouseRelease(self._handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        self.settle()

    def zoom(self, percent: int) -> None:
        """Zoom in the middle of the top."""
        canvas = self.bench.canvas
        canvas.zoom_to(canvas.unit * percent / 100, QPoint(canvas.viewport().width() // 2, 40))
        self.settle()

    # Waiting and taking

    def settle(self) -> None:
        """Let the window come to rest."""
        for _ in range(_TURNS):
            self._application.processEvents()
        self._application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def rest(self) -> None:
        """Wait for the best next move, which is looked for when nothing else happens."""
        panel = self.page.parts.panel
        if panel.isVisible():
            self.wait_for(lambda: not panel.is_looking)

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; TimeoutError when it does not in a while."""
        until = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > until:
                raise TimeoutError("the window did not come to what the picture shows")
            self._application.processEvents()
            time.sleep(0.005)
        self.settle()

    def take(self, above: QWidget | None = None) -> QPixmap:
        """The window as it is seen; ``above`` is a dialog or menu over its middle."""
        picture = self.window.grab()
        if above is not None:
            above.show()
            self.settle()
        painter = QPainter(picture)
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible() and (widget is above or widget.isWindow()):
                x = (self.window.width() - widget.width()) // 2
                painter.drawPixmap(x, max(40, (self.window.height() - widget.height()) // 2), widget.grab())
        painter.end()
        return picture

    @property
    def _handle(self) -> QWindow:
        handle = self.window.windowHandle()
        if handle is None:
            raise LookupError("the window is not shown")
        return handle

    def _seat_place(self, seat: str) -> QPoint:
        canvas = self.bench.canvas
        canvas.reveal(("seat", seat))
        rect = canvas.scene.rect_of(("seat", seat))
        if rect is None:
            raise LookupError("the seat is not on the chart")
        return self._on_window(canvas.to_screen(rect))

    def _on_window(self, on_screen: QRect) -> QPoint:
        return self.window.mapFromGlobal(on_screen.center())
