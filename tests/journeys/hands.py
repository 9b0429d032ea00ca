"""Two pairs of hands that build a layout: one at the mouse, one that never leaves the keyboard."""

import unicodedata
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from planner.app.moving.choice_list import ChoiceList
from planner.domain import Function, Kind, Person, Scenario, Seat, Team

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
KINDS = {Kind.GROUP: "Group", Kind.CORE: "Core team", Kind.SQUAD: "Squad"}


class Hands(Protocol):
    """What hands do to build a layout; names are those of people and teams."""

    def adds_person(self, person: Person) -> None: ...
    def names_scenario(self, name: str) -> None: ...
    def adds_team(self, kind: Kind, name: str) -> None: ...
    def describes(self, team: Team, lead: str | None) -> None: ...
    def links(self, name: str, to: str) -> None: ...
    def seats(self, person: str, name: str) -> None: ...
    def shares(self, person: str, name: str, share: float) -> None: ...
    def adds_vacant(self, name: str, function: Function) -> None: ...
    def puts_first(self, person: str, name: str) -> None: ...


class _Hands:
    def __init__(self, planner) -> None:
        self.planner = planner

    @property
    def scenario(self) -> Scenario:
        return self.planner.document.scenario

    def team(self, name: str) -> Team:
        (found,) = [each for each in self.scenario.teams if each.name == name]
        return found

    def seats_of(self, name: str) -> list[Seat]:
        return [seat for seat in self.scenario.seats if seat.team == self.team(name).id]

    def seat(self, holder: str, of: str) -> str:
        """The id of the seat that somebody holds in a team."""
        people = self.planner.document.project.people
        (found,) = [
            seat.id for seat in self.seats_of(of) if seat.person and people[seat.person].name == holder
        ]
        return found

    def presses(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.planner.presses(key, held)


class ByKeys(_Hands):
    """Hands on the keyboard, which never leave it."""

    def adds_person(self, person: Person) -> None:
        """Name, role and what is rare; Enter is ready for the next."""
        fields = self.planner.bench.bench.add
        if not fields.isVisible():
            self.presses(KEY.Key_A, held=CTRL | SHIFT)
        self.planner.types(person.name)
        roles = [role.label for role in person.roles]
        if (roles and fields.role.currentText() != roles[0]) or len(roles) > 1 or person.capacity < 1:
            self.presses(KEY.Key_Tab)
            self.planner.types(roles[0])
        if len(roles) > 1 or person.capacity < 1:
            self.presses(KEY.Key_Tab)
            self.planner.types(roles[1] if len(roles) > 1 else "")
            self.presses(KEY.Key_Tab)
            self.planner.types(f"{person.capacity * 100:.0f}")
        self.presses(KEY.Key_Return)

    def names_scenario(self, name: str) -> None:
        self._asks_for("rename scenario")
        self.planner.types(name)
        self.presses(KEY.Key_Return)

    def adds_team(self, kind: Kind, name: str) -> None:
        self._asks_for(KINDS[kind])
        self.planner.types(name)
        self.presses(KEY.Key_Return)

    def describes(self, team: Team, lead: str | None) -> None:
        self._asks_for(team.name)
        self.presses(KEY.Key_Return)
        if team.product:
            self._tabs_to("Product")
            self.planner.types(team.product)
        if team.purpose:
            self._tabs_to("Purpose")
            self.planner.types(team.purpose)
        if lead is not None:
            self._tabs_to("Lead")
            self.planner.types(lead)
        self.presses(KEY.Key_Tab)
        if team.own_budget:
            self._tabs_to("Own budget")
            self.presses(KEY.Key_Space)
        self.presses(KEY.Key_Escape)

    def links(self, name: str, to: str) -> None:
        self._asks_for(name)
        self.presses(KEY.Key_L)
        self.planner.types(f"serves {to}")
        self.presses(KEY.Key_Return)

    def seats(self, person: str, name: str) -> None:
        """Find somebody on the bench, without accents, and choose the team from the list."""
        self.presses(KEY.Key_F, held=CTRL | SHIFT)
        self.presses(KEY.Key_A, held=CTRL)
        self.planner.types(plain(person))
        self.presses(KEY.Key_Down, KEY.Key_M)
        self.planner.types(name)
        self.presses(KEY.Key_Return)

    def shares(self, person: str, name: str, share: float) -> None:
        """Whoever was just seated has the share ready to type; two stops on, the seat asks for just that."""
        self.presses(KEY.Key_Return)
        assert _named(QApplication.focusWidget()).endswith(name), _named(QApplication.focusWidget())
        self.planner.types(f"{share * 100:.0f}")
        self.presses(KEY.Key_Return, KEY.Key_Tab, KEY.Key_Tab)
        if _named(QApplication.focusWidget()).startswith("Let "):
            self.presses(KEY.Key_Space)
        self.presses(KEY.Key_Escape)

    def adds_vacant(self, name: str, function: Function) -> None:
        self._asks_for(name)
        self.presses(KEY.Key_Insert, KEY.Key_R)
        self.planner.types(function.label)
        self.presses(KEY.Key_Escape)

    def puts_first(self, person: str, name: str) -> None:
        """Walk to the last card of the team, and move it on until it is the first."""
        self._asks_for(name)
        self.presses(KEY.Key_End)
        assert self.planner.bench.selection.single == ("seat", self.seat(person, name))
        for _ in self.seats_of(name)[1:]:
            self.presses(KEY.Key_Left, held=ALT)

    def _asks_for(self, words: str) -> None:
        """Do a command or go to a team by the palette."""
        self.presses(KEY.Key_K, held=CTRL)
        self.planner.types(words)
        self.presses(KEY.Key_Return)

    def _tabs_to(self, name: str) -> None:
        for _ in range(12):
            if _named(QApplication.focusWidget()).startswith(name):
                return
            self.presses(KEY.Key_Tab)
        raise AssertionError(f"{name} is out of reach")


class ByMouse(_Hands):
    """Hands at the mouse; names, words and figures are typed."""

    def adds_person(self, person: Person) -> None:
        fields = self.planner.bench.bench.add
        if not fields.isVisible():
            self._clicks(self._button("Add person"))
        self.planner.types(person.name)
        roles = [role.label for role in person.roles]
        if roles and fields.role.currentText() != roles[0]:
            self._chooses(fields.role, roles[0])
        if len(roles) > 1:
            self._chooses(fields.second, roles[1])
        if person.capacity < 1:
            at = fields.capacity.mapTo(self.planner.window, QPoint(20, fields.capacity.height() // 2))
            QTest.mouseDClick(self.planner.handle, LEFT, NONE, at)
            self.planner.types(f"{person.capacity * 100:.0f}")
        self._clicks(fields.button)

    def names_scenario(self, name: str) -> None:
        (tab,) = self.planner.window.page.toolbar.tabs.tabs
        at = self._middle(tab)
        QTest.mouseClick(self.planner.handle, LEFT, NONE, at)
        QTest.mouseDClick(self.planner.handle, LEFT, NONE, at)
        self.planner.types(name)
        self._clicks("empty canvas")

    def adds_team(self, kind: Kind, name: str) -> None:
        self._clicks(self.planner.window.page.toolbar.add_team)
        self._picks(KINDS[kind])
        self.planner.types(name)
        self.presses(KEY.Key_Return)

    def describes(self, team: Team, lead: str | None) -> None:
        self._shows_all()
        at = self.planner.place(self.team(team.name).id)
        QTest.mouseClick(self.planner.handle, LEFT, NONE, at)
        QTest.mouseDClick(self.planner.handle, LEFT, NONE, at)
        popover = self.planner.bench.editing.team
        for field, text in ((popover.product, team.product), (popover.purpose, team.purpose)):
            if text:
                self._clicks(field)
                self.planner.types(text)
        if lead is not None:
            self._clicks(popover.lead)
            self.planner.types(lead)
            self.presses(KEY.Key_Return)
        if team.own_budget:
            self._clicks(popover.budget, at=QPoint(9, popover.budget.height() // 2))
        self._clicks(popover.close_button)

    def links(self, name: str, to: str) -> None:
        """Draw a line from the handle of a team, and click its kind."""
        self._shows_all()
        planner, canvas = self.planner, self.planner.bench.canvas
        start, end = self.team(name).id, self.team(to).id
        planner.hovers(start)
        at = planner.window.mapFromGlobal(canvas.to_screen(canvas.overlays.handle_place(start)).center())
        QTest.mousePress(planner.handle, LEFT, NONE, at)
        QTest.mouseMove(planner.handle, at + QPoint(20, 0))
        for back in (4, 0):
            QTest.mouseMove(planner.handle, planner.place(end) - QPoint(back, 0))
        QTest.mouseRelease(planner.handle, LEFT, NONE, planner.place(end))
        kinds: ChoiceList = planner.bench.move_list.list
        (serves,) = [each for each in kinds.options if "serves" in each.said.lower()]
        place = kinds.rect_of(serves)
        self._clicks(kinds.viewport(), at=QPoint(40, round(place.y + place.height / 2)))

    def seats(self, person: str, name: str) -> None:
        field = self.planner.bench.bench.field
        QTest.mouseClick(self.planner.handle, LEFT, NONE, self._middle(field))
        QTest.mouseDClick(self.planner.handle, LEFT, NONE, self._middle(field))
        self.presses(KEY.Key_A, held=CTRL)
        self.planner.types(person)
        self._shows_all()
        (who,) = [each.id for each in self.planner.document.project.people if each.name == person]
        self.planner.drag(who).over(self.team(name).id).drop()

    def shares(self, person: str, name: str, share: float) -> None:
        seat = self.seat(person, name)
        self.planner.right_clicks(seat)
        self._picks("Edit shares…")
        self.planner.types(f"{share * 100:.0f}")
        self.presses(KEY.Key_Return)
        popover = self.planner.bench.editing.person
        ask = popover.seats.rows.rows[seat].ask
        if ask.isVisible():
            self._clicks(ask)
        self._clicks(popover.close_button)

    def adds_vacant(self, name: str, function: Function) -> None:
        self._shows_all()
        self.planner.right_clicks(self.team(name).id)
        self._picks("Add seat\tIns")
        (seat,) = [seat for seat in self.seats_of(name) if not seat.is_filled]
        self.planner.right_clicks(seat.id)
        self._picks("Edit seat…\tR")
        popover = self.planner.bench.editing.seat
        self._chooses(popover.function, function.label)
        self._clicks(popover.close_button)

    def puts_first(self, person: str, name: str) -> None:
        """Drag a card to the left edge of the first card of its team."""
        self._shows_all()
        canvas, first = self.planner.bench.canvas, self.seats_of(name)[0].id
        area: QRect = canvas.to_screen(canvas.scene.rect_of(("seat", first)))
        drag = self.planner.drag(self.seat(person, name))
        drag.over_point(self.planner.window.mapFromGlobal(QPoint(area.left() + 4, area.center().y())))
        drag.drop()

    def _shows_all(self) -> None:
        self._clicks(self.planner.bench.zoom.whole)

    def _clicks(self, what: QWidget | str, *, at: QPoint | None = None) -> None:
        if isinstance(what, QWidget) and at is not None:
            self.planner.clicks(what.mapTo(self.planner.window, at))
        else:
            self.planner.clicks(self._middle(what) if isinstance(what, QWidget) else what)

    def _middle(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.planner.window, widget.rect().center())

    def _button(self, text: str) -> QWidget:
        (found,) = [
            each
            for each in self.planner.bench.bench.findChildren(QWidget)
            if getattr(each, "text", str)() == text
        ]
        return found

    def _chooses(self, box: QComboBox, text: str) -> None:
        """Open a box and click a row; Qt takes no click for as long as it may be a double one."""
        usual = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)
        self._clicks(box)
        QApplication.processEvents()
        view, index = box.view(), box.model().index(box.findText(text), 0)
        view.scrollTo(index)
        QTest.mouseMove(view.viewport(), view.visualRect(index).center())
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())
        QApplication.setDoubleClickInterval(usual)
        assert box.currentText() == text

    def _picks(self, text: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        (action,) = [each for each in menu.actions() if each.text().replace("&", "") == text]
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
        QApplication.processEvents()


def plain(name: str) -> str:
    """A name without accents, as it is typed on any keyboard."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()


def _named(widget: QWidget | None) -> str:
    return widget.accessibleName() if widget is not None else ""
