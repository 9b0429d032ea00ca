from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain import Project, outline
from planner.drawing.icons import Icons
from planner.drawing.tokens import Theme
from planner.guidance import Pack, load_pack
from planner.render.export import Printed, printed
from planner.render.pdf import Ink
from planner.typography import Fonts

RESOURCES = Path(__file__).parents[2] / "resources"
NOON = datetime(2025, 11, 23, 12, 5)  # noqa: DTZ001 - written as the clock shows it


def read_bytes(name: str) -> bytes:
    return (RESOURCES / name).read_bytes()


def read_text(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts.load(read_bytes)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(read_text)


@pytest.fixture(scope="session")
def ink(fonts: Fonts) -> Ink:
    return Ink(fonts, read_bytes, Icons(read_text), Theme.parse(read_text("tokens/print.toml")))


@pytest.fixture(scope="session")
def print_of(pack: Pack, ink: Ink) -> Callable[..., Printed]:
    """The PDF of an outline or a project."""

    def make(layout: str | Project, **options: object) -> Printed:
        project = outline.parse(layout) if isinstance(layout, str) else layout
        key = project.scenarios.order[0]
        return printed(project, key, pack=pack, ink=ink, now=NOON, **options)  # type: ignore[arg-type]

    return make
