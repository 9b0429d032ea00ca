"""Outline is a text notation for layouts, so that a test or an example of a rule reads like a picture.

A line is a team, a seat, a link, a practice, a responsibility, a mute or a person; indentation nests. In an
outline everything is named, and names serve as ids::

    plan Acme
    person Karin Voss: product, marketing; 50%; skills sql, python
    scenario Today: enterprise, product, hybrid, 4 use cases
    core ML Platform, lead Ada Moss, purpose "Shared platform", budget, experiments 20%
      MO Tomasz Novak
      DE Omar Sid 60% of 100%
      DS vacant 50%
      squad Fraud Shield, product "Fraud Shield", locked
        SD Adam Novak
    ML Platform serves Fraud Shield
    practice prioritisation by ML Platform: ML Platform, Fraud Shield
    responsible monitoring: ML Platform accountable, Fraud Shield consulted
    mute core/budget: shared by decision of the board

Seat ids are ``Team/DS``, ``Team/DS 2`` …; practices are ``practice 1`` …; people come to be by being named.
"""

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from planner.domain.agreements import (
    Activity,
    Level,
    Link,
    LinkKind,
    Practice,
    PracticeKind,
    Responsibility,
)
from planner.domain.context import Aim, Stage, Structure
from planner.domain.functions import Function
from planner.domain.people import Person
from planner.domain.projects import Project
from planner.domain.rows import Rows
from planner.domain.scenarios import Mute, Scenario
from planner.domain.teams import Focus, Kind, Seat, Team
from planner.errors import PlannerError

_FUNCTIONS = {function.code: function for function in Function} | {str(each): each for each in Function}
_LINE = re.compile(r"(?P<indent> *)(?P<text>.*?)\s*$")
_SEAT = re.compile(
    rf"(?P<function>{'|'.join(map(re.escape, _FUNCTIONS))}) (?P<who>.+?)"
    r"(?: (?P<share>[\d.]+)%)?(?: of (?P<demand>[\d.]+)%)?$"
)
_TEAM = re.compile(rf"(?P<kind>{'|'.join(Kind)}) (?P<name>[^,]+)(?P<fields>(?:, .*)?)$")
_LINK = re.compile(rf"(?P<source>.+?) (?P<kind>{'|'.join(LinkKind)}) (?P<targets>.+)$")
_PRACTICE = re.compile(
    rf"practice (?P<kind>{'|'.join(PracticeKind)}) by (?P<owner>[^:]+?)(?:: (?P<teams>.*))?$"
)
_RESPONSIBLE = re.compile(rf"responsible (?P<activity>{'|'.join(Activity)}): (?P<teams>.+)$")
_MUTE = re.compile(r"mute (?P<rule>\S+?)(?:: (?P<reason>.*))?$")
_PERSON = re.compile(r"person (?P<name>[^:]+?)(?:: (?P<facts>.*))?$")
_SCENARIO = re.compile(r"scenario (?P<name>[^:]+?)(?:: (?P<context>.*))?$")
_PLAN = re.compile(r"plan (?P<name>.+)$")
_TEAM_FIELD = re.compile(r', (?:(?P<word>[a-z]+)(?: (?:"(?P<quoted>[^"]*)"|(?P<value>[^,]+)))?)')


class _Sketch(Struct, dict=True):
    """What has been read so far."""

    plan: str = "Plan"
    people: dict[str, Person] = field(default_factory=dict)
    scenario: Scenario = field(default_factory=lambda: Scenario(id="Scenario", name="Scenario"))
    teams: list[Team] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    muted: list[Mute] = field(default_factory=list)
    inside: list[tuple[int, str]] = field(default_factory=list)

    def person(self, name: str) -> str:
        """The id of the person with a name, who comes to be when first named."""
        self.people.setdefault(name, Person(id=name, name=name))
        return name

    def enclosing(self, indent: int) -> str | None:
        """The team that a line stands in by its indentation."""
        while self.inside and self.inside[-1][0] >= indent:
            self.inside.pop()
        return self.inside[-1][1] if self.inside else None


def parse(text: str) -> Project:
    """Read an outline into a project of one scenario.

    Raises:
        PlannerError: a line that is none of the forms, with its number.
    """
    sketch = _Sketch()
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.match(line)
        if match is None or not match["text"] or match["text"].startswith("#"):
            continue
        if not any(_took(form, take, match["text"], len(match["indent"]), sketch) for form, take in _FORMS):
            raise PlannerError(
                "Line {number} of the outline is not understood: {line}", number=number, line=line
            )
    scenario = replace(
        sketch.scenario,
        teams=Rows(sketch.teams),
        seats=Rows(sketch.seats),
        links=Rows(sketch.links),
        practices=Rows(sketch.practices),
        responsibilities=Rows(sketch.responsibilities),
        muted=Rows(sketch.muted),
    )
    return Project(name=sketch.plan, people=Rows(sketch.people.values()), scenarios=Rows([scenario]))


_Take = Callable[[_Sketch, "re.Match[str]", int], None]


def _took(form: "re.Pattern[str]", take: _Take, text: str, indent: int, sketch: _Sketch) -> bool:
    match = form.match(text)
    if match is not None:
        take(sketch, match, indent)
    return match is not None


def _take_plan(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    sketch.plan = match["name"]


def _take_person(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    person = Person(id=match["name"], name=match["name"])
    for fact in _split(match["facts"], ";"):
        if fact.startswith("skills "):
            person = replace(person, skills=tuple(_split(fact.removeprefix("skills "))))
        elif fact.endswith("%"):
            person = replace(person, capacity=_part(fact))
        else:
            person = replace(person, roles=tuple(_FUNCTIONS[each] for each in _split(fact)))
    sketch.people[person.id] = person


def _take_scenario(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    scenario = Scenario(id=match["name"], name=match["name"])
    for word in _split(match["context"]):
        if word in set(Stage):
            scenario = replace(scenario, stage=Stage(word))
        elif word in set(Aim):
            scenario = replace(scenario, aim=Aim(word))
        elif word in set(Structure):
            scenario = replace(scenario, structure=Structure(word))
        else:
            scenario = replace(scenario, use_cases=int(word.split()[0]))
    sketch.scenario = scenario


def _take_team(sketch: _Sketch, match: "re.Match[str]", indent: int) -> None:
    parent = sketch.enclosing(indent)
    team = Team(id=match["name"], name=match["name"], kind=Kind(match["kind"]), parent=parent)
    for part in _TEAM_FIELD.finditer(match["fields"]):
        value = part["quoted"] if part["quoted"] is not None else part["value"]
        team = _with_field(sketch, team, part["word"], value)
    sketch.teams.append(team)
    sketch.inside.append((indent, team.id))


def _with_field(sketch: _Sketch, team: Team, word: str, value: str | None) -> Team:
    changed: dict[str, Any]
    match word, value:
        case "lead", str(name):
            changed = {"lead": sketch.person(name)}
        case "purpose" | "product", str(text):
            changed = {word: text}
        case "focus", str(focus):
            changed = {"focus": Focus(focus)}
        case "experiments", str(share):
            changed = {"experiment_share": _part(share)}
        case "budget", None:
            changed = {"own_budget": True}
        case "locked", None:
            changed = {"locked": True}
        case _:
            raise PlannerError("{team} has no field {word} in an outline.", team=team.name, word=word)
    return replace(team, **changed)


def _take_seat(sketch: _Sketch, match: "re.Match[str]", indent: int) -> None:
    team = sketch.enclosing(indent)
    if team is None:
        raise PlannerError("The seat of {who} stands in no team.", who=match["who"])
    function = _FUNCTIONS[match["function"]]
    share = _part(match["share"] or "100")
    demand = _part(match["demand"]) if match["demand"] else share
    taken = {seat.id for seat in sketch.seats}
    seat = Seat(id=_free_id(f"{team}/{function.code}", taken), team=team, function=function, demand=demand)
    if match["who"] != "vacant":
        seat = replace(seat, person=sketch.person(match["who"]), share=share)
    sketch.seats.append(seat)


def _take_link(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    for target in _split(match["targets"]):
        sketch.links.append(Link(source=match["source"], target=target, kind=LinkKind(match["kind"])))


def _take_practice(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    owner = None if match["owner"] == "nobody" else match["owner"]
    if owner is not None and all(owner != team.id for team in sketch.teams):
        sketch.person(owner)
    practice = Practice(
        id=f"practice {len(sketch.practices) + 1}",
        kind=PracticeKind(match["kind"]),
        owner=owner,
        teams=tuple(_split(match["teams"])),
    )
    sketch.practices.append(practice)


def _take_responsibility(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    for part in _split(match["teams"]):
        team, level = part.rsplit(" ", 1)
        row = Responsibility(activity=Activity(match["activity"]), team=team, level=Level(level))
        sketch.responsibilities.append(row)


def _take_mute(sketch: _Sketch, match: "re.Match[str]", _indent: int) -> None:
    sketch.muted.append(Mute(rule=match["rule"], reason=match["reason"] or ""))


_FORMS: tuple[tuple["re.Pattern[str]", _Take], ...] = (
    (_PLAN, _take_plan),
    (_PERSON, _take_person),
    (_SCENARIO, _take_scenario),
    (_PRACTICE, _take_practice),
    (_RESPONSIBLE, _take_responsibility),
    (_MUTE, _take_mute),
    (_TEAM, _take_team),
    (_SEAT, _take_seat),
    (_LINK, _take_link),
)


def _split(text: str | None, mark: str = ",") -> Iterator[str]:
    return (part.strip() for part in (text or "").split(mark) if part.strip())


def _part(percent: str) -> float:
    return round(float(percent.rstrip("%")) / 100, 6)


def _free_id(wish: str, taken: set[str]) -> str:
    if wish not in taken:
        return wish
    return next(name for number in count(2) if (name := f"{wish} {number}") not in taken)
