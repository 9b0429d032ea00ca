"""What each drop does, in the words of the badge, and what it leaves behind."""

from collections.abc import Callable
from itertools import count

import pytest

from planner.advice.moves import (
    Carried,
    Intent,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Outcome,
    Target,
    fitting_seats,
    outcome,
)
from planner.domain import Project, Scenario, outline

LAYOUT = """
person Karin Voss: product, marketing
person Mateo Silva: data-engineer, mlops-engineer
person Elif Demir: data-analyst; 60%
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Tomasz Novak
  DE Omar Sid 60%
  PR vacant
squad Fraud Shield
  DE Ravi Kulkarni
  DE vacant 50%
  DS vacant
squad Closed, locked
  SD vacant
  SD Liam Murphy
"""


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new {next(numbers)}"


def drop(
    text: str, person: str, target: Target, *, seat: str | None = None, intent: Intent = Intent.MOVE
) -> tuple[Outcome, Project]:
    project = outline.parse(text)
    found = outcome(project, "Today", Carried(person, seat), target, intent, new_id=new_ids())
    return found, project


def after(found: Outcome, project: Project) -> Scenario:
    assert found.edit is not None, str(found.refusal)
    return found.edit(project).project.scenarios["Today"]


def label(found: Outcome, project: Project) -> str:
    assert found.edit is not None
    return str(found.edit(project).difference.label)


def test_from_the_bench_to_a_vacant_seat_assigns_what_is_asked_for() -> None:
    found, project = drop(LAYOUT, "Mateo Silva", OnSeat("Fraud Shield/DE 2"))
    assert str(found.words) == "Assign as data engineer"
    assert str(found.on_card) == "Drop to assign"
    assert label(found, project) == "Assign Mateo Silva"
    assert after(found, project).seats["Fraud Shield/DE 2"].share == 0.5


def test_from_the_bench_with_little_capacity_assigns_what_is_free() -> None:
    found, project = drop(LAYOUT, "Elif Demir", OnSeat("Fraud Shield/DS"))
    assert str(found.remark) == "first time as data scientist"
    assert after(found, project).seats["Fraud Shield/DS"].share == 0.6


def test_nobody_is_new_to_a_seat_for_anything_else() -> None:
    found, _project = drop(
        "person Elif Demir: data-analyst\nscenario Today\nsquad Desk\n  OT vacant",
        "Elif Demir",
        OnSeat("Desk/OT"),
    )
    assert found.edit is not None
    assert found.remark is None


def test_from_seat_to_vacant_seat_moves_and_leaves_the_old_seat_vacant() -> None:
    found, project = drop(LAYOUT, "Omar Sid", OnSeat("Fraud Shield/DE 2"), seat="ML Platform/DE")
    assert str(found.words) == "Move to Fraud Shield"
    assert label(found, project) == "Move Omar Sid to Fraud Shield"
    scenario = after(found, project)
    assert scenario.seats["ML Platform/DE"].person is None
    assert scenario.seats["Fraud Shield/DE 2"].share == 0.5, "the share is cut to the new demand"


def test_copying_to_a_vacant_seat_gives_what_is_free_and_keeps_the_old_seat() -> None:
    found, project = drop(
        LAYOUT, "Omar Sid", OnSeat("Fraud Shield/DS"), seat="ML Platform/DE", intent=Intent.COPY
    )
    assert str(found.words) == "Add second role"
    assert label(found, project) == "Add Role to Omar Sid"
    scenario = after(found, project)
    assert scenario.seats["ML Platform/DE"].share == 0.6
    assert scenario.seats["Fraud Shield/DS"].share == 0.4


def test_copying_when_nothing_is_free_halves_both() -> None:
    found, project = drop(
        LAYOUT, "Tomasz Novak", OnSeat("Fraud Shield/DS"), seat="ML Platform/MO", intent=Intent.COPY
    )
    scenario = after(found, project)
    assert scenario.seats["ML Platform/MO"].share == scenario.seats["ML Platform/MO"].demand == 0.5
    assert scenario.seats["Fraud Shield/DS"].share == 0.5


def test_from_seat_to_filled_seat_swaps_places_and_shares() -> None:
    found, project = drop(LAYOUT, "Omar Sid", OnSeat("Fraud Shield/DE"), seat="ML Platform/DE")
    assert str(found.words) == "Swap with Ravi Kulkarni"
    assert label(found, project) == "Swap Omar Sid and Ravi Kulkarni"
    seats = after(found, project).seats
    assert (seats["Fraud Shield/DE"].person, seats["Fraud Shield/DE"].share) == ("Omar Sid", 1.0)
    assert (seats["ML Platform/DE"].person, seats["ML Platform/DE"].share) == ("Ravi Kulkarni", 0.6)


def test_replacing_sends_the_occupant_to_the_bench_and_takes_their_share() -> None:
    found, project = drop(
        LAYOUT, "Omar Sid", OnSeat("Fraud Shield/DE"), seat="ML Platform/DE", intent=Intent.REPLACE
    )
    assert str(found.words) == "Replace Ravi Kulkarni"
    seats = after(found, project).seats
    assert (seats["Fraud Shield/DE"].person, seats["Fraud Shield/DE"].share) == ("Omar Sid", 1.0)
    assert seats["ML Platform/DE"].person is None
    assert all(seat.person != "Ravi Kulkarni" for seat in seats)


def test_from_the_bench_a_filled_seat_offers_replace() -> None:
    found, project = drop(LAYOUT, "Mateo Silva", OnSeat("Fraud Shield/DE"))
    assert str(found.words) == "Replace Ravi Kulkarni"
    assert label(found, project) == "Replace Ravi Kulkarni"


def test_onto_a_team_adds_a_seat_for_the_main_role_and_what_is_free() -> None:
    found, project = drop(LAYOUT, "Mateo Silva", OnTeam("ML Platform"))
    assert str(found.words) == "Add a data engineer seat"
    assert label(found, project) == "Add Seat in ML Platform"
    seat = after(found, project).seats["new 1"]
    assert (seat.team, seat.person, seat.share, seat.demand) == ("ML Platform", "Mateo Silva", 1.0, 1.0)


def test_onto_a_team_someone_with_one_full_seat_moves() -> None:
    found, project = drop(LAYOUT, "Ravi Kulkarni", OnTeam("ML Platform"))
    scenario = after(found, project)
    assert scenario.seats["Fraud Shield/DE"].person is None
    assert scenario.seats["new 1"].share == 1.0


def test_onto_empty_canvas_makes_a_team_of_the_structures_kind() -> None:
    kinds = {"hybrid": "squad", "decentralized": "squad", "centralized": "core", "product-centre": "venture"}
    for structure, kind in kinds.items():
        found, project = drop(LAYOUT.replace("hybrid", structure), "Mateo Silva", OnCanvas())
        assert str(found.words) == f"New {kind}"
        team = after(found, project).teams[found.created or ""]
        assert team.kind == kind
        assert team.parent == ("ML Platform" if kind == "venture" else None)
        assert [seat.person for seat in after(found, project).seats if seat.team == team.id] == [
            "Mateo Silva"
        ]


def test_back_to_the_bench_takes_off_this_seat_only() -> None:
    found, project = drop(LAYOUT, "Omar Sid", OnBench(), seat="ML Platform/DE")
    assert str(found.words) == "Back to bench"
    assert label(found, project) == "Unassign Omar Sid"
    assert after(found, project).seats["ML Platform/DE"].person is None


@pytest.mark.parametrize(
    ("person", "seat", "target", "reason"),
    [
        ("Mateo Silva", None, OnSeat("Closed/SD"), "Team is locked"),
        ("Mateo Silva", None, OnTeam("Closed"), "Team is locked"),
        ("Ravi Kulkarni", "Fraud Shield/DE", OnSeat("Fraud Shield/DE"), "Already in this seat"),
        ("Karin Voss", None, OnBench(), "Already on the bench"),
        ("Omar Sid", "ML Platform/DE", OnTeam("ML Platform"), "Already in this team"),
    ],
)
def test_the_impossible_and_the_pointless_are_refused_with_the_reason(
    person: str, seat: str | None, target: Target, reason: str
) -> None:
    found, _ = drop(LAYOUT, person, target, seat=seat)
    assert found.edit is None
    assert str(found.refusal) == reason


def test_the_same_person_and_role_twice_in_a_team_is_refused() -> None:
    found, _ = drop(
        LAYOUT, "Ravi Kulkarni", OnSeat("Fraud Shield/DE 2"), seat="Fraud Shield/DE", intent=Intent.COPY
    )
    assert str(found.refusal) == "Already in this team"


def test_leaving_a_locked_team_is_refused() -> None:
    found, _ = drop(LAYOUT, "Liam Murphy", OnSeat("Fraud Shield/DS"), seat="Closed/SD 2")
    assert str(found.refusal) == "Closed is locked. Unlock it to change it."


def test_seats_that_fit_are_vacant_in_an_open_team_and_in_a_role_of_the_person() -> None:
    project = outline.parse(LAYOUT)
    assert fitting_seats(project, "Today", "Mateo Silva") == {"Fraud Shield/DE 2"}
    assert fitting_seats(project, "Today", "Karin Voss") == {"ML Platform/PR"}
