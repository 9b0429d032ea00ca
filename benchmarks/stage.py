"""The canvas of one plan in a window of one size, and what is done with it while it is measured."""

from collections.abc import Callable
from itertools import count, cycle

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.loading import pack
from planner import resources
from planner.advice.moves import Carried, Intent, OnSeat
from planner.advice.moves import outcome as outcome_of
from planner.app.application import make_application
from planner.app.canvas.accessible import AccessibleTrees
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.ink import Ink
from planner.app.canvas.motion import Motion
from planner.app.canvas.view import View
from planner.app.commands.plan import new_id
from planner.app.document import Document
from planner.app.moving.workbench import Workbench
from planner.app.theme import Look, ThemeChoice
from planner.app.window.parts import Tools
from planner.domain import Project
from planner.drawing.icons import Icons
from planner.render.painter import Glyphs

SIZE = (860, 790)
STEPS = (QPoint(40, 0), QPoint(0, 40), QPoint(-40, 0), QPoint(0, -40))


def make_tools() -> Tools:
    """What painting needs; nothing moves, so that a frame is the whole of a change."""
    QApplication.instance() or make_application()
    look = Look.load(resources.read_text, resources.read_bytes, ThemeChoice.LIGHT)
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    ink = Ink(look, glyphs=glyphs, icons=Icons(resources.read_text))
    return Tools(look, ink, Motion(reduced=True), AccessibleTrees(), new_id)


class Stage(Struct):
    """A workbench whose canvas is shown."""

    bench: Workbench
    window: QWidget

    @classmethod
    def made(cls, tools: Tools, project: Project) -> "Stage":
        """Show the canvas of a plan."""
        window = QWidget()
        window.resize(*SIZE)
        bench = Workbench(
            Document(project, pack=pack()),
            window,
            look=tools.look,
            ink=tools.ink,
            motion=tools.motion,
            trees=tools.trees,
            new_id=tools.new_id,
        )
        bench.canvas.setParent(window)
        bench.canvas.setGeometry(0, 0, *SIZE)
        bench.overlay.setParent(window)
        window.show()
        QApplication.processEvents()
        return cls(bench, window)

    @property
    def canvas(self) -> Canvas:
        """What is measured."""
        return self.bench.canvas

    def close(self) -> None:
        """Be gone."""
        self.window.close()

    def look_at(self, scale: float) -> View:
        """See a part in the middle of the chart at a scale, painted once."""
        x, y = (side / 3 for side in self.canvas.scene.content_of(overview=False)[2:])
        self.canvas.set_view(View(scale, round(-x * scale), round(-y * scale)))
        self.frame()
        return self.canvas.view

    def fit(self) -> None:
        """See the whole, painted once."""
        self.canvas.fit_at_once()
        self.frame()

    def frame(self) -> None:
        """Paint the whole viewport anew."""
        self.canvas.spoil()
        self.canvas.viewport().repaint()

    def switch(self, first: float, second: float) -> Callable[[], None]:
        """From one level of detail to another and back, both painted."""

        def switched() -> None:
            for scale in (first, second):
                self.canvas.zoom_to(scale)
                self.canvas.viewport().repaint()

        return switched

    def pan(self) -> Callable[[], None]:
        """One step of a pan, painted."""
        steps = cycle(STEPS)

        def panned() -> None:
            step = next(steps)
            self.canvas.pan(step.x(), step.y())
            QApplication.processEvents()

        return panned

    def drag(self) -> Callable[[], None]:
        """One step of a drag: followed, painted, and what the drop would do placed and scored."""
        document, moves = self.bench.document, count()
        seats = [seat for seat in document.scenario.seats if seat.person]
        source = seats[0]
        carried = Carried(source.person or "", source.id)
        self.bench.grab.drag(carried, at=self._at(QPoint(200, 200)), home=QRect(0, 0, 10, 10))

        def dragged() -> None:
            move = next(moves)
            self.bench.grab.follow(self._at(QPoint(120 + move * 7 % 500, 120 + move * 5 % 400)))
            QApplication.processEvents()
            target = OnSeat(seats[1 + move % (len(seats) - 1)].id)
            found = outcome_of(
                document.project, document.scenario_id, carried, target, Intent.MOVE, new_id=new_id
            )
            if found.edit is not None:
                preview = document.preview(found.edit)
                self.canvas.scene.placement.after(preview.edited)
                _ = preview.review.score.total

        return dragged

    def _at(self, point: QPoint) -> QPoint:
        return self.canvas.viewport().mapToGlobal(point)
