"""While papers are sealed, no page of a marker shows a number beside what names a person: texts, tips, titles,
accessible names, tables and what is copied from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_seal_secrecy import secrets
from tests.services.test_seals import count, now, sat
from ui.context import Context
from ui.operations import Operations
from ui.pages.exam_day import ExamDayPage
from ui.pages.judging import JudgingPage
from ui.pages.overview import OverviewPage
from ui.pages.papers import PapersPage
from ui.pages.recheck import RecheckPage
from ui.pages.written import WrittenPage

__all__ = ["count", "now", "sat", "secrets"]
PAGES = (OverviewPage, ExamDayPage, WrittenPage, RecheckPage, JudgingPage, PapersPage)
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.WhatsThisRole,
)  # fmt: skip


def cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            for role in ROLES:
                if isinstance(text := index.data(role), str):
                    yield text
    for section in range(model.rowCount()):
        if isinstance(text := model.headerData(section, Qt.Orientation.Vertical), str):
            yield text


def said(page: QWidget) -> Iterator[str]:
    """Everything that a page says, and what is copied from its tables."""
    for widget in (page, page.window(), *page.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from (widget.statusTip(), widget.whatsThis())
        if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(at) for at in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells(widget.model())
            QGuiApplication.clipboard().clear()
            widget.selectAll()
            if callable(copy := getattr(widget, "copy", None)):
                copy()
            yield QGuiApplication.clipboard().text()


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.key)
@pytest.mark.parametrize("role", ["recorder", "rechecker"])
def test_that_no_page_of_a_marker_shows_number_and_person(
    qtbot: QtBot, context: Context, operations: Operations, settle: Callable[[], None],
    secrets: tuple[set[str], set[str]], kind: Any, role: str, request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    hidden, people = secrets
    operations.person = request.getfixturevalue(role)
    page = kind(context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    settle()
    texts = list(said(page))
    for tabs in page.findChildren(QTabWidget):
        for at in range(tabs.count()):
            if tabs.isTabVisible(at):
                tabs.setCurrentIndex(at)
                settle()
                texts += said(page)
    whole = "\n".join(texts)
    shown = {one for one in hidden if one in whole}
    named = {one for one in people if one in whole}
    assert not (shown and named), f"{kind.key} shows {shown} and {named}"
    if kind is WrittenPage:
        assert shown, "the numbers are what a marker works with"
    if kind is ExamDayPage:
        assert named, "the invigilator works with names"
