"""A report says what an import understood of a roster, what it left out and why, and what it assumed."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from planner.domain import Aim, Assumption, Function, Stage, Structure
from planner.messages import Listed, Message, counted, listed, message

FIELD_WORDS = {
    "first-name": "first name",
    "last-name": "last name",
    "manager-id": "manager’s id",
    "manager-email": "manager’s e-mail",
    "manager-name": "manager’s name",
    "email": "e-mail",
    "capacity": "FTE",
}
"""What a field is called where its id is no word."""

_UNREAD_MOST = 8


class Note(Struct, frozen=True):
    """Something that a reader should know of rows of the roster, numbered as in a spreadsheet."""

    rows: tuple[int, ...]
    said: Message


class Notes(Struct):
    """Gathers what there is to say while a roster is being understood."""

    skipped: list[Note] = field(default_factory=list)
    noted: list[Note] = field(default_factory=list)

    def skip(self, row: int, said: Message) -> None:
        """A row that was left out."""
        self.skipped.append(Note((row,), said))

    def note(self, rows: Iterable[int], said: Message) -> None:
        """Something odd in rows that were kept."""
        self.noted.append(Note(tuple(rows), said))


class Suggested(Struct, frozen=True, kw_only=True):
    """What the title, or the column of roles, says of one person."""

    row: int
    person: str
    name: str
    title: str
    function: Function | None
    reason: Message
    others: tuple[Function, ...] = ()
    """Further functions, where the roster names several."""


class Report(Struct, frozen=True, kw_only=True):
    """What was understood of a roster.

    ``columns`` are pairs of a field and the heading it was read from, ``unread`` the headings of all other
    columns; ``rows`` counts the rows below the heading that hold anything.
    """

    roster: str
    columns: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
    rows: int
    vacancies: int
    teams: int
    bench: int
    stage: Stage
    aim: Aim
    structure: Structure
    assumed: frozenset[Assumption]
    people: tuple[Suggested, ...]
    skipped: tuple[Note, ...]
    noted: tuple[Note, ...]

    @property
    def recognised(self) -> Counter[Function]:
        """How many people have each as their main function, by title or column of roles."""
        return Counter(person.function for person in self.people if person.function is not None)

    def lines(self, at_most: int = 20) -> tuple[Message, ...]:
        """The report in sentences; of many rows left out, and of many notes, the first few are told."""
        return (
            self._imported(),
            message("Columns: {columns}.", columns=self._columns()),
            *self._unread(),
            self._roles(),
            *self._several(),
            *_first(self.skipped, at_most),
            *_first(self.noted, at_most),
            *self._assumptions(),
        )

    def to_json(self) -> dict[str, Any]:
        """The report for a machine."""
        return {
            "roster": self.roster,
            "columns": [{"field": name, "heading": heading} for name, heading in self.columns],
            "unread": list(self.unread),
            "rows": self.rows,
            "imported": {
                "people": len(self.people),
                "vacancies": self.vacancies,
                "teams": self.teams,
                "bench": self.bench,
            },
            "roles": {function.value: self.recognised[function] for function in Function},
            "context": {"stage": self.stage.value, "aim": self.aim.value, "structure": self.structure.value},
            "assumed": [assumption.value for assumption in Assumption if assumption in self.assumed],
            "people": [
                {
                    "row": each.row,
                    "id": each.person,
                    "name": each.name,
                    "title": each.title,
                    "role": each.function.value if each.function is not None else None,
                    "further_roles": [function.value for function in each.others],
                    "reason": str(each.reason),
                }
                for each in self.people
            ],
            "skipped": [{"rows": list(note.rows), "reason": str(note.said)} for note in self.skipped],
            "notes": [{"rows": list(note.rows), "said": str(note.said)} for note in self.noted],
        }

    def _imported(self) -> Message:
        rows = counted("{count} row", "{count} rows", self.rows)
        kept = counted(
            "{count} person imported from {rows}",
            "{count} people imported from {rows}",
            len(self.people),
            rows=rows,
        )
        if not self.teams:
            return message("{kept}; all wait on the bench.", kept=kept)
        teams = counted("{count} team made", "{count} teams made", self.teams)
        if self.vacancies:
            vacant = counted("{count} vacant seat", "{count} vacant seats", self.vacancies)
            teams = message("{teams} with {vacant}", teams=teams, vacant=vacant)
        return message("{kept}, {teams}, {bench} on the bench.", kept=kept, teams=teams, bench=self.bench)

    def _columns(self) -> Listed:
        pairs = [
            message("{field} from “{heading}”", heading=heading, field=message(FIELD_WORDS.get(name, name)))
            for name, heading in self.columns
        ]
        return listed(pairs, at_most=len(pairs))

    def _unread(self) -> tuple[Message, ...]:
        if not self.unread:
            return ()
        return (message("Not read: {headings}.", headings=listed(self.unread, at_most=_UNREAD_MOST)),)

    def _roles(self) -> Message:
        found = self.recognised
        named = [
            message("{function} {count}", count=found[function], function=message(function.phrase))
            for function in Function
            if found[function]
        ]
        left = len(self.people) - sum(found.values())
        if not named:
            if self._has_roles:
                return message("Neither roles nor titles name one of the functions; everyone is “other”.")
            return message("No title names one of the functions; everyone is “other”.")
        text = "Roles recognised: {named}." if self._has_roles else "Titles recognised: {named}."
        titles = message(text, named=listed(named, at_most=len(named)))
        if not left:
            return titles
        rest = counted("{count} other person is “other”.", "{count} other people are “other”.", left)
        return message("{titles} {rest}", titles=titles, rest=rest)

    @property
    def _has_roles(self) -> bool:
        return any(name == "roles" for name, _ in self.columns)

    def _several(self) -> tuple[Message, ...]:
        several = sum(bool(person.others) for person in self.people)
        if not several:
            return ()
        said = counted(
            "{count} person has several roles; the first one named is the main one.",
            "{count} people have several roles; the first one named is the main one.",
            several,
        )
        return (said,)

    def _assumptions(self) -> tuple[Message, ...]:
        if not self.assumed:
            return ()
        labels = {
            Assumption.STAGE: self.stage.label,
            Assumption.AIM: self.aim.label,
            Assumption.STRUCTURE: self.structure.label,
        }
        named = [
            message("{what} {label}", what=message(each.value), label=message(labels[each]))
            for each in Assumption
            if each in self.assumed
        ]
        return (message("Assumed, to be confirmed: {assumed}.", assumed=listed(named)),)


def _first(notes: tuple[Note, ...], at_most: int) -> tuple[Message, ...]:
    told = tuple(note.said for note in notes[:at_most])
    left = len(notes) - len(told)
    return (*told, counted("{count} more like these.", "{count} more like these.", left)) if left else told
