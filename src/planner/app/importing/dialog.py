"""The import dialog says what was understood of a roster and asks for what it cannot say."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Final, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.dialog import Dialog
from planner.app.importing.columns import ColumnsPage
from planner.app.importing.understanding import Understood
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_48
from planner.domain import Aim, Assumption, Person, Rows, Stage, Structure
from planner.exchange.roster import Import, Report, Whom, Wishes
from planner.typography.scale import BODY, BODY_STRONG, LABEL, PAGE_HEADING, SMALL

_LINES_MOST: Final = 40
_LEAST: Final = (620, 480)
_USUAL: Final = (620, 560)


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


class ImportDialog(Dialog):
    """Shows an import's report. Once it was accepted, ``choice`` and ``context`` hold the answers.

    ``into`` is the plan that people can be added to, which has a context of its own; without one the dialog
    asks for that. ``known`` is what was answered already; ``count_new`` says how many people are new to the
    plan. Another reading of the columns is asked for by a signal; ``show_understood`` shows its outcome.

    Signals:
        reading_changed(): what columns hold, or whom to take; ``asked`` says what is wanted now.
    """

    reading_changed = Signal()

    def __init__(
        self,
        look: Look,
        understood: Understood,
        *,
        into: str,
        count_new: Callable[[Rows[Person]], int],
        known: Context,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.imported: Import | None = None
        self._wishes: Wishes = {}
        self.whom = ChoiceBox(look, {whom: whom.label for whom in Whom}, "People to take")
        self.whom.activated.connect(self._ask_again)
        self._look, self._into, self._known, self._count_new = look, into, known, count_new
        self.stage = ChoiceBox(look, {stage: stage.label for stage in Stage}, "Company")
        self.aim = ChoiceBox(look, {aim: aim.label for aim in Aim}, "Aim")
        self.structure = ChoiceBox(look, {structure: structure.label for structure in Structure}, "Structure")
        self._touched: set[QWidget] = set()
        self.setWindowTitle("Import people")
        self.setMinimumSize(*_LEAST)
        width, height = map(look.px, _USUAL)
        self.resize(min(width, parent.width() - SPACE_48), min(height, parent.height() - SPACE_48))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        self._heading = label(look, "", PAGE_HEADING)
        self._in_short = label(look, "", BODY, wraps=True)
        self._report = _report_area()
        self._columns = ColumnsPage(look, understood.columns)
        self._columns.changed.connect(self._read_again)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._report)
        self._pages.addWidget(self._columns)
        for widget, stretch in ((self._heading, 0), (self._in_short, 0), (self._pages, 1)):
            column.addWidget(widget, stretch)
        column.addLayout(self._ask_whom())
        column.addWidget(divider())
        if not into:
            column.addLayout(self._ask_context())
            for field, answer in zip(self._fields, known, strict=True):
                if answer is not None:
                    field.show_value(answer)
                    self._touched.add(field)
            column.addSpacing(SPACE_8)
        self._turning = make_button(look, "", on_click=self.turn_page)
        self._deciding: list[QPushButton] = []
        column.addLayout(self._buttons())
        self.show_understood(understood)
        self._show_page(self._report if understood.imported is not None else self._columns)

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
    def asked(self) -> tuple[Wishes, Whom]:
        """What columns hold, by their place, as far as the user said it, and whom to take."""
        return self._wishes, self.whom.value

    @property
    def columns(self) -> ColumnsPage:
        """Where the columns are told what they hold."""
        return self._columns

    def turn_page(self) -> None:
        """Show the columns in place of the report, or the report again."""
        self._show_page(self._columns if self._pages.currentWidget() is self._report else self._report)

    def show_understood(self, understood: Understood) -> None:
        """Show what the columns tell, as they are read now."""
        imported = self.imported = understood.imported
        name = understood.roster.name or "the list"
        self._heading.setText(f"{_people(len(imported.project.people))} in {name}" if imported else name)
        for field in self._fields:
            field.setEnabled(imported is not None)
        for button in self._deciding:
            button.setEnabled(imported is not None)
        if imported is None:
            self._in_short.setText(understood.refusal)
            self._report.setWidget(self._told([understood.refusal]))
            return
        report = _shown(imported.report, self._known, self._into)
        self._in_short.setText(str(report.lines()[0]))
        self._report.setWidget(self._told([str(line) for line in report.lines(_LINES_MOST)]))
        for field, value in zip(self._fields, (report.stage, report.aim, report.structure), strict=True):
            if field not in self._touched:
                field.show_value(value)
        self._say_new(self._count_new(imported.project.people))

    def _read_again(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._ask_again()

    def _ask_again(self) -> None:
        """Ask for another reading; until it is there nothing can be decided."""
        for button in self._deciding:
            button.setEnabled(False)
        self.reading_changed.emit()

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        is_report = page is self._report
        self._in_short.setVisible(not is_report)
        self._turning.setText("Columns…" if is_report else "What was understood")

    @property
    def _fields(self) -> tuple[ChoiceBox[Any], ...]:
        return (self.stage, self.aim, self.structure)

    def _told(self, lines: list[str]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        for at, line in enumerate(lines):
            said = label(self._look, line, BODY_STRONG if at == 0 else BODY, wraps=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(said)
        column.addStretch(1)
        self._report.setAccessibleDescription(" ".join(lines))
        return page

    def _ask_whom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(label(self._look, self.whom.accessibleName(), LABEL, tone="second"))
        row.addWidget(self.whom)
        row.addStretch(1)
        return row

    def _ask_context(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        for at, field in enumerate(self._fields):
            grid.addWidget(label(self._look, field.accessibleName(), LABEL, tone="second"), 0, at)
            field.activated.connect(lambda _index, field=field: self._touched.add(field))
            grid.addWidget(field, 1, at)
        words = "A roster does not say these. What you leave stays marked as assumed until you confirm it."
        grid.addWidget(label(self._look, words, SMALL, tone="second", wraps=True), 2, 0, 1, 3)
        return grid

    def _say_new(self, new_people: int) -> None:
        """Say on its button how many people a plan gets."""
        if self._into:
            add = self._deciding[-1]
            said = f"Add {_people(new_people)} to" if new_people else "All are in"
            add.setText(f"{said} {self._into}" + ("" if new_people else " already"))
            add.setEnabled(new_people > 0)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self._turning)
        row.addStretch(1)
        row.addWidget(make_button(self._look, "Cancel", on_click=self.reject))
        if self._into:
            plan = make_button(self._look, "Open as a new plan")
            add = make_button(self._look, f"Add people to {self._into}", Kind.PRIMARY)
            order = ((plan, Choice.PLAN), (add, Choice.PEOPLE))
        else:
            only = make_button(self._look, "Only take the people")
            only.setToolTip("They wait on the bench of the plan that the start screen creates.")
            plan = make_button(self._look, "Make a plan of it", Kind.PRIMARY)
            order = ((only, Choice.PEOPLE), (plan, Choice.PLAN))
        for button, choice in order:
            button.clicked.connect(lambda _checked=False, choice=choice: self.choose(choice))
            row.addWidget(button)
            self._deciding.append(button)
        return row


def _report_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("part", "read")
    area.setAccessibleName("What was understood")
    return area


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


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
