"""Finds activities of a hybrid that nobody answers for, and those for which core and squads collide.

Between a squad and the cores that serve it, exactly one team should be accountable for each activity; where
none of these is, exactly one team that is no squad. Guidance: Structures.
"""

from collections.abc import Hashable, Iterator
from functools import partial

from planner.domain import Activity, Kind, Structure
from planner.guidance.facts import Facts
from planner.guidance.fixes.answering import name_one, settle_on_one
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, team_names, teams, told
from planner.messages import Listed, Message, counted, listed, message

_SEVERAL = 2
Gaps = dict[str, tuple[Activity, ...]]
"""What is not settled for each squad; the squad is empty where the layout has none."""


def _context(facts: Facts) -> Hashable:
    """How many teams that are no squads answer for each activity, as far as that makes a difference."""
    if facts.scenario.structure is not Structure.HYBRID:
        return None
    return tuple(min(len(facts.central[each]), _SEVERAL) for each in Activity)


def _answering(facts: Facts, squad: str, cores: list[str], activity: Activity) -> int:
    """How many teams answer for an activity as a squad sees it."""
    accountable = facts.accountable[activity]
    if not accountable:
        return 0
    near = (squad in accountable) + sum(core in accountable for core in cores)
    return near or len(facts.central[activity])


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.scenario.structure is not Structure.HYBRID or facts.teams[team].kind is not Kind.SQUAD:
        return None
    cores = facts.served_by_core(team)
    settled = sum([_answering(facts, team, cores, activity) == 1 for activity in Activity])
    return settled, len(Activity)


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    if facts.scenario.structure is not Structure.HYBRID:
        return None
    if possible:
        return earned / possible
    return sum(len(facts.accountable[each]) == 1 for each in Activity) / len(Activity)


def _gaps(facts: Facts, losses: Losses) -> tuple[Gaps, Gaps]:
    """The activities of squads for which nobody answers, and those for which several teams do."""
    nobody: Gaps = {}
    several: Gaps = {}
    for squad in losses.items if losses.possible else ("",):
        cores = facts.served_by_core(squad) if squad else []
        none: list[Activity] = []
        many: list[Activity] = []
        for activity, accountable in facts.accountable.items():
            if not accountable:
                none.append(activity)
                continue
            count = _answering(facts, squad, cores, activity) if squad else len(accountable)
            if count != 1:
                (many if count else none).append(activity)
        if none:
            nobody[squad] = tuple(none)
        if many:
            several[squad] = tuple(many)
    return nobody, several


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    nobody, several = _gaps(facts, losses)
    possible = losses.possible or len(Activity)
    if nobody:
        activities, squads = _axes(nobody)
        yield Defect(
            key="nobody",
            part=sum(map(len, nobody.values())) / possible,
            title=counted(
                "Nobody answers for an activity", "Nobody answers for {count} activities", len(activities)
            ),
            where=at(team_names(facts, squads)) if squads else WHOLE_LAYOUT,
            message=message("Between core and squads it is open who answers for parts of the work."),
            subjects=teams(squads),
            evidence=_evidence(facts, nobody, "No team is accountable for {activities}{place}."),
            fixes=partial(_fix_nobody, facts, nobody),
            no_fix=message("There is no team that could answer for them."),
        )
    if several:
        activities, squads = _axes(several)
        yield Defect(
            key="several",
            part=sum(map(len, several.values())) / possible,
            title=counted(
                "Teams collide over an activity", "Teams collide over {count} activities", len(activities)
            ),
            where=at(team_names(facts, squads)) if squads else WHOLE_LAYOUT,
            message=message("More than one team answers for the same work, so in the end none does."),
            subjects=teams(squads),
            evidence=_evidence(facts, several, "Several teams are accountable for {activities}{place}."),
            fixes=partial(_fix_several, facts, several),
            no_fix=message("Name one accountable team."),
        )


def _axes(gaps: Gaps) -> tuple[list[Activity], list[str]]:
    """The different activities, and the squads, of gaps."""
    activities = {activity for each in set(gaps.values()) for activity in each}
    return [each for each in Activity if each in activities], [squad for squad in gaps if squad]


def _evidence(facts: Facts, gaps: Gaps, words: str) -> tuple[Evidence, ...]:
    """One line for all squads that have the same activities unsettled."""
    alike: dict[tuple[Activity, ...], list[str]] = {}
    for squad, activities in gaps.items():
        alike.setdefault(activities, []).append(squad)
    return told(
        (
            Evidence(
                message(words, activities=_named(activities), place=_place(facts, squads)),
                teams(squad for squad in squads if squad),
            )
            for activities, squads in alike.items()
        ),
        len(alike),
    )


def _named(activities: tuple[Activity, ...]) -> Listed:
    return listed([message(each.phrase) for each in activities], at_most=len(Activity))


def _place(facts: Facts, squads: list[str]) -> Message | str:
    named = [squad for squad in squads if squad]
    return message(" in {squads}", squads=team_names(facts, named)) if named else ""


def _fix_nobody(facts: Facts, gaps: Gaps) -> Iterator[Fix]:
    return name_one(facts, _by_activity(gaps))


def _fix_several(facts: Facts, gaps: Gaps) -> Iterator[Fix]:
    return settle_on_one(facts, _by_activity(gaps))


def _by_activity(gaps: Gaps) -> dict[Activity, list[str]]:
    """The squads of gaps, by activity; none where the layout has no squads."""
    found: dict[Activity, list[str]] = {}
    for squad, activities in gaps.items():
        for activity in activities:
            found.setdefault(activity, []).extend([squad] if squad else [])
    return found


_BY_CORE = "\n".join(
    f"responsible {activity}: ML Platform accountable"
    for activity in Activity
    if activity not in (Activity.MODEL_DEVELOPMENT, Activity.MONITORING, Activity.APPLICATION_INTEGRATION)
)

RULE = Rule(
    id="hybrid/responsibilities",
    name=message("One team answers for each activity"),
    category=Category.HYBRID,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Scenarios that declare a hybrid."),
    looks_for=message(
        "For each squad and each of the eight activities: exactly one accountable team among the squad and "
        "the cores that serve it or, when none of them is, exactly one among all teams that are no squads. "
        "Without squads: exactly one accountable team for each activity."
    ),
    why=message(
        "Core and squads work on the same models. Where both answer for a thing they collide, and where "
        "neither does it is left undone."
    ),
    better=message("One accountable team for each activity of each squad: the squad, or the core behind it."),
    section=message("Structures: hybrid"),
    says=message("A hybrid needs clearly defined responsibilities, or core and squads collide."),
    breaking=f"""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
ML Platform serves Fraud Shield
{_BY_CORE}
responsible monitoring: ML Platform accountable, Fraud Shield accountable
responsible model-development: Fraud Shield accountable
""",
    mended=f"""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
ML Platform serves Fraud Shield
{_BY_CORE}
responsible monitoring: ML Platform accountable, Fraud Shield responsible
responsible model-development: Fraud Shield accountable
responsible application-integration: Fraud Shield accountable
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    context=_context,
    combine=_combine,
)
