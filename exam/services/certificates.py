"""Certificates of the publication that stands: who received them, and which were printed before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.results import AwardLine, Snapshot
from exam.services.competition import get_competition
from exam.services.publications import find_latest, get_publication
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.awards import CertificateNumber


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate. ``received_on`` is an ISO day; ``prints`` counts how often it was made for printing."""

    line: AwardLine
    received_by: str
    received_on: str
    prints: int

    @property
    def number(self) -> str:
        """The number on the certificate."""
        return self.line.certificate_number

    @property
    def handed_out(self) -> bool:
        """Whether somebody received it."""
        return bool(self.received_by)


@dataclass(frozen=True, slots=True)
class Register:
    """All certificates of one publication; ``issue_day`` is the ISO day they carry, "" = that of the publication."""

    snapshot: Snapshot
    issue_day: str
    rows: tuple[CertificateRow, ...]


def get_register(uow: UnitOfWork) -> Register:
    """The certificates of the publication that stands. Raises :class:`RuleBroken` before the first one."""
    snapshot = find_latest(uow)
    if snapshot is None or not snapshot.awards:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "There are no certificates yet. Publish results with awards first.")
        )
    numbers = {row.number: row for row in uow.session.scalars(select(CertificateNumber))}
    found: list[CertificateRow] = []
    for line in snapshot.awards:
        row = numbers.get(line.certificate_number)
        found.append(
            CertificateRow(line, row.received_by, row.received_on, row.prints) if row is not None
            else CertificateRow(line, "", "", 0)
        )  # fmt: skip
    day = get_competition(uow).issue_day
    return Register(snapshot, day.isoformat() if day else "", tuple(found))


def handed_out(uow: UnitOfWork) -> Mapping[str, tuple[str, str]]:
    """Who received which certificate and when, by number."""
    rows = uow.session.execute(
        select(CertificateNumber.number, CertificateNumber.received_by, CertificateNumber.received_on).where(
            CertificateNumber.received_by != ""
        )
    )
    return {number: (who, day) for number, who, day in rows}


def mark_received(uow: UnitOfWork, *, numbers: Collection[str], received_by: str, received_on: str) -> int:
    """Note who received these certificates and on which ISO day; how many were noted.

    An empty ``received_by`` takes the note back.
    """
    require(uow, Right.MANAGE_AWARDS)
    who = " ".join(received_by.split())
    day = _day(received_on) if who else ""
    rows = _rows(uow, numbers)
    before = sorted({row.received_by for row in rows if row.received_by and row.received_by != who})
    for row in rows:
        row.received_by, row.received_on = who, day
    uow.session.flush()
    uow.record(
        journal.CERTIFICATE_RECEIVED, who, numbers=sorted(row.number for row in rows), day=day, old=before
    )  # fmt: skip
    return len(rows)


def note_print(uow: UnitOfWork, *, numbers: Collection[str], reason: str = "") -> int:
    """Note that these certificates are made for printing; how many of them were printed before.

    Printing one again needs a ``reason``: two papers with one number must be explained.
    """
    require(uow, Right.PRINT_PAPERS)
    require(uow, Right.MANAGE_AWARDS)
    rows, reason = _rows(uow, numbers), " ".join(reason.split())
    again = sorted(row.number for row in rows if row.prints)
    if again and not reason:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "{count} of these certificates were printed before. Say why they are printed again."
            ),
            count=len(again), field="reason",
        )  # fmt: skip
    for row in rows:
        row.prints += 1
    uow.session.flush()
    first = sorted({row.number for row in rows} - set(again))
    if first:
        uow.record(journal.PAPER_PRINTED, "certificates", numbers=first)
    if again:
        uow.record(journal.CERTIFICATE_REPRINTED, "", numbers=again, reason=reason)
    return len(again)


def note_publication_print(uow: UnitOfWork, *, number: int, reason: str = "") -> int:
    """:func:`note_print` for every certificate of a publication, as the page of the papers prints them."""
    return note_print(uow, numbers=[line.certificate_number for line in get_publication(uow, number=number).awards],
                      reason=reason)  # fmt: skip


def _rows(uow: UnitOfWork, numbers: Collection[str]) -> list[CertificateNumber]:
    wanted = set(numbers)
    rows = uow.session.scalars(select(CertificateNumber).where(CertificateNumber.number.in_(wanted))).all()
    if not wanted or len(rows) != len(wanted):
        raise NotFound(QT_TRANSLATE_NOOP("exam", "Choose certificates that have a number."))
    return sorted(rows, key=lambda row: row.number)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{value}” is not a day. Write it like 2026-11-25."), value=text, field="day"
        ) from None
