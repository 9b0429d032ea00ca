"""The pages with own weights, and with the second pack switched on."""

import re

import pytest
from msgspec.structs import replace
from tests.drawing.reading import all_texts, places

from planner.domain import OwnWeights, outline
from planner.drawing.pages import laid_out, paper_named
from planner.guidance import basics

LAYOUT = """
plan Halden Mutual
scenario Hybrid 2026: enterprise, product, hybrid
group ML organisation, lead Ingrid Solheim
  core Platform
    MO Tomasz Berg
    DE Omar Sid
    DE Ana Prieto
    DE Cem Kaya
    DS Dee Moss
  squad Fraud, lead Marc Webb
    PR Nina Hofmann
    MO Tomasz Berg 60%
Platform serves Fraud
"""
A3 = paper_named("A3")


@pytest.fixture
def plain():
    return outline.parse(LAYOUT)


def words(pages):
    return " ".join(text for page in pages for text in all_texts(page))


def on(project):
    return replace(project, extra_packs=(basics.PACK_ID,))


def test_the_second_pack_is_on_no_page_unless_it_is_on(report_of, plain):
    assert "Org design basics" not in words(laid_out(report_of(plain), A3).drawings)


def test_when_on_it_has_a_block_of_its_own_with_rules_findings_and_sources(report_of, plain, pack):
    chart, *rest = laid_out(report_of(on(plain)), A3).drawings
    said = words(rest)
    review = basics.reviewed(on(plain), "Hybrid 2026", pack.basics)
    assert "Org design basics" not in words([chart])
    assert f"{review.score:.1f} of 100, {review.band.label}. A pack of its own" in said
    for each in review.rules:
        assert (str(each.rule.short) in said) == each.applies
    for finding in review.findings:
        assert str(finding.title) in said
    assert "Leading Teams (2002)" in said
    assert "Thresholds and weights are this planner's judgement." in said


def _points(said: str) -> list[str]:
    return re.findall(r"−\d+\.\d", said)


def test_it_changes_no_number_of_the_guidance(report_of, plain):
    one, other = report_of(plain), report_of(on(plain))
    assert one.review.score == other.review.score
    before, after = (words(laid_out(report, A3).drawings) for report in (one, other))
    points, then = (
        re.findall(r"−\d+\.\d", said.partition("Org design basics")[0]) for said in (before, after)
    )
    assert points == then
    assert "Points missing from 100" in after


def test_the_name_of_own_weights_stands_on_every_page(report_of, plain):
    weighed = replace(plain, rule_pack=OwnWeights(name="Acme", weights=(("core/budget", 9.0),)))
    pages = laid_out(report_of(weighed), A3).drawings
    for page in pages:
        assert "weights: Acme." in words([page])
        assert "this tool's judgement" not in words([page])
    assert "Hybrid 2026, Halden Mutual; weights: Acme" in words(pages[1:])


@pytest.mark.parametrize("name", ["A4", "A3"])
@pytest.mark.parametrize("portrait", [False, True])
def test_its_texts_lie_on_no_others(report_of, fonts, plain, name, portrait):
    weighed = replace(on(plain), rule_pack=OwnWeights(name="A long name of weights that somebody gave"))
    for page in laid_out(report_of(weighed), paper_named(name, portrait=portrait)).drawings[1:]:
        boxes = [(rect, text) for rect, text in places(page, fonts) if text.strip()]
        for place, (one, text) in enumerate(boxes):
            for other, other_text in boxes[place + 1 :]:
                assert not one.grown(-1.5).meets(other.grown(-1.5)), (text, other_text)
