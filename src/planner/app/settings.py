"""Settings are what one machine remembers: typed JSON in one file, written whole or not at all.

A value of another type than its preference's default counts as not set; a file that is no JSON is set aside.
"""

import json
import logging
import os
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

T = TypeVar("T", bool, int, float, str, list[Any], dict[str, Any])

_log = logging.getLogger(__name__)


class Preference(NamedTuple, Generic[T]):
    """One thing to remember: its key in the file, and what holds until it is set."""

    key: str
    default: T


THEME: Final = Preference("theme", "system")
BENCH_WIDTH: Final = Preference("bench-width", 240)
PANEL_WIDTH: Final = Preference("score-width", 340)
BENCH_SHOWN: Final = Preference("bench-shown", default=True)
PANEL_SHOWN: Final = Preference("score-shown", default=True)
AGREEMENTS_SHOWN: Final = Preference("agreements-shown", default=False)
AGREEMENTS_HEIGHT: Final = Preference("agreements-height", 240)
WINDOW_SIZE: Final = Preference[list[Any]]("window-size", [])
RECENT_FILES: Final = Preference[list[Any]]("recent-files", [])
TEXT_SIZE: Final = Preference("text-size", 100)
"""Percent of the desktop's."""
REDUCED_MOTION: Final = Preference("reduced-motion", "system")
"""``system``, ``on`` or ``off``."""
WHEEL_ZOOMS: Final = Preference("wheel-zooms", default=False)
SINGLE_LETTERS: Final = Preference("single-letters", default=True)
"""Whether letters without Ctrl are commands on canvas and bench."""
SHORTCUTS: Final = Preference[dict[str, Any]]("shortcuts", {})
"""The keys that somebody chose, a list for each command's id."""
LAST_FOLDER: Final = Preference("last-folder", "")
SAVE_WHEN_IDLE: Final = Preference("save-when-idle", default=False)
EXPORT_SKILLS: Final = Preference("export-skills", default=False)
PALETTE_RECENT: Final = Preference[list[Any]]("palette-recent", [])


class Settings:
    """The settings file of this machine, read once and written at every change.

    ``trouble`` is a sentence for its user when what was in the file counts no more, else empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values, self.trouble = _read(path)

    def get(self, preference: Preference[T]) -> T:
        """Return what is set, else the default."""
        value = self._values.get(preference.key)
        return value if type(value) is type(preference.default) else preference.default

    def set(self, preference: Preference[T], value: T) -> None:
        """Remember a value; a file that cannot be written costs the memory, not the work."""
        if self._values.get(preference.key) == value:
            return
        self._values[preference.key] = value
        try:
            _write(self._path, self._values)
        except OSError as fault:
            _log.warning("settings not written to %s: %s", self._path, fault)


def _read(path: Path) -> tuple[dict[str, Any], str]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}, ""
    except (OSError, ValueError, RecursionError) as fault:
        return {}, _set_aside(path, fault)
    if not isinstance(values, dict):
        return {}, _set_aside(path, "no object")
    return values, ""


def _set_aside(path: Path, fault: object) -> str:
    _log.warning("settings in %s set aside: %s", path, fault)
    aside = path.with_suffix(".unreadable")
    try:
        path.replace(aside)
    except OSError:
        return "Your settings could not be read. The program starts without them."
    where = f"They are kept as {aside.name}."
    return f"Your settings could not be read. The program starts without them. {where}"


def _write(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(path)
