"""What a mark grid shows: columns, rows and cells as the database holds them, and what was typed and is not in it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from exam.rules.marks import MarkInput, MarkScale, parse_mark

Key = Hashable


class ColumnKind(StrEnum):
    """What a column shows."""

    TEXT = "text"
    MARK = "mark"
    FIGURE = "figure"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column. ``key`` comes back in save requests; ``scale`` says which marks a mark column takes.

    ``parse`` may replace the usual reading of typed text; it raises a ``UserError`` for bad input, and
    an ``UnclearMark`` may carry a suggestion. ``names_row``: its text names the row in messages.
    ``quiet`` texts are paler, ``strong`` ones bold.
    """

    key: Key
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 100
    scale: MarkScale = MarkScale()
    stretch: bool = False
    strong: bool = False
    quiet: bool = False
    names_row: bool = False
    tip: str = ""
    parse: Callable[[str], MarkInput] | None = None

    def read(self, text: str) -> MarkInput:
        """What the typed text means in this column."""
        return self.parse(text) if self.parse is not None else parse_mark(text, self.scale)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A mark as the database holds it. ``text`` empty means missing, never zero.

    ``hatched``: no mark is expected here (an absent candidate, a judge of the same unit). ``doubt``: a
    sentence that needs a person's tick (amber). ``dropped``: left out by the trimming (struck).
    ``read_only``: cannot be typed into. ``tip`` is shown under the mouse. ``retype`` is what a person
    would type to get this cell again when that is not ``text`` (``/`` for an absent candidate): undo
    uses it.
    """

    text: str = ""
    hatched: bool = False
    doubt: str = ""
    dropped: bool = False
    read_only: bool = False
    tip: str = ""
    retype: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Pill:
    """A state as icon, word and colour. ``tone``: ok, warn, error, accent or quiet."""

    text: str
    tone: str = "quiet"
    icon: str = ""


NO_PILL = Pill("")
NO_CELL = GridCell(read_only=True)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: ``texts`` by column key for text and figure columns, ``cells`` by key for mark columns.

    ``data`` and ``state`` are the page's; rows of each state are counted. ``waits``: a cell may still be empty.
    """

    key: Key
    texts: Mapping[Any, str] = field(default_factory=dict)
    cells: Mapping[Any, GridCell] = field(default_factory=dict)
    pill: Pill = NO_PILL
    search: str = ""
    data: Any = None
    state: Hashable = None
    waits: bool = True


class LateRow:
    """A row whose texts, cells and pill are worked out when it is first looked at: of 20,000, some 30 are seen."""

    __slots__ = ("_made", "_make", "data", "key", "search", "state", "waits")

    def __init__(
        self, key: Key, search: str, data: Any, make: Callable[[Any], GridRow], state: Hashable, waits: bool
    ) -> None:
        self.key, self.search, self.data, self.state, self.waits = key, search, data, state, waits
        self._make = make
        self._made: GridRow | None = None

    def _look(self) -> GridRow:
        if self._made is None:
            self._made = self._make(self.data)
        return self._made

    @property
    def texts(self) -> Mapping[Any, str]:
        """As of :class:`GridRow`."""
        return self._look().texts

    @property
    def cells(self) -> Mapping[Any, GridCell]:
        """As of :class:`GridRow`."""
        return self._look().cells

    @property
    def pill(self) -> Pill:
        """As of :class:`GridRow`."""
        return self._look().pill


Row = GridRow | LateRow


class DraftState(StrEnum):
    """What became of typed text that differs from the database."""

    SAVING = "saving"
    REFUSED = "refused"
    FAILED = "failed"
    CONFLICT = "conflict"

    @property
    def problem(self) -> bool:
        """Whether a person has to do something about it."""
        return self is not DraftState.SAVING


@dataclass(frozen=True, slots=True)
class Draft:
    """Typed text that is not in the database. ``theirs`` is the other value of a conflict."""

    text: str
    state: DraftState
    message: str = ""
    suggestion: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """Ask the page to save one cell. ``input`` is the understood text; both parts None = clear it.

    ``request`` is a fresh UUID: a repeated submission of the same request must be a no-op.
    """

    row: Key
    column: Key
    text: str
    input: MarkInput
    request: str = field(default_factory=lambda: str(uuid.uuid4()))
