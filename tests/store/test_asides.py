"""Copies of another program's version, kept before it is saved over."""

import pytest

from planner import store
from planner.domain import outline
from planner.errors import PlannerError
from planner.store.asides import keep_aside


def test_the_copy_lies_beside_and_is_what_may_be_saved_over(tmp_path):
    path = tmp_path / "churn.teamplan"
    theirs, ours = outline.parse("plan Theirs"), outline.parse("plan Ours")
    store.save(theirs, path)
    kept, fingerprint = keep_aside(path)
    store.save(ours, path, opened=fingerprint)
    assert kept.name.startswith("churn (other version, ")
    assert store.read(kept) == theirs
    assert store.read(path) == ours
    assert len(list(tmp_path.iterdir())) == 2


def test_a_document_that_is_gone_has_no_copy(tmp_path):
    with pytest.raises(PlannerError, match=r"churn\.teamplan"):
        keep_aside(tmp_path / "churn.teamplan")
    assert list(tmp_path.iterdir()) == []
