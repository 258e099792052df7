"""Before a change that bears on results is saved: which places and awards it would move; then save or cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from exam.errors import Cancelled, ExamError
from exam.progress import Progress
from ui import theme
from ui.context import Context
from ui.item_models.standings import changes_model
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.moves import Moves

translate = QCoreApplication.translate
Command = Callable[[Any], Any]


class MovesDialog(QDialog):
    """The list of what would move. Accepted: the change is to be saved."""

    def __init__(self, moves: Moves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This change moves places or awards"))
        self.resize(theme.px(760), theme.px(480))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        outer.setSpacing(theme.px(12))
        outer.addWidget(label(self.tr("This change moves places or awards"), role="heading"))
        text = self.tr("Nothing is saved yet. Places that move: {places}; awards: {awards}; other figures: {figures}.")
        outer.addWidget(
            wrapped_label(
                text.format(places=moves.places, awards=moves.awards, figures=moves.figures), role="caption"
            )
        )
        self.table = Table(changes_model(planned=True), name=self.tr("What would move"))
        self.table.rows_model.set_rows(moves.lines)
        outer.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        self.cancel_button = secondary_button(self.tr("Cancel"), clicked=self.reject)
        self.save_button = primary_button(self.tr("Save the change"), clicked=self.accept)
        self.cancel_button.setDefault(True)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        outer.addLayout(row)
        self.finished.connect(lambda _: self.deleteLater())
        self.cancel_button.setFocus()


def look_first(
    owner: QWidget,
    context: Context,
    change: Command,
    save: Callable[[str], object],
    cancelled: Callable[[], object],
    failed: Callable[[ExamError], object],
) -> None:
    """Try ``change`` out, show what it would move, then ``save(quiet)`` or ``cancelled()``.

    When nothing moves nobody is asked: ``quiet`` is the sentence that says so. ``failed`` hears why the change is
    not possible at all.
    """

    def look(uow: Any, progress: Progress) -> Any:
        from exam.services.moves import what_would_move

        return what_would_move(uow, change=change, progress=progress)

    def shown(moves: Moves) -> None:
        if not moves.lines:
            quiet = translate("MovesDialog", "No place and no award moves.")
            if moves.figures:
                quiet = translate("MovesDialog", "No place and no award moves; {figures} figures change.")
            save(quiet.format(figures=moves.figures))
            return
        dialog = MovesDialog(moves, owner)
        dialog.accepted.connect(lambda: save(""))
        dialog.rejected.connect(cancelled)
        dialog.open()

    def stopped(error: ExamError) -> None:
        if isinstance(error, Cancelled):
            cancelled()
        else:
            failed(error)

    context.operations.trial(owner, translate("MovesDialog", "Looking what this would move"), look, shown, stopped)


def write_looked_at(
    page: QWidget, context: Context, change: Command, done: Callable[[Any], object] | None = None
) -> None:
    """The command of a page whose change bears on results: looked at first, then saved; ``done`` hears the result."""

    def failed(error: ExamError) -> None:
        context.operations.fault.emit(page, error)

    look_first(page, context, change, lambda _: context.operations.write(page, change, done), lambda: None, failed)


def write_after_look(form: FormDialog, change: Command) -> None:
    """The command of a form whose change bears on results: looked at first, then saved."""
    form.wait()
    look_first(form, form.context, change, lambda _: form.write(change), form.wake, form.show_error)
