"""Practices: who owns them, who takes part, adding and removing, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.app.agreements.add_practice import AddPractice
from planner.app.agreements.picking import PEOPLE_SHOWN, owners
from planner.app.agreements.places import AgreementPlace
from planner.app.controls.pick_list import PickList
from planner.app.moving.choice_list import Heading, Option
from planner.domain import Practice, PracticeKind, outline

Key = Qt.Key


def only(desk):
    (practice,) = desk.document.scenario.practices
    return practice


def picker(desk) -> PickList:
    (found,) = [each for each in desk.window.findChildren(PickList) if each.isVisible()]
    return found


def names(found: PickList) -> list[str]:
    return [option.name for option in found.list.options]


def ticked(found: PickList) -> list[str]:
    return [option.name for option in found.list.options if option.icon == "check"]


def press(found: PickList, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(found.field, key)


def test_a_row_says_kind_owner_and_teams(desk):
    (row,) = desk.contents.practices.rows
    assert (row.owner.words, row.teams.words) == ("No owner", "1 team")
    assert row.owner.accessibleName() == "Prioritisation, owner: No owner. Change"
    assert row.teams.accessibleName() == "Prioritisation, 1 team: Fraud Shield. Change"


def test_an_owner_is_picked_by_typing(desk):
    (row,) = desk.contents.practices.rows
    row.owner.setFocus()
    QTest.keyClick(row.owner, Key.Key_Return)
    found = picker(desk)
    assert names(found)[:2] == ["No owner", "ML Platform"]
    assert "Karin Voss" in names(found)
    QTest.keyClicks(found.field, "karin")
    assert names(found) == ["Karin Voss"]
    press(found, Key.Key_Return)
    assert desk.document.project.people[only(desk).owner].name == "Karin Voss"
    assert row.owner.words == "Karin Voss"
    assert desk.focus is row.owner
    assert str(desk.document.undo_label) == "Edit Practice"


def test_teams_are_ticked_while_the_list_stays_open(desk):
    (row,) = desk.contents.practices.rows
    row.teams.click()
    found = picker(desk)
    assert ticked(found) == ["Fraud Shield"]
    press(found, *[Key.Key_Down] * 3, Key.Key_Return)
    assert ticked(found) == ["ML Platform", "Fraud Shield"]
    press(found, Key.Key_Down, Key.Key_Return)
    assert ticked(found) == ["ML Platform"]
    press(found, Key.Key_Escape)
    assert not found.isVisible()
    assert [desk.document.scenario.teams[team].name for team in only(desk).teams] == ["ML Platform"]


@pytest.mark.parametrize(
    ("steps", "teams"),
    [
        (0, ["ML Platform", "Fraud Shield", "Churn Radar"]),
        (1, ["ML Platform", "Fraud Shield", "Churn Radar", "Marketing"]),
        (2, []),
    ],
)
def test_whole_sets_of_teams_take_part_in_one_step(desk, steps, teams):
    (row,) = desk.contents.practices.rows
    row.teams.click()
    press(picker(desk), *[Key.Key_Down] * steps, Key.Key_Return)
    assert [desk.document.scenario.teams[team].name for team in only(desk).teams] == teams
    desk.document.undo()
    assert only(desk).teams == ("Fraud Shield",)


@pytest.mark.parametrize(("typed", "first"), [("all ml", "All ML teams"), ("ml", "ML Platform")])
def test_a_whole_set_is_found_by_its_name_behind_the_teams_that_are_called_so(desk, typed, first):
    (row,) = desk.contents.practices.rows
    row.teams.click()
    found = picker(desk)
    QTest.keyClicks(found.field, typed)
    assert names(found)[0] == first
    assert "All ML teams" in names(found)


def test_what_nobody_is_called_is_said(desk):
    (row,) = desk.contents.practices.rows
    row.owner.click()
    found = picker(desk)
    QTest.keyClicks(found.field, "zzz")
    (heading,) = found.list.items
    assert str(heading.words) == "No team or person called 'zzz'."
    press(found, Key.Key_Return)
    assert found.isVisible()


def test_among_many_people_names_are_typed():
    lines = "\n".join(f"person Person {number}: product" for number in range(PEOPLE_SHOWN + 5))
    project = outline.parse(f"{lines}\nscenario Today\nsquad Fraud Shield")
    (scenario,) = project.scenarios
    practice = Practice(id="p", kind=PracticeKind.ON_CALL)
    rows = owners(project, scenario, practice, "")
    last = rows[-1]
    assert isinstance(last, Heading)
    assert str(last.words) == "5 more people. Type a name to find them."
    assert [
        each.name for each in owners(project, scenario, practice, "son 54") if isinstance(each, Option)
    ] == ["Person 54"]


def test_adding_says_what_each_kind_is_for_and_helps(desk):
    desk.contents.add_button.click()
    (adding,) = desk.window.findChildren(AddPractice)
    name = adding.buttons[PracticeKind.ON_CALL].accessibleName()
    assert name.startswith(
        "Add on call. Who is called when a running model goes wrong. Helps: Nobody is on call"
    )
    assert "Helps" not in adding.buttons[PracticeKind.SHARED_STANDARDS].accessibleName()
    for key in (Key.Key_Up, Key.Key_Return):
        QTest.keyClick(desk.window.focusWidget(), key)
    added = desk.document.scenario.practices["new 1"]
    assert (added.kind, added.owner, added.teams) == (PracticeKind.ON_CALL, None, ())
    assert desk.focus is desk.contents.practices.rows[1].owner


def test_removing_is_one_step_and_undo_brings_it_back(desk):
    (row,) = desk.contents.practices.rows
    before = only(desk)
    row.remove.click()
    assert not len(desk.document.scenario.practices)
    assert desk.contents.practices.offer_button.isVisible()
    desk.document.undo()
    assert only(desk) == before
    assert len(desk.contents.practices.rows) == 1


def test_a_missing_practice_is_offered_where_a_finding_leads(desk):
    desk.drawer.open_at(AgreementPlace(practice=PracticeKind.ON_CALL))
    button = desk.contents.practices.offer_button
    assert (button.text(), desk.focus) == ("Add on-call", button)
    button.click()
    assert desk.document.scenario.practices["new 1"].kind is PracticeKind.ON_CALL
    assert not button.isVisible()


def test_a_practice_that_is_there_gets_the_focus(desk):
    desk.drawer.open_at(AgreementPlace(practice=PracticeKind.PRIORITISATION))
    (row,) = desk.contents.practices.rows
    assert desk.focus is row.owner


def test_an_owner_who_is_removed_leaves_the_row(desk):
    from functools import partial

    from planner.domain.edits import edit_practice, remove_team

    practice = only(desk)
    desk.document.apply(
        partial(edit_practice, scenario="Today", practice=practice.id, owner="ML Platform", teams=())
    )
    (row,) = desk.contents.practices.rows
    assert (row.owner.words, row.teams.words) == ("ML Platform", "No teams")
    desk.document.apply(partial(remove_team, scenario="Today", team="ML Platform"))
    assert row.owner.words == "No owner"


def test_without_practices_there_is_one_sentence_and_one_action(desk_with):
    desk = desk_with("scenario Today\nsquad Fraud Shield\n  DS Ravi Kulkarni")
    desk.contents.practices.offer_button.click()
    assert [each for each in desk.window.findChildren(AddPractice) if each.isVisible()]
