"""Workbooks that people fill in: the roster's template. Bytes out, no files touched here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from exam.files.roster import COLUMNS, REQUIRED

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ENGLISH = {
    "staff_number": "Staff number", "name": "Name", "unit": "Unit", "sex": "Sex", "outlet": "Outlet", "post": "Post",
    "since": "Since", "on_duty": "On duty", "window_staff": "Window staff", "certified": "Certified", "note": "Note",
}  # fmt: skip
_WIDTHS = {"staff_number": 16, "name": 16, "unit": 24, "outlet": 22, "post": 14, "since": 14, "note": 24}
_YES_NO = ("on_duty", "window_staff", "certified")
_TEXT_ROWS = 2_000

_NOTES = {
    "zh": (
        ("列", "怎么填", "例"),
        ("工号", "必填。字母、数字、. - _，最多 32 位；本列为文本格式，前面的 0 请保留；不能重复。", "00123"),
        ("姓名", "必填。与身份证一致；少数民族姓名用间隔号“·”。生僻字请直接填写，不要用“?”代替。", "阿卜杜拉·买买提"),
        ("单位", "必填。同一单位请写同一个名称；新单位在导入时自动建立。", "江岸分公司"),
        ("性别", "男 或 女", "女"),
        ("营业厅", "所在营业厅或网点", "解放大道营业厅"),
        ("岗位", "如 营业员、客服代表、装维员", "营业员"),
        ("入职日期", "年-月-日", "2015-03-01"),
        ("是否在岗", "是 或 否；不填按“是”", "是"),
        ("是否窗口人员", "是 或 否；不填按“是”", "是"),
        ("是否持证", "是 或 否；不填按“否”", "否"),
        ("备注", "", ""),
    ),
    "en": (
        ("Column", "How to fill it in", "Example"),
        ("Staff number", "Required. At most 32 letters, digits, . - _; the column is text, so zeros stay.", "00123"),
        ("Name", "Required. As on the identity card.", "阿卜杜拉·买买提"),
        ("Unit", "Required. One unit, one spelling; new units are made by the import.", "江岸分公司"),
        ("Sex", "男 or 女 (M or F)", "女"),
        ("Outlet", "Shop or outlet", "解放大道营业厅"),
        ("Post", "Such as 营业员", "营业员"),
        ("Since", "Year-month-day", "2015-03-01"),
        ("On duty", "yes or no; empty means yes", "yes"),
        ("Window staff", "yes or no; empty means yes", "yes"),
        ("Certified", "yes or no; empty means no", "no"),
        ("Note", "", ""),
    ),
}  # fmt: skip


def titles(language: str = "zh") -> dict[str, str]:
    """Column key -> the title a template shows."""
    return ENGLISH if language == "en" else {key: names[0] for key, names in COLUMNS.items()}


def roster_template(language: str = "zh") -> bytes:
    """An empty roster to fill in, with a second sheet that says how. Its titles are those the import knows."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment]
    sheet.title = "Roster" if language == "en" else "花名册"
    shown = titles(language)
    _head(sheet, [shown[key] for key in COLUMNS], required=len(REQUIRED))
    for number, key in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(key, 12)
        if key == "staff_number":
            # A format on the column alone is dropped by WPS when rows are pasted.
            sheet.column_dimensions[letter].number_format = "@"
            for row in range(2, _TEXT_ROWS + 2):
                sheet.cell(row, number).number_format = "@"
        choices = '"是,否"' if key in _YES_NO else '"男,女"' if key == "sex" else ""
        if key in _YES_NO and language == "en":
            choices = '"yes,no"'
        if choices:
            rule = DataValidation(type="list", formula1=choices, allow_blank=True)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{_TEXT_ROWS + 1}")
    notes = book.create_sheet("How to" if language == "en" else "填写说明")
    lines = _NOTES["en" if language == "en" else "zh"]
    _head(notes, list(lines[0]), required=0)
    for line in lines[1:]:
        notes.append(line)
    for letter, width in (("A", 16), ("B", 84), ("C", 22)):
        notes.column_dimensions[letter].width = width
    return _bytes(book)


def roster_workbook(rows: Sequence[Any], language: str = "zh") -> bytes:
    """The present roster as a workbook that can be changed and imported again. ``rows`` have the column keys."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Roster" if language == "en" else "花名册")
    for number, key in enumerate(COLUMNS):
        sheet.column_dimensions["ABCDEFGHIJK"[number]].width = _WIDTHS.get(key, 12)
    shown = titles(language)
    sheet.append([shown[key] for key in COLUMNS])
    yes, no = ("yes", "no") if language == "en" else ("是", "否")
    # One cell object per column, used again for every row: writing is nearly twice as fast.
    cells = {key: WriteOnlyCell(sheet) for key in COLUMNS}
    for key, cell in cells.items():
        cell.number_format = "yyyy-mm-dd" if key == "since" else "@"
    for row in rows:
        for key, cell in cells.items():
            value = getattr(row, key)
            cell.value = (yes if value else no) if key in _YES_NO else value
            if isinstance(value, str):
                # Otherwise a text that begins with "=" would become a formula.
                cell.data_type = "s"
        sheet.append(list(cells.values()))
    return _bytes(book)


def _head(sheet: Worksheet, names: Sequence[str], required: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, name in enumerate(names, 1):
        cell = sheet.cell(1, number, name)
        cell.font = Font(bold=True, color="FFFFFF" if number <= required else "1B2430")
        cell.fill = PatternFill("solid", fgColor="1559B7" if number <= required else "E5EFFC")
        cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"


def _bytes(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
