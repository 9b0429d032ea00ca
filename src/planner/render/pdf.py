"""Writes drawings as PDF pages with reportlab: vector shapes, embedded fonts, text that can be searched.

Everything of reportlab stays in this module; it is imported when a PDF is first made, as it is slow to load.
"""

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from planner.drawing.colours import resolved
from planner.drawing.icons import Icon, Icons
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
)
from planner.drawing.path_data import Point, Step
from planner.drawing.severity import SHAPES, STROKE
from planner.drawing.tokens import Theme
from planner.messages import Message, message
from planner.render.arcs import ring
from planner.typography import Fonts, Weight
from planner.typography.scale import CHIP

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PRODUCER: Final = "MLOps Team Planner"


class Ink(Struct, frozen=True):
    """What printing needs besides the pages: the fonts, with the bytes to embed, icons and colours.

    ``read_bytes`` gets the path of a font below the resources and gives the file's bytes.
    """

    fonts: Fonts
    read_bytes: Callable[[str], bytes]
    icons: Icons
    theme: Theme


def written(pages: Sequence[Drawing], ink: Ink, *, title: str, now: datetime) -> tuple[bytes, list[Message]]:
    """The bytes of a PDF file with these pages, and what its reader should know.

    Its metadata hold the title and the moment it was made: no author, no path.
    """
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts(ink)
    file = io.BytesIO()
    # Without a font of its own every page lists Helvetica, which is embedded nowhere. (The types say float.)
    first_font: Any = Weight.REGULAR.font_name
    canvas = Canvas(file, initialFontName=first_font, pageCompression=1)
    _describe(canvas, title, now)
    press = _Press(canvas, ink)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        press.page(page)
        canvas.showPage()
    canvas.save()
    return file.getvalue(), press.notes()


def _register_fonts(ink: Ink) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = set(pdfmetrics.getRegisteredFontNames())
    for weight in Weight:
        if weight.font_name not in known:
            pdfmetrics.registerFont(TTFont(weight.font_name, io.BytesIO(ink.read_bytes(weight.file))))


def _describe(canvas: "Canvas", title: str, now: datetime) -> None:
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: f"D:{now:%Y%m%d%H%M%S}")


class _Press:
    """Puts marks on the pages of one file. Paper's y grows upwards, so that every y changes its sign."""

    def __init__(self, canvas: "Canvas", ink: Ink) -> None:
        self._canvas = canvas
        self._ink = ink
        self._forms: dict[tuple[object, ...], str] = {}
        self._colours: dict[str, tuple[float, float, float]] = {}
        self._missing: dict[str, None] = {}
        self._checked: set[str] = set()
        self._prints: dict[type, Callable[..., None]] = {
            Box: self._box,
            Line: self._line,
            Arc: self._arc,
            Label: self._label,
            Chip: self._chip,
            IconMark: self._icon,
            Badge: self._badge,
        }

    def page(self, page: Drawing) -> None:
        """Print a drawing on the present page."""
        for group in page.groups:
            self._group(group, page.height)

    def notes(self) -> list[Message]:
        """The one warning that names what the fonts cannot draw."""
        if not self._missing:
            return []
        text = "The fonts have no sign for {signs}; a box stands in its place."
        return [message(text, signs=" ".join(self._missing))]

    def _group(self, group: Group, height: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        x, y, scale = group.bounds.x, height - group.bounds.y, group.scale
        canvas.transform(scale, 0, 0, scale, x, y)
        for mark in group.marks:
            self._prints[type(mark)](mark)
        canvas.restoreState()

    def _rgb(self, name: str) -> tuple[float, float, float]:
        """A colour on white paper; what is not opaque lets the white through."""
        known = self._colours.get(name)
        if known is None:
            colour = resolved(self._ink.theme, name)
            red, green, blue = (1 - (1 - part) * colour.opacity for part in colour.rgb)
            known = self._colours[name] = (red, green, blue)
        return known

    def _as_form(
        self, key: tuple[object, ...], draw: Callable[[], None], x: float, y: float, size: Point
    ) -> None:
        """Print something that comes again and again: drawn once, in a form, and then referred to."""
        canvas = self._canvas
        name = self._forms.get(key)
        if name is None:
            name = self._forms[key] = f"form{len(self._forms)}"
            edge = 3
            canvas.beginForm(name, -edge, -ceil(size[1]) - edge, ceil(size[0]) + edge, edge)
            draw()
            canvas.endForm()
        canvas.saveState()
        canvas.translate(x, -y)
        canvas.doForm(name)
        canvas.restoreState()

    def _stroke(self, colour: str, width: float, dash: Dash = Dash.SOLID) -> None:
        self._canvas.setStrokeColorRGB(*self._rgb(colour))
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(1 if dash is Dash.DOTTED else 0)
        self._canvas.setDash(list(DASHES[dash]))

    def _box(self, box: Box) -> None:
        rect = box.rect
        key = (rect.width, rect.height, box.radius, box.fill, box.border, box.line, box.dash)
        self._as_form(key, lambda: self._plain_box(box), rect.x, rect.y, (rect.width, rect.height))

    def _plain_box(self, box: Box) -> None:
        inset = box.line / 2 if box.border else 0.0
        if box.border:
            self._stroke(box.border, box.line, box.dash)
        if box.fill:
            self._canvas.setFillColorRGB(*self._rgb(box.fill))
        width, height = box.rect.width - 2 * inset, box.rect.height - 2 * inset
        radius = min(max(box.radius - inset, 0.0), width / 2, height / 2)
        self._canvas.roundRect(
            inset,
            -inset - height,
            width,
            height,
            radius,
            stroke=int(bool(box.border)),
            fill=int(bool(box.fill)),
        )

    def _trace(
        self, start: Point, steps: Sequence[Step], *, closed: bool = False, fill: bool = False
    ) -> None:
        path = self._canvas.beginPath()
        path.moveTo(start[0], -start[1])
        for step in steps:
            if len(step) == 1:
                path.lineTo(step[0][0], -step[0][1])
            else:
                (ax, ay), (bx, by), (x, y) = step
                path.curveTo(ax, -ay, bx, -by, x, -y)
        if closed:
            path.close()
        self._canvas.drawPath(path, stroke=1, fill=int(fill))

    def _line(self, line: Line) -> None:
        self._stroke(line.colour, line.width, line.dash)
        self._trace(*rounded(line))
        self._canvas.setDash([])
        self._canvas.setFillColorRGB(*self._rgb(line.colour))
        if line.arrow:
            tip, *others = arrow_head(line)
            self._polygon([tip, *others])
        if line.dots:
            for x, y in (line.points[0], line.points[-1]):
                self._canvas.circle(x, -y, DOT, stroke=0, fill=1)

    def _polygon(self, points: Sequence[Point], *, stroke: bool = False) -> None:
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], -points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, -y)
        path.close()
        self._canvas.drawPath(path, stroke=int(stroke), fill=1)

    def _arc(self, arc: Arc) -> None:
        self._stroke(arc.colour, arc.width)
        self._canvas.setLineCap(1)
        self._trace(*ring(arc))
        self._canvas.setLineCap(0)

    def _label(self, label: Label) -> None:
        self._text(label, self._ink.fonts.width(label.text, label.style))

    def _text(self, label: Label, width: float) -> None:
        text = label.text
        if text not in self._checked:
            self._checked.add(text)
            self._missing.update(dict.fromkeys(self._ink.fonts.missing(text)))
        x = label.x
        if label.align is not Align.START:
            x -= width / 2 if label.align is Align.MIDDLE else width
        self._canvas.setFillColorRGB(*self._rgb(label.colour))
        self._canvas.setFont(label.style.weight.font_name, label.style.size)
        self._canvas.drawString(x, -label.baseline, text)

    def _chip(self, chip: Chip) -> None:
        key = ("chip", chip.function, chip.vacant, chip.size)
        self._as_form(key, lambda: self._plain_chip(chip), chip.x, chip.y, (chip.size, chip.size))
        style = CHIP.scaled(chip.size * chip.letters / CHIP.size)
        code = chip.function.code
        colours = self._ink.theme.chip(chip.function.value)
        letter = colours.border if chip.vacant and chip.function.is_role else colours.letter
        self._canvas.setFillColor(letter)
        self._canvas.setFont(style.weight.font_name, style.size)
        x = chip.x + (chip.size - self._ink.fonts.width(code, style)) / 2
        self._canvas.drawString(x, -chip.y - self._ink.fonts.cap_baseline(style, chip.size), code)

    def _plain_chip(self, chip: Chip) -> None:
        canvas, size = self._canvas, chip.size
        colours = self._ink.theme.chip(chip.function.value)
        outline = chip.vacant or not chip.function.is_role
        line = size / 17.0 if outline else 0.0
        if outline:
            canvas.setStrokeColor(colours.border)
            canvas.setLineWidth(line)
            canvas.setDash([2.0 * line, 1.7 * line] if chip.vacant else [])
        canvas.setFillColor(colours.fill)
        side = size - line
        radius = size * 0.26 - line / 2 if chip.function.is_role else side / 2
        canvas.roundRect(
            line / 2, -line / 2 - side, side, side, radius, stroke=int(outline), fill=int(not chip.vacant)
        )

    def _icon(self, mark: IconMark) -> None:
        icon = self._ink.icons[mark.name]
        key = ("icon", mark.name, mark.size, mark.colour)
        self._as_form(key, lambda: self._plain_icon(mark, icon), mark.x, mark.y, (mark.size, mark.size))

    def _plain_icon(self, mark: IconMark, icon: Icon) -> None:
        canvas = self._canvas
        scale = mark.size / icon.view
        canvas.scale(scale, scale)
        self._stroke(mark.colour, ICON_LINE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setFillColorRGB(*self._rgb(mark.colour))
        for stroke in icon.strokes:
            self._trace(stroke.start, stroke.steps, closed=stroke.closed, fill=stroke.filled)

    def _badge(self, badge: Badge) -> None:
        key = ("badge", badge.severity, badge.size, bool(badge.number))
        self._as_form(key, lambda: self._plain_badge(badge), badge.x, badge.y, (badge.size, badge.size))
        if not badge.number:
            return
        style = badge_number(badge)
        x, y = SHAPES[badge.severity].number_at
        baseline = badge.y + y * badge.size + self._ink.fonts.cap_baseline(style, 0.0)
        label = Label(badge.x + x * badge.size, baseline, badge.number, style, "mark", Align.MIDDLE)
        self._label(label)

    def _plain_badge(self, badge: Badge) -> None:
        canvas, size = self._canvas, badge.size
        shape = SHAPES[badge.severity]
        self._stroke(shape.colour, size * 0.06)
        canvas.setLineJoin(1)
        canvas.setFillColorRGB(*self._rgb(shape.colour))
        if shape.corners:
            inset = size * 0.03
            side = size - 2 * inset
            self._polygon([(inset + x * side, inset + y * side) for x, y in shape.corners], stroke=True)
        else:
            canvas.circle(size / 2, -size / 2, size / 2, stroke=0, fill=1)
        if badge.number:
            return
        self._stroke("mark", size * STROKE)
        canvas.setLineCap(1)
        for stroke in shape.strokes:
            points = [(x * size, y * size) for x, y in stroke]
            end = points[1:] or [(points[0][0], points[0][1] + 0.01)]
            self._trace(points[0], [(point,) for point in end])
