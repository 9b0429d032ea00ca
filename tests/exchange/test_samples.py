import pytest
from tests.domain.invariants import violations

from planner import resources
from planner.domain import shares
from planner.exchange import plan

NAMES = resources.names("samples")


def sample(name: str):
    return plan.read(resources.read_bytes(f"samples/{name}.plan.json"))


def test_there_is_a_sample_of_each_stage():
    assert {name.split("/")[1].split(".")[0] for name in NAMES} == {
        "small-startup",
        "large-startup",
        "enterprise",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_sound_and_stands_as_the_planner_writes_it(name):
    text = resources.read_text(name)
    project = plan.read(text)
    assert violations(project) == []
    assert plan.write(project) == text


def test_the_small_start_up_lives_on_one_full_stack_data_scientist():
    scenario = sample("small-startup").scenarios["first-team"]
    held = [seat.share for seat in scenario.seats if seat.person == "lena-fischer"]
    assert held == [0.4, 0.3, 0.2, 0.1]
    assert sum(seat.person is None for seat in scenario.seats) == 3


def test_the_large_start_up_has_three_squads_and_22_people():
    project = sample("large-startup")
    (scenario,) = project.scenarios
    assert len(project.people) == 22
    assert [team.kind for team in scenario.teams] == ["group", "squad", "squad", "squad"]


def test_the_enterprise_has_a_core_of_twelve_seats_and_four_squads_of_eight():
    project = sample("enterprise")
    scenario = project.scenarios["hybrid-2026"]
    sizes = [sum(seat.team == team.id for seat in scenario.seats) for team in scenario.teams]
    free = sum(shares.free_capacity(scenario, person) for person in project.people if person.roles)
    placed = sum(shares.share_held(seat) for seat in scenario.seats)
    assert sizes == [0, 12, 8, 8, 8, 8]
    assert len(project.people) == 42
    assert round(free, 9) == 5.9
    assert round(placed, 9) == 34.2
    assert sum(not seat.is_filled for seat in scenario.seats) == 4
