"""Finds on the chart what is typed: matches one after the other, the view flying there, the rest pale."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.canvas.selection import Key
from planner.app.canvas.view import View
from planner.app.find.bar import FindBar
from planner.app.find.matches import NOTHING, Haystack
from planner.app.find.veil import Veil
from planner.app.moving.workbench import Workbench
from planner.app.window.parts import Tools


class _Before(Struct, frozen=True):
    """What leaving without going to a match brings back."""

    view: View
    items: tuple[Key, ...]
    focus: QWidget | None


class Find(QObject):
    """One search on one plan's chart.

    Enter and Shift+Enter go to a match, which then stays selected; Esc before that brings view and selection
    back. ``add_person`` is asked with what was typed when nothing matches.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        tools: Tools,
        show_bench: Callable[[], object],
        add_person: Callable[[str], object],
    ) -> None:
        super().__init__(bench)
        self._bench, self._canvas = bench, bench.canvas
        self._show_bench, self._add_person, self._trees = show_bench, add_person, tools.trees
        self.bar = FindBar(self._canvas, tools.look)
        self.veil = Veil(self._canvas, tools.look)
        self.matches = NOTHING
        self._place: int | None = None
        self._before: _Before | None = None
        self._haystack: Haystack | None = None
        self.bar.typed.connect(self._look_for)
        self.bar.stepped.connect(self._step)
        self.bar.left.connect(self.leave)
        self._canvas.scene_changed.connect(self._look_again)
        bench.document.scenario_switched.connect(self._look_again)
        self._canvas.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether something is being looked for."""
        return self._before is not None

    def open(self) -> None:
        """Show the bar; what was typed last is ready to be typed over."""
        if self._before is None:
            selection = self._bench.selection
            self._before = _Before(self._canvas.view, selection.items, QApplication.focusWidget())
        self.bar.open()
        self._look_for(self.bar.field.text())

    def leave(self) -> None:
        """Let everything shine again; a match that was gone to stays selected, else all is as it was."""
        before, self._before = self._before, None
        if before is None:
            return
        self.veil.show_matches(None)
        self._haystack, is_kept = None, self._place is not None
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self._canvas)
        self.bar.hide()
        if not is_kept:
            self._bench.selection.select(*before.items)
            self._canvas.fly_to(before.view)
        if had_focus:
            back = before.focus if before.focus is not None and not is_kept else self._canvas
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc on the chart leaves the search before it clears the selection, but after it ends a drag."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.is_open
            and self._bench.gesture.carried is None
        ):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _look_for(self, text: str) -> None:
        if self._before is None:
            return
        self._place = None
        self._match(text)
        on_chart = [key for key in self.matches.keys if key[0] != "person"]
        if on_chart:
            self._canvas.reveal_beside(on_chart[0], self.bar)
        self._trees.announce(self.bar.field, self.bar.field.accessibleDescription())

    def _match(self, text: str) -> None:
        if self._haystack is None:
            document, shown = self._bench.document, self._canvas.scene.placement.order
            hidden = set(document.scenario.teams.order) - set(shown)  # in collapsed teams, found all the same
            order = [*shown, *(team.id for team in document.scenario.teams if team.id in hidden)]
            self._haystack = Haystack(document.project, document.scenario, order)
        self.matches = self._haystack.matches(text)
        self.veil.show_matches(self.matches if self.matches.keys else None)
        self.bar.show_count(self._place, len(self.matches.keys), text=text)

    def _look_again(self) -> None:
        """Follow the plan, staying at the match that is shown as long as it matches."""
        self._haystack = None
        if self._before is None:
            return
        here = self.matches.keys[self._place] if self._place is not None else None
        self._match(self.bar.field.text())
        keys = self.matches.keys
        self._place = keys.index(here) if here in keys else None
        self.bar.show_count(self._place, len(keys), text=self.bar.field.text())

    def _step(self, by: int) -> None:
        keys, text = self.matches.keys, self.bar.field.text().strip()
        if not keys:
            if text:
                self.leave()
                self._add_person(text)
            return
        first = 0 if by > 0 else len(keys) - 1
        self._place = first if self._place is None else (self._place + by) % len(keys)
        key = keys[self._place]
        self._bench.selection.select(key)
        self._reveal(key)
        self.bar.show_count(self._place, len(keys), text=text)
        self._trees.announce(self.bar.field, f"{self.bar.count.text()}: {self._name_of(key)}")

    def _reveal(self, key: Key) -> None:
        if key[0] == "person":
            self._show_bench()
            self._bench.bench.list.reveal(key[1])
        else:
            self._canvas.reveal_beside(key, self.bar)

    def _name_of(self, key: Key) -> str:
        project, scenario = self._bench.document.project, self._bench.document.scenario
        match key:
            case ("team", team):
                return scenario.teams[team].name
            case ("seat", name):
                seat = scenario.seats[name]
                holder = project.people.get(seat.person)
                who = holder.name if holder is not None else "Vacant"
                return f"{who}, {seat.function.phrase}, {scenario.teams[seat.team].name}"
        return f"{project.people[key[1]].name}, on the bench"
