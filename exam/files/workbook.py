"""The import gate: the only way a workbook or CSV file of somebody else gets in.

The bytes are read once (so the hash is of what was read), looked at from outside, and parsed in a
process of its own with limits of time and memory (:mod:`exam.files.worker`). What comes back is the
cells as they were stored: empty, text, exact number, date, truth value, error, formula without a value.

An import of a list uses :func:`exam.files.tables.read_table`: it finds the header row and names the columns.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exam.errors import Cancelled, InvalidInput, OutsideFault
from exam.files import csv_text
from exam.files.cells import SheetData, SheetRow
from exam.files.refusals import FileRefused, refusal
from exam.progress import SILENT, Progress
from exam.words import QT_TRANSLATE_NOOP

MAX_BYTES = 20 * 1024 * 1024
SECONDS = 60.0
MEGABYTES = 1024


def read_sheet(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress = SILENT,
    seconds: float = SECONDS,
) -> SheetData:
    """Read a sheet of an .xlsx/.xlsm workbook, or a CSV file, through the gate.

    ``sheet`` None takes the first visible sheet that holds anything. ``encoding`` is for CSV only; None takes
    the one that fits, and ``encoding_certain`` says whether the person should be asked. Raises
    :class:`FileRefused`, :class:`exam.errors.OutsideFault` (cannot be opened) or :class:`Cancelled`.
    """
    path = Path(path)
    data = _bytes_of(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if not data.startswith(b"PK\x03\x04"):
        _refuse_other_kinds(path, data)
        return _read_csv(data, sha256, encoding)
    rows: list[SheetRow] = []
    end: dict[str, Any] = {}
    for answer in _ask_worker(data, sheet, progress, seconds):
        if "rows" in answer:
            rows.extend(_row(*row) for row in answer["rows"])
        elif "part" in answer:
            progress.step(answer["part"], 100)
        elif "refused" in answer:
            raise refusal(answer["refused"], **answer.get("params", {}))
        else:
            end = answer["end"]
    if not end:
        raise refusal("broke_off")
    if not rows:
        raise refusal("empty")
    return SheetData(
        tuple(rows),
        sha256,
        end["sheet"],
        tuple(end["sheets"]),
        tuple(end["hidden_sheets"]),
        tuple(end["hidden_columns"]),
        tuple((a, b, c, d) for a, b, c, d in end["merges"]),
    )


def _row(number: int, hidden: int, cells: list[Any]) -> SheetRow:
    raw = tuple(tuple(cell) if isinstance(cell, list) else cell for cell in cells)
    return SheetRow(number, raw, bool(hidden))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileRefused(
            QT_TRANSLATE_NOOP("exam", "The file {name} is not there any more. Choose it again."),
            name=path.name,
        ) from None
    except (PermissionError, IsADirectoryError):
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The file {name} cannot be opened. If another program has it open, close it there and try again.",
            ),
            name=path.name,
        ) from None
    except OSError as error:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam", "The file {name} cannot be read ({reason}). Copy it to this computer and try again."
            ),
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from None
    if not data:
        raise refusal("no_bytes")
    if len(data) > MAX_BYTES:
        raise refusal("too_heavy")
    return data


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    """Recognise what is neither a workbook nor CSV and say what it is."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # Stream names of an OLE container stand in it as UTF-16.
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise refusal("encrypted" if sealed else "xls")
    if data.startswith(b"PK"):
        raise refusal("truncated")
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        raise refusal("web_page")
    if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
        raise refusal("pdf" if head.startswith(b"%pdf") else "renamed")


def _read_csv(data: bytes, sha256: str, encoding: str | None) -> SheetData:
    chosen, certain = (encoding, True) if encoding else csv_text.likely_encoding(data)
    try:
        lines = csv_text.read_rows(csv_text.decode(data, chosen))
    except InvalidInput as error:
        raise FileRefused(error.text, **error.params) from None
    rows = tuple(
        SheetRow(number, tuple(text or None for text in line))
        for number, line in enumerate(lines, 1)
        if any(text.strip() for text in line)
    )
    if not rows:
        raise refusal("empty")
    return SheetData(rows, sha256, encoding=chosen, encoding_certain=certain)


def _command(sheet: str | None) -> list[str]:
    """How to start the worker: our interpreter with nothing but the standard library."""
    if getattr(sys, "frozen", False):
        start = [sys.executable, "read-workbook"]
    else:
        start = [sys.executable, "-I", "-S", "-X", "utf8", str(Path(__file__).with_name("worker.py"))]
    return [*start, str(MEGABYTES), *([sheet] if sheet is not None else [])]


def _ask_worker(data: bytes, sheet: str | None, progress: Progress, seconds: float) -> Iterator[dict[str, Any]]:
    """Yield the worker's answers; kill it when the time is over or the person cancels."""
    process = subprocess.Popen(
        _command(sheet),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    finished = threading.Event()
    late = threading.Event()

    def watch() -> None:
        waited = 0.0
        while not finished.wait(0.1):
            waited += 0.1
            if waited >= seconds:
                late.set()
            if late.is_set() or progress.cancelled:
                process.kill()
                return

    watcher = threading.Thread(target=watch, name="import-gate", daemon=True)
    watcher.start()
    try:
        # The worker may have ended early: killed, or out of memory. Closing flushes, and so may fail as well.
        with contextlib.suppress(OSError):
            process.stdin.write(data)
        with contextlib.suppress(OSError):
            process.stdin.close()
        for line in process.stdout:
            if not line.endswith(b"\n"):
                break
            yield json.loads(line)
    finally:
        finished.set()
        process.kill()
        process.wait()
        process.stdout.close()
        watcher.join()
    if progress.cancelled:
        raise Cancelled
    if late.is_set():
        raise refusal("slow", seconds=round(seconds))
