"""The judge's own page: one entrant at a time, by code; own marks only; confirmed, then fixed."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exam.access import Right
from exam.errors import AlreadySaved, Conflict, ExamError
from exam.rules.item_marks import Given
from exam.rules.marks import show
from exam.rules.panel import sum_of_criteria
from ui import messages, theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.rows import Column, RowsModel
from ui.pages.page import Page, scrolled
from ui.widgets.empty_state import EmptyState
from ui.widgets.judge_sheet import JudgeSheet
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.judge_view import JudgeDeskRow, JudgeEntrantRow, JudgeItemRow

translate = QCoreApplication.translate
LOADING, NO_JUDGE, NO_ITEM, NOBODY, FULL = range(5)


class JudgePage(Page):
    """The entrants at the left, the mark sheet of one of them at the right."""

    key = "judge"
    topics = frozenset({"final", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk: JudgeDeskRow | None = None
        self._drafts: dict[tuple[int, int], dict[int, str]] = {}
        self._shown: tuple[int, int] | None = None
        self._request = str(uuid.uuid4())
        self.item_box = QComboBox()
        self.item_box.setAccessibleName(self.tr("Item"))
        self.item_box.activated.connect(lambda _: self._choose_item())
        self.header.add_widget(self.item_box)
        self._stack = QStackedWidget()
        for widget in (QWidget(), *self._empty_states(), self._full()):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.item_box.hide()

    def title(self) -> str:
        return self.tr("Judging")

    def subtitle(self) -> str:
        return self.tr("Your own marks, entrant by entrant")

    def key_hints(self) -> str:
        return self.tr("Enter next field, then confirm   Up and Down in the list choose the entrant")

    def help_text(self) -> str:
        return self.tr(
            "You see the code of the entrant and nothing else. Type your marks, press Enter to go on, and confirm. A "
            "confirmed mark is saved at once and fixed; if it is wrong, ask the office to release it. Entrants of your "
            "own unit are left out."
        )

    # Building

    def _empty_states(self) -> tuple[QWidget, QWidget, QWidget]:
        return (
            EmptyState(
                self.tr("This page is for judges who sign in with an account of their own. The office makes it under "
                        "Settings and links it to the judge."),
                icon="gavel",
            ),
            EmptyState(self.tr("You are not on the panel of any item yet. The office puts judges on panels."),
                       icon="gavel"),
            EmptyState(self.tr("Nobody is to be marked yet. Entrants appear here once they are nominated."),
                       icon="users"),
        )  # fmt: skip

    def _full(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        self.count = label("", role="heading")
        left.addWidget(self.count)
        self.model = _entrant_model()
        self.table = Table(self.model, name=self.tr("Entrants"))
        self.table.setSortingEnabled(False)
        self.table.setFixedWidth(theme.px(360))
        self.table.current_row.connect(self._show_entrant)
        self.table.on_activated(lambda _: self._focus_sheet())
        left.addWidget(self.table, 1)
        row.addLayout(left)
        self.sheet = JudgeSheet()
        self.sheet.setMaximumWidth(theme.px(760))
        self.sheet.confirmed.connect(self._ask)
        self.sheet.typed.connect(self._keep)
        row.addWidget(scrolled(self.sheet), 1)
        return holder

    # Showing

    def refresh(self) -> None:
        if not self.context.may(Right.ENTER_OWN_JUDGE_MARKS):
            self._stack.setCurrentIndex(NO_JUDGE)
            return
        wanted = self.item_box.currentData()

        def look(uow: Any) -> Any:
            from exam.services.judge_view import get_desk

            return get_desk(uow, item_id=wanted)

        self.context.operations.read(self, look, self._show)

    def _show(self, desk: JudgeDeskRow) -> None:
        self.desk = desk
        self.item_box.clear()
        for item in desk.items:
            self.item_box.addItem(item.name, item.id)
        self.item_box.setVisible(len(desk.items) > 1)
        if desk.item is None:
            self._stack.setCurrentIndex(NO_ITEM)
            return
        self.item_box.setCurrentIndex(self.item_box.findData(desk.item.id))
        self.header.set_subtitle(f"{desk.judge} · {desk.item.name}")
        self._stack.setCurrentIndex(FULL if desk.entrants else NOBODY)
        self.model.set_rows(desk.entrants)
        # Beside a secret code no order of appearance stands.
        self.table.setColumnHidden(0, all(row.appearance is None for row in desk.entrants))
        asked = [row for row in desk.entrants if row.given is not Given.AVOIDED]
        done = sum(row.confirmed for row in asked)
        self.count.setText(self.tr("{done} of {total} confirmed").format(done=done, total=len(asked)))
        chosen = self.table.selected_row()
        if chosen is None or (self._shown is not None and self._shown[0] != desk.item.id):
            self._go_on()
        else:
            self._show_entrant(chosen)

    def _choose_item(self) -> None:
        self._shown = None
        self.refresh()

    def _show_entrant(self, row: JudgeEntrantRow | None) -> None:
        item = self._item()
        if row is None or item is None:
            return
        at = (item.id, row.nominee_id)
        if at == self._shown and self.sheet.entrant == row:
            # Somebody else's change: the judge goes on typing.
            return
        self._shown = at
        self.sheet.show_entrant(item, row, self._drafts.get(at, {}))

    def _item(self) -> JudgeItemRow | None:
        return self.desk.item if self.desk is not None else None

    def _go_on(self) -> None:
        """The first entrant that is not marked yet."""
        rows = self.desk.entrants if self.desk is not None else ()
        row = next((one for one in rows if one.open), rows[0] if rows else None)
        if row is not None:
            self.table.select_key(row.nominee_id)
            self._show_entrant(row)

    def _focus_sheet(self) -> None:
        field = next((one for one in self.sheet.fields.values() if not one.isReadOnly()), None)
        if field is not None:
            field.setFocus()

    def _keep(self) -> None:
        if self._shown is not None:
            self._drafts[self._shown] = self.sheet.texts()

    # Confirming

    def _ask(self, marks: dict[int, Decimal]) -> None:
        row = self.sheet.entrant
        if row is None:
            return
        total = sum_of_criteria(list(marks.values()))
        text = self.tr("You give {code} {mark} points. Once confirmed, only the office can release the mark.")
        messages.confirm(
            self, text.format(code=row.code, mark=show(total) if total is not None else ""),
            self.tr("Confirm {mark}").format(mark=show(total) if total is not None else ""),
            lambda: self._confirm(row, marks),
        )  # fmt: skip

    def _confirm(self, row: JudgeEntrantRow, marks: dict[int, Decimal]) -> None:
        item = self._item()
        if item is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.judge_view import confirm_sheet

            return confirm_sheet(
                uow, item_id=item.id, nominee_id=row.nominee_id, points=marks, seen=row.versions
            )

        self.sheet.button.setEnabled(False)
        self.context.operations.write(self, call, self._confirmed, self._failed, request=self._request)

    def _confirmed(self, desk: JudgeDeskRow) -> None:
        self._request = str(uuid.uuid4())
        self.sheet.button.setEnabled(True)
        done = self.sheet.entrant
        if self._shown is not None:
            self._drafts.pop(self._shown, None)
        self._shown = None
        self._show(desk)
        self._go_on()
        if done is not None:
            self.context.say(self.tr("{code} is confirmed and saved.").format(code=done.code))

    def _failed(self, error: ExamError) -> None:
        self.sheet.button.setEnabled(True)
        if not isinstance(error, AlreadySaved):
            self.sheet.message.show_message("error", sentence(error))
        if isinstance(error, (AlreadySaved, Conflict)):
            self.refresh()

    # For the window

    def keep_typed(self) -> list[Any]:
        return [self._drafts, self.item_box.currentData()]

    def restore_typed(self, kept: list[Any]) -> None:
        self._drafts, item_id = kept
        if item_id is not None:
            self.item_box.addItem("", item_id)
            self.item_box.setCurrentIndex(0)


def _entrant_model() -> RowsModel[JudgeEntrantRow]:
    states = {
        "done": (translate("JudgeTable", "Confirmed"), "ok", "circle-check"),
        "avoided": (translate("JudgeTable", "Own unit: avoided"), "", "user-x"),
        "open": (translate("JudgeTable", "To mark"), "accent", "circle-dashed"),
    }

    def state(row: JudgeEntrantRow) -> tuple[str, str, str]:
        return states["done" if row.confirmed else "open" if row.open else "avoided"]

    return RowsModel(
        (
            Column(translate("JudgeTable", "Order"), lambda row: str(row.appearance or ""), "right", width=64),
            Column(translate("JudgeTable", "Entrant code"), lambda row: row.code or "–", width=90, bold=True),
            Column(translate("JudgeTable", "State"), lambda row: state(row)[0], width=130, stretch=True, pill=True,
                   tone=lambda row: state(row)[1], icon=lambda row: state(row)[2]),
        ),
        row_key=lambda row: row.nominee_id,
    )  # fmt: skip
