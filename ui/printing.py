"""Printing a PDF: every page rendered at 300 dpi onto the printer's page, in true size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from exam.errors import OutsideFault
from exam.progress import SILENT, Progress
from exam.words import QT_TRANSLATE_NOOP

DPI = 300


def print_pdf(content: bytes, printer: QPrinter, progress: Progress = SILENT) -> int:
    """Print the pages that ``printer`` was told to (all without a range); the number printed.

    May run on a thread of its own. Raises :class:`OutsideFault` when the printer does not take the job.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    owner = QObject()
    document = QPdfDocument(owner)
    document.load(buffer)
    pages = _wanted(printer, document.pageCount())
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for done, page in enumerate(pages):
            progress.step(done, len(pages))
            size = document.pagePointSize(page)
            _turn(printer, size)
            begun = painter.begin(printer) if done == 0 else printer.newPage()
            if not begun:
                raise OutsideFault(
                    QT_TRANSLATE_NOOP(
                        "exam", "The printer {name} does not take the pages. See that it is on and try again."
                    ),
                    name=printer.printerName() or printer.outputFileName(),
                )
            pixels = QSize(round(size.width() / 72 * DPI), round(size.height() / 72 * DPI))
            image = document.render(page, pixels)
            scale = printer.resolution() / 72
            painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), image)
        progress.step(len(pages), len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return list(range(printer.fromPage() - 1, min(printer.toPage(), count)))
    return list(range(count))


def _turn(printer: QPrinter, size: QSizeF) -> None:
    """The paper is A4; it lies when the page is wider than high."""
    lying = size.width() > size.height()
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF()))
