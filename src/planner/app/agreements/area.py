"""The area in the middle of the window: the canvas, and the Agreements drawer at its foot."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.app.agreements.drawer import Agreements
from planner.app.controls.edges import GRIP, Edge
from planner.app.settings import AGREEMENTS_HEIGHT, AGREEMENTS_SHOWN, Settings
from planner.app.theme import Look

HEIGHT_LEAST: Final = 160
HEIGHT_MOST: Final = 420
HEIGHT_STEP: Final = 20
CANVAS_KEEPS: Final = 160
"""In a low window the drawer leaves so much of the height to the canvas."""


class CanvasArea(QWidget):
    """Canvas above, drawer below, and the edge between them.

    Signals:
        arranged(): the drawer was shown or hidden.
    """

    arranged = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._look = settings, look
        self._before: QWidget | None = None
        self._height = settings.get(AGREEMENTS_HEIGHT)
        self._shown = settings.get(AGREEMENTS_SHOWN)
        self._edge = Edge(look, Qt.Orientation.Horizontal, self, line=False)
        self._edge.dragged.connect(lambda by: self._heighten(-by))
        self._edge.released.connect(self._remember)

    def hold(self, canvas: QWidget, drawer: Agreements) -> None:
        """Show these; a canvas that was made in here is dressed only once."""
        self._canvas, self.drawer = canvas, drawer
        if canvas.parentWidget() is not self:
            canvas.setParent(self)
        drawer.setParent(self)
        canvas.show()
        self._edge.raise_()
        self._look.resized.connect(self._arrange)
        drawer.filled.connect(lambda: QWidget.setTabOrder(canvas, drawer.contents.first_stop))
        drawer.opened.connect(self.show_drawer)
        drawer.closed.connect(self.hide_drawer)

    @property
    def drawer_is_visible(self) -> bool:
        """Whether the drawer is shown."""
        return self._shown

    @property
    def drawer_height(self) -> int:
        """How high the drawer is where there is room."""
        return max(HEIGHT_LEAST, min(HEIGHT_MOST, self._height))

    def toggle_drawer(self) -> None:
        """Show the drawer with the focus in it, or hide it."""
        if self._shown:
            self.hide_drawer()
        else:
            self._before = QApplication.focusWidget()
            self.show_drawer()
            self.drawer.contents.take_focus()

    def show_drawer(self) -> None:
        """Make sure that the drawer can be seen."""
        self._show(shown=True)

    def hide_drawer(self) -> None:
        """Hide the drawer; a focus inside goes back to where it was, else to the canvas."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.drawer.isAncestorOf(focus)
        self._show(shown=False)
        before, self._before = self._before, None
        if held:
            is_there = before is not None and isValid(before) and before.isVisible()
            back = before if before is not None and is_there else self._canvas
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def heighten_drawer(self) -> None:
        """Make the drawer one step higher."""
        self._heighten(HEIGHT_STEP)
        self._remember()

    def lower_drawer(self) -> None:
        """Make the drawer one step lower."""
        self._heighten(-HEIGHT_STEP)
        self._remember()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, *, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            self._remember()
            self._arrange()
            self.arranged.emit()

    def _heighten(self, by: int) -> None:
        self._height = max(HEIGHT_LEAST, min(HEIGHT_MOST, self._height + by))
        self._arrange()

    def _remember(self) -> None:
        self._settings.set(AGREEMENTS_SHOWN, self._shown)
        self._settings.set(AGREEMENTS_HEIGHT, self._height)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        wanted = self._look.px(self.drawer_height)
        low = max(HEIGHT_LEAST, min(wanted, height - CANVAS_KEEPS)) if self._shown else 0
        top = height - low
        self._canvas.setGeometry(0, 0, width, top)
        if self._shown:
            self.drawer.setGeometry(0, top, width, low)
        self.drawer.setVisible(self._shown)
        self._edge.setGeometry(0, top - GRIP // 2, width, GRIP)
        self._edge.setVisible(self._shown)
        self._edge.raise_()
