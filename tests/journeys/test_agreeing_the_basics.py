"""A roster is imported, the basics are agreed in one sheet, and the score says what was promised."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.app.agreeing.sheet import Sheet
from planner.app.importing.dialog import ImportDialog
from planner.guidance import review

ROSTER = """Name,Title,Team
Ada Moss,MLOps engineer,Platform
Ben Carter,Data engineer,Platform
Cleo Dean,Data scientist,Fraud
Dan Ekker,Software developer,Fraud
Eve Falk,Product manager,Fraud
Finn Gold,Data scientist,Churn
Gia Holm,Software developer,Churn
Hal Ives,Product manager,Churn
Ida Jung,Marketing manager,Sales
Jon Kern,Business analyst,Sales
"""


def settle(planner) -> None:
    for _ in range(3):
        planner.program.work.wait()
        QApplication.processEvents()


def import_roster(planner, folder: Path) -> None:
    roster = folder / "people.csv"
    roster.write_text(ROSTER)
    planner.window.files.import_path(roster)
    settle(planner)
    (dialog,) = planner.window.findChildren(ImportDialog)
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Make a plan of it"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(planner)


def open_sheet(planner) -> Sheet:
    planner.window.actions_table["plan.agree"].trigger()
    QApplication.processEvents()
    (sheet,) = [each for each in planner.window.findChildren(Sheet) if each.isVisible()]
    return sheet


def test_after_an_import_one_sheet_brings_the_points_it_promises(planner, tmp_path):
    import_roster(planner, tmp_path)
    document = planner.document
    before, was = document.project, planner.score
    assert len(document.scenario.practices) == 0

    sheet = open_sheet(planner)
    promised = sheet.total_words
    QTest.mouseClick(sheet.record_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert planner.score > was
    assert promised == f"{was:.1f} → {planner.score:.1f} with these answers"
    assert planner.undo_name == "Agree the basics"
    assert planner.status.startswith("Agreements recorded.")
    fresh = review(document.project, document.scenario_id, planner.program.pack)
    assert fresh.score.total == document.review.score.total

    planner.window.activateWindow()  # a desktop does that when a sheet closes
    planner.undoes()
    assert document.project == before
    planner.redoes()
    again = open_sheet(planner)
    assert all(row.question.is_settled for row in again.rows)
    again.reject()


def test_the_command_waits_for_a_team(planner):
    planner.opens("scenario Today: small-startup, product\nperson Ben Carter")
    action = planner.window.actions_table["plan.agree"]
    assert not action.isEnabled()
    planner.window.actions_table["plan.add-squad"].trigger()
    assert action.isEnabled()


def test_the_panel_shows_what_the_answers_would_do_and_forgets_it_on_escape(planner):
    planner.opens("scenario Today: large-startup, product\nsquad A\n  DS Ben\n  SD Cleo\nsquad B\n  DS Dan")
    before = planner.document.project
    panel = planner.window.page.parts.panel
    sheet = open_sheet(planner)
    assert panel._preview is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert panel._preview is None
    assert planner.document.project == before
