"""The recheck of a rehearsal and its corrections: one found on re-reading, one asked for after the publication."""

from __future__ import annotations

from decimal import Decimal

from exam.rehearsal.desk import OFFICE, RECHECKER
from exam.rehearsal.steps import Line, Rehearsal
from exam.rules.recheck import Band
from exam.services import corrections, recheck, tie_ends
from exam.services.corrections import CorrectionRow
from exam.services.recheck_rows import RereadRow
from exam.services.sittings import get_sitting
from exam.services.written_papers import list_papers
from exam.words import QT_TRANSLATE_NOOP

AT_ONCE = 16
"""Marks that are re-read in one unit of work."""
MOST = 500
"""A rehearsal with more papers than this leaves their recheck out: it shows nothing that fewer do not."""
READ_OTHERWISE = {"zh": "第三题漏加一小题得分", "en": "A point of question 3 was not added"}
OBJECTION = {"zh": "考生书面申诉：第二题答案在附页上，补评", "en": "Objection: an answer stands on the extra sheet"}
LOT = {"zh": "抽签决定先后，双方代表在场", "en": "Order drawn by lot, both teams present"}


def recheck_papers(play: Rehearsal) -> Line:
    """The top band and the sample are re-read; one mark is read otherwise and corrected by two people."""
    desk, sitting_id = play.desk, play.sitting_id
    desk.at(11, 4, 14)
    marked = desk.read(lambda uow: recheck.get_recheck(uow, sitting_id=sitting_id)).marked
    if not 0 < marked <= MOST:
        return QT_TRANSLATE_NOOP("exam", "Recheck left out in this rehearsal: {count} papers"), {"count": marked}
    frozen = desk.run(RECHECKER, lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting_id)).recheck
    assert frozen is not None
    sheet = desk.run(
        RECHECKER,
        lambda uow: recheck.draw_recheck(uow, recheck_id=frozen.id, seen_version=frozen.version),
        serializable=True,
    )
    # The first marks are hidden from whoever re-reads: here the papers themselves say them.
    known = {
        (paper.code, section_id): points
        for paper in desk.read(lambda uow: list_papers(uow, sitting_id=sitting_id))
        for section_id, points in zip(paper.sections, paper.marks, strict=True)
    }  # fmt: skip
    otherwise = _one_read_otherwise(sheet.rows, known)
    for start in range(0, len(sheet.rows), AT_ONCE):
        desk.run(
            RECHECKER, lambda uow, start=start: [
                recheck.save_reread(
                    uow, mark_id=row.id, seen_version=row.version, reason=READ_OTHERWISE[desk.language],
                    points=(known[row.code, row.section_id] or Decimal(0)) + (1 if row is otherwise else 0),
                )
                for row in sheet.rows[start : start + AT_ONCE]
            ],
        )  # fmt: skip
    if otherwise is not None:
        points = (known[otherwise.code, otherwise.section_id] or Decimal(0)) + 1
        correct(play, otherwise.candidate_id, otherwise.section_id, points, READ_OTHERWISE[desk.language])
    row = desk.read(lambda uow: recheck.get_recheck(uow, sitting_id=sitting_id)).recheck
    assert row is not None
    witness = desk.people[OFFICE]
    desk.run(
        RECHECKER,
        lambda uow: recheck.close_recheck(uow, recheck_id=row.id, seen_version=row.version, witness=witness),
        serializable=True,
    )
    play.facts["written"]["recheck"] = {"papers": row.read, "corrected": int(otherwise is not None)}
    return QT_TRANSLATE_NOOP("exam", "Recheck: {count} papers re-read, {corrected} mark corrected by two people"), {
        "count": row.read,
        "corrected": int(otherwise is not None),
    }


def _one_read_otherwise(
    rows: tuple[RereadRow, ...], known: dict[tuple[str, int], Decimal | None]
) -> RereadRow | None:
    """A mark of the top band with room above it: an error there does not count for the rate of the sample."""
    sections = [row.section_id for row in rows]
    return next(
        (
            row for row in rows
            if row.band is Band.TOP and row.section_id == max(sections)
            and (points := known[row.code, row.section_id]) is not None and points + 1 <= row.scale.full
        ),
        None,
    )  # fmt: skip


def correct(play: Rehearsal, candidate_id: int, section_id: int, points: Decimal, reason: str) -> CorrectionRow:
    """One person proposes, another looks at what would move and confirms."""
    desk = play.desk
    proposed = desk.run(
        RECHECKER,
        lambda uow: corrections.propose_correction(
            uow, candidate_id=candidate_id, section_id=section_id, points=points, reason=reason
        ),
    )
    effect = desk.read(
        lambda uow: corrections.get_effect(uow, candidate_id=candidate_id, section_id=section_id, points=points)
    )
    return desk.run(
        OFFICE,
        lambda uow: corrections.confirm_correction(
            uow, correction_id=proposed.id, seen_version=proposed.version, seen_effect=effect.token
        ),
        serializable=True,
    )


def hear_objection(play: Rehearsal) -> Line:
    """After the publication a written objection is right: one more correction, which moves a unit's average."""
    desk = play.desk
    desk.at(11, 24, 10)
    full = desk.read(lambda uow: get_sitting(uow, sitting_id=play.sitting_id)).sections[-1].scale.full
    papers = desk.read(lambda uow: list_papers(uow, sitting_id=play.sitting_id))
    marked = [(one, one.marks[-1]) for one in papers if one.was_marked]
    found = next(((one, points) for one, points in marked if points is not None and points + 2 <= full), None)
    if found is None:
        return QT_TRANSLATE_NOOP("exam", "No objection in this rehearsal"), {}
    paper, points = found
    row = correct(play, paper.candidate_id, paper.sections[-1], points + 2, OBJECTION[desk.language])
    play.facts["written"]["corrections"] = row.id
    return QT_TRANSLATE_NOOP("exam", "An objection is right: correction {number} moves {count} lines"), {
        "number": row.id,
        "count": len(row.moves),
    }


def end_tie(play: Rehearsal) -> Line:
    """Two who share the first place that is shared draw a lot; other ties stay as they are."""
    desk = play.desk
    desk.at(11, 24, 15)
    ties = desk.read(lambda uow: tie_ends.list_open_ties(uow))
    tie = next((one for one in ties if one.standing == "individual" and len(one.members) == 2), None)
    if tie is None:
        return QT_TRANSLATE_NOOP("exam", "Nobody shares a place, so no lot is drawn"), {}
    places = {key: place for place, (key, _) in enumerate(tie.members, 1)}
    row = desk.run(
        OFFICE,
        lambda uow: tie_ends.end_tie(
            uow, standing=tie.standing, places=places, method="drawn_lot", note=LOT[desk.language],
            witness=desk.names["supervisor"],
        ),
        serializable=True,
    )  # fmt: skip
    play.facts["tie_ended"] = {"place": tie.place, "people": len(row.members)}
    return QT_TRANSLATE_NOOP("exam", "Place {place} was shared by {count}; a lot says who comes first"), {
        "place": tie.place,
        "count": len(row.members),
    }
