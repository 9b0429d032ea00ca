"""A recovery folder, a clock that is set by hand, and what it is to crash: to stop, and be copied away."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.conftest import whole_project

from planner import store
from planner.domain import edits
from planner.store.recovery import Recovery, Session


class Clock:
    """Tells the time that was set."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def days_pass(self, days: float) -> None:
        self.time += timedelta(days=days)


class Desk:
    """One machine: its recovery folder, and whoever works at it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.crashes = 0
        self.sessions: list[Session] = []
        self.start()

    def start(self) -> None:
        """Start the program (again)."""
        self.recovery = Recovery(self.folder, version="0.1", now=self.clock)

    def days_of_use(self, days: int) -> None:
        """Start the program on each of so many days: only so does what has had its time go."""
        for _ in range(days):
            self.clock.days_pass(1)
            self.start()
            self.recovery.lost()

    def begin(self, project, *args, **named) -> Session:
        session = self.recovery.begin(project, *args, **named)
        self.sessions.append(session)
        return session

    def resume(self, lost, **named):
        resumed = self.recovery.resume(lost, **named)
        self.sessions.append(resumed.session)
        return resumed

    def crash(self) -> None:
        """Go on with a copy of the files as they are now, as after the death of the program."""
        for session in self.sessions:
            session.flush()
        self.crashes += 1
        copy = self.folder.with_name(f"after crash {self.crashes}")
        shutil.copytree(self.folder, copy)
        self.leave()
        self.folder = copy
        self.start()

    def leave(self) -> None:
        """Let go of everything, so that no thread or file stays open."""
        for session in self.sessions:
            session.close()
        self.sessions.clear()


def renamed(session, project, name):
    """One edit, kept by the session; gives the project after it."""
    edited = edits.edit_project(project, name=name)
    session.record(edited.difference)
    return edited.project


def saved(session, project, path):
    """Save what a session keeps; gives the document's fingerprint."""
    image = session.image(project, path.name).result()
    opened = session.fingerprint if session.document == path.absolute() else None
    fingerprint = store.publish(image.data, path, opened=opened).fingerprint
    session.mark_saved(path, fingerprint, image)
    return fingerprint


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "recovery")
    yield desk
    desk.leave()


@pytest.fixture
def project():
    return whole_project()
