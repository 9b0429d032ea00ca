"""After a list or a carry by keys is left, the chart is seen again as it was before."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.view import View, shown
from planner.app.moving.gesture import Dropped
from planner.app.moving.hints import Way
from planner.placement import Rect


class ComingBack(QObject):
    """Flies back when what moved the view to its targets is cancelled: Esc leaves nothing changed.

    So it does after a drop that is seen from there as well. Whoever leaves by a press of the pointer goes on
    with what is seen now.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._before: tuple[str, View] | None = None
        canvas.gesture.began.connect(self._remember)
        canvas.gesture.cancelled.connect(self._leave)
        canvas.gesture.dropped.connect(self._come_back_if_seen)

    def _remember(self) -> None:
        by_keys = self._canvas.gesture.way in (Way.LIST, Way.KEYS)
        self._before = (self._canvas.document.scenario_id, self._canvas.view) if by_keys else None

    def _come_back_if_seen(self, dropped: Dropped) -> None:
        canvas, keys = self._canvas, [("seat", seat) for seat in dropped.seats]
        team = dropped.team or dropped.moved_team
        keys += [("team", team)] if team is not None else []
        rects = [canvas.scene.rect_of(canvas.scene.shown(key)) for key in keys]
        view = self._before[1] if self._before is not None else canvas.view
        if rects and all(rect is not None and self._is_seen(rect, view) for rect in rects):
            self._fly_back()
        self._before = None

    def _is_seen(self, rect: Rect, view: View) -> bool:
        room = (rect.x, rect.y, rect.width, rect.height)
        return shown(view, room, self._canvas.room) == view

    def _leave(self) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._fly_back()
        self._before = None

    def _fly_back(self) -> None:
        if self._before is None:
            return
        scenario, view = self._before
        if scenario == self._canvas.document.scenario_id and view.scale == self._canvas.view.scale:
            self._canvas.fly_to(view)
