"""Groups of the finalists by hand, and the first codes: from the lots of groups and order, or open numbers."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from exam import journal
from exam.errors import InvalidInput, RuleBroken
from exam.rules.coding import FIRST
from exam.rules.nominations import ACTIVE, Placed, entrant_codes, in_order, open_numbers
from exam.services.coding import note_first_level
from exam.services.competition import get_rules
from exam.services.entrants import any_marks, refuse_secret
from exam.services.finals import (
    NomineeRow,
    find_nominee,
    list_nominees,
    nominee_label,
    refuse_marked,
    require_final_open,
)
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Nominee
from models.people import Staff


def set_groups(uow: UnitOfWork, *, groups: Mapping[int, int | None]) -> list[NomineeRow]:
    """Put nominees into groups by hand: nominee id -> group from 1, or None for no group.

    Their order of appearance and codes are dropped, since both belong to a group.
    """
    require_final_open(uow)
    most = get_rules(uow).group_count
    moved: list[str] = []
    for nominee_id, group in groups.items():
        if group is not None and not 1 <= group <= most:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "Group {group} does not exist: the rules have {most} groups."),
                group=group, most=most,
            )  # fmt: skip
        nominee = find_nominee(uow, nominee_id)
        if nominee.group_number != group:
            refuse_marked(uow, nominee)
            refuse_secret(uow)
            moved.append(f"{nominee_label(uow, nominee)}: {nominee.group_number or '-'} > {group or '-'}")
            nominee.group_number, nominee.appearance, nominee.entrant_code = group, None, ""
    if moved:
        uow.session.flush()
        uow.record(journal.GROUPS_SET, "", moved=moved)
    return list_nominees(uow)


def assign_codes(uow: UnitOfWork) -> list[NomineeRow]:
    """Give every elite who takes part the first code: from group and order (A01, A02, ...), or, where the rules
    ask for no coding, an open number in the order of the nominations.

    Codes can be given anew until the first mark stands or secret codes are drawn on them; then they stay.
    """
    require_final_open(uow)
    refuse_secret(uow)
    if any_marks(uow):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks stand under the present codes already, so the codes stay as they are.")
        )
    nominees = {one.id: one for one in uow.session.scalars(select(Nominee))}
    placed = _placed(uow)
    if not placed:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Nobody is nominated yet. Take in the nominations first."))
    groups = {one.group for one in placed}
    if None in groups and len(groups) > 1:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Some elites have no group yet. Put everybody into a group, then give the codes.")
        )
    coded = get_rules(uow).coding_levels >= FIRST
    codes = entrant_codes(placed) if coded else open_numbers([one.key for one in placed])
    for nominee_id, nominee in nominees.items():
        nominee.entrant_code = codes.get(nominee_id, "")
    # With open numbers, who has no place by lot comes in the order of the numbers.
    order = in_order(placed) if coded else sorted(placed, key=lambda one: (one.appearance or len(placed), one.key))
    for group in groups:
        for position, one in enumerate((other for other in order if other.group == group), 1):
            nominees[one.key].appearance = position
    if coded:
        note_first_level(uow)
    uow.session.flush()
    uow.record(journal.NOMINEE_CHANGED, "", codes=len(codes))
    return list_nominees(uow)


def _placed(uow: UnitOfWork) -> list[Placed]:
    rows = uow.session.execute(
        select(Nominee.id, Nominee.group_number, Nominee.appearance, Staff.staff_number)
        .join(Staff, Staff.id == Nominee.staff_id)
        .where(Nominee.status == ACTIVE)
    )
    return [Placed(*row) for row in rows]
