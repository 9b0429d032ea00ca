"""``planner check``: whether a file is just what was saved, without changing it."""

from argparse import Namespace

from planner import store
from planner.cli.console import DONE, NO, Console, plain
from planner.cli.sources import FaultyPlanError, plan_in
from planner.domain import Project
from planner.messages import Message, counted, message
from planner.store.faults import file_name


def run(arguments: Namespace, console: Console) -> int:
    """Answer 0 for a file that is sound, 1 for one that is not."""
    path = arguments.file
    is_plan = store.kind_of(path) is store.FileKind.PLAN
    report = _plan_report(path) if is_plan else store.check(path)
    if arguments.json:
        console.result_as_json(
            {"sound": report.is_sound, "faults": plain(report.faults), "notes": plain(report.notes)}
        )
    else:
        for fault in report.faults:
            console.result(fault)
        if report.is_sound and report.project is not None:
            console.result(_sound(path, report.project))
        for note in report.notes:
            console.note(note)
    if report.detail:
        console.note(report.detail)
    return DONE if report.is_sound else NO


def _plan_report(path: str) -> store.Report:
    try:
        return store.Report(faults=(), notes=(), project=plan_in(path))
    except FaultyPlanError as error:
        return store.Report(faults=error.lines, notes=(), project=None)


def _sound(path: str, project: Project) -> Message:
    return message(
        "{name} is sound: {people} and {scenarios}.",
        name=file_name(path),
        people=counted("{count} person", "{count} people", len(project.people)),
        scenarios=counted("{count} scenario", "{count} scenarios", len(project.scenarios)),
    )
