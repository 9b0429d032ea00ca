"""Finds the data that ships with the program, in an installed wheel as well as in a checkout.

Names are relative, with forward slashes: ``guidance/weights.toml``. The core reads no files; a front door
reads them here and passes on what they hold.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def read_text(name: str) -> str:
    """Read a UTF-8 text by its name; ``FileNotFoundError`` when the program ships without it."""
    return _root().joinpath(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Read a file's bytes by its name; ``FileNotFoundError`` when the program ships without it."""
    return _root().joinpath(name).read_bytes()


def names(folder: str) -> list[str]:
    """List the files that stand directly in a folder, as names to read, in alphabetical order."""
    return sorted(f"{folder}/{entry.name}" for entry in _root().joinpath(folder).iterdir() if entry.is_file())


def _root() -> Traversable:
    packed = files("planner").joinpath("_data")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "resources"
