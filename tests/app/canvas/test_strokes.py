"""Strokes look like the connector in one piece, and no more of them is painted than is seen."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPicture
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.canvas.strokes import Strokes
from planner.app.theme import Look
from planner.domain import outline
from planner.drawing.chart import Chart
from planner.drawing.icons import Icons
from planner.drawing.levels import Level
from planner.drawing.marks import Group
from planner.placement import place
from planner.placement.measuring import Measure
from planner.render.painter import Glyphs

SQUADS = "".join(f"squad Squad {number}\n  DS vacant\n" for number in range(60))
SERVED = f"Platform serves {', '.join(f'Squad {number}' for number in range(60))}\n"
LAYOUT = (
    f"scenario Today: enterprise, product, hybrid, 4 use cases\ncore Platform\n  MO Tomasz\n{SQUADS}{SERVED}"
)


@pytest.fixture
def ink(qtbot: QtBot) -> Ink:
    look = Look.load(resources.read_text, resources.read_bytes)
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    return Ink(look, glyphs=glyphs, icons=Icons(resources.read_text))


@pytest.fixture
def bundle() -> Group:
    look = Look.load(resources.read_text, resources.read_bytes)
    project = outline.parse(LAYOUT)
    placement = place(project, next(iter(project.scenarios)).id, Measure(look.fonts))
    chart = Chart(placement, fonts=look.fonts)
    return max(
        (chart.group(route.key, Level.FULL) for route in placement.routes), key=lambda group: len(group.marks)
    )


def strokes_of(ink: Ink, group: Group, scale: float) -> Strokes:
    return Strokes(group, lambda painter, part: ink.group(painter, part, at=(0, 0))).at_scale(scale)


def picture(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    return image


@pytest.mark.parametrize("scale", [0.25, 0.5, 1.0, 1.37])
def test_all_of_it_looks_as_if_recorded_in_one_piece(ink: Ink, bundle: Group, scale: float) -> None:
    size = round(bundle.bounds.width * scale) + 40, round(bundle.bounds.height * scale) + 40
    once, whole, pieces = QPicture(), picture(size), picture(size)
    painter = QPainter(once)
    painter.scale(scale, scale)
    ink.group(painter, bundle, at=(0, 0))
    painter.end()
    painter = QPainter(whole)
    painter.drawPicture(QPointF(20, 20), once)
    painter.end()
    painter = QPainter(pieces)
    strokes_of(ink, bundle, scale).paint(painter, QPointF(20, 20), QRectF(pieces.rect()))
    painter.end()
    assert pieces == whole


def test_a_part_looks_as_it_does_in_the_whole_though_few_pieces_are_painted(ink: Ink, bundle: Group) -> None:
    size = round(bundle.bounds.width) + 40, round(bundle.bounds.height) + 40
    strokes, whole, part = strokes_of(ink, bundle, 1.0), picture(size), picture(size)
    painter = QPainter(whole)
    strokes.paint(painter, QPointF(20, 20), QRectF(whole.rect()))
    painter.end()
    seen = QRect(size[0] // 2, size[1] // 2, 160, 120)
    painter = QPainter(part)
    painter.setClipRect(seen)
    painted = strokes.paint(painter, QPointF(20, 20), QRectF(seen))
    painter.end()
    assert part.copy(seen) == whole.copy(seen)
    assert 0 < painted < len(strokes)
    assert whole.copy(seen) != picture((160, 120))
