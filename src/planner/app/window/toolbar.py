"""The toolbar: what is reached in one click while a plan is open."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from planner.app.actions import Actions
from planner.app.controls import Kind, divider, make_button, make_tool_button
from planner.app.controls.buttons import dress_icon, press
from planner.app.document import Document
from planner.app.scenarios.menus import new_menu, other_tab_menu, tab_menu
from planner.app.scenarios.tabs import ScenarioTabs
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, TOOLBAR_HEIGHT
from planner.domain import Scenario, Stage

if TYPE_CHECKING:
    from planner.app.window.context import ContextPopover

_STAGE_ICONS: Final = {
    Stage.SMALL_STARTUP: "rocket",
    Stage.LARGE_STARTUP: "large-startup",
    Stage.ENTERPRISE: "enterprise",
}
_ADD_TEAM: Final = (
    "plan.add-squad",
    "plan.add-core",
    "plan.add-venture",
    "plan.add-partner",
    "plan.add-group",
)

_WORDS_FROM: Final = 1120
_CONTEXT_FROM: Final = 740
"""At larger text the scenarios need the room of the company's words more: its picture stays."""


class Toolbar(QWidget):
    """Bench toggle and scenarios at the left; context, undo, find and commands with words at the right.

    Signals:
        structures_wanted(): compare the structures.
    """

    structures_wanted = Signal()

    def __init__(self, look: Look, document: Document, actions: Actions, window: QWidget) -> None:
        super().__init__()
        self._look, self._document, self._window = look, document, window
        self.setProperty("part", "toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(look, self, TOOLBAR_HEIGHT)
        self.tabs = ScenarioTabs(look, document)
        self.tabs.menu_asked.connect(lambda scenario, at: self._offer_for(scenario, at, actions))
        self.new_scenario = make_tool_button(look, icon="plus", name="New scenario")
        self.new_scenario.clicked.connect(lambda: self._offer_new(actions))
        self.context_button = make_button(look, "", Kind.WELL)
        self.context_button.clicked.connect(lambda: self.popover.open_below(self.context_button))
        self.context_button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._chevron = _chevron_of(look, self.context_button)
        self.add_team = make_button(look, "Add team", icon="plus")
        _chevron_of(look, self.add_team)
        self.add_team.clicked.connect(lambda: self._offer_teams(actions))
        export = actions["file.export"]
        self.export = make_button(
            look, "Export PDF", Kind.PRIMARY, icon="file-export", on_click=export.trigger
        )
        self.compare = _compare_button(look, actions["scenario.compare"])
        for button in (self.add_team, self.export):
            button.setAccessibleName(button.text().strip())
        self.undo = make_tool_button(look, actions.with_icon("edit.undo"))
        self.undo.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.undo.customContextMenuRequested.connect(lambda _at: actions["edit.history"].trigger())
        self._lay_out(actions)
        document.changed.connect(self._show_context)
        document.scenario_switched.connect(self._show_context)
        look.changed.connect(self._show_context)
        self._show_context()

    @cached_property
    def popover(self) -> "ContextPopover":
        """What edits the company context, made when it is first opened."""
        from planner.app.window.context import ContextPopover

        popover = ContextPopover(self._look, self._window, self._document)
        popover.structures_wanted.connect(self.structures_wanted)
        return popover

    def _lay_out(self, actions: Actions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, SPACE_12 - 2, 1)
        row.setSpacing(SPACE_8)
        row.addWidget(make_tool_button(self._look, actions.with_icon("view.bench")))
        row.addWidget(divider(vertical=True, strong=True, length=20))
        row.addWidget(self.tabs)
        row.addWidget(self.new_scenario)
        row.addStretch(1)
        row.addWidget(self.context_button)
        row.addSpacing(SPACE_4)
        row.addWidget(self.undo)
        for name in ("edit.redo", "edit.find"):
            row.addWidget(make_tool_button(self._look, actions.with_icon(name)))
        row.addWidget(divider(vertical=True, strong=True, length=20))
        row.addWidget(self.add_team)
        row.addWidget(self.compare)
        row.addWidget(self.export)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of two buttons out where they would press the scenarios together."""
        super().resizeEvent(event)
        has_room = event.size().width() >= self._look.px(_WORDS_FROM)
        for button, words in (
            (self.add_team, f"Add team{_CHEVRON_ROOM}"),
            (self.compare, "Compare"),
            (self.export, "Export PDF"),
        ):
            button.setText(words if has_room else "  " if button is self.add_team else "")
            button.setToolTip("" if has_room else words.strip())
        self._show_context()

    def _show_context(self) -> None:
        scenario = self._document.scenario
        words = _context_words(scenario)
        has_room = self.width() >= self._look.px(_CONTEXT_FROM)
        self.context_button.setText(f"{words}{_CHEVRON_ROOM}" if has_room else "  ")
        self.context_button.setIcon(self._look.icon(_STAGE_ICONS[scenario.stage], room=4))
        self.context_button.setIconSize(self._look.icon_size(16, room=4))
        assumed = ", partly assumed" if scenario.assumed else ""
        self.context_button.setAccessibleName(f"Company context: {words}{assumed}")
        said = f"{scenario.structure.label} structure{assumed}"
        self.context_button.setToolTip(said if has_room else f"{words}, {said}")

    def _offer_for(self, scenario: str, at: QPoint, actions: Actions) -> None:
        """Open a tab's menu; the scenario that is shown stays so until something is chosen."""
        is_shown = scenario == self._document.scenario_id
        menu = (
            tab_menu(self, actions) if is_shown else other_tab_menu(self, actions, self._document, scenario)
        )
        menu.popup(at)

    def _offer_new(self, actions: Actions) -> None:
        menu = new_menu(self, actions)
        menu.popup(self.new_scenario.mapToGlobal(self.new_scenario.rect().bottomLeft()))

    def _offer_teams(self, actions: Actions) -> None:
        menu = QMenu(self)
        for name in _ADD_TEAM:
            action = menu.addAction(actions[name].text().removeprefix("Add ").capitalize())
            action.setIcon(actions.with_icon(name).icon())
            action.triggered.connect(actions[name].trigger)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_team.mapToGlobal(self.add_team.rect().bottomLeft()))


def _context_words(scenario: Scenario) -> str:
    """What the toolbar's button says: ``Enterprise · Product``."""
    return f"{scenario.stage.label} · {scenario.aim.label}"


def _compare_button(look: Look, action: QAction) -> QPushButton:
    """A button that looks pressed while scenarios are compared."""
    button = make_button(look, "Compare", icon="compare", on_click=action.trigger)
    button.setAccessibleName("Compare scenarios")

    def follow() -> None:
        press(button, pressed=action.isChecked())
        button.setAccessibleDescription("Goes back to the chart" if action.isChecked() else "")

    action.changed.connect(follow)
    return button


_CHEVRON_ROOM: Final = "     "
"""Blanks that keep room for the chevron behind a button's words."""


def _chevron_of(look: Look, button: QPushButton) -> QPushButton:
    """Lay a chevron over the right end of a button that opens something."""
    chevron = QPushButton(button)
    chevron.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    chevron.setStyleSheet("background: transparent; border: none; padding: 0")
    dress_icon(look, chevron, "chevron-down", "ink-2", size=14)
    chevron.setFixedSize(14, 14)
    row = QHBoxLayout(button)
    row.setContentsMargins(0, 0, 8, 0)
    row.addWidget(chevron, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if button.text():
        button.setText(f"{button.text()}{_CHEVRON_ROOM}")
    return chevron
