"""What every page and dialog is given: the operations, the settings, who is here and where to go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.operations import Operations
from ui.settings import Settings

if TYPE_CHECKING:
    from exam.access import Person, Right


class Context:
    """Handed to pages and dialogs; made once by the window.

    ``competition`` is the frozen row of ``exam.services.competition`` (None while none is open).
    ``go_to(key, **hints)`` shows another page; its ``arrive(**hints)`` is called. ``say(text)`` puts one
    line into the status bar.
    """

    def __init__(
        self,
        operations: Operations,
        settings: Settings,
        go_to: Callable[..., None] | None = None,
        say: Callable[[str], None] | None = None,
        restyle: Callable[[], None] | None = None,
        open_copy: Callable[[Path], None] | None = None,
    ) -> None:
        self.operations = operations
        self.settings = settings
        self.competition: Any = None
        self._go_to = go_to
        self._say = say
        self._restyle = restyle
        self._open_copy = open_copy

    @property
    def person(self) -> Person | None:
        """Who is at the desk."""
        return self.operations.person

    def may(self, right: Right) -> bool:
        """Whether the person at the desk has this right; services check it again."""
        return self.person is not None and self.person.may(right)

    def go_to(self, key: str, **hints: Any) -> None:
        """Show the page ``key``."""
        if self._go_to is not None:
            self._go_to(key, **hints)

    def say(self, text: str) -> None:
        """Show a short line in the status bar."""
        if self._say is not None:
            self._say(text)

    def restyle(self) -> None:
        """Look or language was changed in the settings: make the window anew."""
        if self._restyle is not None:
            self._restyle()

    def open_copy(self, backup: Path) -> None:
        """Open a backup as a competition of its own."""
        if self._open_copy is not None:
            self._open_copy(backup)
