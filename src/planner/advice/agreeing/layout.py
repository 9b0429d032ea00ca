"""The layout as the questions see it: its teams by kind, and what they are called."""

from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec import Struct

from planner.advice.agreeing.asking import Option
from planner.domain import Kind, Team
from planner.guidance.facts import Facts
from planner.messages import Message, counted, listed, message


class Layout(Struct, frozen=True, dict=True):
    """One layout, with what it takes to make the ids of new practices."""

    facts: Facts
    new_id: Callable[[], str]

    @property
    def scenario(self) -> str:
        """The scenario's id."""
        return self.facts.scenario.id

    @cached_property
    def cores(self) -> tuple[Team, ...]:
        """The central teams, the one that most of the work hangs on first."""
        found = [team for team in self.facts.scenario.teams if team.kind is Kind.CORE]
        return tuple(sorted(found, key=self._weight, reverse=True))

    @cached_property
    def builders(self) -> tuple[Team, ...]:
        """The squads and ventures, in the order of the layout."""
        return self._of_kinds(Kind.SQUAD, Kind.VENTURE)

    @cached_property
    def squads(self) -> tuple[Team, ...]:
        """The squads."""
        return self._of_kinds(Kind.SQUAD)

    @cached_property
    def ventures(self) -> tuple[Team, ...]:
        """The units of a product centre."""
        return self._of_kinds(Kind.VENTURE)

    @cached_property
    def partners(self) -> tuple[Team, ...]:
        """The teams outside ML."""
        return self._of_kinds(Kind.PARTNER)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Every team but groups: cores, squads and ventures, then partner teams."""
        teams = (*self.cores, *self.builders, *self.partners)
        return tuple(Option(team.id, message("{name}", name=team.name)) for team in teams)

    @property
    def builders_noun(self) -> Message:
        """What a squad or venture is called here: ``squad``, ``venture``, ``squad and venture``."""
        if self.squads and self.ventures:
            return message("squad and venture")
        return message("venture") if self.ventures else message("squad")

    def name(self, team: str) -> str:
        """What a team is called."""
        return self.facts.team(team).name

    def named(self, teams: Iterable[str]) -> Message:
        """Teams' names in a row, in the order of the layout."""
        ids = set(teams)
        return message(
            "{names}", names=listed(each.name for each in self.facts.scenario.teams if each.id in ids)
        )

    def locked_remark(self, teams: Iterable[Team]) -> Message | None:
        """Which of these teams are locked and so are left as they are; None when none is."""
        locked = [team.name for team in teams if team.locked]
        if not locked:
            return None
        return counted(
            "{names} is locked and stays as it is.",
            "{names} are locked and stay as they are.",
            len(locked),
            names=listed(locked),
        )

    def _of_kinds(self, *kinds: Kind) -> tuple[Team, ...]:
        return tuple(team for team in self.facts.scenario.teams if team.kind in kinds)

    def _weight(self, core: Team) -> tuple[int, int, int]:
        facts = self.facts
        return (
            len(facts.ventures_under(core.id)),
            len(facts.tied(core.id).serves),
            facts.teams[core.id].ml_fte,
        )
