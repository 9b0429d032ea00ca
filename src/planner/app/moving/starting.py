"""Starting begins gestures: a drag, a card on the pointer, a carry by keys, or a list of places."""

from PySide6.QtCore import QPoint, QRect

from planner.advice.choices import Choice, Section
from planner.advice.moves import (
    Carried,
    CarriedTeam,
    DrawnLink,
    Intent,
    Load,
    people_of,
)
from planner.app.bench.bench import Bench
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.loads import dragged, load_of, locked_team
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.zone import CanvasZone
from planner.app.moving.coming_back import ComingBack
from planner.app.moving.grab import Grab
from planner.app.moving.lists import Lists
from planner.messages import message


class Starting:
    """Knows what is carried when something is grabbed, and where it comes from on the screen."""

    def __init__(
        self,
        canvas: Canvas,
        bench: Bench,
        commands: Commands,
        selection: Selection,
        *,
        zone: CanvasZone,
        grab: Grab,
        lists: Lists,
    ) -> None:
        self._canvas, self._bench, self._commands, self._selection = canvas, bench, commands, selection
        self._zone, self._grab, self._lists = zone, grab, lists
        self._coming_back = ComingBack(canvas)

    def load_of(self, grabbed: Key) -> Load | None:
        """What is carried by a card, a team or a bench row; a locked team says that it stays."""
        scenario = self._canvas.document.scenario
        return self._unlocked(load_of(scenario, grabbed, self._selection.items))

    def _unlocked(self, load: Load | None) -> Load | None:
        locked = locked_team(self._canvas.document.scenario, load) if load is not None else None
        if locked is not None:
            self._commands.refuse_locked(locked)
            return None
        return load

    def drag(self, grabbed: Key, at: QPoint) -> None:
        """Drag with the button held."""
        load = self._unlocked(dragged(self._canvas.document.scenario, grabbed, self._selection.items))
        if load is not None:
            self._grab.drag(load, at=at, home=self.home_of(load))

    def draw_link(self, team: str, at: QPoint) -> None:
        """Draw a line from a team with the button held."""
        load = DrawnLink(team)
        self._grab.drag(load, at=at, home=self.home_of(load))

    def stick(self, load: Load) -> None:
        """Let something stick to the pointer until a click."""
        self._grab.stick(load, home=self.home_of(load))

    def carry(self, grabbed: Key) -> None:
        """Carry by keys from target to target."""
        load = self.load_of(grabbed)
        if load is not None:
            self._grab.carry(load, home=self.home_of(load))

    def open_list(self, load: Load, intent: Intent = Intent.MOVE) -> None:
        """Open *Move to…*, *Move under…* or *Link to…* beside what is to be moved."""
        about = CarriedTeam(load.team) if isinstance(load, DrawnLink) else load  # its name, not its handle
        self._lists.move_to.open_for(load, self.home_of(about), intent=intent)

    def ask_kind(self, team: str, other: str) -> None:
        """Ask which kind of link a line that was drawn is to be, beside the team that it leads to."""
        place = self._zone.home_of(CarriedTeam(other))
        self._lists.move_to.open_for(
            DrawnLink(team), place if place is not None else self._middle(), only=other
        )

    def offer_swaps(self, person: str, seat: str) -> None:
        """Open *Move to…* at the first who could change places with a person."""
        self.open_list(Carried(person, seat))
        for option in self._lists.move_to.list.options:
            if isinstance(option.value, Choice) and option.value.section is Section.SWAP:
                self._lists.move_to.list.choose(option)
                return
        name = self._canvas.document.project.people[person].name
        self._commands.refused.emit(message("Nobody in another seat could swap with {person}.", person=name))

    def home_of(self, load: Load) -> QRect:
        """Where the card, row, header or handle of what is carried is on the screen."""
        people = people_of(load)
        on_bench = bool(people) and people[0].seat is None
        place = self._bench.home_of(load) if on_bench else self._zone.home_of(load)
        return place if place is not None else self._middle()

    def _middle(self) -> QRect:
        window = self._canvas.window()
        middle = window.mapToGlobal(window.rect().center())
        return QRect(middle, middle)
