import csv
from collections import Counter

import pytest
from tests.exchange.roster.conftest import DATA

from planner.domain import Function
from planner.exchange.roster import suggest

ROLES = {
    "data analyst": Function.DATA_ANALYST,
    "data engineer": Function.DATA_ENGINEER,
    "data scientist": Function.DATA_SCIENTIST,
    "research/applied scientist": Function.RESEARCH_SCIENTIST,
    "MLOps engineer": Function.MLOPS_ENGINEER,
    "software developer": Function.SOFTWARE_DEVELOPER,
    "none": None,
}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def role(title: str) -> Function | None:
    function = suggest(title).function
    return function if function is not None and function.is_role else None


def test_titles_judged_by_hand_are_taken_for_what_they_are():
    for row in rows("titles/title_role_examples.csv"):
        also = [part[5:].split("|") for part in row["note"].split("; ") if part.startswith("also=")]
        answers = {ROLES[name] for name in [row["expected_role"], *(also[0] if also else [])]}
        assert role(row["title"]) in answers, row["title"]


@pytest.mark.parametrize(
    ("name", "column", "counts"),
    [
        ("d3-org-chart-1516/data.csv", "positionName", {"software-developer": 531}),
        ("oracle-hr-107/data.csv", "position", {"software-developer": 5}),
        ("uk-tpr-2011/the_pensions_regulator-2011-09-30-senior.csv", "Job Title", {}),
        ("uk-tpr-2011/the_pensions_regulator-2011-09-30-junior.csv", "Generic Job Title", {}),
        (
            "ms-simulated-hr/generated_hr_data.csv",
            "role",
            {
                "software-developer": 174,
                "data-engineer": 76,
                "data-scientist": 48,
                "data-analyst": 47,
                "mlops-engineer": 17,
            },
        ),
    ],
)
def test_whole_rosters_give_the_counts_judged_by_hand(name, column, counts):
    assert Counter(one for row in rows(name) if (one := role(row[column]))) == counts


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Sr. MLOps Eng.", Function.MLOPS_ENGINEER),
        ("Data Scientist (m/w/d), Berlin", Function.DATA_SCIENTIST),
        ("HR Data Analyst", Function.DATA_ANALYST),
        ("Full-Stack Developer", Function.SOFTWARE_DEVELOPER),
        ("Applied Scientist II, NLP", Function.RESEARCH_SCIENTIST),
        ("Data Product Manager", Function.PRODUCT),
        ("UX Designer", Function.DESIGN),
        ("Marketing Manager", Function.MARKETING),
        ("Business Analyst", Function.BUSINESS),
        ("Sales Engineer", None),
        ("Recruiter, Data Engineering", None),
        ("VP Engineering", None),
        ("Software Engineer in Test", None),
        ("Chief Data Scientist", None),
        ("Gärtner", None),
        ("", None),
    ],
)
def test_seniority_place_and_domain_change_no_craft_and_leading_is_none(title, function):
    assert suggest(title).function is function


def test_every_answer_has_its_reason():
    assert str(suggest("Senior Data Engineer").reason) == "“data engineer” is read as data engineer."
    assert str(suggest("Head of Data").reason) == "“head”: it heads a part of the company."
    assert str(suggest("Gardener").reason) == "The title names none of the functions."
    assert str(suggest(" ").reason) == "There is no title."
