"""The document is the window's project: one way to change it, one signal that says what changed.

Views never change a project themselves: they hand an edit to ``apply`` and follow ``changed``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, overload

from PySide6.QtCore import QObject, Signal

from planner.domain import Change, Difference, Edit, Edited, Project, Scenario
from planner.guidance import Pack, Review, review
from planner.messages import Message

HISTORY_IN_MEMORY = 500
"""Steps that can be undone; the oldest are forgotten first."""


class Preview(NamedTuple):
    """What an edit would do, tried on the document and thrown away."""

    edited: Edited
    review: Review


class Steps(Sequence[Message]):
    """The names of all steps in the order in which they were made; the first ``present`` are done."""

    def __init__(self, done: Sequence[Difference], undone: Sequence[Difference]) -> None:
        self._done, self._undone = done, undone

    @property
    def present(self) -> int:
        """How many steps are done; those behind them are undone."""
        return len(self._done)

    def __len__(self) -> int:
        return len(self._done) + len(self._undone)

    @overload
    def __getitem__(self, place: int) -> Message: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Message]: ...
    def __getitem__(self, place: int | slice) -> Message | Sequence[Message]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        is_done = place < len(self._done)
        return (self._done[place] if is_done else self._undone[len(self) - 1 - place]).label


@dataclass
class _History:
    """Differences done and undone, and how far the saved state is from here."""

    done: list[Difference] = field(default_factory=list)
    undone: list[Difference] = field(default_factory=list)
    steps_since_saved: int | None = 0

    def add(self, difference: Difference) -> None:
        saved_was_undone = self.steps_since_saved is not None and self.steps_since_saved < 0
        self.steps_since_saved = (
            None if saved_was_undone or self.steps_since_saved is None else self.steps_since_saved + 1
        )
        self.undone.clear()
        self.done.append(difference)
        if len(self.done) > HISTORY_IN_MEMORY:
            del self.done[0]

    def moved(self, by: int) -> None:
        if self.steps_since_saved is not None:
            self.steps_since_saved += by


class Document(QObject):
    """A project with its reviews, its undo history and the file that it belongs to.

    Signals:
        changed(Difference): the project changed by this; after an undo it is the inverse.
        scenario_switched(str): another scenario is shown.
        state_changed(): path, edited mark, or what can be undone changed.
    """

    changed = Signal(object)
    scenario_switched = Signal(str)
    state_changed = Signal()

    def __init__(self, project: Project, *, pack: Pack, path: Path | None = None) -> None:
        super().__init__()
        self._project = project
        self._pack = pack
        self._path = path
        self._scenario_id = next(iter(project.scenarios)).id
        self._reviews: dict[str, Review] = {}
        self._history = _History()

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def pack(self) -> Pack:
        """The rule pack that scores it."""
        return self._pack

    @property
    def scenario_id(self) -> str:
        """The id of the scenario that is shown."""
        return self._scenario_id

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown."""
        return self._project.scenarios[self._scenario_id]

    @property
    def review(self) -> Review:
        """The review of the scenario that is shown."""
        return self.review_of(self._scenario_id)

    def review_of(self, scenario_id: str) -> Review:
        """The review of any scenario, made when first asked for and followed from then on."""
        if scenario_id not in self._reviews:
            self._reviews[scenario_id] = review(self._project, scenario_id, self._pack)
        return self._reviews[scenario_id]

    @property
    def path(self) -> Path | None:
        """The file that the project was opened from or saved to, None for a plan not saved yet."""
        return self._path

    @property
    def is_edited(self) -> bool:
        """Whether the project differs from what was last saved; undoing back to that clears it."""
        return self._history.steps_since_saved != 0

    @property
    def undo_label(self) -> Message | None:
        """The name of the step that undo takes back, None when there is none."""
        return self._history.done[-1].label if self._history.done else None

    @property
    def redo_label(self) -> Message | None:
        """The name of the step that redo does again, None when there is none."""
        return self._history.undone[-1].label if self._history.undone else None

    def preview(self, edit: Edit) -> Preview:
        """Try an edit without doing it; raises PlannerError when it makes no sense."""
        edited = edit(self._project)
        return Preview(edited, self.review.after(edited))

    def apply(self, edit: Edit) -> Difference:
        """Do an edit as one undoable step; when it makes no sense, raise PlannerError and change nothing."""
        edited = edit(self._project)
        if edited.difference:
            self._history.add(edited.difference)
            self._follow(edited)
        return edited.difference

    @property
    def history(self) -> Steps:
        """The steps that can be undone or done again, as they stand."""
        return Steps(self._history.done, self._history.undone)

    def undo(self) -> None:
        """Take the last step back; nothing happens when there is none."""
        self.go_to(len(self._history.done) - 1)

    def redo(self) -> None:
        """Do the step again that was undone last; nothing happens when there is none."""
        self.go_to(len(self._history.done) + 1)

    def go_to(self, step: int) -> None:
        """Undo or redo until so many steps of the history are done, as one change that views follow."""
        history, changes, start = self._history, list[Change](), len(self._history.done)
        label = None
        while history.done and len(history.done) > step:
            history.undone.append(history.done.pop())
            label = history.undone[-1].label
            changes.extend(history.undone[-1].inverse())
        while history.undone and len(history.done) < step:
            history.done.append(history.undone.pop())
            label = history.done[-1].label
            changes.extend(history.done[-1])
        if label is not None:
            history.moved(len(history.done) - start)
            difference = Difference(label, tuple(changes))
            self._follow(Edited(difference.applied(self._project), difference))

    def show_scenario(self, scenario_id: str) -> None:
        """Show another scenario of the project."""
        if scenario_id != self._scenario_id:
            self._scenario_id = self._project.scenarios[scenario_id].id
            self.scenario_switched.emit(scenario_id)

    def mark_saved(self, path: Path, *, saved: Project | None = None) -> None:
        """Note that the file holds the project as it stands, or an earlier value of it that was ``saved``."""
        self._path = path
        is_current = saved is None or saved is self._project
        self._history.steps_since_saved = 0 if is_current else None
        self.state_changed.emit()

    def mark_unsaved(self) -> None:
        """Note that no file holds the project, as for a new plan or an import."""
        self._path = None
        self._history.steps_since_saved = None
        self.state_changed.emit()

    def _follow(self, edited: Edited) -> None:
        self._project = edited.project
        known = edited.project.scenarios
        self._reviews = {key: each.after(edited) for key, each in self._reviews.items() if key in known}
        if self._scenario_id not in known:
            self._scenario_id = next(iter(known)).id
            self.scenario_switched.emit(self._scenario_id)
        self.changed.emit(edited.difference)
        self.state_changed.emit()
