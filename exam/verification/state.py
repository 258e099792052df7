"""The rows of marks, rules and publications, built again from the journal entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]

_CLOSES = "written.sealed"
_SEALS = (_CLOSES, "written.seals_withdrawn", "written.seals_opened")


@dataclass(slots=True)
class State:
    """Tables by name, their rows by key. ``torn`` are numbers of entries whose changes could not be applied.

    ``sealed`` are the keys of sittings whose sealed numbers are not opened: nobody knows whose these papers are.
    """

    tables: dict[str, dict[Any, Row]] = field(default_factory=dict[str, dict[Any, Row]])
    torn: list[int] = field(default_factory=list[int])
    sealed: set[Any] = field(default_factory=set[Any])

    def rows(self, table: str) -> Mapping[Any, Row]:
        """The rows of ``table`` by key; empty when there never was one."""
        return self.tables.get(table, {})

    def ordered(self, table: str, *names: str) -> list[tuple[Any, Row]]:
        """The rows of ``table`` by these columns, then by key."""
        return sorted(self.rows(table).items(), key=lambda one: (*(one[1][name] for name in names), one[0]))

    def apply_seal(self, tag: str, sitting: str) -> None:
        """Follow the entries that seal, unseal or open the sitting of this name; other entries do nothing."""
        if tag not in _SEALS:
            return
        closes = tag == _CLOSES
        named = [key for key, row in self.rows("sitting").items() if row["name"] == sitting]
        # Of two sittings with one name, the one that this entry can be about.
        key = next((key for key in named if (key in self.sealed) != closes), None)
        if key is None:
            return
        (self.sealed.add if closes else self.sealed.discard)(key)

    def apply_text(self, number: int, changes: str) -> None:
        """Apply the changes of entry ``number`` as they stand in the journal."""
        if changes == "[]":
            return
        try:
            self.apply(json.loads(changes))
        except (ValueError, TypeError, KeyError):
            self.torn.append(number)

    def apply(self, changes: Iterable[Any]) -> None:
        """Apply ``[table, key, values]``: new or changed columns, or ``None`` for a row that went."""
        for table, key, values in changes:
            rows = self.tables.setdefault(table, {})
            if values is None:
                rows.pop(key, None)
            elif key in rows:
                rows[key].update(values)
            else:
                rows[key] = dict(values)
