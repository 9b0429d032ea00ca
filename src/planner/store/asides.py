"""Keeps a copy of what another program put under a document's name, beside it, before it is saved over."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from planner.store.faults import PathLike, file_name
from planner.store.files import Fingerprint, read_once
from planner.store.fresh import write_fresh
from planner.store.keeping import begun_name, keep, real_path, stamp
from planner.store.refusals import in_words


def keep_aside(path: PathLike) -> tuple[Path, Fingerprint]:
    """Copy a document to ``Plan (other version, date).teamplan``; tell where, and what was copied.

    Save with that fingerprint as ``opened``, so that nothing that comes later is taken for it. PlannerError
    when there is nothing to copy, or no room for it.
    """
    content = read_once(path)
    target = real_path(path)
    with in_words(file_name(path)):
        beside = begun_name(target)
        try:
            write_fresh(content.data, beside, mode=0o666)
            words = f"other version, {stamp(datetime.now().astimezone())}"
            return keep(beside, target, words), content.fingerprint
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
