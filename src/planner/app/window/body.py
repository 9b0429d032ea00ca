"""The body holds bench, canvas and score panel side by side, and the edges by which the sides are resized."""

from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.app.controls.edges import GRIP, Edge
from planner.app.settings import BENCH_SHOWN, PANEL_SHOWN, Settings
from planner.app.settings import BENCH_WIDTH as REMEMBERED_BENCH
from planner.app.settings import PANEL_WIDTH as REMEMBERED_PANEL
from planner.app.theme import Look
from planner.app.theme.metrics import BENCH_LEAST, BENCH_MOST, PANEL_LEAST, PANEL_MOST
from planner.app.window.arrangement import WIDTH_STEP, Arrangement, Sides, arranged, sides_before, within

_ALONE = Sides(bench_shown=False, panel_shown=False)


class Body(QWidget):
    """Bench or rail, canvas, score panel.

    Signals:
        arranged(): parts were shown, hidden or laid over the canvas.
        bench_wanted(): the bench is to be seen while the chart is shown alone.
    """

    arranged = Signal()
    bench_wanted = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._look = settings, look
        self._sides = sides_before(settings)
        self._is_alone = False
        upright = Qt.Orientation.Vertical
        self._bench_edge, self._panel_edge = Edge(look, upright, self), Edge(look, upright, self)
        self._bench_edge.dragged.connect(lambda by: self._widen(bench=by))
        self._panel_edge.dragged.connect(lambda by: self._widen(panel=-by))
        self._bench_edge.released.connect(self._remember)
        self._panel_edge.released.connect(self._remember)
        self.setAutoFillBackground(False)

    def hold(self, *, bench: QWidget, rail: QWidget, canvas: QWidget, panel: QWidget) -> None:
        """Show these, which were made in here: Qt dresses a widget for each parent it gets."""
        self._bench, self._rail, self._canvas, self._panel = bench, rail, canvas, panel
        for part in (bench, rail, canvas, panel):
            part.show()
        self._look.resized.connect(self._follow_text)

    @property
    def arrangement(self) -> Arrangement:
        """Where the parts stand at the present width."""
        sides = _ALONE if self._is_alone else self._sides
        return arranged(self.width(), sides, text=self._look.factor)

    def present(self, *, alone: bool) -> None:
        """Show the chart alone, or what was asked for beside it again; nothing of it is remembered."""
        self._is_alone = alone
        self._arrange()
        self.arranged.emit()

    @property
    def is_alone(self) -> bool:
        """Whether the chart is shown alone."""
        return self._is_alone

    @property
    def bench_is_visible(self) -> bool:
        """Whether the bench itself, not the rail, can be seen."""
        return self.arrangement.bench.width > 0

    @property
    def panel_is_visible(self) -> bool:
        """Whether the score panel can be seen."""
        return self.arrangement.panel.width > 0

    def toggle_bench(self) -> None:
        """Show or hide the bench; in a narrow window it opens over the canvas beside its rail."""
        if self.arrangement.rail.width:
            self._ask(replace(self._sides, bench_over=not self._sides.bench_over))
        else:
            self._ask(replace(self._sides, bench_shown=not self._sides.bench_shown))

    def show_bench(self) -> None:
        """Make sure that the bench can be seen."""
        if self._is_alone:
            self.bench_wanted.emit()
        if not self.bench_is_visible:
            self._ask(replace(self._sides, bench_shown=True, bench_over=True))

    def toggle_panel(self) -> None:
        """Show or hide the score panel; in a narrow window it slides over the canvas."""
        if self.panel_is_visible:
            over = self.arrangement.panel_is_over
            self._ask(replace(self._sides, panel_over=False, panel_shown=over and self._sides.panel_shown))
        else:
            self._ask(replace(self._sides, panel_over=True, panel_shown=True))

    def close_what_lies_over(self) -> bool:
        """Close a side that lies over the canvas; False when there is none."""
        now = self.arrangement
        if not (now.bench_is_over or now.panel_is_over):
            return False
        self._ask(replace(self._sides, bench_over=False, panel_over=False))
        return True

    def widen_bench(self) -> None:
        """Make the bench one step wider."""
        self._widen(bench=WIDTH_STEP, remember=True)

    def narrow_bench(self) -> None:
        """Make the bench one step narrower."""
        self._widen(bench=-WIDTH_STEP, remember=True)

    def widen_panel(self) -> None:
        """Make the score panel one step wider."""
        self._widen(panel=WIDTH_STEP, remember=True)

    def narrow_panel(self) -> None:
        """Make the score panel one step narrower."""
        self._widen(panel=-WIDTH_STEP, remember=True)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Arrange again."""
        self._arrange()

    def _follow_text(self) -> None:
        self._arrange()
        self.arranged.emit()

    def _widen(self, *, bench: int = 0, panel: int = 0, remember: bool = False) -> None:
        now, factor = self._sides, self._look.factor
        bench, panel = round(bench / factor), round(panel / factor)
        self._sides = replace(
            now,
            bench_width=within(now.bench_width + bench, BENCH_LEAST, BENCH_MOST),
            panel_width=within(now.panel_width + panel, PANEL_LEAST, PANEL_MOST),
        )
        self._arrange()
        if remember:
            self._remember()

    def _ask(self, sides: Sides) -> None:
        self._sides = sides
        self._remember()
        self._arrange()
        self.arranged.emit()

    def _remember(self) -> None:
        self._settings.set(BENCH_SHOWN, self._sides.bench_shown)
        self._settings.set(PANEL_SHOWN, self._sides.panel_shown)
        self._settings.set(REMEMBERED_BENCH, self._sides.bench_width)
        self._settings.set(REMEMBERED_PANEL, self._sides.panel_width)

    def _arrange(self) -> None:
        now, height = self.arrangement, self.height()
        for part, span in (
            (self._rail, now.rail),
            (self._canvas, now.canvas),
            (self._bench, now.bench),
            (self._panel, now.panel),
        ):
            part.setVisible(span.width > 0)
            part.setGeometry(QRect(span.left, 0, span.width, height))
        for part, is_over in ((self._bench, now.bench_is_over), (self._panel, now.panel_is_over)):
            if is_over:
                part.raise_()
        self._place_edge(self._bench_edge, now.bench.right, shown=now.bench.width > 0)
        self._place_edge(self._panel_edge, now.panel.left, shown=now.panel.width > 0)

    def _place_edge(self, edge: QWidget, at: int, *, shown: bool) -> None:
        edge.setVisible(shown)
        edge.setGeometry(at - GRIP // 2, 0, GRIP, self.height())
        edge.raise_()
