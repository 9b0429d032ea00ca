"""The four capabilities that bring a model into business systems: build it, host it, feed it, embed it."""

from enum import StrEnum
from typing import Final

from planner.domain import Function


class Capability(StrEnum):
    """What a team needs on the way from an idea to a model in use."""

    MODEL = "model"
    HOST = "host"
    FEED = "feed"
    EMBED = "embed"

    __hash__ = str.__hash__

    @property
    def functions(self) -> tuple[Function, ...]:
        """The roles of which each gives this capability."""
        return _FUNCTIONS[self]

    @property
    def deed(self) -> str:
        """What the capability does, as a plain English verb phrase: ``build models``."""
        return _DEEDS[self]

    @property
    def noun(self) -> str:
        """The English name of the work: ``model building``."""
        return _NOUNS[self]


CAPABILITIES: Final = tuple(Capability)

_FUNCTIONS = {
    Capability.MODEL: (Function.DATA_SCIENTIST, Function.RESEARCH_SCIENTIST),
    Capability.HOST: (Function.MLOPS_ENGINEER,),
    Capability.FEED: (Function.DATA_ENGINEER,),
    Capability.EMBED: (Function.SOFTWARE_DEVELOPER,),
}
_DEEDS = {
    Capability.MODEL: "build models",
    Capability.HOST: "host models",
    Capability.FEED: "supply data",
    Capability.EMBED: "embed models",
}
_NOUNS = {
    Capability.MODEL: "model building",
    Capability.HOST: "model hosting",
    Capability.FEED: "data supply",
    Capability.EMBED: "embedding",
}
CAPABILITY_OF: Final = {function: each for each in Capability for function in _FUNCTIONS[each]}
"""The capability that a role gives; the data analyst gives none."""
