"""What can be done on the page of the written round besides typing: verify, lock, sittings, files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import messages
from ui.context import Context
from ui.widgets.mark_entry import MarkEntry

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow
    from exam.services.marks import VerifyOutcome
    from exam.services.sittings import SittingRow
    from exam.services.waiting import WaitingUnit
    from ui.pages.written import WrittenPage


class WrittenCommands(QObject):
    """Acts on ``sitting``, which the page sets. ``owner`` is the page: dialogs belong to it.

    ``in_second``: the second entry is on screen.
    """

    def __init__(self, context: Context, entry: MarkEntry, owner: WrittenPage) -> None:
        super().__init__(owner)
        self.context = context
        self.entry = entry
        self.owner = owner
        self.sitting: SittingRow | None = None
        self.rows: dict[int, MarkRow] = {}
        self.waiting: tuple[WaitingUnit, ...] = ()
        self.in_second = False

    def verify(self) -> None:
        """Confirm the marks shown (or selected) against the papers."""
        keys = self.entry.keys_to_verify()
        sitting = self.sitting
        if sitting is None:
            return
        if not keys:
            messages.tell(self.owner, self.tr("No mark in the rows shown waits for verification."))
            return

        def call(uow: Any) -> Any:
            from exam.services.marks import verify_marks

            return verify_marks(uow, sitting_id=sitting.id, candidate_ids=keys)

        text = self.tr(
            "You confirm that {n} papers were compared with the marks entered here. Marks that you entered "
            "yourself are left for somebody else."
        )
        messages.confirm(
            self.owner, text.format(n=len(keys)), self.tr("Verify {n} papers").format(n=len(keys)),
            lambda: self.context.operations.write(self.owner, call, self._verified),
        )  # fmt: skip

    def _verified(self, outcome: VerifyOutcome) -> None:
        text = self.tr("{n} papers verified.").format(n=outcome.verified)
        if outcome.own:
            text += " " + self.tr("{n} were entered by you and wait for somebody else.").format(n=outcome.own)
        self.context.say(text)
        self.entry.message.show_message("ok", text)

    def lock(self) -> None:
        """Close the marks with a second person, or open them again with a reason."""
        sitting = self.sitting
        if sitting is None:
            return
        if sitting.locked:
            from ui.dialogs.unlock_marks import UnlockMarksDialog

            UnlockMarksDialog(self.context, sitting, self.owner).open()
            return
        messages.ask_unsaved(self.owner, self.owner.unsaved(), lambda: self._lock(sitting))

    def _lock(self, sitting: SittingRow) -> None:
        from ui.dialogs.passwords import ask_second_person

        self.owner.drop_typed()

        def lock(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.sitting_locks import lock_sitting

                return lock_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness)

            self.context.operations.write(self.owner, call)

        intro = self.tr("Locking closes the marks of {sitting}. A second person confirms with name and password.")
        ask_second_person(self.owner, self.context, intro.format(sitting=sitting.name), self.tr("Lock"), lock)

    # Sittings

    def add_sitting(self) -> None:
        """Ask for a new sitting for the drawn people who have none."""
        from ui.dialogs.sitting_edit import SittingDialog

        SittingDialog(self.context, None, self.waiting, self.owner).open()

    def change_sitting(self) -> None:
        """Change name, time, place and sections of the sitting shown."""
        from ui.dialogs.sitting_edit import SittingDialog

        if self.sitting is not None:
            SittingDialog(self.context, self.sitting, (), self.owner).open()

    def score_answers(self) -> None:
        """Key and answers of an objective section."""
        from ui.dialogs.answers import AnswersDialog

        if self.sitting is not None:
            AnswersDialog(self.context, self.sitting, self.owner).open()

    def update_candidates(self) -> None:
        """Take in who stepped up and take out who was struck."""
        sitting = self.sitting
        if sitting is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.sittings import update_candidates

            return update_candidates(uow, sitting_id=sitting.id)

        self.context.operations.write(self.owner, call)

    # Files

    def take_file(self, path: Path) -> None:
        """Show what the file would change; nothing is taken before the person agrees."""
        if self.sitting is not None:
            from ui.dialogs.marks_import import MarksImportDialog

            dialog = MarksImportDialog(self.context, path, self.sitting, self.owner, second=self.in_second)
            dialog.saved.connect(self.context.say)
            dialog.open()

    def choose_file(self) -> None:
        """Ask for the file of marks."""
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        messages.choose_open_file(
            self.owner, self.tr("Import marks"), kinds, self.take_file, self.context.settings.folder
        )

    def save_template(self) -> None:
        """Write a workbook with every candidate, to fill in the marks elsewhere."""
        sitting, language = self.sitting, self.context.settings.language
        if sitting is None:
            return
        people: list[tuple[str, ...]] = [
            (row.sealed_number,) if sitting.hides_names else (row.ticket_number, row.staff_number, row.name, row.unit)
            for row in self.rows.values()
        ]

        def write(path: Path) -> None:
            def work(progress: Any) -> Path:
                from exam.documents.build import write_file
                from exam.files.marks import marks_template

                return write_file(path, marks_template(people, sitting.sections, language))

            self.context.operations.job(
                self.owner, self.tr("Writing the workbook"), work, lambda done: messages.exported(self.owner, done)
            )

        name = self.tr("Marks {sitting}.xlsx").format(sitting=sitting.name)
        messages.choose_save_file(
            self.owner, self.tr("Save as"), self.tr("Workbook (*.xlsx)"), name, write, self.context.settings.folder
        )
