"""The rules of the category People, clause by clause, with scores computed by hand."""

import pytest
from tests.guidance.saying import Scores, findings, fixes, titles

from planner.guidance import Pack


class TestSpecialisation:
    rule = "people/specialisation"
    roles = ("DA", "DE", "DS", "RS", "MO", "SD")

    def seats(self, count: int) -> str:
        return "squad One\n" + "".join(f"  {code} Ada 10%\n" for code in self.roles[:count])

    @pytest.mark.parametrize(
        ("stage", "most"), [("small-startup", 6), ("large-startup", 2), ("enterprise", 1)]
    )
    def test_how_many_roles_one_may_hold_follows_the_stage(
        self, score: Scores, stage: str, most: int
    ) -> None:
        for count in range(1, 7):
            expected = 1 if count <= most else 0
            assert score(self.rule, f"scenario X: {stage}\n{self.seats(count)}") == expected

    def test_roles_are_different_ones_in_teams_of_any_kind(self, score: Scores) -> None:
        enterprise = "scenario X: enterprise\n"
        assert score(self.rule, f"{enterprise}squad One\n  DE Ada\nsquad Two\n  DE Ada") == 1
        assert score(self.rule, f"{enterprise}squad One\n  DE Ada\npartner IT\n  MO Ada") == 0
        assert score(self.rule, f"{enterprise}squad One\n  DE Ada\ngroup All\n  MO Ada") == 0

    def test_partner_functions_are_no_roles(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: enterprise\nsquad One\n  DE Ada\n  PR Ada\n  OT Ada") == 1

    def test_it_is_the_share_of_ml_people(self, score: Scores) -> None:
        outline = "scenario X: enterprise\nsquad One, lead Di\n  DE Ada\n  MO Ada\n  DS Bo\n  PR Cy"
        assert score(self.rule, outline) == 0.5

    def test_leading_a_team_gives_no_role(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: enterprise\nsquad One, lead Ada\n  DE Ada") == 1

    def test_it_takes_an_ml_person(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  PR Ada\n  DE vacant") is None

    def test_the_smallest_role_is_offered_to_someone_else(self, pack: Pack) -> None:
        people = "person Mo: data-engineer\nscenario X: enterprise\n"
        outline = f"{people}squad One\n  DE Ada 20%\n  MO Ada 60%\n  MO Ada 20%"
        assert fixes(outline, self.rule, pack) == [
            "Give the data engineer seat to Mo",
            "Take Ada off the data engineer seat in One",
        ]

    def test_titles_say_what_the_stage_lets_one_hold(self, pack: Pack) -> None:
        assert titles(f"scenario X: enterprise\n{self.seats(2)}", self.rule, pack) == [
            "One person holds more than one role"
        ]
        assert titles(f"scenario X: large-startup\n{self.seats(3)}", self.rule, pack) == [
            "One person holds more than 2 roles"
        ]


class TestAllocation:
    rule = "people/allocation"

    def test_shares_of_all_seats_count_against_the_capacity(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE Ada 60%\nsquad Two\n  PR Ada 40%") == 1
        assert score(self.rule, "squad One\n  DE Ada 60%\npartner Two\n  PR Ada 50%") == 0
        assert score(self.rule, "person Ada: 50%\nsquad One\n  DE Ada 60%") == 0
        assert score(self.rule, "person Ada: 60%\nsquad One\n  DE Ada 60%") == 1

    def test_tenths_that_add_up_to_one_fit(self, score: Scores) -> None:
        seats = "".join(f"squad T{number}\n  DE Ada 10%\n" for number in range(10))
        assert score(self.rule, seats) == 1
        assert score(self.rule, "person Ada: 30%\nsquad One\n  DE Ada 10%\n  MO Ada 20%") == 1

    def test_it_is_the_share_of_assigned_people_partner_functions_included(self, score: Scores) -> None:
        outline = "person Idle\nsquad One, lead Boss\n  DE Ada\n  DS Ada\n  MO Bo\npartner S\n  BU Cy"
        assert score(self.rule, outline) == pytest.approx(2 / 3)

    def test_what_a_seat_asks_for_does_not_matter(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE Ada 50% of 100%\n  MO Ada 50% of 100%") == 1

    def test_it_takes_an_assigned_person(self, score: Scores) -> None:
        assert score(self.rule, "person Ada\nsquad One\n  DE vacant") is None

    def test_shares_are_cut_to_what_there_is(self, pack: Pack) -> None:
        outline = "squad One\n  DE Ada 60%\nsquad Two\n  MO Ada 60%\n"
        (found,) = findings(outline, self.rule, pack)
        assert str(found.evidence[0].text) == "Ada is planned at 120%, with a capacity of 100%."
        (cut, leave) = found.fixes
        assert str(cut.label) == "Cut the shares of Ada to 100%"
        assert str(leave.label).startswith("Take Ada off the ")

    def test_many_are_one_finding_with_one_fix_for_all(self, pack: Pack) -> None:
        outline = "squad One\n" + "".join(f"  DE Ada{n}\n  MO Ada{n}\n" for n in range(12))
        (found,) = findings(outline, self.rule, pack)
        assert str(found.title) == "12 people are planned above capacity"
        assert len(found.subjects) == 12
        assert str(found.evidence[-1].text) == "And 6 more."
        assert str(found.fixes[0].label) == "Cut the shares of 12 people"


class TestVacancies:
    rule = "people/vacancies"

    def test_it_is_the_demand_that_shares_meet(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE Ada\n  DS vacant") == 0.5
        assert score(self.rule, "squad One\n  DE Ada\n  DS vacant 50%") == pytest.approx(2 / 3)
        assert score(self.rule, "squad One\n  DE Ada 60% of 100%") == pytest.approx(0.6)

    def test_more_than_asked_for_makes_up_for_nothing(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE Ada 100% of 50%\n  DS vacant 50%") == 0.5

    def test_seats_in_teams_of_any_kind_count_but_only_in_the_six_roles(self, score: Scores) -> None:
        outline = "squad One\n  DE Ada\n  PR vacant\npartner IT\n  SD vacant\ngroup All\n  MO vacant"
        assert score(self.rule, outline) == pytest.approx(1 / 3)

    def test_it_takes_a_seat_in_the_six_roles(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  PR vacant\npartner IT\n  BU Ada") is None

    def test_findings_are_by_role_and_part_filled_seats_apart(self, pack: Pack) -> None:
        outline = "squad One\n  DE vacant\n  DE vacant\n  SD vacant 10%\n  MO Ada 20% of 60%\n  DS Bo"
        assert titles(outline, self.rule, pack) == [
            "2 vacant data engineer seats",
            "One seat asks for more than is given",
            "One vacant software developer seat",
        ]

    def test_several_people_are_assigned_in_one_step(self, pack: Pack) -> None:
        people = "person Mo: data-engineer\nperson Di: data-engineer\n"
        found = fixes(f"{people}squad One\n  DE vacant\n  DE vacant\n  DS Bo", self.rule, pack)
        assert "Assign Mo" in found
        everyone = findings(f"{people}squad One\n  DE vacant\n  DE vacant\n  DS Bo", self.rule, pack)
        assert everyone[0].no_fix is None

    def test_without_anybody_free_the_reason_is_said(self, pack: Pack) -> None:
        (found,) = findings("squad One\n  DE vacant\n  DS Bo", self.rule, pack)
        assert found.fixes == ()
        assert "Nobody with this role has time left" in str(found.no_fix)

    def test_a_holder_with_time_left_can_give_more(self, pack: Pack) -> None:
        found = fixes("squad One\n  DE Ada 20% of 60%", self.rule, pack)
        assert found == ["Raise the share of Ada to 60%", "Ask Ada for 20% only"]


class TestSkillsFit:
    rule = "people/skills-fit"

    def fit(self, score: Scores, skills: str, code: str = "DE") -> float | None:
        return score(self.rule, f"person Ada: skills {skills}\nsquad One\n  {code} Ada")

    def test_two_entries_are_enough_and_one_is_half(self, score: Scores) -> None:
        assert self.fit(score, "spark, hadoop") == 1
        assert self.fit(score, "spark") == 0.5
        assert self.fit(score, "spark, hadoop, sql, python") == 1
        assert self.fit(score, "baking") == 0

    def test_different_entries_count_not_different_spellings(self, score: Scores) -> None:
        assert self.fit(score, "spark, Spark, pyspark, apache spark") == 0.5

    @pytest.mark.parametrize(
        ("skill", "code"),
        [
            ("Infrastructure-as-Code", "MO"),
            ("infrastructure_as_code", "MO"),
            ("IaC", "MO"),
            ("CI/CD", "MO"),
            ("k8s", "MO"),
            ("a/b testing", "DS"),
            ("back-end", "SD"),
            ("ＳＱＬ", "DE"),
            ("  data   structures ", "DE"),
        ],
    )
    def test_spelling_and_synonyms_do_not_matter(self, score: Scores, skill: str, code: str) -> None:
        assert self.fit(score, skill, code) == 0.5

    def test_an_entry_of_another_role_is_none(self, score: Scores) -> None:
        assert self.fit(score, "terraform, kubernetes", "DA") == 0
        assert self.fit(score, "sql", "DA") == 0.5  # a tool may serve several roles

    def test_nobody_without_skills_on_record_is_judged(self, score: Scores) -> None:
        assert score(self.rule, "squad One\n  DE Ada") is None
        half = "person Ada: skills spark, hadoop\nsquad One\n  DE Ada\n  DS Bo"
        assert score(self.rule, half) == 1

    def test_seats_are_judged_each_and_only_filled_ones_in_the_six_roles(self, score: Scores) -> None:
        outline = "person Ada: skills spark, hadoop\nsquad One\n  DE Ada 50%\n  SD Ada 50%\n  MO vacant"
        assert score(self.rule, outline) == 0.5
        assert score(self.rule, "person Ada: skills spark\npartner Sales\n  BU Ada") is None
        assert score(self.rule, "person Ada: skills spark\npartner Sales\n  DE Ada") == 0.5

    def test_findings_are_by_role_and_offer_someone_who_matches(self, pack: Pack) -> None:
        outline = (
            "person Ada: skills baking\nperson Mo: data-engineer; skills spark, hadoop\nsquad One\n  DE Ada"
        )
        assert titles(outline, self.rule, pack) == ["Few data engineer skills listed"]
        assert fixes(outline, self.rule, pack) == ["Give the data engineer seat to Mo"]

    def test_or_the_seat_that_matches_the_person(self, pack: Pack) -> None:
        outline = "person Ada: skills spark, hadoop\nsquad One\n  MO Ada"
        assert fixes(outline, self.rule, pack) == ["Make it a data engineer seat"]


class TestSinglePointOfFailure:
    rule = "people/single-point-of-failure"

    @pytest.mark.parametrize("stage", ["large-startup", "enterprise"])
    def test_two_different_people_for_each_capability(self, score: Scores, stage: str) -> None:
        context = f"scenario X: {stage}\n"
        assert score(self.rule, f"{context}squad One\n  DE Ada\n  DE Bo") == 0.25
        assert score(self.rule, f"{context}squad One\n  DE Ada\nsquad Two\n  DE Ada") == 0
        assert score(self.rule, f"{context}squad One\n  DE Ada\npartner IT\n  DE Bo") == 0.25
        assert score(self.rule, f"{context}squad One\n  DE Ada\n  DE vacant") == 0

    def test_either_scientist_builds_models(self, score: Scores) -> None:
        enterprise = "scenario X: enterprise\n"
        assert score(self.rule, f"{enterprise}squad One\n  DS Ada\n  RS Bo") == 0.25
        assert score(self.rule, f"{enterprise}squad One\n  DS Ada\n  RS Ada") == 0

    def test_a_small_start_up_lives_with_it(self, score: Scores) -> None:
        assert score(self.rule, "scenario X: small-startup\nsquad One\n  DE Ada") is None

    def test_titles_tell_one_from_none(self, pack: Pack) -> None:
        outline = "scenario X: enterprise\nsquad One\n  DS Ada\n  RS Bo\n  DE Ada\n  DE Bo\n  MO Ada"
        assert titles(outline, self.rule, pack) == [
            "One person carries all model hosting",
            "No one covers embedding",
        ]

    def test_two_seats_are_filled_at_once_where_there_is_no_one(self, pack: Pack) -> None:
        people = "person Al: software-developer\nperson Bo: software-developer\n"
        outline = f"{people}scenario X: enterprise\nsquad One\n  DS Cy"
        assert "Give seats to Al and Bo" in fixes(outline, self.rule, pack)


class TestSpreadThin:
    rule = "people/spread-thin"

    def seats(self, count: int) -> str:
        kinds = ("squad", "partner", "group", "core")
        return "".join(f"{kinds[n]} T{n}\n  OT Ada 10%\n  DE Ada 10%\n" for n in range(count))

    @pytest.mark.parametrize(
        ("stage", "most"), [("small-startup", 3), ("large-startup", 2), ("enterprise", 2)]
    )
    def test_in_how_many_teams_of_any_kind_seats_may_lie(self, score: Scores, stage: str, most: int) -> None:
        for count in range(1, 5):
            expected = 1 if count <= most else 0
            assert score(self.rule, f"scenario X: {stage}\n{self.seats(count)}") == expected

    def test_it_is_the_share_of_assigned_people_and_leading_counts_nothing(self, score: Scores) -> None:
        outline = f"scenario X: enterprise\n{self.seats(3)}squad Last, lead Ada\n  DS Bo\n  PR Cy"
        assert score(self.rule, outline) == pytest.approx(2 / 3)

    def test_the_team_that_gets_least_is_left(self, pack: Pack) -> None:
        squads = "squad One\n  DE Ada 40%\nsquad Two\n  DE Ada 10%\nsquad Three\n  DE Ada 30%"
        outline = f"scenario X: enterprise\n{squads}"
        assert fixes(outline, self.rule, pack) == ["Take Ada off the data engineer seat in Two"]
