"""成绩签字确认表 and 公布变更说明: what people sign for, and what a later publication changed."""

from __future__ import annotations

from exam.documents import styles
from exam.documents.headings import snapshot_heading, snapshot_version
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure
from exam.rules import snapshots
from exam.rules.close_calls import close_calls
from exam.rules.nominations import STATUS_NAMES
from exam.rules.results import Change, IndividualLine, Snapshot
from exam.rules.sign_off import lacking

_PAPERS_OF = {
    "individual": ("individuals", "items", "explanations", "public_notice"),
    "team": ("teams", "explanations"),
    "unit": ("units", "teams"),
    "award": ("awards", "certificates", "register"),
}
"""Which sheets a difference of each kind makes void."""


def sign_off_sheet(snapshot: Snapshot, texts: Texts) -> bytes:
    """The sheet that is signed: check codes, head of the journal, who locked what, and the close calls."""
    sheet = Sheet(
        snapshot_heading(snapshot, texts, texts("sign_off.title")), texts, snapshot_version(snapshot, sign_off=True)
    )
    labels, note = texts.many("sign_off.signatures"), texts("sign_off.note")
    open_ends = lacking(snapshot)
    separator = "；" if texts.language == "zh" else "; "
    state = "interim" if snapshot.interim or open_ends else "final"
    counts = texts(
        "sign_off.counts", people=sum(line.place is not None for line in snapshot.individuals),
        teams=sum(line.place is not None for line in snapshot.teams), units=len(snapshot.units),
        awards=len(snapshot.awards),
    )  # fmt: skip
    facts = [
        (texts("sign_off.publication"), figure(snapshot.number)),
        (texts("sign_off.state"), texts(f"sign_off.{state}")),
        (texts("sign_off.content"), counts),
        (texts("sign_off.lacking"), separator.join(map(texts.step, open_ends)) or texts("sign_off.nothing")),
        (texts("sign_off.check_code"), snapshot.fingerprint),
        (texts("sign_off.entries"), str(snapshot.journal_count)),
        (texts("sign_off.head"), _in_groups(snapshot.journal_head)),
    ]
    draw_table(sheet, [Column(texts("sign_off.fact"), 50), Column(texts("sign_off.value"), 128, strong=True)], facts)
    _heading(sheet, texts("sign_off.locks"))
    titles = texts.many("sign_off.lock_columns")
    shares = ((12, "center"), (66, "left"), (26, "center"), (37, "left"), (37, "left"))
    columns = [Column(title, *share) for title, share in zip(titles, shares, strict=True)]
    rows = [
        (str(at), lock.name, texts("sign_off.locked" if lock.locked else "sign_off.open"), lock.locked_by, lock.witness)
        for at, lock in enumerate(snapshot.locks, 1)
    ]
    draw_table(sheet, columns, rows, empty=texts("sheet.nobody"))
    _heading(sheet, texts("sign_off.close"))
    titles = texts.many("sign_off.close_columns")
    shares = ((12, "center"), (68, "left"), (68, "left"), (30, "right"))
    columns = [Column(title, *share) for title, share in zip(titles, shares, strict=True)]
    pairs = [
        (str(at), _who(one.upper), _who(one.lower), figure(one.gap)) for at, one in enumerate(close_calls(snapshot), 1)
    ]
    reserve = sheet.signature_height(labels, note=note)
    draw_table(sheet, columns, pairs, reserve=reserve, empty=texts("sign_off.no_close"))
    sheet.signatures(labels, note=note)
    return sheet.finish()


def change_note(snapshot: Snapshot, texts: Texts) -> bytes:
    """What this publication changed against the one before, and which sheets are void."""
    sheet = Sheet(
        snapshot_heading(snapshot, texts, texts("changes.title")), texts, snapshot_version(snapshot, sign_off=True)
    )
    number = snapshot.number or 0
    numbers = {"number": number, "before": max(number - 1, 0)}
    sheet.text(texts("changes.intro", **numbers) if snapshot.changed else texts("changes.none", **numbers), size=11)
    void = [key for key in _order() if any(key in _PAPERS_OF[change.kind] for change in snapshot.changed)]
    if void:
        joined = ("、" if texts.language == "zh" else ", ").join(texts(f"files.{key}") for key in void)
        sheet.gap(1.5)
        sheet.text(texts("changes.void", sheets=joined, **numbers), font=styles.STRONG, size=11)
    sheet.gap(3)
    labels = texts.many("changes.signatures")
    titles = texts.many("changes.columns")
    shares = ((10, "center"), (22, "left"), (28, "left"), (40, "left"), (24, "left"), (27, "left"), (27, "left"))
    columns = [Column(title, *share) for title, share in zip(titles, shares, strict=True)]
    rows = [
        (
            str(at), texts(f"changes.kinds.{one.kind}"), one.who, one.unit if one.unit != one.who else "",
            texts.sentence(one.what), _value(one, one.old, texts), _value(one, one.new, texts),
        )
        for at, one in enumerate(snapshot.changed, 1)
    ]  # fmt: skip
    reserve = sheet.signature_height(labels)
    draw_table(sheet, columns, rows, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels)
    return sheet.finish()


def _order() -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for keys in _PAPERS_OF.values() for key in keys))


def _value(change: Change, value: str, texts: Texts) -> str:
    if change.what == snapshots.ENTRY:
        return texts("changes.listed" if value else "changes.unlisted")
    if change.what == snapshots.STATUS:
        return texts.sentence(STATUS_NAMES.get(value, value))
    return texts.sentence(value) if change.what == snapshots.TIE and value else value or "—"


def _heading(sheet: Sheet, text: str) -> None:
    sheet.gap(4)
    sheet.need(70)
    sheet.text(text, font=styles.STRONG, size=12)
    sheet.gap(1.5)


def _who(line: IndividualLine) -> str:
    place = "" if line.place is None else f"{line.place}. "
    return f"{place}{line.entrant_code} {line.name}".strip()


def _in_groups(code: str) -> str:
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))
