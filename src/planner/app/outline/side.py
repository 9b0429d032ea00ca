"""The left side of the body: the bench, or the outline in its place, which is made when first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from planner.app.bench.bench import Bench

if TYPE_CHECKING:
    from planner.app.outline.outline import Outline


class LeftSide(QWidget):
    """Shows the bench or the outline, one at a time.

    Signals:
        wanted(): the side is to be seen, wherever it is hidden.
        changed(): the other of the two is shown.
    """

    wanted = Signal()
    changed = Signal()

    def __init__(self, make_outline: "Callable[[], Outline]", parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make_outline
        self._outline: Outline | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    def hold(self, bench: Bench) -> None:
        """Show this bench; made in here from the start, it is dressed once."""
        self._bench = bench
        self._stack.addWidget(bench)

    @property
    def outline(self) -> "Outline | None":
        """The outline, None until it was wanted once."""
        return self._outline

    @property
    def shows_outline(self) -> bool:
        """Whether the outline can be seen."""
        return self._outline is not None and self._outline.isVisible()

    def toggle_outline(self) -> None:
        """Show the outline and go to it, or the bench again."""
        if self.shows_outline:
            self.show_bench()
        else:
            self.show_outline()

    def show_outline(self) -> None:
        """Show the outline in the bench's place and put the focus on it."""
        if self._outline is None:
            self._outline = self._make()
            self._outline.bench_asked.connect(self.show_bench)
            self._stack.addWidget(self._outline)
        self._stack.setCurrentWidget(self._outline)
        self.wanted.emit()
        self._outline.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def show_bench(self) -> None:
        """Show the bench; the focus stays in the side where it was there."""
        had_focus = self._outline is not None and self._outline.has_focus
        self._stack.setCurrentWidget(self._bench)
        if had_focus:
            self._bench.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()
