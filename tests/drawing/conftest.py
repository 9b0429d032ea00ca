from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain import Project, outline
from planner.drawing.chart import Chart
from planner.drawing.pages import Report
from planner.guidance import Pack, load_pack, review
from planner.placement import Measure, Settings, place
from planner.typography import Fonts

RESOURCES = Path(__file__).parents[2] / "resources"
NOON = datetime(2025, 11, 23, 12, 5)  # noqa: DTZ001 - written as the clock shows it


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts.load(lambda name: (RESOURCES / name).read_bytes())


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(lambda name: (RESOURCES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def chart_of(fonts: Fonts, pack: Pack) -> Callable[..., Chart]:
    """A chart of an outline, with its review."""

    def make(text: str, settings: Settings | None = None) -> Chart:
        project = outline.parse(text)
        key = project.scenarios.order[0]
        placement = place(project, key, Measure(fonts), settings or Settings())
        return Chart(placement, review(project, key, pack), fonts=fonts)

    return make


@pytest.fixture(scope="session")
def report_of(fonts: Fonts, pack: Pack) -> Callable[..., Report]:
    """A report of an outline or a project."""

    def make(layout: str | Project, *, reviewed: bool = True) -> Report:
        project = outline.parse(layout) if isinstance(layout, str) else layout
        key = project.scenarios.order[0]
        return Report(
            project=project,
            scenario_id=key,
            review=review(project, key, pack) if reviewed else None,
            pack=pack,
            measure=Measure(fonts),
            fonts=fonts,
            now=NOON,
        )

    return make
