"""Finds ventures that cannot run like a start-up of their own. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, LinkKind
from planner.guidance.capabilities import CAPABILITIES, Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.fields import TEAM_LOCKED, name_leads, name_products
from planner.guidance.fixes.linking import link, provider
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.fixes.steps import both
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.texts import is_given
from planner.guidance.wording import at, of_each, team_names, teams, told
from planner.messages import counted, listed, message

_MENDED_ALONE = 3


def _missing(facts: Facts, venture: str) -> list[Capability]:
    return [each for each in CAPABILITIES if not facts.reaches(venture, each)]


def _judge(facts: Facts, team: str) -> Judgement | None:
    row = facts.team(team)
    if row.kind is not Kind.VENTURE:
        return None
    complete = all(facts.reaches(team, each) for each in CAPABILITIES)
    return (row.lead is not None) + complete + facts.has_own_product(team), 3


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    yield from _leaderless(facts, losses)
    yield from _incomplete(facts, losses)
    yield from _unfocused(facts, losses)


def _leaderless(facts: Facts, losses: Losses) -> Iterator[Defect]:
    short = [venture for venture in losses.items if facts.team(venture).lead is None]
    if short:
        yield Defect(
            key="lead",
            part=losses.part(len(short)),
            title=counted("One venture has no lead", "{count} ventures have no lead", len(short)),
            where=at(team_names(facts, short)),
            message=message("Nobody decides for a venture, so it waits for decisions from above."),
            subjects=teams(short),
            evidence=of_each(facts, short, "{team} has no lead."),
            fixes=partial(name_leads, facts, short),
            no_fix=message("Nobody sits in the venture or has time left, or it is locked."),
        )


def _incomplete(facts: Facts, losses: Losses) -> Iterator[Defect]:
    short = [venture for venture in losses.items if _missing(facts, venture)]
    if short:
        yield Defect(
            key="capabilities",
            part=losses.part(len(short)),
            title=counted(
                "One venture misses a capability", "{count} ventures miss a capability", len(short)
            ),
            where=at(team_names(facts, short)),
            message=message(
                "A venture that cannot build, host, feed and embed its models is not independent."
            ),
            subjects=teams(short),
            evidence=told((_fact(facts, venture) for venture in short), len(short)),
            fixes=partial(_fix_incomplete, facts, short),
            no_fix=message("No one step brings all that is missing. Start with the roles that nobody fills."),
        )


def _fact(facts: Facts, venture: str) -> Evidence:
    text = message(
        "Nobody in {team}, or in a team that serves it or works with it, can {deeds}.",
        team=facts.team(venture).name,
        deeds=listed(message(each.deed) for each in _missing(facts, venture)),
    )
    return Evidence(text, teams([venture]))


def _fix_incomplete(facts: Facts, short: list[str]) -> Iterator[Fix]:
    ways = {venture: _completed(facts, venture) for venture in short}
    whole = [fix for fix in ways.values() if fix is not None]
    if len(whole) > 1:
        yield both(message("Complete {count} ventures", count=len(whole)), *whole)
    yield from whole[:_MENDED_ALONE]
    for venture in short[:_MENDED_ALONE]:
        missing = _missing(facts, venture)
        if len(missing) == 1:
            for function in missing[0].functions:
                yield from fill(facts, function, one_of(venture))


def _completed(facts: Facts, venture: str) -> Fix | None:
    """All that a venture misses in one step: links with teams that have it, else people with time left."""
    steps: list[Fix] = []
    helpers: set[str] = set()
    for capability in _missing(facts, venture):
        if any(facts.teams[helper].has(*capability.functions) for helper in helpers):
            continue
        helper = provider(facts, capability.functions)
        if helper is not None and helper != venture:
            steps.append(link(facts, helper, venture, LinkKind.SERVES))
            helpers.add(helper)
            continue
        filled = _filled(facts, venture, capability)
        if filled is None:
            return None
        steps.append(filled)
    if len(steps) == 1:
        return steps[0]
    return both(message("Give {team} what it misses", team=facts.team(venture).name), *steps)


def _filled(facts: Facts, venture: str, capability: Capability) -> Fix | None:
    for function in capability.functions:
        for fix in fill(facts, function, one_of(venture)):
            return fix
    return None


def _unfocused(facts: Facts, losses: Losses) -> Iterator[Defect]:
    short = [venture for venture in losses.items if not facts.has_own_product(venture)]
    if short:
        yield Defect(
            key="product",
            part=losses.part(len(short)),
            title=counted(
                "One venture has no product of its own", "{count} ventures have no own product", len(short)
            ),
            where=at(team_names(facts, short)),
            message=message("A venture stands for one product that is no other venture's."),
            subjects=teams(short),
            evidence=told((_product_fact(facts, venture) for venture in short), len(short)),
            fixes=partial(name_products, facts, short),
            no_fix=TEAM_LOCKED,
        )


def _product_fact(facts: Facts, venture: str) -> Evidence:
    row = facts.team(venture)
    words = "Another venture has the product of {team} too." if is_given(row.product) else (
        "The product of {team} is blank."
    )  # fmt: skip
    return Evidence(message(words, team=row.name), teams([venture]))


RULE = Rule(
    id="venture/independent",
    name=message("Ventures can run on their own"),
    category=Category.PRODUCT_CENTRE,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Ventures."),
    looks_for=message(
        "Three things of each venture: a lead, all four capabilities within reach, and a product that no "
        "other venture has. A venture is served by every core that it stands under."
    ),
    why=message(
        "The centre gains speed by letting its units act on their own. A unit without a lead, a product or "
        "the people for it is a department with another name."
    ),
    better=message("A lead, a product and all that it takes, in the venture or from the core above it."),
    section=message("Structures: product centre"),
    says=message("In a product centre the units inside run like independent start-ups."),
    breaking="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  DE Mateo Silva
  venture Fraud Shield
    DS Ravi Kulkarni
partner Engineering
  SD Adam Novak
""",
    mended="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  DE Mateo Silva
  venture Fraud Shield, lead Ravi Kulkarni, product "Fraud Shield"
    DS Ravi Kulkarni
partner Engineering
  SD Adam Novak
Engineering serves Fraud Shield
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)
