"""Chips say what somebody does: two letters, on a rounded square for roles, in a circle for partners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.app.theme import Look
from planner.app.theme.metrics import CHIP_ROUNDING
from planner.domain import Function
from planner.typography import Style, Weight


def paint_chip(
    painter: QPainter,
    look: Look,
    function: Function,
    x: float,
    y: float,
    size: float,
    *,
    letters: bool = True,
) -> None:
    """Paint a chip with its left top corner at x, y; without letters where they would not be read."""
    colours = look.theme.chip(function.value)
    box = QRectF(x, y, size, size)
    painter.setBrush(QColor(colours.fill))
    if function.is_role:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, size * CHIP_ROUNDING, size * CHIP_ROUNDING)
    else:
        line = 1.2 if size >= 16 else 1.0
        painter.setPen(QPen(QColor(colours.border), line))
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    if letters:
        painter.setPen(QColor(colours.letter))
        painter.setFont(look.font(Style("chip", 7 if size < 20 else size * 0.375, size, Weight.BOLD)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, function.code)
