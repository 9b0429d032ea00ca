"""What screen readers read and hear of chart, outline and bench, and what can be done through them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTableModelChangeEvent,
)
from PySide6.QtWidgets import QApplication

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY, EVENT, NAME = Qt.Key, QAccessible.Event, QAccessible.Text.Name
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Mateo Silva: data-engineer
person Ravi Kulkarni: data-engineer; 50%
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform, purpose "Shared platform"
  MO Tomasz Zieliński
  DE Grace Mwangi
  squad Fraud Shield, purpose "Score card fraud"
    PR Nina Hofmann
    DE Ravi Kulkarni 50%
    MO vacant
squad Churn Radar, purpose "Retention offers"
  DS Sana Iqbal
ML Platform collaborates Churn Radar
"""


class Ear:
    """What a screen reader hears, in the order in which it is told."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.events: list[tuple[QAccessible.Event, str]] = []
        self.said: list[str] = []

    def hear(self, event) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.said.append(event.message())
            self.events.append((EVENT.Announcement, event.message()))
        elif not isinstance(event, QAccessibleTableModelChangeEvent):
            read = event.accessibleInterface()
            self.events.append((event.type(), read.text(NAME) if read is not None else ""))

    def names(self, kind: QAccessible.Event) -> list[str]:
        """The first words of what was told in events of a kind."""
        return [words.split(",")[0] for each, words in self.events if each is kind]

    def waits_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.said, timeout=3000)


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


@pytest.fixture
def ear(planner, qtbot, monkeypatch):
    ear = Ear(qtbot)
    monkeypatch.setattr(QAccessible, "updateAccessibility", ear.hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return ear


def read(widget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def item(top: QAccessibleInterface, *names: str) -> QAccessibleInterface:
    """The item whose name begins so, below others."""
    for name in names:
        top = next(
            top.child(place)
            for place in range(top.childCount())
            if top.child(place).text(NAME).startswith(name)
        )
    return top


def level(of: QAccessibleInterface) -> int:
    return of.attributesInterface().attributeValue(QAccessible.Attribute.Level)


def does(qtbot, of: QAccessibleInterface, name: str) -> None:
    of.actionInterface().doAction(name)
    QApplication.processEvents()


# The chart


def test_the_chart_reads_as_a_tree_of_teams_seats_and_people(planner):
    chart = read(planner.bench.canvas)
    assert chart.role() is QAccessible.Role.Tree
    assert [chart.child(place).text(NAME).split(",")[0] for place in range(chart.childCount())] == [
        "ML Platform",
        "Churn Radar",
    ]
    seat = item(chart, "ML Platform", "Fraud Shield", "Ravi Kulkarni")
    assert seat.text(NAME).startswith("Ravi Kulkarni, data engineer, 50%, Fraud Shield, seat 2 of 3")
    assert item(seat, "Ravi").text(NAME) == "Ravi Kulkarni, Data engineer, planned at 50%, of 50%, 1 seat"
    assert [level(each) for each in (item(chart, "ML Platform"), seat, item(seat, "Ravi"))] == [1, 3, 4]
    for child in (seat, item(seat, "Ravi"), seat.parent()):
        assert child.parent().child(child.parent().indexOfChild(child)) is child
    assert item(chart, "ML Platform", "Fraud Shield", "Vacant").childCount() == 0


def test_a_team_tells_what_the_chart_shows_by_lines(planner):
    chart = read(planner.bench.canvas)
    assert (
        item(chart, "ML Platform")
        .text(NAME)
        .startswith("ML Platform, core, 2 of 2 seats filled, collaborates with Churn Radar")
    )
    assert "collaborates with ML Platform" in item(chart, "Churn Radar").text(NAME)


def test_a_card_stands_where_it_is_seen(planner):
    chart = read(planner.bench.canvas)
    seat = item(chart, "ML Platform", "Grace")
    at = planner.window.mapToGlobal(planner.place("ML Platform/DE"))
    assert seat.rect().contains(at)
    assert chart.childAt(at.x(), at.y()) is seat


def test_arrows_tell_where_the_focus_goes_and_what_is_selected(planner, ear):
    planner.focuses_the_canvas(("seat", "ML Platform/MO"))
    ear.events.clear()
    planner.presses(KEY.Key_Right)
    assert ear.names(EVENT.Selection) == ["Grace Mwangi"]
    assert ear.names(EVENT.SelectionRemove) == ["Tomasz Zieliński"]
    assert ear.names(EVENT.Focus) == ["Grace Mwangi"]
    state = item(read(planner.bench.canvas), "ML Platform", "Grace").state()
    assert state.focused
    assert state.selected
    planner.presses(KEY.Key_Left, SHIFT)
    assert ear.names(EVENT.SelectionAdd) == ["Tomasz Zieliński"]
    ear.waits_for("2 selected.")


def test_whoever_comes_by_tab_hears_the_card_not_only_the_chart(planner, ear):
    planner.bench.selection.select(("seat", "ML Platform/DE"))
    planner.bench.bench.field.setFocus()
    ear.events.clear()
    planner.bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert ear.names(EVENT.Focus)[-1] == "Grace Mwangi"
    assert read(planner.bench.canvas).focusChild() is item(read(planner.bench.canvas), "ML Platform", "Grace")


def test_what_reads_otherwise_after_an_edit_is_told(planner, ear):
    item(read(planner.bench.canvas), "ML Platform", "Grace")
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(KEY.Key_Delete)
    assert "Vacant" in ear.names(EVENT.NameChanged)
    assert "ML Platform" in ear.names(EVENT.NameChanged)
    ear.waits_for("Grace Mwangi is back on the bench.")


def test_a_seat_that_is_new_is_told(planner, ear):
    planner.focuses_the_canvas(("team", "Churn Radar"))
    planner.presses(KEY.Key_Insert)
    assert ear.names(EVENT.ObjectCreated) == ["Vacant"]
    assert ear.names(EVENT.Focus)[-1] == "Vacant"


def test_a_drop_is_told_after_where_the_focus_went(planner, ear):
    planner.drag("Karin Voss").over("Fraud Shield/MO").drop()
    ear.waits_for(ear_said(planner, "Karin Voss is MLOps engineer in Fraud Shield now, 100%."))
    kinds = [kind for kind, words in ear.events if words.startswith("Karin Voss")]
    assert kinds.index(EVENT.Focus) < len(kinds) - 1 - kinds[::-1].index(EVENT.Announcement)


def ear_said(planner, words: str) -> str:
    return f"{words} Score {planner.score:.1f}."


def test_undo_is_told(planner, ear):
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(KEY.Key_Delete)
    planner.undoes()
    ear.waits_for("Undone: Unassign Grace Mwangi.")


def test_a_team_tells_whether_it_is_collapsed(planner, ear):
    team = item(read(planner.bench.canvas), "Churn Radar")
    assert team.state().expandable
    assert team.state().expanded
    planner.focuses_the_canvas(("team", "Churn Radar"))
    planner.presses(KEY.Key_Minus)
    ear.waits_for("Churn Radar is collapsed.")
    assert team.state().collapsed
    assert team.childCount() == 0
    assert "Churn Radar" in ear.names(EVENT.StateChanged)


@pytest.mark.parametrize(
    ("names", "action", "title"),
    [
        (("ML Platform", "Grace"), "Move to…", "Move Grace Mwangi to"),
        (("ML Platform", "Grace"), "Add role…", "Add a role for Grace Mwangi in"),
        (("Churn Radar",), "Move under…", "Move Churn Radar under"),
        (("Churn Radar",), "Link to…", "Link Churn Radar to"),
    ],
)
def test_a_list_is_opened_through_a_screen_reader(planner, qtbot, names, action, title):
    planner.bench.bench.field.setFocus()
    does(qtbot, item(read(planner.bench.canvas), *names), action)
    assert planner.bench.move_list.isVisible()
    assert planner.bench.move_list.title.text() == title
    planner.presses(KEY.Key_Escape)
    assert planner.bench.canvas.hasFocus()


def test_every_action_of_a_card_is_what_its_keys_do(planner, qtbot):
    chart = read(planner.bench.canvas)
    grace = item(chart, "ML Platform", "Grace")
    actions = grace.actionInterface()
    assert actions.actionNames()[0] == actions.pressAction()
    assert actions.keyBindingsForAction("Move to…") == ["M"]
    does(qtbot, grace, "Back to bench")
    assert planner.undo_name == "Unassign Grace Mwangi"
    does(qtbot, item(chart, "ML Platform", "Fraud Shield", "Vacant"), actions.pressAction())
    assert planner.bench.candidates.isVisible()
    planner.presses(KEY.Key_Escape)
    does(qtbot, item(chart, "Churn Radar"), "Collapse")
    assert planner.bench.canvas.scene.collapsed == {"Churn Radar"}
    does(qtbot, item(chart, "Churn Radar"), "Remove team")
    assert planner.undo_name == "Remove Churn Radar"


def test_the_selection_of_the_chart_is_read_and_changed(planner):
    chart = read(planner.bench.canvas)
    assert chart.state().multiSelectable
    selection = chart.selectionInterface()
    grace, tomasz = (item(chart, "ML Platform", name) for name in ("Grace", "Tomasz"))
    assert selection.select(grace)
    assert selection.select(tomasz)
    assert planner.bench.selection.items == (("seat", "ML Platform/DE"), ("seat", "ML Platform/MO"))
    assert selection.selectedItemCount() == 2
    assert selection.selectedItem(1) is tomasz
    assert selection.unselect(grace)
    assert not selection.isSelected(grace)
    assert selection.clear()
    assert planner.bench.selection.items == ()


# The bench


def test_the_bench_reads_as_a_list_with_sections_that_fold(planner, qtbot):
    people = read(planner.bench.bench.list)
    assert people.role() is QAccessible.Role.List
    head = item(people, "Unassigned")
    assert head.state().expanded
    assert head.text(QAccessible.Text.Description) == "Enter folds and unfolds"
    does(qtbot, head, people.child(0).actionInterface().pressAction())
    assert item(people, "Unassigned").state().collapsed


def test_arrows_on_the_bench_tell_the_row(planner, ear):
    planner.clicks("Karin Voss")
    ear.events.clear()
    planner.presses(KEY.Key_Down)
    assert ear.names(EVENT.Focus) == ["Mateo Silva"]
    assert ear.names(EVENT.Selection) == ["Mateo Silva"]


def test_somebody_on_the_bench_is_moved_through_a_screen_reader(planner, qtbot):
    does(qtbot, item(read(planner.bench.bench.list), "Karin"), "Move to…")
    assert planner.bench.move_list.title.text() == "Move Karin Voss to"
    planner.presses(KEY.Key_Escape)


def test_a_chip_of_the_filter_is_heard_and_ticked(planner, qtbot, ear):
    chips = planner.bench.bench.filter
    chips.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    ear.events.clear()
    planner.presses(KEY.Key_Right)
    assert ear.names(EVENT.Focus)[-1].startswith("Data engineer: ")
    planner.presses(KEY.Key_Space)
    assert ear.names(EVENT.StateChanged)[-1].startswith("Data engineer: ")
    box = read(chips).child(1)
    does(qtbot, box, box.actionInterface().toggleAction())
    assert not box.state().checked


# The outline


def test_rows_of_the_outline_are_read_as_they_stand_after_a_fold(planner, ear):
    planner.presses(KEY.Key_O, CTRL | SHIFT)
    view = planner.window.page.parts.side.outline.view
    planner.bench.selection.select(("team", "ML Platform"))
    planner.presses(KEY.Key_Left)
    ear.waits_for("ML Platform is collapsed.")
    planner.presses(KEY.Key_Right)
    ear.waits_for("ML Platform is expanded.")
    assert view.hasFocus()


def test_the_outline_says_the_same_of_a_person_as_the_chart(planner):
    planner.presses(KEY.Key_O, CTRL | SHIFT)
    model = planner.window.page.parts.side.outline.model
    holder = model.index_of(("holder", "ML Platform/DE"))
    on_chart = item(read(planner.bench.canvas), "ML Platform", "Grace", "Grace").text(NAME)
    assert holder.data(Qt.ItemDataRole.AccessibleTextRole) == on_chart
