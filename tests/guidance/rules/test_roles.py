"""The rules of the category Roles, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, titles

from planner.guidance import Pack

ALL_BUT_RESEARCH = """
  DA Ana
  DE Mateo
  DS Ravi
  MO Clara
  SD Adam
"""


def in_context(context: str, team: str = "squad One") -> str:
    return f"scenario Today: {context}\n{team}{ALL_BUT_RESEARCH}"


class TestCoverage:
    rule = "roles/coverage"

    @pytest.mark.parametrize(
        ("context", "expected"),
        [
            ("small-startup, product", 1),  # research does not count
            ("large-startup, product", 1),
            ("enterprise, product", 5 / 5.5),
            ("small-startup, research", 5 / 7),
            ("large-startup, research", 5 / 7),
            ("enterprise, research", 5 / 7),
        ],
    )
    def test_research_weighs_by_aim_and_stage(self, score: Scores, context: str, expected: float) -> None:
        assert score(self.rule, in_context(context)) == pytest.approx(expected, abs=1e-12)

    def test_every_other_role_weighs_the_same(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DA Ana") == pytest.approx(1 / 5)
        assert score(self.rule, "squad One\n  SD Adam\n  DE Mo") == pytest.approx(2 / 5)

    def test_somebody_in_a_partner_team_or_a_group_counts_and_a_vacant_seat_does_not(
        self, score: Scores
    ) -> None:
        outline = "squad One\n  DS Ravi\n  DE vacant\npartner Sales\n  DA Ana\ngroup All\n  SD Adam"
        assert score(self.rule, outline) == pytest.approx(3 / 5)

    def test_it_takes_an_ml_team(self, score: Scores) -> None:
        assert score(self.rule, "partner Sales\n  DA Ana\ngroup All\n  SD Adam") is None
        for kind in ("core", "squad", "venture"):
            assert score(self.rule, f"{kind} Empty\npartner Sales\n  DA Ana") == pytest.approx(1 / 5)

    def test_it_names_each_missing_role_with_its_own_guidance(self, pack: Pack) -> None:
        found = findings("squad One\n  DS Ravi\n  DE Mo\n  MO Clara", self.rule, pack)
        assert [str(each.title) for each in found] == ["No data analyst", "No software developer"]
        assert "survey and usage data" in str(found[0].guidance.text)
        assert found[0].points == found[1].points

    def test_it_offers_someone_of_that_role_for_a_vacant_seat_first(self, pack: Pack) -> None:
        outline = "person Mateo: data-engineer\nsquad One\n  DS Ravi\n  DE vacant"
        assert fixes(outline, self.rule, pack)[:2] == ["Assign Mateo", "Add a data engineer seat for Mateo"]

    def test_someone_with_two_skills_of_the_role_fits_it_as_well(self, pack: Pack) -> None:
        outline = "person Mateo: skills spark, hadoop\nsquad One\n  DS Ravi"
        assert "Add a data engineer seat for Mateo" in fixes(outline, self.rule, pack)

    def test_in_a_start_up_someone_without_time_left_can_take_a_second_role(self, pack: Pack) -> None:
        outline = "person Ravi: data-scientist, data-engineer\nsquad One\n  DS Ravi"
        assert fixes(outline, self.rule, pack) == ["Give Ravi a second role as a data engineer"]
        enterprise = outline.replace("squad", "scenario X: enterprise\nsquad")
        assert fixes(enterprise, self.rule, pack) == []


class TestCapabilities:
    rule = "roles/capabilities"

    def test_each_of_the_four_is_a_quarter(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DA Ana") == 0
        assert score(self.rule, "squad One\n  DE Mo") == 0.25
        assert score(self.rule, "squad One\n  DE Mo\n  MO Clara\n  SD Adam") == 0.75

    def test_either_scientist_builds_models(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DS Ravi") == 0.25
        assert score(self.rule, "squad One\n  RS Paula") == 0.25
        assert score(self.rule, "squad One\n  RS Paula\n  DS Ravi") == 0.25

    def test_anywhere_counts_and_vacant_does_not(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE vacant\n  DS Ravi\npartner IT\n  SD Adam") == 0.5

    def test_it_takes_an_ml_team(self, score: Scores) -> None:
        assert score(self.rule, "partner IT\n  SD Adam") is None

    def test_it_names_what_is_missing(self, pack: Pack) -> None:
        found = titles("squad One\n  DE Mo\n  MO Clara", self.rule, pack)
        assert found == ["Nobody can build models", "Nobody can embed models"]


class TestDeliveryChain:
    rule = "roles/delivery-chain"
    core = "core Platform\n  MO Clara\n  DE Mo\n"
    squad = "squad One\n  DS Ravi\n  SD Adam\n"

    def test_a_team_has_what_it_has_itself(self, score: Scores) -> None:
        assert score(self.rule, self.squad) == 0.5

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            ("Platform serves One", 1),
            ("One serves Platform", 0.5),
            ("One collaborates Platform", 1),
            ("Platform collaborates One", 1),
            ("Platform dotted One", 0.5),
        ],
    )
    def test_it_reaches_what_serves_it_or_works_with_it(
        self, score: Scores, link: str, expected: float
    ) -> None:
        assert score(self.rule, f"scenario X: hybrid\n{self.core}{self.squad}{link}") == expected

    def test_the_other_team_may_be_of_any_kind(self, score: Scores) -> None:
        for kind in ("partner", "group", "venture"):
            other = f"{kind} Helpers\n  MO Clara\n"
            assert score(self.rule, f"{other}{self.squad}Helpers serves One") == 0.75

    def test_one_step_only(self, score: Scores) -> None:
        outline = f"{self.core}partner Between\n{self.squad}Platform serves Between\nBetween serves One"
        assert score(self.rule, outline) == 0.5

    def test_vacant_seats_give_nothing_but_make_a_team_build_models(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DS vacant\n  SD Adam") == 0.25
        assert score(self.rule, "squad One\n  RS vacant\n  SD Adam") == 0.25
        assert score(self.rule, "squad One\n  SD Adam\n  MO Clara") is None

    @pytest.mark.parametrize(
        ("level", "expected"),
        [("accountable", 0.25), ("responsible", 0.25), ("consulted", None), ("informed", None)],
    )
    def test_answering_for_model_development_makes_it_build_models(
        self, score: Scores, level: str, expected: float | None
    ) -> None:
        outline = f"squad One\n  SD Adam\nresponsible model-development: One {level}"
        assert score(self.rule, outline) == expected
        assert score(self.rule, outline.replace("model-development", "monitoring")) is None

    def test_only_ml_teams_are_judged(self, score: Scores) -> None:
        assert score(self.rule, "partner Lab\n  DS Ravi") is None
        assert score(self.rule, "group Lab\n  DS Ravi") is None
        for kind in ("core", "squad", "venture"):
            assert score(self.rule, f"{kind} Lab\n  DS Ravi") == 0.25

    def test_a_squad_in_a_decentralized_layout_builds_and_embeds_itself(self, score: Scores) -> None:
        helped = "squad One\n  DS vacant\ncore All\n  DS Ravi\n  SD Adam\n  MO Clara\n  DE Mo\nAll serves One"
        assert score(self.rule, f"scenario X: decentralized\n{helped}") == (0.5 + 1) / 2
        assert score(self.rule, f"scenario X: hybrid\n{helped}") == 1
        as_venture = helped.replace("squad", "venture")
        assert score(self.rule, f"scenario X: decentralized\n{as_venture}") == 1

    def test_a_venture_is_served_by_every_core_above_it(self, score: Scores) -> None:
        nested = "core Centre\n  MO Clara\n  group Box\n    venture One\n      DS Ravi"
        assert score(self.rule, nested) == 0.5
        assert score(self.rule, nested.replace("venture", "squad")) == 0.25
        assert score(self.rule, nested.replace("core", "partner")) == 0.25
        assert score(self.rule, "core Centre\n  DS Ravi\n  venture One\n    MO Clara") == 0.25

    def test_it_offers_the_core_as_provider_to_all_at_once(self, pack: Pack) -> None:
        outline = f"scenario X: hybrid\n{self.core}{self.squad}squad Two\n  DS Leila\n  SD Ewa\n"
        assert titles(outline, self.rule, pack) == [
            "2 teams reach no MLOps engineer",
            "2 teams reach no data engineer",
        ]
        assert fixes(outline, self.rule, pack)[0] == "Let Platform serve 2 teams"


class TestResearchForInnovation:
    rule = "roles/research-for-innovation"

    def test_it_is_the_research_fte_up_to_one(self, score: Scores) -> None:
        research = "scenario X: research\n"
        assert score(self.rule, f"{research}core Lab\n  DS Ravi") == 0
        assert score(self.rule, f"{research}core Lab\n  RS Ada 40%") == pytest.approx(0.4)
        assert score(self.rule, f"{research}core Lab\n  RS Ada 40%\npartner U\n  RS Bo 30%") == pytest.approx(
            0.7
        )
        assert score(self.rule, f"{research}core Lab\n  RS Ada\n  RS Bo") == 1
        assert score(self.rule, f"{research}core Lab\n  RS vacant\n  DS Ravi") == 0

    def test_it_is_the_share_given_and_not_what_is_asked_for(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: research\ncore Lab\n  RS Ada 80% of 40%") == pytest.approx(0.8)

    def test_it_applies_to_the_aim_alone(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: product\ncore Lab\n  DS Ravi") is None
        assert score(self.rule, "scenario X: research\npartner U\n  DS Ravi") == 0

    def test_a_researcher_with_time_left_can_give_more(self, pack: Pack) -> None:
        outline = "scenario X: research\ncore Lab\n  RS Ada 40%"
        assert "Raise the share of Ada to 100%" in fixes(outline, self.rule, pack)


class TestResearchToProduction:
    rule = "roles/research-to-production"

    @pytest.mark.parametrize(("code", "expected"), [("MO", 1), ("SD", 1), ("DE", 0), ("DS", 0)])
    def test_hosting_or_embedding_is_a_way(self, score: Scores, code: str, expected: float) -> None:
        assert score(self.rule, f"core Lab\n  RS Ada\n  {code} Bo") == expected

    def test_it_may_be_reached_in_one_step(self, score: Scores) -> None:
        apart = "core Lab\n  RS Ada\ncore Platform\n  MO Bo\n"
        assert score(self.rule, apart) == 0
        assert score(self.rule, f"{apart}Lab collaborates Platform") == 1
        assert score(self.rule, f"{apart}Platform serves Lab") == 1
        assert score(self.rule, f"{apart}Lab serves Platform") == 0
        assert score(self.rule, f"{apart}Lab dotted Platform") == 0

    def test_it_is_the_share_of_teams_of_any_kind_but_groups(self, score: Scores) -> None:
        outline = "core Lab\n  RS Ada\n  MO Bo\npartner University\n  RS Cy\nsquad One\n  DS Ravi"
        assert score(self.rule, outline) == 0.5
        assert score(self.rule, "group All\n  RS Ada\nsquad One\n  DS Ravi") is None

    def test_it_takes_a_filled_research_seat(self, score: Scores) -> None:
        assert score(self.rule, "core Lab\n  RS vacant\n  DS Ravi") is None


class TestAnalystNearBusiness:
    rule = "roles/analyst-near-business"

    @pytest.mark.parametrize(("code", "expected"), [("PR", 1), ("BU", 1), ("MK", 0), ("DG", 0), ("OT", 0)])
    def test_product_or_business_people_beside_it(self, score: Scores, code: str, expected: float) -> None:
        assert score(self.rule, f"core One\n  DA Ana\n  {code} Bo") == expected
        assert score(self.rule, f"core One\n  DA Ana\n  {code} vacant") == 0

    def test_a_partner_team_is_business(self, score: Scores) -> None:
        assert score(self.rule, "partner Sales\n  DA Ana") == 1
        assert score(self.rule, "group All\n  DA Ana") == 0
        assert score(self.rule, "group All\n  DA Ana\n  PR Bo") == 1

    def test_working_with_a_partner_team_is_enough_even_an_empty_one(self, score: Scores) -> None:
        outline = "core One\n  DA Ana\npartner Sales\n"
        assert score(self.rule, f"{outline}One collaborates Sales") == 1
        assert score(self.rule, f"{outline}Sales collaborates One") == 1
        assert score(self.rule, f"{outline}Sales serves One") == 0
        assert score(self.rule, f"{outline}One dotted Sales") == 0
        assert score(self.rule, "core One\n  DA Ana\nsquad Two\n  PR Bo\nOne collaborates Two") == 0

    def test_it_is_the_share_of_seats(self, score: Scores) -> None:
        outline = "core One\n  DA Ana\n  DA Bo\n  DA Cy\npartner Sales\n  DA Di"
        assert score(self.rule, outline) == 0.25

    def test_it_takes_a_filled_analyst_seat(self, score: Scores) -> None:
        assert score(self.rule, "core One\n  DA vacant\n  DS Ravi") is None

    def test_it_offers_to_work_with_a_partner_team_that_has_business_people(self, pack: Pack) -> None:
        outline = "core One\n  DA Ana\npartner Legal\n  OT Bo\npartner Sales\n  BU Cy"
        assert fixes(outline, self.rule, pack) == [
            "Let Sales and One collaborate",
            "Let Legal and One collaborate",
        ]


class TestMonitoring:
    rule = "roles/monitoring"
    pair = "squad One\n  DS Ravi\n  MO Clara\n"

    def test_half_for_both_who_watch(self, score: Scores) -> None:
        assert score(self.rule, self.pair) == 0.5
        assert score(self.rule, "squad One\n  DS Ravi\npartner IT\n  MO Clara") == 0.5
        assert score(self.rule, "squad One\n  DS Ravi\n  MO vacant") == 0
        assert score(self.rule, "squad One\n  RS Ravi\n  MO Clara") == 0

    @pytest.mark.parametrize(("code", "expected"), [("SD", 0.5), ("MO", 0.5), ("DE", 0), ("DS", 0)])
    def test_half_for_a_team_on_call_that_can_act(self, score: Scores, code: str, expected: float) -> None:
        assert score(self.rule, f"squad One\n  {code} Adam\npractice on-call by nobody: One") == expected

    def test_owning_is_taking_part_for_a_team_but_not_for_a_person(self, score: Scores) -> None:
        assert score(self.rule, f"{self.pair}practice on-call by One") == 1
        assert score(self.rule, f"{self.pair}practice on-call by Clara") == 0.5
        assert score(self.rule, f"{self.pair}practice shared-standards by One") == 0.5

    def test_naming_a_team_does_not_name_those_inside_it(self, score: Scores) -> None:
        outline = "group All\n  squad One\n    SD Adam\npractice on-call by nobody: All"
        assert score(self.rule, outline) == 0

    def test_it_applies_to_products(self, score: Scores) -> None:
        assert score(self.rule, f"scenario X: research\n{self.pair}") is None

    def test_it_offers_to_fill_both_seats_in_one_step(self, pack: Pack) -> None:
        people = "person Ravi: data-scientist\nperson Clara: mlops-engineer\n"
        outline = f"{people}squad One\n  DE Mo\npractice on-call by nobody"
        assert "Give seats to Ravi and Clara" in fixes(outline, self.rule, pack)

    def test_it_offers_to_put_a_new_developer_on_call(self, pack: Pack) -> None:
        outline = "person Adam: software-developer\nsquad One\n  DS Ravi"
        assert "Add a software developer seat for Adam, on call" in fixes(outline, self.rule, pack)

    def test_with_people_who_can_act_it_only_asks_for_the_practice(self, pack: Pack) -> None:
        outline = "person Adam: software-developer\nsquad One\n  DS Ravi\n  MO Clara"
        assert fixes(outline, self.rule, pack) == ["Put One on call"]


class TestLifeCycleOwned:
    rule = "roles/life-cycle-owned"
    squad = "squad One\n  DS Ravi\npartner IT\n"

    def test_it_is_the_share_of_the_eight_with_an_accountable_team(self, score: Scores) -> None:
        outline = f"{self.squad}responsible monitoring: One accountable, IT accountable\n"
        assert score(self.rule, outline) == 1 / 8
        assert score(self.rule, f"{outline}responsible validation: IT accountable") == 2 / 8

    @pytest.mark.parametrize("level", ["responsible", "consulted", "informed"])
    def test_any_level_makes_it_apply_and_only_accountable_counts(self, score: Scores, level: str) -> None:
        assert score(self.rule, f"{self.squad}responsible monitoring: One {level}") == 0

    def test_it_waits_until_a_responsibility_is_recorded(self, score: Scores) -> None:
        assert score(self.rule, self.squad) is None

    def test_a_hybrid_has_a_rule_of_its_own(self, score: Scores) -> None:
        duty = "responsible monitoring: One accountable"
        assert score(self.rule, f"scenario X: hybrid\n{self.squad}{duty}") is None
        for structure in ("centralized", "decentralized", "product-centre"):
            assert score(self.rule, f"scenario X: {structure}\n{self.squad}{duty}") == 1 / 8

    def test_it_offers_the_team_with_the_people_for_it(self, pack: Pack) -> None:
        outline = "squad One\n  DS Ravi\nsquad Two\n  MO Clara\nresponsible validation: One accountable"
        found = fixes(outline, self.rule, pack)
        assert found[0] == "Name one accountable team each"
        assert "Make One accountable for model development" in found
