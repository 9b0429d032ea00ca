"""The keys that commands have on this computer: those of the table, unless somebody chose others."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from planner.app.actions import ActionRow, Actions
from planner.app.settings import SHORTCUTS, SINGLE_LETTERS, Settings

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText


class Shortcuts(QObject):
    """What keys do, for all windows.

    Signals:
        changed(): other keys are in force.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def follow(self, actions: Actions) -> None:
        """Give a window's actions their keys, now and whenever they change."""
        actions.take_keys_from(self.keys_of)
        self.changed.connect(actions.rekey)
        if self._settings.get(SHORTCUTS) or not self.letters:
            actions.rekey()

    @property
    def letters(self) -> bool:
        """Whether single letters are commands."""
        return self._settings.get(SINGLE_LETTERS)

    def use_letters(self, *, used: bool) -> None:
        """Let single letters be commands, or not."""
        self._settings.set(SINGLE_LETTERS, used)
        self.changed.emit()

    def keys_of(self, row: ActionRow) -> tuple[str, ...]:
        """The keys of a command in force."""
        keys = self._chosen(row.id)
        keys = row.shortcuts if keys is None else keys
        return tuple(each for each in keys if self.letters or not is_letter(each))

    def is_changed(self, row: ActionRow) -> bool:
        """Whether a command has other keys than the table says."""
        return self._chosen(row.id) is not None

    def choose(self, row: ActionRow, keys: Iterable[str]) -> None:
        """Give a command other keys, or none."""
        wanted = [_portable(each) for each in keys]
        chosen = dict(self._settings.get(SHORTCUTS))
        if wanted == [_portable(each) for each in row.shortcuts]:
            chosen.pop(row.id, None)
        else:
            chosen[row.id] = wanted
        self._keep(chosen)

    def reset(self, row: ActionRow) -> None:
        """Give a command the keys of the table again."""
        chosen = dict(self._settings.get(SHORTCUTS))
        chosen.pop(row.id, None)
        self._keep(chosen)

    def reset_all(self) -> None:
        """Give every command the keys of the table again."""
        self._keep({})

    def holder_of(self, keys: str, row: ActionRow, rows: Iterable[ActionRow]) -> ActionRow | None:
        """Another command that has these keys; None when they are free."""
        wanted = _portable(keys)
        for other in rows:
            if other.id != row.id and wanted in map(_portable, self.keys_of(other)):
                return other
        return None

    def _chosen(self, row_id: str) -> tuple[str, ...] | None:
        keys = self._settings.get(SHORTCUTS).get(row_id)
        if not isinstance(keys, list) or not all(isinstance(each, str) for each in keys):
            return None
        return tuple(keys)

    def _keep(self, chosen: dict[str, object]) -> None:
        self._settings.set(SHORTCUTS, chosen)
        self.changed.emit()


def is_letter(keys: str) -> bool:
    """Whether keys are one letter or digit without Ctrl, Alt or a function key."""
    return len(keys) == 1 and keys.isalnum()


def _portable(keys: str) -> str:
    return QKeySequence(keys).toString(_PORTABLE)
