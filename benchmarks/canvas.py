"""Frames of the canvas at 1,000 to 50,000 cards, against a graphics scene with an item for each card.

Budgets in milliseconds count for a machine that has nothing else to do.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from benchmarks.items import scene_of_items, view_of
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import large_plan
from benchmarks.stage import SIZE, Stage, make_tools
from planner.app.window.parts import Tools

FRAMES = 12
ITEMS = "an item per card"


def figures() -> Iterator[Figure]:
    """Whole frames, pans, drags, switches of level, and memory."""
    tools = make_tools()
    tens = _Ours.measured(tools, 10_000)
    theirs = _theirs(tools, 10_000)
    yield _ratio("whole frame fitted, 10,000", tens.fitted, theirs["fitted"], goal=0.1)
    yield _ratio("whole frame at 100%, 10,000", tens.full, theirs["full"], goal=1.0)
    yield _budget("whole frame fitted, 10,000", tens.fitted, 16.0)
    yield _budget("pan at 25%, 10,000", tens.pan_far, 8.0)
    yield _budget("pan at 100%, 10,000", tens.pan_full, 8.0)
    yield _budget("drag with layout and score, 10,000", tens.drag, 8.0)
    yield _budget("switch of level, 10,000", tens.switch, 100.0)
    yield _budget("to the overview and back, 10,000", tens.overview, 100.0)
    fifties = _Ours.measured(tools, 50_000)
    yield _ratio("whole frame fitted, 50,000", fifties.fitted, tens.fitted, goal=1.5, against="10,000")
    yield _ratio("drag with layout and score, 50,000", fifties.drag, tens.drag, goal=2.0, against="10,000")
    yield _budget("pan at 25%, 50,000", fifties.pan_far, 8.0)
    ours, items = _memory("canvas"), _memory("items")
    yield Figure("memory of the chart, 50,000", ours, items, "MB", 0.4, ITEMS)


class _Ours:
    """Seconds of what the canvas does at one size of plan."""

    fitted: float
    full: float
    pan_far: float
    pan_full: float
    drag: float
    switch: float
    overview: float

    @classmethod
    def measured(cls, tools: Tools, cards: int) -> "_Ours":
        stage, ours = Stage.made(tools, large_plan(cards)), cls()
        stage.fit()
        ours.fitted = _each(stage.frame)
        stage.look_at(1.0)
        ours.full = _each(stage.frame)
        ours.pan_full = _each(stage.pan())
        stage.look_at(0.25)
        ours.pan_far = _each(stage.pan())
        stage.look_at(1.0)
        ours.switch = _each(stage.switch(0.4, 1.0)) / 2
        ours.overview = _each(stage.switch(0.2, 0.25)) / 2
        stage.look_at(0.5)
        ours.drag = _each(stage.drag())
        stage.bench.gesture.cancel()
        stage.close()
        return ours


def _theirs(tools: Tools, cards: int) -> dict[str, float]:
    stage = Stage.made(tools, large_plan(cards))
    document = stage.bench.document
    scene = scene_of_items(stage.canvas.scene.placement, document.project, document.scenario)
    view = view_of(scene, SIZE)
    found = {}
    view.fitInView(view.sceneRect())
    QApplication.processEvents()
    found["fitted"] = _each(view.viewport().repaint)
    seen = stage.look_at(1.0)
    view.resetTransform()
    view.horizontalScrollBar().setValue(-round(seen.dx))
    view.verticalScrollBar().setValue(-round(seen.dy))
    QApplication.processEvents()
    found["full"] = _each(view.viewport().repaint)
    view.close()
    stage.close()
    return found


def _each(work: Callable[[], None]) -> float:
    """Seconds of one run, the best of some rounds."""
    work()

    def repeated() -> None:
        for _ in range(FRAMES):
            work()

    return best_of(repeated, lambda: None, rounds=4)[0] / FRAMES


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
