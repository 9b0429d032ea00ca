"""Says when two texts that people typed count as the same one."""

import re
from typing import Final
from unicodedata import normalize

_READ_AS_SPACE: Final = re.compile(r"[-_/]")


def plain(text: str) -> str:
    """The text to compare: Unicode NFKC, case folded, white space cut at the ends and collapsed inside."""
    return " ".join(normalize("NFKC", text).casefold().split())


def plain_skill(text: str) -> str:
    """A skill's text to compare: as above, with ``-``, ``_`` and ``/`` read as a space."""
    return " ".join(_READ_AS_SPACE.sub(" ", plain(text)).split())


def is_given(text: str) -> bool:
    """Whether a text holds more than white space."""
    return bool(text.strip())
