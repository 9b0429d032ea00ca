"""Fuzzy matching: how well a few typed letters name something, without case, accents or whole words."""

import re
from collections.abc import Iterable
from heapq import nlargest
from typing import Final, Generic, NamedTuple, TypeVar

from planner.app.controls.folding import folded

_WHOLE, _START, _WORD_START, _INITIALS, _INSIDE, _SCATTERED = 100.0, 90.0, 80.0, 70.0, 50.0, 40.0
_ASIDE = 0.4
"""What a match in other words than the name counts for."""
_PER_LETTER = 0.05
"""What a letter more than was typed costs, so that the shorter of two names comes first."""

T = TypeVar("T")


class Words(NamedTuple, Generic[T]):
    """What is found by its name, the initials of it, or, less well, by other words."""

    value: T
    name: str
    initials: str
    aside: str

    @classmethod
    def of(cls, value: T, name: str, aside: str = "") -> "Words[T]":
        """Prepare a name and other words for matching."""
        plain = folded(name)
        initials = "".join(word[0] for word in plain.split())
        return cls(value, plain, initials, folded(aside))


class Wanted:
    """What somebody typed; every word of it has to be found."""

    def __init__(self, typed: str) -> None:
        self._whole = " ".join(folded(typed).split())
        self._words = [_Word(word) for word in self._whole.split()]

    def __bool__(self) -> bool:
        return bool(self._words)

    def score(self, words: Words[T]) -> float | None:
        """How well this names something, at most 100; None when it does not."""
        total = 0.0
        for word in self._words:
            found = word.score(words)
            if found is None:
                return None
            total += found
        count = len(self._words)
        if not count:
            return 0.0
        together = count > 1 and words.name.startswith(self._whole)
        more = len(words.name) - len(self._whole)
        return (_START if together else total / count) - (_PER_LETTER * more if more > 0 else 0.0)


class _Word:
    def __init__(self, word: str) -> None:
        self._word, self._after_blank = word, f" {word}"
        self._scattered = re.compile(r"\b" + ".*?".join(map(re.escape, word))) if len(word) > 1 else None

    def score(self, words: Words[T]) -> float | None:
        """Try what is quick before what is slow: this is asked of everybody in a plan at every letter."""
        _, name, initials, aside = words
        word = self._word
        place = name.find(word)
        if place == 0:
            return _WHOLE if len(name) == len(word) else _START
        if place > 0:
            return _WORD_START if self._after_blank in name else _INSIDE
        starts = self._scattered is not None and word[0] in initials
        if starts and initials.startswith(word):
            return _INITIALS
        if word in aside:
            is_start = aside.startswith(word) or self._after_blank in aside
            return _ASIDE * (_WORD_START if is_start else _INSIDE)
        return self._scattered_in(name) if starts else None

    def _scattered_in(self, name: str) -> float | None:
        found = self._scattered.search(name) if self._scattered is not None else None
        if found is None:
            return None
        between = found.end() - found.start() - len(self._word)
        return max(1.0, _SCATTERED - 2.0 * between) if between <= 3 * len(self._word) else None


def best(
    typed: str, among: Iterable[Words[T]], *, most: int, favoured: frozenset[T] = frozenset()
) -> list[T]:
    """What is named best by what was typed, the best first; what is favoured comes a little earlier.

    What is named equally well keeps its order.
    """
    score = Wanted(typed).score
    found = []
    for place, words in enumerate(among):
        points = score(words)
        if points is not None:
            found.append((points, -place, words.value))
    if favoured:
        found = [(each[0] + _FAVOUR * (each[2] in favoured), *each[1:]) for each in found]
    return [value for _, _, value in nlargest(most, found, key=_points_and_place)]


def _points_and_place(found: tuple[float, int, T]) -> tuple[float, int]:
    return found[:2]


_FAVOUR: Final = 8.0
