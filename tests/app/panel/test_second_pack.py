"""The second pack in the panel, and the line that names own weights, on a real document."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.panel.details import EvidenceLine
from planner.app.panel.mute import MuteForm
from planner.app.panel.rule_page import RulePage
from planner.app.panel.second_pack import SecondPack
from planner.app.panel.weights_line import WeightsLine
from planner.app.theme import Look
from planner.domain import OwnWeights, Scenario, outline
from planner.domain.edits import add_scenario, edit_project, edit_team, move_team
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.guidance.basics import PACK_ID, RULES
from planner.render.painter import Glyphs

LAYOUT = """
scenario Today: large-startup, product, decentralized
squad Search
  PR Ada Moss
  DS Bo Lind
  SD Cai Wen
squad Feed, lead Dee Park
  DS Dee Park
  DE Eve Ross
"""


@pytest.fixture
def look(qapp: object) -> Look:
    return Look.load(resources.read_text, resources.read_bytes)


@pytest.fixture
def document() -> Document:
    return Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))


@pytest.fixture
def second(qtbot: QtBot, document: Document, look: Look) -> SecondPack:
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    shown = SecondPack(document, look, Ink(look, glyphs=glyphs, icons=Icons(resources.read_text)))
    qtbot.addWidget(shown)
    shown.resize(340, 700)
    return shown


def switch(document: Document, *packs: str) -> None:
    document.apply(partial(edit_project, extra_packs=packs))


def words(second: SecondPack) -> str:
    return "\n".join(label.text() for label in second.findChildren(QLabel) if label.isVisibleTo(second))


def link(second: SecondPack, text: str) -> EvidenceLine:
    return next(
        line for line in second.findChildren(EvidenceLine) if line.text() == text and line.isVisibleTo(second)
    )


def test_it_is_hidden_and_reviews_nothing_until_the_plan_switches_it_on(
    second: SecondPack, document: Document
) -> None:
    assert second.isHidden()
    assert second.review is None
    switch(document, PACK_ID)
    assert not second.isHidden()
    assert "Org design basics" in words(second)
    document.undo()
    assert second.isHidden()
    assert second.review is None


def test_it_shows_band_bars_and_the_count_of_findings(second: SecondPack, document: Document) -> None:
    switch(document, PACK_ID)
    assert second.review is not None
    assert str(second.review.band.label) in words(second)
    bars = second._bars.bars
    assert len(bars) == sum(each.counts for each in second.review.rules)
    assert any(
        bar.accessibleName().startswith("Team leads, 50 of 100. Teams with a lead: 1 of 2") for bar in bars
    )
    assert "Search names no lead." not in words(second)
    second.findings.unfold()
    said = words(second)
    for finding in second.review.findings:
        assert str(finding.title) in said
    assert "After J. Richard Hackman, Leading Teams (2002)" in said


def test_a_finding_shows_its_place_by_mouse_and_by_key(
    qtbot: QtBot, second: SecondPack, document: Document
) -> None:
    switch(document, PACK_ID)
    second.findings.unfold()
    with qtbot.waitSignal(second.place_wanted) as shown:
        qtbot.mouseClick(link(second, "Search names no lead."), Qt.MouseButton.LeftButton)
    subjects, severity = shown.args
    assert [subject.id for subject in subjects] == ["Search"]
    assert severity == "problem"
    with qtbot.waitSignal(second.place_wanted):
        qtbot.keyClick(link(second, "One team has no lead"), Qt.Key.Key_Return)


def test_its_fix_is_one_step_and_the_focus_stays_in_the_fold(
    qtbot: QtBot, second: SecondPack, document: Document
) -> None:
    switch(document, PACK_ID)
    before, score = document.project, second.review.score
    second.show()
    second.findings.unfold()
    fix = link(second, "Make Ada Moss the lead of Search")
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Return)
    assert document.scenario.teams["Search"].lead == "Ada Moss"
    assert second.review.score > score
    assert second.isAncestorOf(second.focusWidget())
    document.undo()
    assert document.project == before
    assert second.review.score == score


def test_a_preview_shows_what_becomes_of_it_and_leaves_the_findings_alone(
    second: SecondPack, document: Document
) -> None:
    switch(document, PACK_ID)
    second.findings.unfold()
    edit = partial(edit_team, scenario=document.scenario_id, team="Search", lead="Ada Moss")
    second.show_preview(document.preview(edit))
    assert "with this change" in words(second)
    assert "50 → 100" in [bar.words for bar in second._bars.bars]
    assert "Search names no lead." in words(second)
    second.show_preview(None)
    assert "with this change" not in words(second)
    assert "Not part of the guidance score." in words(second)


def test_it_follows_the_scenario_and_has_words_for_one_without_anything_to_judge(
    second: SecondPack, document: Document
) -> None:
    switch(document, PACK_ID)
    document.apply(partial(add_scenario, scenario=Scenario(id="Empty", name="Empty")))
    document.show_scenario("Empty")
    assert "Nothing to judge yet" in words(second)
    assert not second._bars.bars
    assert second.findings.isHidden()
    document.show_scenario("Today")
    assert "Nothing to judge yet" not in words(second)


def test_an_edit_that_leaves_the_findings_as_they_are_leaves_their_rows_too(
    second: SecondPack, document: Document
) -> None:
    switch(document, PACK_ID)
    second.findings.unfold()
    row = link(second, "Search names no lead.")
    document.apply(
        partial(move_team, scenario=document.scenario_id, team="Feed", parent=None, before="Search")
    )
    document.apply(partial(edit_project, name="Another"))
    assert link(second, "Search names no lead.") is row


def test_the_weights_line_names_own_weights_and_hides_for_the_default_ones(
    qtbot: QtBot, document: Document, look: Look
) -> None:
    line = WeightsLine(document, look)
    qtbot.addWidget(line)
    assert line.isHidden()
    own = OwnWeights(name="<b>Acme</b>\n& co", weights=(("core/budget", 9.0),))
    document.apply(partial(edit_project, rule_pack=own))
    assert not line.isHidden()
    assert line.text == "Weights: <b>Acme</b> & co"
    document.undo()
    assert line.isHidden()


def test_a_rule_of_its_own_is_muted_with_a_reason_and_listed_until_it_counts_again(
    qtbot: QtBot, opens: Callable[[str], ScorePanel]
) -> None:
    panel = opens(LAYOUT)
    document, second = panel.document, panel.second
    switch(document, PACK_ID)
    second.findings.unfold()
    before, guidance = second.review.score, document.review.score.total
    names = [(each, each.accessibleName()) for each in second.findChildren(EvidenceLine)]
    (line,) = [each for each, name in names if name.startswith("Mute") and "has a lead" in name]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    form = panel.floats.shown
    assert isinstance(form, MuteForm)
    qtbot.keyClicks(form.field, "Leads come next year")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert document.scenario.muted["org/team-lead"].reason == "Leads come next year"
    assert document.review.score.total == guidance
    assert not panel.muted.isVisibleTo(panel)
    assert second.muted.isVisibleTo(panel)
    second.muted.unfold()
    assert "Leads come next year" in words(second)
    (unmute,) = second.muted.findChildren(QPushButton)
    qtbot.mouseClick(unmute, Qt.MouseButton.LeftButton)
    assert second.review.score == before
    assert second.muted.isHidden()


def test_why_this_rule_tells_the_whole_rule_with_its_works(
    qtbot: QtBot, opens: Callable[[str], ScorePanel]
) -> None:
    panel = opens(LAYOUT)
    document = panel.document
    switch(document, PACK_ID)
    panel.second.findings.unfold()
    assert panel.second.review is not None
    finding = panel.second.review.findings[0]
    qtbot.mouseClick(link(panel.second, "Why this rule"), Qt.MouseButton.LeftButton)
    page = panel.floats.shown
    assert isinstance(page, RulePage)
    told = "\n".join(each.text() for each in page.findChildren(QLabel))
    rule, data = finding.rule, document.pack.basics
    for part in (rule.name, rule.applies_to, rule.looks_for, rule.why, rule.says):
        assert str(part) in told
    assert f"weight {data.weights[rule.id]:g}" in told
    assert str(data.sources[rule.id][0].cited) in told
    assert rule.mended.strip("\n") in told


def test_every_rule_of_the_pack_has_a_page(opens: Callable[[str], ScorePanel]) -> None:
    panel = opens(LAYOUT)
    document = panel.document
    for rule in RULES:
        panel.floats.show_rule(rule, panel.gauge)
        page = panel.floats.shown
        assert page is not None
        told = "\n".join(each.text() for each in page.findChildren(QLabel))
        assert ("A layout that breaks it" in told) is bool(rule.breaking)
        bounds = document.pack.basics.bounds_of(rule.id)
        assert bounds is None or str(bounds) in told
    panel.floats.close()
