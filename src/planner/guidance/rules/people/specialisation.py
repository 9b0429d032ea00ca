"""Finds people who hold more roles than the stage of the company lets one person do well. Guidance: Roles."""

from collections.abc import Iterator
from functools import partial

from planner.domain import ROLES, Function, Seat
from planner.guidance.facts import Facts
from planner.guidance.fixes.seats import hand_over, leave
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, people, people_names, person_name, told
from planner.messages import Message, counted, listed, message

_MENDED_ALONE = 3


def _most(facts: Facts) -> int:
    return facts.pack.limits[facts.scenario.stage].roles


def _judge(facts: Facts, person: str) -> Judgement | None:
    roles = len(facts.people[person].roles)
    if not roles:
        return None
    return int(roles <= _most(facts)), 1


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    who = list(losses.items)
    yield Defect(
        key="roles",
        part=losses.part(len(who)),
        title=_title(_most(facts), len(who)),
        where=at(people_names(facts, who)),
        message=_message(_most(facts)),
        subjects=people(who),
        evidence=told((_fact(facts, person) for person in who), len(who)),
        fixes=partial(_fixes, facts, who),
        no_fix=message("The seats stand in locked teams. Unlock them to share out the roles."),
    )


def _message(most: int) -> Message:
    if most == 1:
        return message("At this stage of the company, each person should hold one role.")
    return message("At this stage of the company, a person should hold at most {most} roles.", most=most)


def _title(most: int, count: int) -> Message:
    if most == 1:
        return counted("One person holds more than one role", "{count} people hold more than one role", count)
    return counted(
        "One person holds more than {most} roles",
        "{count} people hold more than {most} roles",
        count,
        most=most,
    )


def _fact(facts: Facts, person: str) -> Evidence:
    roles = [role for role in ROLES if role in facts.people[person].roles]
    names = listed([message(role.phrase) for role in roles], at_most=len(ROLES))
    text = message("{person} holds {count} roles: {roles}.", person=person_name(facts, person),
                   count=len(roles), roles=names)  # fmt: skip
    return Evidence(text, people([person]))


def _fixes(facts: Facts, who: list[str]) -> Iterator[Fix]:
    for person in who[:_MENDED_ALONE]:
        surplus = _surplus(facts, person)
        yield from hand_over(facts, surplus)
        yield from leave(facts, person, surplus)


def _surplus(facts: Facts, person: str) -> list[Seat]:
    """The seats of the roles to which a person gives least, as many roles as are too many."""
    given: dict[Function, float] = {}
    held = [seat for seat in facts.seats_of(person) if seat.function.is_role]
    for seat in held:
        given[seat.function] = given.get(seat.function, 0.0) + (seat.share or 0.0)
    least = sorted(given, key=lambda role: (given[role], ROLES.index(role)))
    too_many = least[: len(given) - _most(facts)]
    return [seat for seat in held if seat.function in too_many]


RULE = Rule(
    id="people/specialisation",
    name=message("No one holds too many roles"),
    category=Category.PEOPLE,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("People who hold at least one seat in one of the six roles."),
    looks_for=message(
        "How many different roles a person holds: up to six in a small start-up, two in a large one, one in "
        "an enterprise. Partner functions are not roles."
    ),
    why=message(
        "In a small company it is an asset that one person does several jobs part time. As it grows, each "
        "job grows deep enough to need someone of its own."
    ),
    better=message("One role for each person in an enterprise, at most two in a large start-up."),
    section=message("Roles"),
    says=message(
        "In a small company one person may hold several roles part time; in a large one, each holds one role."
    ),
    breaking="""
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois 60%
  DE Clara Dubois 40%
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois 60%
  DE Mateo Silva 40%
""",
    scope=Scope.PEOPLE,
    judge=_judge,
    explain=_explain,
    context=_most,
)
