"""Plan ▸ Guidance on a real document and a real table of actions."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.actions import Actions
from planner.app.document import Document
from planner.app.packs.asking import Asking
from planner.app.packs.commands import PackCommands
from planner.app.packs.rows import PACK_ROWS
from planner.app.theme import Look
from planner.domain import outline
from planner.errors import PlannerError
from planner.guidance import load_pack
from planner.guidance.own_weights import read_weights
from planner.messages import Message

LAYOUT = """
plan Acme/One
scenario Today: enterprise, product, hybrid
core Platform
  MO Tomasz Berg
  squad Fraud
    DS Dee Moss
"""
WEIGHTS = 'name = "Strict & fair"\n[weights]\n"core/budget" = 50\n'


class Scripted(Asking):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.path: Path | None = None
        self.suggested: list[str] = []

    def weights_to_use(self, folder: Path) -> Path | None:
        return self.path

    def place_for_weights(self, suggested: Path) -> Path | None:
        self.suggested.append(suggested.name)
        return self.path


class Window(QObject):
    """The menu of a document, with everything it said and refused."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.document = Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))
        self.said: list[tuple[str, bool]] = []
        self.refused: list[PlannerError] = []
        self.commands = PackCommands(self.document, widget, say=self._say, clear=self.refused.clear)
        self.asking = Scripted(widget)
        self.commands.asking = self.asking
        look = Look.load(resources.read_text, resources.read_bytes)
        self.actions = Actions(PACK_ROWS, look=look, on_refusal=self.refused.append, parent=widget)
        self.actions.join({"packs": self.commands})
        self.document.state_changed.connect(self.actions.refresh)

    def _say(self, words: Message, *, undoable: bool) -> None:
        self.said.append((str(words), undoable))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    widget = QWidget()
    qtbot.addWidget(widget)
    return Window(widget)


def test_weights_from_a_file_are_one_step_that_undo_takes_back(window: Window, tmp_path: Path) -> None:
    before, total = window.document.project, window.document.review.score.total
    window.asking.path = tmp_path / "strict.toml"
    window.asking.path.write_text(WEIGHTS, encoding="utf-8")
    window.actions["plan.use-weights"].trigger()
    assert window.document.project.rule_pack is not None
    assert window.document.project.rule_pack.name == "Strict & fair"
    assert window.document.review.score.total != total
    assert str(window.document.undo_label) == "Use weights Strict & fair"
    assert window.said == [("Use weights Strict & fair", True)]
    assert window.actions["plan.default-weights"].isEnabled()
    window.document.undo()
    assert window.document.project == before
    assert window.document.review.score.total == total
    assert not window.actions["plan.default-weights"].isEnabled()


def test_the_default_weights_come_back_as_a_step_too(window: Window, tmp_path: Path) -> None:
    total = window.document.review.score.total
    window.asking.path = tmp_path / "strict.toml"
    window.asking.path.write_text(WEIGHTS, encoding="utf-8")
    window.actions["plan.use-weights"].trigger()
    window.actions["plan.default-weights"].trigger()
    assert window.document.project.rule_pack is None
    assert window.document.review.score.total == total
    assert str(window.document.undo_label) == "Use the default weights"


def test_a_file_with_faults_changes_nothing_and_tells_them_all(window: Window, tmp_path: Path) -> None:
    before = window.document.project
    window.asking.path = tmp_path / "bad.toml"
    window.asking.path.write_text('name = ""\n[weights]\n"core/buget" = -1\n', encoding="utf-8")
    window.actions["plan.use-weights"].trigger()
    assert window.document.project is before
    (refusal,) = window.refused
    assert str(refusal).startswith("bad.toml has 2 faults, the first: name must be")
    assert len(refusal.detail.splitlines()) == 2
    window.asking.path = tmp_path / "none.toml"
    window.actions["plan.use-weights"].trigger()
    assert "There is no file none.toml" in str(window.refused[-1])


def test_a_dialog_that_is_closed_does_nothing(window: Window) -> None:
    window.actions["plan.use-weights"].trigger()
    window.actions["plan.save-weights"].trigger()
    assert window.document.undo_label is None
    assert not window.said
    assert not window.refused


def test_the_weights_in_force_are_saved_as_a_file_that_can_be_used(window: Window, tmp_path: Path) -> None:
    window.asking.path = tmp_path / "saved.toml"
    window.actions["plan.save-weights"].trigger()
    assert window.asking.suggested == ["Acme One weights.toml"]
    assert window.said == [("Saved saved.toml.", False)]
    own = read_weights(window.asking.path.read_bytes(), "saved.toml")
    assert dict(own.weights) == dict(window.document.pack.weights)
    window.actions["plan.use-weights"].trigger()
    assert window.document.project.rule_pack == own


def test_the_second_pack_is_ticked_by_a_click_and_by_the_next_one_not(window: Window) -> None:
    bar = QMenuBar(window.parent())
    window.actions.fill(bar)
    assert "Plan/Guidance" in window.actions.menus
    before = window.document.project
    basics = window.actions["plan.basics"]
    assert not basics.isChecked()
    basics.trigger()
    assert window.document.project.extra_packs == ("org-design-basics",)
    assert basics.isChecked()
    assert str(window.document.undo_label) == "Add Org design basics"
    basics.trigger()
    assert window.document.project == before
    assert not basics.isChecked()
    window.document.undo()
    assert basics.isChecked()
    window.document.undo()
    assert not basics.isChecked()


def test_other_packs_that_a_plan_names_are_left_alone(window: Window) -> None:
    from planner.domain.edits import edit_project

    window.document.apply(lambda project: edit_project(project, extra_packs=("other",)))
    window.commands.toggle_basics()
    assert window.document.project.extra_packs == ("other", "org-design-basics")
    window.commands.toggle_basics()
    assert window.document.project.extra_packs == ("other",)


def test_what_is_done_takes_the_notice_of_an_earlier_refusal_away(window: Window, tmp_path: Path) -> None:
    window.asking.path = tmp_path / "file.toml"
    window.asking.path.write_text("name", encoding="utf-8")
    window.actions["plan.use-weights"].trigger()
    assert window.refused
    window.asking.path.write_text(WEIGHTS, encoding="utf-8")
    window.actions["plan.use-weights"].trigger()
    assert not window.refused
