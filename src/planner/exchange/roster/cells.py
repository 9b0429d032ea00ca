"""Cleans the text of a cell: no line breaks, and none of the marks that nobody sees."""

_JOINERS = "\u200c\u200d"
"""Unseen too, but some scripts cannot be spelled without."""


def cleaned(text: str) -> str:
    """A cell's text in one line, without unseen marks, which would part a name from itself elsewhere."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join("".join(each for each in line if each.isprintable() or each in _JOINERS).split())
