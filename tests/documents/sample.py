"""Invented results that every paper can be made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from exam.rules.coding import CodingTable, TableLine
from exam.rules.results import AwardLine, IndividualLine, ItemColumn, Snapshot, Step, TeamLine, UnitLine
from exam.rules.sheets import (
    LotLine,
    LotRecord,
    MarkSheet,
    MarkSheetLine,
    Named,
    PanelLine,
    PanelSummary,
    QuizLedger,
    QuizLedgerLine,
    RosterLine,
    UnitRoster,
)
from exam.services.draw_rows import DrawRecord, DrawRow, PickRow, RecordUnit
from exam.services.paper_rows import Explained, PaperData

UNITS = (
    "江岸区分公司",
    "江汉区分公司",
    "硚口区分公司",
    "汉阳区分公司",
    "武昌区分公司",
    "青山区分公司",
    "洪山区分公司",
    "东西湖区分公司",
    "经济技术开发区（汉南区）分公司",
    "客户服务中心",
    "电子渠道运营中心",
    "网络运维部",
)
NAMES = (
    "张𬭎",
    "李𫟹",
    "王𬱖",
    "赵䶮",
    "钱㛃",
    "孙喆",
    "欧阳堃",
    "阿卜杜拉·买买提",
    "周伟",
    "吴芳",
    "郑娜",
    "冯敏",
    "陈静",
    "褚丽丽",
    "卫强",
    "蒋小磊",
    "沈军",
    "韩洋",
    "杨勇",
    "朱艳",
    "秦杰",
    "尤娟",
    "许涛",
    "何明明",
)
TICKET = "0.26299714122838008416507544297546663599715395525154425586041245287750224561854"
MOMENT = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
NAMED = Named(
    "服务技能大赛暨全员大比武",
    2026,
    "江城市电信有限公司",
    "江城市电信有限公司竞赛办公室",
    "zh",
    "三楼会议室",
    "2026-11-22",
)


def snapshot(number: int | None = 2, people: int = 48) -> Snapshot:
    """Results with ``people`` finalists, a tie, somebody withdrawn and a unit without marks."""
    items = (
        ItemColumn("written", "笔试", "written", Decimal(100), Decimal(30)),
        ItemColumn("scene", "情景模拟", "panel", Decimal(100), Decimal(40)),
        ItemColumn("case", "案例分析", "panel", Decimal(100), Decimal(30)),
    )
    individuals = []
    for at in range(people):
        score = Decimal("95.62") - Decimal("0.37") * at
        place = at + 1 if at != 4 else 4
        individuals.append(
            IndividualLine(
                place,
                f"A{at + 1:03d}",
                f"00{at + 101}",
                NAMES[at % len(NAMES)],
                f"U{at % 12:02d}",
                UNITS[at % 12],
                str(at % 3 + 1),
                (score - 2, score + 1, score),
                score - 2,
                score + Decimal("0.50"),
                Decimal("-0.50") if at == 2 else Decimal(0),
                score if at != 4 else Decimal("94.51"),
                "On-site total" if at in (7, 8) else "",
                "active",
                "个人一等奖" if at == 0 else "",
            )
        )
    individuals.append(
        replace(
            individuals[-1], place=None, items=(None, None, None), written=None, on_site=None, total=None, note="退赛"
        )
    )
    teams = tuple(
        TeamLine(
            at + 1,
            f"U{at:02d}",
            unit,
            unit,
            4,
            20,
            19,
            Decimal("95.00"),
            Decimal("86.45"),
            Decimal("361.20") - at,
            Decimal(0),
            Decimal("361.20") - at,
            (
                Step("Team total: sum of the members' individual totals", {}, None, 0, "heading"),
                Step("93.10 + 92.40 + 88.60 + 87.10 = 361.20", {}, Decimal("361.20")),
                Step("361.20 × 100% = 361.20", {}, Decimal("361.20"), 1, "result"),
            ),
            "Best single member" if at in (3, 4) else "",
        )
        for at, unit in enumerate(UNITS)
    )
    units = tuple(
        UnitLine(
            at + 1 if at < 11 else None,
            f"U{at:02d}",
            unit,
            40 + at,
            20,
            19,
            1,
            0,
            20,
            Decimal("1643.50"),
            Decimal("82.18") if at < 11 else None,
            Decimal("95.00"),
        )
        for at, unit in enumerate(UNITS)
    )
    awards = (
        AwardLine("team", "团体一等奖", UNITS[0], UNITS[0], 1, "", "", "FWDS〔2026〕团-001"),
        AwardLine("team", "团体二等奖", UNITS[1], UNITS[1], 2, "", "", "FWDS〔2026〕团-002"),
        *(
            AwardLine(
                "individual",
                ("个人一等奖", "个人二等奖", "个人三等奖")[min(at // 2, 2)],
                NAMES[at],
                UNITS[at],
                at + 1,
                f"00{at + 101}",
                "",
                f"FWDS〔2026〕个-{at + 1:03d}",
            )
            for at in range(8)
        ),
        AwardLine("organisation", "优秀组织奖", UNITS[5], UNITS[5], 1, "", "", "FWDS〔2026〕组-001", "参考率 100.00%"),
        AwardLine("title", "业务能手", NAMES[7], UNITS[7], None, "00108", "", "FWDS〔2026〕称-001"),
    )
    return Snapshot(
        NAMED.competition,
        2026,
        NAMED.host,
        NAMED.organiser,
        "zh",
        "2026-11-22T10:32:05",
        number,
        "3f9a1c0b77d2",
        items,
        tuple(individuals),
        teams,
        units,
        awards,
        (),
        "9b1d" * 16,
        1423,
    )


def draw(people: int = 6) -> DrawRecord:
    """A draw of 12 units with a strike and somebody who stepped up."""
    row = DrawRow(
        1,
        1,
        "exam",
        "FWDS-2026-exam",
        1,
        "run",
        "unit",
        "三楼会议室",
        "5f" * 32,
        MOMENT,
        "李静",
        "38291746501928374650",
        2,
        "王芳",
        "陈伟",
        MOMENT,
        "李静",
        None,
        "",
        None,
        0,
    )
    units = []
    for at, unit in enumerate(UNITS):
        drawn = tuple(_pick(at, place, "D", "struck" if (at, place) == (0, 2) else "valid") for place in range(people))
        alternates = tuple(
            _pick(at, people + place, "A", "stepped_up" if (at, place) == (0, 0) else "waiting") for place in range(2)
        )
        units.append(RecordUnit(f"U{at:02d}", unit, "", 40 + at, people, 2, drawn, alternates))
    return DrawRecord(row, NAMED.competition, "seed", ("在岗窗口人员，各单位抽取15%，不足1人进位。",), tuple(units), 3)


def _pick(unit: int, at: int, kind: str, state: str) -> PickRow:
    return PickRow(
        unit * 100 + at,
        1,
        f"U{unit:02d}",
        unit,
        UNITS[unit],
        "营业员",
        kind,
        at % 6 + 1,
        at,
        f"00{unit:02d}{at:03d}",
        NAMES[(unit + at) % len(NAMES)],
        TICKET,
        state,
        "病假" if state == "struck" else "",
        "赵主任" if state == "struck" else "",
        None,
        None,
    )


def lots() -> tuple[LotRecord, ...]:
    """Three groups, and the order of appearance of the first."""
    lines = tuple(LotLine(at + 1, f"A{at + 1:02d}", f"00{at}", NAMES[at], UNITS[at]) for at in range(12))
    shared = ("5f" * 32, "38291746501928374650", ("王芳", "陈伟"), "2026-11-20T14:30+08:00", "李静", "三楼会议室")
    return (
        LotRecord("groups", "FWDS-2026-groups", 0, *shared, 7, True, (lines, lines, lines)),
        LotRecord("order", "FWDS-2026-order-1", 1, *shared, 0, True, (lines,)),
    )


def panels() -> tuple[PanelSummary, ...]:
    """Two groups judged by seven judges, one of them absent once."""
    marks = tuple(Decimal(text) for text in ("92.5", "93.0", "91.5", "95.0", "90.0", "92.0", "93.5"))
    lines = tuple(
        PanelLine(
            at + 1,
            f"A{at + 1:03d}",
            marks if at != 3 else (*marks[:6], None),
            (3, 4),
            Decimal("92.50"),
            Decimal("0.50") if at == 1 else Decimal(0),
            Decimal("92.50"),
            at + 1,
        )
        for at in range(16)
    )
    judges = tuple(f"评委{at}" for at in range(1, 8))
    rule = "去掉一个最高分和一个最低分，取平均分"
    return tuple(PanelSummary("情景模拟", f"第{group}组", rule, judges, lines) for group in (1, 2))


def rosters() -> tuple[UnitRoster, ...]:
    """Two units, one of more than a page."""
    lines = tuple(
        RosterLine(
            f"00{at + 101}",
            NAMES[at % len(NAMES)],
            "男" if at % 2 else "女",
            "中山大道营业厅",
            "营业员",
            "2019-07-01",
            True,
            True,
            at % 5 != 0,
        )
        for at in range(60)
    )
    return (UnitRoster("U00", UNITS[0], lines), UnitRoster("U08", UNITS[8], lines[:9]))


def mark_sheets() -> tuple[MarkSheet, ...]:
    """A judge's sheet with criteria and one for a total; one entrant is avoided, one was confirmed on the screen."""
    names = ("服务礼仪", "沟通表达", "问题处理", "应变能力")
    criteria = tuple(zip(names, map(Decimal, (20, 25, 35, 20)), strict=True))
    lines = (
        MarkSheetLine(1, "A001", (Decimal(18), Decimal("22.5"), Decimal(30), Decimal(17)), Decimal("87.5"), "09:42"),
        *(MarkSheetLine(at, f"A{at:03d}", (None,) * 4, None, avoided=at == 3) for at in range(2, 17)),
    )
    bare = tuple(MarkSheetLine(line.order, line.entrant_code, (), None) for line in lines)
    return (
        MarkSheet("情景模拟", "A", "赵主任", Decimal(100), criteria, lines),
        MarkSheet("演讲", "B", "钱主任", Decimal(100), (), bare),
    )


def quizzes() -> tuple[QuizLedger, ...]:
    """A quiz with every kind of line, longer than a page."""
    ten = Decimal(10)
    lines = [
        QuizLedgerLine(1, "1", "抢答题", UNITS[0], None, "抢按犯规", -ten, Decimal(90), True, "", ""),
        QuizLedgerLine(2, "1", "风险题", UNITS[1], Decimal(30), "答对", 3 * ten, Decimal(130), False, "", "题目有误"),
        QuizLedgerLine(3, "", "加减分", UNITS[1], None, "", Decimal(-5), Decimal(95), False, "队员场外提示", ""),
    ]
    lines += [
        QuizLedgerLine(at, str(at), "必答题", UNITS[at % 4], None, "答对", ten, Decimal(90 + at), False, "", "")
        for at in range(4, 50)
    ]
    scores = tuple((at + 1, UNITS[at], Decimal(210 - 10 * at), ten if at == 1 else Decimal(0)) for at in range(4))
    return (QuizLedger("知识竞答", Decimal(100), tuple(lines), scores),)


def explained() -> tuple[Explained, ...]:
    """One calculation with every kind of line."""
    steps = (
        Step("Written exam", {}, None, 0, "heading"),
        Step("Mark {mark} of {full}", {"mark": "93.62", "full": "100"}, Decimal("93.62")),
        Step("On-site", {}, None, 0, "heading"),
        Step("Marks of 7 judges: 92.5, 93.0, 91.5, 95.0, 90.0, 92.0, 93.5", {}, None),
        Step("Highest 95.0 and lowest 90.0 dropped", {}, None, 2),
        Step("(92.5 + 93.0 + 91.5 + 92.0 + 93.5) ÷ 5 = 92.50", {}, Decimal("92.50")),
        Step("Judge 3 has not marked yet", {}, None, 1, "warning"),
        Step("93.62 × 30% + 92.50 × 70% = 92.84", {}, Decimal("92.84"), 0, "result"),
    )
    return (Explained("A001 张𬭎", UNITS[0], steps), Explained(UNITS[0], UNITS[0], steps))


def coding() -> tuple[CodingTable, ...]:
    """Three levels for two entrants."""
    drawn = ("2026-11-20T09:30", "王芳", "李静", "5f" * 32)
    people = (TableLine("张𬭎", "A01", "0012", UNITS[0]), TableLine("欧阳娜", "B01", "0107", UNITS[1]))
    return (
        CodingTable(1, people, *drawn[:3], secret=False),
        CodingTable(2, (TableLine("B01", "4062"), TableLine("A01", "7129")), *drawn),
        CodingTable(3, (TableLine("7129", "3148"), TableLine("4062", "9004")), *drawn, salt="ab" * 32, secret=False),
    )  # fmt: skip


def data(number: int | None = 2, language: str = "zh") -> PaperData:
    """Everything that can be printed."""
    from tests.documents import exam_sample

    named = replace(NAMED, language=language)
    return PaperData(
        named, rosters(), draw(), panels(), replace(snapshot(number), language=language), explained(), lots(),
        exam_sample.plan(), exam_sample.marking(), exam_sample.seals(), exam_sample.recheck(),
        exam_sample.corrections(), exam_sample.PRINTED, mark_sheets(), quizzes(), exam_sample.written(),
        exam_sample.written().lines, coding=coding(),
    )  # fmt: skip


PAGE = {"zh": re.compile(r"第 (\d+) 页\u3000共 (\d+) 页"), "en": re.compile(r"Page (\d+) of (\d+)")}


def check_page_numbers(pages: Sequence[str], language: str) -> int:
    """Assert that every page says its place in its sheet, sheet after sheet; the number of sheets."""
    sheets, at = 0, 0
    while at < len(pages):
        found = PAGE[language].findall(pages[at])
        assert len(found) == 1, pages[at]
        count = int(found[0][1])
        for number, page in enumerate(pages[at : at + count], start=1):
            assert PAGE[language].findall(page) == [(str(number), str(count))]
        assert at + count <= len(pages)
        sheets, at = sheets + 1, at + count
    return sheets
