"""Work is kept safe: somebody works, the program dies, somebody works on; by mouse and keys alone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.journeys.conftest import CTRL, Planner

from planner import store
from planner.app.application import make_program
from planner.app.files.asking import Answer, Asking
from planner.app.files.opening import OpenedFile
from planner.app.importing.dialog import ImportDialog
from planner.app.settings import REDUCED_MOTION, Settings
from planner.app.versions.dialog import VersionsDialog
from planner.app.window.notices import Lane
from planner.domain import outline

LAYOUT = """
plan Halden
person Karin Voss: product
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zieliński
  PR vacant
squad Churn Radar, product "Churn Radar"
  DS Priya Natarajan
  DE vacant
"""


class Discards(Asking):
    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        return Answer.DISCARD


class Refuses(Asking):
    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        raise AssertionError("nothing is to be asked")


class KeptPlanner(Planner):
    """The program on a computer that keeps edits safe in a folder."""

    def __init__(self, qtbot, folder: Path, *, local: Path) -> None:
        self._qtbot = qtbot
        self.local = local
        settings = Settings(folder / "settings.json")
        settings.set(REDUCED_MOTION, "on")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.program = make_program(application, settings=settings, documents=folder, local=local)
        self.window = self.program.new_window()
        self.window.files.asking = Discards(self.window, self.program.look)

    def shows(self, layout: str, place: Path) -> None:
        """Open a plan that was just saved."""
        self.window.resize(1440, 900)
        self.window.files.show_project(OpenedFile(outline.parse(layout), None), is_saved=False)
        self.window.files.save_at(place)
        self.settles()
        self._qtbot.waitExposed(self.window)
        QApplication.processEvents()

    def settles(self) -> None:
        for _ in range(6):
            self.program.work.wait()
            QApplication.processEvents()

    def leaves(self) -> None:
        self.settles()
        for window in self.program.windows:
            if window.page is not None:
                window.page.parts.workbench.gesture.cancel()
            window.files.asking = Discards(window, self.program.look)
            window.close()
        QApplication.processEvents()

    @property
    def corner(self) -> str:
        return self.window.file_corner.text

    def clicks_on_the_bar(self, words: str) -> None:
        buttons = self.window.notices.findChildren(QPushButton)
        QTest.mouseClick(next(each for each in buttons if each.text() == words), Qt.MouseButton.LeftButton)
        self.settles()


@pytest.fixture
def computer(qtbot, tmp_path):
    (tmp_path / "plans").mkdir()
    made = [KeptPlanner(qtbot, tmp_path / "plans", local=tmp_path / "local")]

    def dies() -> None:
        """Remember the folder as it is now, which is what a death leaves."""
        made[-1].document.session.flush()
        shutil.copytree(made[-1].local, tmp_path / f"local {len(made)}")

    def starts_again() -> KeptPlanner:
        """The program on what its death left."""
        made[-1].leaves()
        made.append(KeptPlanner(qtbot, tmp_path / "plans", local=tmp_path / f"local {len(made)}"))
        made[-1].program.recovering.look()
        made[-1].settles()
        return made[-1]

    made[0].dies, made[0].starts_again = dies, starts_again
    yield made[0]
    made[-1].leaves()


def test_a_drop_outlives_the_death_of_the_program_and_so_does_its_undo(computer, tmp_path):
    place = tmp_path / "plans" / "halden.teamplan"
    computer.shows(LAYOUT, place)
    computer.drag("Mateo Silva").over("Churn Radar/DE").drop()
    computer.drag("Karin Voss").over("ML Platform/PR").drop()
    assert computer.corner == "halden.teamplan Edited, kept safe on this computer"
    held = computer.drag("Churn Radar/DE").over("empty canvas")
    computer.dies()
    held.escape()
    again = computer.starts_again()
    assert again.window.notices.text_of(Lane.RECOVERY) == (
        "halden.teamplan had 2 changes that were not saved."
    )
    again.clicks_on_the_bar("Recover")
    assert again.holder("Churn Radar/DE") == "Mateo Silva"
    assert again.holder("ML Platform/PR") == "Karin Voss"
    again.undoes()
    assert again.holder("ML Platform/PR") is None
    again.redoes()
    again.presses(Qt.Key.Key_S, CTRL)
    again.settles()
    assert again.corner == "halden.teamplan Saved"
    assert store.read(place) == again.document.project


def test_undoing_to_what_was_saved_clears_the_mark_even_past_a_save(computer, tmp_path):
    computer.shows(LAYOUT, tmp_path / "plans" / "halden.teamplan")
    computer.drag("Mateo Silva").over("Churn Radar/DE").drop()
    computer.presses(Qt.Key.Key_S, CTRL)
    computer.settles()
    computer.undoes()
    assert computer.corner == "halden.teamplan Edited, kept safe on this computer"
    computer.redoes()
    assert computer.corner == "halden.teamplan Saved"


def test_somebody_else_saves_meanwhile_and_both_plans_stay(computer, tmp_path):
    place = tmp_path / "plans" / "halden.teamplan"
    computer.shows(LAYOUT, place)
    theirs = outline.parse(LAYOUT.replace("plan Halden", "plan Theirs"))
    computer.drag("Mateo Silva").over("Churn Radar/DE").drop()
    store.save(theirs, place)
    computer.window.files.safe.watching.look()
    computer.settles()
    computer.clicks_on_the_bar("Keep mine")
    computer.presses(Qt.Key.Key_S, CTRL)
    computer.settles()
    (kept,) = place.parent.glob("halden (other version*")
    assert store.read(kept) == theirs
    assert store.read(place) == computer.document.project
    assert kept.name in computer.window.notices.text


def test_a_file_that_was_damaged_leads_back_to_what_was_saved(computer, tmp_path):
    place = tmp_path / "plans" / "halden.teamplan"
    computer.shows(LAYOUT, place)
    computer.drag("Mateo Silva").over("Churn Radar/DE").drop()
    computer.presses(Qt.Key.Key_S, CTRL)
    computer.settles()
    computer.window.close()
    place.write_bytes(place.read_bytes()[:-4096])
    computer.window = computer.program.new_window()
    computer.window.files.open_path(place)
    computer.settles()
    assert "its end is missing" in computer.window.notices.text
    computer.clicks_on_the_bar("Show versions…")
    (dialog,) = computer.window.findChildren(VersionsDialog)
    assert dialog.list.topLevelItemCount() == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    computer.settles()
    assert computer.holder("Churn Radar/DE") == "Mateo Silva"
    assert computer.corner.endswith("Edited, kept safe on this computer")


def test_a_roster_that_was_only_looked_at_is_closed_without_a_question(computer, tmp_path):
    roster = tmp_path / "plans" / "team.csv"
    roster.write_text("Name,Title,Manager\nAda Moss,Head of ML,\nBen Carter,Data Engineer,Ada Moss\n")
    computer.window.files.asking = Refuses(computer.window, computer.program.look)
    computer.window.files.open_path(roster)
    computer.settles()
    (dialog,) = computer.window.findChildren(ImportDialog)
    (plan,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Make a plan of it")
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton)
    computer.settles()
    assert computer.corner.endswith("Not saved to a file yet")
    assert computer.window.close()
