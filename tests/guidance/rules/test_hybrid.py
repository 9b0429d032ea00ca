"""The rules of the category Hybrid, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, reviewed, titles

from planner.domain import Activity
from planner.guidance import Pack

HYBRID = "scenario X: enterprise, hybrid\n"
OTHERS = ("centralized", "decentralized", "product-centre")


class TestBothHalves:
    rule = "hybrid/both-halves"

    @pytest.mark.parametrize(
        ("core", "expected"),
        [
            ("  MO Ada", 0.25),
            ("  DE Ada", 0.25),
            ("  MO Ada\n  DE Bo", 0.5),
            ("  DS Ada\n  SD Bo", 0),
            ("  MO vacant\n  DE Bo", 0.25),
        ],
    )
    def test_half_is_hosting_and_data_in_the_core(self, score: Scores, core: str, expected: float) -> None:
        assert score(self.rule, f"{HYBRID}core A\n{core}\nsquad One\n  DA Zoe") == expected

    def test_cores_have_it_together(self, score: Scores) -> None:
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada\ncore B\n  DE Bo\nsquad One") == 0.5
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada\nventure B\n  DE Bo\npartner C\n  DE Cy") == 0.25
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada\n  venture B\n    DE Bo") == 0.25

    @pytest.mark.parametrize(
        ("squad", "expected"),
        [
            ("  DS Ada", 0.25),
            ("  RS Ada", 0.25),
            ("  SD Ada", 0.25),
            ("  DS Ada\n  RS Bo", 0.25),
            ("  DS Ada\n  SD Bo", 0.5),
            ("  MO Ada\n  DE Bo", 0),
            ("  DS vacant\n  SD Bo", 0.25),
        ],
    )
    def test_half_is_building_and_embedding_in_squads(
        self, score: Scores, squad: str, expected: float
    ) -> None:
        assert score(self.rule, f"{HYBRID}core A\n  DA Zoe\nsquad One\n{squad}") == expected

    def test_each_squad_needs_its_own(self, score: Scores) -> None:
        outline = f"{HYBRID}core A\nsquad One\n  DS Ada\nsquad Two\n  SD Bo\nOne collaborates Two"
        assert score(self.rule, outline) == 0.25
        assert score(self.rule, f"{HYBRID}squad One\n  DS Ada\n  SD Bo\nsquad Two") == 0.25

    def test_a_half_without_teams_is_nothing(self, score: Scores) -> None:
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada\n  DE Bo") == 0.5
        assert score(self.rule, f"{HYBRID}squad A\n  DS Ada\n  SD Bo") == 0.5
        assert score(self.rule, f"{HYBRID}partner A\n  DS Ada\n  SD Bo") == 0

    def test_it_applies_to_declared_hybrids(self, score: Scores) -> None:
        for structure in OTHERS:
            layout = "core A\n  MO Ada\n  DE Bo\nsquad One\n  DS Cy\n  SD Di"
            assert score(self.rule, f"scenario X: {structure}\n{layout}") is None
            assert score(self.rule, f"{HYBRID}{layout}") == 1

    def test_it_offers_to_move_platform_people_into_the_core(self, pack: Pack) -> None:
        outline = f"{HYBRID}core A\n  DE Bo\nsquad One\n  DS Cy\n  SD Di\n  MO Ada"
        assert fixes(outline, self.rule, pack) == ["Move Ada to A"]

    def test_without_a_core_it_offers_to_make_one(self, pack: Pack) -> None:
        outline = f"{HYBRID}squad One\n  MO Ada\n  DE Bo\nsquad Two\n  DS Cy\n  SD Di"
        assert "Make One the core" in fixes(outline, self.rule, pack)

    def test_without_a_squad_it_offers_what_could_be_one(self, pack: Pack) -> None:
        outline = f"{HYBRID}core A\n  MO Ada\n  DE Bo\nventure V\n  DS Cy\n  SD Di"
        before = reviewed(outline, pack)
        (found,) = findings(outline, self.rule, pack)
        assert str(found.title) == "The hybrid has no squad"
        assert str(found.fixes[0].label) == "Make V a squad"
        assert before.after(found.fixes[0].edit(before.project)).score.of(self.rule).score == 1

    def test_it_says_which_half_is_missing(self, pack: Pack) -> None:
        assert titles(f"{HYBRID}core A\n  MO Ada\nsquad One\n  DS Cy", self.rule, pack) == [
            "No core can supply data",
            "One squad cannot embed models",
        ]


def every(words: str) -> str:
    """The same said of all eight activities."""
    return "\n".join(f"responsible {activity}: {words}" for activity in Activity) + "\n"


class TestResponsibilities:
    rule = "hybrid/responsibilities"
    layout = f"{HYBRID}core A\n  MO Ada\ncore B\nsquad One\n  DS Cy\npartner IT\nventure V\ngroup G\n"
    served = f"{layout}A serves One\n"

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("One accountable", 1 / 8),
            ("A accountable", 1 / 8),
            ("One accountable, A accountable", 0),
            ("One accountable, A responsible", 1 / 8),
            ("One responsible", 0),
            ("A consulted, One informed", 0),
            ("One accountable, B accountable", 1 / 8),  # B does not serve One
            ("A accountable, B accountable", 1 / 8),
            ("A accountable, IT accountable", 1 / 8),
            ("B accountable", 1 / 8),  # none of {One, A}: exactly one team that is no squad
            ("IT accountable", 1 / 8),
            ("V accountable", 1 / 8),
            ("G accountable", 1 / 8),
            ("B accountable, IT accountable", 0),
            ("IT accountable, B responsible", 1 / 8),
        ],
    )
    def test_exactly_one_near_the_squad_or_else_exactly_one_elsewhere(
        self, score: Scores, words: str, expected: float
    ) -> None:
        assert score(self.rule, self.layout) == 0
        assert score(self.rule, f"{self.served}responsible monitoring: {words}") == expected

    def test_a_core_counts_as_near_by_serving_alone(self, score: Scores) -> None:
        both = "responsible monitoring: One accountable, A accountable"
        assert score(self.rule, f"{self.layout}{both}") == 1 / 8
        assert score(self.rule, f"{self.layout}A collaborates One\n{both}") == 1 / 8
        assert score(self.rule, f"{self.layout}One serves A\n{both}") == 1 / 8
        nested = f"{HYBRID}core A\n  MO Ada\n  squad One\n    DS Cy\n{both}"
        assert score(self.rule, nested) == 1 / 8

    def test_two_cores_that_serve_collide(self, score: Scores) -> None:
        both = "B serves One\nresponsible monitoring: A accountable, B accountable"
        assert score(self.rule, f"{self.served}{both}") == 0

    def test_another_squad_does_not_answer_for_this_one(self, score: Scores) -> None:
        outline = f"{self.served}squad Two\nresponsible monitoring: Two accountable"
        assert score(self.rule, outline) == 1 / 16
        assert score(self.rule, f"{outline}, IT accountable") == 2 / 16
        assert score(self.rule, f"{outline}, IT accountable, V accountable") == 1 / 16

    def test_it_is_the_mean_over_squads_and_activities(self, score: Scores) -> None:
        outline = f"{self.served}squad Two\nA serves Two\n{every('A accountable')}"
        assert score(self.rule, outline) == 1
        one = outline.replace("governance: A accountable", "governance: A accountable, Two accountable")
        assert score(self.rule, one) == 15 / 16

    @pytest.mark.parametrize(
        ("words", "expected"),
        [("A accountable", 1 / 8), ("IT accountable", 1 / 8), ("A accountable, IT accountable", 0)],
    )
    def test_without_squads_it_takes_exactly_one_of_all(
        self, score: Scores, words: str, expected: float
    ) -> None:
        outline = f"{HYBRID}core A\n  MO Ada\npartner IT\n"
        assert score(self.rule, outline) == 0
        assert score(self.rule, f"{outline}responsible monitoring: {words}") == expected

    def test_it_applies_to_declared_hybrids(self, score: Scores) -> None:
        for structure in OTHERS:
            outline = self.served.replace("hybrid", structure)
            assert score(self.rule, f"{outline}{every('A accountable')}") is None

    def test_gaps_and_collisions_are_told_apart(self, pack: Pack) -> None:
        clash = "responsible monitoring: A accountable, One accountable"
        found = findings(f"{self.served}{clash}", self.rule, pack)
        assert [str(each.title) for each in found] == [
            "Nobody answers for 7 activities",
            "Teams collide over an activity",
        ]
        assert found[0].points == pytest.approx(7 * found[1].points)
        assert str(found[1].evidence[0].text) == "Several teams are accountable for monitoring in One."

    def test_one_step_names_one_team_for_each(self, pack: Pack) -> None:
        before = reviewed(self.served, pack)
        (found,) = [each for each in before.findings if each.rule.id == self.rule]
        assert str(found.fixes[0].label) == "Name one accountable team each"
        assert before.after(found.fixes[0].edit(before.project)).score.of(self.rule).score == 1

    def test_a_collision_is_left_to_either_side(self, pack: Pack) -> None:
        outline = f"{self.served}{every('A accountable')}".replace(
            "monitoring: A accountable", "monitoring: A accountable, One accountable"
        )
        assert fixes(outline, self.rule, pack) == ["Leave monitoring to A", "Leave monitoring to the squads"]

    def test_collisions_without_squads_are_settled_too(self, pack: Pack) -> None:
        outline = f"{HYBRID}core A\n  MO Ada\npartner IT\n{every('A accountable, IT accountable')}"
        assert fixes(outline, self.rule, pack)[0] == "Leave one accountable team each"


class TestCoreServesSquads:
    rule = "hybrid/core-serves-squads"
    layout = f"{HYBRID}core A\n  MO Ada\nsquad One\n  DS Cy\nsquad Two\npartner IT\n"

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("A serves One", 0.5),
            ("A serves One, Two", 1),
            ("One serves A", 0),
            ("A collaborates One", 0),
            ("A dotted One", 0),
            ("IT serves One", 0),
            ("One serves Two", 0),
        ],
    )
    def test_it_is_the_share_of_squads_that_a_core_serves(
        self, score: Scores, link: str, expected: float
    ) -> None:
        assert score(self.rule, f"{self.layout}{link}") == expected

    def test_any_core_will_do(self, score: Scores) -> None:
        assert score(self.rule, f"{self.layout}core B\nA serves One\nB serves Two") == 1

    def test_a_squad_under_a_core_is_not_served_by_that(self, score: Scores) -> None:
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada\n  squad One") == 0

    def test_without_squads_it_is_nothing(self, score: Scores) -> None:
        assert score(self.rule, f"{HYBRID}core A\n  MO Ada") == 0

    def test_it_applies_to_declared_hybrids(self, score: Scores) -> None:
        for structure in OTHERS:
            assert score(self.rule, self.layout.replace("hybrid", structure)) is None

    def test_it_offers_all_squads_at_once(self, pack: Pack) -> None:
        assert fixes(self.layout, self.rule, pack)[0] == "Let A serve 2 teams"

    def test_without_a_core_it_offers_the_team_with_the_platform(self, pack: Pack) -> None:
        outline = f"{HYBRID}squad One\n  DS Cy\nsquad Two\n  MO Ada"
        assert fixes(outline, self.rule, pack)[0] == "Make Two the core that serves the squads"

    def test_without_a_squad_it_offers_one(self, pack: Pack) -> None:
        outline = f"{HYBRID}core A\n  MO Ada\ncore B\n  DS Cy"
        assert fixes(outline, self.rule, pack)[0] == "Make B a squad that A serves"
