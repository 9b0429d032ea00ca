"""Laws that hold of every review: edits, order, names, points."""

import dataclasses
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.guidance.layouts import SCENARIO, random_edit, random_project
from tests.strategies import journeys

from planner.domain import Edited, Project, Rows, Scenario
from planner.errors import PlannerError
from planner.guidance import Finding, Pack, Review, review
from planner.guidance.facts import facts_of
from planner.messages import render

seeds = st.integers(0, 100_000)


def seen(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings with what people read, and no fixes."""
    return [dataclasses.replace(finding, mend=tuple) for finding in findings]


def reviewed(project: Project, pack: Pack) -> Review:
    return review(project, SCENARIO, pack)


@given(seed=seeds)
def test_a_review_after_edits_equals_a_fresh_one_bit_for_bit(pack: Pack, seed: int) -> None:
    dice, project = Random(seed), random_project(seed)
    followed = reviewed(project, pack)
    for number in range(12):
        edited = random_edit(dice, project, number)
        if edited is None:
            continue
        before = followed.score
        followed, project = followed.after(edited), edited.project
        fresh = reviewed(project, pack)
        assert followed.score == fresh.score, edited.difference.label
        assert seen(followed.findings) == seen(fresh.findings), edited.difference.label
        back = followed.after(
            Edited(edited.difference.inverse().applied(project), edited.difference.inverse())
        )
        assert back.score == before


@given(journey=journeys())
def test_the_same_holds_of_any_project_and_any_edit(
    pack: Pack, journey: tuple[Project, list[Edited]]
) -> None:
    project, steps = journey
    for scenario in project.scenarios:
        followed = review(project, scenario.id, pack)
        for edited in steps:
            if scenario.id not in edited.project.scenarios:
                with pytest.raises(PlannerError):
                    followed.after(edited)
                break
            followed = followed.after(edited)
            fresh = review(edited.project, scenario.id, pack)
            assert followed.score == fresh.score
            assert seen(followed.findings) == seen(fresh.findings)


@given(seed=seeds)
def test_the_index_after_edits_equals_a_fresh_one(pack: Pack, seed: int) -> None:
    dice, project = Random(seed), random_project(seed)
    followed = reviewed(project, pack)
    for number in range(12):
        edited = random_edit(dice, project, number)
        if edited is not None:
            followed, project = followed.after(edited), edited.project
    facts, fresh = followed.facts, facts_of(project, SCENARIO, pack)
    assert facts.people == fresh.people
    assert facts.accountable == fresh.accountable
    assert facts.central == fresh.central
    assert {key: teams for key, teams in facts.claims.items() if teams} == fresh.claims
    assert facts.nesting == fresh.nesting
    assert {team for team, ids in facts.practices.items() if ids} == set(fresh.practices)
    assert all(facts.tied(team) == fresh.tied(team) for team in fresh.teams)
    assert all(facts.teams[team].modellers == fresh.teams[team].modellers for team in fresh.teams)
    for name in ("filled", "fte", "kinds", "ml_fte", "holders", "core_filled"):
        assert getattr(facts.tallies, name) == getattr(fresh.tallies, name)


@given(seed=seeds)
def test_points_of_all_findings_add_up_to_what_is_missing(pack: Pack, seed: int) -> None:
    found = reviewed(random_project(seed), pack)
    total = found.score.total
    points = [finding.points for finding in found.findings]
    assert all(each > 0 for each in points)
    assert points == sorted(points, reverse=True)
    if total is None:
        assert not points
    else:
        assert sum(points) == pytest.approx(100 - total, abs=1e-9)
    lost: dict[str, float] = {}
    for finding in found.findings:
        lost[finding.rule.id] = lost.get(finding.rule.id, 0.0) + finding.points
    weight = sum(each.weight for each in found.score.rules if each.counts)
    for each in found.score.rules:
        missing = 100 * each.weight * (1 - (each.score or 0.0)) / weight if each.counts else 0.0
        assert lost.get(each.rule.id, 0.0) == pytest.approx(missing, abs=1e-9)


@given(seed=seeds)
def test_findings_say_all_they_owe(pack: Pack, seed: int) -> None:
    found = reviewed(random_project(seed), pack).findings
    assert len({finding.key for finding in found}) == len(found)
    for finding in found:
        assert 0 < len(render(finding.title)) <= 40
        for text in (finding.message, finding.where, finding.guidance.text, finding.guidance.section):
            assert render(text).strip()
        assert finding.evidence
        assert all(render(fact.text) for fact in finding.evidence)
        assert finding.fixes or render(finding.reason_for_no_fix)
        assert (finding.no_fix is None) == bool(finding.fixes)


@given(seed=seeds)
def test_every_fix_raises_its_rule_in_one_step_that_undo_takes_back(pack: Pack, seed: int) -> None:
    project = random_project(seed)
    start = reviewed(project, pack)
    locked = {team.id: team for team in start.scenario.teams if team.locked}
    for finding in start.findings:
        for fix in finding.fixes:
            edited = fix.edit(project)
            after = reviewed(edited.project, pack)
            rule = finding.rule.id
            assert (after.score.of(rule).score or 0.0) > (start.score.of(rule).score or 0.0)
            assert render(fix.label)
            undone = edited.difference.inverse().applied(edited.project)
            assert undone == project
            assert all(after.scenario.teams[key] == team for key, team in locked.items())
            assert held_in(after.scenario, locked) == held_in(start.scenario, locked)


def held_in(scenario: Scenario, teams: dict) -> list:
    return [seat for seat in scenario.seats if seat.team in teams]


@given(seed=seeds)
def test_order_changes_no_score(pack: Pack, seed: int) -> None:
    dice, project = Random(seed), random_project(seed)
    (scenario,) = project.scenarios
    shuffled = {
        name: Rows(dice.sample(list(getattr(scenario, name)), len(getattr(scenario, name))))
        for name in ("teams", "seats", "links", "practices", "responsibilities", "muted")
    }
    people = Rows(dice.sample(list(project.people), len(project.people)))
    other = replace(project, people=people, scenarios=Rows([replace(scenario, **shuffled)]))
    assert reviewed(other, pack).score == reviewed(project, pack).score


@given(seed=seeds)
def test_names_and_ids_change_no_score(pack: Pack, seed: int) -> None:
    project = random_project(seed)
    assert reviewed(renamed(project), pack).score == reviewed(project, pack).score


def renamed(project: Project) -> Project:
    """The same plan with every id and name another one, in another alphabetical order."""
    (scenario,) = project.scenarios

    def new(key: str | None) -> str | None:
        return None if key is None else f"{key[::-1]} other"

    def to(row, **fields):
        return replace(row, **fields)

    layout = replace(
        scenario,
        name="Another",
        teams=Rows(
            to(team, id=new(team.id), name=new(team.id), parent=new(team.parent), lead=new(team.lead))
            for team in scenario.teams
        ),
        seats=Rows(
            to(seat, id=new(seat.id), team=new(seat.team), person=new(seat.person), title="T")
            for seat in scenario.seats
        ),
        links=Rows(to(link, source=new(link.source), target=new(link.target)) for link in scenario.links),
        practices=Rows(
            to(each, id=new(each.id), owner=new(each.owner), teams=tuple(map(new, each.teams)))
            for each in scenario.practices
        ),
        responsibilities=Rows(to(duty, team=new(duty.team)) for duty in scenario.responsibilities),
    )
    people = Rows(to(person, id=new(person.id), name=new(person.id)) for person in project.people)
    return replace(project, people=people, scenarios=Rows([layout]))


@given(seed=seeds)
def test_fit_is_worth_no_more_than_what_the_teams_show(pack: Pack, seed: int) -> None:
    found = reviewed(random_project(seed), pack)
    scenario, score = found.scenario, found.score
    fit = score.of("structure/fit").score
    if score.total is not None and fit is not None:
        shown = score.of("structure/as-declared").score or 0.0
        assert fit <= pack.fit(scenario.stage, scenario.aim, scenario.structure) * shown + 1e-12
