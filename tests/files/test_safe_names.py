from __future__ import annotations

import pytest

from exam.files.csv_text import read_rows, write_rows
from exam.files.safe_names import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("证书 一等奖", "证书 一等奖.pdf"),
        ("../../etc/passwd", "-..-etc-passwd.pdf"),
        ("a/b\\c:d", "a-b-c-d.pdf"),
        ("CON", "_CON.pdf"),
        ("com1.x", "_com1.x.pdf"),
        ("", "_.pdf"),
        (" . ", "_.pdf"),
        ("ＡＢＣ\u202e\n", "ABC.pdf"),
    ],
)
def test_that_file_names_are_made_safe(text: str, name: str) -> None:
    assert safe_name(text, ".pdf") == name


def test_that_long_names_are_cut_to_80_characters() -> None:
    assert len(safe_name("长" * 300, ".xlsx")) == 80


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "＝1"])
def test_that_csv_cells_are_never_formulas(text: str) -> None:
    data = write_rows([[text, "张伟"]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_rows(data.decode("utf-8-sig")) == [["'" + text, "张伟"]]
