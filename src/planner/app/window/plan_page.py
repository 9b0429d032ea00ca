"""The plan page is the window while a plan is open: toolbar, notices, the parts side by side, status bar."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.actions import Actions
from planner.app.agreements.area import CanvasArea
from planner.app.canvas.showing import Showing
from planner.app.document import Document
from planner.app.moving.tabs_zone import TabsZone
from planner.app.settings import Settings
from planner.app.window.body import Body
from planner.app.window.focus_order import go_on
from planner.app.window.notices import Notices
from planner.app.window.parts import Parts, Tools
from planner.app.window.rail import Rail
from planner.app.window.status_bar import StatusBar
from planner.app.window.toolbar import Toolbar
from planner.app.window.walking import ACROSS, DOWN, Walk
from planner.guidance import Finding

_UNSEEN: Final = 1000
"""Milliseconds after which a page that nobody can see is completed all the same."""


class _StandIn(NamedTuple):
    """What can be shown in the body's place, and how it is closed, False where it is not open."""

    place: QWidget
    close: Callable[[], bool]


class PlanPage(QWidget):
    """Everything below the menu bar for one document: first the chart, and once it is seen all the rest.

    With its ``parent`` from the start: Qt dresses all within once more for each step up in the tree.

    Signals:
        seen(): the chart was painted, or nobody can see it; what it does not wait for can be made.
    """

    seen = Signal()

    def __init__(
        self,
        document: Document,
        *,
        window: QWidget,
        actions: Actions,
        tools: Tools,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = tools.look
        self.document = document
        self.walks: tuple[Walk, ...] = ()
        self.notices = Notices(look)
        self.status = StatusBar(look)
        self.toolbar = Toolbar(look, document, actions, window)
        self.body = Body(look, settings, self)
        self.area = CanvasArea(look, settings, self.body)
        self.parts = Parts(document, window, tools, body=self.body, area=self.area)
        self.area.hold(self.parts.canvas, self.parts.agreements)
        self.rail = Rail(look, tools.ink, document, self.body)
        self.body.hold(bench=self.parts.side, rail=self.rail, canvas=self.area, panel=self.parts.right)
        self.showing = Showing(self.parts.canvas, settings)
        self._actions = actions
        self._stand_in: _StandIn | None = None
        self._lay_out()
        self.parts.canvas.viewport().installEventFilter(self)
        QTimer.singleShot(_UNSEEN, self, self.seen.emit)

    def complete(self, place: QWidget, close: Callable[[], bool]) -> None:
        """Let the parts hear of each other; at ``place`` the comparison may stand in for the body."""
        self.parts.canvas.viewport().removeEventFilter(self)
        self._stand_in = _StandIn(place, close)
        self._column.insertWidget(self._column.indexOf(self.body) + 1, place, 1)
        self._join(self._actions)
        self.walks = self._walks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell once that the chart was painted."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.seen.emit)
        return False

    def _join(self, actions: Actions) -> None:
        document, workbench = self.document, self.parts.workbench
        self.rail.bench_asked.connect(self.body.toggle_bench)
        workbench.grab.add_zone(TabsZone(document, self.toolbar.tabs.tab_at))
        workbench.hidden_bench.bench_flipped.connect(self.body.toggle_bench)
        workbench.findings_wanted.connect(lambda _person: self._show_panel())
        for resized in (self.body.arranged, self.area.arranged, self.parts.side.changed):
            resized.connect(actions.refresh)
        self.parts.side.wanted.connect(self.body.show_bench)
        self.status.follow(document)
        self.status.undo_asked.connect(document.undo)
        self.parts.speak_through(self.status)
        self.parts.act_through(actions)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  (Qt's own)
        """Lead Tab from part to part: toolbar, bench, canvas, Agreements, score panel, status."""
        self.seen.emit()
        return self._go_on(forward=forward) or super().focusNextPrevChild(forward)

    def _go_on(self, *, forward: bool, leaving: QWidget | None = None) -> bool:
        parts = (
            self.toolbar,
            self.notices,
            self.rail,
            self.parts.side,
            self.area,
            *([self._stand_in.place] if self._stand_in is not None else []),
            self.parts.right,
            self.status,
        )
        return go_on(parts, forward=forward, walks=self.walks, leaving=leaving)

    def _walks(self) -> tuple[Walk, ...]:
        """Toolbar and score panel are one stop each, walked by arrows."""
        toolbar, panel = self.toolbar, self.parts.right
        return (
            Walk(
                toolbar,
                ACROSS,
                leave=lambda forward: self._go_on(forward=forward, leaving=toolbar),
                keeps=toolbar.tabs.keeps_arrow,
            ),
            Walk(panel, DOWN, leave=lambda forward: self._go_on(forward=forward, leaving=panel)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc, when nobody else wants it, close a side that lies over the canvas."""
        self.seen.emit()
        is_esc = event.key() == Qt.Key.Key_Escape
        if is_esc and (self.show_body() or self.body.close_what_lies_over()):
            return
        super().keyPressEvent(event)

    def show_body(self) -> bool:
        """Close what stands in for the body; False where nothing does."""
        return self._stand_in is not None and self._stand_in.close()

    def find_person(self) -> None:
        """Show the bench with its find field ready to type in."""
        self.body.show_bench()
        self.parts.side.show_bench()
        self.parts.bench.find_person()

    def add_person(self) -> None:
        """Show the bench with the fields of a new person ready to type in."""
        self.body.show_bench()
        self.parts.side.show_bench()
        self.parts.bench.add.open()

    def open_finding(self, finding: Finding) -> None:
        """Open a finding in the score panel, and show on the chart what it is about."""
        self._show_panel()
        self.parts.panel.open_finding(finding)
        subjects = ((subject.kind, subject.id) for subject in finding.subjects)
        self.parts.workbench.show_subjects(subjects, finding.severity.value)

    def _show_panel(self) -> None:
        if not self.body.panel_is_visible:
            self.body.toggle_panel()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.notices):
            column.addWidget(part)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)
