from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.invariants import violations
from tests.strategies import edits_of, journeys, projects

from planner.domain import Project, Rows, Table, together
from planner.domain.edits import order_seat
from planner.errors import PlannerError
from planner.messages import message

many, few = settings(max_examples=80), settings(max_examples=30)


@few
@given(projects())
def test_the_projects_of_these_tests_are_sound(project):
    assert violations(project) == []


@many
@given(journeys())
def test_every_edit_keeps_the_project_sound(journey):
    _, done = journey
    for edited in done:
        assert violations(edited.project) == [], edited.difference.label


@given(journeys())
def test_a_difference_leads_from_the_old_project_to_the_new_one(journey):
    project, done = journey
    for edited in done:
        assert edited.difference.applied(project) == edited.project
        project = edited.project


@many
@given(journeys())
def test_undoing_everything_brings_back_the_very_same_project_and_redoing_the_last(journey):
    start, done = journey
    if not done:
        return
    project = done[-1].project
    for edited in reversed(done):
        project = edited.difference.inverse().applied(project)
        assert edited.difference.applied(project) == edited.project
    assert project == start
    assert orders(project) == orders(start)


@few
@given(journeys())
def test_the_inverse_of_an_inverse_is_the_difference(journey):
    for edited in journey[1]:
        assert edited.difference.inverse().inverse() == edited.difference


@few
@given(journeys(most=4))
def test_no_difference_means_no_change(journey):
    project, done = journey
    for edited in done:
        assert bool(edited.difference) == (edited.project != project)
        project = edited.project


@few
@given(st.data(), projects())
def test_edits_taken_together_are_one_step_with_one_name(data, project):
    first = data.draw(edits_of(project))
    try:
        between = first(project).project
        second = data.draw(edits_of(between))
        apart = second(between).project
    except PlannerError:
        return
    edited = together(message("Both"), first, second)(project)
    assert edited.project == apart
    assert str(edited.difference.label) == "Both"
    assert edited.difference.inverse().applied(edited.project) == project


@given(st.data(), projects())
def test_a_locked_team_keeps_its_seats_holders_order_and_fields(data, project):
    edit = data.draw(edits_of(project))
    try:
        after = edit(project).project
    except PlannerError:
        return
    for scenario in project.scenarios:
        left = after.scenarios.get(scenario.id)
        for team in scenario.teams:
            if not team.locked or left is None:
                continue
            kept = left.teams[team.id]
            assert [seat for seat in left.seats if seat.team == team.id] == [
                seat for seat in scenario.seats if seat.team == team.id
            ]
            assert (kept.name, kept.kind, kept.lead, kept.purpose) == (
                team.name,
                team.kind,
                team.lead,
                team.purpose,
            )


@few
@given(journeys())
def test_a_scenario_hears_of_its_own_changes_and_those_of_people_and_project(journey):
    project, done = journey
    for edited in done:
        for scenario in edited.project.scenarios:
            if scenario != project.scenarios.get(scenario.id):
                assert list(edited.difference.of_scenario(scenario.id))
        for change in edited.difference:
            if change.table in (Table.PEOPLE, Table.PROJECT):
                for scenario in edited.project.scenarios:
                    assert change in list(edited.difference.of_scenario(scenario.id))
        project = edited.project


def orders(project: Project) -> list[object]:
    tables: list[Rows] = [project.people, project.scenarios]
    for scenario in project.scenarios:
        tables += [scenario.teams, scenario.seats, scenario.links, scenario.practices]
        tables += [scenario.responsibilities, scenario.muted]
    return [table.order for table in tables]


@few
@given(st.data(), projects())
def test_a_seat_that_is_ordered_leaves_all_others_in_their_order(data, project):
    scenario = data.draw(st.sampled_from(list(project.scenarios)))
    seats = [seat for seat in scenario.seats if not scenario.teams[seat.team].locked]
    pairs = [(one.id, two.id) for one in seats for two in seats if one.team == two.team]
    if not pairs:
        return
    seat, other = data.draw(st.sampled_from(pairs))
    before = data.draw(st.booleans())
    edited = order_seat(project, scenario.id, seat=seat, **{"before" if before else "after": other})
    was, now = scenario.seats.order, edited.project.scenarios[scenario.id].seats.order
    assert [key for key in now if key != seat] == [key for key in was if key != seat]
    if seat != other:
        assert now.index(other) - now.index(seat) == (1 if before else -1)
    assert set(edited.project.scenarios[scenario.id].seats) == set(scenario.seats)
