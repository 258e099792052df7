"""What every page and dialog is given: the operations, the settings, who is here and where to go."""

from __future__ import annotations

from collections.abc import Callable
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
    ) -> None:
        self.operations = operations
        self.settings = settings
        self.competition: Any = None
        self._go_to = go_to
        self._say = say

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
