"""Starting layouts hold what their structure needs, and seats for the people there are."""

from collections.abc import Callable
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from planner.advice.starting import Answers, empty_plan, starting_layout
from planner.domain import Aim, Kind, Scenario, Stage, Structure

answers = st.builds(
    Answers,
    name=st.just("Acme"),
    stage=st.sampled_from(Stage),
    aim=st.sampled_from(Aim),
    structure=st.sampled_from(Structure),
    people=st.integers(0, 200),
    features=st.integers(0, 30),
)


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id {next(numbers)}"


def layout(given_answers: Answers) -> Scenario:
    return next(iter(starting_layout(given_answers, new_id=new_ids()).project.scenarios))


@given(answers)
def test_ml_seats_ask_for_no_more_than_the_people_or_the_least_a_layout_needs(asked: Answers) -> None:
    scenario = layout(asked)
    demand = sum(seat.demand for seat in scenario.seats if seat.function.is_role)
    ml_teams = [team for team in scenario.teams if team.kind.is_ml]
    assert demand <= max(asked.people, 5 * len(ml_teams)) + 1e-9
    if asked.people >= 5 and asked.stage is not Stage.SMALL_STARTUP:
        assert demand >= asked.people


@given(answers)
def test_the_teams_are_of_the_structures_kind_and_all_seats_vacant(asked: Answers) -> None:
    scenario = layout(asked)
    kinds = {team.kind for team in scenario.teams} - {Kind.GROUP}
    assert (
        kinds
        == {
            Structure.CENTRALIZED: {Kind.CORE},
            Structure.DECENTRALIZED: {Kind.SQUAD},
            Structure.HYBRID: {Kind.CORE, Kind.SQUAD},
            Structure.PRODUCT_CENTRE: {Kind.CORE, Kind.VENTURE},
        }[asked.structure]
    )
    assert all(not seat.is_filled for seat in scenario.seats)


@given(answers)
def test_the_summary_counts_what_is_created(asked: Answers) -> None:
    starting = starting_layout(asked, new_id=new_ids())
    scenario = next(iter(starting.project.scenarios))
    assert starting.vacant_seats == len(scenario.seats)
    assert starting.teams == sum(team.kind is not Kind.GROUP for team in scenario.teams)


def test_features_without_people_are_hires_to_consider_and_no_teams() -> None:
    asked = Answers("Acme", Stage.LARGE_STARTUP, Aim.PRODUCT, Structure.DECENTRALIZED, people=9, features=4)
    starting = starting_layout(asked, new_id=new_ids())
    assert (starting.teams, starting.features, starting.hires) == (2, 2, 7)


def test_one_person_of_a_small_start_up_shares_the_seats_of_one_squad() -> None:
    asked = Answers("Acme", Stage.SMALL_STARTUP, Aim.PRODUCT, Structure.DECENTRALIZED, people=1, features=1)
    scenario = layout(asked)
    demands = [seat.demand for seat in scenario.seats if seat.function.is_role]
    assert sum(demands) <= 1
    assert len(demands) == 4


def test_an_empty_plan_keeps_the_context_and_has_no_teams() -> None:
    asked = Answers("Acme", Stage.ENTERPRISE, Aim.RESEARCH, Structure.HYBRID, people=28, features=4)
    scenario = next(iter(empty_plan(asked, new_id=new_ids()).scenarios))
    assert (scenario.stage, scenario.aim, scenario.use_cases) == (Stage.ENTERPRISE, Aim.RESEARCH, 4)
    assert len(scenario.teams) == len(scenario.seats) == 0
