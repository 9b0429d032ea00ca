"""Does what the drawer asks: every change is one undoable step, and what cannot be done is refused."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.app.document import Document
from planner.domain import Activity, Edit, Level, Link, Practice, PracticeKind, edits
from planner.errors import PlannerError
from planner.messages import Message, message


class Agreeing(QObject):
    """The edits of agreements in the scenario that is shown.

    Signals:
        said(Message): what happened, as one step that can be undone.
        refused(str): why something was not done.
    """

    said = Signal(object)
    refused = Signal(str)

    def __init__(self, document: Document, new_id: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self._new_id = document, new_id

    def set_level(self, activity: Activity, team: str, level: Level | None) -> None:
        """Say how a team is responsible for an activity; None clears it."""
        words = "{team} is {level} for {activity}." if level else "{team} has no part in {activity} now."
        said = message(
            words,
            team=self.document.scenario.teams[team].name,
            activity=message(activity.phrase),
            level=message(level.value if level else ""),
        )
        edit = partial(edits.set_responsibility, activity=activity, team=team, level=level)
        self._do(edit, said)

    def add_practice(self, kind: PracticeKind) -> str | None:
        """Start a practice without owner and teams; gives its id."""
        practice = Practice(id=self._new_id(), kind=kind)
        done = self._do(partial(edits.add_practice, practice=practice))
        return practice.id if done else None

    def set_owner(self, practice: Practice, owner: str | None) -> None:
        """Say which team or person owns a practice."""
        self._edit_practice(practice, owner, practice.teams)

    def set_teams(self, practice: Practice, teams: tuple[str, ...]) -> None:
        """Say which teams take part in a practice."""
        self._edit_practice(practice, practice.owner, teams)

    def remove_practice(self, practice: Practice) -> None:
        """End a practice."""
        self._do(partial(edits.remove_practice, practice=practice.id))

    def add_link(self, link: Link) -> bool:
        """Link two teams; False when that was refused."""
        return self._do(partial(edits.add_link, link=link))

    def remove_link(self, link: Link) -> None:
        """Remove a link."""
        self._do(partial(edits.remove_link, link=link))

    def _edit_practice(self, practice: Practice, owner: str | None, teams: tuple[str, ...]) -> None:
        if (owner, teams) != (practice.owner, practice.teams):
            self._do(partial(edits.edit_practice, practice=practice.id, owner=owner, teams=teams))

    def _do(self, edit: Callable[..., object], said: Message | None = None) -> bool:
        whole: Edit = partial(edit, scenario=self.document.scenario_id)  # type: ignore[assignment]
        try:
            difference = self.document.apply(whole)
        except PlannerError as refusal:
            self.refused.emit(str(refusal))
            return False
        if difference:
            self.said.emit(said or difference.label)
        return True
