"""What cut and copy put on the clipboard: people and teams by their ids, as JSON of a form of our own.

Ids may be the same in two plans: a mark tells whether somebody of that id is the same person, without a name.
Reading takes nothing on trust: a clipboard may hold what any program put there.
"""

import json
from hashlib import sha256
from typing import Any, Final

from msgspec import Struct

from planner.advice.moves import Carried
from planner.domain import Focus, Function, Kind, Person, Scenario, Seat, Team

MIME: Final = "application/vnd.teamplan-selection+json"
VERSION: Final = 2
_MOST_BYTES: Final = 2_000_000
_TEXTS: Final = ("name", "purpose", "product")


class CopiedTeam(Struct, frozen=True):
    """A team as it was copied, with its seats, which are vacant in every copy."""

    team: Team
    seats: tuple[Seat, ...] = ()


class Clipping(Struct, frozen=True):
    """What was cut or copied: people with the seats that they were taken from, or teams.

    ``plan`` is of the open plan that it is from, ``marks`` are those of the people.
    """

    plan: str = ""
    people: tuple[Carried, ...] = ()
    marks: tuple[str, ...] = ()
    teams: tuple[CopiedTeam, ...] = ()
    cut: bool = False


def mark_of(person: Person) -> str:
    """What tells a person from one of the same id in another plan."""
    return sha256(f"{person.id}\0{person.name}".encode()).hexdigest()[:16]


def copied_team(scenario: Scenario, team: str) -> CopiedTeam:
    """A team with its seats."""
    return CopiedTeam(scenario.teams[team], tuple(seat for seat in scenario.seats if seat.team == team))


def written(clipping: Clipping) -> bytes:
    """A clipping as JSON."""
    return json.dumps(
        {
            "version": VERSION,
            "cut": clipping.cut,
            "plan": clipping.plan,
            "people": [
                {"person": one.person, "seat": one.seat, "mark": mark}
                for one, mark in zip(clipping.people, clipping.marks, strict=True)
            ],
            "teams": [_team_fields(each) for each in clipping.teams],
        },
        ensure_ascii=False,
    ).encode()


def read(data: bytes) -> Clipping | None:
    """The clipping in some bytes; None where they hold none that is whole."""
    if len(data) > _MOST_BYTES:
        return None
    try:
        fields = json.loads(data)
        if fields["version"] != VERSION:
            return None
        clipping = Clipping(
            plan=_text(fields["plan"]),
            people=tuple(_person(each) for each in fields["people"]),
            marks=tuple(_text(each["mark"]) for each in fields["people"]),
            teams=tuple(_team(each) for each in fields["teams"]),
            cut=_bool(fields["cut"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return clipping if clipping.people or clipping.teams else None


def _team_fields(copied: CopiedTeam) -> dict[str, Any]:
    team = copied.team
    return {
        "id": team.id,
        "kind": team.kind.value,
        "parent": team.parent,
        "focus": team.focus.value if team.focus is not None else None,
        "own_budget": team.own_budget,
        "experiment_share": team.experiment_share,
        **{name: getattr(team, name) for name in _TEXTS},
        "seats": [
            {"function": seat.function.value, "title": seat.title, "demand": seat.demand}
            for seat in copied.seats
        ],
    }


def _person(fields: dict[str, Any]) -> Carried:
    seat = fields["seat"]
    return Carried(_text(fields["person"]), None if seat is None else _text(seat))


def _team(fields: dict[str, Any]) -> CopiedTeam:
    focus, parent = fields["focus"], fields["parent"]
    team = Team(
        id=_text(fields["id"]),
        kind=Kind(fields["kind"]),
        parent=None if parent is None else _text(parent),
        focus=None if focus is None else Focus(focus),
        own_budget=_bool(fields["own_budget"]),
        experiment_share=_number(fields["experiment_share"], least=0.0),
        name=_text(fields["name"]),
        purpose=_text(fields["purpose"]),
        product=_text(fields["product"]),
    )
    if not team.name.strip():
        raise ValueError("a team has a name")
    return CopiedTeam(team, tuple(_seat(each, team.id, place) for place, each in enumerate(fields["seats"])))


def _seat(fields: dict[str, Any], team: str, place: int) -> Seat:
    demand = _number(fields["demand"], least=1e-9)
    return Seat(
        id=str(place),
        team=team,
        function=Function(fields["function"]),
        title=_text(fields["title"]),
        demand=demand,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is asked for")
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no is asked for")
    return value


def _number(value: object, *, least: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a number is asked for")
    if not least <= value <= 1.0:
        raise ValueError("a part is above 0 and at most 1")
    return float(value)
