"""Scenarios beside each other: opened, read, moved about in and left by keys and by mouse."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import delete

from planner.advice.comparing import Row
from planner.app.comparing.screen import ComparisonScreen
from planner.app.comparing.table import ComparisonTable
from planner.domain import edits

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key

LAYOUT = """
plan Halden
person Bo Sand: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  MO vacant
squad Fraud Shield
  DS Kwame Boateng
  SD vacant
ML Platform serves Fraud Shield
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


@pytest.fixture
def two(planner):
    """A second scenario, Later, in which Kwame Boateng works for the platform."""
    document = planner.document
    document.apply(partial(edits.duplicate_scenario, scenario="Today", copy="later", name="Later"))
    free = vacant(planner, "mlops-engineer")
    seat = next(
        seat.id for seat in document.project.scenarios["later"].seats if seat.person == "Kwame Boateng"
    )
    document.apply(partial(edits.move_to_seat, scenario="later", source=seat, target=free))
    QApplication.processEvents()
    return planner


def vacant(planner, function: str) -> str:
    seats = planner.document.project.scenarios["later"].seats
    return next(seat.id for seat in seats if not seat.is_filled and seat.function.value == function)


def compares(planner) -> ComparisonScreen:
    """Open the comparison by its keys and wait until all is counted."""
    planner.presses(Key.Key_C, CTRL | SHIFT)
    screen = planner.window.owners.comparing.screen
    assert screen is not None
    planner._qtbot.waitUntil(lambda: screen.is_complete)
    return screen


def table_of(planner) -> ComparisonTable:
    return planner.window.owners.comparing.screen.table


def is_open(planner) -> bool:
    return planner.window.owners.comparing.is_open


def cell(planner, row: Row, scenario: str = "later") -> str:
    """A cell as it is heard."""
    table = table_of(planner)
    model, ids = table.compared, [column.scenario.id for column in table.compared.columns]
    return str(model.data(model.index(model.rows.index(row), ids.index(scenario))))


def clicks_in(planner, at: QPoint) -> None:
    QTest.mouseClick(table_of(planner).viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_it_takes_the_place_of_the_chart_and_esc_brings_the_chart_back(two):
    two.bench.canvas.setFocus()
    screen = compares(two)
    page = two.window.page
    assert screen.isVisible()
    assert not page.body.isVisible()
    assert page.toolbar.tabs.isVisible()
    assert screen.table.hasFocus()
    two.presses(Key.Key_Escape)
    assert not is_open(two)
    assert page.body.isVisible()
    assert two.bench.canvas.hasFocus()


def test_the_button_opens_and_closes_it_and_looks_pressed(two):
    button = two.window.page.toolbar.compare
    button.click()
    assert is_open(two)
    assert button.property("kind") == "well"
    assert two.window.actions_table["scenario.compare"].isChecked()
    button.click()
    assert not is_open(two)
    assert button.property("kind") == "plain"


def test_the_scenarios_are_read_row_by_row(two):
    compares(two)
    model = table_of(two).compared
    heads = [model.headerData(each, Qt.Orientation.Horizontal) for each in range(2)]
    assert heads[0].startswith("Today, Hybrid: core and squads, guidance score ")
    assert heads[1].endswith(" on Today")
    rows = [model.headerData(each, Qt.Orientation.Vertical) for each in range(model.rowCount())]
    assert rows[0] == "Layout"
    assert rows[-4:] == ["Vacant seats", "Moves from Today", "Second roles", "In short"]
    assert cell(two, Row.MOVES) == "1 person. Enter lists who."
    assert cell(two, Row.MOVES, "Today") == "Others are compared with this scenario"
    assert cell(two, Row.VACANT) == "2"
    assert cell(two, Row.LAYOUT) == "2 teams, 4 seats: ML Platform and Fraud Shield"
    assert "than Today" in cell(two, Row.ROLES) or "as in Today" in cell(two, Row.ROLES)


def test_it_is_a_table_to_screen_readers(two):
    from PySide6.QtGui import QAccessible

    screen = compares(two)
    interface = QAccessible.queryAccessibleInterface(screen.table)
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Scenarios compared"
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert "1 person. Enter lists who." in names
    assert any(str(name).startswith("Later, Hybrid") for name in names)


def test_opened_by_its_button_it_gives_the_focus_to_the_chart(two):
    button = two.window.page.toolbar.compare
    two.clicks(button.mapTo(two.window, button.rect().center()))
    assert is_open(two)
    two.presses(Key.Key_Escape)
    assert two.bench.canvas.hasFocus()


def test_d_leaves_only_the_rows_that_differ(two):
    screen = compares(two)
    table, rows = screen.table, screen.table.compared.rows
    two.presses(Key.Key_D)
    seen = {row for place, row in enumerate(rows) if not table.isRowHidden(place)}
    assert {Row.LAYOUT, Row.MOVES, Row.IN_SHORT} <= seen
    assert not seen & {Row.HOLDERS, Row.VACANT, Row.ROLE_MIX}
    assert screen.differences.isChecked()
    assert screen.differences.property("kind") == "chosen"
    two.presses(Key.Key_D)
    assert not any(table.isRowHidden(place) for place in range(len(rows)))


def test_arrows_go_from_cell_to_cell_and_enter_opens_the_scenario(two):
    screen = compares(two)
    two.presses(Key.Key_Right)
    two.presses(Key.Key_Down)
    at = screen.table.currentIndex()
    assert (at.row(), at.column()) == (1, 1)
    assert screen.table.shows_keyboard
    two.presses(Key.Key_Return)
    assert not is_open(two)
    assert two.document.scenario_id == "later"


def test_the_button_of_a_column_opens_its_scenario(two):
    screen = compares(two)
    screen.table.scrollToBottom()
    clicks_in(two, screen.table.button_of("later").center())
    assert not is_open(two)
    assert two.document.scenario_id == "later"


@pytest.mark.parametrize("number", [1, 2])
def test_alt_and_a_digit_open_a_scenario_also_the_one_shown(two, number):
    compares(two)
    two.presses(Key(Key.Key_0 + number), ALT)
    assert not is_open(two)
    assert two.document.scenario_id == ["Today", "later"][number - 1]


def test_a_tab_leads_to_its_scenario(two):
    compares(two)
    two.window.page.toolbar.tabs.tabs[0].click()
    assert not is_open(two)


def test_who_moves_is_listed_beside_the_cell(two):
    screen = compares(two)
    screen.table.scrollToBottom()
    clicks_in(two, screen.table.cell_of(Row.MOVES, "later").center())
    assert not screen.who_moves.isVisible()
    place = screen.table.cell_of(Row.MOVES, "later")
    clicks_in(two, QPoint(place.left() + 40, place.center().y()))
    assert screen.who_moves.isVisible()
    item = screen.who_moves.list.topLevelItem(0)
    assert [item.text(each) for each in range(3)] == [
        "Kwame Boateng",
        "Fraud Shield, data scientist",
        "ML Platform, MLOps engineer",
    ]
    two.presses(Key.Key_Escape)
    assert not screen.who_moves.isVisible()
    assert is_open(two)
    assert screen.table.hasFocus()


def test_edits_and_undo_show_at_once(two):
    compares(two)
    free = vacant(two, "software-developer")
    two.document.apply(partial(edits.assign, scenario="later", seat=free, person="Bo Sand"))
    QApplication.processEvents()
    assert cell(two, Row.MOVES) == "2 people. Enter lists who."
    assert cell(two, Row.VACANT) == "1"
    two.undoes()
    QApplication.processEvents()
    assert is_open(two)
    assert cell(two, Row.MOVES) == "1 person. Enter lists who."


def test_a_scenario_that_is_added_or_removed_comes_and_goes(two):
    screen = compares(two)
    two.presses(Key.Key_N, CTRL | SHIFT)
    QApplication.processEvents()
    assert is_open(two)
    assert len(screen.table.compared.columns) == 3
    two.undoes()
    QApplication.processEvents()
    assert len(screen.table.compared.columns) == 2


def test_a_scenario_alone_is_duplicated_by_the_one_button_there_is(planner):
    planner.presses(Key.Key_C, CTRL | SHIFT)
    screen = planner.window.owners.comparing.screen
    assert screen.empty.words.text() == "Duplicate this scenario to compare."
    assert screen.empty.isVisible()
    assert screen.empty.duplicate.hasFocus()
    planner.presses(Key.Key_Space)
    QApplication.processEvents()
    assert screen.table.isVisible()
    assert len(screen.table.compared.columns) == 2
    assert screen.table.hasFocus()


def test_of_six_scenarios_four_are_shown_and_others_can_be_chosen(two):
    for number in range(4):
        copy = partial(edits.duplicate_scenario, scenario="Today", copy=f"c{number}", name=f"Copy {number}")
        two.document.apply(copy)
    screen = compares(two)
    assert screen.choose.text() == "4 of 6 scenarios"
    screen.choose.click()
    boxes = screen.choosing.boxes
    assert sum(box.isChecked() for box in boxes.values()) == 4
    free = next(key for key, box in boxes.items() if not box.isChecked())
    assert not boxes[free].isEnabled()
    taken = next(key for key, box in boxes.items() if box.isChecked() and key != "Today")
    boxes[taken].click()
    boxes[free].click()
    shown = {column.scenario.id for column in screen.table.compared.columns}
    assert free in shown
    assert taken not in shown


def test_the_status_bar_says_what_the_tick_is_and_gives_its_place_back(two):
    before = two.window.page.status.counts
    compares(two)
    assert two.status == "Black tick on a bar = Today."
    assert two.window.page.status.counts == "2 scenarios · same company context"
    two.presses(Key.Key_Escape)
    assert two.window.page.status.counts == before


@pytest.mark.parametrize(
    "command", ["edit.find", "canvas.fit", "view.bench", "view.next-finding", "plan.add-squad"]
)
def test_a_command_of_the_chart_brings_the_chart_back(two, command):
    compares(two)
    two.window.actions_table[command].trigger()
    assert not is_open(two)
    assert two.window.page.body.isVisible()


def test_tab_goes_from_the_toolbar_through_the_comparison_to_the_end(two):
    screen = compares(two)
    two.presses(Key.Key_Tab)
    two.presses(Key.Key_Backtab, SHIFT)
    assert screen.table.hasFocus()
    two.presses(Key.Key_Backtab, SHIFT)
    assert screen.export.hasFocus()
    two.presses(Key.Key_F6)
    two.presses(Key.Key_F6)
    assert screen.isAncestorOf(QApplication.focusWidget())


def test_the_comparison_is_written_as_pdf(two, tmp_path):
    from pypdfium2 import PdfDocument

    screen = compares(two)
    path = tmp_path / "comparison.pdf"

    class Answers:
        def place_to_export(self, suggested):
            assert suggested.name == "Halden comparison.pdf"
            return path

    two.window.files.asking = Answers()
    screen.export.click()
    two.program.work.wait()
    two._qtbot.waitUntil(lambda: two.status == "Exported comparison.pdf.")
    with PdfDocument(path) as pdf:
        said = pdf[0].get_textpage().get_text_range()
    assert "Comparison" in said
    assert "Later" in said
    assert is_open(two)


def test_a_person_found_in_the_palette_is_shown_on_the_chart(two):
    compares(two)
    two.presses(Key.Key_K, CTRL)
    two.types("grace")
    two.presses(Key.Key_Return)
    QApplication.processEvents()
    assert not is_open(two)
    assert two.bench.canvas.hasFocus()
    assert two.bench.selection.items


def test_find_has_its_field_ready_after_a_comparison(two):
    compares(two)
    two.presses(Key.Key_F, CTRL)
    QApplication.processEvents()
    assert not is_open(two)
    assert two.window.owners.by_name["find"].find.bar.field.hasFocus()


def test_what_had_the_focus_may_be_gone_when_the_chart_comes_back(two):
    gone = QPushButton("Apply", two.window.page.body)
    gone.show()
    gone.setFocus()
    compares(two)
    delete(gone)
    two.presses(Key.Key_Escape)
    assert not is_open(two)
    assert two.bench.canvas.hasFocus()


def test_an_added_team_can_be_named_at_once(two):
    compares(two)
    two.presses(Key.Key_T, CTRL)
    QApplication.processEvents()
    assert not is_open(two)
    two.types("Data desk")
    two.presses(Key.Key_Return)
    assert "Data desk" in [team.name for team in two.document.scenario.teams]


def test_another_text_size_and_theme_keep_the_comparison_whole(two):
    screen = compares(two)
    before = screen.table.rowHeight(1)
    for command in ("view.text-200", "view.theme-dark"):
        two.window.actions_table[command].trigger()
        QApplication.processEvents()
    assert screen.table.rowHeight(1) > before * 1.5
    assert screen.table.horizontalScrollBar().maximum() > 0
    two.window.grab()
    for command in ("view.text-100", "view.theme-light"):
        two.window.actions_table[command].trigger()
