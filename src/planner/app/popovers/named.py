"""Finds what the findings say of a person."""

from collections.abc import Iterable

from planner.domain import Scenario
from planner.guidance import Finding, Subject


def first_naming(findings: Iterable[Finding], scenario: Scenario, person: str) -> Finding | None:
    """The first finding about a person, else about a seat that they hold, else with them as evidence."""
    all_of_them = tuple(findings)
    themselves = {("person", person)}
    seats = {("seat", seat.id) for seat in scenario.seats.where("person", person)}
    for wanted in (themselves, seats):
        for finding in all_of_them:
            if _names(finding.subjects, wanted):
                return finding
    for finding in all_of_them:
        if any(_names(evidence.subjects, themselves | seats) for evidence in finding.evidence):
            return finding
    return None


def _names(subjects: Iterable[Subject], wanted: set[tuple[str, str]]) -> bool:
    return any((subject.kind, subject.id) in wanted for subject in subjects)
