"""The sheet that is signed, and what a later publication changed."""

from __future__ import annotations

from dataclasses import replace

from exam.documents.catalogue import find_paper
from exam.documents.sign_off import change_note, sign_off_sheet
from exam.documents.texts import texts_of
from exam.rules.results import Change, LockLine
from exam.rules.snapshots import PLACE, TOTAL
from tests.documents import sample
from tests.documents.test_sheets import pages

HEAD = "0123456789abcdef" * 4
LOCKS = (LockLine("sitting", "第 1 场笔试", True, "赵复核", "王办公"), LockLine("item", "情景模拟", False))


def test_that_the_sign_off_sheet_prints_the_whole_head_and_who_locked() -> None:
    snapshot = replace(sample.snapshot(2), journal_head=HEAD, journal_count=843, locks=LOCKS, interim=True)
    text = "".join(pages(sign_off_sheet(snapshot, texts_of("zh"))))
    assert HEAD in "".join(text.split())
    for word in ("843", "赵复核", "王办公", "未锁定", "阶段性成绩", snapshot.fingerprint, "监督员"):
        assert word in text, word


def test_that_final_results_are_not_called_interim() -> None:
    snapshot = replace(sample.snapshot(2), incomplete=(), unverified=0, locks=LOCKS[:1])
    text = "".join(pages(sign_off_sheet(snapshot, texts_of("zh"))))
    assert "最终成绩" in text
    assert "阶段性" not in text


def test_that_the_change_note_names_what_changed_and_what_is_void() -> None:
    changed = (
        Change("individual", "李娜", "江岸分公司", PLACE, "8", "7"),
        Change("team", "江岸分公司", "江岸分公司", TOTAL, "325.84", "325.49"),
    )
    text = "".join(pages(change_note(replace(sample.snapshot(2), changed=changed), texts_of("zh"))))
    for word in ("第 2 号公布代替第 1 号公布", "李娜", "325.84", "个人成绩登记表", "团体成绩表"):
        assert word in text, word
    assert "荣誉证书" not in text


def test_that_the_first_publication_has_no_change_note() -> None:
    assert not find_paper("changes").ready(sample.data(1))
    assert find_paper("changes").ready(sample.data(2))
