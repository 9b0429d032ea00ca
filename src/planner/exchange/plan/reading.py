"""Reads a plan: text in, project out, or every fault of the text at once."""

from typing import Any

from planner.domain import (
    Link,
    Mute,
    OwnWeights,
    Person,
    Practice,
    Project,
    Responsibility,
    Rows,
    Scenario,
    Seat,
    Team,
)
from planner.errors import PlannerError
from planner.exchange.plan.checks import check
from planner.exchange.plan.faults import Fault, PlanFaults
from planner.exchange.plan.readers import described
from planner.exchange.plan.records import PlanRecord, Record, ScenarioRecord, plan_record
from planner.exchange.plan.source import tree
from planner.messages import message

FORMAT = "teamplan"
VERSION = 1


def read(source: str | bytes) -> Project:
    """The project that a plan holds; bytes are UTF-8.

    What the format keeps no order of (people, links, practices, responsibilities, muted rules) stands sorted,
    and practices are numbered in that order. Raises PlanFaults with all faults, PlannerError when the text is
    no plan at all.
    """
    root = tree(source)
    if not isinstance(root, dict):
        raise PlannerError(
            "This is no plan: a plan is one JSON object, and here stands {value}.", value=described(root)
        )
    faults: list[Fault] = []
    _check_version(root, faults)
    plan = plan_record(root, faults)
    faults.extend(check(plan))
    if faults:
        raise PlanFaults(faults)
    return _project(plan)


def _check_version(root: dict[str, Any], faults: list[Fault]) -> None:
    if root.get("format") != FORMAT:
        raise PlannerError('This is no plan: a plan says "format": "{format}" at its top.', format=FORMAT)
    version = root.get("version")
    if type(version) is int and version > VERSION:
        raise PlannerError(
            "This plan has version {version}, made by a newer program; this one reads version {known}.",
            version=version,
            known=VERSION,
        )
    if type(version) is not int or version != VERSION:
        faults.append(Fault("$.version", message("expected the number {version}", version=VERSION)))


def _project(plan: PlanRecord) -> Project:
    people = sorted((Person(**row.values) for row in plan.people), key=lambda person: person.id)
    capacities = {person.id: person.capacity for person in people}
    return Project(
        **plan.settings.values,
        rule_pack=OwnWeights(**plan.rule_pack.values) if plan.rule_pack is not None else None,
        people=Rows(people),
        scenarios=Rows([_scenario(record, capacities) for record in plan.scenarios]),
    )


def _scenario(record: ScenarioRecord, capacities: dict[str, float]) -> Scenario:
    layout = record.layout
    context = dict(record.context.values)
    context["assumed"] = frozenset(context["assumed"])
    links = [Link(**row.values) for row in layout["links"]]
    duties = [Responsibility(**row.values) for row in layout["responsibilities"]]
    return Scenario(
        **context,
        teams=Rows([Team(**row.values) for row in layout["teams"]]),
        seats=Rows([_seat(row, capacities) for row in layout["seats"]]),
        links=Rows(sorted(links, key=lambda link: link.key)),
        practices=Rows(_practices(layout["practices"])),
        responsibilities=Rows(sorted(duties, key=lambda duty: duty.key)),
        muted=Rows(sorted((Mute(**row.values) for row in layout["muted"]), key=lambda mute: mute.rule)),
    )


def _seat(row: Record, capacities: dict[str, float]) -> Seat:
    demand, share, person = row.values["demand"], row.values["share"], row.values["person"]
    if person is None:
        return Seat(**(row.values | {"demand": 1.0 if demand is None else demand}))
    capacity = capacities[person]
    if demand is None:
        demand = capacity if share is None else share
    if share is None:
        share = min(demand, capacity)
    return Seat(**(row.values | {"demand": demand, "share": share}))


def _practices(rows: list[Record]) -> list[Practice]:
    unnumbered = sorted((Practice(id="", **row.values) for row in rows), key=practice_key)
    return [
        Practice(id=f"practice {number}", kind=one.kind, owner=one.owner, teams=one.teams)
        for number, one in enumerate(unnumbered, 1)
    ]


def practice_key(practice: Practice) -> tuple[str, str, tuple[str, ...]]:
    """What sorts practices in a plan, which has no ids for them: kind, owner (none first), teams."""
    return (practice.kind.value, practice.owner or "", practice.teams)
