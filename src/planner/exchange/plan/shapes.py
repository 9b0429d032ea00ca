"""Shapes say which fields each object of a plan has: one row a field, in the order in which it is written."""

import math
from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct

from planner.domain import (
    Activity,
    Aim,
    Assumption,
    Chooser,
    Focus,
    Function,
    Kind,
    Level,
    LinkKind,
    PracticeKind,
    Stage,
    Structure,
)
from planner.exchange.plan.readers import (
    Reader,
    choice,
    flag,
    identifier,
    name,
    number,
    optional,
    several,
    text,
    weights,
    whole,
)
from planner.messages import message

REQUIRED: Final = object()

_LARGEST_COST = 1e15


def _as_it_is(value: Any) -> Any:
    return value


def _money(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == math.floor(value) else value


class Field(Struct, frozen=True):
    """A field: its name in a plan, how it is read, the default (else it is required), how it is written.

    ``attribute`` is its name in the domain where that differs.
    """

    name: str
    read: Reader
    default: Any = REQUIRED
    write: Callable[[Any], Any] = _as_it_is
    attribute: str = ""

    @property
    def kept_as(self) -> str:
        """The attribute of the domain value."""
        return self.attribute or self.name


class Shape(Struct, frozen=True):
    """The fields of one kind of object, and what it is called in a sentence."""

    what: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the fields."""
        return frozenset(field.name for field in self.fields)


_capacity = number(0, 1, message("a number above 0 and at most 1"), above=True)
_part = number(0, 1, message("a number from 0 to 1"))
_cost = number(0, _LARGEST_COST, message("a cost of 0 or more, or null"))


def _fields(*fields: Field) -> tuple[Field, ...]:
    return fields


PERSON = Shape(
    "person",
    _fields(
        Field("id", identifier),
        Field("name", name),
        Field("title", text, ""),
        Field("email", text, ""),
        Field("location", text, ""),
        Field("roles", several(choice(Function)), (), list),
        Field("capacity", _capacity, 1.0, float),
        Field("cost", optional(_cost), None, _money),
        Field("skills", several(text), (), list),
        Field("notes", text, ""),
    ),
)
TEAM = Shape(
    "team",
    _fields(
        Field("id", identifier),
        Field("name", name),
        Field("kind", choice(Kind), Kind.SQUAD),
        Field("parent", optional(identifier), None),
        Field("lead", optional(identifier), None),
        Field("purpose", text, ""),
        Field("focus", optional(choice(Focus)), None),
        Field("product", text, ""),
        Field("own_budget", flag, default=False),
        Field("experiment_share", _part, 0.0, float),
        Field("locked", flag, default=False),
    ),
)
SEAT = Shape(
    "seat",
    _fields(
        Field("id", identifier),
        Field("team", identifier),
        Field("function", choice(Function)),
        Field("title", text, ""),
        Field("demand", _capacity, None),
        Field("person", optional(identifier), None),
        Field("share", optional(_capacity), None),
    ),
)
LINK = Shape(
    "link",
    _fields(
        Field("from", identifier, attribute="source"),
        Field("to", identifier, attribute="target"),
        Field("kind", choice(LinkKind)),
    ),
)
PRACTICE = Shape(
    "practice",
    _fields(
        Field("kind", choice(PracticeKind)),
        Field("owner", optional(identifier), None),
        Field("teams", several(identifier), (), list),
    ),
)
RESPONSIBILITY = Shape(
    "responsibility",
    _fields(
        Field("activity", choice(Activity)),
        Field("team", identifier),
        Field("level", choice(Level)),
    ),
)
MUTE = Shape(
    "mute",
    _fields(
        Field("rule", name),
        Field("reason", text, ""),
    ),
)
OWN_WEIGHTS = Shape(
    "rule pack",
    _fields(
        Field("name", name),
        Field("weights", weights, (), lambda pairs: {rule: _money(weight) for rule, weight in pairs}),
    ),
)


def _assumed(values: frozenset[Assumption]) -> list[str]:
    return [assumption.value for assumption in Assumption if assumption in values]


CONTEXT = _fields(
    Field("id", identifier),
    Field("name", name),
    Field("stage", choice(Stage), Stage.SMALL_STARTUP),
    Field("aim", choice(Aim), Aim.PRODUCT),
    Field("use_cases", whole, 0),
    Field("structure", choice(Structure), Structure.DECENTRALIZED),
    Field("chooser", optional(choice(Chooser)), None),
    Field("assumed", several(choice(Assumption)), (), _assumed),
    Field("baseline", flag, default=False),
    Field("notes", text, ""),
)
"""A scenario's own fields; its layout is in LAYOUT."""

LAYOUT = {
    "teams": TEAM,
    "seats": SEAT,
    "links": LINK,
    "practices": PRACTICE,
    "responsibilities": RESPONSIBILITY,
    "muted": MUTE,
}

SETTINGS = _fields(
    Field("name", name),
    Field("currency", text, ""),
    Field("notes", text, ""),
    Field("extra_packs", several(name), (), list),
)
"""A project's own plain fields."""
