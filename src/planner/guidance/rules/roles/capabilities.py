"""Finds capabilities that nobody brings: building models, hosting them, feeding them, embedding them.

Guidance: Roles.
"""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from planner.domain import Function
from planner.guidance.capabilities import CAPABILITIES, Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import NOBODY_FREE, fill
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, a_role, teams
from planner.messages import Message, message


def _brings(facts: Facts, capability: Capability) -> bool:
    return any(facts.tallies.filled[function] for function in capability.functions)


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if not facts.tallies.ml_teams:
        return None
    return sum(_brings(facts, capability) for capability in CAPABILITIES), len(CAPABILITIES)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    for capability in CAPABILITIES:
        if not _brings(facts, capability):
            yield Defect(
                key=capability,
                part=losses.part(1),
                title=message("Nobody can {deed}", deed=message(capability.deed)),
                where=WHOLE_LAYOUT,
                message=_message(capability),
                subjects=teams(team.id for team in facts.scenario.teams if team.kind.is_ml),
                evidence=(Evidence(_no_seat(capability)),),
                fixes=partial(_fixes, facts, capability),
                no_fix=NOBODY_FREE,
            )


def _message(capability: Capability) -> Message:
    match capability:
        case Capability.MODEL:
            return message("No data scientist or research scientist is there to build a model.")
        case Capability.HOST:
            return message("No MLOps engineer is there to deploy models and keep them running.")
        case Capability.FEED:
            return message("No data engineer is there to bring data to the models.")
        case Capability.EMBED:
            return message("No software developer is there to join models to business systems.")


def _no_seat(capability: Capability) -> Message:
    if capability is Capability.MODEL:
        return message("No seat for a data scientist or a research scientist is filled.")
    return message("No seat for {role} is filled.", role=a_role(capability.functions[0]))


def _fixes(facts: Facts, capability: Capability) -> Iterator[Fix]:
    roles: tuple[Function, ...] = capability.functions
    yield from chain.from_iterable(fill(facts, role) for role in roles)


RULE = Rule(
    id="roles/capabilities",
    name=message("All four capabilities are there"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Layouts with at least one ML team."),
    looks_for=message(
        "The four capabilities, of which each must be filled by somebody, anywhere in the layout."
    ),
    why=message(
        "A model is worth something once it is built, hosted, fed with data and embedded in a business "
        "system. If one of the four is missing, the other three wait."
    ),
    better=message(
        "A data or research scientist, an MLOps engineer, a data engineer and a software developer. In a "
        "small company one person may be several of them."
    ),
    section=message("Roles"),
    says=message(
        "The ideal team can build a model, host it, feed it with data and embed it in the business systems."
    ),
    breaking="""
person Adam Novak: software-developer
scenario Today: small-startup, product
squad Checkout
  DS Ravi Kulkarni
  DE Mateo Silva
  MO Clara Dubois
""",
    mended="""
scenario Today: small-startup, product
squad Checkout
  DS Ravi Kulkarni
  DE Mateo Silva
  MO Clara Dubois 50%
  SD Clara Dubois 50%
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)
