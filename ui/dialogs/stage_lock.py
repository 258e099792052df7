"""Locking a stage and opening it again: with the password, a witness or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.competition import StageRow

translate = QCoreApplication.translate


class _StageDialog(FormDialog):
    def __init__(
        self, context: Context, row: StageRow, title: str, action: str, intro: str, parent: QWidget | None
    ) -> None:
        from exam.rules.stages import STAGE_NAMES

        name = words(STAGE_NAMES[row.stage])
        super().__init__(context, title.format(stage=name), action, parent, intro=intro, danger=row.locked)
        self.row = row
        self.text = self.add_line(*self.question())
        person = context.person.name if context.person is not None else ""
        self.password = self.add_line(self.tr("&Password of {name}").format(name=person), password=True)

    def question(self) -> tuple[str, str, str]:
        """Caption, present text and hint of the first line."""
        raise NotImplementedError

    def command(self, uow: Any, text: str) -> Any:
        """What is done once the password is right."""
        raise NotImplementedError

    def submit(self) -> None:
        text, password = self.text.text(), self.password.text()
        database = self.context.operations.database

        def act(uow: Any) -> Any:
            from exam.services.accounts import check_password

            check_password(uow, password=password)
            return self.command(uow, text)

        def back_up() -> None:
            from exam.backups import make_backup

            if database is not None:
                make_backup(database, "before-unlock" if self.row.locked else "before-lock")

        self.wait()
        self.context.operations.on_database(
            self, back_up, lambda _: self.write(act, serializable=True), self.show_error
        )


class LockStageDialog(_StageDialog):
    """Closes a stage; the second name is the witness."""

    def __init__(self, context: Context, row: StageRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            row,
            translate("StageDialog", "Lock the stage {stage}"),
            translate("StageDialog", "Lock"),
            translate("StageDialog", "Nothing of this stage can be changed afterwards. A backup is made first."),
            parent,
        )

    def question(self) -> tuple[str, str, str]:
        return (
            translate("StageDialog", "&Witness"),
            "",
            translate("StageDialog", "Name of the second person, e.g. the supervisor; may stay empty."),
        )

    def command(self, uow: Any, text: str) -> Any:
        from exam.services.competition import lock_stage

        return lock_stage(uow, stage=self.row.stage, witness=text)


class UnlockStageDialog(_StageDialog):
    """Opens a locked stage again; the reason stays in the journal."""

    def __init__(self, context: Context, row: StageRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            row,
            translate("StageDialog", "Open the stage {stage} again"),
            translate("StageDialog", "Open again"),
            translate(
                "StageDialog",
                "What was settled can then be changed again. The reason stands in the journal. A backup is made first.",
            ),
            parent,
        )

    def question(self) -> tuple[str, str, str]:
        return translate("StageDialog", "&Reason"), "", translate("StageDialog", "Required.")

    def command(self, uow: Any, text: str) -> Any:
        from exam.services.competition import unlock_stage

        return unlock_stage(uow, stage=self.row.stage, reason=text)
