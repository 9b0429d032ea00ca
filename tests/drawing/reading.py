"""Reads drawings back as a person would: the texts, the boxes, and what stands outside the page."""

from collections.abc import Iterable, Iterator

from planner.drawing.marks import Badge, Chip, Drawing, Group, Label, Mark, Rect
from planner.typography import Fonts


def texts(marks: Iterable[Mark]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, Label)]


def all_texts(drawing: Drawing) -> list[str]:
    return [text for group in drawing.groups for text in texts(group.marks)]


def first(marks: Iterable[Mark], kind: type, **fields: object) -> Mark:
    for mark in marks:
        if isinstance(mark, kind) and all(getattr(mark, name) == value for name, value in fields.items()):
            return mark
    raise AssertionError(f"no {kind.__name__} with {fields}")


def sizes(drawing: Drawing) -> Iterator[tuple[float, str]]:
    """The size in the drawing's units of every text, letters in chips and numbers in badges included."""
    for group in drawing.groups:
        for mark in group.marks:
            if isinstance(mark, Label):
                yield mark.style.size * group.scale, mark.text
            elif isinstance(mark, Chip):
                yield mark.size * mark.letters * group.scale, mark.function.code


def places(drawing: Drawing, fonts: Fonts) -> Iterator[tuple[Rect, str]]:
    """Where every text stands on the drawing."""
    for group in drawing.groups:
        for mark in group.marks:
            if isinstance(mark, Label):
                width = fonts.width(mark.text, mark.style)
                x = mark.x - {"start": 0.0, "middle": width / 2, "end": width}[mark.align.value]
                yield (
                    on_page(group, Rect(x, mark.baseline - mark.style.size, width, mark.style.size)),
                    mark.text,
                )


def on_page(group: Group, rect: Rect) -> Rect:
    scale = group.scale
    return Rect(
        group.bounds.x + rect.x * scale,
        group.bounds.y + rect.y * scale,
        rect.width * scale,
        rect.height * scale,
    )


def badges(drawing: Drawing) -> list[Badge]:
    return [mark for group in drawing.groups for mark in group.marks if isinstance(mark, Badge)]
