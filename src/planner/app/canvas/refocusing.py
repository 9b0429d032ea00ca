"""Refocusing finds where the keyboard goes on once what it stood on is gone."""

from collections.abc import Iterator

from planner.app.canvas.scene import Scene
from planner.app.canvas.selection import Key
from planner.placement import Placement


def stand_in(scene: Scene, before: Placement, gone: Key) -> Key | None:
    """What is nearest to a thing that stood on the chart before: the next of its kind, else what held it."""
    return next((key for key in _beside(before, gone) if key in scene), None)


def _beside(before: Placement, gone: Key) -> Iterator[Key]:
    kind, name = gone
    seat = before.scenario.seats.get(name) if kind == "seat" else None
    team = before.scenario.teams.get(name) if kind == "team" else None
    if seat is not None:
        own = _as_read(before, [each.id for each in before.scenario.seats.where("team", seat.team)])
        yield from (("seat", each) for each in _from(own, name))
        yield ("team", seat.team)
    elif team is not None:
        siblings = [each.id for each in before.scenario.teams if each.parent == team.parent]
        yield from (("team", each) for each in _from(siblings, name))
        yield ("team", team.parent or "")
        yield from (("team", each) for each in before.order)


def _as_read(before: Placement, seats: list[str]) -> list[str]:
    """Seats in the order in which their cards stood; those that had none first."""
    places = before.seats

    def place(seat: str) -> tuple[float, float]:
        return (places[seat].y, places[seat].x) if seat in places else (0.0, 0.0)

    return sorted(seats, key=place)


def _from(names: list[str], start: str) -> list[str]:
    """The names behind one, then those before it, the nearest first."""
    place = names.index(start)
    return [*names[place + 1 :], *reversed(names[:place])]
