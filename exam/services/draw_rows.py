"""What the screen and the papers get of a draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from exam.rules.draw import DRAWN, shown

VALID = "valid"
WAITING = "waiting"
STEPPED_UP = "stepped_up"
STRUCK = "struck"
GOING = (VALID, STEPPED_UP)
"""States of a pick who takes part."""


@dataclass(frozen=True, slots=True)
class DrawRow:
    """One draw of the list; ``dice_typed`` counts the people who have typed the dice (0, 1, 2)."""

    id: int
    version: int
    kind: str
    label: str
    number: int
    state: str
    strata: str
    place: str
    freeze_code: str
    frozen_at: datetime | None
    frozen_by: str
    dice: str
    dice_typed: int
    dice_by: str
    dice_check_by: str
    run_at: datetime | None
    run_by: str
    tries: int | None
    void_reason: str
    voided_at: datetime | None
    shown: int


@dataclass(frozen=True, slots=True)
class PickRow:
    """A drawn person or an alternate. ``position`` counts from 1 within the kind."""

    id: int
    version: int
    stratum: str
    unit_id: int | None
    unit_name: str
    post: str
    kind: str
    position: int
    staff_id: int
    staff_number: str
    name: str
    ticket: str
    state: str
    strike_reason: str
    approver: str
    struck_at: datetime | None
    replaces_id: int | None

    @property
    def place(self) -> str:
        """``3`` for the third drawn, ``A1`` for the first alternate."""
        return str(self.position) if self.kind == DRAWN else f"A{self.position}"

    @property
    def shown_ticket(self) -> str:
        """The ticket to 18 digits."""
        return shown(self.ticket)

    @property
    def takes_part(self) -> bool:
        """Whether this person goes: drawn and not struck, or stepped up."""
        return self.state in GOING


@dataclass(frozen=True, slots=True)
class StrikeOutcome:
    """Who was struck and who steps up; ``exhausted`` when nobody was left to step up."""

    struck: PickRow
    stepped_up: PickRow | None
    exhausted: bool


@dataclass(frozen=True, slots=True)
class RecordUnit:
    """One stratum of the draw record, as frozen and as it stands now."""

    stratum: str
    unit_name: str
    post: str
    eligible: int
    quota: int
    alternates_planned: int
    drawn: tuple[PickRow, ...]
    alternates: tuple[PickRow, ...]

    @property
    def chance(self) -> Fraction | None:
        """The chance of one eligible person; None without eligible people."""
        return Fraction(min(self.quota, self.eligible), self.eligible) if self.eligible else None

    @property
    def strikes(self) -> tuple[PickRow, ...]:
        """Everybody struck, drawn people first."""
        return tuple(pick for pick in (*self.drawn, *self.alternates) if pick.state == STRUCK)

    @property
    def going(self) -> tuple[PickRow, ...]:
        """Everybody who takes part, in order."""
        return tuple(pick for pick in (*self.drawn, *self.alternates) if pick.takes_part)

    @property
    def shortfall(self) -> int:
        """Places nobody was left to fill."""
        return self.quota - len(self.going)


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """Everything 随机抽取记录表 prints. ``rules`` are sentences in the language of the competition."""

    draw: DrawRow
    competition: str
    seed: str
    rules: tuple[str, ...]
    units: tuple[RecordUnit, ...]
    excluded: int


@dataclass(frozen=True, slots=True)
class DrawFolder:
    """What the folder for outsiders is written from: frozen files, dice and result; empty before them."""

    label: str
    kind: str
    freeze_code: str
    files: dict[str, bytes]
    dice: str
    result: bytes
