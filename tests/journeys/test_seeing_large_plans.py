"""Seeing plans of many teams: the overview, collapsed teams, layouts and what colours tell."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.conftest import CTRL, Planner

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.far_out import FarOut
from planner.app.canvas.showing import COMFORTABLE_CARDS, Showing
from planner.drawing.colouring import ColourBy
from planner.drawing.levels import Level
from planner.placement import Layout

HYBRID = """
plan Acme
person Uma Free: data-scientist; 100%
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Tomasz
    DE Grace 60%
  group Payments
    squad Refunds
      DS Ada
      PR vacant
      DA Ben
    squad Disputes
      SD Cleo
  group Claims
    squad Triage
      SD Dan
ML Platform serves Refunds, Disputes, Triage
"""


@pytest.fixture
def seen(planner: Planner) -> Planner:
    return planner.opens(HYBRID)


def canvas_of(planner: Planner) -> Canvas:
    return planner.bench.canvas


def showing_of(planner: Planner) -> Showing:
    found = canvas_of(planner).findChild(Showing)
    assert isinstance(found, Showing)
    return found


def goes_to_the_overview(planner: Planner) -> Canvas:
    canvas = canvas_of(planner)
    canvas.zoom_to(0.25)
    canvas.zoom_out()
    return canvas


def tile(planner: Planner, team: str) -> QPoint:
    """Where a team's name stands in the overview, in the window."""
    canvas = canvas_of(planner)
    rect = canvas.scene.rect_of(("team", team))
    assert rect is not None
    area = canvas.to_screen(rect)
    return planner.window.mapFromGlobal(area.topLeft() + QPoint(20, 8))


def shown_teams(planner: Planner) -> set[str]:
    return set(canvas_of(planner).scene.placement.teams)


def test_one_step_beyond_25_per_cent_is_the_overview_and_one_step_back_the_chart(seen):
    canvas = goes_to_the_overview(seen)
    assert canvas.level is Level.BLOCKS
    assert seen.bench.zoom.percent.text() == "Overview"
    canvas.zoom_out()
    assert canvas.level is Level.BLOCKS
    seen.turns_wheel("empty canvas", 1, CTRL)
    assert canvas.view.scale == 0.25
    assert canvas.level is Level.CHIP


def test_a_double_click_on_a_tile_zooms_to_its_team(seen):
    canvas = goes_to_the_overview(seen)
    at = tile(seen, "Refunds")
    QTest.mouseDClick(seen.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert canvas.level is Level.FULL
    rect = canvas.scene.rect_of(("team", "Refunds"))
    assert rect is not None
    assert canvas.viewport().rect().contains(canvas.to_viewport(rect))


def test_arrows_walk_from_tile_to_tile_and_enter_zooms(seen):
    canvas = goes_to_the_overview(seen)
    seen.focuses_the_canvas(("team", "Refunds"))
    seen.presses(Qt.Key.Key_Right)
    assert seen.bench.selection.focus == ("team", "Disputes")
    seen.presses(Qt.Key.Key_Return)
    assert canvas.level is Level.FULL


def test_a_person_dropped_on_a_tile_joins_the_team(seen):
    goes_to_the_overview(seen)
    drag = seen.drag("Uma Free")
    at = tile(seen, "Disputes")
    QTest.mouseMove(seen.handle, at - QPoint(6, 2))
    QTest.mouseMove(seen.handle, at)
    drag._at = at
    drag.drop()
    assert seen.seats_of("Uma Free") == ["Disputes: data-scientist 100%"]


def test_the_overview_tells_of_the_team_under_the_pointer_and_of_the_one_in_focus(seen):
    canvas = goes_to_the_overview(seen)
    cards = [each for each in canvas.children() if type(each).__name__ == "_Drawn"]
    card = cards[-1]
    canvas.show_focus(shown=False)
    assert not card.isVisible()
    QTest.mouseMove(seen.handle, tile(seen, "Refunds"))
    assert card.isVisible()
    QTest.mouseMove(seen.handle, seen.place("empty canvas"))
    assert not card.isVisible()
    seen.focuses_the_canvas(("team", "Triage"))
    seen.presses(Qt.Key.Key_Left)
    assert card.isVisible()


def test_minus_and_plus_collapse_and_expand_the_team_in_focus(seen):
    seen.focuses_the_canvas(("seat", "Refunds/DS"))
    seen.presses(Qt.Key.Key_Minus)
    assert seen.bench.selection.focus == ("team", "Refunds")
    box = canvas_of(seen).scene.placement.teams["Refunds"]
    assert (box.seat_ids, box.count) == ((), "2/3")
    seen.presses(Qt.Key.Key_Plus)
    assert canvas_of(seen).scene.placement.teams["Refunds"].seat_ids
    assert not seen.document.is_edited
    assert seen.document.undo_label is None


def test_the_triangle_collapses_and_expands(seen):
    canvas = canvas_of(seen)
    canvas.zoom_to(1.0)
    canvas.reveal(("team", "ML Platform"))
    for expected in ({"Refunds", "Disputes", "Triage"}, set()):
        shape = canvas.scene.placement.teams["ML Platform"]
        corner = canvas.to_screen(shape.rect).topLeft()
        seen.clicks(seen.window.mapFromGlobal(corner) + QPoint(19, 38))
        hidden = {"Refunds", "Disputes", "Triage"} - shown_teams(seen)
        assert hidden == expected


def test_what_a_finding_names_is_expanded(seen):
    canvas = canvas_of(seen)
    canvas.fold(frozenset({"ML organisation", "ML Platform"}))
    assert shown_teams(seen) == {"ML organisation"}
    seen.bench.show_subjects([("seat", "Refunds/DS")])
    assert ("seat", "Refunds/DS") in canvas.scene
    assert canvas.scene.collapsed == frozenset()


def test_collapse_all_leaves_the_head_open_and_expand_all_shows_everything(seen):
    showing = showing_of(seen)
    everything = shown_teams(seen)
    showing.collapse_all()
    assert "ML organisation" in shown_teams(seen)
    assert not set(canvas_of(seen).scene.placement.seats)
    assert showing.has_collapsed
    showing.expand_all()
    assert shown_teams(seen) == everything


def test_layout_colours_and_collapsed_teams_are_kept_for_each_scenario(seen):
    showing, canvas = showing_of(seen), canvas_of(seen)
    first = seen.document.scenario_id
    showing.lay_out_sideways()
    showing.colour_by_load()
    canvas.fold(frozenset({"Refunds"}))
    seen.presses(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert seen.document.scenario_id != first
    assert showing.is_tree
    assert canvas.scene.collapsed == frozenset()
    seen.document.show_scenario(first)
    assert showing.is_sideways
    assert canvas.scene.settings.layout is Layout.SIDEWAYS
    assert canvas.scene.colour_by is ColourBy.LOAD
    assert canvas.scene.collapsed == {"Refunds"}


def test_they_are_remembered_on_this_machine_with_the_file_and_never_in_it(seen, tmp_path):
    showing = showing_of(seen)
    seen.document.mark_saved(tmp_path / "acme.teamplan")
    showing.lay_out_compactly()
    showing.colour_by_vacancies()
    kept = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["shown"]
    assert list(kept) == [str(tmp_path / "acme.teamplan")]
    again = Showing(canvas_of(seen), seen.program.settings)
    assert again.is_compact
    assert again.tells_vacancies
    assert not seen.document.is_edited


def test_comfortable_cards_are_44_high_in_every_plan_of_this_machine(seen):
    showing_of(seen).make_comfortable()
    assert canvas_of(seen).scene.placement.seats["Refunds/DS"].height == 44
    assert seen.program.settings.get(COMFORTABLE_CARDS)
    showing_of(seen).make_dense()
    assert canvas_of(seen).scene.placement.seats["Refunds/DS"].height == 38


def test_the_legend_says_what_colours_tell(seen):
    assert seen.bench.legend.accessibleName().startswith("Roles: DA data analyst")
    showing_of(seen).colour_by_findings()
    assert seen.bench.legend.accessibleName() == "Colours: Problem, Warning, Note, Not in a finding"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_moves_stands_where_it_goes_from_the_first_frame(seen, qtbot, theme):
    canvas = canvas_of(seen)
    seen.program.tools.motion.reduced = False
    showing_of(seen).lay_out_sideways()
    rect = canvas.scene.rect_of(("seat", "Refunds/DS"))
    assert rect is not None
    canvas.reveal(("seat", "Refunds/DS"))
    canvas._flight.stop()
    middle = canvas.to_viewport(rect).center()
    assert canvas.hit(middle).seat == "Refunds/DS"
    qtbot.waitUntil(lambda: canvas._surface._moves is None, timeout=3000)
    canvas.zoom_to(0.5)
    qtbot.waitUntil(lambda: canvas._surface._fading is None, timeout=3000)
    QApplication.processEvents()
    seen.program.tools.motion.reduced = True


def test_chips_without_names_stay_off_the_chart_at_larger_text(seen):
    legend = seen.bench.legend
    legend.fit(300)
    assert legend.isVisible()
    seen.program.look.resize_text(200)
    legend.fit(300)
    assert legend.isHidden()


def test_the_legend_stays_clear_of_the_zoom_control_that_says_overview(seen):
    bench = seen.bench
    for zoom in (1.0, 0.2, 1.0, 0.2):
        bench.canvas.zoom_to(zoom)
        assert bench.legend.geometry().right() < bench.zoom.x()


def test_what_a_block_is_stays_clear_of_the_tile_at_the_top(seen):
    bench, canvas = seen.bench, seen.bench.canvas
    for text in (100, 200):
        seen.program.look.resize_text(text)
        for wide in (900, 1280, 1440):
            seen.window.resize(wide, 720)
            QApplication.processEvents()
            canvas.zoom_to(canvas.unit * 0.1)
            key = bench.canvas.findChild(FarOut).key
            top = next(iter(canvas.scene.packed.chart.overview.tiles.values()))
            assert key.isHidden() or canvas.to_viewport(top.rect).right() < key.x()


def test_chips_alone_give_way_to_a_card_of_a_chart_that_is_seen_whole(planner):
    planner.opens("\n".join(["squad A", *(f"  DS Ada {number}" for number in range(10))]), size=(1280, 720))
    canvas, legend = planner.bench.canvas, planner.bench.legend
    legend.fit(300)
    canvas.zoom_to_full_size()
    last = ("seat", [seat.id for seat in planner.document.scenario.seats][-1])
    seen = set()
    for left in range(20, 500, 40):
        rect = canvas.to_viewport(canvas.scene.rect_of(last))
        canvas.pan(left - rect.left(), canvas.viewport().height() - 20 - rect.bottom())
        lies_over = legend.geometry().intersects(canvas.to_viewport(canvas.scene.rect_of(last)))
        assert legend.isVisible() is not lies_over
        seen.add(lies_over)
    assert seen == {True, False}
