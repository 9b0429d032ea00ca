"""The person popover edits what is known of a person, and what they give to each of their seats."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.app.canvas.commands import Commands
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, divider, label, make_button
from planner.app.document import Document
from planner.app.moving.chip import ChipLabel
from planner.app.popovers.edit_popover import Areas, EditPopover
from planner.app.popovers.fields import Line, MoneyLine, Paragraph, PartLine, ready_to_type
from planner.app.popovers.form import Form
from planner.app.popovers.person_roles import PersonRoles
from planner.app.popovers.person_seats import PersonSeats
from planner.app.popovers.wording import held_words, role_words
from planner.app.theme import Look
from planner.domain import Function, Person, edits
from planner.errors import PlannerError
from planner.typography.scale import SMALL


class PersonPopover(EditPopover):
    """Edits one person of the plan."""

    def __init__(
        self, look: Look, window: QWidget, document: Document, commands: Commands, *, ink: Ink
    ) -> None:
        super().__init__(look, window, document, commands)
        self._person = ""
        self.chip = ChipLabel(look, ink)
        self.seats = PersonSeats(look, ink, document, commands, resized=self.fit, leave=self.close_it)
        self.name = Line(look, "Name")
        self.job_title = Line(look, "Title", "As in the roster")
        self.capacity = PartLine(look, "Capacity, a part of one full-time person")
        self.roles = PersonRoles(look, ink, lambda roles: self._keep_quietly("roles", roles))
        self.skills = Paragraph(look, "Skills, with commas between", "python, sql", breaks=False)
        self.email = Line(look, "Email")
        self.place = Line(look, "Location")
        self.cost = MoneyLine(look, "Yearly cost of one full-time person", "Not known")
        self.notes = Paragraph(look, "Notes", lines=3)
        self._held = label(look, style=SMALL, tone="second", wraps=True)
        self.form = Form(look, self.fit)
        self._lay_out(look)

    @property
    def is_there(self) -> bool:
        """Whether the person is still in the plan."""
        return self._person in self.document.project.people

    @property
    def person(self) -> Person:
        """The person as they are now."""
        return self.document.project.people[self._person]

    def open_for(self, person: str, areas: Areas, *, share_of: str = "") -> None:
        """Open for a person; with the share of a seat ready to type, or with the name."""
        self.keep_typed()
        self._person = person
        self.seats.show_person(person)
        share = self.seats.share_field(share_of)
        field = share if share is not None and share.isEnabled() else self.name
        self.open_at(areas, field)
        ready_to_type(field)

    def forget_refusals(self) -> None:
        """Forget why values were refused."""
        self.form.forget_refusals()
        self.seats.forget_refusals()

    def fill(self) -> None:
        """Show the person as they are now."""
        person, project = self.person, self.document.project
        functions = self._functions()
        self.setAccessibleName(f"Edit {person.name}")
        self.chip.show_function(functions[0] if functions else person.main_function)
        self.title.setText(person.name)
        self.subtitle.setText(role_words(functions, person.title))
        self.seats.show_person(person.id)
        self.name.show_value(person.name)
        self.job_title.show_value(person.title)
        self.capacity.show_value(person.capacity)
        self.roles.show_roles(person.roles)
        self.skills.show_value(", ".join(person.skills))
        self.email.show_value(person.email)
        self.place.show_value(person.location)
        self.cost.show_value(person.cost)
        self._cost_words.setText(f"Cost, {project.currency}" if project.currency else "Cost a year")
        self.notes.show_value(person.notes)
        self._held.setText(str(held_words(project, person.id)))

    def _functions(self) -> list[Function]:
        return [seat.function for seat in self.document.scenario.seats if seat.person == self._person]

    def _lay_out(self, look: Look) -> None:
        self.head.insertWidget(0, self.chip, 0, Qt.AlignmentFlag.AlignTop)
        form = self.form
        form.add("Name", self.name, self._keep("name"))
        form.add("Title", self.job_title, self._keep("title"))
        form.add("Capacity", self.capacity, self._keep("capacity"))
        form.add("Roles", self.roles)
        form.add("Skills", self.skills, lambda text: self._edit(skills=skills_of(text)))
        form.add("Email", self.email, self._keep("email"))
        form.add("Location", self.place, self._keep("location"))
        self._cost_words = form.add("Cost a year", self.cost, self._keep("cost"))
        form.add("Notes", self.notes, self._keep("notes"))
        self.body.addWidget(self.seats)
        self.body.addWidget(divider())
        self.body.addWidget(form)
        self.body.addStretch(1)
        self._remove = make_button(
            look, "Remove person…", Kind.QUIET, icon="trash", on_click=self._remove_person
        )
        self.foot.addWidget(self._remove)
        self.foot.addWidget(self._held, 1)

    def _keep(self, field: str) -> Callable[[Any], object]:
        return lambda value: self._edit(**{field: value})

    def _keep_quietly(self, field: str, value: Any) -> None:
        try:
            self._edit(**{field: value})
        except PlannerError as refused:
            self.commands.refused.emit(refused.message)

    def _edit(self, **fields: Any) -> None:
        self.apply(partial(edits.edit_person, person=self._person, **fields))

    def _remove_person(self) -> None:
        self.commands.remove_person(self._person)


def skills_of(text: str) -> tuple[str, ...]:
    """The skills in a line of text: what stands between commas, each once."""
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in text.split(",")))))
