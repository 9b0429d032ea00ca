"""A driver for journeys: the whole program in one window, with real mouse and key events, in sentences."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.application import make_program
from planner.app.document import Document
from planner.app.moving.workbench import Workbench
from planner.app.settings import REDUCED_MOTION, THEME, Settings
from planner.app.start.getting_started import CARD_CLOSED
from planner.app.theme import ThemeChoice
from planner.app.window.main_window import MainWindow
from planner.domain import Seat, outline
from planner.messages import Gain, message

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_MODIFIER_KEYS = {CTRL: Qt.Key.Key_Control, SHIFT: Qt.Key.Key_Shift}


class Planner:
    """The program as somebody at mouse and keyboard meets it."""

    def __init__(self, qtbot: QtBot, folder: Path, *, theme: ThemeChoice = ThemeChoice.LIGHT) -> None:
        self._qtbot = qtbot
        settings = Settings(folder / "settings.json")
        settings.set(REDUCED_MOTION, "on")
        settings.set(THEME, theme.value)
        settings.set(CARD_CLOSED, value=True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.program = make_program(application, settings=settings, documents=folder)
        self.window: MainWindow = self.program.new_window()
        qtbot.addWidget(self.window, before_close_func=lambda window: self._forget_changes())

    def opens(self, layout: str, *, size: tuple[int, int] = (1440, 900)) -> "Planner":
        """Open a plan that is written as an outline."""
        document = Document(outline.parse(layout), pack=self.program.pack)
        self.window.resize(*size)
        self.window.show_document(document)
        self._qtbot.waitExposed(self.window)
        assert self.window.page is not None  # asked for, and so complete
        QApplication.processEvents()
        return self

    def opens_another(self, layout: str) -> "Planner":
        """Open a plan in a window of its own."""
        self.window = self.program.new_window()
        self._qtbot.addWidget(self.window, before_close_func=lambda window: self._forget_changes())
        return self.opens(layout)

    # What there is

    @property
    def document(self) -> Document:
        document = self.window.document
        assert document is not None, "no plan is open"
        return document

    @property
    def bench(self) -> Workbench:
        """Canvas, bench and gesture of the open plan."""
        page = self.window.page
        assert page is not None, "no plan is open"
        return page.parts.workbench

    @property
    def score(self) -> float:
        total = self.document.review.score.total
        assert total is not None, "nothing to score"
        return total

    @property
    def status(self) -> str:
        page = self.window.page
        assert page is not None
        return page.status.text

    @property
    def undo_name(self) -> str:
        return str(self.document.undo_label or "")

    def seat(self, name: str) -> Seat:
        return self.document.scenario.seats[name]

    def holder(self, name: str) -> str | None:
        """Who sits in a seat, by name."""
        person = self.document.project.people.get(self.seat(name).person)
        return person.name if person is not None else None

    def seats_of(self, person: str) -> list[str]:
        """``Fraud Shield: data-engineer 50%`` for each seat of a person."""
        scenario, people = self.document.scenario, self.document.project.people
        return [
            f"{scenario.teams[seat.team].name}: {seat.function} {round((seat.share or 0) * 100)}%"
            for seat in scenario.seats
            if seat.person is not None and people[seat.person].name == person
        ]

    # Where it is seen

    def place(self, what: str) -> QPoint:
        """The middle of a seat's card, a bench card, a team's header, the bench or the empty canvas."""
        if what == "the bench":
            return self._middle(self._on_screen(self.bench.bench.rect(), self.bench.bench))
        if what == "empty canvas":
            return self._empty_canvas()
        canvas = self.bench.canvas
        for kind in ("seat", "team"):
            rect = canvas.scene.rect_of((kind, what))
            if rect is not None and kind == "seat":
                return self._middle(canvas.to_screen(rect))
            if rect is not None:
                header = canvas.scene.placement.teams[what].header
                return self._middle(canvas.to_screen(header))
        found = self.bench.bench.list.rect_of(what)
        assert found is not None, f"{what} is not on the bench"
        return self._middle(found)

    def _empty_canvas(self) -> QPoint:
        canvas = self.bench.canvas
        port = canvas.viewport().rect()
        for y in range(port.height() - 80, 40, -20):
            for x in range(60, port.width() - 60, 20):
                if canvas.hit(QPoint(x, y)).team is None:
                    return self.window.mapFromGlobal(canvas.viewport().mapToGlobal(QPoint(x, y)))
        raise AssertionError("the canvas has no empty place")

    def _on_screen(self, rect: QRect, widget: object) -> QRect:
        return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())  # type: ignore[attr-defined]

    def _middle(self, on_screen: QRect) -> QPoint:
        return self.window.mapFromGlobal(on_screen.center())

    # What hands do

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def clicks(self, what: str | QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        at = self.place(what) if isinstance(what, str) else what
        QTest.mouseMove(self.handle, at)
        QTest.mouseClick(self.handle, Qt.MouseButton.LeftButton, modifiers, at)

    def right_clicks(self, what: str) -> None:
        """Ask for the menu of something on the canvas; Qt makes this event of a right click."""
        at, port = self.place(what), self.bench.canvas.viewport()
        on_screen = self.window.mapToGlobal(at)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(port, QContextMenuEvent(reason, port.mapFromGlobal(on_screen), on_screen))

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.handle, key, modifiers)

    def types(self, text: str) -> None:
        """Type letters; those with an accent come from an input method, as they do on most keyboards."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.handle, letter)
                continue
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(self.window.focusWidget(), composed)

    def hovers(self, what: str) -> None:
        QTest.mouseMove(self.handle, self.place(what) + QPoint(3, 3))
        QTest.mouseMove(self.handle, self.place(what))

    def turns_wheel(self, what: str, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        at = self.place(what)
        port = self.bench.canvas.viewport()
        on_port = port.mapFrom(self.window, at)
        event = QWheelEvent(
            QPointF(on_port),
            QPointF(self.window.mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    def undoes(self) -> None:
        self.presses(Qt.Key.Key_Z, CTRL)

    def redoes(self) -> None:
        self.presses(Qt.Key.Key_Y, CTRL)

    def drag(self, who: str) -> "Drag":
        """Take hold of a card: of a seat by its id, or of a person on the bench by name."""
        return Drag(self, self._qtbot, self.place(who))

    def waits_for_the_score(self) -> None:
        self._qtbot.waitUntil(lambda: self.bench.gesture.preview is not None, timeout=3000)

    def focuses_the_canvas(self, key: tuple[str, str]) -> None:
        self.bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        self.bench.selection.select(key)

    def _forget_changes(self) -> None:
        if self.window.document is not None:
            self.bench.gesture.cancel()
            self.window.document.mark_saved(Path("forgotten.teamplan"))


class Drag:
    """One drag from the press to the release."""

    def __init__(self, planner: Planner, qtbot: QtBot, start: QPoint) -> None:
        self._planner, self._at = planner, start
        QTest.mouseMove(planner.handle, start)
        QTest.mousePress(planner.handle, Qt.MouseButton.LeftButton, NONE, start)
        for step in (4, 12, 24):
            QTest.mouseMove(planner.handle, start + QPoint(step, step // 4))
        self._held: Qt.KeyboardModifier = NONE

    def over(self, what: str) -> "Drag":
        """Hold the person over something."""
        return self.over_point(self._planner.place(what))

    def over_point(self, at: QPoint) -> "Drag":
        """Hold what is carried over a point of the window."""
        self._at = at
        QTest.mouseMove(self._planner.handle, at - QPoint(6, 2))
        QTest.mouseMove(self._planner.handle, at)
        return self

    def at_the_left_edge_of_the_canvas(self) -> "Drag":
        """Hold the person close beside the bench, where a carried card makes the canvas scroll."""
        port = self._planner._on_screen(
            self._planner.bench.canvas.viewport().rect(), self._planner.bench.canvas
        )
        self._at = QPoint(port.left() + 8, port.center().y())
        QTest.mouseMove(self._planner.handle, self._at)
        return self

    def holding(self, modifier: Qt.KeyboardModifier) -> "Drag":
        """Press Ctrl or Shift and keep it down."""
        QTest.keyPress(self._planner.handle, _MODIFIER_KEYS[modifier], modifier)
        self._held = modifier
        return self

    def letting_go_of_keys(self) -> "Drag":
        QTest.keyRelease(self._planner.handle, _MODIFIER_KEYS[self._held], NONE)
        self._held = NONE
        return self

    @property
    def badge(self) -> str:
        """What the badge says once the score is known; a refusal says its reason at once."""
        found = self._planner.bench.gesture.outcome
        if found is not None and found.edit is not None:
            self._planner.waits_for_the_score()
        return self._planner.bench.overlay.badge_words

    def drop(self) -> None:
        QTest.mouseRelease(self._planner.handle, Qt.MouseButton.LeftButton, self._held, self._at)
        if self._held != NONE:
            QTest.keyRelease(self._planner.handle, _MODIFIER_KEYS[self._held], NONE)

    def escape(self) -> None:
        QTest.keyClick(self._planner.handle, Qt.Key.Key_Escape)
        QTest.mouseRelease(self._planner.handle, Qt.MouseButton.LeftButton, NONE, self._at)


def badge(words: str, change: float) -> str:
    """A badge with words and a change of the total, as it is written."""
    return str(message("{words} {gain}", words=words, gain=Gain(change)))


@pytest.fixture
def planner(qtbot: QtBot, tmp_path: Path) -> Planner:
    return Planner(qtbot, tmp_path)
