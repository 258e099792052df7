"""Dialogs. ``SHOWN`` lists those that ``ui.screenshots`` takes pictures of, each with how it is made.

A line is ``(name, "module:function")``; ``function(context, parent, read)`` returns the dialog ready to be
opened with data of the sample competition, or None when the sample has none for it. ``read(call)`` runs
``call(uow)`` at once and returns its result.
"""

from __future__ import annotations

SHOWN: list[tuple[str, str]] = [
    ("new-competition", "ui.dialogs.shown:new_competition"),
    ("sign-in", "ui.dialogs.shown:sign_in"),
    ("locked", "ui.dialogs.shown:locked"),
    ("password", "ui.dialogs.shown:password"),
    ("second-person", "ui.dialogs.shown:second_person"),
    ("add-account", "ui.dialogs.shown:add_account"),
    ("new-password", "ui.dialogs.shown:new_password"),
    ("help", "ui.dialogs.shown:help_on_page"),
    ("about", "ui.dialogs.shown:about"),
    ("confirm", "ui.dialogs.shown:confirmation"),
    ("roster-import", "ui.dialogs.shown_roster:roster_import"),
    ("staff", "ui.dialogs.shown_roster:staff"),
    ("deactivate-staff", "ui.dialogs.shown_roster:deactivate"),
    ("unit", "ui.dialogs.shown_roster:unit"),
    ("lock-stage", "ui.dialogs.shown_roster:lock_stage"),
    ("draw-rules", "ui.dialogs.shown_draw:rules"),
    ("draw-unit", "ui.dialogs.shown_draw:line"),
    ("draw-exclusions", "ui.dialogs.shown_draw:exclusions"),
    ("draw-dice", "ui.dialogs.shown_draw:dice"),
    ("draw-strike", "ui.dialogs.shown_draw:strike"),
    ("draw-void", "ui.dialogs.shown_draw:void"),
    ("draw-history", "ui.dialogs.shown_draw:history"),
    ("new-sitting", "ui.dialogs.shown_written:new_sitting"),
    ("attendance", "ui.dialogs.shown_written:attendance"),
    ("unlock-marks", "ui.dialogs.shown_written:unlock"),
    ("objective-answers", "ui.dialogs.shown_written:answers"),
    ("marks-import", "ui.dialogs.shown_written:marks_import"),
    ("recheck-dice", "ui.dialogs.shown_recheck:dice"),
    ("recheck-void", "ui.dialogs.shown_recheck:void"),
    ("correction-propose", "ui.dialogs.shown_recheck:propose"),
    ("correction-decide", "ui.dialogs.shown_recheck:decide"),
    ("publish", "ui.dialogs.shown_results:publish"),
    ("publications", "ui.dialogs.shown_results:publications"),
    ("team-total", "ui.dialogs.shown_results:team_total"),
    ("ties", "ui.dialogs.shown_results:ties"),
    ("award", "ui.dialogs.shown_results:award"),
    ("title-holders", "ui.dialogs.shown_results:title_holders"),
    ("certificates", "ui.dialogs.shown_results:certificates"),
    ("nominate", "ui.dialogs.shown_final:nominate"),
    ("substitute", "ui.dialogs.shown_final:substitute"),
    ("nominee-state", "ui.dialogs.shown_final:status"),
    ("final-groups", "ui.dialogs.shown_final:groups"),
    ("item", "ui.dialogs.shown_final:item"),
    ("panel", "ui.dialogs.shown_final:panel"),
    ("judge", "ui.dialogs.shown_final:judge"),
    ("avoidances", "ui.dialogs.shown_final:avoidances"),
    ("adjustments", "ui.dialogs.shown_final:adjustments"),
    ("unlock-item", "ui.dialogs.shown_final:unlock"),
]
