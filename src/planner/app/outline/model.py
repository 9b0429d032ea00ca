"""The outline's tree as an item model: rows are made when a view asks for them, and follow differences."""

from enum import IntEnum
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from planner.app.controls.labels import plain_tip
from planner.app.document import Document
from planner.app.outline.tree import Key, Touched, Tree
from planner.app.outline.wording import Wording
from planner.domain import Difference
from planner.messages import message

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ANEW_FROM: Final = 2000
"""A difference of so many changes is shown by looking at everything anew."""


class Column(IntEnum):
    """The outline's columns."""

    NAME = 0
    ROLE = 1
    SHARE = 2
    MARK = 3


_HEADINGS: Final = ("Name", "Role or kind", "Share", "Findings")


class _Branch(Struct, eq=False):
    """A row that a view has asked for; ``below`` is None until its children are wanted."""

    key: Key | None
    above: "_Branch | None"
    number: int
    row: int = 0
    below: "list[_Branch] | None" = None


class OutlineModel(QAbstractItemModel):
    """A document's scenario as a tree of rows.

    Signals:
        named(Key, str): a name was typed for a team, a title for a seat.
        followed(): the rows are up to date with the document again.
    """

    named = Signal(object, str)
    followed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.tree = Tree(document.project, document.scenario_id)
        self.wording = Wording(document, self.tree)
        self.is_following = False
        self._numbers = 0
        self._by_number: dict[int, _Branch] = {}
        self._by_key: dict[Key, _Branch] = {}
        self._top = _Branch(None, None, 0)
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._show_anew)

    # Rows and keys

    def key_of(self, index: Index) -> Key | None:
        """The key of a row, None for no row."""
        return self._branch(index).key

    def index_of(self, key: Key, column: int = Column.NAME) -> QModelIndex:
        """The index of a key, an invalid one for what is not in the outline."""
        branch = self._found(key)
        return self.createIndex(branch.row, column, branch.number) if branch is not None else QModelIndex()

    def _found(self, key: Key) -> _Branch | None:
        known = self._by_key.get(key)
        if known is not None or key not in self.tree:
            return known
        above = self.tree.above(key)
        parent = self._top if above is None else self._found(above)
        if parent is not None:
            self._children(parent)
        return self._by_key.get(key)

    def _branch(self, index: Index) -> _Branch:
        return self._by_number.get(index.internalId(), self._top) if index.isValid() else self._top

    def _children(self, branch: _Branch) -> list[_Branch]:
        if branch.below is None:
            branch.below = []
            self._insert(branch, 0, self.tree.below(branch.key))
        return branch.below

    def _insert(self, branch: _Branch, at: int, keys: tuple[Key, ...] | list[Key]) -> None:
        made = []
        for key in keys:
            self._numbers += 1
            new = _Branch(key, branch, self._numbers)
            self._by_number[new.number] = self._by_key[key] = new
            made.append(new)
        below = branch.below if branch.below is not None else []
        below[at:at] = made
        _renumber(below, at)
        for new in made:
            # Views remember what has no children and hear of the first one only where it is known.
            if new.key is not None and (new.key[0] == "seat" or not self.tree.has_below(new.key)):
                self._children(new)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a row below another."""
        below = self._children(self._branch(parent)) if parent.column() <= 0 else []
        if 0 <= row < len(below) and 0 <= column < len(Column):
            return self.createIndex(row, column, below[row].number)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The index of the row above."""
        above = self._branch(index).above
        if above is None or above is self._top:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows stand below another."""
        return len(self._children(self._branch(parent))) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Whether any row stands below another; lists none."""
        if parent.column() > 0:
            return False
        branch = self._branch(parent)
        if branch.below is not None:
            return bool(branch.below)
        return True if branch.key is None else self.tree.has_below(branch.key)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The number of columns."""
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be selected; names of teams and titles of seats can be typed."""
        key = self.key_of(index)
        if key is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME and key[0] in ("team", "seat"):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return str(message(_HEADINGS[section]))
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell says; the first of a row says the whole row as a sentence to screen readers."""
        key = self.key_of(index)
        if key is None or key not in self.tree:  # a row may be asked about while it is taken away
            return None
        column = Column(index.column())
        match role:
            case _Role.DisplayRole:
                words = self.wording.words(key)
                return (words.name, words.role, words.share, "")[column]
            case _Role.AccessibleTextRole:
                return self._said(key, column)
            case _Role.ToolTipRole:
                return plain_tip(self.wording.tip(key))
        return self._of_name(key, role) if column is Column.NAME else None

    def _of_name(self, key: Key, role: int) -> str | None:
        """What only the first cell of a row has."""
        if role == _Role.AccessibleDescriptionRole:
            return self.wording.keys(key)
        return self._editable(key) if role == _Role.EditRole else None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Hand a typed name on; it is shown once the document has changed."""
        key = self.key_of(index)
        if key is None or role != _Role.EditRole:
            return False
        self.named.emit(key, str(value).strip())
        return True

    def _said(self, key: Key, column: Column) -> str | None:
        if column is Column.NAME:
            return self.wording.sentence(key)
        if column is Column.MARK:
            return self.wording.marks.said(self.wording.subject(key))
        return None

    def _editable(self, key: Key) -> str:
        kind, name = key
        if kind == "seat":
            return self.tree.scenario.seats[name].title
        return self.wording.name(key)

    # Following the document

    def _follow(self, difference: Difference) -> None:
        self.is_following = True
        if self.tree.scenario_id != self._document.scenario_id or len(difference.changes) > _ANEW_FROM:
            self._show_anew()
            return
        touched = self.tree.follow(self._document.project, difference)
        if touched is None:
            self._show_anew()
            return
        self._mend(touched)
        self.is_following = False
        self.followed.emit()

    def _show_anew(self) -> None:
        self.is_following = True
        self.beginResetModel()
        self.tree.rebuild(self._document.project, self._document.scenario_id)
        self._by_number.clear()
        self._by_key.clear()
        self._top = _Branch(None, None, 0)
        self.endResetModel()
        self.is_following = False
        self.followed.emit()

    def _mend(self, touched: Touched) -> None:
        """Take rows away first, so that one that moves to another parent is at one place at a time."""
        branches = [branch for key in touched.parents if (branch := self._known(key)) is not None]
        for step in (self._remove_gone, self._order):
            for branch in branches:
                if (
                    branch is self._top or branch.number in self._by_number
                ):  # it may have gone with its parent
                    step(branch)
        for key in touched.rows:
            known = self._by_key.get(key)
            if known is not None and key in self.tree:
                first = self.createIndex(known.row, 0, known.number)
                self.dataChanged.emit(first, self.createIndex(known.row, len(Column) - 1, known.number))

    def _known(self, key: Key | None) -> _Branch | None:
        """The branch of a parent whose children a view has asked for."""
        branch = self._top if key is None else self._by_key.get(key)
        return branch if branch is not None and branch.below is not None else None

    def _remove_gone(self, branch: _Branch) -> None:
        below = branch.below or []
        wanted = set(self.tree.below(branch.key)) if branch.key is None or branch.key in self.tree else set()
        last = len(below) - 1
        while last >= 0:
            if below[last].key in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and below[first - 1].key not in wanted:
                first -= 1
            self.beginRemoveRows(self._index(branch), first, last)
            for gone in below[first : last + 1]:
                self._forget(gone)
            del below[first : last + 1]
            _renumber(below, first)
            self.endRemoveRows()
            last = first - 1

    def _order(self, branch: _Branch) -> None:
        below = branch.below if branch.below is not None else []
        wanted = self.tree.below(branch.key)
        known = {each.key for each in below}
        place = 0
        while place < len(wanted):
            if place < len(below) and below[place].key == wanted[place]:
                place += 1
                continue
            end = place
            while end < len(wanted) and wanted[end] not in known:
                end += 1
            parent = self._index(branch)
            if end > place:
                self.beginInsertRows(parent, place, end - 1)
                self._insert(branch, place, wanted[place:end])
                self.endInsertRows()
                place = end
                continue
            source = next(row for row in range(place, len(below)) if below[row].key == wanted[place])
            self.beginMoveRows(parent, source, source, parent, place)
            below.insert(place, below.pop(source))
            _renumber(below, place)
            self.endMoveRows()
            place += 1

    def _index(self, branch: _Branch) -> QModelIndex:
        return QModelIndex() if branch is self._top else self.createIndex(branch.row, 0, branch.number)

    def _forget(self, branch: _Branch) -> None:
        waiting = [branch]
        while waiting:
            gone = waiting.pop()
            self._by_number.pop(gone.number, None)
            if gone.key is not None and self._by_key.get(gone.key) is gone:
                del self._by_key[gone.key]
            waiting.extend(gone.below or ())


def _renumber(below: list[_Branch], start: int) -> None:
    for row in range(start, len(below)):
        below[row].row = row
