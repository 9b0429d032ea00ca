"""Exports a scenario as a PDF file or a picture: reviewed, laid out, printed, and put in place whole."""

import errno
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from planner.domain import Project
from planner.drawing.marks import Drawing
from planner.drawing.pages import Pages, Report, laid_out, paper_named
from planner.errors import PlannerError
from planner.guidance import Pack, review
from planner.messages import Message, message
from planner.placement import Measure
from planner.render import pdf, png
from planner.render.pdf import Ink

PICTURE_DPI: Final = 144.0
_MOST_PIXELS: Final = 10_000  # along a picture's longer side
_REASONS: Final = {
    errno.ENOSPC: ("the disk is full", "free some space, or export elsewhere"),
    errno.EDQUOT: ("your share of the disk is full", "free some space, or export elsewhere"),
    errno.EACCES: ("you may not write there", "export elsewhere, or ask for permission"),
    errno.EPERM: ("you may not write there", "export elsewhere, or ask for permission"),
    errno.EROFS: ("the disk is read-only", "export elsewhere"),
    errno.ENOENT: ("there is no such folder", "choose another folder"),
    errno.ENOTDIR: ("there is no such folder", "choose another folder"),
    errno.EISDIR: ("a folder has this name", "use another name"),
    errno.ENAMETOOLONG: ("the name is too long", "use a shorter name"),
    errno.EBUSY: ("another program holds it", "close that program, or export elsewhere"),
}
_UNKNOWN: Final = ("the disk does not take it", "export elsewhere")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was made: how many pages, the paper of the chart (empty where it has no name), what to know."""

    pages: int
    paper: str
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF file's bytes, its pages as drawings, and what was made."""

    data: bytes
    pages: tuple[Drawing, ...]
    exported: Exported


def export(
    project: Project,
    scenario_id: str,
    out_path: str | os.PathLike[str],
    *,
    pack: Pack,
    ink: Ink,
    now: datetime,
    paper: str = "A3",
    portrait: bool = False,
) -> Exported:
    """Write chart and score page of a scenario to a file: a picture of the chart for ``.png``, else PDF.

    The file is the old one or the whole new one at every moment. Raises PlannerError for a paper that there
    is not, and where the file cannot be written.
    """
    done = printed(project, scenario_id, pack=pack, ink=ink, now=now, paper=paper, portrait=portrait)
    target = Path(out_path)
    if target.suffix.lower() == ".png":
        longest = max(max(page.width, page.height) for page in done.pages[:1])
        dpi = min(PICTURE_DPI, _MOST_PIXELS / longest * 72.0)
        _put(png.pictured(done.data, dpi=dpi), target)
        return Exported(1, done.exported.paper, done.exported.notes)
    _put(done.data, target)
    return done.exported


def printed(
    project: Project,
    scenario_id: str,
    *,
    pack: Pack,
    ink: Ink,
    now: datetime,
    paper: str = "A3",
    portrait: bool = False,
) -> Printed:
    """The same without writing anything, for a preview and for the printer."""
    pages = pages_of(project, scenario_id, pack=pack, ink=ink, now=now, paper=paper, portrait=portrait)
    scenario = project.scenarios[scenario_id]
    title = f"{project.name}: {scenario.name}"
    data, notes = pdf.written(pages.drawings, ink, title=title, now=now)
    exported = Exported(len(pages.drawings), pages.paper.name, (*pages.notes, *notes))
    return Printed(data, pages.drawings, exported)


def pages_of(
    project: Project,
    scenario_id: str,
    *,
    pack: Pack,
    ink: Ink,
    now: datetime,
    paper: str = "A3",
    portrait: bool = False,
) -> Pages:
    """The pages as drawings, in points."""
    report = Report(
        project=project,
        scenario_id=scenario_id,
        review=review(project, scenario_id, pack),
        pack=pack,
        measure=Measure(ink.fonts),
        fonts=ink.fonts,
        now=now,
    )
    return laid_out(report, paper_named(paper, portrait=portrait))


def _put(data: bytes, target: Path) -> None:
    """Write beside the target, then rename: whatever goes wrong, an old file stays as it was."""
    beside = target.parent / f".{secrets.token_hex(4)}.tmp"
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder")
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except (OSError, ValueError) as fault:
        code = fault.errno if isinstance(fault, OSError) else None
        reason, advice = _REASONS.get(code, _UNKNOWN) if code is not None else _UNKNOWN
        raise PlannerError(
            "Could not write {name}: {reason}; {advice}.",
            name=target.name or str(target),
            reason=message(reason),
            advice=message(advice),
            detail=repr(fault),
        ) from fault
    finally:
        with suppress(OSError, ValueError):
            beside.unlink()
