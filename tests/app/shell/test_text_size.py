"""All text grows by choice, and what holds it grows along."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from planner.app.controls.ticks import TickBox
from planner.app.files.opening import OpenedFile
from planner.app.settings import TEXT_SIZE
from planner.app.theme.metrics import CONTROL_HEIGHT, TEXT_SIZES
from planner.app.window.notices import Lane
from planner.app.window.rail import Rail
from planner.domain import PARTNER_FUNCTIONS, ROLES, outline
from planner.typography.scale import BODY

NONE = Qt.KeyboardModifier.NoModifier


def test_the_chosen_size_holds_at_once_and_is_remembered(window, program):
    window.actions_table["view.text-200"].trigger()
    assert program.look.factor == pytest.approx(2.0)
    assert QFontInfo(program.look.font(BODY)).pixelSize() == pytest.approx(26, abs=1)
    assert program.settings.get(TEXT_SIZE) == 200
    assert window.actions_table["view.text-200"].isChecked()
    assert not window.actions_table["view.text-100"].isChecked()


def test_every_widget_comes_back_to_its_size(window, program):
    page = window.page
    before = {widget: widget.font().pointSizeF() for widget in page.findChildren(QLabel)}
    for size in (150, 200, 115, 100):
        window.actions_table[f"view.text-{size}"].trigger()
    for widget, size in before.items():
        assert widget.font().pointSizeF() == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_no_button_or_field_is_lower_than_its_text(window, program, size):
    window.actions_table[f"view.text-{size}"].trigger()
    for kind in (QAbstractButton, QLineEdit):
        for widget in window.page.findChildren(kind):
            if widget.isVisibleTo(window) and widget.maximumHeight() < 1000 and widget.text():
                assert widget.maximumHeight() >= QFontMetricsF(widget.font()).height() - 1, widget.text()


def test_heights_keep_their_paddings(program):
    assert program.look.grown(CONTROL_HEIGHT) == CONTROL_HEIGHT
    program.look.resize_text(200)
    assert program.look.grown(CONTROL_HEIGHT) == CONTROL_HEIGHT + BODY.line_height
    assert program.look.px(240) == 480


def test_large_text_turns_the_bench_into_a_rail_and_lays_the_score_over_the_canvas(window):
    window.resize(1440, 900)
    body = window.page.body
    assert body.bench_is_visible
    assert body.panel_is_visible
    window.actions_table["view.text-200"].trigger()
    assert not body.bench_is_visible
    assert not body.panel_is_visible
    body.toggle_panel()
    assert body.arrangement.panel_is_over
    assert body.arrangement.panel.width == 680


def test_the_chart_grows_with_the_text(window):
    canvas = window.page.parts.canvas
    window.actions_table["view.text-200"].trigger()
    assert canvas.view.scale == pytest.approx(2.0)
    canvas.zoom_in()
    assert canvas.view.scale == pytest.approx(2.2)
    canvas.zoom_to_full_size()
    assert canvas.view.scale == pytest.approx(2.0)


def test_popovers_grow_as_far_as_the_window_allows(window):
    window.resize(1440, 900)
    popover = window.page.toolbar.popover
    narrow = popover.width()
    window.actions_table["view.text-200"].trigger()
    assert narrow < popover.width() <= window.width()


def test_in_a_low_window_with_bars_the_rail_keeps_its_chips_apart(start_window, qapp):
    window = start_window
    free = "\n".join(f"person Free {each.label}: {each.value}" for each in (*ROLES, *PARTNER_FUNCTIONS))
    window.files.show_project(OpenedFile(outline.parse(f"{free}\nsquad A\n  DS Ada"), None), is_saved=True)
    window.actions_table["view.text-200"].trigger()
    window.resize(1280, 720)
    for number in range(3):
        window.page.notices.tell(f"Something happened {number}.", lane=list(Lane)[number])
    qapp.processEvents()
    rail = window.page.findChild(Rail)
    shown = [count for count in rail.findChildren(QWidget) if count.isVisible() and "free" in count.toolTip()]
    assert len(shown) == len(ROLES) + len(PARTNER_FUNCTIONS)
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(shown))
    assert shown[-1].geometry().bottom() <= rail.height()


def test_the_answers_about_the_company_scroll_where_the_window_is_low(window, qapp):
    window.actions_table["view.text-200"].trigger()
    window.resize(1280, 720)
    qapp.processEvents()
    window.page.toolbar.context_button.click()
    popover = window.page.toolbar.popover
    qapp.processEvents()
    link = next(each for each in popover.findChildren(QPushButton) if each.text() == "Compare structures…")
    assert popover.height() <= window.height()
    end = link.mapTo(popover, link.rect().bottomLeft()).y()
    assert popover.height() - end >= popover.content.contentsMargins().bottom()
    for _each in range(7):
        qapp.sendEvent(qapp.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NONE, "\t"))
        qapp.sendEvent(qapp.focusWidget(), QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Tab, NONE, "\t"))
    notes = popover.notes
    assert notes.hasFocus() or notes.isAncestorOf(qapp.focusWidget())
    assert not notes.visibleRegion().isEmpty()


def test_a_tick_box_stands_on_its_first_line_and_grows(program, qtbot):
    box = TickBox(program.look, "Others are compared with it, in all that is shown beside it")
    qtbot.addWidget(box)
    program.look.resize_text(200)
    box.resize(300, box.heightForWidth(300))
    box.show()
    line = QFontMetricsF(box.font()).height()
    picture = box.grab().toImage()
    edge = program.look.colour("edge").rgb()
    rows = [y for y in range(picture.height()) if picture.pixel(12, y) == edge]
    assert rows
    assert abs((rows[0] + rows[-1]) / 2 - (line / 2 + 3)) <= 2
