"""What a step did is told in a sentence; a step without one is told by its name."""

from functools import partial

import pytest

from planner.app.canvas.done import sentence_for
from planner.domain import Function, edits, outline
from planner.messages import message

PLAN = """
person Ada Moss: data-engineer
scenario Today
squad Desk
  DE Ada Moss
  DS vacant
"""


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            partial(edits.add_seat, seat="new", team="Desk", function=Function.OTHER),
            "Desk has one more seat now.",
        ),
        (partial(edits.remove_seat, seat="Desk/DS"), "Desk has one seat less now."),
        (partial(edits.rename_team, team="Desk", name="Lab"), "The team is called Lab now."),
        (partial(edits.set_demand, seat="Desk/DE", demand=0.5), "The seat asks for 50% now."),
        (partial(edits.set_share, seat="Desk/DE", share=0.5), "Ada Moss gives 50% of an FTE here now."),
        (partial(edits.lock_team, team="Desk", locked=True), "Desk is locked now."),
        (partial(edits.remove_team, team="Desk"), "Desk is removed."),
    ],
)
def test_a_step_is_told_in_a_sentence(edit, sentence: str):
    label = edit(outline.parse(PLAN), scenario="Today").difference.label
    assert str(sentence_for(label)) == sentence


def test_a_step_without_a_sentence_is_told_by_its_name():
    assert sentence_for(message("Edit Plan")) == message("Edit Plan")
