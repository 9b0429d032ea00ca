from pathlib import Path

import pytest

from planner import resources
from planner.exchange import roster
from planner.guidance import Pack, load_pack

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(resources.read_text)


@pytest.fixture
def understood(pack):
    """What becomes of a roster written as text, or of a file under tests/data."""

    def understand(source: str | Path, **fields) -> roster.Import:
        read = roster.read(DATA / source if isinstance(source, Path) else source.encode())
        return roster.understand(read, pack=pack, **fields)

    return understand


@pytest.fixture
def layout(understood):
    """The layout of a roster written as text: per team its kind, parent's name, lead's name and holders."""

    def shown(source: str, **fields) -> dict[str, tuple]:
        project = understood(source, **fields).project
        (scenario,) = project.scenarios
        people = {person.id: person.name for person in project.people}
        names = {team.id: team.name for team in scenario.teams}
        return {
            team.name: (
                team.kind.value,
                names.get(team.parent),
                people.get(team.lead),
                [
                    f"{seat.function.code} {people.get(seat.person, 'vacant')}"
                    for seat in scenario.seats
                    if seat.team == team.id
                ],
            )
            for team in scenario.teams
        }

    return shown
