import pytest

from planner.domain import Function, Project, edits, outline
from planner.errors import PlannerError

PLAN = """
person Half: 50%
core Platform
  MO Mia
  DE Omar 60% of 100%
  DS vacant 50%
squad Fraud
  SD Sam 30%
  DE vacant
squad Sealed, locked
  MO Lou
  MO vacant
"""


@pytest.fixture
def project() -> Project:
    return outline.parse(PLAN)


def seat(project: Project, key: str):
    return project.scenarios["Scenario"].seats[key]


def held(project: Project, key: str):
    return (seat(project, key).person, seat(project, key).share, seat(project, key).demand)


def refused(call, *args, **fields) -> str:
    with pytest.raises(PlannerError) as caught:
        call(*args, **fields)
    return str(caught.value)


def test_from_the_bench_a_person_gives_what_is_free_and_asked_for(project):
    after = edits.assign(project, "Scenario", seat="Fraud/DE", person="Half").project
    assert held(after, "Fraud/DE") == ("Half", 0.5, 1.0)
    after = edits.assign(project, "Scenario", seat="Fraud/DE", person="Omar").project
    assert held(after, "Fraud/DE") == ("Omar", 0.4, 1.0)


def test_a_person_with_nothing_free_becomes_over_allocated(project):
    after = edits.assign(project, "Scenario", seat="Platform/DS", person="Mia").project
    assert held(after, "Platform/DS") == ("Mia", 0.5, 0.5)


def test_a_new_seat_for_a_person_asks_for_just_the_share_they_give(project):
    after = edits.add_seat(
        project, "Scenario", seat="n", team="Fraud", function=Function.PRODUCT, person="Half"
    ).project
    assert held(after, "n") == ("Half", 0.5, 0.5)
    after = edits.add_seat(project, "Scenario", seat="n", team="Fraud", function=Function.PRODUCT).project
    assert held(after, "n") == (None, None, 1.0)


def test_a_move_keeps_the_share_cut_to_what_the_new_seat_asks_for(project):
    after = edits.move_to_seat(project, "Scenario", source="Platform/MO", target="Platform/DS").project
    assert held(after, "Platform/MO") == (None, None, 1.0)
    assert held(after, "Platform/DS") == ("Mia", 0.5, 0.5)


@pytest.mark.parametrize(
    ("share", "half"),
    [("100", 0.5), ("90", 0.4), ("70", 0.3), ("60", 0.3), ("20", 0.1), ("10", 0.1), ("5", 0.05)],
)
def test_a_second_role_without_free_capacity_takes_half_of_the_largest_seat_in_steps_of_ten(share, half):
    project = outline.parse(f"person Mia: {share}%\nsquad A\n  MO Mia {share}%\n  DE vacant")
    after = edits.add_role(project, "Scenario", person="Mia", target="A/DE").project
    assert held(after, "A/MO") == ("Mia", half, half)
    assert held(after, "A/DE") == ("Mia", half, 1.0)


def test_a_second_role_takes_what_is_free_first(project):
    after = edits.add_role(project, "Scenario", person="Omar", target="Fraud/DE").project
    assert held(after, "Fraud/DE") == ("Omar", 0.4, 1.0)
    assert held(after, "Platform/DE") == ("Omar", 0.6, 1.0)


def test_a_swap_leaves_each_seat_its_share(project):
    after = edits.swap(project, "Scenario", source="Platform/DE", target="Fraud/SD").project
    assert held(after, "Platform/DE") == ("Sam", 0.6, 1.0)
    assert held(after, "Fraud/SD") == ("Omar", 0.3, 0.3)


def test_a_replaced_holder_goes_to_the_bench_and_the_seat_left_is_vacant(project):
    after = edits.replace_holder(
        project, "Scenario", target="Fraud/SD", person="Mia", source="Platform/MO"
    ).project
    assert held(after, "Fraud/SD") == ("Mia", 0.3, 0.3)
    assert held(after, "Platform/MO") == (None, None, 1.0)
    assert all(row.person != "Sam" for row in after.scenarios["Scenario"].seats)


def test_taking_someone_off_leaves_the_seat_vacant_and_removing_the_seat_benches_them(project):
    assert held(edits.unassign(project, "Scenario", seat="Platform/MO").project, "Platform/MO") == (
        None,
        None,
        1.0,
    )
    after = edits.remove_seat(project, "Scenario", seat="Platform/MO").project
    assert "Platform/MO" not in after.scenarios["Scenario"].seats
    assert "Mia" in after.people


@pytest.mark.parametrize(
    ("call", "fields", "said"),
    [
        (
            edits.assign,
            {"seat": "Platform/MO", "person": "Sam"},
            "This seat is filled. Sam can swap or replace.",
        ),
        (edits.assign, {"seat": "Nowhere", "person": "Sam"}, "This layout has no seat Nowhere."),
        (edits.assign, {"seat": "Fraud/DE", "person": "Nobody"}, "This plan has no person Nobody."),
        (
            edits.assign,
            {"seat": "Fraud/DE", "person": "Sam", "share": 1.2},
            "A share is above 0% and at most 100%, not 120%.",
        ),
        (
            edits.set_demand,
            {"seat": "Fraud/DE", "demand": 0},
            "A demand is above 0% and at most 100%, not 0%.",
        ),
        (edits.set_share, {"seat": "Fraud/DE", "share": 0.5}, "Nobody holds this seat."),
        (edits.unassign, {"seat": "Fraud/DE"}, "Nobody holds this seat."),
        (edits.swap, {"source": "Platform/MO", "target": "Fraud/DE"}, "Nobody holds this seat."),
        (
            edits.swap,
            {"source": "Platform/MO", "target": "Platform/MO"},
            "Mia holds both seats already.",
        ),
        (
            edits.replace_holder,
            {"target": "Platform/MO", "person": "Mia"},
            "Mia holds this seat already.",
        ),
        (
            edits.replace_holder,
            {"target": "Platform/MO", "person": "Sam", "source": "Platform/DE"},
            "Sam does not hold the seat to be left.",
        ),
        (
            edits.add_seat,
            {"seat": "n", "team": "Platform", "function": Function.DATA_ENGINEER, "person": "Omar"},
            "Omar is already in this team as data engineer.",
        ),
        (
            edits.add_seat,
            {"seat": "Fraud/SD", "team": "Fraud", "function": Function.DESIGN},
            "This layout already has a seat Fraud/SD.",
        ),
        (
            edits.set_function,
            {"seat": "Sealed/MO", "function": Function.DESIGN},
            "Sealed is locked. Unlock it to change it.",
        ),
        (edits.assign, {"seat": "Sealed/MO 2", "person": "Sam"}, "Sealed is locked. Unlock it to change it."),
        (
            edits.move_to_seat,
            {"source": "Sealed/MO", "target": "Fraud/DE"},
            "Sealed is locked. Unlock it to change it.",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(project, call, fields, said):
    assert refused(call, project, "Scenario", **fields) == said


def test_the_same_person_and_role_twice_in_a_team_is_refused_by_every_way_in():
    project = outline.parse("squad A\n  MO Mia\n  MO vacant\n  DE Ola\nsquad B\n  MO Kim\n  DE Mia")
    said = "Mia is already in this team as MLOps engineer."
    assert refused(edits.assign, project, "Scenario", seat="A/MO 2", person="Mia") == said
    assert refused(edits.add_role, project, "Scenario", person="Mia", target="A/MO 2") == said
    both = edits.add_seat(
        project, "Scenario", seat="n", team="A", function=Function.DESIGN, person="Mia", share=0.1
    ).project
    assert refused(edits.set_function, both, "Scenario", seat="n", function=Function.MLOPS_ENGINEER) == said
    moved = edits.move_to_seat(project, "Scenario", source="A/MO", target="A/MO 2").project
    assert held(moved, "A/MO 2") == ("Mia", 1.0, 1.0)


def test_steps_are_named_as_the_edit_menu_shows_them(project):
    named = [
        edits.assign(project, "Scenario", seat="Fraud/DE", person="Half"),
        edits.move_to_seat(project, "Scenario", source="Platform/MO", target="Fraud/DE"),
        edits.swap(project, "Scenario", source="Platform/DE", target="Fraud/SD"),
        edits.set_share(project, "Scenario", seat="Platform/MO", share=0.4),
        edits.add_seat(project, "Scenario", seat="n", team="Fraud", function=Function.DESIGN),
    ]
    assert [str(edited.difference.label) for edited in named] == [
        "Assign Half",
        "Move Mia to Fraud",
        "Swap Omar and Sam",
        "Set Share of Mia to 40%",
        "Add Seat in Fraud",
    ]


def order(project: Project) -> list[str]:
    return [row.id for row in project.scenarios["Scenario"].seats]


def test_a_seat_stands_before_or_behind_another_of_its_team_or_last(project):
    move = edits.order_seat
    before = move(project, "Scenario", seat="Platform/DS", before="Platform/MO").project
    assert order(before)[:3] == ["Platform/DS", "Platform/MO", "Platform/DE"]
    behind = move(project, "Scenario", seat="Platform/MO", after="Platform/DE").project
    assert order(behind)[:3] == ["Platform/DE", "Platform/MO", "Platform/DS"]
    last = move(project, "Scenario", seat="Platform/MO").project
    assert order(last)[:3] == ["Platform/DE", "Platform/DS", "Platform/MO"]
    for after in (before, behind, last):
        assert order(after)[3:] == order(project)[3:]


def test_ordering_seats_is_one_named_step_and_its_own_place_is_none(project):
    edited = edits.order_seat(project, "Scenario", seat="Fraud/DE", before="Fraud/SD")
    assert str(edited.difference.label) == "Move Seat in Fraud"
    assert edited.difference.inverse().applied(edited.project) == project
    assert not edits.order_seat(project, "Scenario", seat="Fraud/SD", before="Fraud/DE").difference
    assert not edits.order_seat(project, "Scenario", seat="Fraud/SD", after="Fraud/SD").difference


def test_seats_are_ordered_in_their_own_open_team_alone(project):
    move = edits.order_seat
    words = "These seats are in different teams."
    assert refused(move, project, "Scenario", seat="Fraud/SD", before="Platform/MO") == words
    words = "Sealed is locked. Unlock it to change it."
    assert refused(move, project, "Scenario", seat="Sealed/MO", after="Sealed/MO 2") == words
