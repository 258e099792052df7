"""What every part of the final asks of its entrants: whether they have marks, and which codes hide them."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from exam.access import Right
from exam.errors import RuleBroken
from exam.rules import settings
from exam.rules.coding import FIRST, back_to_first
from exam.rules.item_templates import PANEL, WRITTEN
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Setting
from models.finals import CodePair, Coding, FinalItem
from models.judging import ItemMark, JudgeMark

SECRET = exists().where(Coding.level > FIRST)
"""For queries: whether codes stand that say nothing of the public lots."""


def any_marks(uow: UnitOfWork) -> bool:
    """Whether any mark of the final stands."""
    judged = select(JudgeMark.id).where(JudgeMark.state != "cleared").limit(1)
    marked = select(ItemMark.id).limit(1)
    return any(uow.session.scalar(query) is not None for query in (judged, marked))


def coded_level(uow: UnitOfWork) -> int:
    """The last secret level that was drawn, or 1: there is none, and codes say no more than the public lots."""
    return uow.session.scalar(select(func.max(Coding.level))) or FIRST


def hides_names(uow: UnitOfWork) -> bool:
    """Whether nobody may see a code beside its person now: secret codes are drawn, and an item is still open.

    Opening a locked item again hides the names again.
    """
    if coded_level(uow) <= FIRST:
        return False
    states = uow.session.scalars(select(FinalItem.state).where(FinalItem.kind.in_((PANEL, WRITTEN)))).all()
    return not states or any(state != "locked" for state in states)


def may_see_names(uow: UnitOfWork) -> bool:
    """Whether the person at the desk may see names beside codes and marks now."""
    return uow.person.may(Right.SEE_NAMES_BESIDE_MARKS) and not hides_names(uow)


def entry_codes(uow: UnitOfWork) -> dict[str, str]:
    """The entry code (level 1) behind every last code; empty while no secret level is drawn.

    Beside a name only this code is shown, since the public lots say it as well.
    """
    tables: dict[int, dict[str, str]] = {}
    for pair in uow.session.execute(select(CodePair.level, CodePair.earlier, CodePair.later)):
        tables.setdefault(pair.level, {})[pair.later] = pair.earlier
    if not tables:
        return {}
    down = [tables[level] for level in sorted(tables, reverse=True)]
    return {code: back_to_first(code, down) for code in down[0]}


def require_coded(uow: UnitOfWork) -> None:
    """Refuse marks while a level of the rules is not drawn yet: they would stand under codes that name people."""
    stored = uow.session.scalar(select(Setting.value).where(Setting.key == "coding_levels"))
    wanted = FIRST if stored is None else int(settings.parse("coding_levels", stored))
    if wanted <= FIRST:
        return
    drawn = coded_level(uow)
    if drawn < wanted:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The rules ask for {wanted} levels of coding, and level {level} is not drawn yet. Draw it on the page "
                "of the finalists before marks are entered.",
            ),
            wanted=wanted,
            level=drawn + 1,
        )


def refuse_secret(uow: UnitOfWork) -> None:
    """Refuse what would change entry codes after secret codes were drawn on them."""
    if coded_level(uow) > FIRST:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Secret codes are drawn already. A substitute takes them over; to change more, declare the codes void "
                "first.",
            )
        )
