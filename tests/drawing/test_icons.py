from collections.abc import Iterable
from itertools import chain
from math import cos, pi, sin
from pathlib import Path

import pytest

from planner.drawing.icons import Icon, Icons
from planner.drawing.path_data import Path as Run
from planner.drawing.path_data import Point, read_path
from planner.errors import PlannerError

RESOURCES = Path(__file__).parents[2] / "resources"
NAMES = sorted(file.stem for file in (RESOURCES / "icons").glob("*.svg"))


@pytest.fixture
def icons() -> Icons:
    return Icons(lambda name: (RESOURCES / name).read_text("utf-8"))


def points(run: Run, pieces: int = 200) -> Iterable[Point]:
    """Many points along a run of the pen."""
    at = run.start
    for step in run.steps:
        curve = (at, *step) if len(step) == 3 else (at, at, step[0], step[0])
        for piece in range(pieces + 1):
            t = piece / pieces
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(part * x for part, (x, _) in zip(parts, curve, strict=True)),
                sum(part * y for part, (_, y) in zip(parts, curve, strict=True)),
            )
        at = step[-1]


def box(runs: Iterable[Run]) -> tuple[float, float, float, float]:
    xs, ys = zip(*chain.from_iterable(points(run) for run in runs), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def svg(body: str, view: str = "0 0 24 24") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'


@pytest.mark.parametrize(
    ("data", "ends"),
    [
        ("M2 3L4 5 6 7", [(4, 5), (6, 7)]),
        ("m2 3 2 2l2,2", [(4, 5), (6, 7)]),
        ("M1 1h4v5H2V3", [(5, 1), (5, 6), (2, 6), (2, 3)]),
        ("M1-1.5.5-.5", [(0.5, -0.5)]),
        ("M0 0C1 1 2 2 3 3s2 2 4 0", [(3, 3), (7, 3)]),
        ("M0 0q1 2 2 0t2 0", [(2, 0), (4, 0)]),
        ("M0 0a1 1 0 012 0", [(1, -1), (2, 0)]),
    ],
)
def test_commands_lead_to_their_points(data: str, ends: list[Point]) -> None:
    (run,) = read_path(data)
    assert [step[-1] for step in run.steps] == [pytest.approx(end) for end in ends]


def test_a_smooth_curve_mirrors_the_control_point_before_it() -> None:
    (run,) = read_path("M0 0c1 2 3 2 4 0s3 -2 4 0")
    assert run.steps[1][0] == pytest.approx((5, -2))


def test_a_quadratic_curve_keeps_its_middle() -> None:
    assert box(read_path("M0 0Q4 8 8 0")) == pytest.approx((0, 0, 8, 4))


def test_a_path_goes_on_from_the_start_of_what_was_closed() -> None:
    first, second = read_path("M1 1h2v2zl4 4")
    assert first.closed
    assert not second.closed
    assert (second.start, second.steps) == ((1, 1), (((5, 5),),))


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("0 1", (0, -5, 5, 0)),
        ("1 0", (-5, -5, 5, 5)),
        ("0 0", (0, -5, 5, 0)),
        ("1 1", (0, -10, 10, 0)),
    ],
)
def test_an_arc_takes_the_side_and_the_way_that_its_flags_say(
    flags: str, expected: tuple[float, ...]
) -> None:
    """From (0, -5) to (5, 0) with radius 5: around (0, 0), or around (5, -5)."""
    assert box(read_path(f"M0 -5A5 5 0 {flags} 5 0")) == pytest.approx(expected, abs=0.01)


def test_every_point_of_an_arc_lies_on_its_ellipse() -> None:
    (run,) = read_path("M10 4A6 3 30 1 1 12 8")
    turn = pi / 6
    turned = [(cos(turn) * x + sin(turn) * y, cos(turn) * y - sin(turn) * x) for x, y in points(run)]
    left, top = min(x for x, _ in turned), min(y for _, y in turned)
    cx, cy = left + 6, top + 3
    assert all(((x - cx) / 6) ** 2 + ((y - cy) / 3) ** 2 == pytest.approx(1, abs=0.01) for x, y in turned)


def test_an_arc_too_small_for_its_ends_grows_to_a_half_circle() -> None:
    assert box(read_path("M0 0A1 1 0 0 1 8 0")) == pytest.approx((0, -4, 8, 0), abs=0.01)


@pytest.mark.parametrize("data", ["2 3", "M2", "M2 3X", "M2 3L4", "M0 0a1 1 0 2 1 2 0", "M0 0z1"])
def test_what_is_no_path_data_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"at \d+ of"):
        read_path(data)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<circle cx="12" cy="12" r="9"/>', (3, 3, 21, 21)),
        ('<ellipse cx="12" cy="12" rx="9" ry="4"/>', (3, 8, 21, 16)),
        ('<rect x="2" y="4" width="20" height="16"/>', (2, 4, 22, 20)),
        ('<rect x="2" y="4" width="20" height="16" rx="3"/>', (2, 4, 22, 20)),
        ('<line x1="3" y1="20" x2="9" y2="4"/>', (3, 4, 9, 20)),
        ('<polyline points="3,20 9,4 12,12"/>', (3, 4, 12, 20)),
        ('<polygon points="3 20 9 4 12 12"/>', (3, 4, 12, 20)),
        ('<path d="M12 20V4M5 10l7-6 7 6"/>', (5, 4, 19, 20)),
    ],
)
def test_every_kind_of_shape_fills_its_box(shape: str, expected: tuple[float, ...]) -> None:
    assert box(Icon.parse(svg(shape), "shape").strokes) == pytest.approx(expected, abs=0.01)


def test_a_filled_shape_says_so() -> None:
    dot, ring = Icon.parse(
        svg('<circle r="1" cx="1" cy="1" fill="currentColor"/><circle r="1" cx="1" cy="1"/>'), "x"
    ).strokes
    assert (dot.filled, ring.filled) == (True, False)
    assert dot.closed


@pytest.mark.parametrize(
    "text",
    [
        "no drawing",
        svg("<text>A</text>"),
        svg('<path d="M1"/>'),
        svg("<path/>"),
        svg('<rect width="2" height="2" stroke-dasharray="3"/>'),
        svg('<path d="M1 1h2" transform="scale(2)"/>'),
        svg('<path d="M1 1h2"/>', view="0 0 24 16"),
    ],
)
def test_an_icon_that_cannot_be_drawn_everywhere_is_named(text: str) -> None:
    with pytest.raises(PlannerError, match="The icon flag cannot be drawn"):
        Icon.parse(text, "flag")


def test_an_icon_is_read_once(icons: Icons) -> None:
    assert icons["hub"] is icons["hub"]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_stays_inside_its_square_of_24(icons: Icons, name: str) -> None:
    icon = icons[name]
    left, top, right, bottom = box(icon.strokes)
    assert icon.view == 24
    assert min(left, top) >= 1, "half a stroke needs 1"
    assert max(right, bottom) <= 23


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_looks_as_qt_draws_its_file(
    icons: Icons, request: pytest.FixtureRequest, name: str
) -> None:
    pytest.importorskip("PySide6.QtSvg")
    request.getfixturevalue("qapp")
    ours, qts = painted(icons[name]), painted_by_qt((RESOURCES / f"icons/{name}.svg").read_bytes())
    differences = [abs(one - two) for one, two in zip(ours, qts, strict=True)]
    assert sum(ours) > 0
    assert sum(differences) / sum(qts) < 0.02


def painted(icon: Icon) -> bytes:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPainterPath, QPen

    image, painter = blank()
    painter.scale(4, 4)
    painter.setPen(
        QPen(
            QColor(255, 255, 255),
            2,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    for run in icon.strokes:
        path = QPainterPath()
        path.moveTo(*run.start)
        for step in run.steps:
            if len(step) == 3:
                path.cubicTo(*chain.from_iterable(step))
            else:
                path.lineTo(*step[0])
        if run.closed:
            path.closeSubpath()
        painter.setBrush(QColor(255, 255, 255) if run.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.end()
    return bytes(image.constBits())


def painted_by_qt(data: bytes) -> bytes:
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtSvg import QSvgRenderer

    image, painter = blank()
    renderer = QSvgRenderer(QByteArray(data.replace(b"currentColor", b"white")))
    renderer.render(painter, QRectF(0, 0, 96, 96))
    painter.end()
    return bytes(image.constBits())


def blank() -> tuple[object, object]:
    from PySide6.QtGui import QImage, QPainter

    image = QImage(96, 96, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter
