"""Makes the system calls of a whole save fail by ``strace``, from SQLite's first image to the last sync.

A child that has everything loaded waits for a signal; ``strace`` takes hold of it, and then it saves.
"""

import ctypes
import errno
import hashlib
import mmap
import os
import re
import shutil
import signal
import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.store.conftest import whole_project

from planner import store
from planner.domain import Project
from planner.errors import PlannerError
from planner.store.abandoned import clear_up

_SYSCALLS = (
    "openat,read,write,pread64,pwrite64,fsync,fdatasync,ftruncate,close,fstat,newfstatat,statx,stat,lstat,access,"
    "faccessat,faccessat2,rename,renameat,renameat2,link,linkat,unlink,unlinkat,fchmod,fchown,fsetxattr,listxattr,"
    "lseek,mkdir,mkdirat,rmdir,fcntl,readlink,readlinkat,getdents64"
)
_CODES = (errno.EIO, errno.ENOSPC)
_SAVED, _TOLD, _REFUSED, _CRASHED = 0, 3, 4, 5
_ANSWERS = {_SAVED: "saved", _TOLD: "told", _REFUSED: "refused"}
_WORDS = 1024
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


class Traced:
    """Saves in children whose system calls fail; ``skipped`` tells why that cannot be here."""

    name = "traced"

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.skipped, self.has_left = "", False
        self._words_of_child = mmap.mmap(-1, _WORDS)
        self._folder, self._log = folder / "documents", folder / "log"
        self._folder.mkdir()
        self._target = self._folder / "Faulty.teamplan"
        self._old, self._new = whole_project(), Project(name="New")
        store.save(self._old, self._target)
        self._before = self._target.read_bytes()
        store.save(self._new, self._folder / "once")  # loads everything
        self._counts = self._counted()

    def cases(self) -> Iterator[tuple[str, int, int, bool]]:
        """All calls of a save that succeeds, with every answer."""
        for call, times in self._counts.items():
            for number in range(1, times + 1):
                for code in _CODES:
                    for for_ever in (False, True):
                        yield call, number, code, for_ever

    def tried(self, case: tuple[str, int, int, bool]) -> tuple[str, bool, bool]:
        """What was wrong; whether the save was refused; whether it told of a remainder."""
        call, number, code, for_ever = case
        when = f"{number}+" if for_ever else str(number)
        status = self._saved("-e", f"inject={call}:error={errno.errorcode[code]}:when={when}")
        if status not in _ANSWERS:
            return f"no sentence, but {self._words()} (exit code {status})", False, False
        answer = _ANSWERS[status]
        return self._judged(answer), answer == "refused", answer == "told"

    def died(self, injected: str, expected: int) -> tuple[str, bool]:
        """Save in a child that is killed: what is wrong with what it left; whether it left a file beside."""
        status = self._saved("-e", injected)
        there = {entry for entry in self._folder.iterdir() if entry != self._target}
        if status != expected:
            return f"the exit code is {status}", False
        if self._target.read_bytes() != self._before and store.read(self._target) != self._new:
            return "the file is neither the old one nor the new", bool(there)
        found = self._target.read_bytes()
        notes = clear_up(self._target, known={hashlib.sha256(self._before).hexdigest()})
        if self._target.read_bytes() != found:
            return "clearing up changed the document", bool(there)
        new = [entry for entry in self._folder.iterdir() if entry != self._target]
        is_new_plan_kept = notes and [store.read(entry) for entry in new] == [self._new]
        return ("" if not new or is_new_plan_kept else "something is left for good"), bool(there)

    def _judged(self, answer: str) -> str:
        there = {entry.name: entry for entry in self._folder.iterdir()}
        self.has_left = len(there) > 1
        path = there.pop(self._target.name, None)
        if path is None:
            return f"{answer}, and the file is gone"
        if answer == "refused":
            if path.read_bytes() != self._before:
                return "refused, and the file is not as it was"
        elif store.read(path) != self._new:
            return f"{answer}, and the file is not the new plan"
        return f"{answer}, and {', '.join(there)} is left" if there and answer != "told" else ""

    def _counted(self) -> Counter[str]:
        if not sys.platform.startswith("linux") or shutil.which("strace") is None:
            self.skipped = "there is no strace here, so SQLite's own calls were not made to fail"
            return Counter()
        status = self._saved()
        calls = (
            re.findall(r"^(?:\d+ +)?(\w+)\(", self._log.read_text(), re.MULTILINE)
            if self._log.exists()
            else []
        )
        if status != _SAVED or not calls:
            self.skipped = "strace may not look at other processes here, so only calls from within were tried"
            return Counter()
        return Counter(calls)

    def _saved(self, *options: str) -> int:
        """Save in a child under strace; gives its exit code."""
        for entry in self._folder.iterdir():
            entry.unlink()
        self._target.write_bytes(self._before)
        opened = store.read_once(self._target).fingerprint
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads, as a test runner may have
            child = os.fork()
        if child == 0:
            self._wait_and_save(opened)
        command = ["strace", "-p", str(child), "-o", str(self._log), "-e", f"trace={_SYSCALLS}", *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            line = tracer.stderr.readline()
            os.kill(child, signal.SIGUSR1 if "attached" in line else signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            tracer.stderr.read()
        return os.waitstatus_to_exitcode(status)

    def _wait_and_save(self, opened: store.Fingerprint) -> None:
        code = _CRASHED
        try:
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)
            signal.sigwait({signal.SIGUSR1})
            published = store.save(self._new, self._target, opened=opened)
            code = _TOLD if published.notes else _SAVED
        except PlannerError:
            code = _REFUSED
        except BaseException as error:
            self._note(error)
        finally:
            os._exit(code)

    def _note(self, error: BaseException) -> None:
        """Leave word of what was raised, and where, in memory: files may fail here."""
        places, trace = [], error.__traceback__
        while trace is not None:
            places.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
            trace = trace.tb_next
        self._words_of_child.seek(0)
        self._words_of_child.write(f"{error!r} in {' '.join(places[-6:])}".encode()[:_WORDS])

    def _words(self) -> str:
        words = self._words_of_child[:].rstrip(b"\0").decode(errors="replace")
        self._words_of_child[:] = bytes(_WORDS)
        return words
