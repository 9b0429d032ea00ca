"""The document is the window's project: one way to change it, one signal that says what changed.

Views never change a project themselves: they hand an edit to ``apply`` and follow ``changed``.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from planner.app.document.first_look import FirstLook
from planner.app.document.ledger import InMemory, Ledger, Making
from planner.app.document.steps import Steps
from planner.domain import Change, Difference, Edit, Edited, Project, Scenario
from planner.guidance import Pack, Review, review
from planner.messages import Message
from planner.store import Fingerprint
from planner.store.recovery import Image, Session
from planner.store.working.kinds import Kind


class Preview(NamedTuple):
    """What an edit would do, tried on the document and thrown away."""

    edited: Edited
    review: Review


class Document(QObject):
    """A project with its reviews, its undo history and the file that it belongs to.

    Signals:
        changed(Difference): the project changed by this; after an undo it is the inverse.
        scenario_switched(str): another scenario is shown.
        state_changed(): path, edited mark, what can be undone, or whether edits are kept safe changed.

    Its steps are kept in memory until ``keep_in`` names the session that keeps them safe.
    """

    changed = Signal(object)
    scenario_switched = Signal(str)
    state_changed = Signal()

    def __init__(
        self,
        project: Project,
        *,
        pack: Pack,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        first_look: FirstLook | None = None,
    ) -> None:
        super().__init__()
        self._project = project
        self._pack = pack
        self._path = path
        self._scenario_id = next(iter(project.scenarios)).id
        self._reviews = {self._scenario_id: first_look.review} if first_look else dict[str, Review]()
        self._first_look = first_look
        self._ledger: Ledger = InMemory(fingerprint=fingerprint)
        self._session: Session | None = None
        self._trouble: Message | None = None
        self._is_out_of_step = self._is_superseded = False

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

    def take_first_look(self) -> FirstLook | None:
        """What was worked out of the plan before it was shown, for the first who asks; else None."""
        first, self._first_look = self._first_look, None
        return first

    @property
    def path(self) -> Path | None:
        """The file that the project was opened from or saved to, None for a plan not saved yet."""
        return self._path

    @property
    def fingerprint(self) -> Fingerprint | None:
        """The file's fingerprint as it was opened or last saved."""
        return self._ledger.fingerprint

    @property
    def session(self) -> Session | None:
        """What keeps the steps safe, None while they are in memory alone."""
        return self._session

    @property
    def is_edited(self) -> bool:
        """Whether the project differs from what its file holds; undoing back to that clears it."""
        return self._is_out_of_step or self._ledger.steps_since_saved != 0

    @property
    def is_superseded(self) -> bool:
        """Whether another program put another version into the file, which nobody has decided on yet."""
        return self._is_superseded

    @property
    def is_kept_safe(self) -> bool:
        """Whether every edit is on this computer's disk, or on its way there."""
        return self._session is not None and self._trouble is None

    @property
    def trouble(self) -> Message | None:
        """Why edits are in memory alone although they should not be."""
        return self._trouble

    @property
    def undo_label(self) -> Message | None:
        """The name of the step that undo takes back, None when there is none."""
        steps = self.history
        return steps[steps.present - 1] if steps.present else None

    @property
    def redo_label(self) -> Message | None:
        """The name of the step that redo does again, None when there is none."""
        steps = self.history
        return steps[steps.present] if steps.present < len(steps) else None

    def preview(self, edit: Edit) -> Preview:
        """Try an edit without doing it; raises PlannerError when it makes no sense."""
        edited = edit(self._project)
        return Preview(edited, self.review.after(edited))

    def apply(self, edit: Edit) -> Difference:
        """Do an edit as one undoable step; when it makes no sense, raise PlannerError and change nothing."""
        edited = edit(self._project)
        if edited.difference:
            self._ledger.record(edited.difference, Kind.DO)
            self._follow(edited)
        return edited.difference

    @property
    def history(self) -> Steps:
        """The steps that can be undone or done again, as they stand."""
        return Steps(self._ledger.history, self._ledger.position)

    def undo(self) -> None:
        """Take the last step back; nothing happens when there is none."""
        self.go_to(self._ledger.position - 1)

    def redo(self) -> None:
        """Do the step again that was undone last; nothing happens when there is none."""
        self.go_to(self._ledger.position + 1)

    def go_to(self, step: int) -> None:
        """Undo or redo until so many steps of the history are done, as one change that views follow.

        PlannerError, and nothing happens, when a step on the way cannot be read from the disk.
        """
        ledger, start = self._ledger, self._ledger.position
        step = max(0, min(step, len(ledger.history)))
        if step == start:
            return
        kind = Kind.UNDO if step < start else Kind.REDO
        places = range(start - 1, step - 1, -1) if kind is Kind.UNDO else range(start, step)
        steps = [ledger.history[place] for place in places]
        made = [each.inverse() if kind is Kind.UNDO else each for each in steps]
        for each in made:
            ledger.record(each, kind)
        changes: tuple[Change, ...] = tuple(change for each in made for change in each)
        difference = Difference(made[-1].label, changes)
        self._follow(Edited(difference.applied(self._project), difference))

    def show_scenario(self, scenario_id: str) -> None:
        """Show another scenario of the project."""
        if scenario_id != self._scenario_id:
            self._scenario_id = self._project.scenarios[scenario_id].id
            self.scenario_switched.emit(scenario_id)

    def keep_in(self, session: Session) -> None:
        """Let a session keep the steps from now on; it was begun with the project and the steps of this."""
        self._ledger = self._session = session
        self._trouble = session.trouble
        self.state_changed.emit()

    def hear(self, trouble: Message | None) -> None:
        """Hear why edits are in memory alone from now on; None once they are safe again."""
        self._trouble = trouble
        self.state_changed.emit()

    def image(self, name: str) -> Making:
        """Begin to make the bytes of a file of the project as it stands; ``name`` is the file's."""
        return self._ledger.image(self._project, name)

    def mark_saved(
        self, path: Path, fingerprint: Fingerprint | None = None, image: Image | None = None
    ) -> None:
        """Note that the file holds the project as it was when ``image`` was begun, or as it stands.

        A document whose steps a session keeps needs the fingerprint of what was written.
        """
        if fingerprint is not None:
            self._ledger.mark_saved(path, fingerprint, image)
        elif isinstance(self._ledger, InMemory):
            self._ledger.mark_saved(path, None, image)
        else:
            raise ValueError("a session knows its document by the fingerprint")
        self._path = path
        self._is_out_of_step = self._is_superseded = False
        self.state_changed.emit()

    def mark_unsaved(self) -> None:
        """Note that no file holds the project, as for a new plan or an import; before a session keeps it."""
        self._path = None
        if isinstance(self._ledger, InMemory):
            self._ledger.mark_unsaved()
        self.state_changed.emit()

    def mark_out_of_step(self, *, is_out_of_step: bool) -> None:
        """Note that the file is not as it was saved, though no step was made, as when it is gone."""
        self._is_out_of_step, self._is_superseded = is_out_of_step, False
        self.state_changed.emit()

    def mark_superseded(self) -> None:
        """Note that another program put another version into the file."""
        self._is_out_of_step, self._is_superseded = False, True
        self.state_changed.emit()

    def _follow(self, edited: Edited) -> None:
        before, known = self._project.scenarios, edited.project.scenarios
        self._project, self._first_look = edited.project, None
        self._reviews = {key: each.after(edited) for key, each in self._reviews.items() if key in known}
        if self._scenario_id not in known:
            # A copy stood behind what it was made of, which is shown again.
            neighbours = [each.id for each in known][: max(1, before.index(self._scenario_id))]
            self._scenario_id = neighbours[-1]
            self.scenario_switched.emit(self._scenario_id)
        self.changed.emit(edited.difference)
        self.state_changed.emit()
