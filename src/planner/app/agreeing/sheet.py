"""The sheet: at most eight questions over the window, with what the answers come to, recorded as one step."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.advice.agreeing import Answers, Question, agreement, questions
from planner.advice.choices import gain_of
from planner.app.agreeing.question_row import QuestionRow
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.dialog import Dialog
from planner.app.controls.labels import retone
from planner.app.controls.refusals import Refusal
from planner.app.document import Document, Preview
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from planner.domain import Edit
from planner.errors import PlannerError
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, PAGE_HEADING

_WIDTH: Final = 760
_LEAST: Final = (600, 420)
_MOST_HIGH: Final = 820
_AFTER: Final = 120
"""Milliseconds without another answer before the score is worked out again."""
_SHOWN_LEAST: Final = 0.05


class Sheet(Dialog):
    """Asks what the layout leaves open.

    Signals:
        recorded(): the answers were made a step of the document.
    """

    recorded = Signal()

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        new_id: Callable[[], str],
        preview: Callable[[Preview | None], object],
        form: Format = ENGLISH,
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Agree the basics")
        self._document, self._look, self._form = document, look, form
        self._preview = preview
        self._stale: set[str] = set()
        asked = questions(document.review, new_id=new_id)
        wide = min(look.px(_WIDTH), max(_WIDTH, window.width() - 64))
        is_narrow = wide < look.px(_WIDTH)
        self.rows = tuple(QuestionRow(look, ink, each, form, is_narrow=is_narrow) for each in asked)
        self._total = label(look, "", BODY_STRONG)
        self._refusal = Refusal(look)
        self.close_button = make_button(look, "Close", on_click=self.reject)
        self.record_button = make_button(look, "Record agreements", Kind.PRIMARY, on_click=self.record)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.work_out)
        self._lay_out()
        self._connect()
        self.setMinimumSize(*_LEAST)
        self.resize(wide, min(look.px(_MOST_HIGH), max(_LEAST[1], window.height() - 64)))
        self.work_out()

    @property
    def answers(self) -> dict[str, Answers]:
        """The answers to the questions that are ticked."""
        given = ((row.question.id, row.answers) for row in self.rows)
        return {key: answers for key, answers in given if answers is not None}

    @property
    def total_words(self) -> str:
        """What the answers come to, in words."""
        return self._total.text()

    def leave_in_sight(self, part: QWidget) -> None:
        """Stand at the left of a part of the window, where the window has so much room."""
        window, corner = part.window(), part.mapToGlobal(QPoint(0, 0))
        left = corner.x() - self.width() - SPACE_16
        top = window.mapToGlobal(QPoint(0, max(0, (window.height() - self.height()) // 2))).y()
        if left >= window.mapToGlobal(QPoint(0, 0)).x():
            self.move(left, top)

    def record(self) -> None:
        """Make the answers one step of the document, and close."""
        edit = self._edit()
        if edit is None:
            return
        try:
            self._document.changed.disconnect(self.reject)
            self._document.apply(edit)
        except PlannerError as refused:
            self._document.changed.connect(self.reject)
            self._refusal.show_reason(str(refused))
            return
        self.accept()
        self.recorded.emit()

    def work_out(self) -> None:
        """Work out what each answered question brings, and all of them."""
        self._timer.stop()
        review = self._document.review
        for row in self.rows:
            if row.question.id in self._stale:
                answers = row.answers
                edit = row.question.edit(answers if answers is not None else row.question.proposed)
                row.show_gain(self._gain(edit))
        self._stale.clear()
        edit = self._edit()
        self.record_button.setEnabled(edit is not None)
        preview = self._tried(edit)
        self._preview(preview)
        later = preview.review.score.total if preview is not None else review.score.total
        self._show_total(review.score.total, later)

    def done(self, result: int) -> None:
        """Close, and stop previewing."""
        self._timer.stop()
        self._preview(None)
        super().done(result)

    def _edit(self) -> Edit | None:
        return agreement(self._asked, self.answers)

    @property
    def _asked(self) -> tuple[Question, ...]:
        return tuple(row.question for row in self.rows)

    def _gain(self, edit: Edit | None) -> float | None:
        if edit is None:
            return None if self._document.review.score.total is None else 0.0
        try:
            return gain_of(self._document.review, edit)
        except PlannerError:
            return None

    def _tried(self, edit: Edit | None) -> Preview | None:
        self._refusal.forget()
        if edit is None:
            return None
        try:
            return self._document.preview(edit)
        except PlannerError as refused:
            self._refusal.show_reason(str(refused))
            self.record_button.setEnabled(False)
            return None

    def _show_total(self, now: float | None, later: float | None) -> None:
        if now is None or later is None:
            self._total.setText("Nothing to score yet")
            return
        write = self._form.decimals
        if abs(later - now) < _SHOWN_LEAST:
            self._total.setText(f"{write(now)}, no change with these answers")
            retone(self._total, "second")
        else:
            self._total.setText(f"{write(now)} → {write(later)} with these answers")
            retone(self._total, "good" if later > now else "problem")

    def _changed(self, row: QuestionRow) -> None:
        self._stale.add(row.question.id)
        self._timer.start()

    def _connect(self) -> None:
        for row in self.rows:
            row.changed.connect(lambda row=row: self._changed(row))
        self._document.changed.connect(self.reject)  # the questions were about another layout
        self._document.scenario_switched.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.record)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_24, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heading())
        column.addSpacing(SPACE_12)
        column.addWidget(divider())
        column.addWidget(self._page(), 1)
        column.addWidget(self._footer())

    def _heading(self) -> QVBoxLayout:
        words = (
            "A chart cannot say who decides, who works with whom or who answers for what. Change what does "
            "not hold, untick what is not agreed yet. One undo takes all of it back."
        )
        heading = QVBoxLayout()
        heading.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
        heading.setSpacing(SPACE_4)
        heading.addWidget(label(self._look, "Agree the basics", PAGE_HEADING))
        heading.addWidget(label(self._look, words, tone="second", wraps=True))
        return heading

    def _page(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("part", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_24 - 3, SPACE_4, SPACE_24, SPACE_8)
        column.setSpacing(0)
        for at, row in enumerate(self.rows):
            if at:
                column.addWidget(divider())
            column.addWidget(row)
        if not self.rows:
            words = "Nothing to agree yet. Add a core team, a squad or a venture first."
            column.addWidget(label(self._look, words, BODY_MEDIUM, tone="second", wraps=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("Questions")
        area.setWidget(page)
        return area

    def _footer(self) -> QWidget:
        footer = QWidget()
        footer.setProperty("part", "footer")
        footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(footer)
        row.setContentsMargins(SPACE_24, SPACE_12, SPACE_24, SPACE_16)
        row.setSpacing(SPACE_8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._total)
        words.addWidget(self._refusal)
        row.addLayout(words, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.record_button)
        return footer
