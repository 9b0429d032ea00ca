"""Hands what a second start was asked for over to the program that runs already, on this machine alone.

A local socket in the program's own folder, which only its user may reach; never one of a network.
"""

import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE: Final = 3000
"""Milliseconds for the running program to answer; after that a second one starts."""
_MOST: Final = 1 << 20
"""Bytes of a message at most."""
_LONGEST: Final = 100
"""Bytes of a socket's path at most, on every system."""
_TAKEN: Final = b"taken\n"
_log = logging.getLogger(__name__)


class Handover:
    """The way from a second start to the first; ``local`` is the folder of the program's own data.

    ``name`` is its socket: one that nobody answers at, as after a crash, is removed by who listens next.
    """

    def __init__(self, local: Path) -> None:
        self._local, self.name = local, _name(local)
        self._server: QLocalServer | None = None
        self._receive: Callable[[list[Path]], object] = lambda _paths: None

    def hand_over(self, paths: list[Path]) -> bool:
        """Give paths to the program that runs already; False when there is none, or it does not answer."""
        if sys.platform != "win32" and not os.path.lexists(self.name):
            return False  # nobody listens, and nothing has to be imported to know it
        from PySide6.QtNetwork import QLocalSocket

        connection = QLocalSocket()
        connection.connectToServer(self.name)
        if not connection.waitForConnected(PATIENCE):
            return False
        connection.write(_message(paths))
        connection.flush()
        while not connection.canReadLine() and connection.waitForReadyRead(PATIENCE):
            pass
        answer = connection.readLine().data()
        connection.disconnectFromServer()
        return answer == _TAKEN

    def listen(self, receive: Callable[[list[Path]], object]) -> None:
        """Take what later starts are asked for."""
        if not self.name:
            _log.info("later starts cannot be taken over: the path of the program's folder is too long")
            return
        with suppress(OSError):
            self._local.mkdir(mode=0o700, parents=True, exist_ok=True)
        from PySide6.QtNetwork import QLocalServer, QLocalSocket

        self._receive = receive
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        if not server.listen(self.name):
            other = QLocalSocket()
            other.connectToServer(self.name)
            if other.waitForConnected(PATIENCE):
                other.abort()
                return  # another one was quicker, and listens
            QLocalServer.removeServer(self.name)
            if not server.listen(self.name):
                _log.info("later starts cannot be taken over: %s", server.errorString())
                return
        self._server = server

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _greet(self) -> None:
        while self._server is not None and (connection := self._server.nextPendingConnection()) is not None:
            connection.readyRead.connect(lambda connection=connection: self._read(connection))
            connection.disconnected.connect(connection.deleteLater)
            self._read(connection)

    def _read(self, connection: "QLocalSocket") -> None:
        if connection.bytesAvailable() > _MOST:
            connection.abort()
        elif connection.canReadLine():
            paths = _understood(bytes(connection.readLine().data()))
            if paths is None:
                connection.abort()
                return
            connection.write(_TAKEN)
            connection.flush()
            self._receive(paths)


def _name(local: Path) -> str:
    """A socket of this user and machine in a folder of the user's own, empty where all paths are too long."""
    mark = hashlib.sha256(os.fsencode(local)).hexdigest()[:16]
    if sys.platform == "win32":
        return f"mlops-team-planner-{mark}"
    machine = hashlib.sha256(os.uname().nodename.encode()).hexdigest()[:8]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    paths = [local / f"open-{machine}", *([Path(runtime, f"mlops-team-planner-{mark}")] if runtime else [])]
    return next((str(path) for path in paths if len(os.fsencode(path)) <= _LONGEST), "")


def _message(paths: list[Path]) -> bytes:
    return json.dumps({"paths": [str(path) for path in paths]}).encode("ascii") + b"\n"


def _understood(line: bytes) -> list[Path] | None:
    try:
        read: Any = json.loads(line)
        paths = read["paths"]
        if not all(isinstance(path, str) for path in paths):
            return None
        return [Path(path) for path in paths]
    except (ValueError, KeyError, TypeError):
        return None
