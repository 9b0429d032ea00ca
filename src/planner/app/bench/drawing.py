"""Draws rows of the bench as marks: cards of those with capacity, compact rows of the others."""

from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.app.bench.places import Entry
from planner.app.bench.rows import HEIGHTS, Kind, Row, Rows
from planner.domain import Function, Scenario
from planner.drawing.marks import Align as Side
from planner.drawing.marks import Box, Chip, Dash, Group, IconMark, Label, Mark, Rect
from planner.messages import Share, message, render
from planner.typography import Fonts
from planner.typography.scale import BODY, CARD_NAME, CARD_ROLE, LABEL, SMALL

CARD_HEIGHT: Final = 44.0
MARGIN: Final = 10.0
MENU_SIDE: Final = 24.0
_TEXT: Final = 50.0
_BAR_WIDTH: Final = 36.0
_BAR_HEIGHT: Final = 4.0


class State(Struct, frozen=True):
    """How a row looks besides what it says."""

    hovered: bool = False
    selected: bool = False
    focused: bool = False
    carried: bool = False


class BenchDrawing:
    """Draws rows for one width of the bench."""

    def __init__(self, fonts: Fonts, width: float, *, right: float = MARGIN) -> None:
        self._fonts, self._width = fonts, width + MARGIN - right

    def row(self, row: Row, scenario: Scenario, state: State) -> Group:
        """The marks of one row, from its left top corner."""
        match row.kind:
            case Kind.SECTION:
                marks = self._section(row, state)
            case Kind.CARD:
                marks = self._card(row, state)
            case Kind.COMPACT:
                marks = self._compact(row, scenario, state)
            case Kind.MORE:
                marks = self._more(row, state)
            case Kind.NOTE:
                marks = self._note(row)
        return Group(("row", row.key[1]), Rect(0, 0, self._width, row.height), tuple(marks))

    def fitted(self, rows: Rows) -> Rows:
        """The rows with as many lines in a note as its words need at this width."""
        if not any(row.kind is Kind.NOTE for row in rows.rows):
            return rows
        return Rows(
            [
                replace(row, lines=len(self._note_lines(row))) if row.kind is Kind.NOTE else row
                for row in rows.rows
            ]
        )

    def menu_button(self, row: Row) -> Rect | None:
        """Where a person's "⋯" stands in their row; None for rows that are no person."""
        if row.entry is None:
            return None
        height = CARD_HEIGHT if row.kind is Kind.CARD else HEIGHTS[row.kind]
        x = self._width - MARGIN - (8 if row.kind is Kind.CARD else 0) - MENU_SIDE
        return Rect(x, (height - MENU_SIDE) / 2, MENU_SIDE, MENU_SIDE)

    def _section(self, row: Row, state: State) -> list[Mark]:
        height = HEIGHTS[Kind.SECTION]
        baseline = self._fonts.cap_baseline(LABEL, height)
        right = self._width - MARGIN - 2
        icon = "chevron-right" if row.folded else "chevron-down"
        marks: list[Mark] = [
            IconMark(MARGIN, (height - 14) / 2, 14, icon, "ink-2"),
            Label(28, baseline, str(message(row.section.value)), LABEL, "ink-2"),
            Label(right, baseline, str(message("{count}", count=row.count)), SMALL, "ink-2", Side.END),
        ]
        if state.focused:
            marks.insert(0, self._ring(Rect(4, 6, self._width - 8, height - 12)))
        return marks

    def _card(self, row: Row, state: State) -> list[Mark]:
        entry = row.entry
        if entry is None:
            return []
        box = Rect(MARGIN, 0, self._width - 2 * MARGIN, CARD_HEIGHT)
        marks: list[Mark] = [self._frame(box, state)]
        if state.focused and not state.carried:
            marks.insert(0, self._ring(box.grown(3)))
        marks.append(Chip(18, 10, 24, entry.function))
        right = box.right - 8
        room = right - _TEXT - 44
        name = self._fonts.elided(entry.person.name, CARD_NAME, room)
        roles = self._fonts.elided(roles_of(entry), CARD_ROLE, room)
        ink = "accent-ink" if state.selected and not state.carried else "ink"
        marks.append(Label(_TEXT, 4 + self._fonts.baseline(CARD_NAME), name, CARD_NAME, ink))
        marks.append(Label(_TEXT, 23 + self._fonts.baseline(CARD_ROLE), roles, CARD_ROLE, "ink-2"))
        if state.hovered:
            return [*marks, *self._menu_marks(row)]
        free = render(message("{free}", free=Share(entry.free)))
        marks.append(Label(right, 4 + self._fonts.baseline(LABEL), free, LABEL, "ink-2", Side.END))
        bar = Rect(right - _BAR_WIDTH, 30, _BAR_WIDTH, _BAR_HEIGHT)
        marks.append(Box(bar, radius=2, fill="track"))
        filled = Rect(bar.x, bar.y, _BAR_WIDTH * min(1.0, entry.free), _BAR_HEIGHT)
        marks.append(Box(filled, radius=2, fill="note"))
        if state.carried:
            marks.append(Box(box, radius=7, fill="panel/58"))
            marks.append(self._frame(box, state))
        return marks

    def _compact(self, row: Row, scenario: Scenario, state: State) -> list[Mark]:
        entry = row.entry
        if entry is None:
            return []
        height = HEIGHTS[Kind.COMPACT]
        box = Rect(4, 0, self._width - 8, height)
        marks: list[Mark] = []
        if state.selected:
            marks.append(Box(box, radius=7, fill="accent-bg"))
        elif state.hovered:
            marks.append(Box(box, radius=7, fill="sunken"))
        if state.focused:
            marks.append(self._ring(box.grown(-1)))
        if state.carried:
            marks.append(Box(box.grown(-0.5), radius=7, border="accent", dash=Dash.DASHED))
        marks.append(Chip(14, (height - 18) / 2, 18, entry.function))
        right = self._width - MARGIN - 2
        where = where_of(entry, scenario)
        baseline = self._fonts.cap_baseline(BODY, height)
        name = self._fonts.elided(entry.person.name, BODY, right - 39 - 34)
        taken = 39 + self._fonts.width(name, BODY) + 8
        marks.append(Label(39, baseline, name, BODY, "accent-ink" if state.selected else "ink"))
        if state.hovered:
            return [*marks, *self._menu_marks(row)]
        where = self._fonts.elided(where, CARD_ROLE, max(24.0, right - taken))
        marks.append(Label(right, baseline, where, CARD_ROLE, "ink-2", Side.END))
        return marks

    def _more(self, row: Row, state: State) -> list[Mark]:
        height = HEIGHTS[Kind.MORE]
        words = str(row.words)
        marks: list[Mark] = [Label(39, self._fonts.cap_baseline(LABEL, height), words, LABEL, "accent-ink")]
        if state.focused:
            ring = Rect(33, 1, self._fonts.width(words, LABEL) + 12, height - 2)
            marks.insert(0, self._ring(ring))
        return marks

    def _note(self, row: Row) -> list[Mark]:
        lines = self._note_lines(row)
        baseline = 8 + self._fonts.baseline(SMALL)
        return [
            Label(12, baseline + place * SMALL.line_height, line, SMALL, "ink-3")
            for place, line in enumerate(lines)
        ]

    def _note_lines(self, row: Row) -> list[str]:
        return self._fonts.lines(str(row.words), SMALL, self._width - 2 * MARGIN - 4)

    def _frame(self, box: Rect, state: State) -> Box:
        if state.carried:
            return Box(box.grown(-0.5), radius=7, border="accent", line=1, dash=Dash.DASHED)
        if state.selected:
            return Box(box.grown(-1), radius=7, fill="accent-bg", border="accent", line=2)
        border = "edge" if state.hovered else "line"
        return Box(box.grown(-0.5), radius=7, fill="surface", border=border)

    def _menu_marks(self, row: Row) -> list[Mark]:
        button = self.menu_button(row)
        if button is None:
            return []
        return [
            Box(button, radius=7, fill="sunken"),
            IconMark(button.x + 4, button.y + 4, 16, "more", "ink-2"),
        ]

    @staticmethod
    def _ring(box: Rect) -> Box:
        return Box(box.grown(-1), radius=8, border="accent", line=2)


def roles_of(entry: Entry) -> str:
    """A person's roles in one line, else the title that they bring: ``Data analyst, scientist``.

    Of several, a word that stands just before is not said again, as the line is short.
    """
    roles = entry.person.roles
    if not roles:
        return entry.person.title or str(message("No role yet"))
    if len(roles) == 1:
        return roles[0].label
    words = [
        role.phrase.removesuffix(" engineer" if role is Function.MLOPS_ENGINEER else "") for role in roles
    ]
    after = [
        word.removeprefix("data ") if before.startswith("data ") else word for before, word in pairwise(words)
    ]
    text = ", ".join([words[0], *after])
    return text[0].upper() + text[1:]


def where_of(entry: Entry, scenario: Scenario) -> str:
    """Where a person sits: the team's name, or how many roles they hold."""
    if len(entry.seats) > 1:
        return str(message("{count} roles", count=len(entry.seats)))
    if entry.seats:
        return scenario.teams[entry.seats[0].team].name
    return str(message("No seat"))
