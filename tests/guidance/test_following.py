"""An edit reaches the judgements of teams that it does not name."""

from functools import partial

import pytest
from msgspec.structs import replace
from tests.guidance.saying import reviewed

from planner.domain import (
    Activity,
    Edit,
    Function,
    Kind,
    Level,
    Link,
    LinkKind,
    PracticeKind,
    Team,
    edits,
    together,
)
from planner.guidance import Pack, review
from planner.messages import message

MONITORING = Activity.MONITORING

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

TWO_CENTRES = """
scenario S: enterprise, product, product-centre
core North
  MO Clara
  venture One
    DS Ravi
    SD Adam
core South
  DE Mateo
  venture Two
    DS Leila
squad Shop
partner P1
partner P2
partner P3
partner P4
partner P5
partner P6
group Box
One collaborates Shop, P1
One dotted Box
"""
AGREED = """
scenario S: enterprise, product, hybrid
core North
  MO Clara
core South
  DE Mateo
squad One, product "Search"
  DS Ravi
  SD Adam
squad Two, product "Churn"
  DS Leila
partner Sales
  BU Bo
  PR Cy
North serves One
South serves Two
North dotted Sales
One collaborates Sales
practice knowledge-sharing by One
responsible monitoring: North accountable, Two accountable
"""


def edit(change, /, **fields) -> Edit:
    return partial(change, scenario="S", **fields)


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
        (TWO_CENTRES, edit(edits.edit_team, team="Box", kind=Kind.PARTNER), "core/integration"),
        (TWO_CENTRES, edit(edits.edit_team, team="P1", kind=Kind.GROUP), "core/integration"),
        (TWO_CENTRES, edit(edits.edit_team, team="Shop", kind=Kind.GROUP), "core/integration"),
        (TWO_CENTRES, edit(edits.edit_team, team="One", kind=Kind.SQUAD), "core/engineering-capacity"),
        (TWO_CENTRES, edit(edits.unassign, seat="One/SD"), "core/engineering-capacity"),
        (
            TWO_CENTRES,
            edit(edits.set_function, seat="Two/DS", function=Function.PRODUCT),
            "core/business-insight",
        ),
        (AGREED, edit(edits.unassign, seat="North/MO"), "hybrid/both-halves"),
        (
            TWO_CENTRES,
            edit(edits.add_link, link=Link(source="South", target="One", kind=LinkKind.SERVES)),
            "venture/independent",
        ),
        (AGREED, edit(edits.edit_team, team="Two", product=" SEARCH"), "squad/focus"),
        (AGREED, edit(edits.unassign, seat="Sales/PR"), "squad/complete"),
        (AGREED, edit(edits.edit_team, team="North", kind=Kind.PARTNER), "squad/lone-mlops"),
        (AGREED, edit(edits.edit_team, team="North", kind=Kind.PARTNER), "hybrid/core-serves-squads"),
        (
            AGREED,
            edit(edits.set_responsibility, activity=MONITORING, team="North", level=None),
            "hybrid/responsibilities",
        ),
        (
            AGREED,
            edit(edits.set_responsibility, activity=MONITORING, team="South", level=Level.ACCOUNTABLE),
            "hybrid/responsibilities",
        ),
        (
            HALF_HYBRID,
            edit(edits.set_responsibility, activity=MONITORING, team="Platform", level=Level.ACCOUNTABLE),
            "hybrid/responsibilities",
        ),
        (
            AGREED.replace("North accountable", "North accountable, South accountable, Sales accountable"),
            edit(edits.set_responsibility, activity=MONITORING, team="North", level=None),
            "hybrid/responsibilities",
        ),
        (
            AGREED,
            edit(edits.edit_practice, practice="practice 1", owner="One", teams=("Two",)),
            "squad/informed",
        ),
        (
            AGREED,
            edit(edits.edit_practice, practice="practice 1", owner="Sales", teams=("North",)),
            "core/business-insight",
        ),
    ],
)
def test_a_change_in_one_team_reaches_another(pack: Pack, outline: str, change: Edit, rule: str) -> None:
    before = reviewed(outline, pack)
    edited = change(before.project)
    after = before.after(edited)
    assert after.score == review(edited.project, "S", pack).score
    assert after.score.of(rule).score != before.score.of(rule).score


def test_cores_that_change_ventures_are_judged_again(pack: Pack) -> None:
    """Each core has one venture before and after, but another one."""
    before = reviewed(TWO_CENTRES, pack)
    change = together(
        message("Change places"),
        edit(edits.move_team, team="One", parent="South"),
        edit(edits.move_team, team="Two", parent="North"),
    )
    edited = change(before.project)
    after = before.after(edited)
    fresh = review(edited.project, "S", pack)
    assert after.score == fresh.score
    rule = "core/engineering-capacity"
    found = [{subject.id for subject in each.subjects} for each in after.findings if each.rule.id == rule]
    assert found == [{"North"}]


def test_a_practice_that_turns_into_another_kind_is_another(pack: Pack) -> None:
    before = reviewed(f"{AGREED}practice prioritisation by North: Sales", pack)
    practice = replace(before.scenario.practices["practice 2"], kind=PracticeKind.SHARED_STANDARDS)
    change = together(
        message("Another kind"),
        edit(edits.remove_practice, practice="practice 2"),
        edit(edits.add_practice, practice=practice),
    )
    edited = change(before.project)
    after = before.after(edited)
    assert after.score == review(edited.project, "S", pack).score
    for rule in ("core/prioritisation", "core/knowledge-sharing"):
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
