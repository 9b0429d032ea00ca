"""How activities stand: who is accountable, where teams collide, where nobody answers."""

from hypothesis import given
from tests.strategies import projects

from planner.app.agreements.standing import columns, first_open, marks, standings
from planner.domain import Activity, Project, Structure, outline
from planner.guidance import Severity, load_pack, review
from planner.resources import read_text

PACK = load_pack(read_text)
LAYOUT = """
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
squad Churn Radar
  DS Priya Natarajan
partner Marketing
  MK Dieter Vogel
ML Platform serves Fraud Shield
responsible monitoring: ML Platform accountable, Fraud Shield accountable
responsible validation: Churn Radar accountable, Fraud Shield accountable
responsible deployment: Churn Radar accountable
"""


def scenario_of(layout: str):
    return next(iter(outline.parse(layout).scenarios))


def test_a_core_and_a_squad_that_it_serves_collide():
    standing = standings(scenario_of(LAYOUT))[Activity.MONITORING]
    assert standing.colliding == {"ML Platform", "Fraud Shield"}
    assert standing.words == "2 teams"


def test_two_squads_do_not_collide_with_each_other():
    standing = standings(scenario_of(LAYOUT))[Activity.VALIDATION]
    assert not standing.colliding
    assert not standing.left_open


def test_an_activity_is_open_for_the_squads_that_nobody_answers_to():
    standing = standings(scenario_of(LAYOUT))[Activity.DEPLOYMENT]
    assert [team.name for team in standing.left_open] == ["Fraud Shield"]
    assert standing.words == "Churn Radar"


def test_other_structures_know_no_collision():
    layout = LAYOUT.replace("hybrid", "decentralized")
    assert not any(each.colliding or each.left_open for each in standings(scenario_of(layout)).values())


def test_columns_are_ml_teams_first_and_no_groups():
    layout = "scenario Today\npartner Marketing\ngroup Head\nsquad Fraud Shield"
    assert [team.name for team in columns(scenario_of(layout))] == ["Fraud Shield", "Marketing"]


def test_the_first_open_activity_is_one_that_no_team_answers_for():
    assert first_open(scenario_of(LAYOUT)) is Activity.DATA_PIPELINES
    answered = "\n".join(
        f"responsible {each}: ML Platform accountable" for each in Activity if each is not Activity.MONITORING
    )
    head = LAYOUT.partition("responsible")[0]
    assert first_open(scenario_of(head + answered)) is Activity.MONITORING


def test_marks_say_what_is_wrong_in_the_severity_of_the_finding():
    project = outline.parse(LAYOUT)
    key = next(iter(project.scenarios)).id
    found = marks(review(project, key, PACK), standings(project.scenarios[key]))
    assert found[Activity.MONITORING].words == (
        "ML Platform and Fraud Shield are both accountable for monitoring. One team should be."
    )
    assert found[Activity.DATA_PIPELINES] == (Severity.PROBLEM, "No team is accountable for data pipelines.")
    assert found[Activity.DEPLOYMENT].words == "Nobody answers for deployment in Fraud Shield."


def test_a_muted_rule_marks_nothing():
    project = outline.parse(LAYOUT + "mute hybrid/responsibilities: later")
    key = next(iter(project.scenarios)).id
    assert not marks(review(project, key, PACK), standings(project.scenarios[key]))


@given(projects())
def test_collisions_and_gaps_are_those_of_the_rule(project: Project):
    for scenario in project.scenarios:
        findings = {finding.key for finding in review(project, scenario.id, PACK).findings}
        rules = {each.rule.id: each for each in review(project, scenario.id, PACK).score.rules}
        rule = rules["hybrid/responsibilities"]
        if scenario.structure is not Structure.HYBRID or not rule.applies or rule.muted:
            continue
        found = standings(scenario).values()
        has_squads = any(each.left_open for each in found)
        gaps = has_squads or any(not each.accountable for each in found)
        assert (("hybrid/responsibilities", "several") in findings) == any(each.colliding for each in found)
        assert (("hybrid/responsibilities", "nobody") in findings) == gaps
