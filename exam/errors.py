"""What can go wrong, in two kinds: the user's doing, and the outside world's.

Anything that is not an :class:`ExamError` is a bug and is shown as one. A text is English with
``{placeholders}``, marked by :func:`exam.words.QT_TRANSLATE_NOOP`, and says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exam.words import QT_TRANSLATE_NOOP, fill


class ExamError(Exception):
    """A known fault with a translatable sentence ``text`` and its ``params``."""

    def __init__(self, text: str, **params: Any) -> None:
        super().__init__(text)
        self.text = text
        self.params = params

    def __str__(self) -> str:
        return fill(self.text, self.params)

    def __reduce__(self) -> tuple[Any, ...]:
        # Faults cross the process border of the import gate.
        return (_rebuild, (type(self), self.text, self.params))


def _rebuild(kind: type[ExamError], text: str, params: dict[str, Any]) -> ExamError:
    return kind(text, **params)


class UserError(ExamError):
    """The person can put it right."""


class InvalidInput(UserError):
    """A value that cannot be taken as typed."""


class RuleBroken(UserError):
    """A rule of the competition or its present stage forbids it."""


class NotAllowed(UserError):
    """The person at the desk has no right to do it."""


class NotFound(UserError):
    """The thing asked for is not there (any more)."""


class Conflict(UserError):
    """Somebody else changed the row since it was read; ``params`` may hold both values."""


class AlreadySaved(UserError):
    """The same submission has been saved before; nothing was done a second time."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a file: where it stands, what stood there, why it is refused, what to do.

    ``row`` counts as the spreadsheet shows it (1 = first row); 0 means the whole file. ``reason`` and
    ``suggestion`` are translatable texts filled with ``params``.
    """

    row: int
    column: str
    value: str
    reason: str
    suggestion: str = ""
    params: tuple[tuple[str, Any], ...] = ()
    severity: str = "error"

    @property
    def reason_text(self) -> str:
        """The reason in English with its parameters."""
        return fill(self.reason, dict(self.params))

    @property
    def suggestion_text(self) -> str:
        """The suggestion in English with its parameters."""
        return fill(self.suggestion, dict(self.params))


class ImportRejected(UserError):
    """A file with problems; nothing of it was taken. ``problems`` lists every one of them."""

    def __init__(self, problems: Sequence[Problem], text: str | None = None, **params: Any) -> None:
        self.problems = tuple(problems)
        super().__init__(
            text
            or QT_TRANSLATE_NOOP(
                "exam",
                "Nothing was imported: {count} problems. Correct them in the file and import it again.",
            ),
            **(params or {"count": len(self.problems)}),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild_rejected, (self.problems, self.text, self.params))


def _rebuild_rejected(problems: Sequence[Problem], text: str, params: dict[str, Any]) -> ImportRejected:
    return ImportRejected(problems, text, **params)


class OutsideFault(ExamError):
    """The machine, the disk or the network: nothing was changed, and it can be tried again."""


class Cancelled(ExamError):
    """The person stopped a long job; nothing of it was kept."""

    def __init__(self, text: str = "", **params: Any) -> None:
        super().__init__(text or QT_TRANSLATE_NOOP("exam", "Cancelled. Nothing was changed."), **params)
