"""Database errors as sentences for people, in one place."""

from __future__ import annotations

from sqlalchemy import exc
from sqlalchemy.orm.exc import StaleDataError

from exam.errors import Conflict, ExamError, OutsideFault
from exam.words import QT_TRANSLATE_NOOP
from models.database import DatabaseGoneError

RETRY_STATES = {"40001", "40P01"}
"""PostgreSQL: serialization failure, deadlock: the whole unit of work may be tried again."""


def may_retry(error: BaseException) -> bool:
    """Whether the unit of work failed only because somebody else worked at the same moment.

    The same submission twice at once, too: the second try finds it saved.
    """
    if not isinstance(error, exc.DBAPIError):
        return False
    return _sql_state(error) in RETRY_STATES or "pk_submission" in str(error.orig)


def translate(error: BaseException) -> ExamError | None:
    """The known fault behind a database error, or ``None`` when it is a bug of ours."""
    if isinstance(error, StaleDataError):
        return Conflict(
            QT_TRANSLATE_NOOP(
                "exam",
                "Somebody else changed this at the same moment. Nothing of yours was saved: look at the new value "
                "and enter yours again if it still holds.",
            )
        )
    if isinstance(error, DatabaseGoneError):
        return _gone()
    if not isinstance(error, exc.DBAPIError):
        return None
    return _file_fault(str(error.orig).lower()) or _server_fault(error)


def _file_fault(message: str) -> OutsideFault | None:
    if "disk is full" in message or "disk full" in message:
        return OutsideFault(
            QT_TRANSLATE_NOOP("exam", "The disk is full. Nothing was saved. Free some room on the disk and try again.")
        )
    if "locked" in message and "database" in message:
        return OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "Another program is using the competition's file. Nothing was saved. Try again in a moment.",
            )
        )
    if "readonly" in message or "read-only" in message:
        return OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The competition's file cannot be written. Nothing was saved. Check that the file is not "
                "write-protected and that you may write in its folder.",
            )
        )
    if "unable to open" in message or "disk i/o error" in message or "no such table" in message:
        return _gone()
    if "malformed" in message or "not a database" in message or "is encrypted" in message:
        return OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The competition's file is damaged. Nothing was saved. Open the newest backup instead.",
            )
        )
    return None


def _gone() -> OutsideFault:
    return OutsideFault(
        QT_TRANSLATE_NOOP(
            "exam",
            "The competition's file is gone or cannot be reached. Nothing was saved. Put the disk or the file "
            "back, or open the newest backup.",
        )
    )


def _server_fault(error: exc.DBAPIError) -> OutsideFault | None:
    state = _sql_state(error)
    if state in RETRY_STATES or state == "55P03":
        return OutsideFault(
            QT_TRANSLATE_NOOP("exam", "Others are saving at the same moment. Nothing of yours was saved. Try again.")
        )
    if error.connection_invalidated or isinstance(error, exc.OperationalError):
        return OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The database server cannot be reached. Nothing was saved. Check the network and try again.",
            )
        )
    return None


def _sql_state(error: exc.DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""
