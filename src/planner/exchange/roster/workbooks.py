"""Reads the first sheet with people from a workbook, after a look at what the file unpacks to."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from planner.errors import PlannerError
from planner.exchange.roster.cells import cleaned
from planner.exchange.roster.headings import known_headings
from planner.exchange.roster.limits import MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from planner.messages import Message, listed, message

MOST_PARTS = 1_000
LARGEST_PART = 64 * 1024 * 1024
LARGEST_TOTAL = 128 * 1024 * 1024

_PIECE = 1024 * 1024
_HEADING_WITHIN = 10
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def read_workbook(
    content: bytes, name: str
) -> tuple[Iterator[tuple[int, tuple[str, ...]]], tuple[Message, ...]]:
    """The rows of the sheet with the most headings known, else of the first with any, with their numbers.

    Beside them what there is to say: which sheet it was, and which others hold something.
    """
    _check_parts(content, name)
    try:
        sheets = {title: rows for title, rows in _sheets(content) if any(any(cells) for _, cells in rows)}
        read = max(sheets, key=lambda title: _worth(sheets[title]), default="")
        rows = sheets.get(read, [])
    except PlannerError:
        raise
    except Exception as error:  # whatever the reader of workbooks meets in a broken or hostile one
        raise PlannerError("{name} is a damaged workbook or none at all.", name=name) from error
    if len(rows) > MOST_ROWS:
        raise too_many_rows(name)
    if any(len(cells) > MOST_COLUMNS for _, cells in rows):
        raise too_many_columns(name)
    others = [title for title in sheets if title != read]
    said = message(
        "The sheet “{sheet}” was read; the workbook has {others} too.",
        sheet=read,
        others=listed([message("“{sheet}”", sheet=title) for title in others]),
    )
    return iter(rows), (said,) if others else ()


def _worth(rows: list[tuple[int, tuple[str, ...]]]) -> int:
    return max(known_headings(cells) for _, cells in rows[:_HEADING_WITHIN])


def _sheets(content: bytes) -> Iterator[tuple[str, list[tuple[int, tuple[str, ...]]]]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a file says of its size need not be so
                rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True)
                yield sheet.title, [(number, _texts(cells)) for number, cells in enumerate(rows, 1)]
        finally:
            book.close()


def _texts(cells: tuple[Any, ...]) -> tuple[str, ...]:
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return cleaned(str(cell))


def _check_parts(content: bytes, name: str) -> None:
    """Unpack every part once, within limits, before the workbook is understood."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            _unpack(archive, name)
    except PlannerError:
        raise
    except Exception as error:  # zip files break in more ways than the library documents
        raise PlannerError("{name} is a damaged workbook or none at all.", name=name) from error


def _unpack(archive: ZipFile, name: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise PlannerError("{name} is a workbook of too many parts.", name=name)
    total = 0
    for part in parts:
        total += _size(archive, part, name)
        if total > LARGEST_TOTAL:
            raise _too_large(name)


def _size(archive: ZipFile, part: ZipInfo, name: str) -> int:
    size, before = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > LARGEST_PART:
                raise _too_large(name)
            if any(mark in before + piece for mark in _DOCTYPES):
                raise PlannerError(
                    "{name} holds a document type, which no plain workbook does; it was not opened.",
                    name=name,
                )
            before = piece[-20:]
    return size


def _too_large(name: str) -> PlannerError:
    return PlannerError("{name} unpacks to far more than a roster takes; it was not opened.", name=name)
