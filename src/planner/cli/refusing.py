"""Says why a command has no answer."""

from planner.cli.console import Console
from planner.errors import PlannerError
from planner.messages import Message, counted

FAULTS_SHOWN = 20


def refuse(error: PlannerError, console: Console) -> None:
    """Say why there is no answer: one line, or one for each of an error's first ``lines``."""
    lines: tuple[Message, ...] = getattr(error, "lines", (error.message,))
    for line in lines[:FAULTS_SHOWN]:
        console.refuse(line)
    if len(lines) > FAULTS_SHOWN:
        console.refuse(counted("one more fault.", "{count} more faults.", len(lines) - FAULTS_SHOWN))
