"""The recheck of marks against the papers: who is re-read, the error rate, and when all are re-read.

Source: domain.md section 3 "Recheck": the top band of the standings in full and a random sample of at
least so many percent of the rest; an error rate above the limit means that everything is re-read. The
sample follows the public tickets of :mod:`exam.rules.draw`, so that anybody can draw it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from hashlib import sha256

from exam.rules.draw import in_ticket_order
from exam.rules.marks import show
from exam.rules.ranking import competition_ranks
from exam.rules.written import divide
from exam.words import QT_TRANSLATE_NOOP

LABEL_SUFFIX = "-recheck"
RATE_PLACES = 2


class Band(StrEnum):
    """Why a paper is re-read."""

    TOP = "top"
    SAMPLE = "sample"
    FULL = "full"


BAND_NAMES = {
    Band.TOP: QT_TRANSLATE_NOOP("exam", "Top band"),
    Band.SAMPLE: QT_TRANSLATE_NOOP("exam", "Random sample"),
    Band.FULL: QT_TRANSLATE_NOOP("exam", "Full recheck"),
}


@dataclass(frozen=True, slots=True)
class RecheckRule:
    """Percentages of the places re-read from the top, of the rest drawn at random, and the error limit."""

    top: Decimal = Decimal(30)
    sample: Decimal = Decimal(15)
    limit: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True)
class MarkedPaper:
    """A paper as it is known to people who check: its code (never a name) and its total mark."""

    code: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class Chosen:
    """Codes to be re-read: the top band in the order of marks, the sample in the order of tickets."""

    top: tuple[str, ...]
    sample: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Errors found in the random sample. ``percent`` is ``None`` until something is re-read.

    ``forces_full``: more errors than the limit allows, however the rest of the sample turns out.
    """

    size: int
    read: int
    errors: int
    percent: Decimal | None
    forces_full: bool

    @property
    def complete(self) -> bool:
        """Whether the whole sample was re-read."""
        return self.read == self.size


@dataclass(frozen=True, slots=True)
class RecheckLine:
    """One line of the printed record: a section of a paper. ``reread`` ``None`` = not re-read yet."""

    code: str
    band: Band
    section: str
    first: Decimal
    reread: Decimal | None
    reason: str = ""
    read_by: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Re-read mark minus first mark."""
        return None if self.reread is None else self.reread - self.first


@dataclass(frozen=True, slots=True)
class RecheckRecord:
    """The 复核记录 of one sitting. Counts are papers, lines are sections of papers.

    ``papers`` = all marked papers; ``reread`` of them were re-read; ``full`` says that everything is
    re-read; ``closed_by`` and ``witness`` are empty while it goes on. Holds codes, never names.
    """

    sitting: str
    label: str
    freeze: str
    dice: str
    rule: RecheckRule
    papers: int
    top: int
    sample: int
    reread: int
    rate: ErrorRate
    full: bool
    lines: tuple[RecheckLine, ...]
    closed_by: str = ""
    witness: str = ""
    closed_at: str = ""


def share(count: int, percent: Decimal) -> int:
    """``percent`` of ``count`` people, rounded up: "at least" holds for every count."""
    return int((count * percent / 100).to_integral_value(rounding=ROUND_CEILING))


def top_band(papers: Sequence[MarkedPaper], percent: Decimal) -> list[str]:
    """The codes in the top ``percent`` of places; a place shared at the cut is taken as a whole."""
    places = competition_ranks([(paper.total,) for paper in papers])
    cut = share(len(papers), percent)
    found = sorted((place, paper.code) for place, paper in zip(places, papers, strict=True) if place <= cut)
    return [code for _, code in found]


def freeze_code(papers: Sequence[MarkedPaper], rule: RecheckRule) -> str:
    """SHA-256 of the marks and the rule as they stand before the dice: 64 hex digits.

    Lines ``code TAB total``, sorted bytewise, after one line with the three percentages; UTF-8, LF.
    """
    lines = sorted(f"{paper.code}\t{show(paper.total)}\n" for paper in papers)
    head = f"top {show(rule.top)} sample {show(rule.sample)} limit {show(rule.limit)}\n"
    return sha256((head + "".join(lines)).encode()).hexdigest()


def choose(papers: Sequence[MarkedPaper], rule: RecheckRule, seed: str) -> Chosen:
    """Who is re-read: the top band, and the lowest tickets of the rest under ``seed``."""
    top = top_band(papers, rule.top)
    taken = set(top)
    order = in_ticket_order(seed, [paper.code for paper in papers if paper.code not in taken])
    size = share(len(order), rule.sample)
    return Chosen(tuple(top), tuple(order[:size]), tuple(order[size:]))


def error_rate(differs: Sequence[bool | None], limit: Decimal) -> ErrorRate:
    """The error rate of the sample: for each paper whether the re-read mark differs, ``None`` = not read.

    The rate is errors / papers re-read, in percent. More errors than ``limit`` percent of the whole sample
    force the full recheck at once: reading on can only find more.
    """
    read = [found for found in differs if found is not None]
    errors = sum(read)
    percent = divide(Decimal(100 * errors), len(read), RATE_PLACES) if read else None
    forced = bool(differs) and 100 * errors > limit * len(differs)
    return ErrorRate(len(differs), len(read), errors, percent, forced)
