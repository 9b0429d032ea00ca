"""What screen readers read: teams with their seats on the canvas, people on the bench."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

from planner.app.bench.drawing import roles_of, where_of
from planner.app.bench.people_list import PeopleList
from planner.app.bench.rows import Kind
from planner.app.canvas.accessible import Node
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.wording import seat_name, team_said
from planner.messages import Share, counted, message

Key = tuple[str, str]
_SEAT_KEYS: Final = "M moves, R adds a role, Delete brings back to the bench, Menu opens the menu"
_VACANT_KEYS: Final = "Enter chooses a person, Delete removes the seat, Menu opens the menu"
_TEAM_KEYS: Final = "Insert adds a seat, F2 renames, Delete removes the team, Menu opens the menu"


class CanvasTree:
    """Teams in reading order, their seats below them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """Teams at the top, seats below a team."""
        placement = self._canvas.scene.placement
        if parent is None:
            return [("team", team) for team in placement.order]
        if parent[0] == "team" and parent[1] in placement.teams:
            return [("seat", seat) for seat in placement.teams[parent[1]].seat_ids]
        return []

    def accessible_parent(self, key: Key) -> Key | None:
        """A seat's team."""
        seat = self._canvas.document.scenario.seats.get(key[1]) if key[0] == "seat" else None
        return ("team", self._canvas.scene.team_showing(seat.id)) if seat is not None else None

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The seat or team at a place on the screen."""
        return self._canvas.hit(self._canvas.viewport().mapFromGlobal(QPoint(x, y))).key

    def accessible_node(self, key: Key) -> Node | None:
        """A team or a seat as a sentence."""
        canvas = self._canvas
        rect = canvas.scene.rect_of(key)
        if rect is None:
            return None
        name, keys = self._words(key)
        return Node(
            key,
            name,
            canvas.to_screen(rect),
            selected=key in canvas.selection.items,
            focused=key == canvas.selection.focus and canvas.hasFocus(),
            description=keys,
        )

    def _words(self, key: Key) -> tuple[str, str]:
        document = self._canvas.document
        scenario = document.scenario
        notes = self._notes(key)
        if key[0] == "team":
            seats = [scenario.seats[seat] for seat in self._canvas.scene.seats_of(key[1])]
            filled = sum(seat.is_filled for seat in seats)
            return team_said(scenario.teams[key[1]], filled, len(seats), notes=notes), _TEAM_KEYS
        seat = scenario.seats[key[1]]
        siblings = self._canvas.scene.seats_of(seat.team)
        place = siblings.index(seat.id) + 1
        said = seat_name(document.project, scenario, seat, place, len(siblings), notes=notes)
        return said, _SEAT_KEYS if seat.is_filled else _VACANT_KEYS

    def _notes(self, key: Key) -> str:
        """``1 warning``: the findings that name this very seat or team."""
        counts: dict[str, int] = {}
        for finding in self._canvas.document.review.findings:
            if any((subject.kind, subject.id) == key for subject in finding.subjects):
                counts[finding.severity.value] = counts.get(finding.severity.value, 0) + 1
        return ", ".join(
            str(counted("{count} {what}", "{count} {what}s", count, what=what))
            for what, count in counts.items()
        )


class BenchTree:
    """The rows of the bench, one below the other."""

    def __init__(self, people: PeopleList) -> None:
        self._list = people

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """All rows at the top."""
        return [row.key for row in self._list.rows.rows] if parent is None else []

    def accessible_parent(self, _key: Key) -> Key | None:
        """Rows stand in no other."""
        return None

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The row at a place on the screen."""
        at = self._list.viewport().mapFromGlobal(QPoint(x, y))
        place = self._list.rows.at(at.y() + self._list.verticalScrollBar().value())
        return self._list.rows[place].key if place is not None else None

    def accessible_node(self, key: Key) -> Node | None:
        """A person, or the head of a section."""
        place = self._list.rows.place_of(key)
        if place is None:
            return None
        area = self._list.row_rect(place)
        on_screen = QRect(self._list.viewport().mapToGlobal(area.topLeft()), area.size())
        focused = self._list.hasFocus() and self._list.focused is self._list.rows[place]
        return Node(
            key,
            self._said(place),
            on_screen,
            role=QAccessible.Role.ListItem,
            selected=self._list.is_selected(place),
            focused=focused,
            description="M or Enter moves, Space picks up, Menu opens the menu",
        )

    def _said(self, place: int) -> str:
        row = self._list.rows[place]
        if row.entry is None:
            if row.kind is Kind.SECTION:
                folded = str(message("folded")) if row.folded else ""
                said = message("{section}, {count}", section=message(row.section.value), count=row.count)
                return ", ".join(filter(None, [str(said), folded]))
            return str(row.words or "")
        entry = row.entry
        free = message("{free} free", free=Share(entry.free))
        where = where_of(entry, self._list.scenario())
        return ", ".join([entry.person.name, roles_of(entry), str(free), where])
