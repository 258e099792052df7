"""One click = one unit of work = one transaction = at least one journal entry.

Opened by the window's operations, the command line or a test, never by a service. A commit that changed
something and recorded nothing is refused as a bug.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session

from exam import journal
from exam.access import Person, Role
from exam.database_faults import may_retry, translate
from exam.errors import AlreadySaved, ExamError, NotAllowed, OutsideFault
from exam.row_changes import RowChanges
from exam.words import QT_TRANSLATE_NOOP
from models.accounts import Account
from models.database import Database
from models.journal import JournalEntry, JournalHead, Submission
from models.types import canonical_json, instant_text

T = TypeVar("T")
TRIES = 8
CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class UnrecordedChangeError(AssertionError):
    """A service changed something and recorded nothing: a bug, and the change is not kept."""


class UnitOfWork:
    """What a service is handed: the session, who acts, the moment, and the journal.

    ``now`` is one aware UTC moment for the whole unit; ``topics`` collects what was changed. Of a ``trial``
    nothing is kept.
    """

    def __init__(self, session: Session, person: Person, now: datetime, *, trial: bool = False) -> None:
        self.session = session
        self.person = person
        self.now = now
        self.trial = trial
        self.topics: set[str] = set()
        self.changes = RowChanges(session)
        self._entries: list[tuple[journal.Tag, str, dict[str, Any]]] = []

    def record(self, tag: journal.Tag, subject: str = "", **details: Any) -> None:
        """Add a journal entry; it is written with the change, or not at all.

        ``subject`` names the thing for people; ``details`` hold plain values (old, new, reason ...).
        """
        self._entries.append((tag, subject, details))
        self.topics.add(tag.topic)

    def write_journal(self) -> int:
        """Append the recorded entries to the chain; the number written. Called once, before the commit."""
        if not self._entries:
            return 0
        # Locked last and held only until the commit: the chain has one end, also with several workstations.
        head = self.session.execute(select(JournalHead).where(JournalHead.id == 1).with_for_update()).scalar_one()
        at = instant_text(self.now)
        person = self.person
        changed = canonical_json(self.changes.take())
        last = len(self._entries) - 1
        for at_entry, (tag, subject, details) in enumerate(self._entries):
            text = canonical_json(details)
            # The rows belong to the unit as a whole: its last entry carries them.
            rows = changed if at_entry == last else "[]"
            number = head.count + 1
            digest = journal.entry_hash(
                head.hash,
                str(number),
                at,
                str(person.account_id or ""),
                person.name,
                person.role.value,
                tag.name,
                tag.topic,
                subject,
                text,
                rows,
            )
            self.session.add(
                JournalEntry(
                    id=number,
                    at=at,
                    account_id=person.account_id,
                    person=person.name,
                    role=person.role.value,
                    tag=tag.name,
                    topic=tag.topic,
                    subject=subject,
                    details=text,
                    changes=rows,
                    previous=head.hash,
                    hash=digest,
                )
            )
            head.count, head.hash = number, digest
        written = len(self._entries)
        self._entries.clear()
        return written


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def run(
    database: Database,
    person: Person,
    call: Callable[[UnitOfWork], T],
    *,
    request: str | None = None,
    serializable: bool = False,
    now: Callable[[], datetime] = utc_now,
    changed: Callable[[frozenset[str]], None] | None = None,
) -> T:
    """Do ``call`` as one transaction and return what it returns.

    ``request`` is the UUID made when the form opened: a second try of it raises :class:`AlreadySaved`.
    ``serializable`` is for draw, lock, sign-off and publication; failures that PostgreSQL calls temporary
    repeat the whole unit. ``changed`` hears the topics after the commit. Database errors become
    :class:`exam.errors.ExamError`; anything else passes through unchanged, with nothing kept.
    """
    result, topics = _tried(lambda: _once(database, person, call, request, serializable, now))
    if changed is not None and topics:
        changed(topics)
    return result


def _tried(once: Callable[[], T]) -> T:
    """``once``, again from the start where somebody else worked at the same moment; known faults are translated."""
    for attempt in range(TRIES):
        try:
            return once()
        except ExamError:
            raise
        except Exception as error:
            if may_retry(error) and attempt + 1 < TRIES:
                time.sleep(0.01 * 2**attempt)
                continue
            fault = translate(error)
            if fault is None:
                raise
            raise fault from error
    raise AssertionError("the last try returns or raises")


def read(database: Database, person: Person, call: Callable[[UnitOfWork], T]) -> T:
    """Do ``call`` without changing anything; a change would be refused as a bug."""
    try:
        with database.reading() as connection, Session(connection, autoflush=False) as session:
            return call(UnitOfWork(session, person, utc_now()))
    except ExamError:
        raise
    except Exception as error:
        fault = translate(error)
        if fault is None:
            raise
        raise fault from error


def trial(database: Database, person: Person, call: Callable[[UnitOfWork], T]) -> T:
    """Do ``call`` as :func:`run` would and take everything back: to see what a change would do.

    Nothing is kept, whatever happens, and no entry reaches the journal. One picture of the data holds for the whole
    trial, also while others write.
    """
    _refuse_read_only(database)
    engine = database.engine
    if not database.is_sqlite:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")

    def once() -> T:
        with engine.connect() as connection:
            transaction = connection.begin()
            try:
                with Session(connection, expire_on_commit=False) as session:
                    _check_person(session, person)
                    return call(UnitOfWork(session, person, utc_now(), trial=True))
            finally:
                transaction.rollback()

    return _tried(once)


def _refuse_read_only(database: Database) -> None:
    if database.read_only:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "This competition is open for reading only. Open a good copy of it to change something.",
            )
        )


def _once(
    database: Database,
    person: Person,
    call: Callable[[UnitOfWork], T],
    request: str | None,
    serializable: bool,
    now: Callable[[], datetime],
) -> tuple[T, frozenset[str]]:
    _refuse_read_only(database)
    engine = database.engine
    if serializable and not database.is_sqlite:
        engine = engine.execution_options(isolation_level="SERIALIZABLE")
    with engine.connect() as connection, connection.begin():
        changes = _count_changes(connection)
        with Session(connection, expire_on_commit=False) as session:
            _check_person(session, person)
            unit = UnitOfWork(session, person, now())
            if request is not None:
                if session.get(Submission, request) is not None:
                    raise AlreadySaved(QT_TRANSLATE_NOOP("exam", "This was already saved."))
                session.add(Submission(uuid=request, at=unit.now))
            result = call(unit)
            session.flush()
            if changes and not unit.write_journal():
                raise UnrecordedChangeError(f"changed without a journal entry: {changes[:3]}")
            unit.write_journal()
            session.commit()
    return result, frozenset(unit.topics)


def _count_changes(connection: Connection) -> list[str]:
    """Notice every changing statement on this connection, however it is issued."""
    seen: list[str] = []

    def notice(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip()[:8].upper().startswith(CHANGES):
            seen.append(statement[:80])

    event.listen(connection, "before_cursor_execute", notice)
    return seen


def _check_person(session: Session, person: Person) -> None:
    if person.account_id is None:
        return
    row = session.execute(select(Account.active, Account.role).where(Account.id == person.account_id)).one_or_none()
    if row is None or not row.active or Role(row.role) != person.role:
        raise NotAllowed(
            QT_TRANSLATE_NOOP("exam", "{person} is no longer signed in with these rights. Sign in again."),
            person=person.name,
        )
