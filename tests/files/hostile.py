"""Makes the workbooks that the import gate must refuse or report, by code, so that none lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

HEADER = ["工号", "姓名", "单位"]
ROWS = [["00123", "张伟", "江岸分公司"], ["00124", "李𫟹", "硚口分公司"]]


def workbook(path: Path, rows: Sequence[Sequence[Any]] = (HEADER, *ROWS), **sheets: Sequence[Sequence[Any]]) -> Path:
    """An honest workbook with these rows on the first sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for name, more in sheets.items():
        other = book.create_sheet(name)
        for row in more:
            other.append(list(row))
    book.save(path)
    return path


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes], add: dict[str, bytes] | None = None) -> Path:
    """The workbook with one part changed and others added."""
    source = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)
        for name, data in (add or {}).items():
            new.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def with_cells(path: Path, cells: str) -> Path:
    """A workbook whose sheet holds one further row of raw XML cells, row 9."""
    row = f'<row r="9">{cells}</row></sheetData>'.encode()
    return rewritten(workbook(path), SHEET, lambda xml: xml.replace(b"</sheetData>", row))


def strict(path: Path) -> Path:
    """A workbook in the Strict dialect."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    source = io.BytesIO(workbook(path).read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info).replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            new.writestr(
                info.filename, data.replace(relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            )
    return path


def ole(path: Path, stream: str) -> Path:
    """The outside of an OLE container with one stream's name in its directory."""
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le").ljust(128, b"\0") + bytes(4096)
    )
    return path


def shared(path: Path, items: str = "<si><t>甲</t></si>", cells: str = '<c r="A9" t="s"><v>0</v></c>') -> Path:
    """A workbook with shared strings, as Excel writes it, used in row 9."""
    with_cells(path, cells)
    relation = (
        b'<Relationship Id="rIdS" Target="/xl/sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    sst = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'
    return rewritten(
        path,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", relation),
        {"xl/sharedStrings.xml": sst.encode()},
    )


def with_dtd(path: Path, part: str = SHEET) -> Path:
    """A workbook with an entity declared in a part."""
    dtd = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

    def change(xml: bytes) -> bytes:
        if xml.startswith(b"<?xml"):
            end = xml.index(b"?>") + 2
            return xml[:end] + dtd + xml[end:]
        return dtd + xml

    return rewritten(shared(path), part, change)


def bomb(path: Path) -> Path:
    """A small file that unpacks to a lot."""
    return rewritten(workbook(path), "", bytes, {"xl/media/image1.xml": bytes(80 * 1024 * 1024)})
