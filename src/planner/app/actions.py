"""Actions are a table: what every command is called, where it stands, which keys it has, and who does it.

A row names its handler as ``owner.method``; owners join and leave (a canvas comes with a plan), and a command
whose owner is absent, or whose ``enabled_when`` is false, is disabled.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.app.theme import Look
from planner.errors import PlannerError

MENUS: Final = ("File", "Edit", "View", "Plan", "Scenario", "Help")


class Where(StrEnum):
    """Which part of the window must have the focus for an action's keys to act."""

    WINDOW = "window"
    CANVAS = "canvas"
    """The canvas or the bench, where single letters are commands."""


class Role(Enum):
    """Where macOS puts an action; every action says it, so that none is guessed from its words."""

    NONE = QAction.MenuRole.NoRole
    QUIT = QAction.MenuRole.QuitRole
    ABOUT = QAction.MenuRole.AboutRole
    PREFERENCES = QAction.MenuRole.PreferencesRole


class ActionRow(NamedTuple):
    """One command.

    ``handler``, ``enabled_when``, ``checked_when`` and ``text_from`` are dotted names ``owner.attribute``:
    the handler is called without arguments, the others are read. ``menu`` is one of MENUS or
    ``Menu/Submenu``; ``section`` orders groups between separators. A row without handler is a submenu that
    the window fills.
    """

    id: str
    text: str
    menu: str = ""
    section: int = 0
    handler: str = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    role: Role = Role.NONE
    where: Where = Where.WINDOW
    enabled_when: str = ""
    checked_when: str = ""
    text_from: str = ""


class Actions(QObject):
    """The QActions of one window, made from the table.

    Signals:
        about_to_run(ActionRow): a command was chosen, and is carried out now.
    """

    about_to_run = Signal(object)

    def __init__(
        self,
        rows: Iterable[ActionRow],
        *,
        look: Look,
        on_refusal: Callable[[PlannerError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rows = {row.id: row for row in rows}
        self._look = look
        self._on_refusal = on_refusal
        self._owners: dict[str, object] = {}
        self._actions = {row.id: self._made(row) for row in self._rows.values() if row.handler}
        self.menus: dict[str, QMenu] = {}
        self._drawn: set[str] = set()
        self._keys_of: Callable[[ActionRow], Iterable[str]] = lambda row: row.shortcuts
        look.changed.connect(self._draw_again)
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        """The action of a row; KeyError for an id that no row has."""
        return self._actions[action_id]

    def __iter__(self) -> Iterator[tuple[ActionRow, QAction]]:
        """Rows with their actions, in the order of the table."""
        return ((self._rows[key], action) for key, action in self._actions.items())

    def join(self, owners: Mapping[str, object]) -> None:
        """Let owners do what rows name them for."""
        self._owners.update(owners)
        self.refresh()

    def leave(self, *names: str) -> None:
        """Take owners away; their commands are disabled."""
        for name in names:
            self._owners.pop(name, None)
        self.refresh()

    def take_keys_from(self, keys_of: Callable[[ActionRow], Iterable[str]]) -> None:
        """Have the keys of commands from elsewhere, from the next ``rekey`` on."""
        self._keys_of = keys_of

    def rekey(self) -> None:
        """Give every command the keys that are in force for it now."""
        for row, action in self:
            action.setShortcuts([QKeySequence(keys) for keys in self._keys_of(row)])

    def attach(self, widget: QWidget, where: Where) -> None:
        """Let the keys that act in one part of the window act in this widget."""
        widget.addActions([action for row, action in self if row.where is where])

    def refresh(self) -> None:
        """Read again what can be done now, what is ticked and what things are called."""
        for row, action in self:
            action.setEnabled(self._is_enabled(row))
            if row.text_from:
                action.setText(str(self._read(row.text_from) or row.text))
            if row.checked_when:
                action.setChecked(bool(self._read(row.checked_when)))

    def fill(self, bar: QMenuBar) -> None:
        """Put every row with a menu into the menu bar, in the order of menus and sections."""
        for title in MENUS:
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(False)
            self.menus[title] = menu
            rows = [row for row in self._rows.values() if row.menu.partition("/")[0] == title]
            self._fill_menu(menu, sorted(rows, key=lambda row: row.section))

    def _fill_menu(self, menu: QMenu, rows: list[ActionRow]) -> None:
        section = rows[0].section if rows else 0
        for row in rows:
            if row.section != section:
                menu.addSeparator()
                section = row.section
            submenu = row.menu.partition("/")[2]
            target = self._submenu(menu, row.menu, submenu) if submenu else menu
            if row.handler:
                target.addAction(self._actions[row.id])
            else:
                self.menus[row.id] = target.addMenu(row.text)

    def _submenu(self, menu: QMenu, path: str, title: str) -> QMenu:
        if path not in self.menus:
            self.menus[path] = menu.addMenu(title)
        return self.menus[path]

    def _made(self, row: ActionRow) -> QAction:
        action = QAction(row.text, self)
        action.setObjectName(row.id)
        action.setMenuRole(row.role.value)
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
        local = row.where is not Where.WINDOW
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if local else context.WindowShortcut)
        action.setCheckable(bool(row.checked_when))
        if row.checked_when and "/" in row.menu:
            self._group(row.menu).addAction(action)
        action.triggered.connect(lambda: self._run(row))
        return action

    def _group(self, menu: str) -> QActionGroup:
        found = self.findChild(QActionGroup, menu)
        if found is None:
            found = QActionGroup(self)
            found.setObjectName(menu)
        return found

    def _run(self, row: ActionRow) -> None:
        handler = self._read(row.handler)
        if handler is None:
            return
        self.about_to_run.emit(row)
        try:
            handler()
        except PlannerError as refusal:
            self._on_refusal(refusal)
        self.refresh()

    def has_owner(self, row: ActionRow) -> bool:
        """Whether who does a command is here, as what works on a plan is not on the start screen."""
        return row.handler.partition(".")[0] in self._owners

    def _is_enabled(self, row: ActionRow) -> bool:
        if not self.has_owner(row):
            return False
        return not row.enabled_when or bool(self._read(row.enabled_when))

    def _read(self, dotted: str) -> Any:
        owner, _, name = dotted.partition(".")
        return getattr(self._owners[owner], name) if owner in self._owners else None

    def with_icon(self, action_id: str) -> QAction:
        """An action whose icon is drawn, and drawn again with every look: only a toolbar shows icons."""
        if action_id not in self._drawn:
            self._drawn.add(action_id)
            self._draw(action_id)
        return self._actions[action_id]

    def _draw_again(self) -> None:
        for action_id in self._drawn:
            self._draw(action_id)

    def _draw(self, action_id: str) -> None:
        icon = self._look.icon(self._rows[action_id].icon, size=self._look.icon_side(16))
        self._actions[action_id].setIcon(icon)
        self._actions[action_id].setIconVisibleInMenu(False)
