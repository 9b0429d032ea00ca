"""The words of a comparison that screen and paper share."""

from collections.abc import Sequence

from planner.advice.comparing import Column, Comparison, Move, Place, Row
from planner.guidance import Band
from planner.messages import Gain, Message, counted, message

DOES_NOT_APPLY = message("Does not apply")
NOTHING_TO_SCORE = message("Nothing to score yet")
BASELINE = message("Baseline")
BEST = message("Best score")
_LABELS = {
    Row.LAYOUT: message("Layout"),
    Row.FINDINGS: message("Findings"),
    Row.ROLE_MIX: message("ML roles"),
    Row.HOLDERS: message("People placed"),
    Row.VACANT: message("Vacant seats"),
    Row.SECOND_ROLES: message("Second roles"),
    Row.IN_SHORT: message("In short"),
}
_BANDS = {
    Band.WEAK: message("Weak"),
    Band.MIXED: message("Mixed"),
    Band.GOOD: message("Good"),
    Band.STRONG: message("Strong"),
}


def row_label(row: Row, comparison: Comparison) -> Message:
    """What a row is called."""
    if row is Row.MOVES:
        return message("Moves from {scenario}", scenario=comparison.reference.scenario.name)
    return _LABELS.get(row) or message(row.value)


def row_hint(row: Row) -> Message | None:
    """What stands in smaller words below a row's name."""
    return message("One block per seat") if row is Row.LAYOUT else None


def change_words(comparison: Comparison, column: Column) -> Message | None:
    """``+14.9 on Today``; None for the reference and where there is nothing to compare."""
    change = comparison.change(column)
    if change is None:
        return None
    name = comparison.reference.scenario.name
    if change == 0:
        return message("As good as {scenario}", scenario=name)
    return message("{change} on {scenario}", change=Gain(change), scenario=name)


def band_word(band: Band) -> Message:
    """A band in one word, where it stands in a ring."""
    return _BANDS[band]


def moves_words(column: Column) -> Message:
    """How many people sit elsewhere."""
    if column.moves is None:
        return message("—")
    if not column.moves:
        return message("Nobody")
    return counted("{count} person", "{count} people", len(column.moves))


def fact_words(row: Row, column: Column) -> Message:
    """A row that is one figure."""
    figures = column.figures
    if row is Row.MOVES:
        return moves_words(column)
    count = {
        Row.HOLDERS: figures.people,
        Row.VACANT: figures.vacant,
        Row.SECOND_ROLES: figures.second_roles,
    }[row]
    return message("{count}", count=count)


def elsewhere_words(comparison: Comparison, column: Column) -> Message:
    """How many people sit elsewhere than in the layout that is compared with."""
    return counted(
        "{count} person sits elsewhere in {scenario} than in {reference}",
        "{count} people sit elsewhere in {scenario} than in {reference}",
        len(column.moves or ()),
        scenario=column.scenario.name,
        reference=comparison.reference.scenario.name,
    )


def left_words(move: Move) -> Message:
    """Where somebody comes from."""
    if move.left:
        return _places(move.left)
    return message("Keeps their seat") if move.stays else message("Bench")


def taken_words(move: Move) -> Message:
    """Where somebody goes."""
    if move.taken:
        places = _places(move.taken)
        return message("Also {places}", places=places) if move.stays and not move.left else places
    return message("Keeps another seat") if move.stays else message("Bench")


def _places(places: Sequence[Place]) -> Message:
    first, *others = (message("{team}, {role}", team=each.team, role=each.function.phrase) for each in places)
    for each in others:
        first = message("{places}; {place}", places=first, place=each)
    return first
