"""Makes one undoable step of several fixes, and ids for what a fix brings into being."""

from uuid import uuid4

from planner.domain import together
from planner.guidance.facts import Facts
from planner.guidance.statements import Fix
from planner.messages import Message


def new_id() -> str:
    """An id for a seat or practice that a fix brings into being."""
    return uuid4().hex


def unlocked(facts: Facts, team: str) -> bool:
    """Whether a fix may change a team's own seats and fields."""
    return not facts.team(team).locked


def both(label: Message, *fixes: Fix) -> Fix:
    """Several fixes as one step."""
    return Fix(label, together(label, *(fix.edit for fix in fixes)))
