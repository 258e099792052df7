"""Make the workbooks of resources/samples: a fictional company's roster, nominations, marks and titles.

Run it from the project's folder: ``python tests/data/make_samples.py``. Everything follows from hashes, so that the
same files come out every time. The marks of the written round belong to the people that the sample's draw brings up:
after a change of the draw, run it again.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
SAMPLES = ROOT / "resources" / "samples"
COMPANY = "江城示例通信有限公司"
YEAR = 2026

UNITS = (
    ("临江分公司", 75, "LJ"),
    ("东湖分公司", 68, "DH"),
    ("汉桥分公司", 53, "HQ"),
    ("南山分公司", 48, "NS"),
    ("北港分公司", 44, "BG"),
    ("青石分公司", 36, "QS"),
    ("梅园分公司", 30, "MY"),
    ("银杏分公司", 25, "YX"),
    ("柳林分公司", 20, "LL"),
    ("桃源分公司", 15, "TY"),
    ("古渡分公司", 11, "GD"),
    ("客户服务中心", 8, "KF"),
)
OUTLETS = ("中心营业厅", "人民路营业厅", "火车站营业厅", "大学城营业厅", "新区营业厅", "商贸城营业厅", "体育馆营业厅")
POSTS = ("营业员", "营业员", "营业员", "值班经理", "客服代表", "装维员")

SURNAMES = (
    "王王王王李李李李张张张刘刘刘陈陈陈杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘"
    "于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤单仇解查区"
)
WOMEN = (  # noqa: SIM905
    "芳 娜 敏 静 丽 燕 娟 霞 洁 玲 婷 雪 琳 倩 悦 莹 慧 颖 欣怡 思雨 雨欣 梦瑶 佳怡 晓燕 美玲 秀英 海燕 文静 诗涵 "
    "子涵 雅婷 丽华 春梅 玉兰 晓雯 若彤 语嫣 紫薇 可欣 嘉敏 婉清 书瑶 梓萱 素芬 桂花 小红 冬梅 佩珊 依然 心怡"
).split()
MEN = (  # noqa: SIM905
    "伟 强 磊 军 洋 勇 涛 超 明 刚 平 辉 鹏 飞 斌 浩 波 志强 建国 建华 俊杰 浩然 子轩 宇航 文博 天佑 明轩 国庆 "
    "海涛 少华 立群 家豪 一鸣 世杰 振华 志远 晓东 学文 永康 德华 嘉伟 泽宇 博文 思远 鑫 凯 亮 毅"
).split()

# Unit, place in the unit (from 0), name, sex: what real rosters hold and programs stumble over.
SPECIAL = (
    ("LJ", 3, "张𬭎", "男"),
    ("DH", 2, "李𫟹", "女"),
    ("HQ", 1, "王𬱖", "男"),
    ("NS", 4, "赵䶮", "男"),
    ("BG", 0, "钱㛃", "女"),
    ("QS", 5, "周喆堃", "男"),
    ("MY", 2, "欧阳文静", "女"),
    ("LJ", 21, "欧阳志远", "男"),
    ("YX", 1, "阿卜杜拉·买买提", "男"),
    ("DH", 30, "古丽米热·阿卜杜热依木", "女"),
    ("LL", 3, "单怡", "女"),
    ("LJ", 10, "陈静", "女"),
    ("TY", 2, "陈静", "女"),
    ("KF", 1, "万兰", "女"),
    ("GD", 4, "仇波", "男"),
)
TEAM_PLACES = {
    "LJ": (3, 10, 17, 40),
    "DH": (2, 8, 19, 33),
    "HQ": (1, 6, 15, 28),
    "NS": (4, 9, 20, 31),
    "BG": (0, 7, 13, 26),
    "QS": (5, 8, 14, 22),
    "MY": (2, 6, 11, 19),
    "YX": (1, 5, 9, 16),
    "LL": (3, 6, 10, 15),
    "TY": (2, 5, 8, 12),
    "GD": (1, 4, 6, 8),
    "KF": (0, 1, 3, 5),
}


def dice(*parts: object, sides: int) -> int:
    """A number from 0 below ``sides``, always the same for the same parts."""
    return int.from_bytes(sha256("|".join(map(str, parts)).encode()).digest()[:8], "big") % sides


class Person:
    """One row of the roster."""

    def __init__(self, unit: str, code: str, place: int, number: str, name: str, sex: str) -> None:
        self.unit, self.code, self.place, self.number, self.name, self.sex = unit, code, place, number, name, sex
        elite = place in TEAM_PLACES[code]
        self.elite = elite
        self.post = POSTS[dice("post", number, sides=len(POSTS))]
        self.outlet = "客服大厅" if code == "KF" else OUTLETS[dice("outlet", number, sides=min(7, 2 + place // 9))]
        self.since = date(2004, 3, 1) + timedelta(days=dice("since", number, sides=7800))
        self.on_duty = elite or dice("duty", number, sides=45) != 0
        self.window = elite or dice("window", number, sides=40) != 0
        self.certified = elite or dice("certified", number, sides=9) != 0
        self.note = ""
        if not self.on_duty:
            self.note = ("产假", "病假", "脱产学习", "借调市公司")[dice("why", number, sides=4)]
        elif not self.window:
            self.note = "后台支撑"
        elif not self.certified and self.since > date(2024, 1, 1):
            self.note = "新入职，待取证"


def people() -> list[Person]:
    """The roster, unit by unit."""
    special = {(code, place): (name, sex) for code, place, name, sex in SPECIAL}
    found: list[Person] = []
    taken = {name for _, _, name, _ in SPECIAL}
    for at, (unit, size, code) in enumerate(UNITS):
        for place in range(size):
            # Old numbers begin with zeros, newer ones with the year of entry.
            old = dice("old", code, place, sides=3) == 0
            number = f"{at + 1:03d}{place * 7 + 11:04d}" if old else f"2{at + 1:02d}{place * 13 + 105:05d}"
            if (code, place) in special:
                name, sex = special[code, place]
            else:
                name, sex = _name(code, place, taken)
            taken.add(name)
            found.append(Person(unit, code, place, number, name, sex))
    return found


def _name(code: str, place: int, taken: set[str]) -> tuple[str, str]:
    for attempt in range(100):
        key = (code, place, attempt)
        sex = "女" if dice("sex", code, place, sides=10) < 7 else "男"
        given = WOMEN if sex == "女" else MEN
        name = SURNAMES[dice("surname", *key, sides=len(SURNAMES))] + given[dice("given", *key, sides=len(given))]
        if name not in taken:
            return name, sex
    raise AssertionError("the name lists are too short")


THIN = Side(style="thin", color="FFB7BDC8")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEADER_FILL = PatternFill("solid", fgColor="FFDCE6F4")


def write_sheet(
    sheet: Worksheet,
    title: str,
    headers: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[Any]],
    note: str = "",
) -> None:
    """A sheet as an office makes it: a merged title, a note, a styled header, borders, fixed panes."""
    columns = len(headers)
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    sheet["A1"].font = Font(name="微软雅黑", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 30
    if note:
        sheet.append([note])
        sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=columns)
        sheet["A2"].font = Font(name="宋体", size=10, italic=True, color="FF5B6472")
    sheet.append(list(headers))
    header = sheet.max_row
    for cell in sheet[header]:
        cell.font = Font(name="微软雅黑", size=11, bold=True)
        cell.fill, cell.border = HEADER_FILL, BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[header].height = 24
    body = Font(name="宋体", size=11)
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            cell.font, cell.border = body, BORDER
            if isinstance(cell.value, str):
                cell.number_format = "@"
            elif isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
            elif isinstance(cell.value, Decimal):
                cell.number_format = "0.00"
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = sheet.cell(header + 1, 1)
    sheet.page_setup.orientation = "landscape" if columns > 8 else "portrait"
    sheet.print_title_rows = f"{header}:{header}"


def save(book: Workbook, name: str) -> None:
    """Write a workbook whose bytes do not depend on the day it was made."""
    import zipfile

    moment = date(YEAR, 10, 9)
    book.properties.creator = "竞赛办公室"
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.xlsx"
        book.save(raw)
        target = SAMPLES / name
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
            for info in source.infolist():
                content = source.read(info)
                if info.filename == "docProps/core.xml":
                    content = _fixed_times(content, f"{moment.isoformat()}T09:00:00Z")
                fixed = zipfile.ZipInfo(info.filename, (moment.year, moment.month, moment.day, 9, 0, 0))
                fixed.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(fixed, content)


def _fixed_times(core: bytes, moment: str) -> bytes:
    import re

    return re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + moment.encode(), core)


def roster(everybody: Sequence[Person]) -> None:
    """花名册.xlsx."""
    book = Workbook()
    sheet = book.active
    sheet.title = "花名册"
    write_sheet(
        sheet,
        f"{COMPANY}{YEAR}年窗口服务人员花名册",
        ("序号", "工号", "姓名", "性别", "单位", "网点", "岗位", "上岗时间", "在岗", "窗口", "持证", "备注"),
        (6, 13, 24, 6, 16, 16, 11, 13, 7, 7, 7, 18),
        (
            (
                at, who.number, who.name, who.sex, who.unit, who.outlet, who.post, who.since,
                "是" if who.on_duty else "否", "是" if who.window else "否", "是" if who.certified else "否", who.note,
            )
            for at, who in enumerate(everybody, 1)
        ),
        f"填表单位：人力资源部　　统计日期：{YEAR}年10月9日　　本表人员、单位均为虚构",
    )  # fmt: skip
    save(book, "花名册.xlsx")


def nominations(everybody: Sequence[Person]) -> None:
    """推荐名单.xlsx: twelve teams of four."""
    book = Workbook()
    sheet = book.active
    sheet.title = "推荐名单"
    elites = [who for who in everybody if who.elite]
    write_sheet(
        sheet,
        f"{YEAR}年服务技能大赛精英决赛推荐名单",
        ("序号", "单位", "工号", "姓名", "性别", "岗位", "推荐理由"),
        (6, 16, 13, 22, 6, 11, 26),
        (
            (
                at, who.unit, who.number, who.name, who.sex, who.post,
                ("业务能手", "服务标兵", "窗口骨干", "练兵成绩突出")[dice("reason", who.number, sides=4)],
            )
            for at, who in enumerate(elites, 1)
        ),
        "每单位推荐业务精英4人，均须持证上岗",
    )  # fmt: skip
    save(book, "推荐名单.xlsx")


def judge_marks(everybody: Sequence[Person]) -> None:
    """评委评分.xlsx: the final's written exam and two items marked by seven judges."""
    from exam.rehearsal.marks import JUDGES, entrant_marks, panel_marks

    elites = [who for who in everybody if who.elite]
    marks = {who.number: entrant_marks(who.number) for who in elites}
    _tie(marks, elites)
    book = Workbook()
    written = book.active
    written.title = "决赛笔试"
    write_sheet(
        written,
        f"{YEAR}年服务技能大赛精英决赛 笔试成绩",
        ("序号", "工号", "姓名", "单位", "成绩"),
        (6, 13, 22, 16, 10),
        ((at, who.number, who.name, who.unit, marks[who.number].written) for at, who in enumerate(elites, 1)),
    )
    names = [judge.name for judge in JUDGES]
    for item in ("情景模拟", "业务操作"):
        rows: list[tuple[Any, ...]] = []
        for at, who in enumerate(elites, 1):
            target = marks[who.number].panel[0 if item == "情景模拟" else 1]
            given = panel_marks(f"{item}|{who.number}", target, [judge.unit == who.unit for judge in JUDGES])
            if item == "业务操作" and who.code in ("MY", "YX") and who.place > 8:
                # The third judge was called away for these entrants.
                judges = [judge.unit == who.unit or place == 2 for place, judge in enumerate(JUDGES)]
                given = panel_marks(f"{item}|{who.number}", target, judges)
                given = ["缺席" if place == 2 else mark for place, mark in enumerate(given)]
            cells = ["回避" if mark is None else mark for mark in given]
            rows.append((at, who.number, who.name, who.unit, *cells))
        write_sheet(
            book.create_sheet(item),
            f"{YEAR}年服务技能大赛精英决赛 {item}评委评分",
            ("序号", "工号", "姓名", "单位", *names),
            (6, 13, 22, 16, *[9] * len(names)),
            rows,
            "评委与选手同单位的须回避；缺席评委不计入",
        )
    save(book, "评委评分.xlsx")


def _tie(marks: dict[str, Any], elites: Sequence[Person]) -> None:
    """Two ties of people (one that the on-site total decides, one that nothing decides) and one of teams."""
    from exam.rehearsal.marks import EntrantMarks

    d = Decimal
    by_unit = {code: [who.number for who in elites if who.code == code] for _, _, code in UNITS}
    marks[by_unit["DH"][0]] = EntrantMarks(d("91.0"), (d("88.0"), d("90.0")))  # 27.30 + 0.7 x 89.20 = 89.74
    marks[by_unit["HQ"][0]] = EntrantMarks(d("84.0"), (d("91.0"), d("93.0")))  # 25.20 + 0.7 x 92.20 = 89.74
    marks[by_unit["NS"][1]] = marks[by_unit["BG"][2]] = EntrantMarks(d("81.5"), (d("86.2"), d("84.6")))

    def total(code: str) -> Decimal:
        return sum((marks[number].total for number in by_unit[code]), d(0))

    one, other = "MY", "LL"
    number = by_unit[other][1]
    old = marks[number]
    steps = [(first, second) for first in range(-30, 31) for second in range(-30, 31)]
    for first, second in sorted(steps, key=lambda pair: abs(pair[0]) + abs(pair[1])):
        marks[number] = EntrantMarks(old.written, (old.panel[0] + d(first) / 10, old.panel[1] + d(second) / 10))
        if total(one) == total(other):
            return
    raise AssertionError("no tie of teams found")


def titles(everybody: Sequence[Person]) -> None:
    """证书名单.xlsx: star titles, for the certificates of any list."""
    stars = ("WO的完美之星", "WO的体验之星", "WO的满意之星", "WO的信使之星", "卓越100", "优质100", "忠诚100")
    chosen = [who for who in everybody if who.certified and who.on_duty and dice("star", who.number, sides=18) == 0]
    chosen += [who for who in everybody if who.name in {"张𬭎", "阿卜杜拉·买买提", "古丽米热·阿卜杜热依木"}]
    chosen = list(dict.fromkeys(chosen))
    book = Workbook()
    sheet = book.active
    sheet.title = "证书名单"
    rows = []
    for at, who in enumerate(chosen, 1):
        star = stars[dice("which", who.number, sides=len(stars))]
        numbered = at % 6 != 0
        reason = f"在{YEAR}年窗口服务工作中表现突出，被授予" if at % 5 == 0 else None
        rows.append((who.name, who.unit, star, f"FWDS〔{YEAR}〕星-{at:03d}" if numbered else None, reason))
    write_sheet(
        sheet, f"{YEAR}年服务之星证书名单", ("姓名", "单位", "奖项", "编号", "事由"), (24, 16, 18, 22, 44), rows,
        "编号、事由可以不填",
    )  # fmt: skip
    save(book, "证书名单.xlsx")


def written_marks() -> None:
    """笔试成绩.xlsx for the people that the sample's draw brings up."""
    from exam import opening
    from exam.files.roster import check_roster
    from exam.rehearsal import rounds, steps
    from exam.rehearsal.desk import Desk
    from exam.rehearsal.marks import written_results
    from exam.services.marks import list_marks

    (SAMPLES / "笔试成绩.xlsx").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = opening.create_database(Path(folder) / "c.db")
        check = check_roster(SAMPLES / "花名册.xlsx")
        play = steps.Rehearsal(Desk(database, "zh", steps.FIRST_DAY), check, True, steps.SAMPLE_DICE)
        for step in (
            steps.create, steps.take_roster, steps.set_rules, steps.plan_draw, steps.freeze, steps.run_draw,
            steps.strike_one, rounds.make_sitting,
        ):  # fmt: skip
            step(play)
        rows = play.desk.read(lambda uow: list_marks(uow, sitting_id=play.sitting_id).rows)
        database.close()
    results = written_results([row.staff_number for row in rows])
    states = {"absent": "缺考", "excused": "请假", "zeroed": "作弊零分"}
    book = Workbook()
    sheet = book.active
    sheet.title = "成绩"
    shown = [
        results[row.staff_number].points
        if results[row.staff_number].points is not None
        else states[results[row.staff_number].attendance.value]
        for row in rows
    ]
    write_sheet(
        sheet,
        f"{YEAR}年全员练兵笔试成绩",
        ("序号", "工号", "姓名", "单位", "成绩", "备注"),
        (6, 13, 24, 16, 11, 16),
        ((at, row.staff_number, row.name, row.unit, shown[at - 1], "") for at, row in enumerate(rows, 1)),
        "闭卷，满分100分；缺考、请假、作弊零分请用文字注明",
    )
    save(book, "笔试成绩.xlsx")


def main() -> None:
    """Make all files."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    everybody = people()
    assert len({who.number.casefold() for who in everybody}) == len(everybody)
    roster(everybody)
    nominations(everybody)
    judge_marks(everybody)
    titles(everybody)
    written_marks()
    window = sum(who.window for who in everybody)
    away = sum(not who.on_duty for who in everybody)
    print(f"{len(everybody)} people, {window} of them window staff, {away} not on duty")


if __name__ == "__main__":
    main()
