"""Reads the path data of SVG into straight pieces and curves, which every device can draw.

Grammar and arithmetic: SVG 2, chapter 9 "Paths", and its appendix B.2.4 for arcs.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Final

from msgspec import Struct, field

Point = tuple[float, float]
Step = tuple[Point, ...]
"""One point: a straight piece to it; three: a curve by two control points to the third."""


class Path(Struct, frozen=True):
    """One run of the pen: where it starts, its steps, and whether it returns to its start."""

    start: Point
    steps: tuple[Step, ...]
    closed: bool = False
    filled: bool = False


# What each command takes: n is a number, f a flag of an arc.
_TAKES: Final = {
    "M": "nn",
    "L": "nn",
    "H": "n",
    "V": "n",
    "C": "nnnnnn",
    "S": "nnnn",
    "Q": "nnnn",
    "T": "nn",
    "A": "nnnffnn",
    "Z": "",
}
_COMMAND: Final = re.compile(r"[\s,]*([MLHVCSQTAZmlhvcsqtaz])")
_VALUE: Final = {
    "n": re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"),
    "f": re.compile(r"[\s,]*([01])"),
}


def read_path(data: str) -> list[Path]:
    """Read path data; ValueError where it is no path data."""
    pen = _Pen()
    for command, values in _commands(data):
        pen.obey(command, values)
    pen.lift()
    return pen.paths


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its values; repeated values repeat the command."""
    place, command = 0, ""
    while data[place:].strip(" \t\r\n,"):
        if match := _COMMAND.match(data, place):
            command, place = match.group(1), match.end()
        elif not _TAKES.get(command.upper()):
            raise ValueError(f"No command at {place} of {data!r}")
        values: list[float] = []
        for kind in _TAKES[command.upper()]:
            if not (match := _VALUE[kind].match(data, place)):
                raise ValueError(f"{command} lacks a value at {place} of {data!r}")
            values.append(float(match.group(1)))
            place = match.end()
        yield command, values
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen(Struct):
    """Where the pen stands, what it drew in this run, and the control point that the next curve mirrors."""

    paths: list[Path] = field(default_factory=list)
    start: Point = (0.0, 0.0)
    at: Point = (0.0, 0.0)
    steps: list[Step] = field(default_factory=list)
    mirrored: tuple[str, Point] = ("", (0.0, 0.0))

    def obey(self, command: str, values: list[float]) -> None:
        """Carry out one command."""
        kind = command.upper()
        base = self.at if command.islower() else (0.0, 0.0)
        if kind == "Z":
            self.lift(closed=True)
        elif kind == "H":
            self.steps.append(((base[0] + values[0], self.at[1]),))
        elif kind == "V":
            self.steps.append(((self.at[0], base[1] + values[0]),))
        elif kind == "A":
            rx, ry, turn, large, sweep, x, y = values
            end = (base[0] + x, base[1] + y)
            self.steps += arc(self.at, (rx, ry), turn, end, large=bool(large), sweep=bool(sweep))
        else:
            numbers = iter(values)
            points = [(base[0] + x, base[1] + y) for x, y in zip(numbers, numbers, strict=True)]
            if kind == "M":
                self.lift()
                self.start = points[0]
            else:
                self.steps.append(self._step(kind, points))
        self.at = self.steps[-1][-1] if self.steps else self.start
        if kind not in "CSQT":
            self.mirrored = ("", self.at)

    def lift(self, *, closed: bool = False) -> None:
        """End this run of the pen."""
        if self.steps:
            self.paths.append(Path(self.start, tuple(self.steps), closed))
        self.steps = []

    def _step(self, kind: str, points: list[Point]) -> Step:
        if kind == "L":
            return (points[0],)
        if kind in "ST":
            points.insert(0, self._reflection("CS" if kind == "S" else "QT"))
        self.mirrored = (kind, points[-2])
        if kind in "CS":
            return tuple(points)
        control, end = points
        return _towards(self.at, control, 2 / 3), _towards(end, control, 2 / 3), end

    def _reflection(self, kinds: str) -> Point:
        kind, (x, y) = self.mirrored
        if not kind or kind not in kinds:
            return self.at
        return 2 * self.at[0] - x, 2 * self.at[1] - y


def _towards(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def arc(start: Point, radii: Point, turn: float, end: Point, *, large: bool, sweep: bool) -> list[Step]:
    """Turn an arc of an ellipse into curves of at most a quarter each; `turn` in degrees."""
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == end:
        return []
    if not rx or not ry:
        return [(end,)]
    cosine, sine = cos(radians(turn)), sin(radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    # Halfway between the ends, on a circle of radius 1.
    x, y = (cosine * dx + sine * dy) / rx, (cosine * dy - sine * dx) / ry
    distance = hypot(x, y)
    if distance > 1:  # too small an ellipse grows until it reaches both ends
        rx, ry, x, y, distance = rx * distance, ry * distance, x / distance, y / distance, 1.0
    height = sqrt(max(0.0, 1 / distance**2 - 1)) * (-1 if large == sweep else 1)
    middle = (height * y, -height * x)
    first = atan2(y - middle[1], x - middle[0])
    swept = (atan2(-y - middle[1], -x - middle[0]) - first) % (2 * pi) - (0 if sweep else 2 * pi)

    def placed(u: float, v: float) -> Point:
        u, v = (u + middle[0]) * rx, (v + middle[1]) * ry
        return (
            cosine * u - sine * v + (start[0] + end[0]) / 2,
            sine * u + cosine * v + (start[1] + end[1]) / 2,
        )

    count = max(1, ceil(abs(swept) / (pi / 2) - 1e-9))
    pull = 4 / 3 * tan(swept / count / 4)
    angles = [first + swept * part / count for part in range(count + 1)]
    steps = [
        (
            placed(cos(a) - pull * sin(a), sin(a) + pull * cos(a)),
            placed(cos(b) + pull * sin(b), sin(b) - pull * cos(b)),
            placed(cos(b), sin(b)),
        )
        for a, b in pairwise(angles)
    ]
    steps[-1] = (*steps[-1][:2], end)
    return list(steps)
