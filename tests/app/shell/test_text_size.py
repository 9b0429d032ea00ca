"""All text grows by choice, and what holds it grows along."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from planner.app.settings import TEXT_SIZE
from planner.app.theme.metrics import CONTROL_HEIGHT, TEXT_SIZES
from planner.typography.scale import BODY


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
