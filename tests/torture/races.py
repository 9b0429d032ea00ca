"""Two processes that save the same file as fast as they can: no version ever vanishes unsaid.

Each save tells which version it was made from. A version that was published is, at the end, the file itself,
or kept beside it, or the very one that a later save had opened: whatever else happened to it is an overwrite
that nobody saw.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.torture.outcome import Outcome

from planner import store
from planner.store import exchanging

COUNT = 2_000
FEW = 60
WRITERS = 2
ROOT = Path(__file__).parents[2]


def run(count: int, seed: int) -> Outcome:
    """Let two writers save ``count`` times each, and account for every version."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "Raced.teamplan"
        path.write_bytes(b"first")
        writers = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.torture.races", str(path), f"{seed}-{number}", str(count)],
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
            )
            for number in range(WRITERS)
        ]
        said = [writer.communicate()[0] for writer in writers]
        lines = [line.split() for text in said for line in text.splitlines()]
        faults = [f"a writer died with {writer.returncode}" for writer in writers if writer.returncode]
        faults += _unaccounted(lines, folder, path)
        refused = sum(line[0] == "refused" for line in lines)
        kept = len(list(folder.iterdir())) - 1
    return Outcome(
        "races",
        WRITERS * count,
        "saves",
        faults,
        f"{refused:,} refused, {kept:,} of another program kept beside, 0 silent overwrites"
        if not faults
        else f"{refused:,} refused, {kept:,} kept beside",
    )


def _unaccounted(lines: list[list[str]], folder: Path, path: Path) -> list[str]:
    published = {"first"} | {new for what, new, _ in lines if what == "saved"}
    opened = {base for what, _, base in lines if what == "saved"}
    there = {entry.read_text() for entry in folder.iterdir()}
    faults = [f"version {version} was overwritten unseen" for version in published - opened - there]
    faults += [f"{entry.name} was left behind" for entry in folder.iterdir() if entry.suffix != path.suffix]
    if path.read_text() not in published:
        faults.append("the file is no version that was saved")
    return faults


def write(path: Path, name: str, count: int) -> None:
    """Open and save, ``count`` times; a line for each."""
    for number in range(count):
        content = store.read_once(path)
        base, new = content.data.decode(), f"{name}-{number}"
        try:
            store.publish(new.encode(), path, opened=content.fingerprint)
        except store.ChangedOutside:
            print("refused", new, base)
        else:
            print("saved", new, base)


if __name__ == "__main__":
    if "without-exchange" in sys.argv:
        exchanging._swap = exchanging._unsupported
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
