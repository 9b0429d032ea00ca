"""Fixes that link teams."""

from collections.abc import Iterable, Iterator
from functools import partial

from planner.domain import Function, Kind, Link, LinkKind, PracticeKind, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import agreed
from planner.guidance.fixes.steps import both
from planner.guidance.statements import Fix
from planner.messages import Message, message


def link(facts: Facts, source: str, target: str, kind: LinkKind) -> Fix:
    """Link two teams."""
    words = {
        LinkKind.SERVES: "Let {source} serve {target}",
        LinkKind.COLLABORATES: "Let {source} and {target} collaborate",
        LinkKind.DOTTED: "Link {source} and {target} by a dotted line",
    }[kind]
    label = message(words, source=facts.team(source).name, target=facts.team(target).name)
    added = Link(source=source, target=target, kind=kind)
    return Fix(label, partial(edits.add_link, scenario=facts.scenario.id, link=added))


def collaborating(facts: Facts, label: Message, team: str, helper: str, practice: PracticeKind) -> Fix:
    """Link two teams that collaborate and have them take part in a practice, in one step."""
    linked = link(facts, team, helper, LinkKind.COLLABORATES)
    return Fix(label, together(label, linked.edit, agreed(facts, practice, [team, helper], owner=team)))


def link_all(facts: Facts, source: str, targets: Iterable[str], kind: LinkKind) -> Iterator[Fix]:
    """Link a team with several others: with all of them in one step, then one by one."""
    fixes = [link(facts, source, target, kind) for target in targets]
    if len(fixes) > 1:
        words = (
            "Let {team} serve {count} teams" if kind is LinkKind.SERVES else "Link {team} with {count} teams"
        )
        yield both(message(words, team=facts.team(source).name, count=len(fixes)), *fixes)
    yield from fixes


def provider(facts: Facts, functions: tuple[Function, ...]) -> str | None:
    """The team best placed to help others with these functions: a core, else who has most of them."""
    able = [
        (team.kind is Kind.CORE, sum(facts.teams[team.id].fte.get(each, 0) for each in functions), team.id)
        for team in facts.scenario.teams
        if team.kind is not Kind.GROUP and facts.teams[team.id].has(*functions)
    ]
    return max(able)[-1] if able else None
