"""The default pack, loaded once from the data that ships."""

import pytest
from tests.guidance.saying import Scores, reviewed

from planner import resources
from planner.guidance import Pack, load_pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(resources.read_text)


@pytest.fixture
def score(pack: Pack) -> Scores:
    """The score of an outline by a rule, None where the rule does not apply."""

    def of(rule: str, outline: str) -> float | None:
        return reviewed(outline, pack).score.of(rule).score

    return of
