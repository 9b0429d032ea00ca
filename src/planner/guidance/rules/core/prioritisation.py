"""Finds cores without an open, owned order of the requests made of them. Guidance: Structures."""

from collections.abc import Hashable, Iterator
from functools import partial

from planner.domain import Kind, PracticeKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import company, joined, known, started
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_ORDER = PracticeKind.PRIORITISATION
_SHARED, _ALONE, _LOOSE = 10, 6, 5
FEW_USE_CASES = 3
"""Fewer use cases than this can do without an order."""
_MENDED_ALONE = 2


def _few_wait(facts: Facts) -> bool:
    return facts.scenario.use_cases < FEW_USE_CASES


def _context(facts: Facts) -> Hashable:
    return _few_wait(facts)


def _state(facts: Facts, core: str) -> str:
    """How a core's requests are ranked: shared, alone, without an owner, or not at all."""
    practices = facts.practices_of(core, _ORDER)
    owned = [each for each in practices if each.owner is not None]
    if owned:
        return "shared" if any(facts.has_company(core, each) for each in owned) else "alone"
    return "owner" if practices else "none"


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.CORE:
        return None
    none = _LOOSE if _few_wait(facts) else 0
    return {"shared": _SHARED, "alone": _ALONE, "owner": _LOOSE, "none": none}[_state(facts, team)], _SHARED


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    by_state: dict[str, list[str]] = {}
    for core in losses.items:
        by_state.setdefault(_state(facts, core), []).append(core)
    for state, cores in by_state.items():
        units = sum(most - earned for earned, most in (_judge(facts, core) or (0, 0) for core in cores))
        one, many, text, fact = _WORDS[state]
        yield Defect(
            key=state,
            part=losses.part(units),
            title=counted(one, many, len(cores)),
            where=at(team_names(facts, cores)),
            message=message(text),
            subjects=teams(cores),
            evidence=of_each(facts, cores, fact),
            fixes=partial(_fixes, facts, state, cores),
            no_fix=message("There is no other team to agree with. Add the teams that the core works for."),
        )


_WORDS = {
    "none": (
        "One core has no order of requests",
        "{count} cores have no order of requests",
        "More is asked of a central team than it can do, and nothing says what comes first.",
        "{team} takes part in no prioritisation.",
    ),
    "owner": (
        "Nobody owns one core's order of requests",
        "{count} orders of requests have no owner",
        "An order of requests that nobody owns is decided by who asks loudest.",
        "The prioritisation that {team} takes part in has no owner.",
    ),
    "alone": (
        "One core ranks its requests alone",
        "{count} cores rank their requests alone",
        "An order of requests is open only when those who ask take part in it.",
        "{team} is the only team in its prioritisation.",
    ),
}


def _fixes(facts: Facts, state: str, cores: list[str]) -> Iterator[Fix]:
    for core in cores[:_MENDED_ALONE]:
        others = company(facts, core)
        name = facts.team(core).name
        mine = facts.practices_of(core, _ORDER)
        if state == "none":
            yield from _join_known(facts, core)
            label = message("Rank requests to {team} with those who ask", team=name)
            yield Fix(label, started(facts, _ORDER, [core, *others], owner=core))
        elif state == "owner":
            label = message("Make {team} the owner of the order of requests", team=name)
            yield Fix(label, joined(facts, mine[0], others if len(mine[0].teams) == 1 else (), owner=core))
        else:
            label = message("Let those who ask rank requests with {team}", team=name)
            owned = [each for each in mine if each.owner is not None]
            yield Fix(label, joined(facts, owned[0], others))


def _join_known(facts: Facts, core: str) -> Iterator[Fix]:
    """Take part in an order of requests that somebody owns already."""
    for practice in known(facts, _ORDER)[:1]:
        label = message("Let {team} take part in the prioritisation", team=facts.team(core).name)
        yield Fix(label, joined(facts, practice, [core], owner=core))


RULE = Rule(
    id="core/prioritisation",
    name=message("Requests to the core are ranked openly"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "A prioritisation with an owner in which the core and another team take part. Alone in one counts "
        "60%. One that nobody owns counts half, as does none at all while fewer than three use cases wait."
    ),
    why=message(
        "Every department wants something from a central team. Without an order that all can see, it serves "
        "whoever asks last, and the rest lose trust."
    ),
    better=message("One prioritisation, owned by somebody, together with the teams that ask."),
    section=message("Structures: centralized"),
    says=message(
        "A central team gets more requests than it can take. The remedy is an order of requests that is open "
        "and that those who ask find reasonable."
    ),
    breaking="""
scenario Today: enterprise, product, centralized, 6 use cases
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Marketing
  MK Dieter Vogel
""",
    mended="""
scenario Today: enterprise, product, centralized, 6 use cases
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Marketing
  MK Dieter Vogel
practice prioritisation by ML Platform: Marketing
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    context=_context,
)
