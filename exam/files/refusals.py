"""Why a file is refused as a whole, and what the person does about it."""

from __future__ import annotations

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP


class FileRefused(InvalidInput):
    """The whole file is refused; the sentence says why and what to do."""


def refusal(code: str, **params: object) -> FileRefused:
    """The refusal of that code; an unknown code is a damaged file."""
    return FileRefused(REFUSALS.get(code, REFUSALS["damaged"]), **params)


REFUSALS = {
    "no_bytes": QT_TRANSLATE_NOOP("exam", "The file is empty (0 bytes). Copy or export it again."),
    "too_heavy": QT_TRANSLATE_NOOP(
        "exam", "The file is larger than 20 MB. Remove pictures and other sheets, or split the list."
    ),
    "too_big": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds far more than a list of people can. Copy only the list into a new workbook.",
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is protected with a password. Open it, remove the password, save it and try again.",
    ),
    "xls": QT_TRANSLATE_NOOP(
        "exam", "This is an old Excel workbook (.xls). Open it and save it as Excel Workbook (.xlsx)."
    ),
    "xlsb": QT_TRANSLATE_NOOP(
        "exam", "This is a binary Excel workbook (.xlsb). Open it and save it as Excel Workbook (.xlsx)."
    ),
    "opendocument": QT_TRANSLATE_NOOP(
        "exam", "This is an OpenDocument file, not an Excel workbook. Open it and save it as .xlsx."
    ),
    "web_page": QT_TRANSLATE_NOOP(
        "exam",
        "This is a web page or XML text with the name of a workbook. Open it in Excel or WPS and save it as "
        "Excel "
        "Workbook (.xlsx).",
    ),
    "pdf": QT_TRANSLATE_NOOP("exam", "This is a PDF file, not a workbook. Ask for the list as .xlsx."),
    "renamed": QT_TRANSLATE_NOOP(
        "exam",
        "This is not an Excel workbook, whatever its name says. Open it in the program that made it and "
        "save it as .xlsx.",
    ),
    "not_workbook": QT_TRANSLATE_NOOP(
        "exam", "This is another kind of Office or ZIP file, not an Excel workbook. Save the list as .xlsx."
    ),
    "strict": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is saved as “Strict Open XML”. Open it and save it as plain “Excel Workbook (.xlsx)”.",
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "exam",
        "The file breaks off in the middle (perhaps an interrupted download). Copy or download it again.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is damaged and cannot be read whole. Open it in Excel or WPS, save it as a new .xlsx "
        "and try again.",
    ),
    "broke_off": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook could not be read. Open it in Excel or WPS, copy the list into a new workbook and try again.",
    ),
    "dtd": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds a DTD, which no spreadsheet program writes. It is refused; ask where it comes from.",
    ),
    "bomb": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook unpacks to far too much data. It is refused; copy only the list into a new workbook.",
    ),
    "names": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds parts with forbidden names. It is refused; copy the list into a new workbook.",
    ),
    "far": QT_TRANSLATE_NOOP(
        "exam",
        "Cell {cell} lies far outside a list. Delete what stands there, or copy only the list into a new workbook.",
    ),
    "merge": QT_TRANSLATE_NOOP("exam", "The merged area {area} is far too large. Unmerge it and save the workbook."),
    "no_sheet": QT_TRANSLATE_NOOP("exam", "The workbook holds no worksheet. Copy the list into a new workbook."),
    "all_hidden": QT_TRANSLATE_NOOP(
        "exam", "Every sheet of the workbook is hidden. Show the sheet with the list and save."
    ),
    "sheet_gone": QT_TRANSLATE_NOOP("exam", "The workbook has no sheet “{sheet}”. Choose another sheet."),
    "empty": QT_TRANSLATE_NOOP("exam", "The file holds no rows. Check that the right file and sheet were chosen."),
    "twice": QT_TRANSLATE_NOOP(
        "exam", "Columns {first} and {second} are both titled “{title}”. Rename or delete one of them."
    ),
    "formulas": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds formulas whose results were never stored. Open it in Excel or WPS, save it and try again.",
    ),
    "slow": QT_TRANSLATE_NOOP(
        "exam",
        "Reading took longer than {seconds} seconds and was stopped. Copy only the list into a new workbook.",
    ),
}
