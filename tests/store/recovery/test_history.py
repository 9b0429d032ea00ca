"""Undo goes back to the first step, and memory holds the latest ones."""

from concurrent.futures import Future

import pytest
from tests.store.recovery.conftest import renamed

from planner.domain import Difference
from planner.errors import PlannerError
from planner.messages import message
from planner.store.recovery.history import IN_MEMORY, LOADED, History

STEPS = [Difference(message(f"step {number}")) for number in range(2_000)]


def done():
    written = Future()
    written.set_result(None)
    return written


def load(first, last):
    return STEPS[first - 1 : last]


def test_every_step_is_found_and_few_are_held():
    history = History(load, length=0)
    for position, step in enumerate(STEPS):
        history.add(position, step, done())
    assert history.in_memory == IN_MEMORY
    for index in [*range(len(STEPS) - 1, -1, -1), *range(len(STEPS))]:
        assert history[index] == STEPS[index]
        assert history.in_memory <= max(IN_MEMORY, LOADED)
    assert len(history) == len(STEPS)


def test_steps_that_are_not_written_stay_in_memory():
    history = History(load, length=0)
    for position, step in enumerate(STEPS):
        history.add(position, step, Future())
    assert history.in_memory == len(STEPS)
    assert history[0] == STEPS[0]


def test_a_new_step_forgets_those_behind_it():
    history = History(load, length=len(STEPS))
    other = Difference(message("another way"))
    assert history[700] == STEPS[700]
    history.add(100, other, done())
    assert len(history) == 101
    assert history[100] == other
    assert history[99] == STEPS[99]
    with pytest.raises(IndexError):
        history[101]


def test_the_whole_way_back_is_read_from_the_disk(desk, project):
    session = desk.begin(project)
    plan = project
    for number in range(IN_MEMORY + 300):
        plan = renamed(session, plan, f"Step {number}")
    session.flush()
    renamed(session, plan, "Last")
    assert session.history.in_memory <= IN_MEMORY + 1
    while session.position:
        difference = session.history[session.position - 1].inverse()
        plan = difference.applied(plan) if session.position <= IN_MEMORY + 300 else plan
        session.record(difference, "undo")
    assert plan == project
    assert session.flush()


def test_a_crash_far_back_in_the_history_keeps_all_that_can_be_done_again(desk, project):
    session = desk.begin(project)
    plan = project
    for number in range(IN_MEMORY + 100):
        plan = renamed(session, plan, f"Step {number}")
    for _ in range(IN_MEMORY + 50):
        session.record(session.history[session.position - 1].inverse(), "undo")
    desk.crash()
    (lost,) = desk.recovery.lost()
    back, plan = desk.resume(lost)
    assert (plan.name, back.position, len(back.history)) == ("Step 49", 50, IN_MEMORY + 100)
    while back.position < len(back.history):
        difference = back.history[back.position]
        plan = difference.applied(plan)
        back.record(difference, "redo")
    assert plan.name == f"Step {IN_MEMORY + 99}"


def test_history_that_cannot_be_read_is_a_sentence(desk, project):
    session = desk.begin(project)
    plan = project
    for number in range(IN_MEMORY + 10):
        plan = renamed(session, plan, f"Step {number}")
    session.flush()
    renamed(session, plan, "Last")
    session.flush()
    session.folder.rename(session.folder.with_name("away"))
    with pytest.raises(PlannerError, match="can no longer be undone"):
        session.history[0]
    session.folder.with_name("away").rename(session.folder)
    assert session.history[0].label is not None


def test_there_is_nothing_before_the_first_step(desk, project):
    session = desk.begin(project)
    for kind in ("undo", "redo"):
        with pytest.raises(LookupError, match=f"there is no step to {kind}"):
            session.record(Difference(message("none")), kind)
