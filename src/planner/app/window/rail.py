"""The rail takes the bench's place in a narrow window: a chip for each function, and how many are free."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls import make_tool_button
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.growing import keep_width
from planner.app.theme.metrics import RAIL_WIDTH, SPACE_4, SPACE_8
from planner.domain import PARTNER_FUNCTIONS, ROLES, Function
from planner.drawing.marks import Chip
from planner.guidance.amounts import TOLERANCE, fixed
from planner.typography.scale import SHARE

_CHIP = 24
_TALL, _FLAT = 44, 28
"""How high a chip is with its number below it, and beside it."""
_LOWEST = 20
"""How high it is at the least, where bars leave little room: with the gap 24 px, as a target is."""


class _Count(QWidget):
    """One function: its chip, and how many people with capacity left have it as their main one."""

    clicked = Signal()

    def __init__(self, look: Look, ink: Ink, function: Function) -> None:
        super().__init__()
        self._look, self._ink, self._function = look, ink, function
        self._count = 0
        self._is_flat = False
        self.fit(look.px(_TALL), is_flat=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def fit(self, height: int, *, is_flat: bool) -> None:
        """Be so high, in px on the screen, with the number beside the chip or below it."""
        self._is_flat = is_flat
        self.setFixedHeight(height)
        self.update()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody is free."""
        return self._count > 0

    def show_count(self, count: int) -> None:
        """Show another number; functions that nobody has free are hidden."""
        self._count = count
        self.setVisible(count > 0)
        self.setToolTip(f"{self._function.label}: {count} free")
        self.setAccessibleName(f"{self._function.label}, {count} free")
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Open the bench."""
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint chip and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = self._look.factor
        if self._is_flat:
            factor = min(factor, self.height() / _FLAT)
        painter.save()
        painter.scale(factor, factor)
        left = SPACE_4 if self._is_flat else (self.width() / factor - _CHIP) / 2
        self._ink.marks(painter, [Chip(left, 2, _CHIP, self._function)])
        painter.restore()
        painter.setFont(self._look.font(SHARE))
        painter.setPen(self._look.colour("ink-2"))
        box = QRectF(0, (_CHIP + 3) * factor, self.width(), 15 * factor)
        if self._is_flat:
            beside = (left + _CHIP) * factor
            box = QRectF(beside, 0, self.width() - beside, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()


class Rail(QWidget):
    """Role chips with counts, 56 px wide.

    Signals:
        bench_asked(): the bench is to be opened over the canvas.
    """

    bench_asked = Signal()

    def __init__(self, look: Look, ink: Ink, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._look = document, look
        self.setProperty("part", "panel-left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_width(look, self, RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        self._opener = make_tool_button(look, icon="people", name="Open the bench")
        self._opener.clicked.connect(self.bench_asked)
        column.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignHCenter)
        self._counts = {function: _Count(look, ink, function) for function in (*ROLES, *PARTNER_FUNCTIONS)}
        for count in self._counts.values():
            count.clicked.connect(self.bench_asked)
            column.addWidget(count)
        column.addStretch(1)
        self._is_stale = True
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._follow)
        look.resized.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what changed while the bench stood in the rail's place."""
        super().showEvent(event)
        if self._is_stale:
            self._count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand numbers beside their chips where the window is too low for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = max(1, sum(count.is_wanted for count in self._counts.values()))
        room = (self.height() - self._opener.sizeHint().height() - 2 * SPACE_8) // shown - SPACE_4
        tall, flat = self._look.px(_TALL), max(_LOWEST, min(self._look.px(_FLAT), room))
        for count in self._counts.values():
            count.fit(tall if room >= tall else flat, is_flat=room < tall)

    def _follow(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        self._is_stale = False
        assigned = self._document.review.facts.people
        free: Counter[Function] = Counter()
        for person in self._document.project.people:
            known = assigned.get(person.id)
            left = known.capacity - known.planned if known is not None else fixed(person.capacity)
            if left > TOLERANCE:
                free[person.main_function] += 1
        for function, count in self._counts.items():
            count.show_count(free[function])
        self._fit()
