"""荣誉证书: one page each, A4 lying, any number in one PDF.

Art and the words that all share stand in one form XObject; a page holds only what differs. The layout is
data in millimetres (``resources/layouts/certificate.json``). A circle of 45 mm over the issuer and the
date stays clear for the seal; no seal is ever printed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import xObjectName

from exam.documents import fonts
from exam.documents.build import A4_LANDSCAPE, MM, make_pdf
from exam.documents.certificate_art import DEEP, RED, certificate_art
from exam.documents.certificate_data import (
    TITLE,
    Certificate,
    CertificateStyle,
    check_code,
)
from exam.documents.fonts import KAI, SERIF, check_names, pick, width
from exam.documents.headings import event_name
from exam.documents.ink import Colour, Ink, number
from exam.documents.leaf import Leaves
from exam.documents.paragraphs import break_lines
from exam.documents.qr import SIZE, qr_path
from exam.documents.texts import Texts, plain, texts_of
from exam.progress import SILENT, Progress
from resources import path

INK: Colour = (0.13, 0.11, 0.10)
QUIET: Colour = (0.38, 0.35, 0.31)
MARK: Colour = (0.93, 0.90, 0.84)


def certificates_pdf(
    certificates: Sequence[Certificate], style: CertificateStyle, progress: Progress = SILENT
) -> bytes:
    """The PDF of ``certificates``, in their order.

    Raises :class:`~exam.errors.InvalidInput` before anything is drawn when a name holds a character that
    no shipped font can print.
    """
    check_names((text for one in certificates for text in (one.name, one.award, one.reason)), KAI)
    texts = texts_of(style.language)

    def draw(canvas: Any) -> None:
        press = _Press(canvas, style, texts)
        total = len(certificates)
        for index, one in enumerate(certificates):
            if index % 50 == 0:
                progress.step(index, total)
            press.page(one)
        progress.step(total, total)

    title = f"{texts('certificate.file')} {plain(style.competition)}".strip()
    return make_pdf(draw, title=title, author=plain(style.issuer), landscape=True, language=texts.language)


def background_pdf(style: CertificateStyle) -> bytes:
    """The shared part alone, as one page."""

    def draw(canvas: Any) -> None:
        _Press(canvas, style, texts_of(style.language))
        canvas.doForm(_FORM)
        canvas.showPage()

    return make_pdf(draw, title="", landscape=True)


_FORM = "certificate"


@lru_cache(maxsize=1)
def layout() -> Mapping[str, Any]:
    """The layout of the certificate, in millimetres from the upper left corner."""
    with path("layouts", "certificate.json").open(encoding="utf-8") as file:
        return json.load(file)


class _Press:
    """Prints certificates on one canvas; what repeats is set once and used again."""

    def __init__(self, canvas: Any, style: CertificateStyle, texts: Texts) -> None:
        self.canvas = canvas
        self.style = style
        self.texts = texts
        self.layout = layout()
        self.high = A4_LANDSCAPE[1]
        self._set: dict[tuple[str, str], str] = {}
        self._event = event_name(style.competition, style.year, texts) if style.competition else ""
        self._issuer = plain(style.issuer)
        side = self.layout["qr"]["side"] * MM
        x, y = self._place("qr")
        self._qr_start = (
            f"q 0 0 0 rg {number(side / SIZE)} 0 0 {number(side / SIZE)} {number(x)} {number(y - side)} cm\n"
        )
        self._shared()
        self._leaves = Leaves(canvas, *A4_LANDSCAPE, [_FORM])
        self._start = f"/{xObjectName(_FORM)} Do"

    def page(self, one: Certificate) -> None:
        """Add the page of one certificate."""
        code = check_code(one, self.style)
        name = self._name(one)
        number_text = plain(one.number)
        award = plain(one.award)
        if one.kind == TITLE:
            award = self._title_award(award)
        shown_code = self.texts(
            "certificate.qr", number=number_text, name=plain(one.name), award=award, issuer=self._issuer, code=code
        )
        out = [
            self._start,
            self._once("greeting", name),
            self._once("body", self._body(one)),
            self._once("award", award),
        ]
        if number_text:
            out.append(self._once("number", self.texts("certificate.number", number=number_text)))
        out.append(self._once("code", self.texts("certificate.code", code=code)))
        out.append(f"{self._qr_start}{qr_path(shown_code)}\nQ\n")
        self._leaves.add("\n".join(out))

    def _name(self, one: Certificate) -> str:
        """The greeting; a name of two characters is spaced (张　三)."""
        name = plain(one.name) or plain(one.unit)
        kind = "team" if one.to_unit else "individual" if one.name else "plain"
        if kind == "individual" and len(name) == 2 and self.texts.language == "zh" and name >= "\u2e80":
            name = f"{name[0]}\u3000{name[1]}"
        return self.texts(f"certificate.greeting.{kind}", name=name)

    def _title_award(self, award: str) -> str:
        if award[:1] in '“"「' or award.endswith("称号"):
            return award
        return self.texts("certificate.title_award", award=award)

    def _body(self, one: Certificate) -> str:
        if one.reason:
            reason = plain(one.reason).rstrip("，,。. ")
            if reason.endswith(("荣获", "授予", "被评为", "awarded")):
                return reason
            key = "title_reason" if one.kind == TITLE else "list_reason"
            return self.texts(f"certificate.{key}", reason=reason)
        if not self._event:
            return self.texts("certificate.body.nothing_title" if one.kind == TITLE else "certificate.body.nothing")
        return self.texts(f"certificate.body.{one.kind}", event=self._event, item=plain(one.item))

    def _once(self, place: str, text: str) -> str:
        """The operators that set ``text`` at ``place``, kept for the next certificate with the same text."""
        known = self._set.get((place, text))
        if known is None:
            ink = Ink(self.canvas)
            getattr(self, f"_draw_{place}")(ink, text)
            known = "\n".join(ink.take())
            self._set[place, text] = known
        return known

    def _draw_greeting(self, ink: Ink, text: str) -> None:
        place = self.layout["greeting"]
        x, y = self._place("greeting")
        font, room = pick(text, KAI), place["width"] * MM
        size = max(place["least"], min(place["size"], place["size"] * room / width(text, font, place["size"])))
        lines = break_lines(text, room, font, size)
        y += (len(lines) - 1) * size * 1.25
        for line in lines:
            ink.text(x, y, line, font, size, INK)
            y -= size * 1.25

    def _draw_body(self, ink: Ink, text: str) -> None:
        place = self.layout["body"]
        x, y = self._place("body")
        font = pick(text, KAI)
        size = float(place["size"])
        lines = self._body_lines(text, font, size)
        while len(lines) * size * place["leading"] > place["height"] * MM and size > place["least"]:
            size -= 0.5
            lines = self._body_lines(text, font, size)
        if len(lines) > 1 and len(lines[-1]) < 3:
            # A lone character on the last line looks like a slip: set a little smaller when that helps.
            for smaller in (size - 0.5 * step for step in range(1, 5)):
                fewer = self._body_lines(text, font, smaller)
                if len(fewer) < len(lines):
                    size, lines = smaller, fewer
                    break
        if len(lines) == 1:
            y -= size * place["leading"] * 0.3
        for index, line in enumerate(lines):
            ink.text(x + (size * place["indent"] if index == 0 else 0.0), y, line, font, size, INK)
            y -= size * place["leading"]

    def _body_lines(self, text: str, font: str, size: float) -> list[str]:
        place = self.layout["body"]
        return break_lines(text, place["width"] * MM, font, size, indent=size * place["indent"])

    def _draw_award(self, ink: Ink, text: str) -> None:
        place = self.layout["award"]
        x, y = self._place("award")
        font, room = pick(text, SERIF), place["width"] * MM
        spacing = float(place["spacing"])
        size = float(place["size"])
        wide = width(text, font, size) + spacing * len(text)
        if wide > room:
            spacing, size = 0.0, max(place["least"], size * room / wide)
        lines = break_lines(text, room, font, size)
        y += (len(lines) - 1) * size * 0.6
        for line in lines:
            ink.text(x, y, line, font, size, RED, align="center", spacing=spacing, bolder=size * 0.022)
            y -= size * 1.2

    def _draw_number(self, ink: Ink, text: str) -> None:
        place = self.layout["number"]
        x, y = self._place("number")
        size = min(place["size"], place["size"] * place["width"] * MM / width(text, KAI, place["size"]))
        ink.text(x, y, text, pick(text, KAI), size, QUIET)

    def _draw_code(self, ink: Ink, text: str) -> None:
        x, y = self._place("code")
        ink.text(x, y, text, KAI, self.layout["code"]["size"], QUIET)

    def _shared(self) -> None:
        """Make the form that every page shows: art, title, closing words, issuer, day."""
        canvas, layout = self.canvas, self.layout
        canvas.beginForm(_FORM, 0, 0, *A4_LANDSCAPE)
        ink = Ink(canvas)
        ink.raw(certificate_art(layout))
        if self.style.draft:
            self._watermark(ink)
        x, y = self._place("title")
        title = self.texts("certificate.title")
        font = pick(title, SERIF)
        room, size, spacing = layout["title"]["width"] * MM, layout["title"]["size"], layout["title"]["spacing"]
        if len(title) > 6:
            spacing = 1.0
        size = min(size, size * room / (width(title, font, size) + spacing * len(title)))
        ink.text(x, y, title, font, size, DEEP, align="center", spacing=spacing, bolder=size * 0.03)
        place = layout["close"]
        x, y = self._place("close")
        x += place["indent"] * place["size"]
        close, seal = self.texts("certificate.close"), layout["seal"]
        # The closing words end before the circle that the seal needs.
        room = (seal["x"] - seal["diameter"] / 2) * MM - x
        size = place["size"] * min(1.0, room / width(close, KAI, place["size"]))
        ink.text(x, y, close, KAI, size, INK)
        place = layout["issuer"]
        x, y = self._place("issuer")
        font = pick(self._issuer, KAI)
        size = place["size"]
        if self._issuer:
            size = max(place["least"], min(size, size * place["width"] * MM / width(self._issuer, font, size)))
        lines = break_lines(self._issuer, place["width"] * MM, font, size)
        for index, line in enumerate(reversed(lines)):
            ink.text(x, y + index * size * 1.25, line, font, size, INK, align="center")
        x, y = self._place("day")
        day = self.texts.formal_day(self.style.day)
        ink.text(x, y, day, KAI, layout["day"]["size"], INK, align="center")
        ink.done()
        canvas.endForm()

    def _watermark(self, ink: Ink) -> None:
        word = self.texts("sheet.draft_mark")
        ink.raw(f"q 0.8165 0.5774 -0.5774 0.8165 {A4_LANDSCAPE[0] / 2:.1f} {self.high / 2:.1f} cm")
        ink.text(0, -50, word, fonts.BOLD, 150, MARK, align="center", spacing=80)
        ink.raw("Q")

    def _place(self, name: str) -> tuple[float, float]:
        place = self.layout[name]
        return place["x"] * MM, self.high - place["y"] * MM
