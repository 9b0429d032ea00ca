"""The rules of the category Structure, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, reviewed

from planner.guidance import Pack

DECLARED = "structure/as-declared"
FIT = "structure/fit"


def declared(structure: str, layout: str) -> str:
    return f"scenario X: {structure}\n{layout}"


class TestAsDeclared:
    mixed = "core A\n  DE Ada\nsquad B\n  DS Bo\n  SD Cy\nventure C\n  MO Di\n"

    @pytest.mark.parametrize(
        ("structure", "expected"),
        [("centralized", 0.25), ("decentralized", 0.5), ("hybrid", 0.75), ("product-centre", 0)],
    )
    def test_each_structure_asks_for_its_kinds(self, score: Scores, structure: str, expected: float) -> None:
        assert score(DECLARED, declared(structure, self.mixed)) == expected

    def test_fte_count_and_not_seats(self, score: Scores) -> None:
        outline = "core A\n  DE Ada 25%\nsquad B\n  DS Bo 75% of 100%\n  MO vacant"
        assert score(DECLARED, declared("centralized", outline)) == pytest.approx(0.25)

    def test_seats_outside_ml_teams_and_partner_functions_are_no_ml_fte(self, score: Scores) -> None:
        outline = "core A\n  DE Ada\n  PR Bo\npartner IT\n  SD Cy\ngroup All\n  MO Di"
        assert score(DECLARED, declared("centralized", outline)) == 1
        assert score(DECLARED, declared("centralized", "partner IT\n  SD Cy\ncore A\n  PR Bo")) is None

    @pytest.mark.parametrize(
        ("layout", "expected"),
        [
            ("core A\n  DE Ada\nsquad B\n  DS Bo", 1),
            ("core A\n  DE Ada\nsquad B", 0),
            ("core A\nsquad B\n  DS Bo", 0),
            ("core A\n  DE vacant\nsquad B\n  DS Bo", 0),
            ("core A\n  PR Ada\nsquad B\n  DS Bo", 0),
        ],
    )
    def test_a_hybrid_needs_ml_people_in_both_halves(
        self, score: Scores, layout: str, expected: float
    ) -> None:
        assert score(DECLARED, declared("hybrid", layout)) == expected

    @pytest.mark.parametrize(
        ("layout", "expected"),
        [
            ("core A\n  DE Ada\n  venture B\n    DS Bo", 1),
            ("core A\n  DE Ada\n  group G\n    venture B\n      DS Bo", 1),
            ("core A\n  DE Ada\nventure B\n  DS Bo", 0),
            ("partner P\n  venture B\n    DS Bo", 0),
            ("core A\n  DE Ada\n  squad B\n    DS Bo", 0),
            ("core A\n  venture B\n  core C\n    DE Ada", 1),  # a core under such a core
            ("core A\n  group G\n    core C\n      DE Ada\n  venture B", 1),
            ("core A\n  core C\n    DE Ada", 0),
            ("core A\n  DE Ada\n  core C\n    DE Bo\n    venture V", 1),
            ("venture V\n  core C\n    DE Ada", 0),
            ('core A, product "Search"\n  SD Ada', 1),
            ('core A, product "  "\n  SD Ada', 0),
            ("core A\n  SD Ada", 0),
            ('core A, product "Search"\n  DE Ada\n  SD vacant', 0),
            ('squad A, product "Search"\n  SD Ada', 0),
            ('core A, product "Search"\n  SD Ada\n  core C\n    DE Bo', 0.5),
        ],
    )
    def test_a_product_centre_is_ventures_and_their_cores_or_a_core_with_a_product(
        self, score: Scores, layout: str, expected: float
    ) -> None:
        assert score(DECLARED, declared("product-centre", layout)) == expected

    def test_kinds_are_changed_or_what_is_there_is_declared(self, pack: Pack) -> None:
        outline = declared("hybrid", "squad A\n  MO Ada\nsquad B\n  DS Bo")
        assert fixes(outline, DECLARED, pack) == ["Make A the core, the rest squads", "Declare decentralized"]

    def test_a_locked_team_keeps_its_kind(self, pack: Pack) -> None:
        outline = declared("centralized", "squad A, locked\n  MO Ada")
        assert fixes(outline, DECLARED, pack) == ["Declare decentralized"]

    def test_ventures_are_moved_under_the_core(self, pack: Pack) -> None:
        outline = declared("product-centre", "squad B\n  core A\n    DE Ada\n  DS Bo\nventure C\n  MO Cy")
        (found,) = findings(outline, DECLARED, pack)
        before = reviewed(outline, pack)
        fix = next(fix for fix in found.fixes if "ventures" in str(fix.label))
        after = before.after(fix.edit(before.project))
        assert after.score.of(DECLARED).score == 1


class TestFit:
    squads = "squad A\n  DS Bo\n  SD Cy\n"
    cores = "core A\n  DS Bo\n  SD Cy\n"
    both = "core A\n  DS Bo\nsquad B\n  SD Cy\n"
    centre = "core A\n  DS Bo\n  venture B\n    SD Cy\n"

    @pytest.mark.parametrize(
        ("context", "values"),
        [
            ("small-startup, product", (0.2, 1.0, 0.5, 0.3)),
            ("small-startup, research", (1.0, 0.3, 0.5, 0.5)),
            ("large-startup, product", (0.4, 1.0, 0.7, 0.5)),
            ("large-startup, research", (1.0, 0.3, 0.7, 0.6)),
            ("enterprise, product", (0.5, 0.5, 1.0, 1.0)),
            ("enterprise, research", (0.6, 0.4, 1.0, 1.0)),
        ],
    )
    def test_it_is_the_tables_value_where_the_teams_show_the_structure(
        self, score: Scores, context: str, values: tuple[float, ...]
    ) -> None:
        shapes = ("centralized", self.cores), ("decentralized", self.squads), ("hybrid", self.both)
        for (structure, layout), value in zip(
            (*shapes, ("product-centre", self.centre)), values, strict=True
        ):
            assert score(FIT, f"scenario X: {context}, {structure}\n{layout}") == value

    def test_a_label_alone_is_worth_nothing(self, score: Scores) -> None:
        assert score(FIT, f"scenario X: enterprise, hybrid\n{self.squads}") == 0
        assert score(FIT, "scenario X: enterprise, centralized\ncore A\n  DS Bo\nsquad B\n  MO Cy") == 0.25

    def test_it_always_applies_and_is_nothing_where_no_ml_team_has_people(self, score: Scores) -> None:
        assert score(FIT, "scenario X: small-startup, decentralized\npartner IT\n  SD Ada") == 0

    def test_muting_the_shape_changes_nothing_here(self, score: Scores) -> None:
        outline = "scenario X: small-startup, decentralized\nsquad A\n  DS Bo\ncore B\n  MO Cy\n"
        assert score(FIT, outline) == 0.5
        assert score(FIT, f"{outline}mute structure/as-declared") == 0.5

    def test_its_loss_is_split_into_what_suits_and_what_is_built(self, pack: Pack) -> None:
        outline = "scenario X: enterprise, product, centralized\ncore A\n  DS Bo\nsquad B\n  MO Cy"
        found = {finding.key[1]: finding for finding in findings(outline, FIT, pack)}
        assert found["suits"].points == pytest.approx(2 * found["built"].points)
        assert (
            str(found["suits"].message)
            == "A central team suits an enterprise that builds AI into products in part."
        )

    def test_a_better_structure_is_built_and_declared_in_one_step(self, pack: Pack) -> None:
        outline = (
            "scenario X: enterprise, product, decentralized\nsquad A\n  DS Bo\nsquad B\n  MO Cy\n  DE Di"
        )
        assert fixes(outline, FIT, pack) == [
            "Make B the core, the rest squads",
            "Make B the core, the rest ventures",
        ]
