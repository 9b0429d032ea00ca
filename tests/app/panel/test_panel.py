"""The score panel on a real document: what it lists, previews and mends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner import resources
from planner.advice.fixes import ranked
from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.panel.categories import CategoryBar
from planner.app.panel.finding_card import FindingCard
from planner.app.panel.rows import Fate, finding_rows
from planner.app.theme import Look
from planner.domain import edits, outline
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


@pytest.fixture
def document() -> Document:
    return Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> ScorePanel:
    look = Look.load(resources.read_text, resources.read_bytes)
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    shown = ScorePanel(document, look, Ink(look, glyphs=glyphs, icons=Icons(resources.read_text)))
    qtbot.addWidget(shown)
    shown.resize(340, 700)
    shown.show()
    return shown


def words(panel: ScorePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def cards(panel: ScorePanel) -> list[FindingCard]:
    return list(panel.findings.cards)


def titles(panel: ScorePanel) -> list[str]:
    return [str(card.finding.title) for card in cards(panel) if card.finding is not None]


def test_it_lists_every_finding_of_the_review_most_points_first(
    panel: ScorePanel, document: Document
) -> None:
    assert titles(panel) == [str(finding.title) for finding in document.review.findings]
    assert "−" in words(panel)


def test_the_points_shown_add_up_to_what_is_missing_from_100(document: Document) -> None:
    total = document.review.score.total
    assert total is not None
    assert sum(row.points for row in finding_rows(document.review)) == pytest.approx(100 - total)


def test_a_click_opens_a_finding_and_shows_its_place(qtbot: QtBot, panel: ScorePanel) -> None:
    first = cards(panel)[0]
    with qtbot.waitSignal(panel.place_wanted):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.is_open
    assert "Guidance: " in words(panel)
    qtbot.mouseClick(cards(panel)[1], Qt.MouseButton.LeftButton)
    assert not first.is_open, "one finding is open at a time"


def test_the_fix_button_applies_one_step_that_undo_takes_back(
    qtbot: QtBot, panel: ScorePanel, document: Document
) -> None:
    before, total = document.project, document.review.score.total
    panel.next_finding()
    button = panel.findChild(QPushButton, "first fix")
    assert button is not None
    button.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.findings.isAncestorOf(panel.focusWidget()), "the focus stays in the list"
    assert (document.review.score.total or 0) > (total or 0)
    document.undo()
    assert document.project == before
    assert document.review.score.total == total


def test_a_preview_marks_what_it_resolves_in_place_and_orders_nothing_anew(
    panel: ScorePanel, document: Document
) -> None:
    order = titles(panel)
    finding = document.review.findings[0]
    panel.show_preview(document.preview(ranked(document.review, finding)[0].fix.edit))
    assert titles(panel)[: len(order)] == order
    assert "Resolved by this change" in words(panel)
    assert "with this change" in words(panel)
    panel.show_preview(None)
    assert "with this change" not in words(panel)


def test_what_a_preview_makes_worse_comes_last_as_new(document: Document) -> None:
    scenario = document.scenario_id
    edit = document.preview(lambda project: edits.unassign(project, scenario, seat="Receipts/MO"))
    fates = [row.fate for row in finding_rows(document.review, edit.review)]
    assert Fate.NEW in fates
    assert fates.index(Fate.NEW) >= len(document.review.findings)


def test_a_category_filters_the_findings(qtbot: QtBot, panel: ScorePanel) -> None:
    everything = titles(panel)
    people = next(bar for bar in panel.findChildren(CategoryBar) if "People" in bar.accessibleName())
    qtbot.mouseClick(people, Qt.MouseButton.LeftButton)
    shown = [card.finding.rule.category for card in cards(panel) if card.finding is not None]
    assert set(shown) == {"People"}
    qtbot.mouseClick(people, Qt.MouseButton.LeftButton)
    assert titles(panel) == everything


def test_a_layout_without_ml_people_has_no_score_and_says_what_gives_one(
    panel: ScorePanel, document: Document
) -> None:
    scenario = document.scenario_id
    document.apply(lambda project: edits.remove_team(project, scenario, team="Receipts"))
    assert "Nothing to score yet" in words(panel)
    assert titles(panel) == []


def test_keys_step_through_the_findings(panel: ScorePanel) -> None:
    panel.next_finding()
    assert cards(panel)[0].is_open
    panel.next_finding()
    assert cards(panel)[1].is_open
    panel.previous_finding()
    assert cards(panel)[0].is_open
    QApplication.processEvents()


def test_cards_read_as_sentences(panel: ScorePanel) -> None:
    assert all("minus" in card.accessibleName() for card in cards(panel))
