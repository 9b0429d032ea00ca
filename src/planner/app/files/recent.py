"""Recent files are remembered with what the start screen shows of them, so that none is read to list it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from planner.app.settings import RECENT_FILES, Settings

if TYPE_CHECKING:
    from planner.app.document import Document

REMEMBERED: Final = 12


class RecentFile(NamedTuple):
    """A file as it was when last open: its plan, the scenario shown, the total and its judgement."""

    path: str
    plan: str
    scenario: str
    total: float | None
    judgement: str | None
    opened: str
    """When, as an ISO date and time of this machine."""

    @property
    def when(self) -> datetime | None:
        """When it was last open, None if that was not written as a date."""
        try:
            return datetime.fromisoformat(self.opened)
        except ValueError:
            return None


class RecentFiles:
    """The files that were open lately, the latest first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __iter__(self) -> Iterator[RecentFile]:
        """Files that still exist; a removed one comes back when its disk does."""
        entries = (_entry(value) for value in self._settings.get(RECENT_FILES))
        return (entry for entry in entries if entry is not None and Path(entry.path).is_file())

    def note(self, entry: RecentFile) -> None:
        """Put a file first."""
        others = [
            value
            for value in self._settings.get(RECENT_FILES)
            if isinstance(value, dict) and value.get("path") != entry.path
        ]
        self._settings.set(RECENT_FILES, [entry._asdict(), *others][:REMEMBERED])

    def clear(self) -> None:
        """Forget all of them."""
        self._settings.set(RECENT_FILES, [])


def recent_file(document: "Document", path: Path) -> RecentFile:
    """What is remembered of a document that is open now."""
    review = document.review
    return RecentFile(
        path=str(path),
        plan=document.project.name,
        scenario=document.scenario.name,
        total=review.score.total,
        judgement=review.band.judgement if review.band is not None else None,
        opened=datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds"),
    )


def _entry(value: Any) -> RecentFile | None:
    if not isinstance(value, dict) or not isinstance(value.get("path"), str):
        return None
    total, judgement = value.get("total"), value.get("judgement")
    return RecentFile(
        path=value["path"],
        plan=str(value.get("plan") or Path(value["path"]).stem),
        scenario=str(value.get("scenario") or ""),
        total=float(total) if isinstance(total, int | float) else None,
        judgement=judgement if judgement in {"good", "warning", "problem"} else None,
        opened=str(value.get("opened") or ""),
    )


def when_in_words(moment: datetime | None, now: datetime) -> str:
    """Say when, as shortly as it stays clear: ``today 09:14``, ``yesterday``, ``14 November``."""
    if moment is None:
        return ""
    days = (now.date() - moment.date()).days
    if days <= 0:
        return f"today {moment:%H:%M}"
    if days == 1:
        return "yesterday"
    if days < 300:
        return f"{moment.day} {moment:%B}"
    return f"{moment:%B %Y}"
