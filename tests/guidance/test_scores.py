"""How rules add up: muting, own weights, bands, and layouts with nothing to score."""

import pytest
from msgspec.structs import replace
from tests.guidance.saying import reviewed

from planner.domain import OwnWeights, edits
from planner.errors import PlannerError
from planner.guidance import Band, Pack, Severity, review

LAYOUT = """
scenario Today: small-startup, product
squad Checkout, product "Checkout"
  DS Ravi Kulkarni
  DE Mateo Silva
  MO Clara Dubois
"""


def test_total_and_categories_are_weighted_means_from_0_to_100(pack: Pack) -> None:
    score = reviewed(LAYOUT, pack).score
    # Roles: 3/5 of the roles, 3/4 of the capabilities, 3/4 of what the squad needs, nobody on call.
    roles = (5 * 3 / 5 + 5 * 3 / 4 + 4 * 3 / 4 + 3 * 1 / 2) / 17
    # Squads: one of the five parts of a complete squad, and a product of its own.
    squads = (5 * 1 / 5 + 4) / 9
    everything = (17 * roles + 3 + 4 + 3 + 2 + 20 + 4 + 9 * squads) / (17 + 36 + 9)
    as_drawn = (5 * 3 / 5 + 5 * 3 / 4 + 36 + 5 * 1 / 5) / (10 + 36 + 5)
    assert score.total == pytest.approx(100 * everything)
    assert score.as_drawn == pytest.approx(100 * as_drawn)
    by_name = {each.name: each for each in score.categories}
    assert by_name["Roles"].score == pytest.approx(100 * roles)
    assert by_name["Roles"].weight == 17
    assert by_name["People"].score == 100
    assert by_name["People"].weight == 12
    assert by_name["Squads"].score == pytest.approx(100 * squads)
    assert by_name["Squads"].weight == 9
    assert by_name["Central team"].score is None
    assert by_name["Hybrid"].score is None
    assert by_name["Hybrid"].weight == 0


def test_a_muted_rule_is_scored_and_counts_for_nothing(pack: Pack) -> None:
    plain, muted = reviewed(LAYOUT, pack), reviewed(f"{LAYOUT}mute roles/monitoring: later", pack)
    rule = muted.score.of("roles/monitoring")
    assert rule.muted
    assert rule.applies
    assert rule.score == 0.5
    assert not any(finding.rule.id == "roles/monitoring" for finding in muted.findings)
    assert sum(finding.points for finding in muted.findings) == pytest.approx(100 - (muted.score.total or 0))
    assert (muted.score.total or 0) > (plain.score.total or 0)
    assert muted.score.categories[0].weight == 14


def test_a_muted_rule_that_nobody_knows_changes_nothing(pack: Pack) -> None:
    assert reviewed(f"{LAYOUT}mute moon/phase: x", pack).score == reviewed(LAYOUT, pack).score


def test_with_all_rules_muted_there_is_no_score(pack: Pack) -> None:
    mutes = "".join(f"mute {each.rule.id}\n" for each in reviewed(LAYOUT, pack).score.rules)
    score = reviewed(LAYOUT + mutes, pack).score
    assert score.total is None
    assert score.as_drawn is None
    assert score.of("roles/monitoring").score == 0.5


@pytest.mark.parametrize(
    "outline",
    [
        "squad Empty",
        "",
        "squad One\n  DS vacant",
        "partner Sales\n  BU Ada\nresponsible monitoring: Sales accountable",
    ],
)
def test_nothing_to_score_where_nobody_fills_one_of_the_six_roles(pack: Pack, outline: str) -> None:
    seen = reviewed(outline, pack)
    assert seen.score.total is None
    assert seen.score.as_drawn is None
    assert seen.band is None
    assert seen.findings == ()
    assert len(seen.score.categories) == 7
    assert all(each.score is None and each.weight == 0 for each in seen.score.categories)
    assert all(not each.applies and each.score is None for each in seen.score.rules)


def test_a_role_filled_in_a_group_is_something_to_score(pack: Pack) -> None:
    assert reviewed("group All\n  DS Ada", pack).score.total is not None


def test_own_weights_come_first_and_leave_the_rest(pack: Pack) -> None:
    plain = reviewed(LAYOUT, pack)
    own = OwnWeights(name="Ours", weights=(("roles/monitoring", 0.0), ("roles/coverage", 9.0), ("x/y", 4.0)))
    project = replace(plain.project, rule_pack=own)
    seen = review(project, "Today", pack)
    weights = {each.rule.id: each.weight for each in seen.score.rules}
    assert weights["roles/coverage"] == 9
    assert weights["roles/monitoring"] == 0
    assert weights["structure/fit"] == 20
    assert not any(finding.rule.id == "roles/monitoring" for finding in seen.findings)
    assert sum(finding.points for finding in seen.findings) == pytest.approx(100 - (seen.score.total or 0))
    edited = edits.edit_project(plain.project, rule_pack=own)
    assert plain.after(edited).score == seen.score


def test_weights_that_are_all_nothing_give_no_score(pack: Pack) -> None:
    plain = reviewed(LAYOUT, pack)
    nothing = OwnWeights(name="None", weights=tuple((rule, 0.0) for rule in pack.weights))
    score = review(replace(plain.project, rule_pack=nothing), "Today", pack).score
    assert score.total is None
    assert score.categories[0].score is None
    assert score.of("roles/coverage").score == pytest.approx(3 / 5)


@pytest.mark.parametrize(
    ("total", "word", "token"),
    [
        (0, "Weak fit", "problem"),
        (49.94, "Weak fit", "problem"),
        (49.96, "Mixed fit", "warning"),
        (74.9, "Mixed fit", "warning"),
        (75, "Good fit", "good"),
        (89.94, "Good fit", "good"),
        (90, "Strong fit", "good"),
        (100, "Strong fit", "good"),
    ],
)
def test_the_band_follows_the_total_as_it_is_shown(total: float, word: str, token: str) -> None:
    band = Band.of(total)
    assert str(band.label) == word
    assert band.judgement == token


@pytest.mark.parametrize(
    ("points", "severity"),
    [(2.0, Severity.PROBLEM), (1.99, Severity.WARNING), (0.5, Severity.WARNING), (0.49, Severity.NOTE)],
)
def test_severity_follows_the_points(points: float, severity: Severity) -> None:
    assert Severity.of(points) is severity


def test_a_scenario_that_is_not_there_is_refused(pack: Pack) -> None:
    with pytest.raises(PlannerError, match="no scenario Nowhere"):
        review(reviewed(LAYOUT, pack).project, "Nowhere", pack)
