"""The explainer brings out the findings of reviews: at once in a small plan, in turns in a large one."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from planner.app.turns import Turns
from planner.domain.pausing import Pausing
from planner.guidance import Review

SEATS_AT_ONCE: Final = 2_000
"""In a plan of so many seats findings are made before anybody could see that they are."""


class Explainer(QObject):
    """Sees to the findings of a few reviews, the first ones first; asking again drops what was asked before.

    Several may see to the same review: it remembers how far it was explained.

    Signals:
        explained(): the findings of all reviews asked for are at hand.
    """

    explained = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = Turns(self, rests=False)
        self._turns.ended.connect(self.explained)

    @property
    def is_explaining(self) -> bool:
        """Whether findings are awaited."""
        return self._turns.is_running

    def stop(self) -> None:
        """Await no findings any more."""
        self._turns.stop()

    def has(self, *reviews: Review) -> bool:
        """Whether the findings of reviews are at hand; if not, ``explained`` will say when they are."""
        self._turns.stop()
        if all(is_at_hand(review) for review in reviews):
            return True
        self._turns.start(_explaining(reviews))
        return False


def is_at_hand(review: Review) -> bool:
    """Whether findings are known, or made in no time."""
    return review.is_explained or len(review.scenario.seats) <= SEATS_AT_ONCE


def _explaining(reviews: tuple[Review, ...]) -> Pausing[None]:
    for review in reviews:
        yield from review.explaining()
