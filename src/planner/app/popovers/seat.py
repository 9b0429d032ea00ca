"""The seat popover edits what a seat does, what it asks for, and what its holder gives to it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.app.canvas.commands import Commands
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, make_button
from planner.app.document import Document
from planner.app.moving.chip import ChipLabel
from planner.app.popovers.choosing import Choice
from planner.app.popovers.edit_popover import Areas, EditPopover
from planner.app.popovers.fields import Line, PartLine, ready_to_type
from planner.app.popovers.form import Form
from planner.app.theme import Look
from planner.domain import Function, Seat, edits
from planner.messages import message


class SeatPopover(EditPopover):
    """Edits one seat of the shown scenario."""

    def __init__(
        self, look: Look, window: QWidget, document: Document, commands: Commands, *, ink: Ink
    ) -> None:
        super().__init__(look, window, document, commands)
        self._seat = ""
        self.chip = ChipLabel(look, ink)
        self.function = Choice[Function](look, {each: each.label for each in Function}, "Role of the seat")
        self.seat_title = Line(look, "Title of the seat", "As the role is called")
        self.demand = PartLine(look, "Demand, what the seat asks of one full-time person")
        self.share = PartLine(look, "Share, what the holder gives of one full-time person")
        self.form = Form(look, self.fit)
        self._lay_out(look)

    @property
    def is_there(self) -> bool:
        """Whether the seat still exists."""
        return self._seat in self.document.scenario.seats

    @property
    def seat(self) -> Seat:
        """The seat as it is now."""
        return self.document.scenario.seats[self._seat]

    def open_for(self, seat: str, areas: Areas, *, demand: bool = False) -> None:
        """Open for a seat, ready to choose its role or to type what it asks for."""
        self.keep_typed()
        self._seat = seat
        self.open_at(areas, self.demand if demand else self.function)
        if demand:
            ready_to_type(self.demand)

    def forget_refusals(self) -> None:
        """Forget why values were refused."""
        self.form.forget_refusals()

    def fill(self) -> None:
        """Show the seat as it is now."""
        seat, scenario = self.seat, self.document.scenario
        team, holder = scenario.teams[seat.team], self.document.project.people.get(seat.person)
        name = seat.title or seat.function.label
        self.chip.show_function(seat.function)
        self.title.setText(name)
        where = message(
            "{team}, held by {person}" if holder else "{team}, vacant",
            team=team.name,
            person=holder.name if holder else "",
        )
        self.subtitle.setText(str(where))
        self.setAccessibleName(f"Edit seat {name}, {where}")
        self.function.show_value(seat.function)
        self.seat_title.show_value(seat.title)
        self.demand.show_value(seat.demand)
        self.share.show_value(seat.share if seat.share is not None else seat.demand)
        self.form.show_row(self.share, shown=seat.is_filled)
        self._choose.setVisible(not seat.is_filled)
        for field in (
            self.function,
            self.seat_title,
            self.demand,
            self.share,
            self._choose,
            self._copy,
            self._remove,
        ):
            field.setEnabled(not team.locked)

    def _lay_out(self, look: Look) -> None:
        self.head.insertWidget(0, self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self.form.add("Role", self.function, self._keep(edits.set_function, "function"))
        self.form.add("Title", self.seat_title, self._keep(edits.set_seat_title, "title"))
        self.form.add("Demand", self.demand, self._keep(edits.set_demand, "demand"))
        self.form.add("Share", self.share, self._keep(edits.set_share, "share"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._choose = make_button(look, "Choose person…", on_click=self._choose_person)
        self._copy = make_button(look, "Duplicate", Kind.QUIET, icon="copy", on_click=self._duplicate)
        self._remove = make_button(look, "Remove", Kind.QUIET, icon="trash", on_click=self._remove_seat)
        self._remove.setAccessibleName("Remove seat")
        for button in (self._choose, self._copy, self._remove):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def _keep(self, edit: Callable[..., Any], field: str) -> Callable[[Any], object]:
        def keep(value: Any) -> None:
            scenario = self.document.scenario_id
            self.apply(partial(edit, scenario=scenario, seat=self._seat, **{field: value}))

        return keep

    def _choose_person(self) -> None:
        seat = self.seat
        self.close_it()
        self.commands.choose_person(seat)

    def _duplicate(self) -> None:
        seat = self.seat
        self.close_it()
        self.commands.duplicate(seat)

    def _remove_seat(self) -> None:
        self.commands.remove_seat(self.seat)
