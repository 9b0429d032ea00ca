"""The cells of a comparison: pictures with one block per seat, bars that add up, texts that stay inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import projects

from planner import resources
from planner.advice.comparing import Comparison, Row, compared, counting
from planner.domain import edits, outline
from planner.domain.pausing import finished
from planner.drawing.comparing.cells import PAD, Cells, shared_out
from planner.drawing.comparing.head import Head
from planner.drawing.comparing.thumbnail import thumbnail
from planner.drawing.marks import Align, Badge, Box, Label, Line, Rect
from planner.guidance import load_pack, review
from planner.placement.measuring import Measure
from planner.typography import Fonts

PACK = load_pack(resources.read_text)
FONTS = Fonts.load(resources.read_bytes)
MEASURE = Measure(FONTS)
AREA = Rect(10.0, 20.0, 360.0, 160.0)
LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Tomasz Novak
    DE Omar Sid
    RS vacant
  squad Fraud Shield, product "Fraud Shield"
    DS Karin Voss
    product Bo Sand
  squad Claims Copilot
    SD vacant
ML Platform serves Fraud Shield, Claims Copilot
"""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    project = edits.duplicate_scenario(outline.parse(LAYOUT), "Today", copy="later", name="Later").project
    seat = next(seat.id for seat in project.scenarios["later"].seats if seat.person == "Karin Voss")
    project = edits.unassign(project, "later", seat=seat).project
    reviews = [review(project, scenario.id, PACK) for scenario in project.scenarios]
    return compared(reviews, finished(counting(reviews)))


def blocks(marks) -> list[Box]:
    return [mark for mark in marks if isinstance(mark, Box) and "chip:" in f"{mark.fill}{mark.border}"]


@given(projects(), st.floats(120, 700), st.floats(60, 300))
def test_a_picture_has_a_block_for_every_seat_and_stays_in_its_area(project, width, height):
    area = Rect(10.0, 20.0, width, height)
    for scenario in project.scenarios:
        marks = thumbnail(scenario, FONTS, area)
        assert len(blocks(marks)) == len(scenario.seats)
        for mark in marks:
            if isinstance(mark, Box):
                assert area.grown(0.01).holds(mark.rect.x, mark.rect.y)
                assert area.grown(0.01).holds(mark.rect.right, mark.rect.bottom)


def test_names_stand_whole_and_vacant_seats_are_hollow(comparison):
    marks = thumbnail(comparison.columns[0].scenario, FONTS, AREA)
    names = {mark.text for mark in marks if isinstance(mark, Label)}
    assert names == {"ML organisation", "ML Platform", "Fraud Shield", "Claims Copilot"}
    assert sum(box.fill is None for box in blocks(marks)) == 2
    assert any(isinstance(mark, Line) for mark in marks)


def test_a_plan_without_teams_has_an_empty_picture():
    assert thumbnail(outline.parse("plan Bare").scenarios["Scenario"], FONTS, AREA) == ()


@given(st.lists(st.tuples(st.integers(1, 400), st.floats(1, 40)), min_size=1, max_size=6), st.floats(50, 900))
def test_widths_fill_the_bar_and_none_is_below_its_least(parts, whole):
    counts, least = [count for count, _ in parts], [width for _, width in parts]
    widths = shared_out(counts, whole, least)
    assert all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))
    assert sum(widths) == pytest.approx(max(whole, sum(least)))


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("width", [276.0, 380.0, 640.0])
def test_every_text_of_a_cell_stays_in_its_card(comparison, width, low):
    cells = Cells(comparison, MEASURE, FONTS)
    head = Head(comparison, MEASURE, FONTS, low=low)
    for column in comparison.columns:
        marks = [
            *head.marks(column, width),
            *(m for row in cells.rows for m in cells.marks(row, column, width)),
        ]
        for mark in marks:
            if isinstance(mark, Label):
                wide = FONTS.width(mark.text, mark.style)
                left = mark.x - {Align.START: 0, Align.MIDDLE: wide / 2, Align.END: wide}[mark.align]
                assert left >= PAD - 1, mark.text
                assert left + wide <= width - PAD + 1, mark.text


def test_every_role_of_the_mix_has_its_letters_and_its_count(comparison):
    cells = Cells(comparison, MEASURE, FONTS)
    marks = list(cells.marks(Row.ROLE_MIX, comparison.columns[0], 276.0))
    texts = [mark.text for mark in marks if isinstance(mark, Label)]
    assert texts == ["DE 1", "DS 1", "RS 1", "MO 1", "SD 1"]


def test_findings_are_three_shapes_with_their_numbers(comparison):
    cells = Cells(comparison, MEASURE, FONTS)
    column = comparison.columns[0]
    marks = list(cells.marks(Row.FINDINGS, column, 380.0))
    assert [mark.severity for mark in marks if isinstance(mark, Badge)] == ["problem", "warning", "note"]
    assert [mark.text for mark in marks if isinstance(mark, Label)] == [
        str(count) for count in column.findings
    ]


def test_only_the_others_have_the_tick_of_the_reference(comparison):
    cells = Cells(comparison, MEASURE, FONTS)

    def ticks(column) -> int:
        return sum(
            isinstance(mark, Line) and mark.colour == "ink" for mark in cells.marks(Row.PEOPLE, column, 380.0)
        )

    assert [ticks(column) for column in comparison.columns] == [0, 1]


def test_hidden_rows_leave_one_hairline_above_each_group_that_is_left(comparison):
    hidden = frozenset({Row.LAYOUT, Row.ROLES, Row.FINDINGS})
    cells = Cells(comparison, MEASURE, FONTS, hidden=hidden)
    starts = [row for row in cells.seen if cells.starts_group(row)]
    assert starts == [Row.PEOPLE, Row.ROLE_MIX, Row.IN_SHORT]


def test_a_low_head_says_the_same_in_less_height(comparison):
    high, low = Head(comparison, MEASURE, FONTS), Head(comparison, MEASURE, FONTS, low=True)
    assert low.height(276.0) < high.height(276.0)
    for column in comparison.columns:
        said, told = (
            {mark.text for mark in head.marks(column, 276.0) if isinstance(mark, Label)}
            for head in (high, low)
        )
        assert said == told


def test_a_long_name_takes_two_lines_on_the_screen_and_all_it_needs_on_paper():
    name = "A plan of very many words that nobody would ever shorten for us"
    long = outline.parse(LAYOUT.replace("Today", name))
    long = edits.duplicate_scenario(long, name, copy="later", name=f"{name}, later").project
    found = compared([review(long, scenario.id, PACK) for scenario in long.scenarios])
    on_screen = Head(found, MEASURE, FONTS)
    on_paper = Head(found, MEASURE, FONTS, lines=None)
    for column, named in zip(found.columns, (1, 2), strict=True):  # its name; its name and the other's
        texts = [m.text for m in on_screen.marks(column, 276.0) if isinstance(m, Label)]
        assert sum("…" in text for text in texts) == named
        texts = [m.text for m in on_paper.marks(column, 276.0) if isinstance(m, Label)]
        assert not any("…" in text for text in texts)
    assert on_paper.height(276.0) > on_screen.height(276.0)


SQUADS = """
scenario Today: enterprise, product, decentralized, 4 use cases
group ML organisation
""" + "\n".join(
    f"  squad {name}\n    DS Ada {name}\n    DE vacant\n    PR vacant\n    MO vacant\n    SD vacant"
    for name in ("Fraud Shield", "Claims Copilot", "Smart Pricing", "Churn Radar")
)


@pytest.mark.parametrize(("width", "shelves"), [(366.0, 1), (300.0, 2)])
def test_teams_stand_on_one_shelf_where_all_names_stay_whole(width: float, shelves: int):
    marks = thumbnail(outline.parse(SQUADS).scenarios["Today"], FONTS, Rect(0.0, 0.0, width, 156.0))
    names = {mark.text: mark.baseline for mark in marks if isinstance(mark, Label)}
    assert set(names) >= {"Fraud Shield", "Claims Copilot", "Smart Pricing", "Churn Radar"}
    assert len({baseline for name, baseline in names.items() if name != "ML organisation"}) == shelves
