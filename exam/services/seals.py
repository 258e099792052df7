"""Sealing: random numbers stand for the people while marks are made, and two people open them afterwards.

Nobody reads number and person together before the marks are locked, except from the list that two people
take out with an entry in the journal. The journal never holds a number beside a ticket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import SystemRandom, token_hex

from sqlalchemy import bindparam, select, update

from exam import journal
from exam.access import Person, Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules import seals
from exam.services.competition import check_version
from exam.services.sign_in_desk import SAT, hand_in
from exam.services.sittings import LOCKED, SittingRow, find_sitting, get_sitting, open_sitting, require_unsealed
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit
from models.sittings import Candidate, Sitting, WrittenMark


class Source:
    """Where sealed numbers come from: the machine's secret randomness."""

    def bodies(self, count: int) -> list[int]:
        """So many different bodies of sealed numbers, in no order."""
        return SystemRandom().sample(range(seals.LOWEST, seals.HIGHEST + 1), count)

    def salt(self) -> str:
        """The salt of the seal code, 64 hex digits."""
        return token_hex(32)


@dataclass(frozen=True, slots=True)
class SealedPaper:
    """A paper found by its sealed number; nothing else is said of it."""

    candidate_id: int
    sitting_id: int
    sealed_number: str


@dataclass(frozen=True, slots=True)
class SealRow:
    """A line of the seal list (密封号对照表): secret until the seals are opened."""

    sealed_number: str
    ticket_number: str
    staff_number: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class SealList:
    """The seal list in the order of the sealed numbers."""

    sitting: SittingRow
    rows: tuple[SealRow, ...]


# Sealing


def why_not_sealed(uow: UnitOfWork, *, sitting_id: int) -> RuleBroken | None:
    """What is missing before the papers can be sealed, or ``None``."""
    return _missing(uow, find_sitting(uow, sitting_id))


def seal_sitting(
    uow: UnitOfWork, *, sitting_id: int, seen_version: int, witness: Person, source: Source | None = None
) -> SittingRow:
    """Give every paper a random sealed number. Two people: the one at the desk and ``witness``.

    ``source`` is the machine's secret randomness; only a rehearsal, which hides nothing, names another one.

    Everybody must be settled, in every room as many papers handed in as people signed in, and no mark
    entered yet. Only the count and the code that binds the list go into the journal.
    """
    require(uow, Right.MANAGE_WRITTEN)
    sitting = open_sitting(uow, sitting_id, alone=True)
    require_unsealed(sitting)
    check_version(sitting.version, seen_version)
    _two_people(uow, witness)
    missing = _missing(uow, sitting)
    if missing is not None:
        raise missing
    people = uow.session.execute(
        select(Candidate.id, Candidate.ticket_number)
        .where(Candidate.sitting_id == sitting_id, Candidate.attendance.in_(SAT))
        .with_for_update()
    ).all()
    secret = source or Source()
    numbers = _fresh_numbers(uow, len(people), secret)
    _write_numbers(uow, {row.id: number for row, number in zip(people, numbers, strict=True)})
    salt = secret.salt()
    pairs = zip(numbers, (row.ticket_number for row in people), strict=True)
    sitting.seal_salt, sitting.seal_code = salt, seals.seal_code(salt, pairs)
    sitting.sealed_at, sitting.sealed_by, sitting.seal_witness = uow.now, uow.person.name, witness.name
    uow.session.flush()
    uow.session.expire_all()
    uow.record(
        journal.PAPERS_SEALED, sitting.name, witness=witness.name, papers=len(people), seal_code=sitting.seal_code
    )
    return get_sitting(uow, sitting_id=sitting_id)


def withdraw_seals(
    uow: UnitOfWork, *, sitting_id: int, seen_version: int, reason: str, witness: Person
) -> SittingRow:
    """Take the numbers off again, as long as no mark was entered: something was sealed too early."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = open_sitting(uow, sitting_id, alone=True)
    _require_sealed(sitting)
    check_version(sitting.version, seen_version)
    _two_people(uow, witness)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the sealed numbers are withdrawn."))
    if _any_mark(uow, sitting_id):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks stand on the sealed numbers already, so they cannot be withdrawn.")
        )
    uow.session.execute(
        update(Candidate)
        .where(Candidate.sitting_id == sitting_id)
        .values(sealed_number=None, version=Candidate.version + 1)
        .execution_options(synchronize_session=False)
    )
    sitting.sealed_at, sitting.sealed_by, sitting.seal_witness = None, "", ""
    sitting.seal_salt = sitting.seal_code = ""
    uow.session.flush()
    uow.session.expire_all()
    uow.record(journal.SEALS_WITHDRAWN, sitting.name, witness=witness.name, reason=reason.strip())
    return get_sitting(uow, sitting_id=sitting_id)


def open_seals(uow: UnitOfWork, *, sitting_id: int, seen_version: int, witness: Person) -> SittingRow:
    """Bring numbers and people together again, after the marks are locked. Two people, both named.

    The list must be the one that was sealed: its code is computed again and the salt goes into the journal.
    """
    require(uow, Right.MANAGE_WRITTEN)
    sitting = find_sitting(uow, sitting_id, hold="alone")
    _require_sealed(sitting)
    check_version(sitting.version, seen_version)
    _two_people(uow, witness)
    if sitting.opened_at is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "The seals were opened by {person} and {witness} already."),
            person=sitting.opened_by,
            witness=sitting.opened_witness,
        )
    if sitting.state != LOCKED:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Lock the marks first; only then may the seals be opened."))
    pairs = uow.session.execute(
        select(Candidate.sealed_number, Candidate.ticket_number).where(
            Candidate.sitting_id == sitting_id, Candidate.sealed_number.is_not(None)
        )
    ).all()
    if seals.seal_code(sitting.seal_salt, [(str(number), ticket) for number, ticket in pairs]) != sitting.seal_code:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The list of sealed numbers is not the one that was sealed: it was changed outside the program. Do "
                "not go on; compare with a backup of the day of the exam.",
            )
        )
    sitting.opened_at, sitting.opened_by, sitting.opened_witness = uow.now, uow.person.name, witness.name
    uow.session.flush()
    uow.record(
        journal.SEALS_OPENED, sitting.name, witness=witness.name, papers=len(pairs), seal_code=sitting.seal_code,
        salt=sitting.seal_salt,
    )  # fmt: skip
    return get_sitting(uow, sitting_id=sitting_id)


# Finding papers


def find_by_sealed_number(uow: UnitOfWork, *, typed: str, sitting_id: int | None = None) -> SealedPaper:
    """The paper with this number, for entering marks.

    Raises :class:`InvalidInput` when the check digit does not fit and :class:`NotFound` when no paper (of
    the sitting, if one is named) has the number.
    """
    require(uow, Right.ENTER_MARKS)
    number = seals.read_sealed_number(typed)
    query = select(Candidate.id, Candidate.sitting_id).where(Candidate.sealed_number == number)
    found = uow.session.execute(query).one_or_none()
    if found is None or (sitting_id is not None and found.sitting_id != sitting_id):
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "No paper of this sitting has the sealed number {number}. Look again."),
            number=number,
        )
    return SealedPaper(found.id, found.sitting_id, number)


def get_seal_list(uow: UnitOfWork, *, sitting_id: int) -> SealList:
    """The seal list after the seals were opened; before, :class:`RuleBroken`."""
    require(uow, Right.SEE_NAMES_BESIDE_MARKS)
    sitting = find_sitting(uow, sitting_id)
    _require_sealed(sitting)
    if sitting.opened_at is None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The list of sealed numbers is secret until the marks are locked and the seals opened."
            )
        )
    return _seal_list(uow, sitting_id)


def take_out_seal_list(uow: UnitOfWork, *, sitting_id: int, witness: Person) -> SealList:
    """The seal list before the opening, to put the numbers on the papers: two sealers, and a journal entry."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = find_sitting(uow, sitting_id)
    _require_sealed(sitting)
    _two_people(uow, witness)
    uow.record(journal.SEAL_LIST_READ, sitting.name, witness=witness.name)
    return _seal_list(uow, sitting_id)


def note_list_print(uow: UnitOfWork, *, sitting_id: int) -> None:
    """Note who prints or saves the list of sealed numbers, before and after the opening."""
    sitting = find_sitting(uow, sitting_id)
    _require_sealed(sitting)
    require(uow, Right.MANAGE_WRITTEN if sitting.opened_at is None else Right.SEE_NAMES_BESIDE_MARKS)
    uow.record(journal.PAPER_PRINTED, "seal_list", sitting=sitting.name)


# Inside


def _missing(uow: UnitOfWork, sitting: Sitting) -> RuleBroken | None:
    rows = hand_in(uow, sitting)
    waiting = sum(row.counts.waiting for row in rows)
    if waiting:
        return RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Of {count} candidates it is not known whether they came. Settle them before sealing."
            ),
            count=waiting,
        )
    if not any(row.counts.signed_in for row in rows):
        return RuleBroken(QT_TRANSLATE_NOOP("exam", "Nobody signed in, so there is no paper to seal."))
    wrong = [row for row in rows if not row.fits]
    if wrong and wrong[0].counted is None:
        return RuleBroken(
            QT_TRANSLATE_NOOP("exam", "The papers handed in are not counted yet: {rooms}. Count them before sealing."),
            rooms="、".join(row.room or sitting.name for row in wrong[:5]),
        )
    if wrong:
        return RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "{room}: {handed_in} papers were handed in, but {signed_in} people signed in. Find the difference "
                "before sealing.",
            ),
            room=wrong[0].room or sitting.name,
            handed_in=wrong[0].counted,
            signed_in=wrong[0].counts.signed_in,
        )
    if _any_mark(uow, sitting.id):
        return RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks were entered by ticket number already, so sealing hides nothing any more.")
        )
    return None


def _fresh_numbers(uow: UnitOfWork, count: int, source: Source) -> list[str]:
    """Numbers that no paper of any sitting has, in no order."""
    used = set(uow.session.scalars(select(Candidate.sealed_number).where(Candidate.sealed_number.is_not(None))))
    found: list[str] = []
    while len(found) < count:
        fresh = map(seals.sealed_number, source.bodies(count - len(found)))
        for number in fresh:
            if number not in used:
                used.add(number)
                found.append(number)
    return found


def _write_numbers(uow: UnitOfWork, numbers: Mapping[int, str]) -> None:
    table = Candidate.__table__
    statement = (
        update(table)  # type: ignore[arg-type]
        .where(table.c.id == bindparam("of"))
        .values(sealed_number=bindparam("number"), version=table.c.version + 1)
    )
    values = [{"of": candidate_id, "number": number} for candidate_id, number in numbers.items()]
    uow.session.connection().execute(statement, values)


def _seal_list(uow: UnitOfWork, sitting_id: int) -> SealList:
    lines = uow.session.execute(
        select(Candidate.sealed_number, Candidate.ticket_number, Staff.staff_number, Staff.name, Unit.name)
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Unit, Unit.id == Candidate.unit_id)
        .where(Candidate.sitting_id == sitting_id, Candidate.sealed_number.is_not(None))
        .order_by(Candidate.sealed_number)
    )
    rows = tuple(SealRow(str(line[0]), line[1], line[2], line[3], line[4]) for line in lines)
    return SealList(get_sitting(uow, sitting_id=sitting_id), rows)


def _any_mark(uow: UnitOfWork, sitting_id: int) -> bool:
    found = (
        select(WrittenMark.id)
        .join(Candidate, Candidate.id == WrittenMark.candidate_id)
        .where(Candidate.sitting_id == sitting_id, WrittenMark.points.is_not(None))
        .limit(1)
    )
    return uow.session.scalar(found) is not None


def _require_sealed(sitting: Sitting) -> None:
    if sitting.sealed_at is None:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "The papers of {sitting} are not sealed."), sitting=sitting.name)


def _two_people(uow: UnitOfWork, witness: Person) -> None:
    if (witness.account_id, witness.name) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
