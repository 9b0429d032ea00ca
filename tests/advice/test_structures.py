"""Structures are compared by the layout converted to each, and the guidance's order comes out."""

from collections.abc import Callable, Iterator
from itertools import count, islice

import pytest
from msgspec.structs import replace
from tests.guidance.layouts import SCENARIO, random_project

from planner import resources
from planner.advice.structures import (
    Standing,
    StructureScore,
    by_fit,
    checklist,
    compared,
    fit_word,
    ranked,
    scored,
)
from planner.domain import Aim, Chooser, Project, Rows, Scenario, Stage, Structure, outline
from planner.domain.edits import edit_context
from planner.guidance import Review, load_pack, review

PACK = load_pack(resources.read_text)
CENTRALIZED, DECENTRALIZED = Structure.CENTRALIZED, Structure.DECENTRALIZED
HYBRID, PRODUCT_CENTRE = Structure.HYBRID, Structure.PRODUCT_CENTRE
LAYOUTS = 60

SQUADS = """
scenario Today: enterprise, product, decentralized, 4 use cases
squad Fraud
  DS Ravi
  SD Ada
squad Platform
  MO Clara
  DE Mateo
squad Churn
  DS Lena
  SD Adam
"""


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new {next(numbers)}"


def reviewed(project: Project) -> Review:
    return review(project, next(iter(project.scenarios)).id, PACK)


def of(text: str) -> dict[Structure, StructureScore]:
    return {each.structure: each for each in compared(reviewed(outline.parse(text)), new_id=new_ids())}


def test_all_four_are_compared_and_the_best_as_drawn_comes_first():
    found = compared(reviewed(outline.parse(SQUADS)), new_id=new_ids())
    figures = [each.as_drawn for each in found]
    assert {each.structure for each in found} == set(Structure)
    assert figures == sorted(figures, reverse=True)
    assert found[0].is_recommended


def test_the_figures_are_those_of_the_converted_layout():
    for each in of(SQUADS).values():
        converted = reviewed(each.edit(each.now.project).project)
        assert (each.total, each.as_drawn) == (converted.score.total, converted.score.as_drawn)
        assert each.drawn_gain == pytest.approx(converted.score.as_drawn - each.now.score.as_drawn)
        assert each.total_gain == pytest.approx(converted.score.total - each.now.score.total)


def test_a_layout_that_shows_its_structure_is_what_it_would_be_converted_to():
    declared = of(SQUADS)[DECENTRALIZED]
    assert (declared.is_declared, declared.changes, declared.drawn_gain) == (True, False, 0)


def test_a_declared_structure_that_the_teams_do_not_show_would_change_them():
    declared = of(SQUADS.replace("decentralized", "hybrid"))[HYBRID]
    assert (declared.is_declared, declared.changes) == (True, True)
    assert declared.drawn_gain > 0


def test_the_edit_brings_the_same_ids_each_time_it_is_tried():
    each = of("squad Lab\n  DS Ravi\n  MO Ada")[HYBRID]
    project = each.now.project
    assert each.edit(project) == each.edit(project) == each.edited


def test_who_chooses_decides_between_an_enterprises_two():
    project = outline.parse(SQUADS)
    scenario = next(iter(project.scenarios))
    found = {}
    for chooser in (None, *Chooser):
        chosen = edit_context(project, scenario.id, chooser=chooser).project
        found[chooser] = {
            each.structure for each in compared(reviewed(chosen), new_id=new_ids()) if each.is_recommended
        }
    assert found == {
        None: {HYBRID, PRODUCT_CENTRE},
        Chooser.COMPANY: {PRODUCT_CENTRE},
        Chooser.FUNCTIONS: {HYBRID},
    }


def test_before_any_is_tried_the_recommended_come_first_and_then_the_better_fit():
    scenario = Scenario(id="s", name="S", stage=Stage.LARGE_STARTUP, aim=Aim.RESEARCH)
    assert by_fit(PACK, scenario) == (CENTRALIZED, HYBRID, PRODUCT_CENTRE, DECENTRALIZED)


def test_a_refused_conversion_has_a_reason_and_comes_last():
    text = SQUADS.replace("squad Platform", "squad Platform, locked")
    found = compared(reviewed(outline.parse(text)), new_id=new_ids())
    assert [each.structure for each in found[:1]] == [DECENTRALIZED]
    refused = found[-1]
    assert (refused.as_drawn, refused.total, refused.changes) == (None, None, False)
    assert str(refused.refusal) == "Platform is locked, so it cannot become a core."


def test_a_layout_with_nothing_to_score_has_no_figures_but_can_be_converted():
    found = of("squad A\n  DS vacant\nsquad B\n  MO vacant")
    assert [each.as_drawn for each in found.values()] == [None] * 4
    assert found[CENTRALIZED].changes
    assert list(found) == list(by_fit(PACK, found[HYBRID].now.scenario))


@pytest.mark.parametrize(
    ("fit", "best", "alone", "words"),
    [
        (1.0, True, True, "Best fit"),
        (1.0, True, False, "Best fit too"),
        (0.95, False, True, "Good fit"),
        (0.5, False, True, "Partial fit"),
        (0.4, False, True, "Weak fit"),
    ],
)
def test_the_word_for_a_fit(fit: float, best: bool, alone: bool, words: str):
    assert str(fit_word(fit, is_recommended=best, is_alone=alone)) == words


def test_challenges_are_met_or_cost_what_their_findings_cost():
    converted = of(SQUADS)[HYBRID].converted
    points: dict[str, float] = {}
    for finding in converted.findings:
        points[finding.rule.id] = points.get(finding.rule.id, 0.0) + finding.points
    responsibilities, served = checklist(converted, HYBRID)
    assert (served.standing, served.points, served.severity) == (Standing.MET, 0.0, None)
    assert responsibilities.standing is Standing.OPEN
    assert responsibilities.points == pytest.approx(points["hybrid/responsibilities"])
    assert responsibilities.severity == "problem"


def test_a_challenge_can_be_muted_or_have_nothing_to_judge():
    text = "scenario S: enterprise, product, hybrid\ncore A\n  MO Ada\nmute core/budget: fixed\n"
    standings = {each.rule: each.standing for each in checklist(reviewed(outline.parse(text)), CENTRALIZED)}
    assert standings["core/budget"] is Standing.MUTED
    idle = {each.rule: each.standing for each in checklist(reviewed(outline.parse(text)), DECENTRALIZED)}
    assert set(idle.values()) == {Standing.IDLE}


def free_layouts() -> Iterator[Project]:
    """Random layouts whose ML teams hold somebody in an ML role, with nothing locked or muted."""
    for seed in count():
        project = random_project(seed)
        scenario = project.scenarios[SCENARIO]
        teams = Rows([replace(team, locked=False) for team in scenario.teams])
        free = replace(scenario, teams=teams, muted=Rows())
        holding = (seat for seat in free.seats if seat.is_filled and seat.function.is_role)
        if any(free.teams[seat.team].kind.is_ml for seat in holding):
            yield replace(project, scenarios=Rows([free]))


def figures(project: Project, stage: Stage, aim: Aim) -> dict[Structure, StructureScore]:
    project = edit_context(project, SCENARIO, stage=stage, aim=aim).project
    return {each: scored(reviewed(project), each, new_id=new_ids()) for each in Structure}


def test_start_ups_do_best_with_squads_for_products_and_a_centre_for_research_whatever_the_layout():
    for project in islice(free_layouts(), LAYOUTS):
        for stage in (Stage.SMALL_STARTUP, Stage.LARGE_STARTUP):
            product, research = figures(project, stage, Aim.PRODUCT), figures(project, stage, Aim.RESEARCH)
            assert product[DECENTRALIZED].as_drawn > product[CENTRALIZED].as_drawn
            assert research[CENTRALIZED].as_drawn > research[DECENTRALIZED].as_drawn


@pytest.mark.parametrize("aim", list(Aim))
def test_enterprises_do_best_with_both_halves_or_a_product_centre_whatever_the_layout(aim: Aim):
    """A hybrid one of whose halves holds nobody is none: seats are never shared out to make one."""
    hybrids = 0
    for project in islice(free_layouts(), LAYOUTS):
        found = figures(project, Stage.ENTERPRISE, aim)
        worse = max(found[CENTRALIZED].as_drawn, found[DECENTRALIZED].as_drawn)
        assert found[PRODUCT_CENTRE].as_drawn > worse
        if found[HYBRID].converted.score.of("structure/as-declared").score == 1.0:
            hybrids += 1
            assert found[HYBRID].as_drawn > worse
    assert hybrids > LAYOUTS / 3


def test_a_layout_of_hundreds_of_teams_scores_as_a_fresh_review_does():
    text = "".join(f"squad T{number}\n  DS Person {number}\n  MO Person {number}\n" for number in range(150))
    for each in of(text).values():
        assert each.total == reviewed(each.edited.project).score.total


def test_ranking_keeps_ties_in_their_order():
    found = compared(reviewed(outline.parse(SQUADS)), new_id=new_ids())
    assert ranked(ranked(found)) == found
