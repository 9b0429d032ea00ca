"""Telling says in sentences what a drop did, and what something is held over."""

from planner.advice.moves import (
    BetweenSeats,
    ByLink,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    InGap,
    OnBench,
    OnSeat,
    OnTeam,
    Several,
    Target,
    ordered_seat,
)
from planner.advice.seat_order import seat_name
from planner.app.moving.gesture import Dropped
from planner.domain import Function, LinkKind, Project, Scenario
from planner.messages import Message, Share, counted, message

_LINKED = {
    LinkKind.SERVES: "{team} serves {other} now.",
    LinkKind.COLLABORATES: "{team} collaborates with {other} now.",
    LinkKind.DOTTED: "{team} has a dotted line to {other} now.",
}


def what_happened(project: Project, scenario: Scenario, dropped: Dropped) -> Message:
    """What a drop did, for the status bar and for screen readers."""
    if isinstance(dropped.target, BetweenSeats):
        return seat_shifted(project, scenario, ordered_seat(dropped.load) or "", dropped.target)
    match dropped.load:
        case Carried(person):
            return _person_moved(scenario, project.people[person].name, dropped.seat)
        case Several():
            return _people_moved(scenario, dropped)
        case CarriedTeam(team):
            return team_moved(scenario, team, dropped.target)
        case DrawnLink(team):
            return _linked(scenario, team, dropped.target)
        case CarriedSeat():
            return dropped.outcome.words


def _person_moved(scenario: Scenario, person: str, seat_id: str | None) -> Message:
    seat = scenario.seats.get(seat_id)
    if seat is None:
        return message("{person} is back on the bench.", person=person)
    is_other = seat.function is Function.OTHER
    return message(
        "{person} is in {team} now, {share}." if is_other else "{person} is {role} in {team} now, {share}.",
        person=person,
        role=message(seat.function.phrase),
        team=scenario.teams[seat.team].name,
        share=Share(seat.share or 0.0),
    )


def _people_moved(scenario: Scenario, dropped: Dropped) -> Message:
    if isinstance(dropped.target, OnBench):
        count = dropped.outcome.words.count
        return counted("{count} person is back on the bench.", "{count} people are back on the bench.", count)
    people = {scenario.seats[seat].person for seat in dropped.seats}
    teams = {scenario.seats[seat].team for seat in dropped.seats}
    team = scenario.teams[teams.pop()].name if teams else ""
    return counted(
        "{count} person is in {team} now.", "{count} people are in {team} now.", len(people), team=team
    )


def team_moved(scenario: Scenario, team: str, target: Target) -> Message:
    """Where a team stands now."""
    name = scenario.teams[team].name
    match target:
        case OnTeam(other):
            return message("{team} is under {other} now.", team=name, other=scenario.teams[other].name)
        case InGap(_, before, _) if before is not None:
            return message("{team} stands before {other} now.", team=name, other=scenario.teams[before].name)
        case InGap(_, _, after) if after is not None:
            return message("{team} stands behind {other} now.", team=name, other=scenario.teams[after].name)
    return message("{team} is under no team now.", team=name)


def seat_shifted(project: Project, scenario: Scenario, seat: str, gap: BetweenSeats) -> Message:
    """Where a seat stands now in its team."""
    row, beside = scenario.seats[seat], scenario.seats[gap.before or gap.after or ""]
    text = "{seat} stands before {other} now." if gap.before else "{seat} stands behind {other} now."
    name = seat_name(project, row, is_first=True)
    return message(text, seat=name, other=seat_name(project, beside))


def _linked(scenario: Scenario, team: str, target: Target) -> Message:
    if not isinstance(target, ByLink):
        return message("{team} is linked.", team=scenario.teams[team].name)
    start, end = (target.source, team) if target.source is not None else (team, target.team)
    is_there = any(
        {link.source, link.target} == {start, end} and link.kind is target.kind for link in scenario.links
    )
    if not is_there:
        return message(
            "The link of {team} and {other} is removed.",
            team=scenario.teams[start].name,
            other=scenario.teams[end].name,
        )
    return message(_LINKED[target.kind], team=scenario.teams[start].name, other=scenario.teams[end].name)


def where_it_is(scenario: Scenario, target: Target, words: Message) -> Message:
    """What something is held over: ``Churn Radar, data engineer, vacant``, else what a drop would do."""
    match target:
        case OnSeat(key):
            seat = scenario.seats[key]
            says = words if seat.is_filled else message("vacant")
            return message(
                "{team}, {role}, {says}",
                team=scenario.teams[seat.team].name,
                role=message(seat.function.phrase),
                says=says,
            )
        case OnTeam(key):
            return message("{team}, {says}", team=scenario.teams[key].name, says=words)
    return words
