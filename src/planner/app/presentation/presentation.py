"""Hides everything but chart, legend and score, and brings it back as it was."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from planner.app.agreements.area import CanvasArea
from planner.app.canvas import view as views
from planner.app.canvas.navigation import stepped
from planner.app.canvas.selection import Key
from planner.app.canvas.view import View
from planner.app.moving.workbench import Workbench
from planner.app.presentation.score_card import ScoreCard
from planner.app.window.body import Body
from planner.app.window.parts import Tools


class _Before(Struct, frozen=True):
    """What is brought back when the presentation ends."""

    state: Qt.WindowState
    hidden: tuple[QWidget, ...]
    view: View
    items: tuple[Key, ...]
    focus: QWidget | None
    has_drawer: bool


class Presentation(QObject):
    """F5 begins and ends it, Esc ends it; arrows walk from team to team, Home shows the whole chart.

    Whoever wants something of the bench ends it as well.
    ``around`` are the widgets to hide, ``actions`` keep their keys although the menu bar is hidden.
    """

    def __init__(
        self,
        window: QWidget,
        bench: Workbench,
        *,
        tools: Tools,
        body: Body,
        drawer: CanvasArea,
        around: Sequence[QWidget],
        actions: Callable[[], list[QAction]],
    ) -> None:
        super().__init__(window)
        self._window, self._bench, self._canvas = window, bench, bench.canvas
        self._body, self._drawer = body, drawer
        self._around, self._actions = around, actions
        self._before: _Before | None = None
        self._team: str | None = None
        self.card = ScoreCard(self._canvas, bench.document, look=tools.look, ink=tools.ink)
        self._canvas.installEventFilter(self)
        body.bench_wanted.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether chart, legend and score are alone."""
        return self._before is not None

    def begin(self) -> None:
        """Take the whole screen for the chart."""
        if self._before is not None:
            return
        menus = [self._window.menuBar()] if isinstance(self._window, QMainWindow) else []
        around = (*menus, *self._around, self._bench.zoom)
        self._before = _Before(
            state=self._window.windowState(),
            hidden=tuple(widget for widget in around if not widget.isHidden()),
            view=self._canvas.view,
            items=self._bench.selection.items,
            focus=QApplication.focusWidget(),
            has_drawer=self._drawer.drawer_is_visible,
        )
        self._drawer.hide_drawer()
        self._body.addActions(self._actions())  # keys of a hidden menu bar would be dead
        for widget in self._before.hidden:
            widget.hide()
        self._body.present(alone=True)
        self._bench.selection.clear()
        self._team = None
        self.card.show()
        self.card.renew()
        self._window.setWindowState(self._before.state | Qt.WindowState.WindowFullScreen)
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.show_focus(shown=False)
        self._canvas.hover(None, None)
        QApplication.processEvents()
        self._canvas.set_view(self._whole())

    def end(self) -> None:
        """Bring everything back."""
        before, self._before = self._before, None
        if before is None:
            return
        for action in self._actions():
            self._body.removeAction(action)
        self.card.hide()
        self._body.present(alone=False)
        for widget in before.hidden:
            widget.show()
        if before.has_drawer:
            self._drawer.show_drawer()
        self._window.setWindowState(before.state)
        QApplication.processEvents()
        self._bench.selection.select(*(key for key in before.items if key in self._canvas.scene))
        self._canvas.set_view(before.view)
        (before.focus or self._canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys on the chart walk through the teams and end the presentation."""
        if (
            self._before is None
            or event.type() is not QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        if key in _STEPS or key is Qt.Key.Key_Home:
            self._canvas.hover(None, None)  # below the pointer is something else from now on
        if key is Qt.Key.Key_Escape and self._bench.gesture.carried is None:
            self.end()
        elif key in _STEPS:
            self._walk(_STEPS[key])
        elif key is Qt.Key.Key_Home:
            self._team = None
            self._canvas.fly_to(self._whole())
        else:
            return super().eventFilter(watched, event)
        return True

    def _walk(self, by: int) -> None:
        """Fly to the next team or the previous one in reading order."""
        placement = self._canvas.scene.placement
        known = self._team if self._team in placement.teams else None
        team = stepped(placement.order, known, by)
        if team is None:
            return
        self._team = team
        rect = placement.rect(team)
        here = (rect.x, rect.y, rect.width, rect.height)
        self._canvas.fly_to(views.fitted(here, self._room(), at_most=_MOST))

    def _whole(self) -> View:
        return views.fitted(self._canvas.scene.content, self._room(), at_most=_MOST)

    def _room(self) -> tuple[float, float, float, float]:
        """The part of the chart's viewport beside the score."""
        x, y, width, height = self._canvas.room
        return x, y, max(1.0, width - self.card.width()), height


_MOST = 1.5
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}
