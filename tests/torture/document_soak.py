"""Edits and undoes all day through the window's document, with its review: memory stays where it was.

After the first steps undo takes back as much as the walk adds, so that the plan itself grows no more.
"""

import gc
import os
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.plans import large_plan
from benchmarks.walking import Walk
from tests.torture.memory import Look, resident, slope
from tests.torture.outcome import Outcome

from planner import resources
from planner.domain import Edited, Project
from planner.guidance import load_pack, review
from planner.store.recovery import Recovery

if TYPE_CHECKING:
    from planner.app.document import Document

COUNT = 200_000
FEW = 250
PEOPLE = 200
LOOKS = 20
LAG = 200
"""Steps that may wait to be written, so that memory is that of the document and not of a queue."""
SLOPE_MOST = 50.0
"""Bytes a step, which is 5 MB per 100,000."""
DEEP = 2_000
"""Steps before the first undo, so that going back leaves what is in memory; then the plan grows no more."""


def run(count: int, seed: int) -> Outcome:
    """Make ``count`` edits and undoes, and fit a line through the memory in use."""
    if find_spec("PySide6") is None:
        return Outcome("document-soak", 0, "steps", skipped="the window's library is not here")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from planner.app.document import Document

    application = QApplication.instance() or QApplication([])  # a test may follow that needs one with windows
    pack = load_pack(resources.read_text)
    walk = Walk(large_plan(PEOPLE), seed=seed)
    with tempfile.TemporaryDirectory() as name:
        session = Recovery(Path(name), version="0").begin(walk.project)
        document = Document(walk.project, pack=pack)
        document.keep_in(session)
        looks = _soak(walk, document, count, Random(seed))
        application.processEvents()
        faults = _faults(document, looks, count)
        depth = len(document.history)
        session.close()
    first, last = looks[len(looks) // 4][1] / 1e6, looks[-1][1] / 1e6
    said = f"{_growth(looks):.1f} bytes a step, {first:.0f} MB to {last:.0f} MB, {depth:,} steps deep"
    return Outcome("document-soak", count, "steps", faults, said)


def _soak(walk: Walk, document: "Document", count: int, random: Random) -> list[Look]:
    looks = []
    total = document.review.score.total
    for number in range(count):
        if number > min(count // 4, DEEP) and random.random() < 0.5 and document.history.present:
            document.undo()
            walk.project = document.project
        else:
            edited = walk.next(number)
            document.apply(partial(_already, edited))
        total = document.review.score.total
        if number % LAG == 0 and document.session is not None:
            document.session.flush()
        if number % max(1, count // LOOKS) == 0:
            gc.collect()
            looks.append((number, resident()))
    assert total is not None
    return looks


def _already(edited: Edited, _project: Project) -> Edited:
    """An edit that the walk has made."""
    return edited


def _growth(looks: list[Look]) -> float:
    return slope(looks[len(looks) // 4 :])


def _faults(document: "Document", looks: list[Look], count: int) -> list[str]:
    faults = []
    if not document.is_kept_safe:
        faults.append(f"steps are only in memory: {document.trouble}")
    fresh = review(document.project, document.scenario_id, document.pack).score.total
    if document.review.score.total != fresh:
        faults.append(f"the review followed to {document.review.score.total}, a fresh one says {fresh}")
    if count >= 20_000 and _growth(looks) > SLOPE_MOST:
        faults.append(f"memory grows by {_growth(looks):.0f} bytes a step")
    return faults
