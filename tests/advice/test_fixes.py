"""Fixes of a finding are ranked by the total they give, and say what else goes with them."""

import pytest

from planner import resources
from planner.advice.fixes import ranked
from planner.domain import outline
from planner.guidance import Review, load_pack, review

PACK = load_pack(resources.read_text)
LAYOUT = """
person Ben Carter: software-developer
person Ada Moss: data-engineer, software-developer
scenario Today: small-startup, product, decentralized
squad Receipts, product "Receipts"
  DS Lena Fischer 40%
  DE Lena Fischer 30%
  MO Lena Fischer 20%
  SD vacant
squad Search, product "Search"
  DS Cleo Winter
  SD vacant
"""


@pytest.fixture
def seen() -> Review:
    return review(outline.parse(LAYOUT), "Today", PACK)


def test_the_fix_with_the_highest_total_comes_first_and_its_gain_is_what_it_brings(seen: Review) -> None:
    several = [fixes for finding in seen.findings if len(fixes := ranked(seen, finding)) > 1]
    assert several
    for fixes in several:
        gains = [each.gain for each in fixes]
        assert gains == sorted(gains, reverse=True)
        for each in fixes:
            fresh = review(each.fix.edit(seen.project).project, "Today", PACK)
            assert each.gain == pytest.approx((fresh.score.total or 0) - (seen.score.total or 0))


def test_what_else_is_resolved_leaves_out_the_finding_itself(seen: Review) -> None:
    fixed = [(finding, each) for finding in seen.findings for each in ranked(seen, finding)]
    assert any(each.also_resolves for _finding, each in fixed)
    for finding, each in fixed:
        left = {one.key for one in review(each.fix.edit(seen.project).project, "Today", PACK).findings}
        others = {one.key for one in seen.findings} - {finding.key}
        assert each.also_resolves == len(others - left)
