"""Finds teams that nobody leads."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Team, edits, together
from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import teams, told
from planner.messages import counted, listed, message

_CHOICES = 2


def _judge(layout: OrgLayout) -> Judged | None:
    count = len(layout.judged)
    if not count:
        return None
    without = [team for team in layout.judged if team.lead is None]
    figures = partial(message, "Teams with a lead: {led} of {count}.", led=count - len(without), count=count)
    return Judged(count - len(without), count, figures, partial(_defects, layout, without, count))


def _defects(layout: OrgLayout, without: list[Team], count: int) -> Iterator[Defect]:
    if not without:
        return
    ids = [team.id for team in without]
    yield Defect(
        key="lead",
        part=len(without) / count,
        title=counted("One team has no lead", "{count} teams have no lead", len(without)),
        where=message("{names}", names=listed(layout.team_names(ids))),
        message=message("Nobody is named who sets the direction and speaks for the team."),
        subjects=teams(ids),
        evidence=told((_fact(team) for team in without), len(without)),
        fixes=partial(_fixes, layout, without),
        no_fix=message("Nobody sits in these teams yet, or they are locked. Fill a seat, or unlock them."),
    )


def _fact(team: Team) -> Evidence:
    return Evidence(message("{team} names no lead.", team=team.name), teams([team.id]))


def _fixes(layout: OrgLayout, without: list[Team]) -> Iterator[Fix]:
    """The likeliest lead for every team in one step, then the choices team by team."""
    choices = {team.id: _choices(layout, team.id) for team in without if not team.locked}
    first = [_lead(layout, team, who[0]) for team, who in choices.items() if who]
    if len(first) > 1:
        label = message("Name leads of {count} teams", count=len(first))
        yield Fix(label, together(label, *(fix.edit for fix in first)))
    for team, who in choices.items():
        yield from (_lead(layout, team, person) for person in who)


def _choices(layout: OrgLayout, team: str) -> list[str]:
    """Who might lead a team: leads of no other team first, then product people, then who gives it most."""
    given: dict[str, tuple[bool, bool, float, str]] = {}
    for seat in layout.seats_in(team):
        if seat.person is not None:
            _, is_other, less, _ = given.get(seat.person, (False, True, 0.0, ""))
            given[seat.person] = (
                seat.person in layout.teams_led,
                is_other and seat.function is not Function.PRODUCT,
                less - (seat.share or 0.0),
                seat.person,
            )
    return sorted(given, key=lambda person: given[person])[:_CHOICES]


def _lead(layout: OrgLayout, team: str, person: str) -> Fix:
    label = message(
        "Make {person} the lead of {team}", person=layout.name(person), team=layout.teams[team].name
    )
    return Fix(label, partial(edits.edit_team, scenario=layout.scenario.id, team=team, lead=person))


RULE = BasicsRule(
    id="org/team-lead",
    short=message("Team leads"),
    name=message("Every team has a lead"),
    applies_to=message("Cores, squads and ventures, empty ones too."),
    looks_for=message(
        "The share of these teams that name a lead of their own. One person may lead several, and a lead "
        "needs no seat in the team. A lead of the team above does not count; partner teams and groups are "
        "not judged."
    ),
    why=message(
        "A team without a lead waits for whoever feels responsible, and those who want something of it do "
        "not know whom to ask."
    ),
    says=message(
        "What a leader does for a team is to put in place what it needs to do well: a direction, a sound "
        "design and support from around it. Somebody has to be named for that."
    ),
    breaking="""
scenario Today: small-startup, product, decentralized
squad Search
  PR Ada Moss
  DS Bo Lind
  SD Cai Wen
""",
    mended="""
scenario Today: small-startup, product, decentralized
squad Search, lead Ada Moss
  PR Ada Moss
  DS Bo Lind
  SD Cai Wen
""",
    judge=_judge,
)
