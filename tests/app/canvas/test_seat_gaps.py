"""The gaps between the cards of a team, where a seat that is dragged is put in."""

import pytest

from planner import resources
from planner.advice.moves import BetweenSeats
from planner.app.canvas.seat_gaps import seat_gap_at, seat_gap_lines
from planner.app.canvas.shifting import shifted_among
from planner.domain import Project, outline
from planner.placement import Measure, Placement, place
from planner.typography import Fonts

LAYOUT = """
scenario Today
core Core
  MO A
  MO B
  DE C
  DE D
  DS E
squad One
  DS F
  DE G
  MO H
squad Two
  DS I
"""


def placed(project: Project) -> Placement:
    return place(project, "Today", Measure(Fonts.load(resources.read_bytes)))


@pytest.fixture(scope="module")
def placement() -> Placement:
    return placed(outline.parse(LAYOUT))


def seats(placement: Placement, team: str) -> tuple[str, ...]:
    return placement.teams[team].seat_ids


def test_between_two_cards_in_a_column_is_the_gap_between_them(placement):
    first, second = placement.seats["One/DS"], placement.seats["One/DE"]
    x = first.centre[0]
    for y in (first.bottom - 4, (first.bottom + second.y) / 2, second.y + 4):
        found = seat_gap_at(placement, "One", seats(placement, "One"), x, y)
        assert found == BetweenSeats("One", before="One/DE", after="One/DS")
    assert seat_gap_at(placement, "One", seats(placement, "One"), *first.centre) is None


def test_first_and_last_place_are_gaps_too(placement):
    first, last = placement.seats["One/DS"], placement.seats["One/MO"]
    own = seats(placement, "One")
    top = seat_gap_at(placement, "One", own, first.centre[0], first.y - 2)
    assert top == BetweenSeats("One", before="One/DS", after=None)
    end = seat_gap_at(placement, "One", own, last.centre[0], last.bottom + 2)
    assert end == BetweenSeats("One", before=None, after="One/MO")


def test_side_by_side_the_gap_stands_upright_and_rows_go_on_in_reading_order(placement):
    order = seats(placement, "Core")
    one, two = placement.seats[order[0]], placement.seats[order[1]]
    found = seat_gap_at(placement, "Core", order, (one.right + two.x) / 2, one.centre[1])
    assert found == BetweenSeats("Core", before=order[1], after=order[0])
    (line,) = seat_gap_lines(placement, found)
    assert (line.width, line.height) == (0, one.height)
    assert one.right < line.x < two.x
    ends = [place for place, seat in enumerate(order[:-1]) if placement.seats[order[place + 1]].y > one.y]
    turn = BetweenSeats("Core", before=order[ends[0] + 1], after=order[ends[0]])
    assert len(seat_gap_lines(placement, turn)) == 2


def test_a_vacant_seat_has_its_gap_at_the_nearer_edge_of_any_card(placement):
    card = placement.seats["One/DE"]
    own = seats(placement, "One")
    above = seat_gap_at(placement, "One", own, card.centre[0], card.centre[1] - 1, halves=True)
    below = seat_gap_at(placement, "One", own, card.centre[0], card.centre[1] + 1, halves=True)
    assert (above, below) == (
        BetweenSeats("One", before="One/DE", after="One/DS"),
        BetweenSeats("One", before="One/MO", after="One/DE"),
    )


def test_one_card_alone_has_no_gaps(placement):
    card = placement.seats["Two/DS"]
    assert seat_gap_at(placement, "Two", ("Two/DS",), card.centre[0], card.bottom + 1) is None


def test_where_a_team_stands_in_two_parts_a_seat_stays_in_its_own():
    project = outline.parse("scenario Today\nsquad Only\n  PR A\n  DS B\n  MK C\n  DE D\n")
    scenario = project.scenarios["Today"]
    assert shifted_among(scenario, scenario.seats["Only/DS"]) == ("Only/DS", "Only/DE")
    assert shifted_among(scenario, scenario.seats["Only/MK"]) == ("Only/PR", "Only/MK")
