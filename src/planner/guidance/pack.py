"""A rule pack is the guidance's data: weights, limits, the fit table, skills and texts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from planner.domain import Aim, Chooser, Function, Project, Stage, Structure
from planner.guidance.texts import plain_skill
from planner.messages import Message

if TYPE_CHECKING:
    from planner.guidance.basics.data import Basics


class Source(Struct, frozen=True, kw_only=True):
    """Whose guidance a pack restates."""

    title: str
    author: str
    publisher: str
    note: str


class StageLimits(Struct, frozen=True, kw_only=True):
    """What one person may carry in a company of one stage."""

    roles: int
    teams: int


class Challenge(Struct, frozen=True, kw_only=True):
    """What a structure makes hard, with its remedy, and the rule that checks that the remedy is there."""

    rule: str
    text: Message


class StructureGuidance(Struct, frozen=True, kw_only=True):
    """What the guidance says of one structure."""

    name: Message
    idea: Message
    benefits: tuple[Message, ...]
    challenges: tuple[Challenge, ...]


class Pack(Struct, frozen=True, kw_only=True):
    """The guidance's data, checked when it was loaded."""

    name: str
    version: int
    source: Source
    weights: Mapping[str, float]
    """The weight of each rule by its id."""
    role_weights: Mapping[tuple[Aim, Stage], Mapping[Function, float]]
    role_texts: Mapping[Function, Message]
    limits: Mapping[Stage, StageLimits]
    fit_table: Mapping[tuple[Stage, Aim], Mapping[Structure, float]]
    structures: Mapping[Structure, StructureGuidance]
    reasons: Mapping[tuple[Stage, Aim], Message]
    chooser_reasons: Mapping[Chooser | None, Message]
    role_skills: Mapping[Function, frozenset[str]]
    """The entries of each role's list, as they are compared."""
    synonyms: Mapping[str, str]
    """What people write → the entry that it names, both as they are compared."""
    basics: "Basics"
    """The second pack, which plans switch on; nothing of it enters this one's score."""

    def fit(self, stage: Stage, aim: Aim, structure: Structure) -> float:
        """How well a structure fits a company, 0 to 1."""
        return self.fit_table[stage, aim][structure]

    def reading(self, skill: str) -> tuple[str, ...]:
        """A skill as it is compared, and the entry that it names as a synonym; nothing for white space."""
        plain = plain_skill(skill)
        if not plain:
            return ()
        return (plain, self.synonyms[plain]) if plain in self.synonyms else (plain,)

    def weights_in(self, project: Project) -> Mapping[str, float]:
        """Every rule's weight in a project, whose own weights come first; none is below 0."""
        own = project.rule_pack.weights if project.rule_pack else ()
        return {**self.weights, **{rule: max(0.0, weight) for rule, weight in own if rule in self.weights}}
