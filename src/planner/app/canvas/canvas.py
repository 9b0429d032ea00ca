"""The canvas shows the chart and is where it is rearranged: one surface that paints what is seen of it.

It has no items: what stands where comes from the scene, what is selected or carried is drawn above by
overlays, and pointer, keys and screen readers have their own modules beside this one.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.app.canvas import view as views
from planner.app.canvas.ink import Ink
from planner.app.canvas.motion import FAR_FLIGHT, FLIGHT, Motion
from planner.app.canvas.overlays import Overlays, Situation
from planner.app.canvas.scene import HALO, Hit, Scene
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.surface import Surface
from planner.app.canvas.view import View
from planner.app.document import Document
from planner.app.moving.gesture import Gesture
from planner.app.theme import Look
from planner.domain import Difference
from planner.drawing.levels import Level
from planner.drawing.marks import Group
from planner.placement import Rect
from planner.placement.settings import CARD_HEIGHT

ROOM_MARGIN: Final = 16
FOOT: Final = 48
"""Room at the bottom that the legend and the zoom buttons take."""


class Canvas(QAbstractScrollArea):
    """The chart of the document's scenario.

    Signals:
        view_changed(): another part is seen, or at another size.
        scene_changed(): the chart stands differently.
    """

    view_changed = Signal()
    scene_changed = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        gesture: Gesture,
        *,
        look: Look,
        ink: Ink,
        motion: Motion,
    ) -> None:
        super().__init__()
        self.document, self.selection, self.gesture = document, selection, gesture
        self.look, self._motion = look, motion
        self.scene = Scene(document, look.fonts)
        self.overlays = Overlays(self.scene, selection, gesture)
        self._surface = Surface(self.scene, look=look, ink=ink)
        self._view = View()
        self._level = Level.FULL
        self._wants_fit = True
        self._above: list[Group] = []
        self._situation = Situation()
        self._flight: object | None = None
        self._unlit = QTimer(self, singleShot=True, interval=4000)
        self._unlit.timeout.connect(self.unlight)
        self._set_up()
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._switch)
        selection.changed.connect(self.refresh_overlays)
        for signal in (gesture.began, gesture.changed, gesture.ended):
            signal.connect(self.refresh_overlays)
        look.changed.connect(self._repaint_all)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 160)
        self.setAccessibleName("Chart")
        port = self.viewport()
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        port.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        port.grabGesture(Qt.GestureType.PinchGesture)

    # What is seen

    @property
    def view(self) -> View:
        """Which part of the chart is seen, and how large."""
        return self._view

    @property
    def level(self) -> Level:
        """How much detail is drawn."""
        return self._level

    @property
    def situation(self) -> Situation:
        """Hover, focus and what is highlighted."""
        return self._situation

    @property
    def room(self) -> tuple[float, float, float, float]:
        """The part of the viewport in which things are seen whole, clear of legend and zoom buttons."""
        port = self.viewport()
        return (
            ROOM_MARGIN,
            ROOM_MARGIN,
            max(1.0, port.width() - 2 * ROOM_MARGIN),
            max(1.0, port.height() - ROOM_MARGIN - FOOT),
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

    def menu_place(self, key: Key) -> Rect | None:
        """Where the "⋯" of a card or a team stands on the chart."""
        return self.overlays.menu_place(key)

    def shows_menu(self, key: Key) -> bool:
        """Whether the "⋯" of a card or a team is shown: it has the pointer or the focus."""
        shown = {self._situation.hover, self.selection.focus if self._situation.has_focus else None}
        return self._level is Level.FULL and key in shown

    def hit(self, at: QPoint) -> Hit:
        """What stands at a point of the viewport."""
        x, y = self._view.to_chart(at.x(), at.y())
        return self.scene.at(x, y, open_team=self._situation.open_team)

    def set_view(self, view: View) -> None:
        """See another part, or at another size; some of the chart stays in sight."""
        self._stop_flight()
        self._see(view)

    def pan(self, dx: float, dy: float) -> None:
        """Move the chart by so many pixels."""
        self.set_view(self._view.panned(dx, dy))

    def zoom_to(self, scale: float, at: QPoint | None = None) -> None:
        """Zoom at a point of the viewport, else at its middle."""
        point = at if at is not None else self.viewport().rect().center()
        self.set_view(self._view.zoomed(scale, (point.x(), point.y())))

    def zoom_in(self) -> None:
        """Zoom one step in."""
        self.zoom_to(views.next_step(self._view.scale, larger=True))

    def zoom_out(self) -> None:
        """Zoom one step out."""
        self.zoom_to(views.next_step(self._view.scale, larger=False))

    def zoom_to_full_size(self) -> None:
        """Show the chart at 100%."""
        self.zoom_to(1.0)

    def zoom_to_fit(self) -> None:
        """Show the whole chart, at 100% at most."""
        self.fly_to(views.fitted(self.scene.content, self.room))

    def fit_at_once(self) -> None:
        """Show the whole chart without a flight, as after opening."""
        self._wants_fit = False
        self.set_view(views.fitted(self.scene.content, self.room))

    def fly_to(self, view: View) -> None:
        """Move to a view; nothing waits for it, and input stops it."""
        self._stop_flight()
        start = self._view
        far = abs(view.dx - start.dx) + abs(view.dy - start.dy) > 2 * self.viewport().width()

        def step(part: float) -> None:
            self._see(_between(start, view, part))

        self._flight = self._motion.run(self, FAR_FLIGHT if far else FLIGHT, step, self._landed)

    def reveal(self, *keys: Key) -> None:
        """Bring things into sight, with as little movement as it takes."""
        rects = [rect for rect in map(self.scene.rect_of, keys) if rect is not None]
        if rects:
            view = views.shown(self._view, _hull(rects), self.room)
            if view != self._view:
                self.fly_to(view)

    def reveal_beside(self, key: Key, popover: QWidget) -> None:
        """Bring a thing into sight beside a popover, not below it."""
        rect = self.scene.rect_of(key)
        if rect is None:
            return
        x, y, width, height = self.room
        corner = self.viewport().mapFromGlobal(popover.mapToGlobal(QPoint(0, 0)))
        right = corner.x() + popover.width()
        if corner.x() < x + width - right:
            x, width = max(x, right), width - max(0, right - x)
        else:
            width = max(1.0, corner.x() - x)
        area = self.to_viewport(rect)
        covered = QRect(corner, popover.size())
        if covered.intersects(area) or not QRectF(*self.room).contains(QRectF(area)):
            self.fly_to(
                views.shown(self._view, (rect.x, rect.y, rect.width, rect.height), (x, y, width, height))
            )

    def show_place(self, subjects: tuple[Key, ...], severity: str = "note") -> None:
        """Show a finding's place: fly there and put a ring in its severity's colour around it for a while."""
        keys = self._places_of(subjects)
        self._change(highlighted=keys, severity=severity)
        self._unlit.start()
        self.reveal(*keys)

    def unlight(self) -> None:
        """Take the ring of a finding's place away."""
        self._unlit.stop()
        self._change(highlighted=())

    def _places_of(self, subjects: tuple[Key, ...]) -> tuple[Key, ...]:
        keys: list[Key] = []
        for kind, name in subjects:
            if kind == "person":
                keys.extend(("seat", seat.id) for seat in self.document.scenario.seats if seat.person == name)
            elif (kind, name) in self.scene:
                keys.append((kind, name))
        return tuple(keys)

    def _see(self, view: View) -> None:
        size = self.viewport().size()
        view = views.kept_near(view, self.scene.size, (size.width(), size.height()))
        if view == self._view:
            return
        self._view = view
        self._level = Level.of(CARD_HEIGHT * view.scale, self._level)
        self._surface.show(view, self._level)
        self._above = self._overlay_groups()
        self.viewport().update()
        self.view_changed.emit()

    def _stop_flight(self) -> None:
        flight, self._flight = self._flight, None
        if flight is not None:
            flight.stop()  # type: ignore[attr-defined]

    def _landed(self) -> None:
        self._flight = None

    # What changes

    def _follow(self, difference: Difference) -> None:
        size = self.scene.size
        self.scene.follow(difference)
        self.selection.keep(self.scene)
        for area in self._surface.spoil_what_differs(self.seen()):
            self.viewport().update(area)
        if size != self.scene.size:
            self._see(self._view)
        self.refresh_overlays()
        self.scene_changed.emit()

    def _switch(self) -> None:
        self.scene.rebuild()
        self.selection.keep(self.scene)
        self._repaint_all()
        self.fit_at_once()
        self.scene_changed.emit()

    def spoil(self) -> None:
        """Paint everything that is seen anew, from what is kept of cards."""
        self._surface.spoil()
        self.viewport().update()

    def _repaint_all(self) -> None:
        self._surface.spoil_all()
        self.refresh_overlays()
        self.viewport().update()

    def hover(self, key: Key | None, open_team: str | None) -> None:
        """Note what the pointer is on, and the team whose row for one more seat is shown."""
        self._change(hover=key, open_team=open_team)

    def _change(self, **fields: object) -> None:
        now = self._situation
        values = {name: fields.get(name, getattr(now, name)) for name in Situation.__slots__}
        changed = Situation(**values)  # type: ignore[arg-type]
        if changed != now:
            self._situation = changed
            self.refresh_overlays()

    def refresh_overlays(self) -> None:
        """Draw the overlays anew where they differ."""
        before, self._above = self._above, self._overlay_groups()
        kept = {id(group) for group in before} & {id(group) for group in self._above}
        for group in (*before, *self._above):
            if id(group) not in kept:
                self.viewport().update(self.to_viewport(group.bounds.grown(HALO)))

    def _overlay_groups(self) -> list[Group]:
        return self.overlays.groups(self.seen(), self._level, self._situation, self.document.scenario)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and what is going on above it."""
        region = QRegion(event.region())
        painter = QPainter(self.viewport())
        self._surface.paint(painter, region, self.viewport().size(), self.devicePixelRatioF())
        self._surface.overlays(painter, region, self._above)
        painter.end()

    # Events that others handle

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the top where it was; fit when nothing was seen yet."""
        super().resizeEvent(event)
        if self._wants_fit and self.viewport().width() > 200:
            self.fit_at_once()
            return
        old = event.oldSize()
        if old.isValid() and old.width() > 0:
            self._see(self._view.panned((event.size().width() - old.width()) / 2, 0))
        self._above = self._overlay_groups()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(860, 780)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        by_keys = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        if by_keys and self.selection.focus is None and self.scene.placement.order:
            self.selection.move_focus(("team", self.scene.placement.order[0]))
        self._change(has_focus=by_keys or self._situation.has_focus)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._change(has_focus=False)

    def show_focus(self, *, shown: bool) -> None:
        """Show the ring when keys are used, hide it when the pointer is."""
        self._change(has_focus=shown)


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


def _hull(rects: list[Rect]) -> tuple[float, float, float, float]:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return left, top, right - left, bottom - top
