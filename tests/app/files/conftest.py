"""A computer for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.app.safely import Computer, computer_in


@pytest.fixture
def computer(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Computer]:
    with computer_in(qapp, tmp_path) as made:
        yield made
