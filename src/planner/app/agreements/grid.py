"""The grid says which team is accountable, responsible, consulted or informed for which activity."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.app.agreements.grid_model import ACTIVITIES, ResponsibilityModel
from planner.app.agreements.headers import HEADER_HEIGHT, ActivityHeader, Corner, TeamHeader
from planner.app.agreements.wording import LETTERS
from planner.app.canvas.ink import Ink
from planner.app.controls.cells import CellTable
from planner.app.document import Document
from planner.app.moving.hints import Hint
from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, TARGET_LEAST
from planner.domain import Activity, Level
from planner.messages import message
from planner.typography.scale import BODY_STRONG, LABEL

_COLUMN_LEAST: Final = 84
_COLUMN_MOST: Final = 128
_CHIP: Final = (24, 18)
_LEVEL_KEYS: Final = {
    Qt.Key.Key_A: Level.ACCOUNTABLE,
    Qt.Key.Key_R: Level.RESPONSIBLE,
    Qt.Key.Key_C: Level.CONSULTED,
    Qt.Key.Key_I: Level.INFORMED,
}
_CLEARS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu)
_CHIPS: Final = {
    Level.ACCOUNTABLE: ("ink", "ink", "surface"),
    Level.RESPONSIBLE: ("sunken", "edge", "ink"),
    Level.CONSULTED: ("surface", "line-2", "ink-2"),
    Level.INFORMED: ("surface", "line-2", "ink-2"),
}
"""Ground, border and letter: weight tells who is accountable, never a colour."""

_HINT: Final = Hint(
    message("Level of the team."),
    (*((LETTERS[level], message(level.value)) for level in Level), ("Del", message("not set"))),
)


class ResponsibilityGrid(CellTable):
    """Activities by teams; keys or a small menu set the level of a cell.

    Signals:
        level_chosen(object, str, object): an activity, a team's id, and a level or None.
        hint_changed(Hint | None): what the keys do while the focus is here, None when it goes.
    """

    level_chosen = Signal(object, str, object)
    hint_changed = Signal(object)

    def __init__(self, document: Document, look: Look, ink: Ink) -> None:
        super().__init__()
        self._look = look
        self.levels = ResponsibilityModel(document)
        self.setModel(self.levels)
        self.setAccessibleName("Responsibilities, activities by teams")
        self.setAccessibleDescription("A, R, C or I sets a level, Delete clears it, Enter opens a choice.")
        self._set_up(look, ink)
        self.setItemDelegate(_LevelCell(look, self.levels, self))
        self.clicked.connect(self._offer)
        self.levels.modelReset.connect(self._fit_columns)
        look.changed.connect(self.viewport().update)

    def go_to(self, activity: Activity) -> None:
        """Put the focus on an activity: at the team that answers for it, else at the first."""
        row = ACTIVITIES.index(activity)
        accountable = {team.id for team in self.levels.standing(row).accountable}
        places = [place for place, team in enumerate(self.levels.teams) if team.id in accountable]
        self.setCurrentIndex(self.levels.index(row, places[0] if places else 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read the scenario again; the cell in focus stays."""
        at = self.currentIndex()
        row, team = at.row(), self._team_at(at)
        self.levels.refresh()
        teams = [each.id for each in self.levels.teams]
        if teams and not self.currentIndex().isValid():
            column = teams.index(team) if team in teams else 0
            self.setCurrentIndex(self.levels.index(max(0, row), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set, clear or offer levels; the rest walks about."""
        key, plain = Qt.Key(event.key()), _is_plain(event)
        if plain and key in _LEVEL_KEYS:
            self._choose(_LEVEL_KEYS[key])
        elif plain and key in _CLEARS:
            self._choose(None)
        elif key in _OPENS or (key is Qt.Key.Key_F10 and not plain):
            self._offer(self.currentIndex())
        elif plain and event.text().strip() and event.text().isprintable():
            event.accept()  # a letter that is no level looks for nothing
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what the keys do."""
        super().focusInEvent(event)
        self.hint_changed.emit(_HINT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the status bar to others; a menu of the grid's own is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hint_changed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def menu_of(self, index: QModelIndex) -> QMenu:
        """The choice of levels for a cell."""
        menu = QMenu(self)
        menu.setAccessibleName(str(self.levels.data(index, Qt.ItemDataRole.AccessibleTextRole)))
        now = self.levels.level_at(index)
        for level in Level:
            action = menu.addAction(f"&{level.value.capitalize()}\t{LETTERS[level]}")
            action.setCheckable(True)
            action.setChecked(level is now)
            action.triggered.connect(lambda _checked=False, level=level: self._choose(level))
        menu.addSeparator()
        clear = menu.addAction("Not set\tDel")
        clear.setEnabled(now is not None)
        clear.triggered.connect(lambda _checked=False: self._choose(None))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self, index: QModelIndex) -> None:
        if index.isValid():
            below = self.visualRect(index).bottomLeft() + QPoint(0, 2)
            self.menu_of(index).popup(self.viewport().mapToGlobal(below))

    def _choose(self, level: Level | None) -> None:
        at = self.currentIndex()
        if at.isValid() and self.levels.level_at(at) is not level:
            self.level_chosen.emit(ACTIVITIES[at.row()], self._team_at(at), level)

    def _team_at(self, index: QModelIndex) -> str:
        teams = self.levels.teams
        return teams[index.column()].id if 0 <= index.column() < len(teams) else ""

    def _fit_columns(self) -> None:
        count = max(1, len(self.levels.teams))
        width = self.width() - self.verticalHeader().width()
        least, most = self._look.px(_COLUMN_LEAST), self._look.px(_COLUMN_MOST)
        self.horizontalHeader().setDefaultSectionSize(max(least, min(most, width // count)))

    def _set_up(self, look: Look, ink: Ink) -> None:
        above = TeamHeader(look, self.levels, self)
        beside = ActivityHeader(look, ink, self.levels, self)
        self.setHorizontalHeader(above)
        self.setVerticalHeader(beside)
        row = max(TARGET_LEAST, self.fontMetrics().height() + 6)
        beside.setMinimumSectionSize(row)
        beside.setDefaultSectionSize(row)
        beside.setFixedWidth(beside.wish)
        self.corner = Corner(look, self)
        self.corner.setGeometry(0, 0, beside.wish, look.grown(HEADER_HEIGHT, lines=2))


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )


class _LevelCell(QStyledItemDelegate):
    """Paints a cell: the letter of its level, a ring where teams collide, the focus."""

    def __init__(self, look: Look, model: ResponsibilityModel, grid: ResponsibilityGrid) -> None:
        super().__init__(grid)
        self._look, self._levels, self._grid = look, model, grid

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        look = self._look
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, look.colour("sunken" if hovered else "surface"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.colour("line"))
        painter.fillRect(area.right(), area.top(), 1, area.height(), look.colour("line"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level = self._levels.level_at(index)
        if level is not None:
            self._chip(painter, QRectF(area), level)
        mark = self._levels.mark(index.row())
        if mark is not None and self._levels.collides(index):
            use = "warning-icon" if mark.severity == "warning" else mark.severity.value
            self._ring(painter, _chip_in(QRectF(area)).adjusted(-2, -2, 2, 2), look.colour(use), 1.5)
        if self._grid.hasFocus() and index == self._grid.currentIndex():
            self._ring(painter, QRectF(area).adjusted(1, 1, -2, -2), look.colour("accent"), SELECTION_LINE)
        painter.restore()

    def _chip(self, painter: QPainter, area: QRectF, level: Level) -> None:
        ground, border, letter = (self._look.colour(use) for use in _CHIPS[level])
        box = _chip_in(area)
        painter.setPen(border)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(letter)
        painter.setFont(self._look.font(BODY_STRONG if level is Level.ACCOUNTABLE else LABEL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, LETTERS[level])

    @staticmethod
    def _ring(painter: QPainter, area: QRectF, colour: QColor, width: float) -> None:
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)


def _chip_in(area: QRectF) -> QRectF:
    width, height = _CHIP
    middle = area.center()
    return QRectF(round(middle.x() - width / 2) + 0.5, round(middle.y() - height / 2) - 0.5, width, height)
