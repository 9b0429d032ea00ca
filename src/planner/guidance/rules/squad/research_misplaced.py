"""Finds research scientists in squads, where the next release leaves them no room. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, Seat, together
from planner.guidance.amounts import floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.founding import found
from planner.guidance.fixes.moving import moved, steps_into
from planner.guidance.fixes.steps import both, unlocked
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, seats, team_names, teams, told
from planner.messages import Fte, counted, message

_RESEARCHER = Function.RESEARCH_SCIENTIST
_MOVED_ALONE = 3
_HOMES = 2


def _judge(facts: Facts, team: str) -> Judgement | None:
    mine = facts.teams[team]
    held = mine.fte.get(_RESEARCHER, 0)
    if not held:
        return None
    return 0 if mine.kind is Kind.SQUAD else held, held


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    return earned / possible if facts.tallies.kinds[Kind.SQUAD] and possible else None


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    squads = list(losses.items)
    count = sum(facts.teams[squad].filled[_RESEARCHER] for squad in squads)
    yield Defect(
        key="squads",
        part=losses.part(losses.possible - losses.earned),
        title=counted("One research seat is in a squad", "{count} research seats are in squads", count),
        where=at(team_names(facts, squads)),
        message=message("Research needs time that a squad with a product to ship does not have."),
        subjects=(*teams(squads), *seats(seat.id for seat in _misplaced(facts, squads))),
        evidence=told((_fact(facts, squad) for squad in squads), len(squads)),
        fixes=partial(_fixes, facts, squads),
        no_fix=message("It takes an unlocked squad, and room for its researchers elsewhere."),
    )


def _fact(facts: Facts, squad: str) -> Evidence:
    given = Fte(floating(facts.teams[squad].fte[_RESEARCHER]))
    text = message("{team} holds {fte} FTE of research scientists.", team=facts.team(squad).name, fte=given)
    return Evidence(text, teams([squad]))


def _misplaced(facts: Facts, squads: list[str]) -> list[Seat]:
    """The filled research seats in squads, in the order on screen."""
    those = set(squads)
    return [
        seat
        for seat in facts.scenario.seats
        if seat.function is _RESEARCHER and seat.person is not None and seat.team in those
    ]


def _fixes(facts: Facts, squads: list[str]) -> Iterator[Fix]:
    misplaced = [seat for seat in _misplaced(facts, squads) if unlocked(facts, seat.team)]
    homes = _homes(facts)
    if homes:
        home = facts.team(homes[0]).name
        if len(misplaced) > 1:
            label = message("Move {count} researchers to {team}", count=len(misplaced), team=home)
            yield both(label, *(moved(facts, seat, homes[0]) for seat in misplaced))
        for seat in misplaced[:_MOVED_ALONE]:
            yield from (moved(facts, seat, each) for each in homes[:_HOMES])
    elif misplaced:
        yield _into_new_core(facts, misplaced)


def _homes(facts: Facts) -> list[str]:
    """Unlocked teams where research has room: cores, then those with research already, then ventures."""
    able = [
        (team.kind is not Kind.CORE, not facts.teams[team.id].has(_RESEARCHER), place, team.id)
        for place, team in enumerate(facts.scenario.teams)
        if team.kind in (Kind.CORE, Kind.VENTURE) and not team.locked
    ]
    return [team for *_, team in sorted(able)]


def _into_new_core(facts: Facts, misplaced: list[Seat]) -> Fix:
    core = found(facts, Kind.CORE)
    label = counted(
        "Move one researcher to a new core", "Move {count} researchers to a new core", len(misplaced)
    )
    moves = (step for seat in misplaced for step in steps_into(facts, seat, core.teams[0]))
    return Fix(label, together(label, *core.steps, *moves))


RULE = Rule(
    id="squad/research-misplaced",
    name=message("Research stands outside the squads"),
    category=Category.SQUADS,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Layouts with a squad and a filled research scientist seat."),
    looks_for=message("The share of the research scientists' FTE that is in teams other than squads."),
    why=message(
        "A squad lives by its next release. Research that takes months loses against it, and researchers who "
        "sit alone lose touch with their field."
    ),
    better=message("Research scientists together in a core, from where squads can take up what they find."),
    section=message("Structures: decentralized"),
    says=message("Decentralized squads are weak ground for research."),
    breaking="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  RS Paula Reyes
  SD Adam Novak
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  RS Paula Reyes
squad Fraud Shield
  SD Adam Novak
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)
