"""The reporting chart takes all gestures that the chart of teams takes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.journeys.conftest import CTRL, NONE, SHIFT, Planner

from planner.domain import LinkKind

LEFT = Qt.MouseButton.LeftButton
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Ingrid Solheim: other
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ingrid Solheim
  core ML Platform, lead Tomasz, purpose "Shared platform"
    MO Tomasz
    DE Grace Mwangi 60%
    PR vacant
  squad Fraud Shield, purpose "Score card fraud"
    DE Ravi Kulkarni 60%
    DS Grace Mwangi 20%
    MO vacant
  squad Churn Radar
    SD Liam Murphy
    DS Sana Iqbal
"""


@pytest.fixture
def among(planner: Planner) -> Planner:
    planner.opens(LAYOUT)
    planner.presses(Qt.Key.Key_2, CTRL)
    return planner


def test_the_card_of_somebody_with_two_seats_is_selected_not_only_the_same_person(among):
    among.clicks("ML Platform/DE")
    overlays = among.bench.canvas.overlays
    assert overlays.same_person(among.document.scenario) == ()
    among.presses(Qt.Key.Key_1, CTRL)
    assert overlays.same_person(among.document.scenario) == ("Fraud Shield/DS",)


def test_the_link_handle_stands_beside_the_name_of_its_team(among):
    canvas = among.bench.canvas
    for team in ("ML Platform", "Fraud Shield"):
        header = canvas.scene.placement.teams[team].header
        assert canvas.overlays.handle_place(team).centre[0] == header.right


def test_a_line_from_the_handle_links_two_teams(among):
    among.hovers("Fraud Shield")
    canvas = among.bench.canvas
    at = among.window.mapFromGlobal(canvas.to_screen(canvas.overlays.handle_place("Fraud Shield")).center())
    QTest.mousePress(among.handle, LEFT, NONE, at)
    for point in (at + QPoint(20, 0), among.place("Churn Radar") - QPoint(4, 0), among.place("Churn Radar")):
        QTest.mouseMove(among.handle, point)
    QTest.mouseRelease(among.handle, LEFT, NONE, among.place("Churn Radar"))
    among.presses(Qt.Key.Key_Return)
    (link,) = among.document.scenario.links
    assert (link.source, link.target) == ("Fraud Shield", "Churn Radar")
    assert link.kind in LinkKind


def test_a_team_dragged_by_its_name_goes_under_another(among):
    among.drag("Churn Radar").over("Fraud Shield").drop()
    assert among.document.scenario.teams["Churn Radar"].parent == "Fraud Shield"


def test_ctrl_copies_and_shift_replaces(among):
    among.drag("Churn Radar/DS").over("ML Platform/PR").holding(CTRL).drop()
    assert among.holder("ML Platform/PR") == among.holder("Churn Radar/DS") == "Sana Iqbal"
    among.presses(Qt.Key.Key_Escape)
    among.undoes()
    among.drag("Churn Radar/DS").over("Fraud Shield/DE").holding(SHIFT).drop()
    assert among.holder("Fraud Shield/DE") == "Sana Iqbal"
    assert among.seats_of("Ravi Kulkarni") == []


def test_a_drag_over_cards_selects_them_and_one_carries_all(among):
    first, last = among.place("Churn Radar/SD"), among.place("Churn Radar/DS")
    QTest.mousePress(among.handle, LEFT, NONE, last + QPoint(0, 60))
    QTest.mouseMove(among.handle, last + QPoint(2, 40))
    QTest.mouseMove(among.handle, first)
    QTest.mouseRelease(among.handle, LEFT, NONE, first)
    assert set(among.bench.selection.items) == {("seat", "Churn Radar/SD"), ("seat", "Churn Radar/DS")}
    among.drag("Churn Radar/DS").over("the bench").drop()
    assert among.seats_of("Sana Iqbal") == among.seats_of("Liam Murphy") == []


def test_keys_carry_and_the_list_moves(among):
    among.focuses_the_canvas(("seat", "Churn Radar/DS"))
    among.presses(Qt.Key.Key_Space)
    among.presses(Qt.Key.Key_Return)
    assert among.holder("Churn Radar/DS") != "Sana Iqbal"
    assert among.seats_of("Sana Iqbal")
    among.undoes()
    among.focuses_the_canvas(("seat", "Churn Radar/DS"))
    among.presses(Qt.Key.Key_M)
    among.types("bench")
    among.presses(Qt.Key.Key_Return)
    assert among.seats_of("Sana Iqbal") == []


def test_a_drop_on_the_empty_canvas_makes_a_team_and_undo_takes_it_back(among):
    teams = len(among.document.scenario.teams)
    among.drag("Churn Radar/DS").over("empty canvas").drop()
    assert len(among.document.scenario.teams) == teams + 1
    among.presses(Qt.Key.Key_Escape)
    among.undoes()
    assert len(among.document.scenario.teams) == teams


def test_over_the_bench_no_key_is_told_for_several_people(among):
    told = []
    among.bench.gesture.hint_changed.connect(told.append)
    among.bench.selection.select(("seat", "Churn Radar/SD"), ("seat", "Churn Radar/DS"))
    drag = among.drag("Churn Radar/DS").over("ML Platform")
    assert [key for key, _ in told[-1].keys] == ["Ctrl", "Esc"]
    drag.over("the bench")
    assert [key for key, _ in told[-1].keys] == ["Esc"]
    drag.escape()
