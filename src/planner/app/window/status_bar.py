"""The status bar says what the keys do now, what just happened, and how large the plan is."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QSizePolicy, QWidget

from planner.app.canvas.done import sentence_for
from planner.app.controls import KeyCap, Kind, label, make_button
from planner.app.document import Document
from planner.app.moving.hints import Hint
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_4, SPACE_12, STATUS_BAR_HEIGHT, TARGET_LEAST
from planner.domain import Kind as TeamKind
from planner.guidance.amounts import floating
from planner.messages import ENGLISH, Format, Fte, Message, counted, message, render
from planner.typography.scale import SMALL

SAID_FOR: Final = 6000
"""Milliseconds that a sentence about what happened stays."""
_GAP: Final = 5


class StatusBar(QWidget):
    """One line at the foot of the window.

    Signals:
        undo_asked(): *Undo* beside what happened was pressed.
    """

    undo_asked = Signal()

    def __init__(self, look: Look, form: Format = ENGLISH) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._hint: Hint | None = None
        self._resting = Hint(message(""))
        self._carrying = False
        self._document: Document | None = None
        self._own_counts = ""
        self._counted_otherwise: str | None = None
        self.setProperty("part", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(look, self, STATUS_BAR_HEIGHT)
        self._left = QHBoxLayout()
        self._left.setSpacing(_GAP)
        self._counts = label(look, style=SMALL, tone="second")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, 1, SPACE_12, 0)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addWidget(self._counts)
        self._silence = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._silence.timeout.connect(self._rest)

    def follow(self, document: Document) -> None:
        """Count what the document holds, from now on."""
        self._document = document
        document.changed.connect(self._count)
        document.scenario_switched.connect(self._count)
        self._count()

    def show_hint(self, hint: Hint | None) -> None:
        """Say what the keys do now; None when the hands are empty again."""
        self._hint = hint
        if hint is not None:
            self._silence.stop()
            self._show(hint)
        elif not self._silence.isActive():
            self._rest()

    def show_resting_hint(self, hint: Hint) -> None:
        """Say what the keys do while nothing is carried, as for the selection."""
        self._resting = hint
        if self._hint is None and not self._silence.isActive():
            self._rest()

    def say(self, words: Message | str, *, undoable: bool = False) -> None:
        """Say what happened, for six seconds; with *Undo* beside it when that takes it back."""
        said = sentence_for(words) if isinstance(words, Message) else message("{words}", words=words)
        self._show(Hint(said))
        if undoable:
            undo = make_button(self._look, "Undo", Kind.LINK, on_click=self.undo_asked.emit)
            undo.setFont(self._look.font(SMALL))
            undo.setMinimumHeight(TARGET_LEAST)
            self._left.addWidget(undo)
            self._fit()
        self._silence.start()

    @property
    def text(self) -> str:
        """What is said at the left, without the keys."""
        item = self._left.itemAt(0)
        return item.widget().text() if item is not None else ""  # type: ignore[union-attr]

    @property
    def counts(self) -> str:
        """What is counted at the right."""
        return self._counts.text()

    def count_otherwise(self, words: str | None) -> None:
        """Count something else at the right; None for what the document holds again."""
        self._counted_otherwise = words
        self._counts.setText(self._own_counts if words is None else words)
        self._fit()

    def _rest(self) -> None:
        self._show(self._hint or self._resting)

    def _show(self, hint: Hint) -> None:
        self._clear()
        words = render(hint.words, self._form)
        self._left.addWidget(label(self._look, words, SMALL, tone="second"))
        for key, does in hint.keys:
            self._left.addSpacing(SPACE_4)
            for part in key.split(" ") if key.startswith(("Ctrl ", "Shift ")) else [key]:
                self._left.addWidget(KeyCap(self._look, part))
            self._left.addWidget(label(self._look, render(does, self._form), SMALL, tone="second"))
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep whole what is said."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the counts out, then keys from the end, where there is no room for all of it."""
        room = self.width() - 2 * SPACE_12
        said = [item.widget() for item in map(self._left.itemAt, range(self._left.count())) if item]
        parts = [widget for widget in said if widget is not None]
        wide = sum(widget.sizeHint().width() + _GAP for widget in parts)
        self._counts.setVisible(wide + SPACE_12 + self._counts.sizeHint().width() <= room)
        for widget in reversed(parts):
            widget.setVisible(wide <= room or widget is parts[0])
            wide -= widget.sizeHint().width() + _GAP if wide > room else 0

    def _clear(self) -> None:
        while (item := self._left.takeAt(0)) is not None:
            _discard(item)

    def _count(self) -> None:
        document = self._document
        if document is None:
            return
        sums = document.review.facts.tallies
        people = len(document.project.people)
        teams = sum(count for kind, count in sums.kinds.items() if kind is not TeamKind.GROUP)
        placed, vacant = floating(sum(sums.fte.values())), sum(sums.vacant.values())
        parts = (
            counted("{count} person", "{count} people", people),
            counted("{count} team", "{count} teams", teams),
            message("{fte} FTE placed", fte=Fte(placed)),
            counted("{count} vacant seat", "{count} vacant seats", vacant),
        )
        self._own_counts = " · ".join(render(part, self._form) for part in parts)
        words = self._counted_otherwise
        self._counts.setText(self._own_counts if words is None else words)
        self._counts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._fit()


def _discard(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
