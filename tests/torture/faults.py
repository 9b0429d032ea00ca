"""Every call of a save fails, once or for ever: the document stays whole, and nothing is left beside it.

Where ``strace`` may be used, it makes the calls of a whole save fail, those of SQLite among them; everywhere,
the calls of publishing are made to fail from within. A refusal means that the old file stands there, as its
sentence says, and a save without one that the new file does. What cannot be removed, because removing is what
fails, has to be told to the user.
"""

import errno
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.store.conftest import whole_project
from tests.torture import traced
from tests.torture.acting import Actor, acting, files_of
from tests.torture.outcome import Outcome

from planner import store
from planner.domain import Project
from planner.errors import PlannerError
from planner.store import exchanging, publishing
from planner.store.saving import image_of

COUNT = 1_500
FEW = 40
_CODES = (errno.EIO, errno.ENOSPC, errno.EACCES)
_real_close = os.close
_Case = tuple[str, int, int, bool]
"""A call, which of its kind, what it answers, and whether all later ones answer that too."""


def run(count: int, seed: int) -> Outcome:
    """Try ``count`` faults, drawn from all that there are; all of them when there are fewer."""
    chance = random.Random(seed)
    with patch.object(publishing, "PATIENCE", 0.05), tempfile.TemporaryDirectory() as name:
        within = _Within(Path(name, "within"))
        outside = traced.Traced(Path(name, "outside"))
        cases = [(outside, case) for case in outside.cases()] + [(within, case) for case in within.cases()]
        chance.shuffle(cases)
        faults: list[str] = []
        told = refused = left = 0
        for tool, case in cases[:count]:
            fault, was_refused, was_told = tool.tried(case)
            refused, told, left = refused + was_refused, told + was_told, left + tool.has_left
            if fault:
                faults.append(f"{tool.name}, {_told(case)}: {fault}")
    said = (
        f"of {len(cases):,} possible; {refused:,} refused, {told:,} saved with a word, "
        f"{left} of these that the old file could not be removed"
    )
    return Outcome("faults", min(count, len(cases)), "faults", faults, said, outside.skipped)


def _told(case: _Case) -> str:
    call, number, code, for_ever = case
    return f"{call} {number}{' and all later ones' if for_ever else ''} with {errno.errorcode[code]}"


def judged(folder: Path, target: Path, old: bytes | None, new: bytes, *, answer: str) -> str:
    """What is wrong with a folder after a save that was ``saved``, ``refused`` or ``told`` of a remainder."""
    there = files_of(folder)
    found = there.pop(target.name, None)
    expected = old if answer == "refused" else new
    if found != expected:
        return f"{answer}, and the file is {'gone' if found is None else 'not what that says'}"
    if there and answer != "told":
        return f"{answer}, and {', '.join(there)} is left"
    if any(data not in {old, new} for data in there.values()):
        return f"{answer}, and {', '.join(there)} is half a file"
    return ""


class _Within:
    """Makes the calls of publishing fail from within, in each way that a document is saved."""

    name = "within"
    skipped = ""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.has_left = False
        self._target = folder / "Faulty.teamplan"
        self._old, self._new = image_of(whole_project(), "x"), image_of(Project(name="New"), "x")

    def cases(self) -> Iterator[_Case]:
        """All calls of all ways to save, with every answer; the way stands before the call's name."""
        for way in _WAYS:
            actor = Actor()
            self._publish(way, actor)
            for call, times in actor.counts.items():
                for number in range(1, times + 1):
                    for code in _CODES:
                        for for_ever in (False, True):
                            yield f"{way}: {call}", number, code, for_ever

    def tried(self, case: _Case) -> tuple[str, bool, bool]:
        """What was wrong; whether the save was refused; whether it told of a remainder."""
        described, number, code, for_ever = case
        way, call = described.split(": ")

        def act(name: str, now: int, arguments: tuple[Any, ...]) -> None:
            if name == call and (now == number or (for_ever and now > number)):
                if name == "close":
                    _real_close(*arguments)
                raise OSError(code, os.strerror(code))

        answer, why = "saved", ""
        try:
            published = self._publish(way, Actor(acts=act))
            answer = "told" if published.notes else "saved"
        except PlannerError:
            answer = "refused"
        except Exception as error:
            answer, why = "refused", f"no sentence, but {type(error).__name__}: {error}"
        old = self._old if _WAYS[way][0] else None
        fault = why or judged(self._target.parent, self._target, old, self._new, answer=answer)
        self.has_left = len(list(self._target.parent.iterdir())) > 1
        return fault, answer == "refused", answer == "told"

    def _publish(self, way: str, actor: Actor) -> store.Published:
        for entry in self._target.parent.iterdir():
            entry.unlink()
        is_there, is_known, without = _WAYS[way]
        if is_there:
            self._target.write_bytes(self._old)
        opened = store.read_once(self._target).fingerprint if is_known else None
        patches = [patch.object(exchanging, name, exchanging._unsupported) for name in without]
        for one in patches:
            one.start()
        try:
            with acting(actor):
                return store.publish(self._new, self._target, opened=opened)
        finally:
            for one in patches:
                one.stop()


_WAYS: dict[str, tuple[bool, bool, tuple[str, ...]]] = {
    "exchanged": (True, True, ()),
    "over anything": (True, False, ()),
    "replaced": (True, True, ("_swap",)),
    "new": (False, False, ()),
    "new by link": (False, False, ("_move",)),
}
"""Whether there is a file, whether it was opened, and what the system does not know."""
