"""Certificates with a vector QR code, against typst with the same background and content.

Run: ``python tests/benchmarks/certificates.py [count] [rounds]``. Each maker runs in a process of its own,
in turn; CPU seconds of the whole process (start included) and wall seconds of the making are printed with
their ratios. Typst is given its QR codes ready made, an untagged PDF and our background as a PDF page.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"


def people(count: int) -> list[tuple[str, str, str, str]]:
    """Name, unit, award, number of ``count`` invented winners."""
    awards = ("个人一等奖", "个人二等奖", "个人三等奖")
    return [
        (
            SURNAMES[at % 20] + GIVEN[at % 25] + (GIVEN[at // 25 % 25] if at % 3 else ""),
            f"第{at % 12 + 1}分公司",
            awards[at % 3],
            f"FWDS〔2026〕个-{at + 1:04d}",
        )
        for at in range(count)
    ]


def make_ours(folder: Path, count: int) -> None:
    from exam.documents.certificate_data import Certificate
    from exam.documents.certificates import certificates_pdf

    certificates = [Certificate("individual", *one) for one in people(count)]
    (folder / "ours.pdf").write_bytes(certificates_pdf(certificates, _style()))


def make_typst(folder: Path, count: int) -> None:
    import typst

    typst.compile(
        str(folder / "certificates.typ"),
        output=str(folder / "typst.pdf"),
        font_paths=[str(ROOT / "resources" / "fonts")],
        ignore_system_fonts=True,
        pdf_tags=False,
    )


def prepare(folder: Path, count: int) -> None:
    """The background and the data for typst."""
    from exam.documents.certificate_data import Certificate, check_code
    from exam.documents.certificates import background_pdf
    from exam.documents.qr import SIZE, qr_rows

    style = _style()
    (folder / "background.pdf").write_bytes(background_pdf(style))
    source = ROOT / "tests" / "benchmarks" / "typst" / "certificates.typ"
    (folder / "certificates.typ").write_text(source.read_text("utf-8"), "utf-8")
    shown = []
    for name, unit, award, number in people(count):
        code = check_code(Certificate("individual", name, unit, award, number), style)
        rows = qr_rows(f"荣誉证书\n编号 {number}\n{name}\n{award}\n{style.issuer}\n校验码 {code}")
        shown.append(
            {
                "greeting": (f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name) + "同志：",
                "body": "在2026年服务技能大赛暨全员大比武精英决赛（个人赛）中成绩优异，荣获",
                "award": award,
                "number": f"证书编号：{number}",
                "code": f"校验码：{code}",
                "qr": _svg(rows, SIZE),
            }
        )
    (folder / "people.json").write_text(json.dumps(shown, ensure_ascii=False), "utf-8")


def _style():
    from exam.documents.certificate_data import CertificateStyle

    return CertificateStyle("服务技能大赛暨全员大比武", 2026, "江城市电信有限公司竞赛组织委员会", "2026-11-22")


def _svg(rows: list[int], size: int) -> str:
    path: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < size:
            start = x
            while x < size and row >> (size - 1 - x) & 1:
                x += 1
            if x > start:
                path.append(f"M{start} {y}h{x - start}v1H{start}z")
            x += 1
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(path)}"/></svg>'


def run(maker: str, folder: Path, count: int) -> tuple[float, float, float]:
    """Wall seconds of the making, CPU seconds and peak MiB of its process."""
    done = subprocess.run(
        [sys.executable, __file__, "--make", maker, str(folder), str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    wall, cpu, peak = done.stdout.split()
    return float(wall), float(cpu), float(peak)


def main() -> None:
    if sys.argv[1:2] == ["--make"]:
        maker, folder, count = sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
        start = time.perf_counter()
        (make_ours if maker == "ours" else make_typst)(folder, count)
        wall = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, count)
        runs: dict[str, list[tuple[float, float, float]]] = {"ours": [], "typst": []}
        for _ in range(rounds):
            for maker, results in runs.items():
                results.append(run(maker, folder, count))
        sizes = {maker: (folder / f"{maker}.pdf").stat().st_size / 1e6 for maker in runs}
    wall, cpu, peak = ({maker: median(r[at] for r in results) for maker, results in runs.items()} for at in range(3))
    print(f"{count} certificates, {rounds} rounds, medians")
    for maker in runs:
        print(
            f"  {maker:6} wall {wall[maker]:.3f} s  cpu {cpu[maker]:.3f} s  peak {peak[maker]:.0f} MiB"
            f"  file {sizes[maker]:.2f} MB"
        )
    print(f"  ratio  wall {wall['ours'] / wall['typst']:.2f}  cpu {cpu['ours'] / cpu['typst']:.2f}  (aim <= 1.50)")


if __name__ == "__main__":
    main()
