"""The second calculation over a database: the chain, every row, every publication, and the results of today."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from exam.errors import RuleBroken
from exam.journal import FIRST, entry_hash
from exam.progress import SILENT, Progress
from exam.row_changes import key_of, noted_columns, noted_tables
from exam.rules.snapshots import canonical, text_hash
from exam.services.competition import get_competition
from exam.services.results import calculate
from exam.unit_of_work import UnitOfWork
from exam.verification.compare import DRAFT, PUBLICATION, Finding, compare_results, compare_rows, plain, tell
from exam.verification.second import second_calculation
from exam.verification.state import State
from exam.words import QT_TRANSLATE_NOOP, Words
from models.journal import JournalEntry, JournalHead
from models.results import Publication
from models.types import Points, canonical_json


@dataclass(frozen=True, slots=True)
class VerificationOutcome:
    """What was looked at, and every difference. ``entries`` and ``head`` are what sign-off sheets print."""

    entries: int
    head: str
    publications: int
    rows: int
    people: int
    teams: int
    units: int
    awards: int
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing differs."""
        return not self.findings


BROKEN = QT_TRANSLATE_NOOP(
    "exam", "The journal was changed from outside: entry {number} does not fit the entries before it."
)
TORN = QT_TRANSLATE_NOOP("exam", "Entry {number} of the journal cannot be read.")
CUT = QT_TRANSLATE_NOOP(
    "exam", "The journal ends at entry {count}, but its head says {head}: entries were cut off or added from outside."
)
NOT_IN_CHAIN = QT_TRANSLATE_NOOP(
    "exam", "The sheet names {count} entries and the hash {head}; the journal here holds no such entry."
)
CONTENT = QT_TRANSLATE_NOOP("exam", "Publication {number} does not match its check code: it was changed from outside.")
FOREIGN = QT_TRANSLATE_NOOP("exam", "Publication {number} was not made from this journal.")
UNREADABLE = QT_TRANSLATE_NOOP("exam", "Publication {number} cannot be read.")


STEP = 500
JOURNAL, TABLES, WHOLE = 50, 70, 100
"""Shares of the work, for the bar: the journal read, the tables compared, everything calculated."""


@dataclass(frozen=True, slots=True)
class _Published:
    number: int
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """Up to which entry of the journal the second calculation agreed."""

    entries: int
    head: str


def verify(
    uow: UnitOfWork, *, count: int | None = None, head: str = "", progress: Progress = SILENT
) -> VerificationOutcome:
    """Calculate everything a second time from the journal and compare. ``count`` and ``head``: of a signed sheet."""
    findings: list[Finding] = []
    waiting = _publications(uow, findings)
    published = len(waiting)
    state, last, previous = State(), 0, FIRST
    signed, broken = count is None and not head, False
    stands = uow.session.execute(select(JournalHead.count, JournalHead.hash)).one()
    with closing(_entries(uow)) as entries:
        for row in entries:
            if not last % STEP:
                progress.step(last * JOURNAL // (stands[0] or 1), WHOLE)
            last += 1
            _catch_up(waiting, last - 1, previous, state, findings)
            if row.id != last or row.previous != previous or row.hash != _hash(row, last, previous):
                if not broken:
                    findings.append(Finding("journal", BROKEN, {"number": last}))
                broken = True
            state.apply_text(row.id, row.changes)
            state.apply_seal(row.tag, row.subject)
            previous = row.hash
            signed = signed or ((count is None or count == last) and row.hash.startswith(head))
    _catch_up(waiting, last, previous, state, findings)
    findings += [Finding("publication", FOREIGN, {"number": one.number}) for one in waiting]
    if (stands[0], stands[1]) != (last, previous):
        findings.append(Finding("journal", CUT, {"count": last, "head": stands[0]}))
    if not signed:
        told = {"count": "–" if count is None else count, "head": head or "–"}
        findings.append(Finding("journal", NOT_IN_CHAIN, told))
    findings += [Finding("journal", TORN, {"number": number}) for number in state.torn]
    # What this very unit of work has changed stands in the tables and not yet in the journal.
    state.apply(_as_written(uow))
    progress.step(JOURNAL, WHOLE)
    rows = _compare_tables(uow, state, findings)
    progress.step(TABLES, WHOLE)
    people, teams, units, awards = _compare_today(uow, state, findings)
    return VerificationOutcome(last, previous, published, rows, people, teams, units, awards, tuple(findings))


def require_clean(uow: UnitOfWork, checked: Checked | None = None, progress: Progress = SILENT) -> Checked:
    """Raise :class:`RuleBroken` with the first differences when the second calculation does not agree.

    ``checked``: what it agreed with before this unit of work began. While the journal has not grown since, it is
    not calculated again, so that nobody waits meanwhile.
    """
    if checked is not None:
        stands = uow.session.execute(select(JournalHead.count, JournalHead.hash)).one()
        if (stands[0], stands[1]) == (checked.entries, checked.head):
            return checked
    found = verify(uow, progress=progress)
    if found.findings:
        words = Words(get_competition(uow).language)
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The second calculation from the journal does not agree, so nothing is published. Differences: "
                "{count}. First: {first} Tell the supervisor; a database changed from outside is replaced by a backup.",
            ),
            count=len(found.findings), first=tell(found.findings[0], words),
        )  # fmt: skip
    return Checked(found.entries, found.head)


def list_hashes(uow: UnitOfWork) -> list[str]:
    """The hash of every entry, in order: what an older copy of the same journal must begin with."""
    return list(uow.session.scalars(select(JournalEntry.hash).order_by(JournalEntry.id)))


def _entries(uow: UnitOfWork) -> Generator[Any, None, None]:
    query = select(
        JournalEntry.id, JournalEntry.at, JournalEntry.account_id, JournalEntry.person, JournalEntry.role,
        JournalEntry.tag, JournalEntry.topic, JournalEntry.subject, JournalEntry.details, JournalEntry.changes,
        JournalEntry.previous, JournalEntry.hash,
    ).order_by(JournalEntry.id)  # fmt: skip
    with uow.session.execute(query.execution_options(yield_per=2000)) as rows:
        yield from rows


def _hash(row: Any, number: int, previous: str) -> str:
    return entry_hash(
        previous, str(number), row.at, str(row.account_id or ""), row.person, row.role, row.tag, row.topic,
        row.subject, row.details, row.changes,
    )  # fmt: skip


def _publications(uow: UnitOfWork, findings: list[Finding]) -> list[_Published]:
    """All publications in the order of the journal; what is wrong with their text goes to ``findings``."""
    found: list[_Published] = []
    rows = uow.session.execute(select(Publication.number, Publication.content, Publication.sha256))
    for number, text, sha256 in rows:
        if text_hash(text) != sha256:
            findings.append(Finding("publication", CONTENT, {"number": number}))
        try:
            content = json.loads(text)
            _ = content["journal_count"], content["journal_head"]
        except (ValueError, KeyError, TypeError):
            findings.append(Finding("publication", UNREADABLE, {"number": number}))
            continue
        found.append(_Published(number, content))
    return sorted(found, key=lambda one: (one.content["journal_count"], one.number))


def _catch_up(
    waiting: list[_Published], count: int, head: str, state: State, findings: list[Finding]
) -> None:
    """Compare the publications that were made when the journal had ``count`` entries."""
    while waiting and waiting[0].content["journal_count"] == count:
        one = waiting.pop(0)
        if one.content["journal_head"] != head:
            findings.append(Finding("publication", FOREIGN, {"number": one.number}))
        findings += compare_results(PUBLICATION, one.number, one.content, second_calculation(state))


def _as_written(uow: UnitOfWork) -> list[Any]:
    uow.session.flush()
    return json.loads(canonical_json(uow.changes.pending()))


def _compare_tables(uow: UnitOfWork, state: State, findings: list[Finding]) -> int:
    rows = 0
    for table in noted_tables():
        columns = noted_columns(table)
        exact = {name for name in columns if isinstance(table.c[name].type, Points)}
        known = state.tables.get(table.name, {})
        for values in known.values():
            for name in exact & values.keys():
                values[name] = _plain_points(values[name])
        found = uow.session.execute(select(key_of(table), *(table.c[name] for name in columns)))
        shown = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in found}
        for values in shown.values():
            for name in exact:
                values[name] = _plain_points(values[name])
        rows += len(shown)
        findings += compare_rows(table.name, shown, state, only_known=table.name == "staff")
    return rows


@lru_cache(maxsize=8192)
def _plain_points(value: Decimal | str | None) -> str | None:
    """Points of the journal and of the tables in one form."""
    return None if value is None else plain(Decimal(value))


def _compare_today(uow: UnitOfWork, state: State, findings: list[Finding]) -> tuple[int, int, int, int]:
    second = second_calculation(state)
    findings += compare_results(DRAFT, None, json.loads(canonical(calculate(uow))), second)
    return len(second.people), len(second.teams), len(second.units), len(second.awards)
