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
    "Change Seat to {function}": "The role of the seat is {function} now.",
}
_ALL_DONE: Final = {
    "Move {count} Team": ("{count} team moved.", "{count} teams moved."),
    "Paste {count} Team": ("{count} team pasted.", "{count} teams pasted."),
    "Remove {count} Seat": ("{count} seat removed.", "{count} seats removed."),
    "Remove {count} Team": ("{count} team removed.", "{count} teams removed."),
}


def sentence_for(label: Message) -> Message:
    """The sentence for a step of this name; the name itself where there is none."""
    one, many = _ALL_DONE.get(label.text, (_DONE.get(label.text), None))
    return label if one is None else Message(one, label.values, many, label.count)
