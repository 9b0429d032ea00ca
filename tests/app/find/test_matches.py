"""What holds the words that are looked for."""

import pytest

from planner.app.find.matches import NOTHING, Haystack
from planner.domain import outline

LAYOUT = """
plan Halden
person Karin Voss: product, marketing; 100%; skills sql, python
person Tomasz Zieliński: mlops-engineer; 100%; skills kubernetes
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform, lead Ingrid Solheim
  MO Tomasz Zieliński
  DE vacant
squad Fraud Shield, product "Card checks"
  DS Kwame Boateng
  DE Grace Mwangi
"""


@pytest.fixture
def haystack() -> Haystack:
    project = outline.parse(LAYOUT)
    return Haystack(project, project.scenarios["Today"], ("ML Platform", "Fraud Shield"))


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("zielinski", [("seat", "ML Platform/MO")]),
        ("KUBER", [("seat", "ML Platform/MO")]),
        ("data engineer", [("seat", "ML Platform/DE"), ("seat", "Fraud Shield/DE")]),
        ("data engineer fraud", [("seat", "Fraud Shield/DE")]),
        ("vacant", [("seat", "ML Platform/DE")]),
        ("card checks", [("team", "Fraud Shield")]),
        ("python", [("person", "Karin Voss")]),
        ("ingrid", [("team", "ML Platform"), ("person", "Ingrid Solheim")]),
        ("nobody", []),
    ],
)
def test_people_skills_roles_and_teams_are_found_in_reading_order(haystack, typed, keys):
    assert list(haystack.matches(typed).keys) == keys


def test_a_team_that_matches_shines_with_all_its_seats(haystack):
    found = haystack.matches("fraud")
    assert found.keys == (("team", "Fraud Shield"),)
    assert found.bright_teams == {"Fraud Shield"}


def test_blank_words_look_for_nothing(haystack):
    assert haystack.matches("  ") == NOTHING
