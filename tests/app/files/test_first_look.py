"""What a window shows first is worked out beside it: the window makes none of it a second time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from tests.app.safely import LAYOUT, Computer

from planner import store
from planner.app.bench.places import Places
from planner.app.canvas.shown import COMFORTABLE_CARDS, SHOWN, Shown
from planner.app.files.opening import OpenedFile
from planner.domain import edits, outline
from planner.drawing.colouring import ColourBy
from planner.drawing.worst import Worst
from planner.guidance import Review, review
from planner.placement import Layout, place
from planner.placement.packing import packed_forest
from planner.placement.people import by_people

MAKING = {
    place.__code__: "placed",
    by_people.__code__: "placed people",
    review.__code__: "reviewed",
    Review._findings.__code__: "findings",
    Worst.__dict__["_found"].func.__code__: "worst findings",
    Places.of.__func__.__code__: "bench",  # type: ignore[attr-defined]
    packed_forest.__code__: "packed",
}
SCENARIO = outline.parse(LAYOUT).scenarios
WAYS = {
    "as ever": Shown(),
    "sideways and told by load": Shown(layout=Layout.SIDEWAYS, colour=ColourBy.LOAD),
    "collapsed": Shown(collapsed=frozenset({next(iter(next(iter(SCENARIO)).teams)).id})),
    "of people": Shown(people=True),
    "of people, and collapsed among teams": Shown(
        people=True, collapsed=frozenset({next(iter(next(iter(SCENARIO)).teams)).id})
    ),
}


@contextmanager
def noted() -> Iterator[list[str]]:
    """What of a first look is made in the thread of the window."""
    made: list[str] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code in MAKING:
            made.append(MAKING[frame.f_code])

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield made
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_window_makes_nothing_anew_of_what_was_made_beside_it(computer: Computer, way: Shown) -> None:
    path = computer.documents / "churn.teamplan"
    store.save(outline.parse(LAYOUT), path)
    scenario = next(iter(SCENARIO)).id
    computer.program.settings.set(SHOWN, {str(path): {scenario: way.written()}})
    computer.program.settings.set(COMFORTABLE_CARDS, value=True)
    with noted() as made:
        computer.opens(path)
    assert made == []
    page = computer.window.page
    assert page is not None
    scene = page.parts.canvas.scene
    assert (scene.settings, scene.colour_by) == (way.placing(computer.program.settings), way.colour)
    assert scene.collapsed == (frozenset() if way.people else way.collapsed)


def test_an_overview_is_packed_for_the_window_that_is_to_show_it(computer: Computer) -> None:
    path = computer.documents / "large.teamplan"
    squads = "".join(f"squad Squad {number}\n  PR vacant\n  DS vacant\n" for number in range(240))
    store.save(outline.parse(f"{LAYOUT}{squads}"), path)
    computer.window.resize(1440, 900)
    with noted() as made:
        computer.opens(path)
    assert made == []
    page = computer.window.page
    assert page is not None
    assert page.parts.canvas.view.is_overview


def test_a_session_that_is_brought_back_is_looked_at_beside_the_window_too(computer: Computer) -> None:
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    with noted() as made:
        computer.clicks("Recover")
    assert computer.document.project.name == "Churn 2"
    assert made == []


def test_a_first_look_is_given_once_and_not_after_an_edit(computer: Computer) -> None:
    from planner.app.document import Document

    project = outline.parse(LAYOUT)
    program = computer.program
    first = program.looking((1440, 900)).at(project, None)
    document = Document(project, pack=program.pack, first_look=first)
    assert document.review is first.review
    assert document.take_first_look() is first
    assert document.take_first_look() is None
    edited = Document(project, pack=program.pack, first_look=first)
    edited.apply(lambda now: edits.edit_project(now, name="Other"))
    assert edited.take_first_look() is None


def test_a_plan_that_was_not_looked_at_is_placed_and_reviewed_once(computer: Computer) -> None:
    with noted() as made:
        computer.window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=True)
    assert [made.count(what) for what in ("placed", "reviewed", "bench")] == [1, 1, 1]
