"""Words that many findings share: roles with their article, names of teams and people, subjects."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from planner.domain import Function
from planner.guidance.facts import Facts
from planner.guidance.statements import Evidence, Kind, Subject
from planner.messages import Listed, Message, counted, listed, message

EVIDENCE_MOST = 6
"""So many facts are told one by one; how many more there are is said in one line."""


class _Subjects(dict[str, Subject]):
    """Subjects of one kind by their ids, made once.

    Large plans have ten thousands in their findings, and every review has findings of its own: making them
    takes time, and their number lets Python look for garbage all the time.
    """

    _MOST: Final = 200_000

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind: Kind = kind

    def __missing__(self, name: str) -> Subject:
        if len(self) >= self._MOST:
            self.clear()
        made = self[name] = Subject(self._kind, name)
        return made


_TEAMS: Final = _Subjects("team")
_PEOPLE: Final = _Subjects("person")
_SEATS: Final = _Subjects("seat")

WHOLE_LAYOUT = message("Whole layout")


def role_name(function: Function) -> Message:
    """A function's name inside a sentence: ``data engineer``."""
    return message(function.phrase)


def a_role(function: Function) -> Message:
    """A function's name with its article: ``an MLOps engineer``."""
    if function is Function.MLOPS_ENGINEER:
        return message("an MLOps engineer")
    return message(f"a {function.phrase}")


def as_a_role(function: Function) -> Message:
    """As what somebody works: ``as a data engineer``; a partner function is a field: ``in marketing``."""
    if function.is_role:
        return message("as {role}", role=a_role(function))
    return message("in {function}", function=role_name(function))


def person_name(facts: Facts, person: str | None) -> str:
    """A person's name."""
    return facts.project.people[person or ""].name


def team_names(facts: Facts, teams: Iterable[str]) -> Listed:
    """Teams' names in a row."""
    return listed([facts.team(team).name for team in teams])


def people_names(facts: Facts, people: Iterable[str]) -> Listed:
    """People's names in a row."""
    return listed([person_name(facts, person) for person in people])


def at(names: Listed) -> Message:
    """Where something is: names in a row."""
    return message("{names}", names=names)


def teams(ids: Iterable[str]) -> tuple[Subject, ...]:
    """Teams as subjects."""
    return tuple(map(_TEAMS.__getitem__, ids))


def people(ids: Iterable[str]) -> tuple[Subject, ...]:
    """People as subjects."""
    return tuple(map(_PEOPLE.__getitem__, ids))


def seats(ids: Iterable[str]) -> tuple[Subject, ...]:
    """Seats as subjects."""
    return tuple(map(_SEATS.__getitem__, ids))


def of_each(facts: Facts, ids: Iterable[str], words: str) -> tuple[Evidence, ...]:
    """The same fact of each {team}, as far as they are told one by one."""
    named = list(ids)
    return told(
        (Evidence(message(words, team=facts.team(each).name), teams([each])) for each in named), len(named)
    )


def told(facts_told: Iterable[Evidence], count: int) -> tuple[Evidence, ...]:
    """The first few of so many facts, and how many more there are; the rest is never made."""
    left = count - EVIDENCE_MOST
    if left <= 1:
        return tuple(facts_told)
    shown = tuple(islice(facts_told, EVIDENCE_MOST))
    more = counted("And {count} more.", "And {count} more.", left)
    return (*shown, Evidence(more, from_record=shown[0].from_record))
