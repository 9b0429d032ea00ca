"""Edits of seats: who sits where, for how much, and which seats a team has.

Every function returns the edited project with the difference, and raises PlannerError when the edit makes no
sense in the project, with the sentence that the user reads.
"""

from msgspec.structs import replace

from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.functions import Function
from planner.domain.people import Person
from planner.domain.projects import Project
from planner.domain.scenarios import Scenario
from planner.domain.shares import free_capacity, share_held
from planner.domain.teams import Seat
from planner.errors import PlannerError
from planner.messages import Share, message

HALF_STEP = 0.1
"""Shares are halved in steps of 10%."""


def add_seat(
    project: Project,
    scenario: str,
    *,
    seat: str,
    team: str,
    function: Function,
    person: str | None = None,
    share: float | None = None,
    demand: float | None = None,
    title: str = "",
    at: int | None = None,
) -> Edited:
    """Add a seat to a team; with a person it asks for just the share that they give (else 1 FTE, vacant).

    Without a share they give what is free; when nothing is, half of their largest seat, as in ``add_role``.
    """
    draft = Draft(project, scenario)
    box = draft.team(team)
    if person is not None:
        who = draft.person(person)
        _refuse_twin(draft.scenario, team=team, function=function, person=who, but=())
        share = share if share is not None else _free_or_half(draft, who, wanted=demand or 1.0)
        demand = demand if demand is not None else share
    elif share is not None:
        share = None
    row = Seat(
        id=seat,
        team=team,
        function=function,
        title=title,
        demand=_part(1.0 if demand is None else demand, "demand"),
        person=person,
        share=None if share is None else _part(share, "share"),
    )
    if seat in draft.scenario.seats:
        raise PlannerError("This layout already has a seat {id}.", id=seat)
    draft.put(Table.SEATS, row, at=at)
    return draft.edited(message("Add Seat in {team}", team=box.name))


def remove_seat(project: Project, scenario: str, *, seat: str) -> Edited:
    """Remove a seat; whoever holds it goes to the bench."""
    draft = Draft(project, scenario)
    row = draft.seat(seat)
    draft.remove(Table.SEATS, seat)
    return draft.edited(message("Remove Seat in {team}", team=draft.team(row.team).name))


def assign(project: Project, scenario: str, *, seat: str, person: str, share: float | None = None) -> Edited:
    """Put a person into a seat beside those they hold; without a share, what is free and asked for."""
    draft = Draft(project, scenario)
    row, who = draft.seat(seat), draft.person(person)
    if row.is_filled:
        raise _filled(who)
    _refuse_twin(draft.scenario, team=row.team, function=row.function, person=who, but=(seat,))
    given = share if share is not None else _share_to_give(draft, who, wanted=row.demand)
    draft.put(Table.SEATS, replace(row, person=person, share=_part(given, "share")))
    return draft.edited(message("Assign {person}", person=who.name))


def unassign(project: Project, scenario: str, *, seat: str) -> Edited:
    """Take a person off one seat; the seat stays, vacant."""
    draft = Draft(project, scenario)
    row, who = _held(draft, seat)
    draft.put(Table.SEATS, replace(row, person=None, share=None))
    return draft.edited(message("Unassign {person}", person=who.name))


def move_to_seat(project: Project, scenario: str, *, source: str, target: str) -> Edited:
    """Move a person from one seat to a vacant one; the share is kept, cut to what the new seat asks for."""
    draft = Draft(project, scenario)
    (row, who), goal = _held(draft, source), draft.seat(target)
    if goal.is_filled:
        raise _filled(who)
    _refuse_twin(draft.scenario, team=goal.team, function=goal.function, person=who, but=(source,))
    share = min(share_held(row), goal.demand)
    draft.put(Table.SEATS, replace(row, person=None, share=None))
    draft.put(Table.SEATS, replace(goal, person=who.id, share=share))
    team = draft.team(goal.team)
    return draft.edited(message("Move {person} to {team}", person=who.name, team=team.name))


def add_role(project: Project, scenario: str, *, person: str, target: str) -> Edited:
    """Give a person a second role in a vacant seat and keep their others.

    The share is what is free. When nothing is, their largest seat is halved, rounded down to 10% and at
    least 10%, and that seat then asks for the smaller share.
    """
    draft = Draft(project, scenario)
    goal, who = draft.seat(target), draft.person(person)
    if goal.is_filled:
        raise _filled(who)
    _refuse_twin(draft.scenario, team=goal.team, function=goal.function, person=who, but=(target,))
    share = _free_or_half(draft, who, wanted=goal.demand)
    draft.put(Table.SEATS, replace(draft.seat(target), person=who.id, share=share))
    return draft.edited(message("Add Role to {person}", person=who.name))


def swap(project: Project, scenario: str, *, source: str, target: str) -> Edited:
    """Let the holders of two filled seats change places; each seat keeps the share that it had."""
    draft = Draft(project, scenario)
    (one, who), (other, whom) = _held(draft, source), _held(draft, target)
    if who.id == whom.id:
        raise PlannerError("{person} holds both seats already.", person=who.name)
    _refuse_twin(draft.scenario, team=other.team, function=other.function, person=who, but=(source, target))
    _refuse_twin(draft.scenario, team=one.team, function=one.function, person=whom, but=(source, target))
    draft.put(Table.SEATS, replace(one, person=whom.id))
    draft.put(Table.SEATS, replace(other, person=who.id))
    return draft.edited(message("Swap {person} and {other}", person=who.name, other=whom.name))


def replace_holder(
    project: Project, scenario: str, *, target: str, person: str, source: str | None = None
) -> Edited:
    """Put a person into a filled seat at its share; its holder goes to the bench, a source is vacated."""
    draft = Draft(project, scenario)
    (goal, out), who = _held(draft, target), draft.person(person)
    if out.id == who.id:
        raise PlannerError("{person} holds this seat already.", person=who.name)
    leaving = () if source is None else (source,)
    _refuse_twin(draft.scenario, team=goal.team, function=goal.function, person=who, but=(target, *leaving))
    if source is not None:
        row, holder = _held(draft, source)
        if holder.id != who.id:
            raise PlannerError("{person} does not hold the seat to be left.", person=who.name)
        draft.put(Table.SEATS, replace(row, person=None, share=None))
    draft.put(Table.SEATS, replace(goal, person=who.id))
    return draft.edited(message("Replace {person}", person=out.name))


def set_share(project: Project, scenario: str, *, seat: str, share: float) -> Edited:
    """Change what a person gives to a seat, a part of one FTE."""
    draft = Draft(project, scenario)
    row, who = _held(draft, seat)
    draft.put(Table.SEATS, replace(row, share=_part(share, "share")))
    return draft.edited(message("Set Share of {person} to {share}", person=who.name, share=Share(share)))


def set_demand(project: Project, scenario: str, *, seat: str, demand: float) -> Edited:
    """Change the FTE that a seat asks for."""
    draft = Draft(project, scenario)
    row = draft.seat(seat)
    draft.put(Table.SEATS, replace(row, demand=_part(demand, "demand")))
    return draft.edited(message("Set Demand to {demand}", demand=Share(demand)))


def set_function(project: Project, scenario: str, *, seat: str, function: Function) -> Edited:
    """Change what a seat does."""
    draft = Draft(project, scenario)
    row = draft.seat(seat)
    if row.person is not None:
        who = draft.person(row.person)
        _refuse_twin(draft.scenario, team=row.team, function=function, person=who, but=(seat,))
    draft.put(Table.SEATS, replace(row, function=function))
    return draft.edited(message("Change Seat to {function}", function=message(function.label)))


def set_seat_title(project: Project, scenario: str, *, seat: str, title: str) -> Edited:
    """Rename a seat; an empty title shows the function's name."""
    draft = Draft(project, scenario)
    draft.put(Table.SEATS, replace(draft.seat(seat), title=title.strip()))
    return draft.edited(message("Rename Seat"))


def order_seat(
    project: Project, scenario: str, *, seat: str, before: str | None = None, after: str | None = None
) -> Edited:
    """Put a seat in front of another of its team, behind one, or last; the order is kept as it is set."""
    draft = Draft(project, scenario)
    row = draft.seat(seat)
    rows = draft.scenario.seats
    own = [each.id for each in rows if each.team == row.team and each.id != seat]
    beside = before if before is not None else after
    if beside is None:
        beside = own[-1] if own else seat
    if draft.seat(beside).team != row.team:
        raise PlannerError("These seats are in different teams.")
    if beside != seat:
        place = rows.index(beside) + (before is None)
        draft.put(Table.SEATS, row, at=place - (rows.index(seat) < place))
    return draft.edited(message("Move Seat in {team}", team=draft.team(row.team).name))


def _filled(who: Person) -> PlannerError:
    return PlannerError("This seat is filled. {person} can swap or replace.", person=who.name)


def _held(draft: Draft, seat: str) -> tuple[Seat, Person]:
    row = draft.seat(seat)
    if row.person is None:
        raise PlannerError("Nobody holds this seat.")
    return row, draft.person(row.person)


def _part(part: float, what: str) -> float:
    if not 0 < part <= 1:
        raise PlannerError("A {what} is above 0% and at most 100%, not {part}.", what=what, part=Share(part))
    return float(part)


def _share_to_give(draft: Draft, who: Person, *, wanted: float | None) -> float:
    """What a person has free, at most what is wanted; with nothing free they become over-allocated."""
    limit = who.capacity if wanted is None else wanted
    free = free_capacity(draft.scenario, who)
    return min(limit, free) if free > 0 else min(limit, who.capacity)


def _free_or_half(draft: Draft, who: Person, *, wanted: float) -> float:
    free = free_capacity(draft.scenario, who)
    held = draft.scenario.seats.where("person", who.id)
    if free > 0 or not held:
        return min(wanted, free or who.capacity)
    row = draft.seat(max(held, key=lambda seat: (share_held(seat), seat.id)).id)
    # The small allowance keeps 0.3 / 2 / 0.1 from falling below a whole step by a rounding error.
    steps = max(1, int(share_held(row) / 2 / HALF_STEP + 1e-9))
    half = min(round(steps * HALF_STEP, 10), share_held(row))
    draft.put(Table.SEATS, replace(row, share=half, demand=half))
    return half


def _refuse_twin(
    scenario: Scenario, *, team: str, function: Function, person: Person, but: tuple[str, ...]
) -> None:
    for seat in scenario.seats.where("person", person.id):
        if seat.team == team and seat.function == function and seat.id not in but:
            raise PlannerError(
                "{person} is already in this team as {function}.",
                person=person.name,
                function=message(function.phrase),
            )
