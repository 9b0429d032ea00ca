"""Points as they are shown: tenths that add up, in the order of the exact points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.guidance.layouts import SCENARIO, random_project
from tests.strategies import projects

from planner.domain import Project
from planner.guidance import Pack, Review, review
from planner.guidance.shown import (
    losses_shown,
    missing_shown,
    rule_losses_shown,
    rule_points_shown,
    sum_shown,
)

seeds = st.integers(0, 100_000)


def check(seen: Review) -> None:
    total = seen.score.total
    shown = losses_shown(seen.findings, total)
    assert len(shown) == len(seen.findings), "every finding has its own key"
    if total is None:
        assert not shown
        return
    assert f"{sum_shown(shown.values()):.1f}" == f"{100 - float(f'{total:.1f}'):.1f}"
    for finding in seen.findings:
        assert abs(shown[finding.key] - finding.points) < 0.1
    for more, less in pairwise(seen.findings):
        assert shown[more.key] >= shown[less.key]


@given(seed=seeds)
def test_the_points_shown_add_up_to_what_is_shown_as_missing_and_keep_their_order(
    pack: Pack, seed: int
) -> None:
    check(review(random_project(seed), SCENARIO, pack))


@given(project=projects())
def test_the_same_holds_of_any_project(pack: Pack, project: Project) -> None:
    for scenario in project.scenarios:
        check(review(project, scenario.id, pack))


def rounded(points: list[float]) -> list[float]:
    """Points of rules as they are shown, where no finding says anything."""
    return list(rule_losses_shown(points, [-1.0] * len(points), 100 - sum(points)))


@given(points=st.lists(st.floats(0, 1), max_size=60))
def test_any_points_are_shown_less_than_a_tenth_beside_themselves(points: list[float]) -> None:
    shown = rounded(points)
    assert sum_shown(shown) == missing_shown(100 - sum(points))
    assert all(abs(one - other) < 0.1 + 1e-6 for one, other in zip(points, shown, strict=True))
    assert all(each >= 0 for each in shown)


def test_equal_points_are_shown_more_from_the_first_on() -> None:
    assert rounded([1.25, 1.25, 1.25, 1.25]) == [1.3, 1.3, 1.2, 1.2]


def test_whole_tenths_stay_as_they_are() -> None:
    assert rounded([0.3, 0.1 + 0.2, 2.0, 0.0]) == [0.3, 0.3, 2.0, 0.0]


def test_a_rule_shows_what_its_findings_show() -> None:
    assert rule_losses_shown([1.26, 0.74], [1.2, 0.8], 98.0) == (1.2, 0.8)


def test_a_rule_of_many_small_findings_shows_what_it_costs() -> None:
    assert rule_losses_shown([1.0, 2.0], [0.0, 3.0], 97.0) == (1.0, 2.0)


def test_there_is_nothing_to_show_without_a_score() -> None:
    assert losses_shown((), None) == {}
    assert missing_shown(None) == 0


@pytest.mark.parametrize(("total", "missing"), [(100.0, 0.0), (84.66, 15.3), (0.0, 100.0), (99.96, 0.0)])
def test_what_is_missing_follows_the_total_as_it_is_shown(total: float, missing: float) -> None:
    assert missing_shown(total) == missing


@given(seed=seeds, is_explained=st.booleans())
def test_the_points_of_all_rules_add_up_to_what_is_missing(pack: Pack, seed: int, is_explained: bool) -> None:
    looked = review(random_project(seed), SCENARIO, pack)
    findings = looked.findings if is_explained else None
    shown = rule_points_shown(looked.score.rules, findings, looked.score.total)
    missing = missing_shown(looked.score.total) if shown else 0.0
    assert sum_shown(shown.values()) == pytest.approx(missing)
