"""Help: the keys there are, read from the table of actions, and what this program is."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.app.actions import MENUS, Actions
from planner.app.controls import KeyCap, label
from planner.app.controls.dialog import Dialog
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from planner.guidance import Pack
from planner.typography.scale import LABEL, PAGE_HEADING, SMALL


class KeysDialog(Dialog):
    """All keys, menu by menu."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        room = parent.screen().availableGeometry()
        self.resize(
            min(look.px(520), room.width() - SPACE_24), min(look.px(560), room.height() - 2 * SPACE_24)
        )
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setColumnStretch(1, 1)
        for menu in MENUS:
            self._list_menu(look, actions, menu)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setProperty("part", "read")
        area.setAccessibleName("Keys of all commands")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_16)
        column.addWidget(area, 1)
        column.addLayout(_closing(self))

    def _list_menu(self, look: Look, actions: Actions, menu: str) -> None:
        rows = [(row, action) for row, action in actions if row.menu.partition("/")[0] == menu]
        with_keys = [(row, action) for row, action in rows if action.shortcuts()]
        if not with_keys:
            return
        title = label(look, menu, LABEL, tone="second")
        title.setContentsMargins(0, SPACE_8, 0, 0)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)
        for row, action in with_keys:
            at = self._grid.rowCount()
            self._grid.addWidget(_caps(look, action.shortcuts()), at, 0)
            self._grid.addWidget(label(look, row.text.rstrip("…")), at, 1)


class AboutDialog(Dialog):
    """The program's name and version, and the source of the guidance."""

    def __init__(self, look: Look, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About")
        self.setMinimumWidth(440)
        source = pack.source
        words = (
            f"Version {version('mlops-team-planner')}. Works offline; a plan is one file on this computer.",
            f"Guidance: {pack.name}, version {pack.version}, after “{source.title}”.",
            f"By {source.author}, {source.publisher}.",
            source.note,
            "Apache License 2.0. The bundled font is made from Inter, under the SIL Open Font License.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(label(look, "MLOps Team Planner", PAGE_HEADING))
        for sentence in words:
            column.addWidget(label(look, sentence, SMALL, tone="second", wraps=True))
        column.addSpacing(SPACE_8)
        column.addLayout(_closing(self))


def _closing(dialog: QDialog) -> QHBoxLayout:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    row = QHBoxLayout()
    row.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
    row.addStretch(1)
    row.addWidget(box)
    return row


def _caps(look: Look, sequences: list[QKeySequence]) -> QWidget:
    keys = QWidget()
    row = QHBoxLayout(keys)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    for at, sequence in enumerate(sequences):
        if at:
            row.addWidget(label(look, "or", SMALL, tone="third"))
        text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        for key in text.removesuffix("+").split("+") if text != "+" else [text]:
            row.addWidget(KeyCap(look, key or "+"), 0, Qt.AlignmentFlag.AlignVCenter)
        if text.endswith("++"):
            row.addWidget(KeyCap(look, "+"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return keys
