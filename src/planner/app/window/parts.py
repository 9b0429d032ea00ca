"""The parts of an open plan, made together: bench, canvas and score panel meet only here."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.app.document import Document
from planner.app.theme import Look


@dataclass(frozen=True, slots=True)
class Parts:
    """Widgets from left to right, and the owners that their action rows name."""

    bench: QWidget
    canvas: QWidget
    panel: QWidget
    owners: Mapping[str, object]


def make_parts(document: Document, look: Look) -> Parts:  # noqa: ARG001
    """Make the parts for a document."""
    sides = []
    for part in ("panel", "canvas", "panel"):
        side = QWidget()
        side.setProperty("part", part)
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sides.append(side)
    bench, canvas, panel = sides
    return Parts(bench, canvas, panel, {})
