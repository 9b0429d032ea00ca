"""Finds squads of a hybrid that no core serves. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Edit, Kind, Link, LinkKind, Structure, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.founding import Founded, cores_to_be, squads_to_be
from planner.guidance.fixes.linking import link_all
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, of_each, team_names, teams
from planner.messages import counted, message


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.SQUAD:
        return None
    return int(bool(facts.served_by_core(team))), 1


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    if facts.scenario.structure is not Structure.HYBRID:
        return None
    return earned / possible if possible else 0.0


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    if not losses.possible:
        yield Defect(
            key="no-squad",
            part=1.0,
            title=message("There is no squad to serve"),
            where=WHOLE_LAYOUT,
            message=message("In a hybrid a core serves squads, and there are none."),
            evidence=(Evidence(message("The layout has no squad.")),),
            fixes=partial(_fix_no_squad, facts),
            no_fix=message("The teams are locked. Unlock one to make it a squad."),
        )
        return
    apart = list(losses.items)
    yield Defect(
        key="unserved",
        part=losses.part(len(apart)),
        title=counted("No core serves one squad", "No core serves {count} squads", len(apart)),
        where=at(team_names(facts, apart)),
        message=message("A squad that no core serves has to build its own infrastructure."),
        subjects=teams(apart),
        evidence=of_each(facts, apart, "No core serves {team}."),
        fixes=partial(_fixes, facts, apart),
        no_fix=message("There is no core, and no team that could be one."),
    )


def _fixes(facts: Facts, apart: list[str]) -> Iterator[Fix]:
    for core in cores_to_be(facts):
        if not core.steps:
            yield from link_all(facts, core.teams[0], apart, LinkKind.SERVES)
            continue
        label = message("Make {core} the core that serves the squads", core=core.name)
        yield Fix(label, together(label, *core.steps, *_links(facts, core, apart)))


def _links(facts: Facts, core: Founded, squads: list[str]) -> list[Edit]:
    (source,) = core.teams
    return [
        partial(
            edits.add_link,
            scenario=facts.scenario.id,
            link=Link(source=source, target=squad, kind=LinkKind.SERVES),
        )
        for squad in squads
        if squad != source and squad not in facts.tied(source).serves
    ]


def _fix_no_squad(facts: Facts) -> Iterator[Fix]:
    for core in cores_to_be(facts):
        for squads in squads_to_be(facts):
            label = counted(
                "Make {team} a squad that {core} serves",
                "Make {count} teams squads that {core} serves",
                len(squads.teams),
                team=squads.name,
                core=core.name,
            )
            links = _links(facts, core, list(squads.teams))
            yield Fix(label, together(label, *squads.steps, *core.steps, *links))


RULE = Rule(
    id="hybrid/core-serves-squads",
    name=message("The core serves every squad"),
    category=Category.HYBRID,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Scenarios that declare a hybrid."),
    looks_for=message(
        "The share of squads that a core serves, by a link from the core. None without squads."
    ),
    why=message(
        "The core is there so that squads need not each build their own platform. A squad that it does not "
        "serve does just that."
    ),
    better=message("A link from a core to each squad."),
    section=message("Structures: hybrid"),
    says=message("The core provides infrastructure and good practice to the squads."),
    breaking="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
squad Churn Radar
  DS Leila Haddad
ML Platform serves Fraud Shield
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
squad Churn Radar
  DS Leila Haddad
ML Platform serves Fraud Shield, Churn Radar
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)
