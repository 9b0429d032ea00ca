"""A scenario's context: how mature the company is, what it wants from AI, and the structure it declares."""

from enum import StrEnum


class Stage(StrEnum):
    """How mature the company is."""

    SMALL_STARTUP = "small-startup"
    LARGE_STARTUP = "large-startup"
    ENTERPRISE = "enterprise"

    __hash__ = str.__hash__

    @property
    def label(self) -> str:
        """The English name in sentence case."""
        return {"small-startup": "Small start-up", "large-startup": "Large start-up"}.get(self, "Enterprise")


class Aim(StrEnum):
    """What the company wants from AI."""

    PRODUCT = "product"
    RESEARCH = "research"

    __hash__ = str.__hash__

    @property
    def label(self) -> str:
        """The English name in sentence case."""
        return self.value.capitalize()


class Structure(StrEnum):
    """The pattern of a layout."""

    CENTRALIZED = "centralized"
    DECENTRALIZED = "decentralized"
    HYBRID = "hybrid"
    PRODUCT_CENTRE = "product-centre"

    __hash__ = str.__hash__

    @property
    def label(self) -> str:
        """The English name in sentence case."""
        return self.value.replace("-", " ").capitalize()


class Chooser(StrEnum):
    """Who chooses an enterprise's next ML project: the whole company, or each business function."""

    COMPANY = "company"
    FUNCTIONS = "functions"

    __hash__ = str.__hash__


class Assumption(StrEnum):
    """A part of the context that an import assumed and nobody has confirmed yet."""

    STAGE = "stage"
    AIM = "aim"
    STRUCTURE = "structure"

    __hash__ = str.__hash__
