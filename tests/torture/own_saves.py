"""Saves by this program while its watch looks as fast as it can from another thread: not one false notice."""

import tempfile
import threading
from pathlib import Path

from tests.torture.outcome import Outcome

from planner import store
from planner.store.outside import Change, Watch

COUNT = 1_000
FEW = 50


def run(count: int, seed: int) -> Outcome:
    """Save ``count`` times under the eyes of a watch, then see that it is awake."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Watched.teamplan")
        fingerprint = store.publish(_version(seed, 0), path).fingerprint
        watch = Watch(path, fingerprint)
        over = threading.Event()
        looks = [0]

        def look() -> None:
            while not over.is_set():
                looks[0] += 1
                if (change := watch.look()) is not None:
                    faults.append(f"look {looks[0]} told of {change}")

        looking = threading.Thread(target=look)
        looking.start()
        for number in range(1, count + 1):
            data = _version(seed, number)
            with watch.saving(data):
                fingerprint = store.publish(data, path, opened=fingerprint).fingerprint
                watch.has_saved(fingerprint)
        over.set()
        looking.join()
        path.write_bytes(b"another program's")
        if watch.look() is not Change.CHANGED:
            faults.append("a true change was not told")
    return Outcome(
        "own-saves", count, "saves", faults, f"{looks[0]:,} looks, the true change at the end told"
    )


def _version(seed: int, number: int) -> bytes:
    return f"version {seed}-{number} ".encode() * 500
