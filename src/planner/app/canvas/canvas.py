"""The canvas shows the chart and is where it is rearranged: one surface that paints what is seen of it.

It has no items: what stands where comes from the scene, what is selected or carried is drawn above by
overlays, and pointer, keys and screen readers have their own modules beside this one.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from planner.app.canvas import view as views
from planner.app.canvas.ink import Ink
from planner.app.canvas.motion import ROOM, Course, Motion
from planner.app.canvas.overlays import Overlays, Situation
from planner.app.canvas.refocusing import stand_in
from planner.app.canvas.scene import Hit, Scene
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.sight import Sight
from planner.app.canvas.surface import Surface
from planner.app.canvas.view import View
from planner.app.controls.sparing import give_viewport
from planner.app.document import Document, FirstLook
from planner.app.document.explainer import Explainer
from planner.app.moving.gesture import Gesture
from planner.app.theme import Look
from planner.domain import Difference
from planner.drawing.colouring import ColourBy
from planner.drawing.levels import Level
from planner.drawing.marks import Group
from planner.placement import Placement, Rect, Settings

_COME_AND_GO = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Canvas(Sight):
    """The chart of the document's scenario.

    Signals:
        scene_changed(): the chart stands differently.
        folded(): other teams are collapsed than before.
        pointed(): pointer, focus or what is highlighted is somewhere else.
    """

    scene_changed = Signal()
    folded = Signal()
    pointed = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        gesture: Gesture,
        *,
        look: Look,
        ink: Ink,
        motion: Motion,
        first: FirstLook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """With a first look at what is shown, where there is one."""
        scene = Scene(document, look.fonts, first)
        super().__init__(scene, Surface(scene, look=look, ink=ink), motion, parent=parent)
        self.document, self.selection, self.gesture = document, selection, gesture
        self.look = look
        self.overlays = Overlays(scene, selection, gesture)
        self._above: list[Group] = []
        self._situation = Situation()
        self._settling = Course()
        self._explainer = Explainer(self)
        self._explainer.explained.connect(self._catch_up)
        self._unlit = QTimer(self, singleShot=True, interval=4000)
        self._unlit.timeout.connect(self.unlight)
        self._set_up()
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._switch)
        selection.changed.connect(self.refresh_overlays)
        for signal in (gesture.began, gesture.changed, gesture.ended):
            signal.connect(self.refresh_overlays)
        look.changed.connect(self._repaint_all)
        look.resized.connect(self.follow_text)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 160)
        self.setAccessibleName("Chart")
        port = give_viewport(self)
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        port.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        port.grabGesture(Qt.GestureType.PinchGesture)

    def take_over(self) -> None:
        """Draw the overlays for another view."""
        self._above = self._overlay_groups()

    # What stands where

    @property
    def situation(self) -> Situation:
        """Hover, focus and what is highlighted."""
        return self._situation

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

    def reveal(self, *keys: Key) -> None:
        """Bring things into sight, with as little movement as it takes; what hides them is expanded."""
        self.uncover(*keys)
        rects = [rect for rect in map(self.scene.rect_of, keys) if rect is not None]
        if rects:
            view = views.shown(self._view, _hull(rects), self.room)
            if view != self._view:
                self.fly_to(view)

    def reveal_beside(self, key: Key, popover: QWidget) -> None:
        """Bring a thing into sight beside a popover, not below it."""
        self.uncover(key)
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
        self.uncover(*keys)
        if self.scene.is_overview:
            seats = self.document.scenario.seats
            teams = (seats[name].team if kind == "seat" else name for kind, name in keys)
            keys = tuple(dict.fromkeys(("team", team) for team in teams))
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
            elif (kind == "seat" and name in self.document.scenario.seats) or (
                kind == "team" and name in self.document.scenario.teams
            ):
                keys.append((kind, name))
        return tuple(keys)

    # How the chart is shown

    def arrange(self, settings: Settings) -> None:
        """Lay the chart out in another way, or with cards of another height."""
        if settings != self.scene.settings:
            before = self.scene.placement
            self.scene.arrange(settings)
            self._show_anew()
            self._make_room(before)

    def colour(self, by: ColourBy) -> None:
        """Let the colours of seats tell something else."""
        if by is not self.scene.colour_by:
            self.scene.colour(by)
            self._show_anew()

    def show_as(self, settings: Settings, by: ColourBy, collapsed: frozenset[str]) -> None:
        """Show a scenario as it was shown before, at once."""
        if self.scene.show_as(settings, by, collapsed):
            self._show_anew()
            self.fit_at_once()

    def fold(self, teams: frozenset[str]) -> None:
        """Show just these teams collapsed."""
        if teams == self.scene.collapsed:
            return
        before = self.scene.placement
        self.scene.collapse(teams)
        self._show_folded(before)

    def toggle_fold(self, team: str) -> None:
        """Collapse a team, or expand it."""
        self.fold(self.scene.collapsed ^ {team})

    def uncover(self, *keys: Key) -> None:
        """Expand the teams that hide any of these."""
        before = self.scene.placement
        if self.scene.uncover(keys):
            self._show_folded(before)

    def _show_folded(self, before: Placement) -> None:
        anchor = self.selection.focus
        self.selection.keep(self.scene)
        self._keep_in_place(before, anchor)
        self._show_anew()
        self._make_room(before)
        self.folded.emit()

    def _keep_in_place(self, before: Placement, key: Key | None) -> None:
        """Pan so that the team in focus stays where it is seen, however the others move."""
        now = self.scene.placement
        if self.scene.is_overview or key is None or key[0] != "team":
            return
        if key[1] in before.places and key[1] in now.places:
            (old_x, old_y), (x, y) = before.places[key[1]], now.places[key[1]]
            scale = self._view.scale
            self._see(self._view.panned((old_x - x) * scale, (old_y - y) * scale))

    def _show_anew(self) -> None:
        self._surface.forget()
        self._see(self._view)
        self.refresh_overlays()
        self.viewport().update()
        self.scene_changed.emit()

    def _make_room(self, before: Placement) -> None:
        """Let teams and cards slide to where they stand now; what is clicked stands there at once."""
        if self._motion.reduced or self.scene.is_overview or not self.isVisible():
            return
        self._surface.begin_moves(before)

        def step(part: float) -> None:
            self._surface.move(part)
            self.viewport().update()

        self._settling.run(self._motion, self, ROOM, step, self._end_moves)

    def _end_moves(self) -> None:
        self._surface.end_moves()
        self.viewport().update()

    # What changes

    def _follow(self, difference: Difference) -> None:
        size, before = self.scene.size, self.scene.placement
        self.scene.follow(difference)
        self._keep_selection(before)
        if self.scene.placement.places is not before.places:
            self._make_room(before)
        for area in self._surface.spoil_what_differs(self.seen()):
            self.viewport().update(area)
        if size != self.scene.size:
            self._see(self._view)
        self.refresh_overlays()
        self.scene_changed.emit()
        self._catch_up()

    def _keep_selection(self, before: Placement) -> None:
        """Forget what is gone; the keyboard goes on beside it."""
        focus = self.selection.focus
        self.selection.keep(self.scene)
        if focus is not None and self.selection.focus is None:
            self.selection.move_focus(stand_in(self.scene, before, focus))

    def _catch_up(self) -> None:
        """Show what the findings say, as soon as all are at hand."""
        if self.scene.is_behind and self._explainer.has(self.document.review):
            self.scene.catch_up()
            for area in self._surface.spoil_what_differs(self.seen()):
                self.viewport().update(area)
            self.pointed.emit()

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
        if open_team in self.scene.placement.hierarchy.folded:
            open_team = None
        self._change(hover=key, open_team=open_team)

    def _change(self, **fields: object) -> None:
        now = self._situation
        values = {name: fields.get(name, getattr(now, name)) for name in Situation.__struct_fields__}
        changed = Situation(**values)  # type: ignore[arg-type]
        if changed != now:
            self._situation = changed
            self.refresh_overlays()
            self.pointed.emit()

    def refresh_overlays(self) -> None:
        """Draw the overlays anew where they differ."""
        before, self._above = self._above, self._overlay_groups()
        kept = {id(group) for group in before} & {id(group) for group in self._above}
        for group in (*before, *self._above):
            if id(group) not in kept:
                self.viewport().update(self._surface.room(group.bounds))

    def _overlay_groups(self) -> list[Group]:
        self.overlays.scale = self._view.scale
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
        if self._view.is_overview:
            self._see(View(views.OVERVIEW, self._whole_overview().dx, self._view.dy))
        elif old.isValid() and old.width() > 0:
            self._see(self._view.panned((event.size().width() - old.width()) / 2, 0))
        self._above = self._overlay_groups()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(860, 780)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; a window that comes to the front shows what it showed before."""
        super().focusInEvent(event)
        by_keys = event.reason() not in (Qt.FocusReason.MouseFocusReason, *_COME_AND_GO)
        if by_keys and self.selection.focus is None and self.scene.placement.order:
            self.selection.move_focus(("team", self.scene.placement.order[0]))
        self._change(has_focus=by_keys or self._situation.has_focus)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        if event.reason() not in _COME_AND_GO:
            self._change(has_focus=False)

    def show_focus(self, *, shown: bool) -> None:
        """Show the ring when keys are used, hide it when the pointer is.

        What a pointer at rest lies on tells nothing while keys go elsewhere.
        """
        if shown:
            self._change(has_focus=True, hover=None, open_team=None)
        else:
            self._change(has_focus=False)


def _hull(rects: list[Rect]) -> tuple[float, float, float, float]:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return left, top, right - left, bottom - top
