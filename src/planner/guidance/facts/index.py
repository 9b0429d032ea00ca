"""The index of one layout: what every rule asks, answered without looking at everything."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from planner.domain import (
    Activity,
    Function,
    Kind,
    Level,
    Practice,
    PracticeKind,
    Project,
    Scenario,
    Seat,
    Team,
)
from planner.domain.layered import Layered
from planner.guidance.amounts import fixed
from planner.guidance.capabilities import Capability
from planner.guidance.facts.agreements import (
    UNTIED,
    ProductKey,
    Ties,
    accountable_by_activity,
    claims_of,
    outside_squads,
    practices_by_team,
    product_key,
    taking_part,
    ties_of,
)
from planner.guidance.facts.nesting import Nesting, nesting_of
from planner.guidance.facts.people import PersonFacts, person_facts
from planner.guidance.facts.tallies import Tallies
from planner.guidance.facts.teams import TeamFacts
from planner.guidance.pack import Pack

_BUILDERS = Capability.MODEL.functions
_OWNING = (Level.ACCOUNTABLE, Level.RESPONSIBLE)
_NOBODY: frozenset[str] = frozenset()


class Facts(Struct, frozen=True, kw_only=True):
    """One scenario as rules see it; ``facts_after`` makes the next one from an edit.

    Mappings are shared between the facts before and after an edit and must never be changed.
    """

    project: Project
    scenario: Scenario
    pack: Pack
    people: Layered[str, PersonFacts]
    """Assigned people only: those who hold at least one seat."""
    teams: Mapping[str, TeamFacts]
    nesting: Nesting
    ties: Mapping[str, Ties]
    practices: Mapping[str, frozenset[str]]
    """The ids of the practices that a team takes part in."""
    accountable: Mapping[Activity, frozenset[str]]
    central: Mapping[Activity, frozenset[str]]
    """The accountable teams that are no squads."""
    claims: Mapping[ProductKey, frozenset[str]]
    """The squads, and the ventures, that have each product given; some may be empty."""
    tallies: Tallies
    readings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """How skills read: a memory of work done, shared along, which changes no answer."""

    def tied(self, team: str) -> Ties:
        """The other ends of a team's links."""
        return self.ties.get(team, UNTIED)

    def providers(self, team: str) -> Iterator[str]:
        """The teams whose capabilities a team reaches: they serve it or collaborate with it.

        A venture counts as served by every core that it stands under.
        """
        ties = self.tied(team)
        yield from ties.served_by
        yield from ties.collaborates
        if self.teams[team].kind is Kind.VENTURE:
            yield from self.nesting.cores_above(team)

    def reaches(self, team: str, capability: Capability) -> bool:
        """Whether a team has a capability itself or through one other team."""
        functions = capability.functions
        if self.teams[team].has(*functions):
            return True
        return any(self.teams[other].has(*functions) for other in self.providers(team))

    def builds_models(self, team: str) -> bool:
        """Whether an ML team has a seat for building models, or answers for model development."""
        mine = self.teams[team]
        if not mine.kind.is_ml:
            return False
        duty = self.scenario.responsibilities.get((Activity.MODEL_DEVELOPMENT.value, team))
        return mine.seats_for(*_BUILDERS) or (duty is not None and duty.level in _OWNING)

    def taking_part(self, practice: Practice) -> frozenset[str]:
        """The teams that a practice names and, when its owner is a team, that team too."""
        return taking_part(practice, self.scenario)

    def practices_of(self, team: str, *kinds: PracticeKind) -> list[Practice]:
        """The practices of these kinds that a team takes part in, in the order of their ids."""
        practices = self.scenario.practices
        found = [practices[each] for each in self.practices.get(team, ())]
        return sorted([each for each in found if each.kind in kinds], key=lambda each: each.id)

    def has_company(self, team: str, practice: Practice) -> bool:
        """Whether another team takes part in a practice too."""
        owner = practice.owner
        return any(other != team for other in practice.teams) or (
            owner is not None and owner != team and owner in self.scenario.teams
        )

    def together(self, one: str, other: str, kind: PracticeKind) -> bool:
        """Whether two teams take part in one practice of a kind."""
        both = self.practices.get(one, _NOBODY) & self.practices.get(other, _NOBODY)
        return any(self.scenario.practices[each].kind is kind for each in both)

    def in_guild(self, team: str) -> bool:
        """Whether a team shares knowledge with another one."""
        practices = self.practices_of(team, PracticeKind.KNOWLEDGE_SHARING)
        return any(self.has_company(team, each) for each in practices)

    def served_by_core(self, team: str) -> list[str]:
        """The cores that serve a team that is no venture, in the order of their ids."""
        return sorted(self.tied(team).served_by & self.nesting.cores)

    def ventures_under(self, team: str) -> list[str]:
        """The ventures that stand under a team, at any depth."""
        if team not in self.nesting.ventures_under:
            return []
        return [each for each in self.nesting.under(team) if self.teams[each].kind is Kind.VENTURE]

    def has_with_ventures(self, core: str, *functions: Function) -> bool:
        """Whether somebody holds a seat of one of these functions in a core or in a venture under it."""
        if self.teams[core].has(*functions):
            return True
        return any(self.teams[each].has(*functions) for each in self.ventures_under(core))

    def has_own_product(self, team: str) -> bool:
        """Whether a squad (or venture) has a product given that is no other squad's (or venture's)."""
        key = product_key(self.teams[team].row)
        return key is not None and len(self.claims[key]) == 1

    def skills(self, person: str) -> set[str]:
        """A person's different skills as they are compared, with the entries that synonyms among them name.

        Empty when no skill is recorded; one of white space is none.
        """
        readings, found = self.readings, set[str]()
        for skill in self.project.people[person].skills:
            if skill not in readings:
                readings[skill] = self.pack.reading(skill)
            found.update(readings[skill])
        return found

    def hits_up_to(self, enough: int, person: str, role: Function) -> int | None:
        """How many entries of a role's list a person's skills match; None when no skill is recorded."""
        readings, entries = self.readings, self.pack.role_skills[role]
        found, recorded = set[str](), False
        for skill in self.project.people[person].skills:
            if skill not in readings:
                readings[skill] = self.pack.reading(skill)
            for reading in readings[skill]:
                recorded = True
                if reading in entries:
                    found.add(reading)
                    if len(found) == enough:
                        return enough
        return len(found) if recorded else None

    def hits(self, person: str, role: Function) -> set[str]:
        """The different entries of a role's list that a person's skills match."""
        return self.skills(person) & self.pack.role_skills[role]

    def seats_of(self, person: str) -> list[Seat]:
        """The seats that a person holds, the largest share first."""
        facts = self.people.get(person)
        held = [self.scenario.seats[seat] for seat in facts.seats] if facts else []
        return sorted(held, key=lambda seat: (-(seat.share or 0.0), seat.id))

    def free(self, person: str) -> int:
        """What a person has left of their capacity in fixed-point FTE, never below none."""
        facts = self.people.get(person)
        if facts is None:
            return fixed(self.project.people[person].capacity)
        return max(0, facts.capacity - facts.planned)

    def team(self, team: str) -> Team:
        """A team's row."""
        return self.teams[team].row


def facts_of(project: Project, scenario_id: str, pack: Pack) -> Facts:
    """Index one scenario of a project."""
    scenario = project.scenarios[scenario_id]
    teams = {team.id: TeamFacts(team) for team in scenario.teams}
    held: dict[str, list[Seat]] = {}
    for seat in scenario.seats:
        teams[seat.team].count(seat)
        if seat.person is not None:
            held.setdefault(seat.person, []).append(seat)
    people = {person: person_facts(project.people[person], seats) for person, seats in held.items()}
    tallies = Tallies()
    for team in teams.values():
        tallies.count_team(team)
    for roles, count in Counter([person.roles for person in people.values()]).items():
        tallies.count_person(roles, count)
    accountable = accountable_by_activity(scenario.responsibilities)
    return Facts(
        project=project,
        scenario=scenario,
        pack=pack,
        people=Layered(people),
        teams=teams,
        nesting=nesting_of(scenario.teams),
        ties=ties_of(scenario.links),
        practices=practices_by_team(scenario),
        accountable=accountable,
        central=outside_squads(accountable, scenario),
        claims=claims_of(scenario.teams),
        tallies=tallies,
    )
