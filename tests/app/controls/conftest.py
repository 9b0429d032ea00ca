"""What controls are dressed by."""

import pytest

from planner import resources
from planner.app.theme import Look


@pytest.fixture
def look(qapp: object) -> Look:
    return Look.load(resources.read_text, resources.read_bytes)
