"""Every row of the table of drops: what it does, for which share, in which words, under which name."""

from itertools import count

import pytest

from planner.advice.moves import (
    BetweenSeats,
    Carried,
    CarriedSeat,
    CarriedTeam,
    InGap,
    Intent,
    Load,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Several,
    Target,
    outcome,
)
from planner.domain import outline

LAYOUT = """
person Mateo: data-engineer, mlops-engineer
person Elif: data-analyst; 60%
person Karin: product
scenario Today: enterprise, product, hybrid
core Platform
  MO Tomasz
  DE Omar 60%
  DE vacant 50%
  DA vacant
squad Fraud
  DE Ravi
  DS vacant 50%
squad Radar
  DS Sana
group Centre
"""
OMAR, RAVI = Carried("Omar", "Platform/DE"), Carried("Ravi", "Fraud/DE")
BENCH = Several((Carried("Mateo"), Carried("Elif"), Carried("Karin")))
SEATED = Several((OMAR, RAVI))
MOVE, COPY, REPLACE = Intent.MOVE, Intent.COPY, Intent.REPLACE

ROWS: list[tuple[str, Load, Target, Intent, str, str, list[str]]] = [
    ("bench to vacant seat", Carried("Mateo"), OnSeat("Platform/DE 2"), MOVE, "Assign as data engineer",
     "Assign Mateo", ["Platform/DE 2: Mateo 50%"]),
    ("bench to vacant seat, little free", Carried("Elif"), OnSeat("Platform/DA"), MOVE,
     "Assign as data analyst", "Assign Elif", ["Platform/DA: Elif 60%"]),
    ("seat to vacant seat", RAVI, OnSeat("Platform/DE 2"), MOVE, "Move to Platform",
     "Move Ravi to Platform", ["Fraud/DE: -", "Platform/DE 2: Ravi 50%"]),
    ("Ctrl to vacant seat, some free", OMAR, OnSeat("Fraud/DS"), COPY, "Add second role",
     "Add Role to Omar", ["Platform/DE: Omar 60%", "Fraud/DS: Omar 40%"]),
    ("Ctrl to vacant seat, none free", RAVI, OnSeat("Platform/DA"), COPY, "Add second role",
     "Add Role to Ravi", ["Fraud/DE: Ravi 50%", "Platform/DA: Ravi 50%"]),
    ("seat to filled seat", OMAR, OnSeat("Fraud/DE"), MOVE, "Swap with Ravi", "Swap Omar and Ravi",
     ["Platform/DE: Ravi 60%", "Fraud/DE: Omar 100%"]),
    ("Shift to filled seat", OMAR, OnSeat("Fraud/DE"), REPLACE, "Replace Ravi", "Replace Ravi",
     ["Platform/DE: -", "Fraud/DE: Omar 100%"]),
    ("beside a team's seats", Carried("Mateo"), OnTeam("Platform"), MOVE, "Add a data engineer seat",
     "Add Seat in Platform", ["new 1: Mateo 100%"]),
    ("empty canvas", Carried("Mateo"), OnCanvas(), MOVE, "New squad", "Add Squad", ["new 2: Mateo 100%"]),
    ("several to team", BENCH, OnTeam("Platform"), MOVE, "Assign 3 people", "Assign 3 People",
     ["Platform/DE 2: Mateo 50%", "Platform/DA: Elif 60%", "new 1: Karin 100%"]),
    ("several to a seat mean its team", BENCH, OnSeat("Platform/DA"), MOVE, "Assign 3 people",
     "Assign 3 People", ["Platform/DA: Elif 60%"]),
    ("several with Ctrl", SEATED, OnTeam("Radar"), COPY, "Add a role to 2 people", "Add Roles to 2 People",
     ["Platform/DE: Omar 60%", "Fraud/DE: Ravi 50%", "new 1: Omar 40%", "new 2: Ravi 50%"]),
    ("several to empty canvas", SEATED, OnCanvas(), MOVE, "New squad with 2 people", "Add Squad",
     ["Platform/DE: -", "Fraud/DE: -", "new 2: Omar 60%", "new 3: Ravi 100%"]),
    ("several to bench", SEATED, OnBench(), MOVE, "Back to bench: 2 people", "Unassign 2 People",
     ["Platform/DE: -", "Fraud/DE: -"]),
    ("seat to bench", OMAR, OnBench(), MOVE, "Back to bench", "Unassign Omar", ["Platform/DE: -"]),
    ("team to team", CarriedTeam("Fraud"), OnTeam("Centre"), MOVE, "Move under Centre",
     "Move Team", []),
    ("team to a gap", CarriedTeam("Radar"), InGap(None, "Fraud", "Platform"), MOVE, "Place before Fraud",
     "Move Team", []),
    ("seat to a gap in its team", OMAR, BetweenSeats("Platform", "Platform/MO", None), MOVE,
     "Place before Tomasz", "Move Seat in Platform", ["Platform/DE: Omar 60%"]),
    ("seat to the end of its team", OMAR, BetweenSeats("Platform", None, "Platform/DA"), COPY,
     "Place behind the vacant data analyst seat", "Move Seat in Platform", ["Platform/DE: Omar 60%"]),
    ("vacant seat to a gap in its team", CarriedSeat("Platform/DA"),
     BetweenSeats("Platform", "Platform/DE", "Platform/MO"), MOVE, "Place before Omar",
     "Move Seat in Platform", ["Platform/DA: -"]),
    ("bench to a gap means its team", Carried("Mateo"), BetweenSeats("Platform", "Platform/DE", None), MOVE,
     "Add a data engineer seat", "Add Seat in Platform", ["new 1: Mateo 100%"]),
    ("seat of another team to a gap means its team", RAVI, BetweenSeats("Radar", None, "Radar/DS"), MOVE,
     "Add a data engineer seat", "Add Seat in Radar", ["new 1: Ravi 100%"]),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_drop_does_what_its_badge_says(row) -> None:
    _, load, target, intent, words, name, seats = row
    project = outline.parse(LAYOUT)
    numbers = count(1)
    found = outcome(project, "Today", load, target, intent, new_id=lambda: f"new {next(numbers)}")
    assert (str(found.words), found.refusal) == (words, None)
    assert found.edit is not None
    edited = found.edit(project)
    assert str(edited.difference.label) == name
    after = edited.project.scenarios["Today"].seats
    for line in seats:
        seat, _, holder = line.partition(": ")
        row = after[seat]
        said = f"{row.person} {round((row.share or 0) * 100)}%" if row.person else "-"
        assert f"{seat}: {said}" == f"{seat}: {holder}"
    assert edited.difference.inverse().applied(edited.project) == project
