"""What floats beside the panel: a title, a close button, and a column that scrolls where it is long."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.app.controls import make_tool_button
from planner.app.controls.labels import label
from planner.app.moving.beside import BesidePopover
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_48, TARGET_LEAST
from planner.typography.scale import PANEL_TITLE

_RING = 2
"""The room for the ring of the keyboard around what scrolls."""


class Floating(BesidePopover):
    """A popover that is never higher than its window; ``body`` takes what it shows."""

    def __init__(self, look: Look, window: QWidget, *, width: int, title: str) -> None:
        super().__init__(look, window, width=width)
        self.setAccessibleName(title)
        self._title = label(look, title, PANEL_TITLE, wraps=True)
        close = make_tool_button(look, icon="close", name="Close", side=TARGET_LEAST)
        close.clicked.connect(self.close_it)
        heading = QHBoxLayout()
        heading.setContentsMargins(_RING + SPACE_8, 0, 0, 0)
        heading.setSpacing(SPACE_8)
        heading.addWidget(self._title, 1)
        heading.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(heading)
        self._inside = QWidget()
        self._inside.setProperty("part", "scrolled")
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(SPACE_8, SPACE_4, SPACE_12, SPACE_4)
        self.body.setSpacing(SPACE_8)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("part", "read")
        self._area.setAccessibleName(title)
        self._area.setWidget(self._inside)
        self.content.addWidget(self._area)

    @property
    def text_width(self) -> int:
        """The width that is left for what the body takes."""
        return self.inner_width - 2 * _RING - SPACE_8 - SPACE_12

    def open_beside_widget(self, anchor: QWidget, beyond: QWidget) -> None:
        """Open at the height of a widget, beside a wider one that holds it."""
        self._fit()
        edge = beyond.mapToGlobal(beyond.rect().topLeft())
        top = anchor.mapToGlobal(anchor.rect().topLeft()).y()
        self.open_beside(QRect(edge.x(), top, beyond.width(), anchor.height()))
        self._area.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Close; the focus goes back to where it was, if that is still there."""
        if self._return_to is not None and not isValid(self._return_to):
            self._return_to = None
        super().close_it()

    def _fit(self) -> None:
        """As high as the content, or as the window allows."""
        host = self.parentWidget()
        wanted = self._inside.heightForWidth(self.inner_width - 2 * _RING)
        if wanted < 0:
            wanted = self._inside.sizeHint().height()
        wanted += 2 * _RING
        rest = 2 * SPACE_48 + self._title.sizeHint().height()
        room = host.height() - rest if host is not None else wanted
        self._area.setFixedHeight(max(TARGET_LEAST, min(wanted, room)))

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text grows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self._fit()
