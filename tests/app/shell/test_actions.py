"""The table of actions: complete, without clashes, and wired to what it names."""

from collections import Counter

import pytest
from PySide6.QtGui import QAction

from planner import resources
from planner.app.actions import MENUS, ActionRow, Actions, Role, Where
from planner.app.canvas.rows import CANVAS_ROWS
from planner.app.commands.rows import ROWS
from planner.errors import PlannerError

ALL = (*ROWS, *CANVAS_ROWS)


def test_ids_are_unique():
    assert not [key for key, number in Counter(row.id for row in ALL).items() if number > 1]


def test_no_two_actions_share_a_key():
    keys = Counter(str(key) for row in ALL for key in row.shortcuts)
    assert not [key for key, number in keys.items() if number > 1]


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.id)
def test_every_row_stands_in_a_menu_and_its_icon_exists(row):
    assert row.menu.partition("/")[0] in MENUS
    if row.icon:
        assert "currentColor" in resources.read_text(f"icons/{row.icon}.svg")


def test_single_letters_act_only_on_canvas_and_bench():
    letters = [row for row in ALL for key in row.shortcuts if isinstance(key, str) and len(key) == 1]
    assert letters
    assert all(row.where is Where.CANVAS for row in letters)


def test_every_action_of_an_open_plan_finds_its_owner(window):
    for row, _action in window.actions_table:
        for dotted in (row.handler, row.enabled_when, row.checked_when, row.text_from):
            owner, _, name = dotted.partition(".")
            assert not dotted or hasattr(window.actions_table._owners[owner], name), (row.id, dotted)


def test_every_action_says_where_a_mac_puts_it(window):
    roles = {row.id: action.menuRole() for row, action in window.actions_table}
    assert roles["file.quit"] == QAction.MenuRole.QuitRole
    assert roles["help.about"] == QAction.MenuRole.AboutRole
    assert QAction.MenuRole.TextHeuristicRole not in roles.values()


def test_without_a_plan_its_commands_are_disabled(start_window):
    enabled = {row.id for row, action in start_window.actions_table if action.isEnabled()}
    assert {"file.new", "file.open", "file.import", "view.theme-dark", "help.keys"} <= enabled
    assert not enabled & {"file.save", "file.export", "edit.undo", "plan.add-team", "canvas.fit"}


class Owner:
    def __init__(self) -> None:
        self.done: list[str] = []
        self.may = False
        self.name = "Undo Assign Mateo Silva"

    def do(self) -> None:
        self.done.append("do")

    def refuse(self) -> None:
        raise PlannerError("This team is locked.")


def rows() -> tuple[ActionRow, ...]:
    return (
        ActionRow(id="do", text="Do", menu="Edit", handler="owner.do", text_from="owner.name"),
        ActionRow(id="may", text="May", menu="Edit", handler="owner.do", enabled_when="owner.may"),
        ActionRow(id="refuse", text="No", menu="Edit", handler="owner.refuse", role=Role.NONE),
    )


def test_owners_join_act_and_leave(program):
    refusals: list[str] = []
    owner = Owner()
    actions = Actions(
        rows(), look=program.look, on_refusal=lambda why: refusals.append(str(why)), parent=program
    )
    assert not actions["do"].isEnabled()
    actions.join({"owner": owner})
    assert actions["do"].text() == "Undo Assign Mateo Silva"
    assert not actions["may"].isEnabled()
    owner.may = True
    actions["do"].trigger()
    assert owner.done == ["do"]
    assert actions["may"].isEnabled()
    actions["refuse"].trigger()
    assert refusals == ["This team is locked."]
    actions.leave("owner")
    assert not actions["do"].isEnabled()
