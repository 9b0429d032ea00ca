"""Reads the rows of a roster from CSV, TSV or a workbook, whatever its encoding and delimiter."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from planner.errors import PlannerError
from planner.exchange.roster.limits import MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes of a roster; a list of 200,000 people takes about half of it."""

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
_LONGEST_CELL = 200_000
_OTHERS = {
    b"SQLite format 3\0": "a project file or another database",
    b"\xd0\xcf\x11\xe0": "an old or a protected workbook; save it as XLSX or CSV",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; ``number`` counts as a spreadsheet does, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of a roster, the heading among them; ``name`` is what its file is called."""

    name: str
    rows: tuple[Row, ...]


def read(source: Path | bytes | BinaryIO, *, name: str = "") -> Roster:
    """The table in a file, a stream or bytes, told by content; raises PlannerError when there is none."""
    if isinstance(source, Path):
        name = name or source.name
    shown = name or "The list"
    content = _content(source, shown)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise PlannerError("{name} is empty; a roster has a heading and one row a person.", name=shown)
    for magic, what in _OTHERS.items():
        if content.startswith(magic):
            raise PlannerError("{name} is no roster but {what}.", name=shown, what=what)
    if content.startswith(b"PK\x03\x04"):
        from planner.exchange.roster.workbooks import read_workbook

        cells = read_workbook(content, shown)
    else:
        cells = _delimited(_decoded(content, shown), shown)
    rows = tuple(Row(number, row) for number, row in cells if any(row))
    if not rows:
        raise PlannerError("{name} is empty; a roster has a heading and one row a person.", name=shown)
    return Roster(name, rows)


def _content(source: Path | bytes | BinaryIO, name: str) -> bytes:
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                content = stream.read(LARGEST_FILE + 1)
        else:
            content = source if isinstance(source, bytes) else source.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = (error.strerror or "an input error").lower()
        raise PlannerError("{name} cannot be read: {reason}.", name=name, reason=reason) from error
    if len(content) > LARGEST_FILE:
        raise PlannerError("{name} is above 128 MB, far more than a roster takes.", name=name)
    return content


def _decoded(content: bytes, name: str) -> str:
    text = _first_that_fits(content)
    if text is None or "\0" in text:
        raise PlannerError("{name} is no roster: it is not a text, and no workbook either.", name=name)
    return text


def _first_that_fits(content: bytes) -> str | None:
    """The text in the first encoding that fits; Windows-1252 fits nearly all, so it comes last."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", *_without_mark(content), "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _without_mark(content: bytes) -> tuple[str, ...]:
    """UTF-16 as some programs write it, without its mark: every other byte of plain text is zero."""
    start = content[:200]
    if start[1::2].count(0) > len(start) // 4:
        return ("utf-16-le",)
    return ("utf-16-be",) if start[::2].count(0) > len(start) // 4 else ()


def _delimited(text: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    if sum(not _belongs(mark) for mark in text[:4000]) > 8:
        raise PlannerError("{name} is no roster: it is not a text, and no workbook either.", name=name)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        yield from _trimmed(reader, name)
    except csv.Error as error:
        raise PlannerError(
            "{name} cannot be read beyond line {line}: a cell is too long, as if a quotation mark were open.",
            name=name,
            line=reader.line_num,
        ) from error


def _belongs(mark: str) -> bool:
    return mark >= " " or mark in "\t\r\n\f\v"


def _trimmed(rows: Iterable[list[str]], name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, cells in enumerate(rows, 1):
        if len(cells) > MOST_COLUMNS:
            raise too_many_columns(name)
        if number > MOST_ROWS:
            raise too_many_rows(name)
        yield number, tuple(" ".join(cell.split()) for cell in cells)


def _delimiter(text: str) -> str:
    """The mark that cuts the first rows into the same number of cells, as many as possible."""
    start = "".join(text[:100_000].splitlines(keepends=True)[:_LOOKED_AT])

    def worth(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(StringIO(start, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=worth)
