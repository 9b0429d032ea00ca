"""Who stands under whom in the reporting chart."""

from hypothesis import given, settings
from tests.strategies import projects

from planner.domain import outline
from planner.placement.holdings import Holdings
from planner.placement.people import Reporting, reporting

LAYOUT = """
person Ada: other
scenario Today
group ML organisation, lead Ada
  core ML Platform, lead Tomasz
    MO Tomasz
    DE Ravi 60%
    DS vacant
  squad Fraud Shield, lead Nina
    PR Nina
    DS Ravi 40%
    DE Tomasz 20%
  squad Churn Radar
    SD Liam
"""
ML, PLATFORM, FRAUD, CHURN = (
    ("person", "Ada"),
    ("person", "Tomasz"),
    ("person", "Nina"),
    ("team", "Churn Radar"),
)


def reported(layout: str) -> Reporting:
    project = outline.parse(layout)
    scenario = next(iter(project.scenarios))
    return reporting(project, scenario, Holdings.of(project, scenario))


def test_leads_stand_under_the_lead_of_the_team_above():
    found = reported(LAYOUT)
    assert found.children[None] == (ML,)
    assert found.children[ML] == (PLATFORM, FRAUD, CHURN)


def test_members_stand_under_their_lead_and_vacant_seats_where_they_are():
    found = reported(LAYOUT)
    assert found.groups[PLATFORM].seat == "ML Platform/MO"
    assert found.groups[PLATFORM].members["ML Platform"] == ("ML Platform/DE", "ML Platform/DS")


def test_somebody_with_several_seats_stands_once_where_they_give_most():
    found = reported(LAYOUT)
    assert found.groups[FRAUD].members["Fraud Shield"] == ()
    assert set(found.also) == {(FRAUD, "Fraud Shield/DS"), (FRAUD, "Fraud Shield/DE")}


def test_a_team_that_nobody_leads_is_a_node_of_its_own():
    found = reported(LAYOUT)
    assert found.groups[CHURN].lead is None
    assert found.groups[CHURN].members["Churn Radar"] == ("Churn Radar/SD",)


def test_who_leads_several_teams_stands_once_where_the_highest_of_them_does():
    found = reported("""
scenario Today
group Top, lead Ada
  squad One, lead Ben
    DS Ben
    DE vacant
  squad Two, lead Ben
    SD Cai
    squad Three, lead Ada
      MO Dee
""")
    ben = ("person", "Ben")
    assert found.groups[ben].teams == ("One", "Two")
    assert found.groups["person", "Ada"].teams == ("Top", "Three")
    assert found.above[ben] == ("person", "Ada")
    assert found.above["person", "Ada"] is None


def test_two_who_lead_above_and_below_each_other_do_not_go_in_circles():
    found = reported("""
scenario Today
group Top, lead Ada
  squad One, lead Ben
    squad Two, lead Ada
      squad Three, lead Ben
""")
    assert found.children == {None: (("person", "Ada"),), ("person", "Ada"): (("person", "Ben"),)}


@settings(max_examples=60)
@given(projects())
def test_everybody_with_a_seat_or_a_team_stands_exactly_once(project):
    for scenario in project.scenarios:
        found = reporting(project, scenario, Holdings.of(project, scenario))
        order = list(found.reading_order())
        assert sorted(order) == sorted(found.groups)
        assert sorted(team for key in order for team in found.groups[key].teams) == sorted(
            team.id for team in scenario.teams
        )
        shown = [seat for key in order for seats in found.groups[key].members.values() for seat in seats]
        people = [scenario.seats[seat].person for seat in shown if scenario.seats[seat].is_filled]
        people += [key[1] for key in order if key[0] == "person"]
        leads = {team.lead for team in scenario.teams if team.lead is not None}
        holders = {seat.person for seat in scenario.seats if seat.person is not None}
        assert sorted(people) == sorted(leads | holders)
        vacant = [seat.id for seat in scenario.seats if not seat.is_filled]
        assert sorted(set(shown) & set(vacant)) == sorted(vacant)
