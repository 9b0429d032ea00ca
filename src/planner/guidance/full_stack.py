"""Who is a full-stack data scientist: one person who builds models and much of what a model needs beside."""

from collections.abc import Iterable
from typing import Final

from planner.domain import Function
from planner.guidance.capabilities import CAPABILITY_OF, Capability

_OTHERS_AT_LEAST: Final = 2


def is_full_stack(functions: Iterable[Function]) -> bool:
    """Whether the functions of a person's seats build models and give two more of the four capabilities."""
    given = {CAPABILITY_OF[function] for function in functions if function in CAPABILITY_OF}
    return Capability.MODEL in given and len(given) > _OTHERS_AT_LEAST
