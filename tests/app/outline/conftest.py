"""An outline beside nothing else, on a real document, offscreen."""

from collections.abc import Callable
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.canvas.selection import Selection
from planner.app.document import Document
from planner.app.moving.gesture import Gesture
from planner.app.outline.outline import Outline
from planner.app.theme import Look
from planner.domain import Project, outline
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.render.painter import Glyphs

LAYOUT = """
plan Halden
person Karin Voss: product, marketing; 80%
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ada
  core ML Platform, purpose "Shared platform"
    MO Tomasz Zieliński
    DE Ravi 60%
    DS Ravi 60%
    DS vacant
squad Fraud Shield, product "Fraud Shield"
  SD Adam Novak
  PR Karin Voss 40%
squad Old Desk, locked
  DS Emma Falk
ML Platform serves Fraud Shield
Old Desk collaborates Fraud Shield
"""


class Opened:
    """An outline with what it stands on."""

    def __init__(self, qtbot: QtBot, project: Project) -> None:
        self.look = look = Look.load(resources.read_text, resources.read_bytes)
        ink = Ink(look, glyphs=Glyphs(look.fonts, resources.read_bytes), icons=Icons(resources.read_text))
        self.document = Document(project, pack=load_pack(resources.read_text))
        self.selection = Selection()
        numbers = count(1)
        self.gesture = Gesture(self.document, new_id=lambda: f"new {next(numbers)}")
        self.outline = Outline(self.document, self.selection, self.gesture, look=look, ink=ink)
        self.view, self.model = self.outline.view, self.outline.model
        qtbot.addWidget(self.outline)
        self.outline.resize(240, 700)
        self.outline.show()
        qtbot.waitExposed(self.outline)

    def rows(self) -> list[str]:
        """The rows that are unfolded, indented by their depth."""
        lines = []
        index = self.model.index(0, 0)
        while index.isValid():
            depth, above = 0, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            lines.append("  " * depth + str(index.data()))
            index = self.view.indexBelow(index)
        return lines


@pytest.fixture
def opens(qtbot: QtBot) -> Callable[[str], Opened]:
    """Opens an outline on a layout that is written as an outline."""
    return lambda layout: Opened(qtbot, outline.parse(layout))


@pytest.fixture
def opened(opens: Callable[[str], Opened]) -> Opened:
    return opens(LAYOUT)
