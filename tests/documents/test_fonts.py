"""Every character of the official list prints and copies right; what cannot be printed is said before."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exam.documents import fonts
from exam.documents.build import make_pdf
from exam.documents.ink import Ink
from exam.errors import InvalidInput

LIST = Path(__file__).parent.parent / "data" / "tgh8105.txt"
PER_LINE, PER_PAGE = 40, 60


def listed() -> str:
    return "".join(LIST.read_text("utf-8").split())


def printed(text: str, font: str) -> bytes:
    def draw(canvas):
        rows = [text[at : at + PER_LINE] for at in range(0, len(text), PER_LINE)]
        for start in range(0, len(rows), PER_PAGE):
            ink = Ink(canvas)
            for at, row in enumerate(rows[start : start + PER_PAGE]):
                ink.text(40, 800 - at * 12, row, font, 10)
            ink.done()
            canvas.showPage()

    return make_pdf(draw, title="")


def test_that_the_list_is_whole():
    assert len(listed()) == 8105
    assert sum(ord(character) > 0xFFFF for character in listed()) == 196


@pytest.mark.parametrize("font", fonts.FONTS)
def test_that_every_font_has_every_character_of_the_list(font):
    assert fonts.missing_glyphs(listed(), font) == ""


@pytest.mark.parametrize("font", fonts.FONTS)
def test_that_every_character_copies_right(font):
    pdf = PdfReader(BytesIO(printed(listed(), font)))
    copied = "".join(page.extract_text() for page in pdf.pages)
    assert "".join(copied.split()) == listed()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext of poppler-utils")
def test_that_another_reader_copies_them_right_too(tmp_path):
    (tmp_path / "all.pdf").write_bytes(printed(listed(), fonts.KAI))
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", tmp_path / "all.pdf", "-"], capture_output=True, check=True)
    assert "".join(done.stdout.decode("utf-8").split()) == listed()


def test_that_a_missing_glyph_is_reported_with_the_name():
    with pytest.raises(InvalidInput) as caught:
        fonts.check_names(["张三", "李\ue123四"])
    assert "李\ue123四" in str(caught.value)
    assert "U+E123" in str(caught.value)
    assert "张三" not in str(caught.value)


def test_that_another_font_steps_in_for_a_character():
    # LXGW WenKai has no ℡; Noto Sans SC has.
    odd = next(
        chr(code)
        for code in range(0x2000, 0xFFE0)
        if fonts.missing_glyphs(chr(code), fonts.KAI)
        and not fonts.missing_glyphs(chr(code), fonts.SERIF)
        and not chr(code).isspace()
    )
    assert fonts.pick("张" + odd, fonts.KAI) == fonts.SERIF
    assert fonts.names_with_missing_glyphs(["张" + odd], fonts.KAI) == []


def test_that_widths_are_those_of_the_font():
    assert fonts.width("张三", fonts.KAI, 10) == pytest.approx(20)
    assert fonts.width("", fonts.KAI, 10) == 0
