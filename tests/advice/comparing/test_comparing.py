"""Scenarios compared: laws that hold of any two layouts, and what is told of a few that are known."""

from collections import Counter
from functools import partial

import pytest
from hypothesis import assume, given
from msgspec.structs import replace
from tests.strategies import projects

from planner import resources
from planner.advice.comparing import (
    MOST,
    Comparison,
    Place,
    Row,
    SeverityCounts,
    changes,
    compared,
    counting,
    first_choice,
    is_alike,
    moves,
    shown_change,
)
from planner.domain import Function, Project, Rows, Scenario, Structure, edits, outline
from planner.domain.pausing import finished
from planner.guidance import Category, Review, load_pack, review

PACK = load_pack(resources.read_text)
LAYOUT = """
plan Halden
person Bo Sand: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Novak
  DE Omar Sid
  RS vacant
squad Fraud Shield, product "Fraud Shield"
  DS Karin Voss
  SD vacant
ML Platform serves Fraud Shield
"""
TODAY, LATER = "Today", "later"


def reviews_of(project: Project) -> list[Review]:
    return [review(project, scenario.id, PACK) for scenario in project.scenarios]


def comparison_of(project: Project) -> Comparison:
    reviews = reviews_of(project)
    return compared(reviews, finished(counting(reviews)))


@pytest.fixture
def twice() -> Project:
    """A plan and an untouched copy of its layout."""
    return edits.duplicate_scenario(outline.parse(LAYOUT), TODAY, copy=LATER, name="Later").project


def seat_of(project: Project, person: str, scenario: str = LATER) -> str:
    return next(seat.id for seat in project.scenarios[scenario].seats if seat.person == person)


def vacant(project: Project, function: Function, scenario: str = LATER) -> str:
    seats = project.scenarios[scenario].seats
    return next(seat.id for seat in seats if not seat.is_filled and seat.function is function)


def made_apart(scenario: Scenario) -> Scenario:
    """The same layout as somebody else would build it: teams and seats have other ids."""
    return replace(
        scenario,
        id=LATER,
        teams=Rows([replace(team, id=f"x {team.id}") for team in scenario.teams]),
        seats=Rows([replace(seat, id=f"x {seat.id}", team=f"x {seat.team}") for seat in scenario.seats]),
        links=Rows(),
    )


# Laws


@given(projects())
def test_nobody_moves_from_a_layout_to_itself(project):
    for scenario in project.scenarios:
        assert moves(project, scenario, scenario) == ()


@given(projects())
def test_the_way_back_takes_what_the_way_there_left(project):
    first, last = next(iter(project.scenarios)), list(project.scenarios)[-1]
    there = {move.person: move for move in moves(project, first, last)}
    back = {move.person: move for move in moves(project, last, first)}
    assert there.keys() == back.keys()
    for person, move in there.items():
        assert Counter(move.left) == Counter(back[person].taken)
        assert Counter(move.taken) == Counter(back[person].left)
        assert move.stays == back[person].stays


@given(projects())
def test_whoever_does_not_move_holds_as_many_seats_as_before(project):
    first, last = next(iter(project.scenarios)), list(project.scenarios)[-1]
    moving = {move.person for move in moves(project, first, last)}
    for person in project.people:
        if person.id not in moving:
            held = [len(scenario.seats.where("person", person.id)) for scenario in (first, last)]
            assert held[0] == held[1]


@given(projects())
def test_changes_turn_about_with_the_direction(project):
    reviews = reviews_of(project)
    assume(len(reviews) > 1)
    first, last = reviews[0], reviews[-1]
    there = compared((first, last), reference=first.scenario.id)
    back = compared((first, last), reference=last.scenario.id)
    change, opposite = there.change(there.columns[1]), back.change(back.columns[0])
    assert (change is None) == (opposite is None)
    assert change is None or change == pytest.approx(-opposite)
    for category in Category:
        one = there.category_change(there.columns[1], category)
        other = back.category_change(back.columns[0], category)
        assert (one is None) == (other is None)
        assert one is None or one == -other
    ways = changes(first, last), changes(last, first)
    assert (ways[0].added, ways[0].resolved) == (ways[1].removed, ways[1].new)


@given(projects())
def test_rows_are_equal_between_a_layout_and_its_copy(project):
    scenario = next(iter(project.scenarios))
    both = edits.duplicate_scenario(project, scenario.id, copy="a copy of it", name="Copy").project
    reviews = [review(both, each, PACK) for each in (scenario.id, "a copy of it")]
    found = compared(reviews, finished(counting(reviews)))
    assert found.equal == frozenset(Row) - {Row.IN_SHORT}
    assert is_alike(*(each.scenario for each in reviews))
    assert not any(column.is_best for column in found.columns)


@given(projects())
def test_the_counts_are_those_of_the_layout(project):
    for column in comparison_of(project).columns:
        seats = list(column.scenario.seats)
        assert column.figures.vacant == sum(seat.person is None for seat in seats)
        assert column.figures.people == len({seat.person for seat in seats} - {None})
        assert column.figures.ml_seats == sum(seat.function.is_role for seat in seats)
        assert column.figures.second_roles <= column.figures.people


# What is told


def test_a_move_tells_where_somebody_comes_from_and_goes(twice):
    seat, free = seat_of(twice, "Omar Sid"), vacant(twice, Function.SOFTWARE_DEVELOPER)
    after = edits.move_to_seat(twice, LATER, source=seat, target=free).project
    (move,) = moves(after, after.scenarios[TODAY], after.scenarios[LATER])
    assert move.person == "Omar Sid"
    assert move.left == (Place("ML Platform", Function.DATA_ENGINEER),)
    assert move.taken == (Place("Fraud Shield", Function.SOFTWARE_DEVELOPER),)
    assert not move.stays


def test_a_second_role_is_taken_while_the_first_seat_is_kept(twice):
    free = vacant(twice, Function.RESEARCH_SCIENTIST)
    after = edits.add_role(twice, LATER, person="Karin Voss", target=free).project
    (move,) = moves(after, after.scenarios[TODAY], after.scenarios[LATER])
    assert (move.left, move.stays) == ((), True)
    assert move.taken == (Place("ML Platform", Function.RESEARCH_SCIENTIST),)
    assert comparison_of(after).columns[1].figures.second_roles == 1


def test_from_the_bench_nothing_is_left_and_nothing_kept(twice):
    after = edits.assign(
        twice, LATER, seat=vacant(twice, Function.SOFTWARE_DEVELOPER), person="Bo Sand"
    ).project
    (move,) = moves(after, after.scenarios[TODAY], after.scenarios[LATER])
    assert (move.left, move.stays) == ((), False)


def test_another_share_in_the_same_seat_is_no_move(twice):
    after = edits.set_share(twice, LATER, seat=seat_of(twice, "Karin Voss"), share=0.4).project
    assert moves(after, after.scenarios[TODAY], after.scenarios[LATER]) == ()


def test_a_team_renamed_is_the_same_team(twice):
    team = next(team.id for team in twice.scenarios[LATER].teams if team.name == "Fraud Shield")
    after = edits.rename_team(twice, LATER, team=team, name="Fraud").project
    assert moves(after, after.scenarios[TODAY], after.scenarios[LATER]) == ()


def test_layouts_made_apart_match_their_teams_by_name():
    project = outline.parse(LAYOUT)
    today = project.scenarios[TODAY]
    apart = made_apart(today)
    both = replace(project, scenarios=Rows([today, apart]))
    assert moves(both, today, apart) == ()
    found = changes(review(both, TODAY, PACK), review(both, LATER, PACK))
    assert (found.added, found.removed) == ((), ())


def test_the_baseline_is_what_others_are_compared_with(twice):
    assert comparison_of(twice).reference.scenario.id == TODAY
    marked = edits.mark_baseline(twice, LATER, baseline=True).project
    found = comparison_of(marked)
    assert found.reference.scenario.id == LATER
    assert [column.moves for column in found.columns] == [(), None]
    assert found.change(found.columns[1]) is None


def test_the_best_total_is_marked(twice):
    worse = edits.unassign(twice, LATER, seat=seat_of(twice, "Karin Voss")).project
    assert [column.is_best for column in comparison_of(worse).columns] == [True, False]


def test_the_change_is_what_a_reader_works_out_from_the_figures_shown(twice):
    assert shown_change(84.68, 69.83, 1) == 14.9
    assert shown_change(93.4, 95.6, 0) == -3
    assert shown_change(None, 3.0, 0) is None


def test_one_sentence_tells_the_fit_and_what_changed_most(twice):
    found = comparison_of(twice)
    start = "The structure is a good fit"
    assert str(found.columns[0].summary) == f"{start} for an enterprise with a product aim."
    assert str(found.columns[1].summary) == f"{start}."
    other = edits.edit_context(twice, LATER, structure=Structure.CENTRALIZED).project
    told = str(comparison_of(other).columns[1].summary)
    assert told.startswith("The structure is a ")
    assert "most lost in Structure (−" in told


def test_layouts_for_companies_that_differ_are_told_apart(twice):
    other = edits.edit_context(twice, LATER, use_cases=9).project
    assert not comparison_of(other).has_one_context
    assert comparison_of(twice).has_one_context


def test_a_layout_without_people_has_nothing_to_sum_up():
    project = outline.parse("scenario Bare\nsquad Empty\n  DS vacant")
    (column,) = comparison_of(project).columns
    assert (column.figures.total, column.figures.band) == (None, None)
    assert "nothing to score yet" in str(column.summary)
    assert column.findings == SeverityCounts(0, 0, 0)


def test_findings_are_unknown_until_they_are_counted(twice):
    assert [column.findings for column in compared(reviews_of(twice)).columns] == [None, None]


def test_findings_that_are_not_counted_are_no_row_that_is_the_same(twice):
    assert Row.FINDINGS not in compared(reviews_of(twice)).equal
    assert Row.FINDINGS in comparison_of(twice).equal


def test_teams_with_one_name_in_layouts_made_apart_are_not_taken_for_each_other():
    project = outline.parse(LAYOUT)
    for team in project.scenarios[TODAY].teams:
        project = edits.rename_team(project, TODAY, team=team.id, name="Data").project
    today = project.scenarios[TODAY]
    apart = made_apart(today)
    both = replace(project, scenarios=Rows([today, apart]))
    found = changes(review(both, TODAY, PACK), review(both, LATER, PACK))
    assert len(found.added) == len(found.removed) == len(today.teams)
    assert len(moves(both, today, apart)) == 3


def test_a_fifth_scenario_has_no_room_and_the_baseline_and_the_shown_one_have_theirs(twice):
    for number in range(4):
        copy = partial(edits.duplicate_scenario, scenario=LATER, copy=f"c{number}", name=f"Copy {number}")
        twice = copy(twice).project
    last = list(twice.scenarios)[-1].id
    marked = edits.mark_baseline(twice, list(twice.scenarios)[-2].id, baseline=True).project
    chosen = first_choice(marked, last)
    assert len(chosen) == MOST
    assert chosen[-2:] == tuple(scenario.id for scenario in marked.scenarios)[-2:]
    with pytest.raises(ValueError, match="beside each other"):
        compared(reviews_of(marked))
