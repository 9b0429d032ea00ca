"""In a large plan the total comes at once, the findings a moment later; nobody acts on those from before."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.app.panel.conftest import Opens

from planner.app.document import Document
from planner.app.document.explainer import SEATS_AT_ONCE, Explainer
from planner.app.panel import ScorePanel
from planner.app.panel.rows import finding_rows
from planner.domain import Edited, Function, Project, edits
from planner.guidance import Finding

PEOPLE = "\n".join(f"  DS Person {number}" for number in range(SEATS_AT_ONCE))
LAYOUT = f"""
person Ben Carter: software-developer
scenario Today: small-startup, product, decentralized
squad Receipts
{PEOPLE}
  SD vacant
"""


@pytest.fixture
def large(opens: Opens, qtbot: QtBot) -> ScorePanel:
    panel = opens(LAYOUT)
    qtbot.waitUntil(lambda: len(panel.findings.cards) > 0, timeout=20_000)
    return panel


def hire(document: Document) -> "Hire":
    seat = next(seat for seat in document.scenario.seats if seat.function is Function.SOFTWARE_DEVELOPER)
    return Hire(document.scenario_id, seat.id)


class Hire:
    """Gives the seat of a software developer to the one who waits."""

    def __init__(self, scenario: str, seat: str) -> None:
        self._scenario, self._seat = scenario, seat

    def __call__(self, project: Project) -> Edited:
        return edits.assign(project, scenario=self._scenario, seat=self._seat, person="Ben Carter")


def listed(panel: ScorePanel) -> list[tuple[str, ...]]:
    return [card.finding.key for card in panel.findings.cards if card.finding is not None]


def resolved(panel: ScorePanel) -> list[tuple[str, ...]]:
    """What the list says a previewed change resolves."""
    return [
        card.finding.key
        for card in panel.findings.cards
        if card.finding is not None and "Resolved by this change" in texts(card)
    ]


def texts(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def keys(document: Document) -> list[tuple[str, ...]]:
    return [row.finding.key for row in finding_rows(document.review)]


def no_developer(panel: ScorePanel) -> Finding:
    cards = [card.finding for card in panel.findings.cards if card.finding is not None]
    return next(each for each in cards if "No software" in str(each.title))


def card_of(panel: ScorePanel, finding: Finding) -> QWidget:
    return next(card for card in panel.findings.cards if card.finding is finding)


def test_after_an_edit_the_total_is_said_at_once_and_the_list_follows(
    qtbot: QtBot, large: ScorePanel
) -> None:
    document, before = large.document, listed(large)
    gone = no_developer(large)
    document.apply(hire(document))
    assert not document.review.is_explained
    assert f"{document.review.score.total:.1f}" in large.gauge.accessibleName()
    assert listed(large) == before
    qtbot.waitUntil(lambda: gone.key not in listed(large), timeout=20_000)
    assert document.review.is_explained
    assert listed(large) == keys(document)


def test_a_click_on_a_finding_that_is_gone_by_now_opens_none(large: ScorePanel) -> None:
    gone = no_developer(large)
    card = card_of(large, gone)
    large.document.apply(hire(large.document))
    card.clicked.emit()  # type: ignore[attr-defined]
    assert large.findings.open_key is None
    assert listed(large) == keys(large.document)


def test_a_click_on_one_that_stays_opens_it_as_it_is_now(qtbot: QtBot, large: ScorePanel) -> None:
    document, gone = large.document, no_developer(large)
    stays = next(each for each in large.findings.cards if each.finding and each.finding.key != gone.key)
    assert stays.finding is not None
    key = stays.finding.key
    document.apply(hire(document))
    wanted: list[object] = []
    large.place_wanted.connect(lambda subjects, _severity: wanted.append(subjects))
    stays.clicked.emit()
    assert key in keys(document)
    assert large.findings.open_key == key
    assert wanted == [next(each.subjects for each in document.review.findings if each.key == key)]


def test_a_preview_shows_its_total_at_once_and_what_it_resolves_a_moment_later(
    qtbot: QtBot, large: ScorePanel
) -> None:
    document, gone = large.document, no_developer(large)
    preview = document.preview(hire(document))
    large.show_preview(preview)
    assert not preview.review.is_explained
    assert resolved(large) == []
    qtbot.waitUntil(lambda: resolved(large) != [], timeout=20_000)
    assert gone.key in resolved(large)
    large.show_preview(None)
    assert resolved(large) == []
    assert listed(large) == keys(document)


def test_what_another_target_would_resolve_is_not_told_of_the_next_one(
    qtbot: QtBot, large: ScorePanel
) -> None:
    document = large.document
    large.show_preview(document.preview(hire(document)))
    qtbot.waitUntil(lambda: resolved(large) != [], timeout=20_000)
    seat = document.scenario.seats.get(next(iter(document.scenario.seats)).id)
    assert seat is not None
    large.show_preview(
        document.preview(lambda now: edits.unassign(now, scenario=document.scenario_id, seat=seat.id))
    )
    assert resolved(large) == []


def test_two_who_ask_for_the_same_findings_share_the_work(qtbot: QtBot, large: ScorePanel) -> None:
    document = large.document
    review = document.review.after(hire(document)(document.project))
    one, other = Explainer(large), Explainer(large)
    with qtbot.waitSignals([one.explained, other.explained], timeout=20_000):
        assert not one.has(review)
        assert not other.has(review)
    assert one.has(review)
    assert review.findings is review.findings
