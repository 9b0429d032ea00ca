"""One item of a painted widget as screen readers ask for it: name, place, state, level, actions."""

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import VoidPtr

from planner.app.canvas.offering import Action, Key, Node, Tree

Role = QAccessible.Role
_Kind = QAccessible.InterfaceType
_ORIGIN: Final = QPoint(0, 0)
_NOTHING: Final = VoidPtr(0)


class _Top(Protocol):
    """The interface of the widget, which makes those of its items."""

    def item(self, key: Key) -> "ItemInterface": ...
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None: ...


class _Offered(Tree, Protocol):
    """The tree of a widget, with what can be done in it."""

    @property
    def is_walked(self) -> bool: ...
    def accessible_actions(self, key: Key) -> Sequence[Action]: ...


class ItemInterface(QAccessibleInterface):
    """One item of a painted widget."""

    def __init__(self, top: _Top, widget: QWidget, tree: _Offered, key: Key) -> None:
        super().__init__()
        self._top, self._widget, self._tree, self.key = top, widget, tree, key
        self._actions, self._attributes = _Actions(self), _Attributes(self)

    @property
    def node(self) -> Node | None:
        """What is told of the item now, None when it is gone."""
        return self._tree.accessible_node(self.key)

    @property
    def actions(self) -> Sequence[Action]:
        """What can be done with it."""
        return self._tree.accessible_actions(self.key)

    def isValid(self) -> bool:
        """Whether the item still exists."""
        return self.node is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Items are no objects of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window that the item is seen in."""
        return self._widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The item above, else the widget."""
        key = self._tree.accessible_parent(self.key)
        return self._top.item(key) if key is not None else self._top  # type: ignore[return-value]

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
        node = self.node
        return node.place if node is not None else QRect()

    def role(self) -> QAccessible.Role:
        """What kind of thing it is."""
        node = self.node
        return node.role if node is not None else Role.TreeItem

    def text(self, which: QAccessible.Text) -> str:
        """Its name as a sentence; its description carries the keys."""
        node = self.node
        if node is None:
            return ""
        return {QAccessible.Text.Name: node.name, QAccessible.Text.Description: node.description}.get(
            which, ""
        )

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Names come from the plan."""

    def state(self) -> QAccessible.State:
        """Whether it is selected, in focus, expanded and in sight."""
        state, node = QAccessible.State(), self.node
        state.focusable = state.selectable = True
        if node is None:
            state.invalid = True
            return state
        state.selected, state.focused = node.selected, node.focused
        if node.role is Role.CheckBox:
            state.checkable, state.checked = True, node.selected
        if node.expanded is not None:
            state.expandable, state.expanded, state.collapsed = True, node.expanded, not node.expanded
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

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What else it can be asked as: Qt takes an object for its address, a number it cannot take."""
        if kind == _Kind.ActionInterface and self._tree.is_walked:
            return self._actions
        if kind == _Kind.AttributesInterface and self._tree.is_walked:
            return self._attributes
        return _NOTHING


class _Actions(QAccessibleActionInterface):
    """What can be done with an item, by name."""

    def __init__(self, item: ItemInterface) -> None:
        super().__init__()
        self._item = item

    def _named(self, name: str) -> Action | None:
        return next((each for each in self._item.actions if each.name == name), None)

    def actionNames(self) -> list[str]:
        """The names, the usual thing first."""
        return [each.name for each in self._item.actions]

    def localizedActionName(self, name: str) -> str:
        """The name as it is read."""
        return name

    def localizedActionDescription(self, name: str) -> str:
        """The name says it all."""
        return name

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The keys that do the same."""
        found = self._named(name)
        return [found.keys] if found is not None and found.keys else []

    def doAction(self, name: str) -> None:
        """Do it, once whoever asks was answered: it may open a menu."""
        found = self._named(name)
        if found is not None:
            QTimer.singleShot(0, found.run)


class _Attributes(QAccessibleAttributesInterface):
    """How deep an item stands in its tree."""

    def __init__(self, item: ItemInterface) -> None:
        super().__init__()
        self._item = item

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """The level, where there are several."""
        node = self._item.node
        return [QAccessible.Attribute.Level] if node is not None and node.level else []

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        """The level, counted from 1 at the top."""
        node = self._item.node
        return node.level if node is not None and key == QAccessible.Attribute.Level else None
