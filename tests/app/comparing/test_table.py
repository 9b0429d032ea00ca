"""The table of the comparison by itself: what is kept, what is pressed, and where there is no room."""

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner import resources
from planner.advice.comparing import Row, compared, counting
from planner.app.canvas.ink import Ink
from planner.app.comparing import pictures
from planner.app.comparing.choosing import ChooseScenarios
from planner.app.comparing.table import ComparisonTable
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import edits, outline
from planner.domain.pausing import finished
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.messages import ENGLISH
from planner.render.painter import Glyphs

PACK = load_pack(resources.read_text)
LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  MO vacant
squad Fraud Shield
  DS Kwame Boateng
ML Platform serves Fraud Shield
"""


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look.load(resources.read_text, resources.read_bytes)


@pytest.fixture
def document() -> Document:
    made = Document(outline.parse(LAYOUT), pack=PACK)
    for number in range(3):
        copy = partial(edits.duplicate_scenario, scenario="Today", copy=f"c{number}", name=f"Copy {number}")
        made.apply(copy)
    return made


@pytest.fixture
def table(document: Document, look: Look, qtbot: QtBot) -> ComparisonTable:
    ink = Ink(look, glyphs=Glyphs(look.fonts, resources.read_bytes), icons=Icons(resources.read_text))
    made = ComparisonTable(document, look, ink, ENGLISH)
    qtbot.addWidget(made)
    made.resize(1400, 760)
    shows(made, document)
    made.show()
    return made


def shows(table: ComparisonTable, document: Document) -> None:
    reviews = [document.review_of(scenario.id) for scenario in document.project.scenarios]
    table.show_comparison(compared(reviews, finished(counting(reviews))))


def test_four_scenarios_fill_a_wide_window_and_scroll_in_a_narrow_one(table):
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(900, 600)
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() > 0
    assert len({table.columnWidth(each) for each in range(4)}) == 1


def test_a_picture_is_made_again_only_where_its_layout_changed(table, document, monkeypatch):
    table.grab()
    made: list[str] = []
    real = pictures.Pictures._made
    monkeypatch.setattr(
        pictures.Pictures,
        "_made",
        lambda self, cells, column, card, ratio: (
            made.append(column.scenario.id) or real(self, cells, column, card, ratio)
        ),
    )
    seat = next(seat.id for seat in document.project.scenarios["c1"].seats if seat.person)
    document.apply(partial(edits.unassign, scenario="c1", seat=seat))
    shows(table, document)
    table.grab()
    assert made == ["c1"]


def test_the_cell_in_focus_stays_when_figures_change(table, document):
    place = table.compared.rows.index(Row.VACANT)
    table.setCurrentIndex(table.compared.index(place, 2))
    seat = next(seat.id for seat in document.project.scenarios["c1"].seats if seat.person)
    document.apply(partial(edits.unassign, scenario="c1", seat=seat))
    shows(table, document)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (place, 2)


def test_a_hand_shows_what_can_be_pressed(table):
    viewport = table.viewport()
    table.scrollToBottom()
    QTest.mouseMove(viewport, table.button_of("c0").center())
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(viewport, table.cell_of(Row.VACANT, "c0").center())
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_press_beside_the_button_opens_nothing(table, qtbot):
    table.scrollToBottom()
    opened: list[str] = []
    table.opened.connect(opened.append)
    place = table.cell_of(Row.IN_SHORT, "c0")
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(30, 24))
    assert opened == []
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.button_of("c0").center())
    assert opened == ["c0"]


def test_where_all_is_equal_one_row_is_left(table):
    table.hide_equal(hides=True)
    seen = [row for place, row in enumerate(table.compared.rows) if not table.isRowHidden(place)]
    assert seen == [Row.IN_SHORT]
    assert table.compared.rows[table.currentIndex().row()] is Row.IN_SHORT


def test_the_ring_is_shown_to_those_who_use_keys(table, qtbot):
    table.activateWindow()
    qtbot.waitActive(table)
    table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not table.shows_keyboard
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.shows_keyboard


def test_what_is_painted_small_is_told_in_words(table):
    model = table.compared
    role = Qt.ItemDataRole.ToolTipRole
    assert "2 teams, 3 seats" in str(model.index(model.rows.index(Row.LAYOUT), 0).data(role))
    assert str(model.index(model.rows.index(Row.ROLE_MIX), 0).data(role)).startswith("Seats: 1 data engineer")
    assert model.index(model.rows.index(Row.VACANT), 0).data(role) is None


def test_names_in_tool_tips_are_no_markup(table, document):
    document.apply(partial(edits.edit_context, scenario="c0", name="<b>R&D</b>"))
    shows(table, document)
    model, role = table.compared, Qt.ItemDataRole.ToolTipRole
    place = [column.scenario.id for column in model.columns].index("c0")
    said = str(model.headerData(place, Qt.Orientation.Horizontal, role))
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in said
    assert str(model.headerData(place, Qt.Orientation.Horizontal)).startswith("<b>R&D</b>, ")


def test_at_least_one_scenario_and_at_most_four_are_ticked(document, look, table, qtbot):
    extra = replace(document.project.scenarios["c0"], id="more", name="More", baseline=False)
    document.apply(partial(edits.add_scenario, scenario=extra))
    popover = ChooseScenarios(look, table)
    chosen: list[tuple[str, ...]] = []
    popover.chosen.connect(chosen.append)
    popover.open_for(document.project, ("Today",), table)
    assert not popover.boxes["Today"].isEnabled()
    for key in ("c0", "c1", "c2"):
        popover.boxes[key].click()
    assert sorted(chosen[-1]) == ["Today", "c0", "c1", "c2"]
    assert not popover.boxes["more"].isEnabled()
    popover.boxes["c1"].click()
    assert popover.boxes["more"].isEnabled()
    popover.close_it()


def test_a_list_of_many_scenarios_stays_in_the_window_and_scrolls_to_the_one_in_focus(document, look, table):
    for number in range(40):
        copy = partial(edits.duplicate_scenario, scenario="Today", copy=f"m{number}", name=f"More {number}")
        document.apply(copy)
    first, *_others, last = [scenario.id for scenario in document.project.scenarios]
    popover = ChooseScenarios(look, table)
    popover.open_for(document.project, (first, "m1", "m0", last), table.anchor)
    QApplication.processEvents()
    assert table.rect().contains(popover.geometry())
    box = popover.boxes[last]
    assert box.visibleRegion().isEmpty()
    assert popover.boxes[first].hasFocus()
    for _ in range(3):  # a fifth cannot be ticked, so that Tab passes the rest
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert box.hasFocus()
    assert not box.visibleRegion().isEmpty()
    popover.close_it()
