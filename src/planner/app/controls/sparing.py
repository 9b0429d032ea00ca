"""Two things done so that the binding defines no classes for them which nobody here uses.

Asking for a widget that Qt itself made has the binding define every kind of widget there is, to find out
which one it is; filling by a colour has it define gradients. Together that is a thirtieth of an opening.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a scroll area a viewport that was made here; asked for later, its kind is known."""
    port = QWidget(area)
    area.setViewport(port)
    return port


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill an area of whole pixels."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)
