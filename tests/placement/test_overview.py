"""An overview that follows edits is the overview made afresh."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.placement.layouts import forests
from tests.strategies import edits_of, journeys

from planner.domain import edits
from planner.errors import PlannerError
from planner.placement import Overview, Rect, overview, place

WIDTH = 500.0


def told(packed: Overview) -> tuple[object, ...]:
    """All that an overview says, to be compared."""
    seats = {seat.id: packed.seat(seat.id) for seat in packed.placement.scenario.seats}
    below = {team: packed.seats_below(team) for team in packed.tiles}
    return list(packed.tiles.items()), packed.lines, packed.size, seats, below


@settings(max_examples=60)
@given(journey=journeys(), data=st.data())
def test_after_any_edits_it_is_the_overview_made_afresh(journey, data, measure):
    project, done = journey
    for key in project.scenarios.order:
        placement = place(project, key, measure)
        packed = overview(placement, WIDTH)
        for edited in done:
            if key not in edited.project.scenarios:
                break
            if data.draw(st.booleans(), label="looked at"):
                told(packed)
            placement = placement.after(edited)
            packed = packed.after(placement, edited.difference)
        assert told(packed) == told(overview(placement, WIDTH))


@settings(max_examples=40)
@given(project=forests(), data=st.data())
def test_the_same_of_larger_layouts_with_collapsed_teams(project, data, measure):
    teams = st.sets(st.sampled_from(list(project.scenarios["s"].teams.order)))
    collapsed = frozenset(data.draw(teams))
    placement = place(project, "s", measure, collapsed=collapsed)
    packed = overview(placement, WIDTH)
    for _ in range(4):
        told(packed)
        try:
            edited = data.draw(edits_of(project))(project)
        except PlannerError:
            continue
        project = edited.project
        if "s" not in project.scenarios:
            return
        placement = placement.after(edited)
        packed = packed.after(placement, edited.difference)
        assert told(packed) == told(overview(placement, WIDTH))
    other = placement.collapsing(frozenset(data.draw(teams)) & placement.scenario.teams.keys())
    assert told(packed.after(other)) == told(overview(other, WIDTH))


@settings(max_examples=20)
@given(project=forests())
def test_only_the_tile_of_the_team_that_changed_is_another(project, measure):
    scenario = project.scenarios["s"]
    held = [seat for seat in scenario.seats if seat.person is not None]
    if not held:
        return
    placement = place(project, "s", measure)
    packed = overview(placement, WIDTH)
    told(packed)
    edited = edits.unassign(project, "s", seat=held[0].id)
    after = packed.after(placement.after(edited), edited.difference)
    assert after.packing is packed.packing
    assert {team for team, tile in after.tiles.items() if tile is not packed.tiles[team]} == {held[0].team}


@settings(max_examples=30)
@given(
    project=forests(),
    widths=st.lists(st.floats(300.0, 1500.0), min_size=1, max_size=4),
    text=st.sampled_from([1.0, 1.5, 2.0]),
)
def test_for_another_width_it_is_the_overview_made_for_that(project, widths, text, measure):
    placement = place(project, "s", measure)
    packed = overview(placement, WIDTH, text)
    for width in widths:
        told(packed)
        packed = packed.as_wide(width)
        assert told(packed) == told(overview(placement, width, text))


@settings(max_examples=40)
@given(
    project=forests(),
    place_and_size=st.tuples(*(st.floats(0.0, 4000.0) for _ in range(4))),
    text=st.sampled_from([1.0, 1.5]),
)
def test_what_meets_an_area_is_found_in_reading_order(project, place_and_size, text, measure):
    packed = overview(place(project, "s", measure), WIDTH, text)
    area = Rect(*place_and_size)
    met = [
        team
        for team, tile in packed.tiles.items()
        if tile.rect.x <= area.right
        and area.x <= tile.rect.right
        and tile.rect.y <= area.bottom
        and area.y <= tile.rect.bottom
    ]
    assert list(packed.teams_in(area)) == met
