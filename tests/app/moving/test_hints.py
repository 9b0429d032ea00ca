"""Hints tell what the keys do now, and no more than that."""

import pytest

from planner.advice.moves import Carried, Intent, Load, Several
from planner.app.moving.hints import Way, moving_hint
from planner.messages import message

RAVI = message("Ravi Kulkarni")
FROM_SEAT, FROM_BENCH = Carried("ravi", "seat"), Carried("ravi")


def keys(hint) -> list[str]:
    return [key for key, _words in hint.keys]


def test_a_reason_is_told_as_it_is_and_nothing_is_promised_for_the_release():
    hint = moving_hint(Way.DRAG, FROM_SEAT, RAVI, message("This seat is filled"), refused=True)
    assert str(hint.words) == "This seat is filled."


def test_over_a_target_only_the_keys_that_do_something_else_there_are_told():
    only = frozenset({Intent.REPLACE})
    hint = moving_hint(Way.DRAG, FROM_SEAT, RAVI, message("Swap with Jo Smith"), differs=only)
    assert keys(hint) == ["Shift", "Esc"]
    nothing = moving_hint(Way.DRAG, FROM_BENCH, RAVI, message("Assign as designer"), differs=frozenset())
    assert keys(nothing) == ["Esc"]


@pytest.mark.parametrize(
    ("load", "expected"),
    [
        (FROM_SEAT, ["Ctrl", "Shift", "Esc"]),
        (FROM_BENCH, ["Shift", "Esc"]),
        (Several((FROM_SEAT, Carried("jo", "other"))), ["Ctrl", "Esc"]),
        (Several((FROM_BENCH, Carried("jo"))), ["Esc"]),
    ],
)
def test_over_nothing_a_second_role_is_offered_to_those_who_have_a_first(load: Load, expected: list[str]):
    assert keys(moving_hint(Way.DRAG, load, RAVI, None)) == expected
