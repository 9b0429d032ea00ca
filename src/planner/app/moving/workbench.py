"""The workbench joins canvas, bench and the gesture between them for one document."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from planner.advice.choices import Choice, Section
from planner.advice.moves import Carried, Intent, OnSeat, OnTeam
from planner.app.bench.bench import Bench
from planner.app.bench.people_list import PeopleList
from planner.app.canvas import menus
from planner.app.canvas.accessible import AccessibleTrees
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.empty import EmptyCanvas
from planner.app.canvas.floating import HEIGHT, MARGIN, Legend, ZoomControl
from planner.app.canvas.ink import Ink
from planner.app.canvas.keyboard import Keyboard
from planner.app.canvas.motion import Motion
from planner.app.canvas.naming import NameField
from planner.app.canvas.pointer import Pointer
from planner.app.canvas.reading import BenchTree, CanvasTree
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.wording import selection_hint
from planner.app.canvas.zone import CanvasZone
from planner.app.document import Document
from planner.app.moving.candidates import ChoosePerson
from planner.app.moving.gesture import Dropped, Gesture, said_of
from planner.app.moving.grab import Grab
from planner.app.moving.hints import Hint, Way
from planner.app.moving.move_to import MoveTo
from planner.app.moving.overlay import Overlay
from planner.app.popovers.editing import Editing
from planner.app.theme import Look
from planner.messages import ENGLISH, Format, Message, Share, message


class Workbench(QObject):
    """Everything for arranging people: ``canvas`` and ``bench`` are the widgets to show.

    Signals:
        previewed(Preview | None): what a drop would do to the score, while it is considered.
        hint_changed(Hint | None): what the keys do during a gesture, None after it.
        resting_hint_changed(Hint): what the keys do with the selection.
        said(Message): what happened, as one step that can be undone.
        refused(Message): why something was not done.
        import_asked(): *Import…* was chosen on the bench.
        selection_changed(): for commands that depend on it.
        findings_wanted(str): what the findings say of a person is wanted.
    """

    previewed = Signal(object)
    hint_changed = Signal(object)
    resting_hint_changed = Signal(object)
    said = Signal(object)
    refused = Signal(object)
    import_asked = Signal()
    selection_changed = Signal()
    findings_wanted = Signal(str)

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        motion: Motion,
        trees: AccessibleTrees,
        new_id: Callable[[], str],
        form: Format = ENGLISH,
    ) -> None:
        super().__init__(window)
        self.document, self._window, self._look, self._trees = document, window, look, trees
        self.selection = Selection()
        self.gesture = Gesture(document, new_id=new_id)
        self.commands = Commands(document, self.selection, new_id=new_id)
        with trees.expecting(Canvas, PeopleList):
            self.canvas = Canvas(document, self.selection, self.gesture, look=look, ink=ink, motion=motion)
            self.bench = Bench(
                document, self.selection, self.gesture, look=look, ink=ink, new_id=new_id, form=form
            )
        self.overlay = Overlay(window, self.gesture, look=look, ink=ink, motion=motion)
        self.grab = Grab(window, self.gesture, self.overlay)
        self.pointer = Pointer(self.canvas, self.commands)
        self.keyboard = Keyboard(self.canvas, self.commands, self.pointer)
        self.zone = CanvasZone(self.canvas, self.pointer)
        self.names = NameField(self.canvas, look=look)
        self.move_list = MoveTo(
            window, look=look, ink=ink, document=document, gesture=self.gesture, new_id=new_id
        )
        self.candidates = ChoosePerson(
            window, look=look, ink=ink, document=document, gesture=self.gesture, new_id=new_id
        )
        self.editing = Editing(
            self.canvas, self.commands, window, look=look, ink=ink, row_of=self.bench.list.rect_of
        )
        self.legend = Legend(self.canvas, look=look, ink=ink)
        self.zoom = ZoomControl(self.canvas, look=look)
        self.empty = EmptyCanvas(self.canvas, self.commands, look=look)
        self._menu: QMenu | None = None
        self._join()

    # What the window's actions name

    @property
    def has_person(self) -> bool:
        """Whether a person is selected."""
        return self.bench.list.hasFocus() or self.keyboard.has_person

    @property
    def has_thing(self) -> bool:
        """Whether a seat or a team is selected."""
        return self.keyboard.has_thing

    @property
    def can_edit(self) -> bool:
        """Whether what has the focus has a popover."""
        return self.has_person or self.has_thing

    def move_to(self) -> None:
        """Open *Move to…* for the person in focus, on the canvas or the bench."""
        row = self.bench.list.focused if self.bench.list.hasFocus() else None
        if row is not None and row.entry is not None:
            self.open_move_to(row.entry.person.id)
        else:
            self.keyboard.move_to()

    def add_role(self) -> None:
        """Open *Move to…* to give the person in focus a second role."""
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

    def show_subjects(self, subjects: Iterable[Key], severity: str = "note") -> None:
        """Show and select what a finding is about."""
        keys = tuple(subjects)
        self.canvas.show_place(keys, severity)
        people = [key for kind, key in keys if kind == "person"]
        if people and self.bench.list.rows.of_person(people[0]) is not None:
            self.bench.list.reveal(people[0])

    def rename_team(self, team: str) -> None:
        """Let a team's name be typed on the canvas."""
        self.selection.select(("team", team))
        self.names.edit(("team", team))

    # Editing, in popovers

    def edit_team(self, team: str) -> None:
        """Open the popover of a team."""
        self.editing.edit_team(team)

    def edit_person(self, person: str, *, focus_share_of: str = "") -> None:
        """Open the popover of a person, the share of one of their seats ready to type."""
        self.editing.edit_person(person, share_of=focus_share_of)

    def edit_seat(self, seat: str) -> None:
        """Open the popover of a seat."""
        self.editing.edit_seat(seat)

    def edit_plan(self) -> None:
        """Open the popover of the plan."""
        self.editing.edit_plan()

    def edit(self) -> None:
        """Open the popover of what has the focus, on the canvas or the bench."""
        row = self.bench.list.focused if self.bench.list.hasFocus() else None
        if row is not None and row.entry is not None:
            self.edit_person(row.entry.person.id)
        else:
            self.keyboard.open()

    # Moving

    def open_move_to(self, person: str, seat: str = "", intent: Intent = Intent.MOVE) -> None:
        """Open *Move to…* beside a person's card."""
        carried = Carried(person, seat or None)
        place = self._card_of(carried)
        self.move_list.open_for(carried, place, intent=intent)

    def _offer_swaps(self, person: str, seat: str) -> None:
        """Open *Move to…* at the first who could change places with a person."""
        self.open_move_to(person, seat)
        for option in self.move_list.list.options:
            if isinstance(option.value, Choice) and option.value.section is Section.SWAP:
                self.move_list.list.choose(option)
                return
        name = self.document.project.people[person].name
        self.refused.emit(message("Nobody in another seat could swap with {person}.", person=name))

    def _drag(self, carried: Carried, at: QPoint) -> None:
        self.grab.drag(carried, at=at, home=self._card_of(carried))

    def _card_of(self, carried: Carried) -> QRect:
        place = self.zone.home_of(carried) if carried.seat is not None else self.bench.home_of(carried)
        if place is not None:
            return place
        middle = self._window.mapToGlobal(self._window.rect().center())
        return QRect(middle, middle)

    def _carried_from(self, seat: str) -> Carried:
        person = self.document.scenario.seats[seat].person
        if person is None:
            raise LookupError(f"nobody sits in {seat!r}")
        return Carried(person, seat)

    def _finish(self, dropped: Dropped) -> None:
        carried = dropped.carried
        if dropped.seat is not None:
            self.selection.select(("seat", dropped.seat))
            self.canvas.reveal(("seat", dropped.seat))
        else:
            self.selection.select(("person", carried.person))
            self.bench.list.reveal(carried.person)
        self.said.emit(self._what_happened(dropped))
        if dropped.team is not None:
            self.names.edit(("team", dropped.team))
        elif dropped.halved and dropped.seat is not None:
            self.edit_person(carried.person, focus_share_of=dropped.seat)

    def _what_happened(self, dropped: Dropped) -> Message:
        person = self.document.project.people[dropped.carried.person].name
        seat = self.document.scenario.seats.get(dropped.seat)
        if seat is None:
            return message("{person} is back on the bench.", person=person)
        return message(
            "{person} is {role} in {team} now, {share}.",
            person=person,
            role=message(seat.function.phrase),
            team=self.document.scenario.teams[seat.team].name,
            share=Share(seat.share or 0.0),
        )

    def _follow_preview(self, preview: object) -> None:
        self.previewed.emit(preview)
        gesture, target = self.gesture, self.gesture.target
        if preview is None or gesture.way not in (Way.KEYS, Way.LIST) or gesture.gain is None:
            return
        scenario = self.document.scenario
        if isinstance(target, OnSeat):
            seat = scenario.seats[target.seat]
            where = f"{scenario.teams[seat.team].name}, {seat.function.phrase}, {gesture.outcome.words}"  # type: ignore[union-attr]
        else:
            where = str(gesture.outcome.words)  # type: ignore[union-attr]
        self._trees.announce(self.canvas, f"{where}. {said_of(gesture.gain)}")

    def _show_target(self) -> None:
        """Bring what the list is at into sight."""
        if self.gesture.way is not Way.LIST:
            return
        match self.gesture.target:
            case OnSeat(seat):
                self.canvas.reveal_beside(("seat", seat), self.move_list)
            case OnTeam(team):
                self.canvas.reveal_beside(("team", team), self.move_list)

    def _rect_of(self, key: Key) -> QRect:
        rect = self.canvas.scene.rect_of(key)
        return self.canvas.to_screen(rect) if rect is not None else QRect()

    # Menus

    def menu_for(self, key: Key | None, at: QPoint) -> QMenu:
        """Open the menu of a seat, a team, a person on the bench, or the empty canvas."""
        entries = menus.entries_for(self.commands, self.document, key)
        self._menu = menus.pop_up(self._window, entries, at, self._look)
        return self._menu

    # Joining

    def _join(self) -> None:
        self._join_gesture()
        self._join_commands()
        self.canvas.installEventFilter(self)
        self.selection.changed.connect(self._tell_selection)
        self.document.changed.connect(lambda _difference: self._tell_selection())
        self.pointer.drag_begun.connect(lambda seat, at: self._drag(self._carried_from(seat), at))
        self.pointer.menu_asked.connect(self.menu_for)
        self.pointer.opened.connect(self._open)
        self.pointer.scrolled.connect(self.grab.look_again)
        self.keyboard.menu_asked.connect(self.menu_for)
        self.keyboard.carry_asked.connect(self._carry)
        bench = self.bench
        bench.drag_begun.connect(lambda person, at: self._drag(Carried(person), at))
        bench.menu_asked.connect(lambda person, at: self.menu_for(("person", person), at))
        bench.move_asked.connect(self.open_move_to)
        bench.edit_asked.connect(self.edit_person)
        bench.carry_asked.connect(self._carry_from_bench)
        bench.import_asked.connect(self.import_asked)
        bench.refused.connect(self.refused)
        self.names.named.connect(self.commands.rename_to)
        self._trees.offer(self.canvas, CanvasTree(self.canvas))
        self._trees.offer(bench.list, BenchTree(bench.list))
        self._tell_selection()

    def _join_gesture(self) -> None:
        gesture = self.gesture
        gesture.previewed.connect(self._follow_preview)
        gesture.hint_changed.connect(self.hint_changed)
        gesture.dropped.connect(self._finish)
        gesture.changed.connect(self._show_target)
        gesture.refused.connect(self.refused)
        gesture.said.connect(lambda words: self._trees.announce(self.canvas, str(words)))
        gesture.refused.connect(lambda words: self._trees.announce(self.canvas, str(words), at_once=True))
        self.grab.add_zone(self.bench)
        self.grab.add_zone(self.zone)

    def _join_commands(self) -> None:
        commands = self.commands
        commands.said.connect(self.said)
        commands.refused.connect(self.refused)
        commands.rename_asked.connect(self.names.edit)
        commands.choose_asked.connect(
            lambda seat: self.candidates.open_for(seat, self._rect_of(("seat", seat)))
        )
        commands.move_asked.connect(self.open_move_to)
        commands.role_asked.connect(lambda person, seat: self.open_move_to(person, seat, Intent.COPY))
        commands.stick_asked.connect(self._stick)
        commands.shown.connect(self._show_seats)
        commands.swap_asked.connect(self._offer_swaps)
        commands.findings_asked.connect(self.findings_wanted)

    def _carry(self, seat: str) -> None:
        carried = self._carried_from(seat)
        if self.document.scenario.teams[self.document.scenario.seats[seat].team].locked:
            self.commands.refuse_locked(self.document.scenario.seats[seat].team)
            return
        self.grab.carry(carried, home=self._card_of(carried))

    def _carry_from_bench(self, person: str) -> None:
        carried = Carried(person)
        self.grab.carry(carried, home=self._card_of(carried))

    def _stick(self, person: str, seat: str) -> None:
        carried = Carried(person, seat or None)
        self.grab.stick(carried, home=self._card_of(carried))

    def _open(self, key: Key) -> None:
        self.selection.select(key)
        self.keyboard.open()

    def _show_seats(self, keys: tuple[Key, ...]) -> None:
        self.selection.select(*keys)
        seats = [key for key in keys if key[0] == "seat"]
        if seats:
            self.canvas.reveal(*seats)
        elif keys:
            self.bench.list.reveal(keys[0][1])

    def _tell_selection(self) -> None:
        items = [key for key in self.selection.items if key in self.canvas.scene]
        hint: Hint = selection_hint(self.document.project, self.document.scenario, items)
        self.resting_hint_changed.emit(hint)
        self.selection_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what floats over the canvas in its corners."""
        if watched is self.canvas and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place_floating()
        return super().eventFilter(watched, event)

    def _place_floating(self) -> None:
        width, height = self.canvas.width(), self.canvas.height()
        top = height - HEIGHT - MARGIN + 2
        self.zoom.adjustSize()
        self.zoom.move(width - self.zoom.width() - MARGIN, top)
        self.legend.fit(width - self.zoom.width() - 2 * MARGIN - 6)
        self.legend.move(MARGIN, top)
        self.empty.fit()
