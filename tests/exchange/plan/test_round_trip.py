import json

from hypothesis import given, settings
from msgspec.structs import replace
from tests.strategies import projects

from planner.domain import Link, LinkKind, Person, Project, Rows, Scenario, Team
from planner.exchange import plan


def canonical(project: Project) -> Project:
    """The project as a plan keeps it: sorted where the format has no order, practices numbered."""
    return replace(
        project,
        people=Rows(sorted(project.people, key=lambda person: person.id)),
        scenarios=Rows([_canonical(scenario) for scenario in project.scenarios]),
    )


def _canonical(scenario: Scenario) -> Scenario:
    practices = sorted(scenario.practices, key=lambda one: (one.kind, one.owner or "", one.teams))
    return replace(
        scenario,
        links=Rows(sorted(scenario.links, key=lambda link: link.key)),
        practices=Rows([replace(one, id=f"practice {place}") for place, one in enumerate(practices, 1)]),
        responsibilities=Rows(sorted(scenario.responsibilities, key=lambda duty: duty.key)),
        muted=Rows(sorted(scenario.muted, key=lambda mute: mute.rule)),
    )


@settings(max_examples=60)
@given(projects())
def test_a_project_comes_back_from_its_plan(project):
    assert plan.read(plan.write(project)) == canonical(project)
    assert plan.read(plan.write(project).encode()) == canonical(project)


@settings(max_examples=60)
@given(projects())
def test_a_plan_written_read_and_written_is_the_same_to_the_byte(project):
    text = plan.write(project)
    assert plan.write(plan.read(text)) == text
    assert plan.write(canonical(project)) == text


def test_every_field_stands_in_a_fixed_order_indented_by_two_and_unescaped():
    team = Team(id="t", name="Zürich")
    project = Project(
        name="Plan",
        people=Rows([Person(id="p", name="山田 太郎", capacity=1, cost=1200.0)]),
        scenarios=Rows([Scenario(id="s", name="Heute", teams=Rows([team]))]),
    )
    assert plan.write(project).startswith(
        '{\n  "format": "teamplan",\n  "version": 1,\n  "name": "Plan",\n  "currency": "",\n  "notes": "",\n'
        '  "extra_packs": [],\n  "rule_pack": null,\n  "people": [\n    {\n      "id": "p",\n'
        '      "name": "山田 太郎",\n      "title": "",\n      "email": "",\n      "location": "",\n'
        '      "roles": [],\n      "capacity": 1.0,\n      "cost": 1200,\n'
    )
    assert plan.write(project).endswith("}\n")
    assert "Zürich" in plan.write(project)


def test_a_link_without_direction_keeps_the_direction_it_was_given():
    teams = Rows([Team(id="a", name="A"), Team(id="b", name="B")])
    link = Link(source="b", target="a", kind=LinkKind.COLLABORATES)
    project = Project(name="P", scenarios=Rows([Scenario(id="s", name="S", teams=teams, links=Rows([link]))]))
    assert json.loads(plan.write(project))["scenarios"][0]["links"] == [
        {"from": "b", "to": "a", "kind": "collaborates"}
    ]
    assert next(iter(plan.read(plan.write(project)).scenarios["s"].links)) == link


def test_whole_numbers_and_fractions_are_written_one_way():
    person = '{"id": "p", "name": "P", "capacity": %s, "cost": %s}'
    text = '{"format": "teamplan", "version": 1, "name": "P", "people": [%s]}'
    pairs = [("1", "5"), ("1.0", "5.0"), ("1e0", "50e-1")]
    assert len({plan.write(plan.read(text % (person % pair))) for pair in pairs}) == 1
