"""The database at work holds after each step just what the plan holds, and writes no more than changed."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from tests.store.conftest import whole_project
from tests.strategies import journeys

from planner.domain import Difference, Person, edits
from planner.errors import PlannerError
from planner.messages import message
from planner.store.opening import judge
from planner.store.working.database import State, WorkDatabase
from planner.store.working.image import image_from
from planner.store.working.kinds import Kind

fresh_folders = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def begun(folder, project, name="work.db"):
    database = WorkDatabase(folder / name)
    database.begin(project, State())
    return database


def do(database, position, edited):
    database.commit(Kind.DO, edited.difference, State(position=position))


@fresh_folders
@given(journeys(most=10))
def test_after_each_step_and_each_step_back_the_rows_are_those_of_the_project(tmp_path_factory, journey):
    start, done = journey
    folder = tmp_path_factory.mktemp("work")
    database = begun(folder, start)
    projects = [start]
    for position, edited in enumerate(done, 1):
        do(database, position, edited)
        projects.append(edited.project)
        assert database.project() == edited.project
    for position in range(len(done), 0, -1):
        difference = done[position - 1].difference
        database.commit(Kind.UNDO, difference.inverse(), State(position=position - 1))
        assert database.project() == projects[position - 1]
    for position, edited in enumerate(done, 1):
        database.commit(Kind.REDO, edited.difference, State(position=position))
    assert database.project() == projects[-1]
    assert database.steps(1, len(done)) == [edited.difference for edited in done]
    data = image_from(database.raw, folder, save_id="5" * 32, project=projects[-1], name="x")
    assert judge(data, "x") == (projects[-1], True)
    database.close()


def test_many_people_put_into_one_spot_keep_their_order(tmp_path):
    project = whole_project()
    database = begun(tmp_path, project)
    for number in range(200):
        at = 1 if number % 2 else 0
        difference = Difference(message("Add"), (came(Person(id=f"n{number}", name="N"), at),))
        project = difference.applied(project)
        database.commit(Kind.DO, difference, State(position=number + 1))
    assert database.project() == project
    database.close()


def came(person, at):
    from planner.domain import Change, Table

    return Change(table=Table.PEOPLE, scenario=None, before=None, after=person, now_at=at)


def test_a_step_that_cannot_be_written_leaves_everything_as_it_was(tmp_path):
    project = whole_project()
    database = begun(tmp_path, project)
    edited = edits.add_person(project, person=Person(id="n", name="half \ud800"))
    with pytest.raises(UnicodeEncodeError):
        do(database, 1, edited)
    assert database.project() == project
    assert database.state() == State()
    do(database, 1, edits.add_person(project, person=Person(id="n", name="Whole")))
    assert [person.name for person in database.project().people][-1] == "Whole"
    database.close()


def test_a_new_step_after_undo_forgets_what_was_undone(tmp_path):
    project = whole_project()
    database = begun(tmp_path, project)
    first = edits.edit_project(project, name="First")
    do(database, 1, first)
    do(database, 2, edits.edit_project(first.project, name="Second"))
    database.commit(Kind.UNDO, database.steps(2, 2)[0].inverse(), State(position=1))
    other = edits.edit_project(first.project, name="Other")
    do(database, 2, other)
    assert database.steps(1, 9) == [first.difference, other.difference]
    assert database.length() == 2
    database.close()


def test_it_is_kept_for_one_connection_with_every_step_forced_to_the_disk(tmp_path):
    database = begun(tmp_path, whole_project())
    told = {
        name: database.raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("locking_mode", "journal_mode", "synchronous", "foreign_keys")
    }
    assert told == {"locking_mode": "exclusive", "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert {each.name for each in tmp_path.iterdir()} == {"work.db", "work.db-wal"}
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        WorkDatabase(tmp_path / "work.db")
    database.close()


def test_an_edit_writes_the_rows_that_it_changed_and_no_other(tmp_path):
    project = whole_project()
    database = begun(tmp_path, project)
    seen = []
    database.raw.set_trace_callback(seen.append)
    do(database, 1, edits.edit_person(project, person="p1", name="Karin Voss-Lind"))
    database.raw.set_trace_callback(None)
    written = [text for text in seen if text.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [text.split()[:3] for text in written] == [
        ["UPDATE", "person", "SET"],
        ["DELETE", "FROM", "history"],
        ["INSERT", "INTO", "history"],
        ["UPDATE", "state", "SET"],
    ]
    database.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path):
    database = begun(tmp_path, whole_project())
    database.raw.execute("PRAGMA user_version=99")
    database.close()
    with pytest.raises(PlannerError, match="newer version"):
        WorkDatabase(tmp_path / "work.db")


def test_the_image_holds_no_history_and_nothing_deleted(tmp_path):
    secret = "Wilhelmina Undisclosed"
    project = whole_project()
    database = begun(tmp_path, project)
    added = edits.add_person(project, person=Person(id="gone", name=secret, notes=secret))
    do(database, 1, added)
    removed = edits.remove_person(added.project, person="gone")
    do(database, 2, removed)
    renamed = edits.edit_project(removed.project, name="A new name")
    do(database, 3, renamed)
    data = image_from(database.raw, tmp_path, save_id="5" * 32, project=renamed.project, name="x")
    for text in (secret, project.name, "history", "state", "Remove", str(tmp_path), "work.db", "image"):
        assert text.encode() not in data, text
    assert b"A new name" in data
    assert secret.encode() in (tmp_path / "work.db-wal").read_bytes()
    assert {each.name for each in tmp_path.iterdir()} == {"work.db", "work.db-wal"}
    database.close()


def test_an_image_of_another_project_is_never_given(tmp_path):
    project = whole_project()
    database = begun(tmp_path, project)
    with pytest.raises(RuntimeError, match="does not hold the project"):
        image_from(
            database.raw,
            tmp_path,
            save_id="5" * 32,
            project=edits.edit_project(project, name="Another").project,
            name="x",
        )
    database.close()
