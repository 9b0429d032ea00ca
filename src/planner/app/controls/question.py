"""A question that only the user can decide: what it is about, what follows, and verbs to answer with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from planner.app.controls.buttons import Kind, make_button
from planner.app.controls.dialog import Dialog
from planner.app.controls.labels import label
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_16, SPACE_24, TARGET_LEAST
from planner.typography.scale import BODY, PANEL_TITLE

_WIDTH = 440


class Question(Dialog):
    """Asks once; ``ask`` waits for the answer's place, None when it was closed without one; ``put`` does not.

    The first answer is the filled one, and what Enter gives; Esc gives none. ``detail`` opens below.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        follows: str,
        answers: Sequence[str],
        title: str,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._answer: int | None = None
        self._first: QWidget | None = None
        self._more = QPlainTextEdit(detail)
        self._more.setReadOnly(True)
        self._more.setAccessibleName("Details")
        self._more.hide()
        self.setWindowTitle(title)
        self.setAccessibleName(words)
        self.setAccessibleDescription(follows)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(label(look, words, PANEL_TITLE, wraps=True))
        column.addWidget(label(look, follows, BODY, tone="second", wraps=True))
        column.addWidget(self._more)
        column.addSpacing(SPACE_8)
        column.addLayout(self._buttons(answers, has_detail=bool(detail)))

    def ask(self) -> int | None:
        """Show the question until it is answered."""
        self._start_at_the_first()
        self.exec()
        self.deleteLater()
        return self._answer

    def put(self, answered: Callable[[int | None], object]) -> None:
        """Show the question and go on; the answer's place is told once it is given, or None."""

        def tell() -> None:
            self.deleteLater()
            answered(self._answer)

        self._start_at_the_first()
        self.finished.connect(tell)
        self.open()

    def _start_at_the_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, answer: int) -> None:
        self._answer = answer
        self.accept()

    def _buttons(self, answers: Sequence[str], *, has_detail: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        if has_detail:
            toggle = make_button(self._look, "Details", Kind.LINK)
            toggle.setMinimumHeight(TARGET_LEAST)
            toggle.clicked.connect(lambda: self._more.setVisible(self._more.isHidden()))
            row.addWidget(toggle)
        row.addStretch(1)
        for place, words in reversed(list(enumerate(answers))):
            button = make_button(self._look, words, Kind.PRIMARY if place == 0 else Kind.PLAIN)
            button.clicked.connect(lambda _checked=False, place=place: self._give(place))
            row.addWidget(button)
            if place == 0:
                button.setDefault(True)
                self._first = button
        return row
