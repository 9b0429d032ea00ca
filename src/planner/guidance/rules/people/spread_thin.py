"""Finds people whose seats lie in so many teams that little is left for each."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Seat
from planner.guidance.facts import Facts
from planner.guidance.fixes.seats import hand_over, leave
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, people, people_names, person_name, team_names, told
from planner.messages import counted, message

_MENDED_ALONE = 3


def _most(facts: Facts) -> int:
    return facts.pack.limits[facts.scenario.stage].teams


def _judge(facts: Facts, person: str) -> Judgement | None:
    return int(facts.people[person].teams <= _most(facts)), 1


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    who, most = list(losses.items), _most(facts)
    yield Defect(
        key="teams",
        part=losses.part(len(who)),
        title=counted(
            "One person works in more than {most} teams",
            "{count} people work in more than {most} teams",
            len(who),
            most=most,
        ),
        where=at(people_names(facts, who)),
        message=message("Seats of one person lie in more than {most} teams.", most=most),
        subjects=people(who),
        evidence=told((_fact(facts, person) for person in who), len(who)),
        fixes=partial(_fixes, facts, who),
        no_fix=message("The seats stand in locked teams. Unlock them to change who sits there."),
    )


def _fact(facts: Facts, person: str) -> Evidence:
    teams = dict.fromkeys(seat.team for seat in facts.seats_of(person))
    text = message("{person} holds seats in {count} teams: {teams}.", person=person_name(facts, person),
                   count=len(teams), teams=team_names(facts, teams))  # fmt: skip
    return Evidence(text, people([person]))


def _fixes(facts: Facts, who: list[str]) -> Iterator[Fix]:
    for person in who[:_MENDED_ALONE]:
        surplus = _surplus(facts, person)
        yield from hand_over(facts, surplus)
        yield from leave(facts, person, surplus)


def _surplus(facts: Facts, person: str) -> list[Seat]:
    """The seats in the teams that get least of a person, as many teams as are too many."""
    held = facts.seats_of(person)
    given: dict[str, float] = {}
    for seat in held:
        given[seat.team] = given.get(seat.team, 0.0) + (seat.share or 0.0)
    most = sorted(given, key=lambda team: (-given[team], team))
    too_many = set(most[_most(facts) :])
    return [seat for seat in held if seat.team in too_many]


RULE = Rule(
    id="people/spread-thin",
    name=message("No one is spread over many teams"),
    category=Category.PEOPLE,
    source=Origin.PLANNER,
    needs=Needs.CHART,
    applies_to=message("People who hold at least one seat, in partner functions too."),
    looks_for=message("In how many teams a person's seats lie: at most two, three in a small start-up."),
    why=message(
        "Every team brings meetings, questions and a product to know. Shares on paper do not show what it "
        "costs to change between them."
    ),
    better=message(
        "Seats in one or two teams; a platform task that many need belongs in a team that serves them."
    ),
    section=message("Planning, this program's own"),
    says=message("Time split over many teams is lost in changing between them."),
    breaking="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DE Mateo Silva 40%
squad Search
  DE Mateo Silva 30%
squad Churn Radar
  DE Mateo Silva 20%
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DE Mateo Silva 50%
squad Search
  DE Mateo Silva 50%
squad Churn Radar
  DE vacant 20%
""",
    scope=Scope.PEOPLE,
    judge=_judge,
    explain=_explain,
    context=_most,
)
