"""Every torture, a few tries of each; ``dev.py torture`` runs them at length."""

import pytest
from tests.torture.__main__ import tortures

TORTURES = tortures()


@pytest.mark.parametrize("name", TORTURES)
def test_it_breaks_no_promise(name):
    outcome = TORTURES[name].run(TORTURES[name].FEW, 1)
    if outcome.skipped and not outcome.tried:
        pytest.skip(outcome.skipped)
    assert list(outcome.faults) == []
    assert outcome.tried > 0
