import json

from planner.guidance import CATALOGUE


def test_the_catalogue_is_listed_with_weights(planner):
    answer = planner("rules")
    assert answer.code == 0
    for rule in CATALOGUE:
        assert f"  {rule.id} " in answer.out


def test_the_catalogue_is_one_object_for_a_machine(planner):
    rules = json.loads(planner("rules", "--json").out)["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in CATALOGUE]
    assert all(rule["guidance"]["text"] and rule["weight"] >= 0 for rule in rules)


def test_one_rule_is_explained(planner):
    answer = planner("rules", "roles/coverage")
    assert answer.code == 0
    for title in ("Looks for", "Why", "Better", "Guidance, Roles"):
        assert f"\n{title}\n" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 100
    assert json.loads(planner("rules", "roles/coverage", "--json").out)["id"] == "roles/coverage"


def test_a_rule_that_is_not_there_is_refused(planner):
    answer = planner("rules", "roles/none")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "planner: There is no rule roles/none: planner rules lists those there are.\n"
