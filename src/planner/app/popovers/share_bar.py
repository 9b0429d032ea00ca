"""A bar of a person's shares, one piece for each seat in the colour of its role, on what the person has."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.theme import Look
from planner.domain import Function
from planner.messages import ENGLISH, Format, Share, message
from planner.typography.scale import SHARE

_RADIUS: Final = 5.0
_GAP: Final = 2.0


class ShareBar(QWidget):
    """Pieces as wide as their shares; what is free stays a well."""

    def __init__(self, look: Look, form: Format = ENGLISH) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._pieces: tuple[tuple[Function, float], ...] = ()
        self._capacity = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.resized.connect(self._fit)
        self._fit()
        look.changed.connect(self.update)

    def _fit(self) -> None:
        self.setFixedHeight(max(24, round(QFontMetricsF(self._look.font(SHARE)).height()) + 9))

    def show_shares(self, pieces: Sequence[tuple[Function, float]], capacity: float) -> None:
        """Show what a person gives to each seat, and what there is of them, in FTE."""
        self._pieces, self._capacity = tuple(pieces), capacity
        said = [str(message("{role} {share}", role=each.phrase, share=Share(part))) for each, part in pieces]
        self.setAccessibleName(f"Shares: {', '.join(said)}" if said else "No shares")
        self.setToolTip("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the well and the pieces."""
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(outline, look.colour("sunken"))
        painter.setClipPath(outline)
        painter.setFont(look.font(SHARE))
        whole = max(self._capacity, sum(part for _function, part in self._pieces), 1e-6)
        left = 0.0
        for function, part in self._pieces:
            width = box.width() * part / whole
            self._paint_piece(painter, QRectF(left, 0, max(1.0, width - _GAP), box.height()), function, part)
            left += width
        painter.end()

    def _paint_piece(self, painter: QPainter, piece: QRectF, function: Function, part: float) -> None:
        chip = self._look.theme.chip(function.value)
        painter.fillRect(piece, QColor(chip.fill))
        if chip.border != chip.fill:
            painter.setPen(QPen(QColor(chip.border), 1))
            painter.drawRect(piece.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(chip.letter))
        metrics = QFontMetricsF(painter.font())
        for words in (f"{function.code} {self._form.share(part)}", function.code):
            if metrics.horizontalAdvance(words) + 6 <= piece.width():
                painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, words)
                return
