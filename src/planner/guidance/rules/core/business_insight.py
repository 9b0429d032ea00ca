"""Finds cores far from people who know the business. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, LinkKind, PracticeKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import agreed
from planner.guidance.fixes.linking import collaborating, link
from planner.guidance.fixes.staffing import CHOICES, fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_BUSINESS = (Function.PRODUCT, Function.BUSINESS)
_TELLERS = (Kind.PARTNER, Kind.SQUAD, Kind.VENTURE)
_LENT, _MOST = 7, 10
_MENDED_ALONE = 2


def _knows_business(facts: Facts, team: str) -> bool:
    return facts.teams[team].kind in _TELLERS and facts.teams[team].has(*_BUSINESS)


def _tellers(facts: Facts, core: str) -> list[str]:
    """The partner teams, squads and ventures linked with a core that have product or business people."""
    return [each for each in facts.tied(core).all if _knows_business(facts, each)]


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.CORE:
        return None
    if facts.has_with_ventures(team, *_BUSINESS):
        return _MOST, _MOST
    tellers = _tellers(facts, team)
    if not tellers:
        return 0, _MOST
    shared = any(facts.together(team, each, PracticeKind.KNOWLEDGE_SHARING) for each in tellers)
    return _MOST if shared else _LENT, _MOST


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    linked = [core for core in losses.items if _tellers(facts, core)]
    apart = set(losses.items).difference(linked)
    without = [core for core in losses.items if core in apart]
    if without:
        yield Defect(
            key="insight",
            part=losses.part(_MOST * len(without)),
            title=counted(
                "One core sits far from business", "{count} cores sit far from business", len(without)
            ),
            where=at(team_names(facts, without)),
            message=message("Nobody in or near the core knows what the business needs."),
            subjects=teams(without),
            evidence=of_each(
                facts,
                without,
                "{team} has no product or business person, and is linked with no team that has.",
            ),
            fixes=partial(_fix_without, facts, without),
            no_fix=message("Nobody for a product or business seat has time left, in or near the core."),
        )
    if linked:
        yield Defect(
            key="sharing",
            part=losses.part((_MOST - _LENT) * len(linked)),
            title=counted(
                "Business tells one core too little", "Business tells {count} cores too little", len(linked)
            ),
            where=at(team_names(facts, linked)),
            message=message("The core is linked with business people, but they do not share what they know."),
            subjects=teams(linked),
            evidence=of_each(
                facts, linked, "{team} shares knowledge with none of the business people it is linked with."
            ),
            fixes=partial(_fix_linked, facts, linked),
            no_fix=message("There is no team to share knowledge with."),
        )


def _fix_without(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    able = [team.id for team in facts.scenario.teams if _knows_business(facts, team.id)]
    partners_first = sorted(able, key=lambda team: facts.teams[team].kind is not Kind.PARTNER)[:CHOICES]
    for core in cores[:_MENDED_ALONE]:
        for teller in partners_first[:1]:
            yield _learn_from(facts, core, teller)
        for function in _BUSINESS:
            yield from fill(facts, function, one_of(core))
        yield from (link(facts, core, each, LinkKind.COLLABORATES) for each in partners_first)


def _learn_from(facts: Facts, core: str, teller: str) -> Fix:
    """Have two teams collaborate and share knowledge in one step."""
    label = message(
        "Let {teller} share with {core} what it knows",
        teller=facts.team(teller).name,
        core=facts.team(core).name,
    )
    return collaborating(facts, label, core, teller, PracticeKind.KNOWLEDGE_SHARING)


def _fix_linked(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    for core in cores[:_MENDED_ALONE]:
        for teller in sorted(_tellers(facts, core))[:CHOICES]:
            label = message(
                "Share knowledge between {core} and {teller}",
                core=facts.team(core).name,
                teller=facts.team(teller).name,
            )
            yield Fix(label, agreed(facts, PracticeKind.KNOWLEDGE_SHARING, [core, teller], owner=core))
        for function in _BUSINESS:
            yield from fill(facts, function, one_of(core))


RULE = Rule(
    id="core/business-insight",
    name=message("The core knows the business"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "A product or business person in the core or in a venture under it; else one in a partner team, "
        "squad or venture that is linked with the core, and knowledge sharing in which both take part. "
        "Without that sharing it counts 70%."
    ),
    why=message(
        "A central team is far from customers. Without those who know them it answers questions that nobody "
        "asked."
    ),
    better=message("Product or business people in the core, or a linked team that shares what it knows."),
    section=message("Structures: centralized"),
    says=message(
        "A central team lacks insight into the business. The remedy is that business teams share theirs."
    ),
    breaking="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Marketing
  BU Dieter Vogel
""",
    mended="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Marketing
  BU Dieter Vogel
ML Platform collaborates Marketing
practice knowledge-sharing by ML Platform: Marketing
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)
