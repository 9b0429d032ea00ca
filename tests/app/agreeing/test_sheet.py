"""The sheet *Agree the basics* on a real document: what it asks, what it promises, what it records."""

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.agreeing import AgreeTheBasics
from planner.app.agreeing.fields import ChoiceField, PickField, TextField
from planner.app.agreeing.question_row import QuestionRow
from planner.app.agreeing.sheet import Sheet
from planner.app.canvas.ink import Ink
from planner.app.controls.pick_list import PickList
from planner.app.document import Document, Preview
from planner.app.moving.choice_list import LINE_HEIGHT
from planner.app.theme import Look
from planner.domain import edits, outline
from planner.drawing.icons import Icons
from planner.guidance import load_pack
from planner.messages import Message
from planner.render.painter import Glyphs

LAYOUT = """
scenario Today: enterprise, product, hybrid, 5 use cases
core Platform
  MO Ada
  DE Ben
squad Fraud & Risk, product "Fraud"
  DS Cleo
  SD Dan
squad Churn
  DS Eve
  SD Finn
partner Sales
  BU Gia
  PR Hal
"""


class Opened:
    """A sheet over a window, with what was previewed and said."""

    def __init__(self, qtbot: QtBot, layout: str = LAYOUT, *, text: int = 100) -> None:
        self.document = Document(outline.parse(layout), pack=load_pack(resources.read_text))
        self.previews: list[Preview | None] = []
        self.said: list[Message] = []
        self.look = Look.load(resources.read_text, resources.read_bytes)
        self.look.resize_text(text)
        glyphs = Glyphs(self.look.fonts, resources.read_bytes)
        ink = Ink(self.look, glyphs=glyphs, icons=Icons(resources.read_text))
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        self.opener = AgreeTheBasics(
            self.document,
            self.window,
            look=self.look,
            ink=ink,
            new_id=_numbered(),
            preview=self.previews.append,
            say=self.said.append,
        )
        self.sheet: Sheet = self.opener.open()
        qtbot.waitExposed(self.sheet)

    def row(self, topic: str) -> QuestionRow:
        (found,) = [row for row in self.sheet.rows if row.question.id == topic]
        return found

    @property
    def score(self) -> float:
        return self.document.review.score.total or 0.0


def _numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new {next(numbers)}"


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_every_open_question_is_ticked_and_shows_the_points_that_it_alone_brings(opened: Opened) -> None:
    for row in opened.sheet.rows:
        assert row.tick.isChecked()
        edit = row.question.edit(row.question.proposed)
        assert edit is not None
        after = opened.document.preview(edit).review.score.total or 0.0
        assert row.pill.text == f"+{after - opened.score:.1f}"
        assert row.pill.tone == "good"


@pytest.mark.parametrize("text", [100, 150, 200])
def test_nothing_stands_beyond_the_right_edge(qtbot: QtBot, text: int) -> None:
    opened = Opened(qtbot, text=text)
    area = opened.sheet.findChildren(QScrollArea)[0]
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()


def test_what_is_promised_is_what_the_score_becomes_in_one_step(qtbot: QtBot, opened: Opened) -> None:
    before, was = opened.document.project, opened.score
    promised = opened.sheet.total_words
    qtbot.mouseClick(opened.sheet.record_button, Qt.MouseButton.LeftButton)
    assert promised == f"{was:.1f} → {opened.score:.1f} with these answers"
    assert str(opened.document.undo_label) == "Agree the basics"
    assert str(opened.said[-1]) == f"Agreements recorded. Score {opened.score:.1f}."
    opened.document.undo()
    assert opened.document.project == before


def test_the_panel_previews_the_answers_until_the_sheet_closes(opened: Opened) -> None:
    shown = opened.previews[-1]
    assert shown is not None
    assert (shown.review.score.total or 0) > opened.score
    opened.sheet.reject()
    assert opened.previews[-1] is None
    assert opened.document.undo_label is None


def test_without_a_tick_a_question_is_not_recorded_and_its_fields_fold_away(
    qtbot: QtBot, opened: Opened
) -> None:
    row = opened.row("budget")
    field = next(iter(row.made.values()))
    assert field.isVisible()
    qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    assert not field.isVisible()
    opened.sheet.record()
    assert not opened.document.scenario.teams["Platform"].own_budget
    assert opened.document.scenario.teams["Platform"].purpose


def test_another_answer_changes_the_points_a_moment_later(qtbot: QtBot, opened: Opened) -> None:
    row = opened.row("duties")
    before, total = row.pill.text, opened.sheet.total_words
    field = row.made["monitoring"]
    assert isinstance(field, ChoiceField)
    field.show_value(None)
    qtbot.waitUntil(lambda: row.pill.text != before)
    assert opened.sheet.total_words != total


def test_typed_products_are_recorded_and_twins_are_pointed_out(qtbot: QtBot, opened: Opened) -> None:
    row = opened.row("builds")
    field = row.made["product Churn"]
    assert isinstance(field, TextField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, " FRAUD")
    assert "Two teams build the same product." in words(row)
    field.selectAll()
    qtbot.keyClicks(field, "Retention offers")
    assert "Two teams build the same product." not in words(row)
    opened.sheet.record()
    assert opened.document.scenario.teams["Churn"].product == "Retention offers"


def words(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel) if label.isVisibleTo(within)]


def test_teams_are_picked_from_a_list_by_keyboard(qtbot: QtBot, opened: Opened) -> None:
    field = opened.row("order").made["order teams"]
    assert isinstance(field, PickField)
    assert field.text().endswith("Platform, Fraud && Risk, Churn and 1 more")
    qtbot.keyClick(field, Qt.Key.Key_Space)
    (picker,) = opened.sheet.findChildren(PickList)
    assert picker.field.hasFocus()
    qtbot.keyClicks(picker.field, "sal")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert field.answer == {"Platform", "Fraud & Risk", "Churn"}
    assert field.accessibleName() == "Together with: Platform, Fraud & Risk and Churn. Change"
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert opened.sheet.isVisible(), "Esc closes the list alone"
    opened.sheet.record()
    (practice,) = [each for each in opened.document.scenario.practices if each.kind == "prioritisation"]
    assert set(practice.teams) == {"Platform", "Fraud & Risk", "Churn"}


def test_what_is_agreed_already_cannot_be_taken_back_here(qtbot: QtBot) -> None:
    opened = Opened(qtbot, f"{LAYOUT}practice prioritisation by Platform: Churn")
    field = opened.row("order").made["order teams"]
    assert isinstance(field, PickField)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    (picker,) = opened.sheet.findChildren(PickList)
    (churn,) = [row for row in picker.list.options if row.name == "Churn"]
    assert churn.detail == "agreed already"
    picker.list.choose(churn)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert "Churn" in field.answer


def test_a_settled_question_comes_last_unticked_and_can_be_opened(qtbot: QtBot) -> None:
    opened = Opened(qtbot, LAYOUT.replace("core Platform", "core Platform, budget, experiments 20%"))
    row = opened.sheet.rows[-1]
    assert row.question.id == "budget"
    assert (row.pill.text, row.tick.isChecked()) == ("Agreed", False)
    qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    assert all(made.isVisible() for made in row.made.values())


def test_long_lists_show_the_rest_when_asked(qtbot: QtBot) -> None:
    squads = "".join(f"squad S{number}\n  DS A{number}\n" for number in range(20))
    opened = Opened(qtbot, f"scenario X: large-startup, product, decentralized\n{squads}")
    row = opened.row("builds")
    assert len(row.made) == 8
    assert row._more.text() == "Show all 20"
    qtbot.mouseClick(row._more, Qt.MouseButton.LeftButton)
    assert len(row.made) == 20
    opened.sheet.record()
    assert all(team.product == team.name for team in opened.document.scenario.teams)


def test_a_proposal_that_changes_what_is_recorded_says_what_it_is_now(qtbot: QtBot) -> None:
    clash = "responsible governance: Platform accountable, Churn accountable"
    opened = Opened(qtbot, f"{LAYOUT}Platform serves Churn\n{clash}")
    row = opened.row("duties")
    (now,) = [each for each in row.findChildren(QLabel) if each.text() == "Now: Platform and Churn"]
    field = row.made["governance"]
    assert now.geometry().top() >= field.geometry().bottom()
    assert not any(now.geometry().intersects(made.geometry()) for made in row.made.values())


def test_a_click_anywhere_in_a_row_of_the_list_ticks_it(qtbot: QtBot, opened: Opened) -> None:
    field = opened.row("sharing").made["sharing teams"]
    assert isinstance(field, PickField)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    (picker,) = opened.sheet.findChildren(PickList)
    middle = QPoint(picker.list.viewport().width() // 2, LINE_HEIGHT // 2)
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert "Platform" not in field.answer
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert "Platform" in field.answer


def test_locked_teams_are_named_and_a_question_without_fields_cannot_be_ticked(qtbot: QtBot) -> None:
    opened = Opened(qtbot, LAYOUT.replace("core Platform", "core Platform, locked"))
    row = opened.row("charter")
    assert not row.tick.isEnabled()
    assert row.pill.text == "Locked"
    assert "Platform is locked and stays as it is." in words(row)


def test_a_step_from_elsewhere_closes_the_sheet(opened: Opened) -> None:
    scenario = opened.document.scenario_id
    opened.document.apply(lambda project: edits.rename_team(project, scenario, team="Churn", name="Loyalty"))
    assert not opened.sheet.isVisible()
    assert opened.previews[-1] is None


def test_enter_in_a_field_records_nothing_but_ctrl_enter_does(qtbot: QtBot, opened: Opened) -> None:
    field = opened.row("builds").made["product Churn"]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.document.undo_label is None
    assert opened.sheet.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert str(opened.document.undo_label) == "Agree the basics"


def test_every_field_has_a_name_for_readers(opened: Opened) -> None:
    for row in opened.sheet.rows:
        assert row.tick.accessibleName().startswith(str(row.question.sentence))
        assert all(made.accessibleName() for made in row.made.values())


def test_a_layout_of_groups_alone_has_nothing_to_ask(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "scenario X: large-startup, product\ngroup All")
    assert not opened.opener.can_ask
    assert opened.sheet.rows == ()
    assert not opened.sheet.record_button.isEnabled()


def test_it_follows_the_theme(opened: Opened, qtbot: QtBot) -> None:
    from planner.app.theme import ThemeChoice

    opened.look.choose(ThemeChoice.DARK)
    assert not opened.sheet.grab().isNull()


@pytest.mark.parametrize("text", [100, 150, 200])
def test_picked_teams_are_never_cut_off_in_the_middle(qtbot: QtBot, text: int) -> None:
    opened = Opened(qtbot, text=text)
    field = opened.row("order").made["order teams"]
    assert isinstance(field, PickField)
    full = field.text()
    for width in range(field.width(), 130 * text // 100, -20):
        field.resize(width, field.height())
        assert "…" not in field.text(), width
    assert full.startswith("4 teams: ")
    assert field.text() == "4 teams"
    assert "Sales" in field.toolTip()
