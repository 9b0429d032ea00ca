"""Runs benchmarks by name, all of them without one: ``python -m benchmarks [NAME] [--json]``."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.measuring import Figure

NAMES = ("start", "review", "edits", "durable", "layout", "canvas", "window", "opening", "saving")


def main() -> int:
    """Print a line for each figure; exit code 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Ratios of two figures of one run."
    )
    parser.add_argument("name", nargs="?", choices=NAMES, help="one benchmark; all without it")
    parser.add_argument("--json", action="store_true", help="one JSON array instead of lines")
    asked = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    figures: list[Figure] = []
    for name in [asked.name] if asked.name else NAMES:
        run: Callable[[], Iterator[Figure]] = import_module(f"benchmarks.{name}").figures
        for figure in run():
            figures.append(figure)
            if not asked.json:
                print(figure, flush=True)
    if asked.json:
        print(json.dumps([figure.as_json() for figure in figures], indent=2))
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
