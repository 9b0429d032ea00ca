from pathlib import Path

import pytest

from planner.placement import Measure
from planner.typography import Fonts

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts.load(lambda name: (RESOURCES / name).read_bytes())


@pytest.fixture(scope="session")
def measure(fonts: Fonts) -> Measure:
    return Measure(fonts)
