"""The plan page is the window while a plan is open: toolbar, notices, the parts side by side, status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.actions import Actions, Where
from planner.app.agreeing import AgreeTheBasics
from planner.app.agreements.area import CanvasArea
from planner.app.canvas.far_out import FarOut
from planner.app.canvas.showing import Showing
from planner.app.commands.plan import PlanCommands
from planner.app.comparing.opening import OpensComparison
from planner.app.document import Document
from planner.app.find.opening import OpensFind
from planner.app.history.opening import OpensHistory
from planner.app.moving.tabs_zone import TabsZone
from planner.app.packs.commands import PackCommands
from planner.app.presentation.opening import OpensPresentation
from planner.app.scenarios.commands import ScenarioCommands
from planner.app.settings import Settings
from planner.app.start.getting_started import GettingStarted
from planner.app.structures.opening import Structures
from planner.app.window.body import Body
from planner.app.window.focus_order import go_on
from planner.app.window.notices import Notices
from planner.app.window.parts import Parts, Tools
from planner.app.window.rail import Rail
from planner.app.window.status_bar import StatusBar
from planner.app.window.toolbar import Toolbar
from planner.app.window.walking import ACROSS, DOWN, Walk
from planner.guidance import Finding

if TYPE_CHECKING:
    from planner.app.presentation.presentation import Presentation


class PlanPage(QWidget):
    """Everything below the menu bar for one document; ``owners`` join the window's actions.

    With its ``parent`` from the start: Qt dresses all within once more for each step up in the tree.
    """

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
        self.parts = Parts(document, window, tools)
        self.rail = Rail(look, tools.ink, document)
        self.area = CanvasArea(self.parts.canvas, self.parts.agreements, look=look, settings=settings)
        self.body = Body(
            bench=self.parts.side,
            rail=self.rail,
            canvas=self.area,
            panel=self.parts.panel,
            look=look,
            settings=settings,
            parent=self,
        )
        self.structures = self._structures(window, tools)
        self.first_run = GettingStarted(
            document,
            self.parts.canvas,
            settings,
            look=look,
            paints=tools.ink,
            is_alone=lambda: self.body.is_alone,
        )
        self.scenarios = self._scenarios(tools)
        self.comparing = OpensComparison(
            document,
            window,
            tools,
            body=self.body,
            chart=self.parts.canvas,
            status=self.status,
            actions=actions,
            duplicate=self.scenarios.duplicate,
        )
        self.owners = self._owners(window, actions, tools, settings)
        self._join(actions)
        self._lay_out()
        self.walks = self._walks()

    def _join(self, actions: Actions) -> None:
        """Let the parts hear of each other."""
        document, workbench = self.document, self.parts.workbench
        self.toolbar.tabs.chosen.connect(self.comparing.open_scenario)
        self.rail.bench_asked.connect(self.body.toggle_bench)
        workbench.grab.add_zone(TabsZone(document, self.toolbar.tabs.tab_at))
        workbench.hidden_bench.bench_flipped.connect(self.body.toggle_bench)
        workbench.findings_wanted.connect(lambda _person: self._show_panel())
        for resized in (self.body.arranged, self.area.arranged, self.parts.side.changed):
            resized.connect(actions.refresh)
        self.body.arranged.connect(self.first_run.place)
        self.parts.side.wanted.connect(self.body.show_bench)
        self.status.follow(document)
        self.status.undo_asked.connect(document.undo)
        self.toolbar.popover.structures_wanted.connect(self.structures.show)
        self.parts.speak_through(self.status)
        self.parts.act_through(actions)

    def _owners(
        self, window: QWidget, actions: Actions, tools: Tools, settings: Settings
    ) -> dict[str, object]:
        """Who does what the rows of the table of actions name."""
        document, look = self.document, tools.look
        return {
            "plan": self._commands(window),
            "scenarios": self.scenarios,
            "history": OpensHistory(document, window, look, anchor=self.toolbar.undo, motion=tools.motion),
            "comparing": self.comparing,
            "presentation": OpensPresentation(lambda: self._presentation(window, tools, actions)),
            "find": OpensFind(self.parts, tools, body=self.body),
            "body": self.body,
            "side": self.parts.side,
            "agreements": self.area,
            "canvas": self.parts.workbench,
            "showing": self._showing(tools, settings),
            "panel": self.parts.panel,
            "structures": self.structures,
            "agreeing": self._agreeing(window, tools),
            "first_run": self.first_run,
            "packs": PackCommands(document, window, say=self.status.say, clear=self.notices.clear),
        }

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  (Qt's own)
        """Lead Tab from part to part: toolbar, bench, canvas, Agreements, score panel, status."""
        return self._go_on(forward=forward) or super().focusNextPrevChild(forward)

    def _go_on(self, *, forward: bool, leaving: QWidget | None = None) -> bool:
        parts = (
            self.toolbar,
            self.notices,
            self.rail,
            self.parts.side,
            self.area,
            self.comparing.place,
            self.parts.panel,
            self.status,
        )
        return go_on(parts, forward=forward, walks=self.walks, leaving=leaving)

    def _walks(self) -> tuple[Walk, ...]:
        """Toolbar and score panel are one stop each, walked by arrows."""
        toolbar, panel = self.toolbar, self.parts.panel
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
        is_esc = event.key() == Qt.Key.Key_Escape
        if is_esc and (self.comparing.close() or self.body.close_what_lies_over()):
            return
        super().keyPressEvent(event)

    def _commands(self, window: QWidget) -> PlanCommands:
        return PlanCommands(
            self.document,
            window,
            parts=(
                self.toolbar,
                self.parts.side,
                self.parts.canvas,
                self.parts.agreements,
                self.comparing.place,
                self.parts.panel,
                self.status,
            ),
            find=self.find_person,
            add_person=self.add_person,
            edit_context=self.toolbar.context_button.click,
            rename_team=self.parts.workbench.rename_team,
            say=lambda words: self.status.say(words, undoable=True),
        )

    def _presentation(self, window: QWidget, tools: Tools, actions: Actions) -> "Presentation":
        from planner.app.presentation.presentation import Presentation

        return Presentation(
            window,
            self.parts.workbench,
            tools=tools,
            body=self.body,
            drawer=self.area,
            around=(self.toolbar, self.notices, self.status),
            actions=lambda: [action for row, action in actions if row.where is Where.WINDOW],
        )

    def _scenarios(self, tools: Tools) -> ScenarioCommands:
        tabs = self.toolbar.tabs
        commands = ScenarioCommands(
            self.document,
            rename_on_tab=tabs.rename,
            new_id=tools.new_id,
            say=lambda words: self.status.say(words, undoable=True),
            refuse=self.notices.refuse,
        )
        tabs.named.connect(commands.name)
        tabs.moved.connect(commands.move)
        tabs.removal_asked.connect(commands.remove_that)
        return commands

    def _agreeing(self, window: QWidget, tools: Tools) -> AgreeTheBasics:
        agreeing = AgreeTheBasics(
            self.document,
            window,
            look=tools.look,
            ink=tools.ink,
            new_id=tools.new_id,
            preview=self.parts.panel.show_preview,
            say=lambda words: self.status.say(words, undoable=True),
            in_sight=self.parts.panel,
        )
        self.parts.panel.agreeing_wanted.connect(agreeing.open)
        return agreeing

    def _structures(self, window: QWidget, tools: Tools) -> Structures:
        return Structures(
            self.document,
            window,
            tools,
            anchor=self.toolbar.context_button,
            panel=self.parts.panel,
            preview=self.parts.panel.show_preview,
            say=lambda words: self.status.say(words, undoable=True),
        )

    def _showing(self, tools: Tools, settings: Settings) -> Showing:
        showing = Showing(self.parts.canvas, settings)
        FarOut(self.parts.canvas, showing.colour_by, look=tools.look, ink=tools.ink)
        return showing

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.notices):
            column.addWidget(part)
        column.addWidget(self.body, 1)
        column.addWidget(self.comparing.place, 1)
        column.addWidget(self.status)
