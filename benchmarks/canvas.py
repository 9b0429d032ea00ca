"""Frames of the canvas at 1,000 to 50,000 cards, against a graphics scene with an item for each card.

Budgets in milliseconds count for a machine that has nothing else to do.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from benchmarks.items import scene_of_items, view_of
from benchmarks.measuring import Figure, frames_of, in_milliseconds
from benchmarks.plans import large_plan
from benchmarks.stage import SIZE, Stage, make_tools

ITEMS = "an item per card"
TENS, FIFTIES = 10_000, 50_000


def figures() -> Iterator[Figure]:
    """Whole frames, pans, drags, switches of level, and memory."""
    tools = make_tools()
    stages = {cards: Stage.made(tools, large_plan(cards)) for cards in (TENS, FIFTIES)}
    items = _Items.of(stages[TENS])
    yield from _fitted(stages, items)
    yield from _full(stages, items)
    items.view.close()
    for scale in (0.25, 1.0):
        panned = _at(stages, scale, Stage.pan)
        for cards in stages:
            yield _budget(f"pan at {scale:.0%}, {cards:,}", panned[cards], 8.0)
    dragged = _at(stages, 0.5, Stage.drag)
    for stage in stages.values():
        stage.bench.gesture.cancel()
    for cards in stages:
        yield _budget(f"drag with layout and score, {cards:,}", dragged[cards], 8.0)
    yield _growth("drag with layout and score, 50,000", dragged, goal=2.0)
    yield from _switches(stages)
    for stage in stages.values():
        stage.close()
    ours, theirs = _memory("canvas"), _memory("items")
    yield Figure("memory of the chart, 50,000", ours, theirs, "MB", 0.4, ITEMS)


class _Items(Struct):
    """The same chart as items."""

    stage: Stage
    scene: QGraphicsScene
    view: QGraphicsView

    @classmethod
    def of(cls, stage: Stage) -> "_Items":
        document = stage.bench.document
        scene = scene_of_items(stage.canvas.scene.placement, document.project, document.scenario)
        return cls(stage, scene, view_of(scene, SIZE))

    def fit(self) -> None:
        self.view.fitInView(self.view.sceneRect())
        QApplication.processEvents()

    def look_where_it_looks(self) -> None:
        seen = self.stage.canvas.view
        self.view.resetTransform()
        self.view.horizontalScrollBar().setValue(-round(seen.dx))
        self.view.verticalScrollBar().setValue(-round(seen.dy))
        QApplication.processEvents()

    def frame(self) -> None:
        self.view.viewport().repaint()


def _fitted(stages: Mapping[int, Stage], items: _Items) -> Iterator[Figure]:
    for stage in stages.values():
        stage.fit()
    items.fit()
    theirs = frames_of({"items": items.frame}, rounds=2)["items"]
    fitted = _each(stages, lambda stage: stage.frame)
    yield _ratio("whole frame fitted, 10,000", fitted[TENS], theirs, goal=0.1)
    for cards in stages:
        yield _budget(f"whole frame fitted, {cards:,}", fitted[cards], 16.0)
    yield _growth("whole frame fitted, 50,000", fitted, goal=1.5)


def _full(stages: Mapping[int, Stage], items: _Items) -> Iterator[Figure]:
    ours = stages[TENS]
    ours.look_at(1.0)
    items.look_where_it_looks()
    found = frames_of({"ours": ours.frame, "items": items.frame})
    yield _ratio("whole frame at 100%, 10,000", found["ours"], found["items"], goal=1.0)


def _switches(stages: Mapping[int, Stage]) -> Iterator[Figure]:
    for name, first, second in (("switch of level", 0.4, 1.0), ("to the overview and back", 0.2, 0.25)):
        switched = _at(stages, 1.0, lambda stage, ends=(first, second): stage.switch(*ends))  # type: ignore[misc]
        for cards in stages:
            yield _budget(f"{name}, {cards:,}", switched[cards] / 2, 100.0)


def _at(
    stages: Mapping[int, Stage], scale: float, making: Callable[[Stage], Callable[[], None]]
) -> dict[int, float]:
    for stage in stages.values():
        stage.look_at(scale)
    return _each(stages, making)


def _each(stages: Mapping[int, Stage], making: Callable[[Stage], Callable[[], None]]) -> dict[int, float]:
    """Seconds of a frame at each size of plan."""
    return frames_of({cards: making(stage) for cards, stage in stages.items()})


def _growth(name: str, times: Mapping[int, float], *, goal: float) -> Figure:
    return _ratio(name, times[FIFTIES], times[TENS], goal=goal, against="10,000")


def _ratio(name: str, ours: float, base: float, *, goal: float, against: str = ITEMS) -> Figure:
    return in_milliseconds(f"canvas, {name}", (ours, base), goal=goal, against=against)


def _budget(name: str, ours: float, milliseconds: float) -> Figure:
    return in_milliseconds(f"canvas, {name}", (ours, milliseconds / 1000), goal=1.0, against="its budget")


_GROWN = """
import gc, sys
from benchmarks.plans import large_plan
from benchmarks.stage import Stage, make_tools
tools, cards, what = make_tools(), int(sys.argv[1]), sys.argv[2]
from benchmarks.items import scene_of_items, view_of
from benchmarks.loading import pack
from benchmarks.plans import SCENARIO
from planner.placement import Measure, place
def used():
    gc.collect()
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024
project = large_plan(cards)
tiny = Stage.made(tools, large_plan(20))
tiny.fit()
before = used()
if what == "canvas":
    from planner.app.canvas.canvas import Canvas
    from planner.app.canvas.selection import Selection
    from planner.app.document import Document
    from planner.app.moving.gesture import Gesture
    document = Document(project, pack=pack())
    _ = document.review.findings
    before = used()
    canvas = Canvas(document, Selection(), Gesture(document, new_id=tools.new_id), look=tools.look,
                    ink=tools.ink, motion=tools.motion)
    canvas.resize(860, 790)
    canvas.show()
    for scale in (0.2, 0.25, 0.5, 1.0):
        canvas.zoom_to(scale)
        canvas.viewport().repaint()
else:
    placement = place(project, SCENARIO, Measure(tools.look.fonts))
    scene = scene_of_items(placement, project, project.scenarios[SCENARIO])
    view = view_of(scene, (860, 790))
    view.fitInView(view.sceneRect())
    view.viewport().repaint()
print(used() - before)
"""


def _memory(what: str) -> float:
    """Megabytes that showing 50,000 cards adds to a process that shows a small chart already."""
    command = [sys.executable, "-c", _GROWN, "50000", what]
    done = subprocess.run(  # noqa: S603
        command, check=True, timeout=300, capture_output=True, text=True, env=dict(os.environ)
    )
    return float(json.loads(done.stdout.strip().splitlines()[-1]))
