"""The surface paints the part of the chart that is seen, and after a change as little as needed."""

from collections.abc import Iterator
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from planner.app.canvas.backing import Backing, rects_of
from planner.app.canvas.dots import Ground
from planner.app.canvas.ink import Ink
from planner.app.canvas.pixmaps import BLEED, Pixmaps
from planner.app.canvas.scene import HALO, Scene
from planner.app.canvas.selection import Key
from planner.app.canvas.strokes import Strokes
from planner.app.canvas.view import View
from planner.app.theme import Look
from planner.drawing.levels import Level
from planner.drawing.marks import Group
from planner.placement import Placement, Rect

_KEPT_AT_MOST: Final = 1_500_000
"""A group of more px than this on screen is painted straight, not kept as a pixmap."""

_SLID_AT_MOST: Final = 300
"""In a chart of more teams those that leave the sight do so at once: each frame would look at all of them."""


class Surface:
    """The chart at one view and level of detail, without what the user is doing."""

    def __init__(self, scene: Scene, *, look: Look, ink: Ink) -> None:
        self._scene, self._look, self._ink = scene, look, ink
        self._backing = Backing()
        self._pixmaps = Pixmaps(self._paint_alone)
        self._ground = Ground()
        self._groups: dict[Key, Group] = {}
        self._ready: dict[Key, QPixmap | Strokes] = {}
        self._strokes: dict[tuple[Key, bool], Strokes] = {}
        self._view, self._level, self._ratio = View(), Level.FULL, 1.0
        self._fading: tuple[QPixmap, View] | None = None
        self._faded = 0.0
        self._moves: tuple[Placement, float] | None = None

    @property
    def unit(self) -> float:
        """The scale at which the chart's text is as large as the window's."""
        return self._look.factor

    @property
    def _scale_of_text(self) -> float:
        """The scale of cards and frames in a text of 100%; the overview's tiles have one size."""
        return self._view.scale if self._view.is_overview else self._view.scale / self.unit

    def show(self, view: View, level: Level) -> None:
        """Show another part of the chart, or with more or less detail."""
        if level is not self._level:
            self._backing.spoil_all()
        if level is not self._level or view.scale != self._view.scale:
            self._forget()
        self._view, self._level = view, level

    def paint(self, painter: QPainter, region: QRegion, size: QSize, ratio: float) -> None:
        """Paint a part of the viewport; what is kept of it is used, what is out of date is made anew."""
        self._ratio = ratio
        self._backing.fit(size, ratio)
        self._backing.show(self._view)
        self._backing.mend(self._paint_part)
        for part in rects_of(region):
            self._backing.copy_to(painter, part)
        self._paint_fading(painter)

    def keep_picture(self) -> None:
        """Keep what is shown now, to fade from it into what comes."""
        self._fading, self._faded = (self._backing.picture(), self._backing.view), 0.0

    def fade(self, part: float) -> None:
        """How far the fade has come, 0 to 1."""
        self._faded = part

    def end_fade(self) -> None:
        """Show what came alone."""
        self._fading = None

    def _paint_fading(self, painter: QPainter) -> None:
        """The picture from before, as large as things are now, over what came."""
        if self._fading is None:
            return
        picture, view = self._fading
        painter.save()
        painter.setOpacity(max(0.0, 1.0 - self._faded))
        if not (view.is_overview or self._view.is_overview):
            grown = self._view.scale / view.scale
            painter.translate(self._view.dx - view.dx * grown, self._view.dy - view.dy * grown)
            painter.scale(grown, grown)
        painter.drawPixmap(0, 0, picture)
        painter.restore()

    def begin_moves(self, before: Placement) -> None:
        """Show things where they stood before, to slide to where they stand."""
        self._moves = (before, 0.0)
        self._backing.spoil_all()

    def move(self, part: float) -> None:
        """How far things have come, 0 to 1."""
        if self._moves is not None:
            self._moves = (self._moves[0], part)
            self._backing.spoil_all()

    def end_moves(self) -> None:
        """Show things where they stand."""
        self._moves = None
        self._backing.spoil_all()

    def _moved(self, group: Group) -> tuple[float, float]:
        """How far a group stands from its place while things move, in px of the chart."""
        if self._moves is None:
            return 0.0, 0.0
        before, part = self._moves
        kind, name = group.key
        if kind == "seat" and name in before.seats:
            old = before.seats[name]
        elif kind == "team" and name in before.teams:
            old = before.rect(name)
        else:
            return 0.0, 0.0
        return (old.x - group.bounds.x) * (1 - part), (old.y - group.bounds.y) * (1 - part)

    def overlays(self, painter: QPainter, region: QRegion, groups: list[Group]) -> None:
        """Paint groups above the chart, straight to the screen, where they meet a region."""
        painter.translate(self._view.dx, self._view.dy)
        painter.scale(self._view.scale, self._view.scale)
        for group in groups:
            if region.intersects(self.room(group.bounds)):
                self._ink.group(painter, group)

    def room(self, bounds: Rect) -> QRect:
        """Where a group is painted, with what reaches beyond its bounds: rings keep their width from afar."""
        return self.area(bounds.grown(HALO / min(self._view.scale, 1.0)))

    def area(self, rect: Rect) -> QRect:
        """Where a part of the chart is seen, all pixels that it touches."""
        left, top = self._view.to_screen(rect.x, rect.y)
        right, bottom = self._view.to_screen(rect.right, rect.bottom)
        return QRect(floor(left), floor(top), ceil(right) - floor(left), ceil(bottom) - floor(top))

    def spoil_what_differs(self, seen: Rect) -> list[QRect]:
        """Let what looks different now be painted anew; gives its places, where it was and where it is."""
        before, self._groups = self._groups, {}
        self._ready = {key: ready for key, ready in self._ready.items() if key in before}
        spoilt: list[QRect] = []
        for key in self._keys_in(seen.grown(HALO)):
            group, known = self._group(key), before.pop(key, None)
            if known != group:
                self._ready.pop(key, None)
                spoilt.append(self.room(group.bounds))
                if known is not None:
                    spoilt.append(self.room(known.bounds))
        spoilt.extend(self.room(gone.bounds) for gone in before.values())
        for area in spoilt:
            self._backing.spoil(area)
        self._strokes = {drawn: each for drawn, each in self._strokes.items() if drawn[0] in self._groups}
        return spoilt

    def spoil(self) -> None:
        """Paint everything anew, from the pixmaps that are kept."""
        self._backing.spoil_all()

    def spoil_all(self) -> None:
        """Paint everything anew, in other colours too."""
        self._pixmaps.clear()
        self._forget()
        self._backing.spoil_all()

    def forget(self) -> None:
        """Paint everything anew because things look or stand otherwise; pixmaps are kept."""
        self._forget()
        self._backing.spoil_all()

    def _keys_in(self, area: Rect) -> Iterator[Key]:
        """What is drawn in an area; at the least level of detail teams draw their seats as blocks."""
        return self._scene.keys_in(area, cards=self._level is not Level.BLOCKS)

    def _group(self, key: Key) -> Group:
        known = self._groups.get(key)
        if known is None:
            known = self._groups[key] = self._scene.group(key, self._level, self._scale_of_text)
        return known

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        view, scale = self._view, self._view.scale
        ground, dot = self._look.colour("canvas"), self._look.colour(self._dots)
        self._ground.paint(painter, part, view, ground=ground, dot=dot)
        x, y = view.to_chart(part.x(), part.y())
        area = Rect(x, y, part.width() / scale, part.height() / scale).grown(HALO / min(scale, 1.0))
        seen = QRectF(part)
        for key in (*self._keys_in(area), *self._leaving(area)):
            self._paint_group(painter, self._group(key), seen)

    def _leaving(self, area: Rect) -> Iterator[Key]:
        """What slides out of an area: it is not looked for there, for it stands elsewhere by now."""
        before = self._moves[0] if self._moves is not None else None
        if before is None or len(before.order) > _SLID_AT_MOST:
            return
        for team in before.order:
            if not before.rect(team).meets(area):
                continue
            seats = before.teams[team].seat_ids if self._level is not Level.BLOCKS else ()
            for key in (("team", team), *(("seat", seat) for seat in seats)):
                now = self._scene.rect_of(key)
                if now is not None and not now.meets(area):
                    yield key

    @property
    def _dots(self) -> str:
        return "track" if self._look.theme.outlined else "line-2"

    def _forget(self) -> None:
        self._groups.clear()
        self._ready.clear()

    def _paint_group(self, painter: QPainter, group: Group, seen: QRectF) -> None:
        ready = self._ready.get(group.key)
        if ready is None:
            ready = self._ready[group.key] = self._made_ready(group)
        view, ratio = self._view, self._ratio
        dx, dy = self._moved(group)
        left, top = view.to_screen(group.bounds.x + dx, group.bounds.y + dy)
        # Whole device pixels, so that what is kept is as sharp anywhere.
        x, y = round(left * ratio) / ratio, round(top * ratio) / ratio
        if isinstance(ready, Strokes):
            ready.paint(painter, QPointF(x, y), view.scale, seen)
        else:
            painter.drawPixmap(QPointF(x - BLEED, y - BLEED), ready)

    def _made_ready(self, group: Group) -> QPixmap | Strokes:
        """A pixmap of cards and frames; connectors, wide and mostly empty, as strokes."""
        scale, bounds = self._view.scale, group.bounds
        if group.key[0] != "link" and bounds.width * bounds.height * scale**2 <= _KEPT_AT_MOST:
            return self._pixmaps.of(group, scale, self._ratio)
        drawn = group.key, self._level is Level.FULL  # which says what a connector is
        known = self._strokes.get(drawn)
        if known is None or known.group is not group:
            known = self._strokes[drawn] = Strokes(group, self._ink)
        return known

    def _paint_alone(self, painter: QPainter, group: Group) -> None:
        self._ink.group(painter, group, at=(0, 0))
