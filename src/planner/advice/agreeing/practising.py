"""Questions about practices: who orders the requests, who is on call, who shares what they learn.

A practice of the kind that is there is extended; only where there is none, one is started.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from planner.advice.agreeing.asking import Answers, Choice, Option, Question, Several, Topic
from planner.advice.agreeing.layout import Layout
from planner.advice.agreeing.linking import Ties
from planner.domain import Aim, Edit, Function, Kind, Practice, PracticeKind, Structure, Team, edits
from planner.guidance.facts import Facts
from planner.messages import Message, message

_ON_CALL = (Function.SOFTWARE_DEVELOPER, Function.MLOPS_ENGINEER)
_BUSINESS = (Function.PRODUCT, Function.BUSINESS)
_GUILD_FROM = 2
OWNER, TEAMS = "owner", "teams"


class _Wish(NamedTuple):
    """A practice as it should be: who would own it where nobody does, and which teams take part."""

    kind: PracticeKind
    owner: str | None
    teams: tuple[str, ...]


def order(layout: Layout, ties: Ties) -> Question | None:
    """Who decides the order of requests; asked where there is a central team."""
    if not layout.cores:
        return None
    near = {each for core in layout.cores for each in ties.all_of(core.id)}
    partners = [team for team in layout.partners if team.id in near]
    teams = _ids(layout.cores, layout.builders, partners)
    wish = _Wish(PracticeKind.PRIORITISATION, layout.cores[0].id, teams)
    sentence = message("Who decides the order of requests, and with whom?")
    return _question(layout, Topic.ORDER, sentence, wish, "Decided by", "Together with")


def on_call(layout: Layout) -> Question | None:
    """Who is called when a model fails; asked where models run in products."""
    facts = layout.facts
    able = [team for team in facts.scenario.teams if facts.teams[team.id].has(*_ON_CALL)]
    able = [team for team in able if team.kind.is_ml] or [
        team for team in able if team.kind is not Kind.GROUP
    ]
    if facts.scenario.aim is not Aim.PRODUCT or not able:
        return None
    cores = [core for core in layout.cores if core in able]
    wish = _Wish(PracticeKind.ON_CALL, (cores or able)[0].id, _ids(able))
    if any(facts.practices_of(team.id, PracticeKind.ON_CALL) for team in able):
        wish = wish._replace(owner=None, teams=())
    sentence = message("Who is on call when a model fails?")
    return _question(layout, Topic.ON_CALL, sentence, wish, "Run by", "On call")


def sharing(layout: Layout, ties: Ties) -> Question | None:
    """Which teams share what they learn; asked where there is a central team, or squads that could drift."""
    if not layout.cores and len(layout.squads) < _GUILD_FROM:
        return None
    near = {each for core in layout.cores for each in ties.all_of(core.id)}
    able = [team for team in layout.partners if layout.facts.teams[team.id].has(*_BUSINESS)]
    partners = [team for team in able if team.id in near]
    if not layout.builders and not partners:
        partners = able or list(layout.partners)
    teams = _ids(layout.cores, layout.builders, partners)
    wish = _Wish(PracticeKind.KNOWLEDGE_SHARING, teams[0], teams)
    sentence = message("Which teams share what they learn?")
    return _question(layout, Topic.SHARING, sentence, wish, "Run by", "Taking part")


def _ids(*teams: Iterable[Team]) -> tuple[str, ...]:
    return tuple(team.id for some in teams for team in some)


def _question(
    layout: Layout, topic: Topic, sentence: Message, wish: _Wish, keeps: str, joins: str
) -> Question:
    facts = layout.facts
    known = _best(facts, wish.kind)
    now = frozenset(known.teams) if known else frozenset[str]()
    there = facts.taking_part(known) if known else frozenset[str]()
    owner = known.owner if known else None
    fields = (
        Choice(
            id=f"{topic.value} {OWNER}",
            row=message(keeps),
            label=message(keeps),
            options=tuple(_owners(layout, owner)),
            present=owner,
            proposed=owner or wish.owner,
        ),
        Several(
            id=f"{topic.value} {TEAMS}",
            row=message(joins),
            label=message(joins),
            options=_with_groups(layout, now),
            present=now,
            proposed=now | (frozenset(wish.teams) - there),
        ),
    )
    new = layout.new_id()
    return Question(
        topic=topic,
        sentence=sentence,
        fields=fields,
        make=partial(_edits, layout, topic, wish.kind, known, new),
    )


def _with_groups(layout: Layout, present: frozenset[str]) -> tuple[Option, ...]:
    """The teams that could take part, and whoever does although nobody would propose it."""
    offered = {option.value for option in layout.options}
    others = (each for each in layout.facts.scenario.teams if each.id in present and each.id not in offered)
    return (*layout.options, *(Option(team.id, message("{name}", name=team.name)) for team in others))


def _owners(layout: Layout, present: str | None) -> Iterator[Option]:
    """Who could own a practice: nobody while nobody does, teams, those who lead them, who owns it now."""
    people = layout.facts.project.people
    if present is None:
        yield Option(None, message("Nobody yet"))
    yield from layout.options
    seen = {option.value for option in layout.options}
    leads = (team.lead for team in (*layout.cores, *layout.builders))
    for each in (present, *leads):
        if each is None or each in seen:
            continue
        seen.add(each)
        name = people[each].name if each in people else layout.name(each)
        yield Option(each, message("{name}", name=name))


def _best(facts: Facts, kind: PracticeKind) -> Practice | None:
    """The practice to extend: in a product centre one owned at the centre, else one owned, the largest."""
    found = [each for each in facts.scenario.practices if each.kind is kind]
    if not found:
        return None
    ranks_ventures = (
        kind is PracticeKind.PRIORITISATION and facts.scenario.structure is Structure.PRODUCT_CENTRE
    )

    def rank(practice: Practice) -> tuple[bool, bool, int, str]:
        central = ranks_ventures and _is_central(facts, practice)
        return not central, practice.owner is None, -len(practice.teams), practice.id

    return min(found, key=rank)


def _is_central(facts: Facts, practice: Practice) -> bool:
    owner, cores = practice.owner, facts.nesting.cores
    if owner is None or owner in cores:
        return owner is not None
    if owner in facts.teams:
        return False
    held = facts.people[owner].seats if owner in facts.people else ()
    in_core = any(facts.scenario.seats[seat].team in cores for seat in held)
    return in_core or any(facts.team(core).lead == owner for core in cores)


def _edits(
    layout: Layout, topic: Topic, kind: PracticeKind, known: Practice | None, new: str, answers: Answers
) -> list[Edit]:
    owner = answers.get(f"{topic.value} {OWNER}", known.owner if known else None)
    asked = answers.get(f"{topic.value} {TEAMS}", frozenset())
    chosen = asked if isinstance(asked, frozenset) else frozenset()
    there = known.teams if known else ()
    joining = tuple(
        team.id for team in layout.facts.scenario.teams if team.id in chosen and team.id not in there
    )
    owned_by = owner if isinstance(owner, str) else None
    if known is not None:
        return [
            partial(
                edits.edit_practice,
                scenario=layout.scenario,
                practice=known.id,
                owner=owned_by,
                teams=(*there, *joining),
            )
        ]
    practice = Practice(id=new, kind=kind, owner=owned_by, teams=joining)
    return [partial(edits.add_practice, scenario=layout.scenario, practice=practice)]
