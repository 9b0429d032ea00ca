"""Names where the room is short: a form that still tells who is meant, before letters are cut off.

Who knows a plan knows "Priya N." and "P. Natarajan"; "Priya Nat…" says no more and looks broken. Tooltips and
accessible names keep every name whole.
"""

from collections.abc import Callable, Iterator, Sequence

from planner.typography import Fonts, Style

Shorter = Callable[[str], Iterator[str]]


def shorter_person(name: str) -> Iterator[str]:
    """The forms of a person's name, the one that tells most first; none for a single word."""
    words = name.split()
    if len(words) > 1:
        first, last = words[0], words[-1]
        yield f"{first} {_initial(last)}"
        yield f"{_initial(first)} {last}"
        yield f"{_initial(first)} {_initial(last)}"


def shorter_team(name: str) -> Iterator[str]:
    """The forms of a team's name: words become initials from the end, a number stays ("Squad 12", "S12")."""
    words = name.split()
    for whole in range(len(words) - 1, 0, -1):
        yield " ".join([*words[:whole], *map(_initial, words[whole:])])
    if len(words) > 1:
        yield "".join(word if word.isdigit() else _letter(word).upper() for word in words)


def fitted(
    text: str, styles: Sequence[Style], room: float, fonts: Fonts, shorter: Shorter
) -> tuple[str, Style]:
    """The first form of a text in the first style in which it fits; cut only where no form does."""
    for form in (text, *shorter(text)):
        for style in styles:
            if fonts.width(form, style) <= room:
                return form, style
    return fonts.elided(text, styles[-1], room), styles[-1]


def _initial(word: str) -> str:
    """A word's first letter with a full stop; what is no longer without one stays as it is."""
    return word if len(word) <= 2 or word.isdigit() else f"{_letter(word).upper()}."


def _letter(word: str) -> str:
    return next((char for char in word if char.isalnum()), word[0])
