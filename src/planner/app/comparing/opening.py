"""Opens the comparison in the chart's place, made when it is first asked for, and brings the chart back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.app.actions import ActionRow, Actions
from planner.app.document import Document
from planner.app.window.parts import Tools
from planner.app.window.status_bar import StatusBar

if TYPE_CHECKING:
    from planner.app.comparing.screen import ComparisonScreen

_OF_THE_CHART: Final = frozenset(
    {
        "agreeing",
        "agreements",
        "body",
        "canvas",
        "find",
        "first_run",
        "panel",
        "presentation",
        "showing",
        "side",
        "structures",
    }
)
"""Who does what is seen on the chart or beside it: such a command brings the chart back."""


class OpensComparison(QObject):
    """What Scenario ▸ Compare names.

    ``body`` is what it stands in for, ``chart`` what gets the focus there when nothing else had it, and
    ``duplicate`` what an empty comparison offers.

    Signals:
        export_wanted(tuple): these scenarios, by their ids, are to be written beside each other as PDF.
    """

    export_wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        window: QWidget,
        tools: Tools,
        *,
        body: QWidget,
        chart: QWidget,
        status: StatusBar,
        actions: Actions,
        duplicate: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._document, self._window, self._tools = document, window, tools
        self._body, self._status, self._actions = body, status, actions
        self._chart = chart
        self._duplicate = duplicate
        self._focus: QWidget | None = None
        self.place = QWidget()
        """Where it is shown."""
        QVBoxLayout(self.place).setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        self.screen: ComparisonScreen | None = None

    @property
    def is_open(self) -> bool:
        """Whether scenarios are compared instead of the chart being shown."""
        return not self.place.isHidden()

    def toggle(self) -> None:
        """Compare scenarios, or go back to the chart."""
        if not self.close():
            self._open()

    def close(self) -> bool:
        """Bring the chart back, and the focus where it was; False where the chart is shown already."""
        if self.screen is None or not self.is_open:
            return False
        held = QApplication.focusWidget()
        held_here = held is None or self.screen.isAncestorOf(held)
        self.screen.stop()
        self._body.show()
        if held_here:
            held = self._focus
            target = held if held is not None and isValid(held) else self._chart  # an undo may take it away
            target.setFocus(Qt.FocusReason.PopupFocusReason)
        self.place.hide()
        self._status.show_hint(None)
        self._status.count_otherwise(None)
        self._actions.refresh()
        return True

    def open_scenario(self, scenario: str) -> None:
        """Show a scenario on the canvas."""
        self._document.show_scenario(scenario)
        self.close()

    def _open(self) -> None:
        if self.screen is None:
            self.screen = self._made()
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and self._body.isAncestorOf(focus) else None
        self.place.show()
        self.screen.show_all()
        self._body.hide()  # last, when the focus is where it is to be
        self._actions.refresh()

    def _made(self) -> "ComparisonScreen":
        from planner.app.comparing.screen import ComparisonScreen

        tools = self._tools
        made = ComparisonScreen(
            self._document, self._window, look=tools.look, ink=tools.ink, duplicate=self._duplicate
        )
        layout = self.place.layout()
        if layout is not None:
            layout.addWidget(made)
        made.opened.connect(self.open_scenario)
        made.left.connect(self.close)
        made.export_wanted.connect(self.export_wanted)
        made.told.connect(self._tell)
        self._actions.about_to_run.connect(self._make_way)
        return made

    def _make_way(self, row: ActionRow) -> None:
        """Bring the chart back for a command that is seen there."""
        if _is_of_the_chart(row):
            self.close()

    def _tell(self, hint: object, counts: str) -> None:
        from planner.app.moving.hints import Hint

        if self.is_open and isinstance(hint, Hint):
            self._status.show_hint(hint)
            self._status.count_otherwise(counts)


def _is_of_the_chart(row: ActionRow) -> bool:
    owner = row.handler.partition(".")[0]
    return owner in _OF_THE_CHART or row.id.startswith("plan.add-") or row.id == "edit.find-bench"
