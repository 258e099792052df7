"""The ceremony of the awards: what it shows comes from one publication and from nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import NotFound, RuleBroken
from exam.rules.results import Snapshot
from exam.rules.reveal import Act, acts_of
from exam.services.publications import get_publication
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.awards import Reveal
from models.results import Publication


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One publication as the hall sees it, and how far it has been shown (``shown`` steps)."""

    snapshot: Snapshot
    acts: tuple[Act, ...]
    shown: int


def latest_number(uow: UnitOfWork) -> int:
    """The number of the publication that stands, 0 before the first."""
    return uow.session.scalar(select(func.max(Publication.number))) or 0


def get_ceremony(uow: UnitOfWork, *, number: int | None = None) -> Ceremony:
    """The ceremony of a publication (the latest without ``number``).

    Raises :class:`RuleBroken` before the first publication: nothing of a draft is ever shown to the hall.
    """
    number = number or latest_number(uow)
    if not number:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Nothing can be revealed before the results are published. Publish them on the standings page."
            )
        )
    snapshot = get_publication(uow, number=number)
    if not snapshot.awards:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Publication {number} holds no awards. Set up the awards, then publish the results again.",
            ),
            number=number,
        )
    row = uow.session.get(Reveal, number)
    return Ceremony(snapshot, acts_of(snapshot), row.shown if row is not None else 0)


def mark_revealed(uow: UnitOfWork, *, number: int, shown: int) -> None:
    """Remember how far the ceremony of a publication has come, so that it goes on there after a crash."""
    require(uow, Right.MANAGE_AWARDS)
    if uow.session.scalar(select(Publication.id).where(Publication.number == number)) is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "There is no publication {number}."), number=number)
    row = uow.session.get(Reveal, number)
    if row is None:
        row = Reveal(publication_number=number)
        uow.session.add(row)
    row.shown = max(shown, 0)
    uow.session.flush()
    uow.record(journal.REVEALED, str(number), shown=row.shown)
