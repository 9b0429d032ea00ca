"""Answers for what is designed and not part of this version yet."""

from planner.errors import PlannerError


def later(what: str) -> PlannerError:
    """The refusal of something that a later version brings."""
    return PlannerError("{what} comes with a later version.", what=f"{what[0].upper()}{what[1:]}")
