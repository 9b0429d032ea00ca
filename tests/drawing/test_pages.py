import re
from functools import partial

import pytest
from msgspec.structs import replace
from tests.drawing.reading import all_texts, badges, places, sizes

from planner.domain import Mute, Rows, outline
from planner.drawing.marks import Badge, Label
from planner.drawing.pages import PAPERS, laid_out, paper_named
from planner.drawing.pages.findings import MOST
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.table import Row, Table
from planner.errors import PlannerError
from planner.messages import Message, render
from planner.placement import Measure

LAYOUT = """
plan Halden Mutual
person Karin Voss: product
person Yuki Tanaka
scenario Hybrid 2026: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ingrid Solheim
  core ML Platform, purpose "Shared platform"
    MO Tomasz Zieliński
    DE Grace Mwangi
    RS Omar Siddiqui 60%
    PR vacant
  squad Fraud Shield, purpose "Score card fraud at checkout"
    PR Nina Hofmann
    DS Kwame Boateng
    MO Nadia Kessler 60%
  squad Claims Copilot, lead Marcus Webb
    DS Leila Haddad
    MO Nadia Kessler 60%
    SD vacant
ML Platform serves Fraud Shield, Claims Copilot
"""
ONE_SQUAD = """
plan Quillo
person Ben Carter: software-developer
scenario First team: small-startup, product, decentralized, 1 use case
group Quillo, lead Maya Lind
  squad Receipt Matching, purpose "Match receipts to bank entries"
    DS Lena Fischer 40%
    DE Lena Fischer 30%
    MO Lena Fischer 20%
    DA Lena Fischer 10%
    SD vacant
    PR Maya Lind 50%
    DG vacant
    MK vacant
"""
WITHOUT_E = """
plan Nord
person Karin Voss: product
scenario Today: enterprise, product, hybrid, 4 use cases
group Org, lead Ingrid
  core Platform, purpose "Data for all"
    MO Tomasz
    RS Omar 60%
    PR vacant
  squad Fraud
    PR Nina
    MO Tomasz 60%
  squad Claims, lead Marc
    DS Kwam
    SD vacant
Platform serves Fraud, Claims
"""
A3 = paper_named("A3")


def flowing(texts: list[str]) -> str:
    return " ".join(texts)


def test_the_chart_page_shows_every_name(report_of):
    report = report_of(LAYOUT)
    page = laid_out(report, A3).drawings[0]
    said = flowing(all_texts(page))
    for person in report.project.people:
        assert person.name in said


def test_who_holds_no_seat_is_on_the_bench_and_leads_are_in_the_header(report_of):
    texts = all_texts(laid_out(report_of(LAYOUT), A3).drawings[0])
    start = texts.index("On the bench: 2 people")
    assert texts[start + 1 : start + 3] == ["Karin Voss", "Yuki Tanaka"]
    assert "Led by Ingrid Solheim" in texts
    assert "Led by Marcus Webb" in texts


def test_the_page_has_title_structure_score_and_legend(report_of):
    report = report_of(LAYOUT)
    said = flowing(all_texts(laid_out(report, A3).drawings[0]))
    assert "Hybrid 2026" in said
    assert "Halden Mutual: hybrid, 1 core and 2 squads" in said
    assert f"{report.review.score.total:.1f}" in said
    assert str(report.review.band.label) in said
    for word in ("Data engineer", "Product", "Vacant"):
        assert word in said


def test_the_title_block_is_complete_on_every_page(report_of):
    pages = laid_out(report_of(LAYOUT), A3).drawings
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        said = flowing(all_texts(page))
        for part in (
            "Halden Mutual",
            "Hybrid 2026",
            "Hybrid",
            "Enterprise, product aim",
            "11 people, 6.8 FTE placed",
            "2025-11-23 12:05",
            f"{number} of {len(pages)}",
            "Trinh Nguyen, Neurond",
            "weights are this tool's judgement",
        ):
            assert part in said


def test_main_findings_carry_the_numbers_of_the_marks_in_the_chart(report_of):
    report = report_of(LAYOUT)
    page = laid_out(report, A3).drawings[0]
    listed = [badge for group in page.groups if group.key == ("page", "findings") for badge in _badges(group)]
    shown = min(len(report.review.findings), 8)
    assert [badge.number for badge in listed] == [str(number + 1) for number in range(shown)]
    for badge, finding in zip(listed, report.review.findings, strict=False):
        assert badge.severity == finding.severity
        marked = [subject for subject in finding.subjects if subject.kind != "person"]
        for subject in marked:
            group = next(group for group in page.groups if group.key == (subject.kind, subject.id))
            assert badge.number in [mark.number for mark in _badges(group)]


def _group(page, name):
    return next(group for group in page.groups if group.key == ("page", name))


def _labels(group):
    return [mark for mark in group.marks if isinstance(mark, Label)]


def _badges(group):
    return [mark for mark in group.marks if isinstance(mark, Badge) and mark.number]


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("portrait", [False, True])
def test_names_are_eight_points_nothing_is_below_seven_and_nothing_is_cut(report_of, fonts, paper, portrait):
    pages = laid_out(report_of(LAYOUT), paper_named(paper, portrait=portrait))
    for page in pages.drawings:
        assert min(size for size, _ in sizes(page)) >= 6.999
        assert not [text for text in all_texts(page) if "…" in text]
        for rect, text in places(page, fonts):
            assert rect.x >= 0, text
            assert rect.right <= page.width, text
            assert rect.y >= 0, text
            assert rect.bottom <= page.height, text
    names = [size for size, text in sizes(pages.drawings[0]) if text == "Tomasz Zieliński"]
    assert min(names) >= 7.999


@pytest.mark.parametrize("name", ["A4", "A3", "A0"])
@pytest.mark.parametrize("portrait", [False, True])
def test_texts_of_a_page_do_not_lie_on_each_other(report_of, fonts, name, portrait):
    for page in laid_out(report_of(LAYOUT), paper_named(name, portrait=portrait)).drawings:
        boxes = [(rect, text) for rect, text in places(page, fonts) if text.strip()]
        for place, (one, text) in enumerate(boxes):
            for other, other_text in boxes[place + 1 :]:
                assert not one.grown(-1.5).meets(other.grown(-1.5)), (text, other_text)


def test_the_page_grows_until_names_are_large_enough_and_says_so(report_of):
    squads = "\n".join(
        f"squad Squad {number}\n" + "\n".join(f"  DS Person {number}-{seat}" for seat in range(10))
        for number in range(24)
    )
    pages = laid_out(report_of(squads), paper_named("A4"))
    assert pages.paper.width * pages.paper.height > A3.width * A3.height
    assert [str(note) for note in pages.notes] == [
        f"The chart page is {pages.paper.name}: on A4 its names would be smaller than 8 points."
    ]
    assert pages.drawings[1].width == pytest.approx(paper_named("A4").width)


def test_a_few_people_fit_on_the_smallest_paper_with_fewer_findings_listed(report_of):
    report = report_of(ONE_SQUAD)
    small, large = laid_out(report, paper_named("A4")), laid_out(report, A3)
    assert (small.paper.name, small.notes) == ("A4", ())
    listed = [int(badge.number) for badge in _badges(_group(small.drawings[0], "findings"))]
    found = len(report.review.findings)
    assert listed == list(range(1, len(listed) + 1))
    assert 0 < len(listed) < found
    assert f"the first {len(listed)} of {found}; numbers refer" in flowing(all_texts(small.drawings[0]))
    chart = [group for group in small.drawings[0].groups if group.key[0] != "page"]
    assert {int(badge.number) for group in chart for badge in _badges(group)} <= set(listed)
    assert len(_badges(_group(large.drawings[0], "findings"))) == min(found, MOST)


@pytest.mark.parametrize(("name", "most"), [("A4", 1.0), ("A3", 1.0), ("A2", 1.2), ("A1", 1.42), ("A0", 1.7)])
def test_on_large_paper_the_room_is_for_the_chart(report_of, name, most):
    page = laid_out(report_of(LAYOUT), paper_named(name)).drawings[0]
    title = next(size for size, text in sizes(page) if text == "Hybrid 2026")
    assert 22.0 <= title <= 22.0 * most
    around = [group for group in page.groups if group.key[0] == "page"]
    smallest = min(mark.style.size * group.scale for group in around for mark in _labels(group))
    assert 8.0 <= smallest <= 8.0 * most


def test_a_finding_without_a_fix_has_its_reason_on_the_score_page_alone(report_of):
    report = report_of("squad One\n  DS Ada\nsquad Two\n  DS Ben")
    chart, *rest = laid_out(report, A3).drawings
    (reason, *_) = [str(each.reason_for_no_fix) for each in report.review.findings[:8] if not each.fixes]
    assert reason not in flowing(all_texts(chart))
    assert reason in flowing([text for page in rest for text in all_texts(page)])


def test_every_word_of_the_pages_is_written_in_the_language_of_the_reader(report_of):
    def in_another_language(said: Message) -> str:
        template = said.plural if said.plural is not None and said.count != 1 else said.text
        return re.sub(r"\{[^}]*\}|e", lambda found: "ë" if found[0] == "e" else found[0], template)

    report = report_of(WITHOUT_E)
    measure = Measure(report.fonts, say=partial(render, translate=in_another_language))
    words = flowing(
        [text for page in laid_out(replace(report, measure=measure), A3).drawings for text in all_texts(page)]
    )
    for name in (report.pack.source.publisher, report.pack.source.author, report.pack.name):
        words = words.replace(name, "")
    assert "Rolës" in words
    assert re.findall(r"\w*e\w*", words) == []


def test_beyond_a0_the_page_has_a_size_of_its_own(report_of):
    squads = "\n".join(
        f"squad Squad {number}\n" + "\n".join(f"  DS Person {number}-{seat}" for seat in range(10))
        for number in range(400)
    )
    pages = laid_out(report_of(squads), A3)
    assert pages.paper.name == ""
    assert " mm: on A3 its names would be smaller" in str(pages.notes[0])
    assert min(size for size, text in sizes(pages.drawings[0]) if text.startswith("Person")) >= 7.999


def test_the_score_page_lists_every_finding_and_the_sum(report_of):
    report = report_of(LAYOUT)
    said = flowing([text for page in laid_out(report, A3).drawings[1:] for text in all_texts(page)])
    for finding in report.review.findings:
        for part in (finding.title, finding.where, finding.guidance.text, finding.evidence[0].text):
            assert str(part) in said
    assert f"−{100 - report.review.score.total:.1f}" in said
    assert "Points missing from 100" in said
    assert "Are the roles filled, and can models reach production?" in said


def test_a_long_table_goes_on_under_the_same_head(report_of):
    squads = "\n".join(f"squad Squad {number}\n  DS vacant\n  DA Ann {number}" for number in range(14))
    pages = laid_out(report_of(squads), paper_named("A4")).drawings
    assert len(pages) > 2
    for page in pages[1:]:
        assert "Suggested change" in all_texts(page)
    numbers = [int(badge.number) for page in pages[1:] for badge in badges(page) if badge.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert flowing(all_texts(pages[-1])).count("Points missing from 100") == 1


@pytest.mark.parametrize("squads", range(1, 9))
def test_the_last_page_of_a_long_table_is_not_left_with_a_single_row(report_of, squads):
    text = "\n".join(f"squad Squad {number}\n  DS vacant\n  DA Ann {number}" for number in range(squads))
    pages = laid_out(report_of(text), A3).drawings[1:]
    counts = [sum(1 for badge in badges(page) if badge.number) for page in pages]
    assert len(counts) == 1 or counts[-1] > 1, counts


def test_muted_rules_are_listed_with_their_reasons(report_of):
    project = outline.parse(LAYOUT)
    muted = Rows([Mute(rule="roles/monitoring", reason="The board decided so")])
    scenario = replace(project.scenarios["Hybrid 2026"], muted=muted)
    project = replace(project, scenarios=project.scenarios.put(scenario))
    pages = laid_out(report_of(project), A3).drawings[1:]
    said = flowing([text for page in pages for text in all_texts(page)])
    assert "Muted, and why" in said
    assert "The board decided so" in said


def test_a_report_without_a_review_is_the_chart_alone(report_of):
    pages = laid_out(report_of(LAYOUT, reviewed=False), A3)
    assert len(pages.drawings) == 1
    assert "1 of 1" in all_texts(pages.drawings[0])


def test_a_layout_with_nobody_in_it_has_nothing_to_score(report_of):
    said = flowing(all_texts(laid_out(report_of("plan Empty\nscenario Today"), A3).drawings[0]))
    assert "Nothing to score yet" in said
    assert "No teams yet." in said


def test_an_unknown_paper_is_refused_with_those_there_are():
    with pytest.raises(PlannerError, match="There is no paper B7; choose one of A4, A3"):
        paper_named("B7")
    assert paper_named(" a3 ", portrait=True).height > paper_named("a3").height


def test_the_sum_never_stands_on_a_page_alone(fonts):
    measure = Measure(fonts)

    def ends(by, _sheet, _columns, y):
        return y + by

    rows = [
        Row(partial(ends, 100.0), plain=True),
        Row(partial(ends, 100.0)),
        Row(partial(ends, 20.0), follows=True),
    ]
    assert Table(Sheet(measure, fonts), 0.0, 500.0).fill(rows, 0.0, 210.0) == rows[1:]
    assert Table(Sheet(measure, fonts), 0.0, 500.0).fill(rows, 0.0, 220.0) == []
    long = rows[1:]
    assert Table(Sheet(measure, fonts), 0.0, 500.0).fill(long, 0.0, 110.0) == long[1:], (
        "what fits nowhere is drawn"
    )
