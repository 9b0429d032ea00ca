"""Names the steps of a document's history, for a list to choose from."""

from collections.abc import Sequence
from typing import overload

from planner.app.document.ledger import Differences
from planner.errors import PlannerError
from planner.messages import Message, message


class Steps(Sequence[Message]):
    """The names of all steps in the order in which they were made; the first ``present`` are done."""

    def __init__(self, history: Differences, present: int) -> None:
        self._history, self._present = history, present

    @property
    def present(self) -> int:
        """How many steps are done; those behind them are undone."""
        return self._present

    def __len__(self) -> int:
        return len(self._history)

    @overload
    def __getitem__(self, place: int) -> Message: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Message]: ...
    def __getitem__(self, place: int | slice) -> Message | Sequence[Message]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        try:
            return self._history[place].label
        except PlannerError:  # an old step, on a disk that does not give it: going there says why
            return message("Step {number}", number=place + 1)
