"""Another order of the seats of a team: before or behind one of them, with a person in it or vacant."""

from functools import partial

from planner.advice.drops import BetweenSeats, Outcome, refused
from planner.domain import Project, Scenario, Seat, edits
from planner.messages import Message, message


def order_outcome(project: Project, scenario_id: str, seat: str | None, gap: BetweenSeats) -> Outcome:
    """What putting a seat between two others of its team does; locked teams and its own place refuse."""
    scenario = project.scenarios[scenario_id]
    row, beside = scenario.seats.get(seat), scenario.seats.get(gap.before or gap.after)
    if row is None or beside is None:
        return refused(message("No seat is moved"))
    if scenario.teams[gap.team].locked:
        return refused(message("Team is locked"))
    if row.id in (gap.before, gap.after):
        return refused(message("Already there"))
    edit = partial(
        edits.order_seat,
        scenario=scenario_id,
        seat=row.id,
        before=gap.before,
        after=gap.after if gap.before is None else None,
    )
    if not edit(project).difference:
        return refused(message("Already there"))
    words = message(
        "Place before {seat}" if gap.before else "Place behind {seat}", seat=seat_name(project, beside)
    )
    return Outcome(edit, words, words)


def seat_outcome(scenario: Scenario, seat: str) -> Outcome:
    """What dropping a vacant seat anywhere else does: nothing, it stays in its team."""
    team = scenario.teams[scenario.seats[seat].team].name
    return refused(message("A vacant seat stays in {team}", team=team))


def seat_name(project: Project, seat: Seat, *, is_first: bool = False) -> Message:
    """Who holds a seat, else what is vacant; ``is_first``: a sentence begins with it."""
    person = project.people.get(seat.person)
    if person is not None:
        return message("{person}", person=person.name)
    text = "The vacant {role} seat" if is_first else "the vacant {role} seat"
    return message(text, role=message(seat.function.phrase))
