"""A form has two columns: what is asked, and its field; why a value was refused stands under the field."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from planner.app.controls import label
from planner.app.controls.refusals import Refusal
from planner.app.popovers.fields import Field
from planner.app.theme import Look
from planner.errors import PlannerError
from planner.typography.scale import BODY

CAPTIONS: Final = 100
"""Width of the captions at 100% text size."""
_FIELD: Final = 32
_GAP: Final = 6


def caption_width(look: Look) -> int:
    """How wide captions are at the text size in force."""
    return max(CAPTIONS, round(QFontMetricsF(look.font(BODY)).horizontalAdvance("Own budget and")))


class Form(QWidget):
    """Rows of captions and fields; each field keeps what is given at once, or says why not.

    ``resized`` is called when there is more or less to show.
    """

    def __init__(self, look: Look, resized: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._resized = look, resized
        self._rows: dict[QWidget, tuple[QLabel, Refusal]] = {}
        self._gaps: dict[QWidget, int] = {}
        self._described: dict[QWidget, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        look.resized.connect(self._fit_captions)
        self._fit_captions()

    def add(self, caption: str, field: QWidget, keep: Callable[[Any], object] | None = None) -> QLabel:
        """Add a field; ``keep`` gets what is given, and refuses it by a PlannerError. Gives the caption."""
        at = self._grid.rowCount()
        words = label(self._look, caption, tone="second", wraps=True)
        words.setBuddy(field)
        refusal = Refusal(self._look)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(words, at, 0, top)
        self._grid.addWidget(field, at, 1, *([] if _stretches(field) else [Qt.AlignmentFlag.AlignLeft]))
        self._grid.addWidget(refusal, at + 1, 1)
        self._gaps[field] = at + 2
        self._described[field] = field.accessibleDescription()
        self._grid.setRowMinimumHeight(at + 2, _GAP)
        self._rows[field] = (words, refusal)
        self._fit_caption(words)
        if keep is not None:
            field.committed.connect(lambda: self.give(field, keep))  # type: ignore[attr-defined]
        return words

    def _fit_captions(self) -> None:
        self._grid.setColumnMinimumWidth(0, caption_width(self._look))
        for words, _refusal in self._rows.values():
            self._fit_caption(words)

    def _fit_caption(self, words: QLabel) -> None:
        """Stand level with the words in the field, whose height grows with the text."""
        words.setFixedWidth(caption_width(self._look))
        line = QFontMetricsF(self._look.font(BODY)).height()
        words.setContentsMargins(0, max(0, round((self._look.grown(_FIELD) - line) / 2)), 0, 0)

    def add_note(self, note: QLabel) -> None:
        """Add words under the field that was added last."""
        at = self._grid.rowCount()
        self._grid.addWidget(note, at, 1)
        self._grid.setRowMinimumHeight(at + 1, _GAP)

    def give(self, field: Any, keep: Callable[[Any], object]) -> None:
        """Take what a field has; where it is refused, the old value stays and the reason stands under it."""
        words = give(field, keep)
        was = self.refusal_of(field)
        self._rows[field][1].show_reason(words)
        if words != was:
            self._resized()
        field.setAccessibleDescription(words or self._described[field])

    def refusal_of(self, field: QWidget) -> str:
        """Why the last value of a field was refused; empty when it was not."""
        return self._rows[field][1].text()

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its caption."""
        words, refusal = self._rows[field]
        for widget in (words, field):
            widget.setVisible(shown)
        self._grid.setRowMinimumHeight(self._gaps[field], _GAP if shown else 0)
        if not shown:
            refusal.hide()

    def forget_refusals(self) -> None:
        """Forget why values were refused."""
        for _words, refusal in self._rows.values():
            refusal.forget()


def give(field: Field, keep: Callable[[Any], object]) -> str:
    """Let ``keep`` have what a field has; where it is refused, show the old value and give the reason."""
    try:
        keep(field.read())
    except PlannerError as refused:
        field.reset()
        return str(refused)
    field.reset()
    return ""


def _stretches(field: QWidget) -> bool:
    return field.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Fixed and (
        field.minimumWidth() != field.maximumWidth()
    )
