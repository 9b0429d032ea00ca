"""A painted list of choices with what each does to the score; the focus stays in a field above."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from planner.app.canvas.ink import Ink
from planner.app.controls.sparing import give_viewport
from planner.app.theme import Look
from planner.domain import Function
from planner.drawing.marks import Align, Box, Chip, IconMark, Label, Line, Mark, Rect
from planner.messages import Gain, Message, message
from planner.typography import Fonts
from planner.typography.scale import BODY, BODY_STRONG, LABEL

HEADING_HEIGHT = 32
LINE_HEIGHT = 38
_EDGE = 6.0
_TEXT = 50.0


class Heading(Struct, frozen=True):
    """The words above a section."""

    words: Message


class Option(Struct, frozen=True):
    """One choice: a chip or an icon, a name, what it is about, and the change of the total when known."""

    name: str
    detail: str
    gain: float | None
    value: object
    function: Function | None = None
    vacant: bool = False
    icon: str = ""

    @property
    def said(self) -> str:
        """The option as a sentence for screen readers."""
        parts = [self.name, self.detail]
        if self.gain is not None:
            parts.append(str(message("score {gain}", gain=Gain(self.gain))))
        return ", ".join(filter(None, parts))


Item = Heading | Option


class ChoiceList(QAbstractScrollArea):
    """Headings and options, one of them current.

    Signals:
        moved(): another option is current.
        chosen(Qt.KeyboardModifier): the current option was clicked.
    """

    moved = Signal()
    chosen = Signal(object)

    def __init__(self, *, look: Look, ink: Ink, most_height: int = 360) -> None:
        super().__init__()
        self._look, self._ink, self._most = look, ink, most_height
        self._items: tuple[Item, ...] = ()
        self._tops: list[int] = [0]
        self._current: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_viewport(self).setMouseTracking(True)
        self.setAccessibleName("Choices")
        self.verticalScrollBar().setSingleStep(LINE_HEIGHT)
        look.changed.connect(self.viewport().update)

    @property
    def items(self) -> tuple[Item, ...]:
        """All rows."""
        return self._items

    @property
    def current(self) -> Option | None:
        """The option that Enter would take."""
        item = self._items[self._current] if self._current is not None else None
        return item if isinstance(item, Option) else None

    @property
    def options(self) -> list[Option]:
        """All options, without the headings."""
        return [item for item in self._items if isinstance(item, Option)]

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other rows; the first option becomes the current one."""
        self._items = tuple(items)
        heights = (HEADING_HEIGHT if isinstance(item, Heading) else LINE_HEIGHT for item in items)
        self._tops = list(accumulate(heights, initial=0))
        places = [place for place, item in enumerate(self._items) if isinstance(item, Option)]
        self._current = places[0] if places else None
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self.moved.emit()

    def _fit(self) -> None:
        """Be as high as the rows, as far as that is allowed."""
        self.setFixedHeight(self._look.px(max(LINE_HEIGHT, min(self._most, self._tops[-1]))))
        self._fit_scroll_bar()

    def lower_by(self, pixels: int) -> None:
        """Be less high, where the window has no room for all of it; two rows always show."""
        least = min(self.height(), self._look.px(2 * LINE_HEIGHT))
        self.setFixedHeight(max(least, self.height() - pixels))
        self._fit_scroll_bar()

    def step(self, by: int) -> None:
        """Make the next or previous option the current one; headings are passed over."""
        places = [place for place, item in enumerate(self._items) if isinstance(item, Option)]
        if not places:
            self.moved.emit()
            return
        if self._current is None:
            self._make_current(places[0])
            return
        at = places.index(self._current) + by
        self._make_current(places[min(max(at, 0), len(places) - 1)])

    def choose(self, option: Option) -> None:
        """Make an option the current one."""
        self._make_current(self._items.index(option))

    def sizeHint(self) -> QSize:
        """As high as the rows, up to a limit."""
        return QSize(self._look.px(380), self._look.px(min(self._most, self._tops[-1])))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("raised"))
        offset, factor = self.verticalScrollBar().value(), self._look.factor
        for place, item in enumerate(self._items):
            top = self._tops[place] * factor - offset
            bottom = self._tops[place + 1] * factor - offset
            if top > event.rect().bottom() or bottom < event.rect().top():
                continue
            painter.save()
            painter.translate(0, top)
            painter.scale(factor, factor)
            self._ink.marks(painter, self._marks(item, current=place == self._current))
            painter.restore()
        painter.end()

    def resizeEvent(self, event: object) -> None:
        """Follow the height."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_scroll_bar()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What the pointer is over becomes the current option."""
        place = self._place_at(event.position().toPoint())
        if place is not None and place != self._current:
            self._make_current(place, scroll=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the option."""
        place = self._place_at(event.position().toPoint())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._make_current(place, scroll=False)
            self.chosen.emit(event.modifiers())

    def rect_of(self, option: Option) -> Rect:
        """Where an option is seen in the viewport."""
        top = self._look.px(self._tops[self._items.index(option)]) - self.verticalScrollBar().value()
        return Rect(0, top, self.viewport().width(), self._look.px(LINE_HEIGHT))

    def _place_at(self, at: QPoint) -> int | None:
        y = (at.y() + self.verticalScrollBar().value()) / self._look.factor
        for place, item in enumerate(self._items):
            if isinstance(item, Option) and self._tops[place] <= y < self._tops[place + 1]:
                return place
        return None

    def _make_current(self, place: int, *, scroll: bool = True) -> None:
        if place == self._current:
            return
        self._current = place
        bar = self.verticalScrollBar()
        if scroll:
            first = place > 0 and isinstance(self._items[place - 1], Heading)
            top = self._look.px(self._tops[place - 1 if first else place])
            bottom = self._look.px(self._tops[place + 1])
            if top < bar.value():
                bar.setValue(top)
            elif bottom > bar.value() + self.viewport().height():
                bar.setValue(bottom - self.viewport().height())
        self.viewport().update()
        self.moved.emit()

    def _fit_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._look.px(self._tops[-1]) - self.viewport().height()))

    def _marks(self, item: Item, *, current: bool) -> list[Mark]:
        fonts, width = self._look.fonts, self.viewport().width() / self._look.factor
        if isinstance(item, Heading):
            baseline = 6 + fonts.baseline(LABEL)
            return [Label(16, baseline, str(item.words), LABEL, "ink-2")]
        return _option_marks(fonts, item, width, current=current)


def _option_marks(fonts: Fonts, item: Option, width: float, *, current: bool) -> list[Mark]:
    marks: list[Mark] = []
    if current:
        box = Rect(_EDGE, 1, width - 2 * _EDGE, LINE_HEIGHT - 2)
        marks.append(Box(box.grown(-0.75), radius=7, fill="accent-bg", border="accent", line=1.5))
    if item.function is not None:
        marks.append(Chip(16, (LINE_HEIGHT - 24) / 2, 24, item.function, vacant=item.vacant))
    elif item.icon:
        marks.append(IconMark(20, (LINE_HEIGHT - 16) / 2, 16, item.icon, "ink-2"))
    baseline = fonts.cap_baseline(BODY_STRONG, LINE_HEIGHT)
    right = width - 16.0
    right -= _gain_marks(fonts, marks, item.gain, right, baseline) if item.gain is not None else 0.0
    name = fonts.elided(item.name, BODY_STRONG, right - _TEXT - 12)
    marks.append(Label(_TEXT, baseline, name, BODY_STRONG, "accent-ink" if current else "ink"))
    x = _TEXT + fonts.width(name, BODY_STRONG) + 8
    if item.detail and right - 12 - x > 20:
        marks.append(Label(x, baseline, fonts.elided(item.detail, BODY, right - 12 - x), BODY, "ink-2"))
    return marks


def _gain_marks(fonts: Fonts, marks: list[Mark], gain: float, right: float, baseline: float) -> float:
    """Draw a change of the total at the right; gives the width that it takes."""
    text = str(message("{gain}", gain=Gain(gain)))
    if abs(gain) < 0.05:
        marks.append(Label(right, baseline, text, BODY, "ink-2", Align.END))
        return fonts.width(text, BODY)
    colour = "good" if gain > 0 else "problem"
    width = fonts.width(text, BODY_STRONG)
    marks.append(Label(right, baseline, text, BODY_STRONG, colour, Align.END))
    x, middle = right - width - 16, LINE_HEIGHT / 2
    rise = -2.0 if gain > 0 else 2.0
    marks.append(Line(((x, middle - rise), (x + 4, middle + rise), (x + 8, middle - rise)), colour, 1.75))
    return width + 18
