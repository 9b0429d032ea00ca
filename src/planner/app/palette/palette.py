"""The palette: a field, and below it what the letters typed in it name, ready to be done by Enter."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from planner.app.controls import KeyCap, divider, label
from planner.app.controls.buttons import dress_icon
from planner.app.controls.labels import show_text
from planner.app.moving.beside import BesidePopover
from planner.app.moving.choice_list import Heading, Item
from planner.app.palette.entries import Entry
from planner.app.palette.matching import Words, best
from planner.app.palette.recent import Recent
from planner.app.palette.results import ResultList, option_of
from planner.app.theme.metrics import SPACE_12, SPACE_16
from planner.app.window.parts import Tools
from planner.messages import message
from planner.typography.scale import BODY, SMALL

WIDTH: Final = 560
_TOP: Final = 88
_LIST_HEIGHT: Final = 396
_FIELD: Final = BODY.scaled(15 / BODY.size)
MOST: Final = 60
"""Rows that are shown; who looks for more types another letter."""

Entries = Callable[[], Sequence[Entry]]


class Palette(BesidePopover):
    """Everything that can be done or gone to, by a few letters of its name.

    ``commands`` and ``plan`` give the entries; they are asked at every opening, the plan's not before
    something is typed.

    Signals:
        taken(Entry): an entry was chosen, and is carried out now.
    """

    taken = Signal(object)

    def __init__(
        self, window: QWidget, *, tools: Tools, commands: Entries, plan: Entries, recent: Recent
    ) -> None:
        super().__init__(tools.look, window, width=WIDTH, motion=tools.motion)
        self._commands, self._plan, self._recent = commands, plan, recent
        self._trees = tools.trees
        self._among: list[Words[Entry]] | None = None
        self._listed: list[Entry] = []
        self.setAccessibleName("Palette")
        self.field = QLineEdit()
        self.list = ResultList(look=tools.look, ink=tools.ink, most_height=_LIST_HEIGHT)
        self.none = label(tools.look, style=SMALL, tone="second", wraps=True)
        self._lay_out(tools)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.moved.connect(self._tell)
        self.list.chosen.connect(lambda _modifiers: self._take())

    def open(self) -> None:
        """Open in the upper middle of the window, with an empty field and what was used last on top."""
        if self.isVisible():
            self.close_it()
            return
        self._among = None
        self._listed = list(self._commands())
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._show("")
        host = self.parentWidget()
        middle = (host.width() - self.width()) // 2 if host is not None else 0
        self._open_at(QPoint(max(0, middle), _TOP))
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field walk through the list and take from it."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # letters and Esc are the field's, not the window's
                return False
            if event.type() is QEvent.Type.KeyPress:
                return self._on_key(Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape or (key is Qt.Key.Key_K and held & Qt.KeyboardModifier.ControlModifier):
            self.close_it()
        else:
            return False
        return True

    def _take(self) -> None:
        entry = self._current()
        if entry is None or entry.refusal:
            return
        self.close_it()
        self._recent.note(entry.key)
        self.taken.emit(entry)
        entry.run()

    def _current(self) -> Entry | None:
        value = self.list.current.value if self.list.current is not None else None
        return value if isinstance(value, Entry) else None

    def _show(self, typed: str) -> None:
        rows = self._found(typed) if typed.strip() else self._unasked()
        self.list.setVisible(bool(rows))
        self.list.show_items(rows)
        show_text(self.none, "" if rows else f"Nothing is called '{typed.strip()}'.")
        self.fit_rows(self.list, top=_TOP)

    def _found(self, typed: str) -> list[Item]:
        if self._among is None:
            self._among = [entry.words for entry in (*self._listed, *self._plan())]
        favoured = frozenset(each.value for each in self._among if each.value.key in self._recent)
        return [option_of(entry) for entry in best(typed, self._among, most=MOST, favoured=favoured)]

    def _unasked(self) -> list[Item]:
        """What was used last, then all commands."""
        among = [*self._listed, *(self._plan() if self._recent.names_other_than_commands else ())]
        by_key = {entry.key: entry for entry in among}
        recent = [by_key[key] for key in self._recent.keys if key in by_key]
        rows: list[Item] = [Heading(message("Recent")), *map(option_of, recent)] if recent else []
        rest = [entry for entry in self._listed if entry not in recent]
        return [*rows, Heading(message("Commands")), *map(option_of, rest)]

    def _tell(self) -> None:
        entry = self._current()
        said = entry.said if entry is not None else "Nothing found"
        self.field.setAccessibleDescription(said)
        if self.isVisible():
            self._trees.announce(self.field, said)

    def _lay_out(self, tools: Tools) -> None:
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        look = tools.look
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        head.setSpacing(SPACE_12)
        sign = QToolButton()
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setStyleSheet("background: transparent; border: none; padding: 0")
        sign.setFixedSize(20, 20)
        dress_icon(look, sign, "search", "ink-2")
        self.field.setPlaceholderText("Find a command, person, team or finding")
        self.field.setAccessibleName("Find a command, person, team or finding")
        self.field.setFont(look.font(_FIELD))
        self.field.setFrame(False)
        self.field.setStyleSheet("border: none; background: transparent; padding: 0")
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.field, 1)
        within = QVBoxLayout()
        within.setContentsMargins(SPACE_16, 6, SPACE_16, 6)
        within.addWidget(self.none)
        self.content.addLayout(head)
        self.content.addWidget(divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.list)
        self.content.addLayout(within)
        self.content.addWidget(divider())
        self.content.addLayout(_foot(tools))


def _foot(tools: Tools) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(SPACE_16, 10, SPACE_16, 10)
    row.setSpacing(5)
    for keys, words in ((("↑", "↓"), "choose"), (("Enter",), "do it"), (("Esc",), "close")):
        for key in keys:
            row.addWidget(KeyCap(tools.look, key))
        row.addWidget(label(tools.look, words, SMALL, tone="second"))
        row.addSpacing(SPACE_12)
    row.addStretch(1)
    return row


_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
