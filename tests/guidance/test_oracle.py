"""Every number of a review equals an independent computation, written from the guidance page."""

import pytest
from tests.guidance import oracle
from tests.guidance.layouts import SCENARIO, as_plan, random_project

from planner.domain import edits
from planner.guidance import CATALOGUE, Pack, review

SEEDS = range(600)


def same(ours: float | None, theirs: float | None) -> bool:
    return ours == theirs if None in (ours, theirs) else ours == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("block", range(6))
def test_scores_equal_those_of_the_oracle(pack: Pack, block: int) -> None:
    for seed in SEEDS[block::6]:
        project = random_project(seed)
        people, layout = as_plan(project)
        expected = oracle.Oracle(people, layout).scores()
        muted = layout["muted"]
        score = review(project, SCENARIO, pack).score
        for each in score.rules:
            assert same(each.score, expected[each.rule.id]), (seed, each.rule.id)
            assert each.applies == (expected[each.rule.id] is not None)
            assert each.muted == (each.rule.id in muted)
        assert same(score.total, oracle.total(expected, muted)[0]), seed
        assert same(score.as_drawn, oracle.total(expected, muted, chart_only=True)[0]), seed
        assert [each.name for each in score.categories] == list(oracle.CATEGORIES)
        for each in score.categories:
            points, weight = oracle.total(expected, muted, category=each.name)
            assert same(each.score, points)
            assert each.weight == weight


def test_the_random_layouts_meet_every_rule_kept_and_broken_and_not_applying() -> None:
    seen: dict[str, set[str]] = {rule.id: set() for rule in CATALOGUE}
    for seed in SEEDS:
        for rule, score in oracle.Oracle(*as_plan(random_project(seed))).scores().items():
            seen[rule].add("not" if score is None else "kept" if score == 1 else "broken")
    for rule, ways in seen.items():
        assert ways == {"not", "kept", "broken"}, rule


def test_weights_and_fit_are_those_of_the_page(pack: Pack) -> None:
    assert pack.weights == oracle.WEIGHTS
    assert {key: dict(row) for key, row in pack.fit_table.items()} == oracle.FIT
    assert {rule.id for rule in CATALOGUE if rule.needs == "agreements"} == oracle.AGREEMENTS


def test_the_oracle_says_null_where_nobody_fills_a_role(pack: Pack) -> None:
    project = random_project(3)
    for seat in project.scenarios[SCENARIO].seats:
        if seat.is_filled:
            project, _ = edits.unassign(project, SCENARIO, seat=seat.id)
    assert set(oracle.Oracle(*as_plan(project)).scores().values()) == {None}
    assert review(project, SCENARIO, pack).score.total is None
