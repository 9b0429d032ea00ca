"""A drawer on a real document, in a window of its own."""

from itertools import count

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.agreements.area import CanvasArea
from planner.app.agreements.drawer import Agreements
from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.settings import Settings
from planner.app.theme import Look
from planner.domain import outline
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.render.painter import Glyphs

LAYOUT = """
person Karin Voss: product
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Clara Dubois
    DE Mateo Silva
  squad Fraud Shield
    DS Ravi Kulkarni
    SD Adam Novak
partner Marketing
  MK Dieter Vogel
squad Churn Radar, locked
  DS Priya Natarajan
ML Platform serves Fraud Shield
practice prioritisation by nobody: Fraud Shield
responsible monitoring: ML Platform accountable, Fraud Shield consulted
"""


class Desk:
    """The drawer under an empty canvas, as somebody meets it."""

    def __init__(self, qtbot: QtBot, settings: Settings, layout: str) -> None:
        look = Look.load(resources.read_text, resources.read_bytes)
        glyphs = Glyphs(look.fonts, resources.read_bytes)
        ink = Ink(look, glyphs=glyphs, icons=Icons(resources.read_text))
        self.document = Document(outline.parse(layout), pack=load_pack(resources.read_text))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        ids = count(1)
        self.drawer = Agreements(
            self.document, self.window, look=look, ink=ink, new_id=lambda: f"new {next(ids)}"
        )
        self.canvas = QWidget()
        self.area = CanvasArea(look, settings, self.window)
        self.area.hold(self.canvas, self.drawer)
        self.resize(1100, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.said: list[str] = []
        self.refused: list[str] = []
        self.drawer.agreeing.said.connect(lambda words: self.said.append(str(words)))
        self.drawer.agreeing.refused.connect(self.refused.append)

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.area.resize(width, height)
        QApplication.processEvents()

    @property
    def contents(self):
        return self.drawer.contents

    @property
    def grid(self):
        return self.drawer.contents.grid

    @property
    def focus(self) -> QWidget | None:
        return self.window.focusWidget()

    def level(self, activity: str, team: str) -> str | None:
        row = self.document.scenario.responsibilities.get((activity, team))
        return row.level.value if row is not None else None


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def desk(qtbot: QtBot, settings: Settings) -> Desk:
    made = Desk(qtbot, settings, LAYOUT)
    made.area.show_drawer()
    return made


@pytest.fixture
def desk_with(qtbot: QtBot, settings: Settings):
    """A desk with another layout, its drawer open."""

    def make(layout: str) -> Desk:
        made = Desk(qtbot, settings, layout)
        made.area.show_drawer()
        return made

    return make
