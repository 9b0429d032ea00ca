"""Takes two figures of one run so that their ratio holds on any machine, busy or not."""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict

Work = Callable[[], object]
NameT = TypeVar("NameT")


class Figure(Struct, frozen=True):
    """One line of the report: ours and the baseline's, in ``unit``, and the ratio that is the goal."""

    name: str
    ours: float
    baseline: float
    unit: str
    goal: float
    against: str

    @property
    def ratio(self) -> float:
        """Ours in relation to the baseline; smaller is better."""
        return self.ours / self.baseline

    @property
    def is_met(self) -> bool:
        """Whether the ratio keeps to the goal."""
        return self.ratio <= self.goal

    def as_json(self) -> dict[str, Any]:
        """The figure with its ratio, for machines."""
        return {**asdict(self), "ratio": self.ratio, "met": self.is_met}

    def __str__(self) -> str:
        met = "met" if self.is_met else "MISSED"
        return (
            f"{self.name:<34} {self.ours:>9.3f} {self.unit:<5} {self.baseline:>9.3f} {self.unit:<5} "
            f"{self.ratio:>8.4f}  goal ≤ {self.goal:<7.4g} {met:<7} against {self.against}"
        )


def seconds(work: Work) -> float:
    """How long one run takes, with the garbage collector held off."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        work()
        return perf_counter() - start
    finally:
        gc.enable()


def best_of(ours: Work, baseline: Work, *, rounds: int = 5) -> tuple[float, float]:
    """Run both in turns and give the best seconds of each."""
    best_ours = best_baseline = float("inf")
    for _ in range(rounds):
        best_ours = min(best_ours, seconds(ours))
        best_baseline = min(best_baseline, seconds(baseline))
    return best_ours, best_baseline


def frames_of(works: Mapping[NameT, Work], *, rounds: int = 8, each: int = 12) -> dict[NameT, float]:
    """The median seconds of one run of each, run in turns, as the processor counts them.

    What other programs do in the meantime is not counted. Garbage is collected as in the program: what stands
    when a plan is open is left alone, what runs leave is collected while they run.
    """
    taken: dict[NameT, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    gc.collect()
    gc.freeze()
    gc.enable()
    try:
        for _ in range(rounds):
            for name, work in works.items():
                work()  # what ran in between has the processor's caches
                for _ in range(each):
                    start = process_time()
                    work()
                    taken[name].append(process_time() - start)
    finally:
        gc.unfreeze()
    return {name: median(times) for name, times in taken.items()}


def in_milliseconds(
    name: str, times: tuple[float, float], *, goal: float, against: str, each: int = 1
) -> Figure:
    """A figure from two times in seconds; ``each`` tells how many steps of ours one time is for."""
    ours, baseline = times
    return Figure(name, ours / each * 1000, baseline * 1000, "ms", goal, against)
