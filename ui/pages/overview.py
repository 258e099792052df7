"""Where the competition stands: what comes next, and every step with its state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.i18n import page_words, words
from ui.journal_words import local_time, subject_words, tag_words
from ui.pages.page import Page, scrolled
from ui.pages.registry import GROUPS, PAGES, may_see, may_take
from ui.widgets.buttons import link_button, primary_button, secondary_button
from ui.widgets.cards import Card, StatCard, card_row
from ui.widgets.labels import ElidedLabel, icon_label, label, wrapped_label
from ui.widgets.pill import Pill

LATELY = 6
OPEN = ("ready", "working")
ALL_TOPICS = frozenset({"competition", "roster", "draw", "written", "final", "results", "awards", "papers", "accounts"})


class OverviewPage(Page):
    """The first page of an open competition: one thing to do next, and the way to everything else."""

    key = "overview"
    topics = ALL_TOPICS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cards = {
            "roster": StatCard(self.tr("on the roster"), "users"),
            "draw": StatCard(self.tr("drawn"), "shuffle"),
            "written": StatCard(self.tr("written marks"), "clipboard-pen"),
            "judging": StatCard(self.tr("final marks"), "gavel"),
        }
        self.body.addLayout(card_row(list(self.cards.values())))
        self._next = QVBoxLayout()
        self.body.addLayout(self._next)
        holder = QWidget()
        self._steps = QHBoxLayout(holder)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(theme.px(12))
        self._lately = QVBoxLayout()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(holder)
        column.addLayout(self._lately)
        column.addStretch(1)
        self.body.addWidget(scrolled(content), 1)

    def title(self) -> str:
        return self.tr("Overview")

    def key_hints(self) -> str:
        return self.tr("Ctrl+1 to Ctrl+9 pages   F5 refresh   F1 help")

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.access import Right
            from exam.services.journal import list_entries
            from exam.services.overview import get_overview

            lately = list_entries(uow, limit=LATELY) if uow.person.may(Right.READ_EVERYTHING) else []
            return get_overview(uow), lately

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[Any, list[Any]]) -> None:
        self.show_overview(*found)

    def show_overview(self, overview: Any, lately: list[Any]) -> None:
        """Show the steps, and below them the newest entries of the journal."""
        competition = overview.competition
        parts = [str(competition.year), competition.host, competition.place]
        if competition.sample:
            parts.append(self.tr("Sample: everything may be tried"))
        self.header.set_title(competition.name)
        self.header.set_subtitle(" · ".join(part for part in parts if part))
        for key, card in self.cards.items():
            self._fill_card(card, overview.step(key))
        _clear(self._next)
        self._next.addWidget(self._next_card(overview))
        _clear(self._steps)
        for group, title in GROUPS:
            entries = [entry for entry in PAGES if entry.group == group and entry.step]
            self._steps.addWidget(self._group(page_words(title), entries, overview), 1)

        _clear(self._lately)
        if lately:
            self._lately.addWidget(self._lately_card(lately))

    def _lately_card(self, entries: list[Any]) -> Card:
        card = Card(margin=(16, 14))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Done lately"), role="caption"), 1)
        head.addWidget(link_button(self.tr("The whole journal"), lambda: self.context.go_to("journal")))
        card.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(7))
        grid.setColumnStretch(3, 1)
        for number, entry in enumerate(entries):
            grid.addWidget(label(local_time(entry.at), role="quiet"), number, 0)
            grid.addWidget(label(entry.person, role="caption"), number, 1)
            grid.addWidget(label(tag_words(entry.tag)), number, 2)
            grid.addWidget(ElidedLabel(subject_words(entry.tag, entry.subject), role="caption"), number, 3)
        card.body.addLayout(grid)
        return card

    def _fill_card(self, card: StatCard, step: Any) -> None:
        if step is None:
            return
        if step.total:
            tone = "ok" if step.done == step.total else "accent"
            card.set_value(f"{step.done} / {step.total}", tone=tone)
        else:
            number = step.params.get("staff", step.params.get("drawn"))
            card.set_value("–" if number is None else str(number), tone="text2" if number is None else "ok")

    def _next_card(self, overview: Any) -> Card:
        key = self._next_page(overview)
        entry = next((entry for entry in PAGES if entry.key == key), PAGES[0])
        # A judge's own page is part of the step that the office sees.
        step = overview.step("judging" if key == "judge" else key)
        card = Card(margin=(18, 14))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(icon_label(entry.icon, "accent", 24))
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(label(self.tr("Next: {step}").format(step=page_words(entry.title)), role="heading"))
        text = words(step.text, **step.params) if step is not None else self.tr("Everything is done. Print the papers.")
        column.addWidget(wrapped_label(text, role="caption"))
        row.addLayout(column, 1)
        self.next_button = primary_button(self.tr("Go there"), "arrow-right", lambda: self.context.go_to(key))
        if not (self._looks() or may_take(key, overview.step(key), self.context.person)):
            # Nothing waits for this person now: only what comes next is said.
            self.next_button.hide()
        row.addWidget(self.next_button)
        card.body.addLayout(row)
        return card

    def _looks(self) -> bool:
        """Whether the person looks at everything, also at what others do."""
        from exam.access import Right

        return self.context.person is None or self.context.person.may(Right.READ_EVERYTHING)

    def _next_page(self, overview: Any) -> str:
        """The next step, or for somebody who cannot take it the own page or the first open step that they can."""
        person = self.context.person
        own = [entry.key for entry in PAGES if entry.own and entry.rights and may_see(entry.key, person)]
        open_ = [step.key for step in overview.steps if step.state in OPEN]
        wanted = (overview.next_step, *own, *open_)
        return next((key for key in wanted if may_take(key, overview.step(key), person)), overview.next_step)

    def _group(self, title: str, entries: list[Any], overview: Any) -> QFrame:
        card = Card(margin=(16, 14))
        card.body.addWidget(label(title, role="caption"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(14))
        grid.setColumnStretch(1, 1)
        for number, entry in enumerate(entries):
            step = overview.step(entry.step)
            if step is not None:
                self._step_line(grid, number, entry, step)
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _step_line(self, grid: QGridLayout, number: int, entry: Any, step: Any) -> None:
        picture = icon_label(entry.icon, "text2", 18)
        picture.setFixedHeight(theme.px(28))
        grid.addWidget(picture, number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(3))
        head = QHBoxLayout()
        head.addWidget(self._link(entry), 1, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._pill(step))
        column.addLayout(head)
        column.addWidget(wrapped_label(words(step.text, **step.params), role="quiet"))
        target = next((other for other in PAGES if other.key == step.goto), None)
        if step.state == "waiting" and target is not None and may_see(target.key, self.context.person):
            caption = self.tr("First: {page}").format(page=page_words(target.title))
            go = secondary_button(caption, clicked=lambda: self.context.go_to(target.key))
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(column, number, 1)

    def _link(self, entry: Any) -> QWidget:
        title = page_words(entry.title)
        if not may_see(entry.key, self.context.person):
            return ElidedLabel(title)
        go = link_button(title, lambda: self.context.go_to(entry.key))
        go.setAccessibleName(self.tr("Open {page}").format(page=title))
        return go

    def _pill(self, step: Any) -> Pill:
        percent = step.percent
        states = {
            "done": (self.tr("Done"), "ok", "circle-check"),
            "working": (self.tr("Under way") if percent is None else f"{percent} %", "accent", "pencil"),
            "ready": (self.tr("Can begin"), "", "circle-dashed"),
            "waiting": (self.tr("Waiting"), "", "circle-minus"),
        }
        return Pill(*states[step.state])


def _clear(layout: Any) -> None:
    while (item := layout.takeAt(0)) is not None:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
