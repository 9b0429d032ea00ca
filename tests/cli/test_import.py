import io
import json
from pathlib import Path

import pytest

from planner import store
from planner.domain import Aim, Assumption, Stage, Structure
from planner.exchange import plan

DATA = Path(__file__).parents[1] / "data"
ORACLE = DATA / "oracle-hr-107" / "data.csv"


def test_a_roster_becomes_a_project_file_and_the_report_is_a_message(planner, tmp_path):
    answer = planner("import", ORACLE, "-o", tmp_path / "hr.teamplan")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith("107 people ")
    assert answer.err.endswith("Wrote hr.teamplan.\n")
    project = store.read(tmp_path / "hr.teamplan")
    assert len(project.people) == 107
    (scenario,) = project.scenarios
    assert scenario.assumed == frozenset(Assumption)
    assert [entry.name for entry in tmp_path.iterdir()] == ["hr.teamplan"]
    assert planner("check", tmp_path / "hr.teamplan").code == 0


def test_quiet_says_nothing_at_all(planner, tmp_path):
    assert planner("import", ORACLE, "-o", tmp_path / "a", "--quiet") == (0, "", "")


def test_the_context_that_is_given_is_not_assumed(planner, tmp_path):
    context = ("--stage", "large-startup", "--aim", "research", "--structure", "hybrid")
    answer = planner("import", ORACLE, "-o", tmp_path / "a", *context)
    assert "Assumed" not in answer.err
    (scenario,) = store.read(tmp_path / "a").scenarios
    assert (scenario.stage, scenario.aim) == (Stage.LARGE_STARTUP, Aim.RESEARCH)
    assert (scenario.structure, scenario.assumed) == (Structure.HYBRID, frozenset())


def test_a_dry_run_answers_with_the_report_and_writes_nothing(planner, tmp_path):
    answer = planner("import", ORACLE, "--dry-run", "-o", tmp_path / "a")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("107 people ")
    machine = json.loads(planner("import", ORACLE, "--dry-run", "--json").out)
    assert len(machine["people"]) == 107
    assert all(person["reason"] for person in machine["people"])
    assert list(tmp_path.iterdir()) == []


def test_a_column_is_read_as_the_user_says(planner, tmp_path):
    roster = tmp_path / "odd.csv"
    roster.write_text(
        "Wer,Job=Rolle,Email,Location\nAda Lovelace,Data engineer,ada@example.com,London\n", encoding="utf-8"
    )
    refused = planner("import", roster, "-o", tmp_path / "a")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "Say which with --map COLUMN=name." in refused.err
    answer = planner("import", roster, "-o", tmp_path / "a", "--map", "Wer=name", "--map", "Job=Rolle=title")
    assert answer.code == 0
    (person,) = store.read(tmp_path / "a").people
    assert (person.name, person.title) == ("Ada Lovelace", "Data engineer")


def test_of_a_whole_company_only_the_wanted_are_taken(planner, tmp_path):
    answer = planner("import", ORACLE, "-o", tmp_path / "a", "--only", "roles")
    assert "rows name none of these functions and were left out." in answer.err
    assert len(store.read(tmp_path / "a").people) == 6


class _Input(io.TextIOWrapper):
    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


def test_standard_input_is_a_source(planner, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", _Input(b"name,title\nAda Lovelace,Data engineer\n"))
    assert planner("import", "-", "-o", tmp_path / "a").code == 0
    assert store.read(tmp_path / "a").name == "Imported roster"


def test_a_plan_becomes_a_project_file_without_loss(planner, acme, tmp_path):
    text = plan.write(store.read(acme))
    (tmp_path / "acme.txt").write_text(text, encoding="utf-8")
    answer = planner("import", tmp_path / "acme.txt", "-o", tmp_path / "b")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "4 people and 1 scenario read from the plan.\nWrote b.\n"
    assert plan.write(store.read(tmp_path / "b")) == text
    machine = planner("import", tmp_path / "acme.txt", "--dry-run", "--json")
    assert json.loads(machine.out) == {"plan": "Acme", "people": 4, "scenarios": 1}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("none", "-o", "a"), "There is no file none: check the name and the folder."),
        (("roster", "-o", "a", "--map", "name"), "--map takes COLUMN=FIELD"),
        (("roster",), "Name the project file to write with -o, or try --dry-run."),
        (("roster", "-o", "roster"), "roster is the file that is read: write to another name."),
        (("roster", "-o", "gone/a"), "Could not save a: its folder is gone; save elsewhere."),
        (("roster", "plan", "-o", "a"), "Importing several files at once comes with a later version."),
        (("plan", "-o", "a", "--stage", "enterprise"), "plan is a plan, which brings its own context"),
        (("project", "-o", "a"), "project is a database, not a roster or a plan"),
        (("empty", "-o", "a"), "empty is empty"),
        (("picture", "-o", "a"), "picture is no roster but a picture."),
        (("broken", "-o", "a"), "broken: "),
    ],
)
def test_what_cannot_be_imported_is_refused_in_one_line(
    planner, acme, tmp_path, monkeypatch, arguments, words
):
    monkeypatch.chdir(tmp_path)
    Path("roster").write_text("name\nAda\n", encoding="utf-8")
    Path("plan").write_text(plan.write(store.read(acme)), encoding="utf-8")
    Path("project").write_bytes(acme.read_bytes())
    Path("empty").write_bytes(b"")
    Path("picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    Path("broken").write_text("{", encoding="utf-8")
    before = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
    answer = planner("import", *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert words in answer.err
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == before


def test_a_file_that_is_replaced_keeps_nothing_of_the_old_plan(planner, acme, tmp_path):
    (tmp_path / "roster.csv").write_text("name\nGrace Hopper\n", encoding="utf-8")
    assert planner("import", tmp_path / "roster.csv", "-o", acme).code == 0
    assert b"Karin Voss" not in acme.read_bytes()
    assert store.read(acme).name == "roster"
