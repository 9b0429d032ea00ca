"""Names are compared as people type them: without case and without accents."""

from typing import Final
from unicodedata import combining, normalize

_UNDECOMPOSED: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)


def folded(text: str) -> str:
    """Text as it is compared: ``Tomasz Zieliński`` and ``tomasz zielinski`` are the same."""
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(letter for letter in apart if not combining(letter))


def has_words(text: str, typed: str) -> bool:
    """Whether a text has every word that was typed."""
    plain = folded(text)
    return all(word in plain for word in folded(typed).split())
