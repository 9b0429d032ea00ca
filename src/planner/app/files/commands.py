"""The File menu of one window: opens, saves, imports and exports, and never loses what is not saved."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.app.files.opening import PROJECT_ENDING, OpenedFile, clean_name
from planner.app.files.recent import recent_file
from planner.app.settings import EXPORT_SKILLS, SAVE_WHEN_IDLE
from planner.app.window.notices import Lane, Offer
from planner.errors import PlannerError
from planner.messages import Message, message

if TYPE_CHECKING:
    from planner.app.document import Document
    from planner.app.files.asking import Asking
    from planner.app.files.bringing import Bringing
    from planner.app.files.safekeeping import Safekeeping
    from planner.app.files.trouble import Trouble
    from planner.app.surroundings import OpenWindow, RunningProgram


class FileCommands(QObject):
    """What the rows of the File menu name.

    Signals:
        saved(): the document stands in its file.
    """

    saved = Signal()

    def __init__(self, window: "OpenWindow", program: "RunningProgram") -> None:
        super().__init__(window.window())
        self._window, self._program = window, program
        self._safe: Safekeeping | None = None

    @cached_property
    def asking(self) -> "Asking":
        """What asks the user; a test puts another in its place."""
        from planner.app.files.asking import Asking

        return Asking(self._window.window(), self._program.look)

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

    @cached_property
    def bringing(self) -> "Bringing":
        """What reads files and brings them into windows."""
        from planner.app.files.bringing import Bringing

        return Bringing(self._window, self._program, self)

    @property
    def safe(self) -> "Safekeeping | None":
        """What keeps the open document safe."""
        return self._safe

    @property
    def can_revert(self) -> bool:
        """Whether there is a file to go back to, and changes to take back."""
        document = self._window.document
        return document is not None and document.path is not None and document.is_edited

    @property
    def has_file(self) -> bool:
        """Whether the open plan has a file."""
        return self._window.document is not None and self._window.document.path is not None

    def open_path(self, path: Path) -> None:
        """Open a file: here on the start screen, else in another window; raise the one that has it open."""
        self.bringing.open_path(path)

    def show_project(
        self,
        opened: OpenedFile,
        *,
        is_saved: bool,
        trouble: "Trouble | None" = None,
        read_from: Path | None = None,
    ) -> None:
        """Show a project that was read or made: here on the start screen, else in another window."""
        self.bringing.show_project(opened, is_saved=is_saved, trouble=trouble, read_from=read_from)

    def take_over(
        self, document: "Document", opened: OpenedFile, *ways: Offer, trouble: "Trouble | None"
    ) -> None:
        """Show a document in this window and keep it safe from then on; ``ways`` lead back to what it was."""
        safe = self._begin_safe(document, opened, trouble)
        self._window.show_document(document)
        safe.begin(opened)
        safe.tell_of(opened, *ways)
        self.note_recent()

    def keep_safe(self, document: "Document") -> None:
        """Keep the document of this window safe from now on, unless that was begun."""
        if self._safe is None:
            self._begin_safe(document).begin()

    def save(self) -> None:
        """Save to the document's file; asks for a place when it has none."""
        document = self._window.document
        if document is not None and document.path is not None and self._safe is not None:
            self._safe.saving.save()
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a place and save there; the document stands there from then on."""
        path = self._asked_for_place("")
        if path is not None:
            self.save_at(path)

    def save_copy(self) -> None:
        """Ask for a place and write a copy there; the document stays where it is."""
        path = self._asked_for_place(" copy")
        if path is not None and self._safe is not None and not self._is_open_elsewhere(path, or_here=True):
            self._safe.saving.save_copy_at(path.absolute())

    def save_at(self, path: Path) -> None:
        """Save to a place that the user chose, in place of what stands there.

        The document's own file is saved as ever: what another program wrote there is no less worth.
        """
        self._program.remember_folder(path)
        document = self._window.document
        if document is None or self._safe is None or self._is_open_elsewhere(path):
            return
        if document.path is not None and self._program.window_of(path) is self._window:
            self._safe.saving.save()
        else:
            self._safe.saving.save_at(path.absolute())

    def revert(self) -> None:
        """Go back to what the file holds, as one step that can be undone."""
        if self._safe is not None:
            self._safe.load_again(message("Revert to Saved"))

    def load_theirs(self) -> None:
        """Show what another program wrote to the file, as one step that can be undone."""
        if self._safe is not None:
            self._safe.load_again(message("Load Other Version"))

    def show_versions(self) -> None:
        """Show the saved versions of the document's file."""
        document = self._window.document
        if document is not None and document.path is not None:
            self.show_versions_of(document.path)

    def show_versions_of(self, path: Path) -> None:
        """Show the saved versions of a file, which need not open."""
        from planner.app.versions.opening import show_versions

        show_versions(path, self._window, self._program)

    @property
    def saves_when_idle(self) -> bool:
        """Whether a plan that has a file is saved by itself once nothing was edited for a while."""
        return self._program.settings.get(SAVE_WHEN_IDLE)

    def toggle_saving_when_idle(self) -> None:
        """Choose that, or no longer."""
        self._program.settings.set(SAVE_WHEN_IDLE, not self.saves_when_idle)
        document = self._window.document
        if self._safe is not None and document is not None and document.is_edited:
            self._safe.saving.wait_for_rest()

    def import_people(self) -> None:
        """Ask for a roster and import its people."""
        path = self.asking.roster_to_import(self._program.folder)
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Import a roster, after a look at what was understood."""
        from planner.app.importing import import_roster

        self._program.remember_folder(path)
        import_roster(path, self._window, self._program)

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
        self.say(f"Exporting {path.name} …")
        self._program.work.start(task, done=partial(self._exported, path), failed=self.refuse)

    def export_comparison(self, scenarios: tuple[str, ...]) -> None:
        """Ask for a place and write the comparison of these scenarios there."""
        document = self._window.document
        if document is None:
            return
        folder = document.path.parent if document.path is not None else self._program.documents
        name = f"{clean_name(f'{document.project.name} comparison')}.pdf"
        path = self.asking.place_to_export(folder / name)
        if path is None:
            return
        from planner.app.comparing.exporting import comparison_task

        pack, fonts = self._program.pack, self._program.look.fonts
        task = comparison_task(document.project, scenarios, path, pack=pack, fonts=fonts)
        self.say(f"Exporting {path.name} …")
        self._program.work.start(task, done=partial(self._exported, path), failed=self.refuse)

    def may_close(self) -> bool:
        """Ask about unsaved changes, and let go of the document; False when the window has to stay."""
        document = self._window.document
        if document is None or self._safe is None:
            return True
        if self._safe.saving.is_writing:
            self._finish()
        is_discarded = False
        if document.is_edited:
            answer = self.asking.about_changes(
                document.path.name if document.path is not None else document.project.name,
                is_kept=document.is_kept_safe,
            )
            from planner.app.files.asking import Answer

            if answer is Answer.SAVE:
                self.save()
                self._finish()
            is_discarded = answer is Answer.DISCARD
            if answer is Answer.CANCEL or (document.is_edited and not is_discarded):
                return False
        self._safe.close(discarded=is_discarded)
        return True

    def quit(self) -> None:
        """Close every window, each asking for its own changes."""
        self._program.quit()

    def tell(
        self, words: str, *offers: Offer, tone: str = "note", detail: str = "", lane: Lane = Lane.EVENT
    ) -> None:
        """Show a notice in the window, unless it was closed while the work went on."""
        if isValid(self._window):
            self._window.notices.tell(words, *offers, tone=tone, detail=detail, lane=lane)

    def refuse(self, refusal: PlannerError) -> None:
        """Show why something was not done."""
        self.tell(str(refusal), tone="problem", detail=refusal.detail)

    def clear(self, lane: Lane) -> None:
        """Take a notice away."""
        if isValid(self._window):
            self._window.notices.clear(lane)

    def say(self, words: str) -> None:
        """Say in the status bar what happened."""
        if isValid(self._window):
            self._window.say(words)

    def note_recent(self) -> None:
        """Remember the open file for the start screen."""
        document = self._window.document
        if document is not None and document.path is not None:
            self._program.recent.note(recent_file(document, document.path))

    def _begin_safe(
        self, document: "Document", opened: OpenedFile | None = None, trouble: "Trouble | None" = None
    ) -> "Safekeeping":
        from planner.app.files.safekeeping import Safekeeping

        self._safe = Safekeeping(document, self, self._program, opened=opened, trouble=trouble, parent=self)
        self._safe.saving.saved.connect(self._have_saved)
        return self._safe

    def _finish(self) -> None:
        """Let what is being written end, and what waits behind it, before the window may go."""
        while self._safe is not None and self._safe.saving.is_writing:
            self._program.work.wait()
            self._program.deliver()

    def _have_saved(self, _path: Path) -> None:
        self.note_recent()
        self.saved.emit()

    def _asked_for_place(self, addition: str) -> Path | None:
        document = self._window.document
        if document is None:
            return None
        if document.path is None:
            suggested = self._program.documents / f"{clean_name(document.project.name)}{PROJECT_ENDING}"
        else:
            suggested = document.path
        return self.asking.place_to_save(suggested.with_name(f"{suggested.stem}{addition}{suggested.suffix}"))

    def _is_open_elsewhere(self, path: Path, *, or_here: bool = False) -> bool:
        """Whether a place holds a document that is open; told, for no window writes over another's file."""
        other = self._program.window_of(path)
        if other is None or (other is self._window and not or_here):
            return False
        self.tell(f"{path.name} is open in a window. Choose another name.", tone="warning")
        return True

    def _exported(self, path: Path, notes: tuple[Message, ...]) -> None:
        self.say(f"Exported {path.name}.")
        if notes:
            self.tell(" ".join(map(str, notes)), tone="warning")
