"""Answers for what is designed and not part of this version yet."""

from argparse import Namespace

from planner.cli.console import Console
from planner.errors import PlannerError

_WHAT = {
    "compare": "comparing two layouts",
    "suggest": "suggesting moves",
}


def run(arguments: Namespace, console: Console) -> int:
    """Refuse the command in one sentence."""
    del console  # nothing else to say
    raise later(_WHAT[arguments.command])


def later(what: str) -> PlannerError:
    """The refusal of something that a later version brings."""
    return PlannerError("{what} comes with a later version.", what=f"{what[0].upper()}{what[1:]}")
