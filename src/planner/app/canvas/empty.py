"""What an empty canvas says: what this place is for, and one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands, kind_for
from planner.app.controls import Kind, label, make_button
from planner.app.theme import Look
from planner.messages import message
from planner.typography.scale import BODY, PANEL_TITLE


class EmptyCanvas(QWidget):
    """Stands in the middle of the canvas while there is no team."""

    def __init__(self, canvas: Canvas, commands: Commands, *, look: Look) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        column = QVBoxLayout(self)
        column.setSpacing(8)
        title = label(look, str(message("No teams yet.")), PANEL_TITLE)
        words = label(
            look, str(message("Start from the recommended structure, or add a team.")), BODY, tone="second"
        )
        self.button = make_button(look, "Add team", Kind.PRIMARY, icon="plus")
        self.button.clicked.connect(lambda: commands.add_team(kind_for(canvas.document.scenario.structure)))
        for widget in (title, words, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        canvas.scene_changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Stand in the middle, or hide."""
        self.setVisible(self._canvas.scene.is_empty)
        self.adjustSize()
        room = self._canvas.rect()
        self.move(room.center().x() - self.width() // 2, room.center().y() - self.height() // 2)
