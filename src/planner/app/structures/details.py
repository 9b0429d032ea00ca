"""The chosen structure at length: its idea, what it buys, and how the converted layout meets it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.advice.structures import Check, StructureScore, checklist
from planner.app.canvas.ink import Ink
from planner.app.controls.labels import label, name_for_readers
from planner.app.controls.restated import Quote
from planner.app.controls.shapes import SeverityShape
from planner.app.structures.wording import check_sentence, standing_of
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8
from planner.guidance import Pack
from planner.messages import ENGLISH, Format, render
from planner.typography.scale import BODY, LABEL, SMALL


class StructureDetails(QWidget):
    """What the guidance says of one structure, and how the layout would stand to it."""

    def __init__(self, look: Look, ink: Ink, pack: Pack, form: Format = ENGLISH) -> None:
        super().__init__()
        self._look, self._ink, self._pack, self._form = look, ink, pack, form
        self.setProperty("part", "scrolled")
        self.reason = label(look, style=BODY, wraps=True)
        """Why the recommended structure is, where there is no room for it above the rows."""
        self._quote = Quote(look)
        self._benefits = label(look, style=BODY, wraps=True)
        self._checks: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_4)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._quote)
        column.addWidget(label(look, "Benefits", LABEL, tone="second"))
        column.addWidget(self._benefits)
        self._heading = label(look, "Challenges in the converted layout", LABEL, tone="second")
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addWidget(self.reason)
        column.addStretch(1)

    @property
    def checks(self) -> tuple[str, ...]:
        """The challenges as they are heard."""
        return tuple(line.accessibleName() for line in self._checks)

    def begin_with(self, rows: QWidget) -> None:
        """Stand below rows that are to scroll along."""
        self._column.insertWidget(0, rows)

    def height_at(self, width: int) -> int:
        """How high all of it stands at a width."""
        return self._column.totalHeightForWidth(width)

    def show_structure(self, score: StructureScore) -> None:
        """Show another structure; where the conversion is refused the layout as it is gets checked."""
        said = self._pack.structures[score.structure]
        self._quote.text.setText(render(said.idea, self._form))
        self._quote.section.setText(f"Guidance: Structures, {score.structure.label.lower()}")
        self._benefits.setText("\n".join(f"•  {render(each, self._form)}" for each in said.benefits))
        self._heading.setText(f"Challenges in {'the converted' if score.changes else 'this'} layout")
        for line in self._checks:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        checks = checklist(score.converted or score.now, score.structure)
        self._checks = [self._line(check) for check in checks]
        for line in self._checks:
            self._list.addWidget(line)

    def _line(self, check: Check) -> QWidget:
        line = QWidget()
        shape = SeverityShape(self._look, self._ink, 16)
        shape.show_severity(check.severity or ("good" if check.standing == "met" else "note"))
        words = label(self._look, render(check.text, self._form), BODY, wraps=True)
        tone = "good" if check.standing == "met" else "second"
        points = label(self._look, standing_of(check, self._form), SMALL, tone=tone)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        name_for_readers(line, check_sentence(check, self._form))
        return line
