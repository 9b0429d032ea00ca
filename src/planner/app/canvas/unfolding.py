"""A collapsed team opens when something is held over it for a while."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.canvas.canvas import Canvas

OPENS_AFTER: Final = 600
"""Milliseconds."""


class Unfolding(QObject):
    """Expands the collapsed team that something is held over.

    Signals:
        unfolded(): a team was expanded: below the pointer may be something else now.
    """

    unfolded = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._team: str | None = None
        self._rest = QTimer(self, singleShot=True, interval=OPENS_AFTER)
        self._rest.timeout.connect(self._unfold)

    def hold_over(self, team: str | None) -> None:
        """Note which team something is held over, None for none."""
        scene = self._canvas.scene
        wanted = team if team in scene.collapsed and not scene.is_overview else None
        if wanted == self._team:
            return
        self._team = wanted
        if wanted is None:
            self._rest.stop()
        else:
            self._rest.start()

    def stop(self) -> None:
        """Nothing is held any more."""
        self.hold_over(None)

    def _unfold(self) -> None:
        team, self._team = self._team, None
        if team is not None:
            self._canvas.fold(self._canvas.scene.collapsed - {team})
            self.unfolded.emit()
