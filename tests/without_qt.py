"""A pytest plugin for the core tests: PySide6 cannot be imported, as on a machine that does not have it.

Used as ``-p no:pytest-qt -p tests.without_qt``; it answers for the settings that pytest-qt would know.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest


class QtBlocker:
    """Finds the Qt packages before anything else does, only to refuse them."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is blocked: the core has to work without Qt", name=name)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "what pytest-qt would read", type="linelist")


def pytest_configure(config: pytest.Config) -> None:
    sys.meta_path.insert(0, QtBlocker())
