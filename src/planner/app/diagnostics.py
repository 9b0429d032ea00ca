"""Keeps what went wrong where it can be found: a log file, crashes of Qt itself, and one dialog for a bug.

Installed once by the front door, never by tests, whose runner watches Qt's messages itself.
"""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG_MOST_BYTES: Final = 1_000_000

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("planner")
_qt_log = logging.getLogger("planner.qt")


class Diagnostics:
    """The log of one run; ``show`` gets the text of a bug, at most one at a time."""

    def __init__(self, folder: Path, show: Callable[[str], None]) -> None:
        self._show = show
        self._showing = False
        self._crashes: TextIO | None = None
        self._handler: logging.Handler | None = None
        self.log_path: Path | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._start_log(folder / "planner.log")
            self._crashes = (folder / "crashes.txt").open("a", encoding="utf-8")
        except OSError as fault:  # a full or read-only disk must not keep the window from opening
            _log.warning("no log is kept in %s: %s", folder, fault)
        if self._crashes is not None:
            faulthandler.enable(self._crashes)

    def close(self) -> None:
        """Give the files back."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()

    def install(self) -> None:
        """Catch what nobody catches: exceptions, and what Qt says."""
        sys.excepthook = self.caught
        qInstallMessageHandler(_log_qt)

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Log an exception that nobody expected, and show it unless one is shown already."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        _log.error("unexpected", exc_info=(kind, fault, trace))
        if self._showing:
            return
        self._showing = True
        try:
            self._show("".join(traceback.format_exception(kind, fault, trace)))
        finally:
            self._showing = False

    def _start_log(self, path: Path) -> None:
        if path.exists() and path.stat().st_size > LOG_MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        self._handler = handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)
        self.log_path = path


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)
