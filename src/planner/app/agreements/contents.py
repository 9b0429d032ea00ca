"""What the drawer holds: responsibilities, practices and links, side by side or as tabs."""

from enum import StrEnum
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.app.agreements.add_link import AddLink
from planner.app.agreements.add_practice import AddPractice
from planner.app.agreements.agreeing import Agreeing
from planner.app.agreements.buttons import Tab
from planner.app.agreements.grid import ResponsibilityGrid
from planner.app.agreements.headers import HEADER_HEIGHT
from planner.app.agreements.links import LinkList
from planner.app.agreements.places import AgreementPlace
from planner.app.agreements.practices import PracticeList
from planner.app.agreements.standing import columns, first_open
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, divider, label, make_button, make_tool_button
from planner.app.controls.pick_list import PickList
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, TARGET_LEAST
from planner.domain import Difference, Table
from planner.typography.scale import SMALL

_SIDE_BY_SIDE_FROM: Final = 720
"""Below this width the grid is a tab like the others."""
_SIDE_WIDTH: Final = 308
_EVERYTHING: Final = frozenset(Table)
_OF_GRID: Final = frozenset({Table.RESPONSIBILITIES, Table.TEAMS, Table.LINKS, Table.SCENARIOS})
_OF_PRACTICES: Final = frozenset({Table.PRACTICES, Table.TEAMS, Table.PEOPLE})
_OF_LINKS: Final = frozenset({Table.LINKS, Table.TEAMS})


class Part(StrEnum):
    """The three parts of the drawer."""

    RESPONSIBILITIES = "Responsibilities"
    PRACTICES = "Practices"
    LINKS = "Links"


class Contents(QWidget):
    """The parts, and the line of tabs above them.

    Signals:
        close_asked(): the drawer is to be closed.
        team_asked(): a team is to be added, where there is none to agree on anything.
    """

    close_asked = Signal()
    team_asked = Signal()

    def __init__(
        self, document: Document, window: QWidget, *, look: Look, ink: Ink, agreeing: Agreeing
    ) -> None:
        super().__init__()
        self._document, self._window = document, window
        self._look, self._ink, self.agreeing = look, ink, agreeing
        self._pick_list: PickList | None = None
        self._add_practice: AddPractice | None = None
        self._part = Part.RESPONSIBILITIES
        self.grid = ResponsibilityGrid(document, look, ink)
        self.practices = PracticeList(document, look, agreeing, self._pick)
        self.links = LinkList(document, look)
        self._no_teams = _Empty(look, "No teams yet. Add one to say who answers for what.", "Add team")
        self._no_links = _Empty(look, "No links yet. They say which team serves another.", "Add link")
        self._tabs = {part: Tab(look, part.value) for part in Part}
        self._add = make_button(look, "Add practice", icon="plus", height=26)
        self._close = make_tool_button(look, icon="close", name="Close agreements", side=TARGET_LEAST)
        self._head, self._upright = QWidget(self), divider(vertical=True)
        self._lay_out()
        self._join()

    @property
    def is_side_by_side(self) -> bool:
        """Whether grid and lists are seen together."""
        return self.width() >= self._look.px(_SIDE_BY_SIDE_FROM)

    @property
    def shown(self) -> Part:
        """The tab that is open; beside the grid it is never the grid's own."""
        is_grid = self._part is Part.RESPONSIBILITIES
        return Part.PRACTICES if is_grid and self.is_side_by_side else self._part

    @property
    def tabs(self) -> dict[Part, Tab]:
        """The tabs."""
        return self._tabs

    @property
    def first_stop(self) -> QWidget:
        """Where Tab comes in."""
        return self.grid

    @property
    def add_button(self) -> QWidget:
        """*Add practice* or *Add link*."""
        return self._add

    def show_part(self, part: Part) -> None:
        """Open a tab; the grid has none where it stands beside the others."""
        self._part = part
        self._arrange()

    def open_at(self, place: AgreementPlace) -> None:
        """Put the focus where a finding is mended."""
        if place.practice is not None:
            self.show_part(Part.PRACTICES)
            self.practices.go_to(place.practice)
            return
        if not self.is_side_by_side:
            self.show_part(Part.RESPONSIBILITIES)
        if self.grid.levels.teams:
            self.grid.go_to(place.activity or first_open(self._document.scenario))
        else:
            self._no_teams.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """Put the focus on the first thing that is shown."""
        first = next((part for part in (self.grid, self.links) if part.isVisible()), self._add)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, touched: frozenset[Table] = _EVERYTHING) -> None:
        """Show the scenario, as far as the tables touched have a part in what is shown."""
        if touched & _OF_GRID:
            self.grid.refresh()
        else:
            self.grid.levels.refresh_marks()
        if touched & _OF_PRACTICES:
            self.practices.refresh()
        if touched & _OF_LINKS:
            self.links.refresh()
        self._order()
        scenario = self._document.scenario
        self._tabs[Part.PRACTICES].show_count(len(scenario.practices))
        self._tabs[Part.LINKS].show_count(len(scenario.links))
        self._arrange()

    def follow(self, difference: Difference) -> None:
        """Follow a change of the document."""
        changes = difference.of_scenario(self._document.scenario_id)
        self.refresh(frozenset(change.table for change in changes))

    def start_anew(self) -> None:
        """Show another scenario; what floats over the last one closes."""
        for floating in (self._pick_list, self._add_practice):
            if floating is not None:
                floating.close_it()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self._arrange()

    def _order(self) -> None:
        """Let Tab go from the grid through the line of tabs to what they show."""
        rows = [stop for row in self.practices.rows for stop in (row.remove, row.owner, row.teams)]
        offers = (self.practices.offer_button, self._no_links.button)
        stops = [self.grid, *self._tabs.values(), self._add, self._close, *offers, *rows, self.links]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        beside, width, height = self.is_side_by_side, self.width(), self.height()
        wide = self._look.px(_SIDE_WIDTH)
        side = QRect(width - wide, 0, wide, height) if beside else self.rect()
        main = QRect(0, 0, side.left() - 1, height) if beside else side.adjusted(0, HEADER_HEIGHT, 0, 0)
        self._head.setGeometry(QRect(side.left(), 0, side.width(), HEADER_HEIGHT))
        self._upright.setGeometry(side.left() - 1, 0, 1, height)
        self._upright.setVisible(beside)
        self._show_tabs(beside=beside)
        grid_shown = beside or self.shown is Part.RESPONSIBILITIES
        has_teams = bool(self.grid.levels.teams)
        below = side.adjusted(0, HEADER_HEIGHT, 0, 0)
        has_links = self.links.links.rowCount() > 0
        links_shown = self.shown is Part.LINKS
        for part, area, shown in (
            (self.grid, main, grid_shown and has_teams),
            (self._no_teams, main, grid_shown and not has_teams),
            (self.practices, below, self.shown is Part.PRACTICES),
            (self.links, below, links_shown and has_links),
            (self._no_links, below, links_shown and not has_links),
        ):
            part.setGeometry(area)
            part.setVisible(shown)
        # There the grid's corner is the place of the title, so that eight rows fit into the drawer.
        self.grid.corner.show_words("Agreements" if beside else "")

    def _show_tabs(self, *, beside: bool) -> None:
        self._tabs[Part.RESPONSIBILITIES].setVisible(not beside)
        self._tabs[self.shown].setChecked(True)
        self._add.setVisible(self.shown is not Part.RESPONSIBILITIES)
        is_links = self.shown is Part.LINKS
        self._add.setText("Add link" if is_links else "Add practice")
        self._add.setEnabled(not is_links or len(columns(self._document.scenario)) > 1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(SPACE_4, 0, SPACE_8, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for tab in self._tabs.values():
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(SPACE_4)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.grid, self._no_teams, self.practices, self.links, self._no_links):
            part.setParent(self)
        self._upright.setParent(self)

    def _join(self) -> None:
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)
        for part, tab in self._tabs.items():
            tab.clicked.connect(lambda _checked=False, part=part: self.show_part(part))
        self._close.clicked.connect(self.close_asked)
        self._add.clicked.connect(self._ask_to_add)
        self._no_links.button.clicked.connect(self._ask_to_add)
        self._no_teams.button.clicked.connect(self.team_asked)
        self.practices.add_asked.connect(self._ask_to_add)
        self.grid.level_chosen.connect(self.agreeing.set_level)
        self.links.removed.connect(self.agreeing.remove_link)

    def _ask_to_add(self) -> None:
        if self.shown is Part.LINKS:
            if len(columns(self._document.scenario)) > 1:
                AddLink(self._look, self._window, self.agreeing).open_for(self._add)
            else:
                self.team_asked.emit()
            return
        if self._add_practice is None:
            self._add_practice = AddPractice(self._look, self._window)
            self._add_practice.chosen.connect(self.practices.start)
        seen = self._document.review
        self._add_practice.open_for(seen.findings, self._add, total=seen.score.total)

    def _pick(self) -> PickList:
        if self._pick_list is None:
            self._pick_list = PickList(self._look, self._ink, self._window)
        return self._pick_list


class _Empty(QWidget):
    """What a part without content is for, and one thing to do."""

    def __init__(self, look: Look, words: str, action: str) -> None:
        super().__init__()
        self.button = make_button(look, action, Kind.PLAIN, height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addStretch(1)
        said = label(look, words, SMALL, tone="second", wraps=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(said)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
