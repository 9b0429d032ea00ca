from functools import partial

import pytest
from hypothesis import given, settings
from tests.strategies import journeys

from planner.domain import Difference, Function, Person, Stage, edits, outline, together
from planner.messages import Fte, Gain, Loss, Points, Share, counted, listed, message
from planner.store import history

PLAN = """
scenario Today: enterprise
core Platform, lead Ada, purpose "Data, training, deployment and monitoring for all squads"
  MO Tomasz Zieliński
  DE Omar Siddiqui 60%
squad Fraud Shield, product "Fraud Shield"
  SD Adam Novak
  DE vacant
Platform serves Fraud Shield
"""


@settings(max_examples=50)
@given(journeys())
def test_a_difference_comes_back_from_its_line(journey):
    for edited in journey[1]:
        line = history.dumps(edited.difference)
        assert history.loads(line) == edited.difference
        assert "\n" not in line


def test_every_kind_of_value_of_a_name_comes_back():
    label = message(
        "{a} {b} {c} {d} {e} {f} {g} {h} {i}",
        a="text",
        b=3,
        c=0.5,
        d=Share(0.4),
        e=Fte(1.5),
        f=Points(2),
        g=Loss(3),
        h=Gain(4),
        i=listed(["x", message("y {z}", z=Share(1))], at_most=1),
    )
    for each in (label, counted("{count} seat", "{count} seats", 2)):
        read = history.loads(history.dumps(Difference(each))).label
        assert read == each
        assert [type(value) for _, value in read.values] == [type(value) for _, value in each.values]


STEPS = {
    "assign": partial(edits.assign, scenario="Today", seat="Fraud Shield/DE", person="Omar Siddiqui"),
    "swap": partial(edits.swap, scenario="Today", source="Platform/MO", target="Fraud Shield/SD"),
    "rename": partial(edits.rename_team, scenario="Today", team="Platform", name="ML Platform"),
    "remove a team": partial(edits.remove_team, scenario="Today", team="Fraud Shield"),
    "add a seat": partial(
        edits.add_seat, scenario="Today", seat="n" * 32, team="Platform", function=Function.PRODUCT
    ),
    "context": partial(edits.edit_context, scenario="Today", stage=Stage.LARGE_STARTUP),
    "add a person": partial(edits.add_person, person=Person(id="n" * 32, name="Karin Voss", title="Lead")),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_typical_step_takes_less_than_a_kilobyte(step):
    edited = STEPS[step](outline.parse(PLAN))
    assert len(history.dumps(edited.difference).encode()) <= 1024


def test_a_changed_row_is_written_once_with_only_the_old_values_that_differ():
    edited = edits.rename_team(outline.parse(PLAN), "Today", team="Platform", name="ML Platform")
    line = history.dumps(edited.difference)
    assert line.count("monitoring") == 1
    assert '"was":{"name":["Platform"]}' in line


def test_several_edits_in_one_step_are_one_line():
    both = together(message("Both"), STEPS["assign"], STEPS["rename"])(outline.parse(PLAN))
    assert history.loads(history.dumps(both.difference)) == both.difference
