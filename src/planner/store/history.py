"""History keeps differences as short lines of JSON, so that undo can outlive the program.

A row that came or went is written without the fields that have their default; of a changed row only the
changed fields are written twice. A typical step takes a few hundred bytes.
"""

import json
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from planner.domain import Change, Difference, Row, Rows, Table
from planner.domain.difference import ROW_TYPES
from planner.messages import Fte, Gain, Listed, Loss, Message, Points, Share, Value

_NUMBERS: dict[str, type[float]] = {kind.__name__: kind for kind in (Fte, Share, Points, Loss, Gain)}


def dumps(difference: Difference) -> str:
    """One line of JSON that holds the whole difference."""
    written = {"label": _message(difference.label), "changes": [_change(each) for each in difference]}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def loads(text: str) -> Difference:
    """The difference that ``dumps`` wrote."""
    read = json.loads(text)
    return Difference(_read_message(read["label"]), tuple(_read_change(each) for each in read["changes"]))


def _change(change: Change) -> dict[str, Any]:
    written: dict[str, Any] = {"table": change.table.value}
    if change.scenario is not None:
        written["in"] = change.scenario
    if change.after is None:
        written["went"] = _row(change.before)
    elif change.before is None:
        written["came"] = _row(change.after)
    else:
        written["now"], written["was"] = _row(change.after), _changed(change.before, change.after)
    places = (change.was_at, change.now_at)
    return written if places == (None, None) else written | {"at": places}


def _read_change(written: dict[str, Any]) -> Change:
    table = Table(written["table"])
    shape = _shape(cast("Any", ROW_TYPES[table]))
    now = written.get("now")
    was = None if now is None else _merged(now, written["was"])
    before, after = written.get("went", was), written.get("came", now)
    was_at, now_at = written.get("at", (None, None))
    return Change(
        table=table,
        scenario=written.get("in"),
        before=None if before is None else shape.read(before),
        after=None if after is None else shape.read(after),
        was_at=was_at,
        now_at=now_at,
    )


def _row(row: Row | None) -> dict[str, Any]:
    return cast("dict[str, Any]", _plain(row))


def _changed(before: Row, after: Row) -> dict[str, Any]:
    """The old row's fields that differ, each as a list of its value; an empty list means the default."""
    old, new = _row(before), _row(after)
    names = [name for name in old | new if old.get(name, _ABSENT) != new.get(name, _ABSENT)]
    return {name: [old[name]] if name in old else [] for name in names}


def _merged(now: dict[str, Any], was: dict[str, Any]) -> dict[str, Any]:
    merged = now | {name: value[0] for name, value in was.items() if value}
    return {name: value for name, value in merged.items() if was.get(name) != []}


_ABSENT = object()


def _plain(value: Any) -> Any:
    """A domain value as JSON has it, without what has its default."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple | Rows):
        return [_plain(each) for each in value]
    if not isinstance(value, Struct):
        return value
    shape = _shape(cast("Any", type(value)))
    held = ((name, getattr(value, name)) for name in shape.readers)
    return {
        name: _plain(each) for name, each in held if name in shape.required or each != shape.defaults[name]
    }


class _Shape(Struct, frozen=True):
    """How a value of the domain is read back."""

    make: Callable[..., Any]
    readers: dict[str, Callable[[Any], Any]]
    defaults: dict[str, Any]

    @property
    def required(self) -> set[str]:
        return self.readers.keys() - self.defaults.keys()

    def read(self, written: dict[str, Any]) -> Any:
        return self.make(**{name: self.readers[name](value) for name, value in written.items()})


@cache
def _shape(of: type[Any]) -> _Shape:
    hints = get_type_hints(of)
    defaults: dict[str, Any] = {}
    for one in fields(of):
        if one.default is not NODEFAULT:
            defaults[one.name] = one.default
        elif one.default_factory is not NODEFAULT:
            defaults[one.name] = one.default_factory()
    return _Shape(of, {one.name: _reader(hints[one.name]) for one in fields(of)}, defaults)


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value of a type is read back from JSON."""
    outer, inner = get_origin(hint), get_args(hint)
    if outer in (Union, UnionType):
        one = _reader(next(each for each in inner if each is not NoneType))
        return lambda value: None if value is None else one(value)
    if outer is tuple and inner[-1] is not Ellipsis:
        pair = [_reader(each) for each in inner]
        return lambda value: tuple(read(each) for read, each in zip(pair, value, strict=True))
    if outer in (tuple, frozenset, Rows):
        item, gathered = _reader(inner[0]), cast("Callable[..., Any]", outer)
        return lambda value: gathered([item(each) for each in value])
    if issubclass(hint, Struct):
        return lambda value: _shape(cast("Any", hint)).read(value)
    return cast("Callable[[Any], Any]", hint)


def _message(message: Message) -> dict[str, Any]:
    written: dict[str, Any] = {"text": message.text}
    if message.values:
        written["values"] = {name: _value(value) for name, value in message.values}
    if message.plural is not None:
        written |= {"plural": message.plural, "count": message.count}
    return written


def _value(value: Value) -> Any:
    match value:
        case Message():
            return _message(value)
        case Listed():
            return {"listed": [_value(each) for each in value.items], "at_most": value.at_most}
        case float() if type(value) is not float:
            return {type(value).__name__: float(value)}
        case _:
            return value


def _read_message(written: dict[str, Any]) -> Message:
    values = tuple((name, _read_value(value)) for name, value in written.get("values", {}).items())
    return Message(written["text"], values, written.get("plural"), written.get("count", 1))


def _read_value(written: Any) -> Value:
    if not isinstance(written, dict):
        return cast("Value", written)
    if "text" in written:
        return _read_message(written)
    if "listed" in written:
        return Listed(tuple(_read_value(each) for each in written["listed"]), written["at_most"])
    ((kind, number),) = written.items()
    return _NUMBERS[kind](number)
