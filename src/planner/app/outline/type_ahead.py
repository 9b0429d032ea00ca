"""Type-ahead goes to the row whose name begins with what is typed, folded away or not."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from planner.app.controls.folding import folded
from planner.app.outline.model import OutlineModel
from planner.app.outline.tree import Key


class TypeAhead(QObject):
    """Letters typed one soon after the other are one name; the same letter again goes on to the next."""

    def __init__(self, model: OutlineModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.end)

    @property
    def is_going_on(self) -> bool:
        """Whether the next letter continues a name."""
        return self._pause.isActive()

    def end(self) -> None:
        """Let the next letter begin a name."""
        self._pause.stop()
        self._typed = ""

    def typed(self, text: str, current: Key | None) -> Key | None:
        """Take what was typed; gives the row to go to, None where no name begins so."""
        letter = folded(text)
        again = self._typed != "" and set(self._typed + letter) == {letter}
        self._typed = letter if again else self._typed + letter
        self._pause.start(QApplication.keyboardInputInterval() * 2)
        return self._next(after_current=again or len(self._typed) == 1, current=current)

    def _next(self, *, after_current: bool, current: Key | None) -> Key | None:
        keys, name = list(self._model.tree.walk()), self._model.wording.name
        if current is not None and current[0] == "holder":
            current = ("seat", current[1])
        place = keys.index(current) if current in keys else -1
        first = place + 1 if after_current else max(place, 0)
        ahead = keys[first:] + keys[:first]
        return next((key for key in ahead if folded(name(key)).startswith(self._typed)), None)
