"""Opens the popovers of people, teams, seats and the plan beside what they are about, one at a time.

They are made when they are first asked for, so that the window opens without them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from planner.app.canvas import view as views
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.ink import Ink
from planner.app.canvas.selection import Key
from planner.app.theme import Look
from planner.messages import Message

if TYPE_CHECKING:
    from planner.app.popovers.edit_popover import EditPopover
    from planner.app.popovers.person import PersonPopover
    from planner.app.popovers.plan import PlanPopover
    from planner.app.popovers.seat import SeatPopover
    from planner.app.popovers.team import TeamPopover

_COUNT_ROOM = 56
"""At the right of a team's header, where finding and head count stand, which a popover may cover."""


class Editing(QObject):
    """Does what double-click, Enter and menus ask for; ``row_of`` tells where somebody is on the bench."""

    def __init__(
        self,
        canvas: Canvas,
        commands: Commands,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        row_of: Callable[[str], QRect | None],
    ) -> None:
        super().__init__(window)
        self._canvas, self._commands, self._window = canvas, commands, window
        self._look, self._ink, self._row_of = look, ink, row_of
        self._team: TeamPopover | None = None
        self._person: PersonPopover | None = None
        self._seat: SeatPopover | None = None
        self._plan: PlanPopover | None = None
        commands.edit_asked.connect(self._open)
        commands.removal_asked.connect(
            lambda team, words: self._ask("Remove team", words, partial(commands.remove_now, team))
        )
        commands.person_removal_asked.connect(
            lambda person, words: self._ask(
                "Remove person", words, partial(commands.remove_person_now, person)
            )
        )
        canvas.view_changed.connect(self._keep_clear)

    @property
    def team(self) -> "TeamPopover":
        """The popover of teams."""
        if self._team is None:
            from planner.app.popovers.team import TeamPopover

            self._team = TeamPopover(self._look, self._window, self._canvas.document, self._commands)
        return self._team

    @property
    def person(self) -> "PersonPopover":
        """The popover of people."""
        if self._person is None:
            from planner.app.popovers.person import PersonPopover

            self._person = PersonPopover(
                self._look, self._window, self._canvas.document, self._commands, ink=self._ink
            )
        return self._person

    @property
    def seat(self) -> "SeatPopover":
        """The popover of seats."""
        if self._seat is None:
            from planner.app.popovers.seat import SeatPopover

            self._seat = SeatPopover(
                self._look, self._window, self._canvas.document, self._commands, ink=self._ink
            )
        return self._seat

    @property
    def plan(self) -> "PlanPopover":
        """The popover of the plan."""
        if self._plan is None:
            from planner.app.popovers.plan import PlanPopover

            self._plan = PlanPopover(self._look, self._window, self._canvas.document, self._commands)
        return self._plan

    @property
    def shown(self) -> "EditPopover | None":
        """The popover that is open."""
        for popover in (self._team, self._person, self._seat, self._plan):
            if popover is not None and not popover.isHidden():
                return popover
        return None

    def edit_team(self, team: str, *, links: bool = False) -> None:
        """Open a team's popover."""
        self._bring_into_sight(("team", team))
        self._close_others(self.team)
        self.team.open_for(team, partial(self._team_areas, team), links=links)

    def edit_person(self, person: str, *, share_of: str = "") -> None:
        """Open a person's popover, with the share of a seat ready to type or the name."""
        seat = share_of or self._seat_of(person)
        if seat:
            self._bring_into_sight(("seat", seat))
        self._close_others(self.person)
        self.person.open_for(person, partial(self._person_areas, person, seat), share_of=share_of)

    def edit_seat(self, seat: str, *, demand: bool = False) -> None:
        """Open a seat's popover."""
        self._bring_into_sight(("seat", seat))
        self._close_others(self.seat)
        self.seat.open_for(seat, partial(self._seat_areas, seat), demand=demand)

    def edit_plan(self) -> None:
        """Open the plan's popover."""
        self._close_others(self.plan)
        self.plan.open_for(self._no_areas)

    def _open(self, key: Key, detail: str) -> None:
        kind, name = key
        if kind == "team":
            self.edit_team(name, links=detail == "links")
        elif kind == "person":
            self.edit_person(name, share_of=detail)
        else:
            self.edit_seat(name, demand=detail == "demand")

    def _close_others(self, wanted: "EditPopover") -> None:
        wanted.home = self._canvas
        shown = self.shown
        if shown is not None and shown is not wanted:
            shown.close_it()

    def _keep_clear(self) -> None:
        """Keep what is edited in sight when the canvas moves below a popover."""
        if self.shown is not None:
            self.shown.fit()

    def _seat_of(self, person: str) -> str:
        """The seat beside which a person is edited: the selected one of theirs, else the first."""
        scenario, selection = self._canvas.document.scenario, self._canvas.selection
        held = [seat.id for seat in scenario.seats if seat.person == person]
        if ("person", person) in selection.items:
            return ""
        picked = [name for kind, name in selection.items if kind == "seat" and name in held]
        return (picked or held or [""])[0]

    # Where things are seen

    def _bring_into_sight(self, key: Key) -> None:
        rect = self._canvas.scene.rect_of(key)
        if rect is not None:
            hull = (rect.x, rect.y, rect.width, rect.height)
            self._canvas.set_view(views.shown(self._canvas.view, hull, self._canvas.room))

    def _team_areas(self, team: str) -> Sequence[QRect]:
        box = self._canvas.scene.placement.teams.get(team)
        if box is None:
            return ()
        frame, header = self._canvas.to_screen(box.rect), self._canvas.to_screen(box.header)
        return self._seen(frame, header, header.adjusted(0, 0, -min(_COUNT_ROOM, header.width() // 2), 0))

    def _person_areas(self, person: str, seat: str) -> Sequence[QRect]:
        areas = self._seat_areas(seat)
        row = self._row_of(person)
        return areas or ((row,) if row is not None else ())

    def _seat_areas(self, seat: str) -> Sequence[QRect]:
        rect = self._canvas.scene.rect_of(("seat", seat))
        return self._seen(self._canvas.to_screen(rect)) if rect is not None else ()

    def _no_areas(self) -> Sequence[QRect]:
        return ()

    def _seen(self, *areas: QRect) -> Sequence[QRect]:
        port = self._canvas.viewport()
        seen = QRect(port.mapToGlobal(QPoint(0, 0)), QSize(port.size()))
        return tuple(each for each in (area.intersected(seen) for area in areas) if not each.isEmpty())

    # Asking

    def _ask(self, verb: str, question: Message, do: Callable[[], object]) -> None:
        from planner.app.controls.question import Question

        asked, mark, follows = str(question).rpartition("? ")
        answers = ("Keep", verb)
        box = Question(
            self._look,
            f"{asked}{mark}".strip(),
            follows=follows,
            answers=answers,
            title=verb,
            parent=self._window,
        )
        box.put(lambda answer: do() if answer == answers.index(verb) else None)
