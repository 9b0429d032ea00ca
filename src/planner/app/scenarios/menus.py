"""The menus of scenarios: of a tab, and of the plus beside the tabs; both offer the window's own actions."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from planner.app.actions import Actions
from planner.app.document import Document

_TAB: Final = (
    ("scenario.rename", "scenario.duplicate"),
    ("scenario.left", "scenario.right"),
    ("scenario.baseline", "scenario.context"),
    ("scenario.remove",),
)
_UNSEEN: Final = {"scenario.left", "scenario.right", "scenario.baseline", "scenario.remove"}
"""What is done to a scenario without a look at it."""
STRUCTURES: Final = (
    "scenario.new-centralized",
    "scenario.new-decentralized",
    "scenario.new-hybrid",
    "scenario.new-product-centre",
)


def tab_menu(parent: QWidget, actions: Actions) -> QMenu:
    """What can be done to the scenario that is shown."""
    actions.refresh()
    menu = QMenu(parent)
    for section in _TAB:
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addActions([actions[name] for name in section])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def other_tab_menu(parent: QWidget, actions: Actions, document: Document, scenario: str) -> QMenu:
    """What can be done to a scenario that is not shown; it is shown only once something is chosen.

    What needs no look at it brings back the one that was shown.
    """
    actions.refresh()
    menu, order = QMenu(parent), document.project.scenarios.order
    place = order.index(scenario)
    possible = {"scenario.left": place > 0, "scenario.right": place < len(order) - 1}
    for section in _TAB:
        if not menu.isEmpty():
            menu.addSeparator()
        for name in section:
            model = actions[name]
            action = menu.addAction(model.text())
            action.setEnabled(possible.get(name, model.isEnabled()))
            action.setCheckable(model.isCheckable())
            action.setChecked(model.isCheckable() and document.project.scenarios[scenario].baseline)
            action.triggered.connect(partial(_do_to, document, scenario, actions, name))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _do_to(document: Document, scenario: str, actions: Actions, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's own)
    shown = document.scenario_id
    document.show_scenario(scenario)
    actions.refresh()
    actions[name].trigger()
    if name in _UNSEEN and shown in document.project.scenarios:
        document.show_scenario(shown)


def new_menu(parent: QWidget, actions: Actions) -> QMenu:
    """What a new scenario can start from: the one shown, nothing, or a structure."""
    menu = QMenu(parent)
    menu.addActions([actions["scenario.duplicate"], actions["scenario.new-empty"]])
    menu.addSeparator()
    menu.addActions([actions[name] for name in STRUCTURES])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
