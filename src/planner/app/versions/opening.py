"""Opens the Versions dialog of a window: reading and scoring go on beside it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from planner.app.files.opening import OpenedFile
from planner.app.versions.dialog import VersionsDialog
from planner.app.versions.reading import Seen, listed, seen
from planner.errors import PlannerError
from planner.store.versions import Version, Versions

if TYPE_CHECKING:
    from planner.app.surroundings import OpenWindow, RunningProgram


def show_versions(path: Path, window: "OpenWindow", program: "RunningProgram") -> VersionsDialog | None:
    """Show the saved versions of a file; None where this computer keeps none."""
    versions = program.versions
    if versions is None:
        return None
    dialog = VersionsDialog(program.look, program.tools.ink, name=path.name, parent=window.window())
    dialog.chosen.connect(partial(_show, dialog, program, versions))
    dialog.copy_wanted.connect(partial(_open_copy, window))
    dialog.finished.connect(dialog.deleteLater)
    task = partial(listed, versions, path)
    program.work.start(task, done=partial(_list, dialog), failed=dialog.show_refusal)
    dialog.open()
    return dialog


def _list(dialog: VersionsDialog, versions: tuple[Version, ...]) -> None:
    if _is_open(dialog):
        dialog.show_versions(versions)


def _show(dialog: VersionsDialog, program: "RunningProgram", versions: Versions, version: Version) -> None:
    def done(found: Seen) -> None:
        if _is_open(dialog) and dialog.version is version:
            dialog.show_seen(found)

    def failed(refusal: PlannerError) -> None:
        if _is_open(dialog) and dialog.version is version:
            dialog.show_refusal(refusal)

    program.work.start(partial(seen, versions, version, program.pack), done=done, failed=failed)


def _is_open(dialog: VersionsDialog) -> bool:
    return isValid(dialog) and dialog.isVisible()


def _open_copy(window: "OpenWindow", found: Seen) -> None:
    window.files.show_project(OpenedFile(found.project, None), is_saved=False)
