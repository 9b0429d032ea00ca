"""Writes chart and score pages as PDF; run beside the window, on values that nobody changes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from planner import resources
from planner.domain import Project
from planner.guidance import Pack
from planner.messages import Message
from planner.typography import Fonts

PAPER: Final = "A3"


def pdf_task(
    project: Project, scenario: str, path: Path, *, pack: Pack, fonts: Fonts, with_skills: bool
) -> Callable[[], tuple[Message, ...]]:
    """What writes the PDF of a scenario; its value is what the reader should know, as a larger paper."""
    return partial(_write, project, scenario, path, pack, fonts, with_skills=with_skills)


def _write(
    project: Project, scenario: str, path: Path, pack: Pack, fonts: Fonts, *, with_skills: bool
) -> tuple[Message, ...]:
    from planner.drawing.icons import Icons
    from planner.drawing.tokens import Theme
    from planner.render.export import printed
    from planner.render.pdf import Ink
    from planner.store import publish

    ink = Ink(
        fonts=fonts,
        read_bytes=resources.read_bytes,
        icons=Icons(resources.read_text),
        theme=Theme.parse(resources.read_text("tokens/print.toml")),
    )
    now = datetime.now().astimezone()
    done = printed(project, scenario, pack=pack, ink=ink, now=now, paper=PAPER, with_skills=with_skills)
    publish(done.data, path)
    return done.notes
