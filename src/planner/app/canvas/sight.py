"""Sight is which part of the chart the canvas shows, how large and with how much detail."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.app.canvas import view as views
from planner.app.canvas.motion import FADE, FAR_FLIGHT, FLIGHT, Course, Motion
from planner.app.canvas.scene import Scene
from planner.app.canvas.surface import Surface
from planner.app.canvas.view import View
from planner.drawing.levels import Level
from planner.placement import Rect

ROOM_MARGIN: Final = 16
FOOT: Final = 48
"""Room at the bottom that the legend and the zoom buttons take."""


class Sight(QAbstractScrollArea):
    """A scroll area that sees a part of a scene through a surface; the canvas is one.

    Signals:
        view_changed(): another part is seen, or at another size.
    """

    view_changed = Signal()

    def __init__(
        self, scene: Scene, surface: Surface, motion: Motion, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scene, self._surface, self._motion = scene, surface, motion
        self._view = View()
        self._level = Level.FULL
        self._wants_fit = True
        self._fitted = View()
        self._flight, self._fade = Course(), Course()

    @abstractmethod
    def take_over(self) -> None:
        """Draw what stands above the chart for another view."""

    @property
    def view(self) -> View:
        """Which part of the chart is seen, and how large."""
        return self._view

    @property
    def fitted_view(self) -> View:
        """What was seen when the whole chart was fitted last."""
        return self._fitted

    @property
    def is_laid_out(self) -> bool:
        """Whether there was room to fit the chart into."""
        return not self._wants_fit

    @property
    def level(self) -> Level:
        """How much detail is drawn."""
        return self._level

    @property
    def unit(self) -> float:
        """The scale of 100%: the chart grows with the text size."""
        return self._surface.unit

    @property
    def wheel_zooms(self) -> bool:
        """Whether the wheel zooms without Ctrl, and pans with it."""
        return self._motion.wheel_zooms

    @property
    def room(self) -> tuple[float, float, float, float]:
        """The part of the viewport in which things are seen whole, clear of legend and zoom buttons."""
        port = self.viewport()
        return (
            ROOM_MARGIN,
            ROOM_MARGIN,
            max(1.0, port.width() - 2 * ROOM_MARGIN),
            max(1.0, port.height() - ROOM_MARGIN - FOOT * self.unit),
        )

    def seen(self) -> Rect:
        """The part of the chart that is seen."""
        x, y = self._view.to_chart(0, 0)
        return Rect(
            x, y, self.viewport().width() / self._view.scale, self.viewport().height() / self._view.scale
        )

    def to_viewport(self, rect: Rect) -> QRect:
        """Where a part of the chart is seen, all pixels that it touches."""
        return self._surface.area(rect)

    def to_screen(self, rect: Rect) -> QRect:
        """Where a part of the chart is on the screen."""
        area = self.to_viewport(rect)
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def set_view(self, view: View) -> None:
        """See another part, or at another size; some of the chart stays in sight."""
        self._flight.stop()
        self._see(view)

    def pan(self, dx: float, dy: float) -> None:
        """Move the chart by so many pixels."""
        self.set_view(self._view.panned(dx, dy))

    def zoom_to(self, scale: float, at: QPoint | None = None) -> None:
        """Zoom at a point of the viewport, else at its middle."""
        point = at if at is not None else self.viewport().rect().center()
        view = self._view.zoomed(scale, (point.x(), point.y()))
        if view.is_overview != self._view.is_overview:
            view = self._across(view, point)
        self.set_view(view)

    def zoom_in(self) -> None:
        """Zoom one step in."""
        self.zoom_to(views.next_step(self._view.scale, larger=True, unit=self.unit))

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self.zoom_to(views.next_step(self._view.scale, larger=False, unit=self.unit))

    def zoom_to_team(self, team: str) -> None:
        """Show one team as large as it fits, at 100% at most: from the overview the way to its cards."""
        rect = self.scene.rect_in(("team", team), overview=False)
        if rect is not None:
            view = views.fitted((rect.x, rect.y, rect.width, rect.height), self.room, at_most=self.unit)
            height = self.room[3]
            down = max(0.0, (height - rect.height * view.scale) / 2)
            self.fly_to(view.panned(0, down))

    def zoom_to_full_size(self) -> None:
        """Show the chart at 100%."""
        self.zoom_to(self.unit)

    def zoom_to_fit(self) -> None:
        """Show the whole chart, at 100% at most."""
        self.fly_to(self._whole())

    def fit_at_once(self) -> None:
        """Show the whole chart without a flight, as after opening."""
        self._wants_fit = False
        self._fitted = self._legible() if self.unit <= 1.0 else self._at_full_size()
        self._flight.stop()
        self._see(self._fitted, anew=True)
        self._fitted = self._view

    def _legible(self) -> View:
        """The whole chart, or its top where names would be cut if all of it was shown."""
        whole = self._whole()
        if self._level_at(whole, anew=True) is not Level.COMPACT:
            return whole
        full = Level.FULL * self.unit / self.scene.settings.card_height
        least = min(full, self.scene.chart.whole_names_scale())
        if whole.scale >= least:
            return whole
        return self._beginning(least)

    def _at_full_size(self) -> View:
        """The top of the chart at 100%: who set text larger wants to read it, and scrolls."""
        return self._beginning(self.unit)

    def _beginning(self, scale: float) -> View:
        """The top of the chart at a scale, from its left where it is wider than what is seen."""
        chart = self.scene.content_of(overview=False)
        view = views.placed(scale, chart, self.room)
        return view.panned(max(0.0, self.room[0] - view.to_screen(chart[0], 0.0)[0]), 0.0)

    def follow_text(self) -> None:
        """Show what was seen at the new text size, or the old."""
        self._surface.spoil_all()
        self.fit_at_once()

    def _whole(self) -> View:
        """The view of the whole chart; the overview where its cards would be too small to be told apart."""
        chart = self.scene.content_of(overview=False)
        if views.whole_scale(chart, self.room) >= views.LEAST or not self.scene.placement.order:
            return views.fitted(chart, self.room, at_most=self.unit)
        return self._whole_overview()

    def _whole_overview(self) -> View:
        self.scene.show_overview(shown=self.scene.is_overview, room=self.room[2], text=self.unit)
        return views.placed(views.OVERVIEW, self.scene.content_of(overview=True), self.room)

    def _across(self, view: View, at: QPoint) -> View:
        """The view with what is under a point of the viewport still there, between chart and overview."""
        whole = self._whole_overview()
        if view.is_overview and self.scene.packed.size[1] * view.scale <= self.viewport().height():
            return whole
        x, y = self._view.to_chart(at.x(), at.y())
        team = self.scene.at(x, y).team
        before, after = self._content(overview=not view.is_overview), self._content(overview=view.is_overview)
        if team is not None:
            before = self.scene.rect_of(("team", team)) or before
            after = self.scene.rect_in(("team", team), overview=view.is_overview) or after
        x = after.x + (x - before.x) / before.width * after.width
        y = after.y + (y - before.y) / before.height * after.height
        if view.is_overview:
            return View(view.scale, whole.dx, round(at.y() - y * view.scale))
        return View(view.scale, round(at.x() - x * view.scale), round(at.y() - y * view.scale))

    def _content(self, *, overview: bool) -> Rect:
        return Rect(*self.scene.content_of(overview=overview))

    def fly_to(self, view: View) -> None:
        """Move to a view; nothing waits for it, and input stops it."""
        self._flight.stop()
        start = self._view
        if view.is_overview != start.is_overview:
            self._see(view)
            return
        far = abs(view.dx - start.dx) + abs(view.dy - start.dy) > 2 * self.viewport().width()
        is_zoom = view.scale != start.scale

        def step(part: float) -> None:
            self._see(_between(start, view, part), anew=is_zoom and part >= 1.0)

        self._flight.run(self._motion, self, FAR_FLIGHT if far else FLIGHT, step)

    def _see(self, view: View, *, anew: bool = False) -> None:
        """See a part of the chart; ``anew`` in the detail that its size has wherever one comes from."""
        size = self.viewport().size()
        self.scene.show_overview(shown=view.is_overview, room=self.room[2], text=self.unit)
        view = views.kept_near(view, self.scene.size, (size.width(), size.height()))
        level = self._level_at(view, anew=anew)
        if (view, level) == (self._view, self._level):
            return
        if level is not self._level:
            self._begin_fade()
        self._view, self._level = view, level
        self._surface.show(view, level)
        self.take_over()
        self.viewport().update()
        self.view_changed.emit()

    def _level_at(self, view: View, *, anew: bool = False) -> Level:
        if view.is_overview:
            return Level.BLOCKS
        height = self.scene.settings.card_height * view.scale / self.unit
        return max(Level.of(height, None if anew else self._level), Level.CHIP)

    def _begin_fade(self) -> None:
        """Let what is seen fade into another level of detail."""
        if self._motion.reduced or not self.isVisible():
            return
        self._surface.keep_picture()

        def step(part: float) -> None:
            self._surface.fade(part)
            self.viewport().update()

        self._fade.run(self._motion, self, FADE, step, self._surface.end_fade)


def _between(start: View, end: View, part: float) -> View:
    """A view on the way: the scale grows evenly, and so does the middle's place."""
    if part >= 1.0:
        return end
    scale = start.scale * (end.scale / start.scale) ** part
    if start.scale == end.scale:
        along = part
    else:
        along = (1 / start.scale - 1 / scale) / (1 / start.scale - 1 / end.scale)
    x = -start.dx / start.scale * (1 - along) - end.dx / end.scale * along
    y = -start.dy / start.scale * (1 - along) - end.dy / end.scale * along
    return View(scale, round(-x * scale), round(-y * scale))
