"""Finds ventures that stand apart from the rest of the organisation. Guidance: Structures."""

from collections.abc import Iterable, Iterator
from functools import partial

from planner.domain import Edit, Kind, Link, LinkKind, Structure, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.founding import cores_to_be, found, ventures_to_be
from planner.guidance.fixes.linking import link, link_all
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, of_each, team_names, teams
from planner.messages import counted, message

_MENDED_ALONE = 2
_PARTNERS_OFFERED = 3


def _is_linked(facts: Facts, venture: str) -> bool:
    return any(facts.teams[other].kind is Kind.PARTNER for other in facts.tied(venture).all)


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.VENTURE:
        return None
    return int(_is_linked(facts, team)), 1


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    if facts.scenario.structure is not Structure.PRODUCT_CENTRE:
        return None
    return earned / possible if possible else 0.0


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    if not losses.possible:
        yield Defect(
            key="no-venture",
            part=1.0,
            title=message("There is no venture to link"),
            where=WHOLE_LAYOUT,
            message=message("A product centre works through its ventures, and there are none."),
            evidence=(Evidence(message("The layout has no venture.")),),
            fixes=partial(_fix_no_venture, facts),
            no_fix=message("The teams are locked. Unlock one to make it a venture."),
        )
        return
    apart = list(losses.items)
    yield Defect(
        key="apart",
        part=losses.part(len(apart)),
        title=counted("One venture stands apart", "{count} ventures stand apart", len(apart)),
        where=at(team_names(facts, apart)),
        message=message(
            "A product centre only works when it is well tied into the rest of the organisation."
        ),
        subjects=teams(apart),
        evidence=of_each(facts, apart, "{team} is linked with no partner team."),
        fixes=partial(_fixes, facts, apart),
        no_fix=message("There is no partner team to link with."),
    )


def _fixes(facts: Facts, apart: list[str]) -> Iterator[Fix]:
    partners = [team.id for team in facts.scenario.teams if team.kind is Kind.PARTNER]
    if partners:
        if len(apart) > 1:
            yield next(link_all(facts, partners[0], apart, LinkKind.COLLABORATES))
        for venture in apart[:_MENDED_ALONE]:
            for partner in partners[:_PARTNERS_OFFERED]:
                yield link(facts, partner, venture, LinkKind.COLLABORATES)
        return
    new = found(facts, Kind.PARTNER)
    label = message("Add a partner team to work with")
    yield Fix(label, together(label, *new.steps, *_links(facts, new.teams[0], apart)))


def _links(facts: Facts, partner: str, ventures: Iterable[str]) -> list[Edit]:
    known = facts.tied(partner).collaborates
    return [
        partial(
            edits.add_link,
            scenario=facts.scenario.id,
            link=Link(source=partner, target=venture, kind=LinkKind.COLLABORATES),
        )
        for venture in ventures
        if venture not in known
    ]


def _fix_no_venture(facts: Facts) -> Iterator[Fix]:
    partner = found(facts, Kind.PARTNER)
    for core in cores_to_be(facts):
        for some in ventures_to_be(facts, core.teams[0]):
            label = message(
                "Make {team} a venture that works with {partner}", team=some.name, partner=partner.name
            )
            links = _links(facts, partner.teams[0], some.teams)
            yield Fix(label, together(label, *core.steps, *partner.steps, *some.steps, *links))


RULE = Rule(
    id="venture/integrated",
    name=message("Ventures are tied into the organisation"),
    category=Category.PRODUCT_CENTRE,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Scenarios that declare a product centre."),
    looks_for=message(
        "The share of ventures linked with a partner team, by a link of any kind in either direction. None "
        "without ventures."
    ),
    why=message(
        "A venture inside the centre is a step away from those who sell, run and use its product. Without "
        "ties it builds past them."
    ),
    better=message("A link from each venture to the partner team that its product is for."),
    section=message("Structures: product centre"),
    says=message("A product centre only works when it is well integrated with the rest of the organisation."),
    breaking="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  venture Fraud Shield
    DS Ravi Kulkarni
partner Payments
  BU Dieter Vogel
""",
    mended="""
scenario Today: enterprise, product, product-centre
core ML Centre
  MO Clara Dubois
  venture Fraud Shield
    DS Ravi Kulkarni
partner Payments
  BU Dieter Vogel
Fraud Shield collaborates Payments
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)
