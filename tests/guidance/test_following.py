"""An edit reaches the judgements of teams that it does not name."""

from functools import partial

import pytest
from tests.guidance.saying import reviewed

from planner.domain import Edit, Kind, Link, LinkKind, Team, edits
from planner.guidance import Pack, review

CENTRE = """
scenario S: enterprise, product, product-centre
core Centre
  MO Clara
  group Box
    venture One
      DS Ravi
"""
APART = """
scenario S: enterprise, product, product-centre
core Centre
  MO Clara
group Box
  venture One
    DS Ravi
"""
NESTED_CORES = """
scenario S: enterprise, product, product-centre
core Upper
  core Lower
    DE Mateo
  squad Other
"""
HALF_HYBRID = """
scenario S: enterprise, product, hybrid
core Platform
  MO vacant
squad One
  DS Ravi
squad Two
  SD Adam
"""


def edit(function, **fields) -> Edit:
    return partial(function, scenario="S", **fields)


@pytest.mark.parametrize(
    ("outline", "change", "rule"),
    [
        (CENTRE, edit(edits.unassign, seat="Centre/MO"), "roles/delivery-chain"),
        (CENTRE, edit(edits.edit_team, team="Centre", kind=Kind.PARTNER), "roles/delivery-chain"),
        (CENTRE, edit(edits.edit_team, team="Centre", kind=Kind.PARTNER), "structure/as-declared"),
        (CENTRE, edit(edits.move_team, team="Box", parent=None), "roles/delivery-chain"),
        (CENTRE, edit(edits.remove_team, team="Centre"), "structure/as-declared"),
        (CENTRE, edit(edits.edit_team, team="One", kind=Kind.SQUAD), "structure/as-declared"),
        (APART, edit(edits.move_team, team="Box", parent="Centre"), "roles/delivery-chain"),
        (APART, edit(edits.move_team, team="Box", parent="Centre"), "structure/as-declared"),
        (
            NESTED_CORES,
            edit(edits.add_team, team=Team(id="New", name="New", kind=Kind.VENTURE, parent="Upper")),
            "structure/as-declared",
        ),
        (NESTED_CORES, edit(edits.edit_team, team="Other", kind=Kind.VENTURE), "structure/as-declared"),
        (HALF_HYBRID, edit(edits.assign, seat="Platform/MO", person="Ravi"), "structure/as-declared"),
        (HALF_HYBRID, edit(edits.assign, seat="Platform/MO", person="Ravi"), "structure/fit"),
    ],
)
def test_a_change_in_one_team_reaches_another(pack: Pack, outline: str, change: Edit, rule: str) -> None:
    before = reviewed(outline, pack)
    edited = change(before.project)
    after = before.after(edited)
    assert after.score == review(edited.project, "S", pack).score
    assert after.score.of(rule).score != before.score.of(rule).score


def test_a_provider_reaches_those_it_serves(pack: Pack) -> None:
    outline = f"{HALF_HYBRID}Platform serves One"
    before = reviewed(outline, pack)
    edited = edits.assign(before.project, "S", seat="Platform/MO", person="Ravi")
    after = before.after(edited)
    assert after.score == review(edited.project, "S", pack).score
    rule = "roles/delivery-chain"
    assert (after.score.of(rule).score or 0) > (before.score.of(rule).score or 0)


def test_dotted_lines_both_ways_are_two_links(pack: Pack) -> None:
    before = reviewed(f"{HALF_HYBRID}One dotted Two\nTwo dotted One", pack)
    edited = edits.remove_link(
        before.project, "S", link=Link(source="One", target="Two", kind=LinkKind.DOTTED)
    )
    facts = before.after(edited).facts
    assert facts.tied("One").dotted == {"Two"}
    assert facts.tied("Two").dotted == {"One"}


def test_the_review_before_an_edit_stays_as_it_is(pack: Pack) -> None:
    before = reviewed(CENTRE, pack)
    score, seats = before.score, before.scenario.seats
    edited = edits.unassign(before.project, "S", seat="One/DS")
    before.after(edited)
    assert before.score is score
    assert before.scenario.seats is seats
    assert review(before.project, "S", pack).score == score


def test_people_who_change_places_are_counted_once(pack: Pack) -> None:
    before = reviewed(HALF_HYBRID, pack)
    moved = edits.swap(before.project, "S", source="One/DS", target="Two/SD")
    assert before.after(moved).score == review(moved.project, "S", pack).score
