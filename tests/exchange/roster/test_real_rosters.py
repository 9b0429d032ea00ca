import json
from collections import Counter
from pathlib import Path

import pytest
from tests.domain.invariants import violations

from planner.exchange import plan

ORACLE = Path("oracle-hr-107/data.csv")
D3 = Path("d3-org-chart-1516/data.csv")
MS = Path("ms-simulated-hr/generated_hr_data.csv")
UK = Path("uk-tpr-2011/the_pensions_regulator-2011-09-30-senior.csv")


@pytest.mark.parametrize("source", [ORACLE, D3, MS, UK], ids=lambda path: path.parent.name)
def test_a_real_roster_makes_a_sound_plan_in_which_nobody_is_lost(understood, source):
    made = understood(source)
    (scenario,) = made.project.scenarios
    seated = {seat.person for seat in scenario.seats} - {None}
    leading = {team.lead for team in scenario.teams} - {None}
    assert violations(made.project) == []
    assert seated | leading == {person.id for person in made.project.people}
    assert made.report.bench == 0
    assert plan.read(plan.write(made.project)).scenarios["today"].seats == scenario.seats


def test_oracle_has_18_managers_and_only_the_root_does_not_sit(understood):
    made = understood(ORACLE)
    (scenario,) = made.project.scenarios
    people = {person.id: person.name for person in made.project.people}
    assert len(people) == 107
    assert (people["100"], people["102"]) == ("Steven King", "Lex De Haan")
    assert len(scenario.teams) == 18
    assert people.keys() - {seat.person for seat in scenario.seats} == {"100"}
    assert Counter(team.kind for team in scenario.teams) == {"partner": 18}
    assert {"Finance", "IT", "Purchasing", "Marketing"} <= {team.name for team in scenario.teams}
    assert "The column “email” holds no e-mail address" in str(made.report.lines()[4])


def test_d3_has_491_managers_with_names_that_tell_them_apart(understood):
    made = understood(D3)
    (scenario,) = made.project.scenarios
    assert len(made.project.people) == 1516
    assert len(scenario.teams) == len({team.name for team in scenario.teams}) == 491
    assert sum(seat.function.is_role for seat in scenario.seats) == 531
    assert made.project.people["O-6068"].name == "Leverling Janet"
    assert scenario.stage == "enterprise"


def test_the_thousand_people_of_one_outside_manager_stand_in_their_departments(understood):
    made = understood(MS)
    (scenario,) = made.project.scenarios
    tree = {team.name: (team.kind.value, team.parent) for team in scenario.teams}
    assert tree["John Doe"] == ("group", None)
    assert tree["Product"] == ("squad", "outside 1")
    assert len(scenario.seats) == 1000
    assert len(tree) == 9


def test_posts_without_a_name_and_vacancies_are_kept_apart(understood):
    made = understood(UK)
    (scenario,) = made.project.scenarios
    assert len(made.project.people) == 76
    assert made.project.people["207"].name == "Post 207 (not disclosed)"
    assert made.project.people["207"].capacity == 0.9
    assert sum(not seat.is_filled for seat in scenario.seats) == 13
    assert [team.lead for team in scenario.teams if team.parent is None] == ["300"]


def test_the_report_for_a_machine_is_plain_json(understood):
    made = understood(UK)
    read = json.loads(json.dumps(made.report.to_json()))
    assert read["imported"] == {"people": 76, "vacancies": 13, "teams": 15, "bench": 0}
    assert read["assumed"] == ["stage", "aim", "structure"]
    first = next(each for each in read["people"] if each["id"] == "207")
    assert first["role"] is None
    assert first["reason"] == "“head”: it heads a part of the company."
