"""Words that many findings share: roles with their article, names of teams and people, subjects."""

from collections.abc import Iterable
from functools import partial
from itertools import islice, repeat
from typing import Final

from planner.domain import Function
from planner.guidance.facts import Facts
from planner.guidance.statements import Evidence, Subject
from planner.messages import Listed, Message, counted, listed, message

EVIDENCE_MOST = 6
"""So many facts are told one by one; how many more there are is said in one line."""

_subject: Final = partial(tuple.__new__, Subject)
"""Makes a subject of its pair, in half the time: large plans have thousands in one finding."""

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
    return tuple(map(_subject, zip(repeat("team"), ids, strict=False)))


def people(ids: Iterable[str]) -> tuple[Subject, ...]:
    """People as subjects."""
    return tuple(map(_subject, zip(repeat("person"), ids, strict=False)))


def seats(ids: Iterable[str]) -> tuple[Subject, ...]:
    """Seats as subjects."""
    return tuple(map(_subject, zip(repeat("seat"), ids, strict=False)))


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
