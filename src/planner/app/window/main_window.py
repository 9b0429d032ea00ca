"""The main window: the menu bar, and below it the start screen or an open plan."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from planner.app.actions import Actions
from planner.app.canvas.rows import CANVAS_ROWS
from planner.app.commands.rows import ROWS
from planner.app.commands.text_size import TextSizeCommands
from planner.app.commands.theme import ThemeCommands
from planner.app.controls.labels import plain_tip
from planner.app.files.commands import FileCommands
from planner.app.palette.opening import OpensPalette
from planner.app.preferences.opening import OpensSettings
from planner.app.settings import WINDOW_SIZE
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import MENU_BAR_HEIGHT
from planner.app.theme.metrics import WINDOW_LEAST as LEAST_SIZE
from planner.app.theme.metrics import WINDOW_SIZE as FIRST_SIZE
from planner.app.window.corner import Corner, state_of
from planner.app.window.keys_in_fields import KeysInFields
from planner.app.window.notices import Notices, Offer
from planner.errors import PlannerError

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QDialog

    from planner.app.document import Document
    from planner.app.start import StartPage
    from planner.app.surroundings import RunningProgram
    from planner.app.window.owners import Owners
    from planner.app.window.plan_page import PlanPage

TITLE = "MLOps Team Planner"


class MainWindow(QMainWindow):
    """One window of the program; it starts on the start screen, unless a plan is on its way into it.

    Signals:
        closed(): the window is gone for good.
    """

    closed = Signal()

    def __init__(self, program: "RunningProgram", *, awaits_plan: bool = False) -> None:
        super().__init__()
        self._program = program
        self._page: PlanPage | None = None
        self._owners: Owners | None = None
        self._is_complete = False
        self.files = FileCommands(self, program)
        self._actions = Actions((*ROWS, *CANVAS_ROWS), look=program.look, on_refusal=self.refuse, parent=self)
        program.shortcuts.follow(self._actions)
        self.anything = OpensPalette(self, program, self._actions)
        self.file_corner = Corner(program.look)
        self._stack = QStackedWidget()
        self._make_menus()
        self._keys_in_fields = KeysInFields(self, self._actions)
        self._actions.join(
            {
                "file": self.files,
                "window": self,
                "theme": ThemeCommands(program.look, program.settings),
                "text": TextSizeCommands(program.look, program.settings),
                "preferences": OpensSettings(self, program.look, self._actions, program.preferences),
                "palette": self.anything,
            }
        )
        if not awaits_plan:
            self._stack.setCurrentWidget(self.start)
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self._resize_as_remembered()
        self._show_title()

    @property
    def actions_table(self) -> Actions:
        """The commands; those on the open plan can be asked for as soon as it is shown."""
        self._complete()
        return self._actions

    @property
    def document(self) -> "Document | None":
        """The open plan, None on the start screen."""
        return self._page.document if self._page is not None else None

    @property
    def page(self) -> "PlanPage | None":
        """The page of the open plan, complete."""
        self._complete()
        return self._page

    @property
    def owners(self) -> "Owners | None":
        """Who does what the commands on the open plan name."""
        self._complete()
        return self._owners

    @cached_property
    def start(self) -> "StartPage":
        """The start screen; where a plan is awaited, it is made only when there is something to tell."""
        from planner.app.start import StartPage

        page = StartPage(self._program, self)
        self._stack.addWidget(page)  # the first page of a stack is the one that is seen
        return page

    @property
    def notices(self) -> Notices:
        """Where notices are shown now."""
        return self._page.notices if self._page is not None else self.start.notices

    def show_document(self, document: "Document") -> None:
        """Show a plan; the start screen is left for good."""
        from planner.app.window.plan_page import PlanPage

        page = PlanPage(
            document,
            window=self,
            actions=self._actions,
            tools=self._program.tools,
            settings=self._program.settings,
            parent=self._stack,
        )
        self._page, self._owners, self._is_complete = page, None, False
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        document.state_changed.connect(self._follow)
        document.scenario_switched.connect(self._actions.refresh)
        self.files.keep_safe(document)
        page.seen.connect(self._complete)
        self._follow()
        self._program.hold_still()
        page.parts.canvas.setFocus(Qt.FocusReason.MouseFocusReason)  # no ring before a key is pressed
        if not self.isVisible():
            self._complete()

    def _complete(self) -> None:
        """Make what the first sight of the chart does not wait for, and let the commands act on the plan."""
        page = self._page
        if page is None or self._is_complete:
            return
        self._is_complete = True
        from planner.app.window.owners import Owners

        owners = self._owners = Owners(
            page, self, actions=self._actions, tools=self._program.tools, settings=self._program.settings
        )
        self._actions.join(owners.by_name)
        page.parts.workbench.import_asked.connect(self.files.import_people)
        owners.comparing.export_wanted.connect(self.files.export_comparison)

    def tell(self, words: str, *offers: Offer, tone: str = "note") -> None:
        """Show a notice under the toolbar."""
        self.notices.tell(words, *offers, tone=tone)

    def refuse(self, refusal: PlannerError, *offers: Offer) -> None:
        """Show under the toolbar why something was not done."""
        self.notices.refuse(refusal, *offers)

    def say(self, words: str) -> None:
        """Say in the status bar what happened."""
        if self._page is not None:
            self._page.status.say(words)

    def bring_to_front(self) -> None:
        """Raise the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if QGuiApplication.platformName() != "offscreen":  # there no window lies over another
            self.raise_()
        self.activateWindow()

    def show_keys(self) -> None:
        """Show the list of keys."""
        from planner.app.window.help import KeysDialog

        _show_once(KeysDialog(self._program.look, self._actions, self))

    def show_about(self) -> None:
        """Say what this program is, and whose guidance it scores by."""
        from planner.app.window.help import AboutDialog

        _show_once(AboutDialog(self._program.look, self._program.pack, self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless unsaved changes keep the window."""
        if not self.files.may_close():
            event.ignore()
            return
        self._program.settings.set(WINDOW_SIZE, [self.width(), self.height()])
        event.accept()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the corner to its size."""
        super().showEvent(event)
        self.menuBar().setFixedHeight(self._program.look.grown(MENU_BAR_HEIGHT))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped; a roster onto a plan adds its people."""
        for path in _files(event.mimeData().urls()):
            self.files.open_path(path)
        event.acceptProposedAction()

    def _make_menus(self) -> None:
        bar = self.menuBar()
        self._actions.fill(bar)
        bar.setCornerWidget(self.file_corner, Qt.Corner.TopRightCorner)
        keep_height(self._program.look, bar, MENU_BAR_HEIGHT)
        recent = self._actions.menus["file.recent"]
        recent.aboutToShow.connect(self._list_recent)
        recover = self._actions.menus["file.recover"]
        recover.aboutToShow.connect(lambda: self._program.recovering.fill(recover, self))

    def _list_recent(self) -> None:
        menu = self._actions.menus["file.recent"]
        menu.clear()
        for entry in self._program.recent:
            path = Path(entry.path)
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(plain_tip(entry.path))
            action.triggered.connect(lambda _checked=False, path=path: self.files.open_path(path))
        if menu.isEmpty():
            menu.addAction("No recent files").setEnabled(False)

    def _follow(self) -> None:
        self._actions.refresh()
        self._show_title()

    def _show_title(self) -> None:
        document = self.document
        if document is None:
            self.setWindowTitle(TITLE)
            return
        name = document.path.name if document.path is not None else document.project.name
        self.setWindowTitle(f"{name}[*] – {TITLE}")
        self.setWindowFilePath(str(document.path) if document.path is not None else "")
        self.setWindowModified(document.is_edited)
        self.file_corner.show_file(document.path, document.project.name, state=state_of(document))
        self.menuBar().setCornerWidget(self.file_corner, Qt.Corner.TopRightCorner)

    def _resize_as_remembered(self) -> None:
        size = self._program.settings.get(WINDOW_SIZE)
        if len(size) != 2 or not all(isinstance(side, int) for side in size):
            size = list(FIRST_SIZE)
        room = self.screen().availableGeometry()
        self.resize(min(size[0], room.width()), min(size[1], room.height()))


def _show_once(dialog: "QDialog") -> None:
    dialog.exec()
    dialog.deleteLater()


def _files(urls: Sequence["QUrl"]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
