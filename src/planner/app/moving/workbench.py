"""The workbench joins canvas, bench and the gesture between them for one document."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from planner.advice.moves import ByLink, Carried, DrawnLink, Intent, OnSeat, OnTeam, Several, sources
from planner.app.bench.bench import Bench
from planner.app.bench.people_list import PeopleList
from planner.app.bench.role_filter import RoleFilter
from planner.app.canvas import menus
from planner.app.canvas.accessible import AccessibleTrees
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.empty import EmptyCanvas
from planner.app.canvas.floating import HEIGHT, MARGIN, Legend, ZoomControl
from planner.app.canvas.heard import offer_chart, offer_people, offer_roles
from planner.app.canvas.ink import Ink
from planner.app.canvas.keyboard import Keyboard
from planner.app.canvas.loads import load_of
from planner.app.canvas.motion import Motion
from planner.app.canvas.naming import NameField
from planner.app.canvas.pointer import Pointer
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.wording import selection_hint
from planner.app.canvas.zone import CanvasZone
from planner.app.document import Document
from planner.app.moving.announcing import Announcing
from planner.app.moving.candidates import ChoosePerson
from planner.app.moving.canvas_actions import CanvasActions
from planner.app.moving.clipboard import Clipboard
from planner.app.moving.finding_again import FindingAgain
from planner.app.moving.gesture import Dropped, Gesture
from planner.app.moving.grab import Grab
from planner.app.moving.hidden_bench import HiddenBench
from planner.app.moving.hints import Hint, Way
from planner.app.moving.lists import Lists
from planner.app.moving.move_to import MoveTo
from planner.app.moving.overlay import Overlay
from planner.app.moving.starting import Starting
from planner.app.moving.telling import what_happened
from planner.app.popovers.editing import Editing
from planner.app.theme import Look
from planner.messages import ENGLISH, Format


class Workbench(CanvasActions):
    """Everything for arranging people: ``canvas`` and ``bench`` are the widgets to show.

    Signals:
        previewed(Preview | None): what a drop would do to the score, while it is considered.
        hint_changed(Hint | None): what the keys do during a gesture, None after it.
        resting_hint_changed(Hint): what the keys do with the selection.
        said(Message): what happened, as one step that can be undone.
        told(Message): what happened that is no step of the plan's.
        refused(Message): why something was not done.
        import_asked(): *Import…* was chosen on the bench.
        selection_changed(): for commands that depend on it.
        findings_wanted(str): what the findings say of a person is wanted.
    """

    previewed = Signal(object)
    hint_changed = Signal(object)
    resting_hint_changed = Signal(object)
    said = Signal(object)
    told = Signal(object)
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
        canvas_in: QWidget | None = None,
        bench_in: QWidget | None = None,
    ) -> None:
        """``canvas_in`` and ``bench_in`` are where they will stand: Qt dresses a widget for each parent."""
        super().__init__(window)
        self.document, self._window, self._look, self._trees = document, window, look, trees
        self.selection = Selection(self)
        self.gesture = Gesture(document, new_id=new_id, parent=self)
        self.commands = Commands(document, self.selection, new_id=new_id, parent=self)
        shown, first = (document, self.selection, self.gesture), document.take_first_look()
        with trees.expecting(Canvas, PeopleList, RoleFilter):
            self.canvas = Canvas(*shown, look=look, ink=ink, motion=motion, first=first, parent=canvas_in)
            self.bench = Bench(
                *shown, look=look, ink=ink, new_id=new_id, first=first, form=form, parent=bench_in
            )
        self.overlay = Overlay(window, self.gesture, look=look, ink=ink, motion=motion)
        self.grab = Grab(window, self.gesture, self.overlay)
        self.pointer = Pointer(self.canvas, self.commands)
        self.keyboard = Keyboard(self.canvas, self.commands, self.pointer)
        self.zone = CanvasZone(self.canvas, self.pointer)
        self.names = NameField(self.canvas, look=look)
        self.lists = self._make_lists(ink, new_id)
        self.clipboard = Clipboard(self.canvas, self.commands, self.selection, self.gesture, new_id=new_id)
        self.starting = Starting(
            self.canvas,
            self.bench,
            self.commands,
            self.selection,
            zone=self.zone,
            grab=self.grab,
            lists=self.lists,
        )
        self.hidden_bench = HiddenBench(
            self.bench, self.canvas, holds_seat=lambda: bool(sources(self.gesture.carried))
        )
        self.announcing = Announcing(self.canvas, trees, document, self.gesture)
        self.finding_again = FindingAgain(self.canvas, document)
        self.editing = Editing(
            self.canvas, self.commands, window, look=look, ink=ink, row_of=self.bench.list.rect_of
        )
        self.legend = Legend(self.canvas, look=look, ink=ink)
        self.zoom = ZoomControl(self.canvas, look=look)
        self.zoom.widened.connect(self._place_floating)
        self.empty = EmptyCanvas(self.canvas, self.commands, look=look, new_id=new_id)
        self._menu: QMenu | None = None
        self._top = 0
        self._join()

    def _make_lists(self, ink: Ink, new_id: Callable[[], str]) -> Lists:
        return Lists(
            self._window,
            self.canvas,
            look=self._look,
            ink=ink,
            document=self.document,
            gesture=self.gesture,
            new_id=new_id,
            opened=self._show_target,
        )

    @property
    def move_list(self) -> MoveTo:
        """*Move to…*."""
        return self.lists.move_to

    @property
    def candidates(self) -> ChoosePerson:
        """The list of who may take a seat."""
        return self.lists.choose

    def show_subjects(self, subjects: Iterable[Key], severity: str = "note") -> None:
        """Show and select what a finding is about."""
        keys = tuple(subjects)
        self.canvas.show_place(keys, severity)
        people = [key for kind, key in keys if kind == "person"]
        if people and self.bench.list.rows.of_person(people[0]) is not None:
            self.bench.list.reveal(people[0])

    def rename_team(self, team: str) -> None:
        """Let a team's name be typed where the keys act."""
        self.selection.select(("team", team))
        self._rename(("team", team))

    # Editing, in popovers

    def edit_team(self, team: str) -> None:
        """Open the popover of a team."""
        self.editing.edit_team(team)

    def edit_person(self, person: str, *, focus_share_of: str = "") -> None:
        """Open the popover of a person, the share of one of their seats ready to type."""
        self.editing.edit_person(person, share_of=focus_share_of)

    def _edit_listed(self, person: str) -> None:
        """Open the popover of somebody on the bench; who was just seated has the share ready to type."""
        single = self.selection.single
        seat = self.document.scenario.seats.get(single[1]) if single and single[0] == "seat" else None
        is_theirs = seat is not None and seat.person == person
        self.edit_person(person, focus_share_of=seat.id if seat is not None and is_theirs else "")

    def edit_seat(self, seat: str) -> None:
        """Open the popover of a seat."""
        self.editing.edit_seat(seat)

    def edit_plan(self) -> None:
        """Open the popover of the plan."""
        self.editing.edit_plan()

    def edit(self) -> None:
        """Open the popover of what has the focus, on the canvas or the bench."""
        person = self.listed_person
        if person is not None:
            self.edit_person(person)
        else:
            self.keyboard.open()

    def _rename(self, key: Key) -> None:
        """Let a name be typed where the keys act: in the outline, else on the canvas."""
        if self.outline is not None and self.outline.has_focus:
            self.outline.rename(key)
        else:
            self.names.edit(key)

    # Moving

    def open_move_to(self, person: str, seat: str = "", intent: Intent = Intent.MOVE) -> None:
        """Open *Move to…* beside a person's card."""
        self.starting.open_list(Carried(person, seat or None), intent)

    def _finish(self, dropped: Dropped) -> None:
        self.lists.close()
        self._select(dropped)
        self.said.emit(what_happened(self.document.project, self.document.scenario, dropped))
        if dropped.team is not None:
            self.names.edit(("team", dropped.team))
        elif dropped.halved and dropped.seat is not None:
            self.edit_person(dropped.people[0], focus_share_of=dropped.seat)

    def _select(self, dropped: Dropped) -> None:
        """Let selection and focus stay on what was moved, across from bench to canvas and back."""
        is_on_bench = bool(dropped.people) and not dropped.seats and not self.hidden_bench.is_open
        self._take_focus(self.bench.list if is_on_bench else self.canvas)
        keys: list[Key] = [("seat", seat) for seat in dropped.seats]
        if dropped.people and not keys:
            self.selection.select(*(("person", person) for person in dropped.people))
            self.bench.list.reveal(dropped.people[-1])
            return
        if dropped.moved_team is not None:
            keys = [("team", dropped.moved_team)]
        keys = [self.canvas.scene.shown(key) for key in keys]
        self.selection.select(*keys)
        self.canvas.reveal(*keys)

    def _take_focus(self, part: QWidget) -> None:
        """Let keys act where somebody was put; a list gives the focus back to where it was opened."""
        if self.gesture.way is Way.LIST or QApplication.focusWidget() not in (self.bench.list, self.canvas):
            return
        by_keys = self.gesture.way is Way.KEYS
        part.setFocus(Qt.FocusReason.OtherFocusReason if by_keys else Qt.FocusReason.MouseFocusReason)

    def _show_target(self) -> None:
        """Bring what the list is at into sight, as soon as the list stands where it stays."""
        if self.gesture.way is not Way.LIST or self.move_list.isHidden():
            return
        match self.gesture.target:
            case OnSeat(seat):
                self.canvas.reveal_beside(self.canvas.scene.shown(("seat", seat)), self.move_list)
            case OnTeam(team) | ByLink(team):
                self.canvas.reveal_beside(self.canvas.scene.shown(("team", team)), self.move_list)

    def _rect_of(self, key: Key) -> QRect:
        rect = self.canvas.scene.rect_of(key)
        return self.canvas.to_screen(rect) if rect is not None else QRect()

    # Menus

    def menu_for(self, key: Key | None, at: QPoint) -> QMenu:
        """Open the menu of a seat, a team, a person on the bench, several people, or the empty canvas."""
        load = load_of(self.document.scenario, key, self.selection.items) if key is not None else None
        if isinstance(load, Several):
            entries = menus.several_entries(self.commands, self.document.scenario, load)
        else:
            entries = menus.entries_for(self.commands, self.document, key, fold=self._fold_entry(key))
        self._menu = menus.pop_up(self._window, entries, at, self._look)
        return self._menu

    def _fold_entry(self, key: Key | None) -> menus.Entry | None:
        """How a team collapses or expands, None for what has nothing to hide."""
        scene = self.canvas.scene
        if key is None or key[0] != "team" or not scene.chart.folds(key[1]):
            return None
        return menus.fold_entry(
            partial(self.canvas.toggle_fold, key[1]), is_folded=key[1] in scene.placement.hierarchy.folded
        )

    # Joining

    def _join(self) -> None:
        self._join_gesture()
        self._join_commands()
        self.canvas.installEventFilter(self)
        self.selection.changed.connect(self._tell_selection)
        self.document.changed.connect(self._tell_selection)
        self.pointer.drag_begun.connect(self.starting.drag)
        self.pointer.link_begun.connect(self.starting.draw_link)
        self.pointer.menu_asked.connect(self.menu_for)
        self.pointer.opened.connect(self._open)
        self.pointer.scrolled.connect(self._follow_scroll)
        self.keyboard.menu_asked.connect(self.menu_for)
        self.keyboard.carry_asked.connect(self.starting.carry)
        self.keyboard.ring_changed.connect(self.selection_changed)
        self.keyboard.taken_back.append(self.clipboard.forget)
        bench = self.bench
        bench.drag_begun.connect(lambda person, at: self.starting.drag(("person", person), at))
        bench.menu_asked.connect(lambda person, at: self.menu_for(("person", person), at))
        bench.move_asked.connect(self.open_from_bench)
        bench.edit_asked.connect(self._edit_listed)
        bench.carry_asked.connect(lambda person: self.starting.carry(("person", person)))
        bench.import_asked.connect(self.import_asked)
        bench.refused.connect(self.refused)
        self.names.named.connect(self.commands.rename_to)
        offer_chart(self._trees, self.canvas, self.keyboard)
        offer_people(self._trees, bench.list, self.selection)
        offer_roles(self._trees, bench.filter)
        self._tell_selection()

    def _join_gesture(self) -> None:
        gesture = self.gesture
        gesture.previewed.connect(self.previewed)
        gesture.hint_changed.connect(self.hint_changed)
        gesture.dropped.connect(self._finish)
        gesture.changed.connect(self._show_target)
        gesture.refused.connect(self.refused)
        gesture.ended.connect(self.hidden_bench.close)
        gesture.kind_asked.connect(self.starting.ask_kind)
        for speaker in (self.clipboard, self.commands):
            speaker.said.connect(self.announcing.say)
            speaker.refused.connect(self.announcing.refuse)
        again = self.finding_again
        for happened, shows in ((again.undone, self.told), (again.redone, self.said)):
            happened.connect(self.announcing.say)
            happened.connect(shows)
        self.clipboard.said.connect(self.told)
        self.clipboard.refused.connect(self.refused)
        self.overlay.target_place = self._target_place
        self.grab.add_zone(self.hidden_bench)
        self.grab.add_zone(self.bench)
        self.grab.add_zone(self.zone)

    def _join_commands(self) -> None:
        commands = self.commands
        commands.said.connect(self.said)
        commands.refused.connect(self.refused)
        commands.rename_asked.connect(self._rename)
        commands.choose_asked.connect(
            lambda seat: self.candidates.open_for(seat, self._rect_of(("seat", seat)))
        )
        commands.move_asked.connect(self.open_move_to)
        commands.role_asked.connect(lambda person, seat: self.open_move_to(person, seat, Intent.COPY))
        commands.stick_asked.connect(self.starting.stick)
        commands.list_asked.connect(self.starting.open_list)
        commands.shown.connect(self._show_seats)
        commands.swap_asked.connect(self.starting.offer_swaps)
        commands.findings_asked.connect(self.findings_wanted)

    def _follow_scroll(self) -> None:
        self.grab.look_again()
        if isinstance(self.gesture.carried, DrawnLink):
            self.overlay.move_home(self.starting.home_of(self.gesture.carried))

    def _target_place(self) -> QRect:
        """Where on the screen the seat is that is pointed at."""
        target = self.gesture.target
        return self._rect_of(("seat", target.seat)) if isinstance(target, OnSeat) else QRect()

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
            self._hold_still()
        return super().eventFilter(watched, event)

    def _hold_still(self) -> None:
        """Leave the chart below what is carried where it is when a notice comes or goes above the canvas."""
        top = self.canvas.mapTo(self.canvas.window(), QPoint(0, 0)).y()
        moved, self._top = top - self._top, top
        if moved and self.gesture.carried is not None:
            self.canvas.pan(0, -moved)
            self._follow_scroll()

    def _place_floating(self) -> None:
        width, height = self.canvas.width(), self.canvas.height()
        top = height - self._look.px(HEIGHT) - MARGIN + 2
        self.zoom.adjustSize()
        self.zoom.move(width - self.zoom.width() - MARGIN, top)
        self.legend.fit(width - self.zoom.width() - 2 * MARGIN - 6)
        self.legend.move(MARGIN, top)
        self.empty.fit()
