"""Modules of the program know each other in one direction only, by what they import and by their types."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"


def _name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {_name(path): path for path in SOURCE.glob("planner/**/*.py")}


def _known(path: Path) -> set[str]:
    """The modules that one imports anywhere: at its top, in a function, or for its types alone."""
    imports = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom))
    names = {
        f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in MODULES else node.module
        for node in imports
        for alias in node.names
    }
    return names & set(MODULES)


def test_no_module_is_known_by_what_it_knows():
    TopologicalSorter({name: _known(path) for name, path in MODULES.items()}).prepare()
