"""Reading and checking the journal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from exam.access import Right, require
from exam.journal import FIRST, entry_hash
from exam.services.entrants import hides_names
from exam.unit_of_work import UnitOfWork
from models.journal import JournalEntry, JournalHead

NOMINEE = "nominee"


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One entry: who did what to what, when (UTC ISO text), with the details."""

    number: int
    at: str
    person: str
    role: str
    tag: str
    topic: str
    subject: str
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """Whether the chain holds: entries, head hash, and the number of the first broken entry or ``None``."""

    count: int
    head: str
    broken_at: int | None


def list_entries(
    uow: UnitOfWork, *, topic: str = "", person: str = "", text: str = "", limit: int = 5000
) -> list[JournalRow]:
    """The newest entries first, filtered; ``text`` is looked for in subject and details.

    Entries name marks and people, so only those who may read everything see them. While secret codes hide the
    names, the number of the nominee is left out: it would join a code to the entry that names the person.
    """
    require(uow, Right.READ_EVERYTHING)
    hidden = hides_names(uow)
    query = select(
        JournalEntry.id,
        JournalEntry.at,
        JournalEntry.person,
        JournalEntry.role,
        JournalEntry.tag,
        JournalEntry.topic,
        JournalEntry.subject,
        JournalEntry.details,
    ).order_by(JournalEntry.id.desc())
    if topic:
        query = query.where(JournalEntry.topic == topic)
    if person:
        query = query.where(JournalEntry.person == person)
    if text:
        query = query.where(
            JournalEntry.subject.contains(text, autoescape=True) | JournalEntry.details.contains(text, autoescape=True)
        )
    rows = [
        JournalRow(row.id, row.at, row.person, row.role, row.tag, row.topic, row.subject, json.loads(row.details))
        for row in uow.session.execute(query if hidden and text else query.limit(limit))
    ]
    return _without_nominees(rows, text)[:limit] if hidden else rows


def _without_nominees(rows: Sequence[JournalRow], text: str) -> list[JournalRow]:
    """The rows without the number of the nominee, and without those that only this number fitted to ``text``."""
    kept: list[JournalRow] = []
    for row in rows:
        row = replace(row, details={name: value for name, value in row.details.items() if name != NOMINEE})
        if not text or text.casefold() in f"{row.subject} {row.details}".casefold():
            kept.append(row)
    return kept


def list_topics_since(uow: UnitOfWork, *, number: int) -> frozenset[str]:
    """The topics that others than this person have written since entry ``number``: what to read anew."""
    query = (
        select(JournalEntry.topic).where(JournalEntry.id > number, JournalEntry.person != uow.person.name).distinct()
    )
    return frozenset(uow.session.scalars(query))


def list_people(uow: UnitOfWork) -> Sequence[str]:
    """Everybody who appears in the journal, by name."""
    return uow.session.scalars(select(JournalEntry.person).distinct().order_by(JournalEntry.person)).all()


def get_head(uow: UnitOfWork) -> tuple[int, str]:
    """Entry count and head hash: printed on every sign-off sheet."""
    row = uow.session.execute(select(JournalHead.count, JournalHead.hash)).one()
    return row[0], row[1]


def check_chain(uow: UnitOfWork) -> JournalCheck:
    """Recompute every hash. Any changed, missing or added entry shows, except a forged whole chain."""
    count, head = get_head(uow)
    previous, expected = FIRST, 0
    query = select(
        JournalEntry.id,
        JournalEntry.at,
        JournalEntry.account_id,
        JournalEntry.person,
        JournalEntry.role,
        JournalEntry.tag,
        JournalEntry.topic,
        JournalEntry.subject,
        JournalEntry.details,
        JournalEntry.changes,
        JournalEntry.previous,
        JournalEntry.hash,
    ).order_by(JournalEntry.id)
    for row in uow.session.execute(query):
        expected += 1
        digest = entry_hash(
            previous,
            str(expected),
            row.at,
            str(row.account_id or ""),
            row.person,
            row.role,
            row.tag,
            row.topic,
            row.subject,
            row.details,
            row.changes,
        )
        if row.id != expected or row.previous != previous or row.hash != digest:
            return JournalCheck(count, head, expected)
        previous = row.hash
    if expected != count or previous != head:
        return JournalCheck(count, head, min(expected, count) + 1)
    return JournalCheck(count, head, None)
