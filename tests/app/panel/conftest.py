"""A score panel on a real document, offscreen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.theme import Look
from planner.domain import outline
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.render.painter import Glyphs

LAYOUT = """
person Ben Carter: software-developer
scenario Today: small-startup, product, decentralized
squad Receipts
  DS Lena Fischer 40%
  DE Lena Fischer 30%
  MO Lena Fischer 20%
  SD vacant
"""

Opens = Callable[[str], ScorePanel]


@pytest.fixture
def opens(qtbot: QtBot) -> Opens:
    """Opens a panel on a layout that is written as an outline."""

    def opened(layout: str) -> ScorePanel:
        document = Document(outline.parse(layout), pack=load_pack(resources.read_text))
        look = Look.load(resources.read_text, resources.read_bytes)
        glyphs = Glyphs(look.fonts, resources.read_bytes)
        panel = ScorePanel(document, look, Ink(look, glyphs=glyphs, icons=Icons(resources.read_text)))
        qtbot.addWidget(panel)
        panel.resize(340, 700)
        panel.show()
        return panel

    return opened


@pytest.fixture
def panel(opens: Opens) -> ScorePanel:
    return opens(LAYOUT)


@pytest.fixture
def document(panel: ScorePanel) -> Document:
    return panel.document
