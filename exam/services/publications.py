"""Publications: numbered, frozen versions of the results. What is printed comes from one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, NotFound, OutsideFault, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules.results import Change, Snapshot, Step
from exam.rules.sign_off import lacking
from exam.rules.snapshots import SHOWN_HASH, canonical, changes, parse, text_hash
from exam.rules.stages import Stage
from exam.services.awards import give_numbers
from exam.services.calculation import read_initials
from exam.services.competition import require_open
from exam.services.entrants import hides_names, may_see_names
from exam.services.results import calculate, get_whole_draft
from exam.services.verification import Checked, require_clean
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.results import Publication

STEPS = 3
KEPT = 4
CONTENTS = ("units", "individuals", "teams", "awards")


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A publication without its content. ``fingerprint`` is what the papers print of the hash."""

    number: int
    fingerprint: str
    sha256: str
    published_at: datetime
    published_by: str
    witness: str
    note: str


@dataclass(frozen=True, slots=True)
class Standings:
    """What the standings page shows: the results, the publication that stands, and what differs from it.

    ``snapshot`` is the draft for people who may see it, else the latest publication. ``is_draft`` says which.
    ``initials`` are the pinyin initials of the names by nominee id, for searching.
    """

    snapshot: Snapshot
    is_draft: bool
    publications: tuple[PublicationRow, ...]
    changes: tuple[Change, ...]
    initials: Mapping[int, str]


def get_standings(uow: UnitOfWork, *, number: int | None = None) -> Standings | None:
    """The results to look at, ``None`` when nothing is published and the draft is not for this person."""
    publications = tuple(list_publications(uow))
    latest = publications[-1] if publications else None
    if number is not None:
        before = next((one for one in reversed(publications) if one.number < number), None)
        snapshot = get_publication(uow, number=number)
        differs = changes(_known(uow, before), snapshot) if before is not None else ()
        return Standings(snapshot, False, publications, differs, _initials(uow))
    if uow.person.may(Right.SEE_UNPUBLISHED_RESULTS):
        draft = get_whole_draft(uow)
        differs = ()
        if latest is not None and draft.named:
            differs = changes(_known(uow, latest), draft.snapshot, draft.compared)
        return Standings(draft.snapshot, True, publications, differs, draft.initials)
    if latest is None:
        return None
    return Standings(get_publication(uow, number=latest.number), False, publications, (), _initials(uow))


def _initials(uow: UnitOfWork) -> Mapping[int, str]:
    if not may_see_names(uow):
        return {}
    return read_initials(uow)


def list_publications(uow: UnitOfWork) -> list[PublicationRow]:
    """All publications, oldest first."""
    rows = uow.session.execute(
        select(
            Publication.number, Publication.sha256, Publication.published_at, Publication.published_by,
            Publication.witness, Publication.note,
        ).order_by(Publication.number)
    )  # fmt: skip
    return [
        PublicationRow(number, sha256[:SHOWN_HASH], sha256, at, by, witness, note)
        for number, sha256, at, by, witness, note in rows
    ]


def get_publication(uow: UnitOfWork, *, number: int) -> Snapshot:
    """The frozen results of a number. Raises :class:`OutsideFault` when the stored text was tampered with."""
    row = uow.session.execute(
        select(Publication.content, Publication.sha256).where(Publication.number == number)
    ).one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "There is no publication {number}."), number=number)
    if text_hash(row.content) != row.sha256:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "Publication {number} does not match its check code: the database was changed from outside. Use a "
                "backup copy and tell the supervisor.",
            ),
            number=number,
        )
    return _read(row.content, row.sha256)


def list_contents(uow: UnitOfWork, *, number: int) -> frozenset[str]:
    """Which lists of a publication have lines: ``units``, ``individuals``, ``teams``, ``awards``.

    Looks for the empty lists in its text, which takes a tenth of the time of reading it all.
    """
    content = uow.session.scalar(select(Publication.content).where(Publication.number == number)) or ""
    return frozenset(name for name in CONTENTS if f'"{name}":[]' not in content)


def _known(uow: UnitOfWork, row: PublicationRow) -> Snapshot:
    """The frozen results to compare with; their text is read once, not after every mark."""
    return _READ.get(row.sha256) or get_publication(uow, number=row.number)


_READ: dict[str, Snapshot] = {}
"""The publications that were read last, by the SHA-256 of their text, which never changes."""


def _read(content: str, sha256: str) -> Snapshot:
    snapshot = _READ.pop(sha256, None) or parse(content)
    for oldest in list(_READ)[: max(0, len(_READ) - KEPT + 1)]:
        del _READ[oldest]
    _READ[sha256] = snapshot
    return snapshot


def find_latest(uow: UnitOfWork) -> Snapshot | None:
    """The publication that stands, ``None`` before the first."""
    rows = list_publications(uow)
    return get_publication(uow, number=rows[-1].number) if rows else None


def publish(
    uow: UnitOfWork,
    *,
    seen_number: int = 0,
    witness: str = "",
    note: str = "",
    despite_incomplete: bool = False,
    checked: Checked | None = None,
    progress: Progress = SILENT,
) -> PublicationRow:
    """Freeze the results under the next number; winners get their certificate numbers first.

    ``seen_number`` is the latest number the person saw (0 = none): two people who publish at once get one
    publication and one :class:`Conflict`. What is not complete, verified and locked, or has no witness, is refused
    unless asked for as interim results (``despite_incomplete``); everything is while the second calculation from
    the journal differs. To be run serializable.

    The second calculation takes long with many entrants, so :func:`check_before` makes it without holding anything
    up; with its ``checked`` it is made again here only when the journal has grown since. Marks that were entered
    before this unit of work count in, later ones do not. Stopped at any moment, nothing is published.
    """
    require(uow, Right.PUBLISH)
    require_open(uow, Stage.RESULTS)
    rows = list_publications(uow)
    latest = rows[-1].number if rows else 0
    if latest != seen_number:
        raise Conflict(
            QT_TRANSLATE_NOOP(
                "exam", "Publication {number} was made in the meantime. Look at it before you publish again."
            ),
            number=latest,
        )
    if hides_names(uow):
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Secret codes hide the names until every item of the final is locked. Lock the items, then publish.",
            )
        )
    progress.step(0, STEPS)
    numbers = give_numbers(uow, calculate(uow).awards)
    progress.step(1, STEPS)
    snapshot = calculate(uow, number=latest + 1)
    seen_by = " ".join(witness.split())
    open_ends = lacking(snapshot)
    snapshot = replace(snapshot, interim=bool(open_ends) or not seen_by)
    _check(uow, snapshot, latest)
    if not despite_incomplete:
        _require_sign_off(uow, snapshot, seen_by)
    progress.step(2, STEPS)
    require_clean(uow, checked, progress)
    if latest:
        snapshot = replace(snapshot, changed=changes(get_publication(uow, number=latest), snapshot))
    content = canonical(snapshot)
    row = Publication(
        number=latest + 1, content=content, sha256=text_hash(content), published_at=uow.now,
        published_by=uow.person.name, witness=seen_by, note=" ".join(note.split()),
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    uow.record(
        journal.PUBLISHED, str(row.number), sha256=row.sha256, witness=row.witness, note=row.note,
        incomplete=len(snapshot.incomplete), unverified=snapshot.unverified, certificates=numbers,
    )  # fmt: skip
    return PublicationRow(
        row.number, row.sha256[:SHOWN_HASH], row.sha256, row.published_at, row.published_by, row.witness, row.note
    )


def check_before(uow: UnitOfWork, *, progress: Progress = SILENT) -> Checked:
    """The second calculation before :func:`publish`; reads only. Raises :class:`RuleBroken` when it differs."""
    require(uow, Right.PUBLISH)
    return require_clean(uow, progress=progress)


def _require_sign_off(uow: UnitOfWork, snapshot: Snapshot, witness: str) -> None:
    """Final results need everything complete, verified and locked, and a second person."""
    if snapshot.incomplete:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The results are not complete. Enter what is missing, or publish them as interim results on purpose.",
            )
        )
    if lacking(snapshot):
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Not everything is verified and locked yet, so this cannot be signed off. Verify and lock it, or "
                "publish interim results on purpose.",
            )
        )
    if not witness or witness.casefold() == uow.person.name.casefold():
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Final results are signed off by two people. Type the name of the supervisor who is there."
            ),
            field="witness",
        )


def _check(uow: UnitOfWork, snapshot: Snapshot, latest: int) -> None:
    if not snapshot.individuals and not snapshot.units:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "There is nothing to publish yet: enter marks first."))
    if latest and _lasting(get_publication(uow, number=latest)) == _lasting(snapshot):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Nothing has changed since publication {number}; it still stands."),
            number=latest,
        )


def _lasting(snapshot: Snapshot) -> Snapshot:
    """Without what differs between two calculations of the same marks."""
    return replace(
        snapshot, number=None, fingerprint="", made_at="", journal_head="", journal_count=0, unverified=0, changed=(),
        locks=(),
        incomplete=tuple(Step(one.text, _texts(one.params)) for one in snapshot.incomplete),
    )  # fmt: skip


def _texts(params: Mapping[str, str]) -> dict[str, str]:
    return {key: str(value) for key, value in params.items()}

