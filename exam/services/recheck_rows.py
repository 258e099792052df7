"""The lines and counts of a recheck, from plain columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import case, func, select

from exam.rules.marks import MarkScale
from exam.rules.recheck import Band, ErrorRate, RecheckRule, error_rate
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.unit_of_work import UnitOfWork
from models.rechecks import Recheck, RecheckMark, RecheckPaper
from models.sittings import Section, WrittenMark


@dataclass(frozen=True, slots=True)
class RereadRow:
    """One section of a paper to re-read. ``first`` is ``None`` until it was re-read: the reading is blind.

    ``now`` is the mark as it stands (after a correction it is the re-read one); ``own``: the person at the
    desk entered this paper, so somebody else re-reads it.
    """

    id: int
    candidate_id: int
    section_id: int
    code: str
    band: Band
    section: str
    scale: MarkScale
    first: Decimal | None
    reread: Decimal | None
    now: Decimal | None
    reason: str
    read_by: str
    own: bool
    version: int

    @property
    def difference(self) -> Decimal | None:
        """Re-read mark minus first mark; ``None`` until both are known."""
        return None if self.reread is None or self.first is None else self.reread - self.first

    @property
    def waits_for_correction(self) -> bool:
        """Whether the mark that stands is not the one that was re-read."""
        return self.reread is not None and self.now != self.reread


@dataclass(frozen=True, slots=True)
class RecheckRow:
    """A recheck and how far it is. Counts are papers; ``to_read`` is how many must be re-read by now."""

    id: int
    label: str
    state: str
    rule: RecheckRule
    freeze: str
    frozen_at: datetime
    dice: str
    seed: str
    papers: int
    top: int
    sample: int
    to_read: int
    read: int
    rate: ErrorRate
    uncorrected: int
    closed_by: str
    witness: str
    closed_at: datetime | None
    version: int

    @property
    def full(self) -> bool:
        """Whether every paper is re-read."""
        return self.papers > 0 and self.to_read == self.papers


_BANDS = {band.value: band for band in Band}
_ORDER = {Band.TOP.value: 0, Band.SAMPLE.value: 1, Band.FULL.value: 2}


def list_rows(uow: UnitOfWork, recheck: Recheck, mark_id: int | None = None) -> tuple[RereadRow, ...]:
    """The lines of a recheck (or the one with ``mark_id``), by band and number."""
    step = get_rules(uow).mark_step
    entered = (
        select(
            WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.entry, WrittenMark.points,
            WrittenMark.entered_by_id, WrittenMark.entered_by,
        )
        .join(RecheckPaper, RecheckPaper.candidate_id == WrittenMark.candidate_id)
        .where(RecheckPaper.recheck_id == recheck.id)
    )  # fmt: skip
    query = (
        select(
            RecheckMark.id, RecheckPaper.candidate_id, RecheckMark.section_id, RecheckPaper.code, RecheckPaper.band,
            Section.name, Section.position.label("at"), Section.full, RecheckMark.first, RecheckMark.reread,
            RecheckMark.reason, RecheckMark.read_by, RecheckMark.version,
        )
        .join(RecheckPaper, RecheckPaper.id == RecheckMark.paper_id)
        .join(Section, Section.id == RecheckMark.section_id)
        .where(RecheckPaper.recheck_id == recheck.id)
    )  # fmt: skip
    if mark_id is not None:
        of_paper = select(RecheckMark.paper_id).where(RecheckMark.id == mark_id).scalar_subquery()
        entered, query = entered.where(RecheckPaper.id == of_paper), query.where(RecheckMark.id == mark_id)
    now: dict[tuple[int, int], Decimal | None] = {}
    own: set[int] = set()
    me = (uow.person.account_id, uow.person.name)
    for candidate_id, section_id, entry, points, account, name in uow.session.execute(entered):
        if entry == FIRST_ENTRY:
            now[(candidate_id, section_id)] = points
        if (account, name) == me:
            own.add(candidate_id)
    # By number inside a band, as the papers lie in the bundle: the order of marks would tell them beforehand.
    lines = sorted(uow.session.execute(query), key=lambda line: (_ORDER[line[4]], line[3], line[6]))
    scales = {section: MarkScale(full, step) for section, full in {(line[2], line[7]) for line in lines}}
    rows: list[RereadRow] = []
    for key, candidate, section, code, band, name, _, _, first, reread, reason, read_by, version in lines:
        read = reread is not None
        rows.append(
            RereadRow(
                key, candidate, section, code, _BANDS[band], name, scales[section], first if read else None, reread,
                now.get((candidate, section)) if read else None, reason, read_by, candidate in own, version,
            )
        )  # fmt: skip
    return tuple(rows)


def count_row(uow: UnitOfWork, recheck: Recheck) -> RecheckRow:
    """A recheck and how far it is."""
    counts = _counts(uow, recheck)
    sample = counts.get(Band.SAMPLE, _NOTHING)
    # For each paper of the sample: differs, agrees, or is not read.
    differs: list[bool | None] = [*[True] * sample.differ, *[False] * (sample.known - sample.differ)]
    differs += [None] * (sample.papers - sample.known)
    return RecheckRow(
        recheck.id, recheck.label, recheck.state, RecheckRule(recheck.top, recheck.sample, recheck.error_limit),
        recheck.freeze, recheck.frozen_at, recheck.dice, recheck.seed, recheck.frozen.count("\n") - 1,
        counts.get(Band.TOP, _NOTHING).papers, sample.papers, sum(one.papers for one in counts.values()),
        sum(one.read for one in counts.values()), error_rate(differs, recheck.error_limit),
        sum(one.uncorrected for one in counts.values()), recheck.closed_by, recheck.witness, recheck.closed_at,
        recheck.version,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Counts:
    """Papers of one band: all, completely re-read, found different, known (different or complete), to correct."""

    papers: int = 0
    read: int = 0
    differ: int = 0
    known: int = 0
    uncorrected: int = 0


_NOTHING = _Counts()


def _counts(uow: UnitOfWork, recheck: Recheck) -> dict[Band, _Counts]:
    """Counted by the database: after each saved mark, and a large recheck has thousands of papers."""
    uow.session.flush()
    stands = (
        select(WrittenMark.points)
        .where(
            WrittenMark.candidate_id == RecheckPaper.candidate_id,
            WrittenMark.section_id == RecheckMark.section_id,
            WrittenMark.entry == FIRST_ENTRY,
        )
        .scalar_subquery()
    )
    was_read = RecheckMark.reread.is_not(None)
    paper = (
        select(
            RecheckPaper.band.label("band"),
            func.min(case((was_read, 1), else_=0)).label("read"),
            func.max(case((was_read & (RecheckMark.reread != RecheckMark.first), 1), else_=0)).label("differ"),
            func.max(case((was_read & (RecheckMark.reread != stands), 1), else_=0)).label("wrong"),
        )
        .join(RecheckMark, RecheckMark.paper_id == RecheckPaper.id)
        .where(RecheckPaper.recheck_id == recheck.id)
        .group_by(RecheckPaper.id, RecheckPaper.band)
        .subquery()
    )
    known = case(((paper.c.read == 1) | (paper.c.differ == 1), 1), else_=0)
    query = select(
        paper.c.band, func.count(), func.sum(paper.c.read), func.sum(paper.c.differ), func.sum(known),
        func.sum(paper.c.wrong),
    ).group_by(paper.c.band)  # fmt: skip
    return {
        Band(band): _Counts(papers, int(read), int(differ), int(some), int(wrong))
        for band, papers, read, differ, some, wrong in uow.session.execute(query)
    }
