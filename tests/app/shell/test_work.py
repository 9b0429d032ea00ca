"""Work beside the window: values in, values out, refusals told, bugs raised."""

import threading

import pytest

from planner.app.work import Work
from planner.errors import PlannerError


def test_a_task_runs_in_a_thread_and_answers_in_the_window(qtbot, qapp):
    work, answers = Work(), []
    work.start(
        threading.get_ident,
        done=lambda ident: answers.append((ident, threading.get_ident())),
        failed=answers.append,
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0] != answers[0][1] == threading.get_ident()
    assert not work.is_running


def test_a_refusal_is_told(qtbot):
    def refuse() -> None:
        raise PlannerError("The disk is full.")

    work, told = Work(), []
    work.start(refuse, done=told.append, failed=lambda refusal: told.append(str(refusal)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["The disk is full."]


def test_a_bug_is_raised_where_it_is_shown(qtbot, qapp):
    def fail() -> None:
        raise LookupError("a bug")

    work = Work()
    with qtbot.captureExceptions() as caught:
        work.start(fail, done=print, failed=print)
        qtbot.waitUntil(lambda: not work.is_running)
        qapp.processEvents()
    assert [str(each[1]) for each in caught] == ["'a bug'"] or [each[0] for each in caught] == [LookupError]


@pytest.mark.parametrize("count", [1, 5])
def test_waiting_lets_every_task_end(qtbot, qapp, count):
    work, answers = Work(), []
    for number in range(count):
        work.start(lambda number=number: number, done=answers.append, failed=print)
    work.wait()
    qtbot.waitUntil(lambda: len(answers) == count)
    assert sorted(answers) == list(range(count))
