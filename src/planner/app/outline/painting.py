"""Paints the rows of the outline: chip or kind, name, role, share and the worst finding."""

from math import ceil
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.app.canvas.ink import Ink
from planner.app.canvas.menus import KIND_ICONS
from planner.app.outline.model import Column, Index, OutlineModel
from planner.app.outline.tree import Key
from planner.app.outline.wording import Words
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SELECTION_LINE, SPACE_4, SPACE_8
from planner.domain import Scenario
from planner.drawing.marks import Badge, Chip, IconMark, Mark
from planner.typography import Style
from planner.typography.scale import BODY, BODY_MEDIUM, BODY_STRONG, CARD_ROLE, SHARE

ROW_HEIGHT: Final = 28
SHARE_WIDTH: Final = 46
MARK_WIDTH: Final = 22
_CHIP: Final = 18
_TEXT_AFTER: Final = _CHIP + 6
_ROLES_FROM: Final = 300
_BEFORE_SHARE: Final = 6
_MARK: Final = 16
_OVER: Final = 14
"""The room of the octagon before a share that is too much."""
_OVER_MARK: Final = 11


class Stand(Struct, frozen=True):
    """How a row stands in a gesture: carried, fitting, or the target with the words for it.

    ``gap`` is -1 where the target is the gap above the row, 1 for the one below, 0 for the row itself.
    """

    carried: bool = False
    fits: bool = False
    target: bool = False
    refused: bool = False
    says: str = ""
    gap: int = 0


class RowPainter(QStyledItemDelegate):
    """Paints cells; `ground` paints what lies behind a whole row."""

    def __init__(self, model: OutlineModel, *, look: Look, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look, self._ink, self._list = model, look, ink, parent
        self.stands: dict[Key, Stand] = {}

    def row_height(self) -> int:
        """The height of a row, which grows with the text."""
        needed = QFontMetricsF(self._look.font(BODY)).height() + 10
        return max(ROW_HEIGHT, round(needed))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(40, self.row_height())

    def ground(self, painter: QPainter, area: QRect, key: Key, *, selected: bool, focused: bool) -> None:
        """Paint selection, focus and what a gesture does to a row, behind its cells."""
        stand = self.stands.get(key, Stand())
        box = QRectF(area).adjusted(2, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if stand.gap:
            self._line(painter, box, stand)
            stand = Stand()
        if selected or stand.fits or stand.target:
            refused = stand.target and stand.refused
            painter.setBrush(self._look.colour("problem-tint" if refused else "accent-bg"))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self._pen(stand, focused=focused)
        if pen is not None:
            inset = pen.widthF() / 2
            painter.setPen(pen)
            painter.drawRoundedRect(
                box.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1
            )
        painter.restore()

    def _line(self, painter: QPainter, box: QRectF, stand: Stand) -> None:
        """Where a carried team would stand: between this row and the next."""
        y = box.top() if stand.gap < 0 else box.bottom()
        painter.setBrush(self._look.colour("problem" if stand.refused else "accent"))
        painter.drawRect(QRectF(box.left(), y - SELECTION_LINE / 2, box.width(), SELECTION_LINE))

    def _pen(self, stand: Stand, *, focused: bool) -> QPen | None:
        if stand.target:
            return QPen(self._look.colour("problem" if stand.refused else "accent"), SELECTION_LINE)
        if stand.fits or stand.carried:
            return QPen(self._look.colour("accent"), 1, Qt.PenStyle.DashLine)
        return QPen(self._look.colour("accent"), SELECTION_LINE) if focused else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        key = self._model.key_of(index)
        if key is None or key not in self._model.tree:
            return
        words, stand = self._model.wording.words(key), self.stands.get(key, Stand())
        area: QRect = option.rect
        if stand.says and index.column() != Column.NAME:
            return  # the words for the drop take the whole row
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if stand.carried:
            painter.setOpacity(0.42)
        match Column(index.column()):
            case Column.NAME:
                self._name(painter, area, key, words, stand)
            case Column.SHARE:
                self._share(painter, area.adjusted(0, 0, self._mark_room(key), 0), words)
            case Column.MARK:
                self._mark(painter, area, key)
        painter.restore()

    def _name(self, painter: QPainter, area: QRect, key: Key, words: Words, stand: Stand) -> None:
        chip = self._look.px(_CHIP)
        painter.save()
        painter.translate(area.left(), area.top() + (area.height() - chip) / 2)
        painter.scale(chip / _CHIP, chip / _CHIP)
        self._ink.marks(painter, [self._sign(key, words)])
        painter.restore()
        room = area.adjusted(self._look.px(_TEXT_AFTER), 0, self._free_beside(key, words), 0)
        if stand.says:
            room.setRight(area.right() + self._look.px(SHARE_WIDTH + MARK_WIDTH) - SPACE_8)
            use = "problem" if stand.refused else "accent-ink"
            self._text(painter, room, stand.says, BODY_MEDIUM, use)
            return
        style = BODY_STRONG if key[0] in ("team", "bench") else BODY
        self._text(painter, room, words.name, style, "ink-2" if words.vacant else "ink")
        taken = self._width(words.name, style) + SPACE_8
        if not words.vacant and not self._has_room_for_roles:
            return
        if taken + self._width(words.role, CARD_ROLE) <= room.width():
            self._text(painter, room.adjusted(taken, 0, 0, 0), words.role, CARD_ROLE, "ink-2")

    @property
    def _has_room_for_roles(self) -> bool:
        """Whether most rows can name role or kind; where some could and others not, chips and icons do it."""
        return self._list.width() >= self._look.px(_ROLES_FROM)

    def wide(self, width: int) -> int:
        """A width at 100% text, at the text size in force."""
        return self._look.px(width)

    def _width(self, text: str, style: Style) -> int:
        return ceil(QFontMetricsF(self._look.font(style)).horizontalAdvance(text))

    def _free_beside(self, key: Key, words: Words) -> int:
        """How far a name may reach into columns that have nothing to say."""
        free = self._look.px(SHARE_WIDTH) + self._mark_room(key)
        if words.share:
            free -= (
                self._width(words.share, SHARE) + _BEFORE_SHARE + self._look.px(_OVER if words.over else 0)
            )
        return max(0, free)

    def _mark_room(self, key: Key) -> int:
        """The room of a finding's mark, where there is none."""
        return 0 if self._worst(key) else self._look.px(MARK_WIDTH)

    def _worst(self, key: Key) -> str:
        return self._model.wording.marks.worst(self._model.wording.subject(key))

    def _sign(self, key: Key, words: Words) -> Mark:
        """The chip of a function, the icon of a kind of team, of a person, of the bench."""
        if words.function is not None:
            return Chip(0, 0, _CHIP, words.function, vacant=words.vacant)
        icon = {"bench": "people", "holder": "person"}.get(key[0], "group")
        if key[0] == "team":
            icon = KIND_ICONS[self._scenario.teams[key[1]].kind]
            if self._scenario.teams[key[1]].locked:
                icon = "lock"
        return IconMark(1, 1, 16, icon, "ink-2")

    @property
    def _scenario(self) -> Scenario:
        return self._model.tree.scenario

    def _share(self, painter: QPainter, area: QRect, words: Words) -> None:
        if not words.share:
            return
        font = self._look.font(SHARE)
        use = "problem" if words.over else "ink-2"
        room = QRectF(area.adjusted(0, 0, -SPACE_4, 0))
        width = QFontMetricsF(font).horizontalAdvance(words.share)
        if words.over:
            side, before = self._look.px(_OVER_MARK), self._look.px(_OVER)
            top = area.top() + (area.height() - side) / 2
            self._ink.marks(painter, [Badge(room.right() - width - before, top, side, "problem")])
        painter.setFont(font)
        painter.setPen(self._look.colour(use))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words.share)

    def _mark(self, painter: QPainter, area: QRect, key: Key) -> None:
        worst = self._worst(key)
        if worst:
            side = self._look.px(_MARK)
            x, y = area.left() + (area.width() - side) // 2, area.top() + (area.height() - side) / 2
            self._ink.marks(painter, [Badge(x, y, side, worst)])

    def _text(self, painter: QPainter, area: QRect, text: str, style: Style, use: str) -> None:
        font = self._look.font(style)
        painter.setFont(font)
        painter.setPen(self._look.colour(use))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(area), int(flags), shown)

    # Typing a name

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for a team's name or a seat's title."""
        field = QLineEdit(parent)
        field.setStyleSheet(
            "QLineEdit, QLineEdit:focus { min-height: 0; padding: 0 4px; border-radius: 5px }"
        )
        field.setFont(self._look.font(BODY))
        key = self._model.key_of(index)
        is_seat = key is not None and key[0] == "seat"
        field.setAccessibleName("Title of the seat" if is_seat else "Name of the team")
        if key is not None and is_seat:
            field.setPlaceholderText(self._scenario.seats[key[1]].function.label)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Stand over the name, clear of the chip."""
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(self._look.px(_TEXT_AFTER) - 5, 1, 0, -1))
