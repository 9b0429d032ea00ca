"""Reads what a roster says of the roles that one person has, several in a cell, the main one first."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from planner.domain import Function
from planner.exchange.roster.titles import Suggestion, role_words, suggest
from planner.messages import listed, message

_STRONG_MARKS = re.compile(r"[;|\n]")
_MARKS = re.compile(r"[;,/|\n]")
_NO_WORD = re.compile(r"[\W_]+")


class Roles(NamedTuple):
    """The functions that a cell names, in its order, and the parts of it that name none."""

    functions: tuple[Function, ...]
    left: tuple[str, ...]


def read_roles(cell: str) -> Roles:
    """The roles in a cell of a column of roles: ``data engineer; MLOps``, ``DS / DE``, ``product, design``.

    A semicolon or bar parts roles; a comma or slash does so where a part is no role as a whole, as
    ``CI/CD engineer`` may be.
    """
    functions: list[Function] = []
    left: list[str] = []
    for part in _parts(cell):
        function = function_of(part)
        if function is None:
            left.append(part)
        else:
            functions.append(function)
    return Roles(tuple(dict.fromkeys(functions)), tuple(left))


def function_of(part: str) -> Function | None:
    """The function that a few words name: by its name, its letters, another word for it, or as a title."""
    words = _words(part)
    for function in Function:
        if words in (_words(function.value), function.code.casefold()):
            return function
    return role_words().get(words) or suggest(part).function


def by_roles(cell: str, roles: Roles) -> Suggestion:
    """What a cell of roles says of somebody's main function, with the reason."""
    named = listed([message(each.phrase) for each in roles.functions], at_most=len(roles.functions))
    return Suggestion(
        roles.functions[0],
        message("“{cell}” is read as {roles}.", cell=" ".join(cell.split()), roles=named),
    )


def names_several(title: str) -> bool:
    """Whether a title is a list of roles: no title has a semicolon or a bar within."""
    return bool(_STRONG_MARKS.search(title.strip("; |\n")))


def _parts(cell: str) -> Iterator[str]:
    for part in filter(None, map(str.strip, _STRONG_MARKS.split(cell))):
        pieces = [piece for piece in map(str.strip, _MARKS.split(part)) if piece]
        if len(pieces) > 1 and not any(function_of(piece) is not None for piece in pieces):
            yield part
        else:
            yield from pieces


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", normalize("NFKC", text)).strip().casefold()
