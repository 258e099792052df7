"""What a finished (or draft) calculation of the competition holds: plain frozen values.

A :class:`Snapshot` is what a publication freezes and what every sheet, screen and export reads, so two
reports can never disagree. Marks are exact decimals; ``None`` means *not there*, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a calculation: a translatable English ``text`` with ``params``, and its ``value``.

    ``params`` hold words and figures already written out as strings; nested texts are avoided.
    ``level`` indents (0 = heading). ``kind``: ``line``, ``heading``, ``result`` or ``warning``.
    """

    text: str
    params: Mapping[str, str] = field(default_factory=dict)
    value: Decimal | None = None
    level: int = 1
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """An item of the final as a column of the sheets."""

    key: str
    name: str
    kind: str
    full: Decimal
    weight: Decimal


@dataclass(frozen=True, slots=True)
class IndividualLine:
    """One elite in the individual standing. ``items`` follows ``Snapshot.items``; ``None`` = no mark."""

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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The results of one competition at one moment.

    ``number`` is the publication number, ``None`` for a draft; ``fingerprint`` the first 12 hex digits
    of the SHA-256 of its canonical form; ``incomplete`` says what is still missing.
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
