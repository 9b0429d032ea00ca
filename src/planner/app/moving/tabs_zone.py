"""The tabs of other scenarios as a place to hold things over, where a drop is refused with the reason."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect

from planner.advice.moves import OnScenario, Target
from planner.app.document import Document


class TabsZone:
    """Knows which scenario's tab is at a point of the screen; the tab that is shown is no target."""

    def __init__(self, document: Document, tab_at: Callable[[QPoint], str | None]) -> None:
        self._document, self._tab_at = document, tab_at

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on a tab."""
        return self._tab_at(at) is not None

    def target_at(self, at: QPoint) -> Target | None:
        """Another scenario."""
        scenario = self._tab_at(at)
        return None if scenario in (None, self._document.scenario_id) else OnScenario(str(scenario))

    def carried_near(self, _at: QPoint) -> None:
        """Tabs do not scroll below what is carried."""

    def next_target(self, _step: tuple[int, int]) -> Target | None:
        """Keys do not come here."""
        return None

    def place_of(self, _target: Target) -> QRect | None:
        """Nothing that keys come to is here."""
        return None
