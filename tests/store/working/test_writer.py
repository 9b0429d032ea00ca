"""The writer never holds an edit up: what cannot be written waits in memory, told once, tried again."""

import shutil
import threading

import pytest
from tests.store.conftest import whole_project

from planner.domain import edits
from planner.store.working import NotKeptError, Writer
from planner.store.working.database import State, WorkDatabase
from planner.store.working.kinds import Kind


class Told:
    """What the writer told of its troubles, and a way to wait for the next word."""

    def __init__(self):
        self.words = []
        self._came = threading.Semaphore(0)

    def __call__(self, trouble):
        self.words.append(None if trouble is None else str(trouble))
        self._came.release()

    def next(self):
        assert self._came.acquire(timeout=30)
        return self.words[-1]


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "session"


@pytest.fixture
def writer(folder, told):
    writer = Writer(folder / "work.db", prepare=lambda: folder.mkdir(exist_ok=True), troubled=told)
    yield writer
    writer.close()


@pytest.fixture
def project():
    return whole_project()


def begin(writer, project):
    def fill(database):
        if not database.is_begun:
            database.begin(project, State())

    return writer.keep(fill)


def do(writer, position, edited):
    return writer.keep(lambda database: database.commit(Kind.DO, edited.difference, State(position=position)))


def test_what_was_handed_over_is_on_the_disk_once_it_says_so(writer, project, folder):
    begin(writer, project)
    edited = edits.edit_project(project, name="Kept")
    do(writer, 1, edited).result(timeout=30)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    database = WorkDatabase(copy / "work.db")
    assert database.project() == edited.project
    database.close()


def test_a_folder_that_is_gone_is_told_once_and_the_session_goes_on(writer, project, folder, told):
    begin(writer, project)
    assert writer.flush()
    away = folder.rename(folder.with_name("away"))
    first = edits.edit_project(project, name="First")
    second = edits.edit_project(first.project, name="Second")
    kept = [do(writer, 1, first), do(writer, 2, second)]
    assert told.next() == (
        "Edits are no longer kept safe on this computer: its folder is gone. Save the plan to keep them."
    )
    assert not writer.flush()
    with pytest.raises(NotKeptError):
        writer.ask(lambda database: database.project()).result(timeout=30)
    assert [each.done() for each in kept] == [False, False]
    assert len(told.words) == 1
    away.rename(folder)
    assert writer.flush()
    assert told.next() is None
    assert [each.result(timeout=30) for each in kept] == [None, None]
    assert writer.ask(lambda database: database.project()).result() == second.project


def test_what_waits_is_tried_again_by_itself(folder, project, told):
    blocked = folder.with_name("blocked")
    blocked.write_text("a file where the folder should be")

    def prepare():
        (blocked / "session").mkdir(parents=True, exist_ok=True)

    writer = Writer(blocked / "session" / "work.db", prepare=prepare, troubled=told, retry=0.01)
    begun = begin(writer, project)
    assert "Edits are no longer kept safe" in told.next()
    blocked.unlink()
    begun.result(timeout=30)
    assert told.next() is None
    assert writer.close()


def test_a_full_disk_is_told_and_mended(writer, project, told):
    begin(writer, project)
    pages = writer.ask(lambda database: database.raw.execute("PRAGMA page_count").fetchone()[0]).result()
    # A database that may not grow answers as a full disk does.
    writer.ask(lambda database: database.raw.execute(f"PRAGMA max_page_count={pages}").fetchone()).result()
    long = edits.edit_project(project, notes="much " * 100_000)
    kept = do(writer, 1, long)
    assert "the disk is full" in told.next()
    assert writer.flush()  # opened anew, it may grow again
    assert kept.result(timeout=30) is None
    assert told.words[-1] is None
    assert writer.ask(lambda database: database.project()).result() == long.project


def test_half_a_character_is_told_in_words(writer, project, told):
    begin(writer, project)
    do(writer, 1, edits.edit_project(project, name="half \ud800"))
    assert "half a character stands in" in told.next()


def test_a_step_that_was_written_although_the_disk_said_no_is_not_made_twice(writer, project, folder):
    begin(writer, project)
    edited = edits.edit_project(project, name="Once")
    failures = iter([OSError("the disk did not answer"), None])

    def commit(database):
        database.commit(Kind.DO, edited.difference, State(position=1))
        failure = next(failures)
        if failure is not None:
            raise failure

    kept = writer.keep(commit)
    assert writer.flush()
    kept.result(timeout=30)
    assert writer.ask(lambda database: (database.length(), database.project())).result() == (
        1,
        edited.project,
    )


def test_closing_writes_what_is_still_to_be_written(writer, project, folder):
    begin(writer, project)
    state = project
    for position in range(1, 51):
        edited = edits.edit_project(state, name=f"Step {position}")
        do(writer, position, edited)
        state = edited.project
    assert writer.close()
    assert writer.close()
    assert {each.name for each in folder.iterdir()} == {"work.db"}
    database = WorkDatabase(folder / "work.db")
    assert (database.project(), database.length()) == (state, 50)
    database.close()


def test_a_writer_at_rest_begins_with_the_second_thing_that_it_is_given(folder, project, told):
    def made() -> Writer:
        return Writer(
            folder / "work.db", prepare=lambda: folder.mkdir(exist_ok=True), troubled=told, rest=3600
        )

    writer = made()
    begun = begin(writer, project)
    assert not begun.done()
    edited = edits.edit_project(project, name="Kept")
    do(writer, 1, edited).result(timeout=30)
    assert begun.done()
    assert writer.close()
    shutil.rmtree(folder)
    writer = made()
    begin(writer, project)
    assert writer.ask(lambda database: database.project()).result(timeout=30) == project
    assert writer.close()
