"""Links between teams as drops: a line drawn from one team to another, and the kinds that it can be."""

from functools import partial
from typing import Final

from planner.advice.drops import ByLink, OnTeam, Outcome, Target, refused
from planner.domain import Kind, Link, LinkKind, Project, Scenario, edits
from planner.messages import Message, message

_WORDS: Final = {
    LinkKind.SERVES: message("Serves {team}"),
    LinkKind.COLLABORATES: message("Collaborates with {team}"),
    LinkKind.DOTTED: message("Dotted line to {team}"),
}
_DROP: Final = message("Drop to link")


def link_outcome(project: Project, scenario_id: str, team: str, target: Target) -> Outcome:
    """What a line from a team to a target does: a link of the likeliest kind, or of the kind that is named.

    A link that is there already is taken away when it is named.
    """
    scenario = project.scenarios[scenario_id]
    match target:
        case OnTeam(other):
            kind = likely_kind(scenario, team, other)
            return _linked(scenario, team, other, kind) if kind is not None else _is_full(team, other)
        case ByLink(other, kind, source):
            start, end = (source, team) if source is not None else (team, other)
            return _linked(scenario, start, end, kind, removes=True)
    return refused(message("Draw the line to a team"))


def likely_kind(scenario: Scenario, team: str, other: str) -> LinkKind | None:
    """The kind that is offered first: a core serves, others collaborate; None where all kinds are taken."""
    is_core = scenario.teams[team].kind is Kind.CORE and scenario.teams[other].kind is not Kind.CORE
    first = LinkKind.SERVES if is_core else LinkKind.COLLABORATES
    if team == other:
        return None
    kinds = sorted(LinkKind, key=lambda kind: kind is not first)
    return next(
        (kind for kind in kinds if Link(source=team, target=other, kind=kind).key not in scenario.links), None
    )


def link_words(scenario: Scenario, other: str, kind: LinkKind) -> Message:
    """``Serves Fraud Shield``: a link as its first team says it."""
    return message(_WORDS[kind].text, team=scenario.teams[other].name)


def _linked(scenario: Scenario, team: str, other: str, kind: LinkKind, *, removes: bool = False) -> Outcome:
    if team == other:
        return refused(message("A team is not linked with itself"))
    link = Link(source=team, target=other, kind=kind)
    known = scenario.links.get(link.key)
    if known is not None and removes:
        edit = partial(edits.remove_link, scenario=scenario.id, link=known)
        return Outcome(edit, message("Remove the link"), message("Remove the link"))
    edit = partial(edits.add_link, scenario=scenario.id, link=link)
    return Outcome(edit, link_words(scenario, other, kind), _DROP)


def _is_full(team: str, other: str) -> Outcome:
    if team == other:
        return refused(message("A team is not linked with itself"))
    return refused(message("Linked in every way already"))
