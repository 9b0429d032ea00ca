"""What ``planner score`` prints: the object of the plan format's page, and prose."""

import json

import pytest
from tests.guidance.saying import reviewed

from planner.guidance import CATALOGUE, Pack, Review, recommendation
from planner.guidance.report import as_json, as_prose
from planner.messages import render

LAYOUT = """
plan Acme
person Mateo Silva: data-engineer
scenario Today: enterprise, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  DE vacant
mute roles/monitoring: agreed in spring
"""


def reported(outline: str, pack: Pack) -> dict:
    seen = reviewed(outline, pack)
    return as_json(seen, _recommended(seen, pack))


def _recommended(seen: Review, pack: Pack):
    scenario = seen.scenario
    return recommendation(pack, scenario.stage, scenario.aim, scenario.chooser)


def test_the_object_has_the_fields_of_the_contract_in_their_order(pack: Pack) -> None:
    data = reported(LAYOUT, pack)
    assert list(data) == [
        "scenario",
        "score",
        "as_drawn",
        "categories",
        "rules",
        "pack",
        "findings",
        "recommended",
    ]
    assert data["scenario"] == {"id": "Today", "name": "Today"}
    assert data["pack"] == {"name": "MLOps team structure", "version": 1}
    assert [each["name"] for each in data["categories"]] == [
        "Roles",
        "People",
        "Structure",
        "Central team",
        "Squads",
        "Hybrid",
        "Product centre",
    ]
    assert data["categories"][3] == {"name": "Central team", "score": None, "weight": 0}
    assert [each["id"] for each in data["rules"]] == [rule.id for rule in CATALOGUE]
    assert data["rules"][0] == {
        "id": "roles/coverage",
        "category": "Roles",
        "weight": 5,
        "source": "article",
        "needs": "chart",
        "applies": True,
        "muted": False,
        "score": pytest.approx(1 / 5.5),
    }
    assert data["recommended"]["structures"] == ["hybrid", "product-centre"]
    assert data["recommended"]["why"]


def test_findings_are_plain_data(pack: Pack) -> None:
    data = reported(LAYOUT, pack)
    by_title = {finding["title"]: finding for finding in data["findings"]}
    finding = by_title["No data engineer"]
    assert list(finding) == [
        "rule",
        "points",
        "severity",
        "title",
        "evidence",
        "message",
        "subjects",
        "guidance",
        "fixes",
    ]
    assert finding["fixes"][0] == "Assign Mateo Silva"
    assert finding["subjects"] == [{"kind": "team", "id": "Checkout"}]
    assert finding["guidance"]["section"] == "Roles"
    assert sum(each["points"] for each in data["findings"]) == pytest.approx(100 - data["score"])
    assert json.loads(json.dumps(data)) == data


def test_a_muted_rule_is_listed_with_its_score(pack: Pack) -> None:
    monitoring = reported(LAYOUT, pack)["rules"][6]
    assert (monitoring["muted"], monitoring["applies"], monitoring["score"]) == (True, True, 0)


def test_nothing_to_score_is_null(pack: Pack) -> None:
    data = reported("squad Empty", pack)
    assert data["score"] is None
    assert data["as_drawn"] is None
    assert data["findings"] == []
    assert all(each["score"] is None and each["applies"] is False for each in data["rules"])


def test_prose_says_score_findings_fixes_and_what_is_muted(pack: Pack) -> None:
    seen = reviewed(LAYOUT, pack)
    lines = [render(line) for line in as_prose(seen, _recommended(seen, pack))]
    text = "\n".join(lines)
    assert lines[0] == "Acme, Today"
    assert lines[1].startswith("Guidance score ")
    assert "As drawn, by teams and seats alone:" in text
    assert "No data engineer (Whole layout)" in text
    assert "    Fix: Assign Mateo Silva" in lines
    assert "Muted: Running models are watched. agreed in spring" in lines
    assert lines[-1].startswith("Recommended: Hybrid and Product centre.")


def test_prose_of_a_layout_without_people_says_so(pack: Pack) -> None:
    seen = reviewed("squad Empty", pack)
    lines = [render(line) for line in as_prose(seen, _recommended(seen, pack))]
    assert "Nothing to score yet: nobody fills one of the six roles." in lines
