"""A second start of the program hands its files over to the first, and only on this machine."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from planner.app.handover import Handover

HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from planner.app.handover import Handover
application = QCoreApplication([])
sys.exit(0 if Handover(Path(sys.argv[1])).hand_over([Path(name) for name in sys.argv[2:]]) else 3)
"""


@pytest.fixture
def local(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("l")


def start_another(local: Path, *names: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", HAND_OVER, str(local), *names])


@pytest.fixture
def first(qapp, local):
    handover = Handover(local)
    received: list[list[Path]] = []
    handover.listen(received.append)
    handover.received = received
    yield handover
    handover.close()


def test_files_arrive_whatever_their_names_and_the_second_start_ends(first, local, qtbot):
    names = ["/plans/a b#?%.teamplan", "/plans/x\ny.teamplan", "/plans/Ü.teamplan"]
    second = start_another(local, *names)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert first.received == [[Path(name) for name in names]]


def test_alone_there_is_nobody_to_hand_over_to(qapp, local):
    assert not Handover(local).hand_over([Path("/plans/a.teamplan")])


@pytest.mark.skipif(sys.platform == "win32", reason="pipes leave nothing behind")
def test_a_socket_that_a_crash_left_is_cleared_away(qapp, local, qtbot):
    handover = Handover(local)
    left = socket.socket(socket.AF_UNIX)
    left.bind(handover.name)
    left.close()
    assert not Handover(local).hand_over([])
    received: list[list[Path]] = []
    handover.listen(received.append)
    second = start_another(local)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    handover.close()
    assert second.returncode == 0
    assert received == [[]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have other rights")
def test_only_the_user_may_reach_the_socket(first):
    assert Path(first.name).stat().st_mode & 0o077 == 0


def test_nonsense_is_not_answered(first, qtbot):
    from PySide6.QtNetwork import QLocalSocket

    connection = QLocalSocket()
    connection.connectToServer(first.name)
    assert connection.waitForConnected(3000)
    with qtbot.waitSignal(connection.disconnected):
        connection.write(b'{"paths": [7]}\n')
    assert first.received == []
