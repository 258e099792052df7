"""Certificates for any list: what is taken, what is refused."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from pypdf import PdfReader

from exam.errors import ImportRejected, InvalidInput, OutsideFault
from exam.files.certificate_list import certificates_from_list, read_certificates


def workbook(path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_that_a_list_becomes_certificates(tmp_path):
    source = workbook(
        tmp_path / "stars.xlsx",
        ["2026年度明星员工名单"],
        ["姓名", "单位", "奖项", "编号", "事由"],
        ["张𬭎", "江岸区分公司", "WO的完美之星", "STAR-001", "在2026年服务之星评选中表现突出"],
        ["阿卜杜拉•买买提", "江汉区分公司", "服务标兵一等奖", None, None],
        [None, "武昌区分公司", "优秀组织奖", "STAR-003", None],
    )
    count = certificates_from_list(source, tmp_path / "out.pdf", issuer="竞赛办公室", day="2026-11-22")
    found = [page.extract_text().replace("\n", "") for page in PdfReader(tmp_path / "out.pdf").pages]
    assert count == len(found) == 3
    assert "在2026年服务之星评选中表现突出，被授予" in found[0]
    assert "“WO的完美之星”称号" in found[0]
    assert "STAR-001" in found[0]
    assert "阿卜杜拉·买买提同志：" in found[1]
    assert "荣获" in found[1]
    assert "武昌区分公司：" in found[2]
    assert all("二〇二六年十一月二十二日" in page for page in found)


def test_that_number_and_reason_may_be_left_out(tmp_path):
    source = workbook(tmp_path / "a.xlsx", ["姓名", "单位", "奖项"], ["张三", "一部", "一等奖"])
    (one,) = read_certificates(source)
    assert (one.name, one.number, one.reason) == ("张三", "", "")


def test_that_every_problem_is_named_and_nothing_printed(tmp_path):
    source = workbook(
        tmp_path / "bad.xlsx",
        ["姓名", "单位", "奖项", "编号"],
        ["张三", "一部", "一等奖", "1"],
        ["李?四", "一部", "二等奖", "2"],
        ["王五", "一部", None, "3"],
        [None, None, "三等奖", "4"],
        ["赵六", "一部", "三等奖", "1"],
    )
    with pytest.raises(ImportRejected) as caught:
        certificates_from_list(source, tmp_path / "out.pdf")
    assert [problem.row for problem in caught.value.problems] == [3, 4, 5, 6]
    assert all(problem.reason_text for problem in caught.value.problems)
    assert not (tmp_path / "out.pdf").exists()


def test_that_a_list_without_its_columns_is_refused(tmp_path):
    source = workbook(tmp_path / "x.xlsx", ["姓名", "单位"], ["张三", "一部"])
    with pytest.raises(InvalidInput, match="奖项"):
        read_certificates(source)
    with pytest.raises(InvalidInput):
        read_certificates(workbook(tmp_path / "y.xlsx", ["姓名", "奖项"]))


def test_that_a_file_that_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(InvalidInput):
        read_certificates(tmp_path / "x.xlsx")
    with pytest.raises((InvalidInput, OutsideFault)):
        read_certificates(tmp_path / "gone.xlsx")


def test_that_a_folder_that_is_gone_is_said(tmp_path):
    source = workbook(tmp_path / "a.xlsx", ["姓名", "单位", "奖项"], ["张三", "一部", "一等奖"])
    with pytest.raises(OutsideFault):
        certificates_from_list(source, tmp_path / "gone" / "out.pdf")
