"""Amounts of work as whole numbers, so that sums are exact and come out alike in any order.

Floats add up differently in a different order; a review that follows edits would drift away from a fresh
one. Whole multiples of 2⁻⁴⁰ FTE do not, and 9·10⁻¹³ FTE is far finer than any share that people write.
"""

from typing import Final

ONE: Final = 1 << 40
"""One FTE, or a whole of anything else."""

TOLERANCE: Final = round(1e-9 * ONE)
"""Sums of shares are compared with this tolerance."""


def fixed(amount: float) -> int:
    """The nearest whole number of 2⁻⁴⁰ parts."""
    return round(amount * ONE)


def floating(amount: int) -> float:
    """The amount as a float, in FTE."""
    return amount / ONE
