"""The digest seals a project file: it finds every change to the rows, most of which SQLite's checks miss.

It is SHA-256 over the JSON of what the tables hold; docs/file-format.md tells others how to compute it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Cell = str | int | float | None
TableRows = Mapping[str, Sequence[tuple[Cell, ...]]]
"""The rows of every table by its name, columns as in the DDL, in the order of their primary keys."""


def digest_of(rows: TableRows, save_id: str) -> str:
    """64 hexadecimal digits over the rows and the save id."""
    content = [save_id, {name: rows[name] for name in sorted(rows)}]
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
