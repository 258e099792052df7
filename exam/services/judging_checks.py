"""What every change of a final mark is held to: the item is open, the judge may mark, nobody was faster."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select

from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, RuleBroken
from exam.rules.item_marks import Given
from exam.rules.item_templates import PANEL
from exam.rules.marks import show
from exam.rules.nominations import ACTIVE
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.services.entrants import require_coded
from exam.services.finals import find_nominee
from exam.services.items import ItemRow, get_item, refuse_locked
from exam.services.judging_sheet import MarkCell
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Criterion, FinalItem, Nominee
from models.judging import ItemMark, JudgeMark, SecondJudgeMark

GIVEN, ABSENT, CLEARED = "given", "absent", "cleared"
AnyMark = JudgeMark | SecondJudgeMark | ItemMark


def require_marking(uow: UnitOfWork, judge_id: int | None) -> None:
    """Whether the person at the desk may type the marks of this judge (None = of anybody)."""
    own = uow.person.judge_id
    if judge_id is not None and own == judge_id and uow.person.may(Right.ENTER_OWN_JUDGE_MARKS):
        return
    require(uow, Right.ENTER_MARKS)


def open_item(uow: UnitOfWork, item_id: int, kind: str | None) -> ItemRow:
    """The item, held against a lock until this unit of work ends: a mark counts before the lock or is refused."""
    require_open(uow, Stage.FINAL)
    item = uow.session.get_one(FinalItem, item_id, with_for_update={"read": True}, populate_existing=True)
    refuse_locked(item)
    if kind is not None and item.kind != kind:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "“{item}” is not marked in this way."), item=item.name)
    return get_item(uow, item_id=item_id)


def open_panel_item(uow: UnitOfWork, item_id: int) -> ItemRow:
    """A judged item that takes marks, held against a lock until this unit of work ends."""
    return open_item(uow, item_id, PANEL)


def open_entrant(uow: UnitOfWork, nominee_id: int) -> Nominee:
    """Somebody who takes part and gets marks."""
    nominee = find_nominee(uow, nominee_id)
    if nominee.status != ACTIVE:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{code} does not take part any more and gets no marks."),
            code=nominee.entrant_code,
        )
    require_coded(uow)
    return nominee


def check_judge(cell: MarkCell | None, judge: str) -> None:
    """Refuse a judge who is not on the entrant's panel, or avoids the entrant."""
    if cell is None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{judge} does not mark this entrant. The panel of the item says who does."),
            judge=judge,
        )
    if cell.given is Given.AVOIDED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "{judge} comes from the entrant's unit and does not mark. The office can allow it with a reason.",
            ),
            judge=judge,
        )


def check_not_confirmed(cell: MarkCell | None, code: str, judge: str) -> None:
    """Refuse to touch marks that the judge confirmed; the office releases them first, with a reason."""
    if cell is not None and cell.confirmed:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{judge} confirmed the mark of {code}; it is fixed. The office can release it with a reason."
            ),
            judge=judge, code=code,
        )  # fmt: skip


def full_mark(uow: UnitOfWork, item: ItemRow, criterion: int) -> Decimal:
    """The full mark of what is typed: the total (0) or a criterion; it must be the way the item is marked."""
    if item.per_criterion != bool(criterion):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” is marked criterion by criterion.")
            if item.per_criterion
            else QT_TRANSLATE_NOOP("exam", "“{item}” is marked by one total."),
            item=item.name,
        )
    if not criterion:
        return item.full
    found = uow.session.scalar(
        select(Criterion.full).where(Criterion.item_id == item.id, Criterion.position == criterion)
    )
    if found is None:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This criterion is no longer there. Refresh the page."))
    return found


def check_seen(found: int, seen: int, mark: AnyMark | None) -> None:
    """Raise :class:`Conflict` (``theirs``: the mark that stands there) when somebody else was first."""
    if found != seen:
        raise Conflict(
            QT_TRANSLATE_NOOP("exam", "Somebody else entered {theirs} here in the meantime. Choose which one stands."),
            theirs=shown_mark(mark) or "-",
        )


def shown_mark(mark: AnyMark | None) -> str:
    """A stored mark as it is typed: ``/`` for an absent judge, empty for nothing."""
    if mark is None:
        return ""
    if mark.points is not None:
        return show(mark.points)
    if isinstance(mark, (JudgeMark, SecondJudgeMark)):
        return "/" if mark.state == ABSENT else ""
    return mark.attendance


def sign(uow: UnitOfWork, mark: JudgeMark | ItemMark) -> None:
    """Who entered the mark and when; verification and tick are gone."""
    mark.entered_by, mark.entered_by_id, mark.entered_at = uow.person.name, uow.person.account_id, uow.now
    mark.verified_by, mark.verified_by_id, mark.verified_at = "", None, None
    if isinstance(mark, JudgeMark):
        mark.ticked = False


def typed_by_me(uow: UnitOfWork, mark: AnyMark) -> bool:
    """Whether the person at the desk typed this mark."""
    person = uow.person
    if person.account_id is not None and mark.entered_by_id is not None:
        return person.account_id == mark.entered_by_id
    return person.name == mark.entered_by
