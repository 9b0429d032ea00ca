"""The screen painter, by the ink that it leaves on an image."""

import pytest

pytest.importorskip("PySide6.QtGui")

from PySide6.QtGui import QColor, QImage, QPainter
from tests.render.conftest import read_bytes, read_text

from planner.domain import Function, outline
from planner.drawing.chart import Chart
from planner.drawing.icons import Icons
from planner.drawing.levels import Level
from planner.drawing.marks import (
    Align,
    Arc,
    Badge,
    Box,
    Chip,
    Dash,
    Group,
    IconMark,
    Label,
    Line,
    Mark,
    Rect,
)
from planner.drawing.tokens import Theme
from planner.placement import Measure, place
from planner.render.painter import Glyphs, ScreenPainter
from planner.typography import STYLES
from planner.typography.scale import CARD_NAME, GAUGE

PAPER = QColor("white")


@pytest.fixture(scope="module")
def screens(request, fonts):
    request.getfixturevalue("qapp")
    glyphs, icons = Glyphs(fonts, read_bytes), Icons(read_text)
    return {
        name: ScreenPainter(Theme.parse(read_text(f"tokens/{name}.toml")), glyphs, icons)
        for name in ("light", "dark")
    }


@pytest.fixture
def paint(screens):
    def painted(*marks: Mark, zoom: float = 1.0, ratio: float = 1.0, at=(0.0, 0.0)) -> QImage:
        size = round(120 * ratio)
        image = QImage(size, size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(PAPER)
        painter = QPainter(image)
        painter.scale(zoom, zoom)
        painter.translate(*at)
        screens["light"].marks(painter, marks)
        painter.end()
        return image

    return painted


def ink_box(image: QImage) -> tuple[int, int, int, int]:
    """The smallest rectangle that holds all ink: left, top, right, bottom."""
    spots = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != PAPER
    ]
    assert spots, "nothing was painted"
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def test_a_box_fills_its_rectangle_to_the_pixel(paint):
    image = paint(Box(Rect(10, 20, 40, 30), 0, "accent"))
    assert ink_box(image) == (10, 20, 50, 50)
    assert image.pixelColor(30, 30).name().upper() == "#5B48D9"


@pytest.mark.parametrize(("zoom", "ratio"), [(0.83, 1.0), (1.0, 1.0), (1.37, 1.0), (1.0, 2.0), (0.7, 1.5)])
def test_a_hairline_is_one_sharp_line_at_every_zoom(paint, zoom, ratio):
    image = paint(Box(Rect(10.3, 10.6, 40, 30), 0, border="ink"), zoom=zoom, ratio=ratio)
    middle = image.height() // 2 - round(20 * ratio) + round(25 * zoom * ratio) - image.height() // 2
    row = round(25 * zoom * ratio)
    dark = [x for x in range(image.width()) if image.pixelColor(x, row).lightness() < 60]
    grey = [x for x in range(image.width()) if 60 <= image.pixelColor(x, row).lightness() < 250]
    assert len(dark) == 2 * max(round(zoom * ratio), 1), middle
    assert grey == []


@pytest.mark.parametrize(
    ("align", "left"), [(Align.START, 40), (Align.MIDDLE, 40 - 25), (Align.END, 40 - 50)]
)
def test_a_label_stands_on_its_baseline_by_its_alignment(paint, fonts, align, left):
    width = fonts.width("HHHHH", CARD_NAME)
    start = {Align.START: 40.0, Align.MIDDLE: 40 - width / 2, Align.END: 40 - width}[align]
    assert start == pytest.approx(left, abs=4)
    x, _, right, bottom = ink_box(paint(Label(40, 60, "HHHHH", CARD_NAME, "ink", align), at=(20, 0)))
    assert x == pytest.approx(20 + start, abs=2)
    assert right == pytest.approx(20 + start + width, abs=2)
    assert bottom == pytest.approx(60, abs=1)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_style_is_painted(paint, style):
    _, top, _, bottom = ink_box(paint(Label(5, 60, "Hg", style, "ink")))
    assert top < 60 < bottom


def test_signs_that_the_fonts_lack_are_painted_in_another_font(paint):
    ink_box(paint(Label(5, 60, "李明", CARD_NAME, "ink")))


def test_chips_are_squares_for_roles_and_circles_for_partner_functions(paint):
    role = paint(Chip(10, 10, 24, Function.DATA_ENGINEER))
    partner = paint(Chip(10, 10, 24, Function.PRODUCT))
    assert ink_box(role) == ink_box(partner) == (10, 10, 34, 34)
    assert role.pixelColor(13, 13).name().upper() == "#2E8154"
    assert partner.pixelColor(12, 12) == PAPER


def test_a_vacant_chip_is_an_outline(paint):
    image = paint(Chip(10, 10, 24, Function.DATA_ENGINEER, vacant=True))
    assert image.pixelColor(13, 22) == PAPER
    assert ink_box(image) == (10, 10, 34, 34)


@pytest.mark.parametrize("severity", ["problem", "warning", "note", "good"])
def test_severities_fill_their_square_and_differ_in_shape(paint, severity):
    left, top, right, bottom = ink_box(paint(Badge(20, 20, 32, severity)))
    assert (left, right) == (pytest.approx(20, abs=1), pytest.approx(52, abs=1))
    assert (top, bottom) == (pytest.approx(20, abs=2), pytest.approx(52, abs=3))
    corners = {
        name: paint(Badge(20, 20, 32, name)).pixelColor(22, 22) == PAPER
        for name in ("problem", "warning", "note")
    }
    assert corners == {"problem": True, "warning": True, "note": True}
    assert paint(Badge(20, 20, 32, "problem")).pixelColor(30, 21) != PAPER  # an octagon's flat top
    assert paint(Badge(20, 20, 32, "warning")).pixelColor(30, 23) == PAPER


def test_a_badge_s_number_is_painted_in_place_of_its_sign(paint):
    assert paint(Badge(20, 20, 32, "problem", "8")) != paint(Badge(20, 20, 32, "problem"))


def test_lines_have_arrows_dots_and_dashes(paint):
    plain = Line(((10, 10), (10, 90)), "ink", 1.5)
    assert ink_box(paint(plain))[2] - ink_box(paint(plain))[0] <= 3
    arrow = ink_box(paint(Line(((50, 10), (50, 90)), "ink", 1.5, arrow=True)))
    assert arrow[3] == 90
    assert arrow[2] - arrow[0] >= 6
    dots = ink_box(paint(Line(((20, 50), (80, 50)), "ink", 1.5, dots=True)))
    assert dots == (17, 47, 83, 53)
    dashed = paint(Line(((10, 50.5), (110, 50.5)), "ink", 1, dash=Dash.DASHED))
    assert any(dashed.pixelColor(x, 50) == PAPER for x in range(12, 108))


def test_an_elbow_is_round(paint):
    image = paint(Line(((10, 20), (60, 20), (60, 80)), "ink", 1.5, radius=8))
    assert image.pixelColor(60, 20) == PAPER
    assert ink_box(image)[2:] == (61, 80)


def test_an_arc_runs_clockwise_from_twelve(paint):
    image = paint(Arc(60, 60, 40, 0, 90, "ink", 4))
    left, top, right, bottom = ink_box(image)
    assert left >= 57
    assert bottom <= 63
    assert (top, right) == (18, 102)


@pytest.mark.parametrize("name", ["hub", "flag", "star", "person-add", "swap", "no-entry", "lock", "rocket"])
def test_icons_stay_in_their_square(paint, name):
    left, top, right, bottom = ink_box(paint(IconMark(30, 30, 24, name, "ink")))
    assert left >= 29
    assert top >= 29
    assert right <= 55
    assert bottom <= 55


def test_a_group_is_painted_where_it_stands_or_elsewhere_and_at_its_scale(screens):
    group = Group(("seat", "x"), Rect(40, 50, 20, 10), (Box(Rect(0, 0, 20, 10), 0, "ink"),))

    def painted(group: Group, at=None) -> tuple[int, int, int, int]:
        image = QImage(120, 120, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        screens["light"].group(painter, group, at=at)
        painter.end()
        return ink_box(image)

    assert painted(group) == (40, 50, 60, 60)
    assert painted(group, at=(5, 6)) == (5, 6, 25, 16)
    assert painted(Group(group.key, group.bounds, group.marks, scale=2.0)) == (40, 50, 80, 70)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("level", Level)
def test_a_whole_chart_is_painted_in_every_theme_at_every_level(screens, fonts, theme, level):
    project = outline.parse(
        "group G, lead Ingrid\n  core A, locked\n    DS Ada 40%\n    PR vacant\n  venture B\n    MO Ben\n"
        "partner C\n  OT Cy\nA collaborates C\nC dotted G"
    )
    placement = place(project, project.scenarios.order[0], Measure(fonts))
    drawing = Chart(placement, fonts=fonts).drawing(level, scale=0.5)
    image = QImage(round(drawing.width), round(drawing.height), QImage.Format.Format_RGB32)
    ground = screens[theme].colour("canvas")
    image.fill(ground)
    painter = QPainter(image)
    screens[theme].drawing(painter, drawing)
    painter.end()
    x, y = (round(part) for part in placement.teams["A"].rect.centre)
    assert image.pixelColor(x, y) != ground


def test_text_is_there_however_large_the_device_makes_it(paint):
    shares = []
    for zoom in (1.0, 2.0, 3.0):
        image = paint(Label(2.0, 32.0, "74", GAUGE, "ink"), zoom=zoom)
        dark = sum(QColor(image.pixel(x, y)).lightness() < 128 for x in range(120) for y in range(120))
        shares.append(dark / zoom**2)
    assert shares == pytest.approx([shares[0]] * 3, rel=0.25)
