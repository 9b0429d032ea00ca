"""The main job from the start screen to the saved file, in one window with real events."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from planner import store
from planner.app.importing.dialog import ImportDialog
from planner.domain import Aim, Kind, Stage

ROSTER = """Name,Title
Ada Moss,Data scientist
Ben Carter,Data engineer
Cleo Dean,MLOps engineer
Dan Ekker,Software developer
Eve Falk,Product manager
Finn Gold,Marketing manager
Gia Holm,Product designer
Hal Ives,Data analyst
"""


@pytest.fixture
def settle(planner):
    def done() -> None:
        for _ in range(3):
            planner.program.work.wait()
            QApplication.processEvents()

    return done


def button(parent: QWidget, words: str) -> QPushButton:
    found = [each for each in parent.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    assert found, f"there is no button {words!r}"
    return found[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def make_plan(planner, settle, tmp_path: Path) -> None:
    """Answer the start screen's questions with a roster, and create the plan."""
    window = planner.window
    window.resize(1440, 900)
    settle()
    start = window.start
    click(start.form._stages.cards[1])
    click(start.form._aims.cards[0])
    assert (start.form.answers.stage, start.form.answers.aim) == (Stage.LARGE_STARTUP, Aim.PRODUCT)
    roster = tmp_path / "team.csv"
    roster.write_text(ROSTER)
    window.files.import_path(roster)
    settle()
    (dialog,) = window.findChildren(ImportDialog)
    click(button(dialog, "Only take the people"))
    window.activateWindow()  # a desktop does that when a dialog closes
    start.form.count(features=1)
    start.form.plan_name.setText("Acme")
    click(button(start, "Create plan"))
    settle()


def test_a_lead_does_the_whole_main_job(planner, settle, tmp_path):
    make_plan(planner, settle, tmp_path)
    document = planner.document
    path = document.path
    assert path == tmp_path / "Acme.teamplan"
    assert len(document.project.people) == 8

    scenario = document.scenario
    (squad,) = [team for team in scenario.teams if team.kind is Kind.SQUAD]
    people = {person.main_function: person for person in document.project.people}
    steps = 0
    for seat in [seat for seat in scenario.seats if seat.team == squad.id]:
        person = people.pop(seat.function, None)
        if person is not None:
            planner.drag(person.id).over(seat.id).drop()
            assert planner.holder(seat.id) == person.name
            steps += 1
    assert steps >= 7
    assert planner.score > 0

    before_fix = planner.score
    planner.presses(Qt.Key.Key_F8)
    planner.presses(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert document.review.score.total != before_fix
    steps += 1

    done, score = document.project, planner.score
    for _ in range(steps):
        planner.undoes()
    assert not any(seat.is_filled for seat in document.scenario.seats)
    assert not document.is_edited
    for _ in range(steps):
        planner.redoes()
    assert document.project == done

    planner.presses(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not document.is_edited
    assert planner.window.file_corner.text == "Acme.teamplan Saved"

    copy = tmp_path / "copy.teamplan"
    copy.write_bytes(path.read_bytes())
    again = planner.program.new_window()
    again.files.open_path(copy)
    settle()
    assert again.document.project == done
    assert again.document.review.score.total == pytest.approx(score)
    assert store.read(path) == done
    again.close()
