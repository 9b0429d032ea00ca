"""Links can be seen, made and removed without the canvas."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from planner.app.agreements.add_link import AddLink
from planner.app.agreements.contents import Part
from planner.domain import LinkKind


@pytest.fixture
def links(desk):
    desk.contents.show_part(Part.LINKS)
    return desk.contents.links


def all_links(desk) -> list[tuple[str, str, str]]:
    return [(link.source, link.kind.value, link.target) for link in desk.document.scenario.links]


def adding(desk) -> AddLink:
    desk.contents.add_button.click()
    (found,) = [each for each in desk.window.findChildren(AddLink) if each.isVisible()]
    return found


def test_a_row_is_a_sentence(links):
    index = links.links.index(0, 0)
    assert links.links.data(index, Qt.ItemDataRole.AccessibleTextRole) == "ML Platform serves Fraud Shield"


def test_delete_removes_the_link_in_one_step(desk, links):
    links.setFocus()
    QTest.keyClick(links, Qt.Key.Key_Delete)
    assert all_links(desk) == []
    assert not links.isVisible()
    desk.document.undo()
    assert all_links(desk) == [("ML Platform", "serves", "Fraud Shield")]
    assert links.isVisible()


def test_a_click_on_the_bin_removes_the_link(desk, links):
    place = links.bin_of(links.links.index(0, 0)).center()
    QTest.mouseClick(links.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert all_links(desk) == []


def test_a_click_on_the_names_removes_nothing(desk, links):
    place = links.visualRect(links.links.index(0, 0)).center()
    QTest.mouseClick(links.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(all_links(desk)) == 1


def test_a_link_is_made_of_two_teams_and_a_kind(desk, links):
    form = adding(desk)
    assert (form.source.value, form.target.value) == ("ML Platform", "Churn Radar")
    form.kind.choose(LinkKind.COLLABORATES)
    form.target.choose("Marketing")
    QTest.keyClick(form.add, Qt.Key.Key_Return)
    assert all_links(desk)[-1] == ("ML Platform", "collaborates", "Marketing")
    assert desk.said == ["Link ML Platform and Marketing"]


def test_the_same_link_twice_is_refused_with_its_reason(desk, links):
    form = adding(desk)
    form.target.choose("Fraud Shield")
    form.add.click()
    words = "ML Platform and Fraud Shield are linked this way already."
    assert desk.refused == [words]
    assert words in [label.text() for label in form.findChildren(QLabel)]
    assert form.isVisible()


def test_a_team_is_not_linked_with_itself(desk, links):
    form = adding(desk)
    form.target.choose("ML Platform")
    assert not form.add.isEnabled()


def test_with_one_team_there_is_nothing_to_link(desk_with):
    desk = desk_with("scenario Today\nsquad Fraud Shield")
    desk.contents.show_part(Part.LINKS)
    assert not desk.contents.add_button.isEnabled()
