"""Begins the presentation of a plan; what it needs is made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.app.presentation.presentation import Presentation


class OpensPresentation:
    """What View ▸ Presentation names."""

    def __init__(self, make: "Callable[[], Presentation]") -> None:
        self._make = make
        self.presentation: Presentation | None = None

    @property
    def is_on(self) -> bool:
        """Whether chart, legend and score are alone."""
        return self.presentation is not None and self.presentation.is_on

    def toggle(self) -> None:
        """Begin the presentation, or end it."""
        if self.presentation is None:
            self.presentation = self._make()
        if self.presentation.is_on:
            self.presentation.end()
        else:
            self.presentation.begin()
