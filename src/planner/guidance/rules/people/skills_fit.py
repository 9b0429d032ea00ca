"""Finds seats whose holder's recorded skills have little in common with what the role works with.

Two entries of the role's list are enough. Nobody is judged of whom no skills are recorded. Guidance: Roles.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import ROLES, Function, Seat, edits
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import CHOICES, SKILL_HITS, free_people
from planner.guidance.fixes.steps import unlocked
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import a_role, at, person_name, role_name, seats, team_names, told
from planner.messages import listed, message

_MENDED_ALONE = 3


def _judge(facts: Facts, seat_id: str) -> Judgement | None:
    seat = facts.scenario.seats[seat_id]
    if seat.person is None or not seat.function.is_role:
        return None
    hits = facts.hits_up_to(SKILL_HITS, seat.person, seat.function)
    return None if hits is None else (hits, SKILL_HITS)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    found: dict[Function, list[Seat]] = {}
    for seat_id in losses.items:
        seat = facts.scenario.seats[seat_id]
        found.setdefault(seat.function, []).append(seat)
    for role in ROLES:
        if role in found:
            yield _defect(facts, role, found[role], losses)


def _defect(facts: Facts, role: Function, found: list[Seat], losses: Losses) -> Defect:
    lost = sum(SKILL_HITS - len(facts.hits(seat.person or "", role)) for seat in found)
    return Defect(
        key=role,
        part=losses.part(lost),
        title=message("Few {role} skills listed", role=role_name(role)),
        where=at(team_names(facts, dict.fromkeys(seat.team for seat in found))),
        message=message(
            "The skills recorded for holders of {role} seats name little of what the role works with.",
            role=role_name(role),
        ),
        subjects=seats(seat.id for seat in found),
        evidence=told((_fact(facts, seat) for seat in found), len(found)),
        fixes=partial(_fixes, facts, found),
        no_fix=message(
            "Nobody free lists more of them. If skills are missing from a person's record, add them there."
        ),
    )


def _fact(facts: Facts, seat: Seat) -> Evidence:
    hits = sorted(facts.hits(seat.person or "", seat.function))
    name, role = person_name(facts, seat.person), role_name(seat.function)
    if hits:
        text = message("Of {role} skills, {person} has {skills} on record.", role=role, person=name,
                       skills=listed(hits))  # fmt: skip
    else:
        text = message("Of {role} skills, {person} has none on record.", role=role, person=name)
    return Evidence(text, seats([seat.id]), from_record=True)


def _fixes(facts: Facts, found: list[Seat]) -> Iterator[Fix]:
    scenario = facts.scenario.id
    for seat in [seat for seat in found if unlocked(facts, seat.team)][:_MENDED_ALONE]:
        held = len(facts.hits(seat.person or "", seat.function))
        who = free_people(facts, seat.function, but=(seat.person or "",))
        better = [person for person in who if len(facts.hits(person, seat.function)) > held]
        for person in better[:CHOICES]:
            label = message("Give the {role} seat to {person}", role=role_name(seat.function),
                            person=person_name(facts, person))  # fmt: skip
            take = partial(edits.replace_holder, scenario=scenario, target=seat.id, person=person)
            yield Fix(label, take)
        best = max(ROLES, key=lambda role: len(facts.hits(seat.person or "", role)))
        if len(facts.hits(seat.person or "", best)) > held:
            yield Fix(
                message("Make it {role} seat", role=a_role(best)),
                partial(edits.set_function, scenario=scenario, seat=seat.id, function=best),
            )


RULE = Rule(
    id="people/skills-fit",
    name=message("Recorded skills match the seats"),
    category=Category.PEOPLE,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Filled seats in the six roles whose holder has skills on record."),
    looks_for=message(
        "How many entries of the role's list the person's skills match; two or more are enough. Synonyms "
        "count, and spelling with a hyphen, a slash or a space makes no difference."
    ),
    why=message(
        "A seat is a promise that somebody can do its work. Skills on record are the first sign of it."
    ),
    better=message("Someone whose skills match the role, or the seat that matches the person."),
    section=message("Roles"),
    says=message("Each role has skills and tools of its own, from statistics to infrastructure as code."),
    breaking="""
person Ravi Kulkarni: data-scientist; skills marketing, negotiation
person Clara Dubois: mlops-engineer; skills Kubernetes, Terraform
scenario Today: small-startup, product
squad Checkout
  MO Ravi Kulkarni
""",
    mended="""
person Clara Dubois: mlops-engineer; skills Kubernetes, Terraform
scenario Today: small-startup, product
squad Checkout
  MO Clara Dubois
""",
    scope=Scope.SEATS,
    judge=_judge,
    explain=_explain,
)
