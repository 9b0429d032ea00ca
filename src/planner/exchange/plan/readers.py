"""Readers turn one JSON value into a field's value, or note what was expected in its place.

Every reader takes the value, its path and the list of faults, and returns BAD when it notes one.
"""

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from planner.exchange.plan.faults import Fault, shown, step
from planner.exchange.plan.source import Doubled, NotANumber
from planner.messages import Message, message

Reader = Callable[[Any, str, list[Fault]], Any]

BAD: Final = object()
"""Stands for a value that could not be read; the fault is noted already."""

LONGEST_ID = 200
LARGEST_TEXT = 1_000_000
MOST_USE_CASES = 1_000_000
LARGEST_WEIGHT = 1_000


def refused(faults: list[Fault], path: str, said: Message) -> Any:
    """Note a fault and answer BAD."""
    faults.append(Fault(path, said))
    return BAD


def described(value: object) -> Message:
    """What a JSON value is, in words, for the end of a sentence."""
    match value:
        case None | True | False:
            return message({None: "null", True: "true", False: "false"}[value])
        case int() | float():
            return message("the number {number}", number=f"{value:.12g}" if abs(value) < 1e300 else "…")
        case NotANumber():
            return message("{written}", written=value.written)
        case str():
            return message("“{text}”", text=shown(value))
        case list():
            return message("a list")
        case _:
            return message("an object")


def expected(faults: list[Fault], path: str, what: Message, value: object) -> Any:
    """Note that something else was expected."""
    return refused(faults, path, message("expected {what}, not {value}", what=what, value=described(value)))


def text(value: Any, path: str, faults: list[Fault]) -> Any:
    """Any text of at most 1 MB, without NUL and lone surrogates."""
    if type(value) is not str:
        return expected(faults, path, message("a text"), value)
    if value.isascii() and "\0" not in value and len(value) <= LARGEST_TEXT:
        return value
    try:
        size = len(value.encode())
    except UnicodeEncodeError:
        return refused(faults, path, message("half a character stands here alone (a lone surrogate)"))
    if size > LARGEST_TEXT:
        return refused(faults, path, message("this text is above 1 MB"))
    if "\0" in value:
        return refused(faults, path, message("a text holds no NUL character"))
    return value


def name(value: Any, path: str, faults: list[Fault]) -> Any:
    """A text with something to read in it."""
    read = text(value, path, faults)
    if read is BAD or read.strip():
        return read
    return refused(faults, path, message("expected a name, not a blank text"))


def identifier(value: Any, path: str, faults: list[Fault]) -> Any:
    """A text of 1 to 200 characters."""
    read = text(value, path, faults)
    if read is BAD or 1 <= len(read) <= LONGEST_ID:
        return read
    return refused(
        faults,
        path,
        message("an id has 1 to {most} characters, not {length}", most=LONGEST_ID, length=len(read)),
    )


def flag(value: Any, path: str, faults: list[Fault]) -> Any:
    """True or false."""
    return value if type(value) is bool else expected(faults, path, message("true or false"), value)


def number(low: float, high: float, what: Message, *, above: bool = False) -> Reader:
    """A number within bounds, as a float; ``above`` leaves the lower bound itself out."""

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        if type(value) in {int, float} and (low < value if above else low <= value) and value <= high:
            # Adding zero turns a negative zero into zero, which is written one way only.
            return float(value) + 0.0
        return expected(faults, path, what, value)

    return read


def whole(value: Any, path: str, faults: list[Fault]) -> Any:
    """A whole number from 0 to a million."""
    if type(value) in {int, float} and 0 <= value <= MOST_USE_CASES and value == math.floor(value):
        return int(value)
    most = f"{MOST_USE_CASES:,}"
    return expected(faults, path, message("a whole number from 0 to {most}", most=most), value)


def choice(values: type[StrEnum]) -> Reader:
    """One of the words of an enumeration."""
    words = {member.value: member for member in values}
    offered = message("one of {words}", words=", ".join(words))

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        member = words.get(value) if type(value) is str else None
        return member if member is not None else expected(faults, path, offered, value)

    return read


def optional(inner: Reader) -> Reader:
    """What another reader reads, or null."""

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        return None if value is None else inner(value, path, faults)

    return read


def several(inner: Reader) -> Reader:
    """A list of what another reader reads, as a tuple in its order."""

    def read(value: Any, path: str, faults: list[Fault]) -> Any:
        if type(value) is not list:
            return expected(faults, path, message("a list"), value)
        items = tuple(inner(item, f"{path}[{place}]", faults) for place, item in enumerate(value))
        return BAD if BAD in items else items

    return read


def weights(value: Any, path: str, faults: list[Fault]) -> Any:
    """An object of rules and their weights, as pairs in its order."""
    if not isinstance(value, dict):
        return expected(faults, path, message("an object of rules and weights"), value)
    named_twice(value, path, faults)
    pairs = []
    for rule, weight in value.items():
        key = name(rule, step(path, rule), faults)
        pairs.append((key, _weight(weight, step(path, rule), faults)))
    return BAD if any(BAD in pair for pair in pairs) else tuple(pairs)


def named_twice(record: dict[str, Any], path: str, faults: list[Fault]) -> None:
    """Note every field that an object names twice."""
    if isinstance(record, Doubled):
        said = message("this field stands twice in one object")
        faults.extend(Fault(step(path, field), said) for field in record.twice)


_weight = number(0, LARGEST_WEIGHT, message("a weight from 0 to {most}", most="1,000"))
