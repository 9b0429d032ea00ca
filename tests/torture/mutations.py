"""Mutated project files: each opens, or is refused in one sentence, in bounded time and without a trace."""

import random
import tempfile
import time
from pathlib import Path

from tests.store.conftest import whole_project
from tests.torture.outcome import Outcome

from planner import store
from planner.errors import PlannerError
from planner.store.saving import image_of

COUNT = 2_000
FEW = 40
LONGEST = 10.0
"""Seconds that opening may take."""


def run(count: int, seed: int) -> Outcome:
    """Open ``count`` mutations of a valid file, by way of the very function that the program uses."""
    image, project = image_of(whole_project(), "x"), whole_project()
    chance = random.Random(seed)
    faults: list[str] = []
    slowest, refused = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Mutated.teamplan")
        for number in range(count):
            mutated = mutate(image, chance)
            path.write_bytes(mutated)
            started = time.monotonic()
            fault, was_refused = _open(path, project)
            took = time.monotonic() - started
            slowest, refused = max(slowest, took), refused + was_refused
            if took > LONGEST:
                fault = f"it took {took:.1f} s"
            if path.read_bytes() != mutated or len(list(Path(folder).iterdir())) != 1:
                fault = "opening changed the file or its folder"
            if fault:
                faults.append(f"mutation {number}: {fault}")
    said = f"{refused} refused, the rest opened as a copy or unharmed; the slowest took {slowest:.2f} s"
    return Outcome("mutations", count, "files", faults, said)


def _open(path: Path, project: object) -> tuple[str, bool]:
    """What was wrong with how a file was opened, if anything; and whether it was refused."""
    try:
        opened = store.read_checked(path)
    except PlannerError as refusal:
        sentence = str(refusal)
        is_one = "\n" not in sentence and sentence.startswith(path.name) and sentence.endswith(".")
        return "" if is_one else f"no sentence: {sentence!r}", True
    except Exception as error:  # whatever else comes is what this looks for
        return f"{type(error).__name__}: {error}", False
    if opened.is_intact and opened.project != project:
        return "another plan passed as intact", False
    return "", False


def mutate(image: bytes, chance: random.Random) -> bytes:
    """The same bytes, changed in one to four ways that disks, networks and people know."""
    data = bytearray(image)
    for _ in range(chance.choice((1, 1, 2, 4))):
        chance.choice(_WAYS)(data, chance)
    return bytes(data)


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 8, 100))):
        place = chance.randrange(len(data))
        data[place] ^= 1 << chance.randrange(8)


def _flip_near_start(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(min(200, len(data)))] = chance.randrange(256)


def _overwrite(data: bytearray, chance: random.Random) -> None:
    length = chance.randrange(1, 600)
    place = chance.randrange(len(data))
    data[place : place + length] = chance.randbytes(min(length, len(data) - place))


def _blank(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(0, len(data), 512)
    data[place : place + 512] = bytes(len(data[place : place + 512]))


def _swap_pages(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(0, max(1, len(data) // 4096)) * 4096 for _ in range(2))
    data[one : one + 4096], data[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]


def _cut(data: bytearray, chance: random.Random) -> None:
    if len(data) > 700:
        del data[chance.randrange(600, len(data)) :]


def _lengthen(data: bytearray, chance: random.Random) -> None:
    data += chance.randbytes(chance.choice((1, 512, 4096)))


def _extreme_number(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data) - 4)
    data[place : place + 4] = chance.choice(
        (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1")
    )


_WAYS = (_flip, _flip, _flip_near_start, _overwrite, _blank, _swap_pages, _cut, _lengthen, _extreme_number)
