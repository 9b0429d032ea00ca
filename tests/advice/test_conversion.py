"""A conversion changes the shape of a layout, and nothing of who sits where."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.invariants import violations
from tests.guidance.layouts import random_project
from tests.strategies import projects

from planner import resources
from planner.advice.conversion import convert
from planner.domain import (
    Edited,
    Function,
    Kind,
    LinkKind,
    PracticeKind,
    Project,
    Scenario,
    Structure,
    outline,
)
from planner.errors import PlannerError
from planner.guidance import load_pack, review

PACK = load_pack(resources.read_text)

SQUADS = """
scenario Today: enterprise, product, decentralized
squad Fraud
  DS Ravi
  MO Ada
squad Platform
  MO Clara
  DE Mateo
squad Churn
  DS Lena
  SD Adam
partner Sales
  BU Ines
"""


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new {next(numbers)}"


def converted(project: Project, structure: Structure) -> Edited:
    scenario = next(iter(project.scenarios))
    return convert(project, scenario.id, structure, new_id=new_ids())


def layout(text: str, structure: Structure) -> Scenario:
    edited = converted(outline.parse(text), structure)
    assert violations(edited.project) == []
    return next(iter(edited.project.scenarios))


def kinds(scenario: Scenario) -> dict[str, str]:
    return {team.name: team.kind.value for team in scenario.teams}


def parents(scenario: Scenario) -> dict[str, str | None]:
    return {team.name: team.parent for team in scenario.teams}


def served(scenario: Scenario) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in scenario.links if link.kind is LinkKind.SERVES}


def test_centralized_makes_every_ml_team_a_core():
    made = layout(SQUADS, Structure.CENTRALIZED)
    assert kinds(made) == {"Fraud": "core", "Platform": "core", "Churn": "core", "Sales": "partner"}
    assert made.structure is Structure.CENTRALIZED
    assert served(made) == set()


def test_decentralized_makes_every_ml_team_a_squad_and_begins_no_prioritisation():
    made = layout("core Platform\n  MO Ada\n  venture Fraud\n    DS Ravi", Structure.DECENTRALIZED)
    assert kinds(made) == {"Platform": "squad", "Fraud": "squad"}
    assert list(made.practices) == []


def test_hybrid_makes_the_team_with_most_host_and_feed_the_core_that_serves_the_squads():
    made = layout(SQUADS, Structure.HYBRID)
    assert kinds(made) == {"Fraud": "squad", "Platform": "core", "Churn": "squad", "Sales": "partner"}
    assert served(made) == {("Platform", "Fraud"), ("Platform", "Churn")}
    (practice,) = made.practices
    assert (practice.kind, practice.owner) == (PracticeKind.PRIORITISATION, "Platform")
    assert set(practice.teams) == {"Fraud", "Platform", "Churn"}


def test_teams_alike_are_told_apart_by_id():
    made = layout("squad B\n  MO Ada 30%\nsquad A\n  MO Bo 10%\n  DE Bo 20%", Structure.HYBRID)
    assert kinds(made) == {"B": "squad", "A": "core"}


def test_vacant_seats_do_not_make_a_team_the_core():
    made = layout("squad A\n  DE vacant\n  MO vacant\nsquad B\n  MO Ada 10%", Structure.HYBRID)
    assert kinds(made) == {"A": "squad", "B": "core"}


def test_product_centre_puts_the_ventures_under_the_core():
    made = layout(SQUADS, Structure.PRODUCT_CENTRE)
    assert kinds(made) == {"Fraud": "venture", "Platform": "core", "Churn": "venture", "Sales": "partner"}
    assert parents(made) == {"Fraud": "Platform", "Platform": None, "Churn": "Platform", "Sales": None}
    assert served(made) == {("Platform", "Fraud"), ("Platform", "Churn")}


@pytest.mark.parametrize("structure", [Structure.HYBRID, Structure.PRODUCT_CENTRE])
def test_the_cores_there_are_stay_cores(structure: Structure):
    made = layout("core A\n  DS Ada\ncore B\n  MO Bo\nsquad C\n  MO Cy\n  DE Di", structure)
    assert [kinds(made)[name] for name in "AB"] == ["core", "core"]
    assert ("B", "C") in served(made)


@pytest.mark.parametrize(
    ("structure", "other"), [(Structure.HYBRID, "squad"), (Structure.PRODUCT_CENTRE, "venture")]
)
def test_where_all_are_cores_the_one_with_most_host_and_feed_stays(structure: Structure, other: str):
    made = layout("core A\n  DS Ada\ncore B\n  MO Bo\n  core C\n    SD Cy", structure)
    assert kinds(made) == {"A": other, "B": "core", "C": other}


@pytest.mark.parametrize(
    ("structure", "kind"), [(Structure.HYBRID, "squad"), (Structure.PRODUCT_CENTRE, "venture")]
)
@pytest.mark.parametrize("was", ["core", "squad", "venture"])
def test_one_team_alone_gives_its_host_and_feed_seats_to_a_new_core(
    structure: Structure, kind: str, was: str
):
    text = f"group Org\n  {was} Lab\n    DS Lena\n    DE Lena\n    MO vacant\n    SD Adam"
    made = layout(text, structure)
    assert kinds(made) == {"Org": "group", "ML core": "core", "Lab": kind}
    assert parents(made)["ML core"] == "Org"
    core = next(team.id for team in made.teams if team.kind is Kind.CORE)
    assert [seat.function for seat in made.seats if seat.team == core] == [
        Function.DATA_ENGINEER,
        Function.MLOPS_ENGINEER,
    ]
    assert served(made) == {(core, "Lab")}
    assert parents(made)["Lab"] == (core if structure is Structure.PRODUCT_CENTRE else "Org")


def test_the_new_core_has_a_name_of_its_own():
    made = layout("squad ML core\n  DS Lena\n  MO Ada\npartner ML core 2", Structure.HYBRID)
    assert set(kinds(made)) == {"ML core", "ML core 2", "ML core 3"}


def test_the_core_comes_out_from_under_what_becomes_a_venture():
    text = "group Org\n  squad Fraud\n    DS Ravi\n    core Platform\n      MO Ada"
    assert parents(layout(text, Structure.PRODUCT_CENTRE)) == {
        "Org": None,
        "Platform": "Org",
        "Fraud": "Platform",
    }


def test_a_core_without_ventures_moves_under_the_centre_and_one_with_ventures_stays():
    text = """
core A
  MO Ada
  venture A1
    DS Bo
core B
  MO Cy 20%
  venture B1
    DS Di
core C
  DE Ed
  DE Flo
"""
    assert parents(layout(text, Structure.PRODUCT_CENTRE)) == {
        "A": None,
        "A1": "A",
        "B": None,
        "B1": "B",
        "C": "A",
    }


def test_nobody_stays_under_a_core_that_stops_being_one():
    text = """
group Org
  core Platform
    MO Ada
    venture Fraud
      DS Ravi
      venture Cards
        DS Bo
    partner Sales
"""
    assert parents(layout(text, Structure.DECENTRALIZED)) == {
        "Org": None,
        "Platform": "Org",
        "Fraud": "Org",
        "Cards": "Fraud",
        "Sales": "Platform",
    }
    assert parents(layout(text, Structure.HYBRID))["Fraud"] == "Platform"


def test_what_is_there_gets_no_twin():
    text = """
core A
  MO Ada
core B
  MO Bo
  DE Bo
squad C
  DS Cy
squad D
  DS Di
A serves C
B collaborates D
practice prioritisation by Ada: C
"""
    made = layout(text, Structure.HYBRID)
    assert served(made) == {("A", "C"), ("B", "D")}
    (practice,) = made.practices
    assert practice.owner == "Ada"
    assert set(practice.teams) == {"A", "B", "C", "D"}


def test_a_prioritisation_that_nobody_owns_is_owned_by_the_core():
    text = "core A\n  MO Ada\nsquad C\n  DS Cy\npractice prioritisation by nobody: A, C"
    (practice,) = layout(text, Structure.HYBRID).practices
    assert (practice.owner, practice.teams) == ("A", ("A", "C"))


def test_agreements_stay_even_where_they_make_little_sense():
    text = "core A\n  MO Ada\nsquad C\n  DS Cy\nA serves C\nresponsible monitoring: A accountable"
    made = layout(text, Structure.DECENTRALIZED)
    assert served(made) == {("A", "C")}
    assert len(made.responsibilities) == 1


def test_without_an_ml_team_only_the_structure_is_declared():
    text = "partner Sales\n  DS Ravi"
    edited = converted(outline.parse(text), Structure.HYBRID)
    assert [change.table.value for change in edited.difference] == ["scenarios"]


@pytest.mark.parametrize(
    ("text", "structure", "words"),
    [
        (
            "squad A, locked\n  MO Ada\nsquad B\n  DS Bo",
            Structure.HYBRID,
            "A is locked, so it cannot become a core.",
        ),
        (
            "squad A, locked\n  MO Ada",
            Structure.HYBRID,
            "A is locked, so its seats cannot move into a core of their own.",
        ),
        (
            "core A\n  MO Ada\nventure B, locked\n  DS Bo",
            Structure.PRODUCT_CENTRE,
            "B is locked, so it cannot move to another place.",
        ),
    ],
)
def test_a_locked_team_that_would_change_is_named(text: str, structure: Structure, words: str):
    with pytest.raises(PlannerError) as refused:
        converted(outline.parse(text), structure)
    assert str(refused.value) == words


def test_locked_teams_of_the_right_kind_do_not_stand_in_the_way():
    made = layout("core A, locked\n  MO Ada\nsquad B, locked\n  DS Bo", Structure.HYBRID)
    assert served(made) == {("A", "B")}


def test_the_step_is_named_after_the_structure():
    label = converted(outline.parse(SQUADS), Structure.PRODUCT_CENTRE).difference.label
    assert str(label) == "Convert to product centre"


structures = st.sampled_from(Structure)
seeded = st.builds(random_project, st.integers(0, 100_000))
any_project = st.one_of(projects(), seeded)


def tried(project: Project, structure: Structure) -> Edited | None:
    try:
        return converted(project, structure)
    except PlannerError as refusal:
        words = str(refusal)
    locked = [team.name for one in project.scenarios for team in one.teams if team.locked]
    assert any(name in words for name in locked)
    return None


@settings(max_examples=100)
@given(any_project, structures)
def test_everybody_keeps_every_seat_with_its_share_and_demand(project: Project, structure: Structure):
    edited = tried(project, structure)
    if edited is None:
        return
    assert violations(edited.project) == []
    assert edited.project.people == project.people
    for before, after in zip(project.scenarios, edited.project.scenarios, strict=True):
        assert after.seats.order == before.seats.order
        for seat in before.seats:
            twin = after.seats[seat.id]
            assert (twin.person, twin.share, twin.demand, twin.function, twin.title) == (
                (seat.person, seat.share, seat.demand, seat.function, seat.title)
            )
        assert set(before.links) <= set(after.links)
        assert before.responsibilities == after.responsibilities


@settings(max_examples=100)
@given(any_project, structures)
def test_undo_brings_back_the_very_same_project(project: Project, structure: Structure):
    edited = tried(project, structure)
    if edited is not None:
        assert edited.difference.applied(project) == edited.project
        assert edited.difference.inverse().applied(edited.project) == project


@settings(max_examples=100)
@given(any_project, structures)
def test_a_second_conversion_changes_nothing(project: Project, structure: Structure):
    edited = tried(project, structure)
    if edited is not None:
        assert converted(edited.project, structure).project == edited.project


@settings(max_examples=100)
@given(any_project, structures)
def test_converted_teams_show_the_declared_structure(project: Project, structure: Structure):
    """Always, but for a hybrid one of whose halves holds no ML FTE."""
    edited = tried(project, structure)
    if edited is None:
        return
    scenario = next(iter(edited.project.scenarios))
    found = review(edited.project, scenario.id, PACK).score.of("structure/as-declared")
    if structure is Structure.HYBRID and not both_halves(scenario):
        assert found.score in (None, 0.0)
    else:
        assert found.score in (None, 1.0)


def both_halves(scenario: Scenario) -> bool:
    held = {
        scenario.teams[seat.team].kind for seat in scenario.seats if seat.is_filled and seat.function.is_role
    }
    return {Kind.CORE, Kind.SQUAD} <= held


@given(any_project, structures)
def test_the_same_ids_give_the_same_project(project: Project, structure: Structure):
    first, second = tried(project, structure), tried(project, structure)
    assert (first and first.project) == (second and second.project)


def test_a_changed_order_of_rows_gives_the_same_teams():
    text = SQUADS.split("squad ")
    turned = (
        text[0] + "".join(f"squad {part.rstrip()}\n" for part in reversed(text[1:3])) + f"squad {text[3]}"
    )
    for structure in Structure:
        assert kinds(layout(SQUADS, structure)) == kinds(layout(turned, structure))
