"""The next moves: the fixes that raise the total most, told once each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import projects

from planner import resources
from planner.advice.next_moves import GAIN_LEAST, best_next_move, next_moves
from planner.domain import outline
from planner.guidance import Review, load_pack, review

PACK = load_pack(resources.read_text)
LAYOUT = """
person Ben Carter: software-developer
scenario Today: small-startup, product, decentralized
squad Receipts, product "Receipts"
  DS Lena Fischer 40%
  DE Lena Fischer 30%
  MO Lena Fischer 20%
  SD vacant
"""


def reviewed(layout: str) -> Review:
    project = outline.parse(layout)
    return review(project, next(iter(project.scenarios)).id, PACK)


def test_the_best_move_is_the_fix_that_raises_the_total_most() -> None:
    seen = reviewed(LAYOUT)
    best = best_next_move(seen)
    assert best is not None
    assert str(best.fix.label) == "Assign Ben Carter"
    gains = [
        (seen.after(fix.edit(seen.project)).score.total or 0) - (seen.score.total or 0)
        for finding in seen.findings
        for fix in finding.fixes
    ]
    assert best.gain == pytest.approx(max(gains))


def test_it_counts_the_findings_that_go_with_it() -> None:
    seen = reviewed(LAYOUT)
    best = best_next_move(seen)
    assert best is not None
    after = {each.key for each in seen.after(best.fix.edit(seen.project)).findings}
    assert best.resolves == sum(each.key not in after for each in seen.findings)
    assert best.resolves > 1


def test_two_fixes_with_the_same_result_appear_once() -> None:
    moves = next_moves(reviewed(LAYOUT), 20)
    labels = [str(move.fix.label) for move in moves]
    assert labels.count("Assign Ben Carter") == 1, "several findings offer it"
    assert len(labels) > 1


def test_new_seats_that_differ_by_their_ids_alone_are_the_same_result() -> None:
    moves = next_moves(reviewed(LAYOUT.replace("  SD vacant\n", "")), 20)
    labels = [str(move.fix.label) for move in moves]
    assert "Add a software developer seat for Ben Carter" in labels
    assert len(labels) == len(set(labels))


def test_where_nothing_can_be_scored_there_is_no_move() -> None:
    assert best_next_move(reviewed("scenario Today: small-startup, product, decentralized")) is None


def test_the_limit_cuts_the_list_after_the_best() -> None:
    seen = reviewed(LAYOUT)
    assert next_moves(seen, 1) == next_moves(seen, 20)[:1]


@settings(max_examples=15)
@given(st.data())
def test_every_move_brings_what_it_says_and_the_best_comes_first(data: st.DataObject) -> None:
    project = data.draw(projects())
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    moves = next_moves(seen, 5)
    assert [move.gain for move in moves] == sorted((move.gain for move in moves), reverse=True)
    for move in moves:
        total = seen.after(move.fix.edit(project)).score.total
        assert total is not None
        assert seen.score.total is not None
        assert total - seen.score.total == pytest.approx(move.gain)
        assert move.gain >= GAIN_LEAST
