"""The digest is what docs/file-format.md tells others to compute, though it is made in parts."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from planner.store.digest import TableRows, digest_of

CELLS = st.none() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=4)
TABLES = st.dictionaries(st.text(max_size=4), ROWS, max_size=4)


def told(rows: TableRows, save_id: str) -> str:
    """SHA-256 over the JSON of save id and tables in one text."""
    content = [save_id, {name: rows[name] for name in sorted(rows)}]
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


@given(TABLES, st.text())
def test_the_digest_is_that_of_the_json_in_one(rows: TableRows, save_id: str) -> None:
    assert digest_of(rows, save_id) == told(rows, save_id)


def test_a_table_of_many_rows_is_sealed_as_one_of_few() -> None:
    for count in (999, 1_000, 1_001, 2_500):
        rows: TableRows = {
            "person": [(f"p{number}", number, 0.5, None) for number in range(count)],
            "team": [],
        }
        assert digest_of(rows, "é") == told(rows, "é")
