"""Which part of the chart was seen, and how large: kept for each scenario, and for its file.

It belongs to this machine, never to the plan. A chart that is seen whole is fitted anew, as its window may be
of another size.
"""

from math import isfinite
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, QTimer

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.view import MOST, OVERVIEW, View
from planner.app.settings import Preference, Settings

PLACES: Final = Preference[dict[str, Any]]("places", {})
_FILES: Final = 50
"""So many files are remembered, those used last."""
_REST: Final = 800
"""Milliseconds without a move before the place is written down."""
_Place = tuple[float, float, float]


class ShowingPlace(QObject):
    """Brings each scenario back to where it was seen; made when the canvas has its layout."""

    def __init__(self, canvas: Canvas, settings: Settings) -> None:
        super().__init__(canvas)
        self._canvas, self._document, self._settings = canvas, canvas.document, settings
        self._places = self._read()
        self._current, self._size = self._document.scenario_id, QSize()
        self._is_opening = self._current in self._places
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.write)
        canvas.view_changed.connect(self._note)
        self._document.scenario_switched.connect(self._bring_back)

    def write(self) -> None:
        """Write the places down under the name of the file, if there is one."""
        path = self._document.path
        if path is None:
            return
        scenarios = self._document.project.scenarios
        told = {key: list(place) for key, place in self._places.items() if key in scenarios}
        files = {name: kept for name, kept in self._settings.get(PLACES).items() if name != str(path)}
        if told:
            files[str(path)] = told
        self._settings.set(PLACES, dict(list(files.items())[-_FILES:]))

    def _note(self) -> None:
        canvas, size = self._canvas, self._canvas.viewport().size()
        if self._document.scenario_id != self._current or not canvas.is_laid_out:
            return
        if self._is_opening:
            self._bring_back()
            return
        is_resized, self._size = size != self._size, size
        fits = canvas.view == canvas.fitted_view or (is_resized and self._current not in self._places)
        if fits:
            self._places.pop(self._current, None)
        else:
            x, y = canvas.view.to_chart(size.width() / 2, size.height() / 2)
            self._places[self._current] = (canvas.view.scale, round(x, 1), round(y, 1))
        self._resting.start()

    def _bring_back(self) -> None:
        self._current, self._is_opening = self._document.scenario_id, False
        place = self._places.get(self._current)
        if place is not None:
            scale, x, y = place
            size = self._size = self._canvas.viewport().size()
            dx, dy = size.width() / 2 - x * scale, size.height() / 2 - y * scale
            self._canvas.set_view(View(scale, round(dx), round(dy)))

    def _read(self) -> dict[str, _Place]:
        known = self._settings.get(PLACES).get(str(self._document.path))
        places = {key: _place(value) for key, value in known.items()} if isinstance(known, dict) else {}
        return {key: place for key, place in places.items() if place is not None}


def _place(value: object) -> _Place | None:
    """A scale and a point of the chart; anything else counts as not remembered."""
    if not isinstance(value, list) or len(value) != 3:
        return None
    numbers = [float(each) for each in value if isinstance(each, int | float) and isfinite(each)]
    if len(numbers) != 3 or not OVERVIEW <= numbers[0] <= MOST:
        return None
    return numbers[0], numbers[1], numbers[2]
