"""Icons as strokes that every device can draw, read from the same SVG files that the toolkit shows.

An icon is a square of 24 units; its strokes are 2 units wide with round ends and joins.
"""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from msgspec import Struct
from msgspec.structs import replace

from planner.drawing.path_data import Path, Step, arc, read_path
from planner.errors import PlannerError


class Icon(Struct, frozen=True):
    """The strokes of an icon in a square of side `view`; a filled one is stroked as well."""

    view: float
    strokes: tuple[Path, ...]

    @classmethod
    def parse(cls, text: str, name: str) -> "Icon":
        """Read an SVG file's text; PlannerError names an icon that cannot be drawn."""
        try:
            (_, root), *shapes = _elements(text)
            view = _side(root["viewBox"])
            strokes = [
                replace(path, filled=attributes.get("fill", "none") != "none")
                for tag, attributes in shapes
                for path in _paths(tag, attributes)
            ]
        except (expat.ExpatError, KeyError, ValueError) as fault:
            raise PlannerError(
                "The icon {name} cannot be drawn; it must be a plain SVG drawing.",
                name=name,
                detail=repr(fault),
            ) from fault
        return cls(view, tuple(strokes))


class Icons(dict[str, Icon]):
    """Icons by name, each read when it is first asked for; `read_text` gets ``icons/<name>.svg``."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        super().__init__()
        self._read_text = read_text

    def __missing__(self, name: str) -> Icon:
        icon = self[name] = Icon.parse(self._read_text(f"icons/{name}.svg"), name)
        return icon


def _elements(text: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a drawing and their attributes, as they begin; the files are ours, and small."""
    found: list[tuple[str, dict[str, str]]] = []
    reader = expat.ParserCreate()
    reader.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    reader.Parse(text, True)  # noqa: FBT003 - no keywords there
    return found


def _side(view_box: str) -> float:
    left, top, width, height = map(float, view_box.split())
    if (left, top, width) != (0, 0, height):
        raise ValueError("the view is no square at 0, 0")
    return width


def _paths(tag: str, attributes: Mapping[str, str]) -> list[Path]:
    if foreign := {"transform", "style", "class", "stroke-dasharray", "stroke-width"} & set(attributes):
        raise ValueError(f"{tag} has {foreign}, which not every device draws")
    if tag == "path":
        return read_path(attributes["d"])
    if tag in {"polyline", "polygon"}:
        return read_path(f"M{attributes['points']}" + ("Z" if tag == "polygon" else ""))
    lengths = {key: float(value) for key, value in attributes.items() if key in _LENGTHS}
    if tag == "line":
        end = (lengths["x2"], lengths["y2"])
        return [Path((lengths["x1"], lengths["y1"]), ((end,),))]
    if tag == "circle":
        return [_ellipse(lengths["cx"], lengths["cy"], lengths["r"], lengths["r"])]
    if tag == "ellipse":
        return [_ellipse(lengths["cx"], lengths["cy"], lengths["rx"], lengths["ry"])]
    if tag == "rect":
        return [_rectangle(lengths)]
    raise ValueError(f"{tag} is no shape of an icon")


_LENGTHS: Final = {"x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"}


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    left, right = (cx - rx, cy), (cx + rx, cy)
    over = arc(left, (rx, ry), 0, right, large=False, sweep=True)
    under = arc(right, (rx, ry), 0, left, large=False, sweep=True)
    return Path(left, (*over, *under), closed=True)


def _rectangle(lengths: Mapping[str, float]) -> Path:
    x, y, width, height = lengths.get("x", 0), lengths.get("y", 0), lengths["width"], lengths["height"]
    right, bottom = x + width, y + height
    rx = min(lengths.get("rx", lengths.get("ry", 0)), width / 2)
    ry = min(lengths.get("ry", rx), height / 2)
    if not rx or not ry:
        return Path((x, y), (((right, y),), ((right, bottom),), ((x, bottom),)), closed=True)
    sides = (
        ((right - rx, y), (right, y + ry)),
        ((right, bottom - ry), (right - rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry)),
        ((x, y + ry), (x + rx, y)),
    )
    steps: list[Step] = []
    for straight, corner in sides:
        steps += [(straight,), *arc(straight, (rx, ry), 0, corner, large=False, sweep=True)]
    return Path((x + rx, y), tuple(steps), closed=True)
