"""Places say where in the Agreements drawer a finding is mended: at an activity, or at a kind of practice."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from planner.domain import Activity, PracticeKind
from planner.guidance import Finding
from planner.messages import Listed, Message


class AgreementPlace(NamedTuple):
    """A row of the grid or a kind of practice; with neither, the first activity that nobody answers for."""

    activity: Activity | None = None
    practice: PracticeKind | None = None


_RESPONSIBILITIES: Final = frozenset({"roles/life-cycle-owned", "hybrid/responsibilities"})
_PRACTICES: Final = {
    "roles/monitoring": PracticeKind.ON_CALL,
    "core/prioritisation": PracticeKind.PRIORITISATION,
    "core/engineering-capacity": PracticeKind.PRIORITISATION,
    "core/business-insight": PracticeKind.KNOWLEDGE_SHARING,
    "core/knowledge-sharing": PracticeKind.KNOWLEDGE_SHARING,
    "squad/informed": PracticeKind.KNOWLEDGE_SHARING,
    "squad/lone-mlops": PracticeKind.KNOWLEDGE_SHARING,
    "venture/portfolio": PracticeKind.PRIORITISATION,
}
_BY_SEATS_OR_LINKS: Final = frozenset(
    {
        ("roles/monitoring", "watchers"),
        ("core/engineering-capacity", "developers"),
        ("core/business-insight", "insight"),
    }
)
"""Defects of these rules that no practice mends, by the end of the finding's key."""


def place_of(finding: Finding) -> AgreementPlace | None:
    """Where the drawer mends a finding; None where links, fields of a team or seats mend it."""
    rule = finding.rule.id
    if rule in _RESPONSIBILITIES:
        return AgreementPlace(activity=_first_activity(finding))
    if rule not in _PRACTICES or (rule, finding.key[-1]) in _BY_SEATS_OR_LINKS:
        return None
    return AgreementPlace(practice=_PRACTICES[rule])


def _first_activity(finding: Finding) -> Activity | None:
    """The first activity, in their own order, that the evidence names."""
    said = set(_texts(each.text for each in finding.evidence))
    return next((activity for activity in Activity if activity.phrase in said), None)


def _texts(values: Iterable[object]) -> Iterator[str]:
    """The words of messages, and of the messages and lists in their values."""
    for value in values:
        if isinstance(value, Message):
            yield value.text
            yield from _texts(inner for _, inner in value.values)
        elif isinstance(value, Listed):
            yield from _texts(value.items)
