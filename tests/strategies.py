"""Random valid projects, and random edits of them, for laws that must hold of every layout."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from planner.domain import (
    Activity,
    Aim,
    Assumption,
    Chooser,
    Edit,
    Edited,
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
    edits,
)
from planner.errors import PlannerError

T = TypeVar("T")

_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_NAMES = ["Karin Voss", "Tomasz Zieliński", "山田 太郎", "שרה לוי", "O’Brien-Smith", "Zoé", "Ola\nNordmann"]
texts = st.one_of(st.just(""), st.sampled_from(_NAMES), st.text(_CHARACTERS, max_size=6))
"""Texts as people write them, in any script, perhaps empty."""

names = st.one_of(
    st.sampled_from(_NAMES), st.text(_CHARACTERS, max_size=6).filter(lambda text: bool(text.strip()))
)
ids = st.one_of(st.sampled_from("abcdefgh"), st.text(_CHARACTERS, min_size=1, max_size=4))
parts = st.one_of(
    st.integers(1, 10).map(lambda tenths: tenths / 10),
    st.floats(0.001, 1, allow_nan=False),
)
"""Shares, demands and capacities in FTE, above 0 and at most 1; mostly whole tenths."""

functions = st.sampled_from(Function)


def _maybe(values: Iterable[T]) -> "st.SearchStrategy[T | None]":
    return st.sampled_from([None, *values])


def _subset(values: Iterable[T], most: int) -> "st.SearchStrategy[list[T]]":
    choices = list(values)
    if not choices:
        return st.just([])
    return st.lists(st.sampled_from(choices), unique=True, max_size=most)


@st.composite
def people(draw: st.DrawFn, key: str) -> Person:
    """A person with a given id."""
    return Person(
        id=key,
        name=draw(names),
        title=draw(texts),
        capacity=draw(parts),
        cost=draw(st.none() | st.floats(0, 1e6, allow_nan=False)),
        skills=tuple(draw(st.lists(texts, max_size=2))),
        notes=draw(texts),
        roles=tuple(draw(_subset(Function, 2))),
    )


@st.composite
def teams(draw: st.DrawFn, key: str, above: Iterable[str] = (), leads: Iterable[str] = ()) -> Team:
    """A team with a given id, under one of some teams or under none."""
    return Team(
        id=key,
        name=draw(names),
        kind=draw(st.sampled_from(Kind)),
        parent=draw(_maybe(above)),
        lead=draw(_maybe(leads)),
        purpose=draw(texts),
        focus=draw(_maybe(Focus)),
        product=draw(texts),
        own_budget=draw(st.booleans()),
        experiment_share=draw(st.just(0.0) | parts),
        locked=draw(st.integers(0, 7)) == 0,
    )


@st.composite
def seats(draw: st.DrawFn, key: str, team: str, who: Iterable[str]) -> Seat:
    """A seat of a team, vacant or filled."""
    person = draw(_maybe(who))
    return Seat(
        id=key,
        team=team,
        function=draw(functions),
        title=draw(texts),
        demand=draw(parts),
        person=person,
        share=None if person is None else draw(parts),
    )


@st.composite
def practices(draw: st.DrawFn, key: str, within: list[str], owners: list[str]) -> Practice:
    """A practice of some teams, with an owner or without."""
    return Practice(
        id=key,
        kind=draw(st.sampled_from(PracticeKind)),
        owner=draw(_maybe(owners)),
        teams=tuple(draw(_subset(within, 3))),
    )


def _links(within: list[str]) -> "st.SearchStrategy[list[Link]]":
    if len(within) < 2:
        return st.just([])
    pairs = st.lists(st.sampled_from(within), min_size=2, max_size=2, unique=True)
    one = st.builds(
        lambda ends, kind: Link(source=ends[0], target=ends[1], kind=kind), pairs, st.sampled_from(LinkKind)
    )
    return st.lists(one, max_size=4, unique_by=lambda link: link.key)


@st.composite
def scenarios(draw: st.DrawFn, key: str, team_ids: list[str], who: list[str]) -> Scenario:
    """A scenario with teams of given ids, a forest in any order, and agreements between them."""
    boxes = [draw(teams(team, team_ids[:place], who)) for place, team in enumerate(team_ids)]
    homes = draw(st.lists(st.sampled_from(team_ids), max_size=5)) if team_ids else []
    duties = draw(_subset([(one, team) for one in Activity for team in team_ids], 3))
    return Scenario(
        id=key,
        name=draw(names),
        stage=draw(st.sampled_from(Stage)),
        aim=draw(st.sampled_from(Aim)),
        use_cases=draw(st.integers(0, 9)),
        structure=draw(st.sampled_from(Structure)),
        chooser=draw(_maybe(Chooser)),
        assumed=frozenset(draw(_subset(Assumption, 3))),
        notes=draw(texts),
        teams=Rows(draw(st.permutations(boxes))),
        seats=Rows([draw(seats(f"seat {place}", team, who)) for place, team in enumerate(homes)]),
        links=Rows(draw(_links(team_ids))),
        practices=Rows(
            [
                draw(practices(f"agreed {number}", team_ids, team_ids + who))
                for number in range(draw(st.integers(0, 2)))
            ]
        ),
        responsibilities=Rows(
            [
                Responsibility(activity=one, team=team, level=draw(st.sampled_from(Level)))
                for one, team in duties
            ]
        ),
        muted=Rows([Mute(rule=rule, reason=draw(texts)) for rule in draw(_subset(_RULES, 2))]),
    )


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A valid project of up to four people and two scenarios."""
    keys = draw(st.lists(ids, unique=True, max_size=8))
    split = draw(st.integers(0, min(4, len(keys))))
    who, team_ids = keys[:split], keys[split : split + 4]
    layouts = [
        draw(scenarios(key, draw(_subset(team_ids, 4)), who))
        for key in draw(st.lists(ids, unique=True, min_size=1, max_size=2))
    ]
    if draw(st.booleans()):
        layouts[0] = replace(layouts[0], baseline=True)
    weights = st.builds(
        OwnWeights, name=names, weights=st.just((("core/budget", 2.0), ("roles/coverage", 0.5)))
    )
    return Project(
        name=draw(names),
        currency=draw(texts),
        notes=draw(texts),
        rule_pack=draw(st.none() | weights),
        extra_packs=tuple(draw(_subset(["Org design basics", "Ours"], 2))),
        people=Rows([draw(people(key)) for key in who]),
        scenarios=Rows(layouts),
    )


@st.composite
def edits_of(draw: st.DrawFn, project: Project) -> Edit:
    """An edit that makes sense in the project or is refused there with a PlannerError."""
    scenario = draw(st.sampled_from(list(project.scenarios)))
    made = draw(st.sampled_from(_MAKERS))(project, scenario)
    return draw(made if made is not None else _edit_project(project, scenario))


@st.composite
def journeys(draw: st.DrawFn, most: int = 6) -> tuple[Project, list[Edited]]:
    """A project, and some edits made one after the other, each on what the one before it left."""
    start = project = draw(projects())
    done: list[Edited] = []
    for _ in range(draw(st.integers(1, most))):
        try:
            edited = draw(edits_of(project))(project)
        except PlannerError:
            continue
        done.append(edited)
        project = edited.project
    return start, done


_RULES = ["core/budget", "roles/coverage", "squad/focus", "a rule of no pack"]
_Maker = Callable[[Project, Scenario], "st.SearchStrategy[Edit] | None"]


def _fresh(taken: Rows[Any], word: str) -> str:
    return next(f"{word} {number}" for number in range(len(taken) + 1) if f"{word} {number}" not in taken)


def _edit(
    function: Callable[..., Edited], /, *fixed: Any, **fields: "st.SearchStrategy[Any]"
) -> "st.SearchStrategy[Edit]":
    """An edit of one function, with its fields drawn."""
    return st.fixed_dictionaries(fields).map(lambda drawn: _Bound(function, fixed, drawn))


class _Bound:
    """A function of an edit with everything but the project, which shows itself when a test fails."""

    def __init__(
        self, function: Callable[..., Edited], fixed: tuple[Any, ...], drawn: dict[str, Any]
    ) -> None:
        self._function, self._fixed, self._drawn = function, fixed, drawn

    def __call__(self, project: Project) -> Edited:
        return self._function(project, *self._fixed, **self._drawn)

    def __repr__(self) -> str:
        return f"{self._function.__name__}{self._fixed}{self._drawn}"


def _one(rows: Iterable[Any]) -> "st.SearchStrategy[str]":
    return st.sampled_from([row.key for row in rows])


def _add_person(project: Project, _: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.add_person, person=people(_fresh(project.people, "person")))


def _edit_person(project: Project, _: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(project.people):
        return None
    return _edit(edits.edit_person, person=_one(project.people), name=names, capacity=parts, notes=texts)


def _remove_person(project: Project, _: Scenario) -> "st.SearchStrategy[Edit] | None":
    return _edit(edits.remove_person, person=_one(project.people)) if len(project.people) else None


def _edit_project(project: Project, _: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.edit_project, name=names, currency=texts, notes=texts)


def _duplicate_scenario(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    copy = _fresh(project.scenarios, "copy")
    return _edit(edits.duplicate_scenario, scenario.id, copy=st.just(copy), name=names)


def _remove_scenario(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.remove_scenario, scenario.id)


def _move_scenario(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.move_scenario, scenario.id, to=st.integers(-1, len(project.scenarios)))


def _edit_context(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(
        edits.edit_context,
        scenario.id,
        name=names,
        stage=st.sampled_from(Stage),
        use_cases=st.integers(0, 9),
        notes=texts,
    )


def _mark_baseline(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.mark_baseline, scenario.id, baseline=st.booleans())


def _confirm_context(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.confirm_context, scenario.id)


def _mute_rule(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.mute_rule, scenario.id, rule=st.sampled_from(_RULES), reason=texts)


def _unmute_rule(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    return _edit(edits.unmute_rule, scenario.id, rule=st.sampled_from(_RULES))


def _add_team(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit]":
    above, leads = scenario.teams.order, project.people.order
    team = teams(_fresh(scenario.teams, "team"), above, leads)  # type: ignore[arg-type]
    return _edit(edits.add_team, scenario.id, team=team, at=st.none() | st.integers(0, len(above)))


def _team_edits(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(scenario.teams):
        return None
    team, at = _one(scenario.teams), scenario.id
    any_team = _maybe(scenario.teams.order)
    return st.one_of(
        _edit(edits.rename_team, at, team=team, name=names),
        _edit(
            edits.edit_team,
            at,
            team=team,
            kind=st.sampled_from(Kind),
            lead=_maybe(project.people.order),
            purpose=texts,
        ),
        _edit(edits.lock_team, at, team=team, locked=st.booleans()),
        _edit(edits.move_team, at, team=team, parent=any_team, before=any_team),
        _edit(edits.remove_team, at, team=team),
        _duplicate_team(scenario),
    )


def _duplicate_team(scenario: Scenario) -> "st.SearchStrategy[Edit]":
    """Copies a team, with fresh ids for its seats."""
    first = st.sampled_from([team.id for team in scenario.teams])

    def copied(team: str) -> "st.SearchStrategy[Edit]":
        own = sum(seat.team == team for seat in scenario.seats)
        fresh = tuple(f"copied seat {len(scenario.seats)} {number}" for number in range(own))
        copy = st.just(_fresh(scenario.teams, "copied team"))
        return _edit(
            edits.duplicate_team, scenario.id, team=st.just(team), copy=copy, name=names, seats=st.just(fresh)
        )

    return first.flatmap(copied)


def _agreement_edits(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(scenario.teams):
        return None
    within: list[Any] = list(scenario.teams.order)
    owners: list[Any] = [*within, *project.people.order]
    duty = _edit(
        edits.set_responsibility,
        scenario.id,
        activity=st.sampled_from(Activity),
        team=_one(scenario.teams),
        level=_maybe(Level),
    )
    practice = practices(_fresh(scenario.practices, "practice"), within, owners)
    made = [duty, _edit(edits.add_practice, scenario.id, practice=practice)]
    if len(within) > 1:
        link = _links(within).filter(len).map(lambda links: links[0])
        made.append(_edit(edits.add_link, scenario.id, link=link))
    if len(scenario.links):
        made.append(_edit(edits.remove_link, scenario.id, link=st.sampled_from(list(scenario.links))))
    if len(scenario.practices):
        known = _one(scenario.practices)
        some = _subset(within, 3).map(tuple)
        made += [
            _edit(edits.edit_practice, scenario.id, practice=known, owner=_maybe(owners), teams=some),
            _edit(edits.remove_practice, scenario.id, practice=known),
        ]
    return st.one_of(made)


def _add_seat(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(scenario.teams):
        return None
    return _edit(
        edits.add_seat,
        scenario.id,
        seat=st.just(_fresh(scenario.seats, "new seat")),
        team=_one(scenario.teams),
        function=functions,
        person=_maybe(project.people.order),
        share=st.none() | parts,
        demand=st.none() | parts,
        at=st.none() | st.integers(0, len(scenario.seats)),
    )


def _seat_edits(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(scenario.seats):
        return None
    seat, at = _one(scenario.seats), scenario.id
    return st.one_of(
        _edit(edits.remove_seat, at, seat=seat),
        _edit(edits.unassign, at, seat=seat),
        _edit(edits.set_share, at, seat=seat, share=parts),
        _edit(edits.set_demand, at, seat=seat, demand=parts),
        _edit(edits.set_function, at, seat=seat, function=functions),
        _edit(edits.set_seat_title, at, seat=seat, title=texts),
        _edit(edits.move_to_seat, at, source=seat, target=seat),
        _edit(edits.swap, at, source=seat, target=seat),
        _edit(edits.order_seat, at, seat=seat, before=st.none() | seat, after=st.none() | seat),
    )


def _drop_edits(project: Project, scenario: Scenario) -> "st.SearchStrategy[Edit] | None":
    if not len(scenario.seats) or not len(project.people):
        return None
    seat, person, at = _one(scenario.seats), _one(project.people), scenario.id
    from_a_seat = [
        partial(edits.replace_holder, scenario=at, person=row.person, source=row.id, target=target.id)
        for row in scenario.seats
        if row.person is not None
        for target in scenario.seats
        if target.id != row.id
    ]
    made = [
        _edit(edits.assign, at, seat=seat, person=person, share=st.none() | parts),
        _edit(edits.add_role, at, person=person, target=seat),
        _edit(edits.replace_holder, at, person=person, target=seat),
    ]
    if from_a_seat:
        made.append(st.sampled_from(from_a_seat))  # type: ignore[arg-type]
    return st.one_of(made)


_MAKERS: tuple[_Maker, ...] = (
    _add_person,
    _edit_person,
    _remove_person,
    _edit_project,
    _duplicate_scenario,
    _remove_scenario,
    _move_scenario,
    _edit_context,
    _confirm_context,
    _mark_baseline,
    _mute_rule,
    _unmute_rule,
    _add_team,
    _team_edits,
    _team_edits,
    _agreement_edits,
    _agreement_edits,
    _add_seat,
    _seat_edits,
    _seat_edits,
    _seat_edits,
    _drop_edits,
    _drop_edits,
    _drop_edits,
)
