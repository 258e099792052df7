"""What the tags of the journal mean, in words for people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from exam import journal
from exam.words import QT_TRANSLATE_NOOP
from ui.i18n import words

TOPICS = {
    "competition": QT_TRANSLATE_NOOP("journal", "Competition"),
    "roster": QT_TRANSLATE_NOOP("journal", "Roster"),
    "draw": QT_TRANSLATE_NOOP("journal", "Random draw"),
    "written": QT_TRANSLATE_NOOP("journal", "Written round"),
    "final": QT_TRANSLATE_NOOP("journal", "Elite final"),
    "results": QT_TRANSLATE_NOOP("journal", "Results"),
    "awards": QT_TRANSLATE_NOOP("journal", "Awards"),
    "papers": QT_TRANSLATE_NOOP("journal", "Papers"),
    "accounts": QT_TRANSLATE_NOOP("journal", "Accounts"),
}

TAGS = {
    "competition.created": QT_TRANSLATE_NOOP("journal", "Competition created"),
    "competition.changed": QT_TRANSLATE_NOOP("journal", "Competition changed"),
    "competition.rule_changed": QT_TRANSLATE_NOOP("journal", "Rule changed"),
    "competition.stage_locked": QT_TRANSLATE_NOOP("journal", "Stage locked"),
    "competition.stage_unlocked": QT_TRANSLATE_NOOP("journal", "Stage opened again"),
    "competition.unit_added": QT_TRANSLATE_NOOP("journal", "Unit added"),
    "competition.unit_changed": QT_TRANSLATE_NOOP("journal", "Unit changed"),
    "competition.backup_made": QT_TRANSLATE_NOOP("journal", "Backup made"),
    "roster.imported": QT_TRANSLATE_NOOP("journal", "Roster imported"),
    "roster.staff_added": QT_TRANSLATE_NOOP("journal", "Person added"),
    "roster.staff_changed": QT_TRANSLATE_NOOP("journal", "Person changed"),
    "roster.staff_deactivated": QT_TRANSLATE_NOOP("journal", "Person taken off the roster"),
    "roster.staff_reactivated": QT_TRANSLATE_NOOP("journal", "Person put back on the roster"),
    "draw.planned": QT_TRANSLATE_NOOP("journal", "Draw planned"),
    "draw.frozen": QT_TRANSLATE_NOOP("journal", "Draw frozen"),
    "draw.dice_typed": QT_TRANSLATE_NOOP("journal", "Dice typed"),
    "draw.run": QT_TRANSLATE_NOOP("journal", "Draw run"),
    "draw.voided": QT_TRANSLATE_NOOP("journal", "Draw made void"),
    "draw.struck": QT_TRANSLATE_NOOP("journal", "Drawn person struck"),
    "draw.shown": QT_TRANSLATE_NOOP("journal", "Draw shown"),
    "written.sitting_made": QT_TRANSLATE_NOOP("journal", "Sitting made"),
    "written.sitting_changed": QT_TRANSLATE_NOOP("journal", "Sitting changed"),
    "written.room_changed": QT_TRANSLATE_NOOP("journal", "Room changed"),
    "written.seats_drawn": QT_TRANSLATE_NOOP("journal", "Seats drawn"),
    "written.seat_moved": QT_TRANSLATE_NOOP("journal", "Candidate moved"),
    "written.rest_absent": QT_TRANSLATE_NOOP("journal", "All the rest set absent"),
    "written.papers_counted": QT_TRANSLATE_NOOP("journal", "Papers handed in counted"),
    "written.sealed": QT_TRANSLATE_NOOP("journal", "Papers sealed"),
    "written.seals_withdrawn": QT_TRANSLATE_NOOP("journal", "Sealed numbers withdrawn"),
    "written.seal_list_read": QT_TRANSLATE_NOOP("journal", "Seal list taken out"),
    "written.seals_opened": QT_TRANSLATE_NOOP("journal", "Seals opened"),
    "written.attendance_set": QT_TRANSLATE_NOOP("journal", "Attendance set"),
    "written.mark_saved": QT_TRANSLATE_NOOP("journal", "Written mark saved"),
    "written.mark_saved_again": QT_TRANSLATE_NOOP("journal", "Written mark typed a second time"),
    "written.mark_settled": QT_TRANSLATE_NOOP("journal", "Difference of two entries settled"),
    "written.answer_key_set": QT_TRANSLATE_NOOP("journal", "Key of objective answers set"),
    "written.answers_scored": QT_TRANSLATE_NOOP("journal", "Objective answers scored"),
    "written.marks_imported": QT_TRANSLATE_NOOP("journal", "Written marks imported"),
    "written.marks_imported_again": QT_TRANSLATE_NOOP("journal", "Second entry imported"),
    "written.marks_verified": QT_TRANSLATE_NOOP("journal", "Written marks verified"),
    "written.recheck_frozen": QT_TRANSLATE_NOOP("journal", "Recheck frozen"),
    "written.recheck_drawn": QT_TRANSLATE_NOOP("journal", "Recheck drawn"),
    "written.recheck_read": QT_TRANSLATE_NOOP("journal", "Mark re-read"),
    "written.recheck_closed": QT_TRANSLATE_NOOP("journal", "Recheck closed"),
    "written.recheck_voided": QT_TRANSLATE_NOOP("journal", "Recheck made void"),
    "written.correction_proposed": QT_TRANSLATE_NOOP("journal", "Correction proposed"),
    "written.correction_confirmed": QT_TRANSLATE_NOOP("journal", "Correction confirmed"),
    "written.correction_refused": QT_TRANSLATE_NOOP("journal", "Correction refused"),
    "written.locked": QT_TRANSLATE_NOOP("journal", "Written marks locked"),
    "written.unlocked": QT_TRANSLATE_NOOP("journal", "Written marks opened again"),
    "final.nominee_added": QT_TRANSLATE_NOOP("journal", "Finalist nominated"),
    "final.nominee_changed": QT_TRANSLATE_NOOP("journal", "Finalist changed"),
    "final.groups_set": QT_TRANSLATE_NOOP("journal", "Groups set"),
    "final.codes_drawn": QT_TRANSLATE_NOOP("journal", "Secret codes drawn"),
    "final.codes_voided": QT_TRANSLATE_NOOP("journal", "Secret codes declared void"),
    "final.codes_read": QT_TRANSLATE_NOOP("journal", "Coding table taken out"),
    "final.item_changed": QT_TRANSLATE_NOOP("journal", "Item changed"),
    "final.panel_changed": QT_TRANSLATE_NOOP("journal", "Panel changed"),
    "final.judge_mark_saved": QT_TRANSLATE_NOOP("journal", "Judge's mark saved"),
    "final.item_mark_saved": QT_TRANSLATE_NOOP("journal", "Item mark saved"),
    "final.marks_verified": QT_TRANSLATE_NOOP("journal", "Final marks verified"),
    "final.item_locked": QT_TRANSLATE_NOOP("journal", "Item locked"),
    "final.adjustment_set": QT_TRANSLATE_NOOP("journal", "Bonus or deduction set"),
    "final.quiz_event_added": QT_TRANSLATE_NOOP("journal", "Quiz event recorded"),
    "final.quiz_event_voided": QT_TRANSLATE_NOOP("journal", "Quiz event voided"),
    "final.judge_sheet_confirmed": QT_TRANSLATE_NOOP("journal", "Marks confirmed by the judge"),
    "final.judge_sheet_released": QT_TRANSLATE_NOOP("journal", "Confirmed marks released"),
    "final.second_mark_saved": QT_TRANSLATE_NOOP("journal", "Second entry saved"),
    "final.difference_settled": QT_TRANSLATE_NOOP("journal", "Difference of two entries settled"),
    "final.stage_time_set": QT_TRANSLATE_NOOP("journal", "Time on stage set"),
    "results.team_rule_changed": QT_TRANSLATE_NOOP("journal", "Team rule changed"),
    "results.published": QT_TRANSLATE_NOOP("journal", "Results published"),
    "results.tie_ended": QT_TRANSLATE_NOOP("journal", "Tie ended by extra quiz or lot"),
    "awards.changed": QT_TRANSLATE_NOOP("journal", "Award changed"),
    "awards.certificates_numbered": QT_TRANSLATE_NOOP("journal", "Certificates numbered"),
    "awards.certificate_received": QT_TRANSLATE_NOOP("journal", "Certificate handed out"),
    "awards.certificate_reprinted": QT_TRANSLATE_NOOP("journal", "Certificate printed again"),
    "awards.revealed": QT_TRANSLATE_NOOP("journal", "Awards revealed"),
    "papers.printed": QT_TRANSLATE_NOOP("journal", "Paper printed"),
    "accounts.added": QT_TRANSLATE_NOOP("journal", "Account added"),
    "accounts.changed": QT_TRANSLATE_NOOP("journal", "Account changed"),
    "accounts.signed_in": QT_TRANSLATE_NOOP("journal", "Signed in"),
    "accounts.signed_out": QT_TRANSLATE_NOOP("journal", "Signed out"),
}

DETAILS = {
    "old": QT_TRANSLATE_NOOP("journal", "before"),
    "new": QT_TRANSLATE_NOOP("journal", "after"),
    "reason": QT_TRANSLATE_NOOP("journal", "reason"),
    "role": QT_TRANSLATE_NOOP("journal", "role"),
    "active": QT_TRANSLATE_NOOP("journal", "active"),
    "password": QT_TRANSLATE_NOOP("journal", "password"),
    "changes": QT_TRANSLATE_NOOP("journal", "changes"),
    "year": QT_TRANSLATE_NOOP("journal", "year"),
    "host": QT_TRANSLATE_NOOP("journal", "host"),
    "count": QT_TRANSLATE_NOOP("journal", "count"),
    "unit": QT_TRANSLATE_NOOP("journal", "unit"),
    "file": QT_TRANSLATE_NOOP("journal", "file"),
    "witness": QT_TRANSLATE_NOOP("journal", "second person"),
    "stage": QT_TRANSLATE_NOOP("journal", "stage"),
    "added": QT_TRANSLATE_NOOP("journal", "added"),
    "changed": QT_TRANSLATE_NOOP("journal", "changed"),
    "key": QT_TRANSLATE_NOOP("journal", "rule"),
    "name": QT_TRANSLATE_NOOP("journal", "name"),
    "number": QT_TRANSLATE_NOOP("journal", "number"),
    "item": QT_TRANSLATE_NOOP("journal", "item"),
    "points": QT_TRANSLATE_NOOP("journal", "points"),
    "state": QT_TRANSLATE_NOOP("journal", "state"),
    "approver": QT_TRANSLATE_NOOP("journal", "approved by"),
    "final_day": QT_TRANSLATE_NOOP("journal", "day of the final"),
    "issue_day": QT_TRANSLATE_NOOP("journal", "day of issue"),
    "deactivated": QT_TRANSLATE_NOOP("journal", "taken off"),
    "sha256": QT_TRANSLATE_NOOP("journal", "checksum"),
    "units": QT_TRANSLATE_NOOP("journal", "units"),
    "draw": QT_TRANSLATE_NOOP("journal", "draw"),
    "place": QT_TRANSLATE_NOOP("journal", "place"),
    "rules": QT_TRANSLATE_NOOP("journal", "rules"),
    "eligibility": QT_TRANSLATE_NOOP("journal", "who may be drawn"),
    "certified": QT_TRANSLATE_NOOP("journal", "certified"),
    "on_duty": QT_TRANSLATE_NOOP("journal", "on duty"),
    "posts": QT_TRANSLATE_NOOP("journal", "posts"),
    "window_staff": QT_TRANSLATE_NOOP("journal", "window staff"),
    "line": QT_TRANSLATE_NOOP("journal", "line"),
    "alternates": QT_TRANSLATE_NOOP("journal", "alternates"),
    "maximum": QT_TRANSLATE_NOOP("journal", "at most"),
    "method": QT_TRANSLATE_NOOP("journal", "method"),
    "minimum": QT_TRANSLATE_NOOP("journal", "at least"),
    "rounding": QT_TRANSLATE_NOOP("journal", "rounding"),
    "value": QT_TRANSLATE_NOOP("journal", "value"),
    "total": QT_TRANSLATE_NOOP("journal", "total"),
    "strata": QT_TRANSLATE_NOOP("journal", "strata"),
    "freeze_code": QT_TRANSLATE_NOOP("journal", "freeze code"),
    "time": QT_TRANSLATE_NOOP("journal", "time typed"),
    "typed_by": QT_TRANSLATE_NOOP("journal", "typed by"),
    "dice": QT_TRANSLATE_NOOP("journal", "dice"),
    "drawn": QT_TRANSLATE_NOOP("journal", "drawn"),
    "places_left_empty": QT_TRANSLATE_NOOP("journal", "places left empty"),
    "seed": QT_TRANSLATE_NOOP("journal", "seed"),
    "exhausted": QT_TRANSLATE_NOOP("journal", "alternates used up"),
    "staff_number": QT_TRANSLATE_NOOP("journal", "staff number"),
    "steps_up": QT_TRANSLATE_NOOP("journal", "steps up"),
    "candidates": QT_TRANSLATE_NOOP("journal", "candidates"),
    "sections": QT_TRANSLATE_NOOP("journal", "sections"),
    "marks": QT_TRANSLATE_NOOP("journal", "marks"),
    "values": QT_TRANSLATE_NOOP("journal", "values"),
    "groups": QT_TRANSLATE_NOOP("journal", "groups"),
    "tries": QT_TRANSLATE_NOOP("journal", "tries"),
    "group": QT_TRANSLATE_NOOP("journal", "group"),
    "order": QT_TRANSLATE_NOOP("journal", "order"),
    "codes": QT_TRANSLATE_NOOP("journal", "codes"),
    "level": QT_TRANSLATE_NOOP("journal", "level of coding"),
    "levels": QT_TRANSLATE_NOOP("journal", "levels of coding"),
    "full": QT_TRANSLATE_NOOP("journal", "full mark"),
    "template": QT_TRANSLATE_NOOP("journal", "template"),
    "coefficient": QT_TRANSLATE_NOOP("journal", "coefficient"),
    "weight": QT_TRANSLATE_NOOP("journal", "weight"),
    "chief": QT_TRANSLATE_NOOP("journal", "chief judge"),
    "judges": QT_TRANSLATE_NOOP("journal", "judges"),
    "criterion": QT_TRANSLATE_NOOP("journal", "criterion"),
    "entrants": QT_TRANSLATE_NOOP("journal", "entrants"),
    "locked": QT_TRANSLATE_NOOP("journal", "locked"),
    "scope": QT_TRANSLATE_NOOP("journal", "scope"),
    "given_to": QT_TRANSLATE_NOOP("journal", "given to"),
    "numbers": QT_TRANSLATE_NOOP("journal", "numbers"),
    "certificates": QT_TRANSLATE_NOOP("journal", "certificates"),
    "incomplete": QT_TRANSLATE_NOOP("journal", "incomplete"),
    "note": QT_TRANSLATE_NOOP("journal", "note"),
    "unverified": QT_TRANSLATE_NOOP("journal", "not yet verified"),
    "removed": QT_TRANSLATE_NOOP("journal", "removed"),
    "person": QT_TRANSLATE_NOOP("journal", "person"),
    "judge": QT_TRANSLATE_NOOP("journal", "judge"),
    "nominee": QT_TRANSLATE_NOOP("journal", "entrant"),
    "places": QT_TRANSLATE_NOOP("journal", "places"),
    "awards": QT_TRANSLATE_NOOP("journal", "awards"),
    "with_names": QT_TRANSLATE_NOOP("journal", "with names"),
    "mode": QT_TRANSLATE_NOOP("journal", "mode"),
    "sizes": QT_TRANSLATE_NOOP("journal", "sizes"),
    "apart": QT_TRANSLATE_NOOP("journal", "apart"),
    "rows": QT_TRANSLATE_NOOP("journal", "rows"),
    "columns": QT_TRANSLATE_NOOP("journal", "columns"),
    "unusable": QT_TRANSLATE_NOOP("journal", "places without a desk"),
    "room": QT_TRANSLATE_NOOP("journal", "room"),
    "rooms": QT_TRANSLATE_NOOP("journal", "rooms"),
    "neighbours": QT_TRANSLATE_NOOP("journal", "neighbours kept apart"),
    "clashes": QT_TRANSLATE_NOOP("journal", "neighbours of one unit"),
    "swapped": QT_TRANSLATE_NOOP("journal", "changed places with"),
    "tickets": QT_TRANSLATE_NOOP("journal", "ticket numbers"),
    "minutes_late": QT_TRANSLATE_NOOP("journal", "minutes late"),
    "signed_in": QT_TRANSLATE_NOOP("journal", "signed in"),
    "handed_in": QT_TRANSLATE_NOOP("journal", "handed in"),
    "papers": QT_TRANSLATE_NOOP("journal", "papers"),
    "seal_code": QT_TRANSLATE_NOOP("journal", "seal code"),
    "salt": QT_TRANSLATE_NOOP("journal", "salt"),
    "paper_versions": QT_TRANSLATE_NOOP("journal", "paper versions"),
    "question": QT_TRANSLATE_NOOP("journal", "question"),
    "round": QT_TRANSLATE_NOOP("journal", "round"),
    "result": QT_TRANSLATE_NOOP("journal", "result"),
    "team": QT_TRANSLATE_NOOP("journal", "team"),
    "taken_back": QT_TRANSLATE_NOOP("journal", "taken back"),
    "tie": QT_TRANSLATE_NOOP("journal", "decision on a tie"),
    "stake": QT_TRANSLATE_NOOP("journal", "stake"),
    "seconds": QT_TRANSLATE_NOOP("journal", "seconds"),
    "avoided": QT_TRANSLATE_NOOP("journal", "does not mark"),
    "by": QT_TRANSLATE_NOOP("journal", "replaced by"),
    "code": QT_TRANSLATE_NOOP("journal", "code"),
    "day": QT_TRANSLATE_NOOP("journal", "on the day"),
    "dropped": QT_TRANSLATE_NOOP("journal", "groups dropped"),
    "dropped_with": QT_TRANSLATE_NOOP("journal", "left out with the draw"),
    "errors": QT_TRANSLATE_NOOP("journal", "papers with an error"),
    "excluded": QT_TRANSLATE_NOOP("journal", "left out of the draw"),
    "included": QT_TRANSLATE_NOOP("journal", "back in the draw"),
    "first": QT_TRANSLATE_NOOP("journal", "first reading"),
    "first_by": QT_TRANSLATE_NOOP("journal", "first entered by"),
    "second": QT_TRANSLATE_NOOP("journal", "second reading"),
    "second_by": QT_TRANSLATE_NOOP("journal", "second entered by"),
    "forgotten": QT_TRANSLATE_NOOP("journal", "dice dropped"),
    "freeze": QT_TRANSLATE_NOOP("journal", "freeze code of the recheck"),
    "kind": QT_TRANSLATE_NOOP("journal", "kind of item"),
    "label": QT_TRANSLATE_NOOP("journal", "recheck number"),
    "moved": QT_TRANSLATE_NOOP("journal", "lines that moved"),
    "nominated": QT_TRANSLATE_NOOP("journal", "people nominated"),
    "part": QT_TRANSLATE_NOOP("journal", "section of the paper"),
    "section": QT_TRANSLATE_NOOP("journal", "section of the mark"),
    "position": QT_TRANSLATE_NOOP("journal", "place in the list"),
    "proposed_by": QT_TRANSLATE_NOOP("journal", "correction proposed by"),
    "questions": QT_TRANSLATE_NOOP("journal", "number of questions"),
    "rate": QT_TRANSLATE_NOOP("journal", "error rate in percent"),
    "read": QT_TRANSLATE_NOOP("journal", "papers read again"),
    "rule": QT_TRANSLATE_NOOP("journal", "rule of the plan"),
    "sample": QT_TRANSLATE_NOOP("journal", "papers drawn for the recheck"),
    "top": QT_TRANSLATE_NOOP("journal", "papers of the top band"),
    "shared_with": QT_TRANSLATE_NOOP("journal", "dice shared with"),
    "shown": QT_TRANSLATE_NOOP("journal", "steps shown"),
    "sitting": QT_TRANSLATE_NOOP("journal", "sitting of the papers"),
    "taken_from": QT_TRANSLATE_NOOP("journal", "title taken from"),
    "ticked": QT_TRANSLATE_NOOP("journal", "mark looked at again"),
    "voided": QT_TRANSLATE_NOOP("journal", "line struck out"),
    "was": QT_TRANSLATE_NOOP("journal", "state before"),
    "blocking_unit": QT_TRANSLATE_NOOP("journal", "unit that cannot be placed"),
    "max_tries": QT_TRANSLATE_NOOP("journal", "tries at most"),
    "pilot_by_unit": QT_TRANSLATE_NOOP("journal", "trial run by unit"),
    "pilot_cut": QT_TRANSLATE_NOOP("journal", "trial run, limit"),
    "pilot_tries": QT_TRANSLATE_NOOP("journal", "trial run, tries"),
}


def _translate(text: str) -> str:
    return QCoreApplication.translate("journal", text)


def topic_words(topic: str) -> str:
    """The topic in the language of the screen."""
    return _translate(TOPICS.get(topic, topic))


def tag_words(tag: str) -> str:
    """What was done; a tag without words shows itself."""
    return _translate(TAGS.get(tag, tag))


def role_words(role: str) -> str:
    """A role by its stored name."""
    from exam.access import ROLE_NAMES, Role

    return words(ROLE_NAMES[Role(role)]) if role in set(Role) else role


def _scope_words(scope: str) -> str:
    """A standing, or what an award is for, by its stored name."""
    from exam.rules.awards import SCOPES
    from ui.item_models.awards import scope_name

    return scope_name(scope) if scope in SCOPES else scope


def local_time(at: str) -> str:
    """The stored UTC moment as local date and time to the second."""
    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def subject_words(tag: str, subject: str) -> str:
    """What an entry is about: rules, stages and standings are named in words, everything else by people."""
    if tag == journal.TIE_ENDED.name:
        return _scope_words(subject)
    named_by_program = (journal.RULE_CHANGED.name, journal.STAGE_LOCKED.name, journal.STAGE_UNLOCKED.name)
    return words(subject) if tag in named_by_program else subject


def detail_lines(details: dict[str, Any]) -> list[tuple[str, str]]:
    """Name and value of each detail, in words."""
    from ui.journal_values import rule_words, value_words

    lines: list[tuple[str, str]] = []
    for name, value in rule_words(details).items():
        if name == "role":
            value = [role_words(str(role)) for role in (value if isinstance(value, list) else [value])]
        elif name == "password":
            value = _translate(str(value))
        elif name == "scope":
            value = _scope_words(str(value))
        else:
            value = value_words(name, value)
        lines.append((_translate(DETAILS.get(name, name)), _value(value)))
    return lines


def detail_text(details: dict[str, Any]) -> str:
    """All details on one line."""
    return "; ".join(f"{name}: {value}" for name, value in detail_lines(details))


def _value(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _translate("yes") if value else _translate("no")
    if isinstance(value, list):
        if len(value) == 2:
            return f"{_value(value[0])} → {_value(value[1])}"
        return ", ".join(_value(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{_translate(DETAILS.get(str(name), str(name)))} {_value(part)}" for name, part in value.items()
        )
    return str(value)


YES_NO = (QT_TRANSLATE_NOOP("journal", "yes"), QT_TRANSLATE_NOOP("journal", "no"))
