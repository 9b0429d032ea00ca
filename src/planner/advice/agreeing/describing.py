"""Questions about teams themselves: what they build and who leads them, what the core is for, what it has."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from planner.advice.agreeing.asking import (
    Answers,
    Choice,
    Field,
    Flag,
    Option,
    Percent,
    Question,
    Text,
    Topic,
)
from planner.advice.agreeing.layout import Layout
from planner.domain import Aim, Edit, Focus, Function, Kind, Structure, Team, edits
from planner.guidance.texts import is_given, plain
from planner.messages import Message, message

_EXPERIMENTS: Final = 10
"""The percentage kept for experiments that is proposed."""
_LEADS_AT_MOST: Final = 60
_PURPOSES: Final = {
    Structure.CENTRALIZED: message("Build and run machine learning for the whole company"),
    Structure.DECENTRALIZED: message("Help the squads with platform and good practice"),
    Structure.HYBRID: message("Keep the shared platform and good practice for all squads"),
    Structure.PRODUCT_CENTRE: message("Pick and build the ML products worth most to the company"),
}
_FOCUSES: Final = {
    Focus.BUSINESS_METRICS: message("Business metrics in the coming months"),
    Focus.FUTURE_TECHNOLOGY: message("Future technology"),
}
_FIELDS: Final = {
    "product": "product",
    "lead": "lead",
    "purpose": "purpose",
    "focus": "focus",
    "budget": "own_budget",
    "experiments": "experiment_share",
}


def builds(layout: Layout) -> Question | None:
    """What each squad and venture builds, and who leads each venture."""
    if not layout.builders:
        return None
    products = _products(layout)
    fields: list[Field] = []
    for team in layout.builders:
        if team.locked:
            continue
        fields.append(
            _text(team, "product", message("What {team} builds", team=team.name), products[team.id])
        )
        if team.kind is Kind.VENTURE:
            fields.append(_lead(layout, team))
    if layout.ventures:
        words = message("What does each {builder} build, and who leads it?", builder=layout.builders_noun)
        if layout.squads:
            words = message("What does each squad and venture build, and who leads the ventures?")
    else:
        words = message("What does each squad build?")
    return _question(layout, Topic.BUILDS, words, fields, layout.builders)


def charter(layout: Layout) -> Question | None:
    """What each central team is for."""
    if not layout.cores:
        return None
    scenario = layout.facts.scenario
    focus = Focus.BUSINESS_METRICS if scenario.aim is Aim.PRODUCT else Focus.FUTURE_TECHNOLOGY
    fields: list[Field] = []
    for core in layout.cores:
        if core.locked:
            continue
        purpose = core.purpose if is_given(core.purpose) else str(_PURPOSES[scenario.structure])
        fields.append(_text(core, "purpose", message("What {team} is for", team=core.name), purpose))
        undecided = [Option(None, message("Not said"))] if core.focus is None else []
        fields.append(
            Choice(
                id=f"focus {core.id}",
                row=message("Focus"),
                label=message("Focus of {team}", team=core.name),
                options=(*undecided, *(Option(each, name) for each, name in _FOCUSES.items())),
                present=core.focus,
                proposed=core.focus or focus,
            )
        )
    return _question(layout, Topic.CHARTER, message("What is the central team for?"), fields, layout.cores)


def budget(layout: Layout) -> Question | None:
    """Whether each central team has money of its own and room for experiments."""
    if not layout.cores:
        return None
    fields: list[Field] = []
    for core in layout.cores:
        if core.locked:
            continue
        row = message("{team}", team=core.name)
        share = round(core.experiment_share * 100)
        fields.append(
            Flag(
                id=f"budget {core.id}",
                row=row,
                label=message("A budget of its own"),
                present=core.own_budget,
                proposed=True,
            )
        )
        fields.append(
            Percent(
                id=f"experiments {core.id}",
                row=row,
                label=message("For experiments"),
                present=share,
                proposed=share if core.experiment_share > 0 else _EXPERIMENTS,
            )
        )
    words = message("Does the central team have a budget, and room for experiments?")
    return _question(layout, Topic.BUDGET, words, fields, layout.cores)


def _question(
    layout: Layout, topic: Topic, words: Message, fields: list[Field], teams: tuple[Team, ...]
) -> Question:
    remark = layout.locked_remark(teams)
    return Question(
        topic=topic, sentence=words, fields=tuple(fields), make=partial(_edits, layout), remark=remark
    )


def _text(team: Team, name: str, label: Message, proposed: str) -> Text:
    present = getattr(team, name)
    changes = is_given(present) and proposed != present
    return Text(
        id=f"{name} {team.id}",
        row=message("{team}", team=team.name),
        label=label,
        present=present,
        proposed=proposed,
        now=message("Now: {names}", names=present) if changes else None,
    )


def _products(layout: Layout) -> dict[str, str]:
    """A product of its own for each squad and venture: what it has, else its name, numbered where taken.

    Locked teams keep what they have, and so does the first of several with the same product.
    """
    taken: set[tuple[Kind, str]] = set()
    found: dict[str, str] = {}
    for team in sorted(layout.builders, key=lambda each: not each.locked):
        key = team.kind, plain(team.product)
        if team.locked or (is_given(team.product) and key not in taken):
            found[team.id] = team.product
            taken.add(key)
    for team in layout.builders:
        if team.id not in found:
            found[team.id] = next(wish for wish in _names(team) if (team.kind, plain(wish)) not in taken)
            taken.add((team.kind, plain(found[team.id])))
    return found


def _names(team: Team) -> Iterator[str]:
    yield team.name
    number = 2
    while True:
        yield f"{team.name} {number}"
        number += 1


def _lead(layout: Layout, venture: Team) -> Choice:
    people = layout.facts.project.people
    able = _leaders(layout, venture)
    if venture.lead is not None and venture.lead not in able:
        able.insert(0, venture.lead)
    nobody = [Option(None, message("No lead yet"))] if venture.lead is None else []
    return Choice(
        id=f"lead {venture.id}",
        row=message("{team}", team=venture.name),
        label=message("Lead of {team}", team=venture.name),
        options=(*nobody, *(Option(each, message("{name}", name=people[each].name)) for each in able)),
        present=venture.lead,
        proposed=venture.lead or next(iter(able), None),
    )


def _leaders(layout: Layout, venture: Team) -> list[str]:
    """Who might lead: product people in the team, then who gives it most, then people with time left."""
    facts = layout.facts
    held: dict[str, tuple[bool, float]] = {}
    for seat in facts.scenario.seats.where("team", venture.id):
        if seat.person is not None:
            product, share = held.get(seat.person, (False, 0.0))
            held[seat.person] = product or seat.function is Function.PRODUCT, share + (seat.share or 0.0)
    inside = sorted(held, key=lambda person: (not held[person][0], -held[person][1], person))
    free = (each.id for each in facts.project.people if each.id not in held and facts.free(each.id))
    return (inside or list(free))[:_LEADS_AT_MOST]


def _edits(layout: Layout, answers: Answers) -> list[Edit]:
    """One edit for each team whose fields change."""
    by_team: dict[str, dict[str, Any]] = {}
    for key, answer in answers.items():
        name, _, team = key.partition(" ")
        by_team.setdefault(team, {})[_FIELDS[name]] = _value(name, answer)
    return [
        partial(edits.edit_team, scenario=layout.scenario, team=team, **fields)
        for team, fields in by_team.items()
    ]


def _value(name: str, answer: object) -> object:
    match name, answer:
        case "focus", str():
            return Focus(answer)
        case "experiments", int():
            return answer / 100
        case _, str() if name != "lead":
            return answer.strip()
        case _:
            return answer
