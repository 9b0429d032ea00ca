"""Motion tells how long things move: as designed, or hardly at all where motion is to be reduced."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

FADE: Final = 110
ROOM: Final = 150
FLIGHT: Final = 240
FAR_FLIGHT: Final = 400
HOME: Final = 200


class Motion(Struct):
    """Whether things move; without, they are where they go at once.

    ``wheel_zooms`` says what moves the chart: the wheel alone zooms, and pans with Ctrl.
    """

    reduced: bool = False
    wheel_zooms: bool = False

    def run(
        self, owner: QObject, milliseconds: int, step: Callable[[float], None], done: Callable[[], None]
    ) -> QVariantAnimation | None:
        """Call ``step`` with 0 to 1, easing out, then ``done``; None when it is over already."""
        if self.reduced:
            step(1.0)
            done()
            return None
        animation = QVariantAnimation(owner)
        animation.setDuration(milliseconds)
        animation.setEasingCurve(_ease_out())
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.valueChanged.connect(step)
        animation.finished.connect(done)
        animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
        return animation


class Course:
    """One movement at a time: the next takes the place of the one before, which ends where it is."""

    def __init__(self) -> None:
        self._running: QVariantAnimation | None = None

    def run(
        self,
        motion: Motion,
        owner: QObject,
        milliseconds: int,
        step: Callable[[float], None],
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """Move, as `Motion.run`."""
        self.stop()

        def ended() -> None:
            self._running = None
            done()

        self._running = motion.run(owner, milliseconds, step, ended)

    def stop(self) -> None:
        """End a movement where it is."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()


def _ease_out() -> QEasingCurve:
    curve = QEasingCurve(QEasingCurve.Type.BezierSpline)
    curve.addCubicBezierSegment(QPointF(0.2, 0.0), QPointF(0.0, 1.0), QPointF(1.0, 1.0))
    return curve
