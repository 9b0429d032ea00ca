"""What is selected, and where the focus stands."""

from planner.app.canvas.selection import Selection

A, B, TEAM = ("seat", "a"), ("seat", "b"), ("team", "t")


def test_toggling_adds_and_takes_out():
    selection = Selection()
    selection.select(A)
    selection.toggle(B)
    assert selection.items == (A, B)
    selection.toggle(A)
    assert selection.items == (B,)
    assert selection.focus == A


def test_only_a_real_change_is_told():
    selection = Selection()
    told = []
    selection.changed.connect(lambda: told.append(selection.items))
    selection.select(A)
    selection.select(A)
    assert told == [(A,)]


def test_what_the_plan_no_longer_has_is_forgotten():
    selection = Selection()
    selection.select(A, TEAM)
    selection.keep({TEAM})
    assert selection.items == (TEAM,)
    assert selection.single == TEAM
    selection.keep(set())
    assert selection.focus is None
