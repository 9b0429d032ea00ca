"""Fields of popovers keep what was typed when they are left or by Enter; Esc takes back what is not kept yet.

Each shows a value, says ``committed`` when the user gave another one, and reads it back. Whoever listens
keeps it or, where it makes no sense, lets the field show the old one again.
"""

from math import isfinite
from typing import Any, Final, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from planner.app.controls.ticks import TickBox
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.errors import PlannerError
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY

_STEP: Final = 10
"""Percent that Up and Down add and take away."""
_AWAY: Final = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Reasons for losing the focus for a moment only."""


class Field(Protocol):
    """What a form needs of a field."""

    committed: Any
    """Signal: the user gave another value."""

    def read(self) -> Any:
        """The value that was given; raises PlannerError where it cannot be understood."""
        ...

    def reset(self) -> None:
        """Show the last value again that was shown."""
        ...


class Line(QLineEdit):
    """A field for one line of text.

    Signals:
        committed(): another text was given.
    """

    committed = Signal()

    def __init__(self, look: Look, name: str, hint: str = "") -> None:
        super().__init__()
        self._shown = ""
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._finish)

    def show_value(self, value: Any) -> None:
        """Show a value; what is being typed stays unless the value itself has changed."""
        text = self.written(value)
        if text != self._shown or not self.hasFocus():
            self._shown = text
            self.reset()

    def reset(self) -> None:
        """Show the last value again."""
        if self.text() != self._shown or self.isUndoAvailable():
            self.setText(self._shown)  # what was typed before it was kept is forgotten: Ctrl+Z is the plan's
            self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def read(self) -> Any:
        """The text without blanks at its ends."""
        return self.text().strip()

    def written(self, value: Any) -> str:
        """A value as the field shows it."""
        return str(value)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the plan while nothing typed is to be taken back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if undoes or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed on Esc; with nothing typed it is the popover's."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.reset()
            self.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text() != self._shown:
            self.committed.emit()


class PartLine(Line):
    """A field for a part of one, typed as a percentage; Up and Down go in steps of ten."""

    def __init__(self, look: Look, name: str, form: Format = ENGLISH) -> None:
        super().__init__(look, name)
        self._form = form
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleDescription("A percentage. Up and Down change it by ten.")
        self._look = look
        look.resized.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self._look.font(BODY))
        self.setFixedWidth(round(metrics.horizontalAdvance("100.0%")) + 26)

    def written(self, value: Any) -> str:
        """``40%``."""
        return self._form.share(float(value))

    def read(self) -> float:
        """The part of one; raises PlannerError for what is no number."""
        return _number(self.text().rstrip("% \u00a0"), self._form, "Type a percentage, such as 40%.") / 100

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by ten on Up and Down."""
        step = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            percent = self.read() * 100
        except PlannerError:
            return
        self.setText(self._form.share(max(0.0, min(100.0, percent + step)) / 100))
        self.selectAll()


class MoneyLine(Line):
    """A field for an amount of money, or none."""

    def __init__(self, look: Look, name: str, hint: str = "", form: Format = ENGLISH) -> None:
        super().__init__(look, name, hint)
        self._form = form

    def written(self, value: Any) -> str:
        """``120,000``, or nothing."""
        if value is None:
            return ""
        return self._form.decimals(value, 0 if value == int(value) else 2)

    def read(self) -> float | None:
        """The amount, None when the field is empty; raises PlannerError for what is no number."""
        text = self.text().strip()
        return _number(text, self._form, "Type an amount, such as 120,000.") if text else None


class Paragraph(QPlainTextEdit):
    """A field for a text of some lines, as high as its first few; Tab leaves it.

    Signals:
        committed(): another text was given.
    """

    committed = Signal()

    def __init__(self, look: Look, name: str, hint: str = "", *, lines: int = 2, breaks: bool = True) -> None:
        super().__init__()
        self._shown, self._breaks = "", breaks
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._look, self._lines = look, lines
        look.resized.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = QFontMetricsF(self._look.font(BODY)).lineSpacing()
        self.setFixedHeight(round(line * self._lines) + 22)

    def show_value(self, value: Any) -> None:
        """Show a text; what is being typed stays unless the text itself has changed."""
        if value != self._shown or not self.hasFocus():
            self._shown = str(value)
            self.reset()

    def reset(self) -> None:
        """Show the last text again."""
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)

    def read(self) -> str:
        """The text without blanks at its ends."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the text on Enter where it has no line breaks, else on Ctrl+Enter; take it back on Esc."""
        key = Qt.Key(event.key())
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (with_control or not self._breaks):
            self._finish()
        elif key is Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.reset()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY:
            self._finish()

    def _finish(self) -> None:
        if self.toPlainText() != self._shown:
            self.committed.emit()


class Tick(TickBox):
    """A field for yes or no.

    Signals:
        committed(): it was ticked, or not any more.
    """

    committed = Signal()

    def __init__(self, look: Look, words: str, name: str = "") -> None:
        super().__init__(look, words, name=name)
        self._shown = False
        self._look = look
        look.resized.connect(self._fit)
        self._fit()
        self.clicked.connect(lambda _on: self.committed.emit())

    def _fit(self) -> None:
        """Stand level with the caption."""
        self.setMinimumHeight(self._look.grown(CONTROL_HEIGHT))

    def show_value(self, value: bool) -> None:  # noqa: FBT001  (the value that is shown)
        """Show yes or no without telling anybody."""
        self._shown = value
        self.reset()

    def reset(self) -> None:
        """Show the last answer again."""
        self.setChecked(self._shown)

    def read(self) -> bool:
        """The answer."""
        return self.isChecked()


def ready_to_type(field: QWidget) -> None:
    """Give a field the focus with its text selected, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.selectAll()


def _number(text: str, form: Format, refusal: str) -> float:
    plain = text.replace(form.group, "").replace(form.decimal, ".").replace(" ", "").replace("\u00a0", "")
    try:
        number = float(plain.replace("−", "-"))
    except ValueError:
        raise PlannerError(refusal) from None
    if not isfinite(number):
        raise PlannerError(refusal)
    return number
