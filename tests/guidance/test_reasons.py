"""Why a finding has no fix: the locks, where it is they, and else what the rule says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.guidance.layouts import SCENARIO, random_project

from planner.domain import Project, Rows, outline
from planner.guidance import Finding, Pack, Review, review
from planner.guidance.reasons import Reasons

LAYOUT = """
scenario Today: enterprise, product, hybrid
core Platform
  MO Ada Moss
squad Search
  DS Bo Lind
  SD vacant
"""


def with_locks(project: Project, *names: str) -> Project:
    (scenario,) = project.scenarios
    teams = Rows(replace(team, locked=not names or team.name in names) for team in scenario.teams)
    return replace(project, scenarios=Rows([replace(scenario, teams=teams)]))


def seen(pack: Pack, *locked: str) -> Review:
    project = with_locks(outline.parse(LAYOUT), *locked)
    return review(project, "Today", pack)


def of_rule(reviewed: Review, rule: str) -> Finding:
    return next(each for each in reviewed.findings if each.rule.id == rule)


def test_a_locked_team_is_named(pack: Pack) -> None:
    reviewed = seen(pack, "Platform")
    finding = of_rule(reviewed, "core/budget")
    assert not finding.fixes
    assert str(Reasons(reviewed).why(finding)) == "Platform is locked; unlock it to mend this."


def test_where_unlocking_helps_nothing_the_rule_has_the_word(pack: Pack) -> None:
    reviewed = seen(pack, "Platform", "Search")
    finding = of_rule(reviewed, "people/vacancies")
    assert not finding.fixes
    assert Reasons(reviewed).why(finding) == finding.reason_for_no_fix


@pytest.mark.parametrize("locked", [("Nowhere",), ()])
def test_every_finding_without_a_fix_has_a_reason(pack: Pack, locked: tuple[str, ...]) -> None:
    reviewed = seen(pack, *locked)
    reasons = Reasons(reviewed)
    for finding in reviewed.findings:
        assert str(reasons.why(finding)).endswith(".")


@given(seed=st.integers(0, 10_000))
def test_locks_are_the_reason_exactly_where_unlocking_brings_a_fix(pack: Pack, seed: int) -> None:
    project = random_project(seed)
    locked = review(with_locks(project), SCENARIO, pack)
    unlocked = with_locks(project, "Nowhere")
    able = {each.key for each in review(unlocked, SCENARIO, pack).findings if each.fixes}
    reasons = Reasons(locked)
    for finding in locked.findings:
        if not finding.fixes:
            assert ("to mend this" in str(reasons.why(finding))) is (finding.key in able)
