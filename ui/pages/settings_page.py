"""Settings: this workstation, the people who may sign in, the backups."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QTabWidget, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.pages.page import Page
from ui.pages.settings_parts import AccountsPart, BackupsPart
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label

PARTS = ("desk", "accounts", "backups")


class SettingsPage(Page):
    """Three tabs. Everything is put to use at once; there is no Save button."""

    key = "settings"
    topics = frozenset({"accounts", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._desk_part(), self.tr("This workstation"))
        self.accounts: AccountsPart | None = None
        self.backups: BackupsPart | None = None
        if context.competition is not None:
            self.accounts = AccountsPart(context)
            self.backups = BackupsPart(context)
            self.tabs.addTab(self.accounts, self.tr("People who sign in"))
            self.tabs.addTab(self.backups, self.tr("Backups"))
        self.body.addWidget(self.tabs, 1)

    def title(self) -> str:
        return self.tr("Settings")

    def subtitle(self) -> str:
        return self.tr("The rules of the competition are on the page Competition setup")

    def refresh(self) -> None:
        if self.accounts is not None and self.backups is not None:
            self.accounts.refresh()
            self.backups.refresh()

    def arrive(self, **hints: Any) -> None:
        part = hints.get("part")
        if part in PARTS and PARTS.index(part) < self.tabs.count():
            self.tabs.setCurrentIndex(PARTS.index(part))

    def _desk_part(self) -> QWidget:
        part = QWidget()
        outer = QVBoxLayout(part)
        outer.setContentsMargins(0, theme.px(14), 0, 0)
        outer.setSpacing(theme.px(12))
        settings = self.context.settings
        self.language = _choice((("中文", "zh"), ("English", "en")), settings.language)
        self.scheme = _choice(
            ((self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")),
            settings.scheme,
        )
        self.text_size = _choice(tuple((f"{size} %", size) for size in theme.TEXT_SIZES), settings.text_size)
        outer.addWidget(
            self._card(
                self.tr("Look and language"),
                (
                    (self.tr("Language"), self.language, ""),
                    (self.tr("Colours"), self.scheme, ""),
                    (self.tr("Text size"), self.text_size, ""),
                ),
            )
        )
        self.idle = _choice(
            ((self.tr("Never"), 0), *((self.tr("After {n} minutes").format(n=n), n) for n in (5, 10, 15, 30, 60))),
            settings.idle_minutes,
        )
        self.enter_goes = _choice(
            ((self.tr("Down: the next candidate"), "down"), (self.tr("Right: the next judge"), "right")),
            settings.enter_goes,
        )
        outer.addWidget(
            self._card(
                self.tr("At the desk"),
                (
                    (
                        self.tr("Lock by itself"),
                        self.idle,
                        self.tr("Without a key or click; everything typed stays. The sample is never locked."),
                    ),
                    (self.tr("Enter goes"), self.enter_goes, self.tr("In the grids in which marks are entered.")),
                ),
            )
        )
        outer.addStretch(1)
        self.language.activated.connect(lambda _: self._restyle("language", self.language.currentData()))
        self.scheme.activated.connect(lambda _: self._restyle("scheme", self.scheme.currentData()))
        self.text_size.activated.connect(lambda _: self._restyle("text_size", self.text_size.currentData()))
        self.idle.activated.connect(lambda _: self._keep("idle_minutes", self.idle.currentData()))
        self.enter_goes.activated.connect(lambda _: self._keep("enter_goes", self.enter_goes.currentData()))
        return part

    def _card(self, title: str, rows: tuple[tuple[str, QComboBox, str], ...]) -> Card:
        card = Card(margin=(18, 16))
        card.body.addWidget(label(title, role="heading"))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        for caption, field, hint in rows:
            words = label(caption)
            words.setMinimumWidth(theme.px(110))
            words.setBuddy(field)
            field.setAccessibleName(caption)
            field.setFixedWidth(theme.px(260))
            form.addRow(words, field)
            if hint:
                form.addRow(label(""), wrapped_label(hint, role="quiet"))
        card.body.addLayout(form)
        return card

    def _keep(self, name: str, value: Any) -> None:
        setattr(self.context.settings, name, value)
        self.context.say(self.tr("Kept for this workstation"))

    def _restyle(self, name: str, value: Any) -> None:
        if getattr(self.context.settings, name) != value:
            setattr(self.context.settings, name, value)
            self.context.restyle()


def _choice(choices: tuple[tuple[str, Any], ...], current: Any) -> QComboBox:
    box = QComboBox()
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(current), 0))
    return box
