"""What the database at work has beside the tables of a plan: the steps done, and where in them it stands.

Imports SQLAlchemy: load it where rows are read or written.
"""

from sqlalchemy import INTEGER, TEXT, Column, MetaData, Table

from planner import resources

WORK_METADATA = MetaData()

HISTORY = Table(
    "history",
    WORK_METADATA,
    Column("position", INTEGER, nullable=False, primary_key=True),
    Column("step", TEXT, nullable=False),
)
STATE = Table(
    "state",
    WORK_METADATA,
    Column("id", INTEGER, nullable=False, primary_key=True),
    Column("position", INTEGER, nullable=False),
    Column("saved", INTEGER),
    Column("image", INTEGER),
    Column("image_sha256", TEXT),
)


def work_ddl() -> str:
    """The statements that make these tables; they never stand in a project file."""
    return resources.read_text("schema/work-v1.sql")
