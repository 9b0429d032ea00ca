"""Weights of a user's own as a text file: read with every fault at once, and written as a template.

The file is TOML: a ``name``, and a table ``[weights]`` from rules' ids to numbers. Rules that it leaves out
keep the weight of the default pack.
"""

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from tomllib import loads
from typing import Any, Final

from planner.domain import OwnWeights
from planner.errors import PlannerError
from planner.guidance.catalogue import CATALOGUE
from planner.guidance.loading import WEIGHT_MOST
from planner.guidance.pack import Pack
from planner.messages import Message, message, render

LARGEST: Final = 1024 * 1024
"""The most bytes that a file of weights may have."""
NAME_LONGEST: Final = 60
NAME_IF_NONE: Final = "Own weights"
_KNOWN: Final = ("name", "weights")
_LONGEST_SHOWN: Final = 60
_ALIKE: Final = 0.5
_WHERE: Final = re.compile(r"\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")
_BARE_ID: Final = re.compile(r"\s*[a-z-]+/[a-z-]+\s*=")


class WeightsFaults(PlannerError):  # noqa: N818  # named for what it carries
    """A file of weights with faults: the sentence names the first, ``lines`` has one for each."""

    def __init__(self, file: str, faults: list[Message]) -> None:
        self.lines = tuple(message("{file}: {fault}.", file=file, fault=fault) for fault in faults)
        first = self.lines[0]
        if len(faults) > 1:
            first = message(
                "{file} has {count} faults, the first: {fault}.",
                file=file,
                count=len(faults),
                fault=faults[0],
            )
        super().__init__(first, detail="\n".join(map(render, self.lines)))


def read_weights(text: str | bytes, file: str) -> OwnWeights:
    """The weights in a file's text or its bytes; ``file`` is its name, for sentences.

    Raises:
        WeightsFaults: whatever is not as it should be, each with its place.
    """
    table = _parsed(_decoded(text, file), file)
    faults = [*_strangers(table), *_name_faults(table), *_weights_faults(table)]
    if faults:
        raise WeightsFaults(file, faults)
    weights = {rule: float(weight) for rule, weight in table["weights"].items()}
    return OwnWeights(name=table["name"].strip(), weights=tuple(sorted(weights.items())))


def as_toml(pack: Pack, own: OwnWeights | None = None) -> str:
    """Every rule with its weight, own ones first, in a file that ``read_weights`` takes back."""
    weights = {**pack.weights, **_within_bounds(own)}
    lines = [
        f"# Weights of the rules of {pack.name}, version {pack.version}. A rule weighs from 0, which leaves",
        f"# it out of the score, to {WEIGHT_MOST:g}; one that is left out here keeps its usual weight.",
        "",
        f"name = {_quoted(own.name if own is not None else NAME_IF_NONE)}",
        "",
        "[weights]",
    ]
    for rule in CATALOGUE:
        lines += [f"# {render(rule.name)}", f'"{rule.id}" = {_number(weights[rule.id])}']
    return "\n".join(lines) + "\n"


def _within_bounds(own: OwnWeights | None) -> Mapping[str, float]:
    known = {rule.id for rule in CATALOGUE}
    pairs = own.weights if own is not None else ()
    return {rule: min(max(weight, 0.0), WEIGHT_MOST) for rule, weight in pairs if rule in known}


def _number(weight: float) -> str:
    return str(int(weight)) if float(weight).is_integer() else repr(weight)


def _quoted(name: str) -> str:
    """A name as TOML has it, on one line and free of what no screen can show."""
    plain = " ".join("".join(mark if mark.isprintable() else " " for mark in name).split())
    return json.dumps(plain[:NAME_LONGEST].strip() or NAME_IF_NONE, ensure_ascii=False)


def _decoded(text: str | bytes, file: str) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = text[: fault.start].count(b"\n") + 1
        said = message("line {line} is not UTF-8 text: save the file as UTF-8", line=line)
        raise WeightsFaults(file, [said]) from None


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return loads(text)
    except RecursionError:
        raise WeightsFaults(file, [message("it nests too deeply to be weights")]) from None
    except ValueError as fault:  # TOML's own error, and that of a number with thousands of digits
        raise WeightsFaults(file, [_syntax(str(fault), text)]) from None


def _syntax(fault: str, text: str) -> Message:
    """What is wrong with the TOML, with the line; a rule's id without quotation marks is told as that."""
    place = _WHERE.search(fault)
    what = fault[: place.start()] if place else fault
    if place is None or place[1] is None:
        where = message("at the end") if place else message("somewhere")
        return message("{where} it is not TOML: {what}", where=where, what=what)
    line = int(place[1])
    written = text.splitlines()[line - 1 : line]
    if written and _BARE_ID.match(written[0]):
        return message('line {line} needs the rule in quotation marks, as "roles/coverage" = 5', line=line)
    return message(
        "line {line}, column {column} is not TOML: {what}", line=line, column=int(place[2]), what=what
    )


def _strangers(table: Mapping[str, Any]) -> Iterator[Message]:
    for key in table:
        if key not in _KNOWN:
            yield message("{key} must be left out: only name and weights are known here", key=_shown(key))


def _name_faults(table: Mapping[str, Any]) -> Iterator[Message]:
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        yield message("name must be a text that is not empty{said}", said=_instead(table, "name"))
    elif len(name.strip()) > NAME_LONGEST:
        yield message("name must have at most {most} characters, not {count}", most=NAME_LONGEST,
                      count=len(name.strip()))  # fmt: skip
    elif not name.strip().isprintable():
        yield message("name must be on one line, of characters that can be seen")


def _weights_faults(table: Mapping[str, Any]) -> Iterator[Message]:
    weights = table.get("weights")
    if not isinstance(weights, dict):
        yield message("weights must be a table of rules and numbers{said}", said=_instead(table, "weights"))
        return
    known = [rule.id for rule in CATALOGUE]
    for rule, weight in weights.items():
        place = f'weights."{_shown(rule)}"'
        if rule not in known:
            yield _unknown(place, rule, known)
        elif not _is_weight(weight):
            yield message("{place} must be a number from 0 to {most}, not {said}", place=place,
                          most=f"{WEIGHT_MOST:g}", said=_shown(_written(weight)))  # fmt: skip
    if all(weights.get(rule, 1) == 0 for rule in known):
        yield message("weights must leave at least one rule above 0")


def _is_weight(weight: Any) -> bool:
    is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
    return is_number and 0 <= weight <= WEIGHT_MOST  # what is not a number at all is not between either


def _unknown(place: str, rule: str, known: list[str]) -> Message:
    near = get_close_matches(rule[:_LONGEST_SHOWN], known, 1, _ALIKE)
    if near:
        return message("{place} is no rule: the nearest one is {near}", place=place, near=near[0])
    return message("{place} is no rule: planner rules lists those there are", place=place)


def _instead(table: Mapping[str, Any], key: str) -> Message:
    if key not in table:
        return message(", and is missing")
    return message(", not {said}", said=_shown(_written(table[key])))


def _written(value: object) -> str:
    """A value as a TOML file would have it, as far as it can be told in a few words."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if abs(value) >= 10**_LONGEST_SHOWN:
            return "a number of many digits"
        case str() | int() | float():
            return json.dumps(value, ensure_ascii=False)
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return "a date or time"


def _shown(text: str) -> str:
    """A text from the file, short and free of what no screen can show."""
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in short)
