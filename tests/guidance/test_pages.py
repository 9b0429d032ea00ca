"""The manual's pages of the rules are those that the rules themselves write."""

from pathlib import Path

from planner.guidance import CATALOGUE, Pack
from planner.guidance.pages import pages

FOLDER = Path(__file__).parents[2] / "docs" / "guidance"
HOW = "write them anew: python tests/guidance/write_pages.py"


def test_every_page_stands_as_the_rules_write_it(pack: Pack) -> None:
    for name, text in pages(pack).items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, HOW


def test_no_page_is_left_over(pack: Pack) -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")}
    assert there == set(pages(pack)), HOW


def test_a_page_shows_both_examples_and_what_is_said_of_the_first(pack: Pack) -> None:
    for rule in CATALOGUE:
        text = pages(pack)[f"{rule.id}.md"]
        assert rule.breaking.strip() in text
        assert rule.mended.strip() in text
        assert "Scores 100% by this rule." in text
        assert "- Offered: *" in text
