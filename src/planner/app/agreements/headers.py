"""The grid's headers: teams with their kind above, activities with who answers for them beside."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.app.agreements.grid_model import ACTIVITIES, ResponsibilityModel
from planner.app.agreements.wording import named
from planner.app.canvas.ink import Ink
from planner.app.canvas.menus import KIND_ICONS
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from planner.domain import Team
from planner.drawing.marks import Badge
from planner.typography.scale import BODY, KEY, LABEL, PANEL_TITLE, SMALL

HEADER_HEIGHT: Final = 36
ANSWERS_WIDTH: Final = 80
_ICON: Final = 14
_SHAPE: Final = 14
_ROOM: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def two_lines(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break a name over at most two lines; what does not fit ends in an ellipsis."""
    words = text.split()
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = " ".join(words)
    lines = [first, rest] if first and rest else [first or rest]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


class TeamHeader(QHeaderView):
    """The teams above the columns."""

    def __init__(self, look: Look, model: ResponsibilityModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._teams_of = look, model
        keep_height(look, self, HEADER_HEIGHT, lines=2)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        look.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("panel"))
        teams = self._teams_of.teams
        first = max(0, self.visualIndexAt(event.rect().left()))
        for section in range(first, len(teams)):
            left = self.sectionViewportPosition(section)
            if left > event.rect().right():
                break
            self._paint(painter, teams[section], QRect(left, 0, self.sectionSize(section), self.height()))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
        painter.end()

    def _paint(self, painter: QPainter, team: Team, area: QRect) -> None:
        look = self._look
        font = look.font(KEY)
        metrics = QFontMetricsF(font)
        left = area.left() + SPACE_4 + _ICON + SPACE_4
        lines = two_lines(team.name, metrics, area.right() - left - 2)
        line = look.px(14)
        top = (area.height() - line * len(lines)) // 2
        icon = look.pixmap(KIND_ICONS[team.kind], "ink-2", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(area.left() + SPACE_4, top, icon)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        for place, words in enumerate(lines):
            painter.drawText(QRect(left, top + place * line, area.right() - left, line), _ROOM, words)


class Corner(QWidget):
    """Covers the grid's corner, with a title where the drawer has no other place for one."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words = look, ""
        look.changed.connect(self.update)

    def show_words(self, words: str) -> None:
        """Show a title, or none."""
        self._words = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, title and lines."""
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        painter.setFont(look.font(PANEL_TITLE))
        painter.setPen(look.colour("ink"))
        painter.drawText(self.rect().adjusted(SPACE_12, 0, 0, 0), _ROOM, self._words)
        painter.end()


class ActivityHeader(QHeaderView):
    """The activities beside the rows, each with its accountable team, *Nobody*, or how many there are."""

    def __init__(self, look: Look, ink: Ink, model: ResponsibilityModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._ink, self._rows = look, ink, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        look.changed.connect(self.viewport().update)

    @property
    def wish(self) -> int:
        """How wide it is where there is room."""
        metrics = QFontMetricsF(self._look.font(BODY))
        names = max(metrics.horizontalAdvance(named(activity)) for activity in ACTIVITIES)
        return SPACE_12 + round(names) + SPACE_8 + _SHAPE + SPACE_4 + self._look.px(ANSWERS_WIDTH) + SPACE_8

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the activities that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("panel"))
        for row in range(self.count()):
            area = QRect(0, self.sectionViewportPosition(row), self.width(), self.sectionSize(row))
            if area.intersects(event.rect()):
                self._paint(painter, row, area)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))
        painter.end()

    def _paint(self, painter: QPainter, row: int, area: QRect) -> None:
        look, model = self._look, self._rows
        mark, standing = model.mark(row), model.standing(row)
        wide = look.px(ANSWERS_WIDTH)
        answers = QRect(self.width() - wide - SPACE_8, area.top(), wide, area.height())
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("ink"))
        name = QRect(SPACE_12, area.top(), answers.left() - SPACE_12, area.height())
        painter.drawText(name, _ROOM, named(ACTIVITIES[row]))
        if mark is not None:
            painter.save()
            painter.translate(answers.left() - _SHAPE - SPACE_4, area.center().y() - _SHAPE // 2 + 1)
            self._ink.marks(painter, [Badge(0, 0, _SHAPE, mark.severity.value)])
            painter.restore()
        font = look.font(LABEL if len(standing.accountable) > 1 else SMALL)
        painter.setFont(font)
        painter.setPen(look.colour("ink-2"))
        words = QFontMetricsF(font).elidedText(
            standing.words, Qt.TextElideMode.ElideRight, float(answers.width())
        )
        painter.drawText(answers, _ROOM, words)
        painter.fillRect(0, area.bottom(), self.width(), 1, look.colour("line"))
