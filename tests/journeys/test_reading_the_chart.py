"""Reading the chart: panning, zooming, selecting, walking through it, and being read by a screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)

LAYOUT = """
plan Quillo
person Karin Voss: product
scenario Today: small-startup, product, decentralized
group Quillo, lead Maya Lind
  squad Receipts
    DS Lena Fischer 40%
    DE Lena Fischer 30%
    SD vacant
    PR Maya Lind 50%
  squad Fraud
    DS Kwame Boateng
    DE vacant
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def test_a_plan_opens_whole_and_not_enlarged(planner):
    canvas = planner.bench.canvas
    assert canvas.view.scale == 1.0
    assert canvas.viewport().rect().contains(canvas.to_viewport(canvas.scene.rect_of(("team", "Fraud"))))


def test_the_wheel_pans_and_with_shift_sideways(planner):
    before = planner.bench.canvas.view
    planner.turns_wheel("empty canvas", -1)
    assert planner.bench.canvas.view.dy == before.dy - 60
    planner.turns_wheel("empty canvas", -1, SHIFT)
    assert planner.bench.canvas.view.dx == before.dx - 60


def test_ctrl_and_wheel_zoom_at_the_pointer(planner):
    before = planner.place("Receipts/DS")
    planner.turns_wheel("Receipts/DS", 2, CTRL)
    assert planner.bench.canvas.view.scale > 1.2
    after = planner.place("Receipts/DS")
    assert (after - before).manhattanLength() <= 2


def test_the_zoom_keys_and_buttons_work_and_tell(planner):
    planner.presses(Qt.Key.Key_Minus, CTRL)
    assert planner.bench.zoom.percent.text() == "90%"
    planner.presses(Qt.Key.Key_0, CTRL)
    assert planner.bench.zoom.percent.text() == "100%"
    at = planner.bench.zoom.larger
    QTest.mouseClick(at, Qt.MouseButton.LeftButton)
    assert planner.bench.zoom.percent.text() == "110%"
    planner.presses(Qt.Key.Key_9, CTRL)
    assert planner.bench.zoom.percent.text() == "100%"


def test_the_middle_button_pans(planner):
    canvas = planner.bench.canvas
    at, before, button = planner.place("empty canvas"), canvas.view, Qt.MouseButton.MiddleButton
    QTest.mousePress(planner.handle, button, NONE, at)
    QTest.mouseMove(planner.handle, at + QPoint(15, 10))
    QTest.mouseMove(planner.handle, at + QPoint(30, 20))
    QTest.mouseRelease(planner.handle, button, NONE, at + QPoint(30, 20))
    assert (canvas.view.dx, canvas.view.dy) == (before.dx + 30, before.dy + 20)


def test_space_and_drag_pan_and_pick_nobody_up(planner):
    planner.focuses_the_canvas(("seat", "Receipts/DS"))
    canvas, at = planner.bench.canvas, planner.place("Fraud/DS")
    before = canvas.view
    QTest.keyPress(planner.handle, Qt.Key.Key_Space)
    QTest.mousePress(planner.handle, Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseMove(planner.handle, at + QPoint(40, 0))
    QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, NONE, at + QPoint(40, 0))
    QTest.keyRelease(planner.handle, Qt.Key.Key_Space)
    assert canvas.view.dx == before.dx + 40
    assert planner.bench.gesture.carried is None


def test_clicks_select_and_with_ctrl_add(planner):
    planner.clicks("Receipts/DS")
    assert planner.bench.selection.single == ("seat", "Receipts/DS")
    planner.clicks("Fraud/DS", CTRL)
    assert planner.bench.selection.items == (("seat", "Receipts/DS"), ("seat", "Fraud/DS"))
    planner.clicks("Fraud")
    assert planner.bench.selection.single == ("team", "Fraud")
    planner.clicks("empty canvas")
    assert planner.bench.selection.items == ()


def test_selecting_a_person_shows_their_other_seats(planner):
    planner.clicks("Receipts/DS")
    assert planner.bench.canvas.overlays.same_person(planner.document.scenario) == ("Receipts/DE",)


def test_arrows_home_end_and_page_keys_walk_through_the_chart(planner):
    planner.focuses_the_canvas(("seat", "Receipts/DS"))
    planner.presses(Qt.Key.Key_Down)
    assert planner.bench.selection.single == ("seat", "Receipts/DE")
    planner.presses(Qt.Key.Key_End)
    assert planner.bench.selection.single == ("seat", "Receipts/PR")
    planner.presses(Qt.Key.Key_Home)
    assert planner.bench.selection.single == ("seat", "Receipts/DS")
    planner.presses(Qt.Key.Key_Right)
    assert planner.bench.selection.single == ("seat", "Fraud/DS")
    planner.presses(Qt.Key.Key_PageUp)
    assert planner.bench.selection.single == ("team", "Receipts")
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.selection.items == ()


def test_ctrl_a_selects_the_team_and_then_all(planner):
    planner.focuses_the_canvas(("seat", "Fraud/DS"))
    planner.presses(Qt.Key.Key_A, CTRL)
    assert len(planner.bench.selection.items) == 2
    planner.presses(Qt.Key.Key_A, CTRL)
    assert len(planner.bench.selection.items) == 6


def test_a_findings_place_is_shown_and_esc_takes_the_ring_away(planner):
    planner.bench.show_subjects([("seat", "Fraud/DE")], "warning")
    assert planner.bench.canvas.situation.highlighted == (("seat", "Fraud/DE"),)
    planner.bench.canvas.setFocus()
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.canvas.situation.highlighted == ()


def test_what_is_far_away_comes_into_sight(planner):
    canvas = planner.bench.canvas
    canvas.pan(5000, 5000)
    planner.bench.show_subjects([("team", "Fraud")])
    assert canvas.viewport().rect().contains(canvas.to_viewport(canvas.scene.rect_of(("team", "Fraud"))))


def test_hovering_offers_the_menu_and_one_more_seat(planner):
    planner.hovers("Receipts/DS")
    canvas = planner.bench.canvas
    assert canvas.situation.hover == ("seat", "Receipts/DS")
    assert canvas.shows_menu(("seat", "Receipts/DS"))
    row = canvas.scene.placement.teams["Receipts"].add_row
    at = planner.window.mapFromGlobal(canvas.to_screen(row).center())
    planner.clicks(at)
    assert len(planner.bench.canvas.scene.seats_of("Receipts")) == 5


def test_only_what_changed_is_painted_again(planner):
    painted = []
    canvas = planner.bench.canvas
    canvas.viewport().repaint()
    original = canvas.viewport().update
    planner.document.changed.connect(lambda _difference: painted.append(canvas.scene.placement))
    before = canvas.scene.placement
    planner.bench.commands.set_share(planner.seat("Receipts/DS"), 0.5)
    assert painted[0] is not before
    assert canvas.scene.placement.rect("Fraud") == before.rect("Fraud")
    assert original is not None


def test_an_empty_plan_says_what_to_do(planner):
    for team in list(planner.document.scenario.teams.order):
        planner.bench.commands.remove_now(str(team))
    assert planner.bench.empty.isVisible()
    planner.bench.empty.add.click()
    assert not planner.bench.empty.isVisible()
    assert planner.bench.names.isVisible()


@pytest.fixture
def _screen_reader():
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("_screen_reader")
def test_a_screen_reader_that_is_there_from_the_start_meets_the_same(planner):
    planner.opens_another(LAYOUT)
    top = QAccessible.queryAccessibleInterface(planner.bench.canvas)
    assert top.childCount() == 1
    assert top.child(0).child(0).child(0).text(QAccessible.Text.Name).startswith("Lena Fischer")


@pytest.mark.usefixtures("_screen_reader")
def test_screen_readers_meet_teams_with_their_seats(planner):
    top = QAccessible.queryAccessibleInterface(planner.bench.canvas)
    assert top.text(QAccessible.Text.Name) == "Chart"
    head = top.child(0)
    assert head.text(QAccessible.Text.Name).partition(",")[0] == "Quillo"
    teams = [head.child(place) for place in range(head.childCount())]
    assert [team.text(QAccessible.Text.Name).partition(",")[0] for team in teams] == ["Receipts", "Fraud"]
    receipts = teams[0]
    assert receipts.text(QAccessible.Text.Name).startswith("Receipts, squad, 3 of 4 seats filled")
    assert (
        receipts.child(0)
        .text(QAccessible.Text.Name)
        .startswith("Lena Fischer, data scientist, 40%, Receipts, seat 1 of 4")
    )
    assert (
        receipts.child(2)
        .text(QAccessible.Text.Name)
        .startswith("Vacant, software developer, Receipts, seat 3 of 4")
    )
    planner.clicks("Receipts/DS")
    assert receipts.child(0).state().selected
    assert receipts.child(9) is None


@pytest.mark.usefixtures("_screen_reader")
def test_screen_readers_meet_the_people_of_the_bench(planner):
    top = QAccessible.queryAccessibleInterface(planner.bench.bench.list)
    names = [top.child(place).text(QAccessible.Text.Name) for place in range(top.childCount())]
    assert names[0] == "Unassigned, 1"
    assert names[1] == "Karin Voss, Product, 100% free, No seat"
