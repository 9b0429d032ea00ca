"""What the open window takes for an edit, and for what is opened over it, with a plan of 10,000 people.

Each against one full review of the plan in the same run: what a window may take must not grow beyond it.
"""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from benchmarks.loading import pack
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import SCENARIO, large_plan
from planner.advice.choices import choices
from planner.advice.fixes import ranking
from planner.advice.moves import Carried
from planner.advice.next_moves import searching
from planner.app.application import make_application, make_program
from planner.app.commands.plan import new_id
from planner.app.document import Document
from planner.app.settings import Settings
from planner.app.window.main_window import MainWindow
from planner.domain import Difference, Edited, Project, edits
from planner.domain.pausing import Pausing
from planner.guidance import Finding, Review, review
from planner.messages import message

PEOPLE = 10_000
SIZE = (1440, 900)
EDITS = 4
FULL = "a full review"


def figures() -> Iterator[Figure]:
    """Edits with all that follows them, findings, next moves, lists and the palette."""
    rules, project = pack(), large_plan(PEOPLE)

    def full() -> None:
        _ = review(project, SCENARIO, rules).score.total

    QApplication.instance() or make_application()
    with tempfile.TemporaryDirectory(prefix="planner-") as folder:
        window = _opened(Path(folder), project)
        yield from _in_window(window, full)
        if window.document is not None:
            window.document.go_to(0)  # unchanged, it closes without a question
        window.close()
    seen = review(project, SCENARIO, rules)
    moves = partial(_longest_turn, lambda: searching(_afresh(seen)))
    yield in_milliseconds(
        "longest turn of the next move", (_least(moves), _least(full)), goal=0.15, against=FULL
    )
    fixes = partial(_longest_turn, lambda: _of_the_heaviest(_afresh(seen)))
    yield in_milliseconds(
        "longest turn of a finding's fixes", (_least(fixes), _least(full)), goal=0.4, against=FULL
    )


def _in_window(window: MainWindow, full: Callable[[], None]) -> Iterator[Figure]:
    page = window.page
    assert page is not None
    document, panel = page.document, page.parts.panel
    seats = cycle([seat.id for seat in document.scenario.seats if seat.is_filled][:: PEOPLE // 40])

    def edited() -> None:
        for _ in range(EDITS):
            document.apply(partial(edits.unassign, scenario=document.scenario_id, seat=next(seats)))

    def walked() -> None:
        document.undo()
        document.redo()

    times = best_of(edited, full)
    yield in_milliseconds("edit in the window, 10,000 people", times, goal=0.5, against=FULL, each=EDITS)
    times = best_of(walked, full)
    yield in_milliseconds("undo in the window, 10,000 people", times, goal=0.5, against=FULL, each=2)
    heaviest = max(document.review.findings, key=_breadth)

    def opened() -> None:
        panel.findings.open(None)
        panel.open_finding(heaviest)
        panel.findings.grab()

    yield in_milliseconds("finding opens", best_of(opened, full), goal=0.5, against=FULL)
    seat = next(seat for seat in document.scenario.seats if seat.person is not None)
    carried = Carried(seat.person or "", seat.id)
    listed = partial(choices, document.review, carried, new_id=new_id)
    yield in_milliseconds("places of Move to…", best_of(listed, full), goal=1.0, against=FULL)
    anything = window.anything

    def asked() -> None:
        anything.show()
        if anything.palette is not None:
            anything.palette.grab()
        anything.show()  # which closes it

    asked()
    yield in_milliseconds("palette opens", best_of(asked, full), goal=1.0, against=FULL)


def _opened(folder: Path, project: Project) -> MainWindow:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
    window = program.new_window()
    window.resize(*SIZE)
    window.show_document(Document(project, pack=program.pack))
    for _ in range(20):
        QApplication.processEvents()
    return window


def _afresh(seen: Review) -> Review:
    """The same review with nothing looked for yet."""
    return seen.after(Edited(seen.project, Difference(message("Nothing"), ())))


def _of_the_heaviest(seen: Review) -> Pausing[object]:
    return ranking(seen, max(seen.findings, key=_breadth))


def _breadth(finding: Finding) -> int:
    return len(finding.subjects)


def _turn(name: str, longest: Callable[[], float], full: Callable[[], None], *, goal: float) -> Figure:
    return in_milliseconds(name, (_least(longest), _least(full)), goal=goal, against=FULL)


def _longest_turn(work: Callable[[], Pausing[object]]) -> float:
    """Seconds from one pause to the next, the longest of them."""
    longest, going, start = 0.0, work(), perf_counter()
    for _ in going:
        now = perf_counter()
        longest, start = max(longest, now - start), now
    return longest


def _least(run: Callable[[], float | None]) -> float:
    """The least of a few runs: of what they give, or of the seconds that they take."""
    found = []
    for _ in range(5):
        start = perf_counter()
        given = run()
        found.append(given if given is not None else perf_counter() - start)
    return min(found)
