"""The rules of the category Squads, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, reviewed, titles

from planner.guidance import Pack


class TestComplete:
    rule = "squad/complete"

    @pytest.mark.parametrize("code", ["PR", "MK", "DG", "SD", "DA", "DE", "DS", "RS", "MO"])
    def test_each_of_the_five_parts_is_a_fifth(self, score: Scores, code: str) -> None:
        assert score(self.rule, f"squad One\n  {code} Ada\npartner IT\n  DS Bo") == pytest.approx(1 / 5)
        assert score(self.rule, f"squad One\n  {code} vacant\npartner IT\n  DS Bo") == 0

    @pytest.mark.parametrize("code", ["BU", "OT"])
    def test_other_functions_are_no_part(self, score: Scores, code: str) -> None:
        assert score(self.rule, f"squad One\n  {code} Ada\npartner IT\n  DS Bo") == 0

    def test_all_five_make_it_whole(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  PR A\n  MK B\n  DG C\n  SD D\n  DS E") == 1
        assert score(self.rule, "squad One\n  DS A\n  DE B\n  MO C\n  DA D\n  RS E") == pytest.approx(1 / 5)

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("One collaborates Sales", 0.3),
            ("Sales collaborates One", 0.3),
            ("Sales serves One", 0.2),
            ("One dotted Sales", 0.2),
        ],
    )
    def test_a_partner_team_it_works_with_is_half(self, score: Scores, link: str, expected: float) -> None:
        outline = f"squad One\n  DS Bo\npartner Sales\n  MK Ada\n{link}"
        assert score(self.rule, outline) == pytest.approx(expected)

    def test_half_is_half_however_many_there_are(self, score: Scores) -> None:
        two = "partner Sales\n  MK Ada\npartner Web\n  MK Cy\nOne collaborates Sales, Web"
        assert score(self.rule, f"squad One\n  DS Bo\n{two}") == pytest.approx(0.3)

    def test_only_a_partner_team_can_lend_and_only_a_filled_seat(self, score: Scores) -> None:
        for kind in ("core", "venture", "group"):
            outline = f"squad One\n  DS Bo\n{kind} Sales\n  MK Ada\nOne collaborates Sales"
            assert score(self.rule, outline) == pytest.approx(0.2)
        vacant = "squad One\n  DS Bo\npartner Sales\n  MK vacant\nOne collaborates Sales"
        assert score(self.rule, vacant) == pytest.approx(0.2)

    def test_roles_are_never_half_present(self, score: Scores) -> None:
        outline = "squad One\n  DS Bo\npartner IT\n  SD Ada\nOne collaborates IT"
        assert score(self.rule, outline) == pytest.approx(0.2)

    def test_one_of_its_own_beats_one_lent(self, score: Scores) -> None:
        outline = "squad One\n  DS Bo\n  MK Cy\npartner Sales\n  MK Ada\nOne collaborates Sales"
        assert score(self.rule, outline) == pytest.approx(0.4)

    def test_it_is_the_mean_over_squads_empty_ones_too(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DS Bo\n  SD Cy\nsquad Two") == pytest.approx(0.2)
        assert score(self.rule, "core A\n  DS Bo") is None

    def test_it_applies_in_any_structure(self, score: Scores) -> None:
        for structure in ("centralized", "decentralized", "hybrid", "product-centre"):
            assert score(self.rule, f"scenario X: {structure}\nsquad One\n  DS Bo") == pytest.approx(0.2)

    def test_half_lost_is_a_finding_of_its_own(self, pack: Pack) -> None:
        outline = "squad One\n  PR A\n  DG C\n  SD D\n  DS E\npartner Sales\n  MK Ada\nOne collaborates Sales"
        (found,) = findings(outline, self.rule, pack)
        assert str(found.title) == "One squad lacks a marketing person"
        assert "half" in str(found.evidence[0].text)

    def test_it_offers_people_and_else_a_partner_team(self, pack: Pack) -> None:
        missing = "squad One\n  PR A\n  DG C\n  SD D\n  DS E\npartner Sales\n  MK Ada\n"
        assert fixes(missing, self.rule, pack) == ["Let One and Sales collaborate"]
        free = f"person Cy: marketing\n{missing}"
        assert fixes(free, self.rule, pack) == [
            "Add a marketing seat for Cy",
            "Let One and Sales collaborate",
        ]


class TestFocus:
    rule = "squad/focus"

    @pytest.mark.parametrize(("product", "expected"), [("Search", 1), ("", 0), ("  ", 0)])
    def test_a_product_is_given(self, score: Scores, product: str, expected: float) -> None:
        assert score(self.rule, f'squad One, product "{product}"\n  DS Bo') == expected

    @pytest.mark.parametrize("other", ["Search", "search", "  SEARCH ", "Ｓearch", "ＳＥＡＲＣＨ"])
    def test_products_are_the_same_but_for_case_and_spacing(self, score: Scores, other: str) -> None:
        outline = f'squad One, product "Search"\n  DS Bo\nsquad Two, product "{other}"'
        assert score(self.rule, outline) == 0

    @pytest.mark.parametrize("other", ["Se arch", "Searches", "Sea-rch"])
    def test_other_products_are_others(self, score: Scores, other: str) -> None:
        outline = f'squad One, product "Search"\n  DS Bo\nsquad Two, product "{other}"'
        assert score(self.rule, outline) == 1

    def test_white_space_inside_is_collapsed_and_marks_are_not_read_as_space(self, score: Scores) -> None:
        one = 'squad One, product "Web search"\n  DS Bo\nsquad Two, product '
        assert score(self.rule, f'{one}"web   search"') == 0
        assert score(self.rule, f'{one}"web-search"') == 1

    def test_only_other_squads_compete(self, score: Scores) -> None:
        for kind in ("core", "venture", "partner", "group"):
            outline = f'squad One, product "Search"\n  DS Bo\n{kind} Two, product "Search"'
            assert score(self.rule, outline) == 1

    def test_it_is_the_share_of_squads(self, score: Scores) -> None:
        outline = (
            'squad One, product "A"\n  DS Bo\nsquad Two, product "B"\nsquad Three, product "b"\nsquad Four'
        )
        assert score(self.rule, outline) == 1 / 4
        assert score(self.rule, 'core A, product "A"\n  DS Bo') is None

    def test_it_offers_the_names_of_the_squads(self, pack: Pack) -> None:
        outline = 'squad One\n  DS Bo\nsquad Two, product "Search"\nsquad Three, product "search"'
        assert titles(outline, self.rule, pack) == ["2 squads share products", "One squad has no product"]
        assert fixes(outline, self.rule, pack) == [
            "Name 2 products after their teams",
            "Name the product of Two after it",
            "Name the product of Three after it",
            "Name the product of One after it",
        ]


class TestResearchMisplaced:
    rule = "squad/research-misplaced"

    @pytest.mark.parametrize(
        ("kind", "expected"), [("core", 1), ("venture", 1), ("partner", 1), ("group", 1), ("squad", 0)]
    )
    def test_it_stands_anywhere_but_in_squads(self, score: Scores, kind: str, expected: float) -> None:
        assert score(self.rule, f"squad One\n{kind} Lab\n  RS Ada") == expected

    def test_fte_count_and_not_seats(self, score: Scores) -> None:
        outline = "squad One\n  RS Ada 25%\n  RS vacant\ncore Lab\n  RS Bo 75% of 100%"
        assert score(self.rule, outline) == pytest.approx(0.75)

    def test_other_roles_do_not_matter(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DS Ada\n  MO Bo\ncore Lab\n  RS Cy") == 1

    def test_it_takes_a_squad_and_a_filled_research_seat(self, score: Scores) -> None:
        assert score(self.rule, "core Lab\n  RS Ada") is None
        assert score(self.rule, "squad One\n  RS vacant\n  DS Bo") is None

    def test_who_does_research_in_the_core_already_takes_the_share_along(self, pack: Pack) -> None:
        before = reviewed("squad One\n  RS Ada 40%\n  SD Bo\ncore Lab\n  RS Ada 60%\n  DE Cy", pack)
        (found,) = [each for each in before.findings if each.rule.id == self.rule]
        after = before.after(found.fixes[0].edit(before.project))
        assert [(seat.team, seat.share) for seat in after.scenario.seats.where("person", "Ada")] == [
            ("Lab", 1.0)
        ]

    def test_it_offers_to_move_the_seat_to_a_core_as_it_is(self, pack: Pack) -> None:
        before = reviewed("squad One\n  RS Ada 60% of 80%\n  SD Bo\ncore Lab\n  DE Cy", pack)
        (found,) = [each for each in before.findings if each.rule.id == self.rule]
        (fix,) = found.fixes
        assert str(fix.label) == "Move Ada to Lab"
        after = before.after(fix.edit(before.project))
        (seat,) = after.scenario.seats.where("person", "Ada")
        assert (seat.team, seat.share, seat.demand) == ("Lab", 0.6, 0.8)
        assert after.score.of(self.rule).score == 1

    def test_without_a_core_it_offers_a_new_one(self, pack: Pack) -> None:
        assert fixes("squad One\n  RS Ada\n  SD Bo", self.rule, pack) == ["Move one researcher to a new core"]

    def test_a_locked_squad_keeps_its_people(self, pack: Pack) -> None:
        assert fixes("squad One, locked\n  RS Ada\ncore Lab\n  DE Cy", self.rule, pack) == []


class TestInformed:
    rule = "squad/informed"
    two = "squad One\n  DS Bo\nsquad Two\npartner Sales\n"

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("knowledge-sharing by nobody: One, Two", 1),
            ("knowledge-sharing by One: Two", 1),
            ("knowledge-sharing by One: Sales", 0.5),
            ("knowledge-sharing by Sales: One", 0.5),
            ("knowledge-sharing by Bo: One", 0),
            ("knowledge-sharing by One", 0),
            ("shared-standards by One: Two", 0),
            ("prioritisation by One: Two", 0),
        ],
    )
    def test_squads_share_knowledge_with_another_team(
        self, score: Scores, practice: str, expected: float
    ) -> None:
        assert score(self.rule, f"{self.two}practice {practice}") == expected

    def test_two_practices_alone_are_no_guild(self, score: Scores) -> None:
        alone = "practice knowledge-sharing by One\npractice knowledge-sharing by Two"
        assert score(self.rule, f"{self.two}{alone}") == 0

    def test_it_takes_two_squads(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DS Bo\ncore A") is None
        assert score(self.rule, self.two) == 0

    def test_naming_a_group_does_not_name_the_squads_in_it(self, score: Scores) -> None:
        outline = "group All\n  squad One\n    DS Bo\n  squad Two\npractice knowledge-sharing by One: All"
        assert score(self.rule, outline) == 0.5

    def test_it_offers_the_sharing_there_is(self, pack: Pack) -> None:
        outline = f"{self.two}practice knowledge-sharing by Sales"
        assert fixes(outline, self.rule, pack) == [
            "Bring 2 squads into the knowledge sharing",
            "Bring One into the knowledge sharing",
            "Bring Two into the knowledge sharing",
            "Start knowledge sharing among the squads",
        ]


class TestLoneMlops:
    rule = "squad/lone-mlops"
    large = "scenario X: large-startup\n"
    lone = f"{large}core A\n  DE Cy\nsquad One\n  MO Ada\n  SD Bo\n"

    @pytest.mark.parametrize("code", ["DA", "DE", "DS", "RS", "MO"])
    def test_two_people_in_ml_roles_are_not_alone(self, score: Scores, code: str) -> None:
        assert score(self.rule, f"{self.large}squad One\n  MO Ada\n  {code} Bo") == 1

    @pytest.mark.parametrize("code", ["SD", "PR", "OT"])
    def test_developers_and_partners_are_no_company(self, score: Scores, code: str) -> None:
        assert score(self.rule, f"{self.large}squad One\n  MO Ada\n  {code} Bo") == 0.5

    def test_one_person_in_two_seats_is_alone(self, score: Scores) -> None:
        assert score(self.rule, f"{self.large}squad One\n  MO Ada 50%\n  DS Ada 50%") == 0.5
        assert score(self.rule, f"{self.large}squad One\n  MO Ada\n  DS vacant") == 0.5

    @pytest.mark.parametrize(
        ("agreed", "expected"),
        [
            ("A serves One", 0.8),
            ("practice knowledge-sharing by A: One", 0.8),
            ("A serves One\npractice knowledge-sharing by A: One", 1),
            ("A collaborates One", 0.5),
            ("One serves A", 0.5),
            ("practice shared-standards by A: One", 0.5),
            ("practice knowledge-sharing by One", 0.5),
        ],
    )
    def test_a_core_and_a_guild_help(self, score: Scores, agreed: str, expected: float) -> None:
        assert score(self.rule, f"{self.lone}{agreed}") == pytest.approx(expected)

    def test_only_a_core_that_serves_by_a_link_helps(self, score: Scores) -> None:
        assert score(self.rule, f"{self.large}core A\n  DE Cy\n  squad One\n    MO Ada") == 0.5
        assert score(self.rule, f"{self.large}partner A\n  DE Cy\nsquad One\n  MO Ada\nA serves One") == 0.5

    def test_squads_without_ml_people_are_not_judged(self, score: Scores) -> None:
        assert score(self.rule, f"{self.large}squad One\n  SD Bo\nsquad Two\n  MO Ada\n  DE Cy") == 1
        assert score(self.rule, f"{self.large}squad One\n  SD Bo") is None

    def test_a_small_start_up_is_not_judged(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: small-startup\nsquad One\n  MO Ada") is None
        assert score(self.rule, "scenario X: enterprise\nsquad One\n  MO Ada") == 0.5

    def test_it_is_the_mean_over_squads(self, score: Scores) -> None:
        assert score(self.rule, f"{self.large}squad One\n  MO Ada\nsquad Two\n  DS Bo\n  DE Cy") == 0.75

    def test_it_offers_both_helps_in_one_step(self, pack: Pack) -> None:
        before = reviewed(self.lone, pack)
        (found,) = [each for each in before.findings if each.rule.id == self.rule]
        assert str(found.fixes[0].label) == "Let A serve and inform the squad"
        assert before.after(found.fixes[0].edit(before.project)).score.of(self.rule).score == 1
