"""The digest seals a project file: it finds every change to the rows, most of which SQLite's checks miss.

It is SHA-256 over the JSON of what the tables hold; docs/file-format.md tells others how to compute it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Cell = str | int | float | None
TableRows = Mapping[str, Sequence[tuple[Cell, ...]]]
"""The rows of every table by its name, columns as in the DDL, in the order of their primary keys."""


_AT_A_TIME: Final = 1_000
"""So many rows are written as JSON in one go, which lets no other thread run meanwhile."""
_write = json.JSONEncoder(
    ensure_ascii=True, allow_nan=False, check_circular=False, separators=(",", ":")
).encode


def digest_of(rows: TableRows, save_id: str) -> str:
    """64 hexadecimal digits over the rows and the save id."""
    digest = hashlib.sha256()
    for part in _written(rows, save_id):
        digest.update(part.encode("ascii"))
    return digest.hexdigest()


def _written(rows: TableRows, save_id: str) -> Iterator[str]:
    """The JSON of ``[save_id, rows]``, tables by name, in parts."""
    yield f"[{_write(save_id)},{{"
    for place, name in enumerate(sorted(rows)):
        yield f"{',' if place else ''}{_write(name)}:["
        table = rows[name]
        for start in range(0, len(table), _AT_A_TIME):
            yield f"{',' if start else ''}{_write(table[start : start + _AT_A_TIME])[1:-1]}"
        yield "]"
    yield "}]"
