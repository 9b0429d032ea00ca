"""Miniatures show a layout at a glance: one box per ML team, one chip per seat, lines between."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.canvas.ink import Ink
from planner.app.theme import Look
from planner.domain import Function, Kind, Scenario, Structure
from planner.drawing.marks import Align, Box, Chip, Dash, Label, Line, Mark, Rect
from planner.typography.scale import CAPTION

_PARTNERS_LAST: Final = (Function.MARKETING, Function.DESIGN, Function.BUSINESS, Function.OTHER)


class Scale(Struct, frozen=True):
    """Measures of a miniature, in pixels; ``most`` is how many feature teams are drawn.

    ``bend`` is how far above the feature teams the lines from the centre turn; 0 leaves the centre out.
    """

    height: int
    chip: int
    gap: int
    radius: int
    between: int
    columns: int
    rows: int
    padding: int
    centre_columns: int
    most: int
    letters: bool
    bend: int


LARGE: Final = Scale(
    height=168,
    chip=18,
    gap=5,
    radius=4,
    between=12,
    columns=3,
    rows=2,
    padding=17,
    centre_columns=8,
    most=4,
    letters=True,
    bend=18,
)
SMALL: Final = Scale(
    height=58,
    chip=7,
    gap=3,
    radius=4,
    between=7,
    columns=2,
    rows=3,
    padding=5,
    centre_columns=9,
    most=4,
    letters=False,
    bend=0,
)
ROW: Final = Scale(
    height=56,
    chip=6,
    gap=2,
    radius=3,
    between=5,
    columns=3,
    rows=2,
    padding=4,
    centre_columns=12,
    most=4,
    letters=False,
    bend=6,
)


class Layout(Struct, frozen=True):
    """What a miniature shows: the functions at the centre, and those of each feature team."""

    centre: tuple[Function, ...]
    features: tuple[tuple[Function, ...], ...]
    is_product_centre: bool

    @classmethod
    def of(cls, scenario: Scenario) -> "Layout":
        """Take the ML teams of a scenario; groups and partner teams are left out."""
        seats: dict[str, list[Function]] = {team.id: [] for team in scenario.teams if team.kind.is_ml}
        for seat in scenario.seats:
            if seat.team in seats:
                seats[seat.team].append(seat.function)
        cores = {team.id for team in scenario.teams if team.kind is Kind.CORE}
        return cls(
            centre=tuple(
                function
                for team, functions in seats.items()
                if team in cores
                for function in _in_order(functions)
            ),
            features=tuple(_in_order(functions) for team, functions in seats.items() if team not in cores),
            is_product_centre=scenario.structure is Structure.PRODUCT_CENTRE,
        )

    @property
    def words(self) -> str:
        """The layout for those who hear it."""
        if not self.features:
            return "Picture of the layout: one central team"
        around = " around a central team" if self.centre else ""
        teams = "1 team" if len(self.features) == 1 else f"{len(self.features)} teams"
        return f"Picture of the layout: {teams}{around}"


def marks(layout: Layout, scale: Scale, width: float) -> tuple[Mark, ...]:
    """Draw a layout into a width."""
    area = Rect(0, 0, width, scale.height)
    if not layout.features:
        return tuple(_centre(layout.centre, scale, area, is_alone=True))
    frame: tuple[Mark, ...] = ()
    if layout.is_product_centre and not scale.letters:
        inset = 5 if scale.bend else 7
        frame = (Box(area, radius=6, border="line-2", dash=Dash.DASHED),)
        area = Rect(inset, inset, width - 2 * inset, scale.height - 2 * inset)
    if scale.bend and layout.centre:
        boxes = _feature_boxes(layout, scale, area, top=area.bottom - _feature_height(scale))
        return (
            *frame,
            *_lines(boxes, area, scale),
            *_centre(layout.centre, scale, area, is_alone=False),
            *_features(layout, scale, boxes),
        )
    boxes = _feature_boxes(layout, scale, area, top=area.y + (area.height - _feature_height(scale)) / 2)
    return (*frame, *_features(layout, scale, boxes))


class Miniature(QWidget):
    """Paints a layout."""

    def __init__(self, look: Look, ink: Ink, scale: Scale) -> None:
        super().__init__()
        self._ink, self._scale = ink, scale
        self._layout: Layout | None = None
        self.setFixedHeight(scale.height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_layout(self, scenario: Scenario) -> None:
        """Show another layout."""
        layout = Layout.of(scenario)
        self._layout = layout
        self.setAccessibleName(layout.words)
        self.update()

    def hide_layout(self) -> None:
        """Show nothing until there is a layout."""
        self._layout = None
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the scale says."""
        return QSize(120, self._scale.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint boxes, chips and lines."""
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ink.marks(painter, marks(self._layout, self._scale, self.width()))
        painter.end()


def _centre(functions: Sequence[Function], scale: Scale, area: Rect, *, is_alone: bool) -> Iterator[Mark]:
    pitch = scale.chip + scale.gap
    columns = max(1, min(scale.centre_columns, len(functions)))
    most = 2 if scale.letters or is_alone else 1
    rows = min(most, -(-len(functions) // columns))
    width = max(columns * pitch + 2 * scale.padding, area.width * 0.62 if scale.letters else 0)
    height = rows * pitch + 2 * scale.padding - (scale.gap if scale.letters else 0)
    top = area.y + (area.height - height) / 2 if is_alone else area.y
    box = Rect(area.x + (area.width - width) / 2, top, width, min(height, 62))
    yield from _team(box, functions, scale, columns, rows)


def _feature_height(scale: Scale) -> float:
    return scale.rows * (scale.chip + scale.gap) - scale.gap + 2 * scale.padding


def _feature_boxes(layout: Layout, scale: Scale, area: Rect, *, top: float) -> list[Rect]:
    number = min(scale.most, len(layout.features))
    width = (area.width - scale.between * (number - 1)) / number
    widest = scale.columns * (scale.chip + scale.gap) + (60 if scale.letters else 3 * scale.padding)
    width = min(width, widest)
    left = area.x + (area.width - number * width - (number - 1) * scale.between) / 2
    height = _feature_height(scale)
    return [Rect(left + at * (width + scale.between), top, width, height) for at in range(number)]


def _features(layout: Layout, scale: Scale, boxes: list[Rect]) -> Iterator[Mark]:
    more = len(layout.features) - len(boxes)
    says_more = more > 0 and scale.bend > 0
    drawn = boxes[:-1] if says_more and not scale.letters else boxes
    for box, functions in zip(drawn, layout.features, strict=False):
        yield from _team(box, functions, scale, scale.columns, scale.rows)
    last = boxes[-1]
    if says_more and scale.letters:
        yield Label(last.right, last.y - 6, f"+{more}", CAPTION, "ink-2", Align.END)
    elif says_more:
        yield Box(last, radius=scale.radius, fill="surface", border="line-2")
        yield Label(last.x + last.width / 2, last.y + 15, f"+{more + 1}", CAPTION, "ink-2", Align.MIDDLE)


def _lines(boxes: list[Rect], area: Rect, scale: Scale) -> Iterator[Mark]:
    """Elbows from the middle of the centre to each feature team."""
    middle = area.x + area.width / 2
    bend, start = boxes[0].y - scale.bend, area.y + scale.chip
    for box in boxes:
        x = box.x + box.width / 2
        points = ((middle, start), (middle, bend), (x, bend), (x, box.y))
        straight = ((middle, start), (middle, box.y))
        yield Line(straight if abs(x - middle) < 1 else points, "connector", 1.5, radius=min(7, scale.bend))


def _team(box: Rect, functions: Sequence[Function], scale: Scale, columns: int, rows: int) -> Iterator[Mark]:
    yield Box(box, radius=scale.radius, fill="surface", border="line-2")
    pitch = scale.chip + scale.gap
    room = columns * rows
    cut = len(functions) > room
    shown = functions[: room - 1 if cut and scale.letters else room]
    used = max(1, min(columns, len(functions)))
    lines = min(rows, -(-len(functions) // used))
    left = round(box.x + (box.width - used * pitch + scale.gap) / 2)
    top = round(box.y + (box.height - lines * pitch + scale.gap) / 2)
    for at, function in enumerate(shown):
        yield _chip(function, left + at % used * pitch, top + at // used * pitch, scale)
    if cut and scale.letters:
        at = len(shown)
        x, y = left + at % used * pitch + scale.chip / 2, top + at // used * pitch + 13
        yield Label(x, y, f"+{len(functions) - at}", CAPTION, "ink-2", Align.MIDDLE)


def _chip(function: Function, x: float, y: float, scale: Scale) -> Mark:
    if scale.letters:
        return Chip(x, y, scale.chip, function)
    place = Rect(x, y, scale.chip, scale.chip)
    if function.is_role:
        return Box(place, radius=scale.chip * 0.26, fill=f"chip:{function.value}")
    return Box(place, radius=scale.chip / 2, fill="surface", border=f"chip:{function.value}")


def _in_order(functions: list[Function]) -> tuple[Function, ...]:
    """Product first, then roles as they come, then the other partner functions."""
    return tuple(sorted(functions, key=lambda each: (each is not Function.PRODUCT, each in _PARTNERS_LAST)))
