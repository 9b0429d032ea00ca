"""Knows what headings mean which field, and what words in cells stand for something other than themselves."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from planner import resources

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_NO_WORD = re.compile(r"[\W_]+")
_SIGNS = str.maketrans({"#": " number ", "%": " percent ", "№": " number "})


class Book(Struct, frozen=True):
    """What ``resources/roster/columns.toml`` says of headings, and of words in cells."""

    headings: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]


@cache
def book() -> Book:
    """The headings and words that ship with the program."""
    read = tomllib.loads(resources.read_text("roster/columns.toml"))
    return Book(
        {field: tuple(map(words_of, headings)) for field, headings in read["fields"].items()},
        {name: frozenset(words) for name, words in read["words"].items()},
    )


def means(cell: str, word: str) -> bool:
    """Whether a cell says ``vacant``, ``undisclosed``, ``nothing`` or ``no-manager`` in one of their ways."""
    return cell.casefold() in book().words[word]


def known_headings(cells: Sequence[str]) -> int:
    """How many cells of a row are headings that the program knows."""
    known = {words for headings in book().headings.values() for words in headings}
    return len(known & {words_of(cell) for cell in cells})


def words_of(heading: str) -> str:
    """A heading as words in lower case: ``managerEmail`` and ``Manager's email`` are ``manager email``."""
    text = _POSSESSIVE.sub("", normalize("NFKC", heading.translate(_SIGNS)))
    return _NO_WORD.sub(" ", _CAMEL.sub(" ", text)).strip().casefold()
