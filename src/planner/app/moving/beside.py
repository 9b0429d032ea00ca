"""Popovers that open beside a card, never over what they are about."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.controls.popover import Popover

_MARGIN = 4
_CARD = 190
"""What a card takes at its least with the frame around it."""


class BesidePopover(Popover):
    """A popover that opens at the right of a place, at its left where there is no room."""

    _limit: QWidget | None = None

    def stay_left_of_end_of(self, part: QWidget) -> None:
        """Cover nothing right of a part of the window where the other side has room, as what it previews."""
        self._limit = part

    def open_beside(self, place: QRect) -> None:
        """Open beside a place on the screen, as near to its height as the window allows."""
        self.adjustSize()
        host = self.parentWidget()
        if host is None:
            raise LookupError("a popover stands in a window")
        anchor = QRect(host.mapFromGlobal(place.topLeft()), place.size())
        left = anchor.right() + 2  # not even its shadow over the place: the chart would make way for it
        if left + self.width() > self._end(host) and anchor.left() - self.width() >= 0:
            left = anchor.left() - self.width() - 1
        top = anchor.top() - 18
        left = self._aside(left, anchor)
        left = max(_MARGIN, min(left, host.width() - self.width() - _MARGIN))
        top = max(_MARGIN, min(top, self._foot(host) - self.height() - _MARGIN))
        self._open_at(QPoint(left, top))

    def _aside(self, left: int, anchor: QRect) -> int:
        """As far out as it can stand where large text leaves no room for a card behind it.

        What it previews then has its room on one side, not half on each.
        """
        if self._limit is None or self._look.factor <= 1:
            return left
        first = self._limit.mapTo(self._host, QPoint(0, 0)).x()
        last = self._host.width() - self.width() - _MARGIN
        outer, between = (last, last - left) if left > anchor.left() else (first, left - first)
        return outer if between < self._look.px(_CARD) else left

    @property
    def most_height(self) -> int:
        """How high it may be: from the top of what it is beside to the line that says what the keys do."""
        host = self._host
        top = self._limit.mapTo(host, QPoint(0, 0)).y() if self._limit is not None else 0
        return self._foot(host) - top - 2 * _MARGIN

    @staticmethod
    def _foot(host: QWidget) -> int:
        """How far down it may reach: the status bar says what the keys do now."""
        bars = (part for part in host.findChildren(QWidget) if part.property("part") == "status")
        return next((bar.mapTo(host, QPoint(0, 0)).y() for bar in bars if bar.isVisible()), host.height())

    def _end(self, host: QWidget) -> int:
        """How far to the right it may reach."""
        part = self._limit
        if part is None or not part.isVisible():
            return host.width()
        return part.mapTo(host, QPoint(part.width(), 0)).x()

    def _open_at(self, corner: QPoint) -> None:
        self.move(corner)
        if self.isHidden():
            self._return_to = QApplication.focusWidget()
            application = QApplication.instance()
            if application is not None:
                application.installEventFilter(self)
        self._appear()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
