"""Opens what a user names, told by its content: a project file, a plan as JSON, or a roster to import.

Runs in a thread: only values go in and come out. The store and the readers are imported when first used.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.errors import PlannerError
from planner.messages import Message

if TYPE_CHECKING:
    from planner.app.document.first_look import FirstLook
    from planner.domain import Project
    from planner.store import Fingerprint
    from planner.store.courtesy import CourtesyLock
    from planner.store.recovery import Session

PROJECT_ENDING = ".teamplan"
PLAN_ENDING = ".plan.json"
ROSTERS = "Rosters (*.csv *.tsv *.txt *.xlsx);;All files (*)"
READABLE = f"Plans and rosters (*{PROJECT_ENDING} *.json *.csv *.tsv *.txt *.xlsx);;All files (*)"
PROJECTS = f"Team plan (*{PROJECT_ENDING})"
PDFS = "PDF (*.pdf)"


class OpenedFile(NamedTuple):
    """A project as read. ``path`` is None where saving must ask for a place, as for a plan from JSON.

    ``session`` has the undo of last time, ``lock`` tells others that the file is open, and ``read_only`` says
    that it may not be written. ``first_look`` is what a window shows first, where it was worked out already.
    """

    project: "Project"
    path: Path | None
    fingerprint: "Fingerprint | None" = None
    warnings: tuple[Message, ...] = ()
    session: "Session | None" = None
    lock: "CourtesyLock | None" = None
    read_only: Message | None = None
    first_look: "FirstLook | None" = None


class RosterNamed(NamedTuple):
    """The file holds people: it is imported, not opened."""

    path: Path


def open_file(path: Path, *, stop: Callable[[], bool] = lambda: False) -> OpenedFile | RosterNamed:
    """Read a file; raises PlannerError, one sentence, for what is none or cannot be read.

    ``stop`` is asked now and then whether the reading is called off.
    """
    from planner.store import FileKind, kind_of, read_checked

    match kind_of(path):
        case FileKind.PROJECT:
            opened = read_checked(path, stop=stop)
            if not opened.is_intact:
                return OpenedFile(opened.project, None, None, opened.warnings)
            return OpenedFile(opened.project, path, opened.fingerprint, opened.warnings)
        case FileKind.PLAN:
            return OpenedFile(read_plan(path), None)
        case FileKind.ROSTER:
            return RosterNamed(path)
        case _:
            raise PlannerError(
                "{file} is no plan and no roster; what opens is a .teamplan file, a plan as JSON, "
                "or people as CSV or XLSX.",
                file=path.name,
            )


def read_plan(path: Path) -> "Project":
    """Read a plan from JSON, with every fault in one refusal."""
    from planner.exchange import plan
    from planner.store.opening import uncollected

    try:
        content = path.read_bytes()
    except OSError as fault:
        raise PlannerError(
            "{file} cannot be read: {reason}.", file=path.name, reason=fault.strerror or str(fault)
        ) from fault
    try:
        with uncollected():
            return plan.read(content)
    except PlannerError as refusal:
        raise PlannerError(
            "{file}: {why}", file=path.name, why=refusal.message, detail=refusal.detail
        ) from refusal


def with_ending(path: Path, ending: str) -> Path:
    """The path with an ending, unless it has that already."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def clean_name(name: str) -> str:
    """A plan's name as a file's: without what no file system allows."""
    kept = "".join(" " if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in name)
    return " ".join(kept.split()).strip(". ")[:120] or "Plan"
