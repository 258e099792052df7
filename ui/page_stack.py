"""The pages of the window: made when first wanted, read anew when their topics change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ui.context import Context
from ui.pages.page import Page, scrolled
from ui.pages.registry import PAGES

PAGES_BY_KEY = {entry.key: entry for entry in PAGES}
START = "start"


class PageStack(QStackedWidget):
    """Shows one page at a time. ``make_start`` makes the page that is shown while nothing is open."""

    def __init__(self, context: Context, make_start: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._make_start = make_start
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._stale: set[str] = set()
        self.current = ""

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        return self._pages.get(self.current)

    def show_page(self, key: str, *, refresh: bool = True) -> Page | None:
        """Put a page on screen, made and read if need be; None when it cannot be made (that is reported)."""
        page = self._pages.get(key) or self._make(key)
        if page is None:
            return None
        self.current = key
        self.setCurrentWidget(self._areas[key])
        if refresh and key in self._stale:
            self._stale.discard(key)
            page.refresh()
        return page

    def note_change(self, topics: frozenset[str]) -> None:
        """Read the page on screen anew if it shows one of these topics; the others when they are next shown."""
        for key, page in self._pages.items():
            if page.topics & topics:
                if key == self.current and self.isVisible():
                    page.refresh()
                else:
                    self._stale.add(key)

    def drop(self) -> None:
        """Forget every page."""
        for area in self._areas.values():
            self.removeWidget(area)
            area.deleteLater()
        self._areas.clear()
        self._pages.clear()
        self._stale.clear()
        self.current = ""

    def unsaved(self) -> int:
        """How many typed entries on all pages are not saved."""
        return sum(page.unsaved() for page in self._pages.values())

    def keep_typed(self) -> dict[str, list[Any]]:
        """What is typed in each page, for :meth:`restore_typed` of a stack made anew."""
        return {key: page.keep_typed() for key, page in self._pages.items()}

    def restore_typed(self, kept: dict[str, list[Any]], current: str) -> None:
        """Make the pages in which something was typed, and the current one, with what was typed."""
        for key, typed in kept.items():
            page = self._make(key) if key == current or any(typed) else None
            if page is not None:
                page.restore_typed(typed)

    def _make(self, key: str) -> Page | None:
        try:
            if key == START:
                page = self._make_start()
            else:
                entry = PAGES_BY_KEY[key]
                page = getattr(import_module(entry.module), entry.class_name)(self._context)
        # One broken page must not take the window down: it is reported, the others go on.
        except Exception as error:  # noqa: BLE001
            sys.excepthook(type(error), error, error.__traceback__)
            return None
        self._pages[key] = page
        self._stale.add(key)
        # A page wider than the window (large text, small screen) is scrolled, never squeezed over itself.
        self._areas[key] = scrolled(page)
        self.addWidget(self._areas[key])
        return page
