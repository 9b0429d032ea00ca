"""The store keeps a project in one file: opened as if anyone wrote it, saved whole or not at all."""

from planner.store.faults import ChangedOutside, DamagedError, HeldElsewhere
from planner.store.files import Content, Fingerprint, read_once
from planner.store.kinds import FileKind, kind_of, kind_of_content
from planner.store.opening import Opened, Report, check, read, read_checked
from planner.store.publishing import Published, announcements, publish
from planner.store.saving import save

__all__ = [
    "ChangedOutside",
    "Content",
    "DamagedError",
    "FileKind",
    "Fingerprint",
    "HeldElsewhere",
    "Opened",
    "Published",
    "Report",
    "announcements",
    "check",
    "kind_of",
    "kind_of_content",
    "publish",
    "read",
    "read_checked",
    "read_once",
    "save",
]
