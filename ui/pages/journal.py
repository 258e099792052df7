"""Who did what when: filter, look closer, export, and check that nothing was altered."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui import messages, theme
from ui.context import Context
from ui.item_models.rows import Column, RowsModel
from ui.journal_words import (
    TOPICS,
    detail_lines,
    detail_text,
    local_time,
    role_words,
    subject_words,
    tag_words,
    topic_words,
)
from ui.pages.page import Page, scrolled
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

LIMIT = 5000
TYPING_MS = 200


class JournalPage(Page):
    """The newest entries first; the chosen one in full at the right."""

    key = "journal"
    topics = frozenset(TOPICS)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header.add_action(self.tr("Check the chain"), "clipboard-check", self._check)
        self.header.add_action(self.tr("Export…"), "file-output", self._export)
        self.model: RowsModel[Any] = RowsModel(self._columns(), row_key=lambda row: row.number)
        self.table = Table(self.model, name=self.tr("Journal"))
        self.table.setSortingEnabled(False)
        # The role stands in the entry at the right and in the export.
        self.table.setColumnHidden(3, True)
        self.body.addLayout(self._filters())
        self.nothing = EmptyState(
            self.tr("No entry fits these filters."),
            self.tr("Show everything"),
            self._clear_filters,
            icon="scroll-text",
        )
        self.nothing.hide()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.table)
        self.split.addWidget(self._closer())
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([theme.px(760), theme.px(280)])
        self.split.setHandleWidth(theme.px(12))
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.nothing, 1)
        self.line = MessageLine()
        self.line.hide()
        self.body.addWidget(self.line)
        self.table.current_row.connect(self._show_entry)
        self._show_entry(None)

    def title(self) -> str:
        return self.tr("Journal")

    def subtitle(self) -> str:
        return self.tr("Every change, with who made it and when. Entries cannot be changed or taken away.")

    def key_hints(self) -> str:
        return self.tr("Ctrl+F search   Ctrl+C copy the row")

    def refresh(self) -> None:
        topic, person = self.topic.currentData() or "", self.person.currentData() or ""
        text = self.search.text().strip()

        def look(uow: Any) -> Any:
            from exam.services.journal import list_entries, list_people

            return list_entries(uow, topic=topic, person=person, text=text, limit=LIMIT), list_people(uow)

        self.context.operations.read(self, look, self._show)

    # What is shown

    def _columns(self) -> list[Column[Any]]:
        return [
            Column(self.tr("No."), lambda r: str(r.number), align="right", width=64, secondary=True),
            Column(self.tr("Time"), lambda r: local_time(r.at), width=168, secondary=True),
            Column(self.tr("Person"), lambda r: r.person, width=116),
            Column(self.tr("Role"), lambda r: role_words(r.role), width=112, secondary=True),
            Column(self.tr("What"), lambda r: tag_words(r.tag), width=150),
            Column(self.tr("Of what"), lambda r: subject_words(r.tag, r.subject), width=180),
            Column(self.tr("Details"), lambda r: detail_text(r.details), stretch=True, secondary=True),
        ]

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.topic, self.person, self.time = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.topic, self.tr("Topic")),
            (self.person, self.tr("Person")),
            (self.time, self.tr("Time")),
        ):
            box.setAccessibleName(name)
            box.setMinimumWidth(theme.px(140))
            row.addWidget(box)
        self.topic.addItem(self.tr("All topics"), "")
        for topic in TOPICS:
            self.topic.addItem(topic_words(topic), topic)
        self.person.addItem(self.tr("Everybody"), "")
        for text, days in ((self.tr("Any time"), 0), (self.tr("Today"), 1), (self.tr("Last 7 days"), 7)):
            self.time.addItem(text, days)
        self.search = SearchField(self.tr("Search subject and details (Ctrl+F)"), self)
        row.addWidget(self.search)
        row.addStretch(1)
        self.count = label("", role="caption")
        row.addWidget(self.count)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self.search.searched.connect(lambda _: self._typing.start())
        self.topic.activated.connect(lambda _: self.refresh())
        self.person.activated.connect(lambda _: self.refresh())
        self.time.activated.connect(lambda _: self._filter_time())
        return row

    def _closer(self) -> Card:
        card = Card()
        self._entry = QWidget()
        self._entry_lines = QVBoxLayout(self._entry)
        self._entry_lines.setContentsMargins(0, 0, 0, 0)
        self._entry_lines.setSpacing(theme.px(2))
        card.body.addWidget(scrolled(self._entry))
        return card

    def _show(self, found: tuple[list[Any], list[str]]) -> None:
        rows, people = found
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), "")
        for name in people:
            self.person.addItem(name, name)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.model.set_rows(rows)
        self._filter_time()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _filter_time(self) -> None:
        days = self.time.currentData()
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = (midnight - timedelta(days=days - 1)).strftime("%Y-%m-%d %H:%M:%S") if days else ""
        self.model.set_filter((lambda row: local_time(row.at) >= since) if since else None)
        shown = self.model.rowCount()
        text = self.tr("{count} entries").format(count=shown)
        if self.model.total >= LIMIT:
            text = self.tr("the newest {count} entries").format(count=shown)
        self.count.setText(text)
        self.split.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0)

    def _clear_filters(self) -> None:
        self.topic.setCurrentIndex(0)
        self.person.setCurrentIndex(0)
        self.time.setCurrentIndex(0)
        self.search.clear()
        self.refresh()

    def _show_entry(self, row: Any) -> None:
        while (item := self._entry_lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if row is None:
            self._entry_lines.addWidget(wrapped_label(self.tr("Choose an entry to see it in full."), role="caption"))
        else:
            facts = [
                (self.tr("No."), str(row.number)),
                (self.tr("Time"), local_time(row.at)),
                (self.tr("Person"), f"{row.person} ({role_words(row.role)})"),
                (self.tr("Of what"), subject_words(row.tag, row.subject)),
                *detail_lines(row.details),
            ]
            self._entry_lines.addWidget(label(tag_words(row.tag), role="heading"))
            for name, value in facts:
                if value:
                    self._entry_lines.addSpacing(theme.px(6))
                    self._entry_lines.addWidget(label(name, role="quiet"))
                    self._entry_lines.addWidget(wrapped_label(value))
        self._entry_lines.addStretch(1)

    # Commands

    def _check(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.journal import check_chain

            return check_chain(uow)

        self.context.operations.read(self, look, self._checked)

    def _checked(self, check: Any) -> None:
        self.line.show()
        if check.broken_at is None:
            text = self.tr("The chain holds: {count} entries, head {head}…").format(
                count=check.count, head=check.head[:16]
            )
            self.line.show_message("ok", text)
        else:
            text = self.tr(
                "The chain is broken at entry {number}: the file was changed outside the program. "
                "Go on with the newest good backup."
            ).format(number=check.broken_at)
            self.line.show_message("error", text)

    def _export(self) -> None:
        messages.choose_save_file(
            self,
            self.tr("Export the journal"),
            self.tr("Workbook (*.xlsx);;Text table (*.csv)"),
            self.tr("Journal") + ".xlsx",
            self._write,
            self.context.settings.folder,
        )

    def _write(self, path: Path) -> None:
        headings = [column.title for column in self.model.columns]
        rows = [[column.text(row) for column in self.model.columns] for row in self.model.rows]
        title = self.tr("Journal")

        def work(progress: Any) -> Path:
            from exam.documents.build import write_file
            from exam.files.csv_text import write_rows
            from exam.files.listing import list_workbook

            progress.step(0, 1)
            if path.suffix.lower() == ".csv":
                return write_file(path, write_rows([headings, *rows]))
            return write_file(path, list_workbook(title, headings, rows, (8, 20, 14, 14, 20, 24, 60)))

        self.context.operations.job(
            self, self.tr("Writing the journal"), work, lambda written: messages.exported(self, written)
        )
