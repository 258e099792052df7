"""A shared place: who came before whom in the extra quiz, or by the drawn lot; and what was recorded so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from exam.rules.tie_ends import METHODS, TEAM
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import danger_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.tie_ends import OpenTie, TieEndRow

translate = QCoreApplication.translate
Found = tuple[list["OpenTie"], list["TieEndRow"]]


class TieEndDialog(FormDialog):
    """Shared places stay shared unless somebody decides here; a decision can be taken back, with a reason."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("TieEndDialog", "Shared places"), translate("TieEndDialog", "Record the result"), parent,
            intro=translate(
                "TieEndDialog",
                "No key separates these. They share the place and its award, unless an extra quiz or a lot decides.",
            ),
            width=700,
        )  # fmt: skip
        self.cancel_button.setText(self.tr("Close"))
        self.tie = QComboBox()
        self.tie.currentIndexChanged.connect(lambda _: self._show_members())
        self.add_row(self.tr("&Shared place"), self.tie)
        self.method = QComboBox()
        for key, name in METHODS.items():
            self.method.addItem(words(name), key)
        self.add_row(self.tr("&Decided by"), self.method)
        self.members = QScrollArea()
        self.members.setWidgetResizable(True)
        self.members.setMinimumHeight(theme.px(150))
        self.add_row(self.tr("Order"), self.members)
        self.places: dict[int, QComboBox] = {}
        self.note = self.add_line(self.tr("&What happened"), hint=self.tr("For example: three quick questions, 3 : 2."))
        self.note.setObjectName("note")
        self.witness = self.add_line(self.tr("W&itness"))
        self.witness.setObjectName("witness")
        self._add_table()
        self._read()

    def _add_table(self) -> None:
        self.model: RowsModel[TieEndRow] = RowsModel(
            (
                Column(self.tr("Order"), _order, stretch=True),
                Column(self.tr("Decided by"), lambda row: words(METHODS[row.method]), width=110),
                Column(self.tr("What happened"), lambda row: row.note, width=180, secondary=True),
                Column(self.tr("By"), lambda row: row.decided_by, width=110, secondary=True),
            ),
            row_key=lambda row: row.id,
        )  # fmt: skip
        self.table = Table(self.model, name=self.tr("Recorded so far"))
        self.table.setMinimumHeight(theme.px(130))
        self.body.addWidget(label(self.tr("Recorded so far"), role="caption"))
        self.body.addWidget(self.table)
        row = QHBoxLayout()
        row.addStretch(1)
        self.back_button = danger_button(self.tr("Take back"), "undo-2", self.take_back)
        self.back_button.setToolTip(self.tr("The line “What happened” says why."))
        row.addWidget(self.back_button)
        self.body.addLayout(row)
        self.table.current_row.connect(lambda row: self.back_button.setEnabled(row is not None))
        self.back_button.setEnabled(False)

    def _read(self) -> None:
        def look(uow: Any) -> Found:
            from exam.services import tie_ends

            return tie_ends.list_open_ties(uow), tie_ends.list_tie_ends(uow)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: Found) -> None:
        self.ties, rows = found
        self.model.set_rows(rows)
        self.tie.clear()
        for tie in self.ties:
            text = self.tr("Teams, place {place}") if tie.standing == TEAM else self.tr("Individuals, place {place}")
            who = ", ".join(name for _, name in tie.members)
            self.tie.addItem(f"{text.format(place=tie.place)}: {who}")
        self.accept_button.setEnabled(bool(self.ties))
        self.fields.setEnabled(True)
        if not self.ties:
            self.say(self.tr("No place is shared now."), "ok")
        self._show_members()

    def _show_members(self) -> None:
        """One line for each of those who share the place, with a place among them to choose."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(0, 1)
        self.places = {}
        at = self.tie.currentIndex()
        members = self.ties[at].members if 0 <= at < len(self.ties) else ()
        for number, (id_, name) in enumerate(members):
            box = QComboBox()
            box.setObjectName("place")
            box.setAccessibleName(self.tr("Place of {name}").format(name=name))
            box.addItem("–", 0)
            for place in range(1, len(members) + 1):
                box.addItem(str(place), place)
            box.setFixedWidth(theme.px(90))
            grid.addWidget(label(name), number, 0)
            grid.addWidget(box, number, 1)
            self.places[id_] = box
        grid.setRowStretch(len(members), 1)
        self.members.setWidget(holder)

    def submit(self) -> None:
        at = self.tie.currentIndex()
        if not 0 <= at < len(self.ties):
            return
        standing, method = self.ties[at].standing, self.method.currentData()
        places = {id_: box.currentData() for id_, box in self.places.items()}
        note, witness = self.note.text(), self.witness.text()
        if 0 in places.values():
            self.say(self.tr("Choose a place for everybody; who is still equal has the same one."))
            next(box for box in self.places.values() if not box.currentData()).setFocus()
            return

        def call(uow: Any) -> Any:
            from exam.services.tie_ends import end_tie

            return end_tie(uow, standing=standing, places=places, method=method, note=note, witness=witness)

        self.write(call)

    def take_back(self) -> None:
        """Take the chosen decision back, for the reason typed above."""
        row, reason = self.table.selected_row(), self.note.text()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.tie_ends import take_back_tie_end

            take_back_tie_end(uow, tie_id=row.id, seen_version=row.version, reason=reason)

        self.write(call)


def _order(row: TieEndRow) -> str:
    return "  ".join(f"{place}. {name}" for name, place in row.members)
