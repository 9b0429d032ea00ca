"""The File menu of one window: opens, saves, imports and exports, and never loses what is not saved."""

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.app.files.opening import (
    PROJECT_ENDING,
    OpenedFile,
    RosterNamed,
    clean_name,
    open_file,
)
from planner.app.files.recent import RecentFile
from planner.app.settings import EXPORT_SKILLS
from planner.app.window.notices import Offer
from planner.errors import PlannerError
from planner.messages import Message

if TYPE_CHECKING:
    from planner.app.application import Program
    from planner.app.document import Document
    from planner.app.files.asking import Asking
    from planner.app.window.main_window import MainWindow
    from planner.domain import Project
    from planner.store import Fingerprint


class FileCommands(QObject):
    """What the rows of the File menu name.

    Signals:
        saved(): the document stands in its file.
    """

    saved = Signal()

    def __init__(self, window: "MainWindow", program: "Program") -> None:
        super().__init__(window)
        self._window, self._program = window, program
        self._fingerprint: Fingerprint | None = None

    @cached_property
    def asking(self) -> "Asking":
        """What asks the user; a test puts another in its place."""
        from planner.app.files.asking import Asking

        return Asking(self._window)

    @property
    def has_document(self) -> bool:
        """Whether a plan is open in this window."""
        return self._window.document is not None

    def new(self) -> None:
        """Show the start screen: here when it is shown already, else in another window."""
        if self.has_document:
            self._program.new_window()
        else:
            self._window.bring_to_front()

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self.asking.file_to_open(self._program.folder)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file: here on the start screen, else in another window; raise the one that has it open."""
        path = path.absolute()
        self._program.remember_folder(path)
        other = self._program.window_of(path)
        if other is not None:
            other.bring_to_front()
            if other is not self._window:
                other.tell(f"{path.name} is already open. Here it is.")
            return
        self._program.work.start(
            partial(open_file, path), done=partial(self._opened, path), failed=self._window.refuse
        )

    def show_project(self, opened: OpenedFile, *, is_saved: bool) -> None:
        """Show a project that was read or made: here on the start screen, else in another window."""
        if self.has_document:
            self._program.new_window().files.show_project(opened, is_saved=is_saved)
            return
        from planner.app.document import Document

        document = Document(opened.project, pack=self._program.pack, path=opened.path)
        if not is_saved:
            document.mark_unsaved()
        self._fingerprint = opened.fingerprint
        self._window.show_document(document)
        if opened.warnings:
            self._window.tell(" ".join(map(str, opened.warnings)), tone="warning")
        self._note_recent()

    def save(self) -> None:
        """Save to the document's file; asks for a place when it has none."""
        document = self._window.document
        if document is not None and document.path is not None:
            self._save_to(document.path, opened=self._fingerprint)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a place and save there; the document stands there from then on."""
        document = self._window.document
        if document is None:
            return
        name = f"{clean_name(document.project.name)}{PROJECT_ENDING}"
        suggested = document.path or self._program.documents / name
        path = self.asking.place_to_save(suggested)
        if path is not None:
            self.save_at(path)

    def save_at(self, path: Path) -> None:
        """Save to a place that the user chose, in place of what stands there."""
        self._program.remember_folder(path)
        self._save_to(path.absolute(), opened=None)

    def import_people(self) -> None:
        """Ask for a roster and import its people."""
        path = self.asking.roster_to_import(self._program.folder)
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Import a roster, after a look at what was understood."""
        self._program.remember_folder(path)
        self._program.import_roster(path, self._window)

    def export_pdf(self) -> None:
        """Ask for a place and write chart and score page there."""
        document = self._window.document
        if document is None:
            return
        folder = document.path.parent if document.path is not None else self._program.documents
        name = f"{clean_name(f'{document.project.name} {document.scenario.name}')}.pdf"
        path = self.asking.place_to_export(folder / name)
        if path is not None:
            self.export_to(path)

    @property
    def tells_skills(self) -> bool:
        """Whether exports tell what people's records say of their skills; off until it is ticked."""
        return self._program.settings.get(EXPORT_SKILLS)

    def toggle_skills(self) -> None:
        """Tick or untick that."""
        self._program.settings.set(EXPORT_SKILLS, not self.tells_skills)

    def export_to(self, path: Path) -> None:
        """Write chart and score page of the shown scenario to a place that the user chose."""
        document = self._window.document
        if document is None:
            return
        task = self._program.pdf_task(document.project, document.scenario_id, path)
        self._window.say(f"Exporting {path.name} …")
        self._program.work.start(task, done=partial(self._exported, path), failed=self._window.refuse)

    def may_close(self) -> bool:
        """Ask about unsaved changes; False when the window has to stay, for now or because a save began."""
        document = self._window.document
        if document is None or not document.is_edited:
            return True
        name = document.path.name if document.path is not None else document.project.name
        from planner.app.files.asking import Answer

        match self.asking.about_changes(name):
            case Answer.DISCARD:
                return True
            case Answer.SAVE:
                self.save()
                self._program.work.wait()
                self._program.deliver()
                return not document.is_edited
            case Answer.CANCEL:
                return False

    def quit(self) -> None:
        """Close every window, each asking for its own changes."""
        self._program.quit()

    def _opened(self, path: Path, opened: OpenedFile | RosterNamed) -> None:
        if isinstance(opened, RosterNamed):
            self.import_path(path)
        else:
            self.show_project(opened, is_saved=opened.path is not None)

    def _save_to(self, path: Path, *, opened: "Fingerprint | None") -> None:
        document = self._window.document
        if document is None:
            return
        project = document.project
        self._program.work.start(
            partial(_saved, project, path, opened),
            done=partial(self._have_saved, document, project, path),
            failed=partial(self._not_saved, path),
        )

    def _have_saved(
        self, document: "Document", project: "Project", path: Path, print_: "Fingerprint"
    ) -> None:
        self._fingerprint = print_
        document.mark_saved(path, saved=project)
        self._window.say(f"Saved {path.name}.")
        self._note_recent()
        self.saved.emit()

    def _not_saved(self, path: Path, refusal: PlannerError) -> None:
        offers = [Offer("Save elsewhere…", self.save_as)]
        if _is_changed_outside(refusal):
            offers.append(Offer("Replace it", partial(self.save_at, path)))
        self._window.refuse(refusal, *offers)

    def _exported(self, path: Path, notes: tuple[Message, ...]) -> None:
        self._window.say(f"Exported {path.name}.")
        if notes:
            self._window.tell(" ".join(map(str, notes)), tone="warning")

    def _note_recent(self) -> None:
        document = self._window.document
        if document is None or document.path is None:
            return
        review = document.review
        self._program.recent.note(
            RecentFile(
                path=str(document.path),
                plan=document.project.name,
                scenario=document.scenario.name,
                total=review.score.total,
                judgement=review.band.judgement if review.band is not None else None,
                opened=datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds"),
            )
        )


def _saved(project: "Project", path: Path, opened: "Fingerprint | None") -> "Fingerprint":
    from planner.store import save

    return save(project, path, opened=opened)


def _is_changed_outside(refusal: PlannerError) -> bool:
    from planner.store import ChangedOutside

    return isinstance(refusal, ChangedOutside)
