"""Functions name what a seat does: six machine-learning roles and five partner functions."""

from enum import StrEnum
from typing import Final


class Function(StrEnum):
    """What a seat does. The value is the id used in plans and rules."""

    DATA_ANALYST = "data-analyst"
    DATA_ENGINEER = "data-engineer"
    DATA_SCIENTIST = "data-scientist"
    RESEARCH_SCIENTIST = "research-scientist"
    MLOPS_ENGINEER = "mlops-engineer"
    SOFTWARE_DEVELOPER = "software-developer"
    PRODUCT = "product"
    MARKETING = "marketing"
    DESIGN = "design"
    BUSINESS = "business"
    OTHER = "other"

    # Enum's own hash is a Python call; functions are keys in every hot loop of the review.
    __hash__ = str.__hash__

    @property
    def is_role(self) -> bool:
        """Whether this is one of the six roles, not a partner function."""
        return self in _ROLE_SET

    @property
    def code(self) -> str:
        """Two letters, unique among functions, for chips."""
        return _CODES[self]

    @property
    def label(self) -> str:
        """The English name in sentence case, as a card shows it: ``Data engineer``."""
        return _LABELS[self]

    @property
    def phrase(self) -> str:
        """The English name inside a sentence: ``data engineer``, ``MLOps engineer``."""
        label = _LABELS[self]
        return label if label[:2].isupper() else label[0].lower() + label[1:]


ROLES: Final = (
    Function.DATA_ANALYST,
    Function.DATA_ENGINEER,
    Function.DATA_SCIENTIST,
    Function.RESEARCH_SCIENTIST,
    Function.MLOPS_ENGINEER,
    Function.SOFTWARE_DEVELOPER,
)
PARTNER_FUNCTIONS: Final = (
    Function.PRODUCT,
    Function.MARKETING,
    Function.DESIGN,
    Function.BUSINESS,
    Function.OTHER,
)
DISPLAY_ORDER: Final = (*PARTNER_FUNCTIONS, *ROLES)
"""The fixed order of blocks where letters do not fit."""

_ROLE_SET = frozenset(ROLES)
_CODES = dict(zip(Function, ("DA", "DE", "DS", "RS", "MO", "SD", "PR", "MK", "DG", "BU", "OT"), strict=True))
_LABELS = {
    Function.DATA_ANALYST: "Data analyst",
    Function.DATA_ENGINEER: "Data engineer",
    Function.DATA_SCIENTIST: "Data scientist",
    Function.RESEARCH_SCIENTIST: "Research scientist",
    Function.MLOPS_ENGINEER: "MLOps engineer",
    Function.SOFTWARE_DEVELOPER: "Software developer",
    Function.PRODUCT: "Product",
    Function.MARKETING: "Marketing",
    Function.DESIGN: "Design",
    Function.BUSINESS: "Business",
    Function.OTHER: "Other",
}
