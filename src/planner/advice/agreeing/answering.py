"""The question of responsibilities: who answers for each of the eight activities."""

from functools import partial
from typing import Final

from planner.advice.agreeing.asking import Answer, Answers, Choice, Option, Question, Special, Topic
from planner.advice.agreeing.layout import Layout
from planner.domain import Activity, Edit, Kind, Level, Structure, edits
from planner.guidance.facts import Facts
from planner.guidance.fixes.answering import ablest
from planner.messages import message

_BY_BUILDERS: Final = (Activity.MODEL_DEVELOPMENT, Activity.VALIDATION, Activity.APPLICATION_INTEGRATION)
"""What squads and ventures answer for where a central team answers for the rest."""


def duties(layout: Layout) -> Question | None:
    """Who answers for what; asked where there is an ML team."""
    if not layout.cores and not layout.builders:
        return None
    return Question(
        topic=Topic.DUTIES,
        sentence=message("Who answers for what?"),
        fields=tuple(_field(layout, activity) for activity in Activity),
        make=partial(_edits, layout),
    )


def _field(layout: Layout, activity: Activity) -> Choice:
    accountable = layout.facts.accountable[activity]
    present = _present(layout, accountable)
    proposed = present if _is_settled(layout.facts, activity) else _default(layout, activity)
    changes = accountable and proposed != present
    return Choice(
        id=activity.value,
        row=message(activity.phrase.capitalize()),
        label=message("Who answers for {activity}", activity=message(activity.phrase)),
        options=_options(layout, present),
        present=present,
        proposed=proposed,
        now=message("Now: {names}", names=layout.named(accountable)) if changes else None,
    )


def _options(layout: Layout, present: str | Special | None) -> tuple[Option, ...]:
    found = [Option(None, message("Nobody yet"))] if present is None else []
    if present is Special.AS_RECORDED:
        found.append(Option(Special.AS_RECORDED, message("As recorded")))
    found += layout.options[: len(layout.cores)]
    if len(layout.builders) > 1:
        found.append(Option(Special.EACH, message("Each {builder}", builder=layout.builders_noun)))
    found += layout.options[len(layout.cores) :]
    offered = {option.value for option in found}
    if isinstance(present, str) and present not in offered:
        found.append(Option(present, message("{name}", name=layout.name(present))))
    return tuple(found)


def _present(layout: Layout, accountable: frozenset[str]) -> str | Special | None:
    if len(accountable) <= 1:
        return next(iter(accountable), None)
    if accountable == {team.id for team in layout.builders}:
        return Special.EACH
    return Special.AS_RECORDED


def _is_settled(facts: Facts, activity: Activity) -> bool:
    """Whether an activity is owned as the structure asks: in a hybrid by one team as each squad sees it."""
    accountable = facts.accountable[activity]
    if facts.scenario.structure is not Structure.HYBRID or not accountable:
        return bool(accountable)
    squads = [team.id for team in facts.scenario.teams if team.kind is Kind.SQUAD]
    if not squads:
        return len(accountable) == 1
    cores = facts.nesting.cores & accountable
    if not cores:
        outside = len(facts.central[activity])
        return all((1 if squad in accountable else outside) == 1 for squad in squads)
    return len(accountable) == 1


def _default(layout: Layout, activity: Activity) -> str | Special | None:
    """The builders for models and products, the central team for the rest; whoever is there, else."""
    facts, builders = layout.facts, [team.id for team in layout.builders]
    is_hybrid = facts.scenario.structure is Structure.HYBRID
    if is_hybrid and not layout.squads:
        return layout.cores[0].id if layout.cores else ablest(facts, activity, builders)
    to_builders = not layout.cores or (activity in _BY_BUILDERS and builders)
    if to_builders and activity is Activity.MODEL_DEVELOPMENT:
        modelling = [team for team in builders if facts.builds_models(team)]
        if len(modelling) < len(builders) and not is_hybrid:
            cores = [core.id for core in layout.cores if facts.builds_models(core.id)]
            return ablest(facts, activity, modelling or cores or builders)
    if to_builders:
        return Special.EACH if len(builders) > 1 else builders[0]
    return layout.cores[0].id


def _edits(layout: Layout, answers: Answers) -> list[Edit]:
    return [
        partial(edits.set_responsibility, scenario=layout.scenario, activity=activity, team=team, level=level)
        for activity in Activity
        if activity.value in answers
        for team, level in _levels(layout, activity, answers[activity.value])
    ]


def _levels(layout: Layout, activity: Activity, answer: Answer) -> list[tuple[str, Level]]:
    """Who becomes accountable, and who was and stays responsible; an answer of nobody changes nothing."""
    if answer is Special.EACH:
        named = [team.id for team in layout.builders]
    elif isinstance(answer, str):
        named = [answer]
    else:
        return []
    now = layout.facts.accountable[activity]
    left = [team.id for team in layout.facts.scenario.teams if team.id in now.difference(named)]
    return [(team, Level.RESPONSIBLE) for team in left] + [
        (team, Level.ACCOUNTABLE) for team in named if team not in now
    ]
