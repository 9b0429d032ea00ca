"""The plan popover edits what belongs to the plan as a whole: its name, its currency and notes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.app.canvas.commands import Commands
from planner.app.controls import label
from planner.app.document import Document
from planner.app.popovers.edit_popover import Areas, EditPopover
from planner.app.popovers.fields import Line, Paragraph
from planner.app.popovers.form import Form
from planner.app.theme import Look
from planner.domain import edits
from planner.messages import counted, message
from planner.typography.scale import SMALL


class PlanPopover(EditPopover):
    """Edits the plan's own fields."""

    def __init__(self, look: Look, window: QWidget, document: Document, commands: Commands) -> None:
        super().__init__(look, window, document, commands)
        self.setAccessibleName("Plan details")
        self.name = Line(look, "Name of the plan")
        self.currency = Line(look, "Currency of costs", "EUR")
        self.notes = Paragraph(look, "Notes on the plan", lines=6)
        self.form = Form(look, self.fit)
        self.form.add("Name", self.name, self._keep("name"))
        self.form.add("Currency", self.currency, self._keep("currency"))
        note = label(
            look, "Stands beside every cost of a person or a team.", SMALL, tone="second", wraps=True
        )
        self.form.add_note(note)
        self.form.add("Notes", self.notes, self._keep("notes"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    @property
    def is_there(self) -> bool:
        """A plan is always there."""
        return True

    def open_for(self, areas: Areas) -> None:
        """Open with the name ready to type."""
        self.open_at(areas, self.name)
        self.name.selectAll()

    def forget_refusals(self) -> None:
        """Forget why values were refused."""
        self.form.forget_refusals()

    def fill(self) -> None:
        """Show the plan as it is now."""
        project = self.document.project
        people = counted("{count} person", "{count} people", len(project.people))
        scenarios = counted("{count} scenario", "{count} scenarios", len(project.scenarios))
        self.title.setText("Plan details")
        self.subtitle.setText(str(message("{people}, {scenarios}", people=people, scenarios=scenarios)))
        self.name.show_value(project.name)
        self.currency.show_value(project.currency)
        self.notes.show_value(project.notes)

    def _keep(self, field: str) -> Callable[[Any], object]:
        return lambda value: self.apply(partial(edits.edit_project, **{field: value}))
