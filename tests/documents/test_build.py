"""Writing papers to files."""

from __future__ import annotations

import pytest

from exam.documents.build import make_pdf, write_file
from exam.documents.ink import Ink
from exam.errors import OutsideFault


def one_page(canvas):
    ink = Ink(canvas)
    ink.text(50, 50, "张𬭎", "LXGWWenKai", 20)
    ink.done()
    canvas.showPage()


def test_that_the_same_paper_has_the_same_bytes():
    assert make_pdf(one_page, title="t") == make_pdf(one_page, title="t")


def test_that_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "成绩.pdf"
    target.write_bytes(b"old")
    assert write_file(target, b"new") == target
    assert target.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["成绩.pdf"]


def test_that_a_failed_write_leaves_the_old_file_and_says_what_to_do(tmp_path, monkeypatch):
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OutsideFault) as caught:
        write_file(target, b"new")
    assert "x.pdf" in str(caught.value)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_that_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(OutsideFault):
        write_file(tmp_path / "gone" / "x.pdf", b"new")
