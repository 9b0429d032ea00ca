"""What popovers that edit one thing share: a head, fields that scroll, and a life as long as the thing's.

They stay open while the plan changes, by their own fields, by undo or otherwise, and close when the thing is
gone or another scenario is shown.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app.canvas.commands import Commands
from planner.app.controls import label, make_tool_button
from planner.app.document import Document
from planner.app.moving.beside import BesidePopover
from planner.app.popovers.placing import MARGIN, covers, place_beside
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12, TARGET_LEAST
from planner.domain import Edit
from planner.typography.scale import BODY, LABEL, PANEL_TITLE, SMALL

WIDTH: Final = 368
_EM: Final = 44
"""Digits that a popover is wide, where the text is so large that this is more than its width."""

Areas = Callable[[], Sequence[QRect]]
"""Where what a popover is about is seen on the screen, the whole of it first, then what matters most."""


class EditPopover(BesidePopover):
    """A popover with a title, a line below it, and a column ``body`` that scrolls."""

    def __init__(self, look: Look, window: QWidget, document: Document, commands: Commands) -> None:
        digits = round(QFontMetricsF(look.font(BODY)).horizontalAdvance("0") * _EM)
        super().__init__(look, window, width=max(WIDTH, round(digits / look.factor)))
        self.document, self.commands = document, commands
        self._areas: Areas = tuple
        self.home: QWidget | None = None
        """Where the focus goes when nothing had it before."""
        self.title = label(look, style=PANEL_TITLE, wraps=True)
        self.subtitle = label(look, style=SMALL, tone="second", wraps=True)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._inside = QWidget()
        self._scroll = QScrollArea()
        self._frame_in(look)
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self.close_it)

    @property
    @abstractmethod
    def is_there(self) -> bool:
        """Whether what the popover is about still exists."""

    @abstractmethod
    def fill(self) -> None:
        """Show what the plan says now."""

    def open_at(self, areas: Areas, focus: QWidget) -> None:
        """Open beside what is seen at ``areas``, with the focus in a field."""
        self._areas = areas
        self.forget_refusals()
        self.fill()
        self._size_and_place(always=True)
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        # How far it scrolls is known when the events of showing it are through.
        QTimer.singleShot(0, focus, lambda: self._bring_into_sight(focus))

    def keep_typed(self) -> None:
        """Keep what is being typed in a field, as leaving it does."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_refusals(self) -> None:
        """Forget why values were refused."""

    def apply(self, edit: Edit) -> None:
        """Do an edit as one step and say so; raises PlannerError when it makes no sense."""
        difference = self.document.apply(edit)
        if difference:
            self.commands.said.emit(difference.label)

    def close_it(self) -> None:
        """Keep what is being typed and close; the focus goes back to where it was."""
        if not self.isHidden():
            self.keep_typed()
        super().close_it()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt's own name)
        """Keep Tab inside, in the order in which the fields stand."""
        stops = list(_stops(self.layout()))
        focus = QApplication.focusWidget()
        if not stops:
            return False
        at = next - 1 if focus is None or focus not in stops else stops.index(focus) + (1 if next else -1)
        target = stops[at % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self._bring_into_sight(target)
        return True

    def fit(self) -> None:
        """Take the height that the fields need, as far as the window has it."""
        if not self.isHidden() and self.is_there:
            self._size_and_place(always=False)

    def _follow(self) -> None:
        if self.isHidden():
            return
        if not self.is_there:
            super().close_it()
            return
        self.fill()
        self.fit()

    def _size_and_place(self, *, always: bool) -> None:
        host = self.parentWidget()
        layout = self._inside.layout()
        if host is None or layout is None:
            raise LookupError("a popover stands in a window")
        margins = self.content.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        self._measure_anew()
        inner = width - self._bar_room()
        needed = (
            layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        self._scroll.setFixedHeight(needed)
        self.content.activate()
        all_of_it = self.content.totalHeightForWidth(self.width())
        most = self.foot_of_room - 2 * MARGIN
        if all_of_it > most:
            self._scroll.setFixedHeight(max(80, needed - (all_of_it - most)))
            all_of_it = most
        self.resize(self.width(), all_of_it)
        self._place(host, always=always)

    def _place(self, host: QWidget, *, always: bool) -> None:
        areas = [QRect(host.mapFromGlobal(area.topLeft()), area.size()) for area in self._areas()]
        seen = [area.intersected(host.rect()) for area in areas]
        areas = [area for area in seen if not area.isEmpty()]
        size, frame = self.size(), self.frameGeometry()
        room = QSize(host.width(), self.foot_of_room)
        sticks_out = not QRect(QPoint(0, 0), room).contains(frame)
        if always or sticks_out or (areas and covers(frame.topLeft(), size, areas[-1])):
            corner = place_beside(areas, size, room)
            if always:
                self._open_at(corner)
            else:
                self.move(corner)

    def _bring_into_sight(self, field: QWidget) -> None:
        """Scroll so that the whole of a field is seen; Qt would be content with its cursor."""
        if self._inside.isAncestorOf(field):
            middle = field.mapTo(self._inside, field.rect().center())
            self._scroll.ensureVisible(middle.x(), middle.y(), 0, field.height() // 2 + SPACE_12)

    def _open_at(self, corner: QPoint) -> None:
        super()._open_at(corner)
        if self._return_to is None or self.isAncestorOf(self._return_to):
            self._return_to = self.home

    def _measure_anew(self) -> None:
        """Let the layouts forget their sizes now; Qt would do so when the next events are taken."""
        for widget in (*reversed(self._inside.findChildren(QWidget)), self._inside):
            layout = widget.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
                widget.updateGeometry()

    def _bar_room(self) -> int:
        return self._scroll.verticalScrollBar().sizeHint().width()

    def _frame_in(self, look: Look) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.close_button = make_tool_button(look, icon="close", name="Close", side=TARGET_LEAST)
        self.close_button.clicked.connect(self.close_it)
        self.head.setSpacing(SPACE_8)
        self.head.addLayout(words, 1)
        self.head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.setProperty("part", "scrolled")
        self.body.setContentsMargins(0, 2, 0, 2)
        self.body.setSpacing(SPACE_8)
        self._inside.setLayout(self.body)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        margins = self.content.contentsMargins()
        self.content.setContentsMargins(
            margins.left(), margins.top() - 4, margins.right() - 6, margins.bottom() - 4
        )
        self.content.setSpacing(SPACE_12)
        self.content.addLayout(self.head)
        self.content.addWidget(self._scroll)
        self.foot.setSpacing(SPACE_8)
        self.content.addLayout(self.foot)


def heading(look: Look, text: str) -> QWidget:
    """The words above a part of a popover."""
    made = label(look, text, LABEL)
    made.setContentsMargins(0, 4, 0, 0)
    return made


def area_of(widget: QWidget) -> QRect:
    """Where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), QSize(widget.size()))


def _stops(layout: QLayout | None) -> Iterator[QWidget]:
    """What takes the focus by Tab, in the order of a layout."""
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            yield from _stops(item.layout())
        elif not widget.isHidden():
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
                yield widget
            inside = widget.widget() if isinstance(widget, QScrollArea) else widget
            yield from _stops(inside.layout() if inside is not None else None)
