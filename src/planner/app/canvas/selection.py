"""The selection, shared by canvas, bench and panel: what is selected, where the focus stands."""

from collections.abc import Container, Iterable

from PySide6.QtCore import QObject, Signal

Key = tuple[str, str]
"""What can be selected: ("seat", id), ("team", id) or ("person", id)."""


class Selection(QObject):
    """Things that are selected, in the order in which they were added, and the one with the focus.

    Signals:
        changed(): other things are selected, or the focus moved.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Key, ...] = ()
        self._focus: Key | None = None

    @property
    def items(self) -> tuple[Key, ...]:
        """What is selected."""
        return self._items

    @property
    def focus(self) -> Key | None:
        """Where the keyboard stands, selected or not."""
        return self._focus

    @property
    def single(self) -> Key | None:
        """The only thing that is selected, None when there are none or several."""
        return self._items[0] if len(self._items) == 1 else None

    def seats(self) -> tuple[str, ...]:
        """The ids of the selected seats."""
        return tuple(key for kind, key in self._items if kind == "seat")

    def select(self, *keys: Key) -> None:
        """Select exactly these; the last gets the focus."""
        self._set(tuple(dict.fromkeys(keys)), keys[-1] if keys else self._focus)

    def toggle(self, key: Key) -> None:
        """Add a thing to the selection, or take it out."""
        items = tuple(item for item in self._items if item != key)
        self._set(items if len(items) < len(self._items) else (*items, key), key)

    def extend(self, keys: Iterable[Key]) -> None:
        """Add things to the selection."""
        added = tuple(keys)
        self._set(tuple(dict.fromkeys((*self._items, *added))), added[-1] if added else self._focus)

    def move_focus(self, key: Key | None) -> None:
        """Move the focus without selecting."""
        self._set(self._items, key)

    def clear(self) -> None:
        """Select nothing; the focus stays."""
        self._set((), self._focus)

    def keep(self, existing: Container[Key]) -> None:
        """Forget what the plan no longer has."""
        focus = self._focus if self._focus in existing else None
        self._set(tuple(item for item in self._items if item in existing), focus)

    def _set(self, items: tuple[Key, ...], focus: Key | None) -> None:
        if (items, focus) != (self._items, self._focus):
            self._items, self._focus = items, focus
            self.changed.emit()
