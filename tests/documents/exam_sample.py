"""Invented rooms and papers of a written exam."""

from __future__ import annotations

from decimal import Decimal

from exam.rules.exam_sheets import (
    CorrectionLine,
    CorrectionRecord,
    ExamPlan,
    ExamRoom,
    MarkingSheet,
    PaperSection,
    Printed,
    RecheckLine,
    RecheckRecord,
    SealLine,
    SealList,
    Seated,
)
from exam.rules.marks import Attendance
from exam.rules.statistics import histogram, summarise
from exam.services.written_results import WrittenLine, WrittenResults
from tests.documents import sample
from tests.documents.sample import NAMES, UNITS

PRINTED = Printed("2026-12-01T15:20", 1423, "9b1d" * 16)
LONG = "阿依古丽·阿卜杜热西提·买买提吐尔逊·努尔麦麦提·居来提·艾合买提江·托合提如则·伊敏尼亚孜"
SECTIONS = (PaperSection("客观题", Decimal(60)), PaperSection("主观题", Decimal(40)))
NUMBERS = tuple(f"{(at * 7919 + 1234) % 9000 + 1000}{at % 10}" for at in range(1, 61))


def person(at: int, row: int, column: int, seat: int, attendance: str = "") -> Seated:
    name = LONG[:50] if at == 3 else NAMES[at % len(NAMES)]
    paper = "A" if (row + column) % 2 == 0 else "B"
    return Seated(
        f"2026{at + 1:04d}", name, UNITS[at % len(UNITS)], f"00{at:05d}", f"{seat:02d}", row, column, paper, attendance
    )


def room(name: str, rows: int, columns: int, count: int, *, first: int = 0, attendance: bool = False) -> ExamRoom:
    """A room of ``rows`` x ``columns`` with one desk that is not used and ``count`` people, filled in serpentines."""
    unusable = frozenset({(2, 2)}) if rows > 2 else frozenset()
    people, labels, seat = [], [], 0
    for row in range(1, rows + 1):
        for column in range(1, columns + 1) if row % 2 else range(columns, 0, -1):
            if (row, column) in unusable:
                continue
            seat += 1
            labels.append((row, column, f"{seat:02d}"))
            if len(people) < count:
                state = ("absent" if seat % 9 == 0 else "late" if seat % 11 == 0 else "present") if attendance else ""
                people.append(person(first + seat - 1, row, column, seat, state))
    return ExamRoom(name, "", rows, columns, unusable, tuple(people), tuple(labels))


def plan(*, attendance: bool = False) -> ExamPlan:
    """A sitting in a small room, a usual one and a large one."""
    rooms = (
        room("第一考场（三楼小会议室）", 2, 3, 5, attendance=attendance),
        room("第二考场", 6, 6, 30, first=5, attendance=attendance),
        room("第三考场（培训中心阶梯教室）", 9, 9, 80, first=35, attendance=attendance),
    )
    return ExamPlan("全员练兵笔试第一场", "2026-12-05T09:00", 90, "江城市电信培训中心", 15, 30, rooms)


def marking(*, opened: bool = False) -> tuple[MarkingSheet, ...]:
    return (
        MarkingSheet("全员练兵笔试第一场", "第一考场", SECTIONS, NUMBERS[:5], opened),
        MarkingSheet("全员练兵笔试第一场", "第二考场", SECTIONS, NUMBERS[5:], opened),
    )


def seals(*, opened: bool = False) -> tuple[SealList, ...]:
    lines = tuple(
        SealLine(number, f"2026{at:04d}", LONG[:50] if at == 3 else NAMES[at % len(NAMES)], UNITS[at % len(UNITS)])
        for at, number in enumerate(NUMBERS)
    )
    after = {"opened_at": "2026-12-07T10:05", "opened_by": ("李静", "王芳")} if opened else {}
    return (SealList("全员练兵笔试第一场", "第二考场", "2026-12-05T10:40", ("李静", "陈伟"), lines, **after),)


def recheck() -> tuple[RecheckRecord, ...]:
    lines = tuple(
        RecheckLine(
            number, SECTIONS[at % 2].name, Decimal("32.5") + at % 7, Decimal("32.5") + at % 7 + (2 if at == 4 else 0),
            "第 3 题漏加 2 分" if at == 4 else "",
        )
        for at, number in enumerate(NUMBERS[:40])
    )  # fmt: skip
    return (
        RecheckRecord("全员练兵笔试第一场", "CSC-2026-recheck|5f5f|382917", 200, 60, 21, 81, 1, Decimal("4.76"),
                      Decimal(5), False, lines),
    )  # fmt: skip


def corrections() -> CorrectionRecord:
    moves = ("李娜：第 5 名 → 第 3 名", "王强：第 3 名 → 第 4 名", "个人三等奖：增加李娜")
    lines = tuple(
        CorrectionLine(str(at), f"2026{at:04d} {NAMES[at]}", "笔试 主观题", "32.5", "34.5", "第 3 题漏加 2 分",
                       moves if at % 2 else (), "李静", "陈伟", "2026-12-08T09:00")
        for at in range(1, 8)
    )  # fmt: skip
    return CorrectionRecord("全员练兵笔试", lines)


def written() -> WrittenResults:
    """Everybody of the sample units in one locked and opened sitting."""
    units = sample.snapshot().units
    lines = tuple(
        WrittenLine(
            at + 1, f"2026{at + 1:04d}", f"2026{at + 1:04d}", f"00{at:05d}", NAMES[at % len(NAMES)], "",
            units[at % len(units)].unit_code, units[at % len(units)].unit, "全员练兵笔试第一场", Attendance.PRESENT,
            (Decimal(55) - Decimal(at) / 2, Decimal(35)), Decimal(90) - Decimal(at) / 2,
        )
        for at in range(36)
    )  # fmt: skip
    marked = [line.total for line in lines if line.total is not None]
    return WrittenResults(
        lines, tuple(part.name for part in SECTIONS), Decimal(100), units, summarise(marked, 2),
        histogram(marked, Decimal(100)), (), (), (), len(lines), len(lines), True,
    )  # fmt: skip
