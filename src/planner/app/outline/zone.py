"""The outline as a place to drop on: seats, teams, the gaps between teams, and the bench."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal

from planner.advice.moves import (
    CarriedTeam,
    InGap,
    Load,
    OnBench,
    OnSeat,
    OnTeam,
    Target,
    sources,
)
from planner.app.moving.gesture import Gesture
from planner.app.outline.model import OutlineModel
from planner.app.outline.painting import Stand
from planner.app.outline.tree import BENCH, Key
from planner.app.outline.view import OutlineView

EDGE: Final = 28
_TICK: Final = 30
_STEP: Final = 12
OPEN_AFTER: Final = 600
"""Milliseconds that something is held over a folded row before it opens."""
_GAP_PART: Final = 0.28
"""How much of a row's height at either end means the gap beside it, while a team is carried."""


class OutlineZone(QObject):
    """Rows of the outline as targets, and how they look while something is carried.

    Signals:
        scrolled(): the rows moved below what is carried.
    """

    scrolled = Signal()

    def __init__(self, view: OutlineView, model: OutlineModel, gesture: Gesture) -> None:
        super().__init__(view)
        self._view, self._model, self._gesture = view, model, gesture
        self._near = QPoint()
        self._over: Key | None = None
        self._scrolling = QTimer(self, interval=_TICK)
        self._scrolling.timeout.connect(self._scroll)
        self._opening = QTimer(self, singleShot=True, interval=OPEN_AFTER)
        self._opening.timeout.connect(self._open)
        for signal in (gesture.began, gesture.changed, gesture.ended):
            signal.connect(self._show)
        gesture.ended.connect(self._rest)

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on the outline."""
        port = self._view.viewport()
        return port.isVisible() and port.rect().contains(port.mapFromGlobal(at))

    def target_at(self, at: QPoint) -> Target | None:
        """What a drop at a point of the screen would be on; the space below the rows is nothing."""
        key = self._view.key_at(at)
        self._hold_over(key)
        if key is None:
            return None
        load = self._gesture.carried
        if isinstance(load, CarriedTeam) and key[0] == "team":
            return self._gap(key[1], at) or OnTeam(key[1])
        return self.target_of(key)

    def target_of(self, key: Key) -> Target | None:
        """What a row is to whoever drops on it."""
        kind, name = key
        if kind in ("seat", "holder"):
            return OnSeat(name)
        if kind == "team":
            return OnTeam(name)
        return OnBench() if sources(self._gesture.carried) else None

    def carried_near(self, at: QPoint) -> None:
        """Scroll near the upper and the lower edge."""
        self._near = self._view.viewport().mapFromGlobal(at)
        wanted = self.holds(at) and self._pull() != 0
        if wanted and not self._scrolling.isActive():
            self._scrolling.start()
        elif not wanted:
            self._scrolling.stop()
            if not self.holds(at):
                self._hold_over(None)

    def next_target(self, step: tuple[int, int]) -> Target | None:
        """The next vacant seat that fits, in the order of the rows, while the outline has the keys.

        Where no vacant seat fits, any seat is visited, and the bench last for who sits somewhere.
        """
        if not self._view.hasFocus():
            return None
        gesture = self._gesture
        targets: list[Target] = [
            OnSeat(seat)
            for kind, seat in self._model.tree.walk()
            if kind == "seat" and (not gesture.fitting or seat in gesture.fitting)
        ]
        if sources(gesture.carried):
            targets.append(OnBench())
        if not targets:
            return None
        by = (step[0] > 0 or step[1] > 0) - (step[0] < 0 or step[1] < 0)
        place = targets.index(gesture.target) if gesture.target in targets else self._before_first(by)
        found = targets[max(0, min(place + by, len(targets) - 1))]
        key = _key_of(found)
        if key is not None:
            self._view.scrollTo(self._model.index_of(key))
        return found

    def _before_first(self, by: int) -> int:
        return -1 if by > 0 else 0

    def place_of(self, target: Target) -> QRect | None:
        """Where a target's row is on the screen."""
        key = _key_of(target)
        place = self._view.rect_of(key) if key is not None else QRect()
        return place if not place.isNull() else None

    def home_of(self, load: Load) -> QRect:
        """Where the row of what is carried is on the screen."""
        match load:
            case CarriedTeam(team):
                return self._view.rect_of(("team", team))
        current = self._view.current
        return self._view.rect_of(current) if current is not None else QRect()

    def _gap(self, team: str, at: QPoint) -> InGap | None:
        """The gap above or below a team's row, where a carried team is put among its siblings."""
        row = self._view.rect_of(("team", team))
        part = (at.y() - row.top()) / max(1, row.height())
        tree = self._model.tree
        siblings = tree.siblings(team)
        place = siblings.index(team)
        parent = tree.parent_team(team)
        if part < _GAP_PART:
            return InGap(parent, before=team, after=siblings[place - 1] if place else None)
        folded = not self._view.isExpanded(self._model.index_of(("team", team)))
        if part > 1 - _GAP_PART and folded:
            return InGap(
                parent, before=siblings[place + 1] if place + 1 < len(siblings) else None, after=team
            )
        return None

    def _show(self) -> None:
        """Let rows look as carried, fitting and target."""
        gesture = self._gesture
        stands: dict[Key, Stand] = {}
        if gesture.carried is not None:
            stands |= {("seat", seat): Stand(fits=True) for seat in gesture.fitting}
            stands |= {("seat", seat): Stand(carried=True) for seat in sources(gesture.carried)}
            if isinstance(gesture.carried, CarriedTeam):
                stands["team", gesture.carried.team] = Stand(carried=True)
            key = _key_of(gesture.target)
            found = gesture.outcome
            if key is not None and found is not None and not stands.get(key, Stand()).carried:
                refused, gap = found.refusal is not None, _side(gesture.target)
                says = "" if gap else str(found.on_card)
                stands[key] = Stand(target=True, refused=refused, says=says, gap=gap)
        if stands != self._view.rows.stands:
            self._view.rows.stands = stands
            self._view.viewport().update()

    def _hold_over(self, key: Key | None) -> None:
        if key != self._over:
            self._over = key
            index = self._model.index_of(key) if key is not None and key[0] == "team" else None
            if index is not None and not self._view.isExpanded(index):
                self._opening.start()
            else:
                self._opening.stop()

    def _open(self) -> None:
        if self._over is not None and self._gesture.carried is not None:
            self._view.expand(self._model.index_of(self._over))
            self.scrolled.emit()

    def _pull(self) -> int:
        y, height = self._near.y(), self._view.viewport().height()
        return -_STEP if y < EDGE else _STEP if y > height - EDGE else 0

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._pull())
        if self._gesture.carried is None or bar.value() == before:
            self._scrolling.stop()
            return
        self.scrolled.emit()

    def _rest(self) -> None:
        self._scrolling.stop()
        self._hold_over(None)


def _key_of(target: Target | None) -> Key | None:
    """The row of a target."""
    match target:
        case OnSeat(seat):
            return ("seat", seat)
        case OnTeam(team):
            return ("team", team)
        case OnBench():
            return BENCH
        case InGap():
            beside = target.before or target.after
            return ("team", beside) if beside is not None else None
    return None


def _side(target: Target | None) -> int:
    """On which side of the row beside it a gap is: -1 above, 1 below, 0 for what is no gap."""
    if not isinstance(target, InGap):
        return 0
    return -1 if target.before is not None else 1
