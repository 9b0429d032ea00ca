from hypothesis import given, settings
from hypothesis import strategies as st
from tests.placement.layouts import crossings, facts, forests, outside, overlaps
from tests.strategies import edits_of, journeys

from planner.domain import Difference, Edited, Seat
from planner.errors import PlannerError
from planner.messages import message
from planner.placement import COMFORTABLE, PAPER, SCREEN, Layout, Settings, place

some = settings(max_examples=40)
NARROW = Settings(row_width=500.0)
SIDEWAYS = Settings(layout=Layout.SIDEWAYS)
COMPACT = Settings(layout=Layout.COMPACT, card_height=COMFORTABLE)
all_settings = st.sampled_from(
    [
        *(SCREEN, PAPER, NARROW, SIDEWAYS, COMPACT),
        Settings(squad_columns=3, core_columns=6, paper=True),
        Settings(layout=Layout.SIDEWAYS, row_width=500.0),
        Settings(layout=Layout.COMPACT, row_width=200.0, aspect=3.0),
    ]
)
layouts = st.sampled_from([SCREEN, SIDEWAYS, COMPACT])


@st.composite
def folds(draw, project):
    """Some of a plan's teams, to be collapsed."""
    return frozenset(draw(st.sets(st.sampled_from(list(project.scenarios["s"].teams.order)))))


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
@given(project=forests(), how=layouts, data=st.data())
def test_the_same_holds_of_what_is_left_when_teams_are_collapsed(project, how, data, measure):
    placement = place(project, "s", measure, how, data.draw(folds(project)))
    assert overlaps(placement) == []
    assert outside(placement) == []
    assert crossings(placement) == []


@some
@given(project=forests(), how=layouts, data=st.data())
def test_a_collapsed_team_hides_its_seats_and_all_below_it(project, how, data, measure):
    collapsed = data.draw(folds(project))
    placement = place(project, "s", measure, how, collapsed)
    whole = place(project, "s", measure, how)
    tree = whole.hierarchy
    for team in whole.teams:
        over = tree.above[team]
        while over is not None and over not in collapsed:
            over = tree.above[over]
        assert (team in placement.teams) == (over is None)
    seats = {seat.id for seat in project.scenarios["s"].seats}
    shown = {seat for seat in seats if seat in placement.seats}
    assert shown == set(placement.seats)
    assert len(placement.seats) == len(shown)
    assert all(placement.scenario.seats[seat].team not in collapsed for seat in shown)


@some
@given(project=forests(), how=layouts, data=st.data())
def test_collapsing_step_by_step_is_the_placement_made_afresh(project, how, data, measure):
    placement = place(project, "s", measure, how)
    for _ in range(3):
        collapsed = data.draw(folds(project))
        placement = placement.collapsing(collapsed)
        assert facts(placement) == facts(place(project, "s", measure, how, collapsed))


@some
@given(project=forests(), how=st.sampled_from([NARROW, COMPACT]))
def test_teams_keep_their_order_in_rows_read_from_left_to_right(project, how, measure):
    placement = place(project, "s", measure, how)
    for below in placement.hierarchy.children.values():
        rects = [placement.teams[team].rect for team in below]
        assert sorted(rects, key=lambda rect: (rect.y, rect.x)) == rects


@some
@given(project=forests())
def test_sideways_they_keep_it_in_columns_read_from_the_top(project, measure):
    placement = place(project, "s", measure, SIDEWAYS)
    for team, below in placement.hierarchy.children.items():
        rects = [placement.teams[each].rect for each in below]
        assert sorted(rects, key=lambda rect: (rect.x, rect.y)) == rects
        if team is not None:
            assert all(rect.x >= placement.teams[team].rect.right + 80 for rect in rects)


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
@given(journey=journeys())
def test_many_edits_at_once_and_taken_back_are_followed_like_one(journey, measure):
    project, done = journey
    plans = [project, *(edited.project for edited in done)]
    there = Difference(message("Many"), tuple(change for edited in done for change in edited.difference))
    for key in set.intersection(*(set(plan.scenarios.order) for plan in plans)):
        placement = place(project, key, measure).after(Edited(plans[-1], there))
        assert facts(placement) == facts(place(plans[-1], key, measure))
        back = placement.after(Edited(project, there.inverse()))
        assert facts(back) == facts(place(project, key, measure))


@some
@given(project=forests(), data=st.data())
def test_the_same_of_larger_layouts_of_every_kind_with_collapsed_teams(project, data, measure):
    how, collapsed = data.draw(layouts), data.draw(folds(project))
    placement = place(project, "s", measure, how, collapsed)
    for _ in range(4):
        try:
            edited = data.draw(edits_of(project))(project)
        except PlannerError:
            continue
        project = edited.project
        if "s" not in project.scenarios:
            return
        placement = placement.after(edited)
        assert facts(placement) == facts(place(project, "s", measure, how, collapsed))


@some
@given(project=forests())
def test_every_seat_has_a_card_in_its_own_team(project, measure):
    placement = place(project, "s", measure)
    seat: Seat
    for seat in project.scenarios["s"].seats:
        assert seat.id in placement.teams[seat.team].seat_ids
        assert placement.seats[seat.id] in placement.teams[seat.team].seats
