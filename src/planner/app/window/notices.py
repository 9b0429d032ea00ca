"""Notices tell under the toolbar what happened to a file, why, and what to do; nothing has to be answered."""

from collections.abc import Callable
from enum import IntEnum
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.app.controls import Kind, label, make_button, make_tool_button
from planner.app.controls.labels import name_for_readers
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12, TARGET_LEAST
from planner.errors import PlannerError
from planner.typography.scale import SMALL

_MARKS: Final = {"problem": ("octagon", "problem"), "warning": ("triangle", "warning-icon")}
"""Icon and colour of a tone: a shape of its own tells each without the colour."""


class Offer(NamedTuple):
    """A button beside a notice: what it says, and what it does."""

    words: str
    does: Callable[[], object]


class Lane(IntEnum):
    """What a notice is about; one of each lane is shown, the latest, in this order from the top."""

    SAFETY = 0
    """Edits are not kept safe."""
    RECOVERY = 1
    """Work that a session left behind."""
    FILE = 2
    """How the document and its file stand."""
    OPENING = 3
    """A file that is being read."""
    EVENT = 4
    """Everything else that happened."""


class Notices(QWidget):
    """The place of notices; what is told in one lane takes nothing away from another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: dict[Lane, tuple[QWidget, str]] = {}
        self._focused_before: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember_focus)

    @property
    def text(self) -> str:
        """The sentence that is shown, the latest of several, empty when there is none."""
        return next((words for _frame, words in reversed(self._shown.values())), "")

    def text_of(self, lane: Lane) -> str:
        """The sentence of a lane, empty when there is none."""
        return self._shown[lane][1] if lane in self._shown else ""

    def refuse(self, refusal: PlannerError, *offers: Offer) -> None:
        """Say why something was not done; what is behind it opens as details."""
        self.tell(str(refusal), *offers, tone="problem", detail=refusal.detail)

    def tell(
        self,
        words: str,
        *offers: Offer,
        tone: str = "note",
        detail: str = "",
        lane: Lane = Lane.EVENT,
        passes: bool = False,
    ) -> None:
        """Show a sentence in a tone: note, warning or problem; what ``passes`` goes at the next action."""
        self.clear(lane)
        above = sum(other < lane for other in self._shown)
        frame = self._frame(words, offers, tone=tone, detail=detail, lane=lane)
        self._column.insertWidget(above, frame)
        frame.show()
        self._shown[lane] = (frame, words)
        if passes:
            self._clear_at_next_action(frame, lane)

    def clear(self, lane: Lane = Lane.EVENT) -> None:
        """Take a notice away."""
        if lane in self._shown:
            frame, _words = self._shown.pop(lane)
            self._give_focus_back(frame)
            frame.hide()
            frame.deleteLater()

    def _clear_at_next_action(self, frame: QWidget, lane: Lane) -> None:
        from planner.app.window.next_action import NextAction

        action = NextAction(self.window(), frame)
        # Later, when what was done has reached its widget: the page moves when a notice goes.
        action.came.connect(lambda: QTimer.singleShot(0, frame, lambda: self._clear_if(frame, lane)))

    def _clear_if(self, frame: QWidget, lane: Lane) -> None:
        if lane in self._shown and self._shown[lane][0] is frame:
            self.clear(lane)

    def _remember_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        is_coming = now is not None and self.isAncestorOf(now)
        if is_coming and before is not None and not self.isAncestorOf(before):
            self._focused_before = before

    def _give_focus_back(self, frame: QWidget) -> None:
        """Give it, before the focused button goes, to whoever had it when the keys came here."""
        focused, before = self.window().focusWidget(), self._focused_before
        if focused is None or not frame.isAncestorOf(focused):
            return
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _frame(self, words: str, offers: tuple[Offer, ...], *, tone: str, detail: str, lane: Lane) -> QWidget:
        frame = QFrame()
        frame.setProperty("part", f"notice-{tone}")
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_12, 6, SPACE_8, 6)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        from planner.app.controls.shapes import IconShape  # knows marks, which a first window does without

        mark = IconShape(self._look, *_MARKS.get(tone, ("info", "accent-ink")))
        said = label(self._look, words, wraps=True)
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(mark)
        row.addWidget(said, 1)
        more = label(self._look, detail, SMALL, tone="second", wraps=True)
        more.hide()
        if detail:
            toggle = make_button(self._look, "Details", Kind.LINK)
            toggle.setMinimumHeight(TARGET_LEAST)
            toggle.clicked.connect(lambda: more.setVisible(more.isHidden()))
            row.addWidget(toggle)
        for offer in offers:
            button = make_button(self._look, offer.words, height=26)
            button.clicked.connect(lambda _checked=False, does=offer.does: does())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        close = make_tool_button(self._look, icon="close", name="Close this notice", side=26)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: self.clear(lane))
        row.addWidget(close)
        column.addLayout(row)
        column.addWidget(more)
        name_for_readers(frame, words)
        return frame
