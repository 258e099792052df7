"""Whose marks changed between two heads of the journal, when nothing but marks of the final did.

Every entry carries the rows that its unit of work changed (``exam.row_changes``), so this also tells what other
workstations did.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from exam import journal
from exam.unit_of_work import UnitOfWork
from models.finals import Adjustment
from models.journal import JournalEntry
from models.judging import ItemMark, JudgeMark

MANY = 200
"""More entries or rows than this are not followed one by one: calculating everything anew is then as quick."""

MARKS = frozenset(
    tag.name
    for tag in (
        journal.JUDGE_MARK_SAVED, journal.ITEM_MARK_SAVED, journal.SECOND_MARK_SAVED, journal.DIFFERENCE_SETTLED,
        journal.FINAL_MARKS_VERIFIED, journal.JUDGE_SHEET_CONFIRMED, journal.JUDGE_SHEET_RELEASED,
        journal.ADJUSTMENT_SET, journal.STAGE_TIME_SET,
    )
)  # fmt: skip
"""What changes marks, bonus and deduction lines of the final, and nothing else that results are made of."""

NO_RESULTS = frozenset(
    tag.name for tag in (journal.SIGNED_IN, journal.SIGNED_OUT, journal.PAPER_PRINTED, journal.BACKUP_MADE)
)
"""What never bears on results."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The nominees and teams whose marks, bonus or deduction lines changed."""

    nominees: frozenset[int]
    teams: frozenset[int]


def find_changed(uow: UnitOfWork, *, since: int, since_hash: str, upto: int) -> Changed | None:
    """Whose marks the entries after number ``since`` up to ``upto`` changed.

    ``None`` when they did, or may have done, anything else, or too much; and when ``since_hash`` is not that of
    number ``since``: then this is another competition, or a copy from before, not the same journal going on.
    """
    if not 0 <= upto - since <= MANY:
        return None
    query = select(JournalEntry.hash, JournalEntry.tag, JournalEntry.changes)
    entries = uow.session.execute(query.where(JournalEntry.id.between(since, upto)).order_by(JournalEntry.id)).all()
    if not entries or entries[0].hash != since_hash:
        return None
    keys: dict[str, set[int]] = {"judge_mark": set(), "item_mark": set(), "adjustment": set()}
    for _, tag, rows in entries[1:]:
        if tag not in MARKS and tag not in NO_RESULTS:
            return None
        changed: Sequence[tuple[str, int, dict[str, Any] | None]] = json.loads(rows)
        for table, key, values in changed:
            # A row that is gone no longer says whose it was.
            if table not in keys or values is None:
                return None
            keys[table].add(key)
    if sum(map(len, keys.values())) > MANY:
        return None
    nominees: set[int | None] = set()
    for table in (JudgeMark, ItemMark):
        if found := keys[table.__tablename__]:
            nominees.update(uow.session.scalars(select(table.nominee_id).where(table.id.in_(found)).distinct()))
    teams: set[int | None] = set()
    if keys["adjustment"]:
        owners = select(Adjustment.nominee_id, Adjustment.team_id).where(Adjustment.id.in_(keys["adjustment"]))
        for nominee, team in uow.session.execute(owners):
            nominees.add(nominee)
            teams.add(team)
    return Changed(frozenset(one for one in nominees if one), frozenset(one for one in teams if one))
