"""A finding card tells one finding: closed in a line, open with its guidance, evidence and fixes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
)

from planner.advice.fixes import RankedFix
from planner.app.controls.labels import label, retone, show_text
from planner.app.controls.shapes import PaintsMarks, SeverityShape
from planner.app.panel.details import FindingDetails
from planner.app.panel.rows import Fate, FindingRow
from planner.app.panel.wishes import Answers, Wishes
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8
from planner.guidance import Finding
from planner.messages import Format, render
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, SMALL


class FindingCard(QAbstractButton):
    """One finding of the list; a click wants it open, or closed again.

    Signals:
        entered(): the user wants it open, or its place shown again.
        stepped(int): go to the next (1) or previous (-1) finding.
    """

    entered = Signal()
    stepped = Signal(int)

    def __init__(
        self, look: Look, paints: PaintsMarks, form: Format, *, answers: Answers, wishes: Wishes
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # words wrap
        self._look = look
        self._form = form
        self._answers, self._wishes = answers, wishes
        self._finding: Finding | None = None
        self._shown: tuple[object, ...] = ()
        self._details: FindingDetails | None = None
        self._shape = SeverityShape(look, paints)
        self._title = label(look, style=BODY_MEDIUM, wraps=True)
        self._where = label(look, style=SMALL, tone="second", wraps=True)
        self._points = label(look, style=BODY_STRONG, tone="second")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    @property
    def finding(self) -> Finding | None:
        """The finding that the card tells."""
        return self._finding

    @property
    def is_open(self) -> bool:
        """Whether the details show."""
        return self._details is not None

    def show_row(self, row: FindingRow) -> None:
        """Tell a finding, and what a preview makes of it; what reads the same is not set again."""
        finding = row.finding
        self._finding = finding
        words = (finding.key, finding.title, finding.where, finding.severity, row.fate, row.points)
        if words == self._shown:
            return
        self._shown = words
        resolved = row.fate is Fate.RESOLVED
        self._shape.show_severity("good" if resolved else finding.severity)
        self._title.setText(render(finding.title, self._form))
        show_text(self._where, self._line_below(row))
        retone(self._where, "good" if resolved else "accent" if row.fate is Fate.NEW else "second")
        points = self._form.gain(row.points) if resolved else self._form.loss(row.points)
        self._points.setText(points)
        self._tone_points()
        self._dress()
        self.setAccessibleName(self._sentence(row))

    def open(self, fixes: Sequence[RankedFix] | None) -> None:
        """Show guidance, evidence and fixes below the line; None says that fixes are looked for."""
        self.close_details()
        if self._finding is not None:
            details = FindingDetails(
                self._look,
                self._form,
                self._finding,
                fixes=fixes,
                answers=self._answers,
                wishes=self._wishes,
            )
            self.take(details)

    def take(self, details: FindingDetails) -> None:
        """Show these details below the line, made here or by the card that told the finding before."""
        self._details = details
        self._below.addWidget(details)
        details.show()
        self._dress()
        self._tone_points()

    def release(self) -> FindingDetails | None:
        """Give the details away, for the card that tells the finding from now on."""
        details, self._details = self._details, None
        if details is not None:
            self._below.removeWidget(details)
            self._dress()
            self._tone_points()
        return details

    def renew(self, fixes: Sequence[RankedFix]) -> None:
        """Bring the details up to the finding as it is now; the focus stays in the card."""
        if self._details is None or self._finding is None or self._details.renew(self._finding, fixes):
            return
        focused = QApplication.focusWidget()
        if focused is not None and self._details.isAncestorOf(focused):
            self.setFocus()
        self.open(fixes)

    def close_details(self) -> None:
        """Show the line only."""
        details = self.release()
        if details is not None:
            details.hide()
            details.deleteLater()

    def apply_first_fix(self) -> None:
        """Apply the best fix, when the card is open and there is one."""
        if self._details is not None:
            self._details.apply_first()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame as the style has it."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card and shows its place, Space folds it too, arrows lead to its neighbours."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Space:
                self.click()
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._where)
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self._points, 0, Qt.AlignmentFlag.AlignTop)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        self._below.setSpacing(SPACE_4)
        self._below.addLayout(line)

    @property
    def _is_resolved(self) -> bool:
        return Fate.RESOLVED in self._shown

    def _tone_points(self) -> None:
        if self._is_resolved:
            retone(self._points, "good")
        elif self._finding is not None:
            retone(self._points, self._finding.severity if self.is_open else "second")

    def _dress(self) -> None:
        state = "resolved" if self._is_resolved else "open" if self.is_open else "closed"
        if self.property("finding") != state:
            self.setProperty("finding", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def _line_below(self, row: FindingRow) -> str:
        where = render(row.finding.where, self._form)
        match row.fate:
            case Fate.RESOLVED:
                return "Resolved by this change"
            case Fate.NEW:
                return f"New · {where}" if where else "New"
            case _:
                return where

    def _sentence(self, row: FindingRow) -> str:
        finding = row.finding
        title, where = render(finding.title, self._form), render(finding.where, self._form)
        points = self._form.decimals(row.points)
        severity = str(finding.severity).capitalize()
        fate = {Fate.RESOLVED: "resolved by this change", Fate.NEW: "new with this change"}.get(row.fate, "")
        parts = (f"{severity}, {title}", f"minus {points} points", where, fate)
        return ", ".join(part for part in parts if part)
