"""Imports a roster into a window: read and understood beside it, shown, and then made what the user chose."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from planner.app.files.opening import OpenedFile
from planner.app.importing.dialog import Choice, Context, ImportDialog
from planner.app.importing.joining import joined, with_context
from planner.app.importing.understanding import Understood, understood, understood_by
from planner.domain import Person, Rows
from planner.domain.edits import add_people
from planner.exchange import roster
from planner.exchange.roster import Import, Whom
from planner.guidance import Pack
from planner.messages import counted, message

if TYPE_CHECKING:
    from planner.app.surroundings import OpenWindow, RunningProgram


def import_roster(path: Path, window: "OpenWindow", program: "RunningProgram") -> None:
    """Read a roster file and ask what becomes of it."""
    task = partial(_understood, path, path.name, program.pack)
    done = partial(_show, window, program, is_in_file=True)
    program.work.start(task, done=done, failed=window.files.refuse)


def import_text(text: str, window: "OpenWindow", program: "RunningProgram") -> None:
    """Read a pasted list, one person a line, and ask what becomes of it."""
    task = partial(_understood, text.encode(), "the list", program.pack)
    done = partial(_show, window, program, is_in_file=False)
    program.work.start(task, done=done, failed=window.files.refuse)


def _understood(source: Path | bytes, name: str, pack: Pack) -> Understood:
    return understood(roster.read(source, name=name), pack)


def _show(window: "OpenWindow", program: "RunningProgram", found: Understood, *, is_in_file: bool) -> None:
    if not isValid(window):
        return  # closed while the roster was read
    document = window.document
    if document is None:
        into, known = "", Context(*window.start.answered)
    else:
        into, known = document.project.name, Context()

    def count_new(people: Rows[Person]) -> int:
        if document is None:
            return len(people)
        return len(joined(document.project, people, new_id=program.tools.new_id).added)

    dialog = ImportDialog(
        program.look, found, into=into, count_new=count_new, known=known, parent=window.window()
    )
    dialog.reading_changed.connect(partial(_read_again, dialog, found, window, program))
    dialog.accepted.connect(partial(_done, dialog, window, program, is_in_file=is_in_file))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _read_again(
    dialog: ImportDialog, found: Understood, window: "OpenWindow", program: "RunningProgram"
) -> None:
    """Understand the roster by what the user says of columns and people; the last word counts."""
    asked = dialog.asked

    def show(again: Understood) -> None:
        if isValid(dialog) and dialog.asked == asked:
            dialog.show_understood(again)

    task = partial(understood_by, found.roster, program.pack, *asked)
    program.work.start(task, done=show, failed=window.files.refuse)


def _done(
    dialog: ImportDialog,
    window: "OpenWindow",
    program: "RunningProgram",
    *,
    is_in_file: bool,
) -> None:
    """Do what was chosen; a plan that holds no more than the roster's file has nothing to lose yet."""
    imported = dialog.imported
    if imported is None:
        return
    stage, aim, structure = dialog.context
    if dialog.choice is Choice.PLAN:
        project = with_context(imported.project, stage=stage, aim=aim, structure=structure)
        is_saved = is_in_file and not dialog.context.is_answered and dialog.asked == ({}, Whom.EVERYONE)
        window.files.show_project(OpenedFile(project, None), is_saved=is_saved)
    elif window.document is None:
        people = tuple(imported.project.people)
        window.start.take_people(people, imported.report.roster, stage=stage, aim=aim)
    else:
        _add_people(window, program, imported)


def _add_people(window: "OpenWindow", program: "RunningProgram", imported: Import) -> None:
    document = window.document
    if document is None:
        return
    added, known = joined(document.project, imported.project.people, new_id=program.tools.new_id)
    document.apply(partial(add_people, people=added))
    said = counted("{count} person is on the bench", "{count} people are on the bench", len(added))
    if known:
        said = message("{said}; {known} were in the plan already", said=said, known=known)
    window.say(f"{said}.")
