"""Coding tables on the page of the papers: each is taken out on purpose, and the journal says who had it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from exam.documents.catalogue import Paper
from exam.errors import ExamError
from exam.progress import Progress
from exam.rules.coding import FIRST
from ui import messages
from ui.i18n import words

if TYPE_CHECKING:
    from exam.services.coding import CodingRow, LevelRow
    from ui.pages.papers import PapersPage

KEY = "coding_"


class CodingTables(QObject):
    """Says what a coding table is, takes it out, and shows it once."""

    def __init__(self, page: PapersPage) -> None:
        super().__init__(page)
        self.page = page

    def state(self, paper: Paper, coding: CodingRow) -> tuple[str, str]:
        """Word and tone for the list of papers."""
        if self._is_secret(paper, coding):
            return self.tr("for its two drawers"), "warn"
        return self.tr("ready, noted in the journal"), "ok"

    def explain(self, paper: Paper, coding: CodingRow) -> tuple[str, str]:
        """What is said in the place of the table, and the words of the button."""
        row = _row(paper, coding)
        if self._is_secret(paper, coding):
            text = self.tr(
                "This table is secret until every item is locked. {drawer} and {witness}, who drew the codes, take it "
                "out together for its envelope; the journal keeps it."
            )
            return text.format(drawer=row.drawn_by, witness=row.witness), self.tr("Take out the table…")
        return self.tr("The journal keeps who took this table out, and when."), self.tr("Take out the table")

    def take_out(self, paper: Paper, coding: CodingRow) -> None:
        """Ask the other one of the two while the table is secret, then show it."""
        if not self._is_secret(paper, coding):
            self.show(paper, None)
            return
        from ui.dialogs.passwords import ask_second_person

        row = _row(paper, coding)
        intro = self.tr("{drawer} and {witness} take the table out. The other one confirms with name and password.")
        ask_second_person(
            self.page, self.page.context, intro.format(drawer=row.drawn_by, witness=row.witness), self.tr("Take out"),
            lambda witness: self.show(paper, witness),
        )  # fmt: skip

    def show(self, paper: Paper, witness: Any) -> None:
        """Take out the table with ``witness`` and show it; it is not made again by itself."""
        level = _level(paper)

        def call(uow: Any) -> Any:
            from exam.services.coding import take_out_table
            from exam.services.paper_rows import PaperData
            from exam.services.papers import get_named
            from exam.services.sitting_papers import get_printed

            table = take_out_table(uow, level=level, witness=witness)
            return PaperData(get_named(uow), coding=(table,), printed=get_printed(uow))

        def make(data: Any) -> None:
            def work(progress: Progress) -> tuple[str, bytes]:
                from exam.documents.catalogue import file_name, make_paper

                return file_name(paper, data), make_paper(paper, data, progress)

            page = self.page
            page.context.operations.job(
                page, words(paper.name), work, lambda made: page.show_list(*made, key=paper.key), page.show_fault
            )

        def refused(error: ExamError) -> None:
            messages.tell(self.page, words(error.text, **error.params), "error")

        self.page.context.operations.write(self.page, call, make, refused)

    def note_print(self, key: str, then: Callable[[], None]) -> None:
        """``then``, after the journal has noted who prints or saves the shown table."""
        level = int(key.removeprefix(KEY))

        def note(uow: Any) -> None:
            from exam.services.coding import note_table_print

            note_table_print(uow, level=level)

        self.page.context.operations.write(self.page, note, lambda _: then(), self.page.show_fault)

    def _is_secret(self, paper: Paper, coding: CodingRow) -> bool:
        return coding.hidden and _level(paper) > FIRST


def _level(paper: Paper) -> int:
    return int(paper.key.removeprefix(KEY))


def _row(paper: Paper, coding: CodingRow) -> LevelRow:
    return next(row for row in coding.levels if row.level == _level(paper))
