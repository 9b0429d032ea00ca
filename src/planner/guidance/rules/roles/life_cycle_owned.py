"""Finds activities of the life cycle that no team answers for. Guidance: Roles.

A hybrid has a stricter rule of its own, which asks for exactly one answer between a core and each squad.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Activity, Kind, Structure
from planner.guidance.facts import Facts
from planner.guidance.fixes.answering import ablest, made_accountable
from planner.guidance.fixes.steps import both
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, told
from planner.messages import counted, listed, message

_OFFERED = 3


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if facts.scenario.structure is Structure.HYBRID or not len(facts.scenario.responsibilities):
        return None
    return sum(bool(facts.accountable[activity]) for activity in Activity), len(Activity)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    unowned = [activity for activity in Activity if not facts.accountable[activity]]
    yield Defect(
        key="unowned",
        part=losses.part(len(unowned)),
        title=counted("One activity has no owner", "{count} activities have no owner", len(unowned)),
        where=at(
            listed(
                message(each.phrase.capitalize() if place == 0 else each.phrase)
                for place, each in enumerate(unowned)
            )
        ),
        message=message("Some activities of the life cycle have no team that answers for them."),
        evidence=told(
            (
                Evidence(message("No team is accountable for {activity}.", activity=message(each.phrase)))
                for each in unowned
            ),
            len(unowned),
        ),
        fixes=partial(_fixes, facts, unowned),
        no_fix=message("There is no team that could answer for them."),
    )


def _fixes(facts: Facts, unowned: list[Activity]) -> Iterator[Fix]:
    fixes = [fix for fix in (_name_team(facts, activity) for activity in unowned) if fix is not None]
    if len(fixes) > 1:
        yield both(message("Name one accountable team each"), *fixes)
    yield from fixes[:_OFFERED]


def _name_team(facts: Facts, activity: Activity) -> Fix | None:
    team = ablest(facts, activity, [team.id for team in facts.scenario.teams if team.kind is not Kind.GROUP])
    return None if team is None else made_accountable(facts, activity, team)


RULE = Rule(
    id="roles/life-cycle-owned",
    name=message("Every activity has an accountable team"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Structures other than hybrid, once any responsibility is recorded."),
    looks_for=message(
        "The eight activities from data pipelines to application integration, and whether each has at least "
        "one accountable team."
    ),
    why=message(
        "What nobody answers for is done when somebody finds the time: training, validation and monitoring "
        "first."
    ),
    better=message("An accountable team for each of the eight."),
    section=message("Roles"),
    says=message(
        "Every part of the work, from data pipelines to monitoring and governance, should be somebody's to "
        "own."
    ),
    breaking="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  DE Mateo Silva
  MO Clara Dubois
  SD Adam Novak
responsible data-pipelines: Checkout accountable
responsible monitoring: Checkout consulted
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  DE Mateo Silva
  MO Clara Dubois
  SD Adam Novak
responsible data-pipelines: Checkout accountable
responsible model-development: Checkout accountable
responsible deployment: Checkout accountable
responsible continuous-training: Checkout accountable
responsible validation: Checkout accountable
responsible monitoring: Checkout accountable
responsible governance: Checkout accountable
responsible application-integration: Checkout accountable
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)
