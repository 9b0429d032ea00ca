"""The rows of the palette: what each is at the left, its shortcut, state or kind at the right."""

from typing import Final

from planner.app.moving.choice_list import LINE_HEIGHT, ChoiceList, Item, Option
from planner.app.palette.entries import Entry, Kind
from planner.drawing.marks import Align, Badge, Box, Chip, IconMark, Label, Mark, Rect
from planner.typography import Fonts
from planner.typography.scale import BODY, BODY_MEDIUM, SHARE, SMALL

_EDGE: Final = 6.0
_TEXT: Final = 48.0
_CAP: Final = 18.0


class ResultList(ChoiceList):
    """Entries, one of them current; the focus stays in the field above."""

    def _marks(self, item: Item, *, current: bool) -> list[Mark]:
        entry = item.value if isinstance(item, Option) else None
        if not isinstance(entry, Entry):
            return super()._marks(item, current=current)
        width = self.viewport().width() / self._look.factor
        return row_marks(self._look.fonts, entry, width, current=current)


def option_of(entry: Entry) -> Option:
    """An entry as the list takes it."""
    return Option(entry.name, "", None, entry)


def row_marks(fonts: Fonts, entry: Entry, width: float, *, current: bool) -> list[Mark]:
    """One row; what cannot be done is paler and says why."""
    marks: list[Mark] = []
    if current:
        box = Rect(_EDGE, 1, width - 2 * _EDGE, LINE_HEIGHT - 2)
        marks.append(Box(box.grown(-0.75), radius=7, fill="accent-bg", border="accent", line=1.5))
    marks += _sign(entry)
    right = _right_marks(fonts, marks, entry, width - 16.0)
    ink = "ink-3" if entry.refusal else "accent-ink" if current else "ink"
    baseline = fonts.cap_baseline(BODY_MEDIUM, LINE_HEIGHT)
    name = fonts.elided(entry.name, BODY_MEDIUM, right - _TEXT)
    marks.append(Label(_TEXT, baseline, name, BODY_MEDIUM, ink))
    x = _TEXT + fonts.width(name, BODY_MEDIUM) + 8
    detail = entry.refusal or entry.detail()
    if detail and right - x > 24:
        marks.append(Label(x, baseline, fonts.elided(detail, BODY, right - x), BODY, "ink-2"))
    return marks


def _sign(entry: Entry) -> list[Mark]:
    if entry.function is not None:
        return [Chip(16, (LINE_HEIGHT - 22) / 2, 22, entry.function)]
    if entry.severity:
        return [Badge(19, (LINE_HEIGHT - 16) / 2, 16, entry.severity)]
    colour = "ink-3" if entry.refusal else "ink-2"
    return [IconMark(19, (LINE_HEIGHT - 16) / 2, 16, entry.icon, colour)] if entry.icon else []


def _right_marks(fonts: Fonts, marks: list[Mark], entry: Entry, right: float) -> float:
    """Draw what stands at the right; gives where the room left of it ends."""
    for key in reversed(caps(entry.keys)):
        width = max(_CAP, fonts.width(key, SHARE) + 10)
        place = Rect(right - width, (LINE_HEIGHT - _CAP) / 2, width, _CAP)
        marks.append(Box(place, 4.0, "surface", "line-2", 1.0))
        baseline = place.y + fonts.cap_baseline(SHARE, _CAP)
        marks.append(Label(place.x + width / 2, baseline, key, SHARE, "ink-2", Align.MIDDLE))
        right -= width + 4
    words = entry.state or ("" if entry.kind is Kind.COMMAND else entry.kind.value)
    if words:
        marks.append(Label(right, fonts.cap_baseline(SMALL, LINE_HEIGHT), words, SMALL, "ink-2", Align.END))
        right -= fonts.width(words, SMALL)
    return right - 12


def caps(keys: str) -> list[str]:
    """The keys of a shortcut one by one; in ``Ctrl++`` the last is the plus itself."""
    own_plus = keys.endswith("+")
    parts = keys.removesuffix("+").removesuffix("+").split("+") if own_plus else keys.split("+")
    return [part for part in parts if part] + ["+"] * own_plus
