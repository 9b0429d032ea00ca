"""The one command ``planner``: opens the window, or runs a command that needs none.

The window and the command line are imported only when it is their turn, so that neither pays for the other.
"""

import os
import sys
from collections.abc import Sequence

COMMANDS = frozenset({"import", "score", "export", "compare", "suggest", "check", "rules"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments, else the process's own, and give its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    first = arguments[0] if arguments else ""
    if first == "--version":
        from importlib.metadata import version  # 20 ms that no window waits for

        print(f"MLOps Team Planner {version('mlops-team-planner')}")
        return 0
    if first in COMMANDS or first in {"-h", "--help"}:
        from planner import cli

        return cli.main(arguments)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ.pop("QT_QPA_PLATFORM", None)  # Qt aborts on an empty one
        if not _has_display():
            return _refuse(
                "There is no display to open a window on; planner --help lists what works without."
            )
    from planner import app

    try:
        return app.main(arguments)
    except ImportError as error:
        library = str(error).partition(":")[0]
        if ".so" not in library:
            raise
        return _refuse(f"The window needs the system library {library}, which is missing: please install it.")


def _has_display() -> bool:
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
