"""Documentation points only at what is there."""

import re
from pathlib import Path

import pytest

from planner.exchange import plan

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    gone = [target for target in targets if not (page.parent / target).exists()]
    assert gone == []


def test_the_plan_shown_is_a_plan() -> None:
    page = (ROOT / "docs" / "plan-format.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert plan.read(shown).name == "Acme ML organisation"
