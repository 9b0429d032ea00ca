"""The grid's model: a row for each activity, a column for each team, a level in a cell."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from planner.app.agreements.standing import Mark, Standing, columns, marks, standings
from planner.app.agreements.wording import LETTERS, joined, named
from planner.app.controls.labels import plain_tip
from planner.app.document import Document
from planner.domain import Activity, Level, Team

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
ACTIVITIES: Final = tuple(Activity)


class ResponsibilityModel(QAbstractTableModel):
    """What the document's scenario says of responsibilities, read anew when it is told to."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._teams: list[Team] = []
        self._standings: dict[Activity, Standing] = {}
        self._marks: dict[Activity, Mark] = {}

    @property
    def teams(self) -> list[Team]:
        """The teams of the columns."""
        return self._teams

    def refresh(self) -> None:
        """Read the scenario: columns only when teams differ, so that the place in the grid is kept."""
        teams = columns(self._document.scenario)
        if teams != self._teams:
            self.beginResetModel()
            self._teams = teams
            self._read()
            self.endResetModel()
            return
        self._read()
        if teams:
            last = self.index(len(ACTIVITIES) - 1, len(teams) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(ACTIVITIES) - 1)

    def refresh_marks(self) -> None:
        """Read again what findings say, after a change of something else."""
        found = marks(self._document.review, self._standings)
        if found != self._marks:
            self._marks = found
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(ACTIVITIES) - 1)

    def level_at(self, index: Index) -> Level | None:
        """The level in a cell."""
        return self.level(ACTIVITIES[index.row()], self._teams[index.column()].id)

    def level(self, activity: Activity, team: str) -> Level | None:
        """The level that a team has for an activity."""
        row = self._document.scenario.responsibilities.get((activity.value, team))
        return row.level if row is not None else None

    def standing(self, row: int) -> Standing:
        """Who answers for the activity of a row."""
        return self._standings.get(ACTIVITIES[row], Standing())

    def mark(self, row: int) -> Mark | None:
        """What is wrong with the activity of a row."""
        return self._marks.get(ACTIVITIES[row])

    def collides(self, index: Index) -> bool:
        """Whether a cell is one of those that collide."""
        mark, team = self.mark(index.row()), self._teams[index.column()].id
        return mark is not None and team in self.standing(index.row()).colliding

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Eight activities."""
        return 0 if parent.isValid() else len(ACTIVITIES)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as teams."""
        return 0 if parent.isValid() else len(self._teams)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letters, names for screen readers, and what is wrong."""
        if role == Qt.ItemDataRole.DisplayRole:
            level = self.level_at(index)
            return LETTERS[level] if level is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            mark = self.mark(index.row())
            return plain_tip(mark.words if mark is not None and self.collides(index) else self._said(index))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of teams and activities."""
        if orientation is Qt.Orientation.Horizontal:
            return self._team_header(self._teams[section], role)
        return self._activity_header(section, role)

    def _read(self) -> None:
        self._standings = standings(self._document.scenario)
        self._marks = marks(self._document.review, self._standings)

    def _said(self, index: Index) -> str:
        level = self.level_at(index)
        words = f"{named(ACTIVITIES[index.row()])}, {self._teams[index.column()].name}, "
        words += level.value if level is not None else "not set"
        return f"{words}, collides" if self.collides(index) else words

    @staticmethod
    def _team_header(team: Team, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return team.name
        words = f"{team.name}, {team.kind.value}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words
        return None

    def _activity_header(self, row: int, role: int) -> str | None:
        name, standing, mark = named(ACTIVITIES[row]), self.standing(row), self.mark(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if mark is not None:
            return plain_tip(mark.words) if role == Qt.ItemDataRole.ToolTipRole else f"{name}, {mark.words}"
        if not standing.accountable:
            return f"{name}: no team is accountable."
        verb = "is" if len(standing.accountable) == 1 else "are"
        return f"{name}: {joined([team.name for team in standing.accountable])} {verb} accountable."
