"""Writes a picture of the window, without a screen: ``python -m planner.app.picture OUT.png [FILE]``.

For documentation, and for machines that have no display to open the window on.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.app.document import Document

DEFAULT_SIZE = "1440x900"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the picture; exit code 2, with one line that says why, when there is none to be had."""
    parser = argparse.ArgumentParser(prog="python -m planner.app.picture", description=__doc__)
    parser.add_argument("out", type=Path, help="where the PNG goes")
    parser.add_argument("file", type=Path, nargs="?", help="a plan to show; without it the start screen")
    parser.add_argument("--size", default=DEFAULT_SIZE, help="width and height in pixels, as 1440x900")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scenario", default="", help="the scenario to show, by id or name")
    options = parser.parse_args(argv)
    try:
        write_picture(
            options.out,
            options.file,
            size=_size(options.size),
            theme=options.theme,
            scenario=options.scenario,
        )
    except PlannerError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    return 0


def write_picture(
    out: Path, file: Path | None, *, size: tuple[int, int], theme: str = "light", scenario: str = ""
) -> None:
    """Show the window on a file, or on the start screen, and write what it shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.app.application import make_application, make_program
    from planner.app.files.opening import RosterNamed, open_file
    from planner.app.settings import THEME, Settings

    opened = open_file(file) if file is not None else None
    if isinstance(opened, RosterNamed):
        raise PlannerError(
            "{file} is a roster; import it first, then picture the plan.", file=opened.path.name
        )
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="planner-") as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.set(THEME, theme)
        program = make_program(application, settings=settings, documents=Path.home() / "Documents")
        window = program.new_window()
        window.resize(*size)
        if opened is not None:
            window.files.show_project(opened, is_saved=opened.path is not None)
            _show_scenario(window.document, scenario)
        window.setFocus()  # no ring of a keyboard that nobody has
        for _ in range(8):  # layouts, deferred parts and first paints each take a turn
            application.processEvents()
        if not window.grab().save(str(out)):
            raise PlannerError("{file} cannot be written as a PNG picture.", file=out.name)


def _show_scenario(document: "Document | None", wanted: str) -> None:
    if document is None or not wanted:
        return
    for scenario in document.project.scenarios:
        if wanted in {scenario.id, scenario.name}:
            document.show_scenario(scenario.id)
            return
    raise PlannerError("There is no scenario {name}.", name=wanted)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (
        width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise PlannerError("A size is written as 1440x900, each side from 200 to 8000.")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
