"""Large random layouts, and what must hold of any placement, told as a list of what is wrong."""

from itertools import combinations, pairwise

from hypothesis import strategies as st

from planner.domain import Function, Kind, Link, LinkKind, Person, Project, Rows, Scenario, Seat, Team
from planner.placement import Placement, Rect

FUNCTIONS = list(Function)


@st.composite
def forests(draw: st.DrawFn) -> Project:
    """Up to 30 teams nested at random, of up to 14 seats each, with links of every kind."""
    count = draw(st.integers(1, 30))
    parents = [draw(st.integers(-1, place - 1)) for place in range(count)]
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=count, max_size=count))
    sizes = draw(st.lists(st.integers(0, 14), min_size=count, max_size=count))
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=8))
    link_kinds = draw(st.lists(st.sampled_from(LinkKind), min_size=8, max_size=8))
    teams = [
        Team(
            id=f"t{place}",
            name="Team " + "with a long name " * (place % 4),
            kind=kind,
            parent=f"t{parent}" if parent >= 0 else None,
            purpose="What it is for, told at some length " * (place % 3),
        )
        for place, (parent, kind) in enumerate(zip(parents, kinds, strict=True))
    ]
    seats: list[Seat] = []
    people: list[Person] = []
    for place, size in enumerate(sizes):
        for number in range(size):
            key = f"{place}-{number}"
            filled = (place + number) % 5 != 0
            if filled:
                people.append(Person(id=f"p{key}", name="Ada " + "Lovelace " * (number % 9)))
            seats.append(
                Seat(
                    id=f"s{key}",
                    team=f"t{place}",
                    function=FUNCTIONS[(place + number) % len(FUNCTIONS)],
                    person=f"p{key}" if filled else None,
                    share=(0.4 if number % 3 else 1.0) if filled else None,
                )
            )
    links = {
        link.key: link
        for (source, target), kind in zip(pairs, link_kinds, strict=False)
        if source != target
        for link in [Link(source=f"t{source}", target=f"t{target}", kind=kind)]
    }
    layout = Scenario(
        id="s", name="S", teams=Rows(teams), seats=Rows(seats), links=Rows(list(links.values()))
    )
    return Project(name="P", people=Rows(people), scenarios=Rows([layout]))


def overlaps(placement: Placement) -> list[str]:
    """Teams, and cards in a team, that share an area; cards that leave their team."""
    wrong = []
    boxes = list(placement.teams.values())
    for one, other in combinations(boxes, 2):
        if one.rect.meets(other.rect):
            wrong.append(f"{one.id} {one.rect} meets {other.id} {other.rect}")
    for box in boxes:
        for one_card, other_card in combinations(box.seats, 2):
            if one_card.meets(other_card):
                wrong.append(f"two cards of {box.id} meet")
        for card in box.seats:
            inside = (
                card.x >= box.rect.x
                and card.right <= box.rect.right
                and card.y >= box.header.bottom
                and card.bottom <= box.rect.bottom
            )
            if not inside:
                wrong.append(f"a card of {box.id} stands outside")
    return wrong


def outside(placement: Placement) -> list[str]:
    """Teams that stand outside the chart."""
    chart = Rect(0, 0, *placement.size)
    return [
        box.id
        for box in placement.teams.values()
        if box.rect.x < chart.x
        or box.rect.y < chart.y
        or box.rect.right > chart.right
        or box.rect.bottom > chart.bottom
    ]


def crossings(placement: Placement) -> list[str]:
    """Pieces of connectors that run through a team's box, their ends on its edge aside."""
    wrong = []
    inner = {team: box.rect.grown(-1.0) for team, box in placement.teams.items()}
    for route in placement.routes:
        for piece in route.pieces:
            for (ax, ay), (bx, by) in pairwise(piece.points):
                run = Rect(min(ax, bx), min(ay, by), abs(bx - ax) or 0.001, abs(by - ay) or 0.001)
                wrong += [f"{route.key} crosses {team}" for team, rect in inner.items() if run.meets(rect)]
    return wrong


def facts(placement: Placement) -> tuple[object, ...]:
    """All that a placement says, to be compared."""
    return (
        placement.size,
        list(placement.teams.items()),
        list(placement.seats.items()),
        placement.routes,
    )
