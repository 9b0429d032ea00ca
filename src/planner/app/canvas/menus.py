"""Menus of a person, a seat, a team and the empty canvas: tables of entries, each with what it does."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct, field
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.advice.moves import CarriedSeat, CarriedTeam, DrawnLink, Several, sources
from planner.app.canvas.commands import Commands
from planner.app.canvas.selection import Key
from planner.app.controls.labels import plain_tip
from planner.app.document import Document
from planner.app.theme import Look
from planner.domain import Function, Kind, Project, Scenario, Seat, Team
from planner.messages import message


class Entry(Struct, frozen=True):
    """One line of a menu; without ``run`` it opens its ``entries``. A ``reason`` disables it and says why."""

    text: str
    run: Callable[[], object] | None = None
    icon: str = ""
    key: str = ""
    checked: bool | None = None
    reason: str = ""
    entries: Sequence["Entry | None"] = field(default_factory=tuple)


def person_entries(commands: Commands, person: str, seat: Seat | None, *, locked: bool) -> list[Entry | None]:
    """A person on a card, or on the bench without a seat."""
    reason = _LOCKED if locked else ""
    move = Entry("Move to…", partial(commands.move_to, person, seat), "arrow-right", "M", reason=reason)
    about: list[Entry | None] = [
        Entry("Show all seats", partial(commands.show_seats, person), "people"),
        Entry("Find in findings", partial(commands.find_in_findings, person), "search"),
        Entry(
            "Edit person…", partial(commands.edit_person, person), "pencil", "" if seat is None else "Enter"
        ),
    ]
    remove = Entry("Remove from the plan", partial(commands.remove_person, person), "trash")
    if seat is None:
        return [move, *about, None, remove]
    stick = partial(commands.stick, person, seat)
    return [
        move,
        Entry("Move with the pointer", stick, "target", reason=reason),
        Entry("Add role…", partial(commands.add_role, person, seat), "plus", "R"),
        Entry("Edit shares…", partial(commands.edit_shares, seat), "person", reason=reason),
        Entry("Swap with…", partial(commands.swap_with, person, seat), "swap", reason=reason),
        Entry("Back to bench", partial(commands.to_bench, seat), "close", "Del", reason=reason),
        *about,
        None,
        *seat_entries(commands, seat, locked=locked),
    ]


def seat_entries(commands: Commands, seat: Seat, *, locked: bool) -> list[Entry | None]:
    """A seat, filled or vacant."""
    reason = _LOCKED if locked else ""
    functions = [
        Entry(
            function.label,
            partial(commands.set_function, seat, function),
            checked=function is seat.function,
        )
        for function in Function
    ]
    choose = Entry(
        "Choose person…", partial(commands.choose_person, seat), "person-add", "Enter", reason=reason
    )
    return [
        *([] if seat.is_filled else [choose]),
        Entry("Change role", entries=functions, icon="cube", reason=reason),
        Entry("Demand…", partial(commands.edit_demand, seat), "minus", reason=reason),
        Entry("Edit seat…", partial(commands.edit_seat, seat), "pencil", "" if seat.is_filled else "R"),
        Entry("Rename seat", partial(commands.rename, ("seat", seat.id)), "pencil", "F2", reason=reason),
        *([] if seat.is_filled else [_with_pointer(commands, seat, reason)]),
        Entry(
            "Move earlier", partial(commands.shift_seat, seat, -1), "arrow-left", "Alt+Left", reason=reason
        ),
        Entry("Move later", partial(commands.shift_seat, seat, 1), "arrow-right", "Alt+Right", reason=reason),
        Entry("Duplicate", partial(commands.duplicate, seat), "copy", reason=reason),
        Entry("Remove seat", partial(commands.remove_seat, seat), "trash", reason=reason),
    ]


def _with_pointer(commands: Commands, seat: Seat, reason: str) -> Entry:
    load = CarriedSeat(seat.id)
    return Entry("Move with the pointer", partial(commands.stick_all, load), "target", reason=reason)


def team_entries(commands: Commands, project: Project, scenario: Scenario, team: Team) -> list[Entry | None]:
    """A team."""
    reason = _LOCKED if team.locked else ""
    kinds = [
        Entry(kind.label, partial(commands.set_kind, team, kind), KIND_ICONS[kind], checked=kind is team.kind)
        for kind in Kind
    ]
    people = [
        Entry("Nobody", partial(commands.set_lead, team, None), checked=team.lead is None),
        *[
            Entry(person.name, partial(commands.set_lead, team, person.id), checked=person.id == team.lead)
            for person in _likely_leads(project, scenario, team)
        ],
    ]
    return [
        Entry("Add seat", partial(commands.add_seat, team.id), "plus", "Ins", reason=reason),
        Entry("Link to…", partial(commands.link_to, team.id), "link", "L"),
        Entry("Link with the pointer", partial(commands.stick_all, DrawnLink(team.id)), "link"),
        Entry("Edit team…", partial(commands.edit_team, team.id), "pencil", "Enter"),
        Entry("Rename", partial(commands.rename, ("team", team.id)), "pencil", "F2", reason=reason),
        Entry("Kind", entries=kinds, icon="group", reason=reason),
        Entry("Lead", entries=people, icon="person", reason=reason),
        Entry("Move under…", partial(commands.move_team_under, team), "hierarchy", "M", reason=reason),
        Entry(
            "Move with the pointer",
            partial(commands.stick_all, CarriedTeam(team.id)),
            "target",
            reason=reason,
        ),
        Entry(
            "Move earlier", partial(commands.shift_team, team, -1), "arrow-left", "Alt+Left", reason=reason
        ),
        Entry("Move later", partial(commands.shift_team, team, 1), "arrow-right", "Alt+Right", reason=reason),
        Entry(
            "Unlock" if team.locked else "Lock",
            partial(commands.lock, team, not team.locked),
            "unlock" if team.locked else "lock",
        ),
        Entry("Duplicate", partial(commands.duplicate_team, team), "copy"),
        None,
        Entry("Remove team", partial(commands.remove_team, team), "trash", "Del", reason=reason),
    ]


def fold_entry(toggle: Callable[[], object], *, is_folded: bool) -> Entry:
    """Collapse a team, or expand it."""
    if is_folded:
        return Entry("Expand", toggle, "chevron-down", "+")
    return Entry("Collapse", toggle, "chevron-right", "-")


def entries_for(
    commands: Commands, document: Document, key: Key | None, *, fold: Entry | None = None
) -> list[Entry | None]:
    """The menu of a seat, a team, a person on the bench, or the empty canvas; a team can also ``fold``."""
    scenario = document.scenario
    if key is None:
        return canvas_entries(commands)
    kind, name = key
    if kind == "person":
        return person_entries(commands, name, None, locked=False)
    if kind == "team":
        entries = team_entries(commands, document.project, scenario, scenario.teams[name])
        return entries if fold is None else [*entries[:-2], fold, *entries[-2:]]
    seat = scenario.seats[name]
    locked = scenario.teams[seat.team].locked
    if seat.person is None:
        return seat_entries(commands, seat, locked=locked)
    return person_entries(commands, seat.person, seat, locked=locked)


def several_entries(commands: Commands, scenario: Scenario, load: Several) -> list[Entry | None]:
    """Several people, on cards or on the bench."""
    filled = [scenario.seats[seat] for seat in sorted(sources(load))]
    locked = any(scenario.teams[seat.team].locked for seat in filled)
    reason = _ONE_LOCKED if locked else ""
    back = Entry("Back to bench", partial(commands.to_bench, *filled), "close", "Del", reason=reason)
    return [
        Entry("Move to…", partial(commands.move_all, load), "arrow-right", "M", reason=reason),
        Entry("Move with the pointer", partial(commands.stick_all, load), "target", reason=reason),
        *([back] if filled else []),
    ]


def canvas_entries(commands: Commands) -> list[Entry | None]:
    """Empty canvas."""
    return [Entry(f"Add {kind.value}", partial(commands.add_team, kind), KIND_ICONS[kind]) for kind in Kind]


def _likely_leads(project: Project, scenario: Scenario, team: Team) -> list:  # type: ignore[type-arg]
    ids = [seat.person for seat in scenario.seats if seat.team == team.id and seat.person]
    if team.lead is not None:
        ids.insert(0, team.lead)
    return [project.people[key] for key in dict.fromkeys(ids)]


def fill(menu: QMenu, entries: Sequence[Entry | None], look: Look) -> None:
    """Put entries into a menu; None is a separator."""
    menu.setToolTipsVisible(True)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif entry.entries and not entry.reason:
            submenu = menu.addMenu(entry.text)
            if entry.icon:
                submenu.setIcon(look.icon(entry.icon))
            fill(submenu, entry.entries, look)
        else:
            menu.addAction(_action(menu, entry, look))


def _action(menu: QMenu, entry: Entry, look: Look) -> QAction:
    action = QAction(entry.text.replace("&", "&&"), menu)
    action.setMenuRole(QAction.MenuRole.NoRole)
    if entry.icon:
        action.setIcon(look.icon(entry.icon))
    if entry.key:
        action.setText(f"{action.text()}\t{entry.key}")
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    if entry.reason:
        action.setEnabled(False)
        action.setToolTip(plain_tip(entry.reason))
    elif entry.run is not None:
        run = entry.run
        action.triggered.connect(lambda _checked: run())
    return action


def pop_up(parent: QWidget, entries: Sequence[Entry | None], at: QPoint, look: Look) -> QMenu:
    """Show a menu at a place on the screen; it goes when it is closed."""
    menu = QMenu(parent)
    fill(menu, entries, look)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu


_LOCKED = str(message("Team is locked. Unlock it to change it."))
_ONE_LOCKED = str(message("One of their teams is locked. Unlock it to change it."))

KIND_ICONS = {
    Kind.CORE: "hub",
    Kind.SQUAD: "flag",
    Kind.VENTURE: "rocket",
    Kind.PARTNER: "frame",
    Kind.GROUP: "group",
}
