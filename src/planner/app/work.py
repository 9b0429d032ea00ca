"""Work that takes longer than a blink runs in a thread and comes back as a value, by signal.

A task gets only values that nobody changes, and touches no widget.
"""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from planner.errors import PlannerError

T = TypeVar("T")


class Work(QObject):
    """Runs tasks beside the window; answers arrive in the thread of the window.

    Signals:
        running_changed(bool): the first task began, or the last one ended.
    """

    running_changed = Signal(bool)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: set[Thread] = set()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a task has not answered yet."""
        return bool(self._threads)

    def start(
        self, task: Callable[[], T], *, done: Callable[[T], object], failed: Callable[[PlannerError], object]
    ) -> None:
        """Run a task, then call ``done`` with its value or ``failed`` with its refusal; bugs are raised."""

        def run() -> None:
            try:
                value = task()
            except PlannerError as refusal:
                answer = _bound(failed, refusal)
            except BaseException as fault:
                answer = _raised(fault)
            else:
                answer = _bound(done, value)
            self._ended.emit((thread, answer))

        thread = Thread(target=run, name="planner-work")
        self._threads.add(thread)
        if len(self._threads) == 1:
            self.running_changed.emit(True)  # noqa: FBT003 - a signal has no keywords
        thread.start()

    def wait(self) -> None:
        """Let every task end; what they answered is delivered when the window is next at rest."""
        for thread in tuple(self._threads):
            thread.join()

    def _deliver(self, ended: tuple[Thread, Callable[[], object]]) -> None:
        thread, answer = ended
        thread.join()
        self._threads.discard(thread)
        if not self._threads:
            self.running_changed.emit(False)  # noqa: FBT003 - a signal has no keywords
        answer()


def _bound(answer: Callable[[T], object], value: T) -> Callable[[], object]:
    return lambda: answer(value)


def _raised(fault: BaseException) -> Callable[[], object]:
    def answer() -> None:
        raise fault

    return answer
