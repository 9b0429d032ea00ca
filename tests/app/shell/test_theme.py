"""One look: colours from tokens only, fonts that are ours, icons in the colour of their use."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from planner import resources
from planner.app.theme import ThemeChoice
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.app.theme.palettes import style_sheet
from planner.typography import FAMILY, STYLES

APP = Path(__file__).parents[3] / "src" / "planner" / "app"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(\d|GlobalColor\.(?!transparent)")


def test_no_colour_stands_outside_the_token_files():
    sources = [*APP.rglob("*.py")]
    found = [path.name for path in sources if COLOUR.search(path.read_text("utf-8"))]
    assert found == []
    assert not COLOUR.search(resources.read_text("style/window.qss"))


def test_the_style_sheet_names_only_tokens_that_all_themes_have(program):
    template = resources.read_text("style/window.qss") + resources.read_text("style/contrast.qss")
    for name in ("light", "dark", "contrast-light", "contrast-dark"):
        assert "@" not in style_sheet(
            template,
            program.look.theme_named(name),
            grown=program.look.grown,
            icon_side=program.look.icon_side,
        )


def test_fields_of_every_kind_are_as_high_as_their_text_needs(program, qtbot):
    program.look.resize_text(200)
    fields = (QLineEdit(), QComboBox(), QSpinBox())
    for field in fields:
        qtbot.addWidget(field)
        field.ensurePolished()
    assert [field.minimumSizeHint().height() >= program.look.grown(CONTROL_HEIGHT) for field in fields] == [
        True
    ] * 3


def test_choosing_a_theme_dresses_the_application(program, qapp):
    program.look.choose(ThemeChoice.DARK)
    dark = qapp.palette().color(QPalette.ColorRole.Window)
    program.look.choose(ThemeChoice.LIGHT)
    light = qapp.palette().color(QPalette.ColorRole.Window)
    assert dark == program.look.theme_named("dark").colour("panel")
    assert light == program.look.theme_named("light").colour("panel")


def test_the_chosen_theme_is_remembered(window, program):
    window.actions_table["view.theme-dark"].trigger()
    assert program.look.theme.name == "dark"
    assert program.settings.get(_theme()) == "dark"
    assert window.actions_table["view.theme-dark"].isChecked()
    assert not window.actions_table["view.theme-light"].isChecked()


def test_more_contrast_draws_stronger_lines_in_light_or_dark_as_the_system_is(window, program):
    window.actions_table["view.theme-contrast"].trigger()
    assert program.look.theme.name in {"contrast-light", "contrast-dark"}
    assert program.look.theme.outlined
    assert window.actions_table["view.theme-contrast"].isChecked()


def _theme():
    from planner.app.settings import THEME

    return THEME


def test_every_style_is_set_in_the_bundled_font(program):
    for style in STYLES:
        info = QFontInfo(program.look.font(style))
        assert (info.family(), info.weight()) == (FAMILY, style.weight.number), style.name


def test_icons_are_drawn_in_the_colour_of_their_use(program):
    image = program.look.pixmap("plus", "accent", 16).toImage()
    middle = image.pixelColor(8, 8)
    assert middle.name().upper() == program.look.theme.colour("accent")


def test_icons_are_drawn_for_every_screen_that_is_plugged_in(program, qapp, monkeypatch):
    (screen,) = QGuiApplication.screens()
    assert program.look.icon("plus").availableSizes() == [QSize(16, 16)]
    sharper = SimpleNamespace(devicePixelRatio=lambda: 1.5)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [screen, sharper])
    with_it = []
    program.look.changed.connect(lambda: with_it.extend(program.look.icon("plus").availableSizes()))
    qapp.screenAdded.emit(screen)
    assert sorted(with_it, key=QSize.width) == [QSize(16, 16), QSize(24, 24)]


@pytest.mark.parametrize("name", [name for name in resources.names("icons") if name.endswith(".svg")])
def test_icons_have_no_colour_of_their_own(name):
    assert not COLOUR.search(resources.read_text(name))
