"""Items of the final and judges: what is held, how it is marked, and who judges whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from exam.access import Right
from exam.rules.item_templates import QUIZ, TEMPLATES
from ui import messages, theme
from ui.context import Context
from ui.dialogs.moves import write_looked_at
from ui.i18n import words
from ui.item_models.items import item_model
from ui.pages.items_judges import JudgesView
from ui.pages.page import Page, scrolled
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.item_card import ItemCard
from ui.widgets.message_line import MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.panels import AvoidanceRow, JudgeRow, PanelRow

Detail = tuple["list[PanelRow]", "list[AvoidanceRow]"]


class ItemsPage(Page):
    """Two tabs: items with their panels, and judges."""

    key = "items"
    topics = frozenset({"final", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._details: dict[int, Detail] = {}
        self._wanted: int | None = None
        self._may = context.may(Right.MANAGE_FINAL)
        self.judges = JudgesView(context)
        self.judge_button = self.header.add_action(self.tr("Add judge…"), "gavel", self.judges.add_judge)
        self.add_button = self.header.add_action(self.tr("Add item"), "plus", None, "primary")
        self.add_button.setMenu(self._menu())
        self._items_stack = QStackedWidget()
        self._items_stack.addWidget(QWidget())
        self._items_stack.addWidget(self._no_items())
        self._items_stack.addWidget(self._items())
        self.tabs = QTabWidget()
        self.tabs.addTab(self._items_stack, self.tr("Items and panels"))
        self.tabs.addTab(self.judges, self.tr("Judges"))
        self.body.addWidget(self.tabs, 1)
        self.message = MessageLine()
        self.body.addWidget(self.message)
        self._allow()

    def title(self) -> str:
        return self.tr("Items and judges")

    def subtitle(self) -> str:
        return self.tr("What is held in the final, and who judges")

    def key_hints(self) -> str:
        return self.tr("Enter change   Alt+Up and Alt+Down move the item")

    def help_text(self) -> str:
        return self.tr(
            "Start from a template; its criteria and full marks can be changed until the first mark stands. Weights "
            "count against the other items of the same part. Put the judges on the panel of each item, for all groups "
            "or for one. A judge of the entrant's own unit does not mark, unless the office allows it with a reason."
        )

    # Building

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for template in TEMPLATES:
            action = QAction(words(template.name), menu)
            action.triggered.connect(lambda _=False, key=template.key: self.add_item(key))
            menu.addAction(action)
        menu.addSeparator()
        own = QAction(self.tr("An item of your own…"), menu)
        own.triggered.connect(lambda _=False: self.add_own())
        menu.addAction(own)
        return menu

    def _no_items(self) -> EmptyState:
        self.empty = EmptyState(
            self.tr("The final has no items yet. Start with a written exam, a scenario simulation and a business "
                    "operation; everything can be changed."),
            self.tr("Set up the usual final"),
            self.add_usual,
            self.tr("Start with an item of your own…"),
            self.add_own,
            icon="list-ordered",
        )  # fmt: skip
        return self.empty

    def _items(self) -> QWidget:
        self.items_model = item_model()
        self.table = Table(self.items_model, name=self.tr("Items"))
        self.table.on_activated(lambda _: self.change_item())
        self.table.current_row.connect(self._show_chosen)
        self.table.setSortingEnabled(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        self.up_button = tool_button("chevron-up", self.tr("Move up"), lambda: self.move(-1))
        self.down_button = tool_button("chevron-down", self.tr("Move down"), lambda: self.move(1))
        self.up_button.setShortcut("Alt+Up")
        self.down_button.setShortcut("Alt+Down")
        self.remove_button = secondary_button(self.tr("Remove…"), "trash-2", self.remove_item)
        for widget in (self.up_button, self.down_button, self.remove_button):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        self.card = ItemCard(self.change_item, self.change_panel, self.show_avoidances, self.enter_marks)
        right = QWidget()
        padded = QVBoxLayout(right)
        padded.setContentsMargins(theme.px(4), theme.px(12), 0, 0)
        padded.addWidget(scrolled(self.card))
        right.setMinimumWidth(theme.px(380))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([theme.px(680), theme.px(420)])
        return splitter

    # Showing

    def arrive(self, **hints: Any) -> None:
        """``item_id``: the item to show; ``tab``: judges."""
        self._wanted = hints.get("item_id", self._wanted)
        self.tabs.setCurrentIndex(1 if hints.get("tab") == "judges" else 0)
        self.refresh()

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services import items, panels

            rows = items.list_items(uow)
            details = {
                row.id: (panels.list_panels(uow, item_id=row.id), panels.list_avoidances(uow, item_id=row.id))
                for row in rows
            }
            return rows, details, panels.list_judges(uow)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[ItemRow], dict[int, Detail], list[JudgeRow]]) -> None:
        rows, self._details, judges = found
        self.items_model.set_rows(rows)
        self.judges.show_rows(judges)
        self._items_stack.setCurrentIndex(2 if rows else 1)
        if rows and (self._wanted is None or not self.table.select_key(self._wanted)):
            chosen = self.table.selected_row()
            self.table.select_key(chosen.id if chosen is not None else rows[0].id)
        self._wanted = None
        self._show_chosen(self.table.selected_row())
        self._tell(rows, judges)
        self._allow()

    def _tell(self, rows: list[ItemRow], judges: list[JudgeRow]) -> None:
        open_ = [row for row in rows if row.kind == "panel" and row.judges < row.rule.minimum]
        if rows and not judges:
            action = (self.tr("Add the first &judge…"), self.judges.add_judge)
            self.message.show_message("warn", self.tr("There are no judges yet; nobody can mark."), [action])
        elif open_:
            text = self.tr("“{item}” has {n} judges; its rule asks for at least {least}.")
            action = (self.tr("Put judges on the &panel…"), lambda: self._open_panel(open_[0]))
            self.message.show_message(
                "warn", text.format(item=open_[0].name, n=open_[0].judges, least=open_[0].rule.minimum), [action]
            )
        else:
            self.message.clear()

    def _show_chosen(self, row: ItemRow | None) -> None:
        if row is not None:
            panels, avoidances = self._details.get(row.id, ([], []))
            self.card.show_item(row, panels, avoidances, self._may)
        self._allow()

    def _allow(self) -> None:
        row = self.table.selected_row()
        why = "" if self._may else self.tr("Only the office may do this.")
        for button, on in (
            (self.add_button, True),
            (self.judge_button, True),
            (self.remove_button, row is not None and not row.locked),
            (self.up_button, row is not None),
            (self.down_button, row is not None),
        ):
            button.setEnabled(self._may and on)
            if why:
                button.setToolTip(why)

    # Items

    def add_usual(self) -> None:
        """The usual three items."""

        def call(uow: Any) -> Any:
            from exam.services.items import add_usual_items

            return add_usual_items(uow)

        write_looked_at(self, self.context, call)

    def add_item(self, template: str) -> None:
        """An item from a template."""

        def call(uow: Any) -> Any:
            from exam.services.items import add_from_template

            return add_from_template(uow, template=template)

        def done(row: ItemRow) -> None:
            self._wanted = row.id

        write_looked_at(self, self.context, call, done)

    def add_own(self) -> None:
        """An item of one's own."""
        from ui.dialogs.item_edit import NewItemDialog

        NewItemDialog(self.context, self).open()

    def change_item(self) -> None:
        """Name, criteria, weight and rule of the chosen item."""
        row = self.table.selected_row()
        if row is not None and self._may and not row.locked:
            from ui.dialogs.item_edit import ItemDialog

            ItemDialog(self.context, row, self).open()

    def remove_item(self) -> None:
        """Take the chosen item off the list."""
        row = self.table.selected_row()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.items import remove_item

            remove_item(uow, item_id=row.id, seen_version=row.version)

        text = self.tr("Remove “{item}” with its criteria and panel?").format(item=row.name)
        messages.confirm(
            self, text, self.tr("Remove"), lambda: write_looked_at(self, self.context, call), danger=True
        )

    def move(self, step: int) -> None:
        """Move the chosen item up or down."""
        row = self.table.selected_row()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.items import move_item

            return move_item(uow, item_id=row.id, step=step)

        self.context.operations.write(self, call)

    def change_panel(self) -> None:
        """Who judges the chosen item."""
        row = self.table.selected_row()
        if row is not None:
            self._open_panel(row)

    def _open_panel(self, row: ItemRow) -> None:
        from ui.dialogs.panel_edit import PanelDialog

        judges = self.judges.model.all_rows
        if not judges:
            self.judges.add_judge()
            return
        PanelDialog(self.context, row, judges, self._details.get(row.id, ([], []))[0], self).open()

    def show_avoidances(self) -> None:
        """Judges and entrants of one unit."""
        row = self.table.selected_row()
        if row is not None:
            from ui.dialogs.avoidances import AvoidancesDialog

            AvoidancesDialog(self.context, row, self).open()

    def enter_marks(self) -> None:
        """Go to the marks of the chosen item."""
        row = self.table.selected_row()
        if row is not None:
            self.context.go_to("quiz" if row.kind == QUIZ else "judging", item_id=row.id)
