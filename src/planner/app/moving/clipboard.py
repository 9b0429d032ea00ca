"""The clipboard: cutting and copying people and teams, and pasting them as drops are made."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from planner.advice.moves import Carried, CarriedTeam, Intent, Load, OnSeat, OnTeam, Several, Target
from planner.app.canvas.acting import acted_on
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.proposing import copied_name
from planner.app.canvas.selection import Key, Selection
from planner.app.moving.clipping import MIME, Clipping, CopiedTeam, copied_team, mark_of, read, written
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.domain import Edit, Scenario, edits, together
from planner.messages import counted, message

_NOTHING = message("The clipboard holds nothing that can be placed here.")
_ELSEWHERE = message("The people on the clipboard are not in this plan.")
_GONE = message("What was cut is no longer where it was.")
_NO_TARGET = message("Select a seat or a team to paste into.")


class Clipboard(QObject):
    """Cut, copy and paste for one canvas.

    Signals:
        said(Message): what was cut or copied.
        refused(Message): why nothing was pasted.
    """

    said = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        canvas: Canvas,
        commands: Commands,
        selection: Selection,
        gesture: Gesture,
        *,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._commands, self._selection = canvas, commands, selection
        self._gesture, self._new_id = gesture, new_id
        self._plan = new_id()
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        canvas.document.scenario_switched.connect(self._unmark)

    @property
    def _scenario(self) -> Scenario:
        return self._canvas.document.scenario

    @property
    def is_cut(self) -> bool:
        """Whether something was cut and waits to be pasted."""
        return bool(self._canvas.overlays.cut)

    @property
    def has_chosen(self) -> bool:
        """Whether there is somebody, or a team, to cut or copy; a vacant seat is neither."""
        return bool(self._chosen())

    def cut(self) -> None:
        """Mark what is selected to be moved by the next paste."""
        locked = self._locked_team()
        if locked is not None:
            self._commands.refuse_locked(locked)
            return
        marks = frozenset(self._chosen())
        if self._put(cut=True):
            self._mark(marks)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self._put(cut=False):
            self._unmark()

    def paste(self) -> None:
        """Drop what the clipboard holds on what has the focus."""
        mime = QGuiApplication.clipboard().mimeData()
        held = bytes(mime.data(MIME).data()) if mime is not None and mime.hasFormat(MIME) else b""
        clipping = read(held)
        if clipping is None:
            self.refused.emit(_NOTHING)
        elif clipping.teams:
            self._paste_teams(clipping)
        else:
            self._paste_people(clipping)

    def forget(self) -> bool:
        """Take a cut back; whether there was one."""
        was_cut = self.is_cut
        if was_cut:
            QGuiApplication.clipboard().clear()
            self._unmark()
        return was_cut

    # Cutting and copying

    def _put(self, *, cut: bool) -> bool:
        clipping = self._clipping(cut=cut)
        if clipping is None:
            self.refused.emit(message("Select people or teams to copy."))
            return False
        mime = QMimeData()
        mime.setData(MIME, QByteArray(written(clipping)))
        QGuiApplication.clipboard().setMimeData(mime)
        count = len(clipping.people) or len(clipping.teams)
        what = counted("{count} person", "{count} people", count)
        if clipping.teams:
            what = counted("{count} team", "{count} teams", count)
        self.said.emit(message("{what} cut." if cut else "{what} copied.", what=what))
        return True

    def _chosen(self) -> list[Key]:
        items, focus = self._selection.items, acted_on(self._canvas)
        if not items and focus is not None:
            items = (focus,)
        seats = self._scenario.seats
        return [key for key in items if key[0] != "seat" or ((seat := seats.get(key[1])) and seat.is_filled)]

    def _clipping(self, *, cut: bool) -> Clipping | None:
        chosen, scenario = self._chosen(), self._scenario
        seats = [scenario.seats[key] for kind, key in chosen if kind == "seat"]
        people = [Carried(seat.person or "", seat.id) for seat in seats]
        people += [Carried(key) for kind, key in chosen if kind == "person"]
        if people:
            known = self._canvas.document.project.people
            marks = tuple(mark_of(known[one.person]) for one in people)
            return Clipping(self._plan, tuple(people), marks, cut=cut)
        teams = tuple(copied_team(scenario, key) for kind, key in chosen if kind == "team")
        return Clipping(self._plan, teams=teams, cut=cut) if teams else None

    def _locked_team(self) -> str | None:
        scenario = self._scenario
        for kind, key in self._chosen():
            team = key if kind == "team" else getattr(scenario.seats.get(key), "team", None)
            if kind != "person" and team is not None and scenario.teams[team].locked:
                return team
        return None

    def _mark(self, keys: frozenset[Key]) -> None:
        self._canvas.overlays.cut = keys
        self._canvas.refresh_overlays()

    def _unmark(self, *_told: object) -> None:
        if self.is_cut:
            self._mark(frozenset())

    def _follow_clipboard(self) -> None:
        # Whatever another program or window puts there takes the place of what was cut.
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not mime.hasFormat(MIME):
            self._unmark()

    # Pasting

    def _target(self) -> Target | None:
        key = acted_on(self._canvas)
        if key is None or key not in self._canvas.scene or key[0] == "person":
            return None
        return OnSeat(key[1]) if key[0] == "seat" else OnTeam(key[1])

    def _paste_people(self, clipping: Clipping) -> None:
        people, target = self._people_here(clipping), self._target()
        if not people:
            self.refused.emit(_ELSEWHERE)
        elif target is None:
            self.refused.emit(_NO_TARGET)
        elif clipping.cut and not all(self._still_sits(one) for one in people):
            self.refused.emit(_GONE)
            self.forget()
        else:
            people = [one if self._still_sits(one) else Carried(one.person) for one in people]
            load = people[0] if len(people) == 1 else Several(tuple(people))
            self._drop(load, target, Intent.MOVE if clipping.cut else Intent.COPY, cut=clipping.cut)

    def _people_here(self, clipping: Clipping) -> list[Carried]:
        """Who of the people on the clipboard is in this plan; somebody else may have the same id."""
        known, found = self._canvas.document.project.people, []
        for one, mark in zip(clipping.people, clipping.marks, strict=True):
            person = known.get(one.person)
            if person is not None and (clipping.plan == self._plan or mark_of(person) == mark):
                found.append(one)
        return found

    def _still_sits(self, one: Carried) -> bool:
        seat = self._scenario.seats.get(one.seat)
        return one.seat is None or (seat is not None and seat.person == one.person)

    def _drop(self, load: Load, target: Target, intent: Intent, *, cut: bool) -> None:
        self._gesture.start(load, way=Way.LIST)
        self._gesture.over(target)
        self._gesture.intend(intent)
        if self._gesture.drop() and cut:
            self.forget()

    def _paste_teams(self, clipping: Clipping) -> None:
        target = self._target()
        under = target.team if isinstance(target, OnTeam) else None
        teams = (copied.team.id for copied in clipping.teams if clipping.plan == self._plan)
        here = [team for team in teams if team in self._scenario.teams]
        if clipping.cut and here:
            if under is None or under in here:
                self.refused.emit(message("Select the team to paste it under."))
            else:
                self._move_teams(here, under)
            return
        self._add_copies(clipping.teams, under)

    def _move_teams(self, teams: list[str], under: str) -> None:
        if len(teams) == 1:
            self._drop(CarriedTeam(teams[0]), OnTeam(under), Intent.MOVE, cut=True)
            return
        scenario = self._canvas.document.scenario_id
        steps: list[Edit] = [
            partial(edits.move_team, scenario=scenario, team=team, parent=under) for team in teams
        ]
        label = counted("Move {count} Team", "Move {count} Teams", len(teams))
        if self._commands.apply(together(label, *steps)) is not None:
            self.forget()

    def _add_copies(self, teams: Iterable[CopiedTeam], under: str | None) -> None:
        steps: list[Edit] = []
        new: list[Key] = []
        taken = {team.name for team in self._scenario.teams}
        for copied in teams:
            key = self._new_id()
            parent = under if under != copied.team.id else copied.team.parent
            name = copied.team.name
            if name in taken:
                name = copied_name(self._scenario, name)
            taken.add(name)
            steps += self._copy_steps(copied, key, name, parent if parent in self._scenario.teams else None)
            new.append(("team", key))
        label = counted("Paste {count} Team", "Paste {count} Teams", len(new))
        if self._commands.apply(together(label, *steps)) is not None:
            self._selection.select(*new)
            self._canvas.reveal(*new)

    def _copy_steps(self, copied: CopiedTeam, key: str, name: str, parent: str | None) -> list[Edit]:
        scenario = self._canvas.document.scenario_id
        box = copied.team
        team = type(box)(
            id=key,
            name=name,
            kind=box.kind,
            parent=parent,
            purpose=box.purpose,
            focus=box.focus,
            product=box.product,
            own_budget=box.own_budget,
            experiment_share=box.experiment_share,
        )
        steps: list[Edit] = [partial(edits.add_team, scenario=scenario, team=team)]
        for seat in copied.seats:
            add = partial(edits.add_seat, scenario=scenario, seat=self._new_id(), team=key)
            steps.append(partial(add, function=seat.function, title=seat.title, demand=seat.demand))
        return steps
