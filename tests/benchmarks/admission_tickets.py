"""20,000 admission tickets, six a page, against the same strings drawn on bare ReportLab canvas pages.

Run: ``python tests/benchmarks/admission_tickets.py [count] [rounds]``. Each maker runs in a process of its own,
in turn; CPU seconds of the whole process (start included) and wall seconds of the making are printed with their
ratios. The bare maker knows where every string stands, sets one font per string and draws nothing else.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"
A_ROOM = 48


def plan(count: int) -> Any:
    """A sitting of ``count`` invented candidates in rooms of 48."""
    from exam.rules.exam_sheets import ExamPlan, ExamRoom, Seated

    people = [
        Seated(
            f"2026{at + 1:05d}",
            SURNAMES[at % 20] + GIVEN[at % 25] + (GIVEN[at // 25 % 25] if at % 3 else ""),
            f"第{at % 40 + 1}分公司",
            f"{at:07d}",
            f"{at % A_ROOM + 1:02d}",
        )
        for at in range(count)
    ]
    rooms = tuple(
        ExamRoom(f"第{start // A_ROOM + 1}考场", "", 0, 0, frozenset(), tuple(people[start : start + A_ROOM]))
        for start in range(0, count, A_ROOM)
    )
    return ExamPlan("第一场", "2026-12-05T09:00", 90, "江城市电信培训中心", 15, 30, rooms)


def make_ours(count: int) -> bytes:
    from exam.documents.admission_tickets import admission_tickets
    from exam.documents.texts import texts_of
    from exam.rules.exam_sheets import Printed
    from exam.rules.sheets import Named

    named = Named("服务技能大赛暨全员大比武", 2026, "江城市电信有限公司", "竞赛办公室", "zh")
    return admission_tickets(plan(count), named, texts_of("zh"), Printed("2026-12-01T15:20", 1, "9b" * 32))


def make_bare(count: int) -> bytes:
    """The strings of the tickets at fixed places with ``setFont`` and ``drawString``."""
    from io import BytesIO

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(name, str(ROOT / "resources" / "fonts" / f"NotoSansSC-{name}.ttf")))
    shared = (
        "2026年服务技能大赛暨全员大比武", "准考证", "姓名：", "准考证号：", "考场：", "座位：", "单位：",
        "时间：", "地点：", "2026年12月5日 09:00—10:30（第一场）", "照片", "（一寸）",
        "1. 凭本准考证和工作证（或身份证）入场，按座位号就座，并在签到表上签名。", "2. 开考 15 分钟后不得入场。",
        "3. 开考 30 分钟后方可交卷离场，离场后不得返回。", "4. 闭卷考试：手机关机，与书籍、资料一并放在指定处。",
        "5. 不得在密封线以外书写姓名、单位或任何记号。", "6. 抄袭、替考、传递资料的，该卷按 0 分计算。", "竞赛办公室",
    )  # fmt: skip
    found = plan(count)
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1)
    for room in found.rooms:
        for start in range(0, len(room.people), 6):
            for index, person in enumerate(room.people[start : start + 6]):
                x, y = 20 + index % 2 * 280, 800 - index // 2 * 265
                for at, text in enumerate(shared):
                    canvas.setFont("Regular", 9)
                    canvas.drawString(x, y - at * 12, text)
                own = (person.name, person.ticket, room.name, person.seat, person.unit, found.place)
                for at, text in enumerate(own):
                    canvas.setFont("Bold", 12)
                    canvas.drawString(x + 60, y - at * 17, text)
            canvas.setFont("Regular", 8)
            canvas.drawString(20, 17, "2026年12月1日 15:20 制表")
            canvas.drawString(500, 17, f"第 {start} 页")
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def run(maker: str, folder: Path, count: int) -> tuple[float, float, float]:
    """Wall seconds of the making, CPU seconds and peak MiB of its process."""
    command = [sys.executable, __file__, "--make", maker, str(folder), str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall, cpu, peak = done.stdout.split()
    return float(wall), float(cpu), float(peak)


def main() -> None:
    if sys.argv[1:2] == ["--make"]:
        maker, folder, count = sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
        start = time.perf_counter()
        content = (make_ours if maker == "ours" else make_bare)(count)
        wall = time.perf_counter() - start
        (folder / f"{maker}.pdf").write_bytes(content)
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs: dict[str, list[tuple[float, float, float]]] = {"ours": [], "bare": []}
        for _ in range(rounds):
            for maker, results in runs.items():
                results.append(run(maker, folder, count))
        sizes = {maker: (folder / f"{maker}.pdf").stat().st_size / 1e6 for maker in runs}
    wall, cpu, peak = ({maker: median(r[at] for r in results) for maker, results in runs.items()} for at in range(3))
    print(f"{count} admission tickets, {rounds} rounds, medians")
    for maker in runs:
        print(
            f"  {maker:6} wall {wall[maker]:.3f} s  cpu {cpu[maker]:.3f} s  peak {peak[maker]:.0f} MiB"
            f"  file {sizes[maker]:.2f} MB"
        )
    print(f"  ratio  wall {wall['ours'] / wall['bare']:.2f}  cpu {cpu['ours'] / cpu['bare']:.2f}  (aim <= 3.00)")


if __name__ == "__main__":
    main()
