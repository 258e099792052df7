"""Drawing groups and order of the final: freeze the list, throw dice, type them twice, run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Context
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label

if TYPE_CHECKING:
    from exam.services.group_draws import GroupDrawRow

translate = QCoreApplication.translate


class GroupDrawDialog(FormDialog):
    """One step at a time; ``row`` says where the draw stands, so that it can be left and taken up again."""

    def __init__(self, context: Context, row: GroupDrawRow, groups: int, parent: QWidget | None = None) -> None:
        title = translate("GroupDrawDialog", "Draw groups and order")
        texts = {
            "none": (translate("GroupDrawDialog", "Freeze the list"), False),
            "frozen": (translate("GroupDrawDialog", "Run the draw"), False),
            "run": (translate("GroupDrawDialog", "Declare the draw void"), True),
        }
        action, danger = texts[row.state]
        super().__init__(context, title, action, parent, danger=danger, width=620)
        self.row = row
        self.lines: list[QLineEdit] = []
        {"none": self._build_freeze, "frozen": self._build_dice, "run": self._build_void}[row.state](groups)

    def _build_freeze(self, groups: int) -> None:
        text = self.tr(
            "The elites are drawn into {n} groups, people of one unit apart as far as possible, and into an order of "
            "appearance. First the list is frozen: nobody can be added or taken off any more. Then the freeze codes "
            "are read out and dice are thrown."
        )
        self.body.addWidget(wrapped_label(text.format(n=groups)))

    def _build_dice(self, groups: int) -> None:
        del groups
        self.body.insertWidget(0, wrapped_label(self.tr("Read the freeze codes out, then throw the dice."),
                                                role="caption"))  # fmt: skip
        names = (self.tr("Code of the groups"), self.tr("Code of the order"))
        for caption, code in zip(names, self.row.codes, strict=False):
            value = wrapped_label(" ".join(code[at : at + 8] for at in range(0, len(code), 8)), role="number")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.form.addRow(label(caption), value)
        if self.row.dice:
            text = self.tr("Two people have typed the dice: {digits}. The draw can be run.")
            self.body.addWidget(wrapped_label(text.format(digits=self.row.dice)))
            return
        hint = self.tr("20 to 40 digits, in the order thrown; blanks do not matter.")
        self.first = self.add_line(self.tr("&Dice"), hint=hint)
        # The second person reads the dice, not what the first one typed.
        self.first.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        person = self.context.person
        self.first_by = self.add_line(self.tr("Typed &by"), person.name if person is not None else "")
        self.second = self.add_line(self.tr("Dice &again"), hint=self.tr("Another person reads and types them anew."))
        self.second_by = self.add_line(self.tr("Typed b&y"))
        if self.row.dice_by:
            self.first_by.setText(self.row.dice_by)
            for line in (self.first, self.first_by):
                line.setEnabled(False)
            self.first.setPlaceholderText(self.tr("typed by {name}").format(name=self.row.dice_by))
        (self.second if self.row.dice_by else self.first).setFocus()

    def _build_void(self, groups: int) -> None:
        del groups
        text = self.tr(
            "Groups and order were drawn already. They can be drawn anew only after this draw is declared void; "
            "groups, order and codes are dropped then, and the void draw stays listed with its reason."
        )
        self.body.insertWidget(0, wrapped_label(text))
        self.reason = self.add_line(self.tr("&Reason"))
        self.reason.setFocus()

    def submit(self) -> None:
        {"none": self._freeze, "frozen": self._run, "run": self._void}[self.row.state]()

    def _freeze(self) -> None:
        def freeze(uow: Any) -> Any:
            from exam.services.group_draws import freeze_group_draw

            return freeze_group_draw(uow)

        self.write(freeze)

    def _run(self) -> None:
        if self.row.dice:
            self.wait()
            self._drawn()
            return
        typed = [] if self.row.dice_by else [(self.first.text(), self.first_by.text())]
        typed.append((self.second.text(), self.second_by.text()))
        missing = next((field for field in (self.first_by, self.second_by) if not field.text().strip()), None)
        if missing is not None:
            self.say(self.tr("Two people type the dice: write both names."))
            missing.setFocus()
            return

        def take(uow: Any) -> Any:
            from exam.services.group_draws import type_group_dice

            return [type_group_dice(uow, digits=digits, typed_by=name) for digits, name in typed]

        self.write(take, done=lambda _: self._drawn())

    def _drawn(self) -> None:
        """The dice are stored, whatever happens now; the lots run on them."""

        def run(uow: Any, progress: Any) -> Any:
            from exam.services.group_draws import run_group_draw

            return run_group_draw(uow, progress)

        self.context.operations.write_long(
            self, self.tr("Drawing groups and order"), run, self.finish, self.show_error, serializable=True
        )

    def _void(self) -> None:
        reason = self.reason.text()

        def void(uow: Any) -> Any:
            from exam.services.group_draws import void_group_draw

            void_group_draw(uow, reason=reason)

        self.write(void)
