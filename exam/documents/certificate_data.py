"""What a certificate says: frozen values, and the code that its QR carries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from exam.rules.results import AwardLine, Snapshot

INDIVIDUAL = "individual"
TEAM = "team"
ITEM = "item"
ORGANISATION = "organisation"
TITLE = "title"
PLAIN = "plain"
KINDS = (INDIVIDUAL, TEAM, ITEM, ORGANISATION, TITLE, PLAIN)


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. ``kind`` (one of :data:`KINDS`) chooses the words; ``reason`` replaces them.

    ``to_unit`` says that a unit or team is honoured, not a person; ``item`` is the item of an item award.
    """

    kind: str
    name: str
    unit: str
    award: str
    number: str = ""
    reason: str = ""
    item: str = ""
    to_unit: bool = False


@dataclass(frozen=True, slots=True)
class CertificateStyle:
    """What all certificates of one print share. ``day`` is the day of issue as ISO text."""

    competition: str
    year: int
    issuer: str
    day: str
    language: str = "zh"
    draft: bool = False


def check_code(certificate: Certificate, style: CertificateStyle) -> str:
    """Ten hex digits over everything that the certificate says: the same words, the same code."""
    digest = hashlib.sha256()
    for part in (
        certificate.number,
        certificate.name,
        certificate.unit,
        certificate.award,
        certificate.reason,
        style.competition,
        str(style.year),
        style.issuer,
        style.day,
    ):
        raw = part.encode("utf-8")
        digest.update(len(raw).to_bytes(4, "big") + raw)
    return digest.hexdigest()[:10].upper()


def certificates_of(snapshot: Snapshot) -> list[Certificate]:
    """The certificates for the awards of ``snapshot``, in their order."""
    certificates = [certificate_for(award) for award in snapshot.awards]
    if snapshot.teams or snapshot.basis.components:
        return certificates
    # A selection has no elite final and no teams to speak of; a window is not greeted like a person.
    return [
        replace(one, kind=PLAIN, to_unit=snapshot.basis.windows) if one.kind == INDIVIDUAL
        else replace(one, to_unit=one.to_unit or (snapshot.basis.windows and one.kind == TITLE))
        for one in certificates
    ]  # fmt: skip


def certificate_for(award: AwardLine) -> Certificate:
    """The certificate for one award; an award without a staff number goes to a unit or team."""
    kind = {"group": ITEM}.get(award.kind, award.kind if award.kind in KINDS else PLAIN)
    to_unit = not award.staff_number or award.kind in ("team", "organisation")
    return Certificate(
        kind, award.winner, award.unit, award.award, award.certificate_number, award.reason if kind == TITLE else "",
        award.item, to_unit,
    )  # fmt: skip


def style_of(snapshot: Snapshot, day: str) -> CertificateStyle:
    """What the certificates of ``snapshot`` share; a draft of the results gives draft certificates."""
    return CertificateStyle(
        snapshot.competition,
        snapshot.year,
        snapshot.organiser or snapshot.host,
        day or snapshot.made_at[:10],
        snapshot.language,
        draft=snapshot.number is None,
    )
