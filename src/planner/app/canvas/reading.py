"""What screen readers read and do: teams with their seats and people on the canvas, people on the bench."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from planner.app.bench.drawing import roles_of, where_of
from planner.app.bench.people_list import PeopleList
from planner.app.bench.places import Entry, Section
from planner.app.bench.rows import Kind, Row
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.keyboard import Keyboard
from planner.app.canvas.noting import Notes
from planner.app.canvas.offering import Action, Node
from planner.app.canvas.selection import Selection
from planner.app.canvas.wording import holder_said, relations_said, seat_name, team_said
from planner.messages import Share, message

Key = tuple[str, str]
_SEAT_KEYS: Final = "M moves, R adds a role, Delete brings back to the bench, Menu opens the menu"
_VACANT_KEYS: Final = "Enter chooses a person, Delete removes the seat, Menu opens the menu"
_TEAM_KEYS: Final = "Insert adds a seat, F2 renames, Delete removes the team, Menu opens the menu"
_PERSON_KEYS: Final = "Enter edits, M moves, Space picks up, Menu opens the menu"
_PRESS: Final = QAccessibleActionInterface.pressAction()
_MENU: Final = QAccessibleActionInterface.showMenuAction()


class CanvasTree:
    """Teams in reading order; below each its seats, and the teams under it; below a seat who holds it."""

    def __init__(self, canvas: Canvas, keyboard: Keyboard) -> None:
        self._canvas, self._keyboard = canvas, keyboard
        self._notes = Notes(canvas.document)

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """What stands below a key, or at the top."""
        placement = self._canvas.scene.placement
        if parent is None:
            return [("team", team) for team in placement.hierarchy.roots]
        kind, name = parent
        if kind == "team" and name in placement.teams:
            seats = [] if name in placement.hierarchy.folded else placement.teams[name].seat_ids
            below = placement.hierarchy.children.get(name, ())
            return [*(("seat", seat) for seat in seats), *(("team", team) for team in below)]
        seat = self._canvas.document.scenario.seats.get(name) if kind == "seat" else None
        return [("holder", name)] if seat is not None and seat.is_filled else []

    def accessible_parent(self, key: Key) -> Key | None:
        """The seat of who holds it, a seat's team, the team that a team stands under."""
        kind, name = key
        if kind == "holder":
            return ("seat", name)
        above: str | None = None
        if kind == "team":
            above = self._canvas.scene.placement.hierarchy.above.get(name)
        elif name in self._canvas.document.scenario.seats:
            above = self._canvas.scene.team_showing(name)
        return ("team", above) if above is not None else None

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The seat or team at a place on the screen."""
        return self._canvas.hit(self._canvas.viewport().mapFromGlobal(QPoint(x, y))).key

    def accessible_node(self, key: Key) -> Node | None:
        """A team, a seat or who holds it as a sentence."""
        canvas, thing = self._canvas, _thing(key)
        rect = canvas.scene.rect_of(thing)
        if rect is None or (key != thing and not canvas.document.scenario.seats[key[1]].is_filled):
            return None
        name, keys = self._words(key)
        return Node(
            key,
            name,
            canvas.to_screen(rect),
            selected=thing in canvas.selection.items,
            focused=key == self.accessible_focus(),
            description=keys,
            level=self._level(key),
            expanded=self._expanded(key),
        )

    def accessible_focus(self) -> Key | None:
        """The card or team where the keys act, None while they act elsewhere."""
        focus = self._canvas.selection.focus if self._canvas.hasFocus() else None
        return focus if focus is not None and focus[0] != "person" and focus in self._canvas.scene else None

    def accessible_selection(self) -> Sequence[Key]:
        """The selected cards and teams."""
        return [
            key for key in self._canvas.selection.items if key[0] != "person" and key in self._canvas.scene
        ]

    def accessible_select(self, keys: Sequence[Key]) -> None:
        """Select just these, and bring the last of them into sight."""
        things = [_thing(key) for key in keys]
        self._canvas.selection.select(*things)
        if things:
            self._canvas.reveal(things[-1])

    def accessible_actions(self, key: Key) -> Sequence[Action]:
        """What the keys do with a card or a team."""
        commands = [(_PRESS, self._keyboard.open, "Return"), *self._commands(key)]
        commands.append((_MENU, self._keyboard.show_menu, "Menu"))
        return [Action(name, partial(self._act, _thing(key), run), keys) for name, run, keys in commands]

    def _commands(self, key: Key) -> list[tuple[str, Callable[[], object], str]]:
        keyboard, (kind, name) = self._keyboard, key
        if kind == "team":
            found: list[tuple[str, Callable[[], object], str]] = [
                ("Add seat", keyboard.add_seat, "Insert"),
                ("Link to…", keyboard.link_to, "L"),
                ("Move under…", keyboard.move_to, "M"),
                ("Rename", keyboard.rename, "F2"),
                ("Remove team", keyboard.delete, "Delete"),
            ]
            if self._canvas.scene.chart.folds(name):
                is_open = self._expanded(key)
                fold = partial(self._canvas.toggle_fold, name)
                found.insert(0, ("Collapse", fold, "-") if is_open else ("Expand", fold, "+"))
            return found
        seat = self._canvas.document.scenario.seats.get(name)
        rename = ("Rename seat", keyboard.rename, "F2")
        if seat is None or not seat.is_filled:
            return [
                ("Change role", keyboard.add_role, "R"),
                rename,
                ("Remove seat", keyboard.delete, "Delete"),
            ]
        return [
            ("Move to…", keyboard.move_to, "M"),
            ("Add role…", keyboard.add_role, "R"),
            rename,
            ("Back to bench", keyboard.delete, "Delete"),
        ]

    def _act(self, thing: Key, run: Callable[[], object]) -> None:
        """Do something with one thing, as if the keys had walked there."""
        if thing in self._canvas.scene:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._canvas.selection.select(thing)
            self._canvas.reveal(thing)
            run()

    def _level(self, key: Key) -> int:
        level, above = 1, self.accessible_parent(key)
        while above is not None:
            level, above = level + 1, self.accessible_parent(above)
        return level

    def _expanded(self, key: Key) -> bool | None:
        kind, name = key
        if kind != "team" or not self._canvas.scene.chart.folds(name):
            return None
        return name not in self._canvas.scene.placement.hierarchy.folded

    def _words(self, key: Key) -> tuple[str, str]:
        document = self._canvas.document
        project, scenario, (kind, name) = document.project, document.scenario, key
        if kind == "team":
            seats = [scenario.seats[seat] for seat in self._canvas.scene.seats_of(name)]
            filled = sum(seat.is_filled for seat in seats)
            relations = relations_said(project, scenario, scenario.teams[name])
            notes = ", ".join(filter(None, [relations, self._notes.said(key)]))
            return team_said(scenario.teams[name], filled, len(seats), notes=notes), _TEAM_KEYS
        seat = scenario.seats[name]
        if kind == "holder":
            person = project.people[seat.person or ""]
            roles = roles_of(Entry(person, Section.ASSIGNED, 0.0, ()))
            notes = self._notes.said(("person", person.id))
            return holder_said(scenario, person, roles, notes=notes), _SEAT_KEYS
        siblings = self._canvas.scene.seats_of(seat.team)
        place = siblings.index(seat.id) + 1
        said = seat_name(project, scenario, seat, place, len(siblings), notes=self._notes.said(key))
        return said, _SEAT_KEYS if seat.is_filled else _VACANT_KEYS


def _thing(key: Key) -> Key:
    """What is selected for a key: for who holds a seat, the seat."""
    return ("seat", key[1]) if key[0] == "holder" else key


class BenchTree:
    """The rows of the bench, one below the other."""

    def __init__(self, people: PeopleList, selection: Selection) -> None:
        self._list, self._selection = people, selection

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """All rows at the top."""
        return [row.key for row in self._list.rows.rows] if parent is None else []

    def accessible_parent(self, _key: Key) -> Key | None:
        """Rows stand in no other."""
        return None

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The row at a place on the screen."""
        place = self._list.place_at(self._list.viewport().mapFromGlobal(QPoint(x, y)))
        return self._list.rows[place].key if place is not None else None

    def accessible_node(self, key: Key) -> Node | None:
        """A person, or the head of a section."""
        place = self._list.rows.place_of(key)
        if place is None:
            return None
        area, row = self._list.row_rect(place), self._list.rows[place]
        return Node(
            key,
            self._said(row),
            QRect(self._list.viewport().mapToGlobal(area.topLeft()), area.size()),
            role=QAccessible.Role.ListItem,
            selected=self._list.is_selected(place),
            focused=key == self.accessible_focus(),
            description=_keys_of(row),
            expanded=not row.folded if row.kind is Kind.SECTION else None,
        )

    def accessible_focus(self) -> Key | None:
        """The row with the focus, None while it is elsewhere."""
        row = self._list.focused if self._list.hasFocus() else None
        return row.key if row is not None else None

    def accessible_selection(self) -> Sequence[Key]:
        """The rows of who is selected."""
        rows = self._list.rows
        return [rows[place].key for place in range(len(rows)) if self._list.is_selected(place)]

    def accessible_select(self, keys: Sequence[Key]) -> None:
        """Select just these people."""
        rows = [
            self._list.rows[place] for key in keys if (place := self._list.rows.place_of(key)) is not None
        ]
        people = [row.entry.person.id for row in rows if row.entry is not None]
        self._selection.select(*(("person", person) for person in people))
        if people:
            self._list.reveal(people[-1])

    def accessible_actions(self, key: Key) -> Sequence[Action]:
        """What the keys do with a row."""
        people, place = self._list, self._list.rows.place_of(key)
        row = people.rows[place] if place is not None else None
        if row is None or row.entry is None:
            is_more = row is not None and row.kind is Kind.MORE
            asks = people.all_asked.emit if is_more else partial(people.fold_asked.emit, row and row.section)
            return [Action(_PRESS, asks, "Return")] if row is not None and row.kind is not Kind.NOTE else []
        person = row.entry.person.id
        asked = (
            (_PRESS, partial(people.edit_asked.emit, person), "Return"),
            ("Move to…", partial(people.move_asked.emit, person), "M"),
            (_MENU, partial(self._ask_menu, person), "Menu"),
        )
        return [Action(name, partial(self._act, person, run), keys) for name, run, keys in asked]

    def _act(self, person: str, run: Callable[[], object]) -> None:
        """Do something with a person, as if the keys had walked there."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._selection.select(("person", person))
        self._list.reveal(person)
        run()

    def _ask_menu(self, person: str) -> None:
        place = self._list.rect_of(person)
        if place is not None:
            self._list.menu_asked.emit(person, place.center())

    def _said(self, row: Row) -> str:
        if row.entry is None:
            if row.kind is Kind.SECTION:
                return str(message("{section}, {count}", section=message(row.section.value), count=row.count))
            return str(row.words or "")
        entry = row.entry
        free = message("{free} free", free=Share(entry.free))
        where = where_of(entry, self._list.scenario())
        return ", ".join([entry.person.name, roles_of(entry), str(free), where])


def _keys_of(row: Row) -> str:
    if row.entry is not None:
        return _PERSON_KEYS
    return {Kind.SECTION: "Enter folds and unfolds", Kind.MORE: "Enter shows all of them"}.get(row.kind, "")
