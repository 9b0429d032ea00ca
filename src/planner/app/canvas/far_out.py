"""What floats over the overview: what colours tell, what a block is, and a card about one team."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.ink import Ink
from planner.app.controls.choosing import ChoiceBox
from planner.app.theme import Look
from planner.drawing.colouring import ColourBy
from planner.drawing.marks import Box, Group, Label, Rect
from planner.drawing.team_card import ZOOM_BY_KEYS, ZOOM_BY_POINTER, team_card
from planner.messages import message
from planner.typography.scale import BODY, CARD_ROLE

MARGIN: Final = 12
_HEIGHT: Final = 28
_BESIDE: Final = 8
_COLOURS: Final[Mapping[ColourBy, str]] = {
    ColourBy.ROLE: "Colour by role",
    ColourBy.FINDINGS: "Colour by findings",
    ColourBy.LOAD: "Colour by load",
    ColourBy.VACANCIES: "Colour by vacancies",
}
_BLOCK: Final = message("1 block = 1 seat, hollow = vacant")


class _Drawn(QWidget):
    """A group of marks as a widget that lets the pointer through."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self._group = Group(("", ""), Rect(0.0, 0.0, 0.0, 0.0), ())
        self._scale = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_group(self, group: Group, scale: float) -> None:
        """Draw a group, its left top corner at this widget's, so many times as large."""
        self._group, self._scale = group, scale
        self.setFixedSize(round(group.bounds.width * scale), round(group.bounds.height * scale))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the group."""
        painter = QPainter(self)
        painter.scale(self._scale, self._scale)
        self._ink.group(painter, self._group, at=(0.0, 0.0))
        painter.end()


class FarOut(QObject):
    """Shows and places what floats over the overview."""

    def __init__(self, canvas: Canvas, choose: Callable[[ColourBy], None], *, look: Look, ink: Ink) -> None:
        super().__init__(canvas)
        self._canvas, self._look = canvas, look
        self.colours = ChoiceBox(look, _COLOURS, "What the colours of blocks tell")
        self.colours.setParent(canvas)
        self.colours.setFont(look.font(BODY))
        self.colours.activated.connect(lambda _place: choose(self.colours.value))
        self.key = _Drawn(ink, canvas)
        self.card = _Drawn(ink, canvas)
        self.colours.hide()
        canvas.view_changed.connect(self.follow)
        canvas.scene_changed.connect(self.follow)
        canvas.pointed.connect(self._show_card)
        canvas.selection.changed.connect(self._show_card)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corners."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Show what belongs to the overview, while it is seen."""
        shown = self._canvas.view.is_overview
        for widget in (self.colours, self.key):
            widget.setVisible(shown)
        if shown:
            self.colours.show_value(self._canvas.scene.colour_by)
            self.colours.adjustSize()
            self.colours.move(MARGIN, MARGIN)
            self.key.show_group(self._key(), self._canvas.unit)
            self.key.move(self._canvas.width() - self.key.width() - MARGIN, MARGIN)
            self.key.setVisible(self._has_room_for_key())
        self._show_card()

    def _has_room_for_key(self) -> bool:
        """Whether the key stands clear of the field and of what leads to all other teams."""
        if self._canvas.width() < self.colours.width() + self.key.width() + 5 * MARGIN:
            return False
        tiles = self._canvas.scene.packed.chart.overview.tiles
        top = next(iter(tiles.values()), None)
        return top is None or self._canvas.to_viewport(top.rect).right() + _BESIDE <= self.key.x()

    def _key(self) -> Group:
        fonts, text = self._look.fonts, str(_BLOCK)
        width = fonts.width(text, CARD_ROLE) + 20.0
        whole = Rect(0.0, 0.0, width, float(_HEIGHT))
        label = Label(10.0, fonts.cap_baseline(CARD_ROLE, _HEIGHT), text, CARD_ROLE, "ink-2")
        return Group(("key", ""), whole, (Box(whole, 7.0, "panel", "line"), label))

    def _show_card(self) -> None:
        """The card of the team under the pointer, else of the one that the keyboard is at."""
        canvas, situation = self._canvas, self._canvas.situation
        focus = canvas.selection.focus if situation.has_focus else None
        key = situation.hover if situation.hover is not None else focus
        scene = canvas.scene
        if not scene.is_overview or key is None or key[0] != "team" or canvas.gesture.carried is not None:
            self.card.hide()
            return
        rect = scene.rect_of(key)
        if rect is None:
            self.card.hide()
            return
        hint = ZOOM_BY_POINTER if key == situation.hover else ZOOM_BY_KEYS
        self.card.show_group(team_card(scene.packed.chart, key[1], hint), canvas.unit)
        self.card.move(self._beside(canvas.to_viewport(rect)))
        self.card.show()
        self.card.raise_()

    def _beside(self, tile: QRect) -> QPoint:
        """Below a tile, above it where there is no room; a frame has it at its head."""
        room = self._canvas.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        left = min(max(tile.left(), room.left()), room.right() - self.card.width())
        below = min(tile.bottom(), tile.top() + 90) + _BESIDE
        if below + self.card.height() > room.bottom():
            below = max(room.top(), tile.top() - _BESIDE - self.card.height())
        return QPoint(left, below)
