"""The Settings dialog: every choice holds at once, so that there is nothing to confirm."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.app.actions import Actions
from planner.app.controls import label
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.dialog import Dialog
from planner.app.controls.ticks import TickBox
from planner.app.preferences.keys import KeysChooser
from planner.app.preferences.preferences import Preferences
from planner.app.theme import Look, ThemeChoice
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import (
    CONTROL_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    TEXT_SIZES,
)
from planner.typography.scale import PANEL_TITLE, SMALL

V = TypeVar("V")

_THEMES: Final = {
    ThemeChoice.SYSTEM: "Follow the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.CONTRAST: "More contrast",
    ThemeChoice.CONTRAST_DARK: "More contrast, dark",
}
_MOTION: Final = {"system": "Follow the system", "on": "On", "off": "Off"}
_SIZE: Final = (560, 680)


class SettingsDialog(Dialog):
    """How the planner looks, moves and answers keys on this computer."""

    def __init__(self, look: Look, preferences: Preferences, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle("Settings")
        self.theme = self._choice(_THEMES, "Theme", preferences.theme, preferences.choose_theme)
        sizes = {size: f"{size}%" for size in TEXT_SIZES}
        at = min(TEXT_SIZES, key=lambda size: abs(size - preferences.text_size))
        self.text_size = self._choice(sizes, "Text size", at, preferences.choose_text_size)
        self.motion = self._choice(
            _MOTION, "Reduce motion", preferences.reduced_motion, preferences.reduce_motion
        )
        self.wheel = self._tick(
            "The wheel zooms, and pans with Ctrl",
            preferences.wheel_zooms,
            lambda on: preferences.let_wheel_zoom(zooms=on),
        )
        self.letters = self._tick(
            "Single letters are commands on the canvas and the bench",
            preferences.shortcuts.letters,
            lambda on: preferences.shortcuts.use_letters(used=on),
        )
        self.keys = KeysChooser(look, preferences.shortcuts, actions)
        self._lay_out()
        room = parent.screen().availableGeometry()
        self.resize(
            min(look.px(_SIZE[0]), room.width() - SPACE_24), min(look.px(_SIZE[1]), room.height() - SPACE_24)
        )

    def _choice(
        self, choices: Mapping[V, str], name: str, now: V, choose: Callable[[V], None]
    ) -> ChoiceBox[V]:
        box = ChoiceBox(self._look, choices, name)
        if now in choices:
            box.show_value(now)
        box.activated.connect(lambda _place: choose(box.value))
        return box

    def _tick(self, words: str, now: bool, choose: Callable[[bool], None]) -> TickBox:  # noqa: FBT001 - a value
        box = TickBox(self._look, words)
        box.setChecked(now)
        box.toggled.connect(choose)
        return box

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("part", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        self._section(column, "Look")
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_16)
        form.setVerticalSpacing(SPACE_8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for box in (self.theme, self.text_size, self.motion):
            words = label(self._look, box.accessibleName())
            words.setBuddy(box)
            keep_height(self._look, words, CONTROL_HEIGHT)  # level with the field
            form.addRow(words, box)
        column.addLayout(form)
        note = "More contrast also follows a system that asks for high contrast."
        column.addWidget(label(self._look, note, SMALL, tone="second", wraps=True))
        self._section(column, "Canvas and keys")
        column.addWidget(self.wheel)
        column.addWidget(self.letters)
        column.addSpacing(SPACE_4)
        column.addWidget(self.keys, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SPACE_16)
        outer.addWidget(area, 1)
        outer.addLayout(self._closing())

    def _section(self, column: QVBoxLayout, title: str) -> None:
        if column.count():
            column.addSpacing(SPACE_12)
        column.addWidget(label(self._look, title, PANEL_TITLE))

    def _closing(self) -> QHBoxLayout:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, 0)
        row.addWidget(box)
        return row
