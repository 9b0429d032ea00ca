"""The corner of the menu bar names the file and says whether it holds what is on screen."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.app.controls import label
from planner.app.theme import Look
from planner.app.theme.metrics import MENU_BAR_HEIGHT, SPACE_12
from planner.typography.scale import LABEL, SMALL


class Corner(QWidget):
    """File name, then a tick with *Saved*, or *Edited*."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_edited: bool | None = None
        self._name = label(look, style=LABEL, tone="second")
        self._tick = QLabel()
        self._state = label(look, style=SMALL, tone="third")
        self.setFixedHeight(MENU_BAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_12, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addSpacing(6)
        row.addWidget(self._tick)
        row.addWidget(self._state)
        look.changed.connect(self._draw)
        self.hide()

    def show_file(self, path: Path | None, plan_name: str, *, is_edited: bool) -> None:
        """Say which file it is, or the plan's name before it has one, and whether it is saved."""
        self._is_edited = is_edited
        self._name.setText(path.name if path is not None else plan_name)
        self._name.setToolTip(str(path) if path is not None else "Not saved to a file yet")
        self._state.setText("Edited" if is_edited else "Saved")
        self.setAccessibleName(f"{self._name.text()}, {self._state.text().lower()}")
        self._draw()
        self.show()
        self.adjustSize()

    @property
    def text(self) -> str:
        """What it says, as one line."""
        return f"{self._name.text()} {self._state.text()}"

    def _draw(self) -> None:
        self._tick.setVisible(self._is_edited is False)
        self._tick.setPixmap(self._look.pixmap("check", "good", 14, self.devicePixelRatioF()))
