"""The New plan form: three answers about the company and its size, and people when there is a list."""

from collections.abc import Callable
from enum import Enum
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.app.controls import label, make_button
from planner.app.controls.fields import NumberField, make_tall
from planner.app.controls.labels import picture
from planner.app.start.choices import Choice, ChoiceCard, Choices
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_8, SPACE_16
from planner.domain import Aim, Chooser, Stage
from planner.typography.scale import BODY_STRONG, LABEL, LEAD, SMALL, STEP

PLAN_NAME: Final = "ML organisation"
MOST_PEOPLE: Final = 10_000
MOST_FEATURES: Final = 200

_STAGES: Final = {
    Stage.SMALL_STARTUP: Choice(
        "rocket",
        "Small start-up",
        "Up to 20 people, first product. One person, several roles.",
    ),
    Stage.LARGE_STARTUP: Choice(
        "large-startup", "Large start-up", "20 to 200 people, several product features, growing teams."
    ),
    Stage.ENTERPRISE: Choice(
        "enterprise", "Enterprise", "More than 200 people, many products, shared platform and rules."
    ),
}
_AIMS: Final = {
    Aim.PRODUCT: Choice("cube", "Product", "AI is built into products."),
    Aim.RESEARCH: Choice("flask", "Research", "New approaches come first."),
}


class _NextProject(Enum):
    """Who chooses an enterprise's next ML project."""

    COMPANY = "company"
    FUNCTIONS = "functions"
    UNDECIDED = "undecided"

    @property
    def chooser(self) -> Chooser | None:
        return None if self is _NextProject.UNDECIDED else Chooser(self.value)


_CHOOSERS: Final = {
    _NextProject.COMPANY: Choice("", "The company", ""),
    _NextProject.FUNCTIONS: Choice("", "Each function", ""),
    _NextProject.UNDECIDED: Choice("", "Not sure", ""),
}


class FormAnswers(Struct, frozen=True):
    """What the form says; ``chooser`` is None for other stages and while it is not decided."""

    name: str
    stage: Stage
    aim: Aim
    chooser: Chooser | None
    people: int
    features: int


class PeopleDrop(QWidget):
    """The place for a list of people: a file dropped, a list pasted, or Import….

    Signals:
        file_dropped(str): a file's path.
        text_pasted(str): lines of text.
    """

    file_dropped = Signal(str)
    text_pasted = Signal(str)

    def __init__(self, look: Look, on_import: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._is_over = False
        keep_height(look, self, 76, lines=2)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("People: drop a CSV file, or paste a list of names")
        self._title = label(look, "Drop a CSV file, or paste a list of names", BODY_STRONG)
        self._words = label(look, "One person per line: name, role, free share.", SMALL, tone="second")
        for said in (self._title, self._words):
            said.setWordWrap(look.factor > 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16 + 2, 0, SPACE_16, 0)
        row.setSpacing(SPACE_16 - 2)
        row.addWidget(picture(look, "upload", size=20))
        row.addLayout(words, 1)
        row.addWidget(make_button(look, "Import…", on_click=on_import))
        look.changed.connect(self.update)

    def show_people(self, title: str, words: str) -> None:
        """Say who was taken in."""
        self._title.setText(title)
        self._words.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self._is_over or self.hasFocus()
        pen = QPen(self._look.colour("accent" if active else "line-2"), 1.5 if active else 1)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self._is_over:
            painter.setBrush(self._look.colour("accent-bg"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
        )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take pasted text."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if text.strip():
                self.text_pasted.emit(text)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, or text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            self._is_over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        """Forget what was over it."""
        self._is_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what is dropped."""
        self.dragLeaveEvent(event)
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.file_dropped.emit(urls[0].toLocalFile())
        elif event.mimeData().text().strip():
            self.text_pasted.emit(event.mimeData().text())
        event.acceptProposedAction()


class NewPlanForm(QWidget):
    """The left half of the start screen.

    Signals:
        changed(): an answer is another.
    """

    changed = Signal()

    def __init__(self, look: Look, *, on_import: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._stages = Choices(look, _STAGES, Stage.ENTERPRISE, self._answered)
        self._aims = Choices(look, _AIMS, Aim.PRODUCT, self._answered)
        self._choosers = Choices(look, _CHOOSERS, _NextProject.UNDECIDED, self._answered, height=36)
        self._people = NumberField(look, least=0, most=MOST_PEOPLE, value=28, name="ML people today")
        self._features = NumberField(look, least=1, most=MOST_FEATURES, value=4, name="Product features")
        self.plan_name = QLineEdit(PLAN_NAME)
        for field in (self._people, self._features, self.plan_name):
            make_tall(field)
        self.plan_name.setMaxLength(120)
        self.plan_name.setCursorPosition(0)
        self.plan_name.setAccessibleName("Plan name")
        self.drop = PeopleDrop(look, on_import)
        self._chooser_box = self._ask_chooser()
        self._lay_out()
        for field in (self._people, self._features):
            field.valueChanged.connect(self.changed)
        self.plan_name.textChanged.connect(self.changed)

    @property
    def answers(self) -> FormAnswers:
        """What the form says now."""
        stage = self._stages.value
        return FormAnswers(
            name=self.plan_name.text().strip() or PLAN_NAME,
            stage=stage,
            aim=self._aims.value,
            chooser=self._choosers.value.chooser if stage is Stage.ENTERPRISE else None,
            people=self._people.value(),
            features=self._features.value(),
        )

    @property
    def answered(self) -> tuple[Stage | None, Aim | None]:
        """Stage and aim where somebody chose them, None where they are as the form proposes."""
        return (
            self._stages.value if self._stages.is_answered else None,
            self._aims.value if self._aims.is_answered else None,
        )

    def choose(self, *, stage: Stage | None = None, aim: Aim | None = None) -> None:
        """Answer for the user, as an import does that knows how many people there are."""
        if stage is not None:
            self._stages.choose(stage)
        if aim is not None:
            self._aims.choose(aim)

    def count(self, *, people: int | None = None, features: int | None = None) -> None:
        """Set the numbers."""
        if people is not None:
            self._people.setValue(people)
        if features is not None:
            self._features.setValue(features)

    def _answered(self) -> None:
        self._chooser_box.setVisible(self._stages.value is Stage.ENTERPRISE)
        self.changed.emit()

    def _ask_chooser(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        words = "Who chooses your next ML project?"
        column.addWidget(label(self._look, words, LABEL, tone="second"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for card in self._choosers.cards:
            card.setAccessibleDescription(words)
            row.addWidget(card)
        column.addLayout(row)
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8 + 1)
        self._step(column, "1. Company", first=True)
        for card in self._stages.cards:
            column.addWidget(card)
        column.addWidget(self._chooser_box)
        self._step(column, "2. Aim")
        column.addLayout(_row(self._aims.cards))
        self._step(column, "3. Size")
        column.addLayout(_row([self._captioned(*field) for field in self._sizes()]))
        self._step(column, "4. People", "optional")
        column.addWidget(self.drop)
        column.addStretch(1)

    def _sizes(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("ML people today", self._people),
            ("Product features", self._features),
            ("Plan name", self.plan_name),
        )

    def _step(self, column: QVBoxLayout, words: str, aside: str = "", *, first: bool = False) -> None:
        if not first:
            column.addSpacing(SPACE_8 + 2)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(label(self._look, words, STEP))
        if aside:
            row.addWidget(label(self._look, aside, LEAD, tone="second"))
        row.addStretch(1)
        column.addLayout(row)

    def _captioned(self, words: str, field: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(self._look, words, LABEL, tone="second"))
        column.addWidget(field)
        column.addStretch(1)
        return box


def _row(widgets: list[QWidget] | list[ChoiceCard]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_8 + 2)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
