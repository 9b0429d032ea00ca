"""Agreements are what boxes alone cannot show: links, practices and responsibilities between teams."""

from enum import StrEnum

from msgspec import Struct


class LinkKind(StrEnum):
    """How two teams are linked."""

    SERVES = "serves"
    COLLABORATES = "collaborates"
    DOTTED = "dotted"

    __hash__ = str.__hash__


class Link(Struct, frozen=True, kw_only=True):
    """A link between two teams, by their ids; ``collaborates`` has no direction."""

    source: str
    target: str
    kind: LinkKind

    def __post_init__(self) -> None:
        if self.source == self.target:
            raise ValueError(f"team {self.source!r} is linked with itself")

    @property
    def key(self) -> tuple[str, str, str]:
        """Both ends and the kind; the same either way round for ``collaborates``."""
        ends = (self.source, self.target)
        if self.kind is LinkKind.COLLABORATES and self.source > self.target:
            ends = (self.target, self.source)
        return (*ends, self.kind.value)


class PracticeKind(StrEnum):
    """What teams do together."""

    PRIORITISATION = "prioritisation"
    KNOWLEDGE_SHARING = "knowledge-sharing"
    SHARED_STANDARDS = "shared-standards"
    ON_CALL = "on-call"

    __hash__ = str.__hash__


class Practice(Struct, frozen=True, kw_only=True):
    """Something teams do together: its owner is a team's or a person's id, or None.

    The id is this program's own and stands in no plan; several practices of one kind may stand.
    """

    id: str
    kind: PracticeKind
    owner: str | None = None
    teams: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The practice's id."""
        return self.id


class Activity(StrEnum):
    """The eight activities of MLOps that somebody must own."""

    DATA_PIPELINES = "data-pipelines"
    MODEL_DEVELOPMENT = "model-development"
    DEPLOYMENT = "deployment"
    CONTINUOUS_TRAINING = "continuous-training"
    VALIDATION = "validation"
    MONITORING = "monitoring"
    GOVERNANCE = "governance"
    APPLICATION_INTEGRATION = "application-integration"

    __hash__ = str.__hash__

    @property
    def phrase(self) -> str:
        """The English name inside a sentence."""
        return self.value.replace("-", " ")


class Level(StrEnum):
    """How a team is responsible for an activity."""

    ACCOUNTABLE = "accountable"
    RESPONSIBLE = "responsible"
    CONSULTED = "consulted"
    INFORMED = "informed"

    __hash__ = str.__hash__


class Responsibility(Struct, frozen=True, kw_only=True):
    """The one level that a team has for an activity."""

    activity: Activity
    team: str
    level: Level

    @property
    def key(self) -> tuple[str, str]:
        """The activity and the team's id."""
        return (self.activity.value, self.team)
