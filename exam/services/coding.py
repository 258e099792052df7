"""The secret levels of coding: drawn one after the other by different people, each with its own table.

No table joins a person to the last code: level 2 knows entry codes only, level 3 the codes of level 2. The journal
says who drew when and holds the seal of the table, never a code. See :mod:`exam.rules.coding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random, SystemRandom

from sqlalchemy import delete, select

from exam import journal
from exam.access import Person, Right, require
from exam.errors import InvalidInput, NotAllowed, RuleBroken
from exam.rules.coding import FIRST, CodingTable, Hands, TableLine, code_range, drawn_code, refusal
from exam.rules.nominations import ACTIVE
from exam.rules.seals import seal_code
from exam.rules.stages import Stage
from exam.services.competition import get_rules, require_open
from exam.services.draw_states import GROUPS, ORDER, RUN
from exam.services.entrants import any_marks, entry_codes, hides_names
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw
from models.finals import CodePair, Coding, Nominee, Team
from models.people import Staff, Unit


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level. ``state``: drawn, next or later. Level 1 is drawn with the groups, or its codes are given by hand."""

    level: int
    state: str
    drawn_at: datetime | None = None
    drawn_by: str = ""
    witness: str = ""
    seal_code: str = ""

    @property
    def drawn(self) -> bool:
        """Whether the codes of this level stand."""
        return self.state == "drawn"


@dataclass(frozen=True, slots=True)
class CodingRow:
    """The levels that the rules ask for, or that were drawn; ``hidden``: codes and names are kept apart now."""

    levels: tuple[LevelRow, ...]
    hidden: bool

    @property
    def secret(self) -> bool:
        """Whether a secret level is drawn."""
        return any(row.drawn and row.level > FIRST for row in self.levels)

    @property
    def next(self) -> LevelRow | None:
        """The level to be drawn now; ``None`` when all are drawn."""
        return next((row for row in self.levels if row.state == "next"), None)


def get_coding(uow: UnitOfWork) -> CodingRow:
    """Where the coding stands. Says nothing of any code."""
    drawn = {row.level: row for row in uow.session.scalars(select(Coding))}
    wanted = max(get_rules(uow).coding_levels, *drawn, 0)
    levels: list[LevelRow] = []
    for level in range(FIRST, wanted + 1):
        row = drawn.get(level)
        if level == FIRST and _is_coded(uow):
            levels.append(_first_level(uow))
        elif row is not None:
            levels.append(LevelRow(level, "drawn", row.drawn_at, row.drawn_by, row.witness, row.seal_code))
        else:
            levels.append(LevelRow(level, "next" if all(one.drawn for one in levels) else "later"))
    return CodingRow(tuple(levels), hides_names(uow))


def draw_level(uow: UnitOfWork, *, level: int, witness: Person, source: Random | None = None) -> CodingRow:
    """Give every entrant a random secret code in place of the present one, with ``witness`` at the desk.

    ``source`` is the machine's secret randomness; only a rehearsal, which hides nothing, names another one.
    Raises :class:`RuleBroken` when another level is next, somebody has no code yet, marks stand, or one of the
    two had a hand in an earlier level.
    """
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)
    _refuse_marks(uow)
    nominees = list(uow.session.scalars(select(Nominee).order_by(Nominee.id).with_for_update()))
    _check_next(uow, level, nominees)
    _check_hands(uow, witness)
    coded = sorted((one for one in nominees if one.entrant_code), key=lambda one: one.entrant_code)
    secret = source or SystemRandom()
    codes = _fresh_codes(uow, len(coded), secret)
    pairs = [(one.entrant_code, code) for one, code in zip(coded, codes, strict=True)]
    salt = f"{secret.getrandbits(256):064x}"
    seal = seal_code(salt, pairs)
    # In the order of the new codes: the rows of the table say nothing of the order in which it was made.
    uow.session.add_all(
        CodePair(level=level, earlier=earlier, later=later)
        for earlier, later in sorted(pairs, key=lambda pair: pair[1])
    )
    for one, code in zip(coded, codes, strict=True):
        one.entrant_code = code
    uow.session.add(
        Coding(
            level=level, drawn_at=uow.now, drawn_by=uow.person.name, drawn_by_id=uow.person.account_id,
            witness=witness.name, salt=salt, seal_code=seal,
        )
    )  # fmt: skip
    uow.session.flush()
    uow.record(journal.CODES_DRAWN, "", level=level, codes=len(pairs), witness=witness.name, seal_code=seal)
    return get_coding(uow)


def void_coding(uow: UnitOfWork, *, reason: str) -> CodingRow:
    """Drop the secret codes, all levels; everybody has the entry code again. A reason is required."""
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)
    _refuse_marks(uow)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the codes are declared void: it stays in the journal."))
    entry = entry_codes(uow)
    dropped = drop_levels(uow, above=FIRST)
    if not dropped:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "No secret codes are drawn, so there is nothing to declare void."))
    for nominee in uow.session.scalars(select(Nominee)):
        nominee.entrant_code = entry.get(nominee.entrant_code, "")
    uow.session.flush()
    uow.record(journal.CODES_VOIDED, "", levels=dropped, reason=why)
    return get_coding(uow)


def drop_levels(uow: UnitOfWork, *, above: int = 0) -> list[int]:
    """Delete who drew the levels, and their tables; which there were. The caller records it and mends the codes."""
    dropped = list(uow.session.scalars(select(Coding.level).where(Coding.level > above).order_by(Coding.level)))
    uow.session.execute(delete(CodePair))
    uow.session.execute(delete(Coding).where(Coding.level > above))
    return dropped


def note_first_level(uow: UnitOfWork) -> None:
    """Write down who gave the entry codes and when."""
    uow.session.execute(delete(Coding).where(Coding.level == FIRST))
    uow.session.add(
        Coding(
            level=FIRST, drawn_at=uow.now, drawn_by=uow.person.name, drawn_by_id=uow.person.account_id, witness="",
            salt="", seal_code="",
        )
    )  # fmt: skip


def take_out_table(uow: UnitOfWork, *, level: int, witness: Person | None = None) -> CodingTable:
    """The coding table of one level, for its envelope; the journal says who had it.

    While names are hidden, a secret table is only for the two who drew it, both present (``witness`` the other
    one), else :class:`NotAllowed`. It must be the table that was drawn: the seal is computed again.
    """
    require(uow, Right.MANAGE_FINAL)
    row = next((one for one in get_coding(uow).levels if one.level == level and one.drawn), None)
    if row is None:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This level of the codes is not drawn, so it has no table."))
    hidden = hides_names(uow)
    present = {uow.person.name, witness.name if witness is not None else ""}
    if hidden and level > FIRST and present != {row.drawn_by, row.witness}:
        raise NotAllowed(
            QT_TRANSLATE_NOOP(
                "exam",
                "Only {drawer} and {witness}, who drew these codes, may take out the table, both together. Ask them.",
            ),
            drawer=row.drawn_by,
            witness=row.witness,
        )
    lines, salt = (_first_table(uow), "") if level == FIRST else _secret_table(uow, row)
    named = {} if witness is None else {"witness": witness.name}
    uow.record(journal.CODES_READ, "", level=level, codes=len(lines), **named)
    return CodingTable(
        level, lines, _local(row.drawn_at), row.drawn_by, row.witness, row.seal_code, "" if hidden else salt, hidden
    )


def note_table_print(uow: UnitOfWork, *, level: int) -> None:
    """Note that a table which was taken out is printed or saved."""
    require(uow, Right.MANAGE_FINAL)
    uow.record(journal.PAPER_PRINTED, f"coding_{level}", level=level)


# Inside


def _is_coded(uow: UnitOfWork) -> bool:
    query = select(Nominee.id).where(Nominee.status == ACTIVE, Nominee.entrant_code == "").limit(1)
    anybody = uow.session.scalar(select(Nominee.id).where(Nominee.entrant_code != "").limit(1))
    return anybody is not None and uow.session.scalar(query) is None


def _first_level(uow: UnitOfWork) -> LevelRow:
    """Level 1 as drawn with the groups, or as somebody gave the codes from groups that were made by hand."""
    given = uow.session.scalar(select(Coding).where(Coding.level == FIRST))
    lot = uow.session.scalar(
        select(Draw).where(Draw.kind.in_((GROUPS, ORDER)), Draw.state == RUN).order_by(Draw.id.desc()).limit(1)
    )
    by_hand = given is not None and (lot is None or lot.run_at is None or given.drawn_at > lot.run_at)
    if lot is not None and not by_hand:
        return LevelRow(FIRST, "drawn", lot.run_at, lot.run_by, lot.dice_check_by, lot.freeze_code or "")
    return LevelRow(FIRST, "drawn", given.drawn_at, given.drawn_by) if given is not None else LevelRow(FIRST, "drawn")


def _check_next(uow: UnitOfWork, level: int, nominees: list[Nominee]) -> None:
    found = get_coding(uow)
    if not any(row.level == level for row in found.levels) or level <= FIRST:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The rules do not ask for level {level} of the codes. Set the levels of coding first."
            ),
            level=level,
        )
    if any(one.status == ACTIVE and not one.entrant_code for one in nominees) or not nominees:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Some elites have no code of the level before yet. Give everybody one first.")
        )
    if found.next is None or found.next.level != level:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Level {level} of the codes is not the next one. Look at the levels again."),
            level=level,
        )


def _check_hands(uow: UnitOfWork, witness: Person) -> None:
    if (witness.account_id, witness.name) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
    earlier = [Hands(row.drawn_by, row.witness) for row in get_coding(uow).levels if row.drawn]
    why, who = refusal(uow.person.name, witness.name, earlier)
    if why:
        raise RuleBroken(why, person=who)


def _refuse_marks(uow: UnitOfWork) -> None:
    if any_marks(uow):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks stand under the present codes already, so the codes stay as they are.")
        )


def _fresh_codes(uow: UnitOfWork, count: int, source: Random) -> list[str]:
    """Codes of no other level, in no order."""
    used = set(uow.session.scalars(select(CodePair.later)))
    low, high = code_range(count + len(used))
    free = [body for body in range(low, high + 1) if drawn_code(body) not in used]
    return [drawn_code(body) for body in source.sample(free, count)]


def _first_table(uow: UnitOfWork) -> tuple[TableLine, ...]:
    entry = entry_codes(uow)
    rows = uow.session.execute(
        select(Nominee.entrant_code, Staff.name, Staff.staff_number, Unit.name)
        .join(Staff, Staff.id == Nominee.staff_id)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
        .where(Nominee.entrant_code != "")
    )
    lines = [TableLine(name, entry.get(code, code), number, unit) for code, name, number, unit in rows]
    return tuple(sorted(lines, key=lambda line: line.later))


def _secret_table(uow: UnitOfWork, row: LevelRow) -> tuple[tuple[TableLine, ...], str]:
    pairs = [
        (earlier, later)
        for earlier, later in uow.session.execute(
            select(CodePair.earlier, CodePair.later).where(CodePair.level == row.level)
        )
    ]
    salt = uow.session.scalar(select(Coding.salt).where(Coding.level == row.level)) or ""
    if seal_code(salt, pairs) != row.seal_code:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The table of codes is not the one that was drawn: it was changed outside the program. Do not go on; "
                "compare with a backup of the day of the draw.",
            )
        )
    return tuple(TableLine(*pair) for pair in sorted(pairs, key=lambda pair: pair[1])), salt


def _local(moment: datetime | None) -> str:
    return moment.astimezone().replace(tzinfo=None).isoformat(timespec="minutes") if moment else ""
