"""``planner compare``: what changed between two layouts of a plan, and what each scores."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from planner import resources
from planner.advice.comparing import (
    Changes,
    Column,
    Comparison,
    Move,
    Place,
    SeverityCounts,
    changes,
    compared,
    is_alike,
    shown_change,
)
from planner.cli.console import DONE, NO, Console, plain
from planner.cli.sources import project_in, scenario_of
from planner.domain import Team
from planner.guidance import Category, Finding, Pack, Review, Severity, load_pack, review
from planner.guidance.shown import losses_shown
from planner.messages import Gain, Listed, Loss, Message, Points, counted, listed, message

_DOES_NOT_APPLY = message("does not apply")
_NOTHING = message("nothing to score")


def run(arguments: Namespace, console: Console) -> int:
    """Compare the second layout with the first; the answer is no where they differ."""
    pack = load_pack(resources.read_text)
    project = project_in(arguments.file, console)
    first, second = (scenario_of(project, name, arguments.file) for name in arguments.scenarios)
    before, after = (review(project, scenario.id, pack) for scenario in (first, second))
    counts = {each.scenario.id: SeverityCounts.of(each) for each in (before, after)}
    comparison = compared((before, after), counts, reference=first.id, places=1)
    changed = changes(before, after)
    if arguments.json:
        console.result_as_json(_data(comparison, (before, after), changed))
    else:
        for line in _prose(comparison, pack, changed, (before, after)):
            console.result(line)
    return DONE if is_alike(first, second) else NO


def _prose(
    comparison: Comparison, pack: Pack, changed: Changes, reviews: tuple[Review, Review]
) -> Iterator[Message]:
    before, after = _sides(comparison)
    yield message(
        "{plan}: {after} compared with {before}",
        plan=comparison.project.name,
        after=after.scenario.name,
        before=before.scenario.name,
    )
    yield message("")
    yield from _scores(before, after)
    yield message("")
    structures = [pack.structures[each.scenario.structure].name for each in (before, after)]
    yield _pair(message("Structure"), *structures)
    yield _pair(message("Findings"), _counted(before), _counted(after))
    for row, old, new in (
        ("People placed", before.figures.people, after.figures.people),
        ("Vacant seats", before.figures.vacant, after.figures.vacant),
        ("Second roles", before.figures.second_roles, after.figures.second_roles),
    ):
        yield _pair(message(row), message("{count}", count=old), message("{count}", count=new))
    for (role, old), (_role, new) in zip(before.figures.roles, after.figures.roles, strict=True):
        if old != new:
            name = message("{role} seats", role=message(role.label))
            yield _pair(name, message("{count}", count=old), message("{count}", count=new))
    yield from _listed(message("New teams"), _names(changed.added))
    yield from _listed(message("Teams that are gone"), _names(changed.removed))
    yield from _told(message("Resolved"), changed.resolved, reviews[0], Gain)
    yield from _told(message("New findings"), changed.new, reviews[1], Loss)
    yield from _moving(comparison, after)
    yield message("")
    yield after.summary


def _sides(comparison: Comparison) -> tuple[Column, Column]:
    """The layout compared with, and the other: a copy of it where one was named twice."""
    before, after = comparison.columns
    return before, after


def _scores(before: Column, after: Column) -> Iterator[Message]:
    figures = (before.figures.total, after.figures.total)
    yield _scored(message("Guidance score"), *figures, _NOTHING)
    for category in Category:
        old, new = (column.figures.category(category) for column in (before, after))
        if old is not None or new is not None:
            yield _scored(message(category.value), old, new, _DOES_NOT_APPLY)


def _scored(name: Message, old: float | None, new: float | None, absent: Message) -> Message:
    sides = [absent if each is None else message("{points}", points=Points(each)) for each in (old, new)]
    change = shown_change(new, old, 1)
    if not change:
        return _pair(name, *sides)
    return message(
        "{name}: {old} → {new} ({change})", name=name, old=sides[0], new=sides[1], change=Gain(change)
    )


def _pair(name: Message, old: Message, new: Message) -> Message:
    if old == new:
        return message("{name}: {value} in both", name=name, value=old)
    return message("{name}: {old} → {new}", name=name, old=old, new=new)


def _counted(column: Column) -> Message:
    found = column.findings or SeverityCounts(0, 0, 0)
    return message(
        "{problems}, {warnings}, {notes}",
        problems=counted("{count} problem", "{count} problems", found.problems),
        warnings=counted("{count} warning", "{count} warnings", found.warnings),
        notes=counted("{count} note", "{count} notes", found.notes),
    )


def _names(teams: Iterable[Team]) -> Listed:
    names = [team.name for team in teams]
    return listed(names, at_most=len(names))


def _listed(name: Message, names: Listed) -> Iterator[Message]:
    if names.items:
        yield message("{name}: {names}", name=name, names=names)


def _told(
    name: Message, findings: Iterable[Finding], reviewed: Review, sign: type[Gain | Loss]
) -> Iterator[Message]:
    found = list(findings)
    if not found:
        return
    yield message("")
    yield message("{name}:", name=name)
    shown = losses_shown(reviewed.findings, reviewed.score.total)
    for finding in found:
        points = sign(shown[finding.key])
        yield message(
            "  {points}  {title} ({where})", points=points, title=finding.title, where=finding.where
        )


def _moving(comparison: Comparison, after: Column) -> Iterator[Message]:
    found = after.moves or ()
    yield message("")
    if not found:
        yield message("Nobody sits elsewhere.")
        return
    yield counted("{count} person sits elsewhere:", "{count} people sit elsewhere:", len(found))
    for move in found:
        yield message("  {move}", move=_moved(comparison, move))


def _moved(comparison: Comparison, move: Move) -> Message:
    name = comparison.project.people[move.person].name
    left, taken = _places(move.left), _places(move.taken)
    if move.left and move.taken:
        return message("{name}: {left} → {taken}", name=name, left=left, taken=taken)
    if move.taken:
        words = "{name}: also {taken}" if move.stays else "{name}: bench → {taken}"
        return message(words, name=name, taken=taken)
    words = "{name}: no longer {left}" if move.stays else "{name}: {left} → bench"
    return message(words, name=name, left=left)


def _places(places: Iterable[Place]) -> Listed:
    texts = [
        message("{team} ({role})", team=place.team, role=message(place.function.phrase)) for place in places
    ]
    return listed(texts, at_most=len(texts))


def _data(comparison: Comparison, reviews: tuple[Review, Review], changed: Changes) -> dict[str, Any]:
    before, after = _sides(comparison)
    return {
        "before": _side(before, reviews[0]),
        "after": _side(after, reviews[1]),
        "change": {
            "score": _difference(before.figures.total, after.figures.total),
            "categories": [
                {
                    "name": name.value,
                    "score": _difference(before.figures.category(name), after.figures.category(name)),
                }
                for name in Category
            ],
        },
        "teams": {
            "added": [{"id": team.id, "name": team.name} for team in changed.added],
            "removed": [{"id": team.id, "name": team.name} for team in changed.removed],
        },
        "findings": {
            "resolved": [_finding(finding) for finding in changed.resolved],
            "new": [_finding(finding) for finding in changed.new],
        },
        "moves": [_move(comparison, move) for move in after.moves or ()],
        "in_short": plain([after.summary])[0],
    }


def _side(column: Column, reviewed: Review) -> dict[str, Any]:
    scenario, figures = column.scenario, column.figures
    found = column.findings or SeverityCounts(0, 0, 0)
    return {
        "scenario": {"id": scenario.id, "name": scenario.name},
        "structure": scenario.structure.value,
        "score": figures.total,
        "as_drawn": reviewed.score.as_drawn,
        "categories": [{"name": each.name.value, "score": each.score} for each in figures.categories],
        "findings": {severity.value: count for severity, count in zip(Severity, found, strict=True)},
        "roles": {role.value: count for role, count in figures.roles},
        "people": figures.people,
        "vacant": figures.vacant,
        "second_roles": figures.second_roles,
    }


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _finding(finding: Finding) -> dict[str, Any]:
    title, where = plain([finding.title, finding.where])
    return {"rule": finding.rule.id, "points": finding.points, "title": title, "where": where}


def _move(comparison: Comparison, move: Move) -> dict[str, Any]:
    person = comparison.project.people[move.person]
    return {
        "person": {"id": person.id, "name": person.name},
        "left": [{"team": place.team, "function": place.function.value} for place in move.left],
        "taken": [{"team": place.team, "function": place.function.value} for place in move.taken],
        "stays": move.stays,
    }
