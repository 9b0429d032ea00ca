"""Reads values out of the guidance's data and says where one is not what it should be."""

from collections.abc import Iterator
from enum import StrEnum
from tomllib import TOMLDecodeError, loads
from typing import Any, TypeVar

from planner.errors import PlannerError
from planner.messages import Message, message

EnumT = TypeVar("EnumT", bound=StrEnum)


class Place:
    """A value in a TOML file together with the way to it, so that a fault can be named."""

    def __init__(self, file: str, way: tuple[str, ...], value: object) -> None:
        self._file = file
        self._way = way
        self._value = value

    def fault(self, expected: Message) -> PlannerError:
        """The error that says where the fault is and what was expected there."""
        return PlannerError(
            "{file}: {place} must be {expected}.",
            file=self._file,
            place=".".join(self._way) or message("the file"),
            expected=expected,
        )

    def __getitem__(self, name: str) -> "Place":
        return self._inside(name, self._table().get(name))

    def __contains__(self, name: str) -> bool:
        return name in self._table()

    def items(self) -> Iterator[tuple[str, "Place"]]:
        """The names in this table with their places."""
        return ((name, self._inside(name, value)) for name, value in self._table().items())

    def entries(self) -> list["Place"]:
        """The places in this list."""
        if not isinstance(self._value, list):
            raise self.fault(message("a list"))
        return [self._inside(str(number), value) for number, value in enumerate(self._value, start=1)]

    def text(self) -> str:
        """A text that is not blank."""
        if not isinstance(self._value, str) or not self._value.strip():
            raise self.fault(message("a text"))
        return self._value

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(entry.text() for entry in self.entries())

    def whole(self, *, least: int) -> int:
        """A whole number of at least so much."""
        if not isinstance(self._value, int) or isinstance(self._value, bool) or self._value < least:
            raise self.fault(message("a whole number of at least {least}", least=least))
        return self._value

    def number(self, *, most: float) -> float:
        """A number from 0 to so much."""
        value = self._value
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.fault(message("a number from 0 to {most}", most=f"{most:g}"))
        return float(value)

    def only(self, known: type[EnumT], *also: str) -> None:
        """Refuse names in this table that nobody would look at."""
        for name, place in self.items():
            if name not in {*known, *also}:
                raise place.fault(message("left out: only {names} are known here", names=", ".join(known)))

    def _table(self) -> dict[str, Any]:
        if not isinstance(self._value, dict):
            raise self.fault(message("a table"))
        return self._value

    def _inside(self, name: str, value: object) -> "Place":
        return Place(self._file, (*self._way, name), value)


def parsed(file: str, text: str) -> Place:
    """The whole of a TOML file as a place; its syntax errors are translated here."""
    try:
        return Place(file, (), loads(text))
    except TOMLDecodeError as fault:
        raise PlannerError("{file} is not TOML: {fault}.", file=file, fault=str(fault)) from fault
