"""What each rule of the second pack judges, by its exact terms."""

import pytest
from msgspec.structs import replace

from planner.domain import Rows, outline
from planner.guidance import Pack
from planner.guidance.basics import RULES, BasicsFinding, BasicsReview, BasicsScore, reviewed
from planner.messages import render

SPAN, LAYERS, SIZE, LEAD, MANY, COST = (rule.id for rule in RULES)


def of(text: str, pack: Pack) -> BasicsReview:
    project = outline.parse(text)
    return reviewed(project, project.scenarios.order[0], pack.basics)


def by(review: BasicsReview, rule: str) -> BasicsScore:
    return next(each for each in review.rules if each.rule.id == rule)


def found(review: BasicsReview, rule: str) -> list[BasicsFinding]:
    return [finding for finding in review.findings if finding.rule.id == rule]


def members(count: int, first: str = "P") -> str:
    return "\n".join(f"  DE {first}{number}" for number in range(count))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.breaking], ids=lambda rule: rule.id)
def test_the_example_of_a_rule_breaks_it_and_its_mended_one_keeps_it(rule, pack: Pack) -> None:
    broken, mended = of(rule.breaking, pack), of(rule.mended, pack)
    assert (by(broken, rule.id).score or 0.0) < 1.0
    assert found(broken, rule.id)
    assert by(mended, rule.id).score == 1.0
    assert not found(mended, rule.id)


def test_nothing_to_judge_gives_no_score(pack: Pack) -> None:
    review = of("scenario Today\npartner Sales\n  PR vacant\ngroup Company", pack)
    assert review.score is None
    assert review.band is None
    assert not review.findings
    assert not any(each.applies for each in review.rules)


def test_reports_are_different_people_and_never_the_lead(pack: Pack) -> None:
    review = of(
        """
core Platform, lead Ada
  DE Ada
  DE Bo 50%
  MO Bo 50%
  DE vacant
  DS Cai
  DS Dee
""",
        pack,
    )
    (fact,) = [each.figures for each in review.rules if each.rule.id == SPAN]
    assert by(review, SPAN).score == 1.0, fact


def test_a_team_without_a_lead_reports_to_the_nearest_lead_above_it(pack: Pack) -> None:
    through = f"group Company, lead Ada\n  core Platform\n{members(9).replace('  DE', '    DE')}"
    (finding,) = found(of(through, pack), SPAN)
    assert render(finding.evidence[0].text) == "Ada has 9 direct reports."
    led = f"group Company, lead Ada\n  core Platform, lead P0\n{members(9).replace('  DE', '    DE')}"
    assert by(of(led, pack), SPAN).score == 1.0, "P0 has eight, and Ada has P0 alone but nobody above"


def test_few_reports_are_a_fault_only_where_a_level_could_be_saved(pack: Pack) -> None:
    alone = "squad Search, lead Ada\n  DS Bo"
    assert by(of(alone, pack), SPAN).score == 1.0
    under = "group Company, lead Eve\n  DE Kim\n  DE Lou\n  squad Search, lead Ada\n    DS Bo"
    review = of(under, pack)
    assert by(review, SPAN).score == 0.5
    (finding,) = found(review, SPAN)
    assert render(finding.title) == "One lead has under 3 reports"
    assert [subject.id for subject in finding.subjects] == ["Ada"]


def test_who_leads_partner_teams_alone_is_not_judged(pack: Pack) -> None:
    assert not by(of(f"partner Sales, lead Ada\n{members(12)}", pack), SPAN).applies


def test_too_many_and_too_few_reports_share_what_is_lost(pack: Pack) -> None:
    text = (
        f"group Company, lead Eve\n  squad A, lead Ada\n{members(9).replace('  DE', '    DE')}\n"
        "  squad B, lead Bo\n    DS Cai\n  squad C, lead Dee\n    DS X\n    DS Y\n    DS Z"
    )
    review = of(text, pack)
    assert by(review, SPAN).score == 0.5
    above, below = found(review, SPAN)
    assert above.points == below.points


def test_levels_are_different_leads_and_those_beside_them(pack: Pack) -> None:
    def levels(text: str) -> str:
        figures = by(of(text, pack), LAYERS).figures
        return "" if figures is None else render(figures)

    assert levels("squad Search\n  DS Bo") == ""
    assert levels("squad Search, lead Bo\n  DS Bo") == ""
    assert levels("squad Search, lead Ada\n  DS Bo").startswith("Levels: 2,")
    nested = (
        "group One, lead Ada\n  group Two, lead Ada\n    group Three\n      squad S, lead Bo\n        DS Cai"
    )
    assert levels(nested).startswith("Levels: 3,")
    assert levels(nested.replace("DS Cai", "DS Ada")).startswith("Levels: 2,")


def test_a_level_too_many_costs_its_part(pack: Pack) -> None:
    text = "group A, lead a\n  group B, lead b\n    group C, lead c\n      group D, lead d\n        DS e"
    review = of(text, pack)
    assert by(review, LAYERS).score == pytest.approx(3 / 5)
    (finding,) = found(review, LAYERS)
    assert render(finding.title) == "5 levels, 2 too many"
    assert [render(fact.text) for fact in finding.evidence][-1] == "Below them 1 person holds a seat in D."


def test_the_size_of_a_team_counts_people_who_hold_seats_there(pack: Pack) -> None:
    small = "squad Small\n  DS A\n  SD A\n  DS B\nsquad Empty\n  DS vacant"
    text = f"squad Large, lead Boss\n{members(10)}\n{small}"
    review = of(text, pack)
    assert by(review, SIZE).score == 0.0
    assert {render(finding.title) for finding in found(review, SIZE)} == {
        "One team has over 9 people",
        "One team has under 3 people",
    }
    assert by(of(f"partner Sales\n{members(30)}", pack), SIZE).score is None


def test_a_named_lead_mends_a_team_in_one_step_for_all(pack: Pack) -> None:
    review = of("squad A\n  DS Bo\n  PR Cai\nsquad B\n  DS Dee\nsquad C, locked\n  DS Eve", pack)
    assert by(review, LEAD).score == 0.0
    (finding,) = found(review, LEAD)
    both, one, *_ = finding.fixes
    assert render(both.label) == "Name leads of 2 teams"
    assert render(one.label) == "Make Cai the lead of A", "product people come first"
    for fix in finding.fixes:
        after = reviewed(fix.edit(review.project).project, review.scenario.id, pack.basics)
        assert (by(after, LEAD).score or 0.0) > 0.0
    after = reviewed(both.edit(review.project).project, review.scenario.id, pack.basics)
    assert by(after, LEAD).score == pytest.approx(2 / 3)
    (left,) = found(after, LEAD)
    assert left.fixes == ()
    assert left.no_fix is not None


def test_people_in_many_teams_are_counted_by_team_not_by_seat(pack: Pack) -> None:
    text = "squad A\n  DS Bo 20%\n  DE Bo 20%\n  DS Cai\nsquad B\n  DS Bo 20%\npartner C\n  PR Bo 20%"
    review = of(text, pack)
    assert by(review, MANY).score == 0.5
    (finding,) = found(review, MANY)
    assert render(finding.evidence[0].text) == "Bo holds seats in 3 teams: A, B and C."


def test_costs_are_judged_only_once_one_is_known(pack: Pack) -> None:
    project = outline.parse("squad A\n  DS Bo 50%\n  DE Cai\nsquad B\n  DS Dee")
    key = project.scenarios.order[0]

    def with_costs(**costs: float) -> BasicsReview:
        people = Rows(replace(person, cost=costs.get(person.name)) for person in project.people)
        return reviewed(replace(project, people=people, currency="EUR"), key, pack.basics)

    assert not by(with_costs(), COST).applies
    half = with_costs(Bo=100_000, Cai=80_000)
    assert by(half, COST).score == 0.5
    assert render(by(half, COST).figures) == (
        "Cost a year: known of 1 of 2 teams, from 130,000 (A) to 130,000 (A) in EUR."
    )
    (finding,) = found(half, COST)
    assert render(finding.evidence[0].text) == "In B the cost of 1 person is missing."
    whole = with_costs(Bo=100_000, Cai=80_000, Dee=0)
    assert by(whole, COST).score == 1.0


def test_a_muted_rule_counts_for_nothing(pack: Pack) -> None:
    text = "squad A\n  DS Bo\n  PR Cai\n  SD Dee"
    assert of(text, pack).score != 100.0
    review = of(f"{text}\nmute org/team-lead: no leads here", pack)
    assert review.score == 100.0
    assert by(review, LEAD).muted
    assert by(review, LEAD).score == 0.0
    assert not review.findings
