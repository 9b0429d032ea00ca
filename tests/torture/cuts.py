"""The power goes at any moment of a save: what the disk may hold then opens as the old file or the new.

Everything that a save calls is written down and played to a disk that forgets: bytes that were not forced are
lost, torn or zero in any sectors; names that were not forced are there or not, in any combination that a file
system which orders nothing could leave. After the save has returned, only the new file is right.
"""

import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec import Struct, field
from tests.store.conftest import whole_project
from tests.torture.acting import Actor, acting
from tests.torture.outcome import Outcome

from planner import store
from planner.domain import Project
from planner.store import exchanging
from planner.store.saving import image_of

COUNT = 2_000
FEW = 200
_SECTOR = 512


class _Step(Struct, dict=True):
    """A call that changes something: its name, the paths or the file it is about, the bytes of a write."""

    name: str
    paths: tuple[str, ...] = ()
    file: int = 0
    data: bytes = b""


class _Recorder(Struct, dict=True):
    """Writes down the steps of a save; a file is known by the number of its opening."""

    steps: list[_Step] = field(default_factory=list)
    _files: dict[int, int] = field(default_factory=dict)
    _count: int = 0

    def told(self, name: str, arguments: tuple[Any, ...], result: Any) -> None:
        """One call that has happened."""
        if name == "open":
            self._count += 1
            self._files[result] = self._count
            if arguments[1] & os.O_CREAT:
                self.steps.append(_Step("create", (os.fspath(arguments[0]),), self._count))
            elif Path(arguments[0]).is_dir():
                self._files[result] = -1
        elif name == "write":
            data = bytes(arguments[1][:result])
            self.steps.append(_Step("write", file=self._files[arguments[0]], data=data))
        elif name == "fsync":
            self.steps.append(_Step("fsync", file=self._files[arguments[0]]))
        elif name in _NAMES:
            paths = tuple(os.fspath(one) for one in arguments[: 1 if name == "unlink" else 2])
            self.steps.append(_Step(_NAMES[name], paths))


_NAMES = {
    "_swap": "exchange",
    "_move": "rename",
    "rename": "rename",
    "replace": "rename",
    "link": "link",
    "unlink": "unlink",
}


def run(count: int, seed: int) -> Outcome:
    """Try ``count`` cuts, spread over every way in which a document is saved."""
    chance = random.Random(seed)
    old, new = image_of(whole_project(), "x"), image_of(Project(name="New"), "x")
    faults: list[str] = []
    seen: set[tuple[str, int, bytes | None]] = set()
    ways = list(_recorded(old, new))
    for number in range(count):
        way, target, before, steps = ways[number % len(ways)]
        cut = chance.randrange(len(steps) + 1)
        found = _after_cut(steps[:cut], target, before, chance)
        allowed = (new,) if cut == len(steps) else (before, new)
        seen.add((way, cut, found))
        if found not in allowed:
            what = "nothing" if found is None else f"{len(found)} bytes that are neither"
            faults.append(f"{way}: cut after {cut} of {len(steps)} steps leaves {what}")
    both = sum(found == new for _, _, found in seen)
    said = f"{len(ways)} ways to save, {len(seen)} different ends, {both} of them with the new file"
    return Outcome("cuts", count, "power cuts", faults, said)


def _recorded(old: bytes, new: bytes) -> Iterator[tuple[str, str, bytes | None, list[_Step]]]:
    """Each way to save: what it is called, the target, what stood there, and the steps."""
    for way, before, without in (
        ("exchange", old, ()),
        ("replace, with the old one linked aside", old, ("_swap",)),
        ("new file", None, ()),
        ("new file, linked", None, ("_move",)),
    ):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "Cut.teamplan")
            opened = None
            if before is not None:
                path.write_bytes(before)
                opened = store.read_once(path).fingerprint
            recorder = _Recorder()
            patches = [patch.object(exchanging, name, exchanging._unsupported) for name in without]
            for one in patches:
                one.start()
            with acting(Actor(told=recorder.told)):
                store.publish(new, path, opened=opened)
            for one in patches:
                one.stop()
            yield way, os.path.realpath(path), before, recorder.steps


def _after_cut(steps: list[_Step], target: str, before: bytes | None, chance: random.Random) -> bytes | None:
    """What stands under the target's name when the power comes back."""
    names: dict[str, int] = {} if before is None else {target: 0}
    forced = max(
        (place for place, step in enumerate(steps) if step.name == "fsync" and step.file == -1), default=-1
    )
    keeps_order = chance.random() < 0.5
    for place, step in enumerate(steps):
        if step.name not in {"create", "rename", "exchange", "link", "unlink"}:
            continue
        if place < forced or chance.random() < 0.7:
            _apply(names, step)
        elif keeps_order:
            break
    file = names.get(target)
    if file is None:
        return None
    return before if file == 0 else _bytes_of(file, steps, chance)


def _apply(names: dict[str, int], step: _Step) -> None:
    """Change the names as a step does; one whose file never came to the disk does nothing."""
    first, *rest = step.paths
    if step.name == "create":
        names[first] = step.file
    elif first not in names:
        return
    elif step.name == "unlink":
        del names[first]
    elif step.name == "link":
        names.setdefault(rest[0], names[first])
    elif step.name == "rename":
        names[rest[0]] = names.pop(first)
    elif rest[0] in names:
        names[first], names[rest[0]] = names[rest[0]], names[first]


def _bytes_of(file: int, steps: list[_Step], chance: random.Random) -> bytes:
    """The bytes of a file: whole as far as they were forced, else with sectors that are missing or zero."""
    forced = max(
        (place for place, step in enumerate(steps) if step.name == "fsync" and step.file == file), default=-1
    )
    data = bytearray()
    for place, step in enumerate(steps):
        if step.name == "write" and step.file == file:
            data += step.data if place < forced else _torn(step.data, chance)
    return bytes(data)


def _torn(data: bytes, chance: random.Random) -> bytes:
    torn = bytearray(data)
    for sector in range(0, len(torn), _SECTOR):
        if chance.random() < 0.3:
            torn[sector : sector + _SECTOR] = bytes(len(torn[sector : sector + _SECTOR]))
    return bytes(torn[: chance.randrange(len(torn) + 1)] if chance.random() < 0.5 else torn)
