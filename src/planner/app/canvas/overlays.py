"""Overlays draw what the user is doing above the chart: hover, selection, focus, targets."""

from msgspec import Struct
from msgspec.structs import replace

from planner.advice.moves import (
    BetweenSeats,
    ByLink,
    CarriedSeat,
    CarriedTeam,
    InGap,
    OnSeat,
    OnTeam,
    sources,
)
from planner.app.canvas.gaps import gap_lines
from planner.app.canvas.scene import Scene
from planner.app.canvas.seat_gaps import seat_gap_lines
from planner.app.canvas.selection import Key, Selection
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.domain import Scenario
from planner.drawing import states
from planner.drawing.chart import Chart
from planner.drawing.levels import Level
from planner.drawing.looks import CARD_RADIUS, LOOKS, TEAM_RADIUS, Look, State, framed, from_afar
from planner.drawing.marks import Box, Group, Line, Rect
from planner.messages import Message, message
from planner.placement import Placement

MENU_SIDE = 24.0
HANDLE_SIDE = 24.0
"""Where the link handle takes the pointer; it draws 8 px."""
_WITHOUT_DROP = {
    "Drop to assign": message("Assign here"),
    "Drop to move": message("Move here"),
    "Drop to add a role": message("Add role here"),
    "Drop to add a seat": message("Add a seat"),
    "Drop to link": message("Link"),
}
_SEVERITIES = {"problem": State.PROBLEM, "warning": State.WARNING, "note": State.NOTE}


class Situation(Struct, frozen=True):
    """What the user is doing, besides selection and gesture."""

    hover: Key | None = None
    open_team: str | None = None
    has_focus: bool = False
    highlighted: tuple[Key, ...] = ()
    severity: str = "note"


def in_two_lines(words: Message) -> tuple[Message, Message | None]:
    """Words that end with a name as two lines of a card: ``Swap with`` above ``Carlos Mendes``."""
    if not words.text.endswith(" {person}"):
        return words, None
    return Message(words.text.removesuffix(" {person}")), Message("{person}", words.values)


class Overlays:
    """Makes the groups that stand above the chart for what is going on."""

    def __init__(self, scene: Scene, selection: Selection, gesture: Gesture) -> None:
        self._scene, self._selection, self._gesture = scene, selection, gesture
        self._made: dict[tuple[Key, State], Group] = {}
        self._made_for: tuple[Chart, Level, float] | None = None
        self._fits: dict[str, list[str]] = {}
        self._fits_for: tuple[frozenset[str], Placement] | None = None
        self.lasso: tuple[Rect, float] | None = None
        """The rectangle that is being drawn to select, on the chart, and the width of its line."""
        self.scale = 1.0
        """Pixels on screen per pixel of the chart, for words of a fixed size."""
        self.cut: frozenset[Key] = frozenset()
        """What was cut and waits to be pasted."""

    def groups(self, seen: Rect, level: Level, situation: Situation, scenario: Scenario) -> list[Group]:
        """All overlays that meet the part of the chart that is seen, back to front."""
        groups: list[Group] = []
        for key, state in self._states(seen, scenario, situation).items():
            rect = self._scene.rect_of(key)
            if rect is not None and rect.grown(8).meets(seen):
                groups.append(self._drawn(key, state, level))
        groups.extend(self._rows(situation, scenario, level))
        groups.extend(self._spines(scenario, level))
        groups.extend(self._rings(situation, seen))
        groups.extend(self._handles(situation, level))
        groups.extend(self._menu(situation, level))
        groups.extend(self._insertion())
        groups.extend(self._lasso())
        return groups

    def _states(self, seen: Rect, scenario: Scenario, situation: Situation) -> dict[Key, State]:
        """Each thing's state, targets as far as they are seen; a later one outdoes an earlier one."""
        found: dict[Key, State] = {}
        gesture = self._gesture
        if situation.hover is not None and gesture.carried is None:
            found[situation.hover] = State.HOVER
        for seat in self.same_person(scenario):
            found["seat", seat] = State.SAME_PERSON
        for key in self._selection.items:
            if key[0] != "person":
                found[key] = State.SELECTED
        for key in self.cut:
            found[key] = State.DRAG_SOURCE
        if gesture.carried is not None:
            found.update(self._carried_states(seen))
        return found

    def _carried_states(self, seen: Rect) -> dict[Key, State]:
        """Where what is carried comes from, where it fits, and what it is held over."""
        gesture, found = self._gesture, dict[Key, State]()
        for seat in self._fitting_in(seen):
            found["seat", seat] = State.TARGET
        start: set[Key] = {("seat", seat) for seat in sources(gesture.carried)}
        if isinstance(gesture.carried, CarriedTeam):
            start.add(("team", gesture.carried.team))
        if isinstance(gesture.carried, CarriedSeat):
            start.add(("seat", gesture.carried.seat))
        if gesture.way is not Way.LIST:
            found.update(dict.fromkeys(start, State.DRAG_SOURCE))
        target = self._target_key()
        if target is not None and gesture.outcome is not None:
            refused = gesture.outcome.refusal is not None
            if not (refused and target in start):
                found[target] = State.REFUSED if refused else State.OVER_TARGET
        return found

    def _fitting_in(self, seen: Rect) -> list[str]:
        """Where what is carried fits, of the teams that are seen: in a large plan most are far away."""
        if not self._gesture.fitting:
            return []
        by_team = self._fitting_by_team()
        teams = self._scene.teams_in(seen.grown(8)) & by_team.keys()
        return [seat for team in teams for seat in by_team[team]]

    def _fitting_by_team(self) -> dict[str, list[str]]:
        """The seats that fit by the team that shows them, gathered once for a gesture."""
        scene, fitting = self._scene, self._gesture.fitting
        fits_for = (fitting, scene.placement)
        if self._fits_for != fits_for:
            self._fits_for, self._fits = fits_for, {}
            shown = scene.placement.hierarchy.shown
            for seat in fitting:
                self._fits.setdefault(shown(scene.team_showing(seat)), []).append(seat)
        return self._fits

    def same_person(self, scenario: Scenario) -> tuple[str, ...]:
        """The other seats of the person whose seat is selected, or who is selected on the bench."""
        single = self._selection.single
        if single is None or single[0] == "team":
            return ()
        kind, name = single
        seat = scenario.seats.get(name) if kind == "seat" else None
        person = name if kind == "person" else (seat.person if seat is not None else None)
        if person is None:
            return ()
        held = self._scene.placement.holdings.by_person.get(person, ())
        place = self._scene.rect_of(single)  # among people one card stands for all seats of somebody
        others = (each for each in held if ("seat", each) != single)
        return tuple(each for each in others if self._scene.rect_of(("seat", each)) != place)

    def _target_key(self) -> Key | None:
        match self._gesture.target:
            case OnSeat(seat):
                return self._scene.shown(("seat", seat))
            case OnTeam(team) | ByLink(team):
                return self._scene.shown(("team", team))
        return None

    def _drawn(self, key: Key, state: State, level: Level) -> Group:
        """A thing in a state, the same group as before where nothing about it changed."""
        made_for = (self._scene.chart, level, self.scale)
        if self._made_for != made_for:
            self._made.clear()
            self._made_for = made_for
        if state in (State.OVER_TARGET, State.REFUSED):
            return self._made_anew(key, state, level)
        known = self._made.get((key, state))
        if known is None:
            known = self._made[key, state] = self._made_anew(key, state, level)
        return known

    def _made_anew(self, key: Key, state: State, level: Level) -> Group:
        kind, name = key
        chart = self._scene.chart
        packed = self._scene.outline(key, state) if level is Level.BLOCKS else None
        if packed is not None:
            return packed
        if kind == "team":
            return states.team_outline(chart, name, state, scale=self.scale)
        found = self._gesture.outcome if state in (State.OVER_TARGET, State.REFUSED) else None
        if level is Level.COMPACT:
            words = self._on_card(found.on_card) if found is not None else None
            return states.small_seat_state(chart, name, state, words, scale=self.scale)
        if level is not Level.FULL:
            rect = chart.placement.seats[name]
            look = replace(from_afar(LOOKS[state], self.scale), fill=None)
            return Group(key, rect, tuple(framed(_local(rect), look, CARD_RADIUS)))
        if found is not None:
            says, below = in_two_lines(self._on_card(found.on_card))
            icon = "swap" if state is State.OVER_TARGET and not chart.card(name).vacant else None
            return states.seat_state(chart, name, state, says=says, below=below, icon=icon)
        return states.seat_state(chart, name, state)

    def _on_card(self, words: Message) -> Message:
        """The words on a target; without a pointer nothing is dropped."""
        return words if self._gesture.way in (Way.DRAG, Way.STICK) else _WITHOUT_DROP.get(words.text, words)

    def _rows(self, situation: Situation, scenario: Scenario, level: Level) -> list[Group]:
        """The row for one more seat: where the pointer is, and where a drop would add one."""
        if level is not Level.FULL:
            return []
        chart, found, target = self._scene.chart, self._gesture.outcome, self._gesture.target
        if isinstance(target, OnTeam) and found is not None and self._gesture.people:
            state = State.REFUSED if found.refusal is not None else State.OVER_TARGET
            return [states.add_seat(chart, target.team, state, self._on_card(found.on_card))]
        team = scenario.teams.get(situation.open_team)
        if team is None or team.locked or self._gesture.carried is not None:
            return []
        return [states.add_seat(chart, team.id)]

    def _spines(self, scenario: Scenario, level: Level) -> list[Group]:
        """A thin line along the seats that one person holds in one column of a team."""
        single = self._selection.single
        if single is None or single[0] != "seat" or level is not Level.FULL:
            return []
        columns: dict[tuple[str, float], list[str]] = {}
        for seat in (single[1], *self.same_person(scenario)):
            rect = self._scene.rect_of(("seat", seat))
            if rect is not None:
                columns.setdefault((scenario.seats[seat].team, rect.x), []).append(seat)
        spines = (states.spine(self._scene.chart, seats) for seats in columns.values())
        return [spine for spine in spines if spine is not None]

    def _rings(self, situation: Situation, seen: Rect) -> list[Group]:
        groups: list[Group] = []
        for key in situation.highlighted:
            rect = self._scene.rect_of(key)
            if rect is not None:
                state = _SEVERITIES.get(situation.severity, State.NOTE)
                groups.append(self._around("highlight", key, rect, state))
        focus = self._selection.focus
        if situation.has_focus and focus is not None and self._gesture.carried is None:
            rect = self._scene.rect_of(focus)
            if rect is not None and rect.grown(8).meets(seen):
                groups.append(self._around("focus", focus, rect, State.FOCUS))
        return groups

    def _around(self, what: str, key: Key, rect: Rect, state: State) -> Group:
        packed = self._scene.outline(key, state) if self._scene.is_overview else None
        if packed is not None:
            return replace(packed, key=(what, key[1]))
        return _ring(what, key, rect, from_afar(LOOKS[state], self.scale))

    def _handles(self, situation: Situation, level: Level) -> list[Group]:
        """The handle from which a link is drawn, on the team under the pointer and on that with the focus."""
        places = (self.handle_place(team) for team in self.handled_teams(situation, level))
        side = 10.0 if level is Level.FULL else 14.0
        return [_handle(place.centre, side) for place in places if place is not None]

    def handled_teams(self, situation: Situation, level: Level) -> list[str]:
        """The teams whose link handle is shown."""
        too_small = level not in (Level.FULL, Level.COMPACT)
        if too_small or self._gesture.carried is not None or self.lasso is not None:
            return []
        teams = [situation.open_team or self._team_in(situation.hover)]
        if situation.has_focus:
            teams.append(self._team_in(self._selection.focus))
        return [team for team in dict.fromkeys(teams) if team is not None]

    @staticmethod
    def _team_in(key: Key | None) -> str | None:
        return key[1] if key is not None and key[0] == "team" else None

    def handle_place(self, team: str) -> Rect | None:
        """Where a team's link handle takes the pointer: on its right edge, beside the name."""
        scene, side = self._scene, HANDLE_SIDE
        if team not in scene.placement.teams:
            return None
        header = scene.placement.teams[team].header
        right = header.right if scene.settings.people else scene.placement.rect(team).right
        middle = header.y + min(18.0, header.height / 2)
        return Rect(right - side / 2, middle - side / 2, side, side)

    def _insertion(self) -> list[Group]:
        """The line where a team or a seat that is dragged would be put in between others."""
        target, found = self._gesture.target, self._gesture.outcome
        placement = self._scene.placement
        if isinstance(target, BetweenSeats):
            lines = seat_gap_lines(placement, target)
        else:
            lines = gap_lines(placement, target) if isinstance(target, InGap) else []
        if found is None:
            return []
        colour = "accent" if found.refusal is None else "problem"
        groups = []
        for rect in lines:
            ends = ((0.0, 0.0), (rect.width, rect.height))
            dots = tuple(Box(Rect(x - 4, y - 4, 8.0, 8.0), 4.0, colour) for x, y in ends)
            bounds = Rect(rect.x, rect.y, max(rect.width, 1.0), max(rect.height, 1.0))
            groups.append(Group(("insertion", ""), bounds, (Line(ends, colour, 3.0), *dots)))
        return groups

    def _lasso(self) -> list[Group]:
        if self.lasso is None:
            return []
        rect, line = self.lasso
        box = Box(_local(rect), 2.0, fill="accent/12", border="accent", line=line)
        return [Group(("lasso", ""), rect, (box,))]

    def _menu(self, situation: Situation, level: Level) -> list[Group]:
        """The "⋯" of what the pointer is on, and of what has the focus: nothing is reached by hover alone."""
        if level is not Level.FULL or self._gesture.carried is not None:
            return []
        keys = [situation.hover, self._selection.focus if situation.has_focus else None]
        groups = []
        for key in dict.fromkeys(key for key in keys if key is not None):
            place = self.menu_place(key)
            if place is not None:
                groups.extend(self._under_menu(key))
                is_flat = key[0] == "seat" and place == self._flat_menu_place(key[1])
                marks = states.menu_button(place.width + 6.0, place.height)
                marks = states.flat_menu_button() if is_flat else marks
                groups.append(Group(("menu", key[1]), Rect(place.x, place.y, MENU_SIDE, MENU_SIDE), marks))
            fills = self.fill_place(key)
            if fills is not None:
                groups.append(Group(("fill", key[1]), fills, states.fill_button(MENU_SIDE + 6.0, MENU_SIDE)))
        return groups

    def _under_menu(self, key: Key) -> list[Group]:
        if key[0] != "seat":
            return []
        fill = LOOKS[State.SELECTED if key in self._selection.items else State.NORMAL].fill
        hidden = states.hidden_share(self._scene.chart, key[1], fill or "surface")
        return [hidden] if hidden is not None else []

    def fill_place(self, key: Key) -> Rect | None:
        """Where a click on a vacant seat asks who is to take it, None for anything else."""
        kind, name = key
        if (
            kind != "seat"
            or name not in self._scene.placement.seats
            or not self._scene.chart.card(name).vacant
        ):
            return None
        return self._button(name)

    def _button(self, seat: str) -> Rect:
        """Where a card has a button at its right."""
        rect = self._scene.placement.seats[seat]
        return states.menu_button_rect(rect.width, rect.height).moved(rect.x, rect.y)

    def _flat_menu_place(self, seat: str) -> Rect | None:
        """Where the "⋯" of a vacant card stands whose role would be cut by a button of the usual place."""
        card = self._scene.placement.seats[seat]
        usual = self._button(seat).moved(-MENU_SIDE - 2.0, 0.0)
        is_clear = card.x + states.role_end(self._scene.chart, seat) <= usual.x
        return None if is_clear else Rect(usual.x, card.y + 1.0, usual.width, usual.height)

    def menu_place(self, key: Key) -> Rect | None:
        """Where the "⋯" of a card or a team stands; a team's is below its count."""
        kind, name = key
        if kind == "seat" and name in self._scene.placement.seats:
            if self.fill_place(key) is None:
                return self._button(name)
            return self._flat_menu_place(name) or self._button(name).moved(-MENU_SIDE - 2.0, 0.0)
        if kind == "team" and name in self._scene.placement.teams:
            header = self._scene.placement.teams[name].header
            return Rect(header.right - 6.0 - MENU_SIDE, header.bottom - 2.0 - MENU_SIDE, MENU_SIDE, MENU_SIDE)
        return None


def _ring(what: str, key: Key, rect: Rect, look: Look) -> Group:
    ring = look.ring or ("accent", 1.0, 2.0)
    radius = TEAM_RADIUS if key[0] == "team" else CARD_RADIUS
    colour, gap, width = ring
    out = gap + width
    box = Box(_local(rect).grown(out), radius + out, border=colour, line=width)
    return Group((what, key[1]), rect, (box,))


def _handle(middle: tuple[float, float], side: float) -> Group:
    bounds = Rect(middle[0] - side / 2, middle[1] - side / 2, side, side)
    return Group(("handle", ""), bounds, (Box(_local(bounds), side / 2, "surface", "accent", 1.5),))


def _local(rect: Rect) -> Rect:
    return Rect(0, 0, rect.width, rect.height)
