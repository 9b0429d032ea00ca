"""The workbench of a plan in a bare window, and what hands do in a popover."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.app.application import make_program
from planner.app.document import Document
from planner.app.moving.workbench import Workbench
from planner.app.settings import REDUCED_MOTION, THEME, Settings
from planner.domain import Project, Scenario, outline

LAYOUT = """
plan Halden
person Karin Voss: product, marketing; 80%; skills sql, python
person Ada: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ada
  core ML Platform, purpose "Shared platform"
    MO Tomasz Zieliński
    DE Ravi 60%
    DS Ravi 60%
    DS vacant
  squad Fraud Shield, product "Fraud Shield"
    SD Adam Novak
    PR Karin Voss 40%
squad Old Desk, locked
  DS Emma Falk
ML Platform serves Fraud Shield
practice knowledge-sharing by Ada: ML Platform, Fraud Shield
responsible monitoring: ML Platform accountable
"""


class Desk:
    """A workbench with hands."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench

    @property
    def project(self) -> Project:
        return self.bench.document.project

    @property
    def scenario(self) -> Scenario:
        return self.bench.document.scenario

    @property
    def undo_name(self) -> str:
        return str(self.bench.document.undo_label or "")

    def types(self, field: QWidget, text: str, *, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Type over what a field has, and keep it by a key; None leaves it half typed."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll() if hasattr(field, "selectAll") else field.line.selectAll()
        if not text:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        if key is not None:
            QTest.keyClick(field, key)


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path) -> Iterator[Callable[[str], Desk]]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(tmp_path / "settings.json")
    settings.set(REDUCED_MOTION, "on")
    settings.set(THEME, "light")
    program = make_program(application, settings=settings, documents=tmp_path)
    tools, ids = program.tools, count()

    def opened(layout: str) -> Desk:
        window = QWidget()
        window.resize(1440, 900)
        qtbot.addWidget(window)
        bench = Workbench(
            Document(outline.parse(layout), pack=program.pack),
            window,
            look=tools.look,
            ink=tools.ink,
            motion=tools.motion,
            trees=tools.trees,
            new_id=lambda: f"new {next(ids)}",
        )
        for part, left, width in ((bench.bench, 0, 240), (bench.canvas, 240, 860)):
            part.setParent(window)
            part.setGeometry(left, 0, width, 860)
            part.show()
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        bench.canvas.setFocus()
        bench.canvas.fit_at_once()
        return Desk(bench)

    return opened


@pytest.fixture
def desk(open_desk) -> Desk:
    return open_desk(LAYOUT)
