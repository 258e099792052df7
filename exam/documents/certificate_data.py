"""What a certificate says: frozen values, and the code that its QR carries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

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
