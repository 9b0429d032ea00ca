"""Says in words what popovers tell of people, teams and seats."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Final

from planner.app.agreements.wording import practice_name
from planner.domain import (
    Function,
    Kind,
    Level,
    Practice,
    Project,
    Scenario,
    Seat,
    Team,
)
from planner.domain.shares import TOLERANCE, free_capacity, planned, share_held
from planner.guidance.full_stack import is_full_stack
from planner.messages import ENGLISH, Format, Fte, Message, Share, counted, message, render

KIND_MEANINGS: Final = {
    Kind.CORE: "A central ML team that serves the others",
    Kind.SQUAD: "A complete team for one feature or product",
    Kind.VENTURE: "A unit of a product centre, run like a start-up",
    Kind.PARTNER: "A team outside ML: business, product, design",
    Kind.GROUP: "A box around other teams",
}
"""What each kind of team is, in a line."""

_LEVELS: Final = {
    Level.ACCOUNTABLE: "Accountable for {activity}",
    Level.RESPONSIBLE: "Responsible for {activity}",
    Level.CONSULTED: "Consulted on {activity}",
    Level.INFORMED: "Informed about {activity}",
}
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def agreements(project: Project, scenario: Scenario, team: str) -> Iterator[str]:
    """What a team has agreed to: practices that it owns or takes part in, and its responsibilities."""
    for practice in scenario.practices:
        words = _part_in(project, scenario, practice, team)
        if words is not None:
            yield str(words)
    for duty in scenario.responsibilities:
        if duty.team == team:
            yield str(message(_LEVELS[duty.level], activity=message(duty.activity.phrase)))


def _part_in(project: Project, scenario: Scenario, practice: Practice, team: str) -> Message | None:
    name = message(practice_name(practice.kind))
    if practice.owner == team:
        return message("Owns {practice}", practice=name)
    if team not in practice.teams:
        return None
    owner = scenario.teams.get(practice.owner) or project.people.get(practice.owner)
    if owner is None:
        return message("Takes part in {practice}, which nobody owns", practice=name)
    return message("Takes part in {practice} of {owner}", practice=name, owner=owner.name)


def head_count(project: Project, scenario: Scenario, team: Team, form: Format = ENGLISH) -> str:
    """``7 of 8 seats filled, 6.5 FTE``, and the yearly cost as far as it is known."""
    seats = [seat for seat in scenario.seats if seat.team == team.id]
    filled = [seat for seat in seats if seat.is_filled]
    text = counted(
        "{filled} of {count} seat filled, {fte} FTE",
        "{filled} of {count} seats filled, {fte} FTE",
        len(seats),
        filled=len(filled),
        fte=Fte(fsum(map(share_held, filled))),
    )
    cost = yearly_cost(project, filled, form)
    return "\n".join(filter(None, (render(text, form), cost))) if seats else "No seats yet"


def yearly_cost(project: Project, filled: Sequence[Seat], form: Format = ENGLISH) -> str:
    """``Costs 430,000 EUR a year``, or ``at least`` so much where some costs are open; empty when all are."""
    costs = [(seat, project.people[seat.person or ""].cost) for seat in filled]
    known = [share_held(seat) * cost for seat, cost in costs if cost is not None]
    if not known:
        return ""
    amount = " ".join(filter(None, (form.decimals(fsum(known), 0), project.currency)))
    if len(known) == len(costs):
        return str(message("Costs {amount} a year", amount=amount))
    return str(message("Costs at least {amount} a year; some costs are open", amount=amount))


def role_words(functions: Sequence[Function], title: str) -> str:
    """``Full-stack data scientist, four part-time roles``; else the title, or the one role that they hold."""
    different = list(dict.fromkeys(functions))
    if is_full_stack(different):
        roles = f"{_written(len(different))} part-time roles"
        return str(message("Full-stack data scientist, {roles}", roles=roles))
    if title:
        return title
    if len(different) > 1:
        return str(message("{number} roles", number=_written(len(different)).capitalize()))
    return different[0].label if different else str(message("On the bench"))


def share_sum(project: Project, scenario: Scenario, person: str) -> str:
    """``60 of 100%``: what is planned of what there is."""
    capacity = project.people[person].capacity
    part = str(message("{part}", part=Share(planned(scenario, person)))).rstrip("%")
    return str(message("{part} of {all}", part=part, all=Share(capacity)))


def is_over(project: Project, scenario: Scenario, person: str) -> bool:
    """Whether more is planned of a person than there is."""
    return planned(scenario, person) > project.people[person].capacity + TOLERANCE


def load_words(project: Project, scenario: Scenario, person: str) -> str:
    """``40% free``, or by how much a person is planned beyond their capacity."""
    who = project.people[person]
    if is_over(project, scenario, person):
        over = Share(planned(scenario, person) - who.capacity)
        return str(message("{over} more than there is", over=over))
    return str(message("{free} free", free=Share(free_capacity(scenario, who))))


def held_words(project: Project, person: str) -> Message:
    """Where a person is in the plan: ``Holds 3 seats in 2 scenarios.``"""
    held = [
        sum(seat.person == person for seat in scenario.seats)
        for scenario in project.scenarios
        if any(seat.person == person for seat in scenario.seats)
    ]
    if not held:
        return message("Holds no seat in any scenario.")
    seats = counted("{count} seat", "{count} seats", sum(held))
    return counted(
        "Holds {seats} in {count} scenario.", "Holds {seats} in {count} scenarios.", len(held), seats=seats
    )


def _written(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
