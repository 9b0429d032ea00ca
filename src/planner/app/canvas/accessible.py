"""Offers painted things to screen readers: a widget's items as a tree with names, places and states.

Qt keeps no reference to interfaces made from Python, so they are kept here for as long as their widget lives.
An interface never offers actions and never answers for a child out of range: either ends the process.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from planner.app.controls.speaking import announce

Role = QAccessible.Role
_ORIGIN: Final = QPoint(0, 0)


class Node(Struct, frozen=True):
    """One item: its key, what it is, where it is on the screen, and whether selected and in focus."""

    key: tuple[str, str]
    name: str
    place: QRect
    role: QAccessible.Role = Role.TreeItem
    selected: bool = False
    focused: bool = False
    description: str = ""


class Tree(Protocol):
    """What a painted widget tells of its items."""

    def accessible_children(self, parent: tuple[str, str] | None) -> Sequence[tuple[str, str]]:
        """The keys below a key, of the top without one."""
        ...

    def accessible_node(self, key: tuple[str, str]) -> Node | None:
        """One item, None when it is gone."""
        ...

    def accessible_parent(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """The key above a key, None at the top."""
        ...

    def accessible_at(self, x: int, y: int) -> tuple[str, str] | None:
        """The item at a place on the screen."""
        ...


class TreeInterface(QAccessibleWidget):
    """The widget itself, with its items as children."""

    def __init__(self, widget: QWidget, tree: "OfferedTree", role: QAccessible.Role) -> None:
        super().__init__(widget, role, widget.accessibleName())
        self._widget, self._tree = widget, tree
        self._items: dict[tuple[str, str], ItemInterface] = {}

    def item(self, key: tuple[str, str]) -> "ItemInterface":
        """The interface of an item, always the same one."""
        known = self._items.get(key)
        if known is None:
            known = self._items[key] = ItemInterface(self, self._widget, self._tree, key)
        return known

    def close(self) -> None:
        """Let go of the items in good order: Qt knows them by number and would meet them again."""
        for item in self._items.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items.clear()

    def childCount(self) -> int:
        """How many items stand at the top."""
        return len(self._tree.accessible_children(None))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An item at the top."""
        keys = self._tree.accessible_children(None)
        return self.item(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an item at the top."""
        keys = list(self._tree.accessible_children(None))
        key = child.key if isinstance(child, ItemInterface) else None
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item at a place on the screen."""
        key = self._tree.accessible_at(x, y)
        return self.item(key) if key is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item with the focus."""
        for key in list(self._items):
            node = self._tree.accessible_node(key)
            if node is not None and node.focused:
                return self._items[key]
        return None


class ItemInterface(QAccessibleInterface):
    """One item of a painted widget."""

    def __init__(self, top: TreeInterface, widget: QWidget, tree: Tree, key: tuple[str, str]) -> None:
        super().__init__()
        self._top, self._widget, self._tree, self.key = top, widget, tree, key

    @property
    def _node(self) -> Node | None:
        return self._tree.accessible_node(self.key)

    def isValid(self) -> bool:
        """Whether the item still exists."""
        return self._node is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Items are no objects of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window that the item is seen in."""
        return self._widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The item above, else the widget."""
        key = self._tree.accessible_parent(self.key)
        return self._top.item(key) if key is not None else self._top

    def childCount(self) -> int:
        """How many items stand below."""
        return len(self._tree.accessible_children(self.key))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An item below."""
        keys = self._tree.accessible_children(self.key)
        return self._top.item(keys[index]) if 0 <= index < len(keys) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item at a place on the screen."""
        return self._top.childAt(x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an item below."""
        keys = list(self._tree.accessible_children(self.key))
        key = child.key if isinstance(child, ItemInterface) else None
        return keys.index(key) if key in keys else -1

    def rect(self) -> QRect:
        """Where the item is on the screen."""
        node = self._node
        return node.place if node is not None else QRect()

    def role(self) -> QAccessible.Role:
        """What kind of thing it is."""
        node = self._node
        return node.role if node is not None else Role.TreeItem

    def text(self, which: QAccessible.Text) -> str:
        """Its name as a sentence; its description carries the keys."""
        node = self._node
        if node is None:
            return ""
        return {QAccessible.Text.Name: node.name, QAccessible.Text.Description: node.description}.get(
            which, ""
        )

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Names come from the plan."""

    def state(self) -> QAccessible.State:
        """Whether it is selected and in focus."""
        state, node = QAccessible.State(), self._node
        state.focusable = state.selectable = True
        if node is None:
            state.invalid = True
            return state
        state.selected, state.focused = node.selected, node.focused
        if node.role is Role.CheckBox:
            state.checkable, state.checked = True, node.selected
        state.offscreen = (
            not self._widget.rect().translated(self._widget.mapToGlobal(_ORIGIN)).intersects(node.place)
        )
        return state

    def foregroundColor(self) -> QColor:
        """Left to the widget."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Left to the widget."""
        return QColor()


class OfferedTree:
    """The tree of a widget, which may be asked for before there is one: Qt keeps the first answer."""

    def __init__(self) -> None:
        self.tree: Tree | None = None

    def accessible_children(self, parent: tuple[str, str] | None) -> Sequence[tuple[str, str]]:
        """The keys below a key."""
        return self.tree.accessible_children(parent) if self.tree is not None else ()

    def accessible_node(self, key: tuple[str, str]) -> Node | None:
        """One item."""
        return self.tree.accessible_node(key) if self.tree is not None else None

    def accessible_parent(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """The key above a key."""
        return self.tree.accessible_parent(key) if self.tree is not None else None

    def accessible_at(self, x: int, y: int) -> tuple[str, str] | None:
        """The item at a place on the screen."""
        return self.tree.accessible_at(x, y) if self.tree is not None else None


class AccessibleTrees:
    """Hands out the interfaces of painted widgets; one per process, as Qt's factories are."""

    def __init__(self) -> None:
        self._known: dict[QObject, list[TreeInterface]] = {}
        self._past: list[TreeInterface] = []
        self._offered: dict[QObject, OfferedTree] = {}
        self._kinds: frozenset[type[QWidget]] = frozenset()
        # Qt holds no reference to it either.
        self._factory: Callable[[str, QObject], Any] = self._made
        QAccessible.installFactory(self._factory)

    @contextmanager
    def expecting(self, *kinds: type[QWidget]) -> Iterator[None]:
        """Answer for widgets of these classes while they are made: Qt may ask then, and keeps the answer."""
        self._kinds = frozenset(kinds)
        yield
        self._kinds = frozenset()

    def offer(self, widget: QWidget, tree: Tree) -> None:
        """Let a widget's items be read for as long as it lives."""
        self._tree_of(widget).tree = tree

    def announce(self, widget: QWidget, words: str, *, at_once: bool = False) -> None:
        """Let a screen reader say what happened; ``at_once`` interrupts it."""
        announce(widget, words, at_once=at_once)

    def _made(self, _class_name: str, widget: QObject) -> QAccessibleInterface | None:
        is_mine = widget in self._offered or type(widget) in self._kinds
        if not is_mine or not isinstance(widget, QWidget):
            return None
        # Asked while the widget is made and once more after it, Qt takes two answers and ends both.
        role = getattr(widget, "accessible_role", Role.Tree)
        made = TreeInterface(widget, self._tree_of(widget), role)
        self._known.setdefault(widget, []).append(made)
        return made

    def _tree_of(self, widget: QWidget) -> OfferedTree:
        known = self._offered.get(widget)
        if known is None:
            known = self._offered[widget] = OfferedTree()
            widget.destroyed.connect(lambda: self._forget(widget))
        return known

    def _forget(self, widget: QObject) -> None:
        self._offered.pop(widget, None)
        # Qt hears of the widget's end after us and still needs the interfaces then.
        self._past.extend(self._known.pop(widget, ()))
        QTimer.singleShot(0, self._bury)

    def _bury(self) -> None:
        while self._past:
            self._past.pop().close()
