"""What a rule says of a defect: whom it is about, the facts, the guidance behind it, and how to mend it."""

from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from planner.domain import Edit
from planner.messages import Message

Kind: TypeAlias = Literal["team", "seat", "person"]


class Subject(NamedTuple):
    """A team, a seat or a person that a finding is about; a tuple, as large plans have thousands of them."""

    kind: Kind
    id: str


class Evidence(Struct, frozen=True):
    """One fact that a finding rests on, and whom it names.

    ``from_record`` marks what tells of one person's recorded skills: documents leave it out unless asked.
    """

    text: Message
    subjects: tuple[Subject, ...] = ()
    from_record: bool = False


class Guidance(Struct, frozen=True):
    """What the guidance says, in this program's words, and in which of its sections."""

    section: Message
    text: Message


class Fix(Struct, frozen=True):
    """An edit that mends a finding, or a part of it, as one undoable step."""

    label: Message
    edit: Edit
