"""What a rule says of a defect: whom it is about, the facts, the guidance behind it, and how to mend it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from planner.domain import Edit
from planner.messages import Message

Kind: TypeAlias = Literal["team", "seat", "person"]


class Subject(NamedTuple):
    """A team, a seat or a person that a finding is about; a tuple, as large plans have thousands of them."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact that a finding rests on, and whom it names.

    ``from_record`` marks what tells of one person's recorded skills: documents leave it out unless asked.
    """

    text: Message
    subjects: tuple[Subject, ...] = ()
    from_record: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the guidance says, in this program's words, and in which of its sections."""

    section: Message
    text: Message


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that mends a finding, or a part of it, as one undoable step."""

    label: Message
    edit: Edit
