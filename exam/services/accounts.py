"""The people who may sit at the desk: sign-in by name and password."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import func, select, true

from exam import journal
from exam.access import Person, Right, Role, require
from exam.errors import InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.services.competition import check_version
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.accounts import Account

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD = 6
NOBODY = Person(None, "-", Role.OFFICE)
"""Acts before the first account exists and for signing in; it has no account."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as a list shows it; never its password."""

    id: int
    name: str
    role: Role
    judge_id: int | None
    active: bool
    version: int


def has_accounts(uow: UnitOfWork) -> bool:
    """Whether anybody can sign in yet."""
    return bool(uow.session.scalar(select(func.count()).select_from(Account)))


def create_first_account(uow: UnitOfWork, *, name: str, password: str, public: bool = False) -> Person:
    """The first person of a new competition becomes the office administrator. ``public``: see :func:`add_account`."""
    if has_accounts(uow):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "There are accounts already. Sign in with one of them."))
    uow.person = _person(_add(uow, name, password, Role.OFFICE, None, public))
    return uow.person


def add_account(
    uow: UnitOfWork, *, name: str, password: str, role: Role, judge_id: int | None = None, public: bool = False
) -> AccountRow:
    """A further person. Names are unique; a judge account names its judge.

    ``public``: the password of a sample, which everybody knows; a slow hash would guard nothing.
    """
    require(uow, Right.MANAGE_ACCOUNTS)
    return _row(_add(uow, name, password, role, judge_id, public))


def change_account(
    uow: UnitOfWork,
    *,
    account_id: int,
    seen_version: int,
    role: Role | None = None,
    active: bool | None = None,
    password: str | None = None,
    judge_id: int | None = None,
) -> AccountRow:
    """Change role, activity or password. The last active office account cannot be lost."""
    require(uow, Right.MANAGE_ACCOUNTS)
    account = _account(uow, account_id)
    check_version(account.version, seen_version)
    loses_office = (
        account.role == Role.OFFICE.value
        and account.active
        and ((role is not None and role is not Role.OFFICE) or active is False)
    )
    if loses_office and _active_office(uow) <= 1:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "This is the last account of the competition office. Give another person that role first.",
            )
        )
    details: dict[str, object] = {}
    if role is not None and role.value != account.role:
        details["role"] = [account.role, role.value]
        account.role = role.value
    if active is not None and active != account.active:
        details["active"] = [account.active, active]
        account.active = active
    if judge_id is not None and judge_id != account.judge_id:
        details["judge_id"] = [account.judge_id, judge_id]
        account.judge_id = judge_id
    if password is not None:
        account.password_hash = hasher().hash(_password(password))
        details["password"] = "changed"
    if details:
        uow.session.flush()
        uow.record(journal.ACCOUNT_CHANGED, account.name, **details)
    return _row(account)


def list_accounts(uow: UnitOfWork) -> list[AccountRow]:
    """All accounts by name."""
    return [_row(row) for row in uow.session.scalars(select(Account).order_by(Account.name))]


def sign_in(uow: UnitOfWork, *, name: str, password: str) -> Person:
    """Check name and password, record the sign-in, and return the person.

    Raises :class:`NotAllowed` with one sentence for every wrong combination.
    """
    account = uow.session.scalar(select(Account).where(Account.name == clean_name(name)))
    good = _verify(account.password_hash if account else _decoy(), password)
    if account is None or not good or not account.active:
        raise NotAllowed(QT_TRANSLATE_NOOP("exam", "Name and password do not fit together. Check both and try again."))
    # From here on this person acts, also in the journal.
    uow.person = _person(account)
    uow.record(journal.SIGNED_IN, account.name)
    return uow.person


def sign_out(uow: UnitOfWork) -> None:
    """Record that the person leaves the desk."""
    uow.record(journal.SIGNED_OUT, uow.person.name)


def check_password(uow: UnitOfWork, *, password: str) -> None:
    """Raise :class:`NotAllowed` unless this is the password of the person at the desk."""
    account = uow.session.get(Account, uow.person.account_id) if uow.person.account_id else None
    if account is None or not _verify(account.password_hash, password):
        raise NotAllowed(QT_TRANSLATE_NOOP("exam", "This is not your password. Try again."))


def check_second_person(uow: UnitOfWork, *, name: str, password: str) -> Person:
    """The second person of an act that takes two: another active account with its own password."""
    account = uow.session.scalar(select(Account).where(Account.name == clean_name(name)))
    good = _verify(account.password_hash if account else _decoy(), password)
    if account is None or not good or not account.active:
        raise NotAllowed(QT_TRANSLATE_NOOP("exam", "Name and password do not fit together. Check both and try again."))
    if account.id == uow.person.account_id:
        raise NotAllowed(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
    return _person(account)


def get_person(uow: UnitOfWork, *, account_id: int) -> Person:
    """The person of an account, for opening the sample already signed in."""
    return _person(_account(uow, account_id))


def clean_name(text: str) -> str:
    """An account name without double blanks, in NFC."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def hasher() -> PasswordHasher:
    """The password hasher with its library's defaults; loaded when first used."""
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _quick_hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@cache
def _decoy() -> str:
    # An unknown name must cost the same time as a known one.
    return hasher().hash("no such account")


def _verify(stored: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return hasher().verify(stored, unicodedata.normalize("NFC", password))
    except (VerificationError, InvalidHashError):
        return False


def _password(text: str) -> str:
    password = unicodedata.normalize("NFC", text)
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The password is too short. Use at least {count} characters."),
            count=SHORTEST_PASSWORD,
        )
    return password


def _add(
    uow: UnitOfWork, name: str, password: str, role: Role, judge_id: int | None, public: bool = False
) -> Account:
    cleaned = clean_name(name)
    if not cleaned:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type a name."))
    if uow.session.scalar(select(Account.id).where(Account.name == cleaned)) is not None:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "There is already an account called {name}. Choose another name."),
            name=cleaned,
        )
    account = Account(
        name=cleaned,
        password_hash=(_quick_hasher() if public else hasher()).hash(_password(password)),
        role=role.value,
        judge_id=judge_id,
        active=True,
        created_at=uow.now,
    )
    uow.session.add(account)
    uow.session.flush()
    uow.record(journal.ACCOUNT_ADDED, cleaned, role=role.value)
    return account


def _account(uow: UnitOfWork, account_id: int) -> Account:
    account = uow.session.get(Account, account_id)
    if account is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This account is no longer there."))
    return account


def _active_office(uow: UnitOfWork) -> int:
    query = (
        select(func.count()).select_from(Account).where(Account.role == Role.OFFICE.value, Account.active.is_(true()))
    )
    return uow.session.scalar(query) or 0


def _person(account: Account) -> Person:
    return Person(account.id, account.name, Role(account.role), account.judge_id)


def _row(account: Account) -> AccountRow:
    return AccountRow(account.id, account.name, Role(account.role), account.judge_id, account.active, account.version)
