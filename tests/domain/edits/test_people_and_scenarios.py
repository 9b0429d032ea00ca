import pytest

from planner.domain import Aim, Assumption, Person, Project, Scenario, Stage, Structure, edits, outline
from planner.errors import PlannerError
from planner.messages import message

PLAN = """
scenario Today: enterprise, product, hybrid
core Platform, lead Ada
  MO Mia 50%
  DE Mia 30%
squad Fraud
  DS Kim
practice on-call by Mia: Platform
"""


@pytest.fixture
def project() -> Project:
    one = outline.parse(PLAN)
    return edits.duplicate_scenario(one, "Today", copy="Later", name="Later").project


def refused(call, *args, **fields) -> str:
    with pytest.raises(PlannerError) as caught:
        call(*args, **fields)
    return str(caught.value)


def test_a_removed_person_vacates_seats_and_ownerships_in_every_scenario(project):
    edited = edits.remove_person(project, person="Mia")
    for scenario in edited.project.scenarios:
        assert [seat.person for seat in scenario.seats] == [None, None, "Kim"]
        assert [practice.owner for practice in scenario.practices] == [None]
    assert "Mia" not in edited.project.people
    assert edited.difference.inverse().applied(edited.project) == project


def test_a_removed_person_leads_nothing_any_more(project):
    after = edits.remove_person(project, person="Ada").project
    assert [scenario.teams["Platform"].lead for scenario in after.scenarios] == [None, None]


@pytest.mark.parametrize("person", ["Mia", "Ada"])
def test_a_locked_team_holds_its_people_and_lead_against_removal(project, person):
    locked = edits.lock_team(project, "Later", team="Platform", locked=True).project
    assert (
        refused(edits.remove_person, locked, person=person) == "Platform is locked. Unlock it to change it."
    )


def test_people_come_at_the_end_and_several_are_one_step(project):
    new = (Person(id="n", name="New"), Person(id="o", name="Other"))
    edited = edits.add_people(project, people=new)
    assert edited.project.people.order[-2:] == ("n", "o")
    assert str(edited.difference.label) == "Add 2 People"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "A person needs a name."),
        ({"capacity": 0}, "The capacity of Mia is above 0% and at most 100%."),
        ({"capacity": float("nan")}, "The capacity of Mia is above 0% and at most 100%."),
        ({"cost": -1}, "The cost of Mia is 0 or more, or left open."),
        ({"cost": float("inf")}, "The cost of Mia is 0 or more, or left open."),
    ],
)
def test_a_person_with_impossible_facts_is_refused(project, fields, said):
    assert refused(edits.edit_person, project, person="Mia", **fields) == said


def test_setting_stage_aim_or_structure_confirms_it_even_unchanged():
    start = Project(name="P")
    assumed = frozenset(Assumption)
    project = edits.add_scenario(start, scenario=Scenario(id="s", name="S", assumed=assumed)).project
    after = edits.edit_context(project, "s", aim=Aim.PRODUCT).project
    assert after.scenarios["s"].assumed == {Assumption.STAGE, Assumption.STRUCTURE}
    assert not edits.confirm_context(project, "s").project.scenarios["s"].assumed


def test_a_copied_scenario_stands_behind_its_original_with_the_same_ids(project):
    assert project.scenarios.order == ("Today", "Later")
    assert project.scenarios["Later"].seats == project.scenarios["Today"].seats


def test_a_change_of_context_leaves_the_layout_alone_and_is_undone(project):
    edited = edits.edit_context(project, "Today", stage=Stage.LARGE_STARTUP, structure=Structure.HYBRID)
    assert edited.project.scenarios["Today"].seats == project.scenarios["Today"].seats
    assert edited.difference.inverse().applied(edited.project) == project


@pytest.mark.parametrize(
    ("call", "fields", "said"),
    [
        (edits.add_person, {"person": Person(id="Mia", name="M")}, "This plan already has a person Mia."),
        (edits.edit_person, {"person": "Nobody"}, "This plan has no person Nobody."),
        (edits.edit_project, {"name": ""}, "A plan needs a name."),
        (edits.add_scenario, {"scenario": Scenario(id="Today", name="x")}, "already has a scenario Today"),
        (edits.add_scenario, {"scenario": Scenario(id="n", name=" ")}, "A scenario needs a name."),
        (edits.edit_context, {"scenario": "Today", "name": ""}, "A scenario needs a name."),
        (
            edits.edit_context,
            {"scenario": "Today", "use_cases": -1},
            "The number of use cases is from 0 to 1,000,000.",
        ),
        (edits.edit_context, {"scenario": "Never"}, "This plan has no scenario Never."),
        (edits.unmute_rule, {"scenario": "Today", "rule": "core/budget"}, "core/budget is not muted."),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(project, call, fields, said):
    assert said in refused(call, project, **fields)


@pytest.mark.parametrize(
    ("to", "order"),
    [(0, ("Later", "Today", "Last")), (2, ("Today", "Last", "Later")), (9, ("Today", "Last", "Later"))],
)
def test_a_moved_scenario_stands_where_it_is_put_with_its_layout(project, to, order):
    project = edits.duplicate_scenario(project, "Later", copy="Last", name="Last").project
    edited = edits.move_scenario(project, "Later", to=to)
    assert edited.project.scenarios.order == order
    assert edited.project.scenarios["Later"] == project.scenarios["Later"]
    assert edited.difference.label == message("Move {name}", name="Later")
    assert edited.difference.inverse().applied(edited.project) == project


def test_a_scenario_moved_to_where_it_stands_changes_nothing(project):
    assert not edits.move_scenario(project, "Today", to=-1).difference


def test_the_only_scenario_stays(project):
    alone = edits.remove_scenario(project, "Later").project
    said = "Today is the only scenario, and a plan keeps at least one."
    assert refused(edits.remove_scenario, alone, "Today") == said


def test_a_plan_has_one_baseline():
    project = edits.add_scenario(
        Project(name="P"), scenario=Scenario(id="a", name="A", baseline=True)
    ).project
    twin = Scenario(id="b", name="B", baseline=True)
    assert refused(edits.add_scenario, project, scenario=twin) == "This plan has a baseline already."
    assert not edits.duplicate_scenario(project, "a", copy="c", name="C").project.scenarios["c"].baseline


def test_a_new_baseline_takes_the_mark_from_the_old_one_in_one_step(project):
    first = edits.mark_baseline(project, "Today", baseline=True).project
    edited = edits.mark_baseline(first, "Later", baseline=True)
    assert [scenario.baseline for scenario in edited.project.scenarios] == [False, True]
    assert str(edited.difference.label) == "Make Later the Baseline"
    assert edited.difference.inverse().applied(edited.project) == first
    after = edits.mark_baseline(edited.project, "Later", baseline=False).project
    assert not any(scenario.baseline for scenario in after.scenarios)


def test_taking_the_mark_off_another_scenario_changes_nothing(project):
    first = edits.mark_baseline(project, "Today", baseline=True).project
    assert not edits.mark_baseline(first, "Later", baseline=False).difference


def test_muting_and_unmuting_read_with_the_rules_name_where_it_is_given(project):
    name = message("The core has a budget")
    muted = edits.mute_rule(project, "Today", rule="core/budget", reason=" by the board ", name=name)
    assert muted.project.scenarios["Today"].muted["core/budget"].reason == "by the board"
    assert str(muted.difference.label) == "Mute “The core has a budget”"
    back = edits.unmute_rule(muted.project, "Today", rule="core/budget", name=name)
    assert str(back.difference.label) == "Unmute “The core has a budget”"
    assert back.project == project
    assert str(edits.mute_rule(project, "Today", rule="core/budget", reason="x").difference.label) == (
        "Mute core/budget"
    )
