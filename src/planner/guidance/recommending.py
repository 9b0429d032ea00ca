"""Recommends a structure to a company, with the reasons, what it buys, and what to watch."""

from msgspec import Struct

from planner.domain import Aim, Chooser, Scenario, Stage, Structure
from planner.guidance.pack import Challenge, Pack
from planner.messages import Message, message

SUITS_FROM = 0.9
PARTLY_FROM = 0.5

_BY_CHOOSER = {Chooser.COMPANY: Structure.PRODUCT_CENTRE, Chooser.FUNCTIONS: Structure.HYBRID}


class Recommendation(Struct, frozen=True, kw_only=True):
    """What suits a company best.

    ``benefits`` and ``challenges`` are those of the first of the structures; the pack has them for each.
    """

    structures: tuple[Structure, ...]
    why: Message
    benefits: tuple[Message, ...]
    challenges: tuple[Message, ...]
    checklist: tuple[Challenge, ...]
    """The same challenges, each with the rule that checks its remedy."""


def recommendation(pack: Pack, stage: Stage, aim: Aim, chooser: Chooser | None = None) -> Recommendation:
    """All structures that share the best fit, in the table's order.

    For an enterprise, who chooses its next ML project decides between product centre and hybrid.
    """
    row = pack.fit_table[stage, aim]
    best = max(row.values())
    structures = tuple(structure for structure in Structure if row[structure] == best)
    why = pack.reasons[stage, aim]
    if stage is Stage.ENTERPRISE:
        if chooser is not None:
            structures = (_BY_CHOOSER[chooser],)
        why = message("{reason} {chooser}", reason=why, chooser=pack.chooser_reasons[chooser])
    first = pack.structures[structures[0]]
    return Recommendation(
        structures=structures,
        why=why,
        benefits=first.benefits,
        challenges=tuple(challenge.text for challenge in first.challenges),
        checklist=first.challenges,
    )


def fit_sentence(pack: Pack, scenario: Scenario) -> Message:
    """One sentence on how the declared structure fits: ``Hybrid suits an enterprise that builds …``."""
    fit = pack.fit(scenario.stage, scenario.aim, scenario.structure)
    if fit >= SUITS_FROM:
        words = "{structure} suits {company}."
    elif fit >= PARTLY_FROM:
        words = "{structure} suits {company} in part."
    else:
        words = "{structure} suits {company} poorly."
    return message(words, structure=_pattern(scenario.structure), company=_company(scenario))


def _pattern(structure: Structure) -> Message:
    match structure:
        case Structure.CENTRALIZED:
            return message("A central team")
        case Structure.DECENTRALIZED:
            return message("A set of squads")
        case Structure.HYBRID:
            return message("Hybrid")
        case Structure.PRODUCT_CENTRE:
            return message("A product centre")


def _company(scenario: Scenario) -> Message:
    match scenario.stage, scenario.aim:
        case Stage.SMALL_STARTUP, Aim.PRODUCT:
            return message("a small start-up that builds AI into products")
        case Stage.SMALL_STARTUP, _:
            return message("a small start-up that does research")
        case Stage.LARGE_STARTUP, Aim.PRODUCT:
            return message("a large start-up that builds AI into products")
        case Stage.LARGE_STARTUP, _:
            return message("a large start-up that explores new approaches")
        case _, Aim.PRODUCT:
            return message("an enterprise that builds AI into products")
        case _:
            return message("an enterprise that explores new approaches")
