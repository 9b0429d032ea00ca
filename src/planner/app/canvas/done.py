"""Done says in a sentence what a step did, where its name alone would read like an order."""

from typing import Final

from planner.messages import Message

_DONE: Final = {
    "Add Org design basics": "Org design basics are scored as well now.",
    "Add Practice": "The practice is added.",
    "Add Role to {person}": "{person} has one more role now.",
    "Add Scenario {name}": "Scenario {name} is added.",
    "Add Seat in {team}": "{team} has one more seat now.",
    "Add {kind}": "{kind} added.",
    "Add {person}": "{person} is added.",
    "Assign {person}": "{person} has a seat now.",
    "Change Context": "The context is changed.",
    "Change Seat to {function}": "The role of the seat is {function} now.",
    "Confirm Context": "The context is confirmed.",
    "Duplicate {name}": "{name} is duplicated.",
    "Duplicate {team}": "{team} is duplicated.",
    "Edit Plan": "The plan is changed.",
    "Edit Practice": "The practice is changed.",
    "Edit {person}": "{person} is changed.",
    "Edit {team}": "{team} is changed.",
    "Leave out Org design basics": "Org design basics are left out now.",
    "Link {source} and {target}": "{source} and {target} are linked.",
    "Lock {team}": "{team} is locked now.",
    "Make {name} the Baseline": "{name} is the baseline now.",
    "Move Seat in {team}": "A seat of {team} stands elsewhere now.",
    "Move Team": "The team is moved.",
    "Move {name}": "{name} is moved.",
    "Move {person} to {team}": "{person} is in {team} now.",
    "Mute {rule}": "{rule} is muted.",
    "Remove Link": "The link is removed.",
    "Remove Practice": "The practice is removed.",
    "Remove Seat in {team}": "{team} has one seat less now.",
    "Remove {name}": "{name} is removed.",
    "Remove {person}": "{person} is removed.",
    "Remove {team}": "{team} is removed.",
    "Rename Scenario": "The scenario has another name now.",
    "Rename Seat": "The seat has another title now.",
    "Rename Team to {name}": "The team is called {name} now.",
    "Replace {person}": "{person} is replaced.",
    "Set Demand to {demand}": "The seat asks for {demand} now.",
    "Set Share of {person} to {share}": "{person} gives {share} of an FTE here now.",
    "Set {activity} of {team}": "{activity} of {team} is set.",
    "Swap {person} and {other}": "{person} and {other} have changed places.",
    "Take {name} off as Baseline": "{name} is the baseline no more.",
    "Unassign {person}": "{person} is back on the bench.",
    "Unlock {team}": "{team} is unlocked now.",
    "Unmute {rule}": "{rule} counts again.",
    "Use the default weights": "The default weights are in use now.",
    "Use weights {name}": "The weights {name} are in use now.",
}
_ALL_DONE: Final = {
    "Add {count} Person": ("{count} person is added.", "{count} people are added."),
    "Assign {count} Person": ("{count} person has a seat now.", "{count} people have seats now."),
    "Unassign {count} Person": (
        "{count} person is back on the bench.",
        "{count} people are back on the bench.",
    ),
    "Move {count} Team": ("{count} team moved.", "{count} teams moved."),
    "Paste {count} Team": ("{count} team pasted.", "{count} teams pasted."),
    "Remove {count} Seat": ("{count} seat removed.", "{count} seats removed."),
    "Remove {count} Team": ("{count} team removed.", "{count} teams removed."),
}


def sentence_for(label: Message) -> Message:
    """The sentence for a step of this name; the words themselves where they are no such name."""
    one, many = _ALL_DONE.get(label.text, (_DONE.get(label.text), None))
    return label if one is None else Message(one, label.values, many, label.count)
