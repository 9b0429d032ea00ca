"""The best next move: one line with its gain; a click shows what it would do, a second one does it."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from planner.advice.next_moves import NextMove, searching
from planner.app.controls.labels import label
from planner.app.controls.shapes import IconShape
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12
from planner.app.turns import REST, Turns
from planner.domain.pausing import Pausing
from planner.guidance import Review
from planner.messages import Format, counted, message, render
from planner.typography.scale import BODY_STRONG, SMALL


class MoveFinder(QObject):
    """Looks for the best move while nothing else happens, a few milliseconds at a turn.

    Signals:
        rested(): nothing changed for a moment, and the findings are at hand; said before the search begins.
        found(NextMove | None): the search ended.
    """

    rested = Signal()
    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = Turns(self)
        self._turns.ended.connect(self._tell)

    @property
    def is_looking(self) -> bool:
        """Whether the search runs, or begins in a moment."""
        return self._turns.is_running

    def look(self, review: Review) -> None:
        """Start over with a review, as soon as it stands still for a moment."""
        self._turns.start(self._searching(review), after=REST)

    def pause(self) -> None:
        """Wait, as while a change is previewed."""
        self._turns.pause()

    def resume(self) -> None:
        """Go on where the search was left."""
        self._turns.resume()

    def _searching(self, review: Review) -> Pausing[NextMove | None]:
        yield from review.explaining()
        self.rested.emit()
        yield
        moves = yield from searching(review, 1)
        return moves[0] if moves else None

    def _tell(self, move: object) -> None:
        self.found.emit(move)


class NextMoveRow(QPushButton):
    """What would raise the total most.

    Signals:
        preview_wanted(): show what it would do.
        apply_wanted(): do it.
        left(): the preview is over, without doing it.
    """

    preview_wanted = Signal()
    apply_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._move: NextMove | None = None
        self._is_previewed = False
        self._row = QHBoxLayout(self)
        self._title = label(look, style=BODY_STRONG, wraps=True)
        self._below = label(look, style=SMALL, tone="second", wraps=True)
        self._gain = label(look, style=BODY_STRONG, tone="good")
        self.setProperty("kind", "move")
        self.setObjectName("best next move")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._clicked)
        self._lay_out(look)
        self.setVisible(False)

    @property
    def move_shown(self) -> NextMove | None:
        """The move that a click previews, None while there is none."""
        return self._move

    @property
    def is_previewed(self) -> bool:
        """Whether the next click does it."""
        return self._is_previewed

    def show_move(self, move: NextMove | None) -> None:
        """Show a move; None hides the line."""
        self._keep_room(room=False)
        self._move, self._is_previewed = move, False
        if move is None and self.hasFocus():
            self.focusNextChild()
        self.setVisible(move is not None)
        if move is not None:
            self._title.setText(render(move.fix.label, self._form))
            self._gain.setText(self._form.gain(move.gain))
            self._say()

    def hide_stale(self) -> None:
        """Hide a move that may not help any more; its room stays until the next one is found."""
        self._is_previewed, self._move = False, None
        if self.hasFocus():
            self._title.setText("Looking for the next move")
            self._below.setText("")
            self._gain.setText("")
        elif not self.isHidden():
            self._keep_room(room=True)
            self.setVisible(False)

    def mark_previewed(self, *, is_previewed: bool) -> None:
        """Say that the next click does it, or that the first one shows it."""
        self._is_previewed = is_previewed
        self._say()

    def sizeHint(self) -> QSize:
        """As large as its words."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Words wrap."""
        return self._row.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Narrow lines are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which all words show."""
        return self._row.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does; Esc ends the preview."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Escape and self._is_previewed:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever turns to something else does not want it."""
        super().focusOutEvent(event)
        if self._is_previewed and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def _clicked(self) -> None:
        if self._move is None:
            return
        self.setFocus()
        (self.apply_wanted if self._is_previewed else self.preview_wanted).emit()

    def _say(self) -> None:
        if self._move is None:
            return
        findings = counted("{count} finding", "{count} findings", self._move.resolves)
        words = "Best next move"
        if self._move.resolves:
            words = render(message("Best next move, {findings}", findings=findings), self._form)
        self._below.setText("Click again to apply, Esc to leave it" if self._is_previewed else words)
        spoken = f"{words}: {self._title.text()}, {self._gain.text()}"
        self.setAccessibleName(f"{spoken}, shown in the score" if self._is_previewed else spoken)
        self.setAccessibleDescription(
            "Press Enter again to apply it" if self._is_previewed else "Press Enter to see what it would do"
        )
        self.setProperty("previewed", self._is_previewed)
        self.style().unpolish(self)
        self.style().polish(self)

    def _keep_room(self, *, room: bool) -> None:
        policy = self.sizePolicy()
        if policy.retainSizeWhenHidden() is not room:
            policy.setRetainSizeWhenHidden(room)
            self.setSizePolicy(policy)

    def _lay_out(self, look: Look) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        row = self._row
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(IconShape(look, "wand", "accent-ink"))
        row.addLayout(words, 1)
        row.addWidget(self._gain)
        row.addWidget(IconShape(look, "chevron-right", "accent-ink"))
        for text in (self._title, self._below, self._gain):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
