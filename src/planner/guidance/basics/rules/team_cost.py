"""Finds teams whose cost nobody can tell, once a plan tells the cost of people at all.

How costs spread over teams is reported and not judged: no source says what would be right.
"""

from collections.abc import Iterator
from functools import partial

from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence, Subject
from planner.guidance.wording import told
from planner.messages import Message, counted, listed, message


def _judge(layout: OrgLayout) -> Judged | None:
    told = {person.id for person in layout.project.people if person.cost is not None}
    if not any(not told.isdisjoint(layout.members(team.id)) for team in layout.staffed):
        return None
    teams = [team.id for team in layout.staffed]
    known = [team for team in teams if layout.members(team) <= told]
    unknown = [team for team in teams if not layout.members(team) <= told]
    figures = partial(_figures, layout, known, len(teams))
    return Judged(len(known), len(teams), figures, partial(_defects, layout, unknown, len(teams)))


def _cost(layout: OrgLayout, team: str) -> int:
    """What a team costs a year, in hundredths of the currency: whole numbers add up alike in any order."""
    people = layout.project.people
    return sum(
        round(100 * (people[seat.person or ""].cost or 0.0) * (seat.share or 0.0))
        for seat in layout.seats_in(team)
    )


def _figures(layout: OrgLayout, teams: list[str], count: int) -> Message:
    known = {team: _cost(layout, team) for team in teams}
    if not known:
        return message("Cost a year: known of no team yet.")
    low, high = min(known, key=lambda team: known[team]), max(known, key=lambda team: known[team])
    money = layout.project.currency.strip()
    return message(
        "Cost a year: known of {known} of {count} teams, from {low} ({cheapest}) to {high} ({dearest})"
        "{money}.",
        known=len(known),
        count=count,
        low=round(known[low] / 100),
        high=round(known[high] / 100),
        cheapest=layout.teams[low].name,
        dearest=layout.teams[high].name,
        money=message(" in {currency}", currency=money) if money else "",
    )


def _defects(layout: OrgLayout, unknown: list[str], count: int) -> Iterator[Defect]:
    if not unknown:
        return
    yield Defect(
        key="unknown",
        part=len(unknown) / count,
        title=counted(
            "The cost of one team is not known", "The cost of {count} teams is not known", len(unknown)
        ),
        where=message("{names}", names=listed(layout.team_names(unknown))),
        message=message("Money cannot be weighed against the work of a team whose cost nobody can tell."),
        subjects=tuple(Subject("team", team) for team in unknown),
        evidence=told((_fact(layout, team) for team in unknown), len(unknown)),
        no_fix=message("Enter what one FTE of these people costs a year."),
    )


def _fact(layout: OrgLayout, team: str) -> Evidence:
    people = layout.project.people
    missing = [person for person in layout.members(team) if people[person].cost is None]
    words = counted(
        "In {team} the cost of {count} person is missing.",
        "In {team} the costs of {count} people are missing.",
        len(missing),
        team=layout.teams[team].name,
    )
    return Evidence(words, tuple(Subject("person", person) for person in missing))


RULE = BasicsRule(
    id="org/team-cost",
    short=message("Team cost"),
    name=message("What a team costs is known"),
    applies_to=message(
        "Cores, squads and ventures in which somebody holds a seat, once the cost of one of their people is "
        "recorded."
    ),
    looks_for=message(
        "The share of these teams whose cost is known: the yearly cost of one FTE is recorded for everybody "
        "who holds a filled seat there. The cost of a team is the sum over its filled seats of share times "
        "that cost. How far the costs of teams lie apart is told as a figure and not judged."
    ),
    why=message(
        "Whether a team is worth its money is asked sooner or later. The question is easier while the plan "
        "can still be changed."
    ),
    says=message(
        "Planning and budgeting are how an organisation gives its scarce money and people to the work that "
        "matters; for that, what each unit takes has to be known."
    ),
    breaking="",
    mended="",
    judge=_judge,
)
