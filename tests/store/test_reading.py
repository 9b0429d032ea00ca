"""Rows are read by what SQLite tells of the frozen DDL, without SQLAlchemy."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import INTEGER, REAL, TEXT

from planner.domain import Aim, Project, Rows, Scenario, Stage, Structure
from planner.store import save
from planner.store.reading import tables_of
from planner.store.schema import ddl
from planner.store.tables import METADATA

SCRIPT = """
import sys
from planner.store import read
print(read(sys.argv[1]).name, "sqlalchemy" in sys.modules)
"""


def test_reading_a_file_needs_no_sqlalchemy(tmp_path: Path) -> None:
    file = tmp_path / "plan.teamplan"
    scenario = Scenario(
        id="now", name="Now", stage=Stage.ENTERPRISE, aim=Aim.PRODUCT, structure=Structure.HYBRID
    )
    save(Project(name="Plan", scenarios=Rows((scenario,))), file)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == ["Plan", "False"], done.stdout + done.stderr


def test_tables_are_read_just_as_sqlalchemy_writes_them() -> None:
    types = {TEXT: str, INTEGER: int, REAL: float}
    read = {
        table.name: [(column.name, column.type, column.may_be_empty) for column in table.columns]
        for table in tables_of(ddl())
    }
    written = {
        name: [(column.name, types[type(column.type)], bool(column.nullable)) for column in table.columns]
        for name, table in METADATA.tables.items()
    }
    assert read == written


def test_rows_come_in_the_order_of_their_primary_keys() -> None:
    (links,) = [table for table in tables_of(ddl()) if table.name == "link"]
    assert links.statement.endswith('ORDER BY "scenario", "source", "target", "kind"')
