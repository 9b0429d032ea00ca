"""The team popover edits every field of a team, and tells its head count, links and agreements in words."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from planner.app.canvas.commands import Commands
from planner.app.controls import Kind as Button
from planner.app.controls import divider, label, make_button
from planner.app.controls.labels import show_text
from planner.app.controls.searching import SearchChoice
from planner.app.document import Document
from planner.app.popovers.choosing import Choice, KindChoice
from planner.app.popovers.edit_popover import Areas, EditPopover, heading
from planner.app.popovers.fields import Line, Paragraph, PartLine, Tick
from planner.app.popovers.form import Form
from planner.app.popovers.team_links import TeamLinks
from planner.app.popovers.wording import KIND_MEANINGS, agreements, head_count
from planner.app.theme import Look
from planner.domain import Focus, Kind, Team, edits
from planner.typography.scale import SMALL

_FOCUSES: Final[dict[Focus | None, str]] = {
    None: "Not stated",
    Focus.FUTURE_TECHNOLOGY: "Future technology",
    Focus.BUSINESS_METRICS: "Business metrics",
}
_WITH_PRODUCT: Final = (Kind.CORE, Kind.SQUAD, Kind.VENTURE)


class TeamPopover(EditPopover):
    """Edits one team of the shown scenario."""

    def __init__(self, look: Look, window: QWidget, document: Document, commands: Commands) -> None:
        super().__init__(look, window, document, commands)
        self._team = ""
        self.name = Line(look, "Name of the team")
        self.kind = KindChoice(look)
        self._meaning = label(look, style=SMALL, tone="second", wraps=True)
        self.product = Line(look, "Product", "What the team builds")
        self.purpose = Paragraph(look, "Purpose", "What the team is for", breaks=False)
        self.aim = Choice[Focus | None](look, _FOCUSES, "Focus")
        self.lead = SearchChoice[str](
            look, "Lead, type a name", nobody="No lead", unknown="No person called '{name}'."
        )
        self.parent_team = SearchChoice[str](
            look, "Stands under, type a team", nobody="No team", unknown="No team called '{name}'."
        )
        self.budget = Tick(look, "Of its own", "Own budget")
        self.experiments = PartLine(look, "Share kept for experiments")
        self.locked = Tick(look, "No changes until unlocked", "Locked, no changes until unlocked")
        self.links = TeamLinks(look, document, commands, self.fit)
        self._agreed = label(look, style=SMALL, tone="second", wraps=True)
        self._agreed_heading = heading(look, "Agreements")
        self.form = Form(look, self.fit)
        self._lay_out(look)

    @property
    def is_there(self) -> bool:
        """Whether the team still exists."""
        return self._team in self.document.scenario.teams

    @property
    def team(self) -> Team:
        """The team as it is now."""
        return self.document.scenario.teams[self._team]

    @property
    def agreement_words(self) -> str:
        """What the team has agreed to, a line each."""
        return self._agreed.text()

    def open_for(self, team: str, areas: Areas, *, links: bool = False) -> None:
        """Open for a team, ready to rename it, or to link it to another."""
        self.keep_typed()
        self._team = team
        self.open_at(areas, self.links.kind if links else self.locked if self.team.locked else self.name)
        if not links:
            self.name.selectAll()

    def forget_refusals(self) -> None:
        """Forget why values were refused."""
        self.form.forget_refusals()
        self.links.refusal.forget()

    def fill(self) -> None:
        """Show the team as it is now."""
        team, project, scenario = self.team, self.document.project, self.document.scenario
        self.setAccessibleName(f"Edit team {team.name}")
        self.title.setText(team.name)
        self.subtitle.setText(head_count(project, scenario, team))
        self.name.show_value(team.name)
        self.kind.show_value(team.kind)
        self._meaning.setText(KIND_MEANINGS[team.kind])
        self.product.show_value(team.product)
        self.purpose.show_value(team.purpose)
        self.aim.show_value(team.focus)
        self.lead.offer({person.id: person.name for person in project.people})
        self.lead.show_value(team.lead)
        self.parent_team.offer({other.id: other.name for other in scenario.teams if other.id != team.id})
        self.parent_team.show_value(team.parent)
        self.budget.show_value(team.own_budget)
        self.experiments.show_value(team.experiment_share)
        self.locked.show_value(team.locked)
        self._show_what_applies(team)
        self.links.show_team(team.id)
        agreed = list(agreements(project, scenario, team.id))
        show_text(self._agreed, "\n".join(agreed))
        self._agreed_heading.setVisible(bool(agreed))

    def _show_what_applies(self, team: Team) -> None:
        self.form.show_row(self.product, shown=team.kind in _WITH_PRODUCT or bool(team.product))
        self.form.show_row(self.aim, shown=team.kind is Kind.CORE or team.focus is not None)
        for field in self._lockable():
            field.setEnabled(not team.locked)
        show_text(
            self._locked_words, "The team is locked. Take the tick off to change it." if team.locked else ""
        )

    def _lockable(self) -> tuple[QWidget, ...]:
        texts = (self.name, self.kind, self.product, self.purpose, self.aim, self.lead, self.parent_team)
        return (*texts, self.budget, self.experiments, self._remove)

    def _lay_out(self, look: Look) -> None:
        self._locked_words = label(look, style=SMALL, tone="second", wraps=True)
        form = self.form
        form.add("Name", self.name, self._rename)
        form.add("Kind", self.kind, self._keep("kind"))
        form.add_note(self._meaning)
        form.add("Product", self.product, self._keep("product"))
        form.add("Purpose", self.purpose, self._keep("purpose"))
        form.add("Focus", self.aim, self._keep("focus"))
        form.add("Lead", self.lead, self._keep("lead"))
        form.add("Stands under", self.parent_team, self._move)
        form.add("Experiments", self.experiments, self._keep("experiment_share"))
        form.add("Budget", self.budget, self._keep("own_budget"))
        form.add("Lock", self.locked, self._lock)
        form.add_note(self._locked_words)
        self.body.addWidget(form)
        self.body.addWidget(divider())
        self.body.addWidget(heading(look, "Links"))
        self.body.addWidget(self.links)
        self.body.addWidget(self._agreed_heading)
        self.body.addWidget(self._agreed)
        self.body.addStretch(1)
        add = make_button(look, "Add seat", Button.PLAIN, icon="plus", on_click=self._add_seat)
        copy = make_button(look, "Duplicate", Button.QUIET, icon="copy", on_click=self._duplicate)
        self._remove = make_button(look, "Remove", Button.QUIET, icon="trash", on_click=self._remove_team)
        self._remove.setAccessibleName("Remove team")
        for button in (add, copy, self._remove):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def _keep(self, field: str) -> Callable[[Any], object]:
        return lambda value: self._edit(edits.edit_team, **{field: value})

    def _edit(self, edit: Callable[..., Any], **fields: Any) -> None:
        self.apply(partial(edit, scenario=self.document.scenario_id, team=self._team, **fields))

    def _rename(self, name: str) -> None:
        self._edit(edits.rename_team, name=name)

    def _move(self, parent: str | None) -> None:
        if parent != self.team.parent:
            self._edit(edits.move_team, parent=parent)

    def _lock(self, locked: bool) -> None:  # noqa: FBT001  (what the tick says)
        self._edit(edits.lock_team, locked=locked)

    def _add_seat(self) -> None:
        self.commands.add_seat(self._team)

    def _duplicate(self) -> None:
        team = self.team
        self.close_it()
        self.commands.duplicate_team(team)

    def _remove_team(self) -> None:
        self.commands.remove_team(self.team)
