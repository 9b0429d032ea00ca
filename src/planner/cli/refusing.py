"""Says why a command has no answer."""

from planner.cli.console import Console
from planner.cli.sources import FaultyPlanError
from planner.errors import PlannerError
from planner.messages import counted

FAULTS_SHOWN = 20


def refuse(error: PlannerError, console: Console) -> None:
    """Say why there is no answer: one line, or a line for each of the first faults of a plan."""
    lines = error.lines if isinstance(error, FaultyPlanError) else (error.message,)
    for line in lines[:FAULTS_SHOWN]:
        console.refuse(line)
    if len(lines) > FAULTS_SHOWN:
        console.refuse(counted("one more fault.", "{count} more faults.", len(lines) - FAULTS_SHOWN))
