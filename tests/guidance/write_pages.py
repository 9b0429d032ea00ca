"""Writes docs/guidance/ anew from the rules: ``python tests/guidance/write_pages.py``."""

from pathlib import Path

from planner import resources
from planner.guidance import load_pack
from planner.guidance.pages import pages

FOLDER = Path(__file__).parents[2] / "docs" / "guidance"


def main() -> None:
    for name, text in pages(load_pack(resources.read_text)).items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
