"""Frames of the canvas at 1,000 and 10,000 cards, against a graphics scene with an item for each card."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from benchmarks.loading import pack
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import large_plan
from planner import resources
from planner.advice.moves import Carried
from planner.app.application import make_application
from planner.app.canvas.accessible import AccessibleTrees
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
from planner.placement import Rect
from planner.render.painter import Glyphs

SIZE = (860, 790)
FRAMES = 12
_STEPS = (QPoint(40, 0), QPoint(0, 40), QPoint(-40, 0), QPoint(0, -40))


def figures() -> Iterator[Figure]:
    """A whole frame far out and at 100%, a pan, and a person dragged across."""
    application = QApplication.instance() or make_application()
    look = Look.load(resources.read_text, resources.read_bytes, ThemeChoice.LIGHT)
    glyphs = Glyphs(look.fonts, resources.read_bytes)
    tools = Tools(
        look,
        Ink(look, glyphs=glyphs, icons=Icons(resources.read_text)),
        Motion(reduced=True),
        AccessibleTrees(),
        new_id,
    )
    for cards in (1_000, 10_000):
        stage = _Stage.made(tools, large_plan(cards))
        for name, goal, ours, theirs in stage.works():
            times = best_of(_times(ours), _times(theirs), rounds=3)
            seconds = (times[0] / FRAMES, times[1] / FRAMES)
            yield in_milliseconds(
                f"canvas, {name}, {cards:,} cards", seconds, goal=goal, against="an item per card"
            )
        stage.close()
    del application


def _times(work: Callable[[], None]) -> Callable[[], None]:
    def repeated() -> None:
        for _ in range(FRAMES):
            work()

    return repeated


@dataclass(slots=True)
class _Stage:
    """Both ways of showing one plan, in windows of one size, on the same part of the chart."""

    bench: Workbench
    window: QWidget
    view: QGraphicsView
    ghost: QGraphicsItem
    scene: QGraphicsScene

    @classmethod
    def made(cls, tools: Tools, project: Project) -> "_Stage":
        window = QWidget()
        window.resize(*SIZE)
        bench = _workbench(tools, project, window)
        bench.canvas.setParent(window)
        bench.canvas.setGeometry(0, 0, *SIZE)
        bench.overlay.setParent(window)
        window.show()
        scene, ghost = _scene(bench)
        view = QGraphicsView(scene)
        view.setRenderHint(QPainter.RenderHint.Antialiasing)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setFrameShape(QGraphicsView.Shape.NoFrame)
        view.resize(*SIZE)
        view.show()
        QApplication.processEvents()
        return cls(bench, window, view, ghost, scene)

    def works(self) -> Iterator[tuple[str, float, Callable[[], None], Callable[[], None]]]:
        """Name, goal, our frame, their frame."""
        self._look_at(1.0)
        yield "frame at 100%", 1.0, self._our_frame, self._their_frame
        self._look_at(0.25)
        yield "frame at 25%", 0.25, self._our_frame, self._their_frame
        yield "pan at 25%", 0.5, self._our_pan(), self._their_pan()
        person = next(seat.person for seat in self.bench.document.scenario.seats if seat.person)
        self.bench.grab.drag(Carried(person), at=self._at(QPoint(200, 200)), home=QRect(0, 0, 10, 10))
        yield "drag at 25%, with its outcome", 2.0, self._our_drag(), self._their_drag()
        self.bench.gesture.cancel()

    def close(self) -> None:
        self.view.close()
        self.window.close()

    def _look_at(self, scale: float) -> None:
        x, y = (side / 3 for side in self.bench.canvas.scene.size)
        self.bench.canvas.set_view(View(scale, round(-x * scale), round(-y * scale)))
        shown = self.bench.canvas.view
        self.view.resetTransform()
        self.view.scale(scale, scale)
        self.view.horizontalScrollBar().setValue(-round(shown.dx))
        self.view.verticalScrollBar().setValue(-round(shown.dy))
        QApplication.processEvents()
        self._our_frame()
        self._their_frame()

    def _our_frame(self) -> None:
        self.bench.canvas.spoil()
        self.bench.canvas.viewport().repaint()

    def _their_frame(self) -> None:
        self.view.viewport().repaint()

    def _our_pan(self) -> Callable[[], None]:
        steps = cycle(_STEPS)

        def pan() -> None:
            step = next(steps)
            self.bench.canvas.pan(step.x(), step.y())
            QApplication.processEvents()

        return pan

    def _their_pan(self) -> Callable[[], None]:
        steps = cycle(_STEPS)

        def pan() -> None:
            step = next(steps)
            across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
            across.setValue(across.value() - step.x())
            down.setValue(down.value() - step.y())
            QApplication.processEvents()

        return pan

    def _our_drag(self) -> Callable[[], None]:
        moves = count()

        def drag() -> None:
            self.bench.grab.follow(self._at(_on_the_way(next(moves))))
            QApplication.processEvents()

        return drag

    def _their_drag(self) -> Callable[[], None]:
        moves = count()

        lit: list[QGraphicsItem] = []

        def drag() -> None:
            at = _on_the_way(next(moves))
            self.ghost.setPos(self.view.mapToScene(at))
            below = [item for item in self.view.items(at) if item is not self.ghost][:1]
            for item in (*lit, *below) if below != lit else ():
                item.update()
            lit[:] = below
            QApplication.processEvents()

        return drag

    def _at(self, point: QPoint) -> QPoint:
        return self.bench.canvas.viewport().mapToGlobal(point)


def _on_the_way(move: int) -> QPoint:
    return QPoint(120 + move * 7 % 500, 120 + move * 5 % 400)


def _workbench(tools: Tools, project: Project, window: QWidget) -> Workbench:
    return Workbench(
        Document(project, pack=pack()),
        window,
        look=tools.look,
        ink=tools.ink,
        motion=tools.motion,
        trees=tools.trees,
        new_id=tools.new_id,
    )


def _scene(bench: Workbench) -> tuple[QGraphicsScene, QGraphicsItem]:
    """A scene as one would write it first: an item for each connector, team and card, and a ghost."""
    placement, project = bench.canvas.scene.placement, bench.document.project
    scene = QGraphicsScene(0, 0, *placement.size)
    scene.setBackgroundBrush(_dots())
    for route in placement.routes:
        path = QPainterPath()
        for piece in route.pieces:
            path.moveTo(*piece.points[0])
            for point in piece.points[1:]:
                path.lineTo(*point)
        scene.addPath(path, QPen(QColor("#B3BBC9"), 1.5))
    for team in placement.order:
        scene.addItem(_Item(placement.rect(team), bench.document.scenario.teams[team].name, ""))
    for seat_id, rect in placement.seats.items():
        seat = bench.document.scenario.seats[seat_id]
        person = project.people.get(seat.person)
        scene.addItem(
            _Item(rect, person.name if person else "Vacant", seat.function.label, seat.function.code)
        )
    ghost = _Item(Rect(0, 0, 140, 32), "Karin Voss", "", "PR")
    ghost.setZValue(1)
    scene.addItem(ghost)
    return scene, ghost


def _dots() -> QBrush:
    tile = QPixmap(20, 20)
    tile.fill(QColor("#F4F5F8"))
    painter = QPainter(tile)
    painter.fillRect(0, 0, 1, 1, QColor("#CBD1DC"))
    painter.end()
    return QBrush(tile)


class _Item(QGraphicsItem):
    """A card or a frame."""

    def __init__(self, rect: Rect, name: str, role: str, code: str = "") -> None:
        super().__init__()
        self._box = QRectF(0, 0, rect.width, rect.height)
        self._name, self._role, self._code = name, role, code
        self._font, self._small = QFont("Planner Inter"), QFont("Planner Inter")
        self._font.setPixelSize(13)
        self._small.setPixelSize(11)
        self.setPos(rect.x, rect.y)

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        painter.setPen(QPen(QColor("#E2E5EC"), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(self._box, 7, 7)
        x = 12
        if self._code:
            painter.setBrush(QColor("#2E8154"))
            painter.drawRoundedRect(QRectF(8, 7, 24, 24), 6, 6)
            painter.setFont(self._small)
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(QRectF(8, 7, 24, 24), Qt.AlignmentFlag.AlignCenter, self._code)
            x = 40
        painter.setPen(QColor("#171B24"))
        painter.setFont(self._font)
        painter.drawText(x, 16, self._name)
        painter.setFont(self._small)
        painter.drawText(x, 31, self._role)
