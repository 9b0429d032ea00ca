#!/usr/bin/env python3
"""Everything a developer does with the planner, on a machine that has only git and Python with venv.

Standard library only. Each command sets up what it needs first: the environment `.venv` from the pinned,
hashed list in `requirements/dev.txt`, and on Linux the system libraries that Qt loads.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PLANNER = BIN / ("planner.exe" if os.name == "nt" else "planner")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "set-up-from"
OLDEST_PYTHON = (3, 11)

# Shared library -> Debian package. Debian and Ubuntu releases with 64-bit time answer to these names too.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}

COMMANDS_WITHOUT_A_WINDOW = {"import", "score", "export", "compare", "suggest", "check", "rules"}
# The packages that promise to work where PySide6 is not installed.
WITHOUT_QT = ("domain", "typography", "guidance", "placement", "advice", "drawing", "cli")


class RefusalError(Exception):
    """What keeps a command from doing its work, in one sentence that says what would be right."""


# --- the machine ------------------------------------------------------------------------------------------


def environment(*, offscreen: bool = False) -> dict[str, str]:
    """Give the environment for a child process; an empty QT_QPA_PLATFORM makes Qt abort, so it is dropped."""
    env = dict(os.environ)
    if not env.get("QT_QPA_PLATFORM"):
        env.pop("QT_QPA_PLATFORM", None)
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def has_display() -> bool:
    """Tell whether a window can be seen; only Linux can be without a screen."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def may_install() -> bool:
    """Tell whether this is a container's root with nobody to ask, on a system with apt."""
    return _is_root() and not _has_terminal() and shutil.which("apt-get") is not None


def _has_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def missing_libraries(*, for_window: bool) -> dict[str, str]:
    """List the system libraries that Qt would not find here, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = dict(OFFSCREEN_LIBRARIES)
    if for_window and os.environ.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if for_window and os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    return {library: package for library, package in wanted.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: list[str], why: str) -> None:
    """Install Debian packages where that is ours to do, else refuse with the line that installs them."""
    line = f"apt-get install {' '.join(packages)}"
    if not may_install():
        raise RefusalError(f"{why} Install it with: {'' if _is_root() else 'sudo '}{line}")
    print(f"{why} Running as root without a terminal, so it is installed now: {line}", flush=True)
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run(["apt-get", "update", "-qq"], env=env, quiet=True)
    run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages], env=env, quiet=True)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def check_libraries(*, for_window: bool) -> None:
    """Make sure of the system libraries, or refuse in one sentence."""
    missing = missing_libraries(for_window=for_window)
    if not missing:
        return
    provide(
        sorted(set(missing.values())), f"Qt needs system libraries that are missing: {', '.join(missing)}."
    )
    still = missing_libraries(for_window=for_window)
    if still:
        raise RefusalError(
            f"Qt still misses {', '.join(still)} after the installation; look for them in your system."
        )


def check_python() -> None:
    """Make sure that this Python is recent enough and can make environments."""
    if sys.version_info < OLDEST_PYTHON:
        raise RefusalError(
            f"The planner needs Python {'.'.join(map(str, OLDEST_PYTHON))} or later, and this is "
            f"{platform.python_version()}: start dev.py with a later one, such as python3.12 dev.py test."
        )
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        provide([package], "Python's own module to make environments (venv with ensurepip) is missing.")


def run(command: list[str], *, env: dict[str, str] | None = None, quiet: bool = False) -> None:
    """Run a command in the checkout, and refuse by its name when it fails; quiet keeps only its errors."""
    output = subprocess.DEVNULL if quiet else None
    code = subprocess.run(command, cwd=ROOT, env=env or environment(), stdout=output, check=False).returncode
    if code:
        raise RefusalError(f"This step failed with exit code {code}: {shlex.join(command)}")


def status(command: list[str], *, offscreen: bool = False) -> int:
    """Run a command in the checkout and give its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment(offscreen=offscreen), check=False).returncode


# --- setup ------------------------------------------------------------------------------------------------


def setup(*, for_window: bool = False) -> None:
    """Bring `.venv` to what the lock and pyproject.toml say; at once when it is already there."""
    check_python()
    check_libraries(for_window=for_window)
    wanted = _wanted()
    if _environment_version() == _own_version() and STAMP.is_file() and STAMP.read_text() == wanted:
        return
    started = time.monotonic()
    if _environment_version() != _own_version():
        print(f"Making .venv with Python {platform.python_version()}", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    STAMP.unlink(missing_ok=True)
    print("Installing the pinned packages into .venv; the first time takes a minute or two", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    run([*pip, "--compile", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)])
    run([*pip, "--no-build-isolation", "--no-deps", "--editable", str(ROOT)])
    run([str(PYTHON), "-m", "compileall", "-q", "src"])
    STAMP.write_text(wanted)
    print(f"Set up in {time.monotonic() - started:.0f} s", flush=True)


def _wanted() -> str:
    """Give a text that changes whenever the environment has to be brought up to date."""
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    return f"{_own_version()} {digest.hexdigest()} {ROOT}\n"


def _own_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _environment_version() -> str:
    """Give the Python version, as in 3.12, of an environment that starts, else nothing."""
    if not PYTHON.exists():
        return ""
    probe = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    found = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    return found.stdout.strip()


# --- commands ---------------------------------------------------------------------------------------------


def ready(arguments: list[str]) -> int:
    """Set up, and say where the program is."""
    _expect_only(arguments)
    setup(for_window=True)
    print(f"The planner is ready: {PLANNER.relative_to(ROOT)}")
    return 0


def start(arguments: list[str]) -> int:
    """Start the program; without a display, do its main job in files instead."""
    setup(for_window=True)
    if has_display() or (arguments and arguments[0] in COMMANDS_WITHOUT_A_WINDOW):
        return status([str(PLANNER), *arguments])
    return main_job_in_files(arguments)


def main_job_in_files(arguments: list[str]) -> int:
    """Score a plan, export it to PDF and write a picture of the window; a sample plan when none is named."""
    samples = sorted((ROOT / "resources" / "samples").glob("*.plan.json"))
    plan = arguments[0] if arguments else str(samples[0].relative_to(ROOT))
    out = ROOT / "build" / "without-display"
    out.mkdir(parents=True, exist_ok=True)
    pdf, picture = out / "plan.pdf", out / "window.png"
    print(f"There is no display, so the main job is done in files, with {plan}:", flush=True)
    steps = (
        [str(PLANNER), "score", plan],
        [str(PLANNER), "export", plan, "-o", str(pdf)],
        [str(PYTHON), "-m", "planner.app.picture", str(picture), plan],
    )
    for step in steps:
        if code := status(step, offscreen=True):
            return code
    print(f"Scored above; the chart and the score are in {pdf.relative_to(ROOT)}", flush=True)
    print(f"A picture of the window is in {picture.relative_to(ROOT)}", flush=True)
    return 0


def test(arguments: list[str]) -> int:
    """Run the tests, on every core unless the arguments say how."""
    setup()
    spread = [] if arguments else ["-n", "auto"]
    return status([str(PYTHON), "-m", "pytest", *spread, *arguments], offscreen=True)


def check(arguments: list[str]) -> int:
    """Run everything that a change has to pass; report every part that fails.

    --quick leaves the tests out, --tested those that ``test`` has run in this checkout just before.
    """
    _expect_only(arguments, "--quick", "--tested")
    setup()
    pytest = [str(PYTHON), "-m", "pytest", "-n", "auto"]
    core = [str(folder) for name in WITHOUT_QT if (folder := Path("tests", name)).is_dir()]
    steps: dict[str, list[str]] = {
        "format": [str(PYTHON), "-m", "ruff", "format", "--check", "--quiet", "."],
        "lint": [str(PYTHON), "-m", "ruff", "check", "--quiet", "."],
        "types": [str(PYTHON), "-m", "mypy"],
        "layers": [str(BIN / "lint-imports"), "--no-logo"],
    }
    if "--quick" not in arguments:
        steps["core tests without PySide6"] = [
            *pytest,
            "-q",
            "-p",
            "no:pytest-qt",
            "-p",
            "tests.without_qt",
            *core,
        ]
    if not arguments:
        steps["tests"] = pytest
    failed = [name for name, step in steps.items() if not _passes(name, step)]
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def _expect_only(arguments: list[str], *known: str) -> None:
    for argument in arguments:
        if argument not in known:
            raise RefusalError(
                f"This command does not know {argument}: it takes {' or '.join(known) or 'no arguments'}."
            )


def _passes(name: str, step: list[str]) -> bool:
    started = time.monotonic()
    print(f"{name} ...", flush=True)
    code = status(step, offscreen=True)
    print(f"{name}: {'failed' if code else 'passed'} in {time.monotonic() - started:.1f} s", flush=True)
    return code == 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, all or by name."""
    setup()
    return status([str(PYTHON), "-m", "benchmarks", *arguments], offscreen=not has_display())


def torture(arguments: list[str]) -> int:
    """Torture the project file, by every means or by name."""
    setup()
    return status([str(PYTHON), "-m", "tests.torture", *(arguments or ["all"])], offscreen=True)


def screenshots(arguments: list[str]) -> int:
    """Take pictures of the window in every state, for people to look at; --only WORD takes some of them."""
    setup()
    named = [arguments.pop(0)] if arguments and not arguments[0].startswith("-") else []
    folder = Path(named[0]).resolve() if named else ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    large = ROOT / "build" / "large.plan.json"
    large.parent.mkdir(parents=True, exist_ok=True)
    run([str(PYTHON), "-m", "benchmarks.plans", str(large)])
    samples = ["--samples", str(ROOT / "resources" / "samples"), "--large", str(large)]
    take = [str(PYTHON), "-m", "planner.app.pictures", str(folder), *samples, *arguments]
    return status(take, offscreen=True)


def hooks(arguments: list[str]) -> int:
    """Have git run the quick checks before each commit."""
    _expect_only(arguments)
    run(["git", "config", "core.hooksPath", ".githooks"])
    print("git now runs `dev.py check --quick` before each commit; `git commit --no-verify` goes without")
    return 0


COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "setup": (ready, "make .venv with the program in it; every other command does this too"),
    "run": (start, "start the program, with what follows as its arguments"),
    "test": (test, "run the tests, with what follows as arguments of pytest"),
    "check": (check, "format, lint, types, layers and all tests; --quick without tests, --tested after test"),
    "bench": (bench, "run the benchmarks: [NAME] [--json]"),
    "torture": (torture, "torture saving and opening at length: [NAME] [--count N] [--seed N]"),
    "screenshots": (screenshots, "take pictures of the window in every state: [FOLDER] [--only WORD]"),
    "hooks": (hooks, "have git run the quick checks before each commit"),
}


def main(argv: list[str]) -> int:
    """Run one command and give the exit code."""
    described = "\n".join(f"  {name:12}{text}" for name, (_, text) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="python3 dev.py COMMAND ...",
        description=f"commands:\n{described}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of the above")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="passed on to it")
    called = parser.parse_args(argv)
    try:
        return COMMANDS[called.command][0](called.arguments)
    except RefusalError as refusal:
        print(f"dev.py: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
