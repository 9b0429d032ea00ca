import pytest

from planner.app.popovers import wording
from planner.app.popovers.named import first_naming
from planner.app.popovers.person import skills_of
from planner.domain import Function, Kind, edits, outline
from planner.guidance import load_pack, review
from planner.resources import read_text

PLAN = """
person Ada: data-scientist; 80%
scenario Today: enterprise, product, hybrid, 2 use cases
core Platform
  DS Ada 60%
  DE vacant
squad Fraud
  MO Ada 40%
  SD Bo 50%
Platform serves Fraud
Fraud collaborates Platform
Fraud dotted Platform
practice on-call by Platform: Fraud
practice prioritisation by nobody: Platform
responsible monitoring: Platform accountable
"""


@pytest.fixture
def project():
    return outline.parse(PLAN)


def test_agreements_are_said_team_by_team(project):
    scenario = project.scenarios["Today"]
    assert list(wording.agreements(project, scenario, "Platform")) == [
        "Owns on-call",
        "Takes part in prioritisation, which nobody owns",
        "Accountable for monitoring",
    ]
    assert list(wording.agreements(project, scenario, "Fraud")) == ["Takes part in on-call of Platform"]


def test_what_a_team_costs_is_said_as_far_as_it_is_known(project):
    scenario, fraud = project.scenarios["Today"], project.scenarios["Today"].teams["Fraud"]
    assert wording.head_count(project, scenario, fraud) == "2 of 2 seats filled, 0.9 FTE"
    project = edits.edit_person(project, person="Ada", cost=100_000).project
    project = edits.edit_project(project, currency="EUR").project
    said = wording.head_count(project, scenario, fraud).splitlines()
    assert said[1] == "Costs at least 40,000 EUR a year; some costs are open"
    project = edits.edit_person(project, person="Bo", cost=80_000).project
    assert wording.head_count(project, scenario, fraud).splitlines()[1] == "Costs 80,000 EUR a year"


def test_shares_are_summed_against_the_capacity(project):
    scenario = project.scenarios["Today"]
    assert wording.share_sum(project, scenario, "Ada") == "100 of 80%"
    assert wording.load_words(project, scenario, "Ada") == "20% more than there is"
    assert wording.share_sum(project, scenario, "Bo") == "50 of 100%"
    assert wording.load_words(project, scenario, "Bo") == "50% free"


def test_a_full_stack_data_scientist_is_called_so():
    several = [Function.DATA_SCIENTIST, Function.DATA_ENGINEER, Function.MLOPS_ENGINEER]
    assert wording.role_words(several, "Lead") == "Full-stack data scientist, three part-time roles"
    assert wording.role_words(several[:2], "") == "Two roles"
    assert wording.role_words(several[:1], "Senior") == "Senior"
    assert wording.role_words([], "") == "On the bench"


def test_where_a_person_is_in_the_plan_is_counted(project):
    copy = edits.duplicate_scenario(project, "Today", copy="Later", name="Later").project
    assert str(wording.held_words(project, "Ada")) == "Holds 2 seats in 1 scenario."
    assert str(wording.held_words(copy, "Bo")) == "Holds 2 seats in 2 scenarios."
    without = edits.remove_seat(project, "Today", seat="Fraud/SD").project
    assert str(wording.held_words(without, "Bo")) == "Holds no seat in any scenario."


def test_every_kind_has_its_meaning():
    assert set(wording.KIND_MEANINGS) == set(Kind)


def test_skills_stand_between_commas_once():
    assert skills_of(" python, sql,,python , C++") == ("python", "sql", "C++")


def test_the_first_finding_that_names_a_person_is_found(project):
    scenario = project.scenarios["Today"]
    findings = review(project, "Today", load_pack(read_text)).findings
    found = first_naming(findings, scenario, "Ada")
    named = {("person", "Ada"), ("seat", "Platform/DS"), ("seat", "Fraud/MO")}
    assert any((subject.kind, subject.id) in named for subject in found.subjects)
    assert first_naming(findings, scenario, "nobody") is None
