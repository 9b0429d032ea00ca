"""The canvas of one plan in a window of one size, and what is done with it while it is measured."""

from collections.abc import Callable
from itertools import cycle

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.loading import pack
from planner import resources
from planner.advice.moves import Carried
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
INSIDE = QRect(100, 100, 660, 590)
"""Where a drag goes from card to card: at the edges the chart would scroll below it."""
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
        """See the team in the middle of the plan and those around it, painted once: as many in any plan."""
        placement = self.canvas.scene.placement
        x, y = placement.rect(placement.order[len(placement.order) // 2]).centre
        self.canvas.set_view(View(scale, round(SIZE[0] / 2 - x * scale), round(SIZE[1] / 2 - y * scale)))
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

    def paint(self) -> None:
        """Paint what is out of date at once: left to itself, Qt lets quick changes share a frame."""
        QApplication.sendPostedEvents()
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

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
            self.paint()

        return panned

    def drag(self) -> Callable[[], None]:
        """One step of a drag from card to card: followed, tried, placed and scored, and painted."""
        bench, scene = self.bench, self.canvas.scene
        seats = [seat for seat in bench.document.scenario.seats if seat.person]
        carried = Carried(seats[0].person or "", seats[0].id)
        places = cycle(self._cards_inside())
        bench.grab.drag(carried, at=self._at(next(places)), home=QRect(0, 0, 10, 10))

        def dragged() -> None:
            bench.grab.follow(self._at(next(places)))
            bench.gesture.preview_now()
            preview = bench.gesture.preview
            if preview is None:
                raise ValueError("a drag over cards has a preview")
            scene.placement.after(preview.edited)
            _ = preview.review.score.total
            self.paint()

        return dragged

    def _cards_inside(self) -> list[QPoint]:
        """The middles of the cards that are seen well inside the viewport."""
        canvas = self.canvas
        seen = [name for kind, name in canvas.scene.keys_in(canvas.seen()) if kind == "seat"]
        rects = [canvas.to_viewport(canvas.scene.placement.seats[name]) for name in seen]
        return [rect.center() for rect in rects if INSIDE.contains(rect)]

    def _at(self, point: QPoint) -> QPoint:
        return self.canvas.viewport().mapToGlobal(point)
