"""Widgets of the house: the form that keeps what was typed, the message line, search, settings, words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exam.errors import InvalidInput
from exam.services import competition
from ui import errors, i18n, journal_words, messages, theme
from ui.context import Context
from ui.item_models.rows import Column, RowsModel
from ui.settings import Settings
from ui.widgets.cards import StatCard
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.message_line import MessageLine
from ui.widgets.pill import Pill
from ui.widgets.search_field import SearchField
from ui.widgets.status_line import StatusLine
from ui.widgets.table import Table

LEFT = Qt.MouseButton.LeftButton


class UnitDialog(FormDialog):
    """A small form as a page would have it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "A unit", "Add", parent)
        self.name = self.add_line("&Name")
        self.calls = 0

    def submit(self) -> None:
        name = self.name.text()
        self.calls += 1

        def call(uow: Any) -> Any:
            if not name:
                raise InvalidInput("Type a {thing}.", thing="name")
            return competition.change_rule(uow, key="late_limit", text="30").late_limit

        self.write(call)


def test_that_a_form_keeps_what_was_typed_and_says_what_is_wrong(
    qtbot: Any, context: Context, settle: Callable[[], None]
) -> None:
    form = UnitDialog(context)
    qtbot.addWidget(form)
    form.open()
    assert form.focusWidget() is form.name
    form.name.setText("")
    qtbot.mouseClick(form.accept_button, LEFT)
    assert not form.accept_button.isEnabled()
    settle()
    assert form.isVisible()
    assert form.error_text == "Type a name."
    assert form.accept_button.isEnabled()


def test_that_a_form_closes_when_it_is_saved(qtbot: Any, context: Context, settle: Callable[[], None]) -> None:
    form, got = UnitDialog(context), []
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.saved.connect(got.append)
    form.open()
    form.name.setText("江岸")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    settle()
    assert len(got) == 1
    assert not form.isVisible()
    assert form.calls == 1


def test_that_esc_closes_a_form_without_doing_anything(qtbot: Any, context: Context) -> None:
    form = UnitDialog(context)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.open()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert form.calls == 0


def test_that_the_message_line_never_changes_its_height(qtbot: Any) -> None:
    line, pressed = MessageLine(), []
    qtbot.addWidget(line)
    line.show()
    height = line.height()
    line.show_message("error", "980 is above 100. Did you mean 98.0?", [("Ch&ange to 98.0", lambda: pressed.append(1))])
    assert line.height() == height
    qtbot.waitUntil(lambda: line.buttons[0].isVisible())
    qtbot.mouseClick(line.buttons[0], LEFT)
    line.clear()
    assert (line.height(), pressed, line.text) == (height, [1], "")


def test_that_the_search_field_is_found_by_key_and_emptied_by_esc(qtbot: Any) -> None:
    page, seen = QWidget(), []
    qtbot.addWidget(page)
    field = SearchField("Search", page)
    field.searched.connect(seen.append)
    page.show()
    qtbot.keyClicks(field, "zw")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert seen == ["z", "zw", ""]


def test_that_names_are_never_taken_for_markup(qtbot: Any) -> None:
    shown = label("<b>张</b>")
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_that_cards_pills_and_status_line_speak_their_words(qtbot: Any) -> None:
    card, pill, line = StatCard("done"), Pill("Locked", "ok"), StatusLine()
    for widget in (card, pill, line):
        qtbot.addWidget(widget)
    card.set_value("11 / 28", tone="ok")
    assert card.accessibleName() == "11 / 28 done"
    assert pill.accessibleName() == "Locked"
    line.show_saved(datetime(2026, 11, 23, 10, 32, 5))
    assert "10:32:05" in line.text
    line.say("Copied")
    assert line.text == "Copied"


def test_that_a_dangerous_question_is_not_answered_by_enter(qtbot: Any) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    owner.show()
    box = messages.confirm(owner, "Take it away?", "Take away", lambda: done.append(1), danger=True)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert done == []


def test_that_enter_presses_the_button_that_has_the_focus(qtbot: Any) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    owner.show()
    box = messages.confirm(owner, "Go on?", "Go on", lambda: done.append(1))
    cancel, act = box.findChildren(QPushButton)
    assert act.hasFocus() or box.focusWidget() is act
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert done == []
    assert not box.isVisible()


def test_that_a_bug_report_names_the_fault_and_can_be_copied(qtbot: Any) -> None:
    box = messages.show_bug(None, ZeroDivisionError("x"))
    qtbot.addWidget(box)
    assert "ZeroDivisionError" in box.details.toPlainText()
    assert "PySide6" in box.details.toPlainText()


def test_that_settings_have_defaults_and_survive_damage(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\nlanguage=klingon\ntext_size=999\nidle_minutes=soon\n", encoding="utf-8")
    settings = Settings(path)
    assert (settings.language, settings.text_size, settings.idle_minutes) == ("zh", 100, 15)
    for number in range(12):
        settings.add_recent(f"/c{number}.db")
    settings.add_recent("/c5.db")
    settings.sync()
    again = Settings(path)
    assert again.recent[:2] == ["/c5.db", "/c11.db"]
    assert len(again.recent) == 10


def test_that_texts_of_base_classes_are_chinese_too(qtbot: Any, context: Context) -> None:
    i18n.install("zh")
    try:
        form = UnitDialog(context)
        qtbot.addWidget(form)
        assert form.cancel_button.text() == "取消"
        assert errors.sentence(errors.ProgramFault()).startswith("程序")
    finally:
        i18n.install("en")


def test_that_light_and_dark_set_the_palette_by_hand(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert qapp.palette().window().color().name().upper() == theme.DARK.ground
    theme.apply(qapp, "light")
    assert qapp.palette().window().color().name().upper() == theme.LIGHT.ground


def test_that_the_style_sheet_has_no_unfilled_token() -> None:
    assert "@" not in theme._style_sheet(theme.LIGHT).replace("@fixed", "")


def test_that_every_text_pair_can_be_read() -> None:
    pairs = [("text1", "surface"), ("text2", "surface"), ("text3", "ground"), ("on_accent", "accent")]
    pairs += [(tone, f"{tone}_soft") for tone in ("ok", "warn", "error")] + [("accent_soft_text", "accent_soft")]
    for tokens in (theme.LIGHT, theme.DARK):
        for ink, ground in pairs:
            assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5, (tokens.name, ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    dark, light = sorted(luminance(color) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_that_a_column_makes_room_for_long_names_up_to_double(qtbot: QtBot) -> None:
    model: RowsModel[str] = RowsModel((Column("名称", lambda row: row, width=100), Column("单位", str, stretch=True)))
    table = Table(model, name="窗口")
    qtbot.addWidget(table)
    plain = table.columnWidth(0)
    table.make_room(0, ["东湖分公司中心广场综合服务营业厅受理窗口"])
    assert table.columnWidth(0) == theme.px(200)
    table.make_room(0, ["张三"])
    assert table.columnWidth(0) == plain


def test_that_the_journal_names_rules_and_stages_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_words, "words", lambda text: f"<{text}>")
    assert journal_words.subject_words("competition.rule_changed", "Groups") == "<Groups>"
    assert journal_words.subject_words("final.nominee_added", "Groups") == "Groups"
    monkeypatch.setattr(journal_words, "_scope_words", lambda text: f"<{text}>")
    assert journal_words.subject_words("results.tie_ended", "individual") == "<individual>"
    said = dict(journal_words.detail_lines({"scope": "team", "method": "drawn_lot", "taken_back": True}))
    assert said == {"scope": "<team>", "method": "drawn lot", "taken back": "yes"}
