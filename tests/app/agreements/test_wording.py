"""The words for links and practices, the same in the drawer, the popovers and the outline."""

from planner.app.agreements.wording import link_words, named, practice_name, sentence_case
from planner.domain import Activity, PracticeKind, outline

PLAN = """
scenario Today
core Platform
squad Fraud
Platform serves Fraud
Platform collaborates Fraud
Fraud dotted Platform
"""


def test_links_are_said_from_either_end() -> None:
    scenario = outline.parse(PLAN).scenarios["Today"]
    said = {link.kind.value: link_words(scenario, link, "Fraud") for link in scenario.links}
    assert said == {
        "serves": "is served by Platform",
        "collaborates": "collaborates with Platform",
        "dotted": "dotted line to Platform",
    }
    other = {link.kind.value: link_words(scenario, link, "Platform") for link in scenario.links}
    assert other == {
        "serves": "serves Fraud",
        "collaborates": "collaborates with Fraud",
        "dotted": "dotted line from Fraud",
    }


def test_practices_are_named_inside_sentences() -> None:
    assert [practice_name(kind) for kind in PracticeKind] == [
        "prioritisation",
        "knowledge sharing",
        "shared standards",
        "on-call",
    ]


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence_case("is served by ML Platform") == "Is served by ML Platform"
    assert named(Activity.DATA_PIPELINES) == "Data pipelines"
