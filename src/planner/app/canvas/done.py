"""Done says in a sentence what a step did, where its name alone would read like an order."""

from typing import Final

from planner.messages import Message

_DONE: Final = {
    "Add Seat in {team}": "{team} has one more seat now.",
    "Remove Seat in {team}": "{team} has one seat less now.",
    "Rename Seat": "The seat has another title now.",
    "Set Demand to {demand}": "The seat asks for {demand} now.",
    "Set Share of {person} to {share}": "{person} gives {share} of an FTE here now.",
    "Add {kind}": "{kind} added.",
    "Rename Team to {name}": "The team is called {name} now.",
    "Edit {team}": "{team} is changed.",
    "Duplicate {team}": "{team} is duplicated.",
    "Lock {team}": "{team} is locked now.",
    "Unlock {team}": "{team} is unlocked now.",
    "Remove {team}": "{team} is removed.",
}


def sentence_for(label: Message) -> Message:
    """The sentence for a step of this name; the name itself where there is none."""
    text = _DONE.get(label.text)
    return label if text is None else Message(text, label.values)
