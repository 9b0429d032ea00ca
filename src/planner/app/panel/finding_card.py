"""A finding card tells one finding: closed in a line, open with its guidance, evidence and fixes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.advice.fixes import RankedFix
from planner.app.controls.labels import label, retone, show_text
from planner.app.panel.details import FindingDetails
from planner.app.panel.rows import Fate, FindingRow
from planner.app.panel.shapes import PaintsMarks, SeverityShape
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from planner.guidance import Finding
from planner.messages import Format, render
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, SMALL


class FindingCard(QFrame):
    """One finding of the list.

    Signals:
        clicked(): the user wants it open, or closed again.
        fix_chosen(RankedFix): apply this fix.
        place_wanted(object, str): select and show these subjects in the colour of a severity.
        stepped(int): go to the next (1) or previous (-1) finding.
    """

    clicked = Signal()
    fix_chosen = Signal(object)
    place_wanted = Signal(object, str)
    stepped = Signal(int)

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        super().__init__()
        self._look = look
        self._form = form
        self._finding: Finding | None = None
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
        """Tell a finding, and what a preview makes of it."""
        finding = row.finding
        self._finding = finding
        resolved = row.fate is Fate.RESOLVED
        self._shape.show_severity("good" if resolved else finding.severity)
        self._title.setText(render(finding.title, self._form))
        show_text(self._where, self._line_below(row))
        retone(self._where, "good" if resolved else "accent" if row.fate is Fate.NEW else "second")
        points = self._form.gain(row.points) if resolved else self._form.loss(row.points)
        self._points.setText(points)
        retone(self._points, "good" if resolved else finding.severity if self.is_open else "second")
        self._dress("resolved" if resolved else "open" if self.is_open else "closed")
        self.setAccessibleName(self._sentence(finding))

    def open(self, fixes: Sequence[RankedFix]) -> None:
        """Show guidance, evidence and fixes below the line."""
        self.close_details()
        if self._finding is None:
            return
        self._details = FindingDetails(self._look, self._form, self._finding, fixes)
        self._details.fix_chosen.connect(self.fix_chosen)
        self._details.place_wanted.connect(self.place_wanted)
        self._below.addWidget(self._details)
        self._details.show()
        self._dress("open")
        retone(self._points, self._finding.severity)

    def close_details(self) -> None:
        """Show the line only."""
        if self._details is not None:
            self._below.removeWidget(self._details)
            self._details.hide()
            self._details.deleteLater()
            self._details = None
            self._dress("closed")
            retone(self._points, "second")

    def apply_first_fix(self) -> None:
        """Apply the best fix, when the card is open and there is one."""
        if self._details is not None:
            self._details.apply_first()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens or closes the card."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or closes the card, arrows lead to its neighbours."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.clicked.emit()
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
        self._below.setContentsMargins(SPACE_8, SPACE_8, SPACE_12, SPACE_8)
        self._below.setSpacing(SPACE_4)
        self._below.addLayout(line)

    def _dress(self, state: str) -> None:
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

    def _sentence(self, finding: Finding) -> str:
        title, where = render(finding.title, self._form), render(finding.where, self._form)
        points = self._form.decimals(finding.points)
        severity = str(finding.severity).capitalize()
        return ", ".join(part for part in (f"{severity}, {title}", f"minus {points} points", where) if part)
