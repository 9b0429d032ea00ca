"""Draws a placement by people: cards as on the chart of teams, but no frames around them."""

from functools import cached_property
from typing import Final

from msgspec.structs import replace

from planner.drawing import cards
from planner.drawing.cards import Card
from planner.drawing.chart import Chart, Key
from planner.drawing.levels import Level
from planner.drawing.looks import CARD_RADIUS, Look, framed
from planner.drawing.marks import Align, Badge, Dash, Group, IconMark, Label, Line, Mark, Rect, moved
from planner.drawing.team_frames import KIND_ICONS, Frame
from planner.placement.people import Group as People
from planner.placement.people import PeoplePlacement
from planner.placement.routes import RouteKind
from planner.typography import Style
from planner.typography.scale import BODY_MEDIUM, LABEL, TEAM

_ICON: Final = 14.0
_TEXT: Final = 20.0
_SEVERITY: Final = 24.0
_PLAIN: Final = 6.0
_LEAST: Final = 11.0
"""px on the screen that the name of a team has at least."""


class PeopleChart(Chart):
    """A chart of a `PeoplePlacement`.

    A team's group holds its caption, or its node, and the card of a lead who holds no seat. What hangs on a
    lead is joined by solid lines; further seats and dotted links are dashed.
    """

    placement: PeoplePlacement

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every group's key, back to front: lines, then each team before the cards in it."""
        keys: list[Key] = [route.key for route in self.placement.routes]
        for team, box in self.placement.teams.items():
            keys.append(("team", team))
            keys.extend(("seat", seat) for seat in box.seat_ids)
        return tuple(keys)

    def folds(self, _team_id: str) -> bool:
        """Nothing is collapsed here."""
        return False

    def whole_names_scale(self) -> float:
        """The least scale at which every name is whole at compact detail, also those of teams and leads."""
        teams = (self._whole_at(team) for team in self.placement.teams)
        return max(super().whole_names_scale(), *teams, 0.0)

    def _whole_at(self, team_id: str) -> float:
        """The least scale at which a team's name, and the card of a lead who holds no seat, are whole."""
        placement = self.placement
        group = placement.reporting.groups[placement.reporting.of_team[team_id]]
        header, frame = placement.teams[team_id].header, self.frame(team_id)
        style, inside = (LABEL, header.width) if group.lead is not None else (TEAM, header.width - 16.0)
        room = inside - _TEXT - (_SEVERITY if frame.severity else _PLAIN)
        least = self.fonts.width(" ".join(frame.name), style) * _LEAST / style.size / max(room, 1.0)
        if group.lead is None or group.seat is not None:
            return least
        head = placement.stands.boxes[placement.reporting.of_team[team_id]].head
        return max(least, cards.whole_name_scale(self._lead_card(group), head.width, head.height, self.fonts))

    def group(self, key: Key, level: Level = Level.FULL, *, scale: float = 1.0) -> Group:
        """The marks of one thing."""
        made = super().group(key, level, scale=scale)
        if key[0] in ("seat", "team") or self._routes[key].kind is not RouteKind.DOTTED:
            return made
        marks = [replace(mark, dash=Dash.DASHED) if isinstance(mark, Line) else mark for mark in made.marks]
        return replace(made, marks=tuple(marks))

    def _team_group(self, team_id: str, level: Level, scale: float) -> Group:
        placement, box = self.placement, self.placement.teams[team_id]
        group = placement.reporting.groups[placement.reporting.of_team[team_id]]
        frame = self.frame(team_id)
        header = box.header.moved(-box.rect.x, -box.rect.y)
        if group.lead is None:
            marks = self._node(frame, header, scale)
        else:
            marks = self._caption(frame, header, scale) if level is not Level.CHIP else ()
            if group.seat is None and team_id == group.teams[0]:
                marks = (*marks, *self._lead(group, level, scale))
        return Group(("team", team_id), box.rect, marks)

    def _caption(self, frame: Frame, place: Rect, scale: float) -> tuple[Mark, ...]:
        """A team's kind, name, findings and count in one line above its lead."""
        style = _at_least(LABEL, scale)
        baseline = place.y + self.fonts.cap_baseline(style, place.height - 4.0)
        icon = IconMark(place.x + 2.0, place.y + 2.0, _ICON, KIND_ICONS[frame.kind], "ink-2")
        return (icon, *self._words(frame, Rect(place.x, place.y, place.width, _ICON + 4.0), style, baseline))

    def _node(self, frame: Frame, place: Rect, scale: float) -> tuple[Mark, ...]:
        """A team that nobody leads, as a small frame."""
        style = _at_least(TEAM, scale)
        marks = framed(place, Look(fill="panel", border="line-2"), CARD_RADIUS)
        inside = Rect(place.x + 8.0, place.y, place.width - 16.0, place.height)
        marks.append(IconMark(inside.x, place.centre[1] - 8.0, 16.0, KIND_ICONS[frame.kind], "ink-2"))
        baseline = place.y + self.fonts.cap_baseline(style, place.height)
        return (*marks, *self._words(frame, inside, style, baseline))

    def _words(self, frame: Frame, place: Rect, style: Style, baseline: float) -> list[Mark]:
        name, x = " ".join(frame.name), place.x + _TEXT
        count = self.fonts.width(frame.count, BODY_MEDIUM) + 8.0 if frame.count else 0.0
        room = place.width - _TEXT - (_SEVERITY if frame.severity else _PLAIN)
        if self.fonts.width(name, style) + count > room:
            count = 0.0  # seen from afar a whole name tells more
        room -= count
        shown = self.fonts.elided(name, style, room)
        marks: list[Mark] = [Label(x, baseline, shown, style, "ink")]
        x += self.fonts.width(shown, style) + 8.0
        if count:
            marks.append(Label(x, baseline, frame.count, BODY_MEDIUM, "ink-2", Align.START))
            x += count - 2.0
        if frame.severity:
            marks.append(Badge(x, place.centre[1] - _ICON / 2, _ICON, frame.severity))
        return marks

    def _lead(self, group: People, level: Level, scale: float) -> tuple[Mark, ...]:
        """The card of a lead who holds no seat."""
        head = self.placement.stands.boxes[group.key].head
        marks = cards.marks_at(
            level, self._lead_card(group), head.width, head.height, self.fonts, scale=scale, paper=self._paper
        )
        return tuple(moved(mark, head.x, head.y) for mark in marks)

    def _lead_card(self, group: People) -> Card:
        name, role = self.placement.stands.boxes[group.key].lines
        return Card(self.project.people[group.lead or ""].main_function, name, role)


def _at_least(style: Style, scale: float) -> Style:
    return style.scaled(max(1.0, _LEAST / (style.size * scale)))
