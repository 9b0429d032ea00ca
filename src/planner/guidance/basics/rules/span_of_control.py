"""Finds leads with so many reports that they lose sight of them, and leads with hardly any."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind
from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence
from planner.guidance.wording import people, told
from planner.messages import counted, listed, message


def _leads(layout: OrgLayout) -> list[str]:
    """The leads that are judged: with a report, and of a team that is no partner team."""
    return [
        lead
        for lead, teams in layout.teams_led.items()
        if lead in layout.reports and any(team.kind is not Kind.PARTNER for team in teams)
    ]


def _judge(layout: OrgLayout) -> Judged | None:
    leads, band = _leads(layout), layout.data.span
    if not leads:
        return None
    above = [lead for lead in leads if len(layout.reports[lead]) > band.most]
    below = [
        lead for lead in leads if len(layout.reports[lead]) < band.least and lead in layout.led_by_others
    ]
    inside = len(leads) - len(above) - len(below)
    figures = partial(
        message,
        "Leads by direct reports: {inside} within {least} to {most}, {below} below, {above} above.",
        inside=inside,
        least=band.least,
        most=band.most,
        below=len(below),
        above=len(above),
    )
    return Judged(inside, len(leads), figures, partial(_defects, layout, above, below, len(leads)))


def _defects(layout: OrgLayout, above: list[str], below: list[str], count: int) -> Iterator[Defect]:
    band = layout.data.span
    if above:
        yield Defect(
            key="above",
            part=len(above) / count,
            title=counted(
                "One lead has over {most} reports",
                "{count} leads have over {most} reports",
                len(above),
                most=band.most,
            ),
            where=message("{names}", names=listed(map(layout.name, above))),
            message=message("So many direct reports leave little of a lead's time for each of them."),
            subjects=people(above),
            evidence=told((_fact(layout, lead) for lead in above), len(above)),
            no_fix=message("Give a part of the team a lead of its own, in a team below this one."),
        )
    if below:
        yield Defect(
            key="below",
            part=len(below) / count,
            title=counted(
                "One lead has under {least} reports",
                "{count} leads have under {least} reports",
                len(below),
                least=band.least,
            ),
            where=message("{names}", names=listed(map(layout.name, below))),
            message=message("A level for so few people makes the way up longer and helps few of them."),
            subjects=people(below),
            evidence=told((_fact(layout, lead) for lead in below), len(below)),
            no_fix=message("Join small teams under one lead, or let them report to the lead above."),
        )


def _fact(layout: OrgLayout, lead: str) -> Evidence:
    count = len(layout.reports[lead])
    words = counted(
        "{lead} has {count} direct report.",
        "{lead} has {count} direct reports.",
        count,
        lead=layout.name(lead),
    )
    return Evidence(words, people([lead]))


RULE = BasicsRule(
    id="org/span-of-control",
    short=message("Span of control"),
    name=message("Leads have neither too many nor too few reports"),
    applies_to=message("People who lead a team other than a partner team and have a direct report."),
    looks_for=message(
        "The share of leads whose number of direct reports lies within the bounds. Direct reports are "
        "different people: whoever holds a filled seat in a team reports to its nearest lead, which is the "
        "lead of that team or, where it has none, of the nearest team above it that has one; the lead of a "
        "team reports to the nearest lead of the team above it. Seats in groups and partner teams count "
        "alike; vacant seats, dotted links and shares do not matter; nobody reports to themselves; who holds "
        "seats under several leads is a report of each. The lower bound holds only for leads who are "
        "themselves somebody's report, since only there a level could be saved."
    ),
    why=message(
        "With every further report a lead has not one relation more to follow but many, as each person works "
        "with all the others. With hardly any, a level stands between people that has little to do."
    ),
    says=message(
        "Relations within a group grow much faster than the group, so one person can follow the work of only "
        "a few people whose tasks depend on each other."
    ),
    breaking="""
scenario Today: large-startup, product, centralized
core Platform, lead Ada Moss
  DE Bo Lind
  DE Cai Wen
  DE Dan Roy
  MO Eve Park
  MO Finn Dahl
  MO Gia Ricci
  DS Hugo Wolf
  DS Ines Cruz
  SD Jan Maes
""",
    mended="""
scenario Today: large-startup, product, centralized
core Platform, lead Ada Moss
  DE Bo Lind
  DE Cai Wen
  DE Dan Roy
  squad Models, lead Eve Park
    MO Finn Dahl
    MO Gia Ricci
    DS Hugo Wolf
    DS Ines Cruz
    SD Jan Maes
""",
    judge=_judge,
)
