"""F5 leaves chart, legend and score alone on the screen; Esc brings everything back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
squad Fraud Shield
  DS Kwame Boateng
squad Churn Radar
  SD Adam Novak
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("team", "ML Platform"))


def around(planner):
    page = planner.window.page
    return [planner.window.menuBar(), page.toolbar, page.status, page.parts.panel, page.parts.bench]


def test_everything_but_chart_legend_and_score_is_hidden_and_comes_back(planner):
    planner.clicks("Churn Radar/SD")
    view = planner.bench.canvas.view
    planner.presses(Qt.Key.Key_F5)
    assert not any(part.isVisible() for part in around(planner))
    assert planner.window.isFullScreen()
    assert planner.bench.legend.isVisible()
    card = planner.window.owners.by_name["presentation"].presentation.card
    assert card.isVisible()
    assert card.accessibleName().startswith("Guidance score ")
    planner.presses(Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in around(planner))
    assert not planner.window.isFullScreen()
    assert not card.isVisible()
    assert planner.bench.selection.items == (("seat", "Churn Radar/SD"),)
    assert planner.bench.canvas.view == view
    assert planner.bench.canvas.hasFocus()


def test_the_same_key_ends_it_and_a_hidden_bench_stays_hidden(planner):
    planner.presses(Qt.Key.Key_F9)
    planner.presses(Qt.Key.Key_F5)
    planner.presses(Qt.Key.Key_F5)
    assert planner.window.page.toolbar.isVisible()
    assert not planner.bench.bench.isVisible()


def test_arrows_walk_through_the_teams_and_home_shows_the_whole_chart(planner):
    planner.presses(Qt.Key.Key_F5)
    canvas = planner.bench.canvas
    whole = canvas.view
    for key, team in (
        (Qt.Key.Key_Right, "ML Platform"),
        (Qt.Key.Key_Right, "Fraud Shield"),
        (Qt.Key.Key_Left, "ML Platform"),
    ):
        planner.presses(key)
        seen, rect = canvas.seen(), canvas.scene.rect_of(("team", team))
        assert seen.x <= rect.x
        assert rect.right <= seen.right
        assert canvas.view.scale >= whole.scale
    planner.presses(Qt.Key.Key_Home)
    assert canvas.view == whole
    assert planner.bench.selection.items == ()
    planner.presses(Qt.Key.Key_Escape)


def test_undo_and_the_score_go_on_while_presenting(planner):
    planner.bench.commands.remove_seat(planner.document.scenario.seats["Churn Radar/SD"])
    planner.presses(Qt.Key.Key_F5)
    card = planner.window.owners.by_name["presentation"].presentation.card
    before = card.accessibleName()
    planner.undoes()
    assert "Churn Radar/SD" in planner.document.scenario.seats
    assert card.accessibleName() != before
    planner.presses(Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_what_is_looked_for_leaves_the_presented_score_readable(planner):
    planner.presses(Qt.Key.Key_F5)
    planner.presses(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    planner.types("Kwame")
    owners = planner.window.owners.by_name
    bar, card = owners["find"].find.bar, owners["presentation"].presentation.card
    assert bar.isVisible()
    assert not bar.geometry().intersects(card.geometry())
    planner.presses(Qt.Key.Key_Escape)
    planner.presses(Qt.Key.Key_Escape)


@pytest.mark.parametrize("way", ["find", "add", "bench"])
def test_who_wants_the_bench_ends_the_presentation(planner, way):
    """A field of the hidden bench would take the keys, and Esc would end nothing."""
    planner.presses(Qt.Key.Key_F5)
    if way == "find":
        planner.presses(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        planner.types("Nobody")
        planner.presses(Qt.Key.Key_Return)
    else:
        key = Qt.Key.Key_A if way == "add" else Qt.Key.Key_F
        planner.presses(key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert all(part.isVisible() for part in around(planner))
    assert planner.bench.bench.isAncestorOf(QApplication.focusWidget())
