"""Draws the program's icon as PNG from its SVG, in the sizes that desktops and the window ask for.

python packaging/build_icon.py
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

BRAND = Path(__file__).resolve().parents[1] / "resources" / "brand"
SIZES = (48, 256)


def main() -> int:
    """Write one PNG for each size beside the SVG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(BRAND / "planner.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(BRAND / f"planner-{size}.png"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
