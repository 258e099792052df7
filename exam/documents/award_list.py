"""获奖名单 and 证书发放登记表."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exam.documents import styles
from exam.documents.certificate_data import Certificate, CertificateStyle, check_code
from exam.documents.fonts import check_names
from exam.documents.headings import snapshot_heading, snapshot_version
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.rules.results import AwardLine, Snapshot

_KINDS = ("team", "individual", "item", "group", "organisation", "title")


def award_list(snapshot: Snapshot, texts: Texts) -> bytes:
    """The PDF of the awards, kind by kind, team awards first."""
    check_names(award.winner for award in snapshot.awards)
    version = snapshot_version(snapshot)
    sheet = Sheet(snapshot_heading(snapshot, texts, texts("awards.title")), texts, version)
    titles = texts.many("awards.columns")
    columns = [
        Column(titles[0], 11, "center"),
        Column(titles[1], 33),
        Column(titles[2], 30, strong=True),
        Column(titles[3], 33),
        Column(titles[4], 39, size=9.5),
        Column(titles[5], 32, size=9.0),
    ]
    labels = texts.many("awards.signatures")
    kinds = [kind for kind in _KINDS if any(award.kind == kind for award in snapshot.awards)]
    if not kinds:
        draw_table(sheet, columns, [], empty=texts("sheet.nobody"))
    for kind in kinds:
        given = [award for award in snapshot.awards if award.kind == kind]
        reserve = sheet.signature_height(labels) if kind == kinds[-1] else 0.0
        sheet.need(70.0 + 24.0 * min(len(given), 3) + (reserve if len(given) <= 3 else 0.0))
        sheet.gap(2)
        sheet.text(texts(f"awards.{'title_kind' if kind == 'title' else kind}"), font=styles.STRONG, size=12)
        sheet.gap(1.5)
        rows = [
            (
                str(index),
                award.award,
                award.winner,
                award.unit if award.unit != award.winner else "",
                award.certificate_number,
                _note(award, texts),
            )
            for index, award in enumerate(given, start=1)
        ]
        draw_table(sheet, columns, rows, reserve=reserve)
        sheet.gap(3)
    sheet.signatures(labels)
    return sheet.finish()


def _note(award: AwardLine, texts: Texts) -> str:
    parts = [award.item, texts("awards.place", place=award.place) if award.place else "", award.reason]
    return "\n".join(part for part in parts if part)


def _with_item(one: Certificate, texts: Texts) -> str:
    """The award as the register says it: several items may have an award of the same name."""
    if not one.item or one.item in one.award:
        return one.award
    return texts("register.item_award", item=one.item, award=one.award)


def certificate_register(
    snapshot: Snapshot,
    certificates: Sequence[Certificate],
    style: CertificateStyle,
    texts: Texts,
    handed: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """The PDF on which each certificate is signed for, with the check code that its QR code carries.

    ``handed`` says by number who received a certificate and when (ISO day): printed instead of the blanks.
    """
    handed = handed or {}
    check_names(who for who, _ in handed.values())
    version = snapshot_version(snapshot)
    sheet = Sheet(snapshot_heading(snapshot, texts, texts("register.title")), texts, version, landscape=True)
    titles = texts.many("register.columns")
    shares = (12, 44, 34, 46, 44, 28, 34, 25)
    columns = [
        Column(title, share, "center" if at == 0 else "left")
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    rows = [
        (
            str(index),
            one.number,
            one.name,
            one.unit if one.unit != one.name else "",
            _with_item(one, texts),
            check_code(one, style),
            *handed.get(one.number, ("", "")),
        )
        for index, one in enumerate(certificates, start=1)
    ]
    labels, note = texts.many("register.signatures"), texts("register.note")
    reserve = sheet.signature_height(labels, note=note)
    draw_table(sheet, columns, rows, row_height=11, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)
    return sheet.finish()
