"""Makes large plans that look like real ones: a head, cores, squads, people of all roles.

``python -m benchmarks.plans FILE`` writes the plan of 1,000 people in 65 teams, to be looked at.
"""

import sys
from pathlib import Path
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


_DOMAINS = ("Payments", "Claims", "Pricing", "Service", "Growth", "Health", "Operations", "Risk")
_SQUADS = ("Refunds", "Disputes", "Forecasts", "Triage", "Search", "Quality", "Routing", "Insights")
_SEATS_OF_A_LARGE_SQUAD = (
    *(Function.PRODUCT, Function.MARKETING, Function.DESIGN, Function.DATA_ANALYST),
    *(Function.DATA_ENGINEER,) * 3,
    *(Function.DATA_SCIENTIST,) * 3,
    Function.MLOPS_ENGINEER,
    *(Function.SOFTWARE_DEVELOPER,) * 2,
)


def grouped_plan(*, core: int = 159, seed: int = 1) -> Project:
    """A plan of some 1,000 people in 65 teams: one core, and eight groups of eight squads.

    Every fifth squad is not served, every fourth has a vacant seat.
    """
    random = Random(seed)
    teams = [_head(), Team(id="core", name="ML Platform", kind=Kind.CORE, parent="head")]
    seats = [("core", f"core/{place}", random.choice(ROLES), False) for place in range(core)]
    links: list[Link] = []
    for domain in _DOMAINS:
        teams.append(Team(id=domain, name=domain, kind=Kind.GROUP, parent="head"))
        for place, name in enumerate(_SQUADS):
            squad = Team(id=f"{domain}/{name}", name=name, parent=domain, product=f"{domain} {name}")
            teams.append(squad)
            if random.random() > 0.2:
                links.append(Link(source="core", target=squad.id, kind=LinkKind.SERVES))
            vacant = random.randrange(4) == 0
            for number, function in enumerate(_SEATS_OF_A_LARGE_SQUAD):
                is_vacant = vacant and number == place
                seats.append((squad.id, f"{squad.id}/{number}", function, is_vacant))
    people = [_person(number, random) for number in range(len(seats) + 38)]
    rows = []
    for person, (team, seat, function, is_vacant) in zip(people, seats, strict=False):
        holder = None if is_vacant else person
        share = holder.capacity if holder else None
        rows.append(
            Seat(id=seat, team=team, function=function, person=holder.id if holder else None, share=share)
        )
    scenario = Scenario(
        id=SCENARIO,
        name="Group 2027",
        stage=Stage.ENTERPRISE,
        aim=Aim.PRODUCT,
        structure=Structure.HYBRID,
        use_cases=len(_DOMAINS) * len(_SQUADS),
        teams=Rows(teams),
        seats=Rows(rows),
        links=Rows(links),
    )
    return Project(name="Halden Group", people=Rows(people), scenarios=Rows([scenario]))


def _head() -> Team:
    return Team(id="head", name="ML organisation", kind=Kind.GROUP)


def _person(number: int, random: Random) -> Person:
    function = random.choice((*ROLES, *ROLES, *PARTNER_FUNCTIONS[:4]))
    name = f"{random.choice(_FIRST)} {random.choice(_LAST)} {number}"
    return Person(id=f"p{number}", name=name, roles=(function,), capacity=1.0 if number % 7 else 0.5)


def main() -> None:
    """Write the plan of 1,000 people to the file that is named."""
    from planner.exchange import plan

    Path(sys.argv[1]).write_text(plan.write(grouped_plan()), encoding="utf-8")


if __name__ == "__main__":
    main()
