"""Miniatures show a starting layout at a glance: one box per team, one chip per seat."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.controls.chips import paint_chip
from planner.app.theme import Look
from planner.domain import Function, Kind, Scenario, Structure
from planner.typography.scale import CAPTION

_PARTNERS_LAST: Final = (Function.MARKETING, Function.DESIGN, Function.BUSINESS, Function.OTHER)


@dataclass(frozen=True, slots=True)
class Scale:
    """Measures of a miniature, in pixels; ``most`` is how many feature teams are drawn."""

    height: int
    chip: int
    gap: int
    radius: int
    between: int
    columns: int
    centre_columns: int
    most: int
    letters: bool


LARGE: Final = Scale(
    height=172, chip=19, gap=4, radius=5, between=12, columns=3, centre_columns=8, most=4, letters=True
)
SMALL: Final = Scale(
    height=58, chip=7, gap=2, radius=4, between=6, columns=2, centre_columns=8, most=4, letters=False
)


class Miniature(QWidget):
    """Paints the teams of a layout: the centre above, the teams of features below, joined by lines."""

    def __init__(self, look: Look, scale: Scale) -> None:
        super().__init__()
        self._look, self._scale = look, scale
        self._centre: tuple[Function, ...] = ()
        self._features: list[tuple[Function, ...]] = []
        self._frames_all = False
        self.setFixedHeight(scale.height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_layout(self, scenario: Scenario) -> None:
        """Show another layout."""
        seats = {
            team.id: _in_order([seat.function for seat in scenario.seats if seat.team == team.id])
            for team in scenario.teams
            if team.kind is not Kind.GROUP
        }
        cores = [team.id for team in scenario.teams if team.kind is Kind.CORE]
        self._centre = tuple(function for core in cores for function in seats[core])
        self._features = [functions for team, functions in seats.items() if team not in cores]
        self._frames_all = scenario.structure is Structure.PRODUCT_CENTRE
        words = f"{len(self._features)} teams" if self._features else "one team"
        around = " around a central team" if self._features and self._centre else ""
        self.setAccessibleName(f"Picture of the layout: {words}{around}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the scale says."""
        return QSize(120, self._scale.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint boxes, chips and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._scale.letters and self._frames_all:
            painter.setPen(QPen(self._look.colour("line-2"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area, 6, 6)
            area = area.adjusted(6, 6, -6, -6)
        has_both = bool(self._centre and self._features) and self._scale.letters
        if self._centre and (self._scale.letters or not self._features):
            self._paint_centre(painter, area, has_features=has_both)
        if self._features:
            self._paint_features(painter, area, below_centre=has_both)
        painter.end()

    def _paint_centre(self, painter: QPainter, area: QRectF, *, has_features: bool) -> None:
        scale = self._scale
        pitch = scale.chip + scale.gap
        columns = min(scale.centre_columns, len(self._centre)) or 1
        rows = min(2, -(-len(self._centre) // columns))
        width = max(columns * pitch + 5 * scale.gap + 24, area.width() * 0.62 if scale.letters else 0)
        height = rows * pitch + (32 if scale.letters and rows == 1 else 22 if scale.letters else 18)
        top = area.top() if has_features else area.center().y() - height / 2
        box = QRectF(area.center().x() - width / 2, top, width, height)
        self._paint_box(painter, box, self._centre, columns, rows)

    def _paint_features(self, painter: QPainter, area: QRectF, *, below_centre: bool) -> None:
        scale = self._scale
        shown = self._features[: scale.most]
        pitch = scale.chip + scale.gap
        least = scale.columns * pitch + 4 * scale.gap
        width = (area.width() - scale.between * (len(shown) - 1)) / len(shown)
        width = min(width, max(least, 220 if scale.letters and not below_centre else least * 1.6))
        height = 2 * pitch + (30 if scale.letters else 20)
        total = width * len(shown) + scale.between * (len(shown) - 1)
        left = area.center().x() - total / 2
        top = area.bottom() - height if below_centre else area.center().y() - height / 2
        boxes = [QRectF(left + at * (width + scale.between), top, width, height) for at in range(len(shown))]
        if below_centre:
            self._paint_lines(painter, QPointF(area.center().x(), area.top()), boxes)
            self._paint_centre(painter, area, has_features=True)
        for box, functions in zip(boxes, shown, strict=True):
            columns = scale.columns if not scale.letters or len(shown) > 2 else 4
            self._paint_box(painter, box, functions, columns, 2)
        if len(self._features) > len(shown):
            painter.setFont(self._look.font(CAPTION))
            painter.setPen(self._look.colour("ink-2"))
            more = f"+{len(self._features) - len(shown)}"
            place = QRectF(boxes[-1].right() - 34, boxes[-1].top() - 18, 34, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, more)

    def _paint_lines(self, painter: QPainter, above: QPointF, boxes: list[QRectF]) -> None:
        painter.setPen(QPen(self._look.colour("connector"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bend = boxes[0].top() - 18
        for box in boxes:
            x, radius = box.center().x(), 7.0
            path = QPainterPath(above)
            path.lineTo(above.x(), bend if abs(x - above.x()) < 1 else bend - radius)
            if abs(x - above.x()) >= 2 * radius:
                to = 1 if x > above.x() else -1
                path.quadTo(above.x(), bend, above.x() + to * radius, bend)
                path.lineTo(x - to * radius, bend)
                path.quadTo(x, bend, x, bend + radius)
            path.lineTo(x, box.top())
            painter.drawPath(path)

    def _paint_box(
        self, painter: QPainter, box: QRectF, functions: tuple[Function, ...], columns: int, rows: int
    ) -> None:
        scale = self._scale
        painter.setPen(QPen(self._look.colour("line-2"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(box, scale.radius, scale.radius)
        pitch = scale.chip + scale.gap
        room = columns * rows
        shown = functions if len(functions) <= room else functions[: room - 1 if scale.letters else room]
        used = min(columns, max(1, len(functions)))
        lines = min(rows, -(-min(len(functions), room) // used))
        left = box.center().x() - (used * pitch - scale.gap) / 2
        top = box.center().y() - (lines * pitch - scale.gap) / 2
        for at, function in enumerate(shown):
            x, y = left + at % used * pitch, top + at // used * pitch
            paint_chip(painter, self._look, function, x, y, scale.chip, letters=scale.letters)
        if len(shown) < len(functions) and scale.letters:
            at = len(shown)
            place = QRectF(left + at % used * pitch - 4, top + at // used * pitch, pitch + 6, scale.chip)
            painter.setFont(self._look.font(CAPTION))
            painter.setPen(self._look.colour("ink-2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"+{len(functions) - at}")


def _in_order(functions: list[Function]) -> tuple[Function, ...]:
    """Product first, then roles as they come, then the other partner functions."""
    return tuple(sorted(functions, key=lambda each: (each is not Function.PRODUCT, each in _PARTNERS_LAST)))
