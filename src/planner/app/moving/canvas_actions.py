"""What the window's actions do on the canvas, by the names that their rows give."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from planner.app.bench.bench import Bench
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.keyboard import Keyboard
from planner.app.canvas.navigation import centred
from planner.app.canvas.selection import Selection
from planner.app.moving.clipboard import Clipboard
from planner.app.moving.starting import Starting
from planner.placement import Rect

if TYPE_CHECKING:
    from planner.app.outline.outline import Outline

_LARGEST: Final = 1.5
"""How large the selection is shown at most."""


class CanvasActions(QObject):
    """Commands for what is selected or in focus, on the canvas or the bench."""

    canvas: Canvas
    bench: Bench
    selection: Selection
    keyboard: Keyboard
    clipboard: Clipboard
    starting: Starting
    outline: "Outline | None" = None
    """The other place where the keys act, once it was opened."""

    @property
    def listed_person(self) -> str | None:
        """The person whose row has the focus, on the bench or below the bench in the outline."""
        if self.outline is not None and self.outline.has_focus:
            return self.outline.person
        row = self.bench.list.focused if self.bench.list.hasFocus() else None
        return row.entry.person.id if row is not None and row.entry is not None else None

    @property
    def has_person(self) -> bool:
        """Whether a person is selected."""
        return self.listed_person is not None or self.bench.list.hasFocus() or self.keyboard.has_person

    @property
    def can_change_role(self) -> bool:
        """Whether a person or a vacant seat is selected."""
        return self.has_person or self.keyboard.has_vacant

    @property
    def role_text(self) -> str:
        """What the key for roles does: a person gets one more, a vacant seat another."""
        return "Change role…" if self.keyboard.has_vacant and not self.has_person else "Add role…"

    @property
    def has_thing(self) -> bool:
        """Whether a seat or a team is selected."""
        return self.keyboard.has_thing

    @property
    def can_edit(self) -> bool:
        """Whether what has the focus has a popover."""
        return self.has_person or self.has_thing

    @property
    def has_team(self) -> bool:
        """Whether a team is in focus."""
        return self.keyboard.has_team

    @property
    def can_move(self) -> bool:
        """Whether a person or a team is in focus."""
        return self.has_person or self.has_team

    @property
    def can_copy(self) -> bool:
        """Whether there is something to cut or copy."""
        return self.clipboard.has_chosen

    def move_to(self) -> None:
        """Open *Move to…* for who is in focus, on the canvas or the bench, and those selected with them."""
        person = self.listed_person
        if person is not None:
            self.open_from_bench(person)
        else:
            self.keyboard.move_to()

    def move_under(self) -> None:
        """Open *Move under…* for the team in focus."""
        if self.keyboard.has_team:
            self.keyboard.move_to()

    def move_earlier(self) -> None:
        """Let the team or the seat in focus change places with the one before it."""
        self.keyboard.shift(-1)

    def move_later(self) -> None:
        """Let the team or the seat in focus change places with the one behind it."""
        self.keyboard.shift(1)

    def link_to(self) -> None:
        """Open *Link to…* for the team in focus."""
        self.keyboard.link_to()

    def cut(self) -> None:
        """Mark what is selected to be moved by the next paste."""
        self.clipboard.cut()

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        self.clipboard.copy()

    def paste(self) -> None:
        """Drop what the clipboard holds on what has the focus."""
        self.clipboard.paste()

    def select_more(self) -> None:
        """Select the seats of the team in focus, then those of all teams."""
        self.keyboard.select_team_or_all()

    def zoom_to_selection(self) -> None:
        """Show what is selected, as large as it goes."""
        focus = self.selection.focus
        items = self.selection.items or ((focus,) if focus is not None else ())
        rects = [rect for rect in map(self.canvas.scene.rect_of, items) if rect is not None]
        if rects:
            left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
            right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
            area = Rect(left, top, right - left, bottom - top)
            self.canvas.fly_to(centred(area, self.canvas.room, at_most=_LARGEST))

    def open_from_bench(self, person: str) -> None:
        """Open *Move to…* for a person on the bench, and those selected with them."""
        load = self.starting.load_of(("person", person))
        if load is not None:
            self.starting.open_list(load)

    def add_role(self) -> None:
        """Open *Move to…* to give the person in focus a second role; change what a vacant seat does."""
        person = self.listed_person
        if person is not None:
            self.keyboard.add_role_of(person)
        else:
            self.keyboard.add_role()

    def add_seat(self) -> None:
        """Add a seat to the team in focus."""
        self.keyboard.add_seat()

    def rename(self) -> None:
        """Edit the name of what has the focus."""
        self.keyboard.rename()

    def delete(self) -> None:
        """Do what Delete does."""
        self.keyboard.delete()

    def zoom_in(self) -> None:
        """Zoom one step in."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self.canvas.zoom_out()

    def zoom_to_full_size(self) -> None:
        """Show the chart at 100%."""
        self.canvas.zoom_to_full_size()

    def zoom_to_fit(self) -> None:
        """Show the whole chart."""
        self.canvas.zoom_to_fit()
