"""The order in which Tab goes through the window: part after part, each in reading order."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

_SAME_ROW: Final = 10
"""Widgets whose middles are no further apart stand in one row."""

_HIGH: Final = 48
"""What is higher than a control counts by its upper end."""


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Move the focus to the stop after or before the one that has it; False where none of these has it."""
    current = QApplication.focusWidget()
    found = neighbour(stops(parts), current, forward=forward) if current is not None else None
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def stops(parts: Iterable[QWidget]) -> list[QWidget]:
    """Everything that Tab stops at, from part to part, in each from left to right and top to bottom.

    The order in which widgets were made says nothing: findings come and go.
    """
    return [stop for part in parts if part.isVisible() for stop in _in_reading_order(part)]


def neighbour(order: Sequence[QWidget], current: QWidget, *, forward: bool) -> QWidget | None:
    """The stop after or before the current one, round at the ends; None where the current is no stop."""
    here = next((place for place, stop in enumerate(order) if _is_in(current, stop)), None)
    if here is None:
        return None
    return order[(here + (1 if forward else -1)) % len(order)]


def _in_reading_order(part: QWidget) -> list[QWidget]:
    found = [widget for widget in (part, *part.findChildren(QWidget)) if _is_stop(widget)]
    origin = QPoint(0, 0)
    places = [(widget.mapTo(part, origin), widget) for widget in found]
    placed = sorted(
        (
            (at.y() + min(widget.height(), _HIGH) // 2, at.x(), place, widget)
            for place, (at, widget) in enumerate(places)
        ),
        key=lambda each: each[:3],
    )
    rows: list[list[tuple[int, int, QWidget]]] = []
    last = None
    for middle, x, place, widget in placed:
        if last is None or middle - last > _SAME_ROW:
            rows.append([])
        rows[-1].append((x, place, widget))
        last = middle
    return [widget for row in rows for _, _, widget in sorted(row, key=lambda each: each[:2])]


def _is_stop(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if not wants or not widget.isEnabled() or not widget.isVisible() or widget.focusProxy() is not None:
        return False
    # A frame that only scrolls follows the focus by itself, and has no name to be read.
    return not isinstance(widget, QAbstractScrollArea) or bool(widget.accessibleName())


def _is_in(widget: QWidget, stop: QWidget) -> bool:
    return widget is stop or (not _is_stop(widget) and stop.isAncestorOf(widget))
