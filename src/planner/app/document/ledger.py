"""A ledger keeps the steps of a document: a session on the disk, or memory alone where there is none."""

from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from planner.domain import Difference, Project
from planner.store import Fingerprint
from planner.store.recovery import Image
from planner.store.recovery.timeline import Mark, Timeline
from planner.store.working.kinds import Kind


class Differences(Protocol):
    """Steps by their place, the first at 0; PlannerError for one that cannot be read from the disk."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Difference: ...


class Making(Protocol):
    """The bytes of a document in the making, which any thread may wait for."""

    def result(self) -> Image:
        """Wait for them; PlannerError when there can be none."""
        ...


class Ledger(Protocol):
    """What a document needs of that which keeps its steps; ``store.recovery.Session`` is one."""

    @property
    def history(self) -> Differences:
        """Every step, done or undone."""
        ...

    @property
    def position(self) -> int:
        """How many of them are done."""
        ...

    @property
    def steps_since_saved(self) -> int | None:
        """How far the plan is from its file; 0 when they are alike, None when no steps lead there."""
        ...

    @property
    def fingerprint(self) -> Fingerprint | None:
        """The file's fingerprint as it was opened or last saved."""
        ...

    def record(self, difference: Difference, kind: Kind) -> "Future[None]":
        """Keep one step, without waiting for the disk."""
        ...

    def image(self, project: Project, name: str) -> Making:
        """Begin to make the bytes of a file of the plan as it stands, without waiting for them."""
        ...

    def mark_saved(self, path: Path, fingerprint: Fingerprint, image: Image | None = None) -> "Future[None]":
        """Note that a file holds the plan as it was when ``image`` was begun, or as it stands."""
        ...


class InMemory:
    """Steps that go with the process, as where no folder was named to keep them in."""

    def __init__(self, *, fingerprint: Fingerprint | None = None) -> None:
        self.history: list[Difference] = []
        self.fingerprint = fingerprint
        self._timeline = Timeline(saved=0)

    @property
    def position(self) -> int:
        """How many steps are done."""
        return self._timeline.position

    @property
    def steps_since_saved(self) -> int | None:
        """How far the plan is from its file."""
        return self._timeline.steps_since_saved

    def record(self, difference: Difference, kind: Kind = Kind.DO) -> "Future[None]":
        """Keep one step."""
        self._timeline.follow(kind)
        if kind is Kind.DO:
            self.history[self.position - 1 :] = [difference]
        return _done()

    def image(self, project: Project, name: str) -> Making:
        """Begin to make the bytes of a file; they are made when somebody waits for them."""
        return _FromProject(project, name, self._timeline.here())

    def mark_saved(
        self,
        path: Path,  # noqa: ARG002 - a session notes it
        fingerprint: Fingerprint | None,
        image: Image | None = None,
    ) -> "Future[None]":
        """Note that a file holds the plan."""
        self.fingerprint = fingerprint
        self._timeline.save_at(None if image is None else image.mark)
        return _done()

    def mark_unsaved(self) -> None:
        """Note that no file ever held the plan."""
        self._timeline.saved = Mark(None)


class _FromProject:
    def __init__(self, project: Project, name: str, mark: Mark) -> None:
        self._project, self._name, self._mark = project, name, mark

    def result(self) -> Image:
        from planner.store.saving import image_of

        return Image(image_of(self._project, self._name), self._mark)


def _done() -> "Future[None]":
    future: Future[None] = Future()
    future.set_result(None)
    return future
