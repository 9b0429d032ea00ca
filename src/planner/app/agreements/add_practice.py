"""*Add practice* says in a line each what the four kinds are for, and which open findings they help."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.app.agreements.buttons import KindButton
from planner.app.agreements.places import place_of
from planner.app.agreements.wording import PRACTICES, PURPOSES
from planner.app.controls import label
from planner.app.moving.beside import BesidePopover
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4
from planner.domain import PracticeKind
from planner.guidance import Finding
from planner.guidance.shown import Key, losses_shown
from planner.messages import ENGLISH, Format
from planner.typography.scale import PANEL_TITLE

_WIDTH = 388


class AddPractice(BesidePopover):
    """The popover with the four kinds.

    Signals:
        chosen(PracticeKind): a practice of this kind is to be added.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, window: QWidget, form: Format = ENGLISH) -> None:
        super().__init__(look, window, width=_WIDTH)
        self._form = form
        self.content.setSpacing(SPACE_4)
        self.content.addWidget(label(look, "Add practice", PANEL_TITLE))
        self.buttons: dict[PracticeKind, KindButton] = {}
        for kind in PracticeKind:
            button = KindButton(look, PRACTICES[kind], PURPOSES[kind])
            button.clicked.connect(lambda _checked=False, kind=kind: self._choose(kind))
            self.buttons[kind] = button
            self.content.addWidget(button)

    def open_for(self, findings: Sequence[Finding], beside: QWidget, *, total: float | None) -> None:
        """Open beside a button, with all the findings as they are now and the total beside them."""
        shown = losses_shown(findings, total)
        helped: dict[PracticeKind, list[Finding]] = {kind: [] for kind in PracticeKind}
        for finding in findings:
            place = place_of(finding)
            if place is not None and place.practice is not None:
                helped[place.practice].append(finding)
        for kind, button in self.buttons.items():
            button.show_helps(self._helps(helped[kind], shown))
        self.open_beside(QRect(beside.mapToGlobal(QPoint(0, 0)), beside.size()))
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, take with Enter."""
        key, buttons = Qt.Key(event.key()), list(self.buttons.values())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        if step is not None:
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[here].click()
        else:
            super().keyPressEvent(event)

    def _helps(self, findings: list[Finding], shown: Mapping[Key, float]) -> str:
        if not findings:
            return ""
        first = f"Helps: {findings[0].title}, {self._form.loss(shown[findings[0].key])}"
        return f"{first}, and {len(findings) - 1} more" if len(findings) > 1 else first

    def _choose(self, kind: PracticeKind) -> None:
        self.close_it()
        self.chosen.emit(kind)
