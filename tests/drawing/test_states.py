from itertools import pairwise

import pytest
from tests.drawing.reading import first, texts

from planner.domain import Function
from planner.drawing import states
from planner.drawing.bars import bar_marks
from planner.drawing.gauge import Gauge, change_words, gauge_marks
from planner.drawing.ghosts import drop_badge, ghost
from planner.drawing.levels import Level
from planner.drawing.looks import LOOKS, TEAM_RADIUS, State, from_afar
from planner.drawing.marks import Arc, Box, Chip, Dash, IconMark, Label, Line, Rect
from planner.messages import message
from planner.placement import Measure

LAYOUT = "squad A\n  DS Ada\n  DE vacant\n  MO Ada\nsquad B\n  SD Ben 40%"


@pytest.mark.parametrize(
    ("state", "box"),
    [
        (State.HOVER, {"border": "edge"}),
        (State.SELECTED, {"fill": "accent-bg", "border": "accent", "line": 2.0}),
        (State.SAME_PERSON, {"border": "accent/70", "line": 1.5}),
        (State.DRAG_SOURCE, {"border": "accent", "dash": Dash.DASHED}),
        (State.REFUSED, {"border": "problem", "dash": Dash.DASHED}),
        (State.PROBLEM, {"border": "problem", "line": 2.0}),
        (State.WARNING, {"border": "warning-icon", "line": 2.0}),
    ],
)
def test_a_card_looks_its_state(chart_of, state, box):
    assert first(states.seat_state(chart_of(LAYOUT), "A/DS", state).marks, Box, **box)


def test_focus_is_a_ring_with_a_clear_gap_beside_the_card_s_own_border(chart_of):
    chart = chart_of(LAYOUT)
    ring, card = states.seat_state(chart, "A/DS", State.FOCUS).marks[:2]
    assert (ring.border, ring.line) == ("accent", 2.0)
    assert ring.rect == card.rect.grown(3.0)
    assert card.border == "line"


def test_a_target_under_the_pointer_says_the_outcome_first(chart_of):
    chart = chart_of(LAYOUT)
    over = states.seat_state(chart, "A/DE", State.OVER_TARGET, says=states.DROP_TO_ASSIGN)
    assert texts(over.marks) == ["Drop to assign", "Data engineer"]
    swap = states.seat_state(
        chart, "A/DS", State.OVER_TARGET, says=message("Swap with"), below=message("Ada"), icon="swap"
    )
    assert texts(swap.marks) == ["Swap with", "Ada"]
    assert first(swap.marks, IconMark, name="swap")
    refused = states.seat_state(chart, "A/DS", State.REFUSED, says=message("Already in this team"))
    assert texts(refused.marks)[0] == "Already in this team"
    assert first(refused.marks, IconMark, name="no-entry")


def test_a_target_at_compact_detail_says_the_outcome_on_one_line(chart_of):
    chart = chart_of(LAYOUT)
    over = states.small_seat_state(chart, "A/DE", State.OVER_TARGET, states.DROP_TO_ASSIGN, scale=0.7)
    assert texts(over.marks) == ["Drop to assign"]
    assert first(over.marks, Chip)
    long = message("Swap with Ada Moss")
    swap = states.small_seat_state(chart, "A/DS", State.OVER_TARGET, long, scale=0.7)
    assert texts(swap.marks) == ["Swap with Ada Moss"], "the words are worth more than the chip"
    replaced = message("Replace {person}", person="Konstantin Brandt")
    shorter = states.small_seat_state(chart, "A/DS", State.OVER_TARGET, replaced, scale=0.6)
    assert texts(shorter.marks) == ["Replace K. Brandt"]


def test_a_card_at_compact_detail_keeps_its_name_in_every_state(chart_of):
    chart = chart_of(LAYOUT)
    selected = states.small_seat_state(chart, "A/DS", State.SELECTED, scale=0.5)
    assert texts(selected.marks) == texts(chart.group(("seat", "A/DS"), Level.COMPACT, scale=0.5).marks)
    assert first(selected.marks, Box, fill="accent-bg", border="accent")
    target = states.small_seat_state(chart, "A/DE", State.TARGET, scale=0.5)
    assert first(target.marks, Label).colour == "accent-ink"
    assert first(target.marks, Box, fill="accent-bg", dash=Dash.DASHED)


@pytest.mark.parametrize("scale", [0.25, 0.5, 0.82])
def test_lines_of_a_state_are_as_thick_on_the_screen_however_small_the_chart(scale):
    for state in (State.FOCUS, State.SELECTED, State.OVER_TARGET, State.PROBLEM):
        near, far = LOOKS[state], from_afar(LOOKS[state], scale)
        assert far.line * scale == pytest.approx(near.line)
        if near.ring:
            assert [far.ring[1] * scale, far.ring[2] * scale] == pytest.approx([*near.ring[1:]])
        assert from_afar(near, 2.0) == near, "what is larger than life has lines that are, too"


def test_a_menu_button_hides_the_share_that_it_would_half_cover(chart_of):
    chart = chart_of(LAYOUT)
    hidden = states.hidden_share(chart, "B/SD", "surface")
    card = chart.placement.seats["B/SD"]
    assert hidden.bounds.right <= card.right
    assert states.hidden_share(chart, "A/DE", "surface") is None


def test_a_valid_target_stays_vacant_and_no_longer_invites(chart_of):
    marks = states.seat_state(chart_of(LAYOUT), "A/DE", State.TARGET).marks
    assert texts(marks)[0] == "Vacant"
    assert not [mark for mark in marks if isinstance(mark, IconMark)]


def test_what_is_dragged_away_fades_in_place(chart_of):
    marks = states.seat_state(chart_of(LAYOUT), "B/SD", State.DRAG_SOURCE).marks
    assert first(marks, Chip, opacity=0.42)
    assert {mark.colour for mark in marks if hasattr(mark, "style")} == {"ink/42", "ink-2/42"}


def test_a_hovered_card_has_its_menu_button_inside(chart_of):
    group = states.seat_state(chart_of(LAYOUT), "A/DS", State.HOVER)
    button = states.menu_button_rect(group.bounds.width, group.bounds.height)
    assert (button.width, button.height) == (24, 24)
    assert first(group.marks, IconMark, name="more")


def test_a_team_offers_a_place_for_one_more_seat(chart_of):
    chart = chart_of(LAYOUT)
    group = states.add_seat(chart, "A")
    assert texts(group.marks) == ["Add seat"]
    row, team = chart.placement.teams["A"].add_row, chart.placement.rect("A")
    assert (group.bounds.x, group.bounds.width) == (team.x, team.width)
    assert group.bounds.bottom > row.bottom > team.bottom, "the team's frame is drawn on around the row"
    assert first(group.marks, Line, radius=TEAM_RADIUS)
    over = states.add_seat(chart, "A", State.OVER_TARGET, states.DROP_TO_ADD)
    assert texts(over.marks) == ["Drop to add a seat"]


def test_the_frame_around_the_row_for_one_more_seat_leaves_the_lines_below_in_sight(chart_of):
    layout = "core A\n  MO Tomasz\nsquad B\n  DS Ada\nsquad C\n  DS Ben\nA serves B, C"
    chart = chart_of(layout)
    pieces = [piece for route in chart.placement.routes for piece in route.pieces]
    across = min(y for piece in pieces for (_, y), (_, other) in pairwise(piece.points) if y == other)
    assert states.add_seat(chart, "A").bounds.bottom < across


def test_a_spine_joins_the_seats_of_one_person(chart_of):
    chart = chart_of(LAYOUT)
    group = states.spine(chart, ["A/DS", "A/MO"])
    assert group.bounds.height == pytest.approx(84)
    assert first(group.marks, Line, colour="accent/70")
    assert states.spine(chart, ["A/DS"]) is None


def test_team_states_are_borders_over_the_same_frame(chart_of):
    chart = chart_of(LAYOUT)
    assert first(states.team_state(chart, "A", State.SELECTED).marks, Box, fill="panel", border="accent")
    assert first(states.team_outline(chart, "A", State.OVER_TARGET).marks, Box, fill=None, border="accent/28")


def test_the_ghost_is_a_pill_with_chip_name_and_count(fonts):
    group = ghost("Karin Voss", Function.PRODUCT, fonts, more=2, adds=True)
    assert texts(group.marks) == ["Karin Voss", "+2"]
    assert group.bounds.height == 32
    assert first(group.marks, Chip, function=Function.PRODUCT)
    assert first(group.marks, IconMark, name="plus")
    assert first(ghost("A", None, fonts, refused=True).marks, Box, border="problem")


@pytest.mark.parametrize(
    ("gain", "said", "colour"),
    [
        (3.5, "+3.5", "tooltip-good"),
        (-0.4, "−0.4", "tooltip-problem"),
        (0.01, "no change", "tooltip-ink"),
    ],
)
def test_the_badge_says_the_outcome_and_the_change(fonts, gain, said, colour):
    marks = drop_badge(message("Assign as product"), gain, Measure(fonts), fonts).marks
    assert texts(marks) == ["Assign as product", said]
    assert [mark.colour for mark in marks if hasattr(mark, "style")][-1] == colour


def test_a_late_badge_shows_the_outcome_without_a_number(fonts):
    assert texts(drop_badge(message("Swap"), None, Measure(fonts), fonts).marks) == ["Swap"]


def test_the_gauge_shows_the_total_and_where_a_change_leads(fonts):
    marks = gauge_marks(Gauge(84.7, 88.2), Measure(fonts), fonts, centre=(50, 50), diameter=96)
    track, after, now = (mark for mark in marks if isinstance(mark, Arc))
    assert (track.start, track.sweep) == (225, 270)
    assert after.colour == "good/40"
    assert after.sweep == pytest.approx(270 * 0.882)
    assert now.sweep == pytest.approx(270 * 0.847)
    assert texts(marks) == ["84", ".7", "of 100"]
    assert str(change_words(Gauge(84.7, 88.2))) == "84.7 → 88.2 with this change"
    assert change_words(Gauge(84.7, 84.72)) is None


@pytest.mark.parametrize(
    ("total", "colour"), [(12, "problem"), (66, "warning-icon"), (78, "good"), (94, "good")]
)
def test_the_gauge_judges_by_its_band(fonts, total, colour):
    arcs = [
        mark
        for mark in gauge_marks(Gauge(total), Measure(fonts), fonts, centre=(0, 0), diameter=96)
        if isinstance(mark, Arc)
    ]
    assert arcs[-1].colour == colour


def test_an_empty_gauge_is_a_ring_alone(fonts):
    marks = gauge_marks(Gauge(None), Measure(fonts), fonts, centre=(0, 0), diameter=96)
    assert [type(mark) for mark in marks] == [Arc]


def test_a_bar_is_as_long_as_its_score_with_preview_and_baseline():
    track, after, now, tick = bar_marks(Rect(0, 0, 100, 6), 55, preview=69, baseline=40)
    assert (track.rect.width, after.rect.width, now.rect.width) == (100, 69, 55)
    assert (now.fill, after.fill) == ("warning-icon", "warning-icon/40")
    assert tick.points[0][0] == 40


def test_what_hides_a_share_gets_no_other_border_in_more_contrast(chart_of):
    hidden = states.hidden_share(chart_of(LAYOUT), "B/SD", "accent-bg")
    assert [(mark.fill, mark.border) for mark in hidden.marks] == [("accent-bg", "accent-bg")]
