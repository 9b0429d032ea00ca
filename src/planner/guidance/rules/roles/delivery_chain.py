"""Finds teams that build models but cannot bring them to users with what they have and reach.

A team reaches what it has itself, and what a team has that serves it or collaborates with it. A squad in a
decentralized layout must build and embed on its own. Guidance: Roles.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, LinkKind, Structure
from planner.guidance.capabilities import CAPABILITIES, Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.linking import link_all, provider
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import Message, counted, message

_OWN_IN_SQUADS = (Capability.MODEL, Capability.EMBED)
_MENDED_ALONE = 3
"""So many teams are offered seats of their own."""


def _must_own(facts: Facts, team: str, capability: Capability) -> bool:
    return (
        capability in _OWN_IN_SQUADS
        and facts.scenario.structure is Structure.DECENTRALIZED
        and facts.teams[team].kind is Kind.SQUAD
    )


def _reaches(facts: Facts, team: str, capability: Capability) -> bool:
    if _must_own(facts, team, capability):
        return facts.teams[team].has(*capability.functions)
    return facts.reaches(team, capability)


def _judge(facts: Facts, team: str) -> Judgement | None:
    if not facts.builds_models(team):
        return None
    return sum([_reaches(facts, team, each) for each in CAPABILITIES]), len(CAPABILITIES)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    for capability in CAPABILITIES:
        short = [team for team in losses.items if not _reaches(facts, team, capability)]
        if short:
            yield Defect(
                key=capability,
                part=losses.part(len(short)),
                title=_title(capability, len(short)),
                where=at(team_names(facts, short)),
                message=_message(capability),
                subjects=teams(short),
                evidence=told((_fact(facts, team, capability) for team in short), len(short)),
                fixes=partial(_fixes, facts, capability, short),
                no_fix=message("No team has this capability, and nobody who has it has time left."),
            )


def _title(capability: Capability, count: int) -> Message:
    match capability:
        case Capability.MODEL:
            return counted("One team reaches no model builder", "{count} teams reach no model builder", count)
        case Capability.HOST:
            return counted(
                "One team reaches no MLOps engineer", "{count} teams reach no MLOps engineer", count
            )
        case Capability.FEED:
            return counted("One team reaches no data engineer", "{count} teams reach no data engineer", count)
        case Capability.EMBED:
            return counted(
                "One team reaches no software developer", "{count} teams reach no software developer", count
            )


def _message(capability: Capability) -> Message:
    match capability:
        case Capability.MODEL:
            return message("A team that answers for models has nobody within reach who builds them.")
        case Capability.HOST:
            return message("A team that builds models has nobody within reach who deploys and runs them.")
        case Capability.FEED:
            return message("A team that builds models has nobody within reach who supplies the data.")
        case Capability.EMBED:
            return message("A team that builds models has nobody within reach who joins them to the product.")


def _fact(facts: Facts, team: str, capability: Capability) -> Evidence:
    name, deed = facts.team(team).name, message(capability.deed)
    if _must_own(facts, team, capability):
        text = message("{team} has nobody of its own to {deed}, as a squad needs.", team=name, deed=deed)
    else:
        text = message("Nobody in {team}, or in a team that serves it or works with it, can {deed}.",
                       team=name, deed=deed)  # fmt: skip
    return Evidence(text, teams([team]))


def _fixes(facts: Facts, capability: Capability, short: list[str]) -> Iterator[Fix]:
    helped = [team for team in short if not _must_own(facts, team, capability)]
    helper = provider(facts, capability.functions)
    if helper is not None and helped:
        yield from link_all(facts, helper, helped, LinkKind.SERVES)
    for team in short[:_MENDED_ALONE]:
        for function in capability.functions:
            yield from fill(facts, function, one_of(team))


RULE = Rule(
    id="roles/delivery-chain",
    name=message("Model builders reach all they need"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("ML teams that have a seat for building models, or answer for model development."),
    looks_for=message(
        "Whether such a team has, or gets from a team that serves it or collaborates with it, all four "
        "capabilities. One step only; a venture is served by every core that it stands under."
    ),
    why=message(
        "A model that nobody near its makers can feed, host or embed stays an experiment, and its makers "
        "wait for people who have other plans."
    ),
    better=message(
        "Seats of its own, or a link to a team that has what is missing. In a decentralized layout a squad "
        "builds and embeds with its own people."
    ),
    section=message("Roles"),
    says=message(
        "Whoever builds models stands on others: data engineers supply the data, MLOps engineers run the "
        "models, developers bring them into the product."
    ),
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
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    context=lambda facts: facts.scenario.structure is Structure.DECENTRALIZED,
)
