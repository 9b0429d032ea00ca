"""Finds more levels from top to bottom than so many people need."""

from collections.abc import Iterator
from functools import partial

from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsRule, Judged
from planner.guidance.rule import Defect
from planner.guidance.statements import Evidence
from planner.guidance.wording import people, teams, told
from planner.messages import counted, message

_LEVELS_LEAST = 2


def _judge(layout: OrgLayout) -> Judged | None:
    levels, team = layout.deepest
    if levels < _LEVELS_LEAST:
        return None
    most = layout.data.levels_for(layout.people)
    figures = partial(
        message,
        "Levels: {levels}, and up to {most} suit {people} people.",
        levels=levels,
        most=most,
        people=layout.people,
    )
    return Judged(min(levels, most), levels, figures, partial(_defects, layout, levels, most, team))


def _defects(layout: OrgLayout, levels: int, most: int, team: str) -> Iterator[Defect]:
    leads = layout.way_to(team)
    facts = [*_facts(layout, leads)]
    below = sum(person not in leads for person in layout.members(team))
    if below:
        words = counted(
            "Below them {count} person holds a seat in {team}.",
            "Below them {count} people hold seats in {team}.",
            below,
            team=layout.teams[team].name,
        )
        facts.append(Evidence(words, teams([team])))
    yield Defect(
        key="levels",
        part=(levels - most) / levels,
        title=counted(
            "{levels} levels, one too many", "{levels} levels, {count} too many", levels - most, levels=levels
        ),
        where=message("{team}", team=layout.teams[team].name),
        message=message(
            "{people} people can be led in {most} levels; each one more is a step that decisions wait for.",
            people=layout.people,
            most=most,
        ),
        subjects=teams([team]),
        evidence=told(iter(facts), len(facts)),
        no_fix=message("Take a team out of the nesting, or let one person lead two of these teams."),
    )


def _facts(layout: OrgLayout, leads: list[str]) -> Iterator[Evidence]:
    for level, lead in enumerate(leads, start=1):
        words = message("Level {level}: {lead}.", level=level, lead=layout.name(lead))
        yield Evidence(words, people([lead]))


RULE = BasicsRule(
    id="org/layers",
    short=message("Levels"),
    name=message("There are no more levels than so many people need"),
    applies_to=message("Layouts with a lead and somebody below."),
    looks_for=message(
        "The levels that suit the number of people, divided by the levels there are, at most 1. The levels "
        "at a team are the different leads on the way from the top to it, its own included, and one more "
        "when somebody else holds a filled seat in it; the layout has as many levels as the team with the "
        "most. A person who leads several teams of that way counts once, a team without a lead adds none, "
        "and teams of every kind count. People are those who hold a filled seat or lead a team, each once."
    ),
    why=message(
        "Every level is one more person whom a question passes on its way up and an answer on its way down. "
        "One that adds no decision of its own only adds the way."
    ),
    says=message(
        "A level earns its place when the work of those in it differs in kind from the work above and below; "
        "more levels than that get into each other's way."
    ),
    breaking="""
scenario Today: large-startup, product, centralized
group Company, lead Ada Moss
  group Technology, lead Bo Lind
    core Platform, lead Cai Wen
      DE Dan Roy
      MO Eve Park
      DS Finn Dahl
""",
    mended="""
scenario Today: large-startup, product, centralized
group Company, lead Ada Moss
  core Platform, lead Cai Wen
    DE Dan Roy
    MO Eve Park
    DS Finn Dahl
""",
    judge=_judge,
)
