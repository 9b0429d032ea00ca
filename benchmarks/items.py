"""The chart as one would write it first, to be measured against: a graphics scene with an item for each card.

Items paint less the smaller they are seen, as the canvas does.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem

from planner.domain import Project, Scenario
from planner.placement import Placement, Rect

_FULL, _CHIP = 0.75, 0.26


class Item(QGraphicsItem):
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

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: object = None) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < _CHIP:
            painter.fillRect(self._box, QColor("#2E8154" if self._code else "#FBFBFD"))
            return
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
        if detail < _FULL:
            return
        painter.setPen(QColor("#171B24"))
        painter.setFont(self._font)
        painter.drawText(x, 16, self._name)
        painter.setFont(self._small)
        painter.drawText(x, 31, self._role)


def scene_of_items(placement: Placement, project: Project, scenario: Scenario) -> QGraphicsScene:
    """An item for each connector, team and card."""
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
        scene.addItem(Item(placement.rect(team), scenario.teams[team].name, ""))
    for seat_id, rect in placement.seats.items():
        seat = scenario.seats[seat_id]
        person = project.people.get(seat.person)
        name = person.name if person else "Vacant"
        scene.addItem(Item(rect, name, seat.function.label, seat.function.code))
    return scene


def view_of(scene: QGraphicsScene, size: tuple[int, int]) -> QGraphicsView:
    """A view without furniture, as large as the canvas."""
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setFrameShape(QGraphicsView.Shape.NoFrame)
    view.resize(*size)
    view.show()
    return view


def _dots() -> QBrush:
    tile = QPixmap(20, 20)
    tile.fill(QColor("#F4F5F8"))
    painter = QPainter(tile)
    painter.fillRect(0, 0, 1, 1, QColor("#CBD1DC"))
    painter.end()
    return QBrush(tile)
