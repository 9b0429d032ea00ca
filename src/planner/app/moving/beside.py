"""Popovers that open beside a card, never over what they are about."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.controls.popover import Popover

_MARGIN = 4
_CARD = 190
"""What a card takes at its least with the frame around it."""


class LowersItself(Protocol):
    """Rows that scroll when they are given less height."""

    def lower_by(self, pixels: int) -> None:
        """Be less high."""
        ...


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
        top = max(_MARGIN, min(top, self.foot_of_room - self.height() - _MARGIN))
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

    def fit_rows(self, rows: LowersItself, *, top: int | None = None) -> None:
        """Be as high as the content is, with fewer rows in sight where the window has no room for them all.

        The room begins at ``top``, else at the top of the part that it stands beside.
        """
        if top is None:
            top = self._limit.mapTo(self._host, QPoint(0, 0)).y() if self._limit is not None else 0
        self.adjustSize()
        beyond = self.height() - (self.foot_of_room - top - 2 * _MARGIN)
        if beyond > 0:
            rows.lower_by(beyond)
            self.adjustSize()

    @property
    def foot_of_room(self) -> int:
        """How far down it may reach in the window: the status bar says what the keys do now."""
        host = self._host
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
