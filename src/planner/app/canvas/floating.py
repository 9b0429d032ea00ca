"""What floats over the canvas: the legend of roles bottom left, the zoom control bottom right."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.ink import Ink
from planner.app.controls import divider, make_tool_button
from planner.app.theme import Look
from planner.domain import PARTNER_FUNCTIONS, ROLES, Function
from planner.drawing.colouring import LEGENDS, ColourBy
from planner.drawing.marks import Box, Chip, Label, Mark, Rect
from planner.messages import message
from planner.typography.scale import BODY_MEDIUM, CARD_ROLE

HEIGHT = 28
MARGIN = 12
_LEAST_CANVAS = 200
"""A canvas lower than this, at its text size, has no room for what lies over the chart."""


_AROUND = 24.0
"""What a chart keeps clear around it, in px at 100%."""


class _Card(QWidget):
    """A small card that lets nothing through."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._kept: QPixmap | None = None
        look.resized.connect(self._fit_height)
        self._fit_height()
        look.changed.connect(self.redraw)

    def _fit_height(self) -> None:
        self.setFixedHeight(self.look.px(HEIGHT))

    def redraw(self) -> None:
        """Draw anew what is kept."""
        self._kept = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the card, which every pan of the canvas below asks for."""
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept.size() != self.size() * ratio:
            self._kept = self._drawn(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        painter.end()

    def _drawn(self, ratio: float) -> QPixmap:
        kept = QPixmap(self.size() * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(Qt.GlobalColor.transparent)
        painter = QPainter(kept)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.colour("line"))
        painter.setBrush(self.look.colour("panel"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        self.draw(painter)
        painter.end()
        return kept

    def draw(self, painter: QPainter) -> None:
        """Paint what is on the card."""


class Legend(_Card):
    """What colours tell: the roles on the chart with their chips, partner functions where there is room."""

    def __init__(self, canvas: Canvas, *, look: Look, ink: Ink) -> None:
        super().__init__(look, canvas)
        self._canvas, self._ink = canvas, ink
        self._marks: list[Mark] = []
        self._room = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_chips_alone = False
        canvas.scene_changed.connect(lambda: self.fit(self._room))
        canvas.view_changed.connect(self._give_way)

    @property
    def _has_seats(self) -> bool:
        return len(self._canvas.document.scenario.seats) > 0

    def _is_on_chart(self, function: Function) -> bool:
        """Whether there is a seat for a function; sums tell it without a look at every seat."""
        tallies = self._canvas.document.review.facts.tallies
        return bool(tallies.filled[function] or tallies.vacant[function])

    def fit(self, room: int) -> None:
        """Show as much as fits in a width: names, else chips alone; hidden where not even these fit.

        At larger text chips alone would cover more of the chart than they tell, as would any in a low canvas.
        """
        if self._canvas.height() < self.look.px(_LEAST_CANVAS):
            self._room = room
            self.hide()
            return
        self._room = room
        if self._canvas.scene.colour_by is not ColourBy.ROLE:
            self._fit_shades(room)
            return
        functions = list(ROLES)
        extra = [function for function in PARTNER_FUNCTIONS if self._is_on_chart(function)]
        ways = [(functions + extra, 12), (functions, 12), (functions, 9)]
        if self.look.factor == 1:
            ways.append((functions, 0))
        self._marks, self._is_chips_alone = [], False
        for shown, gap in ways:
            marks, width = self._laid_out(shown, gap)
            if self.look.px(width) <= room:
                self._marks, self._is_chips_alone = marks, not gap
                self.setFixedWidth(self.look.px(width))
                break
        self.setVisible(self._has_seats and bool(self._marks) and self.width() <= room)
        self.setAccessibleName(
            str(
                message("Roles: {names}", names=", ".join(f"{each.code} {each.phrase}" for each in functions))
            )
        )
        self.redraw()

    def _give_way(self) -> None:
        """Leave a chart that is seen whole alone: chips without names tell less than a card below them."""
        if self._is_chips_alone and self._marks:
            self.setVisible(self._has_seats and self.width() <= self._room and not self._lies_over_cards())

    def _lies_over_cards(self) -> bool:
        canvas, place = self._canvas, self.geometry()
        width, height = canvas.scene.size
        chart = canvas.to_viewport(Rect(0.0, 0.0, width, height).grown(-_AROUND))
        if chart.top() < 0 or chart.bottom() > canvas.viewport().height():
            return False
        across = range(place.left(), place.right(), HEIGHT)
        return any(canvas.hit(QPoint(x, y)).seat for x in across for y in (place.top(), place.bottom()))

    def draw(self, painter: QPainter) -> None:
        """Paint chips and names."""
        painter.scale(self.look.factor, self.look.factor)
        self._ink.marks(painter, self._marks)

    def _fit_shades(self, room: int) -> None:
        fonts, x = self.look.fonts, 12.0
        entries = LEGENDS[self._canvas.scene.colour_by]
        self._marks = []
        for shade, words in entries:
            block = Rect(x, (HEIGHT - 11) / 2, 11.0, 11.0)
            hollow = (None, shade.colour, 1.5) if shade.hollow else (shade.colour, None, 1.0)
            self._marks.append(Box(block, 3.0, *hollow))
            x += 17
            said = str(words)
            self._marks.append(Label(x, fonts.cap_baseline(CARD_ROLE, HEIGHT), said, CARD_ROLE, "ink-2"))
            x += fonts.width(said, CARD_ROLE) + 14
        self.setFixedWidth(self.look.px(x - 2))
        self.setVisible(self.width() <= room and not self._canvas.scene.is_empty)
        self.setAccessibleName(
            str(message("Colours: {names}", names=", ".join(str(words) for _, words in entries)))
        )
        self.redraw()

    def _laid_out(self, functions: list[Function], gap: int) -> tuple[list[Mark], int]:
        """Chips with names a ``gap`` apart, or without names for none."""
        fonts = self.look.fonts
        marks: list[Mark] = []
        x = 10.0
        for function in functions:
            marks.append(Chip(x, (HEIGHT - 16) / 2, 16, function))
            x += 21 if gap else 24
            if gap:
                baseline = fonts.cap_baseline(CARD_ROLE, HEIGHT)
                marks.append(Label(x, baseline, function.label, CARD_ROLE, "ink-2"))
                x += fonts.width(function.label, CARD_ROLE) + gap
        return marks, round(x - (gap - 9 if gap else -2))


class ZoomControl(_Card):
    """Smaller, the zoom in per cent (a click brings 100%), larger, and the whole chart.

    Signals:
        widened(): another width is needed for what it says.
    """

    widened = Signal()

    def __init__(self, canvas: Canvas, *, look: Look) -> None:
        super().__init__(look, canvas)
        self._canvas = canvas
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        self.smaller = make_tool_button(look, icon="minus", name="Zoom out", side=24)
        self.smaller.clicked.connect(canvas.zoom_out)
        self.percent = QPushButton()
        self.percent.setProperty("kind", "quiet")
        self.percent.setFont(look.font(BODY_MEDIUM))
        self.percent.setFixedSize(QSize(look.px(46), look.px(24)))
        self.percent.setStyleSheet("padding: 0; border: none; background: transparent")
        self.percent.setToolTip("Zoom to 100% (Ctrl+0)")
        self.percent.clicked.connect(canvas.zoom_to_full_size)
        self.larger = make_tool_button(look, icon="plus", name="Zoom in", side=24)
        self.larger.clicked.connect(canvas.zoom_in)
        self.whole = make_tool_button(look, icon="fit", name="Show the whole chart (Ctrl+9)", side=24)
        self.whole.clicked.connect(canvas.zoom_to_fit)
        for widget in (self.smaller, self.percent, self.larger):
            row.addWidget(widget)
        row.addSpacing(3)
        row.addWidget(divider(vertical=True, length=16))
        row.addSpacing(3)
        row.addWidget(self.whole)
        for button in (self.smaller, self.percent, self.larger, self.whole):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.adjustSize()
        canvas.view_changed.connect(self._tell)
        look.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        if self._canvas.view.is_overview:
            self._say(str(message("Overview")), str(message("Overview, click for 100%")), 60)
            return
        percent = round(self._canvas.view.scale / self._canvas.unit * 100)
        self._say(f"{percent}%", f"Zoom {percent}%, click for 100%", 46)

    def _say(self, text: str, name: str, width: int) -> None:
        """Say how large things are seen; the card stays at its right edge."""
        self.percent.setText(text)
        self.percent.setAccessibleName(name)
        width, height = self.look.px(width), self.look.px(24)
        if self.percent.size() != QSize(width, height):
            right = self.x() + self.width()
            self.percent.setFixedSize(QSize(width, height))
            self.adjustSize()
            self.move(right - self.width(), self.y())
            self.widened.emit()
