from __future__ import annotations

import sys
import threading
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from exam.errors import Cancelled, OutsideFault
from exam.files import workbook as gate
from exam.files.refusals import FileRefused
from exam.files.tables import read_table
from exam.files.workbook import read_sheet
from exam.progress import Progress

from . import hostile

SYNONYMS = {"number": ("工号", "staff number"), "name": ("姓名",), "unit": ("单位", "部门")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "花名册.xlsx"


def refusal(path: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        read_sheet(path)
    return str(refused.value)


def row_nine(path: Path, cells: str) -> list[tuple[str, str]]:
    data = read_sheet(hostile.with_cells(path, cells))
    return [(cell.kind, cell.text) for cell in data.rows[-1].cells]


def test_that_an_honest_workbook_is_read_whole(path: Path) -> None:
    data = read_sheet(hostile.workbook(path))
    assert [[cell.text for cell in row.cells] for row in data.rows] == [hostile.HEADER, *hostile.ROWS]
    assert [row.number for row in data.rows] == [1, 2, 3]
    assert len(data.sha256) == 64


def test_that_kinds_of_cells_are_told_apart(path: Path) -> None:
    hostile.workbook(
        path, [["文", 95, 92.5, True, False, None, "", " ", date(2015, 3, 1), datetime(2015, 3, 1, 8, 30), "尾"]]
    )
    cells = read_sheet(path).rows[0].cells
    assert [cell.kind for cell in cells] == [
        "text", "number", "number", "bool", "bool", "empty", "empty", "text", "date", "date", "text"
    ]  # fmt: skip
    assert [cells[8].text, cells[9].text] == ["2015-03-01", "2015-03-01T08:30:00"]
    assert cells[7].is_empty


def test_that_a_number_keeps_its_stored_text_and_is_taken_as_shown(path: Path) -> None:
    data = read_sheet(hostile.with_cells(path, '<c r="A9"><v>92.349999999999994</v></c><c r="B9"><v>9.5E1</v></c>'))
    first, second = data.rows[-1].cells
    assert first.text == "92.349999999999994"
    assert first.number == Decimal("92.35")
    assert second.number == Decimal(95)
    assert second.value == "95"


@pytest.mark.parametrize("raw", ["9_5", "９５", "1E999", "-1E999", "NaN", "Infinity", "0x10", "9,5", "1" * 70])
def test_that_what_is_no_number_is_not_taken_for_one(path: Path, raw: str) -> None:
    assert row_nine(path, f'<c r="A9"><v>{raw}</v></c>')[0][0] == "bad"


def test_that_leading_zeros_of_a_number_format_are_shown(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([123, 42])
    sheet["A1"].number_format = "00000"
    book.save(path)
    cells = read_sheet(path).rows[0].cells
    assert [cell.value for cell in cells] == ["00123", "42"]


def test_that_the_calendar_of_1904_is_known(path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append([date(2015, 3, 1)])
    book.save(path)
    assert read_sheet(path).rows[0].cells[0].text == "2015-03-01"


def test_that_formulas_errors_and_stored_results_are_told_apart(path: Path) -> None:
    cells = row_nine(
        path,
        '<c r="A9"><f>B1+1</f></c><c r="B9"><f>B1</f><v>7</v></c><c r="C9" t="str"><f>X</f><v></v></c>'
        '<c r="D9" t="e"><v>#DIV/0!</v></c><c r="E9" t="str"><f>X</f><v>甲</v></c>',
    )
    assert cells == [
        ("formula", "=B1+1"), ("number", "7"), ("empty", ""), ("error", "#DIV/0!"), ("text", "甲")
    ]  # fmt: skip


def test_that_a_workbook_of_formulas_only_is_refused_with_advice(path: Path) -> None:
    hostile.workbook(path, [[f"=Sheet2!A{n}", f"=Sheet2!B{n}"] for n in range(1, 9)])
    assert "formulas whose results were never stored" in refusal(path)


def test_that_escaped_and_rich_texts_are_joined_without_their_readings(path: Path) -> None:
    cells = row_nine(
        path,
        '<c r="A9" t="inlineStr"><is><r><t>张</t></r><r><t>伟</t></r><rPh sb="0" eb="1"><t>ZHANG</t></rPh></is></c>'
        '<c r="B9" t="inlineStr"><is><t>甲_x000A_乙</t></is></c>',
    )
    assert cells == [("text", "张伟"), ("text", "甲\n乙")]


def test_that_shared_strings_are_looked_up_and_checked(path: Path) -> None:
    items = "<si><r><t>张</t></r><r><t>伟</t></r><rPh sb='0' eb='1'><t>ZHANG</t></rPh></si><si><t>乙</t></si>"
    cells = '<c r="A9" t="s"><v>1</v></c><c r="B9" t="s"><v>0</v></c>'
    rows = read_sheet(hostile.shared(path, items, cells)).rows
    assert [cell.text for cell in rows[-1].cells] == ["乙", "张伟"]
    assert "damaged" in refusal(hostile.shared(path, items, '<c r="A9" t="s"><v>2</v></c>'))


def test_that_a_wrong_dimension_does_not_hide_rows(path: Path) -> None:
    hostile.workbook(path, [hostile.HEADER, *[[str(n), "张伟", "甲"] for n in range(500)]])
    hostile.rewritten(path, hostile.SHEET, lambda xml: xml.replace(b'ref="A1:C501"', b'ref="A1"'))
    assert len(read_sheet(path).rows) == 501


def test_that_another_program_s_file_with_the_wrong_name_is_recognised(path: Path) -> None:
    path.write_text("工号,姓名\n1,张伟\n", encoding="utf-8")
    assert "not an Excel workbook, whatever its name says" in refusal(path)
    path.write_bytes(b"%PDF-1.7\n...")
    assert "PDF" in refusal(path)
    path.write_text("<html><table><tr><td>工号</td></tr></table></html>", encoding="utf-8")
    assert "web page" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "another kind of Office or ZIP file" in refusal(path)


def test_that_protected_and_old_workbooks_are_recognised(path: Path) -> None:
    assert "password" in refusal(hostile.ole(path, "EncryptedPackage"))
    assert ".xls)" in refusal(hostile.ole(path, "Workbook"))


def test_that_truncated_and_damaged_workbooks_are_refused(path: Path) -> None:
    whole = hostile.workbook(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "breaks off" in refusal(path)
    path.write_bytes(b"")
    assert "0 bytes" in refusal(path)
    path.write_bytes(whole)
    hostile.rewritten(path, hostile.SHEET, lambda xml: xml[: len(xml) // 2])
    assert "damaged" in refusal(path)


@pytest.mark.parametrize("at", range(40, 4000, 397))
def test_that_a_flipped_byte_is_read_right_or_refused_but_never_a_crash(path: Path, at: int) -> None:
    data = bytearray(hostile.workbook(path).read_bytes())
    data[at % len(data)] ^= 0x55
    path.write_bytes(data)
    try:
        rows = read_sheet(path).rows
    except FileRefused:
        return
    assert [[cell.text for cell in row.cells] for row in rows] == [hostile.HEADER, *hostile.ROWS]


def test_that_a_strict_workbook_is_refused_with_advice(path: Path) -> None:
    assert "Strict Open XML" in refusal(hostile.strict(path))


@pytest.mark.parametrize(
    "part", [hostile.SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
)
def test_that_a_dtd_anywhere_is_refused(path: Path, part: str) -> None:
    assert "DTD" in refusal(hostile.with_dtd(path, part))


def test_that_bombs_and_heavy_files_are_refused(path: Path) -> None:
    assert "far too much data" in refusal(hostile.bomb(path))
    path.write_bytes(b"PK\x03\x04" + bytes(gate.MAX_BYTES))
    assert "20 MB" in refusal(path)


@pytest.mark.parametrize("name", ["../up.xml", "/abs.xml", "a\\b.xml", "XL/workbook.xml"])
def test_that_forbidden_part_names_are_refused(path: Path, name: str) -> None:
    hostile.rewritten(hostile.workbook(path), "", bytes, {name: b"<x/>"})
    assert "forbidden names" in refusal(path)


def test_that_far_cells_and_huge_merges_are_refused(path: Path) -> None:
    assert "XFD9" in refusal(hostile.with_cells(path, '<c r="XFD9"><v>1</v></c>'))
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    hostile.rewritten(hostile.workbook(path), hostile.SHEET, lambda xml: xml.replace(b"</sheetData>", row))
    assert "A1048576" in refusal(path)
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    hostile.rewritten(hostile.workbook(path), hostile.SHEET, lambda xml: xml.replace(b"</sheetData>", merge))
    assert "A1:XFD1048576" in refusal(path)


def test_that_empty_styled_cells_far_out_do_no_harm(path: Path) -> None:
    assert len(read_sheet(hostile.with_cells(path, '<c r="XFD9" s="0"/>')).rows) == 3


def test_that_rows_out_of_order_and_cells_twice_are_refused(path: Path) -> None:
    assert "damaged" in refusal(hostile.with_cells(path, '<c r="B9"><v>1</v></c><c r="A9"><v>1</v></c>'))
    row = b'<row r="2"><c r="A2"><v>1</v></c></row></sheetData>'
    hostile.rewritten(hostile.workbook(path), hostile.SHEET, lambda xml: xml.replace(b"</sheetData>", row))
    assert "damaged" in refusal(path)


def test_that_a_worker_that_takes_too_long_is_killed(path: Path) -> None:
    hostile.workbook(path, [[f"{n}", "张伟"] for n in range(20_000)])
    with pytest.raises(FileRefused, match="was stopped"):
        read_sheet(path, seconds=0.05)


def test_that_reading_can_be_cancelled(path: Path) -> None:
    hostile.workbook(path, [[f"{n}", "张伟"] for n in range(20_000)])
    progress = Progress()
    threading.Timer(0.1, progress.cancel).start()
    with pytest.raises(Cancelled):
        read_sheet(path, progress=progress)


def test_that_the_memory_of_the_worker_is_capped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile.shared(path, "".join(f"<si><t>{n:050}</t></si>" for n in range(300_000)))
    assert len(read_sheet(path).rows) == 4
    monkeypatch.setattr(gate, "MEGABYTES", 40)
    assert "far more than a list" in refusal(path)


def test_that_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert "not there any more" in refusal(tmp_path / "gone.xlsx")
    with pytest.raises(OutsideFault):
        read_sheet(tmp_path)


def test_that_the_first_visible_sheet_with_something_is_read(path: Path) -> None:
    hostile.workbook(path, [], 名单=[["工号", "姓名"], ["1", "张伟"]], 另一张=[["x", "y"]])
    data = read_sheet(path)
    assert (data.sheet, data.sheets) == ("名单", ("Sheet", "名单", "另一张"))
    assert read_sheet(path, sheet="另一张").rows[0].cells[0].text == "x"
    with pytest.raises(FileRefused):
        read_sheet(path, sheet="没有")


def test_that_the_header_is_found_below_a_title(path: Path) -> None:
    hostile.workbook(
        path,
        [["花名册"], ["制表日期", "2026-11-01"], ["序号", "* 工号：", "姓 名（必填）", "部门"], [1, "7", "张伟", "甲"]],
    )
    table = read_table(path, SYNONYMS, required=SYNONYMS)
    assert (table.header_row, dict(table.columns), table.missing) == (3, {"number": 1, "name": 2, "unit": 3}, ())
    assert table.rows[0].cell("name").text == "张伟"
    assert table.rows[0].cell("note").is_empty


def test_that_missing_columns_are_named_and_a_person_can_map_them(path: Path) -> None:
    hostile.workbook(path, [["工号", "称呼", "部门"], ["7", "张伟", "甲"]])
    assert read_table(path, SYNONYMS, required=SYNONYMS).missing == ("name",)
    table = read_table(path, SYNONYMS, required=SYNONYMS, mapping={"number": 0, "name": 1, "unit": 2})
    assert table.missing == ()
    assert table.rows[0].cell("name").text == "张伟"


def test_that_two_columns_with_one_title_are_refused(path: Path) -> None:
    hostile.workbook(path, [["工号", "姓名", "工号"], ["1", "张伟", "2"]])
    with pytest.raises(FileRefused, match="Columns A and C"):
        read_table(path, SYNONYMS)


def test_that_hidden_rows_columns_sheets_and_merged_cells_are_reported(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["花名册"], hostile.HEADER, *hostile.ROWS, ["00125", "王五", None]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("C4:C5")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("旧").sheet_state = "hidden"
    book.save(path)
    problems = read_table(path, SYNONYMS).problems
    assert [(problem.row, problem.severity) for problem in problems] == [
        (0, "warning"), (2, "warning"), (3, "warning"), (4, "error")
    ]  # fmt: skip
    assert problems[3].value == "C4:C5"


def test_that_csv_shows_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    text = "工号,姓名\r\n007,张伟\r\n"
    for codec, encoding, certain in [
        ("utf-8", "utf-8", True),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("gb18030", "gb18030", False),
    ]:
        path.write_bytes(text.encode(codec))
        data = read_sheet(path)
        assert (data.encoding, data.encoding_certain) == (encoding, certain)
        assert data.rows[1].cells[0].text == "007"
        assert data.rows[1].cells[1].text == "张伟"
    assert read_sheet(path, encoding="gb18030").encoding_certain
    with pytest.raises(FileRefused):
        read_sheet(path, encoding="utf-8")


def test_that_binary_rubbish_named_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(bytes(range(256)) * 10)
    assert "cannot be read" in refusal(path)


def test_that_a_packaged_program_calls_itself_for_the_worker(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile.workbook(path, [["x"]], 名单=[hostile.HEADER, *hostile.ROWS])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = gate._command("名单")
    assert command[:2] == [sys.executable, "read-workbook"]
    main = Path(gate.__file__).parents[2] / "main.py"
    monkeypatch.setattr(gate, "_command", lambda sheet: [sys.executable, str(main), *command[1:]])
    assert len(read_sheet(path, sheet="名单").rows) == 3
