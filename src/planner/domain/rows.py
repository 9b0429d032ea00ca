"""Rows are an immutable, ordered collection of keyed values, cheap to copy with one row changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView
from typing import Generic, Protocol, Self, TypeVar

Key = str | tuple[str, ...]


class Keyed(Protocol):
    """A value that knows the key under which it stands."""

    @property
    def key(self) -> Key:
        """The key, unique among the rows that the value stands in."""
        ...


RowT = TypeVar("RowT", bound=Keyed)
_Members = frozenset[Key]
_NOTHING = object()
_AT_MOST = 64
"""So many changes lie over an index before they are worked into it."""


class _Groups:
    """Keys by the value of one field, a few changed ones lying over the rest, which many rows share."""

    __slots__ = ("_base", "_over")

    def __init__(self, base: dict[object, _Members], over: dict[object, _Members]) -> None:
        self._base, self._over = base, over

    def get(self, value: object) -> _Members:
        members = self._over.get(value)
        return members if members is not None else self._base.get(value, frozenset())

    def moved(self, key: Key, old: object, new: object) -> "_Groups":
        over = self._over.copy()
        if old is not _NOTHING:
            over[old] = self.get(old) - {key}
        if new is not _NOTHING:
            over[new] = self.get(new) | {key}
        return _Groups(self._base | over, {}) if len(over) > _AT_MOST else _Groups(self._base, over)


class Rows(Generic[RowT]):
    """Values by key, in an order set by hand.

    Looking up a key is constant time, and so is changing a row in place: rows that changed or came lie over
    an index that is shared with the rows before, until they are many or all rows are asked for. Equal rows in
    equal order are equal.

    ``where`` finds rows by a field; what it has looked at once is kept, and carried on through changes, since
    most edits ask for the seats of one person among all.
    """

    __slots__ = ("_base", "_groups", "_order", "_over")

    def __init__(self, rows: Iterable[RowT] = ()) -> None:
        values = tuple(rows)
        self._base: dict[Key, RowT] = {row.key: row for row in values}
        self._over: dict[Key, RowT] = {}
        self._order: tuple[Key, ...] = tuple(row.key for row in values)
        self._groups: dict[str, _Groups] = {}
        if len(self._base) != len(self._order):
            twice = next(key for key in self._order if self._order.count(key) > 1)
            raise ValueError(f"the key {twice!r} stands twice")

    @classmethod
    def _of(
        cls,
        base: dict[Key, RowT],
        over: dict[Key, RowT],
        order: tuple[Key, ...],
        groups: dict[str, _Groups],
    ) -> Self:
        rows = cls.__new__(cls)
        rows._base, rows._over, rows._order, rows._groups = base, over, order, groups
        return rows

    def _whole(self) -> dict[Key, RowT]:
        """The index with all changes worked in.

        Kept for the next time. The index comes first, so that another thread that reads meanwhile finds
        either both or the new one alone.
        """
        over = self._over
        if over:
            self._base = self._base | over
            self._over = {}
        return self._base

    def __iter__(self) -> Iterator[RowT]:
        return map(self._whole().__getitem__, self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, key: object) -> bool:
        return key in self._base or key in self._over

    def __getitem__(self, key: Key) -> RowT:
        over = self._over
        return over[key] if over and key in over else self._base[key]

    def get(self, key: Key | None) -> RowT | None:
        """The row under a key, or None."""
        if key is None:
            return None
        over = self._over
        return over[key] if over and key in over else self._base.get(key)

    def pick(self, keys: Iterable[Key]) -> list[RowT]:
        """The rows under several keys, quicker than one by one; KeyError for one that is not there."""
        over, base = self._over, self._base
        if over and isinstance(keys, list | tuple) and len(keys) > len(base) // 4:
            base = self._whole()
        elif over:
            return [over[key] if key in over else base[key] for key in keys]
        return [*map(base.__getitem__, keys)]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows):
            return NotImplemented
        return self is other or (self._order == other._order and self._whole() == other._whole())

    def __hash__(self) -> int:
        return hash(self._order)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    def keys(self) -> KeysView[Key]:
        """The keys, for set operations; their order is not the rows' order."""
        has_all = len(self._base) == len(self._order)
        return (self._base if has_all else self._whole()).keys()

    @property
    def order(self) -> tuple[Key, ...]:
        """The keys in the rows' order."""
        return self._order

    def index(self, key: Key) -> int:
        """The place of a key in the order; linear in the number of rows."""
        return self._order.index(key)

    def where(self, field: str, value: object) -> list[RowT]:
        """The rows whose field has a value, in no particular order; quick from the second time on."""
        groups = self._groups.get(field)
        if groups is None:
            gathered: defaultdict[object, set[Key]] = defaultdict(set)
            for key, row in self._whole().items():
                gathered[getattr(row, field)].add(key)
            groups = _Groups({each: frozenset(keys) for each, keys in gathered.items()}, {})
            self._groups[field] = groups
        return self.pick(groups.get(value))

    def _regrouped(self, key: Key, before: RowT | None, after: RowT | None) -> dict[str, _Groups]:
        """The groups that were looked at, with one row come, gone or changed."""
        regrouped = {}
        for field, groups in self._groups.items():
            old = getattr(before, field) if before is not None else _NOTHING
            new = getattr(after, field) if after is not None else _NOTHING
            regrouped[field] = groups if old == new else groups.moved(key, old, new)
        return regrouped

    def put(self, row: RowT, at: int | None = None) -> Self:
        """These rows with one changed in place, or added at a place (else at the end)."""
        key = row.key
        before = self.get(key)
        groups = self._regrouped(key, before, row)
        order = self._order
        if before is None or at is not None:
            if before is not None:
                old = order.index(key)
                order = order[:old] + order[old + 1 :]
            place = len(order) if at is None else at
            new: tuple[Key, ...] = (key,)
            order = order[:place] + new + order[place:]  # at the end this copies once, not thrice
        over = {**self._over, key: row}
        if len(over) > _AT_MOST:
            return self._of(self._base | over, {}, order, groups)
        return self._of(self._base, over, order, groups)

    def without(self, key: Key) -> Self:
        """These rows less one."""
        place = self._order.index(key)
        base = self._whole().copy()
        groups = self._regrouped(key, base.pop(key), None)
        return self._of(base, {}, self._order[:place] + self._order[place + 1 :], groups)
