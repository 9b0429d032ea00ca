"""Finds squads whose only ML person must do everything alone. Guidance: Structures.

A core that serves the squad, and a guild to ask, take part of the weight off that person.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, LinkKind, PracticeKind, Stage, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import agreed, owner_of_all
from planner.guidance.fixes.linking import link, link_all
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, people_names, team_names, teams, told
from planner.messages import Message, counted, message

_MOST = 10
_BY_HELP = {0: 5, 1: 8, 2: 10}
"""What a lone person earns by how many of the two remedies there are."""
_OFFERED = (Function.MLOPS_ENGINEER, Function.DATA_SCIENTIST, Function.DATA_ENGINEER, Function.DATA_ANALYST)
_MENDED_ALONE = 2


def _is_served(facts: Facts, squad: str) -> bool:
    return bool(facts.served_by_core(squad))


def _judge(facts: Facts, team: str) -> Judgement | None:
    mine = facts.teams[team]
    if mine.kind is not Kind.SQUAD or not mine.modellers:
        return None
    if len(mine.modellers) > 1:
        return _MOST, _MOST
    return _BY_HELP[_is_served(facts, team) + facts.in_guild(team)], _MOST


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    return earned / possible if possible and facts.scenario.stage is not Stage.SMALL_STARTUP else None


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    lone = list(losses.items)
    yield Defect(
        key="lone",
        part=losses.part(losses.possible - losses.earned),
        title=counted("One squad has a lone ML person", "{count} squads have a lone ML person", len(lone)),
        where=at(team_names(facts, lone)),
        message=message(
            "One person who must do all the ML work of a squad is hard to find and hard to keep."
        ),
        subjects=teams(lone),
        evidence=told((Evidence(_fact(facts, squad), teams([squad])) for squad in lone), len(lone)),
        fixes=partial(_fixes, facts, lone),
        no_fix=message("Nobody in an ML role has time left, and there is no core or other team to help."),
    )


def _fact(facts: Facts, squad: str) -> Message:
    words = {
        (False, False): "{team} has {person} alone, no core that serves it, and shares no knowledge.",
        (True, False): "{team} has {person} alone and a core that serves it, but shares no knowledge.",
        (False, True): "{team} has {person} alone and shares knowledge, but no core serves it.",
    }[_is_served(facts, squad), facts.in_guild(squad)]
    who = people_names(facts, facts.teams[squad].modellers)
    return message(words, team=facts.team(squad).name, person=message("{who}", who=who))


def _fixes(facts: Facts, lone: list[str]) -> Iterator[Fix]:
    cores = [team.id for team in facts.scenario.teams if team.kind is Kind.CORE]
    unserved = [squad for squad in lone if not _is_served(facts, squad)]
    apart = [squad for squad in lone if not facts.in_guild(squad)]
    if cores and unserved and apart:
        yield _help_all(facts, cores[0], unserved, apart)
    for squad in lone[:_MENDED_ALONE]:
        for function in _OFFERED:
            yield from fill(facts, function, one_of(squad), but=facts.teams[squad].modellers)
    if cores:
        yield from link_all(facts, cores[0], unserved, LinkKind.SERVES)
    if apart:
        yield _into_guild(facts, apart)


def _help_all(facts: Facts, core: str, unserved: list[str], apart: list[str]) -> Fix:
    """Both remedies for all in one step."""
    label = counted(
        "Let {core} serve and inform the squad",
        "Let {core} serve and inform the squads",
        max(len(unserved), len(apart)),
        core=facts.team(core).name,
    )
    links = (link(facts, core, squad, LinkKind.SERVES).edit for squad in unserved)
    guild = agreed(facts, PracticeKind.KNOWLEDGE_SHARING, [core, *apart], owner=core)
    return Fix(label, together(label, *links, guild))


def _into_guild(facts: Facts, apart: list[str]) -> Fix:
    squads = [team.id for team in facts.scenario.teams if team.kind is Kind.SQUAD]
    label = message("Let the squads share knowledge")
    owner = owner_of_all(facts, squads)
    return Fix(label, agreed(facts, PracticeKind.KNOWLEDGE_SHARING, squads or apart, owner=owner))


RULE = Rule(
    id="squad/lone-mlops",
    name=message("No squad leans on a lone ML person"),
    category=Category.SQUADS,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message(
        "Squads with anybody in an ML role other than developer, in companies that are no small start-up."
    ),
    looks_for=message(
        "Two such people or more. One alone counts half; 80% with a core that serves the squad or with "
        "knowledge sharing, and full with both."
    ),
    why=message(
        "Who is the only ML person among product people has to know everything, has nobody to ask, and takes "
        "it all along when leaving."
    ),
    better=message("A second ML person, or a core that serves the squad and a guild to ask."),
    section=message("Structures: decentralized"),
    says=message("The lone MLOps person of a squad, who must do everything, is hard to recruit."),
    breaking="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
ML Platform serves Fraud Shield
practice knowledge-sharing by ML Platform: Fraud Shield
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)
