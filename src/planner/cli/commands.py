"""Runs one command: picks it, catches what is the user's to mend, and turns it into one line and a code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from planner.cli.arguments import parser
from planner.cli.console import DONE, WRONG, Console, OutputError
from planner.cli.refusing import refuse
from planner.errors import PlannerError

Command = Callable[[Namespace, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command with its arguments, else the process's own, and give the exit code: 0, 1 or 2."""
    console = Console.of_process(quiet=False)
    try:
        code = _run(sys.argv[1:] if argv is None else argv, console)
        console.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except OutputError as error:
        _let_go_of_output()
        refuse(error, console)
        return WRONG
    except KeyboardInterrupt:
        console.warn("called off.")
        return WRONG
    return code


def _run(argv: Sequence[str], console: Console) -> int:
    try:
        arguments = parser().parse_args(argv)
        console = Console.of_process(quiet=arguments.quiet)
        return _command(arguments.command)(arguments, console)
    except SystemExit as left:  # argparse has answered --help
        return left.code if isinstance(left.code, int) else DONE
    except OutputError:
        raise
    except PlannerError as error:
        refuse(error, console)
        return WRONG


def _command(name: str) -> Command:
    """The function of a command, whose modules are loaded only when it is its turn."""
    match name:
        case "import":
            from planner.cli.importing import run
        case "score":
            from planner.cli.scoring import run
        case "export":
            from planner.cli.exporting import run
        case "check":
            from planner.cli.checking import run
        case "rules":
            from planner.cli.cataloguing import run
        case "compare":
            from planner.cli.comparing import run
        case _:
            from planner.cli.suggesting import run
    return run


def _let_go_of_output() -> None:
    """Point the closed stream elsewhere, so that the interpreter's last flush does not complain."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is wanted
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
