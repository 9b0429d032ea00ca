"""Adds people to the bench in a few words each: name, roles and capacity, one after the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from planner.app.controls import Kind, label, make_button
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import Function, Person, edits
from planner.errors import PlannerError
from planner.typography.scale import LABEL


class AddPerson(QWidget):
    """Fields that open at the foot of the bench; Enter in any adds and is ready for the next, Esc closes.

    The main role stays as it is for the next, who often does the same; what is rare begins anew.

    Signals:
        added(str): a person was added, by their id.
        refused(Message): why not.
    """

    added = Signal(str)
    refused = Signal(object)

    def __init__(self, document: Document, *, look: Look, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._document, self._new_id = document, new_id
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name")
        self.name.setAccessibleName("Name of the person")
        self.role, self.second = _functions("Main role", "No role yet"), _functions("Second role", "None")
        self.capacity = QSpinBox(minimum=5, maximum=100, singleStep=10, value=100, suffix="%")
        self.capacity.setAccessibleName("Capacity")
        self.button = make_button(look, "Add to the bench", Kind.PRIMARY)
        self.button.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.setSpacing(6)
        column.addWidget(label(look, "New person", LABEL))
        column.addWidget(self.name)
        column.addWidget(self.role)
        column.addWidget(self.second)
        row = QHBoxLayout()
        row.addWidget(self.capacity)
        row.addWidget(self.button, 1)
        column.addLayout(row)
        self.hide()

    def open(self, name: str = "") -> None:
        """Show the fields, ready to type the name."""
        self.name.setText(name)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Enter in a list of roles or the capacity adds as it does in the name."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if not self.name.text().strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = (self.role.currentData(), self.second.currentData())
        roles = tuple(dict.fromkeys(Function(role) for role in chosen if role))
        person = Person(
            id=self._new_id(),
            name=self.name.text().strip(),
            roles=roles,
            capacity=self.capacity.value() / 100,
        )
        try:
            self._document.apply(partial(edits.add_person, person=person))
        except PlannerError as refused:
            self.refused.emit(refused.message)
            return
        self.name.clear()
        self.second.setCurrentIndex(0)
        self.capacity.setValue(self.capacity.maximum())
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(person.id)


def _functions(name: str, none: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(f"{name}: {none.lower()}" if none == "None" else none, "")
    for function in Function:
        box.addItem(function.label, function.value)
    return box
