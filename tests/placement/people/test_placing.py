"""Where everybody stands in the reporting chart: nothing overlaps, and lines keep off cards."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.placement.layouts import forests
from tests.strategies import journeys

from planner.domain import Rows, outline
from planner.placement import SCREEN, Layout, Measure, Rect, Settings, place
from planner.placement.people import PeoplePlacement, by_people

some = settings(max_examples=15)
how = st.sampled_from([SCREEN, Settings(layout=Layout.SIDEWAYS), Settings(layout=Layout.COMPACT)])


@st.composite
def led(draw):
    """A plan whose teams are led by some of its people, who may hold seats anywhere, or by nobody."""
    project = draw(forests())
    scenario = project.scenarios["s"]
    leads = st.sampled_from([None, *(person.id for person in project.people)][:7])
    teams = [replace(team, lead=draw(leads)) for team in scenario.teams]
    return replace(project, scenarios=Rows([replace(scenario, teams=Rows(teams))]))


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.right <= outer.right + 0.01
        and inner.bottom <= outer.bottom + 0.01
    )


def through(placement: PeoplePlacement) -> list[str]:
    """Lines that run through a card: touching an edge is no crossing."""
    cards = {seat: card.grown(-0.5) for seat, card in placement.seats.items()}
    found = []
    for route in placement.routes:
        for piece in route.pieces:
            for (x1, y1), (x2, y2) in pairwise(piece.points):
                line = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).grown(0.01)
                found += [
                    f"{route.key} runs through {seat}" for seat, card in cards.items() if card.meets(line)
                ]
    return found


@some
@given(project=led(), settings_=how)
def test_nothing_overlaps_and_everything_is_on_the_chart(project, settings_, measure):
    placement = by_people(place(project, "s", measure, settings_))
    areas = [placement.group_rect(key) for key in placement.reporting.groups]
    whole = Rect(0.0, 0.0, *placement.size)
    for number, area in enumerate(areas):
        assert inside(area, whole)
        assert not any(area.grown(-0.01).meets(other) for other in areas[number + 1 :])
    cards = [placement.seats[seat] for seat in placement.seats]
    for number, card in enumerate(cards):
        assert not any(card.meets(other) for other in cards[number + 1 :])


@some
@given(project=led())
def test_cards_stand_in_the_area_of_the_team_that_shows_them(project, measure):
    placement = by_people(place(project, "s", measure))
    for team, box in placement.teams.items():
        assert inside(box.header, box.rect)
        for seat, card in zip(box.seat_ids, box.seats, strict=True):
            assert inside(card, box.rect), (team, seat)
    areas = [box.rect for box in placement.teams.values()]
    for number, area in enumerate(areas):
        assert not any(area.grown(-0.01).meets(other) for other in areas[number + 1 :])


@some
@given(project=led(), settings_=how)
def test_no_line_runs_through_a_card(project, settings_, measure):
    assert through(by_people(place(project, "s", measure, settings_))) == []


@settings(max_examples=20)
@given(journey=journeys())
def test_after_an_edit_everything_stands_as_if_placed_anew(journey, measure):
    project, done = journey
    key = next(iter(project.scenarios)).id
    placement = by_people(place(project, key, measure))
    for edited in done:
        if key not in edited.project.scenarios:
            return
        placement = placement.after(edited)
        anew = by_people(place(edited.project, key, measure))
        assert dict(placement.teams) == dict(anew.teams)
        assert dict(placement.seats) == dict(anew.seats)
        assert placement.routes == anew.routes


def test_further_seats_lie_on_the_card_of_their_holder(measure: Measure):
    project = outline.parse("""
scenario Today
squad One, lead Ada
  DS Ada
squad Two
  DE Ben
  SD Ada 30%
""")
    placement = by_people(place(project, "Today", measure))
    assert placement.seats["Two/SD"] == placement.seats["One/DS"]
    assert "Two/SD" in placement.seats
    assert list(placement.seats) == ["One/DS", "Two/DE"]
    assert placement.shown_in["One/DS"] == "One"


def test_a_lead_whose_seat_is_elsewhere_is_shown_where_they_lead(measure: Measure):
    project = outline.parse("""
scenario Today
group Top, lead Ada
  squad One
    DS Ada
""")
    placement = by_people(place(project, "Today", measure))
    assert placement.shown_in["One/DS"] == "Top"
    assert placement.teams["One"].seat_ids == ()
    dashed = [route for route in placement.routes if route.kind == "dotted"]
    assert [route.targets for route in dashed] == [("seat One/DS",)]


def test_columns_of_names_stand_in_rows_on_a_screen_and_as_wide_as_the_page_on_paper(measure):
    squads = "".join(f"\n  squad Squad {number}\n    DE Ada Moss {number}" for number in range(6))
    project = outline.parse(f"scenario s\ngroup Halden{squads}")
    for settings_, rows in ((SCREEN, 2), (Settings(paper=True), 1)):
        placement = by_people(place(project, "s", measure, settings_))
        heads = {placement.head(f"Squad {number}").y for number in range(6)}
        assert len(heads) == rows
