"""What the page of the papers does with a paper: print it, save it, write all; certificates from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from exam.errors import Cancelled, ExamError, ImportRejected, Problem
from exam.progress import Progress
from ui import messages
from ui.i18n import words
from ui.pages.papers_coding import KEY as CODING
from ui.widgets.buttons import primary_button

if TYPE_CHECKING:
    from ui.pages.papers import PapersPage

CERTIFICATES, SEAL_LIST = "certificates", "seal_list"


class PaperCommands(QObject):
    """The commands of the page; it shows what they bring."""

    def __init__(self, page: PapersPage) -> None:
        super().__init__(page)
        self.page = page
        self.operations = page.context.operations

    def print_shown(self) -> None:
        """Ask for the printer, then print what is shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        page = self.page
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(page.shown_name)
        dialog = QPrintDialog(printer, page)
        dialog.setMinMax(1, page.preview.page_count)
        dialog.setFromTo(1, page.preview.page_count)
        dialog.accepted.connect(lambda: self.counted(lambda: self.print_on(printer)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        # Its own open() asks for a slot by name.
        QDialog.open(dialog)

    def print_on(self, printer: Any) -> None:
        """Print what is shown on ``printer``."""
        content = self.page.preview.content

        def work(progress: Progress) -> int:
            from ui.printing import print_pdf

            return print_pdf(content, printer, progress)

        def done(pages: int) -> None:
            self.page.context.say(self.tr("Printed {count} pages").format(count=pages))

        self.operations.job(self.page, self.tr("Printing"), work, done, self.page.show_fault)

    def save(self) -> None:
        """Ask where to, then save what is shown."""
        filters = self.tr("PDF (*.pdf)")
        messages.choose_save_file(
            self.page, self.tr("Save as PDF"), filters, self.page.shown_name,
            lambda path: self.counted(lambda: self.save_to(path)),
        )  # fmt: skip

    def counted(self, then: Callable[[], None]) -> None:
        """``then``, after the journal has noted who takes out certificates or a list of sealed numbers."""
        key, number, sitting = self.page.shown_key, self.page.source(), self.page.choice.sitting()
        if key == CERTIFICATES and number:
            self._count_certificates(number, then)
        elif key == SEAL_LIST and sitting is not None:
            sitting_id = sitting.id

            def note(uow: Any) -> None:
                from exam.services.seals import note_list_print

                note_list_print(uow, sitting_id=sitting_id)

            self.operations.write(self.page, note, lambda _: then(), self.page.show_fault)
        elif key.startswith(CODING):
            self.page.tables.note_print(key, then)
        else:
            then()

    def _count_certificates(self, number: int, then: Callable[[], None]) -> None:
        def note(reason: str) -> Callable[[Any], int]:
            def call(uow: Any) -> int:
                from exam.services.certificates import note_publication_print

                return note_publication_print(uow, number=number, reason=reason)

            return call

        def failed(error: ExamError) -> None:
            if error.params.get("field") != "reason":
                self.page.show_fault(error)
                return
            from ui.dialogs.print_again import PrintAgainDialog

            text = words(error.text, **error.params)
            dialog = PrintAgainDialog(self.page.context, text, note, self.page)
            dialog.saved.connect(lambda _: then())
            dialog.open()

        self.operations.write(self.page, note(""), lambda _: then(), failed)

    def save_to(self, path: Path) -> None:
        """Save what is shown as ``path``."""
        content = self.page.preview.content

        def work(progress: Progress) -> Path:
            from exam.files.writing import write_file

            return write_file(path, content)

        def done(path: Path) -> None:
            messages.exported(self.page, path)

        self.operations.job(self.page, self.tr("Saving"), work, done, self.page.show_fault)

    def choose_folder(self) -> None:
        """Ask for a folder, then write every paper into it."""
        messages.choose_folder(self.page, self.tr("All papers into a folder"), self.save_all)

    def save_all(self, folder: Path) -> None:
        """Write every paper that is possible into ``folder``; certificates among them are counted as printed."""
        number = self.page.source()
        if number and self.page.is_ready(CERTIFICATES):
            self._count_certificates(number, lambda: self.write_all(folder))
        else:
            self.write_all(folder)

    def write_all(self, folder: Path) -> None:
        """Write the papers."""
        number = self.page.source() or None
        sitting = self.page.choice.sitting()
        sitting_id = sitting.id if sitting is not None else None

        def look(uow: Any) -> Any:
            from exam.services.papers import get_paper_data

            return get_paper_data(uow, number=number, sitting_id=sitting_id)

        def make(data: Any) -> None:
            def work(progress: Progress) -> int:
                from exam.documents.catalogue import write_papers

                return len(write_papers(data, folder, progress))

            def done(count: int) -> None:
                text = self.tr("{count} papers were written").format(count=count)
                messages.exported(self.page, folder, text)

            self.operations.job(self.page, self.tr("Making all papers"), work, done, self.page.show_fault)

        self.operations.read(self.page, look, make, self.page.show_fault)

    def take_out_seal_list(self) -> None:
        """Ask the other sealer, then show the secret list once; it is not made again by itself."""
        from ui.dialogs.passwords import ask_second_person

        sitting = self.page.choice.sitting()
        if sitting is None:
            return
        text = self.tr(
            "The list of sealed numbers of {sitting} is taken out by {sealers}. The other one confirms with name and "
            "password."
        )
        intro = text.format(sitting=sitting.name, sealers=self.tr(" and ").join(sitting.sealers))
        ask_second_person(
            self.page,
            self.page.context,
            intro,
            self.tr("Take out"),
            lambda witness: self.show_seal_list(sitting.id, witness),
        )

    def show_seal_list(self, sitting_id: int, witness: Any) -> None:
        """Take out the list with ``witness`` and show it."""

        def call(uow: Any) -> Any:
            from exam.services.paper_rows import PaperData
            from exam.services.papers import get_named
            from exam.services.sitting_papers import get_printed, take_out_seal_list

            found = take_out_seal_list(uow, sitting_id=sitting_id, witness=witness)
            return PaperData(get_named(uow), seals=(found,), printed=get_printed(uow))

        def make(data: Any) -> None:
            def work(progress: Progress) -> tuple[str, bytes]:
                from exam.documents.catalogue import file_name, find_paper, make_paper

                paper = find_paper("seal_list")
                return file_name(paper, data), make_paper(paper, data, progress)

            def made(result: tuple[str, bytes]) -> None:
                self.page.show_list(*result, key=SEAL_LIST)

            title = self.tr("List of sealed numbers")
            self.operations.job(self.page, title, work, made, self.page.show_fault)

        self.operations.write(self.page, call, make, self._seal_list_refused)

    def _seal_list_refused(self, error: ExamError) -> None:
        messages.tell(self.page, words(error.text, **error.params), "error")

    def choose_list(self) -> None:
        """Ask for a list, then show its certificates."""
        title, filters = self.tr("Certificates from a list"), self.tr("Lists (*.xlsx *.xlsm *.csv)")
        messages.choose_open_file(self.page, title, filters, self.print_list)

    def print_list(self, path: Path) -> None:
        """Show the certificates that the list at ``path`` asks for."""
        named = self.page.named
        issuer = (named.organiser or named.host) if named else ""
        day = named.issue_day if named else ""
        language = named.language if named else "zh"

        def work(progress: Progress) -> tuple[str, bytes]:
            from exam.files.certificate_list import list_pdf

            return list_pdf(path, progress, issuer=issuer, day=day, language=language)

        def done(result: tuple[str, bytes]) -> None:
            self.page.show_list(*result)

        self.operations.job(self.page, self.tr("Certificates from a list"), work, done, self._refused)

    def _refused(self, error: ExamError) -> None:
        text = words(error.text, **error.params)
        if isinstance(error, ImportRejected):
            title, details = self.tr("The list was not printed"), self._lines(error.problems)
            box = messages.MessageBox(self.page, "error", title, text, details)
            close = primary_button(self.tr("Close"), clicked=box.accept)
            close.setDefault(True)
            box.add(close)
            box.open()
        elif not isinstance(error, Cancelled):
            messages.tell(self.page, text, "error")

    def _lines(self, problems: Iterable[Problem]) -> str:
        lines: list[str] = []
        for problem in problems:
            params = dict(problem.params)
            where = self.tr("Row {row}, {column}").format(row=problem.row, column=problem.column)
            said = " ".join(words(text, **params) for text in (problem.reason, problem.suggestion) if text)
            lines.append(f"{where}: {problem.value}  {said}")
        return "\n".join(lines)
