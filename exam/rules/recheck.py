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


def share(count: int, percent: Decimal) -> int:
    """``percent`` of ``count`` people, rounded up: "at least" holds for every count."""
    return int((count * percent / 100).to_integral_value(rounding=ROUND_CEILING))


def top_band(papers: Sequence[MarkedPaper], percent: Decimal) -> list[str]:
    """The codes in the top ``percent`` of places; a place shared at the cut is taken as a whole."""
    places = competition_ranks([(paper.total,) for paper in papers])
    cut = share(len(papers), percent)
    found = sorted((place, paper.code) for place, paper in zip(places, papers, strict=True) if place <= cut)
    return [code for _, code in found]


def frozen_text(papers: Sequence[MarkedPaper], rule: RecheckRule) -> str:
    """The rule and the marks as they stand before the dice, to the byte.

    One line with the three percentages, then lines ``code TAB total``, sorted bytewise; UTF-8, LF.
    """
    lines = sorted(f"{paper.code}\t{show(paper.total)}\n" for paper in papers)
    return f"top {show(rule.top)} sample {show(rule.sample)} limit {show(rule.limit)}\n" + "".join(lines)


def freeze_code(text: str) -> str:
    """SHA-256 of the frozen text, 64 hex digits: published before the dice."""
    return sha256(text.encode()).hexdigest()


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
