"""The menus of scenarios: of a tab, and of the plus beside the tabs; both offer the window's own actions."""

from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from planner.app.actions import Actions

_TAB: Final = (
    ("scenario.rename", "scenario.duplicate"),
    ("scenario.left", "scenario.right"),
    ("scenario.baseline", "scenario.context"),
    ("scenario.remove",),
)
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


def new_menu(parent: QWidget, actions: Actions) -> QMenu:
    """What a new scenario can start from: the one shown, nothing, or a structure."""
    menu = QMenu(parent)
    menu.addActions([actions["scenario.duplicate"], actions["scenario.new-empty"]])
    menu.addSeparator()
    menu.addActions([actions[name] for name in STRUCTURES])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
