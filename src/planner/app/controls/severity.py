"""Severity marks say by their shape how bad something is: octagon, triangle, disc, tick."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from planner.app.theme import Look

_COLOURS: Final = {"problem": "problem", "warning": "warning-icon", "note": "note", "good": "good"}


class SeverityMark(QWidget):
    """One mark: problem, warning, note or good."""

    def __init__(self, look: Look, severity: str, size: int = 16) -> None:
        super().__init__()
        self._look, self._severity = look, severity
        self.setFixedSize(size, size + 2)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape and the sign in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        painter.translate(0, 2)
        painter.scale(side / 16, side / 16)
        paint_severity(painter, self._look, self._severity)
        painter.end()


def paint_severity(painter: QPainter, look: Look, severity: str) -> None:
    """Paint a mark into a square of 16 with its corner at the origin."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(_COLOURS[severity]))
    mark = look.colour("mark")
    if severity == "problem":
        angles = [pi / 8 + at * pi / 4 for at in range(8)]
        painter.drawPolygon(QPolygonF([QPointF(8 + 7.4 * cos(a), 8 + 7.4 * sin(a)) for a in angles]))
        _exclaim(painter, mark, 4.6)
    elif severity == "warning":
        painter.setPen(QPen(look.colour("warning-icon"), 1.6, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolygon(QPolygonF([QPointF(8, 2.0), QPointF(15, 14), QPointF(1, 14)]))
        _exclaim(painter, mark, 6.0)
    else:
        painter.drawEllipse(QRectF(0.7, 0.7, 14.6, 14.6))
        pen = QPen(mark, 1.7)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if severity == "good":
            painter.drawPolyline(QPolygonF([QPointF(4.9, 8.3), QPointF(7.1, 10.4), QPointF(11.2, 6)]))
        else:
            painter.drawLine(QPointF(8, 7.6), QPointF(8, 11.4))
            painter.drawPoint(QPointF(8, 4.8))


def _exclaim(painter: QPainter, colour: QColor, top: float) -> None:
    pen = QPen(colour, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(8, top), QPointF(8, top + 3.6))
    painter.drawPoint(QPointF(8, top + 6.4))
