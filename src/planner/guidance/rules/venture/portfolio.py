"""Finds product centres in which the ventures' order is not set in one place. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, Practice, PracticeKind, Structure, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import joined, known, started
from planner.guidance.fixes.founding import cores_to_be, found, ventures_to_be
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, of_each, team_names, teams
from planner.messages import message

_ORDER = PracticeKind.PRIORITISATION


def _is_central(facts: Facts, practice: Practice) -> bool:
    """Whether the owner is a core, or a person who leads a core or holds a seat in one."""
    owner, cores = practice.owner, facts.nesting.cores
    if owner is None:
        return False
    if owner in facts.teams:
        return owner in cores
    held = facts.people[owner].seats if owner in facts.people else ()
    if any(facts.scenario.seats[seat].team in cores for seat in held):
        return True
    return any(facts.team(core).lead == owner for core in cores)


def _ventures_in(facts: Facts, practice: Practice) -> int:
    return sum(facts.teams[team].kind is Kind.VENTURE for team in facts.taking_part(practice))


def _best(facts: Facts) -> Practice | None:
    """The prioritisation owned at the centre that most ventures take part in; ties by the order given."""
    central = [each for each in facts.scenario.practices if each.kind is _ORDER and _is_central(facts, each)]
    return max(central, key=lambda each: _ventures_in(facts, each)) if central else None


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if facts.scenario.structure is not Structure.PRODUCT_CENTRE:
        return None
    best = _best(facts)
    some = 0 if best is None else _ventures_in(facts, best)
    return (some > 0) + (0 < some == facts.tallies.kinds[Kind.VENTURE]), 2


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    ventures = [team.id for team in facts.scenario.teams if team.kind is Kind.VENTURE]
    best = _best(facts)
    named = facts.taking_part(best) if best is not None else frozenset[str]()
    outside = [venture for venture in ventures if venture not in named]
    yield Defect(
        key="portfolio",
        part=losses.part(losses.possible - losses.earned),
        title=message("Ventures are not ranked in one place")
        if losses.earned == 0
        else message("Some ventures are ranked elsewhere"),
        where=at(team_names(facts, outside)) if outside else WHOLE_LAYOUT,
        message=message("The centre cannot pick the project that is worth most to the whole company."),
        subjects=teams(outside),
        evidence=_evidence(facts, ventures, best, outside),
        fixes=partial(_fixes, facts, ventures),
        no_fix=message("There is no core that could own the order."),
    )


def _evidence(
    facts: Facts, ventures: list[str], best: Practice | None, outside: list[str]
) -> tuple[Evidence, ...]:
    if not ventures:
        return (Evidence(message("The layout has no venture.")),)
    if best is None:
        return (Evidence(message("No prioritisation is owned by a core or by somebody in one.")),)
    return of_each(facts, outside, "{team} takes no part in the prioritisation owned at the centre.")


def _fixes(facts: Facts, ventures: list[str]) -> Iterator[Fix]:
    if ventures:
        yield from _rank(facts, ventures)
        return
    for core in cores_to_be(facts):
        for some in ventures_to_be(facts, core.teams[0]):
            label = message("Make {team} a venture that {core} ranks", team=some.name, core=core.name)
            ranked = started(facts, _ORDER, some.teams, owner=core.teams[0])
            yield Fix(label, together(label, *core.steps, *some.steps, ranked))


def _rank(facts: Facts, ventures: list[str]) -> Iterator[Fix]:
    """Have all ventures ranked in a practice that a core owns: one there is, else a new one."""
    label = message("Rank all ventures in one place")
    best = _best(facts)
    if best is not None:
        yield Fix(label, joined(facts, best, ventures))
    core = found(facts, Kind.CORE)
    for practice in known(facts, _ORDER):
        if practice.owner is None:
            joined_by_all = joined(facts, practice, ventures, owner=core.teams[0])
            yield Fix(label, together(label, *core.steps, joined_by_all))
            break
    ranked = started(facts, _ORDER, ventures, owner=core.teams[0])
    words = "Add a core that ranks all ventures" if core.is_new else "Let {core} rank all ventures"
    of_core = message(words, core=core.name)
    yield Fix(of_core, together(of_core, *core.steps, ranked))


RULE = Rule(
    id="venture/portfolio",
    name=message("The centre ranks all ventures in one place"),
    category=Category.PRODUCT_CENTRE,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Scenarios that declare a product centre."),
    looks_for=message(
        "One prioritisation that all ventures take part in, owned by a core or by a person who leads a core "
        "or holds a seat in one. Half when only some ventures take part, nothing without ventures."
    ),
    why=message(
        "The strength of a product centre is that it picks what is worth most to the whole company. That "
        "takes one order of all ventures, not one for each department."
    ),
    better=message("One prioritisation owned at the centre, with every venture in it."),
    section=message("Structures: product centre"),
    says=message(
        "A product centre sets its own priorities, and picks the ML project worth most to the whole company."
    ),
    breaking="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  venture Fraud Shield
    DS Ravi Kulkarni
  venture Churn Radar
    DS Leila Haddad
practice prioritisation by ML Centre: Fraud Shield
""",
    mended="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  venture Fraud Shield
    DS Ravi Kulkarni
  venture Churn Radar
    DS Leila Haddad
practice prioritisation by ML Centre: Fraud Shield, Churn Radar
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)
