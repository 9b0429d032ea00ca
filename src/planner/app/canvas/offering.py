"""Offering is what a painted widget tells of its items, so that screen readers can read and use them."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

Key: TypeAlias = tuple[str, str]


class Node(Struct, frozen=True):
    """One item: its key, what it is, where it is on the screen, and whether selected and in focus.

    ``level`` counts from 1 at the top, 0 where there are none; ``expanded`` is None for what never folds.
    """

    key: Key
    name: str
    place: QRect
    role: QAccessible.Role = QAccessible.Role.TreeItem
    selected: bool = False
    focused: bool = False
    description: str = ""
    level: int = 0
    expanded: bool | None = None


class Action(Struct, frozen=True):
    """Something that can be done with an item: its name, the keys for it, and what does it."""

    name: str
    run: Callable[[], object]
    keys: str = ""


class Tree(Protocol):
    """What a painted widget tells of its items."""

    def accessible_children(self, parent: Key | None) -> Sequence[Key]:
        """The keys below a key, of the top without one."""
        ...

    def accessible_node(self, key: Key) -> Node | None:
        """One item, None when it is gone."""
        ...

    def accessible_parent(self, key: Key) -> Key | None:
        """The key above a key, None at the top."""
        ...

    def accessible_at(self, x: int, y: int) -> Key | None:
        """The item at a place on the screen."""
        ...


@runtime_checkable
class Walked(Protocol):
    """What a widget tells besides, whose items are walked by keys, selected and acted on."""

    def accessible_focus(self) -> Key | None:
        """The item where the keys act, None while they act elsewhere."""
        ...

    def accessible_selection(self) -> Sequence[Key]:
        """The items that are selected."""
        ...

    def accessible_select(self, keys: Sequence[Key]) -> None:
        """Select just these items."""
        ...

    def accessible_actions(self, key: Key) -> Sequence[Action]:
        """What can be done with an item, the usual thing first."""
        ...
