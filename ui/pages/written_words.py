"""What the page of the written marks says: about the sitting, why it is closed, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import show

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkProgress
    from exam.services.sittings import SittingRow
    from exam.services.waiting import WaitingUnit

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence with the one ``action`` that helps; ``label`` is its button.

    Actions: update, add, second, differences, verify or lock.
    """

    tone: str
    text: str
    action: str = ""
    label: str = ""


def about(sitting: SittingRow) -> str:
    """The line below the title."""
    begins = f"{sitting.starts_at.astimezone():%Y-%m-%d %H:%M}" if sitting.starts_at is not None else ""
    marks = translate("WrittenPage", "marks 0–{full}").format(full=show(sitting.full))
    people = translate("WrittenPage", "{n} candidates").format(n=sitting.candidates)
    seal = translate("WrittenPage", "sealed: numbers stand for the people") if sitting.hides_names else ""
    return " · ".join(part for part in (sitting.name, begins, sitting.place, people, marks, seal) if part)


def why_locked(sitting: SittingRow) -> str:
    """What is said to somebody who types all the same."""
    if not sitting.locked:
        return translate(
            "WrittenPage", "Your role enters no marks. Let a recorder or the competition office type them."
        )
    text = translate(
        "WrittenPage",
        "The marks were locked by {person} and {witness}. Mend a mark by a correction on the page of the recheck, "
        "or let the office open the marks again with a reason.",
    )
    return text.format(person=sitting.locked_by, witness=sitting.witness)


def standing(
    sitting: SittingRow | None,
    progress: MarkProgress,
    waiting: Sequence[WaitingUnit],
    twice: bool,
    differing: int = 0,
) -> Standing | None:
    """What stands and what comes next; ``None`` while marks are being entered.

    ``differing``: marks that two people read differently, as far as this person may look at them.
    """
    if sitting is not None and sitting.locked:
        text = translate("WrittenPage", "The marks were locked by {person} and {witness}.")
        return Standing("ok", text.format(person=sitting.locked_by, witness=sitting.witness))
    follow = sum(unit.people for unit in waiting if sitting is not None and unit.follows(sitting.id))
    if follow:
        text = translate(
            "WrittenPage", "{n} drawn people have no sitting yet, perhaps because they stepped up after a strike."
        )
        return Standing("warn", text.format(n=follow), "update", translate("WrittenPage", "&Update the list"))
    apart = sum(unit.people for unit in waiting if not unit.sittings)
    if apart:
        text = translate("WrittenPage", "{n} drawn people of other units have no sitting yet.")
        return Standing("warn", text.format(n=apart), "add", translate("WrittenPage", "&New sitting…"))
    if not progress.expected or progress.open:
        return None
    if not progress.to_verify:
        text = translate("WrittenPage", "Everything is entered and verified.")
        return Standing("ok", text, "lock", translate("WrittenPage", "&Lock the marks…"))
    if twice and differing >= progress.to_verify:
        text = translate("WrittenPage", "Two people read {n} marks differently. A third person settles them.")
        return Standing("info", text.format(n=differing), "differences", translate("WrittenPage", "&Differences"))
    if twice:
        text = translate(
            "WrittenPage", "Everybody has a mark or a state. {n} papers wait for the second entry by another person."
        )
        return Standing("info", text.format(n=progress.to_verify), "second", translate("WrittenPage", "&Second entry"))
    text = translate(
        "WrittenPage", "Everybody has a mark or a state. {n} papers wait for somebody other than their recorder."
    )
    return Standing("info", text.format(n=progress.to_verify), "verify", translate("WrittenPage", "&Verify…"))
