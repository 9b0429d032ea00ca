import json
import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace
from tests.cli.conftest import ACME

from planner import resources, store
from planner.domain.outline import parse
from planner.exchange import plan
from planner.guidance import load_pack, review


def test_a_project_is_scored_in_prose(planner, acme):
    answer = planner("score", acme)
    assert (answer.code, answer.err) == (0, "")
    first, second, *_ = answer.out.splitlines()
    assert first == "Acme, Today"
    project = store.read(acme)
    total = review(project, "Today", load_pack(resources.read_text)).score.total
    assert second.startswith(f"Guidance score {total:.1f} of 100: ")


def test_a_plan_and_the_project_made_of_it_score_alike(planner, acme, tmp_path):
    path = tmp_path / "acme.plan.json"
    path.write_text(plan.write(store.read(acme)), encoding="utf-8")
    one, other = planner("score", acme, path, "--json").out.splitlines()
    assert json.loads(one)["score"] == json.loads(other)["score"]


def test_the_object_for_a_machine_is_what_the_contract_says(planner, acme):
    answer = planner("score", acme, "--json")
    assert (answer.code, answer.err, answer.out.count("\n")) == (0, "", 1)
    scored = json.loads(answer.out)
    assert scored["scenario"] == {"id": "Today", "name": "Today"}
    assert scored["pack"] == {"name": "MLOps team structure", "version": 1}
    assert [category["name"] for category in scored["categories"]] == [
        "Roles",
        "People",
        "Structure",
        "Central team",
        "Squads",
        "Hybrid",
        "Product centre",
    ]
    assert {rule["id"]: rule["score"] for rule in scored["rules"]}["roles/coverage"] < 1
    points = [finding["points"] for finding in scored["findings"]]
    assert points == sorted(points, reverse=True)
    assert abs(sum(points) - (100 - scored["score"])) < 1e-6
    assert scored["recommended"]["structures"]


def test_a_score_below_the_least_is_answered_with_no(planner, acme):
    total = json.loads(planner("score", acme, "--json").out)["score"]
    assert planner("score", acme, "--min", total).code == 0
    below = planner("score", acme, "--min", 99.5)
    assert below.code == 1
    assert below.err.startswith("acme.teamplan scores ")
    assert planner("score", acme, "--min", 99.5, "--quiet").err == ""


def test_where_there_is_nothing_to_score_no_least_is_reached(planner, tmp_path):
    store.save(parse("squad Empty"), tmp_path / "empty")
    assert planner("score", tmp_path / "empty").code == 0
    assert planner("score", tmp_path / "empty", "--min", 0).code == 1
    assert json.loads(planner("score", tmp_path / "empty", "--json").out)["score"] is None


def test_a_scenario_is_found_by_id_and_then_by_name(planner, tmp_path):
    path = tmp_path / "several.plan.json"
    scenarios = [{"id": "1", "name": "2"}, {"id": "2", "name": "Twice"}, {"id": "3", "name": "Twice"}]
    path.write_text(
        json.dumps({"format": "teamplan", "version": 1, "name": "Several", "scenarios": scenarios}),
        encoding="utf-8",
    )

    def scored(*arguments):
        return json.loads(planner("score", path, "--json", *arguments).out)["scenario"]["id"]

    assert scored() == "1"
    assert scored("--scenario", "2") == "2"
    assert planner("score", path, "--scenario", "Twice").err == (
        "planner: several.plan.json has 2 scenarios named Twice: name one by its id, 2 and 3.\n"
    )
    assert planner("score", path, "--scenario", "No") == (
        2,
        "",
        "planner: several.plan.json has no scenario No: it has 2, Twice and Twice.\n",
    )


def test_one_file_that_cannot_be_read_does_not_keep_back_the_others(planner, acme, tmp_path):
    answer = planner("score", tmp_path / "none", acme, "--json", "--min", 100)
    assert answer.code == 2
    assert json.loads(answer.out)["scenario"]["name"] == "Today"
    assert answer.err.splitlines()[0].startswith("planner: There is no file none")


def test_of_several_files_each_is_told_below_its_name(planner, acme, tmp_path):
    other = tmp_path / "other.plan.json"
    other.write_text(plan.write(store.read(acme)), encoding="utf-8")
    lines = planner("score", acme, other, "--min", "100").out.splitlines()
    assert lines[:2] == ["acme.teamplan:", "Acme, Today"]
    at = lines.index("other.plan.json:")
    assert lines[at - 1 : at + 2] == ["", "other.plan.json:", "Acme, Today"]


def test_the_worst_answer_of_several_files_counts(planner, acme, tmp_path):
    assert planner("score", acme, acme, "--min", "0").code == 0
    assert planner("score", acme, acme, "--min", "100").code == 1
    assert planner("score", acme, tmp_path / "none", acme, "--min", "100").code == 2


def test_a_file_changed_elsewhere_is_scored_with_a_warning(planner, acme):
    with closing(sqlite3.connect(acme)) as raw:
        raw.execute("UPDATE team SET name = 'Renamed' WHERE id = 'Fraud Shield'")
        raw.commit()
    answer = planner("score", acme, "--quiet")
    assert answer.code == 0
    assert "Renamed" in answer.out
    assert answer.err.startswith("planner: acme.teamplan was changed outside this program or is damaged")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name,title\nAda,Engineer\n", "if it is a roster, run planner import on it first."),
        (b"\x89PNG\x00", "is neither a project file nor a plan: name one of these."),
        (b"{}", "x: This is no plan: a plan says"),
        (b"{", "x: "),
    ],
)
def test_what_is_no_plan_is_refused_in_one_line(planner, tmp_path, content, words):
    (tmp_path / "x").write_bytes(content)
    answer = planner("score", tmp_path / "x")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert words in answer.err


def test_names_from_a_file_cannot_command_the_terminal(planner, tmp_path):
    text = ACME.replace("plan Acme", "plan Ac\x1b[31mme\u202e")
    store.save(parse(text), tmp_path / "x")
    out = planner("score", tmp_path / "x").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert json.loads(planner("score", tmp_path / "x", "--json").out)["score"] is not None


def weights_file(tmp_path, text='name = "Strict"\n[weights]\n"core/budget" = 50\n'):
    path = tmp_path / "strict.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_weights_from_a_file_score_a_plan_and_name_themselves(planner, acme, tmp_path):
    weights = weights_file(tmp_path)
    before = acme.read_bytes()
    plain = json.loads(planner("score", acme, "--json").out)
    strict = json.loads(planner("score", acme, "--json", "--weights", weights).out)
    assert strict["pack"] == {"name": "Strict", "version": 1}
    assert strict["score"] < plain["score"]
    assert {rule["id"]: rule["weight"] for rule in strict["rules"]}["core/budget"] == 50
    assert strict.keys() == plain.keys()
    told = planner("score", acme, "--weights", weights).out
    assert "Weights: Strict, in place of the default ones." in told
    assert acme.read_bytes() == before


def test_every_fault_of_a_file_of_weights_is_a_line(planner, acme, tmp_path):
    weights = weights_file(tmp_path, 'name = ""\n[weights]\n"core/buget" = 1\n')
    answer = planner("score", acme, "--weights", weights)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines() == [
        'planner: strict.toml: name must be a text that is not empty, not "".',
        'planner: strict.toml: weights."core/buget" is no rule: the nearest one is core/budget.',
    ]
    assert planner("score", acme, "--weights", tmp_path / "none.toml").err == (
        "planner: There is no file none.toml: check the name and the folder.\n"
    )
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    assert "large.toml is larger than 1 MB" in planner("score", acme, "--weights", large).err


def with_basics(acme, tmp_path):
    path = tmp_path / "both.teamplan"
    store.save(replace(store.read(acme), extra_packs=("org-design-basics",)), path)
    return path


def test_the_second_pack_has_a_key_of_its_own_only_where_it_is_on(planner, acme, tmp_path):
    off = json.loads(planner("score", acme, "--json").out)
    on = json.loads(planner("score", with_basics(acme, tmp_path), "--json").out)
    (second,) = on.pop("extra_packs")
    assert on == off
    assert (second["id"], second["name"], second["version"]) == ("org-design-basics", "Org design basics", 1)
    assert [rule["id"] for rule in second["rules"]][:2] == ["org/span-of-control", "org/layers"]
    lost = sum(finding["points"] for finding in second["findings"])
    assert lost == pytest.approx(100 - second["score"])
    assert all(finding["guidance"]["sources"] for finding in second["findings"])


def test_the_second_pack_is_told_after_the_guidance_in_prose(planner, acme, tmp_path):
    off, on = planner("score", acme).out, planner("score", with_basics(acme, tmp_path)).out
    assert on.startswith(off)
    told = on.removeprefix(off)
    assert "Org design basics, a pack of its own" in told
    assert "J. Richard Hackman, Leading Teams (2002)" in told
    assert "Org design basics" not in off
