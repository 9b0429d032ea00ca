"""``planner import``: makes a project file from a plan or a roster, and says what was understood."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from planner import resources, store
from planner.cli.arguments import CallError
from planner.cli.console import DONE, Console
from planner.cli.exporting import refuse_overwriting
from planner.cli.later import later
from planner.cli.sources import plan_of
from planner.domain import Aim, Project, Stage, Structure
from planner.errors import PlannerError
from planner.messages import Message, counted, message
from planner.store.faults import file_name

STANDARD_INPUT = "-"
_MOST = 128 * 1024 * 1024

Understood = tuple[Project, tuple[Message, ...], Callable[[], dict[str, Any]]]
"""The project, the report in sentences, and the report for a machine."""


def run(arguments: Namespace, console: Console) -> int:
    """Import one source; with ``--dry-run`` the report is the answer and nothing is written."""
    source = _one_source(arguments)
    data, name = _read(source)
    project, sentences, for_machines = _understood(data, name, arguments)
    if not arguments.dry_run:
        for announcement in store.announcements(arguments.output):
            console.note(announcement)
        for note in store.save(project, arguments.output).notes:
            console.note(note)
    if arguments.json:
        console.result_as_json(for_machines())
    for sentence in () if arguments.json else sentences:
        (console.result if arguments.dry_run else console.note)(sentence)
    if not arguments.dry_run:
        console.note(message("Wrote {name}.", name=file_name(arguments.output)))
    return DONE


def _one_source(arguments: Namespace) -> str:
    if arguments.output is None and not arguments.dry_run:
        raise CallError("Name the project file to write with -o, or try --dry-run.")
    if len(arguments.sources) > 1:
        raise later("importing several files at once")
    (source,) = arguments.sources
    if source != STANDARD_INPUT and arguments.output is not None:
        refuse_overwriting(source, arguments.output)
    return str(source)


def _read(source: str) -> tuple[bytes, str]:
    """The bytes of a file or of standard input, and the name to call them by."""
    if source != STANDARD_INPUT:
        return store.read_once(source, at_most=_MOST).data, file_name(source)
    data = sys.stdin.buffer.read(_MOST + 1)
    if len(data) > _MOST:
        raise PlannerError("Standard input brings more than 128 MB, far more than a roster or a plan takes.")
    return data, "Standard input"


def _understood(data: bytes, name: str, arguments: Namespace) -> Understood:
    kind = store.kind_of_content(data)
    if kind is store.FileKind.PROJECT:
        raise PlannerError(
            "{name} is a database, not a roster or a plan: there is nothing to import.", name=name
        )
    return _plan(data, name, arguments) if kind is store.FileKind.PLAN else _roster(data, name, arguments)


def _plan(data: bytes, name: str, arguments: Namespace) -> Understood:
    for option in ("stage", "aim", "structure", "columns", "only"):
        if getattr(arguments, option):
            raise PlannerError(
                "{name} is a plan, which brings its own context and no columns: leave --{option} out.",
                name=name,
                option="map" if option == "columns" else option,
            )
    project = plan_of(data, name)
    people, scenarios = len(project.people), len(project.scenarios)
    said = message(
        "{people} and {scenarios} read from the plan.",
        people=counted("{count} person", "{count} people", people),
        scenarios=counted("{count} scenario", "{count} scenarios", scenarios),
    )
    return project, (said,), lambda: {"plan": project.name, "people": people, "scenarios": scenarios}


def _roster(data: bytes, name: str, arguments: Namespace) -> Understood:
    # Imported here: a plan needs neither the guidance nor the reader of workbooks.
    from planner.exchange import roster
    from planner.guidance import load_pack

    try:
        understood = roster.understand(
            roster.read(data, name=name),
            pack=load_pack(resources.read_text),
            columns=dict(map(_wish, arguments.columns)),
            whom=roster.Whom(arguments.only or "everyone"),
            name="Imported roster" if arguments.sources == [STANDARD_INPUT] else "",
            stage=Stage(arguments.stage) if arguments.stage else None,
            aim=Aim(arguments.aim) if arguments.aim else None,
            structure=Structure(arguments.structure) if arguments.structure else None,
        )
    except roster.NoNamesError as refusal:
        raise PlannerError("{said} Say which with --map COLUMN=name.", said=refusal.message) from None
    report = understood.report
    return understood.project, report.lines(), report.to_json


def _wish(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not (column and equals and field):
        raise CallError("--map takes COLUMN=FIELD, as in --map 'Job=title', not {said}.", said=text)
    return column.strip(), field.strip()
