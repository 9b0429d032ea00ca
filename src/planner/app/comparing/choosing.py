"""Chooses which scenarios stand beside each other, where a plan has more than there is room for."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from planner.advice.comparing import MOST
from planner.app.controls import label
from planner.app.controls.popover import Popover
from planner.app.controls.ticks import TickBox
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12, SPACE_48, TARGET_LEAST
from planner.domain import Project
from planner.typography.scale import PANEL_TITLE, SMALL

WIDTH: Final = 300


class ChooseScenarios(Popover):
    """A tick for each scenario; at least one and at most four are ticked.

    Signals:
        chosen(tuple): these scenarios, by their ids in the plan's order, are to be compared.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, width=WIDTH)
        self._look, self._window = look, window
        self.boxes: dict[str, TickBox] = {}
        self.setAccessibleName("Scenarios to compare")
        self.content.addWidget(label(look, "Scenarios to compare", PANEL_TITLE))
        self._hint = label(
            look, f"Up to {MOST} at a time. Take one out to add another.", SMALL, tone="second"
        )
        self._hint.setWordWrap(True)
        self.content.addWidget(self._hint)
        self._inside = QWidget()
        self._inside.setProperty("part", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, SPACE_12, 0)
        self._column.setSpacing(SPACE_8)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        self.content.addWidget(self._area)

    def open_for(self, project: Project, shown: tuple[str, ...], anchor: QWidget) -> None:
        """List the scenarios of a plan, those that are compared ticked."""
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for scenario in project.scenarios:
            box = TickBox(self._look, scenario.name)
            box.setChecked(scenario.id in shown)
            box.toggled.connect(self._tick)
            self._column.addWidget(box)
            self.boxes[scenario.id] = box
        self._allow()
        self._fit(anchor)
        self.open_below(anchor)
        first = next(box for box in self.boxes.values() if box.isEnabled())
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self, anchor: QWidget) -> None:
        """As high as the list, or as what is left of the window below the button."""
        foot = anchor.mapTo(self._window, QPoint(0, anchor.height())).y()
        wanted = self._column.totalHeightForWidth(self.inner_width)
        heading = self._hint.sizeHint().height() + 2 * SPACE_48
        self._area.setFixedHeight(max(TARGET_LEAST, min(wanted, self._window.height() - foot - heading)))

    def _tick(self, _on: bool) -> None:  # noqa: FBT001  (Qt's own)
        self._allow()
        self.chosen.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))

    def _allow(self) -> None:
        """Let nobody tick a fifth, nor take the last one out."""
        count = sum(box.isChecked() for box in self.boxes.values())
        for box in self.boxes.values():
            box.setEnabled(count > 1 if box.isChecked() else count < MOST)
