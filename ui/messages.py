"""Telling, asking and choosing files: always without blocking, answers come back by a call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme
from ui.errors import report
from ui.widgets.buttons import danger_button, primary_button, secondary_button
from ui.widgets.labels import icon_label, label, wrapped_label

Then = Callable[[], object]
translate = QCoreApplication.translate
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "error": "circle-alert", "accent": "circle-help"}


class MessageBox(QDialog):
    """A sentence, perhaps details, and buttons; the first button is the default."""

    def __init__(
        self,
        owner: QWidget | None,
        tone: str,
        title: str,
        text: str,
        details: str = "",
    ) -> None:
        super().__init__(owner.window() if owner is not None else None)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(440))
        self.setAccessibleName(text)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (22, 20, 22, 18)))
        outer.setSpacing(theme.px(16))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(icon_label(_ICONS.get(tone, "info"), tone, 24))
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(label(title, role="heading"))
        self.words = wrapped_label(text)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        outer.addLayout(row)
        if details:
            self.details = QPlainTextEdit(details)
            self.details.setReadOnly(True)
            self.details.setMinimumHeight(theme.px(160))
            outer.addWidget(self.details)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)
        self.finished.connect(lambda _: self.deleteLater())

    def add(self, button: QWidget) -> None:
        """Add a button at the right."""
        self.buttons.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What Enter does must be where the focus is seen.
        default = next((button for button in self.findChildren(QPushButton) if button.isDefault()), None)
        if default is not None:
            default.setFocus()


def tell(owner: QWidget | None, text: str, tone: str = "warn", title: str = "") -> MessageBox:
    """Say something that must be read; ``tone``: ok, warn, error."""
    box = MessageBox(owner, tone, title or _title(tone), text)
    close = primary_button(translate("messages", "Close"), clicked=box.accept)
    close.setDefault(True)
    box.add(close)
    box.open()
    return box


def _title(tone: str) -> str:
    return {"ok": translate("messages", "Done"), "error": translate("messages", "That did not work")}.get(
        tone, translate("messages", "Please note")
    )


def confirm(
    owner: QWidget | None, text: str, action_text: str, then: Then, *, title: str = "", danger: bool = False
) -> MessageBox:
    """Ask before something is done; ``action_text`` names the act. Enter means Cancel when it is dangerous."""
    box = MessageBox(owner, "warn" if danger else "accent", title or translate("messages", "Please confirm"), text)
    make = danger_button if danger else primary_button

    def act() -> None:
        box.accept()
        if owner is None or isValid(owner):
            then()

    cancel = secondary_button(translate("messages", "Cancel"), clicked=box.reject)
    button = make(action_text, clicked=act)
    button.setObjectName("confirm")
    (cancel if danger else button).setDefault(True)
    box.add(cancel)
    box.add(button)
    box.open()
    return box


def ask_unsaved(owner: QWidget | None, count: int, then: Then, *, stays: bool = False) -> None:
    """Ask before something that leaves ``count`` typed and unsaved entries behind; at once without any.

    ``stays``: they wait on their page; else they are lost.
    """
    if not count:
        then()
        return
    text = translate(
        "messages",
        "Entries typed but not saved: {n}. They need correcting or could not be written, and are marked on their page.",
    )
    end = (
        translate("messages", "They wait there, and are in no total.")
        if stays
        else translate("messages", "They will be lost.")
    )
    act = translate("messages", "Leave them") if stays else translate("messages", "Go on without them")
    title = translate("messages", "Not everything is saved")
    confirm(owner, f"{text.format(n=count)} {end}", act, then, title=title, danger=True)


def show_bug(owner: QWidget | None, error: BaseException) -> MessageBox:
    """An unexpected fault: what it means for the work, and a report to copy."""
    text = translate(
        "messages",
        "The program made a mistake. What was saved before is safe. Copy the report for the people who maintain it.",
    )
    details = report(error)
    box = MessageBox(owner, "error", translate("messages", "A fault in the program"), text, details)
    copy = secondary_button(
        translate("messages", "Copy report"), "copy", lambda: QGuiApplication.clipboard().setText(details)
    )
    close = primary_button(translate("messages", "Close"), clicked=box.accept)
    close.setDefault(True)
    box.add(copy)
    box.add(close)
    box.open()
    return box


def choose_open_file(
    owner: QWidget, title: str, filters: str, then: Callable[[Path], object], folder: str = ""
) -> QFileDialog:
    """Choose one existing file. ``filters`` as Qt wants them: ``Workbook (*.xlsx);;All files (*)``."""
    dialog = QFileDialog(owner, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, owner, then)


def choose_save_file(
    owner: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object], folder: str = ""
) -> QFileDialog:
    """Choose where to write; the suffix of ``name`` is added when none is typed."""
    dialog = QFileDialog(owner, title, folder, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    return _open(dialog, owner, then)


def choose_folder(owner: QWidget, title: str, then: Callable[[Path], object], folder: str = "") -> QFileDialog:
    """Choose a folder to write into."""
    dialog = QFileDialog(owner, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, owner, then)


def _open(dialog: QFileDialog, owner: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    def chosen(name: str) -> None:
        if name and isValid(owner):
            then(Path(name))

    # Qt's own Chinese lacks these two.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("messages", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("messages", "Files of type:"))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.open()
    return dialog


def open_folder(path: Path) -> None:
    """Show a folder (or the folder of a file) in the file manager."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def exported(owner: QWidget, path: Path, text: str = "") -> MessageBox:
    """Say where something was written, with *Open folder*."""
    box = MessageBox(owner, "ok", text or translate("messages", "Written"), str(path))

    def show() -> None:
        box.accept()
        open_folder(path)

    box.add(secondary_button(translate("messages", "Open folder"), "folder-open", show))
    close = primary_button(translate("messages", "Close"), clicked=box.accept)
    close.setDefault(True)
    box.add(close)
    box.open()
    return box
