"""The import dialog says what was understood of a roster and asks for what it cannot say."""

from dataclasses import replace
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.choosing import ChoiceBox
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_48
from planner.domain import Aim, Assumption, Stage, Structure
from planner.exchange.roster import Import, Report
from planner.typography.scale import BODY, BODY_STRONG, LABEL, PAGE_HEADING, SMALL

_LINES_MOST: Final = 40
_LEAST: Final = (620, 480)


class Choice(Enum):
    """What becomes of an import."""

    PLAN = auto()
    PEOPLE = auto()


class Context(NamedTuple):
    """What the user answered; None where an assumption was left as it was."""

    stage: Stage | None = None
    aim: Aim | None = None
    structure: Structure | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the user said anything that no roster holds."""
        return any(answer is not None for answer in self)


class ImportDialog(QDialog):
    """Shows an import's report. Once it was accepted, ``choice`` and ``context`` hold the answers.

    ``into`` is the plan that people can be added to, which has a context of its own; without one the dialog
    asks for that. ``known`` is what was answered already.
    """

    def __init__(
        self,
        look: Look,
        imported: Import,
        *,
        into: str,
        new_people: int,
        known: Context,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self._look, self._into, self._report = look, into, _shown(imported.report, known, into)
        self.stage = ChoiceBox(look, {stage: stage.label for stage in Stage}, "Company")
        self.aim = ChoiceBox(look, {aim: aim.label for aim in Aim}, "Aim")
        self.structure = ChoiceBox(look, {structure: structure.label for structure in Structure}, "Structure")
        self._touched: set[QWidget] = set()
        self.setWindowTitle("Import people")
        self.setMinimumSize(*_LEAST)
        width, height = map(look.px, _LEAST)
        self.resize(min(width, parent.width() - SPACE_48), min(height, parent.height() - SPACE_48))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        people = len(imported.project.people)
        title = "1 person" if people == 1 else f"{people:,} people"
        column.addWidget(label(look, f"{title} in {imported.report.roster or 'the list'}", PAGE_HEADING))
        column.addWidget(self._understood(), 1)
        column.addWidget(divider())
        if not into:
            column.addLayout(self._ask_context())
            self._touched.update(
                field for field, answer in zip(self._fields, known, strict=True) if answer is not None
            )
            column.addSpacing(SPACE_8)
        column.addLayout(self._buttons(new_people))

    @property
    def context(self) -> Context:
        """What was answered."""
        touched = self._touched
        return Context(
            self.stage.value if self.stage in touched else None,
            self.aim.value if self.aim in touched else None,
            self.structure.value if self.structure in touched else None,
        )

    def choose(self, choice: Choice) -> None:
        """Answer, and close."""
        self.choice = choice
        self.accept()

    @property
    def _fields(self) -> tuple[QComboBox, ...]:
        return (self.stage, self.aim, self.structure)

    def _understood(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        lines = [str(line) for line in self._report.lines(_LINES_MOST)]
        for at, line in enumerate(lines):
            said = label(self._look, line, BODY_STRONG if at == 0 else BODY, wraps=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(said)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setProperty("part", "read")
        area.setAccessibleName("What was understood")
        area.setAccessibleDescription(" ".join(lines))
        return area

    def _ask_context(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        self.stage.show_value(self._report.stage)
        self.aim.show_value(self._report.aim)
        self.structure.show_value(self._report.structure)
        for at, field in enumerate(self._fields):
            grid.addWidget(label(self._look, field.accessibleName(), LABEL, tone="second"), 0, at)
            field.activated.connect(lambda _index, field=field: self._touched.add(field))
            grid.addWidget(field, 1, at)
        words = "A roster does not say these. What you leave stays marked as assumed until you confirm it."
        grid.addWidget(label(self._look, words, SMALL, tone="second", wraps=True), 2, 0, 1, 3)
        return grid

    def _buttons(self, new_people: int) -> QHBoxLayout:
        into = self._into
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addStretch(1)
        row.addWidget(make_button(self._look, "Cancel", on_click=self.reject))
        if into:
            people = "1 person" if new_people == 1 else f"{new_people:,} people"
            plan = make_button(self._look, "Open as a new plan")
            add = make_button(self._look, f"Add {people} to {into}", Kind.PRIMARY)
            add.setEnabled(new_people > 0)
            if not new_people:
                add.setText(f"All are in {into} already")
            order = ((plan, Choice.PLAN), (add, Choice.PEOPLE))
        else:
            only = make_button(self._look, "Only take the people")
            only.setToolTip("They wait on the bench of the plan that the start screen creates.")
            plan = make_button(self._look, "Make a plan of it", Kind.PRIMARY)
            order = ((only, Choice.PEOPLE), (plan, Choice.PLAN))
        for button, choice in order:
            button.clicked.connect(lambda _checked=False, choice=choice: self.choose(choice))
            row.addWidget(button)
        return row


def _shown(report: Report, known: Context, into: str) -> Report:
    """A report without guesses at what was answered; a plan that people are added to has its context."""
    answers = dict(zip(Assumption, known, strict=True))
    given = {each for each, answer in answers.items() if answer is not None}
    return replace(
        report,
        stage=known.stage or report.stage,
        aim=known.aim or report.aim,
        structure=known.structure or report.structure,
        assumed=frozenset() if into else report.assumed - given,
    )
