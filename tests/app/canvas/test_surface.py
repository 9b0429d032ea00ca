"""What stands above the chart stays inside the room that is painted anew when it comes and goes."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.canvas.scene import Scene
from planner.app.canvas.surface import Surface
from planner.app.canvas.view import OVERVIEW, View
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import outline
from planner.drawing import states
from planner.drawing.icons import Icons
from planner.drawing.levels import Level
from planner.drawing.looks import State
from planner.drawing.marks import Group
from planner.guidance import load_pack
from planner.render.painter import Glyphs

LAYOUT = """
scenario Today: enterprise, product, hybrid, 4 use cases
core Platform
  MO Tomasz
squad Fraud
  DS Ada
Platform serves Fraud
"""
SIZE = 400


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    look = Look.load(resources.read_text, resources.read_bytes)
    document = Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))
    return Scene(document, look.fonts)


@pytest.fixture
def surface(scene: Scene) -> Surface:
    look = Look.load(resources.read_text, resources.read_bytes)
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    return Surface(scene, look=look, ink=Ink(look, glyphs=glyphs, icons=Icons(resources.read_text)))


def see(surface: Surface, scale: float, level: Level, group: Group) -> None:
    x, y = group.bounds.centre
    surface.show(View(scale, round(SIZE / 2 - x * scale), round(SIZE / 2 - y * scale)), level)


def painted(surface: Surface, group: Group) -> QRect:
    """The least rectangle that holds every pixel that painting a group touches."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    surface.overlays(painter, QRegion(image.rect()), [group])
    painter.end()
    opacity = bytes(image.constBits())[3::4]
    xs = [x for x in range(SIZE) if any(opacity[x::SIZE])]
    ys = [y for y in range(SIZE) if any(opacity[y * SIZE : (y + 1) * SIZE])]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.mark.parametrize("state", [State.SELECTED, State.OVER_TARGET, State.REFUSED, State.PROBLEM])
def test_the_border_of_a_tile_stays_inside_its_room(scene: Scene, surface: Surface, state: State) -> None:
    scene.show_overview(shown=True, room=800.0, text=1.0)
    group = scene.outline(("team", "Fraud"), state)
    assert group is not None
    see(surface, OVERVIEW, Level.BLOCKS, group)
    assert surface.room(group.bounds).contains(painted(surface, group))


@pytest.mark.parametrize("state", [State.SELECTED, State.OVER_TARGET, State.REFUSED, State.PROBLEM])
@pytest.mark.parametrize("scale", [0.25, 0.5, 1.0])
def test_the_border_of_a_team_seen_from_afar_does_too(
    scene: Scene, surface: Surface, state: State, scale: float
) -> None:
    group = states.team_outline(scene.chart, "Fraud", state, scale=scale)
    see(surface, scale, Level.CHIP, group)
    assert surface.room(group.bounds).contains(painted(surface, group))
