"""The fix finder finds the fixes of the open finding: at once in a small plan, in turns in a large one."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from planner.advice.fixes import RankedFix, ranking
from planner.app.document import Document
from planner.app.turns import Turns
from planner.domain.pausing import Pausing, finished
from planner.guidance import Finding, Review
from planner.guidance.reasons import Reasons
from planner.messages import Message

SEATS_AT_ONCE: Final = 400
"""In a plan of so many seats fixes are found before anybody could see that they are looked for."""


class FixFinder(QObject):
    """Looks for the fixes of one finding at a time.

    Signals:
        found(Finding, tuple[RankedFix, ...]): these are the fixes that were not at hand at once.
    """

    found = Signal(object, object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._finding: Finding | None = None
        self._reasons: Reasons | None = None
        self._told: dict[tuple[str, ...], Message] = {}
        self._turns = Turns(self)
        self._turns.ended.connect(self._tell)
        document.changed.connect(self._start_over)
        document.scenario_switched.connect(self._start_over)

    @property
    def is_looking(self) -> bool:
        """Whether the fixes of a finding are looked for."""
        return self._turns.is_running

    def look(self, finding: Finding) -> tuple[RankedFix, ...] | None:
        """The fixes of a finding of the present review; None when ``found`` will tell them."""
        review = self._document.review
        if len(review.scenario.seats) <= SEATS_AT_ONCE:
            return finished(self._looking(review, finding))
        if not (self.is_looking and finding is self._finding):
            self._finding = finding
            self._turns.start(self._looking(review, finding))
        return None

    def reason_for_none(self, finding: Finding) -> Message:
        """Why a finding without fixes has none, once they were looked for."""
        return self._told.get(finding.key, finding.reason_for_no_fix)

    def pause(self) -> None:
        """Wait, as while a change is previewed."""
        self._turns.pause()

    def resume(self) -> None:
        """Go on where the search was left."""
        self._turns.resume()

    def _looking(self, review: Review, finding: Finding) -> Pausing[tuple[RankedFix, ...]]:
        fixes = yield from ranking(review, finding)
        if not fixes:
            if self._reasons is None:
                self._reasons = Reasons(review)
            self._told[finding.key] = yield from self._reasons.explaining(finding)
        return fixes

    def _start_over(self) -> None:
        self._turns.stop()
        self._reasons = None
        self._told.clear()

    def _tell(self, fixes: object) -> None:
        self.found.emit(self._finding, fixes)
