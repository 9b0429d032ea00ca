"""A column of a comparison: what one layout comes to, beside the others."""

from msgspec import Struct

from planner.advice.comparing.figures import Figures, SeverityCounts
from planner.advice.comparing.moves import Move
from planner.domain import Scenario
from planner.messages import Message


class Column(Struct, frozen=True, kw_only=True):
    """One layout. ``findings`` is None until they are counted; ``moves`` is None where nothing is compared.

    ``is_reference`` marks what the others are compared with: the baseline, else the first.
    """

    scenario: Scenario
    structure: Message
    figures: Figures
    findings: SeverityCounts | None
    moves: tuple[Move, ...] | None
    summary: Message
    is_reference: bool
    is_best: bool
