"""A fold is a line with a count at the end of the panel that unfolds to what it counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from planner.app.controls.labels import label
from planner.app.theme import Look
from planner.app.theme.growing import keep_icon, keep_target
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_16, TARGET_LEAST
from planner.typography.scale import BODY_MEDIUM


class Fold(QWidget):
    """Title, mark and count in a line; ``body`` takes what shows when it is unfolded."""

    def __init__(self, look: Look, title: str, mark: QWidget) -> None:
        super().__init__()
        self._look, self._title = look, title
        self._button = QToolButton()
        self._button.setProperty("kind", "quiet")
        self._button.setCheckable(True)
        keep_target(look, self._button, TARGET_LEAST)
        keep_icon(look, self._button)
        self._button.setStyleSheet("padding: 0")
        self._button.toggled.connect(self._folded)
        self._count = label(look, style=BODY_MEDIUM, tone="second")
        self._inside = QWidget()
        self._inside.setVisible(False)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(SPACE_8 * 7, 0, 0, SPACE_8)
        self.body.setSpacing(SPACE_4)
        look.changed.connect(self._draw)
        self._lay_out(mark)
        self._draw()

    @property
    def is_open(self) -> bool:
        """Whether what it counts shows."""
        return self._button.isChecked()

    def unfold(self) -> None:
        """Show what it counts."""
        self._button.setChecked(True)

    def take_focus(self) -> None:
        """Let the fold's button have the focus."""
        self._button.setFocus()

    def show_count(self, count: int, words: str) -> None:
        """Show how many there are, in digits as they are written; none hides the fold."""
        self._count.setText(words)
        self._button.setAccessibleName(f"{self._title}, {words}")
        self.setVisible(count > 0)

    def _folded(self, is_open: bool) -> None:  # noqa: FBT001  # the signature is Qt's
        self._inside.setVisible(is_open)
        self._draw()

    def _draw(self) -> None:
        self._button.setIcon(self._look.icon("chevron-down" if self.is_open else "chevron-right"))

    def _lay_out(self, mark: QWidget) -> None:
        line = _Line(self._button)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._button)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        title: QLabel = label(self._look, self._title, BODY_MEDIUM)
        row.addWidget(title, 1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_16, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(line)
        column.addWidget(self._inside)


class _Line(QFrame):
    """The whole line folds and unfolds, not only its small button."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__()
        self._button = button
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._button.toggle()
