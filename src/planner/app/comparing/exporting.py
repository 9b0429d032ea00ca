"""Writes the comparison page as PDF; run beside the window, on values that nobody changes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from planner import resources
from planner.domain import Project
from planner.guidance import Pack, review
from planner.messages import Message
from planner.typography import Fonts

PAPER: Final = "A3"


def comparison_task(
    project: Project, scenarios: tuple[str, ...], path: Path, *, pack: Pack, fonts: Fonts
) -> Callable[[], tuple[Message, ...]]:
    """What writes the PDF of a comparison; its value is what the reader should know, as a larger paper."""
    return partial(_write, project, scenarios, path, pack, fonts)


def _write(
    project: Project, scenarios: tuple[str, ...], path: Path, pack: Pack, fonts: Fonts
) -> tuple[Message, ...]:
    from planner.advice.comparing import compared, counting
    from planner.domain.pausing import finished
    from planner.drawing.icons import Icons
    from planner.drawing.pages import paper_named
    from planner.drawing.pages.comparison_page import ComparisonReport, comparison_pages
    from planner.drawing.tokens import Theme
    from planner.placement import Measure
    from planner.render import pdf
    from planner.store import publish

    reviews = [review(project, scenario, pack) for scenario in scenarios]
    comparison = compared(reviews, finished(counting(reviews)))
    now = datetime.now().astimezone()
    report = ComparisonReport(comparison=comparison, pack=pack, measure=Measure(fonts), fonts=fonts, now=now)
    pages = comparison_pages(report, paper_named(PAPER))
    ink = pdf.Ink(
        fonts=fonts,
        read_bytes=resources.read_bytes,
        icons=Icons(resources.read_text),
        theme=Theme.parse(resources.read_text("tokens/print.toml")),
    )
    data, notes = pdf.written(pages.drawings, ink, title=f"{project.name}: comparison", now=now)
    publish(data, path)
    return (*pages.notes, *notes)
