"""Finds cores whose knowledge and standards stay inside. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, PracticeKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import company, joined, known, started
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_SHARING = (PracticeKind.KNOWLEDGE_SHARING, PracticeKind.SHARED_STANDARDS)
_SHARED, _ALONE = 2, 1
_MENDED_ALONE = 2


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.CORE:
        return None
    practices = facts.practices_of(team, *_SHARING)
    if any(facts.has_company(team, each) for each in practices):
        return _SHARED, _SHARED
    return _ALONE if practices else 0, _SHARED


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    alone = [core for core in losses.items if facts.practices_of(core, *_SHARING)]
    silent = [core for core in losses.items if core not in set(alone)]
    if silent:
        yield Defect(
            key="silent",
            part=losses.part(_SHARED * len(silent)),
            title=counted("One core shares no knowledge", "{count} cores share no knowledge", len(silent)),
            where=at(team_names(facts, silent)),
            message=message(
                "What a central team learns, and the standards it sets, do not reach the others."
            ),
            subjects=teams(silent),
            evidence=of_each(
                facts, silent, "{team} takes part neither in knowledge sharing nor in shared standards."
            ),
            fixes=partial(_fix_silent, facts, silent),
            no_fix=message("There is no other team to share with."),
        )
    if alone:
        yield Defect(
            key="alone",
            part=losses.part(_ALONE * len(alone)),
            title=counted(
                "One core shares knowledge with nobody", "{count} cores share with nobody", len(alone)
            ),
            where=at(team_names(facts, alone)),
            message=message(
                "A practice of sharing in which no other team takes part keeps knowledge inside."
            ),
            subjects=teams(alone),
            evidence=of_each(facts, alone, "{team} is the only team in its practice of sharing."),
            fixes=partial(_fix_alone, facts, alone),
            no_fix=message("There is no other team to share with."),
        )


def _fix_silent(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    for core in cores[:_MENDED_ALONE]:
        name = facts.team(core).name
        for practice in known(facts, *_SHARING)[:1]:
            label = message("Let {team} share knowledge with the others", team=name)
            yield Fix(label, joined(facts, practice, [core], owner=core))
        label = message("Start knowledge sharing around {team}", team=name)
        teams_in_it = [core, *company(facts, core)]
        yield Fix(label, started(facts, PracticeKind.KNOWLEDGE_SHARING, teams_in_it, owner=core))


def _fix_alone(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    for core in cores[:_MENDED_ALONE]:
        mine = facts.practices_of(core, *_SHARING)
        label = message("Bring others into what {team} shares", team=facts.team(core).name)
        yield Fix(label, joined(facts, mine[0], company(facts, core)))


RULE = Rule(
    id="core/knowledge-sharing",
    name=message("The core shares what it knows"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "Knowledge sharing or shared standards in which the core and another team take part; half when the "
        "core is alone in it."
    ),
    why=message(
        "The reason to gather specialists in one place is that all others gain by it. That takes an occasion "
        "to pass on what they know."
    ),
    better=message("A regular exchange, or common standards, with the teams around the core."),
    section=message("Structures: centralized"),
    says=message(
        "Shared standards, and knowledge that flows out to other teams, are among the benefits of a central "
        "team."
    ),
    breaking="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
practice shared-standards by ML Platform: Fraud Shield
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)
