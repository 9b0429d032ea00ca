"""The order in which Tab goes through the window: part after part, each in reading order."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

_SAME_ROW: Final = 10
"""Widgets whose middles are no further apart stand in one row."""

_HIGH: Final = 48
"""What is higher than a control counts by its upper end."""


class OneStop(Protocol):
    """A part that Tab enters at one place, and in which arrows walk."""

    @property
    def part(self) -> QWidget:
        """What stands in it."""
        ...

    @property
    def stop(self) -> QWidget | None:
        """Where Tab enters it."""
        ...


def go_on(
    parts: Sequence[QWidget],
    *,
    forward: bool,
    walks: Sequence[OneStop] = (),
    leaving: QWidget | None = None,
) -> bool:
    """Move the focus to the stop after or before the one that has it; False where none of these has it.

    ``walks`` are entered at their one stop; ``leaving`` is a part that is left behind whole.
    """
    current = QApplication.focusWidget()
    if current is None:
        return False
    order = stops(parts)
    if leaving is not None:
        order = [each for each in order if each is current or not leaving.isAncestorOf(each)]
    found = neighbour(order, current, forward=forward)
    if found is None:
        return False
    for walk in walks:
        if walk.part.isAncestorOf(found) and not walk.part.isAncestorOf(current):
            found = walk.stop or found
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
    return _ordered([each for each in (part, *part.findChildren(QWidget)) if _is_stop(each)], part)


def _ordered(found: Sequence[QWidget], part: QWidget) -> list[QWidget]:
    """Stops in reading order; what scrolls is read whole where its area stands, however scrolled."""
    areas: dict[QWidget, list[QWidget]] = {}
    for widget in found:
        areas.setdefault(_area_of(widget, part) or widget, []).append(widget)
    ordered: list[QWidget] = []
    for place in _in_rows(areas, part):
        inside = [each for each in areas[place] if each is not place]
        ordered += [place] if place in areas[place] else []
        page = place.widget() if isinstance(place, QScrollArea) else None
        if page is not None and inside:
            ordered += _ordered(inside, page)
    return ordered


def _in_rows(widgets: Iterable[QWidget], part: QWidget) -> list[QWidget]:
    """From top to bottom, and from left to right what stands in one row."""
    origin = QPoint(0, 0)
    places = [(widget.mapTo(part, origin), widget) for widget in widgets]
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


def _area_of(widget: QWidget, part: QWidget) -> QScrollArea | None:
    """The outermost area of a part in which a widget is scrolled, None where it stands still."""
    found = None
    above = widget.parentWidget()
    while widget is not part and above is not None and above is not part:
        if isinstance(above, QScrollArea):
            found = above
        above = above.parentWidget()
    return found


def _is_stop(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if not wants or not widget.isEnabled() or not widget.isVisible() or widget.focusProxy() is not None:
        return False
    # A frame that only scrolls follows the focus by itself, and has no name to be read.
    return not isinstance(widget, QAbstractScrollArea) or bool(widget.accessibleName())


def _is_in(widget: QWidget, stop: QWidget) -> bool:
    return widget is stop or (not _is_stop(widget) and stop.isAncestorOf(widget))
