"""The keyboard on the canvas: walking from card to card, and every command that a key has."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from planner.advice.moves import Carried, CarriedTeam, Several
from planner.app.canvas.acting import acted_on
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.loads import load_of
from planner.app.canvas.navigation import Direction, nearest, stepped
from planner.app.canvas.pointer import Pointer
from planner.app.canvas.selection import Key
from planner.domain import Seat
from planner.placement import Rect

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_ACTING: Final = {
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_F2,
    Qt.Key.Key_Insert,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
_PAN_STEP: Final = 60
_REACH: Final = 700.0
"""How far the next card is looked for before the whole chart is."""
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class Keyboard(QObject):
    """Follows the keys while the canvas has the focus.

    Signals:
        carry_asked(Key): what has the focus is to be carried by keys.
        menu_asked(object, QPoint): the menu of what has the focus is wanted.
        left(): Esc found nothing to take back.
        ring_changed(): the ring is shown or hidden, and with it what keys act on.
    """

    carry_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    left = Signal()
    ring_changed = Signal()

    def __init__(self, canvas: Canvas, commands: Commands, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._canvas, self._commands, self._pointer = canvas, commands, pointer
        self._space_began_here = self._shows_ring = False
        self.taken_back: list[Callable[[], bool]] = []
        """What Esc takes back before it clears the selection; each tells whether there was anything."""
        self._plain: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: self._in_team(0),
            Qt.Key.Key_End: lambda: self._in_team(-1),
            Qt.Key.Key_PageDown: lambda: self._to_team(1),
            Qt.Key.Key_PageUp: lambda: self._to_team(-1),
            Qt.Key.Key_Delete: self.delete,
            Qt.Key.Key_Backspace: self.delete,
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Insert: self.add_seat,
            Qt.Key.Key_Return: self.open,
            Qt.Key.Key_Enter: self.open,
            Qt.Key.Key_Menu: self.show_menu,
            Qt.Key.Key_Escape: self._back,
        }
        canvas.installEventFilter(self)
        canvas.pointed.connect(self._follow_ring)

    def _follow_ring(self) -> None:
        if self._shows_ring is not self._canvas.situation.has_focus:
            self._shows_ring = self._canvas.situation.has_focus
            self.ring_changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the canvas's key events that mean something here."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() is QEvent.Type.KeyRelease:
                return self._release(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key is Qt.Key.Key_Space:
            if modifiers & (_CTRL | _SHIFT):
                self._toggle()
            elif not event.isAutoRepeat():
                self._space_began_here = True
                self._pointer.take_panned()
                self._pointer.hold_space(held=True)
            return True
        if key in _ARROWS:
            return self._arrow(_ARROWS[key], modifiers)
        if modifiers == _CTRL and key is Qt.Key.Key_A:
            self.select_team_or_all()
            return True
        if modifiers == _SHIFT and key is Qt.Key.Key_F10:
            self.show_menu()
            return True
        if modifiers == Qt.KeyboardModifier.NoModifier and key in self._plain:
            self._press_plain(key)
            return True
        return False

    def _press_plain(self, key: Qt.Key) -> None:
        """Do what a key alone does; one that would act on what is not seen shows it first."""
        if key in _ACTING and self._focus() is None and self._stands_at() is not None:
            self._canvas.show_focus(shown=True)
            return
        if key not in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._canvas.show_focus(shown=True)
        self._plain[key]()

    def _release(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) is not Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        began_here, self._space_began_here = self._space_began_here, False
        if not began_here:
            return False
        panned = self._pointer.take_panned()
        self._pointer.hold_space(held=False)
        focus = self._focus()
        if not panned and focus is not None:
            self._canvas.show_focus(shown=True)
            self.carry_asked.emit(focus)
        return True

    # Commands, which menus name as well

    @property
    def has_person(self) -> bool:
        """Whether a person's card is in focus."""
        seat = self._seat()
        return seat is not None and seat.is_filled

    @property
    def has_vacant(self) -> bool:
        """Whether a vacant seat is in focus."""
        seat = self._seat()
        return seat is not None and not seat.is_filled

    @property
    def has_thing(self) -> bool:
        """Whether anything is selected or in focus."""
        return self._focus() is not None

    @property
    def has_team(self) -> bool:
        """Whether a team is in focus."""
        focus = self._focus()
        return focus is not None and focus[0] == "team"

    def move_to(self) -> None:
        """Open *Move to…* for the person in focus and those selected with them, *Move under…* for a team."""
        focus, scenario = self._focus(), self._canvas.document.scenario
        load = load_of(scenario, focus, self._canvas.selection.items) if focus is not None else None
        match load:
            case Several():
                self._commands.move_all(load)
            case Carried(person, seat):
                self._commands.move_to(person, scenario.seats[seat] if seat is not None else None)
            case CarriedTeam(team):
                self._commands.move_team_under(scenario.teams[team])

    def link_to(self) -> None:
        """Open *Link to…* for the team in focus, or that of the seat in focus."""
        team = self._team()
        if team is not None:
            self._commands.link_to(team)

    def shift(self, by: int) -> None:
        """Let the team or the seat in focus change places with the one before or behind it."""
        focus, seat = self._focus(), self._seat()
        if focus is None:
            return
        if seat is not None:
            self._commands.shift_seat(seat, by)
        else:
            self._commands.shift_team(self._canvas.document.scenario.teams[focus[1]], by)
        self._canvas.reveal(focus)

    def add_role(self) -> None:
        """Open *Move to…* to add a role for the person in focus, or a vacant seat's popover at its role."""
        seat = self._seat()
        if seat is not None and seat.person is not None:
            self._commands.add_role(seat.person, seat)
        elif seat is not None:
            self._commands.edit_seat(seat)

    def add_role_of(self, person: str) -> None:
        """Open *Move to…* to add a role for somebody on the bench, who may sit somewhere as well."""
        self._commands.add_role(person, None)

    def delete(self) -> None:
        """Take holders off their seats, remove vacant seats and teams."""
        items = self._canvas.selection.items or ((self._focus(),) if self._focus() else ())
        self._commands.delete(tuple(key for key in items if key is not None and key[0] != "person"))

    def rename(self) -> None:
        """Edit the name of what has the focus in place."""
        focus = self._focus()
        if focus is not None:
            self._commands.rename(focus)

    def add_seat(self) -> None:
        """Add a seat to the team in focus."""
        focus = self._focus()
        if focus is not None:
            seats = self._canvas.document.scenario.seats
            self._commands.add_seat(focus[1] if focus[0] == "team" else seats[focus[1]].team)

    def open(self) -> None:
        """Choose a person for a vacant seat, edit a share or a team; in the overview zoom to the team."""
        seat, focus, team = self._seat(), self._focus(), self._team()
        if self._canvas.scene.is_overview and team is not None:
            self._canvas.zoom_to_team(team)
            return
        if seat is None:
            if focus is not None:
                self._commands.edit_team(focus[1])
        elif seat.person is not None:
            self._commands.edit_shares(seat)
        else:
            self._commands.choose_person(seat)

    def show_menu(self) -> None:
        """Open the menu of what has the focus, beside it."""
        focus = self._focus()
        rect = self._canvas.scene.rect_of(focus) if focus is not None else None
        area = self._canvas.to_screen(rect) if rect is not None else None
        at = area.center() if area is not None else self._canvas.mapToGlobal(self._canvas.rect().center())
        self.menu_asked.emit(focus, at)

    def _back(self) -> None:
        if self._pointer.cancel_lasso() or any(takes_back() for takes_back in self.taken_back):
            return
        if self._canvas.situation.highlighted:
            self._canvas.unlight()
        elif self._canvas.selection.items:
            self._canvas.selection.clear()
        else:
            self.left.emit()

    # Walking

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _CTRL:
            x, y = direction.value
            self._canvas.pan(-x * _PAN_STEP, -y * _PAN_STEP)
            return True
        if modifiers not in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            return False
        found = self._next(direction)
        if found is not None:
            self._go(found, extend=modifiers == _SHIFT)
        return True

    def _next(self, direction: Direction) -> Key | None:
        scene, focus = self._canvas.scene, self._stands_at()
        if focus is None:
            order = scene.placement.order
            return ("team", order[0]) if order else None
        start = self._start(focus)
        if start is None:
            return None
        for reach in (_REACH, float("inf")):
            area = start.grown(reach) if reach < float("inf") else Rect(0, 0, *scene.size)
            others = ((key, rect) for key, rect in scene.cards_near(area) if key != focus)
            found = nearest(start, others, direction)
            if found is not None:
                return found
        return None

    def _start(self, focus: Key) -> Rect | None:
        if focus[0] == "team" and focus[1] in self._canvas.scene.placement.teams:
            return self._canvas.scene.place_of(focus[1])
        return self._canvas.scene.rect_of(focus)

    def _go(self, key: Key, *, extend: bool = False) -> None:
        self._canvas.show_focus(shown=True)
        if extend:
            self._canvas.selection.extend([key])
        else:
            self._canvas.selection.select(key)
        self._canvas.reveal(key)

    def _in_team(self, place: int) -> None:
        team = self._team_of(self._stands_at())
        seats = self._canvas.scene.seats_of(team) if team is not None else ()
        if seats:
            self._go(("seat", seats[place]))

    def _to_team(self, by: int) -> None:
        found = stepped(self._canvas.scene.placement.order, self._team_of(self._stands_at()), by)
        if found is not None:
            self._go(("team", found))

    def _toggle(self) -> None:
        focus = self._stands_at()
        if focus is not None:
            self._canvas.show_focus(shown=True)
            self._canvas.selection.toggle(focus)

    def select_team_or_all(self) -> None:
        """Select the seats of the team in focus; once they are selected, those of all teams."""
        scene, selection, team = self._canvas.scene, self._canvas.selection, self._team()
        own = tuple(("seat", seat) for seat in scene.seats_of(team)) if team is not None else ()
        if own and set(selection.items) != set(own):
            selection.select(*own)
        else:
            selection.select(*(("seat", seat) for seat in scene.placement.seats))

    def _stands_at(self) -> Key | None:
        """What is in focus, whether the ring shows it or not: arrows go on from there."""
        selection = self._canvas.selection
        return self._on_chart(selection.focus if selection.focus is not None else selection.single)

    def _focus(self) -> Key | None:
        return self._on_chart(acted_on(self._canvas))

    def _on_chart(self, key: Key | None) -> Key | None:
        return key if key is not None and key[0] != "person" and key in self._canvas.scene else None

    def _seat(self) -> Seat | None:
        focus = self._focus()
        if focus is None or focus[0] != "seat":
            return None
        return self._canvas.document.scenario.seats.get(focus[1])

    def _team(self) -> str | None:
        return self._team_of(self._focus())

    def _team_of(self, key: Key | None) -> str | None:
        seat = self._canvas.document.scenario.seats.get(key[1]) if key and key[0] == "seat" else None
        return seat.team if seat is not None else key[1] if key is not None else None
