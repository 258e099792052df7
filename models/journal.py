"""The append-only, hash-chained journal, and the submissions that were already taken."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.types import Instant


class JournalEntry(Base):
    """One thing that was done. ``details`` is canonical JSON; ``hash`` covers all fields and ``previous``.

    ``changes`` are the rows of marks, rules and publications that the unit of work changed, as canonical JSON
    ``[[table, key, {column: value} or null], ...]``: from them the results can be calculated a second time.
    """

    __tablename__ = "journal_entry"
    constraints = (Index("ix_journal_entry_topic", "topic"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(Text)
    account_id: Mapped[int | None]
    person: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    tag: Mapped[str] = mapped_column(Text)
    topic: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text, default="")
    details: Mapped[str] = mapped_column(Text, default="{}")
    changes: Mapped[str] = mapped_column(Text, default="[]")
    previous: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)


class JournalHead(Base):
    """Where the chain ends: locked while a transaction adds its entries."""

    __tablename__ = "journal_head"
    constraints = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    hash: Mapped[str] = mapped_column(Text)


class Submission(Base):
    """The UUID of a form that was saved: a retry after a lost reply changes nothing."""

    __tablename__ = "submission"

    uuid: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


SQLITE_GUARDS = (
    "CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal cannot be changed'); END",
    "CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal cannot be changed'); END",
    "CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication "
    "BEGIN SELECT RAISE(ABORT, 'a publication cannot be changed'); END",
    "CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication "
    "BEGIN SELECT RAISE(ABORT, 'a publication cannot be changed'); END",
    "CREATE TRIGGER frozen_file_no_update BEFORE UPDATE ON frozen_file "
    "BEGIN SELECT RAISE(ABORT, 'a frozen file cannot be changed'); END",
    "CREATE TRIGGER frozen_file_no_delete BEFORE DELETE ON frozen_file "
    "BEGIN SELECT RAISE(ABORT, 'a frozen file cannot be changed'); END",
)

POSTGRESQL_GUARDS = (
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% cannot be changed', TG_TABLE_NAME; END $$",
    "CREATE TRIGGER journal_entry_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER publication_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON publication "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER frozen_file_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_file "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)
