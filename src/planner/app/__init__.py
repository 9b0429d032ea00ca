"""The window: Qt widgets over the same core as the command line."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Open the window, on a file when one is named; gives the exit code."""
    from planner.app.binding import read_no_sources

    read_no_sources()
    from planner.app.application import run

    return run(list(arguments))
