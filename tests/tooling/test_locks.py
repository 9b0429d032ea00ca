"""The pinned lists: complete, hashed, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LOCKS = sorted((CHECKOUT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())


def _pins(lock: Path) -> dict[str, list[str]]:
    """Give each pinned package with its lines: the pin itself, then the hashes."""
    entries = lock.read_text().replace("\\\n", "").splitlines()
    pins: dict[str, list[str]] = {}
    for entry in entries:
        pins.setdefault(entry.partition("==")[0], []).append(entry)
    return pins


def _name(requirement: str) -> str:
    return re.match(r"[A-Za-z0-9-]+", requirement)[0].lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_pins_a_version_with_its_hashes(lock):
    for entries in _pins(lock).values():
        for entry in entries:
            assert re.match(r"[a-z0-9-]+==[0-9.]+( ; [^-]+)? +--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_line_names_an_index_or_a_host(lock):
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|--trusted-host|@", lock.read_text())


def test_setup_finds_all_that_it_installs_in_the_list():
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    assert {_name(requirement) for requirement in wanted} <= set(_pins(CHECKOUT / "requirements" / "dev.txt"))


def test_pyside_stays_below_6_12_on_the_python_that_it_would_abort():
    pins = " ".join(_pins(CHECKOUT / "requirements" / "dev.txt")["pyside6-essentials"])
    assert re.search(r"==6\.11\.[3-9]\d* ; python_full_version < '3\.12'", pins)
    assert re.search(r"==6\.(1[2-9]|[2-9]\d)\S* ; python_full_version >= '3\.12'", pins)


def test_freezing_takes_the_same_versions_as_testing():
    tested = _pins(CHECKOUT / "requirements" / "dev.txt")
    frozen = _pins(CHECKOUT / "requirements" / "freeze.txt")
    for name in tested.keys() & frozen.keys():
        assert [pin.split(" ")[0] for pin in tested[name]] == [pin.split(" ")[0] for pin in frozen[name]]
