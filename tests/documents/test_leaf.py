"""Pages written the short way are pages like others."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from exam.documents.build import A4_LANDSCAPE, make_pdf
from exam.documents.fonts import KAI
from exam.documents.ink import Ink
from exam.documents.leaf import Leaves


def test_that_leaves_have_size_fonts_and_text():
    def draw(canvas):
        leaves = Leaves(canvas, *A4_LANDSCAPE, [])
        for text in ("张𬭎", "李𫟹"):
            ink = Ink(canvas)
            ink.text(100, 100, text, KAI, 20)
            leaves.add("\n".join(ink.take()))

    pdf = PdfReader(BytesIO(make_pdf(draw, title="t", landscape=True)), strict=True)
    assert [page.extract_text() for page in pdf.pages] == ["张𬭎", "李𫟹"]
    assert all(round(float(page.mediabox.width) / 72 * 25.4) == 297 for page in pdf.pages)
