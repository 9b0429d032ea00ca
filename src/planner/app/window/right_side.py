"""The right side of the body: the score panel, which is made once the chart is seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

if TYPE_CHECKING:
    from planner.app.panel import ScorePanel


class RightSide(QWidget):
    """The ground of the score panel; who asks for the panel itself has it made."""

    def __init__(self, make_panel: "Callable[[QWidget], ScorePanel]", parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make_panel
        self._panel: ScorePanel | None = None
        self.setProperty("part", "panel-right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    @property
    def panel(self) -> "ScorePanel":
        """The score panel."""
        if self._panel is None:
            self._panel = self._make(self)
            self._stack.addWidget(self._panel)
        return self._panel
