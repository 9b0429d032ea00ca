"""The main window for the review of the design: each scene in every theme, window and text size it is for."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from planner.app.pictures.setting import Setting
from planner.app.pictures.stage import Stage
from planner.domain.edits import lock_team

Doing = Callable[[Stage], QPixmap]
_THEMES: Final = ("light", "dark", "contrast")
_SIZES: Final = ((1440, 900), (1280, 720))
_TEXTS: Final = (100, 200)


class Place(NamedTuple):
    """One setting with the end of a picture's name and the words of its caption for it."""

    end: str
    words: str
    setting: Setting


def places(start: Setting) -> Iterator[Place]:
    """Every setting in which the design is reviewed."""
    for text in _TEXTS:
        for theme in _THEMES:
            for size in _SIZES:
                words = f"{theme}, text {text}%, {size[0]} × {size[1]}"
                end = f"{theme}-{text}-{size[0]}"
                yield Place(end, words, replace(start, theme=theme, text=text, size=size))


def _people(stage: Stage) -> QPixmap:
    stage.act("view.people")
    return stage.take()


def _presentation(stage: Stage) -> QPixmap:
    stage.act("view.presentation")
    picture = stage.take()
    stage.press(Qt.Key.Key_Escape)
    return picture


def _selected(stage: Stage) -> QPixmap:
    """A person with several seats, whom a spine joins."""
    stage.click(stage.seat("Receipt Matching", 0))
    return stage.take()


def _swap(stage: Stage) -> QPixmap:
    return _dragged(stage, stage.seat("ML Platform", 2))


def _refused(stage: Stage) -> QPixmap:
    """Over a seat of a team whose people stay as they are."""
    team = stage.team("ML Platform")
    stage.document.apply(partial(lock_team, scenario=stage.document.scenario_id, team=team, locked=True))
    stage.settle()
    return _dragged(stage, stage.seat("ML Platform", 2))


def _dragged(stage: Stage, seat: str, person: str | None = None) -> QPixmap:
    if not stage.page.body.bench_is_visible:
        stage.page.body.toggle_bench()
        stage.settle()
    if person is None:
        person = next(row.entry.person.id for row in stage.bench.bench.rows().rows if row.entry is not None)
    stage.drag(person, seat)
    picture = stage.take()
    stage.let_go()
    return picture


def _hybrid(stage: Stage) -> QPixmap:
    stage.document.show_scenario(
        next(each.id for each in stage.document.project.scenarios if each.name == "Hybrid 2026")
    )
    stage.rest()
    return stage.take()


MAIN: Final[tuple[tuple[str, str, Doing], ...]] = (
    ("people-view", "Who leads whom", _people),
    ("presented", "Presentation", _presentation),
    ("swap", "A person dragged over a filled seat", _swap),
    ("refused", "A person dragged where they cannot go", _refused),
    ("hybrid", "A scenario beside its baseline", _hybrid),
)
SMALL_PLAN: Final[tuple[tuple[str, str, Doing], ...]] = (("spine", "A person of four seats", _selected),)
