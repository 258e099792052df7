"""The dialog of the house: rows of fields, one line for what is wrong, a named command and Cancel."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from exam.errors import AlreadySaved, ExamError
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.widgets.buttons import danger_button, primary_button, secondary_button
from ui.widgets.columns import bare_column
from ui.widgets.labels import label, set_tone, wrapped_label


class FormDialog(QDialog):
    """Subclass it: build rows in ``__init__`` with :meth:`add_row`, read them in :meth:`submit`.

    ``submit`` hands one command to :meth:`write`. While it runs the form is disabled; a fault is shown in
    the form and everything typed stays; success emits ``saved`` with the result and closes. Show it with
    ``.open()``.
    """

    saved = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        accept_text: str,
        parent: QWidget | None = None,
        *,
        intro: str = "",
        danger: bool = False,
        width: int = 460,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.request = str(uuid.uuid4())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        outer.setSpacing(theme.px(12))
        outer.addWidget(label(title, role="heading"))
        if intro:
            outer.addWidget(wrapped_label(intro, role="caption"))
        self.form = QFormLayout()
        self.form.setVerticalSpacing(theme.px(10))
        self.form.setHorizontalSpacing(theme.px(14))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields = QWidget()
        self.body = QVBoxLayout(self.fields)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(10))
        self.body.addLayout(self.form)
        outer.addWidget(self.fields, 1)
        self.error_line = wrapped_label("", tone="error")
        self.error_line.setMinimumHeight(theme.px(40))
        self.error_line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        outer.addWidget(self.error_line)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.extra_buttons = QHBoxLayout()
        row.addLayout(self.extra_buttons)
        row.addStretch(1)
        self.cancel_button = secondary_button(self.tr("Cancel"), clicked=self.reject)
        make = danger_button if danger else primary_button
        self.accept_button = make(accept_text, clicked=self.submit)
        self.accept_button.setAutoDefault(True)
        self.accept_button.setDefault(True)
        self.accept_button.installEventFilter(self)
        row.addWidget(self.cancel_button)
        row.addWidget(self.accept_button)
        outer.addLayout(row)

    def add_row(self, caption: str, field: QWidget, hint: str = "") -> QWidget:
        """Add a field under a caption, with a quiet hint below it; returns the field."""
        words = label(caption)
        words.setBuddy(field)
        if "&" not in caption:
            field.setAccessibleName(caption)
        if not hint:
            self.form.addRow(words, field)
            return field
        holder, column = bare_column(3)
        column.addWidget(field)
        column.addWidget(wrapped_label(hint, role="quiet"))
        self.form.addRow(words, holder)
        return field

    def add_line(self, caption: str, text: str = "", hint: str = "", *, password: bool = False) -> QLineEdit:
        """Add a line of text; returns it."""
        line = QLineEdit(text)
        if password:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row(caption, line, hint)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()
        focus = self.focusWidget()
        if focus is None or isinstance(focus, QPushButton) or not focus.isVisible():
            (self.first_field() or self.accept_button).setFocus()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def _grow(self) -> None:
        """Rows that appear, and sentences of several lines, get their room: a layout would squeeze them."""
        layout = self.layout()
        if layout is not None and self.isVisible() and self.screen() is not None:
            needed = min(layout.totalMinimumHeightForWidth(self.width()), self.screen().availableSize().height())
            if needed > self.height():
                self.resize(self.width(), needed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While the act is not possible yet, Cancel has the focus; once it is, Enter should do it.
        possible = event.type() == QEvent.Type.EnabledChange and self.accept_button.isEnabled()
        if watched is self.accept_button and possible and self.cancel_button.hasFocus():
            self.accept_button.setFocus()
        return super().eventFilter(watched, event)

    def submit(self) -> None:
        """Read the fields and call :meth:`write`. To be overridden."""
        raise NotImplementedError

    def write(
        self,
        call: Callable[[Any], Any],
        *,
        done: Callable[[Any], Any] | None = None,
        serializable: bool = False,
    ) -> None:
        """Run one command; close with ``saved`` when it is done, or show the fault and keep the fields."""
        self.wait()
        self.context.operations.write(
            self, call, done=done or self.finish, failed=self.show_error, request=self.request,
            serializable=serializable,
        )  # fmt: skip

    def wait(self) -> None:
        """Disable the form while something runs."""
        self.say("")
        self.fields.setEnabled(False)
        self.accept_button.setEnabled(False)

    def wake(self) -> None:
        """Enable the form again."""
        self.fields.setEnabled(True)
        self.accept_button.setEnabled(True)

    def finish(self, result: Any = None) -> None:
        """Report success and close."""
        self.saved.emit(result)
        self.accept()

    def show_error(self, error: ExamError) -> None:
        """Show a fault; everything typed stays. A repeated submission counts as success."""
        if isinstance(error, AlreadySaved):
            self.finish(None)
            return
        self.wake()
        self.say(sentence(error))
        wrong = error.params.get("field")
        line = self.findChild(QWidget, str(wrong)) if wrong else None
        (line or self.first_field() or self).setFocus()

    def say(self, text: str, tone: str = "error") -> None:
        """Put one sentence above the buttons (empty = nothing)."""
        set_tone(self.error_line, tone)
        self.error_line.setText(text)

    def first_field(self) -> QWidget | None:
        """The first field that can be typed into."""
        lines = self.findChildren(QLineEdit)
        return next((line for line in lines if line.isEnabled() and line.isVisibleTo(self)), None)

    @property
    def error_text(self) -> str:
        """The sentence that is shown."""
        return self.error_line.text()


def caption_label(text: str) -> QLabel:
    """A caption above a block of a form."""
    return label(text, role="heading")
