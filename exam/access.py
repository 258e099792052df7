"""Who may do what: one table, enforced by the services."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from exam.errors import NotAllowed
from exam.words import QT_TRANSLATE_NOOP


class Role(StrEnum):
    """The roles of the desk."""

    OFFICE = "office"
    RECORDER = "recorder"
    RECHECKER = "rechecker"
    JUDGE = "judge"
    SUPERVISOR = "supervisor"


class Right(StrEnum):
    """What a person may do."""

    MANAGE_COMPETITION = "manage_competition"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_ROSTER = "manage_roster"
    MANAGE_DRAW = "manage_draw"
    TYPE_DICE = "type_dice"
    MANAGE_WRITTEN = "manage_written"
    SIGN_IN_CANDIDATES = "sign_in_candidates"
    ENTER_MARKS = "enter_marks"
    VERIFY_MARKS = "verify_marks"
    ENTER_OWN_JUDGE_MARKS = "enter_own_judge_marks"
    MANAGE_FINAL = "manage_final"
    LOCK_MARKS = "lock_marks"
    SEE_NAMES_BESIDE_MARKS = "see_names_beside_marks"
    SEE_UNPUBLISHED_RESULTS = "see_unpublished_results"
    PUBLISH = "publish"
    MANAGE_AWARDS = "manage_awards"
    PRINT_PAPERS = "print_papers"
    READ_EVERYTHING = "read_everything"


_R = Right
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OFFICE: frozenset(Right) - {_R.ENTER_OWN_JUDGE_MARKS},
    Role.RECORDER: frozenset(
        {_R.SIGN_IN_CANDIDATES, _R.ENTER_MARKS, _R.VERIFY_MARKS, _R.TYPE_DICE, _R.PRINT_PAPERS}
    ),
    Role.RECHECKER: frozenset(
        {
            _R.SIGN_IN_CANDIDATES,
            _R.ENTER_MARKS,
            _R.VERIFY_MARKS,
            _R.TYPE_DICE,
            _R.LOCK_MARKS,
            _R.PRINT_PAPERS,
            _R.SEE_UNPUBLISHED_RESULTS,
        }
    ),
    Role.JUDGE: frozenset({_R.ENTER_OWN_JUDGE_MARKS}),
    Role.SUPERVISOR: frozenset({_R.READ_EVERYTHING, _R.SEE_NAMES_BESIDE_MARKS, _R.SEE_UNPUBLISHED_RESULTS}),
}

ROLE_NAMES = {
    Role.OFFICE: QT_TRANSLATE_NOOP("exam", "Competition office"),
    Role.RECORDER: QT_TRANSLATE_NOOP("exam", "Recorder"),
    Role.RECHECKER: QT_TRANSLATE_NOOP("exam", "Re-checker"),
    Role.JUDGE: QT_TRANSLATE_NOOP("exam", "Judge"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("exam", "Supervisor"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the desk. ``account_id`` is ``None`` for the command line and before the first account."""

    account_id: int | None
    name: str
    role: Role
    judge_id: int | None = None

    def may(self, right: Right) -> bool:
        """Whether this person's role holds ``right``."""
        return right in RIGHTS[self.role]


class HasPerson(Protocol):
    """Anything that knows who acts, such as a unit of work."""

    @property
    def person(self) -> Person: ...


def require(unit: HasPerson, right: Right) -> None:
    """Raise :class:`NotAllowed` when the person at the desk lacks ``right``."""
    if not unit.person.may(right):
        raise NotAllowed(
            QT_TRANSLATE_NOOP(
                "exam",
                "{person} may not do this in the role that is signed in. Ask the competition office, or sign in "
                "as somebody who may.",
            ),
            person=unit.person.name,
        )
