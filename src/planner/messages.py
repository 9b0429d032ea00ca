"""Messages keep text that people read apart from its rendering, so that words and numbers can be localised.

A message is an English template with named values. Only the edge (window, command line, paper) renders it,
with the translation and the number format of its reader.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct


class Fte(float):
    """An amount of work in full-time equivalents, shown with one decimal: ``3.9``."""


class Share(float):
    """A part of one whole, 0 to 1, shown as a percentage: ``40%``."""


class Points(float):
    """Points of the score, shown with one decimal: ``3.4``."""


class Loss(float):
    """What a finding costs, a positive number of points shown with its sign: ``−3.4``."""


class Gain(float):
    """A change of the total, shown with its sign, ``+3.5``; one that rounds to 0.0 reads ``no change``."""


class Listed(Struct, frozen=True):
    """Several values in a row, joined as a list: ``A, B and 2 more``."""

    items: tuple["Value", ...]
    at_most: int = 3


Value: TypeAlias = "str | int | float | Message | Listed"


class Message(Struct, frozen=True):
    """An English template with ``{name}`` fields, the values for them, and a plural form where it counts."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int = 1

    def __str__(self) -> str:
        return render(self)


class Format(Struct, frozen=True):
    """How numbers are written for one reader."""

    decimal: str = "."
    group: str = ","

    def integer(self, number: int) -> str:
        """Write a whole number with grouped thousands."""
        return f"{number:,}".replace("-", "−").replace(",", self.group)

    def decimals(self, number: float, places: int = 1) -> str:
        """Write a number with a fixed count of decimals and a true minus."""
        text = f"{number:,.{places}f}"
        if float(text.replace(",", "")) == 0:
            text = text.lstrip("-")
        marks = {",": self.group, ".": self.decimal, "-": "−"}
        return "".join(marks.get(mark, mark) for mark in text)

    def share(self, share: float) -> str:
        """Write a part of one as a percentage, with one decimal only where it has one."""
        percent = round(share * 100, 1)
        return f"{self.decimals(percent, 0 if percent == int(percent) else 1)}%"

    def loss(self, points: float) -> str:
        """Write points that a finding costs, always with a minus sign."""
        return f"−{self.decimals(abs(points))}"

    def gain(self, points: float) -> str:
        """Write a change of the total; below 0.05 it is no change."""
        if abs(points) < 0.05:
            return "no change"
        return f"+{self.decimals(points)}" if points > 0 else self.decimals(points)

    def value(self, value: "str | int | float") -> str:
        """Write any plain value of a message."""
        match value:
            case str():
                return value
            case Share():
                return self.share(value)
            case Loss():
                return self.loss(value)
            case Gain():
                return self.gain(value)
            case int():
                return self.integer(value)
            case _:
                return self.decimals(value)


ENGLISH = Format()

Translate = Callable[[Message], str]


def _untranslated(message: Message) -> str:
    return message.plural if message.plural is not None and message.count != 1 else message.text


def message(text: str, /, **values: Value) -> Message:
    """Make a message from its English template and the values that it names."""
    return Message(text, tuple(values.items()))


def counted(one: str, many: str, /, count: int, **values: Value) -> Message:
    """Make a message whose words depend on a count, which the templates may name as ``{count}``."""
    return Message(one, (("count", count), *values.items()), many, count)


def listed(items: Iterable["str | Message"], at_most: int = 3) -> Listed:
    """Make a list of names that says how many more there are beyond the first few."""
    return Listed(tuple(items), at_most)


def render(message: Message, form: Format = ENGLISH, translate: Translate = _untranslated) -> str:
    """Write a message out for its reader."""
    values = {name: _written(value, form, translate) for name, value in message.values}
    return translate(message).format_map(values)


def _written(value: Value, form: Format, translate: Translate) -> str:
    if isinstance(value, Message):
        return render(value, form, translate)
    if not isinstance(value, Listed):
        return form.value(value)
    shown = [_written(item, form, translate) for item in value.items[: value.at_most]]
    left = len(value.items) - len(shown)
    if left:
        return render(message("{names} and {left} more", names=", ".join(shown), left=left), form, translate)
    if len(shown) < 2:
        return "".join(shown)
    first = ", ".join(shown[:-1])
    return render(message("{first} and {last}", first=first, last=shown[-1]), form, translate)
