"""The contact sheet: one page with every picture, small, above its caption."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.app.theme import Look
from planner.typography.scale import BODY

_ACROSS: Final = 4
_WIDE: Final = 720
_GAP: Final = 24
_CAPTION: Final = 28

Taken = tuple[str, str]
"""The name of a picture's file, without its ending, and its caption."""


def write_page(folder: Path, taken: Sequence[Taken]) -> None:
    """Write ``index.html``; a click shows a picture as it is."""
    figures = "\n".join(
        f'<figure><a href="{name}.png"><img src="{name}.png" loading="lazy" alt="{escape(caption)}"></a>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        for name, caption in taken
    )
    style = (
        "body{font:14px sans-serif;margin:24px;display:grid;gap:24px;"
        "grid-template-columns:repeat(auto-fill,minmax(420px,1fr))}"
        "figure{margin:0}img{width:100%;border:1px solid gray}figcaption{margin-top:4px}"
    )
    page = (
        f'<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>{style}</style>\n{figures}\n'
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def write_sheet(folder: Path, taken: Sequence[Taken], look: Look) -> None:
    """Write ``contact.png``, all pictures on one."""
    rows = -(-len(taken) // _ACROSS)
    high = round(_WIDE * 900 / 1440) + _CAPTION
    sheet = QPixmap(_ACROSS * (_WIDE + _GAP) + _GAP, rows * (high + _GAP) + _GAP)
    sheet.fill(look.colour("canvas"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(look.font(BODY))
    painter.setPen(look.colour("ink"))
    for place, (name, caption) in enumerate(taken):
        row, column = divmod(place, _ACROSS)
        x, y = _GAP + column * (_WIDE + _GAP), _GAP + row * (high + _GAP)
        picture = QPixmap(str(folder / f"{name}.png"))
        small = picture.scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation)
        painter.drawPixmap(x, y, small)
        painter.drawText(
            QRectF(x, y + small.height() + 4, _WIDE, _CAPTION - 4), Qt.AlignmentFlag.AlignLeft, caption
        )
    painter.end()
    sheet.save(str(folder / "contact.png"))
