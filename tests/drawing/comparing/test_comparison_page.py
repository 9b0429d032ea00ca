"""The comparison on paper: whole, in letters that can be read, with title block and legend."""

import pytest
from msgspec.structs import replace
from tests.drawing.reading import all_texts

from planner import resources
from planner.advice.comparing import compared, counting
from planner.domain import Project, edits, outline
from planner.domain.pausing import finished
from planner.drawing.marks import Align, Drawing, Label
from planner.drawing.pages import paper_named
from planner.drawing.pages.comparison_page import ComparisonReport, comparison_pages
from planner.guidance import load_pack, review
from planner.placement.measuring import Measure
from planner.typography import Fonts

PACK = load_pack(resources.read_text)
FONTS = Fonts.load(resources.read_bytes)
LAYOUT = """
plan Halden Mutual
person Karin Voss: product
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Tomasz Novak
    DE Omar Sid
    RS vacant
  squad Fraud Shield, product "Fraud Shield"
    DS Lena Berg
    product Bo Sand
  squad Claims Copilot
    SD vacant
ML Platform serves Fraud Shield, Claims Copilot
"""


def plan_of(count: int, name: str = "Copy") -> Project:
    project = outline.parse(LAYOUT)
    for number in range(1, count):
        project = edits.duplicate_scenario(
            project, "Today", copy=f"c{number}", name=f"{name} {number}"
        ).project
    return project


def report_of(project: Project, now) -> ComparisonReport:
    reviews = [review(project, scenario.id, PACK) for scenario in project.scenarios]
    comparison = compared(reviews, finished(counting(reviews)))
    return ComparisonReport(comparison=comparison, pack=PACK, measure=Measure(FONTS), fonts=FONTS, now=now)


def labels(page: Drawing) -> list[tuple[str, float, float, float]]:
    """Every text with its left and right end on the page, and its size in points."""
    found = []
    for group in page.groups:
        for mark in group.marks:
            if isinstance(mark, Label):
                wide = FONTS.width(mark.text, mark.style)
                left = mark.x - {Align.START: 0.0, Align.MIDDLE: wide / 2, Align.END: wide}[mark.align]
                ends = [group.bounds.x + x * group.scale for x in (left, left + wide)]
                found.append((mark.text, *ends, mark.style.size * group.scale))
    return found


@pytest.fixture
def now():
    from tests.drawing.conftest import NOON

    return NOON


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("paper", ["A3", "A4", "Letter"])
def test_nothing_is_cut_and_all_of_it_can_be_read(now, count, paper):
    pages = comparison_pages(report_of(plan_of(count), now), paper_named(paper))
    (page,) = pages.drawings
    for text, left, right, size in labels(page):
        assert "…" not in text
        assert left >= 0
        assert right <= page.width, text
        assert size >= 7.0, text
    for group in page.groups:
        assert group.bounds.bottom <= page.height


def test_the_rows_of_the_screen_stand_on_it_with_their_names(now):
    (page,) = comparison_pages(report_of(plan_of(3), now), paper_named("A3")).drawings
    said = " ".join(all_texts(page))
    for part in (
        "Comparison",
        "A black tick on a bar is Today.",
        "One block per seat",
        "Findings",
        "ML roles",
    ):
        assert part in said
    for part in ("People placed", "Vacant seats", "Moves from Today", "Second roles", "In short", "Copy 2"):
        assert part in said
    for part in ("Data engineer", "Vacant", "1 of 1", "2025-11-23 12:05", "Today, Copy 2 and Copy 1"):
        assert part in said


def test_a_small_paper_gives_way_to_one_that_can_be_read(now):
    small = comparison_pages(report_of(plan_of(4), now), paper_named("A4"))
    assert small.paper.name != "A4"
    assert "could not be read" in str(small.notes[0])
    assert comparison_pages(report_of(plan_of(4), now), paper_named("A3")).notes == ()


def test_a_long_name_is_written_out(now):
    project = plan_of(4, "A scenario whose name is as long as those that people write in a hurry, and longer")
    (page,) = comparison_pages(report_of(project, now), paper_named("A3")).drawings
    assert not any("…" in text for text in all_texts(page))
    assert "4 scenarios" in all_texts(page)


def test_names_that_have_room_stand_in_the_title_block(now):
    (page,) = comparison_pages(report_of(plan_of(2), now), paper_named("A3")).drawings
    assert "Today and Copy 1" in all_texts(page)


def test_layouts_for_companies_that_differ_say_so(now):
    project = plan_of(2)
    other = replace(project.scenarios["c1"], use_cases=9)
    project = replace(project, scenarios=project.scenarios.put(other))
    (page,) = comparison_pages(report_of(project, now), paper_named("A3")).drawings
    assert "Not the same for all" in " ".join(all_texts(page))


def moved_plan(people: int) -> Project:
    """A plan in whose second layout so many people of one team sit in another."""
    seats = "\n".join(f"    DS Person {number:03}" for number in range(people))
    vacant = "    DS vacant\n" * people
    company = "scenario Today: enterprise, product, hybrid, 4 use cases"
    project = outline.parse(f"{company}\nsquad First\n{seats}\nsquad Second\n{vacant}")
    project = edits.duplicate_scenario(project, "Today", copy="c1", name="Tomorrow").project
    seats_now = list(project.scenarios["c1"].seats)
    for source, target in zip(seats_now[:people], seats_now[people:], strict=True):
        project = edits.move_to_seat(project, "c1", source=source.id, target=target.id).project
    return project


def test_who_moves_is_listed_on_a_page_of_its_own(now):
    pages = comparison_pages(report_of(moved_plan(3), now), paper_named("A3"))
    _, listed = pages.drawings
    texts = all_texts(listed)
    assert "3 people sit elsewhere in Tomorrow than in Today" in texts
    assert "Person 001" in texts
    assert "First, data scientist" in texts
    assert "Second, data scientist" in texts
    assert "2 of 2" in texts


def test_a_long_list_of_moves_goes_on_under_its_head_and_leaves_nobody_out(now):
    pages = comparison_pages(report_of(moved_plan(90), now), paper_named("A3")).drawings[1:]
    assert len(pages) > 1
    texts = [all_texts(page) for page in pages]
    assert all("Person" in each for each in texts)
    assert sum(text.startswith("Person 0") for each in texts for text in each) == 90
    assert all(size >= 8 for page in pages for *_, size in labels(page))


def test_without_moves_there_is_no_page_of_them(now):
    assert len(comparison_pages(report_of(plan_of(3), now), paper_named("A3")).drawings) == 1
