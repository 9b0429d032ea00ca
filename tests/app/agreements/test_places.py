"""Findings that agreements mend know their place in the drawer; others have none."""

import pytest

from planner.app.agreements.places import AgreementPlace, place_of
from planner.domain import Activity, PracticeKind, Project, outline
from planner.guidance import CATALOGUE, Finding, load_pack, review
from planner.resources import read_text

PACK = load_pack(read_text)
OF_RULE = {rule.id: rule for rule in CATALOGUE}


def finding(rule: str, layout: str = "") -> Finding:
    project: Project = outline.parse(layout or OF_RULE[rule].breaking)
    found = review(project, next(iter(project.scenarios)).id, PACK).findings
    return next(each for each in found if each.rule.id == rule)


@pytest.mark.parametrize(
    ("rule", "practice"),
    [
        ("roles/monitoring", PracticeKind.ON_CALL),
        ("core/prioritisation", PracticeKind.PRIORITISATION),
        ("core/knowledge-sharing", PracticeKind.KNOWLEDGE_SHARING),
        ("squad/informed", PracticeKind.KNOWLEDGE_SHARING),
        ("squad/lone-mlops", PracticeKind.KNOWLEDGE_SHARING),
        ("venture/portfolio", PracticeKind.PRIORITISATION),
    ],
)
def test_a_finding_about_a_practice_leads_to_its_kind(rule, practice):
    assert place_of(finding(rule)) == AgreementPlace(practice=practice)


def test_unowned_activities_lead_to_the_first_of_them():
    assert place_of(finding("roles/life-cycle-owned")) == AgreementPlace(Activity.MODEL_DEVELOPMENT)


def test_a_collision_leads_to_its_activity():
    layout = """
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
ML Platform serves Fraud Shield
""" + "\n".join(f"responsible {each}: ML Platform accountable" for each in Activity)
    layout += "\nresponsible governance: Fraud Shield accountable"
    found = finding("hybrid/responsibilities", layout)
    assert place_of(found) == AgreementPlace(Activity.GOVERNANCE)


@pytest.mark.parametrize("rule", ["core/integration", "core/budget", "squad/focus", "roles/coverage"])
def test_what_links_fields_or_seats_mend_has_no_place(rule):
    assert place_of(finding(rule)) is None


def test_a_developer_or_a_link_that_is_missing_is_not_mended_by_a_practice():
    alone = """
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
partner Marketing
  MK Dieter Vogel
"""
    assert place_of(finding("core/engineering-capacity", alone)) is None
    assert place_of(finding("core/business-insight", alone)) is None
    assert place_of(finding("roles/monitoring", alone + "practice on-call by Marketing")) is None
