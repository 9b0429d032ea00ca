"""Edits and undoes all day: memory stays where it was, and what is on the disk stays what is in memory."""

import gc
import tempfile
from pathlib import Path
from random import Random

from benchmarks.plans import large_plan
from benchmarks.walking import Walk
from tests.torture.memory import resident, slope
from tests.torture.outcome import Outcome

from planner.store.recovery import Recovery, Session

COUNT = 200_000
FEW = 500
PEOPLE = 200
LOOKS = 20
LAG = 200
"""Steps that may wait to be written, so that memory is that of the session and not of a queue."""
SLOPE_MOST = 50.0
"""Bytes that a step may leave in memory; its line in the history alone takes some 260."""
DEEP = 2_000
"""Steps before the first undo, so that going back leaves what is in memory; then the plan grows no more."""


def run(count: int, seed: int) -> Outcome:
    """Make ``count`` edits and undoes, and fit a line through the memory in use."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        recovery = Recovery(Path(name), version="0")
        walk = Walk(large_plan(PEOPLE), seed=seed)
        session = recovery.begin(walk.project)
        looks = _soak(walk, session, count, Random(seed))
        deepest = len(session.history)
        if not session.flush():
            faults.append(f"steps are only in memory: {session.trouble}")
        if session.history.in_memory > 1_000:
            faults.append(f"{session.history.in_memory} steps are in memory")
        session.close()
        (lost,) = recovery.lost()
        resumed = recovery.resume(lost)
        if resumed.project != walk.project:
            faults.append("what came back is not what was in memory")
        resumed.session.close()
    growth = slope(looks[len(looks) // 4 :])
    if count >= 20_000 and growth > SLOPE_MOST:
        faults.append(f"memory grows by {growth:.0f} bytes a step")
    first, last = looks[len(looks) // 4][1] / 1e6, looks[-1][1] / 1e6
    said = f"{growth:.1f} bytes a step, {first:.0f} MB to {last:.0f} MB, {deepest:,} steps deep"
    return Outcome("soak", count, "steps", faults, said)


def _soak(walk: Walk, session: Session, count: int, random: Random) -> list[tuple[int, int]]:
    looks = []
    for number in range(count):
        if number > min(count // 4, DEEP) and random.random() < 0.5 and session.position:
            difference = session.history[session.position - 1].inverse()
            walk.project = difference.applied(walk.project)
            written = session.record(difference, "undo")
        else:
            edited = walk.next(number)
            written = session.record(edited.difference)
        if number % LAG == 0:
            written.result()
        if number % max(1, count // LOOKS) == 0:
            gc.collect()
            looks.append((number, resident()))
    return looks
