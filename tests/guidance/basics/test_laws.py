"""Laws of the second pack: points, order, names, and that neither pack touches the other."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.guidance.layouts import SCENARIO, random_project
from tests.strategies import projects

from planner.domain import Project, Rows
from planner.errors import PlannerError
from planner.guidance import Pack, review
from planner.guidance.basics import PACK_ID, RULES, BasicsReview, is_on, reviewed
from planner.messages import render

seeds = st.integers(0, 100_000)


def holds_the_laws_of_points(found: BasicsReview) -> None:
    for each in found.rules:
        assert each.score is None or 0.0 <= each.score <= 1.0
        assert (each.score is None) == (each.figures is None)
    if found.score is None:
        assert not found.findings
        return
    assert 0.0 <= found.score <= 100.0
    assert sum(finding.points for finding in found.findings) == pytest.approx(100 - found.score)
    assert len({finding.key for finding in found.findings}) == len(found.findings)
    for finding in found.findings:
        assert finding.points > 0
        assert len(render(finding.title)) <= 40, render(finding.title)
        assert finding.subjects
        assert finding.evidence
        assert finding.sources


@given(project=projects())
def test_points_add_up_to_what_is_missing_from_100(pack: Pack, project: Project) -> None:
    for scenario in project.scenarios:
        holds_the_laws_of_points(reviewed(project, scenario.id, pack.basics))


@given(seed=seeds)
def test_so_they_do_in_larger_layouts_and_fixes_raise_the_rules_score(pack: Pack, seed: int) -> None:
    found = reviewed(random_project(seed), SCENARIO, pack.basics)
    holds_the_laws_of_points(found)
    before = {each.rule.id: each.score for each in found.rules}
    for finding in found.findings:
        for fix in finding.fixes:
            after = reviewed(fix.edit(found.project).project, SCENARIO, pack.basics)
            score = {each.rule.id: each.score for each in after.rules}[finding.rule.id]
            assert (score or 0.0) > (before[finding.rule.id] or 0.0)


@given(seed=seeds)
def test_neither_names_nor_the_order_of_rows_change_a_score(pack: Pack, seed: int) -> None:
    project, dice = random_project(seed), Random(seed)
    scenario = project.scenarios[SCENARIO]

    def shuffled(rows):  # type: ignore[no-untyped-def]
        rows = list(rows)
        dice.shuffle(rows)
        return Rows(rows)

    other = replace(
        project,
        people=shuffled(replace(person, name=f"N {dice.random()}") for person in project.people),
        scenarios=Rows(
            [
                replace(
                    scenario,
                    teams=shuffled(replace(team, name=f"T {dice.random()}") for team in scenario.teams),
                    seats=shuffled(scenario.seats),
                )
            ]
        ),
    )
    one, two = (reviewed(each, SCENARIO, pack.basics) for each in (project, other))
    assert one.score == two.score
    assert [each.score for each in one.rules] == [each.score for each in two.rules]
    assert [finding.points for finding in one.findings] == [finding.points for finding in two.findings]


@given(seed=seeds)
def test_the_guidance_scores_the_same_whether_the_pack_is_on_or_off(pack: Pack, seed: int) -> None:
    off = random_project(seed)
    on = replace(off, extra_packs=(PACK_ID,))
    assert is_on(on)
    assert not is_on(off)
    assert review(on, SCENARIO, pack).score == review(off, SCENARIO, pack).score


def test_an_unknown_scenario_is_refused(pack: Pack) -> None:
    with pytest.raises(PlannerError, match="This plan has no scenario x"):
        reviewed(random_project(1), "x", pack.basics)


def test_the_rules_are_those_of_the_data(pack: Pack) -> None:
    assert [rule.id for rule in RULES] == list(pack.basics.weights)
    for rule in RULES:
        assert pack.basics.sources[rule.id]
        assert len(render(rule.short)) <= 16
