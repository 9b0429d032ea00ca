"""Copying in one window and pasting in another, whose plan may have the same ids for somebody else."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from tests.journeys.conftest import CTRL, Planner

from planner.domain import edits

PLAN = """
plan {name}
person Ada: data-scientist
scenario Today
core Platform
  MO Mona
squad Fraud
  DS vacant
  DE Dan
"""


@pytest.fixture(autouse=True)
def _empty_clipboard(qtbot):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def copies(planner: Planner, key: tuple[str, str], *, cut: bool = False) -> None:
    if key[0] == "person":
        planner.clicks(key[1])
    else:
        planner.focuses_the_canvas(key)
    planner.presses(Qt.Key.Key_X if cut else Qt.Key.Key_C, CTRL)


def pastes(planner: Planner, key: tuple[str, str]) -> None:
    planner.focuses_the_canvas(key)
    planner.presses(Qt.Key.Key_V, CTRL)


def test_who_is_in_both_plans_is_seated_in_the_other(planner):
    copies(planner.opens(PLAN.format(name="One")), ("person", "Ada"))
    pastes(planner.opens_another(PLAN.format(name="Two")), ("seat", "Fraud/DS"))
    assert planner.holder("Fraud/DS") == "Ada"


def test_somebody_else_of_the_same_id_is_not_taken_for_the_person(planner):
    copies(planner.opens(PLAN.format(name="One")), ("person", "Ada"))
    planner.opens_another(PLAN.format(name="Two"))
    planner.document.apply(partial(edits.edit_person, person="Ada", name="Bea"))
    pastes(planner, ("seat", "Fraud/DS"))
    assert planner.holder("Fraud/DS") is None
    assert planner.status == "The people on the clipboard are not in this plan."


def test_who_got_another_name_in_between_is_the_same_person_in_one_plan(planner):
    copies(planner.opens(PLAN.format(name="One")), ("person", "Ada"))
    planner.document.apply(partial(edits.edit_person, person="Ada", name="Ada Lovelace"))
    pastes(planner, ("seat", "Fraud/DS"))
    assert planner.holder("Fraud/DS") == "Ada Lovelace"


def test_a_team_that_is_cut_elsewhere_is_copied_and_moves_none_of_the_same_id(planner):
    copies(planner.opens(PLAN.format(name="One")), ("team", "Platform"), cut=True)
    pastes(planner.opens_another(PLAN.format(name="Two")), ("team", "Fraud"))
    teams = planner.document.scenario.teams
    assert teams["Platform"].parent is None
    assert [team.name for team in teams if team.parent == "Fraud"] == ["Platform 2"]
