"""The score panel on a real document: what it lists, previews and mends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from tests.app.panel.conftest import LAYOUT, Opens

from planner.advice.fixes import ranked
from planner.app.agreements.places import AgreementPlace
from planner.app.document import Document
from planner.app.panel import ScorePanel, findings
from planner.app.panel.categories import CategoryBar
from planner.app.panel.finding_card import FindingCard
from planner.app.panel.rows import Fate, finding_rows
from planner.domain import PracticeKind, edits


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
    shown = sum(row.points for row in finding_rows(document.review))
    assert f"{shown:.1f}" == f"{100 - float(f'{total:.1f}'):.1f}"


def test_so_they_do_in_every_preview(document: Document) -> None:
    scenario = document.scenario_id
    edit = document.preview(lambda project: edits.unassign(project, scenario, seat="Receipts/MO"))
    total = edit.review.score.total
    assert total is not None
    rows = finding_rows(document.review, edit.review)
    shown = sum(row.points for row in rows if row.fate is not Fate.RESOLVED)
    assert f"{shown:.1f}" == f"{100 - float(f'{total:.1f}'):.1f}"


def test_findings_beyond_those_with_a_card_are_counted_with_their_points(
    opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MOST_SHOWN", 3)
    panel = opens(LAYOUT)
    review = panel.document.review
    rows = finding_rows(review)
    assert len(cards(panel)) == 3
    (said,) = [line for line in words(panel).splitlines() if " more, " in line]
    counted, points = said.removeprefix("and ").split(" more, −")
    assert int(counted) == len(rows) - 3
    shown = sum(row.points for row in rows[:3]) + float(points)
    assert f"{shown:.1f}" == f"{100 - float(f'{review.score.total:.1f}'):.1f}"


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


def test_the_filter_that_is_on_is_named_and_can_be_cleared_by_click_or_key(
    qtbot: QtBot, panel: ScorePanel
) -> None:
    everything = titles(panel)
    bar = next(bar for bar in panel.findChildren(CategoryBar) if "Squads" in bar.accessibleName())
    qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert "Only Squads" in words(panel)
    assert "findings filtered" in bar.accessibleName()
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == "Show all findings")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert titles(panel) == everything
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert titles(panel) == everything
    assert "Only Squads" not in words(panel)


def test_counts_follow_the_filter(qtbot: QtBot, panel: ScorePanel) -> None:
    bar = next(bar for bar in panel.findChildren(CategoryBar) if "Squads" in bar.accessibleName())
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    spoken = [label.accessibleName() for label in panel.findChildren(QLabel)]
    counts = [int(name.split()[0]) for name in spoken if "of severity" in name]
    assert sum(counts) == len(titles(panel))


def test_bars_carry_a_tick_for_the_baseline_while_another_scenario_is_shown(
    panel: ScorePanel, document: Document
) -> None:
    today = document.scenario_id
    document.apply(lambda project: edits.duplicate_scenario(project, today, copy="Later", name="Later"))
    document.apply(lambda project: edits.mark_baseline(project, today, baseline=True))
    assert not any("baseline" in bar.accessibleName() for bar in panel.findChildren(CategoryBar))
    document.show_scenario("Later")
    document.apply(lambda project: edits.remove_seat(project, "Later", seat="Receipts/SD"))
    scores = {each.name: each.score for each in document.review_of(today).score.categories}
    for bar in panel.findChildren(CategoryBar):
        name = bar.accessibleName().partition(",")[0]
        assert f"baseline Today {round(scores[name] or 0)}" in bar.accessibleName()


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


def test_an_open_finding_says_whose_word_the_rule_is(opens: Callable[[str], ScorePanel]) -> None:
    panel = opens(CENTRAL)
    seen = {}
    for card in cards(panel):
        assert card.finding is not None
        panel.findings.open(card.finding.key)
        line = next(line for line in words(panel).splitlines() if line.startswith("Guidance: "))
        seen[card.finding.rule.source.value] = line.partition(" · ")[2]
    assert seen["article"] == "from the article"
    assert seen["planner"] == "plain arithmetic of this planner"


def test_enter_opens_a_finding_then_shows_its_place_again(qtbot: QtBot, panel: ScorePanel) -> None:
    card = cards(panel)[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.is_open
    with qtbot.waitSignal(panel.place_wanted):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.is_open
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert not card.is_open


def test_the_first_fix_of_no_open_finding_opens_the_first(panel: ScorePanel, document: Document) -> None:
    panel.apply_first_fix()
    assert cards(panel)[0].is_open
    assert document.undo_label is None
    panel.apply_first_fix()
    assert document.undo_label is not None


def test_an_open_finding_that_moves_up_stays_open_and_offers_fixes_that_still_work(
    panel: ScorePanel, document: Document
) -> None:
    for _ in range(4):
        panel.next_finding()
    key = panel.findings.open_key
    first = document.review.findings[0]
    document.apply(ranked(document.review, first)[0].fix.edit)
    assert panel.findings.open_key == key
    opened = [card for card in cards(panel) if card.is_open]
    assert [card.finding.key for card in opened if card.finding is not None] == [key]
    panel.apply_first_fix()
    assert key not in {finding.key for finding in document.review.findings}


def test_a_finding_without_fixes_still_has_a_menu(opens: Callable[[str], ScorePanel]) -> None:
    panel = opens(CENTRAL)
    for card in cards(panel):
        assert card.finding is not None
        panel.findings.open(card.finding.key)
        entries = [action.text() for action in menu_of(panel)]
        assert entries[-2:] == ["Mute with reason…", "Why this rule"]


def test_findings_mended_in_the_agreements_lead_there(
    qtbot: QtBot, opens: Callable[[str], ScorePanel]
) -> None:
    panel = opens(CENTRAL)
    link = elsewhere(panel, "core/prioritisation")
    assert link.text() == "Open Agreements"
    with qtbot.waitSignal(panel.agreement_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == [AgreementPlace(practice=PracticeKind.PRIORITISATION)]


def test_findings_mended_in_the_fields_of_one_team_lead_to_it(
    qtbot: QtBot, opens: Callable[[str], ScorePanel]
) -> None:
    panel = opens(CENTRAL)
    link = elsewhere(panel, "core/budget")
    assert link.text() == "Edit R&&D core…"
    with qtbot.waitSignal(panel.team_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["R&D core"]


CENTRAL = """
scenario Today: enterprise, product, centralized, 4 use cases
core R&D core
  DS Ravi Kulkarni
  MO Clara Dubois 120%
partner Sales
  BU Ken Ito
"""


def menu_of(panel: ScorePanel) -> list[QAction]:
    button = next(each for each in panel.findChildren(QToolButton, "more") if each.isVisibleTo(panel))
    return [action for action in button.menu().actions() if not action.isSeparator()]


def elsewhere(panel: ScorePanel, rule: str) -> QPushButton:
    finding = next(each for each in panel.document.review.findings if each.rule.id == rule)
    panel.findings.open(finding.key)
    return next(each for each in panel.findChildren(QPushButton, "elsewhere") if each.isVisibleTo(panel))


def test_the_second_pack_stands_below_and_only_when_the_plan_has_it_on(
    panel: ScorePanel, document: Document
) -> None:
    total = document.review.score.total
    assert "Org design basics" not in words(panel)
    document.apply(lambda project: edits.edit_project(project, extra_packs=("org-design-basics",)))
    assert "Org design basics" in words(panel)
    assert document.review.score.total == total


def test_in_a_low_window_bars_and_best_move_scroll_with_the_findings(
    panel: ScorePanel, document: Document
) -> None:
    bars = panel.findChildren(CategoryBar)
    assert not any(panel.findings.isAncestorOf(bar) for bar in bars)
    panel.resize(340, 560)
    QApplication.processEvents()
    assert all(panel.findings.isAncestorOf(bar) for bar in bars)
    assert titles(panel) == [str(finding.title) for finding in document.review.findings]
    panel.resize(340, 800)
    QApplication.processEvents()
    assert not any(panel.findings.isAncestorOf(bar) for bar in bars)
    assert not panel.findings.isAncestorOf(panel.gauge)


def test_agreeing_the_basics_is_offered_while_more_is_drawn_than_agreed(
    qtbot: QtBot, panel: ScorePanel, document: Document
) -> None:
    score = document.review.score
    assert score.as_drawn is not None
    assert score.total is not None
    offer = next(each for each in panel.findChildren(QPushButton) if each.text() == "Agree the basics…")
    assert offer.isVisibleTo(panel) is (score.as_drawn - score.total >= 1)
    with qtbot.waitSignal(panel.agreeing_wanted):
        offer.click()


def test_a_finding_opens_though_the_list_is_narrowed_to_another_category(
    panel: ScorePanel, document: Document
) -> None:
    first = document.review.findings[0]
    other = next(each for each in document.review.findings if each.rule.category != first.rule.category)
    bars = {bar.accessibleName().partition(",")[0]: bar for bar in panel.findChildren(CategoryBar)}
    bars[other.rule.category].clicked.emit()
    assert first.key not in {card.finding.key for card in cards(panel) if card.finding is not None}
    panel.open_finding(first)
    assert panel.findings.open_key == first.key


def test_a_finding_that_only_a_lock_keeps_from_a_fix_says_so(panel: ScorePanel, document: Document) -> None:
    scenario = document.scenario_id
    for team in [team.id for team in document.scenario.teams]:
        document.apply(lambda project, team=team: edits.lock_team(project, scenario, team=team, locked=True))
    reasons = []
    for finding in document.review.findings:
        panel.open_finding(finding)
        if not finding.fixes:
            reasons += [
                line for line in words(panel).splitlines() if line.endswith("unlock it to mend this.")
            ]
    assert reasons


def test_without_a_category_to_score_one_line_stands_under_the_gauge(opens):
    panel = opens("scenario Today: small-startup, product, decentralized")
    lines = [each for each in panel.findChildren(QFrame) if each.property("part") == "divider"]
    assert sum(line.isVisible() for line in lines) == 1
