"""Random layouts with agreements, random edits of them, and layouts as plan JSON has them."""

from collections.abc import Iterator
from functools import partial
from random import Random

from planner.domain import (
    Activity,
    Aim,
    Edit,
    Edited,
    Focus,
    Function,
    Kind,
    Level,
    Link,
    LinkKind,
    Mute,
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
    together,
)
from planner.errors import PlannerError
from planner.messages import message

SCENARIO = "S"
SKILLS = [
    "python",
    "PYTHON",
    "sql",
    "k8s",
    "Kubernetes",
    "CI/CD",
    "infrastructure-as-code",
    "machine_learning",
    "ML",
    "statistics",
    "product   insight",
    "Ｓｐａｒｋ",
    "hdfs",
    "rest apis",
    "back-end",
    "nlp",
    "baking",
    " ",
    "a/b testing",
]
SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1 / 3]
RULES = [
    "roles/coverage",
    "people/allocation",
    "structure/fit",
    "structure/as-declared",
    "core/integration",
    "squad/complete",
    "hybrid/responsibilities",
    "venture/independent",
    "nobody/knows-it",
]


def random_project(seed: int) -> Project:
    """A layout of up to 7 teams and 30 seats; some are nearly empty, most have agreements."""
    dice = Random(seed)
    people = [_person(dice, f"p{number}") for number in range(dice.choice([0, 1, 2, 4, 8, 12]))]
    teams = _teams(dice, [person.id for person in people])
    seats = [_seat(dice, f"s{number}", teams, people) for number in range(_seat_count(dice))] if teams else []
    seats += _both_halves(dice, teams, people)
    scenario = Scenario(
        id=SCENARIO,
        name="Scenario",
        stage=dice.choice(list(Stage)),
        aim=dice.choice(list(Aim)),
        use_cases=dice.randrange(5),
        structure=_structure(dice, {team.kind for team in teams}),
        teams=Rows(teams),
        seats=Rows(seats),
        links=Rows({link.key: link for link in _links(dice, teams)}.values()),
        practices=Rows(
            [_practice(dice, f"a{number}", teams, people) for number in range(dice.choice([0, 1, 2, 3, 6]))]
        ),
        responsibilities=Rows({duty.key: duty for duty in _duties(dice, teams)}.values()),
        muted=Rows([Mute(rule=rule) for rule in dice.sample(RULES, dice.choice([0, 0, 1, 2]))]),
    )
    return Project(name="Plan", people=Rows(people), scenarios=Rows([scenario]))


def _structure(dice: Random, kinds: set[Kind]) -> Structure:
    """Any structure; more often than not the one that the kinds of teams suggest."""
    shown = list(Structure)
    if Kind.CORE in kinds:
        shown += [Structure.HYBRID] * 8 * (Kind.SQUAD in kinds)
        shown += [Structure.PRODUCT_CENTRE] * 8 * (Kind.VENTURE in kinds)
    return dice.choice(shown)


def _seat_count(dice: Random) -> int:
    return dice.choice([0, 1, 3, 8, 18, 30])


def _person(dice: Random, key: str) -> Person:
    return Person(
        id=key,
        name=f"Person {key}",
        capacity=dice.choice([1.0, 1.0, 0.5, 0.8]),
        skills=tuple(dice.choices(SKILLS, k=dice.choice([0, 0, 1, 2, 4]))),
        roles=tuple(dice.sample(list(Function), dice.randrange(3))),
    )


def _teams(dice: Random, people: list[str]) -> list[Team]:
    kinds = dice.choice(
        [
            list(Kind),
            [Kind.SQUAD, Kind.PARTNER],
            [Kind.CORE, Kind.VENTURE, Kind.GROUP],
            [Kind.CORE, Kind.SQUAD],
            [Kind.CORE, Kind.VENTURE, Kind.PARTNER, Kind.PARTNER],
        ]
    )
    teams = []
    for number in range(dice.choice([0, 1, 2, 2, 3, 3, 4, 5, 6, 7])):
        above = [None, *(team.id for team in teams)]
        teams.append(
            Team(
                id=f"t{number}",
                name=f"Team {number}",
                kind=dice.choice(kinds),
                parent=dice.choice(above),
                lead=dice.choice([None, *people]),
                product=dice.choice(
                    ["", "  ", "Search", "se\u200arch  ", " SEARCH", "Ｓearch", f"Product {number}"]
                ),
                purpose=dice.choice(["", " \t", "Models for all"]),
                own_budget=dice.choice([True, False]),
                experiment_share=dice.choice([0.0, 0.2]),
                focus=dice.choice([None, *Focus]),
                locked=dice.random() < 0.1,
            )
        )
    dice.shuffle(teams)
    return teams


def _seat(dice: Random, key: str, teams: list[Team], people: list[Person]) -> Seat:
    person = dice.choice([None, *people, *people, *people])
    function = dice.choice([*Function, Function.RESEARCH_SCIENTIST, Function.DATA_ANALYST])
    return Seat(
        id=key,
        team=dice.choice(teams).id,
        function=function,
        demand=dice.choice(SHARES),
        person=person.id if person else None,
        share=dice.choice(SHARES) if person else None,
    )


def _both_halves(dice: Random, teams: list[Team], people: list[Person]) -> Iterator[Seat]:
    """Now and then, what a hybrid asks of its cores and squads."""
    wanted = {
        Kind.CORE: (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER),
        Kind.SQUAD: (Function.DATA_SCIENTIST, Function.SOFTWARE_DEVELOPER),
    }
    if people and dice.random() < 0.2:
        for team in teams:
            for function in wanted.get(team.kind, ()):
                who = dice.choice(people).id
                key = f"{team.id} {function}"
                yield Seat(id=key, team=team.id, function=function, person=who, share=0.5)


def _links(dice: Random, teams: list[Team]) -> Iterator[Link]:
    for _ in range(dice.choice([0, 2, 6])):
        if len(teams) > 1:
            one, other = dice.sample(teams, 2)
            yield Link(source=one.id, target=other.id, kind=dice.choice(list(LinkKind)))


def _practice(dice: Random, key: str, teams: list[Team], people: list[Person]) -> Practice:
    named = dice.choice([dice.sample(teams, dice.randrange(min(3, len(teams)) + 1)), teams])
    return Practice(
        id=key,
        kind=dice.choice(list(PracticeKind)),
        owner=dice.choice(
            [
                None,
                *(team.id for team in teams),
                *(team.id for team in teams if team.kind is Kind.CORE),
                *(person.id for person in people[:2]),
            ]
        ),
        teams=tuple(team.id for team in named),
    )


def _duties(dice: Random, teams: list[Team]) -> Iterator[Responsibility]:
    if teams and dice.random() < 0.1:
        owner = dice.choice(teams).id
        yield from (Responsibility(activity=each, team=owner, level=Level.ACCOUNTABLE) for each in Activity)
    for _ in range(dice.choice([0, 0, 1, 6])):
        if teams:
            yield Responsibility(
                activity=dice.choice([*Activity, Activity.MODEL_DEVELOPMENT]),
                team=dice.choice(teams).id,
                level=dice.choice(list(Level)),
            )


def as_plan(project: Project) -> tuple[list[dict], dict]:
    """The people and the one scenario as plan JSON has them."""
    (scenario,) = project.scenarios
    people = [
        {"id": each.id, "name": each.name, "capacity": each.capacity, "skills": list(each.skills)}
        for each in project.people
    ]
    layout = {
        "stage": scenario.stage.value,
        "aim": scenario.aim.value,
        "structure": scenario.structure.value,
        "use_cases": scenario.use_cases,
        "teams": [
            {
                "id": each.id,
                "kind": each.kind.value,
                "parent": each.parent,
                "lead": each.lead,
                "product": each.product,
                "purpose": each.purpose,
                "focus": each.focus.value if each.focus else None,
                "own_budget": each.own_budget,
                "experiment_share": each.experiment_share,
            }
            for each in scenario.teams
        ],
        "seats": [
            {
                "id": each.id,
                "team": each.team,
                "function": each.function.value,
                "demand": each.demand,
                "person": each.person,
                "share": each.share,
            }
            for each in scenario.seats
        ],
        "links": [
            {"from": each.source, "to": each.target, "kind": each.kind.value} for each in scenario.links
        ],
        "practices": [
            {"kind": each.kind.value, "owner": each.owner, "teams": list(each.teams)}
            for each in scenario.practices
        ],
        "responsibilities": [
            {"activity": each.activity.value, "team": each.team, "level": each.level.value}
            for each in scenario.responsibilities
        ],
        "muted": [each.rule for each in scenario.muted],
    }
    return people, layout


def random_edit(dice: Random, project: Project, number: int) -> Edited | None:
    """One random edit of the layout's every part, or None when the project refuses it."""
    scenario = project.scenarios[SCENARIO]
    made = dice.choice(_EDITS)(dice, project, scenario, number)
    if made is None:
        return None
    try:
        return made(project)
    except PlannerError:
        return None


def _any(dice: Random, rows: Rows) -> str | None:
    return dice.choice(rows.order) if len(rows) else None


def _seat_edit(dice: Random, project: Project, scenario: Scenario, number: int) -> Edit | None:
    seat, other, person = _any(dice, scenario.seats), _any(dice, scenario.seats), _any(dice, project.people)
    if seat is None or person is None:
        return None
    at = {"scenario": scenario.id}
    return dice.choice(
        [
            partial(edits.assign, **at, seat=seat, person=person),
            partial(edits.assign, **at, seat=seat, person=person),
            partial(edits.unassign, **at, seat=seat),
            partial(edits.remove_seat, **at, seat=seat),
            partial(edits.set_share, **at, seat=seat, share=dice.choice(SHARES)),
            partial(edits.set_demand, **at, seat=seat, demand=dice.choice(SHARES)),
            partial(edits.set_function, **at, seat=seat, function=dice.choice(list(Function))),
            partial(edits.swap, **at, source=seat, target=other),
            partial(edits.move_to_seat, **at, source=seat, target=other),
            partial(edits.replace_holder, **at, target=seat, person=person),
            partial(edits.add_role, **at, person=person, target=seat),
        ]
    )


def _new_seat(dice: Random, project: Project, scenario: Scenario, number: int) -> Edit | None:
    team, person = _any(dice, scenario.teams), _any(dice, project.people)
    if team is None:
        return None
    who = dice.choice([None, person])
    return partial(
        edits.add_seat,
        scenario=scenario.id,
        seat=f"new {number}",
        team=team,
        function=dice.choice(list(Function)),
        person=who,
        share=dice.choice(SHARES) if who else None,
    )


def _team_edit(dice: Random, project: Project, scenario: Scenario, number: int) -> Edit | None:
    team = _any(dice, scenario.teams)
    new = Team(id=f"new {number}", name="New", kind=dice.choice(list(Kind)), parent=team)
    if team is None:
        return partial(edits.add_team, scenario=scenario.id, team=new)
    at = {"scenario": scenario.id}
    return dice.choice(
        [
            partial(edits.add_team, **at, team=new),
            partial(edits.edit_team, **at, team=team, kind=dice.choice(list(Kind))),
            partial(edits.edit_team, **at, team=team, kind=dice.choice([Kind.CORE, Kind.VENTURE])),
            partial(edits.edit_team, **at, team=team, product=dice.choice(["", "Search", " search"])),
            partial(edits.edit_team, **at, team=team, product=dice.choice(["", "Search", "Churn"])),
            partial(edits.edit_team, **at, team=team, **_fields(dice, project)),
            together(
                message("Two moves"),
                partial(edits.move_team, **at, team=team, parent=_any(dice, scenario.teams)),
                partial(
                    edits.move_team,
                    **at,
                    team=dice.choice(scenario.teams.order),
                    parent=_any(dice, scenario.teams),
                ),
            ),
            partial(edits.move_team, **at, team=team, parent=dice.choice([None, _any(dice, scenario.teams)])),
            partial(edits.move_team, **at, team=team, parent=_any(dice, scenario.teams)),
            partial(edits.remove_team, **at, team=team),
        ]
    )


def _fields(dice: Random, project: Project) -> dict:
    return {
        "lead": dice.choice([None, _any(dice, project.people)]),
        "purpose": dice.choice(["", "Models for all"]),
        "own_budget": dice.choice([True, False]),
        "experiment_share": dice.choice([0.0, 0.1]),
        "focus": dice.choice([None, *Focus]),
    }


def _agreement_edit(dice: Random, project: Project, scenario: Scenario, number: int) -> Edit | None:
    teams = [team.id for team in scenario.teams]
    if len(teams) < 2:
        return None
    one, other = dice.sample(teams, 2)
    at = {"scenario": scenario.id}
    link = Link(source=one, target=other, kind=dice.choice(list(LinkKind)))
    some = tuple(dice.sample(teams, dice.randrange(min(3, len(teams)) + 1)))
    kind = dice.choice(list(PracticeKind))
    practice = Practice(id=f"new {number}", kind=kind, owner=dice.choice([None, one]), teams=some)
    choices: list[Edit] = [
        partial(edits.add_link, **at, link=link),
        partial(edits.add_link, **at, link=link),
        partial(edits.add_practice, **at, practice=practice),
        partial(
            edits.set_responsibility,
            **at,
            activity=dice.choice([*Activity, Activity.MODEL_DEVELOPMENT]),
            team=one,
            level=dice.choice([None, *Level]),
        ),
    ]
    if len(scenario.links):
        choices.append(partial(edits.remove_link, **at, link=dice.choice(list(scenario.links))))
    if (known := _any(dice, scenario.practices)) is not None:
        owner = dice.choice([None, one, _any(dice, project.people)])
        choices.append(partial(edits.edit_practice, **at, practice=known, owner=owner, teams=some))
        choices.append(partial(edits.remove_practice, **at, practice=known))
    return dice.choice(choices)


def _project_edit(dice: Random, project: Project, scenario: Scenario, number: int) -> Edit | None:
    person = _any(dice, project.people)
    choices: list[Edit] = [
        partial(edits.add_person, person=_person(dice, f"new {number}")),
        partial(edits.edit_context, scenario=scenario.id, stage=dice.choice(list(Stage))),
        partial(edits.edit_context, scenario=scenario.id, aim=dice.choice(list(Aim))),
        partial(edits.edit_context, scenario=scenario.id, structure=dice.choice(list(Structure))),
        partial(edits.edit_context, scenario=scenario.id, use_cases=dice.randrange(5)),
        partial(edits.mute_rule, scenario=scenario.id, rule=dice.choice(RULES), reason="x"),
    ]
    if person is not None:
        skills = tuple(dice.choices(SKILLS, k=2))
        choices += [
            partial(edits.edit_person, person=person, capacity=dice.choice(SHARES)),
            partial(edits.edit_person, person=person, skills=skills),
            partial(edits.edit_person, person=person, name="Renamed"),
            partial(edits.remove_person, person=person),
        ]
    return dice.choice(choices)


_EDITS = [_seat_edit, _seat_edit, _new_seat, _team_edit, _agreement_edit, _project_edit]
