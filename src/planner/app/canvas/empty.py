"""What an empty canvas says: what this place is for, and one thing to do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands, kind_for
from planner.app.controls import Kind, label, make_button
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_16
from planner.messages import message
from planner.typography.scale import BODY, PANEL_TITLE


class EmptyCanvas(QWidget):
    """Stands in the middle of the canvas while there is no team."""

    def __init__(self, canvas: Canvas, commands: Commands, *, look: Look, new_id: Callable[[], str]) -> None:
        super().__init__(canvas)
        self._canvas, self._commands, self._new_id = canvas, commands, new_id
        self._look = look
        canvas.scene_changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Stand in the middle, or hide."""
        if not self._canvas.scene.is_empty:
            if self.isAncestorOf(self.window().focusWidget() or self):
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            return
        if self.layout() is None:  # few plans are opened empty
            self._lay_out(self._look)
        self.show()
        self.adjustSize()
        room = self._canvas.rect()
        self.move(room.center().x() - self.width() // 2, room.center().y() - self.height() // 2)

    def _start(self) -> None:
        """Lay out what suits the company, every seat vacant, and show the whole of it."""
        # The guidance is read only when it is asked.
        from planner.advice.beginning import begin, recommended_for

        document = self._canvas.document
        structure = recommended_for(document.pack, document.scenario)
        change = partial(begin, scenario_id=document.scenario_id, structure=structure, new_id=self._new_id)
        said = message("Started from the {structure} structure.", structure=message(structure.label.lower()))
        if self._commands.apply(change, said):
            self._canvas.zoom_to_fit()

    def _add(self) -> None:
        self._commands.add_team(kind_for(self._canvas.document.scenario.structure))

    def _lay_out(self, look: Look) -> None:
        self.start = make_button(
            look, "Start from the recommended structure", Kind.PRIMARY, on_click=self._start
        )
        self.add = make_button(look, "Add team", icon="plus", on_click=self._add)
        words = str(message("Start from the recommended structure, or add a team."))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.start)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_8)
        for text in (
            label(look, str(message("No teams yet.")), PANEL_TITLE),
            label(look, words, BODY, tone="second"),
        ):
            column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_16 - SPACE_8)
        column.addLayout(buttons)
