"""The Agreements drawer stands at the foot of the canvas; what it holds is made when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from planner.app.agreements.agreeing import Agreeing
from planner.app.agreements.places import AgreementPlace
from planner.app.canvas.ink import Ink
from planner.app.controls.buttons import press_by_enter
from planner.app.controls.speaking import announce
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import Difference

if TYPE_CHECKING:
    from planner.app.agreements.contents import Contents


class Agreements(QWidget):
    """Responsibilities, practices and links of the scenario that is shown.

    Signals:
        opened(): it is to be shown.
        closed(): it is to be hidden.
        filled(): what it holds was made.
        hint_changed(Hint | None): what the keys do while the focus is in the grid, None when it goes.
        team_asked(): a team is to be added.
    """

    opened = Signal()
    closed = Signal()
    filled = Signal()
    hint_changed = Signal(object)
    team_asked = Signal()

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._document, self._window, self._look, self._ink = document, window, look, ink
        self.agreeing = Agreeing(document, new_id, self)
        self.agreeing.said.connect(lambda words: announce(self, str(words)))
        self.agreeing.refused.connect(lambda words: announce(self, words, at_once=True))
        self._contents: Contents | None = None
        self._is_behind = False
        self.setAccessibleName("Agreements")
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._start_anew)
        look.changed.connect(self.update)
        self.hide()

    @property
    def contents(self) -> "Contents":
        """The parts, made when they are first asked for."""
        if self._contents is None:
            from planner.app.agreements.contents import Contents

            made = Contents(
                self._document, self._window, look=self._look, ink=self._ink, agreeing=self.agreeing
            )
            made.setParent(self)
            made.close_asked.connect(self.closed)
            made.team_asked.connect(self.team_asked)
            made.grid.hint_changed.connect(self.hint_changed)
            self._contents = made
            self._fit()
            self.filled.emit()
            made.refresh()
            made.show()
        return self._contents

    def open_at(self, place: AgreementPlace) -> None:
        """Show the drawer with the focus where a finding is mended."""
        self.opened.emit()
        self.contents.open_at(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what it holds, or catch up with what changed meanwhile."""
        super().showEvent(event)
        contents = self.contents
        if self._is_behind:
            self._is_behind = False
            contents.start_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill it."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Enter presses a button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not press_by_enter(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the line at the top."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line-2"))
        painter.end()

    def _fit(self) -> None:
        if self._contents is not None:
            self._contents.setGeometry(self.rect().adjusted(0, 1, 0, 0))

    def _follow(self, difference: Difference) -> None:
        if self._contents is None:
            return
        if self.isVisible():
            self._contents.follow(difference)
        else:
            self._is_behind = True

    def _start_anew(self) -> None:
        if self._contents is None:
            return
        if self.isVisible():
            self._contents.start_anew()
        else:
            self._is_behind = True
