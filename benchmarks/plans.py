"""Makes large plans that look like real ones: a head, cores, squads of ten seats, people of all roles."""

from random import Random

from planner.domain import (
    PARTNER_FUNCTIONS,
    ROLES,
    Aim,
    Function,
    Kind,
    Link,
    LinkKind,
    Person,
    Project,
    Rows,
    Scenario,
    Seat,
    Stage,
    Structure,
    Team,
)

SCENARIO = "today"
SQUADS_OF_A_CORE = 12
_SEATS_OF_A_SQUAD: tuple[Function, ...] = (
    Function.PRODUCT,
    Function.DATA_SCIENTIST,
    Function.DATA_SCIENTIST,
    Function.DATA_ENGINEER,
    Function.MLOPS_ENGINEER,
    Function.SOFTWARE_DEVELOPER,
    Function.DESIGN,
    Function.MARKETING,
    Function.DATA_ANALYST,
    Function.BUSINESS,
)
_FIRST = (
    "Aisha",
    "Bruno",
    "Clara",
    "Daniel",
    "Elena",
    "Farid",
    "Grace",
    "Hana",
    "Ivo",
    "Jonas",
    "Karin",
    "Luca",
)
_LAST = (
    "Ahlgren",
    "Brandt",
    "Costa",
    "Dubois",
    "Ferri",
    "Haddad",
    "Kessler",
    "Larsen",
    "Mwangi",
    "Novak",
    "Osei",
)


def large_plan(people: int, *, seed: int = 1) -> Project:
    """A plan with so many people; one seat in twenty is vacant, one person in fifty waits on the bench."""
    random = Random(seed)
    everyone = Rows([_person(number, random) for number in range(people)])
    teams, seats, links = [_head()], [], []
    ids = iter(person.id for person in everyone)
    placed, number = 0, 0
    while placed < people * 0.98:
        core = number // SQUADS_OF_A_CORE
        if number % SQUADS_OF_A_CORE == 0:
            teams.append(Team(id=f"core{core}", name=f"Platform {core + 1}", kind=Kind.CORE, parent="head"))
        squad = Team(id=f"squad{number}", name=f"Squad {number + 1}", product=f"Product {number + 1}")
        teams.append(squad)
        links.append(Link(source=f"core{core}", target=squad.id, kind=LinkKind.SERVES))
        for place, function in enumerate(_SEATS_OF_A_SQUAD):
            vacant = random.random() < 0.05 or placed >= people * 0.98
            holder = None if vacant else next(ids)
            placed += not vacant
            seats.append(
                Seat(
                    id=f"{squad.id}/{place}",
                    team=squad.id,
                    function=function,
                    person=holder,
                    share=everyone[holder].capacity if holder else None,
                )
            )
        number += 1
    scenario = Scenario(
        id=SCENARIO,
        name="Today",
        stage=Stage.ENTERPRISE,
        aim=Aim.PRODUCT,
        structure=Structure.HYBRID,
        use_cases=number,
        teams=Rows(teams),
        seats=Rows(seats),
        links=Rows(links),
    )
    return Project(name="Large plan", people=everyone, scenarios=Rows([scenario]))


def _head() -> Team:
    return Team(id="head", name="ML organisation", kind=Kind.GROUP)


def _person(number: int, random: Random) -> Person:
    function = random.choice((*ROLES, *ROLES, *PARTNER_FUNCTIONS[:4]))
    name = f"{random.choice(_FIRST)} {random.choice(_LAST)} {number}"
    return Person(id=f"p{number}", name=name, roles=(function,), capacity=1.0 if number % 7 else 0.5)
