"""Turns the bytes of a plan into a JSON tree that still tells of doubled fields and impossible numbers."""

import json
import math

from planner.errors import PlannerError

_LONGEST_NUMBER = 400


class Doubled(dict[str, object]):
    """An object in which some names stand twice; ``twice`` lists them."""

    twice: tuple[str, ...] = ()


class NotANumber:
    """What stands where a number was to be read that JSON does not have, as written."""

    def __init__(self, written: str) -> None:
        self.written = written


def tree(source: str | bytes) -> object:
    """Parse a plan's text or UTF-8 bytes; a byte order mark is let pass."""
    text = _decoded(source) if isinstance(source, bytes) else source.removeprefix("\ufeff")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=NotANumber,
            parse_int=_integer,
            parse_float=_decimal,
        )
    except json.JSONDecodeError as error:
        raise PlannerError(
            "Line {line}, column {column} is not valid JSON: {problem}.",
            line=error.lineno,
            column=error.colno,
            problem=error.msg[:1].lower() + error.msg[1:],
        ) from error
    except RecursionError as error:
        raise PlannerError("This is no plan: it is nested far deeper than a plan ever is.") from error


def _decoded(source: bytes) -> str:
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise PlannerError(
            "Line {line} is not UTF-8 text; a plan is JSON saved as UTF-8.", line=line
        ) from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    names = [name for name, _ in pairs]
    doubled = Doubled(record)
    doubled.twice = tuple(name for name in record if names.count(name) > 1)
    return doubled


def _integer(digits: str) -> int | NotANumber:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else NotANumber(digits[:20] + "…")


def _decimal(digits: str) -> float | NotANumber:
    number = float(digits)
    return number if math.isfinite(number) else NotANumber(digits[:20])
