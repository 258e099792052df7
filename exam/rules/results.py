"""What a finished (or draft) calculation of the competition holds: plain frozen values.

A :class:`Snapshot` is what a publication freezes and what every sheet, screen and export reads, so two
reports can never disagree. Marks are exact decimals; ``None`` means *not there*, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exam.rules.panel import PanelRule


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a calculation: a translatable English ``text`` with ``params``, and its ``value``.

    ``params`` hold words and figures already written out as strings; nested texts are avoided.
    ``level`` indents (0 = heading). ``kind``: ``line``, ``heading``, ``result`` or ``warning``.
    """

    text: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    value: Decimal | None = None
    level: int = 1
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """An item of the final as a column of the sheets.

    ``weight`` is the item's share of the individual total in percent as it is printed; ``share`` the exact
    relative weight inside its ``part`` (written or on_site), with which the part is calculated.
    ``rule`` is how judges' marks become one mark, ``None`` for an item without a panel.
    """

    key: str
    name: str
    kind: str
    full: Decimal
    weight: Decimal
    part: str = "on_site"
    share: Decimal = Decimal(1)
    rule: PanelRule | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """A bonus (positive) or deduction (negative) with its reason."""

    points: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class ItemWork:
    """How one entrant's mark in one item came about; everything needed to explain it again.

    ``marks`` are the judges' totals in the order of the panel (``None`` = a judge who did not mark);
    ``awaited`` counts marks that are still missing. ``entered`` is the mark of the panel or the paper,
    ``mark`` that with its ``extras``, ``hundred`` the same brought to a full mark of 100. ``state`` is an
    attendance state such as ``absent``, empty when the entrant simply took part.
    """

    marks: tuple[Decimal | None, ...] = ()
    awaited: int = 0
    state: str = ""
    entered: Decimal | None = None
    extras: tuple[Extra, ...] = ()
    mark: Decimal | None = None
    hundred: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """One component of the team total: where it comes from, how members are put together, its weight.

    ``source``: individual_totals, on_site, final_written, item, placing_points (of the members),
    all_staff_average, participation_rate, quiz (of the team). ``aggregate``: sum, mean or best (``best``
    says how many). ``weight`` in percent. ``missing``: a missing elite counts ``zero`` or is ``leave_out``.
    """

    source: str
    aggregate: str = "sum"
    weight: Decimal = Decimal(100)
    missing: str = "zero"
    best: int | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class TieEnd:
    """How equal people or teams were told apart in the end. ``standing``: individual or team.

    ``method``: extra_quiz or drawn_lot. ``places`` are the places among them, from 1, by nominee or team id
    as text. ``note`` says what was asked, or how the lot was drawn.
    """

    standing: str
    method: str
    places: Mapping[str, int]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """The rules that a calculation was made with. Weights in percent, keys in their order.

    ``windows``: the entrants are windows or outlets, not people.
    """

    written_weight: Decimal = Decimal(30)
    written_full: Decimal = Decimal(100)
    item_places: int = 2
    total_places: int = 2
    individual_keys: tuple[str, ...] = ("on_site", "written")
    team_keys: tuple[str, ...] = ("best_member", "on_site")
    components: tuple[Component, ...] = (Component("individual_totals"),)
    placing_points: tuple[Decimal, ...] = (Decimal(8), Decimal(4), Decimal(2), Decimal(1))
    mark_step: Decimal = Decimal("0.01")
    tie_ends: tuple[TieEnd, ...] = ()
    windows: bool = False


@dataclass(frozen=True, slots=True)
class IndividualLine:
    """One elite in the individual standing. ``items`` and ``work`` follow ``Snapshot.items``.

    ``written`` and ``on_site`` are the parts of the total, each of a full mark of 100; ``None`` = no mark.
    ``tie_key`` is the translatable name of the key that decided between equal totals.
    """

    place: int | None
    entrant_code: str
    staff_number: str
    name: str
    unit_code: str
    unit: str
    group: str
    items: tuple[Decimal | None, ...]
    written: Decimal | None
    on_site: Decimal | None
    adjustment: Decimal
    total: Decimal | None
    tie_key: str = ""
    status: str = "active"
    award: str = ""
    note: str = ""
    nominee_id: int = 0
    team_id: int = 0
    work: tuple[ItemWork, ...] = ()
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One team in the team standing; ``calculation`` is the worked calculation printed on the sheet."""

    place: int | None
    unit_code: str
    unit: str
    team: str
    members: int
    drawn: int
    sat: int
    participation_rate: Decimal | None
    all_staff_average: Decimal | None
    final: Decimal | None
    adjustment: Decimal
    total: Decimal | None
    calculation: tuple[Step, ...] = ()
    tie_key: str = ""
    award: str = ""
    note: str = ""
    team_id: int = 0
    extras: tuple[Extra, ...] = ()
    tie_values: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit in the all-staff round. ``average`` follows the absence rule; rate in percent."""

    place: int | None
    unit_code: str
    unit: str
    eligible: int
    drawn: int
    sat: int
    absent: int
    excused: int
    counted: int
    sum_of_marks: Decimal
    average: Decimal | None
    participation_rate: Decimal | None
    calculation: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award given. ``kind``: individual, team, item, group, organisation or title."""

    kind: str
    award: str
    winner: str
    unit: str
    place: int | None = None
    staff_number: str = ""
    item: str = ""
    certificate_number: str = ""
    reason: str = ""
    group: str = ""
    winner_key: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two publications. ``what`` is a translatable word; values are written out.

    ``kind``: individual, team, unit or award.
    """

    kind: str
    who: str
    unit: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LockLine:
    """An item of the final or a sitting, and the two people who locked its marks. ``kind``: item or sitting."""

    kind: str
    name: str
    locked: bool
    locked_by: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class QuizLine:
    """One event of a quiz; it ``counts`` unless it is void or an extra question."""

    number: int
    team_id: int
    question: str
    points: Decimal
    counts: bool


@dataclass(frozen=True, slots=True)
class QuizScores:
    """The ledger of a quiz that the team totals take; every team starts with ``base``."""

    key: str
    name: str
    base: Decimal
    lines: tuple[QuizLine, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The results of one competition at one moment.

    ``number`` is the publication number, ``None`` for a draft; ``fingerprint`` the first 12 hex digits
    of the SHA-256 of its canonical form (of a draft: of the journal's head and the rules); ``incomplete`` says
    what is still missing; ``unverified`` counts marks that nobody but their recorder has seen. ``basis`` are the
    rules it was calculated with. ``interim``: a publication made before everything was complete, verified and
    locked. ``changed`` is what differs from the publication before. ``quiz`` holds the ledgers that the team totals
    take.
    """

    competition: str
    year: int
    host: str
    organiser: str
    language: str
    made_at: str
    number: int | None
    fingerprint: str
    items: tuple[ItemColumn, ...]
    individuals: tuple[IndividualLine, ...]
    teams: tuple[TeamLine, ...]
    units: tuple[UnitLine, ...]
    awards: tuple[AwardLine, ...]
    incomplete: tuple[Step, ...] = ()
    journal_head: str = ""
    journal_count: int = 0
    basis: Basis = Basis()
    unverified: int = 0
    locks: tuple[LockLine, ...] = ()
    interim: bool = False
    changed: tuple[Change, ...] = ()
    quiz: tuple[QuizScores, ...] = ()
