"""One question of the sheet: a tick, the sentence, what it can bring, and the fields to answer with."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.advice.agreeing import Answer, Field, Flag, Percent, Question, Text, Topic
from planner.app.agreeing.fields import Made, made_for
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, Pill, label, make_button
from planner.app.controls.labels import show_text
from planner.app.controls.ticks import TickBox
from planner.app.theme import Look
from planner.app.theme.growing import keep_width
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_32
from planner.guidance.texts import is_given, plain
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY, BODY_STRONG, SMALL

_ROWS_AT_ONCE: Final = 8
_HEADING: Final = 184
_HEADING_IN_TABLE: Final = 146


class QuestionRow(QWidget):
    """A question that is answered when it is ticked; without the tick nothing of it is recorded.

    Where it ``is_narrow`` for its text no two fields stand beside each other that need not.

    Signals:
        changed(): another answer, or none.
    """

    changed = Signal()

    def __init__(
        self, look: Look, ink: Ink, question: Question, form: Format = ENGLISH, *, is_narrow: bool = False
    ) -> None:
        super().__init__()
        self._in_table = question.topic is Topic.DUTIES and not is_narrow
        self._look, self._ink, self._form = look, ink, form
        self.question = question
        self.made: dict[str, Made] = {}
        self.tick = TickBox(look, str(question.sentence), style=BODY_STRONG)
        self.tick.setEnabled(bool(question.fields))
        self.tick.setChecked(bool(question.fields) and not question.is_settled)
        self.pill = Pill(look)
        self._body = QWidget()
        self._grid = QGridLayout()
        self._more = make_button(look, "", Kind.LINK, on_click=self._show_all)
        self._warning = label(look, "", SMALL, tone="warning", wraps=True)
        self._remark = label(look, str(question.remark or ""), SMALL, tone="second", wraps=True)
        self._rows = list(_grid_rows(question.fields))
        self._lay_out()
        self._add_rows(self._rows[:_ROWS_AT_ONCE])
        self._more.setText(f"Show all {len(self._rows)}")
        self._more.setVisible(len(self._rows) > _ROWS_AT_ONCE)
        self.tick.toggled.connect(self._toggled)
        self._body.setVisible(self.tick.isChecked())
        self._warn()
        self.show_gain(question.gain)

    @property
    def answers(self) -> dict[str, Answer] | None:
        """What is answered by field, None without the tick."""
        if not self.tick.isChecked():
            return None
        return {**self.question.proposed, **{key: made.answer for key, made in self.made.items()}}

    def show_gain(self, gain: float | None) -> None:
        """Show what the answers alone would bring."""
        words, tone = self._worth(gain)
        self.pill.show_text(words, tone)
        self.pill.setVisible(bool(words))
        spoken = {"Agreed": "agreed already", "Locked": "locked", "": ""}.get(words, f"{words} points")
        self.tick.setAccessibleName(f"{self.question.sentence} {spoken}".rstrip())
        self.pill.setAccessibleName(spoken)

    def _worth(self, gain: float | None) -> tuple[str, str]:
        if not self.question.fields:
            return "Locked", "none"
        is_settled = self.question.is_settled
        if is_settled and not self.tick.isChecked():
            return "Agreed", "none"
        if gain is None:
            return "", "none"
        words = self._form.gain(gain)
        if words == "no change":
            return words, "none"
        return words, "good" if gain > 0 else "problem"

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._body.setVisible(on)
        self.changed.emit()

    def _edited(self) -> None:
        self._warn()
        self.changed.emit()

    def _show_all(self) -> None:
        first = self._rows[_ROWS_AT_ONCE][0].id
        self._add_rows(self._rows[_ROWS_AT_ONCE:])
        self._more.hide()
        self.made[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _warn(self) -> None:
        """Say when two teams build the same thing."""
        if self.question.topic is not Topic.BUILDS:
            show_text(self._warning, "")
            return
        given = {**self.question.proposed, **{key: made.answer for key, made in self.made.items()}}
        products = [
            plain(str(given[field.id]))
            for field in self.question.fields
            if isinstance(field, Text) and is_given(str(given[field.id]))
        ]
        twice = len(set(products)) < len(products)
        show_text(self._warning, "Two teams build the same product." if twice else "")

    def _add_rows(self, rows: Sequence[list[Field]]) -> None:
        """Add rows of fields: one after the other, or as a table of two columns where that is compact."""
        if self._in_table:
            half = (len(rows) + 1) // 2
            for at, (field,) in enumerate(rows):
                self._add_fields([field], 2 * (at % half), 2 * (at // half), _HEADING_IN_TABLE)
            return
        for fields in rows:
            self._add_fields(fields, self._grid.rowCount(), 0, _HEADING)

    def _add_fields(self, fields: Sequence[Field], at: int, column: int, width: int) -> None:
        heading = label(self._look, str(fields[0].row), BODY, tone="second", wraps=True)
        keep_width(self._look, heading, width)
        self._grid.addWidget(heading, at, column)
        in_table = self._in_table
        across = 1 if in_table or len(fields) > 1 else 2
        for place, field in enumerate(fields, start=column + 1):
            made = made_for(field, self._look, self._ink, self._edited)
            self.made[field.id] = made
            self._grid.addWidget(made, at, place, 1, across)
        now = [str(field.now) for field in fields if field.now is not None]
        if now:
            words = label(self._look, ", ".join(now), SMALL, tone="third", wraps=True)
            self._grid.addWidget(words, at + 1, column + 1, 1, 1 if in_table else 2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self.tick, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_8)
        in_table = self._in_table
        even = in_table or any(isinstance(field, Flag | Percent) for field in self.question.fields)
        self._grid.setColumnStretch(1, 1 if even else 3)
        self._grid.setColumnStretch(3 if in_table else 2, 1 if even else 2)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(SPACE_32 - 3, SPACE_4, 0, SPACE_4)
        inside.setSpacing(SPACE_8)
        inside.addLayout(self._grid)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(self._body)
        self._remark.setContentsMargins(SPACE_32 - 3, 0, 0, 0)
        column.addWidget(self._remark)
        self._remark.setVisible(self.question.remark is not None)


def _grid_rows(fields: Sequence[Field]) -> Iterator[list[Field]]:
    """Fields side by side: those in a row that are about the same team, and of different kinds."""
    row: list[Field] = []
    for field in fields:
        same = row and str(row[0].row) == str(field.row) and str(field.row)
        if row and (not same or any(type(each) is type(field) for each in row)):
            yield row
            row = []
        row.append(field)
    if row:
        yield row
