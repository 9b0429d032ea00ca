"""What the open window takes for an edit, and for what is opened over it, with a plan of 10,000 people.

Edits and previews with one of 50,000 too. Each against one full review of the plan in the same run: what a
window may take must not grow beyond it.
"""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, cycle
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
from planner.domain import Difference, Edited, Function, Project, edits
from planner.domain.pausing import Pausing
from planner.guidance import Finding, Review, review
from planner.messages import message

PEOPLE = 10_000
LARGEST = 50_000
SIZE = (1440, 900)
EDITS = 4
FULL = "a full review"


def figures() -> Iterator[Figure]:
    """Edits with all that follows them, findings, next moves, lists and the palette."""
    rules, project = pack(), large_plan(PEOPLE)

    def full() -> None:
        _ = review(project, SCENARIO, rules).score.total

    QApplication.instance() or make_application()
    yield from _with_window(project, _in_window, full)
    largest = large_plan(LARGEST)

    def full_of_largest() -> None:
        _ = review(largest, SCENARIO, rules).score.total

    yield from _with_window(largest, _of_largest, full_of_largest)
    seen = review(project, SCENARIO, rules)
    moves = partial(_longest_turn, lambda: searching(_afresh(seen)))
    yield in_milliseconds(
        "longest turn of the next move", (_least(moves), _least(full)), goal=0.15, against=FULL
    )
    fixes = partial(_longest_turn, lambda: _of_the_heaviest(_afresh(seen)))
    yield in_milliseconds(
        "longest turn of a finding's fixes", (_least(fixes), _least(full)), goal=0.4, against=FULL
    )


def _with_window(
    project: Project,
    measured: Callable[[MainWindow, Callable[[], None]], Iterator[Figure]],
    full: Callable[[], None],
) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="planner-") as folder:
        window = _opened(Path(folder), project)
        yield from measured(window, full)
        if window.document is not None:
            window.document.go_to(0)  # unchanged, it closes without a question
        window.close()


def _of_largest(window: MainWindow, full: Callable[[], None]) -> Iterator[Figure]:
    """How long the window stands still: findings come in turns afterwards."""
    page = window.page
    assert page is not None
    document, panel, scenario = page.document, page.parts.panel, page.document.scenario_id
    seats, new = _some_seats(document), count()
    team = next(iter(document.scenario.teams)).id

    def edited() -> None:
        for _ in range(EDITS):
            document.apply(partial(edits.unassign, scenario=scenario, seat=next(seats)))

    def seated() -> None:
        for _ in range(EDITS):
            seat = f"one more {next(new)}"
            document.apply(
                partial(edits.add_seat, scenario=scenario, seat=seat, team=team, function=Function.PRODUCT)
            )

    def walked() -> None:
        document.undo()
        document.redo()

    def previewed() -> None:
        for _ in range(EDITS):
            edit = partial(edits.unassign, scenario=scenario, seat=next(seats))
            panel.show_preview(document.preview(edit))
        panel.show_preview(None)

    parts = (
        ("edit in the window, 50,000 people", edited, EDITS, 0.25),
        ("undo in the window, 50,000 people", walked, 2, 0.25),
        ("preview in the panel, 50,000 people", previewed, EDITS, 0.05),
        ("new seat in the window, 50,000 people", seated, EDITS, 0.3),
    )
    for name, done, each, goal in parts:
        yield in_milliseconds(name, best_of(done, full), goal=goal, against=FULL, each=each)
    explained = partial(_longest_turn, lambda: _afresh(document.review).explaining())
    yield in_milliseconds(
        "longest turn of all findings, 50,000",
        (_least(explained), _least(full)),
        goal=0.1,
        against=FULL,
    )


def _some_seats(document: Document) -> Iterator[str]:
    filled = [seat.id for seat in document.scenario.seats if seat.is_filled]
    return cycle(filled[:: len(filled) // 40])


def _in_window(window: MainWindow, full: Callable[[], None]) -> Iterator[Figure]:
    page = window.page
    assert page is not None
    document, panel = page.document, page.parts.panel
    seats = _some_seats(document)

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
