"""The veil lies over the chart while something is looked for: what does not match shines through at 25%."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.app.canvas.canvas import Canvas
from planner.app.find.matches import NOTHING, Matches
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, RADIUS_TEAM
from planner.placement import Rect

_OPACITY: Final = 0.75


class Veil(QWidget):
    """Covers teams without a match, and in the others the cards that do not match."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._look = canvas, look
        self._matches = NOTHING
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.viewport().installEventFilter(self)
        for signal in (canvas.view_changed, canvas.scene_changed, look.changed):
            signal.connect(self.update)

    def show_matches(self, matches: Matches | None) -> None:
        """Let only these shine; None takes the veil away."""
        self._matches = matches if matches is not None else NOTHING
        self.setGeometry(self._canvas.viewport().rect())
        self.setVisible(matches is not None)
        self.update()

    def covered(self) -> tuple[list[Rect], list[Rect]]:
        """The teams and the cards in sight that pale, where they stand on the chart."""
        scene, teams, cards = self._canvas.scene, list[Rect](), list[Rect]()
        for team in scene.teams_in(self._canvas.seen()):
            rect = scene.rect_of(("team", team))
            if team in self._matches.bright_teams or rect is None:
                continue
            bright = self._matches.bright_seats.get(team)
            if not bright:
                teams.append(rect)
            elif not scene.is_overview:  # there a team is one tile, and shines when anything in it does
                box = scene.placement.teams[team]
                seats = zip(box.seat_ids, box.seats, strict=True)
                cards += [card for seat, card in seats if seat not in bright]
        return teams, cards

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the chart's viewport."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint over what pales in the colour that it stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        view = self._canvas.view
        painter.translate(view.dx, view.dy)
        painter.scale(view.scale, view.scale)
        teams, cards = self.covered()
        for rects, ground, radius in ((teams, "canvas", RADIUS_TEAM), (cards, "panel", RADIUS_CONTROL)):
            colour = self._look.colour(ground)
            colour.setAlphaF(_OPACITY)
            painter.setBrush(colour)
            for rect in rects:
                box = QRectF(rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2)
                painter.drawRoundedRect(box, radius, radius)
        painter.end()
