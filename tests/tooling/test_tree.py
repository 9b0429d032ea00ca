"""Alarms about the tree: sizes, names that mean nothing, paths of one machine."""

import ast
import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SOURCES = sorted(
    [
        *CHECKOUT.glob("src/**/*.py"),
        *CHECKOUT.glob("benchmarks/*.py"),
        *CHECKOUT.glob("packaging/*.py"),
        CHECKOUT / "dev.py",
    ]
)
TEXTS = [
    path
    for folder in ("src", "tests", "benchmarks", "packaging", "docs", "requirements", "resources", ".ci")
    for path in sorted(CHECKOUT.joinpath(folder).rglob("*"))
    if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".spec", ".sql", ".svg", ""}
]


def _named(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


@pytest.mark.parametrize("path", SOURCES, ids=_named)
def test_files_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno + 1 <= 60, node.name


def test_no_module_is_named_for_holding_anything():
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert not [path for path in SOURCES if set(path.stem.split("_")) & vague]


def test_nothing_refers_to_one_machine():
    local = re.compile(r"(?<![\w.])/(work|root|home/\w+)/|\.\./shared")
    found = [_named(path) for path in TEXTS if local.search(path.read_text(encoding="utf-8"))]
    assert not [name for name in found if name != _named(Path(__file__))]
