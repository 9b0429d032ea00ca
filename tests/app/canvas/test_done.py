"""What a step did is told in a sentence; a step without one is told by its name."""

import re
from functools import partial
from pathlib import Path

import pytest

from planner.app.canvas.done import sentence_for
from planner.domain import Function, edits, outline
from planner.messages import Message, counted, message

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
    assert sentence_for(message("Do what no one did")) == message("Do what no one did")


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (counted("Remove {count} Team", "Remove {count} Teams", 2), "2 teams removed."),
        (counted("Paste {count} Team", "Paste {count} Teams", 1), "1 team pasted."),
        (counted("Add {count} Person", "Add {count} People", 3), "3 people are added."),
        (message("Make {name} the Baseline", name="Today"), "Today is the baseline now."),
    ],
)
def test_what_is_done_to_several_is_counted(label, sentence: str):
    assert str(sentence_for(label)) == sentence


def test_every_name_that_a_step_can_have_has_a_sentence():
    """Names stand in the edits as they are written: a verb, then words with capitals."""
    folder = Path(edits.__file__).parent
    written = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    names = re.findall(r'(?:message|counted)\("([A-Z][a-z]+ [^"]*)"', written)
    told = {name for name in names if sentence_for(Message(name)).text != name}
    assert names
    assert set(names) - told == set()
