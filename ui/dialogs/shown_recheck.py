"""How the dialogs of recheck and corrections are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.correction_decide import DecideCorrectionDialog
from ui.dialogs.correction_propose import ProposeCorrectionDialog
from ui.dialogs.recheck_dice import RecheckDiceDialog
from ui.dialogs.recheck_void import VoidRecheckDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _papers(read: Read) -> Any:
    def look(uow: Any) -> Any:
        from exam.services.written_papers import list_papers

        return [row for row in list_papers(uow) if row.was_marked]

    return read(look)


def _sheet(read: Read) -> Any:
    """The recheck of the first locked sitting as if its marks had just been frozen."""
    papers = _papers(read)
    if not papers:
        return None

    def look(uow: Any) -> Any:
        from dataclasses import replace

        from exam.rules.recheck import error_rate, freeze_code
        from exam.services.recheck import FROZEN, get_recheck
        from exam.services.recheck_rows import RecheckRow

        sheet = get_recheck(uow, sitting_id=papers[0].sitting_id)
        moment = datetime(2026, 11, 22, tzinfo=UTC)
        row = RecheckRow(
            0, "exam-recheck-1", FROZEN, sheet.rule, freeze_code("sample"), moment, "", "", sheet.marked, 0, 0, 0, 0,
            error_rate((), sheet.rule.limit), 0, "", "", None, 1,
        )  # fmt: skip
        return replace(sheet, recheck=row)

    return read(look)


def dice(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """The dice of a recheck."""
    sheet = _sheet(read)
    return None if sheet is None else RecheckDiceDialog(context, sheet, parent)


def void(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """A recheck that no longer counts."""
    sheet = _sheet(read)
    return None if sheet is None else VoidRecheckDialog(context, sheet.recheck, parent)


def propose(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Another mark for a locked paper."""
    papers = _papers(read)
    return None if not papers else ProposeCorrectionDialog(context, parent, code=papers[0].code, reason="第二大题漏加")


def decide(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """What a correction moves."""
    papers = _papers(read)
    if not papers:
        return None
    from exam.services.corrections import CorrectionRow
    from exam.services.proposals import PROPOSED

    paper = papers[0]
    old = paper.marks[0]
    row = CorrectionRow(
        1, "1", paper.sitting_id, "", paper.candidate_id, paper.code, paper.who, paper.unit, "第二大题漏加", PROPOSED,
        "赵复核", None, datetime(2026, 11, 22, tzinfo=UTC), "", None, "", (), 1, paper.sections[0], "笔试成绩", old,
        max(old - Decimal(3), Decimal(0)),
    )  # fmt: skip
    return DecideCorrectionDialog(context, row, parent)
