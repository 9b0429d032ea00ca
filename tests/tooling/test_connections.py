"""What is connected must not keep a closed window: connections are where Python's collector cannot look."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "src" / "planner" / "app"
OUTLIVE = {"document", "look", "settings", "shortcuts", "program", "motion", "trees", "work", "application"}
"""Names of what lives outside the window's tree in Qt: a lambda connected there stays, with all it holds."""
NEED_NO_PARENT = {"Document", "Look", "Program", "Shortcuts"}
"""Objects that no window owns."""


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(APP.rglob("*.py")):
        yield path.relative_to(APP).as_posix(), ast.parse(path.read_text("utf-8"))


def _sender(signal: ast.expr) -> str:
    """Who sends ``self._document.changed``: ``document``."""
    owner = signal.value if isinstance(signal, ast.Attribute) else signal
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name.lstrip("_")


def _holds(slot: ast.expr) -> bool:
    """Whether Qt would hold a slot for as long as its sender lives, and not weakly as a bound method."""
    is_partial = isinstance(slot, ast.Call) and getattr(slot.func, "id", "") == "partial"
    return isinstance(slot, ast.Lambda) or is_partial


def _held(tree: ast.Module) -> Iterator[int]:
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(value=signal, attr="connect"), args=[slot, *_]) if _holds(slot):
                if _sender(signal) in OUTLIVE:
                    yield call.lineno


def _is_bare(call: ast.AST) -> bool:
    """Whether this is ``super().__init__()``, without a parent."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name("super")), attr="__init__"), args=[]):
            return True
    return False


def _orphans(tree: ast.Module) -> Iterator[str]:
    """Classes of objects, not widgets, that name no parent in Qt."""
    for made in ast.walk(tree):
        match made:
            case ast.ClassDef(name=name, bases=bases) if "QObject" in map(ast.unparse, bases):
                if any(map(_is_bare, ast.walk(made))):
                    yield name


def test_what_outlives_a_window_is_connected_to_bound_methods() -> None:
    held = [f"{name}:{line}" for name, tree in _modules() for line in _held(tree)]
    assert held == [], "connect a method of an object in the window, or an object with a parent there"


def test_objects_have_a_parent_in_their_window() -> None:
    orphans = {orphan for _, tree in _modules() for orphan in _orphans(tree)}
    assert orphans <= NEED_NO_PARENT, "pass the page, window or widget that the object serves as parent"


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("document.changed.connect(lambda _: self.fill())", True),
        ("self._look.changed.connect(partial(draw, it))", True),
        ("document.changed.connect(self.fill)", False),
        ("self.button.clicked.connect(lambda: self.fill())", False),
    ],
)
def test_the_guard_sees_what_would_stay(line: str, is_found: bool) -> None:
    assert list(_held(ast.parse(line))) == [1] * is_found
