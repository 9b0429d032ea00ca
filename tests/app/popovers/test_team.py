"""The team popover: each field is one step, and what makes no sense is refused under it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest

from planner.app.controls import speaking
from planner.domain import Focus, Kind, LinkKind

POPUPS = pytest.mark.qt_log_ignore("does not support")
"""The list of names is a window of its own, of which the screenless platform complains."""


@pytest.fixture
def popover(desk):
    desk.bench.edit_team("ML Platform")
    return desk.bench.editing.team


def test_a_name_is_kept_on_enter_as_one_step(desk, popover):
    desk.types(popover.name, "Core")
    assert desk.scenario.teams["ML Platform"].name == "Core"
    assert desk.undo_name == "Rename Team to Core"
    assert popover.title.text() == "Core"


def test_a_text_is_kept_when_its_field_is_left(desk, popover):
    desk.types(popover.purpose, "One platform for all", key=Qt.Key.Key_Tab)
    assert desk.scenario.teams["ML Platform"].purpose == "One platform for all"
    assert popover.aim.hasFocus()


def test_a_blank_name_is_refused_under_the_field_and_the_old_one_stays(desk, popover):
    was = desk.project
    desk.types(popover.name, " ")
    assert popover.form.refusal_of(popover.name) == "A core needs a name."
    assert popover.name.text() == "ML Platform"
    assert desk.project is was
    desk.types(popover.name, "Core")
    assert popover.form.refusal_of(popover.name) == ""


def test_a_reason_makes_the_popover_higher_until_it_goes(desk, popover):
    usual = popover.height()
    desk.types(popover.name, " ")
    assert popover.height() > usual
    assert popover._scroll.verticalScrollBar().maximum() == 0
    desk.types(popover.name, "Core")
    assert popover.height() == usual


def test_a_refused_value_is_told_to_screen_readers_at_once(desk, popover, monkeypatch):
    heard = []
    monkeypatch.setattr(speaking.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(speaking.QAccessible, "updateAccessibility", heard.append)
    desk.types(popover.name, " ")
    said = [event for event in heard if isinstance(event, QAccessibleAnnouncementEvent)]
    assert [event.message() for event in said] == ["A core needs a name."]
    assert said[0].politeness() is QAccessible.AnnouncementPoliteness.Assertive


def test_esc_takes_back_what_is_typed_and_then_closes(desk, popover):
    desk.types(popover.name, "Core", key=Qt.Key.Key_Escape)
    assert popover.name.text() == "ML Platform"
    assert popover.isVisible()
    QTest.keyClick(popover.name, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert desk.bench.canvas.hasFocus()
    assert desk.scenario.teams["ML Platform"].name == "ML Platform"


def test_kind_focus_budget_and_experiments_are_fields(desk, popover):
    popover.aim.choose(Focus.BUSINESS_METRICS)
    popover.budget.click()
    desk.types(popover.experiments, "20")
    popover.kind.choose(Kind.VENTURE)
    team = desk.scenario.teams["ML Platform"]
    assert (team.focus, team.own_budget, team.experiment_share, team.kind) == (
        Focus.BUSINESS_METRICS,
        True,
        0.2,
        Kind.VENTURE,
    )
    for _ in range(4):
        desk.bench.document.undo()
    team = desk.scenario.teams["ML Platform"]
    assert (team.focus, team.own_budget, team.experiment_share, team.kind) == (None, False, 0.0, Kind.CORE)
    assert not popover.budget.isChecked()
    assert popover.experiments.text() == "0%"


def test_what_is_no_percentage_is_refused_and_too_much_as_well(desk, popover):
    desk.types(popover.experiments, "some")
    assert popover.form.refusal_of(popover.experiments) == "Type a percentage, such as 40%."
    desk.types(popover.experiments, "120")
    said = "The share kept for experiments is from 0% to 100%."
    assert popover.form.refusal_of(popover.experiments) == said
    assert popover.experiments.text() == "0%"


@POPUPS
def test_a_lead_is_found_by_a_part_of_the_name_and_taken_off(desk, popover):
    desk.types(popover.lead, "karin")
    assert desk.scenario.teams["ML Platform"].lead == "Karin Voss"
    desk.types(popover.lead, "ra")
    assert desk.scenario.teams["ML Platform"].lead == "Ravi"
    desk.types(popover.lead, "lea")
    assert popover.form.refusal_of(popover.lead) == "No person called 'lea'."
    desk.types(popover.lead, "karin")
    desk.types(popover.lead, "nobody here")
    assert popover.form.refusal_of(popover.lead) == "No person called 'nobody here'."
    assert popover.lead.line.text() == "Karin Voss"
    popover.lead.choose(None)
    assert desk.scenario.teams["ML Platform"].lead is None


def test_a_team_cannot_stand_under_one_inside_it(desk):
    desk.bench.edit_team("ML organisation")
    popover = desk.bench.editing.team
    popover.parent_team.choose("ML Platform")
    said = "ML organisation cannot stand under ML Platform, which is inside it."
    assert popover.form.refusal_of(popover.parent_team) == said
    assert popover.parent_team.line.text() == "No team"


@POPUPS
def test_a_team_is_moved_under_another(desk, popover):
    desk.types(popover.parent_team, "Old Desk")
    assert desk.scenario.teams["ML Platform"].parent == "Old Desk"
    popover.parent_team.choose(None)
    assert desk.scenario.teams["ML Platform"].parent is None


def test_a_locked_team_can_only_be_unlocked(desk):
    desk.bench.edit_team("Old Desk")
    popover = desk.bench.editing.team
    assert not popover.name.isEnabled()
    assert popover.locked.hasFocus()
    popover.locked.click()
    assert not desk.scenario.teams["Old Desk"].locked
    assert popover.name.isEnabled()


@POPUPS
def test_links_are_said_removed_and_made(desk, popover):
    links = popover.links
    (key,) = links.rows.rows
    assert links.rows.rows[key].words.text() == "Serves Fraud Shield"
    links.rows.rows[key].button.click()
    assert not links.rows.rows
    links.link()
    assert links.refusal.text() == "Choose a team to link to."
    links.kind.choose(LinkKind.COLLABORATES)
    desk.types(links.other, "fraud")
    links.button.click()
    assert [row.words.text() for row in links.rows.rows.values()] == ["Collaborates with Fraud Shield"]
    assert desk.undo_name == "Link ML Platform and Fraud Shield"
    desk.types(links.other, "Fraud Shield")
    links.button.click()
    assert links.refusal.text() == "ML Platform and Fraud Shield are linked this way already."


def test_head_count_and_agreements_are_said(popover):
    assert popover.subtitle.text() == "3 of 4 seats filled, 2.2 FTE"
    assert popover.agreement_words.splitlines() == [
        "Takes part in knowledge sharing of Ada",
        "Accountable for monitoring",
    ]


def test_only_what_applies_to_a_kind_is_asked(desk, popover):
    assert popover.aim.isVisible()
    assert popover.product.isVisible()
    desk.bench.edit_team("ML organisation")
    assert not popover.aim.isVisible()
    assert not popover.product.isVisible()


def test_it_closes_when_its_team_is_gone(desk, popover):
    desk.bench.commands.remove_now("ML Platform")
    assert popover.isHidden()


def test_it_never_lies_over_the_name_of_its_team(desk, popover):
    header = desk.bench.canvas.scene.placement.teams["ML Platform"].header
    name = desk.bench.canvas.to_screen(header)
    name.setWidth(name.width() // 2)
    here = popover.rect().translated(popover.mapToGlobal(popover.rect().topLeft()))
    assert not here.intersects(name)


def test_tab_stays_inside_and_goes_round(desk, popover):
    popover.name.setFocus()
    seen = []
    for _ in range(40):
        QTest.keyClick(popover.focusWidget() or popover, Qt.Key.Key_Tab)
        seen.append(popover.focusWidget())
        if seen[-1] is popover.name:
            break
    assert seen[:3] == [popover.kind, popover.product, popover.purpose]
    assert popover.close_button in seen
    assert seen[-1] is popover.name
    assert all(widget.accessibleName() or widget.text() for widget in seen)


def test_a_refusal_is_told_to_screen_readers_until_a_value_is_kept(desk, popover):
    was = popover.experiments.accessibleDescription()
    desk.types(popover.experiments, "120")
    assert popover.experiments.accessibleDescription() == popover.form.refusal_of(popover.experiments)
    desk.types(popover.experiments, "20")
    assert popover.experiments.accessibleDescription() == was
