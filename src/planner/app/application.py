"""The program holds what its windows share: look, settings, guidance, recent files, and work beside them.

``run`` is the front door: it sets Qt up, opens the first window and, with a file named, opens that.
"""

import gc
import os
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner import resources
from planner.app.diagnostics import Diagnostics
from planner.app.files.recent import RecentFiles
from planner.app.handover import Handover
from planner.app.settings import (
    EXPORT_SKILLS,
    LAST_FOLDER,
    REDUCED_MOTION,
    TEXT_SIZE,
    THEME,
    WHEEL_ZOOMS,
    Settings,
)
from planner.app.theme import Look, ThemeChoice
from planner.app.theme.metrics import TEXT_SIZES
from planner.app.work import Work
from planner.typography.scale import BODY

if TYPE_CHECKING:
    from planner.app.canvas.ink import Ink
    from planner.app.document import Document
    from planner.app.files.looking import Looking
    from planner.app.preferences.preferences import Preferences
    from planner.app.preferences.shortcuts import Shortcuts
    from planner.app.recovering import Recovering
    from planner.app.window.main_window import MainWindow
    from planner.app.window.parts import Tools
    from planner.domain import Project
    from planner.guidance import Pack
    from planner.messages import Message
    from planner.store.recovery import Recovery
    from planner.store.versions import Versions

NAME: Final = "MLOps Team Planner"
_FOLDER: Final = "mlops-team-planner"
_FIRST_PAINT_IS_OVER: Final = 300
_START_IS_OVER: Final = 1000
"""Milliseconds after which the first window is surely painted and complete."""


class Program(QObject):
    """One process with its windows.

    ``local`` is the folder for what this computer keeps of plans: sessions and versions; nothing without it.
    """

    def __init__(
        self,
        application: QApplication,
        *,
        look: Look,
        settings: Settings,
        documents: Path,
        local: Path | None = None,
    ) -> None:
        super().__init__()
        self.local = local
        self.opening: set[Path] = set()
        self._application = application
        self.look, self.settings, self.documents = look, settings, documents
        self.recent = RecentFiles(settings)
        self.work = Work(self)
        self._windows: list[MainWindow] = []

    @cached_property
    def recovery(self) -> "Recovery | None":
        """What keeps every edit safe, None where no folder was named for it."""
        if self.local is None:
            return None
        from planner.store.recovery import Recovery

        return Recovery(self.local / "recovery", version=program_version())

    @cached_property
    def versions(self) -> "Versions | None":
        """What keeps the saved versions of each document."""
        if self.local is None:
            return None
        from planner.store.versions import Versions

        return Versions(self.local / "versions")

    @cached_property
    def recovering(self) -> "Recovering":
        """What offers work that no document holds."""
        from planner.app.recovering import Recovering

        return Recovering(self)

    @cached_property
    def pack(self) -> "Pack":
        """The rule pack, read when the first score is asked for."""
        from planner.guidance import load_pack

        return load_pack(resources.read_text)

    def looking(self, size: tuple[int, int]) -> "Looking":
        """What works out how a plan looks in a window of this size, in any thread."""
        from planner.app.files.looking import Looking

        return Looking(self.pack, self.look.fonts, self.settings, size, self.look.factor)

    @cached_property
    def ink(self) -> "Ink":
        """What paints drawings, with the fonts and icons that all windows share."""
        from planner.app.canvas.ink import Ink
        from planner.drawing.icons import Icons
        from planner.render.painter import Glyphs

        glyphs = Glyphs(self.look.fonts, resources.read_bytes)
        return Ink(self.look, glyphs=glyphs, icons=Icons(resources.read_text))

    @cached_property
    def tools(self) -> "Tools":
        """What the parts of every open plan are made with."""
        from planner.app.canvas.accessible import AccessibleTrees
        from planner.app.canvas.motion import Motion
        from planner.app.commands.plan import new_id
        from planner.app.preferences.preferences import is_reduced
        from planner.app.window.parts import Tools

        motion = Motion(is_reduced(self.settings.get(REDUCED_MOTION)), self.settings.get(WHEEL_ZOOMS))
        return Tools(self.look, self.ink, motion, AccessibleTrees(), new_id)

    @cached_property
    def shortcuts(self) -> "Shortcuts":
        """The keys of commands, as they were chosen on this computer."""
        from planner.app.preferences.shortcuts import Shortcuts

        return Shortcuts(self.settings)

    def preferences(self) -> "Preferences":
        """What can be set for this computer."""
        from planner.app.preferences.preferences import Preferences

        return Preferences(self.settings, look=self.look, motion=self.tools.motion, shortcuts=self.shortcuts)

    @property
    def windows(self) -> "tuple[MainWindow, ...]":
        """The open windows, the oldest first."""
        return tuple(self._windows)

    @property
    def folder(self) -> Path:
        """Where file dialogs start: the folder used last."""
        last = self.settings.get(LAST_FOLDER)
        return Path(last) if last and Path(last).is_dir() else self.documents

    def remember_folder(self, path: Path) -> None:
        """Start the next file dialog where this file is."""
        self.settings.set(LAST_FOLDER, str(path.parent))

    def new_window(self, *, awaits_plan: bool = False) -> "MainWindow":
        """Open a window on the start screen, which it does without where a plan is on its way into it."""
        from planner.app.window.main_window import MainWindow

        window = MainWindow(self, awaits_plan=awaits_plan)
        self._windows.append(window)
        window.closed.connect(lambda: self._forget(window))
        if len(self._windows) > 1:
            last = self._windows[-2]
            window.move(last.x() + 32, last.y() + 32)
        if len(self._windows) == 1:  # dressed once, as a whole: in undressed parts it takes twice as long
            self.look.dress(self._application)
            QTimer.singleShot(_START_IS_OVER, self, self._collect)
        window.show()
        return window

    def hold_still(self) -> None:
        """Never look for garbage in a plan that was opened: at 10,000 people that takes a quarter second."""
        QTimer.singleShot(_START_IS_OVER, _leave_alone)

    def window_of(self, path: Path) -> "MainWindow | None":
        """The window in which a file is open."""
        for window in self._windows:
            document = window.document
            if document is not None and document.path is not None and _same(document.path, path):
                return window
        return None

    def open_paths(self, paths: list[Path]) -> None:
        """Open what another start of the program was asked for; without files, a new plan."""
        free = next((window for window in self._windows if window.document is None), None)
        if not paths:
            window = free or self.new_window()
        else:
            active = next((each for each in self._windows if each.isActiveWindow()), self._windows[-1])
            window = free or active
        window.bring_to_front()
        for path in paths:
            window.files.open_path(path)

    def pdf_task(self, project: "Project", scenario: str, path: Path) -> "Callable[[], tuple[Message, ...]]":
        """What writes a scenario's PDF, to be run beside the window."""
        from planner.app.files.exporting import pdf_task

        with_skills = self.settings.get(EXPORT_SKILLS)
        return pdf_task(
            project, scenario, path, pack=self.pack, fonts=self.look.fonts, with_skills=with_skills
        )

    @property
    def safety(self) -> str:
        """What becomes of the changes in all windows if the program ends now, in a sentence."""
        documents = [window.document for window in self._windows if window.document is not None]
        edited = [document for document in documents if document.is_edited]
        if not edited:
            return "Nothing is unsaved."
        if all(_is_on_the_disk(document) for document in edited):
            return "Your changes are kept safe on this computer."
        return "Your changes are not kept safe: save your plan under another name now."

    def deliver(self) -> None:
        """Deliver what finished work has answered, without waiting for the window to rest."""
        QCoreApplication.sendPostedEvents(self.work)

    def quit(self) -> None:
        """Close every window; one that stays keeps the program open."""
        for window in self.windows:
            if not window.close():
                return

    def _collect(self) -> None:
        """Collect garbage again, once no plan is being read: what is made of a file is none."""
        if self.opening:
            QTimer.singleShot(_START_IS_OVER, self, self._collect)
        else:
            _collect_from_now_on()

    def _forget(self, window: "MainWindow") -> None:
        self._windows = [other for other in self._windows if other is not window]
        window.deleteLater()
        QTimer.singleShot(_START_IS_OVER, partial(_leave_alone, closed=True))


def run(arguments: list[str]) -> int:
    """Open the window, on a file when one is named, and give the exit code when the last one closes."""
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ.pop("QT_QPA_PLATFORM", None)  # Qt aborts on an empty one
    application = make_application()
    where = QStandardPaths.writableLocation
    local = Path(where(QStandardPaths.StandardLocation.AppLocalDataLocation))
    handover = Handover(local)
    if handover.hand_over([Path(name).absolute() for name in arguments]):
        return 0
    program = make_program(
        application,
        settings=Settings(Path(where(QStandardPaths.StandardLocation.AppConfigLocation)) / "settings.json"),
        documents=documents_folder(Path(where(QStandardPaths.StandardLocation.DocumentsLocation))),
        local=local,
    )
    diagnostics = Diagnostics(local / "log", lambda text: _show_bug(text, local / "log", program))
    diagnostics.install()
    window = program.new_window(awaits_plan=bool(arguments))
    for name in arguments:
        window.files.open_path(Path(name))
    QTimer.singleShot(_FIRST_PAINT_IS_OVER, program, program.recovering.look)
    if program.settings.trouble:  # on the page that is shown by then
        QTimer.singleShot(_START_IS_OVER, window, lambda: window.tell(program.settings.trouble))
    QTimer.singleShot(_START_IS_OVER, program, lambda: handover.listen(program.open_paths))
    code = application.exec()
    handover.close()
    program.work.wait()
    return code


def documents_folder(documents: Path) -> Path:
    """Where new plans go: a home need not have the folder that the system names; then it is the home."""
    return documents if documents.is_dir() else Path.home()


def program_version() -> str:
    """The version of this program, which sessions note."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("mlops-team-planner")
    except PackageNotFoundError:
        return "0"


def make_application() -> QApplication:
    """Set Qt up; the style is the same on every system, since the look is our own.

    Collecting garbage waits until the first window is painted: a start makes much and drops little.
    """
    gc.disable()
    QCoreApplication.setApplicationName(_FOLDER)
    QCoreApplication.setOrganizationName("")
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setDesktopFileName(_FOLDER)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([_FOLDER, "-style", "Fusion"])  # ``setStyle`` has the binding define QStyle
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)  # noqa: FBT003 - Qt's own signature
    return application


def make_program(
    application: QApplication, *, settings: Settings, documents: Path, local: Path | None = None
) -> Program:
    """Make the program with the theme that was chosen on this machine."""
    chosen = settings.get(THEME)
    choice = ThemeChoice(chosen) if chosen in list(ThemeChoice) else ThemeChoice.SYSTEM
    size = settings.get(TEXT_SIZE)
    text_size = size if size in TEXT_SIZES else TEXT_SIZES[0]
    look = Look.load(resources.read_text, resources.read_bytes, choice, text_size)
    application.setFont(look.font(BODY))
    return Program(application, look=look, settings=settings, documents=documents, local=local)


def _collect_from_now_on() -> None:
    """Collect garbage again, but never look at what a start made: it stays as long as the program."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _leave_alone(*, closed: bool = False) -> None:
    """Look no more at what there is now; once a window closed, what it left is collected before."""
    if not gc.get_freeze_count():
        return  # not before the start is over
    if closed:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


def _is_on_the_disk(document: "Document") -> bool:
    return document.is_kept_safe and document.session is not None and document.session.flush()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _show_bug(text: str, log: Path, program: Program) -> None:
    from planner.app.controls.question import Question

    Question(
        program.look,
        "The program met a fault of its own.",
        follows=f"{program.safety} What happened is written to {log}.",
        answers=("Go on",),
        title=NAME,
        detail=text,
    ).ask()
