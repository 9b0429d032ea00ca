"""Proves that a fresh clone works elsewhere: in a bare Debian root, and under each Python we promise.

    python3 packaging/fresh_machines.py [debian] [3.11] [3.12] [/path/to/python3.13] ...

On each machine a clone of what is committed runs `dev.py test` and `dev.py run` without a display, and the
files of the main job are looked for. The Debian root (made by debootstrap, so it wants Linux and root) holds
git, python3 and python3-venv and nothing else; how this machine reaches packages (pip's settings,
certificates, proxies) is carried over. Without arguments: debian and every Python that is found here.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
LOGS = CHECKOUT / "build" / "fresh-machines"
PYTHONS = ("3.11", "3.12", "3.13")
OUTPUTS = ("plan.pdf", "window.png")
BARE_PACKAGES = "git,python3,python3-venv,ca-certificates"
CARRIED_FILES = ("/etc/pip.conf", "/etc/xdg/pip", "/etc/ssl/certs/ca-certificates.crt", "/etc/apt/apt.conf")
CARRIED_VARIABLES = (
    "PIP_",
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "http_proxy",
    "https_proxy",
)


@dataclass(frozen=True)
class Machine:
    """A place with a clone in it: how it is reached, and the clone's folder as seen from here."""

    name: str
    clone: Path
    command: Callable[[str], list[str]]
    environment: dict[str, str]


def main() -> int:
    """Try every machine asked for, and give 1 when one of them fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "machines", nargs="*", help="debian, a Python version, or a path to one; all when left out"
    )
    parser.add_argument("--suite", default="bookworm", help="the Debian release of the bare root")
    asked = parser.parse_args()
    names = asked.machines or ["debian", *(version for version in PYTHONS if find_python(version))]
    LOGS.mkdir(parents=True, exist_ok=True)
    failures = 0
    for name in names:
        with tempfile.TemporaryDirectory(prefix="fresh-machine-") as folder:
            make = bare_debian if name == "debian" else this_machine_with
            passed, line = try_out(make(name, asked.suite, Path(folder)))
        print(line, flush=True)
        failures += not passed
    return 1 if failures else 0


def find_python(asked: str) -> str | None:
    """Find an interpreter by path or version, on PATH or among pyenv's; a shim may start nothing."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = [asked, f"python{asked}", *map(str, sorted(pyenv.glob(f"versions/{asked}.*/bin/python")))]
    for candidate in candidates:
        path = shutil.which(candidate)
        if (
            path
            and subprocess.run([path, "-c", "import ensurepip"], capture_output=True, check=False).returncode
            == 0
        ):
            return path
    return None


def this_machine_with(asked: str, _suite: str, folder: Path) -> Machine:
    """Clone into a folder of this machine, to be run by the Python asked for."""
    python = find_python(asked)
    if python is None:
        raise SystemExit(
            f"fresh_machines: no Python {asked} is found on PATH or in pyenv; give its path instead."
        )
    clone = clone_into(folder / "planner")
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return Machine(f"Python {asked}", clone, lambda command: [python, "dev.py", command], environment)


def bare_debian(_name: str, suite: str, folder: Path) -> Machine:
    """Make a Debian root with nothing but git and Python with venv in it, and clone into that."""
    root = folder / "root"
    with (LOGS / "debootstrap.log").open("w") as log:
        command = ["debootstrap", "--variant=minbase", f"--include={BARE_PACKAGES}", suite, str(root)]
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=True)
    for path in map(Path, CARRIED_FILES):
        carry(path, root / path.relative_to("/"))
    clone_into(root / "srv" / "planner")
    return Machine(
        f"Debian {suite}",
        root / "srv" / "planner",
        lambda command: in_root(root, command),
        bare_environment(),
    )


def in_root(root: Path, command: str) -> list[str]:
    """Give the call that runs a dev.py command inside a root, with /proc and /dev that vanish with it."""
    inside = f"cd /srv/planner && exec python3 dev.py {command}"
    mounts = f"mount -t proc proc {root}/proc && mount --rbind /dev {root}/dev"
    return ["unshare", "--mount", "sh", "-c", f"{mounts} && exec chroot {root} sh -c {shlex.quote(inside)}"]


def bare_environment() -> dict[str, str]:
    """Give a bare root's environment: a path, a home, and the way to the packages."""
    carried = {name: value for name, value in os.environ.items() if name.startswith(CARRIED_VARIABLES)}
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", **carried}


def carry(source: Path, target: Path) -> None:
    """Copy a file or folder of this machine's settings, where it exists."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def clone_into(folder: Path) -> Path:
    """Clone what is committed in this checkout."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(CHECKOUT), str(folder)], check=True)
    return folder


def try_out(machine: Machine) -> tuple[bool, str]:
    """Run the tests and the main job on a machine, and tell in a line how it went and how long it took."""
    told = []
    for command in ("test", "run"):
        started = time.monotonic()
        log = LOGS / f"{machine.name.replace(' ', '-')}-{command}.log"
        with log.open("w") as lines:
            code = subprocess.run(
                machine.command(command),
                cwd=machine.clone,
                env=machine.environment,
                stdin=subprocess.DEVNULL,
                stdout=lines,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        took = f"{time.monotonic() - started:.0f} s"
        if code:
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-25:])
            return False, f"{machine.name}: {command} FAILED after {took}\n{tail}"
        told.append(f"{command} in {took}")
    written = machine.clone / "build" / "without-display"
    missing = [
        name for name in OUTPUTS if not (written / name).is_file() or not (written / name).stat().st_size
    ]
    if missing:
        return False, f"{machine.name}: run FAILED, it left no {' and no '.join(missing)}"
    return True, f"{machine.name}: passed, {', '.join(told)}"


if __name__ == "__main__":
    sys.exit(main())
