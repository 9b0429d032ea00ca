"""A process that dies at any call of a save leaves a whole document; what else it left can be cleared up.

Needs ``strace``: it kills the child at the very call.
"""

import random
import signal
import tempfile
from pathlib import Path
from unittest.mock import patch

from tests.torture.outcome import Outcome
from tests.torture.traced import Traced

from planner.store import abandoned

COUNT = 1_000
FEW = 8


def run(count: int, seed: int) -> Outcome:
    """Die at ``count`` of the calls of a save, or at all of them when there are fewer."""
    faults: list[str] = []
    left = 0
    with tempfile.TemporaryDirectory() as name, patch.object(abandoned, "AGE", -60.0):
        traced = Traced(Path(name, "traced"))
        calls = sorted({(call, number) for call, number, _, _ in traced.cases()})
        random.Random(seed).shuffle(calls)
        for call, number in calls[:count]:
            fault, has_left = traced.died(f"inject={call}:signal=SIGKILL:when={number}", -signal.SIGKILL)
            left += has_left
            if fault:
                faults.append(f"killed at {call} {number}: {fault}")
    said = f"of {len(calls)} possible; {left} left a file beside, cleared up at the next opening"
    return Outcome("deaths", min(count, len(calls)), "deaths", faults, said, traced.skipped)
