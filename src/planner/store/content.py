"""Puts a project together from the rows of a file, believing nothing: ranges, choices, order, circles."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

from planner.domain import (
    Activity,
    Aim,
    Assumption,
    Chooser,
    Focus,
    Function,
    Kind,
    Level,
    Link,
    LinkKind,
    Mute,
    OwnWeights,
    Person,
    Practice,
    PracticeKind,
    Project,
    Responsibility,
    Rows,
    Scenario,
    Seat,
    Stage,
    Structure,
    Team,
)
from planner.messages import message
from planner.store.digest import Cell, TableRows
from planner.store.faults import OddContentError, in_print

USE_CASES_MOST = 1_000_000
_Choice = TypeVar("_Choice", bound=StrEnum)
_Row = tuple[Any, ...]
_Layouts = Mapping[str, Mapping[Cell, Sequence[_Row]]]


def project_of(rows: TableRows) -> Project:
    """The project that the rows of every table make; OddContentError when no plan can be like that."""
    if len(rows["project"]) != 1:
        raise OddContentError(message("it holds {count} plans", count=len(rows["project"])))
    _, name, currency, notes, pack = rows["project"][0]
    weights = tuple((rule, weight) for rule, _, weight in _in_order("own_weight", rows["own_weight"]))
    if weights and pack is None:
        raise OddContentError(message("it holds weights of no name"))
    layouts = {table: _by_scenario(rows[table]) for table in _LAYOUT_TABLES}
    return Project(
        name=_given(name),
        currency=_given(currency),
        notes=_given(notes),
        rule_pack=None if pack is None else OwnWeights(name=str(pack), weights=weights),
        extra_packs=tuple(_given(extra) for _, extra in _in_order("extra_pack", rows["extra_pack"], 0)),
        people=_rows("person", _people(rows)),
        scenarios=_rows(
            "scenario", [_scenario(row, layouts) for row in _in_order("scenario", rows["scenario"])]
        ),
    )


def _given(text: Cell) -> str:
    if not isinstance(text, str):
        raise TypeError(f"the types of columns were to be checked before: {text!r}")
    return text


def _people(rows: TableRows) -> Iterable[Person]:
    roles = _listed("person_role", rows["person_role"], owner=1, place=1, value=2)
    skills = _listed("person_skill", rows["person_skill"], owner=1, place=1, value=2)
    ordered = _in_order("person", rows["person"])
    for key, _, name, title, email, location, capacity, cost, notes in ordered:
        yield Person(
            id=key,
            name=name,
            title=title,
            email=email,
            location=location,
            capacity=_part("capacity", capacity),
            cost=cost,
            skills=tuple(skills.get((key,), ())),
            notes=notes,
            roles=tuple(map(_function, roles.get((key,), ()))),
        )


def _scenario(row: _Row, layouts: _Layouts) -> Scenario:
    key, _, name, stage, aim, use_cases, structure, chooser, *assumed, baseline, notes = row
    if not 0 <= use_cases <= USE_CASES_MOST:
        raise OddContentError(message("it counts {use_cases} use cases", use_cases=use_cases))
    layout = {table: rows.get(key, ()) for table, rows in layouts.items()}
    return Scenario(
        id=key,
        name=name,
        stage=_stage(stage),
        aim=_aim(aim),
        use_cases=use_cases,
        structure=_structure(structure),
        chooser=None if chooser is None else _chooser(chooser),
        assumed=frozenset(part for part, is_set in zip(_ASSUMED, assumed, strict=True) if _flag(is_set)),
        notes=notes,
        baseline=_flag(baseline),
        teams=_teams(layout["team"]),
        seats=_rows("seat", map(_seat, _in_order("seat", layout["seat"], 2))),
        links=_rows("link", map(_link, _in_order("link", layout["link"], 4))),
        practices=_rows("practice", _practices(layout)),
        responsibilities=_rows(
            "responsibility", map(_duty, _in_order("responsibility", layout["responsibility"], 3))
        ),
        muted=_rows(
            "muted",
            (Mute(rule=rule, reason=why) for _, rule, _, why in _in_order("muted", layout["muted"], 2)),
        ),
    )


def _teams(rows: Sequence[_Row]) -> Rows[Team]:
    teams = _rows("team", map(_team, _in_order("team", rows, 2)))
    settled: set[str | None] = {None}
    for team in teams:
        path: list[str] = []
        above: str | None = team.id
        while above not in settled:
            if above in path:
                raise OddContentError(message("{team} stands under itself", team=in_print(team.name)))
            path.append(str(above))
            above = teams[str(above)].parent
        settled.update(path)
    return teams


def _team(row: _Row) -> Team:
    _, key, _, name, kind, parent, lead, purpose, focus, product, own_budget, experiments, locked = row
    if not 0 <= experiments <= 1:
        raise OddContentError(message("a share for experiments is {share}", share=repr(experiments)))
    return Team(
        id=key,
        name=name,
        kind=_kind(kind),
        parent=parent,
        lead=lead,
        purpose=purpose,
        focus=None if focus is None else _focus(focus),
        product=product,
        own_budget=_flag(own_budget),
        experiment_share=experiments,
        locked=_flag(locked),
    )


def _seat(row: _Row) -> Seat:
    _, key, _, team, function, title, demand, person, share = row
    if (person is None) != (share is None):
        raise OddContentError(message("a seat has a share and no person, or a person and no share"))
    return Seat(
        id=key,
        team=team,
        function=_function(function),
        title=title,
        demand=_part("demand", demand),
        person=person,
        share=None if share is None else _part("share", share),
    )


def _link(row: _Row) -> Link:
    _, source, target, kind, _ = row
    if source == target:
        raise OddContentError(message("a team is linked with itself"))
    return Link(source=source, target=target, kind=_link_kind(kind))


def _practices(layout: Mapping[str, Sequence[_Row]]) -> Iterable[Practice]:
    taking_part = _listed("practice_team", layout["practice_team"], owner=2, place=3, value=2)
    for scenario, key, _, kind, team, person in _in_order("practice", layout["practice"], 2):
        yield Practice(
            id=key,
            kind=_practice_kind(kind),
            owner=person if team is None else team,
            teams=tuple(taking_part.get((scenario, key), ())),
        )


def _duty(row: _Row) -> Responsibility:
    _, activity, team, _, level = row
    return Responsibility(activity=_activity(activity), team=team, level=_level(level))


def _rows(table: str, values: Iterable[Any]) -> Rows[Any]:
    try:
        return Rows(values)
    except ValueError as error:
        if isinstance(error, OddContentError):
            raise
        raise OddContentError(message("the same row stands twice in {table}", table=table)) from None


def _in_order(table: str, rows: Iterable[_Row], place: int = 1) -> Sequence[_Row]:
    """Rows by their places, which run from 0 without a gap."""
    ordered = sorted(rows, key=itemgetter(place))
    if [row[place] for row in ordered] != list(range(len(ordered))):
        raise OddContentError(message("the order of the rows in {table} is broken", table=table))
    return ordered


def _by_scenario(rows: Iterable[_Row]) -> Mapping[Cell, Sequence[_Row]]:
    groups: dict[Cell, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    return groups


def _listed(
    table: str, rows: Iterable[_Row], *, owner: int, place: int, value: int
) -> Mapping[_Row, Sequence[Any]]:
    """Values by the first columns, the key of the row that they belong to, in the order of their places."""
    lists: dict[_Row, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=itemgetter(place)):
        values = lists[row[:owner]]
        if row[place] != len(values):
            raise OddContentError(message("the order of the rows in {table} is broken", table=table))
        values.append(row[value])
    return lists


def _part(name: str, number: float) -> float:
    """An amount of work: above 0, at most 1 FTE."""
    if not 0 < number <= 1:
        raise OddContentError(message("a {name} is {number}", name=name, number=repr(number)))
    return number


def _flag(number: int) -> bool:
    if number not in (0, 1):
        raise OddContentError(message("a yes or no is {number}", number=number))
    return number == 1


def _choices(of: type[_Choice]) -> Callable[[str], _Choice]:
    members = {member.value: member for member in of}

    def choose(value: str) -> _Choice:
        try:
            return members[value]
        except KeyError:
            raise OddContentError(
                message("it knows a {kind} {value}", kind=of.__name__.lower(), value=in_print(value))
            ) from None

    return choose


_LAYOUT_TABLES = ("team", "seat", "link", "practice", "practice_team", "responsibility", "muted")
_ASSUMED = (Assumption.STAGE, Assumption.AIM, Assumption.STRUCTURE)
_function = _choices(Function)
_stage = _choices(Stage)
_aim = _choices(Aim)
_structure = _choices(Structure)
_chooser = _choices(Chooser)
_kind = _choices(Kind)
_focus = _choices(Focus)
_link_kind = _choices(LinkKind)
_practice_kind = _choices(PracticeKind)
_activity = _choices(Activity)
_level = _choices(Level)
