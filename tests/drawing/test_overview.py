"""The overview: tiles in reading order, a block for each seat, and what colours can tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing.reading import first, texts
from tests.placement.layouts import forests
from tests.strategies import edits_of

from planner.domain import Function, edits
from planner.drawing.chart import Chart
from planner.drawing.colouring import LEGENDS, ColourBy
from planner.drawing.looks import State
from planner.drawing.marks import Badge, Box, Chip, Label
from planner.drawing.overview import OverviewChart
from planner.drawing.team_card import ZOOM_BY_KEYS, team_card
from planner.drawing.worst import worst_of
from planner.errors import PlannerError
from planner.guidance import review
from planner.placement import Measure, Overview, Rect, overview, place
from planner.placement.overview import UNIT
from planner.placement.packing import BLOCK

GROUPS = """
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Tomasz
    DE Grace
  group Payments
    squad Refunds
      DS Ada
      PR vacant
      DA Ben
    squad Disputes
      SD Cleo
  group Claims
    squad Triage
      SD Dan
ML Platform serves Refunds, Disputes, Triage
"""


def drawn(chart, *, width=828.0, by=ColourBy.ROLE, text=1.0):
    return OverviewChart(chart, overview(chart.placement, width, text), by)


def labels(marks) -> list[Label]:
    return [mark for mark in marks if isinstance(mark, Label)]


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.right <= outer.right + 0.01
        and inner.bottom <= outer.bottom + 0.01
    )


def test_squads_stay_in_their_group_and_the_central_team_stands_above_all(chart_of):
    tiles = drawn(chart_of(GROUPS)).overview.tiles
    assert list(tiles)[:3] == ["ML organisation", "ML Platform", "Payments"]
    for squad, group in (("Refunds", "Payments"), ("Disputes", "Payments"), ("Triage", "Claims")):
        assert inside(tiles[squad].rect, tiles[group].rect)
    assert tiles["Payments"].total == 4
    assert tiles["ML organisation"].rect.bottom < tiles["ML Platform"].rect.y
    assert tiles["ML Platform"].rect.bottom < tiles["Payments"].rect.y
    assert tiles["Payments"].rect.right < tiles["Claims"].rect.x


def test_blocks_stand_in_the_fixed_order_hollow_where_vacant(chart_of):
    marks = drawn(chart_of(GROUPS)).group(("team", "Refunds")).marks
    blocks = [mark for mark in marks if isinstance(mark, Box) and "chip:" in f"{mark.fill}{mark.border}"]
    assert [mark.fill or mark.border for mark in blocks] == [
        "chip:product",
        "chip:data-analyst",
        "chip:data-scientist",
    ]
    assert [mark.fill is None for mark in blocks] == [True, False, False]
    assert {mark.rect.width for mark in blocks} == {BLOCK * UNIT}


def test_a_frame_says_how_many_seats_it_holds_and_a_tile_its_name(chart_of):
    view = drawn(chart_of(GROUPS))
    assert texts(view.group(("team", "Payments")).marks)[-2:] == ["4", "Payments"]
    assert texts(view.group(("team", "Refunds")).marks) == ["Refunds"]


def test_a_team_with_findings_shows_the_worst_and_has_its_border(chart_of):
    chart = chart_of(GROUPS)
    view = drawn(chart)
    severity = chart.worst.telling["Refunds"]
    marks = view.group(("team", "Refunds")).marks
    assert first(marks, Badge, severity=severity)


@pytest.mark.parametrize("by", list(ColourBy))
def test_every_shade_is_in_the_legend(chart_of, by):
    chart = chart_of(GROUPS)
    colouring = drawn(chart, by=by)._colouring
    shades = {colouring.shade(seat).colour for seat in chart.scenario.seats}
    if by is ColourBy.ROLE:
        assert all(shade.startswith("chip:") for shade in shades)
    else:
        assert shades <= {shade.colour for shade, _ in LEGENDS[by]} | {"edge"}


def test_vacancies_stand_out_when_colours_tell_them(chart_of):
    marks = drawn(chart_of(GROUPS), by=ColourBy.VACANCIES).group(("team", "Refunds")).marks
    assert (
        sum(
            mark.border == "warning-icon" and mark.fill is None for mark in marks[1:] if isinstance(mark, Box)
        )
        == 1
    )


def test_states_are_drawn_as_wide_on_the_screen_as_on_a_card(chart_of):
    outline = drawn(chart_of(GROUPS)).outline("Refunds", State.SELECTED)
    assert [(mark.border, mark.line) for mark in outline.marks] == [("accent", 2 * UNIT)]


@settings(max_examples=40)
@given(project=forests())
def test_every_team_has_a_tile_that_holds_its_blocks_and_only_what_belongs_in_it(project, fonts):
    packed = overview(place(project, "s", Measure(fonts)), 600.0)
    tiles = packed.tiles
    assert set(tiles) == set(packed.placement.order)
    assert sorted(seat for tile in tiles.values() for seat in tile.seats) == sorted(packed.placement.seats)
    whole = Rect(0.0, 0.0, *packed.size)
    holders = {team: holder_of(packed, team) for team in tiles}
    for team, tile in tiles.items():
        assert inside(tile.rect, whole)
        assert all(inside(packed.seat(seat), tile.rect) for seat in tile.seats)
        for other, rect in ((other, tiles[other].rect) for other in tiles if other != team):
            if tile.rect.grown(-0.01).meets(rect):
                assert team in holders[other] or other in holders[team]


def holder_of(packed: Overview, team: str) -> set[str]:
    rect = packed.tiles[team].rect
    return {other for other, tile in packed.tiles.items() if other != team and inside(rect, tile.rect)}


@settings(max_examples=40)
@given(project=forests(), by=st.sampled_from(ColourBy), data=st.data())
def test_drawn_from_what_was_there_before_it_looks_as_if_drawn_afresh(project, by, data, fonts, pack):
    placement = place(project, "s", Measure(fonts))
    seen = review(project, "s", pack)
    before = OverviewChart(Chart(placement, seen, fonts=fonts), overview(placement, 600.0), by)
    for _ in range(3):
        for key in before.keys:
            before.group(key)
        try:
            edited = data.draw(edits_of(project))(project)
        except PlannerError:
            continue
        project = edited.project
        if "s" not in project.scenarios:
            return
        placement, seen = placement.after(edited), seen.after(edited)
        chart = Chart(placement, seen, fonts=fonts)
        after = OverviewChart(chart, before.overview.after(placement, edited.difference), by, before)
        afresh = OverviewChart(chart, overview(placement, 600.0), by)
        assert after.keys == afresh.keys
        assert [after.group(key) for key in after.keys] == [afresh.group(key) for key in afresh.keys]
        before = after


def test_a_seat_of_another_kind_is_drawn_anew_though_its_shade_stays(chart_of):
    chart = chart_of(GROUPS)
    before = drawn(chart, by=ColourBy.VACANCIES)
    before.group(("team", "Refunds"))
    edited = edits.set_function(
        chart.project, chart.scenario.id, seat=vacant_of(chart), function=Function.DATA_SCIENTIST
    )
    placement = chart.placement.after(edited)
    packed = before.overview.after(placement, edited.difference)
    after = OverviewChart(Chart(placement, fonts=chart.fonts), packed, ColourBy.VACANCIES, before)
    afresh = OverviewChart(Chart(placement, fonts=chart.fonts), packed, ColourBy.VACANCIES)
    assert after.group(("team", "Refunds")) == afresh.group(("team", "Refunds"))


def vacant_of(chart: Chart) -> str:
    return next(seat.id for seat in chart.scenario.seats if not seat.is_filled)


def test_a_team_is_told_of_just_the_findings_about_it_or_a_seat_in_it(chart_of):
    worst = chart_of(GROUPS).worst
    for team, severity in worst.teams.items():
        about = worst.about(team)
        assert worst_of(finding.severity.value for finding in about)[0] == severity
        for finding in about:
            teams = {subject.id for subject in finding.subjects if subject.kind == "team"}
            seats = {subject.id for subject in finding.subjects if subject.kind == "seat"}
            assert team in teams or any(worst.placement.scenario.seats[seat].team == team for seat in seats)


def test_at_larger_text_all_of_it_is_larger_by_as_much(chart_of):
    chart = chart_of(GROUPS)
    once, twice = drawn(chart, width=1200.0), drawn(chart, width=2400.0, text=2.0)
    for team, tile in once.overview.tiles.items():
        large = twice.overview.tiles[team]
        assert (large.rect.width, large.rect.height) == (2 * tile.rect.width, 2 * tile.rect.height)
        assert large.block(0).width == 2 * tile.block(0).width
        sizes = [label.style.size for label in labels(once.group(("team", team)).marks)]
        assert [label.style.size for label in labels(twice.group(("team", team)).marks)] == [
            2 * size for size in sizes
        ]


def test_the_card_of_a_team_is_as_wide_as_what_was_found(chart_of):
    view = drawn(chart_of(GROUPS))
    for team in view.overview.tiles:
        assert not [text for text in texts(team_card(view, team, ZOOM_BY_KEYS).marks) if "…" in text]


def test_large_totals_are_written_like_all_large_numbers(chart_of):
    seats = "    DS vacant\n" * 1200
    many = f"scenario Today: enterprise, product, hybrid\ngroup Payments\n  squad Refunds\n{seats}"
    group = drawn(chart_of(many)).group(("team", "Payments"))
    assert "1,200" in texts(group.marks)


def test_counts_of_a_large_team_keep_clear_of_the_next_chip(chart_of):
    seats = "".join(f"    {code} vacant\n" * 1100 for code in ("DS", "DE", "MO", "SD"))
    many = f"scenario Today: enterprise, product, hybrid\ngroup Payments\n  squad Refunds\n{seats}"
    chart = chart_of(many)
    card = team_card(drawn(chart), "Payments", ZOOM_BY_KEYS)
    chips = [mark for mark in card.marks if isinstance(mark, Chip)]
    counts = [mark for mark in labels(card.marks) if mark.text == "1,100"]
    assert len(chips) == len(counts) == 4
    for count in counts:
        end = count.x + chart.fonts.width(count.text, count.style)
        assert end < card.bounds.width
        beside = [
            chip.x for chip in chips if chip.x > count.x and chip.y < count.baseline < chip.y + chip.size
        ]
        assert all(end < x for x in beside)
