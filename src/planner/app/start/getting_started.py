"""The first-run card: five ticks on the canvas, where no seat is, until it is closed."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.floating import HEIGHT, MARGIN
from planner.app.controls import label, make_tool_button
from planner.app.controls.labels import retone
from planner.app.controls.shapes import MarksWidget, PaintsMarks
from planner.app.document import Document
from planner.app.settings import Preference, Settings
from planner.app.start.first_steps import FirstSteps, Step
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16, SPACE_24, TARGET_LEAST
from planner.drawing.marks import Badge, Box, Mark, Rect
from planner.typography.scale import BODY, BODY_STRONG, SMALL

CARD_CLOSED: Final = Preference("first-steps-closed", default=False)

_WORDS: Final = {
    Step.CONTEXT: ("Choose company and aim", ""),
    Step.PEOPLE: ("Add people to the bench", ""),
    Step.ROLES: ("Give one person several roles", "R"),
    Step.SEAT: ("Fill a vacant seat", "drag, or Enter"),
    Step.FINDING: ("Fix a finding", "F8"),
}
_PER_COLUMN: Final = 3
_TICK: Final = 16


class GettingStarted(QObject):
    """What Help ▸ Getting started names; shows the card by itself until somebody has closed it."""

    def __init__(
        self,
        document: Document,
        canvas: Canvas,
        settings: Settings,
        *,
        look: Look,
        paints: PaintsMarks,
        is_alone: Callable[[], bool],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(canvas)
        self._say = say
        self._canvas, self._settings, self._is_alone = canvas, settings, is_alone
        self._look, self._paints = look, paints
        self._document = document
        self._card: StepsCard | None = None
        if not settings.get(CARD_CLOSED):
            self._make()

    @property
    def card(self) -> "StepsCard | None":
        """The card, None until it was first shown."""
        return self._card

    def show(self) -> None:
        """Bring the card back; where the chart has all the room, say how it comes to be seen."""
        self._settings.set(CARD_CLOSED, value=False)
        if self._card is None:
            self._make()
        self.place()
        if self._card is not None and self._card.isHidden():
            self._say("Getting started is shown where the chart leaves room: zoom out or scroll.")

    def place(self) -> None:
        """Stand where nothing of the chart is; hide where there is no such place."""
        card = self._card
        if card is None:
            return
        is_hidden = self._settings.get(CARD_CLOSED) or self._is_alone() or not self._canvas.is_laid_out
        at = None if is_hidden else self._free_place(card)
        if at is not None:
            card.fold(narrow=at.width() < card.wide.width())
            card.setGeometry(at)
        card.setVisible(at is not None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the canvas in size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return False

    def _make(self) -> None:
        steps = FirstSteps(self._document, self._settings, self)
        self._card = StepsCard(self._canvas, steps, look=self._look, paints=self._paints, close=self._close)
        self._canvas.installEventFilter(self)
        for moved in (self._canvas.view_changed, self._canvas.scene_changed, self._look.resized):
            moved.connect(self.place)
        self.place()

    def _close(self) -> None:
        self._settings.set(CARD_CLOSED, value=True)
        self.place()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free_place(self, card: "StepsCard") -> QRect | None:
        """Bottom left before right, bottom before top, wide before narrow."""
        for size in (card.wide, card.narrow):
            for at in self._corners(size):
                place = QRect(at, size)
                if self._canvas.rect().contains(place) and not self._is_taken(place):
                    return place
        return None

    def _corners(self, size: QSize) -> Iterable[QPoint]:
        foot = self._look.px(HEIGHT) + MARGIN + SPACE_8
        left, right = MARGIN, self._canvas.width() - MARGIN - size.width()
        top, bottom = MARGIN, self._canvas.height() - foot - size.height()
        middle = (self._canvas.width() - size.width()) // 2
        for y in (bottom, top):
            for x in (left, right, middle):
                yield QPoint(x, y)

    def _is_taken(self, place: QRect) -> bool:
        """Whether teams are seen there, or what an empty canvas offers."""
        canvas = self._canvas
        scene, view = canvas.scene, canvas.view
        if scene.is_empty:
            return place.intersects(QRect(0, canvas.height() // 2 - 80, canvas.width(), 160))
        port = canvas.viewport().geometry()
        around = place.translated(-port.topLeft()).adjusted(-SPACE_8, -SPACE_8, SPACE_8, SPACE_8)
        x, y = view.to_chart(around.x(), around.y())
        area = Rect(x, y, around.width() / view.scale, around.height() / view.scale)
        return bool(scene.teams_in(area))


class StepsCard(QWidget):
    """Title, how many are done, and the five steps in two columns, or in one where it is narrow."""

    def __init__(
        self,
        canvas: QWidget,
        steps: FirstSteps,
        *,
        look: Look,
        paints: PaintsMarks,
        close: Callable[[], object],
    ) -> None:
        super().__init__(canvas)
        self._look, self._steps = look, steps
        self._rows = [_StepRow(look, paints, step) for step in Step]
        self._count = label(look, style=SMALL, tone="second")
        self.closing = make_tool_button(look, icon="close", name="Close getting started", side=TARGET_LEAST)
        self.closing.clicked.connect(close)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setVerticalSpacing(SPACE_8)
        self._is_narrow: bool | None = None
        self._lay_out(look)
        steps.changed.connect(self._tell)
        look.changed.connect(self.update)
        self._tell()
        self.fold(narrow=False)

    @property
    def wide(self) -> QSize:
        """How large it is in two columns."""
        return self._size_when(narrow=False)

    @property
    def narrow(self) -> QSize:
        """How large it is in one."""
        return self._size_when(narrow=True)

    def fold(self, *, narrow: bool) -> None:
        """Put the steps below each other, or in two columns."""
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        for row in self._rows:
            self._grid.removeWidget(row)
        for place, row in enumerate(self._rows):
            column, line = (0, place) if narrow else divmod(place, _PER_COLUMN)
            self._grid.addWidget(row, line, column)
        self._column.activate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line-2"))
        painter.setBrush(self._look.colour("panel"))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)
        painter.end()

    def _size_when(self, *, narrow: bool) -> QSize:
        before = self._is_narrow
        self.fold(narrow=narrow)
        size = self._column.totalSizeHint()
        self.fold(narrow=bool(before))
        return size

    def _tell(self) -> None:
        done = self._steps.done
        for row in self._rows:
            row.show_done(is_done=row.step in done)
        words = f"{len(done)} of {len(Step)} done"
        self._count.setText(words)
        self.setAccessibleName(f"Getting started, {words}")

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(label(look, "Getting started", BODY_STRONG))
        head.addStretch(1)
        head.addSpacing(SPACE_16)
        head.addWidget(self._count)
        head.addWidget(self.closing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_12)
        self._column.setSpacing(SPACE_8)
        self._column.addLayout(head)
        self._column.addLayout(self._grid)


class _StepRow(QWidget):
    """One step: a circle or a tick, what to do, and how."""

    def __init__(self, look: Look, paints: PaintsMarks, step: Step) -> None:
        super().__init__()
        self.step = step
        self._words, hint = _WORDS[step]
        self._mark = MarksWidget(look, paints, QSize(_TICK, _TICK))
        self._label = label(look, self._words, BODY)
        self._hint = label(look, hint, SMALL, tone="third")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for widget in (self._mark, self._label, self._hint):
            row.addWidget(widget)
        row.addStretch(1)

    def show_done(self, *, is_done: bool) -> None:
        """Tick it, or not."""
        circle = Box(Rect(1, 1, _TICK - 2, _TICK - 2), radius=_TICK / 2 - 1, border="edge", line=1.5)
        mark: Mark = Badge(0, 0, _TICK, "good") if is_done else circle
        self._mark.show_marks([mark])
        retone(self._label, "second" if is_done else "")
        self._hint.setVisible(bool(self._hint.text()) and not is_done)
        self.setAccessibleName(f"{'Done' if is_done else 'To do'}: {self._words}")
