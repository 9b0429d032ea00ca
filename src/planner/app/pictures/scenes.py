"""The scenes: each sets the stage and does a little, so that the window shows one thing to look at."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from planner.app.files.opening import OpenedFile
from planner.app.pictures.review import MAIN, SMALL_PLAN, places
from planner.app.pictures.setting import Setting
from planner.app.pictures.stage import Stage
from planner.app.pictures.surfaces import SURFACES
from planner.domain import outline

SAMPLES: Final = ("small-startup", "large-startup", "enterprise")
_SIZES: Final = ((1440, 900), (1280, 720))
_THEMES: Final = ("light", "dark", "contrast", "contrast-dark")
_AT_LARGE_TEXT: Final = {
    "structures",
    "basics",
    "palette",
    "move-to",
    "finding",
    "context",
    "outline",
    "team",
    "compare",
}
_SURFACES: Final = {"person", "seat", "fill", "account", "settings", "agreements", "menu"}
_REVIEWED: Final = {"overview", "focus", "drag", "move-to", "finding", "compare", "outline"}
_EMPTY: Final = "plan Halden Mutual\nscenario Today: enterprise, product, hybrid, 4 use cases"
_EVERYONE_SEATED: Final = """
plan Halden Mutual
scenario Today: enterprise, product, hybrid, 1 use cases
core ML Platform
  DE Grace Mwangi
"""

Doing = Callable[[Stage], QPixmap]


class Scene(Struct, frozen=True):
    """One picture: its file's name, what it shows, what it is taken of, and what is done first."""

    name: str
    caption: str
    setting: Setting
    do: Doing = Stage.take


def scenes(samples: Path, large: Path | None) -> Iterator[Scene]:
    """Every scene; ``samples`` is the folder of the sample plans, ``large`` a plan of about 1,000 people."""
    for theme in _THEMES:
        for size in _SIZES:
            setting = Setting(theme=theme, size=size)
            yield Scene(f"start-{theme}-{size[0]}", f"Start screen, {theme}, {_px(size)}", setting)
    for sample in SAMPLES:
        for theme in _THEMES:
            for size in _SIZES:
                setting = Setting(samples / f"{sample}.plan.json", theme, 100, size)
                caption = f"{sample}, {theme}, {_px(size)}"
                yield Scene(f"{sample}-{theme}-{size[0]}", caption, setting)
    plan = Setting(samples / "enterprise.plan.json")
    yield from _text_scenes(plan)
    yield from _doing_scenes(plan)
    yield from _doing_scenes(replace(plan, theme="dark"))
    yield from _surface_scenes(plan)
    yield from _empty_scenes(Setting())
    yield from _review_scenes(plan, Setting(samples / "small-startup.plan.json"))
    if large is not None:
        yield from _large_scenes(Setting(large))


def _px(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


def _text_scenes(plan: Setting) -> Iterator[Scene]:
    for text in (150, 200):
        large = replace(plan, text=text)
        yield Scene(f"text-{text}", f"Text {text}%", large)
        yield Scene(f"text-{text}-start", f"Text {text}%, start screen", replace(large, plan=None))
        yield Scene(f"text-{text}-bench", f"Text {text}%, bench open", large, _bench)
        yield Scene(f"text-{text}-score", f"Text {text}%, score panel open", large, _score)
        yield Scene(f"text-{text}-person", f"Text {text}%, a person's popover", large, _person)
        yield Scene(f"text-{text}-settings", f"Text {text}%, settings", large, _settings)
        yield Scene(f"text-{text}-agreements", f"Text {text}%, agreements", large, _agreements)
        for name, caption, do in _DOINGS:
            if name in _AT_LARGE_TEXT:
                yield Scene(f"text-{text}-{name}", f"Text {text}%, {caption.lower()}", large, do)
        yield Scene(f"text-{text}-drag", f"Text {text}%, dragging over a vacant seat", large, _drag_anyone)


def _doing_scenes(plan: Setting) -> Iterator[Scene]:
    for zoom in (25, 50, 100, 200):
        yield Scene(f"zoom-{zoom}-{plan.theme}", f"Zoom {zoom}%, {plan.theme}", plan, _zoom(zoom))
    for name, caption, do in _DOINGS:
        yield Scene(f"{name}-{plan.theme}", f"{caption}, {plan.theme}", plan, do)


def _surface_scenes(plan: Setting) -> Iterator[Scene]:
    """Surfaces beside the chart in every setting that may press them: theme, small window, large text."""
    settings = (
        ("light", "light", plan),
        ("dark", "dark", replace(plan, theme="dark")),
        ("text-200", "text 200%", replace(plan, text=200)),
        *_pressing(plan),
    )
    for name, caption, do in SURFACES:
        for end, words, setting in settings:
            yield Scene(f"{name}-{end}", f"{caption}, {words}", setting, do)
    for name, caption, do in _DOINGS:
        if name in _AT_LARGE_TEXT | _SURFACES:
            for end, words, setting in _pressing(plan):
                yield Scene(f"{name}-{end}", f"{caption}, {words}", setting, do)


def _pressing(plan: Setting) -> tuple[tuple[str, str, Setting], ...]:
    small = replace(plan, size=_SIZES[1])
    return (
        ("contrast", "more contrast", replace(plan, theme="contrast")),
        ("1280", _px(_SIZES[1]), small),
        ("text-200-1280", f"text 200%, {_px(_SIZES[1])}", replace(small, text=200)),
    )


def _review_scenes(plan: Setting, small: Setting) -> Iterator[Scene]:
    """What is looked at before a release, in every setting."""
    doings = [each for each in _DOINGS if each[0] in _REVIEWED]
    scenes = [
        *((plan, *each) for each in (("main", "Main window", Stage.take), *doings, *MAIN)),
        *((small, *each) for each in SMALL_PLAN),
        (Setting(), "start", "Start screen", Stage.take),
        (Setting(), "no-teams", "Nothing on the chart", _outline(_EMPTY)),
    ]
    for start, name, caption, do in scenes:
        for place in places(start):
            yield Scene(f"review-{place.end}-{name}", f"{caption}, {place.words}", place.setting, do)


def _empty_scenes(start: Setting) -> Iterator[Scene]:
    yield Scene("empty-plan", "A plan without teams", start, _outline(_EMPTY))
    yield Scene("empty-bench", "Everyone has a seat", start, _outline(_EVERYONE_SEATED))


def _large_scenes(plan: Setting) -> Iterator[Scene]:
    for theme in _THEMES:
        yield Scene(f"large-{theme}", f"1,000 people, {theme}", replace(plan, theme=theme))
    yield Scene(
        "large-findings", "1,000 people, coloured by findings", plan, _command("view.colour-findings")
    )
    yield Scene("large-25", "1,000 people, zoom 25%", plan, _zoom(25))


def _zoom(percent: int) -> Doing:
    def do(stage: Stage) -> QPixmap:
        stage.zoom(percent)
        return stage.take()

    return do


def _command(name: str) -> Doing:
    def do(stage: Stage) -> QPixmap:
        stage.act(name)
        return stage.take()

    return do


def _outline(text: str) -> Doing:
    def do(stage: Stage) -> QPixmap:
        stage.open(OpenedFile(outline.parse(text), None))
        return stage.take()

    return do


def _overview(stage: Stage) -> QPixmap:
    stage.zoom(10)
    return stage.take()


def _hover(stage: Stage) -> QPixmap:
    stage.hover(stage.seat("ML Platform", 3))
    return stage.take()


def _select(stage: Stage) -> QPixmap:
    stage.click(stage.seat("ML Platform", 7))
    return stage.take()


def _focus(stage: Stage) -> QPixmap:
    stage.tab_to_canvas(("seat", stage.seat("ML Platform", 5)))
    return stage.take()


def _drag(stage: Stage) -> QPixmap:
    if not stage.page.body.bench_is_visible:
        return _drag_anyone(stage)
    stage.drag(stage.person("Karin Voss"), stage.vacant())
    picture = stage.take()
    stage.let_go()
    return picture


def _drag_anyone(stage: Stage) -> QPixmap:
    if not stage.page.body.bench_is_visible:
        stage.page.body.toggle_bench()
        stage.settle()
    person = next(row.entry.person.id for row in stage.bench.bench.rows().rows if row.entry is not None)
    stage.drag(person, stage.vacant())
    picture = stage.take()
    stage.let_go()
    return picture


def _move_to(stage: Stage) -> QPixmap:
    stage.tab_to_canvas(("seat", stage.seat("ML Platform", 4)))
    stage.act("canvas.move")
    stage.wait_for(lambda: stage.bench.gesture.preview is not None)
    picture = stage.take()
    stage.press(Qt.Key.Key_Escape)
    return picture


def _fill(stage: Stage) -> QPixmap:
    stage.tab_to_canvas(("seat", stage.vacant()))
    stage.press(Qt.Key.Key_Return)
    return stage.take()


def _finding(stage: Stage) -> QPixmap:
    stage.page.open_finding(stage.document.review.findings[1])
    stage.settle()
    return stage.take()


def _person(stage: Stage) -> QPixmap:
    stage.bench.editing.edit_person(stage.person("Priya Natarajan"))
    stage.settle()
    return stage.take()


def _seat(stage: Stage) -> QPixmap:
    stage.bench.editing.edit_seat(stage.vacant())
    stage.settle()
    return stage.take()


def _team(stage: Stage) -> QPixmap:
    stage.bench.editing.edit_team(stage.team("ML Platform"))
    stage.settle()
    return stage.take()


def _context(stage: Stage) -> QPixmap:
    stage.page.toolbar.context_button.click()
    stage.settle()
    return stage.take()


def _account(stage: Stage) -> QPixmap:
    stage.page.parts.panel.show_account()
    stage.settle()
    return stage.take()


def _settings(stage: Stage) -> QPixmap:
    return stage.take(stage.settings_dialog())


def _menu(stage: Stage) -> QPixmap:
    return stage.take(stage.window.actions_table.menus["View"])


def _score(stage: Stage) -> QPixmap:
    if not stage.page.body.panel_is_visible:
        stage.page.body.toggle_panel()
    panel = stage.page.parts.panel
    stage.wait_for(lambda: not panel.is_looking)
    return stage.take()


def _bench(stage: Stage) -> QPixmap:
    if not stage.page.body.bench_is_visible:
        stage.page.body.toggle_bench()
    stage.settle()
    return stage.take()


def _compare(stage: Stage) -> QPixmap:
    stage.act("scenario.compare")
    owners = stage.window.owners
    assert owners is not None
    screen = owners.comparing.screen
    stage.wait_for(lambda: screen is not None and screen.is_complete)
    return stage.take()


def _agreements(stage: Stage) -> QPixmap:
    stage.act("view.agreements")
    return stage.take()


_DOINGS: Final[tuple[tuple[str, str, Doing], ...]] = (
    ("overview", "Overview", _overview),
    ("hover", "Pointer over a card", _hover),
    ("selected", "A person selected who has two seats", _select),
    ("focus", "Keyboard focus on a card", _focus),
    ("drag", "A person dragged over a vacant seat", _drag),
    ("move-to", "Move to…", _move_to),
    ("fill", "Who could fill a vacant seat", _fill),
    ("finding", "A finding open", _finding),
    ("person", "A person's popover", _person),
    ("seat", "A seat's popover", _seat),
    ("team", "A team's popover", _team),
    ("context", "Company context", _context),
    ("account", "How the score is made", _account),
    ("agreements", "Agreements", _agreements),
    ("structures", "Structures", _command("scenario.structures")),
    ("basics", "Agree the basics", _command("plan.agree")),
    ("palette", "Palette", _command("edit.palette")),
    ("compare", "Scenarios compared", _compare),
    ("outline", "Outline", _command("view.outline")),
    ("settings", "Settings", _settings),
    ("menu", "The View menu", _menu),
)
