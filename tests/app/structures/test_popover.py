"""The comparison of structures on layouts that are large, empty, or in a narrow window."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.structures import popover as module
from planner.app.structures.popover import StructuresPopover
from planner.app.structures.wording import company
from planner.app.theme import Look
from planner.domain import Scenario, Stage, Structure, outline
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.messages import ENGLISH
from planner.render.painter import Glyphs

LAYOUT = """
scenario Today: enterprise, product, hybrid, 1 use case
core Platform
  MO Ada
squad Fraud
  DS Ravi
  SD Bo
"""


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def popover_on(host: QWidget, text: str) -> StructuresPopover:
    look = Look.load(resources.read_text, resources.read_bytes)
    ink = Ink(look, glyphs=Glyphs(look.fonts, resources.read_bytes), icons=Icons(resources.read_text))
    document = Document(outline.parse(text), pack=load_pack(resources.read_text))
    numbers = iter(range(1000))
    return StructuresPopover(look, ink, host, document, new_id=lambda: f"new {next(numbers)}")


def opened(host: QWidget, text: str) -> StructuresPopover:
    made = popover_on(host, text)
    anchor, panel = QWidget(host), QWidget(host)
    anchor.setGeometry(700, 30, 180, 32)
    panel.setGeometry(940, 78, 340, 642)
    for each in (anchor, panel):
        each.show()
    made.open_beside(anchor, panel)
    return made


def test_it_stands_clear_of_the_panel_and_inside_its_window(host: QWidget) -> None:
    made = opened(host, LAYOUT)
    assert made.geometry().right() < 940
    assert host.rect().contains(made.geometry())
    assert host.rect().contains(made.apply_button.mapTo(host, QPoint(0, made.apply_button.height())))
    made.close_it()


def test_rows_scroll_with_what_is_below_them_where_a_window_is_too_low_for_both(host: QWidget) -> None:
    host.resize(1280, 460)
    made = opened(host, LAYOUT)
    assert host.rect().contains(made.geometry())
    places = [row.geometry() for row in made.rows]
    assert not any(one.intersects(other) for one, other in pairwise(places))
    made.choose(made.rows[-1].structure)
    assert not made.rows[-1].visibleRegion().isEmpty()
    made.close_it()


def test_what_takes_long_is_scored_one_by_one_while_it_is_open(
    host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 0.0)
    made = opened(host, LAYOUT)
    assert not made.is_complete
    assert made.chosen is None
    assert made.rows[0].accessibleName() == "Hybrid: core and squads, being scored"
    with qtbot.waitSignal(made.previewed):
        pass
    qtbot.waitUntil(lambda: made.is_complete)
    assert made.chosen is not None
    made.close_it()


def test_rows_stay_where_they_are_once_one_was_chosen(
    host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 0.0)
    made = opened(host, LAYOUT)
    before = [row.structure for row in made.rows]
    made.choose(Structure.CENTRALIZED)
    qtbot.waitUntil(lambda: made.is_complete)
    assert [row.structure for row in made.rows] == before
    assert made.chosen is not None
    assert made.chosen.structure is Structure.CENTRALIZED
    made.close_it()


def test_closing_stops_the_scoring(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 0.0)
    made = opened(host, LAYOUT)
    made.close_it()
    for _ in range(5):
        QApplication.processEvents()
    assert not made.is_complete


def test_a_layout_with_nothing_to_score_shows_dashes(host: QWidget) -> None:
    made = opened(host, "scenario S: enterprise, product, hybrid\nsquad A\n  DS vacant\nsquad B\n  MO vacant")
    assert {row.drawn.text for row in made.rows} == {"–"}
    made.choose(Structure.CENTRALIZED)
    assert made.apply_button.isEnabled()
    made.close_it()


def test_the_declared_structure_that_is_shown_already_previews_nothing(host: QWidget) -> None:
    made = opened(host, LAYOUT)
    seen: list[object] = []
    made.previewed.connect(seen.append)
    made.choose(Structure.DECENTRALIZED)
    assert seen[-1] is not None
    made.close_it()
    assert seen[-1] is None


def test_the_company_stands_in_a_line() -> None:
    scenario = Scenario(id="s", name="S", stage=Stage.ENTERPRISE, use_cases=1)
    assert company(scenario, ENGLISH) == "Enterprise · Product · 1 use case waiting"
