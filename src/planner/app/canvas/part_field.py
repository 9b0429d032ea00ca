"""A small popover with one percentage to type: a person's share of a seat, or what a seat asks for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from planner.app.controls import Kind, label, make_button
from planner.app.moving.beside import BesidePopover
from planner.app.theme import Look
from planner.messages import Message
from planner.typography.scale import LABEL, SMALL

_PRESETS = (20, 40, 50, 60, 80, 100)


class PartField(BesidePopover):
    """Opens beside a card, ready to type; Enter keeps, Esc does not."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, width=260)
        self._keep: Callable[[float], object] = lambda _part: None
        self.title = label(look, style=LABEL)
        self.note = label(look, style=SMALL, tone="second", wraps=True)
        self.field = QSpinBox(minimum=1, maximum=100, singleStep=10, suffix="%")
        self.field.installEventFilter(self)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(make_button(look, "Set", Kind.PRIMARY, on_click=self._done))
        presets = QHBoxLayout()
        presets.setSpacing(4)
        for percent in _PRESETS:
            button = make_button(look, f"{percent}%", Kind.WELL, height=24)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setStyleSheet("padding: 0 4px")
            button.setFont(look.font(SMALL))
            button.clicked.connect(lambda _checked=False, percent=percent: self._take(percent))
            presets.addWidget(button)
        for part in (self.title, self.note):
            self.content.addWidget(part)
        self.content.addLayout(row)
        self.content.addLayout(presets)

    def open_for(
        self, title: Message, note: Message, part: float, beside: QRect, keep: Callable[[float], object]
    ) -> None:
        """Ask for a part of one; ``keep`` gets it, ``beside`` is a place on the screen."""
        self.title.setText(str(title))
        self.note.setText(str(note))
        self.field.setAccessibleName(str(title))
        self.field.setValue(max(1, round(part * 100)))
        self._keep = keep
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Esc closes."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._done()
                return True
            if key is Qt.Key.Key_Escape:
                self.close_it()
                return True
        return super().eventFilter(watched, event)

    def _take(self, percent: int) -> None:
        self.field.setValue(percent)
        self._done()

    def _done(self) -> None:
        self.field.interpretText()
        part = self.field.value() / 100
        self.close_it()
        self._keep(part)
