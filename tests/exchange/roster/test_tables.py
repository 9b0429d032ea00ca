import io
import zipfile

import pytest
from openpyxl import Workbook

from planner.errors import PlannerError
from planner.exchange import roster
from planner.exchange.roster import workbooks

PEOPLE = "name,title\nZoé Laurent,Data engineer\n"


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in roster.read(content).rows]


def refused(content, **fields) -> str:
    with pytest.raises(PlannerError) as caught:
        roster.read(content, **fields)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_any_usual_encoding(encoding):
    assert cells(PEOPLE.encode(encoding)) == [("name", "title"), ("Zoé Laurent", "Data engineer")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = f'name{delimiter}tags\nA{delimiter}"x{delimiter}y"\nB{delimiter}"z, w"\n'
    assert cells(text.encode())[0] == ("name", "tags")
    assert cells(text.encode())[2] == ("B", "z, w")


def test_rows_are_numbered_as_in_a_spreadsheet_and_blank_ones_passed_over():
    rows = roster.read(b"name\n\n Ada \n,\nBob").rows
    assert [(row.number, row.cells[0]) for row in rows] == [(1, "name"), (3, "Ada"), (5, "Bob")]


def test_a_line_break_in_a_cell_is_a_space():
    assert cells(b'name,title\r\n"Ada\r\nMoss","Data\n engineer"\r\n')[1] == ("Ada Moss", "Data engineer")


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_is_read_from_its_first_sheet_with_anything_in_it():
    content = workbook([], [["id", "name", "FTE"], [7, "Ada", 0.5], [8.0, "Bob", None]], [["other"]])
    assert cells(content) == [("id", "name", "FTE"), ("7", "Ada", "0.5"), ("8", "Bob")]


def test_of_several_sheets_the_one_with_known_headings_is_read_and_the_others_are_told():
    content = workbook([["How to use this file"]], [["name", "job title"], ["Ada", "Clerk"]], [["Berlin"]])
    read = roster.read(content)
    assert read.rows[0].cells == ("name", "job title")
    assert [str(remark) for remark in read.remarks] == [
        "The sheet “Sheet 1” was read; the workbook has “Sheet 0” and “Sheet 2” too."
    ]


def test_a_guessed_encoding_is_told():
    assert roster.read(PEOPLE.encode("utf-8")).remarks == ()
    (remark,) = roster.read(PEOPLE.encode("cp1252")).remarks
    assert "read as Western European (Windows-1252)" in str(remark)


def test_marks_that_nobody_sees_are_no_part_of_a_cell():
    text = "name,manager\nAnn\u202eLee,\nBo\u200b Su,Ann\u00adLee\nنیما\u200cپور,\n"
    assert [row[0] for row in cells(text.encode())[1:]] == ["AnnLee", "Bo Su", "نیما\u200cپور"]
    assert cells(text.encode())[2][1] == "AnnLee"
    assert cells(workbook([["name"], ["Bo\u200b Su"]]))[1] == ("Bo Su",)


def test_a_first_line_that_tells_the_delimiter_is_no_row():
    assert cells(b"sep=;\r\nname;a,b\r\nAda;c,d\r\n") == [("name", "a,b"), ("Ada", "c,d")]


def test_a_stream_and_a_path_are_read_alike(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_bytes(PEOPLE.encode())
    assert roster.read(path).rows == roster.read(io.BytesIO(PEOPLE.encode())).rows
    assert roster.read(path).name == "staff.csv"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "staff is empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "staff is empty"),
        (b",,\n,,\n", "staff is empty"),
        (b"SQLite format 3\0" + b"x" * 600, "a project file or another database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "save it as XLSX or CSV"),
        (b"%PDF-1.7 ...", "no roster but a PDF"),
        (b"\r\n<HTML><table><tr><td>name</td></tr></table>", "a web page, even if it is called a workbook"),
        (b'name,title\nAda,"Clerk\nBo,Clerk\n', "a quotation mark is never closed"),
        (b"\x7fELF\2\1\1\0\0\0\0\0" * 40, "not a text"),
        (bytes(range(1, 32)) * 40, "not a text"),
        (b"PK\x03\x04 nothing of the kind", "damaged workbook"),
        (("," * 101 + "\n").encode() * 2 + b"x" + b"," * 101, "more than 100 columns"),
        (b"name\n" + b'"' + b"x" * 300_000, "a quotation mark were open"),
    ],
)
def test_what_is_no_roster_is_refused_in_one_sentence(content, said):
    text = refused(content, name="staff")
    assert said in text
    assert "\n" not in text


def test_more_rows_than_any_roster_has_are_refused():
    assert "more than 200,000 rows" in refused(b"name\n" + b"x\n" * 200_000)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    assert refused(tmp_path / "gone.csv") == "gone.csv cannot be read: no such file or directory."


def zipped(*parts: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_workbook_with_a_document_type_is_not_opened():
    content = workbook([["name"], ["Ada"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(part, archive.read(part)) for part in archive.namelist()]
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    parts = [(name, bomb + text if name.endswith("sheet1.xml") else text) for name, text in parts]
    assert "document type" in refused(zipped(*parts))


def test_a_workbook_that_unpacks_to_far_too_much_is_not_opened(monkeypatch):
    assert "unpacks to far more" in refused(zipped(("xl/workbook.xml", b" " * (65 * 1024 * 1024))))
    monkeypatch.setattr(workbooks, "LARGEST_TOTAL", 100)
    assert "unpacks to far more" in refused(workbook([["name"], ["Ada"]]))


def test_a_workbook_of_too_many_parts_is_not_opened():
    assert "too many parts" in refused(zipped(*((f"part{number}", b"") for number in range(1001))))


def test_a_zip_that_is_no_workbook_is_called_damaged():
    assert "damaged workbook" in refused(zipped(("hello.txt", b"hello")))


def test_half_a_workbook_is_called_damaged():
    content = workbook([["name"], ["Ada"]])
    assert "damaged workbook" in refused(content[: len(content) // 2])
