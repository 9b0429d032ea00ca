import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from planner import store
from planner.exchange import plan

DATA = Path(__file__).parents[1] / "data"


def _text(path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("roster", ["oracle-hr-107", "d3-org-chart-1516"])
def test_a_roster_becomes_a_score_and_a_pdf_with_every_name(planner, tmp_path, roster):
    project = tmp_path / "hr.teamplan"
    assert planner("import", DATA / roster / "data.csv", "-o", project).code == 0
    scored = planner("score", project, "--json")
    assert scored.code == 0
    assert 0 <= json.loads(scored.out)["score"] <= 100
    answer = planner("export", project, "-o", tmp_path / "hr.pdf")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.endswith("Wrote hr.pdf.\n")
    text = _text(tmp_path / "hr.pdf")
    people = store.read(project).people
    assert len(people) == int(roster.rpartition("-")[2])
    assert [person.name for person in people if " ".join(person.name.split()) not in text] == []
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["hr.pdf", "hr.teamplan"]


def test_the_paper_is_the_one_that_was_asked_for(planner, acme, tmp_path):
    for options, (width, height) in (
        ((), (420, 297)),
        (("--paper", "A2"), (594, 420)),
        (("--paper", "a2", "--portrait"), (420, 594)),
    ):
        assert planner("export", acme, "-o", tmp_path / "a.pdf", "--quiet", *options) == (0, "", "")
        with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
            size = [round(length / 72 * 25.4) for length in document[0].get_size()]
        assert size == [width, height]


def test_a_picture_is_written(planner, acme, tmp_path):
    assert planner("export", acme, "-o", tmp_path / "a.PNG").code == 0
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG\r\n")


def test_a_plan_is_written_and_comes_back(planner, acme, tmp_path):
    assert planner("export", acme, "-o", tmp_path / "a.plan.json").code == 0
    text = (tmp_path / "a.plan.json").read_text(encoding="utf-8")
    assert text == plan.write(store.read(acme))
    assert planner("export", tmp_path / "a.plan.json", "-o", tmp_path / "b.plan.json").code == 0
    assert (tmp_path / "b.plan.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "a.svg"), "Exporting a chart as SVG comes with a later version."),
        (("-o", "a.html"), "Exporting a page as HTML comes with a later version."),
        (("-o", "a.csv", "--table", "people"), "Exporting a table as CSV comes with a later version."),
        (("-o", "a.xlsx"), "Exporting a workbook comes with a later version."),
        (("-o", "a.pdf", "--view", "people"), "A chart of people comes with a later version."),
        (("-o", "a.pdf", "--fit", "tiles"), "A chart over several sheets comes with a later version."),
        (("-o", "a.pdf", "--table", "seats"), "A table comes with a later version."),
        (("-o", "a.docx"), "a.docx does not say what to write: end its name in .pdf, .png or .plan.json."),
        (("-o", "a.json"), "a.json does not say what to write"),
        (("-o", "folder/"), "folder does not say what to write"),
        (("-o", "a.pdf", "--paper", "napkin"), "There is no paper napkin; choose one of A4, A3"),
        (("-o", "a.pdf", "--scenario", "Never"), "acme.teamplan has no scenario Never: it has Today."),
        (("-o", "a.plan.json", "--paper", "A4"), "A plan holds every scenario and has no paper"),
        (("-o", "gone/a.pdf"), "Could not save a.pdf: its folder is gone"),
        (("-o", "gone/a.plan.json"), "Could not save a.plan.json: its folder is gone"),
        (("-o", "folder.pdf"), "Could not save folder.pdf: a folder has this name"),
        (("-o", "linked.pdf"), "linked.pdf is the file that is read: write to another name."),
    ],
)
def test_what_cannot_be_exported_is_refused_in_one_line(planner, acme, monkeypatch, arguments, words):
    monkeypatch.chdir(acme.parent)
    Path("folder.pdf").mkdir()
    os.link(acme, "linked.pdf")
    before = sorted(entry.name for entry in acme.parent.iterdir())
    answer = planner("export", acme, *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert words in answer.err
    assert sorted(entry.name for entry in acme.parent.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of POSIX")
@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.plan.json"])
def test_a_full_disk_leaves_the_old_document_and_nothing_beside_it(acme, tmp_path, name):
    import resource

    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_text("old")
    done = subprocess.run(
        [sys.executable, "-m", "planner", "export", acme, "-o", target],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"Could not save {name}: the disk takes no file of this size. The file is as it was" in done.stderr
    assert target.read_text() == "old"
    assert [entry.name for entry in target.parent.iterdir()] == [name]


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write everywhere")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_place_that_may_not_be_written_keeps_its_document(planner, acme, tmp_path, what):
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    target.write_text("old")
    refusing = target if what == "file" else target.parent
    refusing.chmod(0o500)
    try:
        answer = planner("export", acme, "-o", target)
    finally:
        refusing.chmod(0o700)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "Could not save a.pdf:" in answer.err
    assert target.read_text() == "old"
    assert [entry.name for entry in target.parent.iterdir()] == ["a.pdf"]


def test_the_target_of_a_link_is_written_and_the_link_stays(planner, acme, tmp_path):
    (tmp_path / "real.pdf").write_text("old")
    (tmp_path / "linked.pdf").symlink_to(tmp_path / "real.pdf")
    assert planner("export", acme, "-o", tmp_path / "linked.pdf").code == 0
    assert (tmp_path / "linked.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF-")


def test_exporting_needs_no_qt(acme, tmp_path):
    script = (
        "import sys; from planner import cli; code = cli.main(sys.argv[1:])\n"
        "assert not any('PySide6' in name for name in sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script, "export", acme, "-o", tmp_path / "a.pdf"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
