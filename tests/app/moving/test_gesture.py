"""The one gesture behind drag, keys and list: what it tells, previews and does."""

from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from planner import resources
from planner.advice.moves import Carried, Intent, OnBench, OnSeat, OnTeam
from planner.app.document import Document
from planner.app.moving.gesture import Gesture, said_of
from planner.app.moving.hints import Way
from planner.domain import edits, outline
from planner.guidance import load_pack
from planner.messages import Gain

LAYOUT = """
person Karin: product
person Ravi: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core Platform
  PR vacant
  DE Grace
squad Fraud
  DE Ravi
  DS Kwame
  DE vacant
"""


@pytest.fixture
def document() -> Document:
    return Document(outline.parse(LAYOUT), pack=load_pack(resources.read_text))


@pytest.fixture
def gesture(document: Document) -> Gesture:
    ids = count()
    return Gesture(document, new_id=lambda: f"new {next(ids)}", rest=0)


def test_picking_up_says_how_many_seats_fit(gesture):
    said = []
    gesture.said.connect(lambda words: said.append(str(words)))
    gesture.start(Carried("Karin"), way=Way.DRAG)
    assert said == ["Picked up Karin. 1 seat fits."]
    assert gesture.fitting == {"Platform/PR"}


def test_the_outcome_comes_at_once_and_the_number_after_a_rest(qtbot: QtBot, gesture):
    gesture.start(Carried("Karin"), way=Way.DRAG)
    gesture.over(OnSeat("Platform/PR"))
    assert str(gesture.outcome.words) == "Assign as product"
    assert gesture.gain is None
    with qtbot.waitSignal(gesture.previewed):
        pass
    assert gesture.gain is not None


def test_the_preview_is_what_the_drop_does(gesture, document):
    gesture.start(Carried("Karin"), way=Way.DRAG)
    gesture.over(OnSeat("Platform/PR"))
    gesture.preview_now()
    promised, before = gesture.gain, document.review.score.total
    assert gesture.drop()
    assert document.review.score.total - before == pytest.approx(promised)


def test_leaving_a_target_takes_its_preview_back(gesture):
    previews = []
    gesture.previewed.connect(previews.append)
    gesture.start(Carried("Karin"), way=Way.DRAG)
    gesture.over(OnSeat("Platform/PR"))
    gesture.preview_now()
    gesture.over(None)
    assert previews[-1] is None
    assert gesture.outcome is None
    assert not gesture.drop()


def test_modifiers_change_the_outcome_live(gesture):
    gesture.start(Carried("Ravi", "Fraud/DE"), way=Way.DRAG)
    gesture.over(OnSeat("Platform/DE"))
    assert str(gesture.outcome.words) == "Swap with Grace"
    gesture.intend(Intent.REPLACE)
    assert str(gesture.outcome.words) == "Replace Grace"


def test_a_refusal_is_told_and_changes_nothing(gesture, document):
    refused = []
    gesture.refused.connect(lambda words: refused.append(str(words)))
    gesture.start(Carried("Ravi", "Fraud/DE"), way=Way.DRAG)
    gesture.over(OnTeam("Fraud"))
    assert not gesture.drop()
    assert refused == ["Already in this team"]
    assert document.undo_label is None


def test_a_change_of_the_plan_ends_the_gesture(gesture, document):
    gesture.start(Carried("Karin"), way=Way.DRAG)
    gesture.over(OnSeat("Platform/PR"))
    document.apply(lambda project: edits.unassign(project, "Today", seat="Fraud/DS"))
    assert gesture.carried is None


def test_what_was_dropped_is_told_with_the_seat(gesture):
    drops = []
    gesture.dropped.connect(drops.append)
    gesture.start(Carried("Ravi", "Fraud/DE"), way=Way.KEYS)
    gesture.over(OnSeat("Platform/PR"))
    gesture.drop()
    gesture.start(Carried("Ravi", "Platform/PR"), way=Way.KEYS)
    gesture.over(OnBench())
    gesture.drop()
    assert [drop.seat for drop in drops] == ["Platform/PR", None]


def test_every_way_says_what_its_keys_do(gesture):
    hints = []
    gesture.hint_changed.connect(hints.append)
    gesture.start(Carried("Karin"), way=Way.KEYS)
    gesture.over(OnSeat("Platform/PR"))
    assert str(hints[0].words) == "Moving Karin."
    assert str(hints[-1].words) == "Assign as product."
    assert ("Esc", "cancel") in [(key, str(does)) for key, does in hints[-1].keys]
    gesture.cancel()
    assert hints[-1] is None


def test_a_change_of_the_score_is_read_out_in_words():
    assert str(said_of(Gain(0.14))) == "Score up 0.1."
    assert str(said_of(Gain(-2.0))) == "Score down 2.0."
    assert str(said_of(Gain(0.01))) == "No change of the score."
