"""The find bar floats over the chart at the top right: a field, how many match, next, previous, close."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.app.controls import label, make_tool_button
from planner.app.controls.buttons import sign_as_search
from planner.app.controls.labels import show_text
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, TARGET_LEAST
from planner.typography.scale import SMALL

WIDTH = 380
_MARGIN = 12
_LEAST = 220
_NAME = "Find a person, team, skill or role on the chart"


class FindBar(QWidget):
    """What is typed and asked for in the bar; what it finds is not its matter.

    Signals:
        typed(str): other words are looked for.
        stepped(int): the next (1) or the previous (-1) match is wanted.
        left(): the search is over.
    """

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.field = QLineEdit()
        self.count = label(look, style=SMALL, tone="second")
        self.none = label(look, style=SMALL, tone="second", wraps=True)
        self.previous = make_tool_button(
            look, icon="chevron-up", name="Previous match (Shift+Enter)", side=TARGET_LEAST
        )
        self.next = make_tool_button(look, icon="chevron-down", name="Next match (Enter)", side=TARGET_LEAST)
        self.close_button = make_tool_button(look, icon="close", name="Leave find (Esc)", side=TARGET_LEAST)
        self.setAccessibleName("Find on the chart")
        self._lay_out(look)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.left)
        parent.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def open(self) -> None:
        """Show the bar with the field ready to type over."""
        self.fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, place: int | None, total: int, *, text: str) -> None:
        """Say which of how many matches is shown, or what to do when there is none."""
        is_asked = bool(text.strip())
        words = "" if not is_asked else f"{place + 1} of {total}" if place is not None else f"{total} found"
        self.count.setText(words if total else "")
        none = f"No person called '{text.strip()}'. Press Enter to add one." if is_asked and not total else ""
        show_text(self.none, none)
        self.field.setAccessibleDescription(none or words)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        self.fit()

    def fit(self) -> None:
        """Stand at the top right of the chart, as high as the words need."""
        host = self.parentWidget()
        if host is None:
            return
        width = max(_LEAST, min(self._look.px(WIDTH), host.width() - 2 * _MARGIN))
        layout = self.layout()
        self.setFixedWidth(width)
        height = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        self.resize(width, height if height > 0 else self.sizeHint().height())
        self.move(max(_MARGIN, self._end(host) - width - _MARGIN), _MARGIN)

    @staticmethod
    def _end(host: QWidget) -> int:
        """How far to the right there is room: a score that is presented stays readable."""
        taken = (each for each in host.findChildren(QWidget) if each.property("corner") == "top right")
        return next((each.x() for each in taken if each.isVisible()), host.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the field; the bar stays in its corner."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if watched is self.parentWidget() and event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line-2"))
        painter.setBrush(self._look.colour("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)
        painter.end()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_mine = key in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        )
        if event.type() is QEvent.Type.ShortcutOverride and is_mine:
            event.accept()
        if event.type() is not QEvent.Type.KeyPress or not is_mine:
            return False
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            back = key is Qt.Key.Key_Up or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        return True

    def _lay_out(self, look: Look) -> None:
        sign_as_search(look, self.field)
        self.field.setPlaceholderText("Person, team, skill or role")
        self.field.setAccessibleName(_NAME)
        self.field.setStyleSheet("QLineEdit, QLineEdit:focus { padding: 0 2px }")
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addWidget(self.field, 1)
        row.addSpacing(SPACE_4)
        row.addWidget(self.count)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(row)
        self.none.setContentsMargins(SPACE_4, SPACE_4, SPACE_12, SPACE_4)
        column.addWidget(self.none)
        self.none.hide()
