"""Shows the columns of a roster with a few of their cells, to say what each of them holds."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app.controls import label
from planner.app.controls.choosing import ChoiceBox
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12
from planner.exchange.roster import FIELD_WORDS, FIELDS, IGNORED, Column
from planner.typography.scale import BODY_STRONG, LABEL, SMALL

_LONGEST: Final = 48
_CHOICES: Final = {
    IGNORED: "Not read",
    **{field: words[0].upper() + words[1:] for field in FIELDS for words in [FIELD_WORDS.get(field, field)]},
}


class ColumnsPage(QScrollArea):
    """A row for each column: its heading, some cells, and a box with the field that it is read as.

    Signals:
        changed(dict): what every column holds, by its place; a field is held by one column at most.
    """

    changed = Signal(object)

    def __init__(self, look: Look, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("part", "read")
        self.setAccessibleName("What the columns hold")
        self._boxes = {column.place: _box(look, column) for column in columns}
        page = QWidget()
        outside = QVBoxLayout(page)
        outside.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(look, "Column, and what stands in it", LABEL, tone="second"), 0, 0)
        grid.addWidget(label(look, "Read as", LABEL, tone="second"), 0, 1)
        for at, column in enumerate(columns, 1):
            grid.addLayout(_told(look, column), at, 0)
            box = self._boxes[column.place]
            box.activated.connect(partial(self._choose, column.place))
            grid.addWidget(box, at, 1)
        outside.addLayout(grid)
        outside.addStretch(1)
        self.setWidget(page)

    def box(self, heading: str) -> ChoiceBox[str]:
        """The box of the column with a heading."""
        return next(box for box in self._boxes.values() if box.accessibleName().startswith(f"{heading} "))

    def _choose(self, place: int, _index: int) -> None:
        """Take the field from the column that held it, and tell."""
        field = self._boxes[place].value
        for other, box in self._boxes.items():
            if other != place and box.value == field != IGNORED:
                box.show_value(IGNORED)
        self.changed.emit({each: box.value for each, box in self._boxes.items()})


def _box(look: Look, column: Column) -> ChoiceBox[str]:
    box = ChoiceBox(look, _CHOICES, f"{_heading(column)} is read as")
    box.show_value(column.field or IGNORED)
    return box


def _told(look: Look, column: Column) -> QVBoxLayout:
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(label(look, _short(_heading(column)), BODY_STRONG))
    cells = _short(", ".join(column.samples)) or "Empty"
    told.addWidget(label(look, cells, SMALL, tone="second"))
    return told


def _heading(column: Column) -> str:
    return column.heading or f"Column {column.place + 1}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
