"""Rosters: shown first, then a plan, the bench of a new one, or more people in an open plan."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from planner.app.importing.dialog import Choice, ImportDialog
from planner.app.importing.joining import joined
from planner.app.start.choices import ChoiceCard
from planner.domain import Aim, Assumption, Person, Project, Rows, Stage
from planner.exchange.roster import Whom

ROSTER = """Employee ID,Name,Title,Manager ID
1,Ada Moss,Head of ML,
2,Ben Carter,Data Engineer,1
3,Cleo Dean,Data Scientist,1
4,,Analyst,1
"""


@pytest.fixture
def roster(tmp_path) -> Path:
    path = tmp_path / "team.csv"
    path.write_text(ROSTER)
    return path


@pytest.fixture
def dialog_of(program, qapp):
    def dialog(window) -> ImportDialog:
        for _ in range(3):  # told what the file is, then read
            program.work.wait()
            qapp.processEvents()
        (found,) = [each for each in window.findChildren(ImportDialog) if each.isVisible()]
        return found

    return dialog


def words(dialog: ImportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def card(window, name: str) -> ChoiceCard:
    return next(
        each
        for each in window.start.form.findChildren(ChoiceCard)
        if each.accessibleName().startswith(f"{name}.")
    )


def test_what_was_understood_and_skipped_is_said_before_anything_changes(start_window, roster, dialog_of):
    start_window.files.open_path(roster)
    dialog = dialog_of(start_window)
    assert "3 people in team.csv" in words(dialog)
    assert "Row 5" in words(dialog)
    assert start_window.document is None
    dialog.reject()
    assert start_window.document is None


def test_a_roster_becomes_a_plan_with_its_assumptions_marked(start_window, roster, dialog_of):
    start_window.files.import_path(roster)
    dialog_of(start_window).choose(Choice.PLAN)
    document = start_window.document
    assert {person.name for person in document.project.people} == {"Ada Moss", "Ben Carter", "Cleo Dean"}
    assert document.scenario.assumed == frozenset(Assumption)
    assert document.path is None


def test_a_roster_that_nothing_was_done_to_is_closed_without_a_question(start_window, roster, dialog_of):
    start_window.files.import_path(roster)
    dialog_of(start_window).choose(Choice.PLAN)
    assert start_window.file_corner.text.endswith(" Not saved to a file yet")
    assert start_window.close()
    assert start_window.files.asking.asked == []


def test_a_pasted_list_is_in_no_file_and_asked_about(start_window, dialog_of):
    start_window.start.form.drop.text_pasted.emit("Ada Moss, Data Scientist\nBen Carter, Data Engineer\n")
    dialog_of(start_window).choose(Choice.PLAN)
    assert start_window.document.is_edited


def test_an_answer_in_the_dialog_is_no_assumption(start_window, roster, dialog_of):
    start_window.files.import_path(roster)
    dialog = dialog_of(start_window)
    dialog.stage.choose(Stage.ENTERPRISE)
    dialog.choose(Choice.PLAN)
    assert start_window.document.scenario.stage is Stage.ENTERPRISE
    assert start_window.document.scenario.assumed == {Assumption.AIM, Assumption.STRUCTURE}
    assert start_window.document.is_edited


def test_what_the_new_plan_form_was_told_is_not_asked_again(start_window, roster, dialog_of):
    start_window.start.show_proposals()
    card(start_window, "Small start-up").click()
    card(start_window, "Research").click()
    start_window.files.import_path(roster)
    dialog = dialog_of(start_window)
    assert (dialog.stage.value, dialog.aim.value) == (Stage.SMALL_STARTUP, Aim.RESEARCH)
    assert "Assumed, to be confirmed: structure " in words(dialog)
    dialog.choose(Choice.PLAN)
    scenario = start_window.document.scenario
    assert (scenario.stage, scenario.aim) == (Stage.SMALL_STARTUP, Aim.RESEARCH)
    assert scenario.assumed == {Assumption.STRUCTURE}


def test_what_the_form_merely_proposes_stays_a_guess(start_window, roster, dialog_of):
    start_window.start.show_proposals()
    start_window.files.import_path(roster)
    dialog = dialog_of(start_window)
    dialog.choose(Choice.PLAN)
    assert start_window.document.scenario.assumed == frozenset(Assumption)


def test_people_for_an_open_plan_are_not_asked_for_its_context(window, roster, dialog_of):
    window.files.import_path(roster)
    dialog = dialog_of(window)
    assert not any(box.isVisible() for box in (dialog.stage, dialog.aim, dialog.structure))
    assert "ssumed" not in words(dialog)


def test_people_only_wait_on_the_bench_of_the_plan_that_is_created(
    start_window, roster, dialog_of, program, qapp
):
    start_window.files.import_path(roster)
    dialog_of(start_window).choose(Choice.PEOPLE)
    assert start_window.start.form.answers.people == 2
    start_window.start.create_plan()
    program.work.wait()
    qapp.processEvents()
    document = start_window.document
    assert {person.name for person in document.project.people} == {"Ada Moss", "Ben Carter", "Cleo Dean"}
    assert not any(seat.is_filled for seat in document.scenario.seats)


def test_a_pasted_list_of_names_is_a_roster(start_window, dialog_of):
    start_window.start.form.drop.text_pasted.emit(
        "Ada Moss, Data Scientist, 50%\nBen Carter, Data Engineer\n"
    )
    dialog = dialog_of(start_window)
    assert "2 people" in words(dialog)
    dialog.choose(Choice.PEOPLE)
    assert [person.name for person in start_window.start.people] == ["Ada Moss", "Ben Carter"]


def test_a_roster_onto_a_plan_adds_who_is_not_there_yet_in_one_step(window, tmp_path, dialog_of):
    path = tmp_path / "more.csv"
    path.write_text("Name,Title\nNew Person,Data Scientist\nMateo Silva,\n")
    before = len(window.document.project.people)
    window.files.open_path(path)
    dialog = dialog_of(window)
    assert "Add 1 person to Halden Mutual" in [button.text() for button in dialog.findChildren(QPushButton)]
    dialog.choose(Choice.PEOPLE)
    assert len(window.document.project.people) == before + 1
    window.document.undo()
    assert len(window.document.project.people) == before


def test_a_roster_beside_a_plan_can_open_a_plan_of_its_own(window, roster, dialog_of, program):
    window.files.import_path(roster)
    dialog_of(window).choose(Choice.PLAN)
    assert len(program.windows) == 2
    assert len(program.windows[1].document.project.people) == 3


def test_a_file_without_people_is_refused(start_window, tmp_path, program, qapp):
    path = tmp_path / "empty.csv"
    path.write_text("Name,Title\n")
    start_window.files.import_path(path)
    program.work.wait()
    qapp.processEvents()
    assert "empty.csv" in start_window.notices.text


def test_a_column_is_read_as_the_user_says(start_window, roster, dialog_of, program, qapp):
    start_window.files.import_path(roster)
    dialog = dialog_of(start_window)
    dialog.turn_page()
    assert dialog.columns.box("Title").value == "title"
    dialog.columns.box("Employee ID").choose("title")
    assert dialog.columns.box("Title").value == "ignore"
    program.work.wait()
    qapp.processEvents()
    assert "Not read: Title." in words(dialog)
    dialog.choose(Choice.PLAN)
    assert [person.title for person in start_window.document.project.people] == ["1", "2", "3"]
    assert start_window.document.is_edited


def test_a_roster_without_a_known_column_of_names_asks_which_one_it_is(
    start_window, tmp_path, dialog_of, program, qapp
):
    path = tmp_path / "odd.csv"
    path.write_text("Wer,Was,Wo,Wann\nAda Moss,Data Engineer,Bonn,1\nBen Carter,Clerk,Bonn,2\n")
    start_window.files.import_path(path)
    dialog = dialog_of(start_window)
    assert "No column is known to hold names. Choose the one that does." in words(dialog)
    make = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Make a plan of it")
    assert not make.isEnabled()
    dialog.columns.box("Wer").choose("name")
    program.work.wait()
    qapp.processEvents()
    assert "2 people in odd.csv" in words(dialog)
    assert make.isEnabled()
    make.click()
    assert [person.name for person in start_window.document.project.people] == ["Ada Moss", "Ben Carter"]


def test_of_a_whole_company_only_the_wanted_are_taken(start_window, tmp_path, dialog_of, program, qapp):
    path = tmp_path / "all.csv"
    path.write_text("Name,Title\nAda Moss,Data Engineer\nBen Carter,Clerk\nCleo Dean,Product Manager\n")
    start_window.files.import_path(path)
    dialog = dialog_of(start_window)
    dialog.whom.choose(Whom.ROLES)
    program.work.wait()
    qapp.processEvents()
    assert "1 person in all.csv" in words(dialog)
    dialog.columns.box("Title").choose("ignore")
    program.work.wait()
    qapp.processEvents()
    assert dialog.imported is None
    told = [each for each in dialog.findChildren(QLabel) if each.text().startswith("Nobody in all.csv has")]
    assert any(each.isVisible() for each in told)
    dialog.columns.box("Title").choose("title")
    program.work.wait()
    qapp.processEvents()
    dialog.choose(Choice.PLAN)
    assert [person.name for person in start_window.document.project.people] == ["Ada Moss"]
    assert start_window.document.is_edited


def test_other_columns_change_how_many_people_are_new_to_a_plan(window, tmp_path, dialog_of, program, qapp):
    path = tmp_path / "more.csv"
    path.write_text("Name,Known as\nNew Person,Mateo Silva\n")
    window.files.open_path(path)
    dialog = dialog_of(window)
    dialog.columns.box("Known as").choose("name")
    program.work.wait()
    qapp.processEvents()
    assert "All are in Halden Mutual already" in [each.text() for each in dialog.findChildren(QPushButton)]


def test_joining_tells_people_by_mail_then_by_name_and_title():
    plan = Project(
        name="Plan",
        people=Rows([Person(id="1", name="Ada", email="ada@x.org"), Person(id="2", name="Ben", title="Dev")]),
    )
    roster = Rows(
        [
            Person(id="1", name="Cleo"),
            Person(id="7", name="A. Moss", email="ADA@x.org"),
            Person(id="8", name="ben ", title="dev"),
            Person(id="9", name="Ben", title="Lead"),
        ]
    )
    added, known = joined(plan, roster, new_id=lambda: "fresh")
    assert [(person.id, person.name) for person in added] == [("fresh", "Cleo"), ("9", "Ben")]
    assert known == 2
