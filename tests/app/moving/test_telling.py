"""What is said of drops: to screen readers while something is held, and in the status bar afterwards."""

from collections.abc import Iterator
from functools import partial
from itertools import count

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.advice.moves import (
    Carried,
    CarriedTeam,
    DrawnLink,
    OnBench,
    OnSeat,
    OnTeam,
    Several,
    outcome,
)
from planner.app.document import Document
from planner.app.moving.announcing import Announcing
from planner.app.moving.gesture import Dropped, Gesture
from planner.app.moving.hints import Way
from planner.app.moving.telling import what_happened
from planner.domain import Function, edits, outline
from planner.guidance import load_pack

LAYOUT = """
person Karin: product
person Mateo: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core Platform
  PR vacant
  DE Grace
squad Fraud
  DE Ravi
squad Closed, locked
  SD Liam
"""


class Heard:
    """A reader that keeps what it reads out."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.loud: list[str] = []

    def announce(self, _widget: QWidget, words: str, *, at_once: bool = False) -> None:
        (self.loud if at_once else self.words).append(words)


@pytest.fixture
def document() -> Document:
    return Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))


@pytest.fixture
def gesture(document: Document) -> Gesture:
    ids = count()
    return Gesture(document, new_id=lambda: f"new {next(ids)}", rest=0)


@pytest.fixture
def heard(qtbot: QtBot, document: Document, gesture: Gesture) -> Iterator[Heard]:
    widget, heard = QWidget(), Heard()
    qtbot.addWidget(widget)
    announcing = Announcing(widget, heard, document, gesture, pause=1)
    yield heard
    assert announcing.parent() is widget


def test_pick_up_target_and_drop_are_announced(qtbot: QtBot, document, gesture, heard):
    gesture.start(Carried("Karin"), way=Way.KEYS)
    assert heard.words == ["Picked up Karin. 1 seat fits."]
    gesture.over(OnSeat("Platform/PR"))
    gesture.preview_now()
    qtbot.waitUntil(lambda: len(heard.words) == 2)
    assert heard.words[1].startswith("Platform, product, vacant. Score up ")
    gesture.drop()
    qtbot.waitUntil(lambda: len(heard.words) == 3)
    score = f"{document.review.score.total:.1f}"
    assert heard.words[2] == f"Karin is product in Platform now, 100%. Score {score}."


def test_a_refusal_interrupts_and_a_cancel_is_told(qtbot: QtBot, gesture, heard):
    gesture.start(Carried("Karin"), way=Way.KEYS)
    gesture.over(OnTeam("Closed"))
    gesture.drop()
    assert heard.loud == ["Team is locked"]
    gesture.start(CarriedTeam("Fraud"), way=Way.STICK)
    gesture.cancel()
    qtbot.waitUntil(lambda: heard.words[-1] == "Cancelled.")


def test_of_many_announcements_in_a_row_the_last_is_heard(qtbot: QtBot, document, gesture):
    widget, heard = QWidget(), Heard()
    qtbot.addWidget(widget)
    announcing = Announcing(widget, heard, document, gesture, pause=30)
    for words in ("one", "two", "three"):
        announcing.say(words)
    assert heard.words == ["one"]
    qtbot.waitUntil(lambda: heard.words == ["one", "three"])


@pytest.mark.parametrize(
    ("load", "target", "said"),
    [
        (Carried("Ravi", "Fraud/DE"), OnBench(), "Ravi is back on the bench."),
        (Several((Carried("Karin"), Carried("Mateo"))), OnTeam("Fraud"), "2 people are in Fraud now."),
        (
            Several((Carried("Grace", "Platform/DE"), Carried("Ravi", "Fraud/DE"))),
            OnBench(),
            "2 people are back on the bench.",
        ),
        (CarriedTeam("Fraud"), OnTeam("Platform"), "Fraud is under Platform now."),
    ],
)
def test_what_a_drop_did_is_one_sentence(document, gesture, load, target, said):
    told = []
    gesture.dropped.connect(
        lambda dropped: told.append(str(what_happened(document.project, document.scenario, dropped)))
    )
    gesture.start(load, way=Way.DRAG)
    gesture.over(target)
    gesture.drop()
    assert told == [said]


def test_a_line_asks_for_its_kind_and_changes_nothing(qtbot: QtBot, document, gesture):
    was = document.project
    gesture.start(DrawnLink("Platform"), way=Way.DRAG)
    gesture.over(OnTeam("Fraud"))
    with qtbot.waitSignal(gesture.kind_asked) as asked:
        assert gesture.drop()
    assert asked.args == ["Platform", "Fraud"]
    assert document.project is was


def test_nobody_is_called_other(document):
    edit = partial(
        edits.add_seat, scenario="Today", seat="any", team="Fraud", function=Function.OTHER, demand=0.5
    )
    document.apply(edit)
    load, target = Carried("Mateo"), OnSeat("any")
    found = outcome(document.project, "Today", load, target, new_id=lambda: "new")
    document.apply(found.edit)
    dropped = Dropped(load, seats=("any",), team=None, halved=False, outcome=found, target=target)
    assert str(what_happened(document.project, document.scenario, dropped)) == "Mateo is in Fraud now, 50%."
