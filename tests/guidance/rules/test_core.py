"""The rules of the category Central team, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, reviewed, titles

from planner.guidance import Pack


class TestIntegration:
    rule = "core/integration"
    layout = "core A\n  MO Ada\nsquad One\nsquad Two\npartner Sales\npartner Ops\n"

    @pytest.mark.parametrize(
        "link",
        [
            "A serves One",
            "One serves A",
            "A collaborates One",
            "One collaborates A",
            "A dotted One",
            "One dotted A",
            "Sales dotted A",
        ],
    )
    def test_a_link_of_any_kind_in_either_direction_counts(self, score: Scores, link: str) -> None:
        assert score(self.rule, self.layout) == 0
        assert score(self.rule, f"{self.layout}{link}") == 1 / 4

    def test_a_team_linked_twice_counts_once(self, score: Scores) -> None:
        assert score(self.rule, f"{self.layout}A serves One\nOne serves A\nA collaborates One") == 1 / 4

    def test_squads_and_partner_teams_count_and_no_others(self, score: Scores) -> None:
        others = "core B\nventure V\ngroup G\nA serves B, V, G\n"
        assert score(self.rule, f"{self.layout}{others}") == 0
        assert score(self.rule, f"{self.layout}A serves One, Two, Sales, Ops") == 1

    def test_five_partner_teams_are_enough(self, score: Scores) -> None:
        many = "core A\n  MO Ada\nsquad One\n" + "".join(f"partner P{number}\n" for number in range(7))
        assert score(self.rule, f"{many}A serves P0, P1") == 2 / 6
        assert score(self.rule, f"{many}A serves P0, P1, P2, P3, P4") == 5 / 6
        assert score(self.rule, f"{many}A serves P0, P1, P2, P3, P4, P5, P6") == 5 / 6
        assert score(self.rule, f"{many}A serves One, P0, P1, P2, P3, P4") == 1

    def test_every_squad_should_be_linked(self, score: Scores) -> None:
        many = "core A\n  MO Ada\n" + "".join(f"squad S{number}\n" for number in range(7))
        assert score(self.rule, f"{many}A serves S0, S1, S2, S3, S4, S5") == pytest.approx(6 / 7)

    def test_links_of_ventures_under_the_core_count_as_its_own(self, score: Scores) -> None:
        nested = "core A\n  MO Ada\n  group Box\n    venture V\n"
        around = "squad One\npartner Sales\nV collaborates One"
        assert score(self.rule, f"{nested}{around}") == 1 / 2
        assert score(self.rule, f"core A\n  MO Ada\nventure V\n{around}") == 0
        assert score(self.rule, f"{nested.replace('venture', 'squad')}{around}") == 0

    def test_a_squad_under_the_core_is_not_linked_by_that(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  MO Ada\n  squad One") == 0

    def test_with_nobody_around_it_scores_nothing(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  MO Ada\nventure V\ncore B\nA serves B") == 0

    def test_it_is_the_mean_over_cores_empty_ones_too(self, score: Scores) -> None:
        assert score(self.rule, f"{self.layout}core B\nA serves One, Two") == 1 / 4

    def test_it_takes_a_core(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  MO Ada\npartner Sales") is None

    def test_it_names_squads_and_partners_apart(self, pack: Pack) -> None:
        assert titles(f"{self.layout}A serves One", self.rule, pack) == [
            "One core lacks links to partner teams",
            "One core is not linked with all squads",
        ]

    def test_it_offers_all_links_in_one_step(self, pack: Pack) -> None:
        assert fixes(self.layout, self.rule, pack)[:3] == [
            "Let A serve 2 teams",
            "Let A serve One",
            "Let A serve Two",
        ]

    def test_no_more_partner_teams_are_offered_than_are_enough(self, pack: Pack) -> None:
        many = "core A\n  MO Ada\n" + "".join(f"partner P{number}\n" for number in range(7))
        assert fixes(f"{many}A serves P0, P1, P2", self.rule, pack)[0] == "Link A with 2 teams"

    def test_where_nobody_is_it_offers_a_partner_team(self, pack: Pack) -> None:
        assert fixes("core A\n  MO Ada", self.rule, pack) == ["Add a partner team to work with"]


class TestEngineeringCapacity:
    rule = "core/engineering-capacity"
    apart = "core A\n  DS Ada\npartner IT\n  SD Bo\n"

    def test_a_developer_of_its_own_is_enough(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  SD Ada") == 1
        assert score(self.rule, "core A\n  DS Ada\n  SD vacant") == 0

    def test_one_in_a_venture_under_it_is_its_own(self, score: Scores) -> None:
        nested = "core A\n  DS Ada\n  group Box\n    venture V\n      SD Bo"
        assert score(self.rule, nested) == 1
        assert score(self.rule, nested.replace("venture", "squad")) == 0
        assert score(self.rule, "core A\n  DS Ada\nventure V\n  SD Bo") == 0

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("A collaborates IT", 0.7),
            ("IT collaborates A", 0.7),
            ("IT serves A", 0.7),
            ("A serves IT", 0),
            ("A dotted IT", 0),
            ("IT dotted A", 0),
        ],
    )
    def test_a_team_with_one_must_work_with_it_or_serve_it(
        self, score: Scores, link: str, expected: float
    ) -> None:
        assert score(self.rule, f"{self.apart}{link}") == pytest.approx(expected)

    @pytest.mark.parametrize("kind", ["partner", "squad", "venture", "core", "group"])
    def test_that_team_may_be_of_any_kind(self, score: Scores, kind: str) -> None:
        outline = f"core A\n  DS Ada\n{kind} IT\n  SD Bo\nIT collaborates A"
        own = 1 if kind == "core" else None
        assert score(self.rule, outline) == pytest.approx(0.7 if own is None else (0.7 + 1) / 2)

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("prioritisation by nobody: A, IT", 1),  # with an owner or not
            ("prioritisation by A: IT", 1),
            ("prioritisation by IT: A", 1),
            ("prioritisation by Bo: A, IT", 1),
            ("prioritisation by A", 0.7),
            ("prioritisation by nobody: IT", 0.7),
            ("knowledge-sharing by A: IT", 0.7),
        ],
    )
    def test_shared_priorities_make_it_whole(self, score: Scores, practice: str, expected: float) -> None:
        assert score(self.rule, f"{self.apart}IT serves A\npractice {practice}") == pytest.approx(expected)

    def test_both_must_take_part_in_the_same_practice(self, score: Scores) -> None:
        two = "practice prioritisation by A\npractice prioritisation by IT"
        assert score(self.rule, f"{self.apart}IT serves A\n{two}") == pytest.approx(0.7)

    def test_priorities_shared_with_another_team_do_not_help(self, score: Scores) -> None:
        other = "partner Sales\nA collaborates Sales\npractice prioritisation by A: Sales"
        assert score(self.rule, f"{self.apart}IT serves A\n{other}") == pytest.approx(0.7)
        assert score(self.rule, f"{self.apart}practice prioritisation by A: IT") == 0  # agreed, not linked

    def test_links_of_a_venture_are_not_the_cores_here(self, score: Scores) -> None:
        outline = "core A\n  DS Ada\n  venture V\npartner IT\n  SD Bo\nIT serves V"
        assert score(self.rule, outline) == 0

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  SD Ada\ncore B") == 0.5
        assert score(self.rule, "squad One\n  SD Ada") is None

    def test_it_offers_to_share_developers_under_priorities(self, pack: Pack) -> None:
        before = reviewed(self.apart, pack)
        (found,) = findings(self.apart, self.rule, pack)
        first = found.fixes[0]
        assert str(first.label) == "Share developers of IT with A"
        assert before.after(first.edit(before.project)).score.of(self.rule).score == 1

    def test_it_offers_to_rank_the_work_together(self, pack: Pack) -> None:
        assert fixes(f"{self.apart}IT serves A", self.rule, pack)[0] == "Rank the work of A and IT together"


class TestPrioritisation:
    rule = "core/prioritisation"

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("prioritisation by A: B", 1),
            ("prioritisation by B: A", 1),
            ("prioritisation by Ada: A, B", 1),
            ("prioritisation by A", 0.6),
            ("prioritisation by Ada: A", 0.6),
            ("prioritisation by nobody: A, B", 0.5),
            ("prioritisation by nobody: A", 0.5),
            ("prioritisation by B", 0),
            ("knowledge-sharing by A: B", 0),
        ],
    )
    def test_it_should_be_shared_and_owned(self, score: Scores, practice: str, expected: float) -> None:
        layout = "scenario X: 3 use cases\ncore A\n  MO Ada\npartner B\npractice"
        assert score(self.rule, f"{layout} {practice}") == pytest.approx(expected)

    @pytest.mark.parametrize(("count", "expected"), [(0, 0.5), (2, 0.5), (3, 0), (9, 0)])
    def test_few_use_cases_can_do_without(self, score: Scores, count: int, expected: float) -> None:
        assert score(self.rule, f"scenario X: {count} use cases\ncore A\n  MO Ada") == expected

    def test_few_use_cases_raise_nothing_else(self, score: Scores) -> None:
        few = "scenario X: 1 use case\ncore A\n  MO Ada\npractice prioritisation by"
        assert score(self.rule, f"{few} nobody: A") == 0.5
        assert score(self.rule, f"{few} A") == pytest.approx(0.6)

    def test_the_best_of_several_counts(self, score: Scores) -> None:
        layout = (
            "scenario X: 5 use cases\ncore A\n  MO Ada\npartner B\npractice prioritisation by nobody: A, B\n"
        )
        assert score(self.rule, f"{layout}practice prioritisation by A") == pytest.approx(0.6)
        assert score(self.rule, f"{layout}practice prioritisation by A: B") == 1

    def test_any_other_team_will_do(self, score: Scores) -> None:
        for kind in ("group", "core", "squad", "venture", "partner"):
            outline = f"core A\n  MO Ada\n{kind} B\npractice prioritisation by A: B"
            assert score(self.rule, outline) == 1

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        layout = (
            "scenario X: 5 use cases\ncore A\n  MO Ada\ncore B\npartner C\npractice prioritisation by A: C"
        )
        assert score(self.rule, layout) == 0.5
        assert score(self.rule, "squad One\n  MO Ada\npractice prioritisation by One") is None

    @pytest.mark.parametrize(
        ("practice", "title", "fix"),
        [
            ("on-call by A", "One core has no order of requests", "Rank requests to A with those who ask"),
            (
                "prioritisation by nobody: A",
                "Nobody owns one core's order of requests",
                "Make A the owner of the order of requests",
            ),
            (
                "prioritisation by A",
                "One core ranks its requests alone",
                "Let those who ask rank requests with A",
            ),
        ],
    )
    def test_each_way_to_fall_short_has_words_and_a_fix(
        self, pack: Pack, practice: str, title: str, fix: str
    ) -> None:
        layout = f"scenario X: 5 use cases\ncore A\n  MO Ada\npartner B\npractice {practice}"
        assert titles(layout, self.rule, pack) == [title]
        assert fixes(layout, self.rule, pack) == [fix]

    def test_alone_in_the_world_it_cannot_be_open(self, pack: Pack) -> None:
        (found,) = findings("core A\n  MO Ada\npractice prioritisation by A", self.rule, pack)
        assert found.fixes == ()
        assert "no other team" in str(found.no_fix)


class TestBusinessInsight:
    rule = "core/business-insight"
    apart = "core A\n  DS Ada\npartner Sales\n  BU Bo\n"

    @pytest.mark.parametrize(("code", "expected"), [("PR", 1), ("BU", 1), ("MK", 0), ("DG", 0), ("DA", 0)])
    def test_product_or_business_people_of_its_own(self, score: Scores, code: str, expected: float) -> None:
        assert score(self.rule, f"core A\n  DS Ada\n  {code} Bo") == expected
        assert score(self.rule, f"core A\n  DS Ada\n  {code} vacant") == 0

    def test_those_in_a_venture_under_it_are_its_own(self, score: Scores) -> None:
        nested = "core A\n  DS Ada\n  group Box\n    venture V\n      PR Bo"
        assert score(self.rule, nested) == 1
        assert score(self.rule, nested.replace("venture", "squad")) == 0

    @pytest.mark.parametrize(
        "link",
        ["A serves Sales", "Sales serves A", "A collaborates Sales", "A dotted Sales", "Sales dotted A"],
    )
    def test_a_link_of_any_kind_brings_most_of_it(self, score: Scores, link: str) -> None:
        assert score(self.rule, self.apart) == 0
        assert score(self.rule, f"{self.apart}{link}") == pytest.approx(0.7)

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [("partner", 0.7), ("squad", 0.7), ("venture", 0.7), ("group", 0), ("core", 0.5)],
    )
    def test_partner_teams_squads_and_ventures_can_tell(
        self, score: Scores, kind: str, expected: float
    ) -> None:
        outline = f"core A\n  DS Ada\n{kind} Sales\n  BU Bo\nA serves Sales"
        assert score(self.rule, outline) == pytest.approx(expected)

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("knowledge-sharing by nobody: A, Sales", 1),
            ("knowledge-sharing by Sales: A", 1),
            ("knowledge-sharing by A", 0.7),
            ("shared-standards by A: Sales", 0.7),
            ("prioritisation by A: Sales", 0.7),
        ],
    )
    def test_sharing_knowledge_makes_it_whole(self, score: Scores, practice: str, expected: float) -> None:
        outline = f"{self.apart}A serves Sales\npractice {practice}"
        assert score(self.rule, outline) == pytest.approx(expected)

    def test_sharing_with_a_team_that_is_not_linked_does_not_help(self, score: Scores) -> None:
        assert score(self.rule, f"{self.apart}practice knowledge-sharing by A: Sales") == 0
        linked = "partner Ops\n  PR Cy\nA serves Ops\n"
        outline = f"{self.apart}{linked}practice knowledge-sharing by A: Sales"
        assert score(self.rule, outline) == pytest.approx(0.7)

    def test_a_linked_team_must_have_the_seat_filled(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  DS Ada\npartner Sales\n  BU vacant\n  MK Bo\nA serves Sales") == 0

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  PR Ada\n  DS Di\ncore B") == 0.5
        assert score(self.rule, "squad One\n  PR Ada\n  DS Di") is None

    def test_it_offers_link_and_sharing_in_one_step(self, pack: Pack) -> None:
        before = reviewed(self.apart, pack)
        (found,) = findings(self.apart, self.rule, pack)
        assert str(found.fixes[0].label) == "Let Sales share with A what it knows"
        assert before.after(found.fixes[0].edit(before.project)).score.of(self.rule).score == 1

    def test_it_offers_a_seat_for_someone_free(self, pack: Pack) -> None:
        outline = "person Cy: product\ncore A\n  DS Ada"
        assert fixes(outline, self.rule, pack) == ["Add a product seat for Cy"]


class TestBudget:
    rule = "core/budget"

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("", 0),
            (", budget", 0.5),
            (", experiments 20%", 0.5),
            (", experiments 0%", 0),
            (", budget, experiments 1%", 1),
        ],
    )
    def test_half_for_the_budget_and_half_for_experiments(
        self, score: Scores, fields: str, expected: float
    ) -> None:
        assert score(self.rule, f"core A{fields}\n  MO Ada") == expected

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        assert score(self.rule, "core A, budget\n  MO Ada\ncore B\nsquad C, budget") == 0.25
        assert score(self.rule, "squad C, budget\n  MO Ada") is None

    def test_it_offers_to_give_it_to_all_cores(self, pack: Pack) -> None:
        outline = "core A, experiments 10%\n  MO Ada\ncore B, experiments 10%"
        assert fixes(outline, self.rule, pack) == [
            "Give 2 cores a budget of their own",
            "Give A a budget of its own",
            "Give B a budget of its own",
        ]

    def test_a_locked_core_is_left_as_it_is(self, pack: Pack) -> None:
        for finding in findings("core A, locked\n  MO Ada", self.rule, pack):
            assert finding.fixes == ()
            assert str(finding.no_fix) == "The team is locked. Unlock it to change its fields."


class TestDefinedFunction:
    rule = "core/defined-function"

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("", 0),
            (', purpose "Models"', 0.5),
            (', purpose "  "', 0),
            (", focus business-metrics", 0.5),
            (", focus future-technology", 0.5),
            (', purpose "Models", focus future-technology', 1),
        ],
    )
    def test_half_for_a_purpose_and_half_for_a_focus(
        self, score: Scores, fields: str, expected: float
    ) -> None:
        assert score(self.rule, f"core A{fields}\n  MO Ada") == expected

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        assert score(self.rule, 'core A, purpose "Models"\n  MO Ada\ncore B') == 0.25
        assert score(self.rule, 'squad C, purpose "Models"\n  MO Ada') is None

    @pytest.mark.parametrize(
        ("aim", "first"),
        [("product", "Focus A on business metrics"), ("research", "Focus A on future technology")],
    )
    def test_the_aim_decides_which_focus_is_offered_first(self, pack: Pack, aim: str, first: str) -> None:
        outline = f'scenario X: {aim}\ncore A, purpose "Models"\n  MO Ada'
        assert fixes(outline, self.rule, pack)[0] == first

    def test_a_proposed_purpose_stands_in_the_plan(self, pack: Pack) -> None:
        before = reviewed("core A, focus business-metrics\n  MO Ada", pack)
        (found,) = [each for each in before.findings if each.rule.id == self.rule]
        assert str(found.fixes[0].label) == "Say what A is for"
        assert before.after(found.fixes[0].edit(before.project)).scenario.teams["A"].purpose


class TestKnowledgeSharing:
    rule = "core/knowledge-sharing"

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("knowledge-sharing by A: B", 1),
            ("knowledge-sharing by nobody: A, B", 1),
            ("shared-standards by A: B", 1),
            ("shared-standards by B: A", 1),
            ("knowledge-sharing by A", 0.5),
            ("shared-standards by Ada: A", 0.5),
            ("knowledge-sharing by B", 0),
            ("knowledge-sharing by Ada: B", 0),  # an owner who is a person brings in no team
            ("prioritisation by A: B", 0),
            ("on-call by A: B", 0),
        ],
    )
    def test_it_takes_another_team(self, score: Scores, practice: str, expected: float) -> None:
        assert score(self.rule, f"core A\n  MO Ada\npartner B\npractice {practice}") == expected

    def test_the_best_of_several_counts(self, score: Scores) -> None:
        two = "practice knowledge-sharing by A\npractice shared-standards by A: B"
        assert score(self.rule, f"core A\n  MO Ada\npartner B\n{two}") == 1

    def test_it_is_the_mean_over_cores(self, score: Scores) -> None:
        assert score(self.rule, "core A\n  MO Ada\ncore B\npractice knowledge-sharing by A") == 0.25
        assert score(self.rule, "squad A\n  MO Ada\npractice knowledge-sharing by A") is None

    def test_it_offers_the_practice_there_is_first(self, pack: Pack) -> None:
        outline = "core A\n  MO Ada\npartner B\npractice shared-standards by B"
        assert fixes(outline, self.rule, pack) == [
            "Let A share knowledge with the others",
            "Start knowledge sharing around A",
        ]

    def test_it_offers_to_bring_others_in(self, pack: Pack) -> None:
        outline = "core A\n  MO Ada\npartner B\npractice knowledge-sharing by A"
        assert titles(outline, self.rule, pack) == ["One core shares knowledge with nobody"]
        assert fixes(outline, self.rule, pack) == ["Bring others into what A shares"]
