from hypothesis import given, settings
from hypothesis import strategies as st
from tests.placement.layouts import crossings, facts, forests, outside, overlaps
from tests.strategies import edits_of, journeys

from planner.domain import Seat
from planner.errors import PlannerError
from planner.placement import PAPER, SCREEN, Settings, place

some = settings(max_examples=40)
NARROW = Settings(row_width=500.0)
all_settings = st.sampled_from([SCREEN, PAPER, NARROW, Settings(squad_columns=3, core_columns=6, paper=True)])


@some
@given(project=forests(), how=all_settings)
def test_nothing_overlaps_and_nothing_stands_outside(project, how, measure):
    placement = place(project, "s", measure, how)
    assert overlaps(placement) == []
    assert outside(placement) == []


@some
@given(project=forests(), how=all_settings)
def test_connectors_never_run_through_a_team(project, how, measure):
    assert crossings(place(project, "s", measure, how)) == []


@some
@given(project=forests())
def test_teams_keep_their_order_in_rows_read_from_left_to_right(project, measure):
    placement = place(project, "s", measure, NARROW)
    for below in placement.hierarchy.children.values():
        rects = [placement.teams[team].rect for team in below]
        assert sorted(rects, key=lambda rect: (rect.y, rect.x)) == rects


@some
@given(project=forests())
def test_seats_keep_their_order_within_a_column_or_row(project, measure):
    placement = place(project, "s", measure)
    scenario = project.scenarios["s"]
    for box in placement.teams.values():
        mine = [seat.id for seat in scenario.seats if seat.team == box.id]
        assert sorted(box.seat_ids) == sorted(mine)
        if not box.headings:
            assert list(box.seat_ids) == mine


@settings(max_examples=100)
@given(journey=journeys())
def test_after_any_edits_it_is_the_placement_made_afresh(journey, measure):
    project, done = journey
    placements = {key: place(project, key, measure) for key in project.scenarios.order}
    for edited in done:
        for key in list(placements):
            if key not in edited.project.scenarios:
                del placements[key]
                continue
            placements[key] = placements[key].after(edited)
            assert facts(placements[key]) == facts(place(edited.project, key, measure))


@some
@given(project=forests(), data=st.data())
def test_the_same_of_larger_layouts(project, data, measure):
    placement = place(project, "s", measure)
    for _ in range(4):
        try:
            edited = data.draw(edits_of(project))(project)
        except PlannerError:
            continue
        project = edited.project
        if "s" not in project.scenarios:
            return
        placement = placement.after(edited)
        assert facts(placement) == facts(place(project, "s", measure))


@some
@given(project=forests())
def test_every_seat_has_a_card_in_its_own_team(project, measure):
    placement = place(project, "s", measure)
    seat: Seat
    for seat in project.scenarios["s"].seats:
        assert seat.id in placement.teams[seat.team].seat_ids
        assert placement.seats[seat.id] in placement.teams[seat.team].seats
