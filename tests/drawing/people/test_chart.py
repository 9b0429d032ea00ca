"""How the reporting chart is drawn."""

import pytest
from tests.drawing.reading import texts

from planner.domain import outline
from planner.drawing.levels import Level
from planner.drawing.marks import Dash, Line
from planner.drawing.people import PeopleChart
from planner.guidance import review
from planner.placement import Measure, place
from planner.placement.people import by_people

LAYOUT = """
person Ingrid Solheim: other
scenario Today
group ML organisation, lead Ingrid Solheim
  core ML Platform
    MO Tomasz
    DE Ravi 60%
  squad Fraud Shield, lead Nina
    PR Nina
    DS Ravi 40%
    DE vacant
ML Platform dotted Fraud Shield
"""


@pytest.fixture
def chart(fonts, pack) -> PeopleChart:
    project = outline.parse(LAYOUT)
    placement = by_people(place(project, "Today", Measure(fonts)))
    return PeopleChart(placement, review(project, "Today", pack), fonts=fonts)


def test_a_lead_without_a_seat_has_a_card_in_the_group_of_the_team(chart):
    said = texts(chart.group(("team", "ML organisation")).marks)
    assert said[0] == "ML organisation"
    assert said[-2:] == ["Ingrid Solheim", "Lead"]


def test_a_team_that_nobody_leads_says_its_name_and_count(chart):
    assert texts(chart.group(("team", "ML Platform")).marks)[:2] == ["ML Platform", "2/2"]


def test_further_seats_and_dotted_links_are_dashed_and_all_else_is_solid(chart):
    dashes = {}
    for key in chart.keys:
        if key[0] == "link":
            lines = [mark for mark in chart.group(key).marks if isinstance(mark, Line)]
            dashes[key] = {line.dash for line in lines}
    kinds = {route.key: str(route.kind) for route in chart.placement.routes}
    assert {key: each for key, each in dashes.items() if kinds[key] == "dotted"}.values()
    for key, each in dashes.items():
        assert each == {Dash.DASHED if kinds[key] == "dotted" else Dash.SOLID}
    assert sum(kind == "dotted" for kind in kinds.values()) == 2


@pytest.mark.parametrize("level", list(Level))
def test_everything_is_drawn_at_every_level(chart, level):
    drawing = chart.drawing(level, scale=0.5)
    assert len(drawing.groups) == len(chart.keys)
    assert {key for kind, key in chart.keys if kind == "seat"} == set(chart.placement.seats)


def test_names_of_teams_and_of_leads_without_a_seat_are_whole_where_all_names_are(chart):
    scale = chart.whole_names_scale()
    drawn = chart.drawing(Level.COMPACT, scale=scale + 1e-6)
    said = {text for group in drawn.groups for text in texts(group.marks)}
    assert not [text for text in said if "…" in text]
    assert {"ML organisation", "ML Platform", "Fraud Shield", "Ingrid Solheim", "Nina", "Tomasz"} <= said
