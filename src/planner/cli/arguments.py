"""Which commands there are, what each can be told, and the words for a call that makes no sense."""

import argparse
from math import isfinite
from typing import NoReturn, TypeAlias

from planner.domain import Aim, Stage, Structure
from planner.errors import PlannerError


class CallError(PlannerError):
    """A call that makes no sense."""


class Parser(argparse.ArgumentParser):
    """Answers a wrong call in one sentence, as every other refusal."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call."""
        raise CallError("{said}; {prog} --help tells more.", said=message, prog=self.prog)


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="planner",
        usage="planner [FILE] | planner COMMAND ... | planner --version",
        description=(
            "Design the team that builds and runs machine learning. Without a command the window opens, "
            "on FILE if one is given."
        ),
        epilog="Exit code: 0 done; 1 the answer is no; 2 the call, or what it names, is wrong.",
        allow_abbrev=False,
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for add in (_import, _score, _export, _compare, _suggest, _check, _rules):
        command = add(commands)
        command.add_argument("--quiet", action="store_true", help="say nothing but the answer")
    return top


def _command(commands: Commands, name: str, help_text: str) -> Parser:
    return commands.add_parser(
        name, prog=f"planner {name}", help=help_text, description=f"{help_text}.", allow_abbrev=False
    )


def _import(commands: Commands) -> Parser:
    command = _command(commands, "import", "make a project file from a plan or a roster")
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a plan, or a roster (CSV, TSV, XLSX); - is standard input",
    )
    command.add_argument("-o", dest="output", metavar="FILE", help="the project file to write")
    command.add_argument(
        "--map",
        dest="columns",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="read a roster's column as this field; may stand several times",
    )
    command.add_argument(
        "--only",
        choices=("roles", "functions"),
        metavar="WHOM",
        help="take of a roster only who has one of the six roles (roles), or that or a partner function "
        "(functions), and who manages them",
    )
    for name, choices in (("stage", Stage), ("aim", Aim), ("structure", Structure)):
        values = [choice.value for choice in choices]
        command.add_argument(f"--{name}", choices=values, metavar=name.upper(), help=", ".join(values))
    command.add_argument("--dry-run", action="store_true", help="only say what would be imported")
    command.add_argument("--json", action="store_true", help="say it for a machine, with --dry-run")
    return command


def _score(commands: Commands) -> Parser:
    command = _command(commands, "score", "score project files or plans")
    command.add_argument("files", nargs="+", metavar="FILE", help="a project file or a plan")
    _add_scenario(command)
    command.add_argument("--json", action="store_true", help="one object a line, for a machine")
    command.add_argument(
        "--min", dest="least", type=_points, metavar="N", help="answer 1 when a score is below N"
    )
    command.add_argument(
        "--weights", metavar="FILE", help="score by the weights in this TOML file; the plan stays as it is"
    )
    return command


def _export(commands: Commands) -> Parser:
    command = _command(commands, "export", "write a layout as a document")
    command.add_argument("file", metavar="FILE", help="a project file or a plan")
    command.add_argument(
        "-o", dest="output", metavar="OUT", required=True, help="ends in .pdf, .png or .plan.json"
    )
    _add_scenario(command)
    command.add_argument(
        "--paper", metavar="PAPER", help="A0 to A4, Letter, Legal or Tabloid; A3 if left out"
    )
    command.add_argument("--portrait", action="store_true", help="upright instead of landscape")
    command.add_argument(
        "--skills", action="store_true", help="tell on the score page what people's records say of skills"
    )
    command.add_argument(
        "--fit", choices=("page", "one", "tiles"), default="page", help="how it fits the paper"
    )
    command.add_argument("--view", choices=("teams", "people"), default="teams", help="what the chart shows")
    command.add_argument(
        "--table", choices=("people", "seats", "findings"), help="what a table holds, for .csv and .xlsx"
    )
    return command


def _compare(commands: Commands) -> Parser:
    command = _command(commands, "compare", "say what changed between two layouts")
    command.add_argument("file", metavar="FILE", help="a project file or a plan")
    command.add_argument("--scenarios", nargs=2, metavar=("A", "B"), required=True, help="the two layouts")
    command.add_argument("--json", action="store_true", help="for a machine")
    return command


def _suggest(commands: Commands) -> Parser:
    command = _command(commands, "suggest", "say which moves would help most")
    command.add_argument("file", metavar="FILE", help="a project file or a plan")
    _add_scenario(command)
    command.add_argument("--json", action="store_true", help="for a machine")
    return command


def _check(commands: Commands) -> Parser:
    command = _command(commands, "check", "verify a file's integrity and content, without changing it")
    command.add_argument("file", metavar="FILE", help="a project file or a plan")
    command.add_argument("--json", action="store_true", help="for a machine")
    return command


def _rules(commands: Commands) -> Parser:
    command = _command(commands, "rules", "list the rules of the guidance, or explain one")
    command.add_argument("rule", nargs="?", metavar="ID", help="a rule, as in the list")
    command.add_argument("--json", action="store_true", help="for a machine")
    return command


def _add_scenario(command: Parser) -> None:
    command.add_argument("--scenario", metavar="NAME", help="a scenario's id or name; the first if left out")


def _points(text: str) -> float:
    try:
        points = float(text)
    except ValueError:
        points = float("nan")
    if not isfinite(points) or not 0 <= points <= 100:
        raise argparse.ArgumentTypeError(f"expected points from 0 to 100, not {text}")
    return points
