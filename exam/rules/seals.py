"""Sealed numbers (密封号): six random digits and a check digit, so that a slip never names another paper.

The check digit is that of H. M. Damm (2004): a totally anti-symmetric quasigroup of order 10. It catches
every single wrong digit and every swap of two neighbours. The digits themselves come from the caller, who
takes them from a secret source: a sealed number must tell nothing about the person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

BODY_DIGITS = 6
LENGTH = BODY_DIGITS + 1
LOWEST, HIGHEST = 10 ** (BODY_DIGITS - 1), 10**BODY_DIGITS - 1
"""Bodies lie in this range: the first digit is never 0, which a spreadsheet would lose."""

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def check_digit(digits: str) -> str:
    """The check digit of a string of decimal digits."""
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return str(state)


def sealed_number(body: int) -> str:
    """The sealed number of a random body between :data:`LOWEST` and :data:`HIGHEST`."""
    if not LOWEST <= body <= HIGHEST:
        raise ValueError("the body of a sealed number has six digits and does not begin with 0")
    return f"{body}{check_digit(str(body))}"


def holds(number: str) -> bool:
    """Whether this is a sealed number whose check digit fits."""
    return len(number) == LENGTH and number.isascii() and number.isdigit() and check_digit(number) == "0"


def read_sealed_number(typed: str) -> str:
    """What was typed or scanned as a sealed number: blanks and hyphens removed, full-width digits made plain.

    Raises :class:`InvalidInput` when it has not seven digits or the check digit does not fit.
    """
    plain = unicodedata.normalize("NFKC", typed)
    digits = "".join(sign for sign in plain if not sign.isspace() and sign not in "-‐–·")
    if not (digits.isascii() and digits.isdigit()) or len(digits) != LENGTH:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{typed}” is no sealed number. It has {length} digits, as on the paper."),
            typed=typed.strip()[:20],
            length=LENGTH,
        )
    if check_digit(digits) != "0":
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The check digit of {typed} does not fit: a digit is wrong or two are swapped. Type the number again "
                "from the paper.",
            ),
            typed=digits,
        )
    return digits


def seal_code(salt: str, pairs: Iterable[tuple[str, str]]) -> str:
    """SHA-256 that binds a list of (sealed number, ticket number) before it is opened.

    One line ``salt``, then a line ``number TAB ticket`` each, in the order of the numbers; UTF-8, LF.
    """
    lines = [salt, *(f"{number}\t{ticket}" for number, ticket in sorted(pairs))]
    return sha256("".join(f"{line}\n" for line in lines).encode("utf-8")).hexdigest()
