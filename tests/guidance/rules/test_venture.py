"""The rules of the category Product centre, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, reviewed, titles

from planner.guidance import Pack

CENTRE = "scenario X: enterprise, product-centre\n"
OTHERS = ("centralized", "decentralized", "hybrid")


class TestIndependent:
    rule = "venture/independent"
    people = "  DS Ada\n  MO Bo\n  DE Cy\n  SD Di\n"

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("", 1 / 3),
            (", lead Ada", 2 / 3),
            (', product "Search"', 2 / 3),
            (', product " "', 1 / 3),
            (', lead Ada, product "Search"', 1),
        ],
    )
    def test_a_lead_and_a_product_are_a_third_each(self, score: Scores, fields: str, expected: float) -> None:
        assert score(self.rule, f"venture V{fields}\n{self.people}") == pytest.approx(expected)

    @pytest.mark.parametrize("missing", ["DS Ada", "MO Bo", "DE Cy", "SD Di"])
    def test_all_four_capabilities_are_a_third(self, score: Scores, missing: str) -> None:
        people = self.people.replace(f"  {missing}\n", "")
        assert score(self.rule, f"venture V\n{people}") == 0
        assert score(self.rule, f"venture V\n{people.replace('DS', 'RS')}") == 0

    def test_a_research_scientist_builds_models_too(self, score: Scores) -> None:
        assert score(self.rule, f"venture V\n{self.people.replace('DS', 'RS')}") == pytest.approx(1 / 3)

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("IT serves V", 1 / 3),
            ("IT collaborates V", 1 / 3),
            ("V serves IT", 0),
            ("IT dotted V", 0),
        ],
    )
    def test_they_may_be_reached(self, score: Scores, link: str, expected: float) -> None:
        outline = f"venture V\n  DS Ada\n  MO Bo\n  DE Cy\npartner IT\n  SD Di\n{link}"
        assert score(self.rule, outline) == pytest.approx(expected)

    def test_every_core_above_serves_it(self, score: Scores) -> None:
        venture = "      venture V\n        DS Ada\n        SD Di"
        nested = f"core A\n  MO Bo\n  group Box\n    core B\n      DE Cy\n{venture}"
        assert score(self.rule, nested) == pytest.approx(1 / 3)
        assert score(self.rule, nested.replace("core A", "partner A")) == 0

    def test_a_product_is_no_other_ventures(self, score: Scores) -> None:
        outline = f'venture V, product "Search"\n{self.people}venture W, product " SEARCH"'
        assert score(self.rule, outline) == pytest.approx(1 / 6)
        for kind in ("squad", "core", "partner"):
            other = outline.replace("venture W", f"{kind} W")
            assert score(self.rule, other) == pytest.approx(2 / 3)

    def test_it_applies_to_ventures_in_any_structure(self, score: Scores) -> None:
        for structure in OTHERS:
            outline = f"scenario X: {structure}\nventure V\n{self.people}"
            assert score(self.rule, outline) == pytest.approx(1 / 3)
        assert score(self.rule, f"{CENTRE}squad V\n{self.people}") is None

    def test_each_of_the_three_is_a_finding(self, pack: Pack) -> None:
        found = findings("venture V\n  DS Ada\ncore A\n  MO Bo\n  DE Cy\n  SD Di", self.rule, pack)
        assert sorted(str(each.title) for each in found) == [
            "One venture has no lead",
            "One venture has no product of its own",
            "One venture misses a capability",
        ]
        assert len({each.points for each in found}) == 1

    def test_all_that_is_missing_is_offered_as_one_step(self, pack: Pack) -> None:
        venture = 'venture V, lead Ada, product "S"\n  DS Ada'
        outline = f"person Di: software-developer\n{venture}\ncore A\n  MO Bo\n  DE Cy"
        before = reviewed(outline, pack)
        (found,) = findings(outline, self.rule, pack)
        assert [str(fix.label) for fix in found.fixes] == ["Give V what it misses"]
        assert before.after(found.fixes[0].edit(before.project)).score.of(self.rule).score == 1

    def test_a_lead_is_offered_from_within_product_people_first(self, pack: Pack) -> None:
        outline = f'person Zoe\nventure V, product "S"\n{self.people}  PR Eve 20%'
        assert fixes(outline, self.rule, pack)[0] == "Make Eve the lead of V"
        alone = 'person Zoe\nventure V, product "S"\ncore A\n  DS Ada\n'
        assert "Make Zoe the lead of V" in fixes(alone, self.rule, pack)


class TestPortfolio:
    rule = "venture/portfolio"
    layout = (
        f"{CENTRE}core A, lead Lea\n  MO Bo\n  venture V\n    DS Ada\n  venture W\npartner Sales\n  BU Cy\n"
    )

    @pytest.mark.parametrize(
        ("practice", "expected"),
        [
            ("by A: V, W", 1),
            ("by Lea: V, W", 1),  # leads a core
            ("by Bo: V, W", 1),  # holds a seat in a core
            ("by A: V, W, Sales", 1),
            ("by A: V", 0.5),
            ("by A: Sales", 0),
            ("by A", 0),
            ("by nobody: V, W", 0),
            ("by Sales: V, W", 0),
            ("by Cy: V, W", 0),
            ("by Ada: V, W", 0),  # a seat in a venture under the core is none in the core
            ("by V: W", 0),
        ],
    )
    def test_one_order_owned_at_the_centre_has_all_ventures(
        self, score: Scores, practice: str, expected: float
    ) -> None:
        assert score(self.rule, f"{self.layout}practice prioritisation {practice}") == expected

    def test_other_practices_are_no_order(self, score: Scores) -> None:
        for kind in ("knowledge-sharing", "shared-standards", "on-call"):
            assert score(self.rule, f"{self.layout}practice {kind} by A: V, W") == 0

    def test_one_practice_must_have_them_all(self, score: Scores) -> None:
        two = "practice prioritisation by A: V\npractice prioritisation by A: W"
        assert score(self.rule, f"{self.layout}{two}") == 0.5

    def test_a_person_who_leads_another_kind_of_team_is_not_central(self, score: Scores) -> None:
        outline = self.layout.replace("partner Sales", "partner Sales, lead Pat")
        assert score(self.rule, f"{outline}practice prioritisation by Pat: V, W") == 0

    def test_ventures_outside_the_core_count_too(self, score: Scores) -> None:
        outline = f"{self.layout}venture U\n"
        assert score(self.rule, f"{outline}practice prioritisation by A: V, W") == 0.5
        assert score(self.rule, f"{outline}practice prioritisation by A: V, W, U") == 1

    def test_without_ventures_it_is_nothing(self, score: Scores) -> None:
        outline = f"{CENTRE}core A\n  MO Bo\nsquad V\npractice prioritisation by A: V"
        assert score(self.rule, outline) == 0

    def test_it_applies_to_declared_product_centres(self, score: Scores) -> None:
        for structure in OTHERS:
            outline = self.layout.replace("product-centre", structure)
            assert score(self.rule, f"{outline}practice prioritisation by A: V, W") is None

    def test_it_offers_the_order_that_most_ventures_are_in(self, pack: Pack) -> None:
        assert fixes(f"{self.layout}practice prioritisation by A: V", self.rule, pack) == [
            "Rank all ventures in one place",
            "Let A rank all ventures",
        ]

    def test_without_a_core_it_offers_one(self, pack: Pack) -> None:
        outline = f"{CENTRE}venture V\n  DS Ada"
        assert fixes(outline, self.rule, pack) == ["Add a core that ranks all ventures"]

    def test_without_ventures_it_offers_squads_as_ventures(self, pack: Pack) -> None:
        outline = f"{CENTRE}core A\n  MO Bo\nsquad V\n  DS Ada"
        before = reviewed(outline, pack)
        (found,) = findings(outline, self.rule, pack)
        assert str(found.fixes[0].label) == "Make V a venture that A ranks"
        after = before.after(found.fixes[0].edit(before.project))
        assert after.score.of(self.rule).score == 1
        assert after.scenario.teams["V"].parent == "A"


class TestIntegrated:
    rule = "venture/integrated"
    layout = (
        f"{CENTRE}core A\n  MO Bo\n  venture V\n    DS Ada\n  venture W\npartner Sales\nsquad S\ngroup G\n"
    )

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("V serves Sales", 0.5),
            ("Sales serves V", 0.5),
            ("V collaborates Sales", 0.5),
            ("V dotted Sales", 0.5),
            ("Sales dotted V", 0.5),
            ("V collaborates S", 0),
            ("V collaborates G", 0),
            ("A collaborates Sales", 0),
            ("Sales collaborates V, W", 1),
        ],
    )
    def test_it_is_the_share_of_ventures_linked_with_a_partner_team(
        self, score: Scores, link: str, expected: float
    ) -> None:
        assert score(self.rule, f"{self.layout}{link}") == expected

    def test_without_ventures_it_is_nothing(self, score: Scores) -> None:
        assert score(self.rule, f"{CENTRE}core A\n  MO Bo\npartner Sales\nA serves Sales") == 0

    def test_it_applies_to_declared_product_centres(self, score: Scores) -> None:
        for structure in OTHERS:
            assert score(self.rule, self.layout.replace("product-centre", structure)) is None

    def test_it_offers_a_partner_team_for_all(self, pack: Pack) -> None:
        assert fixes(self.layout, self.rule, pack)[0] == "Link Sales with 2 teams"
        assert titles(self.layout, self.rule, pack) == ["2 ventures stand apart"]

    def test_without_a_partner_team_it_offers_one(self, pack: Pack) -> None:
        outline = f"{CENTRE}core A\n  MO Bo\n  venture V\n    DS Ada"
        assert fixes(outline, self.rule, pack) == ["Add a partner team to work with"]

    def test_without_ventures_it_offers_squads_as_ventures(self, pack: Pack) -> None:
        outline = f"{CENTRE}core A\n  MO Bo\nsquad V\n  DS Ada\npartner Sales"
        assert fixes(outline, self.rule, pack)[0] == "Make V a venture that works with Sales"
