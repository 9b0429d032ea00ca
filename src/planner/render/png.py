"""Makes pictures of PDF pages, through PDFium, so that a picture shows just what is printed."""

import struct
import zlib
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_POINTS_PER_INCH: Final = 72


def pictured(pdf: bytes, *, page: int = 0, dpi: float = 144.0) -> bytes:
    """A page of a PDF file as the bytes of a PNG file; ``page`` counts from 0."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        data = bytes(bitmap.buffer)
        return _png(data, bitmap.width, bitmap.height, bitmap.stride, dpi)
    finally:
        document.close()


def _png(rgbx: bytes, width: int, height: int, stride: int, dpi: float) -> bytes:
    """Four bytes a pixel, of which the last says nothing, as a PNG of three (PNG, 2nd edition)."""
    rows: list[bytes] = []
    for row in range(height):
        line = rgbx[row * stride : row * stride + 4 * width]
        pixels = bytearray(3 * width)
        for part in range(3):
            pixels[part::3] = line[part::4]
        rows.append(b"\x00" + pixels)
    per_metre = round(dpi / 0.0254)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", zlib.compress(b"".join(rows), 6)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
