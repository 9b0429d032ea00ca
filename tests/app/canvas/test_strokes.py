"""Strokes look like the connector in one piece, and no more of them is painted than is seen."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
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


def picture(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    return image


@pytest.mark.parametrize("scale", [0.25, 0.5, 1.0, 1.37])
def test_it_looks_as_if_each_line_was_painted_alone(ink: Ink, bundle: Group, scale: float) -> None:
    size = round(bundle.bounds.width * scale) + 40, round(bundle.bounds.height * scale) + 40
    alone, together = picture(size), picture(size)
    painter = QPainter(alone)
    painter.translate(20, 20)
    painter.scale(scale, scale)
    ink.group(painter, bundle, at=(0, 0))
    painter.end()
    painter = QPainter(together)
    Strokes(bundle, ink).paint(painter, QPointF(20, 20), scale, QRectF(together.rect()))
    painter.end()
    assert together != picture(size)
    assert unlike(alone, together) < 0.002  # where lines meet, their soft edges lie over each other or not


def test_a_part_looks_as_it_does_in_the_whole_though_few_pieces_are_painted(ink: Ink, bundle: Group) -> None:
    size = round(bundle.bounds.width) + 40, round(bundle.bounds.height) + 40
    strokes, whole, part = Strokes(bundle, ink), picture(size), picture(size)
    painter = QPainter(whole)
    strokes.paint(painter, QPointF(20, 20), 1.0, QRectF(whole.rect()))
    painter.end()
    seen = QRect(size[0] // 2, size[1] // 2, 160, 120)
    painter = QPainter(part)
    painter.setClipRect(seen)
    painted = strokes.paint(painter, QPointF(20, 20), 1.0, QRectF(seen))
    painter.end()
    assert part.copy(seen) == whole.copy(seen)
    assert 0 < painted < len(strokes)
    assert whole.copy(seen) != picture((160, 120))


def unlike(one: QImage, other: QImage) -> float:
    """The part of the pixels that differ by more than a hardly visible step."""
    some, others = bytes(one.constBits()), bytes(other.constBits())
    differing = sum(abs(a - b) > 24 for a, b in zip(some[::4], others[::4], strict=True))
    return differing / (one.width() * one.height())
