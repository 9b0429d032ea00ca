"""Paints drawings on the screen with QPainter: the only module outside the window that knows Qt.

Boxes are set on whole device pixels, so that hairlines stay sharp at every zoom. Text is drawn as glyph runs
of the bundled fonts at positions measured by `planner.typography`; docs/decisions/0012 tells why and how.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)

from planner.drawing.colours import resolved
from planner.drawing.icons import Icons
from planner.drawing.lines import DASHES, DOT, ICON_LINE, arrow_head, badge_number, rounded
from planner.drawing.marks import (
    Align,
    Arc,
    Badge,
    Box,
    Chip,
    Dash,
    Drawing,
    Group,
    IconMark,
    Label,
    Line,
    Mark,
)
from planner.drawing.path_data import Point, Step
from planner.drawing.severity import SHAPES, STROKE
from planner.drawing.tokens import OUTLINE, Theme
from planner.typography import FAMILY, Fonts, Style, Weight
from planner.typography.scale import CHIP

_RUNS_KEPT: Final = 20_000
_RUN_LARGEST: Final = 60.0
"""Pixels of the device: from 64 on Qt's raster engine silently leaves the glyphs of a run out."""


class Glyphs:
    """Fonts and glyph runs ready to be painted; shared by the painters of all themes.

    ``read_bytes`` gets the path of a font below the resources and gives the file's bytes.
    """

    def __init__(self, fonts: Fonts, read_bytes: Callable[[str], bytes]) -> None:
        self.fonts = fonts
        self._bytes = {weight: read_bytes(weight.file) for weight in Weight}
        self._raw: dict[tuple[Weight, float], QRawFont] = {}
        self._runs: OrderedDict[tuple[str, Weight, float], QGlyphRun | None] = OrderedDict()

    def run(self, text: str, style: Style) -> QGlyphRun | None:
        """The glyphs of a text; None where it has a character that the bundled fonts lack."""
        key = (text, style.weight, style.size)
        if key in self._runs:
            self._runs.move_to_end(key)
            return self._runs[key]
        run = None if self.fonts.missing(text) else self._made(text, style)
        self._runs[key] = run
        if len(self._runs) > _RUNS_KEPT:
            self._runs.popitem(last=False)
        return run

    def _made(self, text: str, style: Style) -> QGlyphRun:
        raw = self._raw_font(style)
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(raw.glyphIndexesForString(text))
        run.setPositions([QPointF(x, 0.0) for x in self.fonts.positions(text, style)])
        return run

    def _raw_font(self, style: Style) -> QRawFont:
        key = (style.weight, style.size)
        if key not in self._raw:
            none = QFont.HintingPreference.PreferNoHinting
            self._raw[key] = QRawFont(self._bytes[style.weight], style.size, none)
        return self._raw[key]


class ScreenPainter:
    """Paints marks in the colours of one theme; the caller's painter brings zoom and place."""

    def __init__(self, theme: Theme, glyphs: Glyphs, icons: Icons) -> None:
        self.theme = theme
        self._glyphs = glyphs
        self._icons = icons
        self._colours: dict[str, QColor] = {}
        self._strokes: dict[str, list[tuple[QPainterPath, bool]]] = {}
        self._paints: dict[type, Callable[..., None]] = {
            Box: self._box,
            Line: self._line,
            Arc: self._arc,
            Label: self._label,
            Chip: self._chip,
            IconMark: self._icon,
            Badge: self._badge,
        }

    def colour(self, name: str) -> QColor:
        """The colour that a mark names; not to be changed, as it is kept."""
        known = self._colours.get(name)
        if known is None:
            hexed, opacity = resolved(self.theme, name)
            known = QColor(hexed)
            known.setAlphaF(opacity)
            self._colours[name] = known
        return known

    def drawing(self, painter: QPainter, drawing: Drawing) -> None:
        """Paint a whole picture, its left top corner at the painter's origin."""
        for group in drawing.groups:
            self.group(painter, group)

    def group(self, painter: QPainter, group: Group, *, at: tuple[float, float] | None = None) -> None:
        """Paint a group where it stands, or with its left top corner ``at`` another place."""
        x, y = at if at is not None else (group.bounds.x, group.bounds.y)
        painter.save()
        painter.translate(x, y)
        if group.scale != 1.0:
            painter.scale(group.scale, group.scale)
        self.marks(painter, group.marks)
        painter.restore()

    def marks(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Paint marks from the painter's origin, in order."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = _Grid(painter)
        for mark in marks:
            self._paints[type(mark)](painter, mark, grid)

    def trace(self, painter: QPainter, trace: "Trace") -> None:
        """Paint lines that look alike from the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = trace.look
        painter.setPen(self._pen(look.colour, max(look.width, _Grid(painter).pixel), look.dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(trace.path)
        if not trace.heads.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour(look.colour))
            painter.drawPath(trace.heads)

    def _pen(self, colour: str, width: float, dash: Dash = Dash.SOLID) -> QPen:
        pen = QPen(self.colour(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dash is Dash.DOTTED else Qt.PenCapStyle.FlatCap)
        if dash is not Dash.SOLID:
            pen.setDashPattern([part / width for part in DASHES[dash]])
        return pen

    def _box(self, painter: QPainter, box: Box, grid: "_Grid") -> None:
        border, wide = box.border, box.line
        if border is None:
            border, wide = self.theme.outline_of(box.fill), OUTLINE
        line = grid.thickness(wide) if border else 0.0
        rect = grid.snapped(box.rect)
        if border:
            rect = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(self._pen(border, line, box.dash) if border else Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
        radius = max(box.radius - line / 2, 0.0)
        if radius:
            painter.drawRoundedRect(rect, radius, radius)
        else:
            painter.drawRect(rect)

    def _line(self, painter: QPainter, line: Line, grid: "_Grid") -> None:
        painter.setPen(self._pen(line.colour, max(line.width, grid.pixel), line.dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start, steps = rounded(line)
        painter.drawPath(_traced(start, steps))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(line.colour))
        if line.arrow:
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in arrow_head(line)]))
        if line.dots:
            for x, y in (line.points[0], line.points[-1]):
                painter.drawEllipse(QPointF(x, y), DOT, DOT)

    def _arc(self, painter: QPainter, arc: Arc, _grid: "_Grid") -> None:
        pen = QPen(self.colour(arc.colour), arc.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(arc.x - arc.radius, arc.y - arc.radius, 2 * arc.radius, 2 * arc.radius)
        painter.drawArc(rect, round((90.0 - arc.start) * 16), round(-arc.sweep * 16))

    def _label(self, painter: QPainter, label: Label, grid: "_Grid") -> None:
        run = self._glyphs.run(label.text, label.style)
        x = label.x
        if label.align is not Align.START:
            width = self._glyphs.fonts.width(label.text, label.style)
            x -= width / 2 if label.align is Align.MIDDLE else width
        painter.setPen(self.colour(label.colour))
        if run is not None:
            self._draw_run(painter, QPointF(x + grid.pixel / 8, label.baseline), run, grid)
            return
        weight = label.style.weight
        font = QFont(FAMILY, -1, weight.number, weight is Weight.ITALIC)
        font.setPixelSize(max(round(label.style.size), 1))
        painter.setFont(font)
        painter.drawText(QPointF(x, label.baseline), label.text)

    def _chip(self, painter: QPainter, chip: Chip, grid: "_Grid") -> None:
        if chip.opacity < 1.0:
            painter.save()
            painter.setOpacity(painter.opacity() * chip.opacity)
            self._chip(painter, replace(chip, opacity=1.0), grid)
            painter.restore()
            return
        colours = self.theme.chip(chip.function.value)
        size, is_role = chip.size, chip.function.is_role
        rect = grid.snapped_at(chip.x, chip.y, size, size)
        outline = chip.vacant or not is_role
        line = max(size / 17.0, grid.pixel) if outline else 0.0
        rect = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        if outline:
            pen = QPen(QColor(colours.border), line)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if chip.vacant:
                pen.setDashPattern([2.0, 1.7])
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if chip.vacant else QColor(colours.fill))
        radius = size * 0.26 if is_role else size / 2
        painter.drawRoundedRect(rect, radius - line / 2, radius - line / 2)
        style = CHIP.scaled(size * chip.letters / CHIP.size)
        letter = colours.border if chip.vacant and is_role else colours.letter
        painter.setPen(QColor(letter))
        self._letters(painter, chip, style, grid)

    def _letters(self, painter: QPainter, chip: Chip, style: Style, grid: "_Grid") -> None:
        run = self._glyphs.run(chip.function.code, style)
        if run is not None:
            fonts = self._glyphs.fonts
            x = chip.x + (chip.size - fonts.width(chip.function.code, style)) / 2
            baseline = chip.y + fonts.cap_baseline(style, chip.size)
            self._draw_run(painter, QPointF(x + grid.pixel / 8, baseline), run, grid)

    @staticmethod
    def _draw_run(painter: QPainter, at: QPointF, run: QGlyphRun, grid: "_Grid") -> None:
        """Draw glyphs; as outlines where they are so large that Qt draws nothing of a run."""
        raw = run.rawFont()
        if raw.pixelSize() / grid.pixel < _RUN_LARGEST:
            painter.drawGlyphRun(at, run)
            return
        outline = QPainterPath()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            outline.addPath(raw.pathForGlyph(glyph).translated(place + at))
        painter.fillPath(outline, painter.pen().color())

    def _icon(self, painter: QPainter, icon: IconMark, _grid: "_Grid") -> None:
        strokes = self._strokes.get(icon.name)
        if strokes is None:
            strokes = [
                (_traced(stroke.start, stroke.steps, closed=stroke.closed), stroke.filled)
                for stroke in self._icons[icon.name].strokes
            ]
            self._strokes[icon.name] = strokes
        scale = icon.size / self._icons[icon.name].view
        painter.save()
        painter.translate(icon.x, icon.y)
        painter.scale(scale, scale)
        pen = QPen(self.colour(icon.colour), ICON_LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for path, filled in strokes:
            painter.setBrush(pen.color() if filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.restore()

    def _badge(self, painter: QPainter, badge: Badge, grid: "_Grid") -> None:
        shape, size = SHAPES[badge.severity], badge.size
        colour = self.colour(shape.colour)
        join = QPen(colour, size * 0.06)
        join.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(join if shape.corners else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if shape.corners:
            inset = size * 0.03
            side = size - 2 * inset
            corners = [
                QPointF(badge.x + inset + x * side, badge.y + inset + y * side) for x, y in shape.corners
            ]
            painter.drawPolygon(QPolygonF(corners))
        else:
            painter.drawEllipse(QRectF(badge.x, badge.y, size, size))
        if badge.number:
            self._number(painter, badge, grid)
            return
        pen = QPen(self.colour("mark"), size * STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for stroke in shape.strokes:
            points = [QPointF(badge.x + x * size, badge.y + y * size) for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(points)

    def _number(self, painter: QPainter, badge: Badge, grid: "_Grid") -> None:
        style = badge_number(badge)
        x, y = SHAPES[badge.severity].number_at
        label = Label(
            badge.x + x * badge.size,
            badge.y + y * badge.size + self._glyphs.fonts.cap_baseline(style, 0.0),
            badge.number,
            style,
            "mark",
            Align.MIDDLE,
        )
        self._label(painter, label, grid)


class _Grid:
    """The device's pixels as the painter's present coordinates see them."""

    def __init__(self, painter: QPainter) -> None:
        device = painter.deviceTransform()
        self._scale = device.m11() or 1.0
        self._dx, self._dy = device.dx(), device.dy()
        self.pixel = 1.0 / self._scale

    def thickness(self, line: float) -> float:
        """A line's width as a whole number of pixels, at least one."""
        return max(round(line * self._scale), 1) / self._scale

    def snapped(self, rect: Sequence[float]) -> QRectF:
        """A rectangle with its edges between pixels."""
        return self.snapped_at(*rect)

    def snapped_at(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle with its edges between pixels."""
        scale, dx, dy = self._scale, self._dx, self._dy
        left, top = round(x * scale + dx), round(y * scale + dy)
        right, bottom = round((x + width) * scale + dx), round((y + height) * scale + dy)
        return QRectF((left - dx) / scale, (top - dy) / scale, (right - left) / scale, (bottom - top) / scale)


class Trace(NamedTuple):
    """Lines that look alike as one path, and their arrow heads: hundreds are painted as fast as a few."""

    look: Line
    path: QPainterPath
    heads: QPainterPath

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Trace":
        """Trace lines of one colour, width and dash; dots at their ends are left out."""
        path, heads = QPainterPath(), QPainterPath()
        heads.setFillRule(Qt.FillRule.WindingFill)
        for line in lines:
            path.addPath(_traced(*rounded(line)))
            if line.arrow:
                heads.addPolygon(QPolygonF([QPointF(*point) for point in arrow_head(line)]))
                heads.closeSubpath()
        return cls(lines[0], path, heads)


def _traced(start: Point, steps: Iterable[Step], *, closed: bool = False) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    for step in steps:
        points = [QPointF(*point) for point in step]
        if len(points) == 1:
            path.lineTo(points[0])
        else:
            path.cubicTo(*points)
    if closed:
        path.closeSubpath()
    return path
