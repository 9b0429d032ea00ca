"""Who does what the table of actions names while a plan is open; made once its chart is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.app.actions import Actions, Where
from planner.app.agreeing import AgreeTheBasics
from planner.app.canvas.far_out import FarOut
from planner.app.commands.plan import PlanCommands
from planner.app.comparing.opening import OpensComparison
from planner.app.find.opening import OpensFind
from planner.app.history.opening import OpensHistory
from planner.app.packs.commands import PackCommands
from planner.app.presentation.opening import OpensPresentation
from planner.app.scenarios.commands import ScenarioCommands
from planner.app.settings import Settings
from planner.app.start.getting_started import GettingStarted
from planner.app.structures.opening import Structures
from planner.app.window.parts import Tools
from planner.messages import Message

if TYPE_CHECKING:
    from planner.app.presentation.presentation import Presentation
    from planner.app.window.plan_page import PlanPage


class Owners(QObject):
    """The owners that are more than a part of the page, and all of them by their names."""

    def __init__(
        self, page: "PlanPage", window: QWidget, *, actions: Actions, tools: Tools, settings: Settings
    ) -> None:
        super().__init__(page)
        self._page, self._window, self._document = page, window, page.document
        self._actions, self._tools = actions, tools
        self.structures = self._structures()
        self.first_run = GettingStarted(
            page.document,
            page.parts.canvas,
            settings,
            look=tools.look,
            paints=tools.ink,
            is_alone=lambda: page.body.is_alone,
            say=page.status.say,
        )
        self.scenarios = self._scenarios()
        self.comparing = OpensComparison(
            page.document,
            window,
            tools,
            body=page.body,
            chart=page.parts.canvas,
            status=page.status,
            actions=actions,
            duplicate=self.scenarios.duplicate,
        )
        FarOut(page.parts.canvas, page.showing.colour_by, look=tools.look, ink=tools.ink).follow()
        self.by_name = self._by_name()
        page.toolbar.tabs.chosen.connect(self.comparing.open_scenario)
        page.toolbar.structures_wanted.connect(self.structures.show)
        page.body.arranged.connect(self.first_run.place)
        page.complete(self.comparing.place, self.comparing.close)

    def _by_name(self) -> dict[str, object]:
        page, document, window, tools = self._page, self._document, self._window, self._tools
        return {
            "plan": self._commands(),
            "scenarios": self.scenarios,
            "history": OpensHistory(
                document, window, tools.look, anchor=page.toolbar.undo, motion=tools.motion
            ),
            "comparing": self.comparing,
            "presentation": OpensPresentation(self._presentation),
            "find": OpensFind(page.parts, tools, body=page.body),
            "body": page.body,
            "side": page.parts.side,
            "agreements": page.area,
            "canvas": page.parts.workbench,
            "showing": page.showing,
            "panel": page.parts.panel,
            "structures": self.structures,
            "agreeing": self._agreeing(),
            "first_run": self.first_run,
            "packs": PackCommands(document, window, say=page.status.say, clear=page.notices.clear),
        }

    def _say(self, words: Message) -> None:
        """Say what was done, with the offer to undo it."""
        self._page.status.say(words, undoable=True)

    def _commands(self) -> PlanCommands:
        page = self._page
        return PlanCommands(
            self._document,
            parts=(
                page.toolbar,
                page.parts.side,
                page.parts.canvas,
                page.parts.agreements,
                self.comparing.place,
                page.parts.right,
                page.status,
            ),
            find=page.find_person,
            add_person=page.add_person,
            edit_context=page.toolbar.context_button.click,
            rename_team=page.parts.workbench.rename_team,
            say=self._say,
        )

    def _presentation(self) -> "Presentation":
        from planner.app.presentation.presentation import Presentation

        page = self._page
        return Presentation(
            self._window,
            page.parts.workbench,
            tools=self._tools,
            body=page.body,
            drawer=page.area,
            around=(page.toolbar, page.notices, page.status),
            actions=lambda: [action for row, action in self._actions if row.where is Where.WINDOW],
        )

    def _scenarios(self) -> ScenarioCommands:
        tabs = self._page.toolbar.tabs
        commands = ScenarioCommands(
            self._document,
            rename_on_tab=tabs.rename,
            new_id=self._tools.new_id,
            say=self._say,
            refuse=self._page.notices.refuse,
        )
        tabs.named.connect(commands.name)
        tabs.moved.connect(commands.move)
        tabs.removal_asked.connect(commands.remove_that)
        return commands

    def _agreeing(self) -> AgreeTheBasics:
        parts, tools = self._page.parts, self._tools
        agreeing = AgreeTheBasics(
            self._document,
            self._window,
            look=tools.look,
            ink=tools.ink,
            new_id=tools.new_id,
            preview=parts.show_preview,
            say=self._say,
            in_sight=parts.right,
        )
        parts.panel.agreeing_wanted.connect(agreeing.open)
        return agreeing

    def _structures(self) -> Structures:
        page = self._page
        return Structures(
            self._document,
            self._window,
            self._tools,
            anchor=page.toolbar.context_button,
            panel=page.parts.right,
            preview=page.parts.show_preview,
            say=self._say,
        )
