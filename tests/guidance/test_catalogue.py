"""The catalogue tests itself: every rule has all its parts, its examples behave, and its fixes repair."""

import ast
from pathlib import Path

import pytest
from tests.guidance.saying import findings, reviewed

from planner.guidance import CATALOGUE, Category, Pack, Rule
from planner.guidance.rule import Scope
from planner.messages import render

RULES = Path(__file__).parents[2] / "src/planner/guidance/rules"
FOLDERS = {
    "roles": Category.ROLES,
    "people": Category.PEOPLE,
    "structure": Category.STRUCTURE,
    "core": Category.CENTRAL_TEAM,
    "squad": Category.SQUADS,
    "hybrid": Category.HYBRID,
    "venture": Category.PRODUCT_CENTRE,
}

every_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


def test_the_catalogue_holds_the_34_rules_in_their_order() -> None:
    assert [rule.id for rule in CATALOGUE] == [
        "roles/coverage",
        "roles/capabilities",
        "roles/delivery-chain",
        "roles/research-for-innovation",
        "roles/research-to-production",
        "roles/analyst-near-business",
        "roles/monitoring",
        "roles/life-cycle-owned",
        "people/specialisation",
        "people/allocation",
        "people/vacancies",
        "people/skills-fit",
        "people/single-point-of-failure",
        "people/spread-thin",
        "structure/fit",
        "structure/as-declared",
        "core/integration",
        "core/engineering-capacity",
        "core/prioritisation",
        "core/business-insight",
        "core/budget",
        "core/defined-function",
        "core/knowledge-sharing",
        "squad/complete",
        "squad/focus",
        "squad/research-misplaced",
        "squad/informed",
        "squad/lone-mlops",
        "hybrid/both-halves",
        "hybrid/responsibilities",
        "hybrid/core-serves-squads",
        "venture/independent",
        "venture/portfolio",
        "venture/integrated",
    ]


def test_sources_are_those_of_the_guidance() -> None:
    own = {rule.id for rule in CATALOGUE if rule.source == "planner"}
    assert own == {
        "people/allocation",
        "people/vacancies",
        "people/single-point-of-failure",
        "people/spread-thin",
        "structure/as-declared",
    }
    assert [rule.id for rule in CATALOGUE if rule.source == "inferred"] == ["roles/research-to-production"]


@every_rule
def test_a_rule_stands_in_the_module_of_its_name(rule: Rule) -> None:
    folder, name = rule.id.split("/")
    module = RULES / folder / f"{name.replace('-', '_')}.py"
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert rule.category is FOLDERS[folder]
    assert isinstance(rule.scope, Scope)


def test_no_module_of_a_rule_is_left_out_of_the_catalogue() -> None:
    modules = {
        f"{path.parent.name}/{path.stem.replace('_', '-')}"
        for path in RULES.glob("*/*.py")
        if path.stem != "__init__"
    }
    assert modules == {rule.id for rule in CATALOGUE}


@every_rule
def test_a_rule_says_everything(rule: Rule) -> None:
    said = (rule.name, rule.applies_to, rule.looks_for, rule.why, rule.better, rule.section, rule.says)
    assert all(render(text).strip() for text in said)
    assert not render(rule.name).endswith(".")


@every_rule
def test_the_breaking_example_breaks_it_and_the_mended_one_does_not(rule: Rule, pack: Pack) -> None:
    broken, mended = reviewed(rule.breaking, pack).score, reviewed(rule.mended, pack).score
    before, after = broken.of(rule.id).score, mended.of(rule.id).score
    assert before is not None
    assert before < 1
    assert after == 1
    assert findings(rule.breaking, rule.id, pack)
    assert not findings(rule.mended, rule.id, pack)


@every_rule
def test_a_fix_offered_for_the_breaking_example_repairs_it(rule: Rule, pack: Pack) -> None:
    before = reviewed(rule.breaking, pack)
    for finding in findings(rule.breaking, rule.id, pack):
        assert finding.fixes, finding.title
        for fix in finding.fixes:
            after = before.after(fix.edit(before.project))
            assert (after.score.of(rule.id).score or 0) > (before.score.of(rule.id).score or 0)


@every_rule
def test_a_rule_broken_ten_thousand_times_still_fits_its_title(rule: Rule, pack: Pack) -> None:
    for finding in findings(rule.breaking, rule.id, pack):
        title = finding.title
        many = title.plural.replace("{count}", "10,000") if title.plural else title.text
        values = {
            name: render(value) if hasattr(value, "values") else str(value) for name, value in title.values
        }
        assert len(many.format_map(values)) <= 40
