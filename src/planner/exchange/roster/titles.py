"""Suggests what somebody does from their job title; to suggest nothing is the calm and normal answer."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from msgspec import Struct

from planner import resources
from planner.domain import Function
from planner.messages import Message, message

_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


class Suggestion(Struct, frozen=True):
    """A function, or None when the title names none, and the reason for either."""

    function: Function | None
    reason: Message


class _Rule(Struct, frozen=True):
    """A function with the phrases that name it, or a reason why phrases name none."""

    function: Function | None
    why: str
    phrases: tuple[Words, ...]
    exceptions: tuple[Words, ...]

    def found_in(self, readings: tuple[Words, ...]) -> Words | None:
        """The phrase that one of the readings of a title holds, unless it holds an exception too."""
        if any(_holds(words, phrase) for words in readings for phrase in self.exceptions):
            return None
        for phrase in self.phrases:
            if any(_holds(words, phrase) for words in readings):
                return phrase
        return None


class _Book(Struct, frozen=True):
    """What ``resources/roster/titles.toml`` knows of titles."""

    spelling: Mapping[str, Words]
    passed_over: frozenset[str]
    rules: tuple[_Rule, ...]
    roles: Mapping[str, Function]

    def readings(self, title: str) -> tuple[Words, ...]:
        """A title's words, as written and without seniority."""
        words = tuple(self._spelled(title))
        without = tuple(word for word in words if word not in self.passed_over)
        return (words,) if without == words else (words, without)

    def _spelled(self, title: str) -> Iterator[str]:
        for match in _WORD.finditer(normalize("NFKC", title).casefold()):
            yield from self.spelling.get(match[0], (match[0],))


@lru_cache(maxsize=4096)
def suggest(title: str) -> Suggestion:
    """What a title says of a person's function: one of the six roles, a partner function, or nothing."""
    if not title.strip():
        return Suggestion(None, message("There is no title."))
    book = _book()
    readings = book.readings(title)
    for rule in book.rules:
        phrase = rule.found_in(readings)
        if phrase is not None:
            return _suggestion(rule, " ".join(phrase))
    return Suggestion(None, message("The title names none of the functions."))


def role_words() -> Mapping[str, Function]:
    """Words that name a function in a list of roles, where they would say too little in a title."""
    return _book().roles


def _suggestion(rule: _Rule, phrase: str) -> Suggestion:
    if rule.function is None:
        return Suggestion(None, message("“{phrase}”: {why}.", phrase=phrase, why=message(rule.why)))
    function = message(rule.function.phrase)
    return Suggestion(
        rule.function, message("“{phrase}” is read as {function}.", phrase=phrase, function=function)
    )


def _holds(words: Words, phrase: Words) -> bool:
    length = len(phrase)
    return any(words[start : start + length] == phrase for start in range(len(words) - length + 1))


@cache
def _book() -> _Book:
    read = tomllib.loads(resources.read_text("roster/titles.toml"))
    rules = tuple(
        _Rule(
            function=Function(each["function"]) if "function" in each else None,
            why=each.get("why", ""),
            phrases=_split([*each.get("phrases", ()), *each.get("words", ())]),
            exceptions=_split(each.get("but", ())),
        )
        for each in read["rule"]
    )
    spelling = {short: tuple(long.split()) for short, long in read["spelling"].items()}
    roles = {word: Function(function) for function, words in read["roles"].items() for word in words}
    return _Book(spelling, frozenset(read["passed-over"]["words"]), rules, roles)


def _split(phrases: list[str]) -> tuple[Words, ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)
