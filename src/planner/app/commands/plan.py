"""Commands that change the plan as a whole: undo, people, teams, and the way round the window."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.document import Document
from planner.domain import Kind, Scenario, Structure, Team
from planner.domain.edits import add_team
from planner.messages import Message

_NAMES: Final = {
    Kind.CORE: "Core team",
    Kind.SQUAD: "New squad",
    Kind.VENTURE: "New venture",
    Kind.PARTNER: "Partner team",
    Kind.GROUP: "Group",
}


def new_id() -> str:
    """A fresh id for a team, seat, person or scenario."""
    return uuid4().hex


def kind_for(scenario: Scenario) -> Kind:
    """The kind of a team that is just added: what the declared structure is made of."""
    cores = sum(team.kind is Kind.CORE for team in scenario.teams)
    match scenario.structure:
        case Structure.CENTRALIZED:
            return Kind.CORE
        case Structure.PRODUCT_CENTRE if cores == 1:
            return Kind.VENTURE
        case _:
            return Kind.SQUAD


def free_name(wish: str, taken: Sequence[str]) -> str:
    """The name, with the first number that makes it another than those taken."""
    if wish not in taken:
        return wish
    number = 2
    while f"{wish} {number}" in taken:
        number += 1
    return f"{wish} {number}"


class PlanCommands:
    """What the rows of Edit, Plan and Scenario name; ``rename_team`` lets a new team's name be typed."""

    def __init__(
        self,
        document: Document,
        *,
        parts: Sequence[QWidget],
        find: Callable[[], object],
        add_person: Callable[[], object],
        edit_context: Callable[[], object],
        rename_team: Callable[[str], object],
        say: Callable[[Message], object],
    ) -> None:
        self._document, self._parts = document, parts
        self.find = find
        self.add_person = add_person
        self.edit_context = edit_context
        self._rename_team = rename_team
        self._say = say

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._document.undo_label is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._document.redo_label is not None

    @property
    def undo_text(self) -> str:
        """``Undo Assign Mateo Silva``."""
        return _step("Undo", self._document.undo_label)

    @property
    def redo_text(self) -> str:
        """``Redo Assign Mateo Silva``."""
        return _step("Redo", self._document.redo_label)

    def undo(self) -> None:
        """Take the last step back."""
        self._document.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._document.redo()

    def add_team(self) -> None:
        """Add a team of the kind that the structure is made of."""
        self._add(kind_for(self._document.scenario))

    def add_squad(self) -> None:
        """Add a squad."""
        self._add(Kind.SQUAD)

    def add_core(self) -> None:
        """Add a core team."""
        self._add(Kind.CORE)

    def add_venture(self) -> None:
        """Add a venture, under the core when there is one."""
        self._add(Kind.VENTURE)

    def add_partner(self) -> None:
        """Add a partner team."""
        self._add(Kind.PARTNER)

    def add_group(self) -> None:
        """Add a group."""
        self._add(Kind.GROUP)

    def next_part(self) -> None:
        """Move the focus to the next part of the window."""
        self._go(1)

    def previous_part(self) -> None:
        """Move the focus to the previous part of the window."""
        self._go(-1)

    def _add(self, kind: Kind) -> None:
        scenario = self._document.scenario
        cores = [team.id for team in scenario.teams if team.kind is Kind.CORE]
        heads = [team.id for team in scenario.teams if team.kind is Kind.GROUP and team.parent is None]
        above = cores if kind is Kind.VENTURE else heads if kind in {Kind.CORE, Kind.SQUAD} else []
        team = Team(
            id=new_id(),
            name=free_name(_NAMES[kind], [each.name for each in scenario.teams]),
            kind=kind,
            parent=above[0] if len(above) == 1 else None,
        )
        difference = self._document.apply(partial(add_team, scenario=scenario.id, team=team))
        self._say(difference.label)
        self._rename_team(team.id)

    def _go(self, step: int) -> None:
        seen = [part for part in self._parts if part.isVisible() and _first_stop(part) is not None]
        focus = QApplication.focusWidget()
        holding = [part is focus or part.isAncestorOf(focus or part) for part in seen]
        here = holding.index(True) if True in holding else -1
        stop = _first_stop(seen[(here + step) % len(seen)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _step(verb: str, name: Message | None) -> str:
    return verb if name is None else f"{verb} {str(name).replace('&', '&&')}"


def _first_stop(part: QWidget) -> QWidget | None:
    """A part, or the first thing in it that takes the focus by Tab; None when nothing in it does."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
    return None
