"""Finds cores that stand apart from the squads and the partner teams around them. Guidance: Structures.

More than five partner teams need not be linked: nobody works closely with every department of a company.
"""

from collections import Counter
from collections.abc import Hashable, Iterator
from functools import partial

from planner.domain import Kind, Link, LinkKind, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.founding import found
from planner.guidance.fixes.linking import link_all
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import counted, message

PARTNERS_ENOUGH = 5
_MENDED_ALONE = 2


def _wanted(facts: Facts) -> tuple[int, int]:
    """How many squads, and how many partner teams, a core should be linked with."""
    kinds = facts.tallies.kinds
    return kinds[Kind.SQUAD], min(kinds[Kind.PARTNER], PARTNERS_ENOUGH)


def _context(facts: Facts) -> Hashable:
    return _wanted(facts)


def _linked(facts: Facts, core: str) -> frozenset[str]:
    """The teams linked with a core or with a venture under it."""
    return facts.tied(core).all.union(*(facts.tied(each).all for each in facts.ventures_under(core)))


def _counts(facts: Facts, core: str) -> Counter[Kind]:
    """How many teams of each kind a core is linked with."""
    teams = facts.teams
    return Counter([teams[each].kind for each in _linked(facts, core)])


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.CORE:
        return None
    squads, partners = _wanted(facts)
    if not squads + partners:
        return 0, 1
    linked = _counts(facts, team)
    return linked[Kind.SQUAD] + min(linked[Kind.PARTNER], PARTNERS_ENOUGH), squads + partners


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    squads, partners = _wanted(facts)
    if not squads + partners:
        yield _nobody_there(facts, losses)
        return
    linked = {core: _counts(facts, core) for core in losses.items}
    apart = {core: squads - counts[Kind.SQUAD] for core, counts in linked.items()}
    yield from _unlinked(facts, losses, Kind.SQUAD, {core: count for core, count in apart.items() if count})
    short = {core: partners - counts[Kind.PARTNER] for core, counts in linked.items()}
    short = {core: count for core, count in short.items() if count > 0}
    yield from _unlinked(facts, losses, Kind.PARTNER, short)


def _nobody_there(facts: Facts, losses: Losses) -> Defect:
    cores = losses.items
    return Defect(
        key="nobody",
        part=losses.part(len(cores)),
        title=counted("One core has nobody to work for", "{count} cores have nobody to work for", len(cores)),
        where=at(team_names(facts, cores)),
        message=message("There is neither a squad nor a partner team that a core could be linked with."),
        subjects=teams(cores),
        evidence=(Evidence(message("The layout has no squad and no partner team.")),),
        fixes=partial(_fix_nobody, facts, list(cores)),
        no_fix=message("Add the squads and partner teams that the core works for."),
    )


def _unlinked(facts: Facts, losses: Losses, kind: Kind, missing: dict[str, int]) -> Iterator[Defect]:
    if not missing:
        return
    squads = kind is Kind.SQUAD
    words = (
        ("One core is not linked with all squads", "{count} cores are not linked with squads")
        if squads
        else ("One core lacks links to partner teams", "{count} cores lack links to partners")
    )
    yield Defect(
        key=kind,
        part=losses.part(sum(missing.values())),
        title=counted(*words, len(missing)),
        where=at(team_names(facts, missing)),
        message=(
            message("A core that squads are not linked with is left out of their work.")
            if squads
            else message("A core that few departments are linked with becomes a silo.")
        ),
        subjects=teams(missing),
        evidence=told((_fact(facts, core, kind) for core in missing), len(missing)),
        fixes=partial(_fixes, facts, kind, missing),
        no_fix=message("There is nobody left to link with."),
    )


def _fact(facts: Facts, core: str, kind: Kind) -> Evidence:
    all_of_them = facts.tallies.kinds[kind]
    words = {
        Kind.SQUAD: "{team} is linked with {linked} of {count} squads.",
        Kind.PARTNER: "{team} is linked with {linked} of {count} partner teams.",
    }[kind]
    if kind is Kind.PARTNER and all_of_them > PARTNERS_ENOUGH:
        words = "{team} is linked with {linked} of {count} partner teams; five are enough."
    text = counted(
        words.replace("teams.", "team.").replace("squads.", "squad."),
        words,
        all_of_them,
        team=facts.team(core).name,
        linked=_counts(facts, core)[kind],
    )
    return Evidence(text, teams([core]))


def _fixes(facts: Facts, kind: Kind, missing: dict[str, int]) -> Iterator[Fix]:
    for core in list(missing)[:_MENDED_ALONE]:
        linked = _linked(facts, core)
        apart = [team.id for team in facts.scenario.teams if team.kind is kind and team.id not in linked]
        how = LinkKind.SERVES if kind is Kind.SQUAD else LinkKind.COLLABORATES
        yield from link_all(facts, core, apart[: missing[core]], how)


def _fix_nobody(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    partner = found(facts, Kind.PARTNER)
    links = (
        partial(
            edits.add_link,
            scenario=facts.scenario.id,
            link=Link(source=core, target=partner.teams[0], kind=LinkKind.COLLABORATES),
        )
        for core in cores
    )
    label = message("Add a partner team to work with")
    yield Fix(label, together(label, *partner.steps, *links))


RULE = Rule(
    id="core/integration",
    name=message("The core is linked with those around it"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "With how many of all squads, and of up to five partner teams, each core is linked. Links of "
        "ventures under a core count as its own, links of any kind do. A core with nobody around it scores "
        "nothing."
    ),
    why=message(
        "A central team that only talks to itself becomes a silo: it solves problems that nobody has, and "
        "nobody hears of what it can do."
    ),
    better=message("A link with every squad, and with the departments that the work is for."),
    section=message("Structures: centralized"),
    says=message(
        "A central team risks ending up alone. The remedy is to tie it into other departments and to share "
        "what it knows."
    ),
    breaking="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
partner Marketing
  MK Dieter Vogel
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
partner Marketing
  MK Dieter Vogel
ML Platform serves Fraud Shield
ML Platform collaborates Marketing
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    context=_context,
)
