"""Adds people to the bench in a few words each: name, roles and capacity, one after the other."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.app.controls import Kind, label, make_button
from planner.app.controls.choosing import ChoiceBox, RoomyRows
from planner.app.controls.fields import NumberField
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import Function, Person, edits
from planner.errors import PlannerError
from planner.typography.scale import LABEL

_LEAST: Final = 5
_STEP: Final = 10
_Role = Function | None


class AddPerson(QWidget):
    """Fields that open at the foot of the bench; Enter in any adds and is ready for the next, Esc closes.

    The main role stays as it is for the next, who often does the same; what is rare begins anew.

    Signals:
        added(str): a person was added, by their id.
        refused(Message): why not.
        shown(bool): the fields opened or closed.
        left(): Esc closed them, and what had the focus before is not there to take it.
    """

    added = Signal(str)
    refused = Signal(object)
    shown = Signal(bool)
    left = Signal()

    def __init__(self, document: Document, *, look: Look, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._document, self._new_id = document, new_id
        self._before: QWidget | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name")
        self.name.setAccessibleName("Name of the person")
        self.role = _roles(look, "Main role", "No role yet")
        self.second = _roles(look, "Second role", "Second role: none")
        self.capacity = NumberField(look, least=_LEAST, most=100, value=100, name="Capacity")
        self.capacity.setSingleStep(_STEP)
        self.capacity.setSuffix("%")
        self.button = make_button(look, "Add", Kind.PRIMARY)
        self.button.setAccessibleName("Add to the bench")
        self.button.setToolTip("Add to the bench (Enter in any field)")
        self.button.clicked.connect(self._add)
        self._lay_out(look)
        self.hide()

    def open(self, name: str = "") -> None:
        """Show the fields, ready to type the name."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
        self.name.setText(name)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that room is needed."""
        super().showEvent(event)
        self.shown.emit(True)  # noqa: FBT003 - a signal has no keywords

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that room is free."""
        super().hideEvent(event)
        self.shown.emit(False)  # noqa: FBT003 - a signal has no keywords

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, add on Enter, which the fields leave to this."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_back()
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        """Let the keys act where they did; what had the focus may be gone, or in a part that is hidden."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _add(self) -> None:
        if not self.name.text().strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = (self.role.value, self.second.value)
        person = Person(
            id=self._new_id(),
            name=self.name.text().strip(),
            roles=tuple(dict.fromkeys(role for role in chosen if role is not None)),
            capacity=self.capacity.value() / 100,
        )
        try:
            self._document.apply(partial(edits.add_person, person=person))
        except PlannerError as refused:
            self.refused.emit(refused.message)
            return
        self.name.clear()
        self.second.show_value(None)
        self.capacity.setValue(self.capacity.maximum())
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(person.id)

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.setSpacing(6)
        column.addWidget(label(look, "New person", LABEL))
        for field in (self.name, self.role, self.second):
            column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.capacity, 1)
        row.addWidget(self.button, 1)
        column.addLayout(row)


def _roles(look: Look, name: str, none: str) -> ChoiceBox[_Role]:
    choices: Mapping[_Role, str] = {None: none, **{each: each.label for each in Function}}
    box = ChoiceBox[_Role](look, choices, name)
    box.setItemDelegate(RoomyRows(box))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box
