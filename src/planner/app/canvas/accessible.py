"""Offers painted things to screen readers: a widget's items as a tree with names, places and states.

Qt keeps no reference to interfaces made from Python, so they are kept here for as long as their widget lives.
An interface never answers for a child out of range: that ends the process.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr

from planner.app.canvas.accessible_items import ItemInterface
from planner.app.canvas.offering import Action, Key, Node, Tree, Walked
from planner.app.controls.speaking import announce

__all__ = ["AccessibleTrees", "Node", "TreeInterface", "read_of"]

Role = QAccessible.Role
_Kind = QAccessible.InterfaceType
_MANY: Final = {Role.Tree, Role.List}


class TreeInterface(QAccessibleWidget):
    """The widget itself, with its items as children."""

    def __init__(self, widget: QWidget, tree: "OfferedTree", role: QAccessible.Role) -> None:
        super().__init__(widget, role, widget.accessibleName())
        self._widget, self._tree = widget, tree
        self._items: dict[Key, ItemInterface] = {}
        self._selection = _Selection(self, tree)

    def item(self, key: Key) -> ItemInterface:
        """The interface of an item, always the same one."""
        known = self._items.get(key)
        if known is None:
            known = self._items[key] = ItemInterface(self, self._widget, self._tree, key)
        return known

    def known(self, key: Key) -> ItemInterface | None:
        """The interface of an item that somebody asked for before."""
        return self._items.get(key)

    def close(self) -> None:
        """Let go of the items in good order: Qt knows them by number and would meet them again."""
        for item in self._items.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items.clear()

    def state(self) -> QAccessible.State:
        """That of the widget, in which several items can be selected."""
        state = super().state()
        if self._tree.is_walked and self.role() in _MANY:
            state.multiSelectable = state.extSelectable = True
        return state

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
        key = self._tree.accessible_focus()
        return self.item(key) if key is not None else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What else it can be asked as: Qt takes an object for its address, a number it cannot take."""
        if kind == _Kind.SelectionInterface and self._tree.is_walked:
            return self._selection
        return VoidPtr(super().interface_cast(kind) or 0)


class _Selection(QAccessibleSelectionInterface):
    """The selection of a tree, read and changed by a screen reader."""

    def __init__(self, top: TreeInterface, tree: "OfferedTree") -> None:
        super().__init__()
        self._top, self._tree = top, tree

    def selectedItemCount(self) -> int:
        """How many items are selected."""
        return len(self._tree.accessible_selection())

    def selectedItems(self) -> list[QAccessibleInterface]:
        """The selected items, in the order in which they were selected."""
        return [self._top.item(key) for key in self._tree.accessible_selection()]

    def selectedItem(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One of the selected items."""
        keys = self._tree.accessible_selection()
        return self._top.item(keys[index]) if 0 <= index < len(keys) else None

    def isSelected(self, item: QAccessibleInterface) -> bool:
        """Whether an item is selected."""
        return isinstance(item, ItemInterface) and item.key in self._tree.accessible_selection()

    def select(self, item: QAccessibleInterface) -> bool:
        """Add an item to the selection."""
        if not isinstance(item, ItemInterface) or not item.isValid():
            return False
        others = [key for key in self._tree.accessible_selection() if key != item.key]
        self._tree.accessible_select([*others, item.key])
        return True

    def unselect(self, item: QAccessibleInterface) -> bool:
        """Take an item out of the selection."""
        if not self.isSelected(item) or not isinstance(item, ItemInterface):
            return False
        self._tree.accessible_select([key for key in self._tree.accessible_selection() if key != item.key])
        return True

    def selectAll(self) -> bool:
        """Left to the command for it, which knows teams and seats."""
        return False

    def clear(self) -> bool:
        """Select nothing."""
        self._tree.accessible_select([])
        return True


class OfferedTree:
    """The tree of a widget, which may be asked for before there is one: Qt keeps the first answer."""

    def __init__(self) -> None:
        self.tree: Tree | None = None
        self._walked: Walked | None = None

    def take(self, tree: Tree) -> None:
        """Answer for this tree from now on."""
        self.tree = tree
        self._walked = tree if isinstance(tree, Walked) else None

    @property
    def is_walked(self) -> bool:
        """Whether it tells of focus, selection and actions as well."""
        return self._walked is not None

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """The keys below a key."""
        return self.tree.accessible_children(parent) if self.tree is not None else ()

    def accessible_node(self, key: Key) -> Node | None:
        """One item."""
        return self.tree.accessible_node(key) if self.tree is not None else None

    def accessible_parent(self, key: Key) -> Key | None:
        """The key above a key."""
        return self.tree.accessible_parent(key) if self.tree is not None else None

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The item at a place on the screen."""
        return self.tree.accessible_at(x, y) if self.tree is not None else None

    def accessible_focus(self) -> Key | None:
        """The item with the focus."""
        return self._walked.accessible_focus() if self._walked is not None else None

    def accessible_selection(self) -> Sequence[Key]:
        """The selected items."""
        return self._walked.accessible_selection() if self._walked is not None else ()

    def accessible_select(self, keys: Sequence[Key]) -> None:
        """Select just these."""
        if self._walked is not None:
            self._walked.accessible_select(keys)

    def accessible_actions(self, key: Key) -> Sequence[Action]:
        """What can be done with an item."""
        return self._walked.accessible_actions(key) if self._walked is not None else ()


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
        self._tree_of(widget).take(tree)

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


def read_of(widget: QWidget) -> TreeInterface | None:
    """What reads a widget's items to a screen reader; None while none listens, so that nobody pays for it."""
    if not QAccessible.isActive():
        return None
    found = QAccessible.queryAccessibleInterface(widget)
    return found if isinstance(found, TreeInterface) else None
