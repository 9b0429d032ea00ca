"""Muting asks for a reason: whoever reads the plan later sees why a rule does not count."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.app.controls import Kind, make_button
from planner.app.controls.labels import label
from planner.app.controls.refusals import Refusal
from planner.app.panel.floating import Floating
from planner.app.panel.wishes import AnyRule
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.messages import Format, render
from planner.typography.scale import BODY_MEDIUM, LABEL, SMALL

_WIDTH: Final = 340


class MuteForm(Floating):
    """A field for the reason, under the name of the rule.

    Signals:
        mute_wanted(AnyRule, str): mute the rule for this reason.
    """

    mute_wanted = Signal(object, str)

    def __init__(self, look: Look, window: QWidget, rule: AnyRule, form: Format) -> None:
        super().__init__(look, window, width=_WIDTH, title="Mute this rule")
        self._rule = rule
        words = "It keeps its score, but costs no points in this scenario. You can unmute it at any time."
        self.body.addWidget(label(look, render(rule.name, form), BODY_MEDIUM, wraps=True))
        self.body.addWidget(label(look, words, SMALL, tone="second", wraps=True))
        self.field = QLineEdit()
        self.field.setAccessibleName("Reason to mute the rule")
        self.field.setPlaceholderText("Why it does not matter here")
        self.field.returnPressed.connect(self._mute)
        self.field.textChanged.connect(lambda: self._say(""))
        self._missing = Refusal(look)
        self.body.addWidget(label(look, "Reason", LABEL))
        self.body.addWidget(self.field)
        self.body.addWidget(self._missing)
        self.content.addLayout(self._buttons(look))

    def open_beside_widget(self, anchor: QWidget, beyond: QWidget) -> None:
        """Open with the field ready to type in."""
        super().open_beside_widget(anchor, beyond)
        self.field.setFocus()

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(make_button(look, "Mute rule", Kind.PRIMARY, on_click=self._mute))
        row.addWidget(make_button(look, "Keep", Kind.PLAIN, on_click=self.close_it))
        row.addStretch(1)
        return row

    def _mute(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self._say("Say in a few words why the rule does not matter here.")
            self.field.setFocus()
            return
        self.close_it()
        self.mute_wanted.emit(self._rule, reason)

    def _say(self, words: str) -> None:
        if words != self._missing.text() or bool(words) is self._missing.isHidden():
            self._missing.show_reason(words)
            self.field.setAccessibleDescription(words)
            self._fit()
            self.adjustSize()
