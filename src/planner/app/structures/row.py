"""A row of the comparison: a picture of the layout, how the structure fits, what it would score."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.advice.structures import StructureScore
from planner.app.canvas.ink import Ink
from planner.app.controls.labels import label, retone
from planner.app.controls.miniature import ROW, Miniature
from planner.app.controls.pills import Pill
from planner.app.structures.wording import name_of, sentence, word_of
from planner.app.theme import Look
from planner.app.theme.growing import keep_height, keep_width
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12
from planner.domain import Structure
from planner.guidance import Pack
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY_STRONG, SMALL

FIGURE_WIDTH = 62
_PICTURE_WIDTH = 122
_MARGIN = 6
_SHOWN_LEAST = 0.05


class Figure(QWidget):
    """A figure from 0 to 100 above its change; a dash while there is none."""

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._form = form
        self._number = label(look, style=BODY_STRONG)
        self._gain = label(look, style=SMALL)
        keep_width(look, self, FIGURE_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        for text in (self._number, self._gain):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(text)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """What is shown: ``84.7 +3.1``."""
        return f"{self._number.text()} {self._gain.text()}".strip()

    def show_figure(self, figure: float | None, gain: float | None, *, waiting: bool = False) -> None:
        """Show a figure and its change; ``waiting`` while it is being worked out."""
        if figure is None:
            self._number.setText("…" if waiting else "–")
            self._gain.setText("")
            return
        self._number.setText(self._form.decimals(figure))
        is_same = gain is None or abs(gain) < _SHOWN_LEAST
        self._gain.setText("±0" if is_same else self._form.gain(gain or 0.0))
        retone(self._gain, "third" if is_same else "good" if (gain or 0.0) > 0 else "problem")


class StructureRow(QAbstractButton):
    """One structure; a click or an arrow chooses it.

    Signals:
        enter_pressed(): the user wants it applied.
    """

    enter_pressed = Signal()

    def __init__(self, look: Look, ink: Ink, pack: Pack, form: Format = ENGLISH) -> None:
        super().__init__()
        self._look, self._pack, self._form = look, pack, form
        self.structure = Structure.CENTRALIZED
        self._picture = Miniature(look, ink, ROW)
        self._picture.setFixedWidth(_PICTURE_WIDTH)
        self._name = label(look, style=BODY_STRONG)
        self._recommended = Pill(look, "Recommended", "good")
        self._declared = Pill(look, "Declared", "none")
        self._word = label(look, style=SMALL, tone="second", wraps=False)
        self._refusal = label(look, style=SMALL, tone="warning", wraps=True)
        self.drawn, self.total = Figure(look, form), Figure(look, form)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_height(look, self, ROW.height + 2 * _MARGIN, lines=2)
        self._lay_out()
        look.changed.connect(self.update)

    @property
    def words(self) -> tuple[str, ...]:
        """The words beside the name, as they are seen."""
        pills = tuple(pill.text for pill in (self._recommended, self._declared) if not pill.isHidden())
        return (*pills, self._word.text() or self._refusal.text())

    def show_waiting(self, structure: Structure) -> None:
        """Show a structure whose figures are being worked out."""
        self.structure = structure
        self._name.setText(name_of(self._pack, structure))
        for widget in (self._recommended, self._declared, self._refusal):
            widget.hide()
        self._word.setText("")
        self._picture.hide_layout()
        for figure in (self.drawn, self.total):
            figure.show_figure(None, None, waiting=True)
        self.setAccessibleName(f"{name_of(self._pack, structure)}, being scored")

    def show_score(self, score: StructureScore) -> None:
        """Show what a structure would score."""
        self.structure = score.structure
        self._name.setText(name_of(self._pack, score.structure))
        self._recommended.setVisible(score.is_recommended)
        self._declared.setVisible(score.is_declared)
        self._word.setText("" if score.refusal else word_of(self._pack, score))
        self._refusal.setText(str(score.refusal or ""))
        self._refusal.setVisible(score.refusal is not None)
        shown = score.converted or score.now
        self._picture.show_layout(shown.scenario)
        self.drawn.show_figure(score.as_drawn, score.drawn_gain)
        self.total.show_figure(score.total, score.total_gain)
        self.setAccessibleName(sentence(self._pack, score, self._form))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row before or after with the arrows; Enter applies."""
        key, group = Qt.Key(event.key()), self.group()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif step is not None and group is not None:
            rows = group.buttons()
            row = rows[(rows.index(self) + step) % len(rows)]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            row.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame: violet when chosen, with a ring inside while it has the focus."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if chosen else "edge" if self.underMouse() else "line-2"
        painter.setPen(QPen(look.colour(edge), 2 if chosen else 1))
        painter.setBrush(look.colour("accent-bg" if chosen else "surface"))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS_CONTROL - 3, RADIUS_CONTROL - 3)
        painter.end()

    def _lay_out(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(SPACE_4 + 2)
        for widget in (self._recommended, self._declared, self._word):
            marks.addWidget(widget)
        marks.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addLayout(marks)
        words.addWidget(self._refusal)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, _MARGIN, SPACE_12, _MARGIN)
        row.setSpacing(SPACE_12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        figures = QHBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.drawn)
        figures.addWidget(self.total)
        row.addLayout(figures)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
