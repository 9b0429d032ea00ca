"""The database at work: the rows of a plan as they stand, the steps that led there, all safe after each step.

It lies in a folder of ours, never beside a document. One connection has it for itself, so that its log needs
no shared memory; each step is one transaction, forced to the disk before it counts. sqlite3 runs the
statements that SQLAlchemy wrote once: docs/decisions/0016-database-at-work.md has the figures.

Imports SQLAlchemy: load it where rows are read or written.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from sqlalchemy import bindparam, case, delete, insert, select, update

from planner.domain import Difference, Project
from planner.errors import PlannerError
from planner.store import history
from planner.store.content import project_of
from planner.store.opening import uncollected
from planner.store.reading import select_content
from planner.store.rows import rows_of
from planner.store.schema import APPLICATION_ID, VERSION, ddl
from planner.store.tables import CONTENT, METADATA
from planner.store.working.changes import write_changes
from planner.store.working.kinds import Kind
from planner.store.working.places import Places, dense, spaced
from planner.store.working.statements import statements_of, text_of
from planner.store.working.tables import HISTORY, STATE, work_ddl

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",  # what a plan once held must not lie about in the system's temporary folder
    "locking_mode=EXCLUSIVE",  # before the journal mode, so that the log needs no shared memory beside it
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",  # macOS alone knows a difference: without it a step may still be in the disk's own cache
    "foreign_keys=ON",
)


class State(Struct, frozen=True, kw_only=True):
    """Where in the history the rows stand (0: before its first step), and which place in it was saved.

    ``saved`` is None when no step of this history leads to what the document holds; ``image`` is the place of
    the image that was made last to be saved, and ``image_sha256`` is of its bytes.
    """

    position: int = 0
    saved: int | None = None
    image: int | None = None
    image_sha256: str | None = None


class WorkDatabase:
    """An open database at work, for the one thread that made it."""

    def __init__(self, path: Path) -> None:
        """Open or begin one; sqlite3.Error when it cannot be, PlannerError when a newer version made it."""
        self.path = path
        self.raw = sqlite3.connect(path, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                self.raw.execute(f"PRAGMA {pragma}").fetchall()
            self.is_begun = self._is_begun()
        except BaseException:
            self.raw.close()
            raise
        self._places = Places(self.raw)
        self._is_fresh = True

    def close(self) -> None:
        """Write the log back into the database and give it free."""
        self.raw.close()

    def begin(self, project: Project, state: State, steps: Sequence[Difference] = ()) -> None:
        """Make the tables and fill them with a project and the steps that led to it, in one transaction."""
        with uncollected():
            rows = spaced(rows_of(project))
        with _transaction(self.raw, self._places):
            self.raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
            self.raw.execute(f"PRAGMA user_version={VERSION}")
            for statement in _split(ddl() + work_ddl()):
                self.raw.execute(statement)
            self.raw.execute(_ADD_STATE, (1, state.position, state.saved, None, None))
            self.raw.executemany(
                _ADD_STEP, ((place, history.dumps(step)) for place, step in enumerate(steps, 1))
            )
            for table in CONTENT:  # parents first
                statements_of(table.name).insert.run_all(self.raw, rows[table.name])
        self.is_begun, self._is_fresh = True, False

    def commit(self, kind: Kind, difference: Difference, state: State) -> None:
        """Make one step durable: its rows, its line in the history when it is new, and where that leads."""
        if self._already_holds(state):
            return
        with _transaction(self.raw, self._places):
            write_changes(self.raw, self._places, difference)
            if kind is Kind.DO:
                self.raw.execute(_FORGET_FROM, (state.position,))
                self.raw.execute(_ADD_STEP, (state.position, history.dumps(difference)))
            self._set_state(state)

    def mark(self, state: State) -> None:
        """Note another state of the same rows: that they were saved, or an image was made of them."""
        with _transaction(self.raw, self._places):
            self._set_state(state)
            if state.image_sha256 is not None:
                self.raw.execute(_SET_IMAGE, (state.image_sha256,))

    def state(self) -> State:
        """Where it stands."""
        _, position, saved, image, sha256 = self.raw.execute(_STATE).fetchone()
        return State(position=position, saved=saved, image=image, image_sha256=sha256)

    def length(self) -> int:
        """How many steps the history has, those that were undone with them."""
        (last,) = self.raw.execute(_LAST_STEP).fetchone() or (0,)
        return int(last)

    def steps(self, first: int, last: int) -> list[Difference]:
        """The steps from one position to another, both with them."""
        return [history.loads(line) for (line,) in self.raw.execute(_STEPS, (first, last))]

    def plan_name(self) -> str:
        """The name of the plan."""
        (name,) = self.raw.execute(_PLAN_NAME).fetchone()
        return str(name)

    def project(self) -> Project:
        """The project that the rows make; OddContentError or sqlite3.Error when they are damaged."""
        found = self.raw.execute("PRAGMA quick_check(1)").fetchall()
        if found != [("ok",)]:
            raise sqlite3.DatabaseError(str(found[0][0]))
        with uncollected():
            return project_of(dense(select_content(self.raw)))

    def _already_holds(self, state: State) -> bool:
        """Whether the first step after opening was written before, though the disk said that it failed."""
        was_fresh, self._is_fresh = self._is_fresh, False
        return was_fresh and self.state().position == state.position

    def _set_state(self, state: State) -> None:
        self.raw.execute(_SET_STATE, (state.position, state.saved, state.image, state.image))

    def _is_begun(self) -> bool:
        (version,) = self.raw.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise PlannerError(
                "A plan kept on this computer was edited with a newer version of this program: "
                "open it with that version."
            )
        (mode,) = self.raw.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            raise sqlite3.OperationalError(f"the log of the database at work cannot be kept: {mode}")
        return bool(version)


class _transaction:  # noqa: N801 - used as a statement
    """All of it or nothing; references are checked at its end, so that rows may come in any order."""

    def __init__(self, raw: sqlite3.Connection, places: Places) -> None:
        self._raw, self._places = raw, places

    def __enter__(self) -> None:
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute("PRAGMA defer_foreign_keys=ON")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            try:
                if self._raw.in_transaction:
                    self._raw.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
        else:
            self._roll_back()

    def _roll_back(self) -> None:
        self._places.clear()
        with suppress(sqlite3.Error):
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK")


def _split(script: str) -> Iterable[str]:
    return (statement for statement in script.split(";") if statement.strip())


_ADD_STEP = text_of(insert(HISTORY))
_FORGET_FROM = text_of(delete(HISTORY).where(HISTORY.c.position >= bindparam("first")))
_LAST_STEP = text_of(select(HISTORY.c.position).order_by(HISTORY.c.position.desc()))
_STEPS = text_of(
    select(HISTORY.c.step)
    .where(HISTORY.c.position >= bindparam("first"), HISTORY.c.position <= bindparam("last"))
    .order_by(HISTORY.c.position)
)
_PLAN_NAME = text_of(select(METADATA.tables["project"].c.name))
_ADD_STATE = text_of(insert(STATE))
_STATE = text_of(select(STATE))
_SAME_IMAGE = STATE.c.image.is_not_distinct_from(bindparam("same_image"))
_SET_STATE = text_of(
    update(STATE).values(
        position=bindparam("new_position"),
        saved=bindparam("new_saved"),
        image=bindparam("new_image"),
        image_sha256=case((_SAME_IMAGE, STATE.c.image_sha256)),  # a digest is of one place and no other
    )
)
_SET_IMAGE = text_of(update(STATE).values(image_sha256=bindparam("new_image_sha256")))
