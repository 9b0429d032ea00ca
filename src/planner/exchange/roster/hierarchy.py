"""Finds out who reports to whom: managers by id, e-mail or name, some of them not in the roster at all."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct

from planner.exchange.roster.entries import Entry
from planner.exchange.roster.report import Notes
from planner.messages import listed, message

_LOOKED_UP_BY = {
    "manager-id": ("id", "email"),
    "manager-email": ("email",),
    "manager": ("id", "email", "name"),
    "manager-name": ("name",),
}


class Hierarchy(Struct, frozen=True):
    """Each entry's manager and reports, as places in the list; who reports to managers outside, by name."""

    manager: dict[int, int]
    reports: dict[int, list[int]]
    outside: dict[str, list[int]]

    @property
    def heads(self) -> Iterator[int]:
        """Those who manage somebody and report to nobody in the roster, in its order."""
        return (place for place in self.reports if place not in self.manager)


class Managers(NamedTuple):
    """Each entry's manager in the list, as places in it, or what a manager is called who is not there."""

    places: dict[int, int]
    strangers: dict[int, str]


def managers_of(entries: Sequence[Entry], notes: Notes) -> Managers:
    """Who manages whom as the roster has it; circles are cut and told, unknown managers stay as names."""
    known = _Known(entries)
    manager: dict[int, int] = {}
    strangers: dict[int, str] = {}
    for place, entry in enumerate(entries):
        if not entry.managers:
            continue
        found = known.managers_of(entry)
        if not found:
            strangers[place] = _called(entry)
        elif len(found) > 1:
            said = message(
                "Row {row}: more than one person is “{name}”, so the manager stays open.",
                row=entry.row,
                name=_called(entry),
            )
            notes.note([entry.row], said)
        elif found[0] != place:
            manager[place] = found[0]
    _cut_circles(entries, manager, notes)
    return Managers(manager, strangers)


def hierarchy_of(entries: Sequence[Entry], managers: Managers, notes: Notes) -> Hierarchy:
    """Who reports to whom among the entries that are kept."""
    manager, strangers = dict(managers.places), dict(managers.strangers)
    _pass_on(entries, manager, strangers)
    return _hierarchy(entries, manager, strangers, notes)


class _Known:
    """Everyone in the roster, to be found by id, e-mail or name."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._tables = {
            "id": _table(entries, lambda entry: entry.key),
            "email": _table(entries, lambda entry: entry.person.email),
            "name": _table(
                entries, lambda entry: "" if entry.undisclosed or entry.vacant else entry.person.name
            ),
        }

    def managers_of(self, entry: Entry) -> Sequence[int]:
        """The place of an entry's manager, of all who may be meant, or none when nobody in the list is."""
        several: Sequence[int] = ()
        for field, text in entry.managers:
            for table in _LOOKED_UP_BY[field]:
                found = self._tables[table].get(_same(text), ())
                if len(found) == 1:
                    return found
                several = several or found
        return several


def _table(entries: Sequence[Entry], value: Callable[[Entry], str]) -> dict[str, list[int]]:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        text = value(entry)
        if text:
            table[_same(text)].append(place)
    return table


def _same(text: str) -> str:
    """A text so that different spellings of one id, address or name are the same."""
    folded = normalize("NFKC", text).casefold().strip()
    last, comma, first = folded.partition(", ")
    return f"{first} {last}" if comma and first else folded


def _called(entry: Entry) -> str:
    """What a manager who is not in the roster is called there: the name, else the address or id."""
    given = dict(entry.managers)
    return given.get("manager-name") or given.get("manager") or next(iter(given.values()))


def _cut_circles(entries: Sequence[Entry], manager: dict[int, int], notes: Notes) -> None:
    cleared: set[int] = set()
    for start in range(len(entries)):
        trail: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in cleared and place not in trail:
            trail[place] = None
            place = manager.get(place)
        if place is not None and place in trail:
            walked = list(trail)
            around = sorted(walked[walked.index(place) :])
            rows = [entries[each].row for each in around]
            said = message(
                "Rows {rows} manage one another in a circle; the manager in row {cut} was left out.",
                rows=listed([str(row) for row in rows], at_most=5),
                cut=rows[0],
            )
            notes.note(rows, said)
            del manager[around[0]]
        cleared.update(trail)


def _pass_on(entries: Sequence[Entry], manager: dict[int, int], strangers: dict[int, str]) -> None:
    """Let those who report to a row that was left out report to whom that row reports to."""
    for place in range(len(entries)):
        above = manager.get(place)
        while above is not None and not entries[above].kept:
            if above in strangers:
                strangers[place] = strangers[above]
            above = manager.get(above)
        if above is None:
            manager.pop(place, None)
        else:
            manager[place] = above


def _hierarchy(
    entries: Sequence[Entry], manager: dict[int, int], strangers: dict[int, str], notes: Notes
) -> Hierarchy:
    reports: defaultdict[int, list[int]] = defaultdict(list)
    outside: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    kept = {place: above for place, above in manager.items() if entries[place].kept}
    for place, entry in enumerate(entries):
        if place in kept:
            reports[kept[place]].append(place)
        elif place in strangers and entry.kept:
            outside[names.setdefault(_same(strangers[place]), strangers[place])].append(place)
    for name, places in outside.items():
        said = message(
            "{name} is not in the list; whoever reports to them stands in a box of that name.", name=name
        )
        notes.note([entries[place].row for place in places], said)
    in_order = {place: reports[place] for place in sorted(reports)}
    return Hierarchy(kept, in_order, dict(outside))
