"""What can be done, as tags of the journal, and the chain that makes the journal hard to forge.

An entry's hash covers all its fields, each in UTF-8 NFC preceded by its length, and the hash before it.
A chain alone misses a cut tail: the head hash and entry count are printed on every sign-off sheet.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

FIRST = "0" * 64
"""The hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One kind of entry. ``topic`` says which pages show what it changed."""

    name: str
    topic: str


COMPETITION_CREATED = Tag("competition.created", "competition")
COMPETITION_CHANGED = Tag("competition.changed", "competition")
RULE_CHANGED = Tag("competition.rule_changed", "competition")
STAGE_LOCKED = Tag("competition.stage_locked", "competition")
STAGE_UNLOCKED = Tag("competition.stage_unlocked", "competition")
UNIT_ADDED = Tag("competition.unit_added", "competition")
UNIT_CHANGED = Tag("competition.unit_changed", "competition")
BACKUP_MADE = Tag("competition.backup_made", "competition")

ROSTER_IMPORTED = Tag("roster.imported", "roster")
STAFF_ADDED = Tag("roster.staff_added", "roster")
STAFF_CHANGED = Tag("roster.staff_changed", "roster")
STAFF_DEACTIVATED = Tag("roster.staff_deactivated", "roster")
STAFF_REACTIVATED = Tag("roster.staff_reactivated", "roster")

DRAW_PLANNED = Tag("draw.planned", "draw")
DRAW_FROZEN = Tag("draw.frozen", "draw")
DRAW_DICE_TYPED = Tag("draw.dice_typed", "draw")
DRAW_RUN = Tag("draw.run", "draw")
DRAW_VOIDED = Tag("draw.voided", "draw")
DRAW_STRUCK = Tag("draw.struck", "draw")
DRAW_SHOWN = Tag("draw.shown", "draw")

SITTING_MADE = Tag("written.sitting_made", "written")
SITTING_CHANGED = Tag("written.sitting_changed", "written")
ROOM_CHANGED = Tag("written.room_changed", "written")
SEATS_DRAWN = Tag("written.seats_drawn", "written")
SEAT_MOVED = Tag("written.seat_moved", "written")
ATTENDANCE_SET = Tag("written.attendance_set", "written")
REST_ABSENT = Tag("written.rest_absent", "written")
PAPERS_COUNTED = Tag("written.papers_counted", "written")
PAPERS_SEALED = Tag("written.sealed", "written")
SEALS_WITHDRAWN = Tag("written.seals_withdrawn", "written")
SEAL_LIST_READ = Tag("written.seal_list_read", "written")
SEALS_OPENED = Tag("written.seals_opened", "written")
MARK_SAVED = Tag("written.mark_saved", "written")
MARK_SAVED_AGAIN = Tag("written.mark_saved_again", "written")
MARK_SETTLED = Tag("written.mark_settled", "written")
ANSWER_KEY_SET = Tag("written.answer_key_set", "written")
ANSWERS_SCORED = Tag("written.answers_scored", "written")
MARKS_IMPORTED = Tag("written.marks_imported", "written")
MARKS_IMPORTED_AGAIN = Tag("written.marks_imported_again", "written")
MARKS_VERIFIED = Tag("written.marks_verified", "written")
RECHECK_FROZEN = Tag("written.recheck_frozen", "written")
RECHECK_DRAWN = Tag("written.recheck_drawn", "written")
RECHECK_READ = Tag("written.recheck_read", "written")
RECHECK_CLOSED = Tag("written.recheck_closed", "written")
RECHECK_VOIDED = Tag("written.recheck_voided", "written")
CORRECTION_PROPOSED = Tag("written.correction_proposed", "written")
CORRECTION_CONFIRMED = Tag("written.correction_confirmed", "written")
CORRECTION_REFUSED = Tag("written.correction_refused", "written")
WRITTEN_LOCKED = Tag("written.locked", "written")
WRITTEN_UNLOCKED = Tag("written.unlocked", "written")

NOMINEE_ADDED = Tag("final.nominee_added", "final")
NOMINEE_CHANGED = Tag("final.nominee_changed", "final")
GROUPS_SET = Tag("final.groups_set", "final")
CODES_DRAWN = Tag("final.codes_drawn", "final")
CODES_VOIDED = Tag("final.codes_voided", "final")
CODES_READ = Tag("final.codes_read", "final")
ITEM_CHANGED = Tag("final.item_changed", "final")
PANEL_CHANGED = Tag("final.panel_changed", "final")
JUDGE_MARK_SAVED = Tag("final.judge_mark_saved", "final")
ITEM_MARK_SAVED = Tag("final.item_mark_saved", "final")
FINAL_MARKS_VERIFIED = Tag("final.marks_verified", "final")
ITEM_LOCKED = Tag("final.item_locked", "final")
ADJUSTMENT_SET = Tag("final.adjustment_set", "final")
QUIZ_EVENT_ADDED = Tag("final.quiz_event_added", "final")
QUIZ_EVENT_VOIDED = Tag("final.quiz_event_voided", "final")
JUDGE_SHEET_CONFIRMED = Tag("final.judge_sheet_confirmed", "final")
JUDGE_SHEET_RELEASED = Tag("final.judge_sheet_released", "final")
SECOND_MARK_SAVED = Tag("final.second_mark_saved", "final")
DIFFERENCE_SETTLED = Tag("final.difference_settled", "final")
STAGE_TIME_SET = Tag("final.stage_time_set", "final")

TEAM_RULE_CHANGED = Tag("results.team_rule_changed", "results")
PUBLISHED = Tag("results.published", "results")
TIE_ENDED = Tag("results.tie_ended", "results")

AWARD_CHANGED = Tag("awards.changed", "awards")
CERTIFICATES_NUMBERED = Tag("awards.certificates_numbered", "awards")
CERTIFICATE_RECEIVED = Tag("awards.certificate_received", "awards")
CERTIFICATE_REPRINTED = Tag("awards.certificate_reprinted", "awards")
REVEALED = Tag("awards.revealed", "awards")

PAPER_PRINTED = Tag("papers.printed", "papers")

ACCOUNT_ADDED = Tag("accounts.added", "accounts")
ACCOUNT_CHANGED = Tag("accounts.changed", "accounts")
SIGNED_IN = Tag("accounts.signed_in", "accounts")
SIGNED_OUT = Tag("accounts.signed_out", "accounts")

TOPICS = ("competition", "roster", "draw", "written", "final", "results", "awards", "papers", "accounts")


def entry_hash(previous: str, *fields: str) -> str:
    """SHA-256 of the previous hash and all fields, each length-prefixed, in UTF-8 NFC. 64 hex digits."""
    digest = hashlib.sha256()
    for field in (previous, *fields):
        data = unicodedata.normalize("NFC", field).encode("utf-8")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
