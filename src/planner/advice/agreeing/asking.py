"""Questions with their fields: what is agreed now, what is proposed, and what an answer changes."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Final, NamedTuple, Self, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Edit, together
from planner.messages import Message, message

LABEL: Final = message("Agree the basics")
"""The name of the one step that all answers make."""


class Topic(StrEnum):
    """What a question is about; at most one question of each is asked."""

    LINKS = "links"
    DUTIES = "duties"
    ORDER = "order"
    SHARING = "sharing"
    BUILDS = "builds"
    CHARTER = "charter"
    BUDGET = "budget"
    ON_CALL = "on-call"

    __hash__ = str.__hash__


class Special(Enum):
    """Answers to *who* that name no single team."""

    EACH = "each"
    """Each squad and each venture for itself."""
    AS_RECORDED = "as recorded"
    """Whoever it is now, where that is none of the other answers."""


Answer: TypeAlias = "str | Special | frozenset[str] | bool | int | None"
Answers: TypeAlias = Mapping[str, Answer]
"""Answers by the id of their field; a field without an answer stays as it is."""


class Option(NamedTuple):
    """One of the values to choose from, and what it is called."""

    value: str | Special | None
    name: Message


class Choice(Struct, frozen=True, kw_only=True):
    """One of several values; ``now`` says who or what it is at present where the proposal changes that."""

    id: str
    row: Message
    label: Message
    options: tuple[Option, ...]
    present: str | Special | None
    proposed: str | Special | None
    now: Message | None = None


class Several(Struct, frozen=True, kw_only=True):
    """Teams, by their ids. The present ones stay whatever is answered: answers only add."""

    id: str
    row: Message
    label: Message
    options: tuple[Option, ...]
    present: frozenset[str]
    proposed: frozenset[str]
    now: Message | None = None


class Text(Struct, frozen=True, kw_only=True):
    """A line of text."""

    id: str
    row: Message
    label: Message
    present: str
    proposed: str
    now: Message | None = None


class Flag(Struct, frozen=True, kw_only=True):
    """Yes or no."""

    id: str
    row: Message
    label: Message
    present: bool
    proposed: bool
    now: Message | None = None


class Percent(Struct, frozen=True, kw_only=True):
    """A whole percentage from 0 to 100."""

    id: str
    row: Message
    label: Message
    present: int
    proposed: int
    now: Message | None = None


Field: TypeAlias = Choice | Several | Text | Flag | Percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One plain question.

    ``gain`` is the change of the total that the proposed answers bring on their own; None where there is
    nothing to score. ``remark`` says which locked teams were left out. ``make`` turns answers that differ
    from what is agreed into edits.
    """

    topic: Topic
    sentence: Message
    fields: tuple[Field, ...]
    make: Callable[[Answers], list[Edit]] = field(repr=False, compare=False)
    remark: Message | None = None
    gain: float | None = None

    @property
    def id(self) -> str:
        """The topic: it names the question."""
        return self.topic.value

    @property
    def present(self) -> dict[str, Answer]:
        """What is agreed now."""
        return {each.id: each.present for each in self.fields}

    @property
    def proposed(self) -> dict[str, Answer]:
        """What the planner proposes; equal to what is agreed where that is good."""
        return {each.id: each.proposed for each in self.fields}

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to agree."""
        return self.proposed == self.present

    def edit(self, answers: Answers) -> Edit | None:
        """What answers change, as one step; None when they change nothing."""
        steps = self.steps(answers)
        return together(LABEL, *steps) if steps else None

    def steps(self, answers: Answers) -> list[Edit]:
        """The edits that answers come to, those alone that differ from what is agreed."""
        present = self.present
        changed = {
            key: answer for key, answer in answers.items() if key in present and answer != present[key]
        }
        return self.make(changed) if changed else []

    def left_as_it_is(self) -> Self:
        """The same question with what is agreed now proposed."""
        return dataclasses.replace(self, fields=tuple(_kept(each) for each in self.fields))


def _kept(asked: Field) -> Field:
    return replace(asked, proposed=asked.present, now=None)
