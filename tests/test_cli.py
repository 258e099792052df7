"""The commands without the window: good and bad input, exit codes, what is printed where."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from exam import cli
from resources import path as shipped

ROOT = Path(__file__).resolve().parent.parent


def write_roster(path, rows, headers=("工号", "姓名", "单位", "岗位")):
    book = Workbook()
    book.active.append(["某某公司花名册"])
    book.active.append(list(headers))
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


@pytest.fixture(scope="module")
def small_roster(tmp_path_factory):
    """Somebody else's roster: three tiny units, no certificates, no duty column."""
    rows = [
        (f"{unit}{at:03d}", name + "甲乙丙丁戊己庚辛"[at], f"{unit}号营业部", "营业员")
        for unit, name, size in (("7", "赵", 8), ("8", "钱", 3), ("9", "孙", 1))
        for at in range(size)
    ]
    return write_roster(tmp_path_factory.mktemp("small") / "roster.xlsx", rows)


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory, small_roster):
    """A rehearsal on the small roster, made once."""
    folder = tmp_path_factory.mktemp("rehearsed") / "out"
    assert cli.main(["rehearse", str(folder), "--roster", str(small_roster), "--dice", "9" * 20]) == 0
    return folder


def test_that_a_clean_roster_passes(capsys):
    code = cli.main(["check-roster", str(shipped("samples", "花名册.xlsx"))])
    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found == {"rows": 433, "accepted": 433, "problems": [], "refused": None}


def test_that_problems_of_rows_are_named(tmp_path, capsys):
    rows = [("001", "张三", "甲部", ""), ("001", "李?", "甲部", ""), ("3", "", "乙部", "")]
    code = cli.main(["check-roster", str(write_roster(tmp_path / "r.xlsx", rows)), "--lang", "en"])
    found = json.loads(capsys.readouterr().out)
    assert code == 1
    assert list(found) == ["rows", "accepted", "problems", "refused"]
    assert (found["rows"], found["accepted"], found["refused"]) == (3, 1, None)
    assert all(list(problem) == ["row", "column", "value", "reason"] for problem in found["problems"])
    places = {(problem["row"], problem["column"]) for problem in found["problems"]}
    assert places == {(4, "工号"), (4, "姓名"), (5, "姓名")}


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_that_a_file_that_is_no_roster_is_refused(tmp_path, capsys, content):
    path = tmp_path / "r.xlsx"
    path.write_bytes(content)
    code = cli.main(["check-roster", str(path)])
    found = json.loads(capsys.readouterr().out)
    assert code == 2
    assert (found["rows"], found["accepted"], found["problems"]) == (0, 0, [])
    assert found["refused"]


def test_that_a_missing_roster_is_refused(tmp_path, capsys):
    assert cli.main(["check-roster", str(tmp_path / "gone.xlsx")]) == 2
    assert json.loads(capsys.readouterr().out)["refused"]


def test_that_options_stand_before_or_after_the_command(tmp_path, capsys):
    said = set()
    for arguments in (["--lang", "en", "check-roster", "no.xlsx"], ["check-roster", "no.xlsx", "--lang", "en"]):
        assert cli.main(arguments) == 2
        said.add(json.loads(capsys.readouterr().out)["refused"])
    assert said == {"The file no.xlsx is not there any more. Choose it again."}


def test_that_a_wrong_command_says_how_it_is_called(capsys):
    assert cli.main(["rehears"]) == 2
    assert "rehearse" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
@pytest.mark.parametrize("arguments", [["check-roster", "ROSTER"], ["rehearse", "OUT", "--roster", "ROSTER"], ["-h"]])
def test_that_a_reader_who_leaves_early_disturbs_no_command(tmp_path, small_roster, arguments):
    named = {"ROSTER": str(small_roster), "OUT": str(tmp_path / "out")}
    command = [sys.executable, "main.py", *(named.get(word, word) for word in arguments)]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
    assert arguments[0] != "rehearse" or (tmp_path / "out" / "summary.json").exists()


def test_that_certificates_are_printed_for_any_list(tmp_path, capsys, no_own_competition):
    target = tmp_path / "c.pdf"
    assert cli.main(["certificates", str(shipped("samples", "证书名单.xlsx")), str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in capsys.readouterr().out


def test_that_a_list_without_awards_is_refused_and_nothing_is_printed(tmp_path, capsys, no_own_competition):
    target = tmp_path / "c.pdf"
    assert cli.main(["certificates", str(shipped("samples", "花名册.xlsx")), str(target)]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert "奖项" in out.err
    assert not target.exists()


def test_that_certificates_carry_the_heading_of_a_competition(tmp_path, rehearsed):
    from pypdf import PdfReader

    target = tmp_path / "c.pdf"
    arguments = [str(shipped("samples", "证书名单.xlsx")), str(target), "--database", str(rehearsed / "competition.db")]
    assert cli.main(["certificates", *arguments]) == 0
    assert "江城示例通信有限公司竞赛办公室" in PdfReader(target).pages[0].extract_text()


@pytest.fixture
def no_own_competition(monkeypatch, tmp_path):
    """The user's own data folder must not decide a test."""
    monkeypatch.setattr(cli, "default_database", lambda: tmp_path / "none.db")


def test_that_a_rehearsal_leaves_everything_in_its_folder(rehearsed):
    summary = json.loads((rehearsed / "summary.json").read_text("utf-8"))
    assert summary["roster"]["people"] == 12
    assert summary["final"]["nominees"] > 0
    assert "hash" in summary["written_marks"]
    assert "hash" in summary["final"]["marks_from"]
    assert summary["draw"]["dice"] == "9" * 20
    assert (rehearsed / "competition.db").exists()
    found = {each.relative_to(rehearsed).as_posix() for each in rehearsed.rglob("*") if each.is_file()}
    assert {*summary["files"], "summary.json"} == found


def test_that_the_draw_of_a_rehearsal_verifies(rehearsed, tmp_path, capsys):
    folder = next(path for path in (rehearsed / "draw").iterdir() if path.is_dir())
    code = json.loads((rehearsed / "summary.json").read_text("utf-8"))["draw"]["freeze_code"]
    assert cli.main(["verify-draw", str(folder), "--code", code]) == 0
    assert code in capsys.readouterr().out
    assert cli.main(["verify-draw", str(folder), "--code", "0" * 64]) == 1
    assert code in capsys.readouterr().err
    assert cli.main(["draw", str(folder), "9" * 20]) == 0
    assert capsys.readouterr().out == (folder / "result.tsv").read_text("utf-8")
    changed = tmp_path / "changed"
    shutil.copytree(folder, changed)
    (changed / "roster.tsv").write_bytes((changed / "roster.tsv").read_bytes().replace(b"7000", b"7009", 1))
    assert cli.main(["verify-draw", str(changed)]) == 1
    assert "roster.tsv" in capsys.readouterr().err
    assert cli.main(["draw", str(folder), "12"]) == 2


def test_that_a_rehearsal_repeats_into_its_own_folder_only(tmp_path, rehearsed, small_roster, capsys):
    folder = tmp_path / "out"
    shutil.copytree(rehearsed, folder)
    (folder / "mine.txt").write_text("keep")
    assert cli.main(["rehearse", str(folder), "--roster", str(small_roster)]) == 2
    assert str(folder) in capsys.readouterr().err
    assert (folder / "mine.txt").read_text() == "keep"
    (folder / "mine.txt").unlink()
    before = (folder / "competition.db").read_bytes()
    (folder / "competition.db").write_bytes(before + b"work")
    assert cli.main(["rehearse", str(folder), "--roster", str(small_roster)]) == 2
    (folder / "competition.db").write_bytes(before)
    assert cli.main(["rehearse", str(folder), "--roster", str(small_roster), "--dice", "1" * 20]) == 0
    assert json.loads((folder / "summary.json").read_text("utf-8"))["draw"]["dice"] == "1" * 20
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("bad", ["roster", "dice", "folder"])
def test_that_a_refused_rehearsal_leaves_nothing(tmp_path, small_roster, bad, capsys):
    folder, roster, dice = tmp_path / "out", small_roster, "2" * 20
    if bad == "roster":
        roster = write_roster(tmp_path / "r.xlsx", [("1", "张三", "甲部", ""), ("1", "李四", "甲部", "")])
    elif bad == "dice":
        dice = "12345"
    else:
        folder.write_text("a file")
    before = sorted(tmp_path.rglob("*"))
    assert cli.main(["rehearse", str(folder), "--roster", str(roster), "--dice", dice]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.strip()
    assert sorted(tmp_path.rglob("*")) == before


def test_that_nobody_eligible_is_a_sentence_and_leaves_nothing(tmp_path, capsys):
    rows = [("1", "张三", "甲部", "否"), ("2", "李四", "甲部", "否")]
    roster = write_roster(tmp_path / "r.xlsx", rows, ("工号", "姓名", "单位", "在岗"))
    assert cli.main(["rehearse", str(tmp_path / "out"), "--roster", str(roster), "--lang", "en"]) == 2
    assert "Nobody would be drawn" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["r.xlsx"]


def test_that_a_rehearsal_takes_another_database(tmp_path, small_roster, server_database):
    file = tmp_path / "own.db"
    common = ["--roster", str(small_roster)]
    assert cli.main(["rehearse", str(tmp_path / "i"), *common, "--database", str(tmp_path / "i" / "own.db")]) == 0
    assert (tmp_path / "i" / "own.db").exists()
    assert cli.main(["rehearse", str(tmp_path / "a"), *common, "--database", str(file)]) == 0
    assert file.exists()
    assert not (tmp_path / "a" / "competition.db").exists()
    assert cli.main(["rehearse", str(tmp_path / "b"), *common, "--database", str(file)]) == 2
    assert not (tmp_path / "b").exists()
    assert cli.main(["rehearse", str(tmp_path / "c"), *common, "--database", server_database]) == 0
    assert cli.main(["rehearse", str(tmp_path / "d"), *common, "--database", server_database]) == 2
    summaries = [json.loads((tmp_path / name / "summary.json").read_text("utf-8")) for name in "iac"]
    assert len({summary["publication"]["sha256"] for summary in summaries}) == 1, "the same everywhere"


def test_that_commands_import_only_what_they_need():
    code = (
        "import sys; from exam import cli; cli.main(['check-roster', sys.argv[1]]);"
        "bad = {'sqlalchemy', 'reportlab', 'PySide6', 'argon2'} & set(sys.modules); assert not bad, bad"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(shipped("samples", "花名册.xlsx"))], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_that_a_rehearsal_agrees_with_the_second_calculation(rehearsed, capsys):
    database = rehearsed / "competition.db"
    assert cli.main(["verify", str(database), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Everything agrees:")
    assert cli.main(["verify", str(database), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["agrees"]
    assert found["differences"] == []
    assert cli.main(["verify", str(database), "--entries", str(found["entries"]), "--head", found["head"][:12]]) == 0
    assert cli.main(["verify", str(database), "--entries", "3", "--head", found["head"][:12]]) == 1


def test_that_a_mark_changed_from_outside_is_named(rehearsed, tmp_path, capsys):
    import sqlite3

    target = tmp_path / "competition.db"
    shutil.copy(rehearsed / "competition.db", target)
    with sqlite3.connect(target) as connection:
        connection.execute("UPDATE written_mark SET points = points + 10000 WHERE id = 1")
    connection.close()
    assert cli.main(["verify", str(target), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "Written mark" in told
    assert "It was changed from outside." in told
    assert cli.main(["verify", str(target), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["differences"][0]["kind"] == "row"


def test_that_a_journal_goes_on_from_its_older_copy(rehearsed, tmp_path, capsys):
    from exam import opening
    from exam.access import Person, Role
    from exam.rules.stages import Stage
    from exam.services.competition import unlock_stage
    from exam.unit_of_work import run

    old, new = rehearsed / "competition.db", tmp_path / "new.db"
    shutil.copy(old, new)
    database = opening.open_database(new)
    for reason in ("one", "two"):
        person = Person(None, reason, Role.OFFICE)
        run(database, person, lambda uow, reason=reason: unlock_stage(uow, stage=Stage.WRITTEN, reason=reason))
    database.close()
    assert cli.main(["verify-diff", str(old), str(new), "--lang", "en"]) == 0
    assert "goes on" in capsys.readouterr().out
    assert cli.main(["verify-diff", str(new), str(old), "--lang", "en"]) == 1
    assert "cut off" in capsys.readouterr().err
