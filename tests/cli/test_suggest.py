"""The next best moves on the command line."""

import json

import pytest

from planner import store
from planner.domain.outline import parse


def test_the_best_moves_are_told_with_the_score_that_each_would_give(planner, acme):
    answer = planner("suggest", acme)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Acme, Today"
    assert lines[1].startswith("Guidance score ")
    assert lines[3].startswith("+")
    assert lines[4].startswith("    For: ")


def test_the_object_for_a_machine_adds_up(planner, acme):
    suggested = json.loads(planner("suggest", acme, "--json").out)
    scored = json.loads(planner("score", acme, "--json").out)
    assert list(suggested) == ["scenario", "score", "moves"]
    assert suggested["score"] == scored["score"]
    gains = [move["gain"] for move in suggested["moves"]]
    assert gains == sorted(gains, reverse=True)
    assert min(gains) > 0
    for move in suggested["moves"]:
        assert list(move) == ["move", "gain", "score", "resolves", "finding"]
        assert move["score"] == pytest.approx(suggested["score"] + move["gain"])


def test_where_there_is_nothing_to_score_no_move_is_told(planner, tmp_path):
    store.save(parse("squad Empty"), tmp_path / "empty")
    assert "Nothing to score yet" in planner("suggest", tmp_path / "empty").out
    assert json.loads(planner("suggest", tmp_path / "empty", "--json").out)["moves"] == []


def test_an_unknown_scenario_is_refused(planner, acme):
    answer = planner("suggest", acme, "--scenario", "Someday")
    assert (answer.code, answer.out) == (2, "")
    assert "has no scenario Someday: it has Today." in answer.err
