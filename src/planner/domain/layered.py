"""A mapping of which many versions share one index, so that changing a few of its values copies little."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Final, TypeVar, overload

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")
OtherT = TypeVar("OtherT")

_AT_MOST: Final = 64
"""So many changes lie over an index before they are worked into it."""


class Layered(Mapping[KeyT, ValueT]):
    """Values by key; a value itself, never changed. ``with_changes`` gives the next version.

    Changes lie over an index that is shared with the versions before, until they are many or everything is
    asked for. Equal to any mapping of the same values; what was added stands last.
    """

    __slots__ = ("_base", "_gone", "_over")

    def __init__(self, values: Mapping[KeyT, ValueT]) -> None:
        self._base: dict[KeyT, ValueT] = dict(values)
        self._over: dict[KeyT, ValueT] = {}
        self._gone: frozenset[KeyT] = frozenset()

    def with_changes(
        self, changed: Mapping[KeyT, ValueT], gone: Iterable[KeyT] = ()
    ) -> "Layered[KeyT, ValueT]":
        """The same with some values changed or added, and without the keys that are ``gone``."""
        new: Layered[KeyT, ValueT] = Layered.__new__(Layered)
        new._base = self._base
        new._over = {**self._over, **changed}
        left = self._gone.difference(changed)
        for key in gone:
            new._over.pop(key, None)
            if key in self._base:
                left |= {key}
        new._gone = left
        if len(new._over) + len(left) > _AT_MOST:
            new._whole()
        return new

    def _whole(self) -> dict[KeyT, ValueT]:
        """The index with all changes worked in, kept for the next time."""
        if self._over or self._gone:
            base = self._base | self._over
            for key in self._gone:
                del base[key]
            self._base, self._over, self._gone = base, {}, frozenset()
        return self._base

    def __getitem__(self, key: KeyT) -> ValueT:
        if key in self._over:
            return self._over[key]
        if key in self._gone:
            raise KeyError(key)
        return self._base[key]

    @overload
    def get(self, key: KeyT, /) -> ValueT | None: ...
    @overload
    def get(self, key: KeyT, /, default: ValueT | OtherT) -> ValueT | OtherT: ...
    def get(self, key: KeyT, /, default: ValueT | OtherT | None = None) -> ValueT | OtherT | None:
        """The value under a key, or the default."""
        if key in self._over:
            return self._over[key]
        return default if key in self._gone else self._base.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._over or (key in self._base and key not in self._gone)

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def keys(self) -> KeysView[KeyT]:
        """All keys."""
        return self._whole().keys()

    def values(self) -> ValuesView[ValueT]:
        """All values."""
        return self._whole().values()

    def items(self) -> ItemsView[KeyT, ValueT]:
        """All keys with their values."""
        return self._whole().items()
