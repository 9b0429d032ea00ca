"""Takes all pictures: ``python -m planner.app.pictures FOLDER --samples FOLDER``."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from planner.app.pictures.scenes import Scene


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures and a page of them all; exit code 1 when one could not be taken."""
    parser = argparse.ArgumentParser(prog="python -m planner.app.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--samples", type=Path, required=True, help="the folder of the sample plans")
    parser.add_argument("--large", type=Path, help="a plan of about 1,000 people")
    parser.add_argument("--only", default="", help="take only the pictures whose names hold this word")
    options = parser.parse_args(argv)
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(options.folder)}"
    from planner.app.application import make_application
    from planner.app.pictures.scenes import scenes

    application = make_application()
    wanted = [scene for scene in scenes(options.samples, options.large) if options.only in scene.name]
    failed = [scene for scene in wanted if not _take(application, scene, options.folder)]
    _write_contact(options.folder, [scene for scene in wanted if scene not in failed])
    print(f"{len(wanted) - len(failed)} pictures are in {options.folder}; index.html shows them all")
    return 1 if failed else 0


def _screen(folder: Path) -> Path:
    """Describe a screen on which every window and menu has its room."""
    side = {"name": "pictures", "x": 0, "y": 0, "width": 2560, "height": 1440}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [{**side, **dots}]}), encoding="utf-8")
    return file


def _take(application: "QApplication", scene: "Scene", folder: Path) -> bool:
    """Take one picture; a scene that fails is told and does not keep the others from being taken."""
    from planner.app.pictures.stage import Stage

    with tempfile.TemporaryDirectory(prefix="planner-") as own:
        try:
            with Stage(application, Path(own), scene.setting) as stage:
                return scene.do(stage).save(str(folder / f"{scene.name}.png"))
        except Exception as fault:  # one broken scene is not to cost the other pictures
            print(f"{scene.name}: {fault}", file=sys.stderr, flush=True)
            return False


def _write_contact(folder: Path, taken: "Sequence[Scene]") -> None:
    from planner import resources
    from planner.app.pictures.contact import write_page, write_sheet
    from planner.app.theme import Look, ThemeChoice

    named = [(scene.name, scene.caption) for scene in taken]
    write_page(folder, named)
    write_sheet(folder, named, Look.load(resources.read_text, resources.read_bytes, ThemeChoice.LIGHT))


if __name__ == "__main__":
    sys.exit(main())
