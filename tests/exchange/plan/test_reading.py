import json
from typing import Any

import pytest

from planner.domain import Assumption, Function, Kind, LinkKind, Stage, Structure
from planner.errors import PlannerError
from planner.exchange import plan


def text_of(**fields: Any) -> str:
    return json.dumps({"format": "teamplan", "version": 1, "name": "Acme"} | fields)


def layout(**fields: Any) -> str:
    """A plan with the people p1 and p2 and one scenario with the teams a and b."""
    scenario = {"id": "s", "name": "Today", "teams": [team("a"), team("b")]} | fields
    return text_of(people=[person("p1"), person("p2", capacity=0.6)], scenarios=[scenario])


def person(key: str, **fields: Any) -> dict[str, Any]:
    return {"id": key, "name": f"Person {key}"} | fields


def team(key: str, **fields: Any) -> dict[str, Any]:
    return {"id": key, "name": f"Team {key}"} | fields


def seat(**fields: Any) -> dict[str, Any]:
    return {"id": "x", "team": "a", "function": "data-engineer"} | fields


def link(source: str, target: str, kind: str = "serves") -> dict[str, Any]:
    return {"from": source, "to": target, "kind": kind}


def faults_of(text: str) -> list[str]:
    with pytest.raises(plan.PlanFaults) as caught:
        plan.read(text)
    return [str(fault) for fault in caught.value.faults]


def only_scenario(text: str) -> Any:
    return next(iter(plan.read(text).scenarios))


def test_the_least_plan_has_a_name_and_nothing_else():
    project = plan.read(text_of())
    assert project.name == "Acme"
    assert not list(project.people)
    assert not list(project.scenarios)


def test_what_is_left_out_has_the_documented_default():
    project = plan.read(layout())
    scenario = next(iter(project.scenarios))
    box = scenario.teams["a"]
    assert project.people["p1"].capacity == 1
    assert project.people["p1"].roles == ()
    assert project.people["p1"].cost is None
    assert scenario.stage is Stage.SMALL_STARTUP
    assert scenario.structure is Structure.DECENTRALIZED
    assert scenario.use_cases == 0
    assert scenario.chooser is None
    assert box.kind is Kind.SQUAD
    assert box.experiment_share == 0
    assert not box.own_budget


@pytest.mark.parametrize(
    ("given", "demand", "share"),
    [
        ({}, 1.0, None),
        ({"demand": 0.4}, 0.4, None),
        ({"person": "p1"}, 1.0, 1.0),
        ({"person": "p2"}, 0.6, 0.6),
        ({"person": "p2", "share": None}, 0.6, 0.6),
        ({"person": "p2", "share": 0.2}, 0.2, 0.2),
        ({"person": "p2", "demand": 0.5}, 0.5, 0.5),
        ({"person": "p2", "demand": 1.0}, 1.0, 0.6),
        ({"person": "p2", "demand": 1.0, "share": 0.3}, 1.0, 0.3),
        ({"person": None, "share": 0.3}, 1.0, None),
        ({"share": 0}, 1.0, None),
    ],
)
def test_demand_and_share_follow_from_each_other_and_the_capacity(given, demand, share):
    row = only_scenario(layout(seats=[seat(**given)])).seats["x"]
    assert (row.demand, row.share) == (demand, share)


def test_every_field_is_read():
    scenario = {
        "id": "s",
        "name": "Today",
        "stage": "enterprise",
        "aim": "research",
        "use_cases": 7,
        "structure": "product-centre",
        "chooser": "company",
        "assumed": ["aim", "stage"],
        "baseline": True,
        "notes": "n",
        "teams": [
            {"id": "a", "name": "A", "kind": "core", "parent": None, "lead": "p1", "purpose": "why"}
            | {"focus": "business-metrics", "product": "Search", "own_budget": True}
            | {"experiment_share": 0.2, "locked": True},
            team("b"),
        ],
        "seats": [seat(title="Lead", demand=1, person="p1", share=0.5)],
        "links": [link("b", "a", "collaborates")],
        "practices": [{"kind": "on-call", "owner": "p1", "teams": ["b", "a"]}, {"kind": "on-call"}],
        "responsibilities": [{"activity": "monitoring", "team": "a", "level": "accountable"}],
        "muted": [{"rule": "core/budget", "reason": "by decision"}],
    }
    text = text_of(
        currency="EUR",
        notes="n",
        rule_pack={"name": "Ours", "weights": {"core/budget": 3, "roles/coverage": 0.5}},
        extra_packs=["org-design"],
        people=[person("p1", title="t", email="e", location="l", capacity=0.5, cost=120000)],
        scenarios=[scenario],
    )
    project = plan.read(text)
    read = project.scenarios["s"]
    assert project.rule_pack is not None
    assert project.rule_pack.weights == (("core/budget", 3.0), ("roles/coverage", 0.5))
    assert project.people["p1"].cost == 120000.0
    assert read.assumed == {Assumption.AIM, Assumption.STAGE}
    assert read.baseline
    assert read.teams["a"].lead == "p1"
    assert read.seats["x"].function is Function.DATA_ENGINEER
    assert next(iter(read.links)).source == "b"
    assert [(one.id, one.owner) for one in read.practices] == [("practice 1", None), ("practice 2", "p1")]
    assert plan.write(plan.read(plan.write(project))) == plan.write(project)


def test_links_with_a_direction_stand_both_ways():
    read = only_scenario(layout(links=[link("b", "a"), link("a", "b"), link("a", "b", "dotted")]))
    assert [(row.source, row.target, row.kind) for row in read.links] == [
        ("a", "b", LinkKind.DOTTED),
        ("a", "b", LinkKind.SERVES),
        ("b", "a", LinkKind.SERVES),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (text_of(version="1"), "$.version: expected the number 1"),
        (text_of(name=" "), "$.name: expected a name, not a blank text"),
        (text_of(nmae="x"), "$.nmae: there is no field “nmae”; did you mean “name”?"),
        (text_of(**{"a b": 1}), '$["a b"]: there is no field “a b” here'),
        (text_of(people={}), "$.people: expected a list, not an object"),
        (text_of(people=[7]), "$.people[0]: expected an object, not the number 7"),
        (text_of(people=[{"id": "p"}]), "$.people[0].name: the field name is missing"),
        (text_of(people=[person("p"), person("p")]), "$.people[1].id: this id stands at $.people[0] already"),
        (text_of(people=[person("")]), "$.people[0].id: an id has 1 to 200 characters, not 0"),
        (text_of(people=[person("i" * 201)]), "$.people[0].id: an id has 1 to 200 characters, not 201"),
        (
            text_of(people=[person("p", capacity=0)]),
            "expected a number above 0 and at most 1, not the number 0",
        ),
        (text_of(people=[person("p", capacity=True)]), "$.people[0].capacity: expected a number above 0"),
        (text_of(people=[person("p", cost=-1)]), "$.people[0].cost: expected a cost of 0 or more, or null"),
        (text_of(people=[person("p", title=None)]), "$.people[0].title: expected a text, not null"),
        (text_of(people=[person("p", title="\ud800")]), "$.people[0].title: half a character"),
        (text_of(people=[person("p", title="a\0")]), "$.people[0].title: a text holds no NUL character"),
        (text_of(people=[person("p", title="x" * 1_000_001)]), "$.people[0].title: this text is above 1 MB"),
        (text_of(people=[person("p", title="é" * 500_001)]), "$.people[0].title: this text is above 1 MB"),
        (text_of(people=[person("p", skills=["a", 1])]), "$.people[0].skills[1]: expected a text"),
        (
            text_of(people=[person("p", roles=["chief"])]),
            "$.people[0].roles[0]: expected one of data-analyst",
        ),
        (text_of(rule_pack={"weights": {}}), "$.rule_pack.name: the field name is missing"),
        (
            text_of(rule_pack={"name": "x", "weights": {"core/budget": -1}}),
            '$.rule_pack.weights["core/budget"]',
        ),
        (layout(use_cases=1.5), "$.scenarios[0].use_cases: expected a whole number"),
        (layout(use_cases=-1), "$.scenarios[0].use_cases: expected a whole number"),
        (layout(use_cases=1_000_001), "expected a whole number from 0 to 1,000,000"),
        (
            layout(stage="giant"),
            "$.scenarios[0].stage: expected one of small-startup, large-startup, enterprise",
        ),
        (layout(structure=["hybrid"]), "$.scenarios[0].structure: expected one of"),
        (layout(baseline=1), "$.scenarios[0].baseline: expected true or false, not the number 1"),
        (layout(teams=[team("a", parent="z")]), "$.scenarios[0].teams[0].parent: expected the id of a team"),
        (layout(teams=[team("a", lead="z")]), "$.scenarios[0].teams[0].lead: expected the id of a person"),
        (layout(teams=[team("a", parent="a")]), "circle: a → a"),
        (layout(seats=[seat(team="z")]), "$.scenarios[0].seats[0].team: expected the id of a team"),
        (layout(seats=[seat(person="z")]), "$.scenarios[0].seats[0].person: expected the id of a person"),
        (layout(seats=[seat(demand=None)]), "$.scenarios[0].seats[0].demand: expected a number"),
        (layout(seats=[seat(person="p1", share=0)]), "$.scenarios[0].seats[0].share: expected a number"),
        (layout(seats=[seat(), seat()]), "$.scenarios[0].seats[1].id: this id stands at"),
        (layout(links=[link("a", "a")]), "$.scenarios[0].links[0].to: a team is never linked with itself"),
        (layout(links=[link("z", "a")]), "$.scenarios[0].links[0].from: expected the id of a team"),
        (layout(links=[link("a", "b"), link("a", "b")]), "$.scenarios[0].links[1]: this link stands at"),
        (
            layout(links=[link("a", "b", "collaborates"), link("b", "a", "collaborates")]),
            "$.scenarios[0].links[1]: this link stands at $.scenarios[0].links[0] already",
        ),
        (
            layout(practices=[{"kind": "on-call", "owner": "z"}]),
            "$.scenarios[0].practices[0].owner: expected",
        ),
        (
            layout(teams=[team("p1")], practices=[{"kind": "on-call", "owner": "p1"}]),
            "“p1” is the id of both a team and a person",
        ),
        (
            layout(practices=[{"kind": "on-call", "teams": ["a", "a"]}]),
            "$.scenarios[0].practices[0].teams[1]",
        ),
        (layout(practices=[{"kind": "on-call", "teams": ["z"]}]), "$.scenarios[0].practices[0].teams[0]"),
        (
            layout(
                responsibilities=[
                    {"activity": "monitoring", "team": "a", "level": "informed"},
                    {"activity": "monitoring", "team": "a", "level": "consulted"},
                ]
            ),
            "$.scenarios[0].responsibilities[1]: a level for this activity and team stands at",
        ),
        (layout(muted=[{"rule": "r"}, {"rule": "r"}]), "$.scenarios[0].muted[1].rule: this rule stands at"),
        (
            text_of(scenarios=[{"id": key, "name": key, "baseline": True} for key in "st"]),
            "$.scenarios[1].baseline: a baseline stands at $.scenarios[0] already",
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_was_expected(text, said):
    faults = faults_of(text)
    assert len(faults) == 1, faults
    assert said in faults[0]


def test_an_id_of_team_and_person_is_no_fault_until_it_owns_something():
    assert only_scenario(layout(teams=[team("p1")])).teams["p1"].name == "Team p1"


def test_teams_in_a_circle_are_told_once():
    rows = [team("a", parent="c"), team("b", parent="a"), team("c", parent="b"), team("d", parent="a")]
    assert len(faults_of(layout(teams=rows))) == 1


def test_all_faults_are_told_at_once():
    scenario = {"id": "s", "teams": [team("a", kind="box", parent="z")], "seats": [seat(function="cook")]}
    assert [fault.split(":")[0] for fault in faults_of(text_of(version=0, scenarios=[scenario], x=1))] == [
        "$.version",
        "$.x",
        "$.scenarios[0].name",
        "$.scenarios[0].teams[0].kind",
        "$.scenarios[0].seats[0].function",
        "$.scenarios[0].teams[0].parent",
    ]


def test_the_sentence_of_several_faults_counts_them_and_names_the_first():
    with pytest.raises(plan.PlanFaults) as caught:
        plan.read(text_of(name="", x=1))
    assert str(caught.value).startswith("The plan has 2 faults, the first at $.name: ")
    assert caught.value.detail.count("\n") == 1


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("NaN", "not NaN"),
        ("-Infinity", "not -Infinity"),
        ("1e999", "not 1e999"),
        ("-" + "9" * 5000, "not -9"),
    ],
)
def test_numbers_that_json_does_not_have_are_faults(number, told):
    text = text_of(people=[person("p", capacity="?")]).replace('"?"', number)
    assert told in faults_of(text)[0]


def test_a_field_that_stands_twice_is_a_fault_at_every_depth():
    twice = '"people": [{"id": "p", "id": "q", "name": "N"}]'
    text = f'{{"format": "teamplan", "version": 1, "name": "A", "name": "B", {twice}}}'
    assert faults_of(text) == [
        "$.name: this field stands twice in one object",
        "$.people[0].id: this field stands twice in one object",
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "Line 1, column 1 is not valid JSON"),
        ('{\n  "format": "teamplan",\n  7}', "Line 3, column 3 is not valid JSON"),
        ("[" * 100_000, "nested far deeper"),
        ("[]", "a plan is one JSON object"),
        ("{}", 'a plan says "format": "teamplan"'),
        (text_of(version=2), "made by a newer program"),
        (text_of().encode("utf-16"), "Line 1 is not UTF-8"),
        (text_of(name="é").encode("latin-1").replace(b"\\u00e9", b"\xe9"), "Line 1 is not UTF-8"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(source, said):
    with pytest.raises(PlannerError) as caught:
        plan.read(source)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_byte_order_mark_is_let_pass():
    assert plan.read(b"\xef\xbb\xbf" + text_of().encode()).name == "Acme"
    assert plan.read("\ufeff" + text_of()).name == "Acme"
