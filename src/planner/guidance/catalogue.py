"""The catalogue: every rule of the default pack, once, in the order in which rules are listed."""

from typing import Final

from planner.guidance.rule import Rule
from planner.guidance.rules.roles import capabilities, coverage

CATALOGUE: Final[tuple[Rule, ...]] = (
    coverage.RULE,
    capabilities.RULE,
)
