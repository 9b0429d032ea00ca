import errno
import zlib
from datetime import datetime

import pytest

from planner.domain import outline
from planner.errors import PlannerError
from planner.render.export import export

NOON = datetime(2025, 11, 23, 12, 5)  # noqa: DTZ001 - written as the clock shows it
PROJECT = outline.parse("plan Acme\nscenario Today\nsquad A\n  DS Ada\ncore B")


@pytest.fixture
def to(pack, ink):
    def write(path, **options):
        return export(PROJECT, "Today", path, pack=pack, ink=ink, now=NOON, **options)

    return write


def test_a_pdf_is_written_whole_and_nothing_else_is_left(to, tmp_path):
    made = to(tmp_path / "chart.pdf")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF-")
    assert made.pages >= 2
    assert (made.paper, made.notes) == ("A3", ())
    assert [path.name for path in tmp_path.iterdir()] == ["chart.pdf"]


def test_a_picture_is_a_png_of_the_chart_page(to, tmp_path):
    assert to(tmp_path / "chart.png", paper="A4").pages == 1
    data = (tmp_path / "chart.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (pytest.approx(1684, abs=2), pytest.approx(1191, abs=2))
    at = data.index(b"IDAT")
    length = int.from_bytes(data[at - 4 : at], "big")
    pixels = zlib.decompress(data[at + 4 : at + 4 + length])
    assert len(pixels) == height * (1 + 3 * width)
    assert len(set(pixels[: 3 * width * 200])) > 20  # the title is on it


def test_an_old_file_is_replaced(to, tmp_path):
    (tmp_path / "chart.pdf").write_text("old")
    to(tmp_path / "chart.pdf")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_not_there_is_one_sentence(to, tmp_path):
    with pytest.raises(PlannerError, match=r"Could not write x\.pdf: there is no such folder;"):
        to(tmp_path / "gone" / "x.pdf")


def test_a_folder_of_that_name_is_one_sentence(to, tmp_path):
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(PlannerError, match=r"Could not write x\.pdf: a folder has this name;"):
        to(tmp_path / "x.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_full_disk_keeps_the_old_file(to, tmp_path, monkeypatch):
    (tmp_path / "x.pdf").write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("planner.render.export.os.fsync", full)
    with pytest.raises(PlannerError, match=r"Could not write x\.pdf: the disk is full; free some space"):
        to(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_an_unknown_paper_is_refused(to, tmp_path):
    with pytest.raises(PlannerError, match="There is no paper B7"):
        to(tmp_path / "x.pdf", paper="B7")
