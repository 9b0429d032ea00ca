"""Agree the basics: the proposed answers cost nothing, and bring every agreement that a chart leaves open."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.guidance.layouts import random_project
from tests.guidance.test_ordering import LAYOUTS, layout
from tests.strategies import projects

from planner import resources
from planner.advice.agreeing import Choice, Question, Several, Special, Text, Topic, agreement, questions
from planner.domain import Activity, Edit, Kind, Level, PracticeKind, Rows, Structure, Team, edits, outline
from planner.exchange.plan import read
from planner.guidance import Needs, Review, load_pack, review

PACK = load_pack(resources.read_text)
CONTEXTS = (
    "enterprise, product",
    "enterprise, research",
    "large-startup, product",
    "small-startup, research",
)
SAMPLES = {
    # No partner team is there for the core's analysts to work with; without a core they sit with product.
    "enterprise": {"roles/analyst-near-business"},
    "enterprise, All squads": set(),
    "large-startup": set(),
    # One person fills three capabilities, and nobody the fourth.
    "small-startup": {"roles/delivery-chain"},
}
"""The samples, and what no agreement can reach in them, or in one scenario."""


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new id {next(numbers)}"


def reviewed(text: str) -> Review:
    project = outline.parse(text)
    return review(project, next(iter(project.scenarios)).id, PACK)


def asked_of(seen: Review) -> dict[Topic, Question]:
    return {each.topic: each for each in questions(seen, new_id=new_ids())}


def proposed(asked: dict[Topic, Question]) -> Edit | None:
    return agreement(asked.values(), {each.id: each.proposed for each in asked.values()})


def agreed(seen: Review) -> Review:
    """What the layout is after all proposed answers."""
    edit = proposed(asked_of(seen))
    return seen if edit is None else seen.after(edit(seen.project))


def short(seen: Review) -> dict[str, float]:
    """The rules that need agreements, count, and are not met in full."""
    return {
        each.rule.id: each.score or 0.0
        for each in seen.score.rules
        if each.counts and each.rule.needs is Needs.AGREEMENTS and not each.passed
    }


# Laws


@given(projects())
def test_all_proposed_answers_together_never_lower_the_total(project):
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    before, after = seen.score.total, agreed(seen).score.total
    assert (before is None) == (after is None)
    assert (after or 0.0) >= (before or 0.0) - 1e-9


@given(projects())
def test_the_answers_are_one_edit_whose_inverse_restores_everything(project):
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    edit = proposed(asked_of(seen))
    if edit is not None:
        done = edit(project)
        assert str(done.difference.label) == "Agree the basics"
        assert done.difference.inverse().applied(done.project) == project


@given(projects())
def test_present_answers_change_nothing_and_there_are_at_most_eight_questions(project):
    asked = questions(review(project, next(iter(project.scenarios)).id, PACK), new_id=new_ids())
    assert len(asked) <= 8
    assert len({each.id for each in asked}) == len(asked)
    assert all(each.edit(each.present) is None for each in asked)
    keys = [field.id for each in asked for field in each.fields]
    assert len(set(keys)) == len(keys)


@given(projects())
def test_no_practice_gets_a_twin_and_no_link_or_member_goes(project):
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    before, after = seen.scenario, agreed(seen).scenario
    for kind in PracticeKind:
        had = before.practices.where("kind", kind)
        assert len(after.practices.where("kind", kind)) <= max(1, len(had))
    assert set(before.links.keys()) <= set(after.links.keys())
    for practice in before.practices:
        then = after.practices[practice.id]
        assert set(practice.teams) <= set(then.teams)
        assert practice.owner in (None, then.owner)


@given(projects())
def test_the_fields_of_locked_teams_stay_as_they_are(project):
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    then = agreed(seen).scenario.teams
    assert all(then[team.id] == team for team in seen.scenario.teams if team.locked)


# What the eight reach


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("structure", list(Structure))
def test_a_complete_chart_gets_every_agreement_met(structure, context):
    for seed in LAYOUTS[:8]:
        bare = reviewed(layout(seed, structure, context, agreed=False))
        assert short(agreed(bare)) == {}, seed


@pytest.mark.parametrize("structure", list(Structure))
def test_a_complete_layout_has_little_left_to_agree_and_loses_nothing(structure):
    for seed in LAYOUTS[:8]:
        full = reviewed(layout(seed, structure, "enterprise, product", agreed=True))
        assert (agreed(full).score.total or 0) >= (full.score.total or 0)


def bare(scenario):
    """The same chart with nothing agreed."""
    told = {"product": "", "purpose": "", "focus": None, "own_budget": False, "experiment_share": 0.0}
    boxes = Rows([replace(team, **told) for team in scenario.teams])
    return replace(scenario, teams=boxes, links=Rows(), practices=Rows(), responsibilities=Rows())


@pytest.mark.parametrize("sample", ["enterprise", "large-startup", "small-startup"])
def test_the_samples_get_every_agreement_met_from_what_they_have_and_from_nothing(sample):
    project = read(resources.read_bytes(f"samples/{sample}.plan.json"))
    for scenario in project.scenarios:
        left = SAMPLES.get(f"{sample}, {scenario.name}", SAMPLES[sample])
        assert set(short(agreed(review(project, scenario.id, PACK)))) == left
        alone = replace(project, scenarios=Rows([bare(scenario)]))
        assert set(short(agreed(review(alone, scenario.id, PACK)))) == left


@pytest.mark.parametrize("seed", range(60))
def test_layouts_with_agreements_of_all_kinds_never_lose(seed):
    seen = review(random_project(seed), "S", PACK)
    assert (agreed(seen).score.total or 0) >= (seen.score.total or 0) - 1e-9


CANNOT = {
    "a core with neither squads nor partner teams has nobody to be linked with": (
        "scenario X: enterprise, product, centralized\ncore ML\n  DS A\n  MO B\n  DE C\n  SD D\n  PR E",
        {"core/integration", "core/prioritisation", "core/knowledge-sharing"},
    ),
    "a squad of a decentralized layout must build and embed itself": (
        "scenario X: large-startup, product, decentralized\nsquad A\n  DS A\n  MO B\n  DE C\nsquad B\n  SD D",
        {"roles/delivery-chain"},
    ),
    "nobody is there to watch the models": (
        "scenario X: large-startup, product, decentralized\nsquad A\n  DS A\n  DE C\n  SD D\n  PR E",
        {"roles/delivery-chain", "roles/monitoring"},
    ),
}


@pytest.mark.parametrize("why", CANNOT)
def test_what_takes_seats_or_teams_is_not_reached_by_agreeing(why):
    text, rules = CANNOT[why]
    assert set(short(agreed(reviewed(text)))) == rules, why


# One by one

HYBRID = """
scenario Today: enterprise, product, hybrid, 5 use cases
core Platform
  MO Ada
  DE Ben
squad Fraud
  DS Cleo
  SD Dan
squad Churn
  DS Eve
  SD Finn
partner Sales
  BU Gia
  PR Hal
"""


def test_in_a_hybrid_the_core_answers_for_the_platform_and_each_squad_for_its_models():
    duties = asked_of(reviewed(HYBRID))[Topic.DUTIES]
    by_squads = {key for key, answer in duties.proposed.items() if answer is Special.EACH}
    assert by_squads == {"model-development", "validation", "application-integration"}
    assert {answer for answer in duties.proposed.values() if answer is not Special.EACH} == {"Platform"}


def test_each_question_says_what_its_proposal_alone_brings():
    seen = reviewed(HYBRID)
    for each in asked_of(seen).values():
        edit = each.edit(each.proposed)
        assert edit is not None
        after = seen.after(edit(seen.project)).score.total
        assert each.gain == pytest.approx((after or 0) - (seen.score.total or 0))


def test_the_questions_come_most_points_first_and_settled_ones_last():
    seen = reviewed(HYBRID.replace("core Platform", "core Platform, budget, experiments 20%"))
    asked = list(asked_of(seen).values())
    assert asked[-1].topic is Topic.BUDGET
    assert asked[-1].is_settled
    gains = [each.gain or 0 for each in asked[:-1]]
    assert gains == sorted(gains, reverse=True)


def test_a_practice_that_is_there_is_extended_and_keeps_its_owner():
    seen = reviewed(f"{HYBRID}practice prioritisation by Sales: Fraud")
    (before,) = seen.scenario.practices
    question = asked_of(seen)[Topic.ORDER]
    assert question.present["order owner"] == "Sales"
    assert question.proposed["order owner"] == "Sales"
    after = agreed(seen).scenario.practices[before.id]
    assert after.owner == "Sales"
    assert set(after.teams) == {"Fraud", "Churn", "Platform"}


def test_several_accountable_teams_are_shown_and_the_others_stay_responsible():
    clash = "responsible monitoring: Platform accountable, Fraud accountable"
    seen = reviewed(f"{HYBRID}Platform serves Fraud\n{clash}")
    (field,) = [each for each in asked_of(seen)[Topic.DUTIES].fields if each.id == "monitoring"]
    assert field.present is Special.AS_RECORDED
    assert str(field.now) == "Now: Platform and Fraud"
    after = agreed(seen).scenario.responsibilities
    assert after["monitoring", "Platform"].level is Level.ACCOUNTABLE
    assert after["monitoring", "Fraud"].level is Level.RESPONSIBLE


def test_a_product_is_the_teams_name_and_no_two_are_the_same():
    seen = reviewed(HYBRID.replace("squad Fraud", 'squad Fraud, product "Churn"'))
    asked = asked_of(seen)[Topic.BUILDS]
    assert asked.proposed == {"product Fraud": "Churn", "product Churn": "Churn 2"}


def test_who_is_on_call_already_is_not_asked_for_more():
    seen = reviewed(f"{HYBRID}practice on-call by Gia: Fraud")
    assert asked_of(seen)[Topic.ON_CALL].is_settled


def test_other_answers_are_taken_as_given():
    seen = reviewed(HYBRID)
    asked = asked_of(seen)
    edit = agreement(
        asked.values(),
        {
            "charter": {"purpose Platform": " Run models ", "focus Platform": "future-technology"},
            "budget": {"experiments Platform": 25},
            "duties": {"governance": "Sales"},
            "links": {"works Platform": frozenset({"Sales", "Fraud"})},
        },
    )
    assert edit is not None
    after = edit(seen.project).project.scenarios["Today"]
    core = after.teams["Platform"]
    assert (core.purpose, core.focus, core.own_budget, core.experiment_share) == (
        "Run models",
        "future-technology",
        False,
        0.25,
    )
    assert [(each.activity, each.team) for each in after.responsibilities] == [(Activity.GOVERNANCE, "Sales")]
    assert {(each.source, each.target) for each in after.links} == {
        ("Platform", "Fraud"),
        ("Platform", "Sales"),
    }


def test_locked_teams_are_named():
    seen = reviewed(HYBRID.replace("squad Fraud", "squad Fraud, locked"))
    asked = asked_of(seen)[Topic.BUILDS]
    assert str(asked.remark) == "Fraud is locked and stays as it is."
    assert set(asked.proposed) == {"product Churn"}


def test_only_what_applies_is_asked():
    squads = reviewed("scenario X: small-startup, product, decentralized\nsquad A\n  DS B\n  SD C")
    assert set(asked_of(squads)) == {Topic.DUTIES, Topic.BUILDS, Topic.ON_CALL}
    assert asked_of(reviewed("scenario X: small-startup, product")) == {}


def test_a_venture_is_led_by_its_product_person():
    seen = reviewed(
        "scenario X: enterprise, product, product-centre\ncore C\n  MO A\n  venture V\n    DS B\n    PR D 10%"
    )
    asked = asked_of(seen)[Topic.BUILDS]
    assert str(asked.sentence) == "What does each venture build, and who leads it?"
    assert asked.proposed == {"product V": "V", "lead V": "D"}


def test_a_product_centre_extends_the_order_that_is_owned_at_the_centre():
    seen = reviewed(
        "scenario X: enterprise, product, product-centre\ncore C\n  MO A\n  venture V\n    DS B\n"
        "partner P\n  BU E\npractice prioritisation by P: V, P\npractice prioritisation by C"
    )
    assert asked_of(seen)[Topic.ORDER].proposed["order owner"] == "C"


def test_every_present_and_proposed_answer_is_among_the_options():
    for structure in Structure:
        seen = reviewed(layout(3, structure, "enterprise, product", agreed=False))
        for each in asked_of(seen).values():
            for field in each.fields:
                assert str(field.row)
                assert str(field.label)
                if isinstance(field, Choice):
                    offered = {option.value for option in field.options}
                    assert {field.present, field.proposed} <= offered
                elif isinstance(field, Several):
                    assert field.present | field.proposed <= {option.value for option in field.options}
                elif isinstance(field, Text):
                    assert field.proposed


def test_nothing_to_score_still_asks_without_points():
    project = outline.parse("scenario X: enterprise, product, hybrid\nsquad A\n  PR B")
    scenario = next(iter(project.scenarios)).id
    project = edits.add_team(project, scenario, team=Team(id="c", name="Core", kind=Kind.CORE)).project
    asked = questions(review(project, scenario, PACK), new_id=new_ids())
    assert asked
    assert all(each.gain is None for each in asked)
