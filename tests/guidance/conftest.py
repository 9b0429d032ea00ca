"""The default pack, loaded once from the data that ships."""

import pytest

from planner import resources
from planner.guidance import Pack, load_pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(resources.read_text)
