"""Papers: every sheet, notice and certificate of the competition, previewed, printed, saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exam.access import Right
from exam.documents.catalogue import PAPERS, Paper, find_paper
from exam.errors import ExamError
from exam.progress import Progress
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.pages.page import Page
from ui.pages.papers_coding import KEY as CODING
from ui.pages.papers_coding import CodingTables
from ui.pages.papers_commands import CERTIFICATES, PaperCommands
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_line import MessageLine
from ui.widgets.paper_list import PaperLine, PaperList
from ui.widgets.paper_source import DRAFT, PaperSource
from ui.widgets.pdf_preview import PdfPreview, card_frame

if TYPE_CHECKING:
    from exam.services.papers import PapersRow

MANY = 2000
"""With more people than this no paper is made before somebody asks for it."""
LISTS = (".xlsx", ".xlsm", ".csv")


class PapersPage(Page):
    """The list of papers at the left, the chosen one at the right."""

    key = "papers"
    topics = frozenset({"competition", "roster", "draw", "written", "final", "results", "awards"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._row: PapersRow | None = None
        self._key = ""
        self._name = ""
        self.shown_key = ""
        self._wanted = 0
        self._hints: dict[str, Any] = {}
        self.commands = PaperCommands(self)
        self.tables = CodingTables(self)
        self._add_actions()
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        self.body.addLayout(row, 1)
        self.message = MessageLine()
        self.body.addWidget(self.message)
        self._allow()

    def title(self) -> str:
        return self.tr("Print papers")

    def subtitle(self) -> str:
        return self.tr("Sheets, notices and certificates: look at them, print them, save them as PDF")

    def key_hints(self) -> str:
        return self.tr("Up/Down choose a paper   Ctrl+P print   Ctrl+wheel zoom")

    def help_text(self) -> str:
        return self.tr(
            "Choose a paper at the left. Sheets of results are made from a publication, or from the marks of this "
            "moment: then every page says that it is a draft. Certificates for other honours, such as star titles, "
            "are printed from a list with the columns 姓名, 单位, 奖项 and, if wanted, 编号 and 事由: use the button "
            "above, or drag the list here."
        )

    # Building

    def _add_actions(self) -> None:
        add = self.header.add_action
        self.list_button = add(self.tr("Certificates from a list…"), "file-spreadsheet", self.commands.choose_list)
        self.folder_button = add(self.tr("All into a folder…"), "folder-down", self.commands.choose_folder)
        self.save_button = add(self.tr("Save as PDF…"), "save", self.commands.save)
        self.print_button = add(self.tr("Print…"), "printer", self.commands.print_shown, "primary")
        self.print_button.setShortcut("Ctrl+P")

    def _left(self) -> QWidget:
        frame = card_frame("paperCard")
        frame.setFixedWidth(theme.px(272))
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(10), theme.px(12), theme.px(10), theme.px(8))
        column.setSpacing(theme.px(6))
        self.choice = PaperSource()
        self.choice.changed.connect(self._source_changed)
        self.source_box = self.choice.source_box
        column.addWidget(self.choice)
        self.list = PaperList()
        self.list.setAccessibleName(self.tr("Papers"))
        self.list.chosen.connect(self.show_paper)
        column.addWidget(self.list, 1)
        return frame

    def _right(self) -> QWidget:
        frame = card_frame("previewCard")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget()
        self.preview = PdfPreview()
        self.making = EmptyState(self.tr("The paper is being made…"), icon="printer")
        self.choosing = EmptyState(self.tr("Choose a paper at the left; it is made at once."), icon="file-text")
        self.missing: EmptyState | None = None
        self.stack.addWidget(self.making)
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.choosing)
        column.addWidget(self.stack)
        return frame

    # Showing

    def arrive(self, **hints: Any) -> None:
        """``paper``: the key of the paper to show; ``sitting`` and ``room``: ids, for papers of the exam."""
        self._hints = hints
        if self._row is not None:
            self._follow_hints()

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.papers import list_papers

            return list_papers(uow)

        self.context.operations.read(self, look, self._show, self.show_fault)

    def _show(self, row: PapersRow) -> None:
        first = self._row is None
        self._row = row
        self.choice.fill(row, first=first)
        self._show_lines()
        if self._hints:
            self._follow_hints()
        elif self._key:
            self.show_paper(self._key, again=True)
        elif not self._name:
            self._choose_first(row)
        self._allow()

    def _choose_first(self, row: PapersRow) -> None:
        ready = next((paper.key for paper in reversed(PAPERS) if self._is_ready(paper)), PAPERS[0].key)
        of_final = self._is_ready(find_paper("individuals"))
        if (row.entrants if of_final else row.people) > MANY:
            self.stack.setCurrentWidget(self.choosing)
        else:
            self.list.choose("individuals" if of_final else ready)

    def _follow_hints(self) -> None:
        paper, sitting = self._hints.pop("paper", ""), self._hints.pop("sitting", None)
        if isinstance(sitting, int):
            self.choice.choose_exam(sitting, self._hints.pop("room", None))
            self._show_lines()
        self._hints = {}
        if paper:
            self._key = ""
            self.list.choose("")
            self.list.choose(paper)

    def source(self) -> int:
        """The chosen publication, or :data:`DRAFT`."""
        return self.choice.source()

    def _show_lines(self) -> None:
        self.list.show_papers(self._line(paper) for paper in PAPERS)

    def _line(self, paper: Paper) -> PaperLine:
        if not self._is_ready(paper):
            state, tone = self.tr("not yet possible"), "text3"
        elif paper.of_exam and paper.secret and self._is_hidden():
            state, tone = self.tr("for the two sealers"), "warn"
        elif paper.key.startswith(CODING) and self._row is not None and self._row.coding is not None:
            state, tone = self.tables.state(paper, self._row.coding)
        elif not paper.of_results:
            state, tone = self.tr("ready"), "ok"
        elif self.source() == DRAFT:
            state, tone = self.tr("draft"), "warn"
        else:
            state, tone = self.tr("publication {number}").format(number=self.source()), "ok"
        return PaperLine(paper.key, words(paper.name), words(paper.group), state, tone)

    def _is_hidden(self) -> bool:
        sitting = self.choice.sitting()
        return sitting is not None and sitting.hides_names

    def _is_ready(self, paper: Paper) -> bool:
        if paper.of_exam:
            sitting = self.choice.sitting()
            return sitting is not None and paper.key in sitting.ready
        if self._row is None or paper.key not in self._row.ready:
            return False
        return not paper.of_results or self.source_box.count() > 0

    def _source_changed(self) -> None:
        self._show_lines()
        if self._key:
            self.show_paper(self._key)

    def show_paper(self, key: str, again: bool = False) -> None:
        """Make the paper ``key`` and show it, or say what it needs first.

        ``again``: what is shown may be out of date; it stays on screen until the new one is made.
        """
        self._key = key
        self._wanted += 1
        if not again:
            self._name = ""
            self.preview.clear()
        paper = find_paper(key)
        self.choice.show_people(paper.of_people and self._is_ready(paper))
        if not self._is_ready(paper):
            self._show_missing(paper)
            return
        if paper.of_exam and paper.secret and self._is_hidden():
            self._show_secret()
            return
        if paper.key.startswith(CODING) and self._row is not None and self._row.coding is not None:
            coding = self._row.coding
            text, button = self.tables.explain(paper, coding)
            self._show_empty(text, button, lambda: self.tables.take_out(paper, coding), "lock")
            return
        if not self.preview.content:
            self.stack.setCurrentWidget(self.making)
        self._allow()
        wanted, number = self._wanted, self.source() or None
        sitting, room = self.choice.sitting(), self.choice.room_id()
        sitting_id = sitting.id if sitting is not None and paper.of_exam else None
        unit_code, who = self.choice.people()

        def look(uow: Any) -> Any:
            from exam.services.papers import get_paper_data

            return get_paper_data(
                uow, keys=(key,), number=number, sitting_id=sitting_id, room_id=room, unit_code=unit_code, who=who
            )

        def make(data: Any) -> None:
            if wanted == self._wanted:
                self._make(paper, data, wanted)

        self.context.operations.read(self, look, make, self.show_fault)

    def _make(self, paper: Paper, data: Any, wanted: int) -> None:
        if not paper.ready(data):
            self._show_missing(paper)
            return

        def make(progress: Progress) -> tuple[str, bytes]:
            from exam.documents.catalogue import file_name, make_paper

            return file_name(paper, data), make_paper(paper, data, progress)

        def made(result: tuple[str, bytes]) -> None:
            if wanted == self._wanted:
                draft = paper.of_results and data.snapshot is not None and data.snapshot.number is None
                self._show_pdf(*result, key=paper.key, draft=draft)
                self._say_what_lacks(paper)

        self.context.operations.job(self, words(paper.name), make, made, self.show_fault)

    def _show_pdf(self, name: str, content: bytes, *, key: str = "", draft: bool = False) -> None:
        page = self.preview.page if name == self._name else 0
        self._name, self.shown_key = name, key
        self.preview.show_pdf(content, page)
        self.stack.setCurrentWidget(self.preview)
        self.message.clear()
        if draft:
            actions = [(self.tr("Go to the standings"), lambda: self.context.go_to("standings"))]
            self.message.show_message(
                "warn",
                self.tr("A draft from the marks of this moment. Publish the results to print final papers."),
                actions,
            )
        self._allow()

    def _say_what_lacks(self, paper: Paper) -> None:
        sitting = self.choice.sitting()
        if not paper.of_rooms or sitting is None:
            return
        if sitting.unseated:
            text = self.tr("{count} candidates have no seat and stand on no paper.").format(count=sitting.unseated)
            self._warn(text, self.tr("Go to the rooms"), "rooms")
        elif not sitting.has_time:
            text = self.tr("The time of {sitting} is not set, so it is missing here.").format(sitting=sitting.name)
            self._warn(text, self.tr("Set the time"), "written")

    def _warn(self, text: str, action: str, page: str) -> None:
        self.message.show_message("warn", text, [(action, lambda: self.context.go_to(page))])

    def _show_missing(self, paper: Paper) -> None:
        self._show_empty(words(paper.missing), self.tr("Go there"), lambda: self.context.go_to(paper.page))

    def _show_secret(self) -> None:
        text = self.tr(
            "This list is secret until the seals are opened. The two people who sealed take it out together; the "
            "journal keeps it."
        )
        self._show_empty(text, self.tr("Take out the list…"), self.commands.take_out_seal_list, "lock")

    def _show_empty(self, text: str, button: str, clicked: Any, icon: str = "file-text") -> None:
        self._name = ""
        self.preview.clear()
        if self.missing is not None:
            self.stack.removeWidget(self.missing)
            self.missing.deleteLater()
        self.missing = EmptyState(text, button, clicked, icon=icon)
        self.stack.addWidget(self.missing)
        self.stack.setCurrentWidget(self.missing)
        self.message.clear()
        self._allow()

    def show_fault(self, error: ExamError) -> None:
        """Say why a paper was not made, printed or saved."""
        self.stack.setCurrentWidget(self.preview)
        self.message.show_message("error", words(error.text, **error.params))
        self._allow()

    def _allow(self) -> None:
        may = self.context.may(Right.PRINT_PAPERS)
        counted = self.shown_key == CERTIFICATES and self.source() != DRAFT
        shown = may and bool(self.preview.content) and (not counted or self.context.may(Right.MANAGE_AWARDS))
        self.print_button.setEnabled(shown)
        self.save_button.setEnabled(shown)
        self.list_button.setEnabled(may)
        self.folder_button.setEnabled(may and any(self._is_ready(paper) for paper in PAPERS))

    # Printing, saving, certificates from a list

    def takes_file(self, path: Path) -> bool:
        return path.suffix.lower() in LISTS and self.list_button.isEnabled()

    def take_file(self, path: Path) -> None:
        self.commands.print_list(path)

    def show_list(self, name: str, content: bytes, key: str = "") -> None:
        """Show certificates that were made from a list, or a paper (``key``) that is not made again by itself."""
        self._key = ""
        self._wanted += 1
        self.list.choose("")
        self._show_pdf(name, content, key=key)

    def is_ready(self, key: str) -> bool:
        """Whether the paper ``key`` can be made now."""
        return self._is_ready(find_paper(key))

    @property
    def shown_name(self) -> str:
        """The file name for what is shown."""
        return self._name

    @property
    def named(self) -> Any:
        """The competition as papers name it, once it was read."""
        return self._row.named if self._row is not None else None
