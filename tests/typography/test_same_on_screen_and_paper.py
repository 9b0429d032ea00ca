"""One string of every style is measured, painted and printed, and stands at the same places in all three.

How the screen has to draw text for this to hold is told in docs/decisions/0012-same-text-on-screen-and-paper.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from planner.typography import FAMILY, STYLES, Fonts, Style, Weight

RESOURCES = Path(__file__).parents[2] / "resources"
# Kerning pairs, digits, an accent, a pair that other fonts join; the bar at the end is found by its centre.
TEXT = "AV To Zieliński, MLOps first -> 84.7% × 10 |"
TOLERANCE = 0.25


@pytest.fixture(scope="module")
def paper() -> Iterator[pypdfium2.PdfDocument]:
    """One page a style, its baseline starting at (20, 50), in points that stand for pixels."""
    for weight in Weight:
        pdfmetrics.registerFont(TTFont(weight.font_name, str(RESOURCES / weight.file)))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(900, 100), initialFontName=Weight.REGULAR.font_name)
    for style in STYLES:
        canvas.setFont(style.weight.font_name, style.size)
        canvas.drawString(20, 50, TEXT)
        canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    yield document
    document.close()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_letter_on_paper_starts_where_it_was_measured(
    fonts: Fonts, paper: pypdfium2.PdfDocument, style: Style
) -> None:
    text = paper[STYLES.index(style)].get_textpage()
    assert text.get_text_range() == TEXT
    starts = [start_on_paper(text, index) for index in range(len(TEXT))]
    assert starts == pytest.approx(fonts.positions(TEXT, style), abs=0.01)


def start_on_paper(text: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = raw.c_double(), raw.c_double()
    assert raw.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value - 20


@pytest.fixture(scope="module")
def screen(request: pytest.FixtureRequest) -> object:
    """Qt's application, where there is a Qt."""
    pytest.importorskip("PySide6.QtGui")
    return request.getfixturevalue("qapp")


@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_last_letter_on_screen_stands_where_it_was_measured(
    fonts: Fonts, screen: object, style: Style, zoom: float
) -> None:
    for left in (10.0, 10.1, 10.2, 10.3, 10.4, 10.5):
        painted, drawn = painted_and_measured_bar(fonts, style, zoom=zoom, left=left)
        assert painted == pytest.approx(drawn, abs=TOLERANCE)


def painted_and_measured_bar(fonts: Fonts, style: Style, *, zoom: float, left: float) -> tuple[float, float]:
    """Paint the text and weigh the ink of its last letter; both results are its centre's x in pixels."""
    from PySide6 import QtCore as core  # not there in the core's tests
    from PySide6 import QtGui as gui

    positions = fonts.positions(TEXT, style)
    font = gui.QRawFont(
        (RESOURCES / style.weight.file).read_bytes(), style.size, gui.QFont.HintingPreference.PreferNoHinting
    )
    run = gui.QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(font.glyphIndexesForString(TEXT))
    run.setPositions([core.QPointF(x, 0) for x in positions])

    image = gui.QImage(round(900 * zoom), round(60 * zoom), gui.QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = gui.QPainter(image)
    painter.scale(zoom, zoom)
    # Qt places glyphs at the quarter of a device pixel to the left; an eighth more is the nearest one.
    painter.drawGlyphRun(core.QPointF(left + 0.125 / zoom, 40), run)
    painter.end()

    blank = round((left + positions[-2] + 1) * zoom)
    centre = font.pathForGlyph(run.glyphIndexes()[-1]).boundingRect().center().x()
    return centre_of_ink(image, blank) / zoom, left + positions[-1] + centre


def centre_of_ink(image: object, first_column: int) -> float:
    """The mean x of the ink from a column on, each pixel as heavy as it is dark."""
    data, step, width = bytes(image.constBits()), image.bytesPerLine(), image.width()  # type: ignore[attr-defined]
    ink = {x: sum(255 - grey for grey in data[x::step]) for x in range(first_column, width)}
    assert sum(ink.values()) > 0
    return sum((x + 0.5) * weight for x, weight in ink.items()) / sum(ink.values())


@pytest.mark.parametrize("weight", Weight)
def test_qt_finds_every_cut_by_family_and_weight_and_paper_by_name(screen: object, weight: Weight) -> None:
    from PySide6 import QtGui as gui

    file = RESOURCES / weight.file
    gui.QFontDatabase.addApplicationFont(str(file))
    font = gui.QFont(FAMILY, -1, weight.number, weight is Weight.ITALIC)
    assert gui.QFontInfo(font).styleName() == weight.value
    assert TTFont(weight.font_name, str(file)).face.name.decode() == weight.font_name
