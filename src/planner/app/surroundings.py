"""What the parts of a window may ask of the program and of the windows, which are made of these parts.

Protocols alone: the parts know these, and neither the program nor the main window.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, SignalInstance
    from PySide6.QtWidgets import QMenu, QWidget

    from planner.app.canvas.ink import Ink
    from planner.app.document import Document
    from planner.app.files.asking import Asking
    from planner.app.files.looking import Looking
    from planner.app.files.opening import OpenedFile
    from planner.app.files.recent import RecentFiles
    from planner.app.files.trouble import Trouble
    from planner.app.preferences.preferences import Preferences
    from planner.app.preferences.shortcuts import Shortcuts
    from planner.app.settings import Settings
    from planner.app.theme import Look
    from planner.app.window.notices import Lane, Notices, Offer
    from planner.app.window.parts import Tools
    from planner.app.window.plan_page import PlanPage
    from planner.app.work import Work
    from planner.domain import Aim, Person, Project, Stage
    from planner.errors import PlannerError
    from planner.guidance import Pack
    from planner.messages import Message
    from planner.store.recovery import Recovery
    from planner.store.versions import Versions


class RunningProgram(Protocol):
    """What all windows share; ``application.Program`` is it."""

    look: "Look"
    settings: "Settings"
    documents: Path
    recent: "RecentFiles"
    work: "Work"
    opening: set[Path]
    """The files that are being read."""

    @property
    def folder(self) -> Path:
        """Where file dialogs start."""
        ...

    @property
    def recovery(self) -> "Recovery | None":
        """What keeps every edit safe."""
        ...

    @property
    def versions(self) -> "Versions | None":
        """What keeps the saved versions of each document."""
        ...

    @property
    def recovering(self) -> "LostWork":
        """What offers work that no document holds."""
        ...

    @property
    def pack(self) -> "Pack":
        """The rule pack."""
        ...

    def looking(self, size: tuple[int, int]) -> "Looking":
        """What works out how a plan looks in a window of this size, in any thread."""
        ...

    @property
    def ink(self) -> "Ink":
        """What paints drawings."""
        ...

    @property
    def tools(self) -> "Tools":
        """What the parts of every open plan are made with."""
        ...

    @property
    def shortcuts(self) -> "Shortcuts":
        """The keys of commands."""
        ...

    @property
    def windows(self) -> "tuple[OpenWindow, ...]":
        """The open windows, the oldest first."""
        ...

    def preferences(self) -> "Preferences":
        """What can be set for this computer."""
        ...

    def remember_folder(self, path: Path) -> None:
        """Start the next file dialog where this file is."""
        ...

    def new_window(self, *, awaits_plan: bool = False) -> "OpenWindow":
        """Open a window on the start screen, which it does without where a plan is on its way into it."""
        ...

    def window_of(self, path: Path) -> "OpenWindow | None":
        """The window in which a file is open."""
        ...

    def hold_still(self) -> None:
        """Never look for garbage in a plan that was opened."""
        ...

    def pdf_task(self, project: "Project", scenario: str, path: Path) -> "Callable[[], tuple[Message, ...]]":
        """What writes a scenario's PDF, to be run beside the window."""
        ...

    def deliver(self) -> None:
        """Deliver what finished work has answered."""
        ...

    def quit(self) -> None:
        """Close every window."""
        ...


class LostWork(Protocol):
    """Offers work that no document holds; ``recovering.Recovering`` is it."""

    def offer(self) -> None:
        """Offer what is next."""
        ...

    def fill(self, menu: "QMenu", window: "OpenWindow") -> None:
        """List in a menu what can be brought back."""
        ...


class OpenWindow(Protocol):
    """One window of the program; ``window.main_window.MainWindow`` is it."""

    @property
    def closed(self) -> "SignalInstance":
        """Emitted when the window is gone for good."""
        ...

    @property
    def document(self) -> "Document | None":
        """The open plan, None on the start screen."""
        ...

    @property
    def page(self) -> "PlanPage | None":
        """The page of the open plan."""
        ...

    @property
    def start(self) -> "NewPlan":
        """The start screen."""
        ...

    @property
    def files(self) -> "WindowFiles":
        """The commands of the File menu."""
        ...

    @property
    def notices(self) -> "Notices":
        """Where notices are shown now."""
        ...

    def show_document(self, document: "Document") -> None:
        """Show a plan; the start screen is left for good."""
        ...

    def tell(self, words: str, *offers: "Offer", tone: str = "note") -> None:
        """Show a notice under the toolbar."""
        ...

    def refuse(self, refusal: "PlannerError", *offers: "Offer") -> None:
        """Show under the toolbar why something was not done."""
        ...

    def say(self, words: str) -> None:
        """Say in the status bar what happened."""
        ...

    def bring_to_front(self) -> None:
        """Raise the window."""
        ...

    def close(self) -> bool:
        """Close it, unless unsaved changes keep it."""
        ...

    def geometry(self) -> "QRect":
        """Where on the screen it is."""
        ...

    def setGeometry(self, place: "QRect", /) -> None:
        """Put it there."""
        ...

    def window(self) -> "QWidget":
        """The widget, which dialogs are shown over."""
        ...


class NewPlan(Protocol):
    """The start screen as an import sees it; ``start.StartPage`` is it."""

    @property
    def answered(self) -> "tuple[Stage | None, Aim | None]":
        """Stage and aim as they were answered, None where nobody has yet."""
        ...

    def take_people(
        self,
        people: "tuple[Person, ...]",
        source: str,
        *,
        stage: "Stage | None" = None,
        aim: "Aim | None" = None,
    ) -> None:
        """Take people in for the plan that will be created, and what was answered with them."""
        ...


class WindowFiles(Protocol):
    """The File menu of a window as other parts use it; ``files.FileCommands`` is it."""

    @property
    def asking(self) -> "Asking":
        """What asks the user."""
        ...

    def open(self) -> None:
        """Ask for a file and open it."""
        ...

    def open_path(self, path: Path) -> None:
        """Open a file, or raise the window that has it open."""
        ...

    def show_project(
        self,
        opened: "OpenedFile",
        *,
        is_saved: bool,
        trouble: "Trouble | None" = None,
        read_from: Path | None = None,
    ) -> None:
        """Show a project that was read or made: here on the start screen, else in another window."""
        ...

    def take_over(
        self, document: "Document", opened: "OpenedFile", *ways: "Offer", trouble: "Trouble | None"
    ) -> None:
        """Show a document in this window and keep it safe from then on."""
        ...

    def import_people(self) -> None:
        """Ask for a roster and import its people."""
        ...

    def import_path(self, path: Path) -> None:
        """Import a roster, after a look at what was understood."""
        ...

    def save_at(self, path: Path) -> None:
        """Save to a place that the user chose."""
        ...

    def save_as(self) -> None:
        """Ask for a place and save there."""
        ...

    def load_theirs(self) -> None:
        """Show what another program wrote to the file."""
        ...

    def show_versions_of(self, path: Path) -> None:
        """Show the saved versions of a file."""
        ...

    def tell(
        self, words: str, *offers: "Offer", tone: str = "note", detail: str = "", lane: "Lane" = ...
    ) -> None:
        """Show a notice in the window, unless it is closed."""
        ...

    def refuse(self, refusal: "PlannerError") -> None:
        """Show why something was not done, unless the window is closed."""
        ...

    def clear(self, lane: "Lane") -> None:
        """Take a notice away."""
        ...

    def say(self, words: str) -> None:
        """Say in the status bar what happened."""
        ...
