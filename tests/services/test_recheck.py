from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.draw import in_ticket_order
from exam.rules.recheck import Band
from exam.services import corrections, marks, recheck, sittings
from exam.services.journal import list_entries
from models.draws import Draw
from models.rechecks import Recheck, RecheckPaper
from tests.written import add_drawn_people, lock_up

Run = Callable[..., Any]
DICE = "01382438112797316654"
D = Decimal


@pytest.fixture
def sitting(run: Run, recorder: Person, rechecker: Person) -> sittings.SittingRow:
    return lock_up(run, recorder, rechecker)


@pytest.fixture
def drawn(run: Run, sitting: sittings.SittingRow) -> recheck.RecheckSheet:
    sheet = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id))
    return draw(run, sheet)


def draw(run: Run, sheet: recheck.RecheckSheet) -> recheck.RecheckSheet:
    assert sheet.recheck is not None
    known = sheet.recheck
    return run(
        lambda uow: recheck.draw_recheck(
            uow, recheck_id=known.id, seen_version=known.version, dice=DICE, again="0138 2438 1127 9731 6654"
        )
    )


def read(run: Run, person: Person, sheet: recheck.RecheckSheet, wrong: set[int] | None = None) -> recheck.RecheckSheet:
    """Re-read everything that is open; rows with an id in ``wrong`` are read one mark higher."""
    stands = {
        (row.candidate_id, part.section_id): part.points
        for row in run(lambda uow: marks.list_marks(uow, sitting_id=sheet.sitting.id)).rows
        for part in row.marks
    }

    def enter(uow: Any) -> recheck.RecheckSheet:
        for row in sheet.rows:
            if row.reread is None:
                points = stands[(row.candidate_id, row.section_id)]
                assert points is not None
                recheck.save_reread(
                    uow, mark_id=row.id, points=points + (row.id in (wrong or ())), seen_version=row.version,
                    reason="合计漏加" if row.id in (wrong or ()) else "",
                )
        return recheck.get_recheck(uow, sitting_id=sheet.sitting.id)

    return run(enter, person)


def close(run: Run, sheet: recheck.RecheckSheet, witness: Person) -> recheck.RecheckSheet:
    assert sheet.recheck is not None
    known = sheet.recheck
    return run(
        lambda uow: recheck.close_recheck(uow, recheck_id=known.id, seen_version=known.version, witness=witness)
    )


def test_that_the_top_band_and_a_drawn_sample_are_re_read(drawn: recheck.RecheckSheet) -> None:
    row = drawn.recheck
    assert row is not None
    # 20 papers: 6 at the top, at least 15 % of the other 14 = 3.
    assert (row.papers, row.top, row.sample, row.to_read, row.read) == (20, 6, 3, 9, 0)
    top = [line.code for line in drawn.rows if line.band is Band.TOP]
    assert top == [f"2026{n:04}" for n in range(1, 7) for _ in range(2)]
    rest = [f"2026{n:04}" for n in range(7, 21)]
    assert row.seed == f"{row.label}|{row.freeze}|{DICE}"
    sample = [line.code for line in drawn.rows if line.band is Band.SAMPLE][::2]
    assert sample == sorted(in_ticket_order(row.seed, rest)[:3])


def test_that_the_first_mark_is_not_shown_before_it_was_read_again(
    run: Run, drawn: recheck.RecheckSheet, rechecker: Person
) -> None:
    assert {line.first for line in drawn.rows} == {None}
    line = drawn.rows[0]
    done = run(
        lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(49), seen_version=line.version, reason="看错"),
        rechecker,
    )
    sheet = run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id), rechecker)
    row = sheet.rows[0]
    assert (done.row, done.recheck, done.forced) == (row, sheet.recheck, False)
    assert (row.first, row.reread, row.difference, row.reason, row.read_by) == (D(50), D(49), D(-1), "看错", "赵复核")
    assert row.waits_for_correction
    assert sheet.rows[1].first is None


def test_that_whoever_entered_the_marks_does_not_re_read_them(
    run: Run, drawn: recheck.RecheckSheet, recorder: Person
) -> None:
    own = run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id), recorder)
    assert all(row.own for row in own.rows)
    line = drawn.rows[0]
    with pytest.raises(NotAllowed, match="entered by you"):
        run(lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(50), seen_version=line.version), recorder)


def test_that_a_clean_recheck_is_closed_by_two_people(
    run: Run, drawn: recheck.RecheckSheet, rechecker: Person, office: Person
) -> None:
    with pytest.raises(RuleBroken, match="still to be re-read: 9"):
        close(run, drawn, rechecker)
    sheet = read(run, rechecker, drawn)
    assert sheet.recheck is not None
    assert (sheet.recheck.read, sheet.recheck.rate.percent, sheet.recheck.full) == (9, D("0.00"), False)
    with pytest.raises(RuleBroken, match="two people"):
        close(run, sheet, office)
    closed = close(run, sheet, rechecker).recheck
    assert closed is not None
    assert (closed.state, closed.closed_by, closed.witness) == (recheck.CLOSED, "王办公", "赵复核")
    line = sheet.rows[0]
    with pytest.raises(RuleBroken, match="closed"):
        run(lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(1), seen_version=line.version), rechecker)
    record = run(lambda uow: recheck.get_record(uow, sitting_id=drawn.sitting.id))
    assert (record.papers, record.top, record.sample, record.read, record.wrong, record.full) == (20, 6, 3, 9, 0, False)
    assert len(record.lines) == 18


def test_that_errors_in_the_top_band_do_not_count_as_the_rate_but_wait_for_correction(
    run: Run, drawn: recheck.RecheckSheet, rechecker: Person
) -> None:
    sheet = read(run, rechecker, drawn, {drawn.rows[0].id})
    assert sheet.recheck is not None
    assert (sheet.recheck.rate.errors, sheet.recheck.state, sheet.recheck.uncorrected) == (0, recheck.READING, 1)
    with pytest.raises(RuleBroken, match="not corrected yet: 1"):
        close(run, sheet, rechecker)
    line = sheet.rows[0]
    assert line.reread is not None
    made = run(
        lambda uow: corrections.propose_correction(
            uow, candidate_id=line.candidate_id, section_id=line.section_id, points=line.reread, reason="复核"
        ),
        rechecker,
    )
    effect = run(
        lambda uow: corrections.get_effect(
            uow, candidate_id=line.candidate_id, section_id=line.section_id, points=made.new
        )
    )
    run(
        lambda uow: corrections.confirm_correction(
            uow, correction_id=made.id, seen_version=made.version, seen_effect=effect.token
        )
    )
    sheet = run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id))
    assert (sheet.rows[0].first, sheet.rows[0].now, sheet.recheck.uncorrected) == (D(50), D(51), 0)
    assert close(run, sheet, rechecker).recheck.state == recheck.CLOSED  # type: ignore[union-attr]


def test_that_too_many_errors_in_the_sample_force_a_full_recheck(
    run: Run, drawn: recheck.RecheckSheet, rechecker: Person
) -> None:
    line = next(row for row in drawn.rows if row.band is Band.SAMPLE)
    # One error in a sample of 3 is over 5 % already, whatever else is found.
    done = run(
        lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(0), seen_version=line.version, reason="错"),
        rechecker,
    )
    assert done.forced
    sheet = run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id))
    row = sheet.recheck
    assert row is not None
    assert (row.state, row.to_read, row.full, row.rate.forces_full) == (recheck.FULL, 20, True, True)
    assert sum(one.band is Band.FULL for one in sheet.rows) == 2 * 11
    # Read once more and right after all: what was forced stays.
    again = next(one for one in sheet.rows if one.id == line.id)
    assert again.first is not None
    first = again.first
    run(lambda uow: recheck.save_reread(uow, mark_id=again.id, points=first, seen_version=again.version), rechecker)
    sheet = run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id))
    assert sheet.recheck.state == recheck.FULL
    done = read(run, rechecker, sheet)
    assert (done.recheck.read, done.recheck.to_read) == (20, 20)  # type: ignore[union-attr]
    assert run(lambda uow: recheck.get_record(uow, sitting_id=drawn.sitting.id)).full is True


def test_that_two_who_re_read_one_mark_see_both_values(
    run: Run, drawn: recheck.RecheckSheet, rechecker: Person, office: Person
) -> None:
    line = drawn.rows[0]
    run(lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(50), seen_version=line.version), rechecker)
    with pytest.raises(Conflict, match="赵复核 re-read 50 here in the meantime; you typed 5"):
        run(lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(5), seen_version=line.version), office)
    # The same value twice is one entry.
    before = len(run(list_entries))
    run(lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(50), seen_version=line.version), office)
    assert len(run(list_entries)) == before


def test_that_a_recheck_needs_locked_marks_and_agreeing_dice(
    run: Run, recorder: Person, rechecker: Person
) -> None:
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow))
    with pytest.raises(RuleBroken, match="not locked yet"):
        run(lambda uow: recheck.freeze_recheck(uow, sitting_id=made.id))
    with pytest.raises(NotAllowed):
        run(lambda uow: recheck.freeze_recheck(uow, sitting_id=made.id), recorder)


def test_that_dice_are_typed_twice_or_taken_from_the_exam(run: Run, sitting: sittings.SittingRow) -> None:
    sheet = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id))
    known = sheet.recheck
    assert sheet.exam_dice

    def throw(**digits: str) -> Any:
        return run(
            lambda uow: recheck.draw_recheck(uow, recheck_id=known.id, seen_version=known.version, **digits)
        )

    with pytest.raises(InvalidInput, match="differ"):
        throw(dice=DICE, again=DICE[::-1])
    with pytest.raises(InvalidInput, match="20 to 40 are needed"):
        throw(dice="123", again="123")

    def exam_dice(uow: Any) -> str:
        return uow.session.query(Draw).filter_by(kind="exam").one().dice

    assert throw().recheck.dice == run(exam_dice)


def test_that_without_exam_dice_new_ones_are_thrown(run: Run, sitting: sittings.SittingRow) -> None:
    def forget(uow: Any) -> None:
        from exam import journal

        uow.session.query(Draw).filter_by(kind="exam").one().dice = None
        uow.session.flush()
        uow.record(journal.DRAW_DICE_TYPED, "exam")

    run(forget)
    known = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id)).recheck
    assert not run(lambda uow: recheck.get_recheck(uow, sitting_id=sitting.id)).exam_dice
    with pytest.raises(InvalidInput, match="Throw the dice"):
        run(lambda uow: recheck.draw_recheck(uow, recheck_id=known.id, seen_version=known.version))


def test_that_marks_changed_after_the_freeze_need_a_new_one(run: Run, sitting: sittings.SittingRow) -> None:
    sheet = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id))
    known = sheet.recheck
    with pytest.raises(RuleBroken, match="Declare it void before"):
        run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id))

    def tamper(uow: Any) -> None:
        from exam import journal
        from models.sittings import WrittenMark

        uow.session.query(WrittenMark).first().points = D(1)
        uow.session.flush()
        uow.record(journal.MARK_SAVED, "x")

    run(tamper)
    with pytest.raises(RuleBroken, match="after the freeze"):
        draw(run, sheet)
    gone = run(
        lambda uow: recheck.void_recheck(uow, recheck_id=known.id, seen_version=known.version, reason="分数有变")
    )
    assert gone.recheck is None
    fresh = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id))
    assert fresh.recheck.freeze != known.freeze
    assert draw(run, fresh).recheck.state == recheck.READING  # type: ignore[union-attr]
    assert run(lambda uow: uow.session.query(Recheck).count()) == 2


def test_that_the_recheck_holds_codes_and_no_name(run: Run, drawn: recheck.RecheckSheet, rechecker: Person) -> None:
    names = {row.name for row in run(lambda uow: marks.list_marks(uow, sitting_id=drawn.sitting.id)).rows}
    told = repr(run(lambda uow: recheck.get_recheck(uow, sitting_id=drawn.sitting.id), rechecker))
    told += repr(run(lambda uow: recheck.get_record(uow, sitting_id=drawn.sitting.id), rechecker))
    told += "".join(str(entry) for entry in run(list_entries) if ".recheck" in entry.tag)
    assert not [name for name in names if name in told]
    assert run(lambda uow: uow.session.query(RecheckPaper).count()) == 9
