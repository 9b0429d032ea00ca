"""Knows where in its history a plan stands, and whether that is where the document was saved."""

from weakref import WeakSet

from msgspec import Struct

from planner.store.working.kinds import Kind


class Mark(Struct, eq=False, weakref=True):
    """A place in the history; None once another way was taken before it, for then nothing leads there."""

    position: int | None


class Timeline:
    """``position`` steps of ``length`` are done; the rest was undone and can be done again."""

    def __init__(
        self, *, position: int = 0, length: int = 0, saved: int | None = None, image: int | None = None
    ) -> None:
        self.position, self.length = position, length
        self._marks: WeakSet[Mark] = WeakSet()
        self.saved, self.image = self._mark(saved), self._mark(image)

    @property
    def steps_since_saved(self) -> int | None:
        """How far it is from the document, negative after undoing; None when no steps lead there."""
        return None if self.saved.position is None else self.position - self.saved.position

    def follow(self, kind: Kind) -> None:
        """Take a step: a new one, which forgets those that were undone, or one back, or one again."""
        if kind is Kind.DO:
            for mark in self._marks:
                if mark.position is not None and mark.position > self.position:
                    mark.position = None
            self.position += 1
            self.length = self.position
            return
        position = self.position + (-1 if kind is Kind.UNDO else 1)
        if not 0 <= position <= self.length:
            raise LookupError(f"there is no step to {kind}")
        self.position = position

    def here(self) -> Mark:
        """Mark this place as that of the image which is being made."""
        self.image = self._mark(self.position)
        return self.image

    def save_at(self, mark: Mark | None = None) -> None:
        """Note that the document holds the plan of a mark, or as it stands; none leads to a foreign mark."""
        place = self.here() if mark is None else mark
        self.saved = place if place in self._marks else self._mark(None)

    def _mark(self, position: int | None) -> Mark:
        mark = Mark(position)
        self._marks.add(mark)
        return mark
