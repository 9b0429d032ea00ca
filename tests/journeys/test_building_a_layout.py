"""A layout is built from an empty plan: two teams, six people, a nesting and a link, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planner.domain import Kind, LinkKind, Team

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key

ROSTER = """
plan Halden
person Inês Costa: design
person Kwame Boateng: data-scientist
person Nina Hofmann: product
person Priya Natarajan: data-scientist
person Tomasz Zieliński: mlops-engineer
person Zoé Laurent: software-developer
scenario Today: enterprise, product, hybrid, 4 use cases
"""
PLATFORM, SQUAD = "ML Platform", "Fraud Shield"
SEATED = {
    (PLATFORM, "mlops-engineer", "Tomasz Zieliński", 1.0),
    (PLATFORM, "data-scientist", "Priya Natarajan", 0.4),
    (SQUAD, "data-scientist", "Priya Natarajan", 0.6),
    (SQUAD, "data-scientist", "Kwame Boateng", 1.0),
    (SQUAD, "product", "Nina Hofmann", 1.0),
    (SQUAD, "design", "Inês Costa", 1.0),
    (SQUAD, "software-developer", "Zoé Laurent", 1.0),
}


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(ROSTER)


def team(planner, name: str) -> Team:
    (found,) = [each for each in planner.document.scenario.teams if each.name == name]
    return found


def seat(planner, holder: str, of: str) -> str:
    """The id of the seat that somebody holds in a team."""
    people, home = planner.document.project.people, team(planner, of).id
    (found,) = [
        each.id
        for each in planner.document.scenario.seats
        if each.team == home and each.person and people[each.person].name == holder
    ]
    return found


def is_built(planner) -> bool:
    """Whether the layout is the one that was meant."""
    scenario, people = planner.document.scenario, planner.document.project.people
    platform, squad = team(planner, PLATFORM), team(planner, SQUAD)
    assert (platform.kind, platform.parent) == (Kind.CORE, None)
    assert (squad.kind, squad.parent, squad.product) == (Kind.SQUAD, platform.id, "Fraud Shield")
    assert {link.key for link in scenario.links} == {(platform.id, squad.id, LinkKind.SERVES.value)}
    assert {
        (scenario.teams[each.team].name, each.function.value, people[each.person].name, each.share)
        for each in scenario.seats
    } == SEATED
    return True


class ByMouse:
    """Hands at the mouse; names and figures are typed."""

    def __init__(self, planner) -> None:
        self._planner = planner

    def adds_team(self, kind: str, name: str) -> None:
        button = self._planner.window.page.toolbar.add_team
        self._planner.clicks(button.mapTo(self._planner.window, button.rect().center()))
        self._picks(kind)
        self._planner.types(name)
        self._planner.presses(KEY.Key_Return)

    def nests(self, name: str, under: str) -> None:
        self._planner.drag(team(self._planner, name).id).over(team(self._planner, under).id).drop()

    def links(self, name: str, to: str) -> None:
        """Draw a line from the handle of a team, and click its kind."""
        planner, canvas = self._planner, self._planner.bench.canvas
        start, end = team(planner, name).id, team(planner, to).id
        planner.hovers(start)
        handle = canvas.to_screen(canvas.overlays.handle_place(start)).center()
        at = planner.window.mapFromGlobal(handle)
        QTest.mousePress(planner.handle, LEFT, NONE, at)
        QTest.mouseMove(planner.handle, at + QPoint(20, 0))
        for back in (4, 0):
            QTest.mouseMove(planner.handle, planner.place(end) - QPoint(back, 0))
        QTest.mouseRelease(planner.handle, LEFT, NONE, planner.place(end))
        planner.presses(KEY.Key_Return)

    def seats(self, person: str, name: str) -> None:
        self._planner.drag(person).over(team(self._planner, name).id).drop()

    def shares(self, person: str, name: str, share: str) -> None:
        self._planner.right_clicks(seat(self._planner, person, name))
        self._picks("Edit shares…")
        self._planner.types(share)
        self._planner.presses(KEY.Key_Return)
        self._planner.presses(KEY.Key_Escape)

    def states_product(self, name: str, product: str) -> None:
        planner = self._planner
        at = planner.place(team(planner, name).id)
        QTest.mouseClick(planner.handle, LEFT, NONE, at)
        QTest.mouseDClick(planner.handle, LEFT, NONE, at)
        field = planner.bench.editing.team.product
        planner.clicks(field.mapTo(planner.window, field.rect().center()))
        planner.types(product)
        planner.clicks("empty canvas")

    def _picks(self, text: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        (action,) = [each for each in menu.actions() if each.text().replace("&", "") == text]
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
        QApplication.processEvents()


class ByKeys:
    """Hands on the keyboard, which never leave it."""

    def __init__(self, planner) -> None:
        self._planner = planner

    def adds_team(self, kind: str, name: str) -> None:
        """Ask the palette for a team of a kind, and type its name in place."""
        self._planner.presses(KEY.Key_K, CTRL)
        self._planner.types(kind)
        self._planner.presses(KEY.Key_Return)
        self._planner.types(name)
        self._planner.presses(KEY.Key_Return)

    def nests(self, name: str, under: str) -> None:
        self._goes_to(name)
        self._planner.presses(KEY.Key_M)
        self._planner.types(under)
        self._planner.presses(KEY.Key_Return)

    def links(self, name: str, to: str) -> None:
        self._goes_to(name)
        self._planner.presses(KEY.Key_L)
        self._planner.types(f"serves {to}")
        self._planner.presses(KEY.Key_Return)

    def seats(self, person: str, name: str) -> None:
        """Find somebody on the bench, without accents, and choose the team from the list."""
        self._planner.presses(KEY.Key_F, CTRL | SHIFT)
        self._planner.presses(KEY.Key_A, CTRL)
        self._planner.types(person.translate(str.maketrans("êéń", "een")))
        self._planner.presses(KEY.Key_Down)
        self._planner.presses(KEY.Key_M)
        self._planner.types(name)
        self._planner.presses(KEY.Key_Return)

    def shares(self, person: str, name: str, share: str) -> None:
        """Walk to the last card of the team and open the person; Tab leads to the shares first."""
        self._goes_to(name)
        self._planner.presses(KEY.Key_End)
        assert self._planner.bench.selection.single == ("seat", seat(self._planner, person, name))
        self._planner.presses(KEY.Key_Return)
        while not QApplication.focusWidget().accessibleName().startswith("Share"):
            self._planner.presses(KEY.Key_Tab)
        self._planner.types(share)
        self._planner.presses(KEY.Key_Return)
        self._planner.presses(KEY.Key_Escape)

    def states_product(self, name: str, product: str) -> None:
        self._goes_to(name)
        self._planner.presses(KEY.Key_Return)
        for _ in range(2):
            self._planner.presses(KEY.Key_Tab)
        self._planner.types(product)
        self._planner.presses(KEY.Key_Tab)
        self._planner.presses(KEY.Key_Escape)

    def _goes_to(self, name: str) -> None:
        """F6 to the canvas, and Page Down from team to team."""
        canvas, wanted = self._planner.bench.canvas, ("team", team(self._planner, name).id)
        while QApplication.focusWidget() is not canvas:
            self._planner.presses(KEY.Key_F6)
        for _ in range(4):
            if self._planner.bench.selection.single == wanted:
                return
            self._planner.presses(KEY.Key_PageDown)
        for _ in range(4):
            if self._planner.bench.selection.single == wanted:
                return
            self._planner.presses(KEY.Key_PageUp)
        raise AssertionError(f"{name} is out of reach")


# Windows without a screen cannot raise a menu, and say so.
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("hands", [ByMouse, ByKeys])
def test_a_layout_is_built_from_an_empty_plan(planner, hands):
    somebody = hands(planner)
    somebody.adds_team("Core team", PLATFORM)
    somebody.adds_team("Squad", SQUAD)
    somebody.nests(SQUAD, PLATFORM)
    somebody.links(PLATFORM, SQUAD)
    somebody.states_product(SQUAD, "Fraud Shield")
    somebody.seats("Tomasz Zieliński", PLATFORM)
    somebody.seats("Priya Natarajan", PLATFORM)
    somebody.shares("Priya Natarajan", PLATFORM, "40")
    for person in ("Priya Natarajan", "Kwame Boateng", "Nina Hofmann", "Inês Costa", "Zoé Laurent"):
        somebody.seats(person, SQUAD)
    assert is_built(planner)
