"""Reads the rows of a roster from CSV, TSV or a workbook, whatever its encoding and delimiter."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from planner.errors import PlannerError
from planner.exchange.roster.cells import cleaned
from planner.exchange.roster.limits import MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from planner.messages import Message, message

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes of a roster; a list of 200,000 people takes about half of it."""

_DELIMITERS = ",;\t|"
_SEPARATOR_LINES = {f"sep={mark}" for mark in ",;|"} | {"sep="}
_LOOKED_AT = 50
_LONGEST_CELL = 200_000
_LAST_RESORT = "cp1252"
_END = "end"
_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta")
_OTHERS = {
    b"SQLite format 3\0": "a project file or another database",
    b"\xd0\xcf\x11\xe0": "an old or a protected workbook; save it as XLSX or CSV",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
}


class Row(Struct, frozen=True):
    """A row with something in it; ``number`` counts as a spreadsheet does, from 1."""

    number: int
    cells: tuple[str, ...]


class Roster(Struct, frozen=True):
    """The rows of a roster, the heading among them; ``name`` is what its file is called.

    ``remarks`` say what a reader should know of how the file was read.
    """

    name: str
    rows: tuple[Row, ...]
    remarks: tuple[Message, ...] = ()


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
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(_PAGES):
        what = "a web page, even if it is called a workbook; save it as XLSX or CSV"
        raise PlannerError("{name} is no roster but {what}.", name=shown, what=what)
    cells, remarks = _table(content, shown)
    rows = tuple(Row(number, row) for number, row in cells if any(row))
    if not rows:
        raise PlannerError("{name} is empty; a roster has a heading and one row a person.", name=shown)
    return Roster(name, rows, remarks)


def _table(content: bytes, name: str) -> tuple[Iterator[tuple[int, tuple[str, ...]]], tuple[Message, ...]]:
    """The rows with their numbers, and what there is to say of how they were read."""
    if content.startswith(b"PK\x03\x04"):
        from planner.exchange.roster.workbooks import read_workbook

        return read_workbook(content, name)
    text, is_guessed = _decoded(content, name)
    guessed = message(
        "The file is not in UTF-8 and was read as Western European (Windows-1252); if names look wrong, save "
        "it as CSV UTF-8 or XLSX."
    )
    return _delimited(text, name), (guessed,) if is_guessed else ()


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


def _decoded(content: bytes, name: str) -> tuple[str, bool]:
    """The text, and whether its encoding is a mere guess."""
    text, encoding = _first_that_fits(content)
    if "\0" in text or not encoding:
        raise PlannerError("{name} is no roster: it is not a text, and no workbook either.", name=name)
    return text, encoding == _LAST_RESORT


def _first_that_fits(content: bytes) -> tuple[str, str]:
    """The text in the first encoding that fits, with that; nothing where none does.

    Windows-1252 fits nearly all, so it comes last.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", *_without_mark(content), _LAST_RESORT):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return "", ""


def _without_mark(content: bytes) -> tuple[str, ...]:
    """UTF-16 as some programs write it, without its mark: every other byte of plain text is zero."""
    start = content[:200]
    if start[1::2].count(0) > len(start) // 4:
        return ("utf-16-le",)
    return ("utf-16-be",) if start[::2].count(0) > len(start) // 4 else ()


def _is_told(lines: list[str]) -> bool:
    """Whether the first line is one by which a program tells another the delimiter, ``sep=;``."""
    return len(lines) > 1 and lines[0].strip().casefold() in _SEPARATOR_LINES


def _delimited(text: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    if sum(not _belongs(mark) for mark in text[:4000]) > 8:
        raise PlannerError("{name} is no roster: it is not a text, and no workbook either.", name=name)
    csv.field_size_limit(_LONGEST_CELL)
    lines = StringIO(text, newline="").readlines()
    delimiter = _delimiter(text)
    if _is_told(lines):
        lines[0] = "\n"
    reader = csv.reader([*lines, _END], delimiter=delimiter)
    try:
        yield from _trimmed(_complete(reader, name), name)
    except csv.Error as error:
        raise PlannerError(
            "{name} cannot be read beyond line {line}: a cell is too long, as if a quotation mark were open.",
            name=name,
            line=reader.line_num,
        ) from error


def _complete(rows: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    """The rows before the one that marks the end, unless an open quotation mark has swallowed that."""
    held = next(rows)
    for row in rows:
        yield held
        held = row
    if held != [_END]:
        raise PlannerError(
            "{name} cannot be read: a quotation mark is never closed, so the rows after it would be lost.",
            name=name,
        )


def _belongs(mark: str) -> bool:
    return mark >= " " or mark in "\t\r\n\f\v"


def _trimmed(rows: Iterable[list[str]], name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, cells in enumerate(rows, 1):
        if len(cells) > MOST_COLUMNS:
            raise too_many_columns(name)
        if number > MOST_ROWS:
            raise too_many_rows(name)
        yield number, tuple(map(cleaned, cells))


def _delimiter(text: str) -> str:
    """The mark that cuts the first rows into the same number of cells, as many as possible."""
    lines = text[:100_000].splitlines(keepends=True)[:_LOOKED_AT]
    start = "".join(lines)
    if _is_told(lines):
        return lines[0].strip("\r\n")[len("sep=") :] or "\t"

    def worth(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(StringIO(start, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=worth)
