import json
import sqlite3
from contextlib import closing


def test_a_sound_file_is_said_to_be_sound(planner, acme):
    answer = planner("check", acme)
    assert answer == (0, "acme.teamplan is sound: 4 people and 1 scenario.\n", "")


def test_a_file_changed_elsewhere_is_answered_with_no(planner, acme):
    with closing(sqlite3.connect(acme)) as raw:
        raw.execute("UPDATE team SET name = 'X' || char(7)")
        raw.commit()
    answer = planner("check", acme)
    assert answer.code == 1
    assert answer.out.splitlines()[0].startswith("acme.teamplan was changed outside this program")
    assert len(answer.out.splitlines()) == 3
    machine = planner("check", acme, "--json")
    assert machine.code == 1
    assert json.loads(machine.out)["faults"] == answer.out.splitlines()


def test_a_damaged_file_is_answered_with_no_and_the_detail_beside(planner, acme):
    acme.write_bytes(acme.read_bytes()[:-4096])
    answer = planner("check", acme)
    assert (answer.code, answer.err) == (1, "")
    assert answer.out == "acme.teamplan is damaged: its end is missing. Open an earlier copy of it.\n"


def test_what_is_no_project_file_is_a_wrong_call(planner, acme):
    acme.write_text("name,title\n", encoding="utf-8")
    answer = planner("check", acme)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("planner: acme.teamplan is not a project file")


def test_a_log_beside_the_file_is_noted_unless_quiet(planner, acme):
    acme.with_name("acme.teamplan-wal").write_bytes(b"x")
    assert "acme.teamplan-wal beside" in planner("check", acme).err
    assert planner("check", acme, "--quiet").err == ""


def test_a_plan_with_many_faults_names_each_of_them(planner, tmp_path):
    people = [{"id": f"p{number}"} for number in range(25)]
    path = tmp_path / "x.plan.json"
    path.write_text(
        json.dumps({"format": "teamplan", "version": 1, "name": "X", "people": people, "scenarios": []}),
        encoding="utf-8",
    )
    answer = planner("check", path)
    assert answer.code == 1
    assert answer.out.splitlines()[0].startswith("x.plan.json: $.people[0]")
    assert len(answer.out.splitlines()) == 25
    refused = planner("score", path)
    assert refused.code == 2
    lines = refused.err.splitlines()
    assert len(lines) == 21
    assert lines[0].startswith("planner: x.plan.json: $.people[0]")
    assert lines[-1] == "planner: 5 more faults."
