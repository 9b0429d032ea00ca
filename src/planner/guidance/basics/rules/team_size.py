"""Finds teams too large to work as one, and teams too small to carry their work."""

from collections.abc import Iterator
from functools import partial

from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence
from planner.guidance.wording import teams, told
from planner.messages import counted, listed, message


def _judge(layout: OrgLayout) -> Judged | None:
    sizes = {team.id: len(layout.members(team.id)) for team in layout.staffed}
    if not sizes:
        return None
    band = layout.data.team_size
    large = [team for team, size in sizes.items() if size > band.most]
    small = [team for team, size in sizes.items() if size < band.least]
    inside = len(sizes) - len(large) - len(small)
    figures = partial(
        message,
        "People in a team: {fewest} to {highest}; {inside} of {count} teams have {least} to {most}.",
        fewest=min(sizes.values()),
        highest=max(sizes.values()),
        inside=inside,
        count=len(sizes),
        least=band.least,
        most=band.most,
    )
    return Judged(inside, len(sizes), figures, partial(_defects, layout, sizes, large, small))


def _defects(
    layout: OrgLayout, sizes: dict[str, int], large: list[str], small: list[str]
) -> Iterator[Defect]:
    band = layout.data.team_size
    if large:
        yield Defect(
            key="large",
            part=len(large) / len(sizes),
            title=counted(
                "One team has over {most} people",
                "{count} teams have over {most} people",
                len(large),
                most=band.most,
            ),
            where=message("{names}", names=listed(layout.team_names(large))),
            message=message(
                "In a team of this size more goes into keeping each other informed than it gains."
            ),
            subjects=teams(large),
            evidence=told((_fact(layout, team, sizes) for team in large), len(large)),
            no_fix=message("Divide the team where its work divides, each part with a lead."),
        )
    if small:
        yield Defect(
            key="small",
            part=len(small) / len(sizes),
            title=counted(
                "One team has under {least} people",
                "{count} teams have under {least} people",
                len(small),
                least=band.least,
            ),
            where=message("{names}", names=listed(layout.team_names(small))),
            message=message("A team this small stands still as soon as one of its people is away."),
            subjects=teams(small),
            evidence=told((_fact(layout, team, sizes) for team in small), len(small)),
            no_fix=message("Fill vacant seats, or join the team with one whose work is close."),
        )


def _fact(layout: OrgLayout, team: str, sizes: dict[str, int]) -> Evidence:
    words = counted(
        "{count} person holds a seat in {team}.",
        "{count} people hold seats in {team}.",
        sizes[team],
        team=layout.teams[team].name,
    )
    return Evidence(words, teams([team]))


RULE = BasicsRule(
    id="org/team-size",
    short=message("Team size"),
    name=message("Teams are large enough for their work, and small enough to talk"),
    applies_to=message("Cores, squads and ventures in which somebody holds a seat."),
    looks_for=message(
        "The share of these teams whose number of people lies within the bounds. The people of a team are "
        "the different people who hold a filled seat in it, however small the share; a lead without a seat "
        "there and people in teams inside it do not count, nor do vacant seats. Partner teams and groups are "
        "not judged: the plan shows only a part of the first, and the second are only boxes."
    ),
    why=message(
        "The ways in which people can miss each other grow with every pair of them, so that beyond some size "
        "a further person slows the rest. Below some size there is nobody to step in."
    ),
    says=message(
        "Keep a team no larger than its task needs: with each person the pairs who have to stay in touch "
        "grow faster than the hands, and the effort of coordination soon outweighs them."
    ),
    breaking="""
scenario Today: small-startup, product, decentralized
squad Search, lead Ada Moss
  DS Ada Moss
  SD Bo Lind
""",
    mended="""
scenario Today: small-startup, product, decentralized
squad Search, lead Ada Moss
  DS Ada Moss
  SD Bo Lind
  PR Cai Wen
""",
    judge=_judge,
)
