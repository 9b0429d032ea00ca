"""The Versions dialog lists what was saved of a document before, shows it, and opens it as a copy."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, label, make_button
from planner.app.controls.dialog import Dialog
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_16, SPACE_24, SPACE_48
from planner.app.versions.picture import ChartPicture
from planner.app.versions.reading import Seen, size, summary, when
from planner.errors import PlannerError
from planner.store.versions import Version
from planner.typography.scale import PAGE_HEADING, SMALL

_SIZE: Final = (880, 560)
_LIST_WIDTH: Final = 300
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class VersionsDialog(Dialog):
    """A list of versions beside a picture of the chosen one.

    Signals:
        chosen(Version): another version is to be shown; ``show_seen`` or ``show_refusal`` answers.
        copy_wanted(Seen): the shown version is to be opened as a copy.
    """

    chosen = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, look: Look, ink: Ink, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._seen: Seen | None = None
        self.setWindowTitle("Versions")
        width, height = map(look.px, _SIZE)
        self.resize(min(width, parent.width() - SPACE_48), min(height, parent.height() - SPACE_48))
        self.list = self._made_list()
        self.picture = ChartPicture(look, ink)
        self.words = label(look, tone="second", wraps=True)
        self.open_copy = make_button(look, "Open as a copy", Kind.PRIMARY, on_click=self._ask_for_copy)
        self.open_copy.setEnabled(False)
        about = (
            "The last ten saves, and the last one of each day for 30 days. They are on this computer only."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(label(look, f"Versions of {name}", PAGE_HEADING))
        column.addWidget(label(look, about, SMALL, tone="second", wraps=True))
        column.addSpacing(SPACE_8)
        column.addLayout(self._middle(), 1)
        column.addSpacing(SPACE_8)
        column.addLayout(self._buttons())

    def show_versions(self, versions: Sequence[Version]) -> None:
        """List versions, the newest first, and choose that."""
        now = datetime.now().astimezone()
        self.list.clear()
        for at, version in enumerate(versions):
            item = QTreeWidgetItem([when(version, now), size(version)])
            item.setData(0, Qt.ItemDataRole.UserRole, version)
            item.setTextAlignment(1, _RIGHT)
            self.list.addTopLevelItem(item)
            if at == 0:
                self.list.setCurrentItem(item)
        self._fit_list()
        if not versions:
            self.words.setText("Nothing was saved yet on this computer. Each save is kept here from now on.")

    @property
    def version(self) -> Version | None:
        """The chosen version."""
        item = self.list.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Version) else None

    def show_seen(self, seen: Seen) -> None:
        """Show the version that was asked for."""
        self._seen = seen
        self.picture.show_chart(seen.review)
        self.words.setText(summary(seen))
        self.open_copy.setEnabled(True)

    def show_refusal(self, refusal: PlannerError) -> None:
        """Say why the version that was asked for is not shown."""
        self._seen = None
        self.picture.show_chart(None)
        self.words.setText(str(refusal))
        self.open_copy.setEnabled(False)

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setProperty("part", "listing")
        made.setAllColumnsShowFocus(True)
        made.setHeaderLabels(["Saved", "Size"])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAccessibleName("Saved versions, the newest first")
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setFixedWidth(self._least_width)
        made.headerItem().setTextAlignment(1, _RIGHT)
        made.currentItemChanged.connect(lambda _now, _before: self._choose())
        made.itemActivated.connect(lambda _item, _column: self._ask_for_copy())
        return made

    @property
    def _least_width(self) -> int:
        return round(_LIST_WIDTH * (1 + self._look.factor) / 2)

    def _fit_list(self) -> None:
        """Let no day or time be cut: they are all that tells versions apart."""
        columns = sum(self.list.sizeHintForColumn(column) for column in range(self.list.columnCount()))
        self.list.setFixedWidth(max(self._least_width, columns + SPACE_24))

    def _choose(self) -> None:
        self._seen = None
        self.open_copy.setEnabled(False)
        if self.version is not None:
            self.chosen.emit(self.version)

    def _ask_for_copy(self) -> None:
        if self._seen is not None:
            self.copy_wanted.emit(self._seen)
            self.accept()

    def _middle(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(SPACE_8)
        right.addWidget(self.picture, 1)
        right.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addStretch(1)
        row.addWidget(make_button(self._look, "Close", on_click=self.reject))
        row.addWidget(self.open_copy)
        return row
