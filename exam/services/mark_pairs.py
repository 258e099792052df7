"""The two entries of a mark side by side: who may make which, and when they verify each other.

For services only; no journal is written here. The rule is ``exam.rules.double_entry``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam.access import Person
from exam.errors import RuleBroken
from exam.rules.double_entry import FIRST_ENTRY, SECOND_ENTRY, Agreement, compare
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.sittings import WrittenMark

CHUNK = 500
SECOND_FOR_ALL = "all"
"""The value of the setting ``second_entry`` under which every mark is typed twice."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both stored entries of one mark; ``None`` where nobody typed yet."""

    first: WrittenMark | None
    second: WrittenMark | None

    @property
    def agreement(self) -> Agreement:
        """How the two stand to each other."""
        return compare(_points(self.first), _points(self.second))

    @property
    def disputed(self) -> bool:
        """Whether the two differ and nobody has settled it yet."""
        different = self.agreement is Agreement.DIFFERENT
        return different and self.first is not None and not self.first.verified_by


def find_pair(uow: UnitOfWork, candidate_id: int, section_id: int) -> Pair:
    """Both entries of a mark. Hold the candidate first, so that nobody changes one meanwhile."""
    found = uow.session.scalars(
        select(WrittenMark).where(WrittenMark.candidate_id == candidate_id, WrittenMark.section_id == section_id)
    )
    entries = {mark.entry: mark for mark in found}
    return Pair(entries.get(FIRST_ENTRY), entries.get(SECOND_ENTRY))


def entered_by(mark: WrittenMark | None, person: Person) -> bool:
    """Whether a mark stands that this person typed."""
    if mark is None or mark.points is None:
        return False
    return (mark.entered_by_id, mark.entered_by) == (person.account_id, person.name)


def refuse_first(uow: UnitOfWork, pair: Pair) -> None:
    """Raise when this person may not make or change the first entry of a mark that is typed twice."""
    if entered_by(pair.second, uow.person):
        raise RuleBroken(_OWN_SECOND)
    first = pair.first
    if first is None or first.points is None or first.verified_by:
        return
    if pair.disputed:
        raise RuleBroken(_DISPUTED)
    if not entered_by(first, uow.person):
        raise RuleBroken(_OTHERS_FIRST, by=first.entered_by)


def refuse_second(uow: UnitOfWork, pair: Pair) -> None:
    """The same for the second entry."""
    if entered_by(pair.first, uow.person):
        raise RuleBroken(_OWN_FIRST)
    second = pair.second
    if second is None or second.points is None:
        return
    if pair.first is not None and pair.first.verified_by:
        raise RuleBroken(_SETTLED)
    if pair.disputed:
        raise RuleBroken(_DISPUTED)
    if not entered_by(second, uow.person):
        raise RuleBroken(_OTHERS_SECOND, by=second.entered_by)


def verify_equal(uow: UnitOfWork, pair: Pair) -> bool:
    """Two equal entries verify the mark, in the name of the second person; whether they did."""
    first, second = pair.first, pair.second
    if first is None or second is None or pair.agreement is not Agreement.EQUAL:
        return False
    first.verified_by, first.verified_by_id, first.verified_at = second.entered_by, second.entered_by_id, uow.now
    return True


def find_pairs(uow: UnitOfWork, candidate_ids: Sequence[int]) -> dict[tuple[int, int], Pair]:
    """Both entries of every mark of many candidates, by candidate and section."""
    found: dict[tuple[int, int], dict[int, WrittenMark]] = {}
    for start in range(0, len(candidate_ids), CHUNK):
        some = candidate_ids[start : start + CHUNK]
        for mark in uow.session.scalars(select(WrittenMark).where(WrittenMark.candidate_id.in_(some))):
            found.setdefault((mark.candidate_id, mark.section_id), {})[mark.entry] = mark
    return {place: Pair(both.get(FIRST_ENTRY), both.get(SECOND_ENTRY)) for place, both in found.items()}


def verify_equal_entries(uow: UnitOfWork, candidate_ids: Sequence[int]) -> tuple[int, int]:
    """:func:`verify_equal` for every mark of many candidates, after an import: how many are verified by it, and
    how many differ and wait for a third person.
    """
    pairs = find_pairs(uow, candidate_ids).values()
    verified = sum(verify_equal(uow, pair) for pair in pairs if pair.first is not None and not pair.first.verified_by)
    uow.session.flush()
    return verified, sum(pair.disputed for pair in pairs)


def _points(mark: WrittenMark | None) -> Decimal | None:
    return None if mark is None else mark.points


_OWN_FIRST = QT_TRANSLATE_NOOP("exam", "You typed this mark the first time. The second entry is for somebody else.")
_OWN_SECOND = QT_TRANSLATE_NOOP(
    "exam", "You typed this mark in the second entry. The first entry is for somebody else."
)
_OTHERS_FIRST = QT_TRANSLATE_NOOP(
    "exam", "{by} typed this mark already. Type it in the second entry; a difference goes to a third person."
)
_OTHERS_SECOND = QT_TRANSLATE_NOOP(
    "exam", "{by} typed the second entry of this mark already. A difference is settled by a third person."
)
_DISPUTED = QT_TRANSLATE_NOOP("exam", "The two entries of this mark differ. A third person settles it from the paper.")
_SETTLED = QT_TRANSLATE_NOOP(
    "exam", "Two people read the same mark here, so it is verified. To change it, change the first entry."
)
