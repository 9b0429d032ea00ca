import csv
import re
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from planner.domain import Function, Kind, Person, Project, Rows, Scenario, Seat, Team, outline
from planner.exchange import plan

RESOURCES = Path(__file__).parents[2] / "resources"
DATA = Path(__file__).parents[1] / "data"
LAYOUT = """
plan Halden Mutual
person Karin Voss: product
scenario Hybrid 2026: enterprise, product, hybrid, 4 use cases
core ML Platform, lead Ingrid Solheim, purpose "Shared platform"
  MO Tomasz Zieliński
  DE Inês Costa 60%
  PR vacant
squad Fraud Shield
  DS Kwame Boateng
ML Platform serves Fraud Shield
"""


def pages_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return texts


def test_the_text_can_be_searched_and_reads_in_order(print_of):
    chart, score = pages_text(print_of(LAYOUT).data)[:2]
    order = ["Hybrid 2026", "ML Platform", "Tomasz Zieliński", "Fraud Shield", "Kwame Boateng", "Karin Voss"]
    places = [chart.index(text) for text in order]
    assert places == sorted(places)
    assert "Led by Ingrid Solheim" in chart
    assert "Points missing from 100" in " ".join([score, *pages_text(print_of(LAYOUT).data)[2:]])


def test_every_font_is_embedded_as_a_part_and_none_is_helvetica(print_of):
    data = print_of(LAYOUT).data
    fonts = set(re.findall(rb"/FontName /([A-Za-z0-9+-]+)", data))
    assert fonts
    assert all(re.fullmatch(rb"[A-Z0-9]{6}\+PlannerInter-\w+", name) for name in fonts), fonts
    assert data.count(b"/FontFile2") >= len(fonts)
    assert b"Helvetica" not in data
    assert b"/ToUnicode" in data


def test_the_metadata_hold_the_title_and_no_author_or_path(print_of):
    data = print_of(LAYOUT).data
    document = pypdfium2.PdfDocument(data)
    facts = document.get_metadata_dict()
    document.close()
    assert facts["Title"] == "Halden Mutual: Hybrid 2026"
    assert facts["Author"] == ""
    assert facts["CreationDate"].startswith("D:20251123120500")
    for secret in (str(Path.home()), "/src/", "anonymous", "unspecified"):
        assert secret.encode() not in data


@pytest.mark.parametrize(
    ("paper", "portrait", "size"),
    [("A3", False, (1190.55, 841.89)), ("A4", True, (595.28, 841.89)), ("Tabloid", False, (1224, 792))],
)
def test_pages_have_the_size_of_the_paper(print_of, paper, portrait, size):
    document = pypdfium2.PdfDocument(print_of(LAYOUT, paper=paper, portrait=portrait).data)
    assert document[len(document) - 1].get_size() == pytest.approx(size, abs=0.01)
    document.close()


def test_no_letter_stands_outside_the_page_or_is_smaller_than_seven_points(print_of):
    document = pypdfium2.PdfDocument(print_of(LAYOUT).data)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if not text.get_text_range(index, 1).strip():
                continue
            left, bottom, right, top = text.get_charbox(index)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height
            # FontSize is before the page's matrix; the matrix holds the scale.
            matrix = raw.FS_MATRIX()
            assert raw.FPDFText_GetMatrix(text, index, matrix)
            assert raw.FPDFText_GetFontSize(text, index) * matrix.a >= 6.99
    document.close()


def test_signs_that_the_fonts_lack_are_boxes_and_one_warning_names_them(print_of):
    made = print_of("squad A\n  DS 李 Ming\n  DE שרה\n  MO 李 Wei\ncore B")
    assert [str(note) for note in made.notes] == [
        "The fonts have no sign for 李 ש ר ה; a box stands in its place."
    ]
    assert "Wei" in pages_text(made.data)[0]
    assert print_of(LAYOUT).notes == ()


def test_cards_that_look_alike_are_drawn_once(print_of):
    names = "\n".join(f"  DS Person {number}" for number in range(100))
    one, many = (print_of(f"core A\n{rows}\ncore B").data for rows in ("  DS Person 1", names))
    assert len(many) < len(one) + 100 * 120
    assert many.count(b"/Subtype /Form") < 40


def test_forty_two_people_take_less_than_two_hundred_kilobytes(print_of):
    sample = plan.read((RESOURCES / "samples/enterprise.plan.json").read_text(encoding="utf-8"))
    data = print_of(sample).data
    assert len(data) < 200_000
    said = " ".join(pages_text(data)[0].split())
    for person in sample.people:
        assert person.name in said


def roster(rows: list[dict[str, str]], name: str, title: str) -> Project:
    """Managers as partner teams, everyone else a seat in their manager's."""
    managers = {row["parentId"] for row in rows} - {""}
    people = [Person(id=row["id"], name=row[name].strip(), title=row[title].strip()) for row in rows]
    teams = [
        Team(
            id=f"team {row['id']}",
            name=f"Team of {row['id']}",
            kind=Kind.PARTNER,
            parent=f"team {row['parentId']}" if row["parentId"] else None,
            lead=row["id"],
        )
        for row in rows
        if row["id"] in managers
    ]
    seats = [
        Seat(
            id=row["id"],
            team=f"team {row['parentId']}",
            function=Function.OTHER,
            person=row["id"],
            share=1.0,
        )
        for row in rows
        if row["parentId"]
    ]
    layout = Scenario(id="s", name="Today", teams=Rows(teams), seats=Rows(seats))
    return Project(name="Roster", people=Rows(people), scenarios=Rows([layout]))


def test_every_one_of_1516_people_is_found(print_of):
    file = next(DATA.rglob("*1516*/data.csv"))
    with file.open(encoding="utf-8", newline="") as source:
        project = roster(list(csv.DictReader(source)), "name", "positionName")
    said = " ".join(pages_text(print_of(project).data)[0].split())
    for name in {person.name for person in project.people}:
        count = sum(person.name == name for person in project.people)
        assert said.count(" ".join(name.split())) >= count


def test_an_empty_plan_prints_too(print_of):
    texts = pages_text(print_of(outline.parse("plan Empty\nscenario Today")).data)
    assert "Nothing to score yet" in " ".join(texts[0].split())
