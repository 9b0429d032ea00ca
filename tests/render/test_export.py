import zlib

import pypdfium2
import pytest

from planner.errors import PlannerError

LAYOUT = "plan Acme\nscenario Today\nsquad A\n  DS Ada\ncore B"


def test_a_scenario_is_printed_on_the_paper_asked_for(print_of):
    made = print_of(LAYOUT)
    assert made.data.startswith(b"%PDF-")
    assert len(made.pages) >= 2
    assert (made.paper, made.notes) == ("A3", ())


def test_a_picture_is_a_png_of_the_chart_page(print_of):
    data = print_of(LAYOUT, paper="A4").picture()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (pytest.approx(1684, abs=2), pytest.approx(1191, abs=2))
    at = data.index(b"IDAT")
    length = int.from_bytes(data[at - 4 : at], "big")
    pixels = zlib.decompress(data[at + 4 : at + 4 + length])
    assert len(pixels) == height * (1 + 3 * width)
    assert len(set(pixels[: 3 * width * 200])) > 20  # the title is on it


def test_an_unknown_paper_is_refused(print_of):
    with pytest.raises(PlannerError, match="There is no paper B7"):
        print_of(LAYOUT, paper="B7")


@pytest.mark.parametrize("with_skills", [False, True])
def test_what_records_say_of_skills_is_told_only_when_asked_for(print_of, with_skills):
    people = "person Ada Byron: data-scientist; skills marketing, negotiation"
    made = print_of(f"plan Acme\n{people}\nscenario Today\nsquad A\n  DS Ada Byron", with_skills=with_skills)
    with pypdfium2.PdfDocument(made.data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    text = " ".join(" ".join(pages).split())
    assert "Few data scientist skills listed" in text
    assert ("has none on record" in text) is with_skills
