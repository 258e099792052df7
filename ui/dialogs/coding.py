"""The levels of coding: who drew which, drawing the next one with a witness, and declaring the codes void."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from exam.rules.coding import FIRST, LEVEL_NAMES
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label

if TYPE_CHECKING:
    from exam.services.coding import CodingRow, LevelRow

translate = QCoreApplication.translate


class CodingDialog(FormDialog):
    """All levels, and name and password of the witness where a secret level is next."""

    def __init__(self, context: Context, row: CodingRow, parent: QWidget | None = None, marked: bool = False) -> None:
        following = row.next
        self._level = following.level if following is not None and following.level > FIRST else None
        action = (
            translate("CodingDialog", "Draw level {n}").format(n=self._level)
            if self._level is not None
            else translate("CodingDialog", "Go to the tables")
        )
        super().__init__(context, translate("CodingDialog", "Codes, level by level"), action, parent, width=640)
        self.body.insertWidget(0, self._levels(row))
        self.body.insertWidget(1, wrapped_label(self._what_now(row), role="caption"))
        if self._level is not None:
            hint = self.tr("Another officer than at the level before draws; the witness confirms with the password.")
            self.name = self.add_line(self.tr("&Witness"), hint=hint)
            self.password = self.add_line(self.tr("&Password of the witness"), password=True)
        else:
            self.accept_button.setEnabled(any(one.drawn for one in row.levels))
        if row.secret and not marked:
            self.void_button = secondary_button(self.tr("Declare the codes void…"), "ban", clicked=self._void)
            self.extra_buttons.addWidget(self.void_button)

    def _what_now(self, row: CodingRow) -> str:
        if self._level is not None:
            return self.tr(
                "Everybody gets a random code that nobody can foresee or work out. From then on judges and recorders "
                "see this code alone, and nobody sees it beside a name until every item is locked. Print the table for "
                "its envelope afterwards."
            )
        if row.next is not None:
            return self.tr("First everybody needs the entry code: draw the groups, or give the codes.")
        if row.hidden:
            return self.tr("All levels are drawn. Names come back when every item is locked.")
        return self.tr("All levels are drawn.")

    def _levels(self, row: CodingRow) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, theme.px(4))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        titles = (self.tr("Level"), self.tr("Kind of code"), self.tr("State"), self.tr("Drawn by"), self.tr("Witness"))
        for column, title in enumerate(titles):
            grid.addWidget(label(title, role="quiet"), 0, column)
            grid.setColumnStretch(column, 1 if column else 0)
        for line, level in enumerate(row.levels, 1):
            for column, text in enumerate(self._cells(level)):
                cell = label(text, tone="ok" if column == 2 and level.drawn else "")
                if level.seal_code:
                    cell.setToolTip(level.seal_code)
                grid.addWidget(cell, line, column)
        return holder

    def _cells(self, level: LevelRow) -> tuple[str, ...]:
        if level.drawn:
            at = level.drawn_at
            state = at.astimezone().strftime("%Y-%m-%d %H:%M") if at is not None else self.tr("drawn")
        else:
            state = self.tr("drawn next") if level.state == "next" else self.tr("not drawn yet")
        return (
            str(level.level), words(LEVEL_NAMES[level.level]), state, level.drawn_by or "–", level.witness or "–"
        )  # fmt: skip

    def submit(self) -> None:
        if self._level is None:
            self.finish()
            self.context.go_to("papers", paper=f"coding_{FIRST + 1}")
            return
        level, name, password = self._level, self.name.text(), self.password.text()

        def draw(uow: Any) -> Any:
            from exam.services.accounts import check_second_person
            from exam.services.coding import draw_level

            return draw_level(uow, level=level, witness=check_second_person(uow, name=name, password=password))

        self.write(draw, serializable=True)

    def _void(self) -> None:
        dialog = VoidCodesDialog(self.context, self.parentWidget())
        self.reject()
        dialog.open()


class VoidCodesDialog(FormDialog):
    """A reason for declaring all secret codes void."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("CodingDialog", "Declare the secret codes void"),
            translate("CodingDialog", "Declare void"),
            parent,
            danger=True,
            intro=translate(
                "CodingDialog",
                "All levels above the first are dropped; everybody has the entry code of the lots again. Tables that "
                "were printed are worthless then: destroy them.",
            ),
        )
        self.reason = self.add_line(self.tr("&Reason"))

    def submit(self) -> None:
        reason = self.reason.text()

        def void(uow: Any) -> Any:
            from exam.services.coding import void_coding

            return void_coding(uow, reason=reason)

        self.write(void)
