"""What is wider than its place is reached by a wheel too: with Shift, as on the chart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea


def scroll_sideways(area: QAbstractScrollArea, event: QWheelEvent) -> bool:
    """Scroll by a wheel that turns while Shift is held, or where nothing is above or below; False leaves it.

    A wheel that tips sideways, and two fingers, need no help.
    """
    turned = event.angleDelta()
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    bar = area.horizontalScrollBar()
    if turned.x() or not bar.maximum() or not (has_shift or not area.verticalScrollBar().maximum()):
        return False
    bar.setValue(bar.value() - turned.y() // 2)
    event.accept()
    return True
