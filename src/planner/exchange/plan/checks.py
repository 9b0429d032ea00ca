"""Checks look at a plan as a whole: ids that stand twice, references to nothing, circles, links, owners."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from planner.domain import LinkKind
from planner.exchange.plan.faults import Fault, shown
from planner.exchange.plan.records import PlanRecord, Record, ScenarioRecord
from planner.messages import Message, message


class _Known(NamedTuple):
    """The ids that the rows of one scenario may refer to."""

    people: frozenset[str]
    teams: frozenset[str]


def check(plan: PlanRecord) -> Iterator[Fault]:
    """Every fault that shows only when rows are looked at together."""
    yield from _unique(plan.people, "id")
    yield from _unique([scenario.context for scenario in plan.scenarios], "id")
    yield from _one_baseline(plan.scenarios)
    people = _ids(plan.people)
    for scenario in plan.scenarios:
        known = _Known(people, _ids(scenario.layout["teams"]))
        for table, checks in _CHECKS.items():
            for one in checks:
                yield from one(scenario.layout[table], known)


def _ids(rows: Iterable[Record]) -> frozenset[str]:
    return frozenset(row.values["id"] for row in rows if "id" in row.values)


def _twice(rows: list[Record], field: str, key: Callable[[Record], Any], what: Message) -> Iterator[Fault]:
    first: dict[Any, str] = {}
    for row in rows:
        value = key(row)
        if value is None:
            continue
        if value in first:
            said = message("{what} stands at {first} already", what=what, first=first[value])
            yield Fault(f"{row.path}.{field}" if field else row.path, said)
        else:
            first[value] = row.path


def _unique(rows: list[Record], field: str) -> Iterator[Fault]:
    return _twice(rows, field, lambda row: row.get(field), message("this {field}", field=field))


def _one_baseline(scenarios: list[ScenarioRecord]) -> Iterator[Fault]:
    rows = [scenario.context for scenario in scenarios]
    yield from _twice(rows, "baseline", lambda row: row.get("baseline") or None, message("a baseline"))


def _unique_ids(rows: list[Record], _: _Known) -> Iterator[Fault]:
    return _unique(rows, "id")


def _unique_rules(rows: list[Record], _: _Known) -> Iterator[Fault]:
    return _unique(rows, "rule")


def _names_a_team(field: str, kept_as: str = "") -> Callable[[list[Record], _Known], Iterator[Fault]]:
    def look(rows: list[Record], known: _Known) -> Iterator[Fault]:
        return _dangling(rows, field, kept_as or field, known.teams, message("team"))

    return look


def _names_a_person(field: str) -> Callable[[list[Record], _Known], Iterator[Fault]]:
    def look(rows: list[Record], known: _Known) -> Iterator[Fault]:
        return _dangling(rows, field, field, known.people, message("person"))

    return look


def _dangling(
    rows: list[Record], field: str, kept_as: str, known: frozenset[str], what: Message
) -> Iterator[Fault]:
    for row in rows:
        value = row.get(kept_as)
        if value is not None and value not in known:
            yield Fault(f"{row.path}.{field}", _nobody(what, value))


def _nobody(what: Message, value: str) -> Message:
    return message("expected the id of a {what}, and “{id}” is none", what=what, id=shown(value))


def _no_circles(rows: list[Record], _: _Known) -> Iterator[Fault]:
    parents = {row.get("id"): row.get("parent") for row in rows}
    paths = {row.get("id"): row.path for row in rows}
    cleared: set[str | None] = set()
    for start in parents:
        trail: dict[str | None, None] = {}
        team: str | None = start
        while team is not None and team in parents and team not in cleared and team not in trail:
            trail[team] = None
            team = parents[team]
        if team is not None and team in trail:
            around = list(trail)[list(trail).index(team) :]
            names = " → ".join(shown(str(one)) for one in (*around, team))
            said = message("these teams stand under one another in a circle: {teams}", teams=names)
            yield Fault(f"{paths[team]}.parent", said)
        cleared.update(trail)


def _two_ends(rows: list[Record], _: _Known) -> Iterator[Fault]:
    for row in rows:
        if row.get("source") is not None and row.get("source") == row.get("target"):
            yield Fault(f"{row.path}.to", message("a team is never linked with itself"))


def _one_link_a_kind(rows: list[Record], _: _Known) -> Iterator[Fault]:
    return _twice(rows, "", _link_key, message("this link"))


def _link_key(row: Record) -> tuple[Any, ...] | None:
    source, target, kind = row.get("source"), row.get("target"), row.get("kind")
    if None in (source, target, kind):
        return None
    ends = sorted((source, target)) if kind is LinkKind.COLLABORATES else (source, target)
    return (*ends, kind)


def _owners(rows: list[Record], known: _Known) -> Iterator[Fault]:
    for row in rows:
        owner = row.get("owner")
        if owner is None:
            continue
        if owner in known.teams and owner in known.people:
            said = message(
                "“{id}” is the id of both a team and a person, which leaves open who owns this",
                id=shown(owner),
            )
            yield Fault(f"{row.path}.owner", said)
        elif owner not in known.teams and owner not in known.people:
            yield Fault(f"{row.path}.owner", _nobody(message("team or a person"), owner))


def _takers(rows: list[Record], known: _Known) -> Iterator[Fault]:
    for row in rows:
        met: set[str] = set()
        for place, team in enumerate(row.get("teams") or ()):
            path = f"{row.path}.teams[{place}]"
            if team in met:
                yield Fault(
                    path,
                    message("a team takes part in a practice once, and “{id}” stands twice", id=shown(team)),
                )
            elif team not in known.teams:
                yield Fault(path, _nobody(message("team"), team))
            met.add(team)


def _one_level(rows: list[Record], _: _Known) -> Iterator[Fault]:
    def key(row: Record) -> tuple[Any, ...] | None:
        pair = (row.get("activity"), row.get("team"))
        return None if None in pair else pair

    return _twice(rows, "", key, message("a level for this activity and team"))


_CHECKS: dict[str, tuple[Callable[[list[Record], _Known], Iterator[Fault]], ...]] = {
    "teams": (_unique_ids, _names_a_team("parent"), _names_a_person("lead"), _no_circles),
    "seats": (_unique_ids, _names_a_team("team"), _names_a_person("person")),
    "links": (_names_a_team("from", "source"), _names_a_team("to", "target"), _two_ends, _one_link_a_kind),
    "practices": (_owners, _takers),
    "responsibilities": (_names_a_team("team"), _one_level),
    "muted": (_unique_rules,),
}
