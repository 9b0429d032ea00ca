"""What cut and copy write can be read again, and nothing else can."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from planner.advice.moves import Carried
from planner.app.moving.clipping import Clipping, copied_team, mark_of, read, written
from planner.domain import Person, outline

LAYOUT = """
scenario Today
core Platform, purpose "Shared", focus business-metrics, budget, experiments 20%
  DE Omar 60%
  DS vacant
"""
TEAM = copied_team(outline.parse(LAYOUT).scenarios["Today"], "Platform")
carried = st.builds(Carried, texts, st.none() | texts)


@given(people=st.lists(carried, min_size=1, max_size=4), cut=st.booleans())
def test_people_are_read_as_they_were_written(people, cut):
    marks = tuple(str(place) for place, _ in enumerate(people))
    clipping = Clipping("plan", tuple(people), marks, cut=cut)
    assert read(written(clipping)) == clipping


def test_a_team_is_read_with_its_fields_and_its_seats_vacant():
    found = read(written(Clipping(teams=(TEAM,))))
    assert found is not None
    team = found.teams[0].team
    wanted = TEAM.team
    assert (team.name, team.kind, team.purpose, team.focus, team.own_budget, team.experiment_share) == (
        wanted.name,
        wanted.kind,
        wanted.purpose,
        wanted.focus,
        wanted.own_budget,
        wanted.experiment_share,
    )
    assert [(seat.function, seat.demand, seat.person) for seat in found.teams[0].seats] == [
        (seat.function, seat.demand, None) for seat in TEAM.seats
    ]


def test_no_name_of_a_person_is_written():
    assert b"Omar" not in written(Clipping(teams=(TEAM,)))
    omar = Person(id="7", name="Omar")
    assert b"Omar" not in written(Clipping(people=(Carried("7"),), marks=(mark_of(omar),)))


def test_somebody_of_the_same_id_in_another_plan_has_another_mark():
    assert mark_of(Person(id="7", name="Omar")) == mark_of(Person(id="7", name="Omar"))
    assert mark_of(Person(id="7", name="Omar")) != mark_of(Person(id="7", name="Ada"))


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.text(max_size=3), st.lists).map(json.dumps).map(str.encode)
)
def test_anything_else_is_nothing(data):
    assert read(data) is None


@pytest.mark.parametrize(
    "change",
    [
        {"version": 1},
        {"cut": "yes"},
        {"plan": 3},
        {"people": [{"person": 3, "seat": None, "mark": ""}]},
        {"people": [{"person": "a", "seat": None}]},
        {"people": "Omar"},
        {"people": []},
        {"teams": [{"id": "x"}]},
    ],
)
def test_a_damaged_clipping_is_nothing(change):
    whole = json.loads(written(Clipping("plan", (Carried("a", "b"),), ("mark",))))
    assert read(json.dumps({**whole, **change}).encode()) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "army"),
        ("name", "  "),
        ("experiment_share", 3),
        ("own_budget", 1),
        ("seats", [{"function": "DE"}]),
    ],
)
def test_a_damaged_team_is_nothing(field, value):
    whole = json.loads(written(Clipping(teams=(TEAM,))))
    whole["teams"][0][field] = value
    assert read(json.dumps(whole).encode()) is None
