"""The built wheel, run from a folder of its own, far from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    zipfile.ZipFile(wheel).extractall(target)
    return target


def _python(installed: Path, *arguments: str) -> str:
    """Run Python where only the unpacked wheel answers to ``planner``."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_program_starts_from_the_wheel(installed):
    assert _python(installed, "-m", "planner", "--version").startswith("MLOps Team Planner")


def test_the_wheel_carries_every_resource_and_finds_it(installed):
    script = "from planner import resources; resources.read_text('fonts/OFL.txt'); print(resources.__file__)"
    assert _python(installed, "-c", script).startswith(str(installed))
    shipped = {
        str(path.relative_to(installed / "planner" / "_data"))
        for path in installed.glob("planner/_data/**/*.*")
    }
    kept = {str(path.relative_to(CHECKOUT / "resources")) for path in CHECKOUT.glob("resources/**/*.*")}
    assert shipped == kept


def test_the_wheel_carries_its_licences(installed):
    carried = {path.name for path in installed.glob("*.dist-info/licenses/**/*") if path.is_file()}
    assert carried == {"LICENSE", "OFL.txt"}
