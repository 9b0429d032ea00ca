"""Finds people who hold seats in many teams at once."""

from collections.abc import Iterator
from functools import partial

from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence
from planner.guidance.wording import people, told
from planner.messages import counted, listed, message


def _judge(layout: OrgLayout) -> Judged | None:
    count, most = len(layout.first_team), layout.data.teams_per_person
    if not count:
        return None
    over = {person for person, held in layout.several_teams.items() if len(held) > most}
    figures = partial(
        message,
        "People in at most {most} teams: {within} of {count}.",
        most=most,
        within=count - len(over),
        count=count,
    )
    return Judged(count - len(over), count, figures, partial(_defects, layout, over, count))


def _defects(layout: OrgLayout, over: set[str], count: int) -> Iterator[Defect]:
    if not over:
        return
    who = [person.id for person in layout.project.people if person.id in over]
    most = layout.data.teams_per_person
    yield Defect(
        key="teams",
        part=len(who) / count,
        title=counted(
            "One person is in over {most} teams",
            "{count} people are in over {most} teams",
            len(who),
            most=most,
        ),
        where=message("{names}", names=listed(map(layout.name, who))),
        message=message("Every team asks for its meetings and its context, whatever the share."),
        subjects=people(who),
        evidence=told((_fact(layout, person) for person in who), len(who)),
        no_fix=message("Give some of these seats to others, or let one team serve the rest."),
    )


def _fact(layout: OrgLayout, person: str) -> Evidence:
    held = [team for team in layout.teams if team in layout.several_teams[person]]
    words = message(
        "{person} holds seats in {count} teams: {teams}.",
        person=layout.name(person),
        count=len(held),
        teams=listed(layout.team_names(held)),
    )
    return Evidence(words, people([person]))


RULE = BasicsRule(
    id="org/many-teams",
    short=message("Teams per person"),
    name=message("Nobody is in many teams at once"),
    applies_to=message("People who hold at least one filled seat."),
    looks_for=message(
        "The share of these people whose filled seats lie in no more different teams than the bound, of any "
        "kind, whatever the shares. Leading a team is not holding a seat in it."
    ),
    why=message(
        "Teams that share people share their delays: when one of them is late, the person is late "
        "everywhere, and each change from one team's matters to another's costs attention."
    ),
    says=message(
        "People in several teams make good use of scarce skills on paper, at the price of strain for them "
        "and of shocks that travel from team to team; keep their number low, and know it."
    ),
    breaking="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DE Ada Moss 40%
squad Search
  DE Ada Moss 30%
squad Churn Radar
  DE Ada Moss 30%
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DE Ada Moss 50%
squad Search
  DE Ada Moss 50%
squad Churn Radar
  DE Bo Lind 30%
""",
    judge=_judge,
)
