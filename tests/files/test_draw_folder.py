"""What an outsider gets: it recomputes without the program, and notices every change."""

from __future__ import annotations

import base64
import json
import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from exam.errors import UserError
from exam.files import draw_folder
from exam.rules import frozen
from exam.rules.draw import Quota, draw, seed_of
from exam.services.draw_rows import DrawFolder

DICE = "01382438112797316654"
SHELLS = [shell for shell in ("dash", "bash", "busybox") if shutil.which(shell)]


def make_draw(strata: int = 5, seed: int = 1) -> DrawFolder:
    chance = random.Random(seed)
    roster = [
        (f"U{number:02d}", f"{number:02d}.{member:03d}_a-{chance.randint(0, 9)}", f"员工{number}{member}𬭎")
        for number in range(strata)
        for member in range(chance.randint(0, 12))
    ]
    roster.append(("U00/营业员", "0007", "欧阳·一"))
    plan = [Quota(f"U{number:02d}", chance.randint(0, 6), 2) for number in range(strata)]
    plan.append(Quota("U00/营业员", 1, 1))
    excluded = [("U01", "X-1", "李四", "病假")]
    files = frozen.frozen_files("CSC-2026-exam", ["规则", "地点：武汉"], roster, excluded, plan)
    code = frozen.freeze_code(files[frozen.MANIFEST])
    found: dict[str, list[str]] = {}
    for stratum, number, _ in roster:
        found.setdefault(stratum, []).append(number)
    outcomes = draw(seed_of("CSC-2026-exam", code, DICE), found, plan)
    result = frozen.result_file(pick for outcome in outcomes for pick in outcome.picks)
    return DrawFolder("CSC-2026-exam", "exam", code, files, DICE, result)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return draw_folder.write_folder(make_draw(), tmp_path)


def shell_verdict(shell: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = ["busybox", "sh"] if shell == "busybox" else [shell]
    return subprocess.run([*command, str(folder / "verify.sh"), *more], capture_output=True, text=True, check=False)


def change(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        path = folder / name
        content = path.read_bytes()
        assert old in content
        path.write_bytes(content.replace(old, new, 1))

    return do


def swap_picks(folder: Path) -> None:
    lines = (folder / "result.tsv").read_text().splitlines()
    heads = [line.split("\t")[:2] for line in lines]
    at = next(number for number in range(len(lines) - 1) if heads[number] == heads[number + 1])
    one, other = lines[at].split("\t"), lines[at + 1].split("\t")
    one[3:], other[3:] = other[3:], one[3:]
    lines[at], lines[at + 1] = "\t".join(one), "\t".join(other)
    (folder / "result.tsv").write_text("\n".join(lines) + "\n")


def resealed(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    """A change by somebody who makes the manifest fit again: the result no longer does."""

    def do(folder: Path) -> None:
        change(name, old, new)(folder)
        files = {each: (folder / each).read_bytes() for each in frozen.FROZEN}
        hashes = {each: draw_folder.sha256(content).hexdigest() for each, content in files.items()}
        (folder / frozen.MANIFEST).write_bytes(frozen.manifest(hashes))

    return do


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


CHANGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a name in the roster": (change("roster.tsv", "员工".encode(), "员二".encode()), "roster.tsv"),
    "a person added to the roster": (change("roster.tsv", b"U00\t", b"U00\t0\t\nU00\t"), "roster.tsv"),
    "the plan": (change("plan.tsv", b"\t1\t1\n", b"\t2\t1\n"), "plan.tsv"),
    "an exclusion": (change("excluded.tsv", b"X-1", b"X-2"), "excluded.tsv"),
    "the label": (change("draw.txt", b"CSC-2026-exam", b"CSC-2027-exam"), "draw.txt"),
    "a rule": (change("draw.txt", "规则".encode(), "规矩".encode()), "draw.txt"),
    "a die": (change("dice.txt", b"01382", b"01383"), "result.tsv"),
    "too few dice": (change("dice.txt", DICE.encode(), DICE[:-1].encode()), "dice.txt"),
    "a letter among the dice": (change("dice.txt", b"0138", b"O138"), "dice.txt"),
    "two picks swapped": (swap_picks, "result.tsv"),
    "the label with a new manifest": (resealed("draw.txt", b"2026", b"2027"), "result.tsv"),
    "the roster with a new manifest": (resealed("roster.tsv", "员工".encode(), "员二".encode()), "result.tsv"),
    "the plan with a new manifest": (resealed("plan.tsv", b"\t1\t1\n", b"\t2\t1\n"), "result.tsv"),
    "Windows line ends in the roster": (change("roster.tsv", b"\n", b"\r\n"), "roster.tsv"),
    "Windows line ends in the label": (change("draw.txt", b"exam\n", b"exam\r\n"), "draw.txt"),
    "Windows line ends in the dice": (change("dice.txt", b"\n", b"\r\n"), "dice.txt"),
    "Windows line ends in the result": (change("result.tsv", b"\n", b"\r\n"), "result.tsv"),
    "Windows line ends in the manifest": (change("MANIFEST.sha256", b"\n", b"\r\n"), "MANIFEST.sha256"),
    "no last line end": (lambda folder: (folder / "result.tsv").write_bytes(
        (folder / "result.tsv").read_bytes()[:-1]), "result.tsv"),
    "a line of the result left out": (change("result.tsv", b"\n", b"", ), "result.tsv"),
    "an empty result": (lambda folder: (folder / "result.tsv").write_bytes(b""), "result.tsv"),
    "no roster": (remove("roster.tsv"), "roster.tsv"),
    "no manifest": (remove("MANIFEST.sha256"), "MANIFEST.sha256"),
    "a line more in the manifest": (lambda folder: (folder / "MANIFEST.sha256").write_bytes(
        (folder / "MANIFEST.sha256").read_bytes() + b"0\n"), "MANIFEST.sha256"),
}  # fmt: skip


def test_that_an_untouched_folder_is_right(folder: Path) -> None:
    found = draw_folder.verify(folder)
    assert found.right, [str(problem) for problem in found.problems]
    assert found.label == "CSC-2026-exam"
    assert found.drawn + found.alternates == (folder / "result.tsv").read_text().count("\n")


def test_that_drawing_from_the_folder_gives_the_result(folder: Path) -> None:
    lines = list(draw_folder.draw_lines(folder, " ".join(DICE)))
    assert "".join(line + "\n" for line in lines).encode() == (folder / "result.tsv").read_bytes()
    assert all(len(line.split("\t")[4]) == 20 for line in lines)


def test_that_a_changed_folder_is_not_drawn_from(folder: Path) -> None:
    change("plan.tsv", b"\t1\t1\n", b"\t2\t1\n")(folder)
    with pytest.raises(UserError, match=r"plan\.tsv"):
        list(draw_folder.draw_lines(folder, DICE))


@pytest.mark.parametrize("what", CHANGES)
def test_that_every_change_is_noticed_and_its_place_named(what: str, folder: Path) -> None:
    make, place = CHANGES[what]
    make(folder)
    found = draw_folder.verify(folder)
    assert not found.right
    assert str(found.problems[0]).startswith(place), str(found.problems[0])


def test_that_another_published_code_is_noticed(folder: Path) -> None:
    code = draw_folder.verify(folder).freeze_code
    assert draw_folder.verify(folder, frozen.grouped_code(code).upper()).right
    assert not draw_folder.verify(folder, "0" * 64).right


@pytest.mark.parametrize("shell", SHELLS)
def test_that_the_script_finds_an_untouched_folder_right(shell: str, tmp_path: Path) -> None:
    for number in range(3):
        folder = draw_folder.write_folder(make_draw(7, number), tmp_path / f"a folder {number}")
        found = shell_verdict(shell, folder)
        assert (found.returncode, found.stderr) == (0, "")
        code = draw_folder.verify(folder).freeze_code
        assert code in found.stdout
        assert shell_verdict(shell, folder, frozen.grouped_code(code)).returncode == 0
        assert shell_verdict(shell, folder, "0" * 64).returncode == 1


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("shell", SHELLS)
def test_that_the_script_notices_every_change(shell: str, what: str, folder: Path) -> None:
    make, place = CHANGES[what]
    make(folder)
    found = shell_verdict(shell, folder)
    assert found.returncode == 1, found.stdout + found.stderr
    assert place in found.stderr


AWKS = [awk for awk in ("mawk", "gawk", "original-awk") if shutil.which(awk)]


def with_awk(awk: str, folder: Path, scratch: Path) -> subprocess.CompletedProcess[str]:
    programs = scratch / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "awk").unlink(missing_ok=True)
    (programs / "awk").symlink_to(str(shutil.which(awk)))
    return subprocess.run(
        ["sh", str(folder / "verify.sh")], capture_output=True, text=True, check=False,
        env={"PATH": f"{programs}:/usr/bin:/bin"},
    )


@pytest.mark.parametrize("awk", AWKS)
def test_that_the_script_does_with_any_awk(awk: str, folder: Path, tmp_path: Path) -> None:
    found = with_awk(awk, folder, tmp_path)
    assert (found.returncode, found.stderr) == (0, "")


NODE = shutil.which("node")
DRIVER = """
const fs = require("fs"), path = require("path"), vm = require("vm");
const [page, ...cases] = process.argv.slice(1);
const source = /<script id="check">([\\s\\S]*?)<\\/script>/.exec(fs.readFileSync(page, "utf8"))[1];
vm.runInThisContext(source + "; globalThis.check = check; globalThis.ALL = ALL;");
const verdicts = cases.map((item) => {
  const [folder, code] = item.split("\\n"), files = {};
  for (const name of ALL)
    if (fs.existsSync(path.join(folder, name))) files[name] = new Uint8Array(fs.readFileSync(path.join(folder, name)));
  const found = check(files, code || "");
  return [found.problem, found.freeze, found.result.length];
});
console.log(JSON.stringify(verdicts));
"""


def page_verdicts(*cases: str) -> list[tuple[str, str, int]]:
    assert NODE is not None
    page = str(resources.path("draw", "verify.html"))
    found = subprocess.run([NODE, "-e", DRIVER, page, *cases], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return [tuple(each) for each in json.loads(found.stdout)]


@pytest.mark.skipif(NODE is None, reason="node is not installed: the offline page is not run here")
def test_that_the_offline_page_agrees_and_notices_every_change(tmp_path: Path) -> None:
    cases: list[str] = []
    for number in range(3):
        right = draw_folder.write_folder(make_draw(6, number), tmp_path / f"right{number}")
        code = draw_folder.verify(right).freeze_code
        cases += [str(right), f"{right}\n{frozen.grouped_code(code).upper()}"]
    cases.append(f"{cases[0]}\n{'0' * 64}")
    for number, (make, _) in enumerate(CHANGES.values()):
        wrong = draw_folder.write_folder(make_draw(), tmp_path / f"wrong{number}")
        make(wrong)
        cases.append(str(wrong))
    verdicts = page_verdicts(*cases)
    for case, (problem, code, picks) in zip(cases[:6], verdicts[:6], strict=True):
        found = draw_folder.verify(Path(case.split("\n")[0]))
        assert (problem, code, picks) == ("", found.freeze_code, found.drawn + found.alternates)
    assert "MANIFEST.sha256" in verdicts[6][0]
    for (what, (_, place)), (problem, _, _) in zip(CHANGES.items(), verdicts[7:], strict=True):
        assert problem.startswith(place), what


def make_lot(folder: Path, lines: list[str], sizes: tuple[int, ...]) -> Path:
    roster = [
        (f"U{unit:02d}", f"{unit:02d}-{member}", "甲") for unit, size in enumerate(sizes) for member in range(size)
    ]
    plan = [Quota(f"U{unit:02d}", size, 0) for unit, size in enumerate(sizes)]
    files = frozen.frozen_files("L-groups", ["规则", *lines], roster, [], plan)
    code = frozen.freeze_code(files[frozen.MANIFEST])
    made = draw_folder.write_folder(DrawFolder("L-groups", "groups", code, files, DICE, b"?\n"), folder)
    result = "".join(line + "\n" for line in draw_folder.draw_lines(made, DICE))
    (made / "result.tsv").write_bytes(result.encode())
    return made


LOTS: tuple[tuple[list[str], tuple[int, ...]], ...] = (
    (["groups: 3", "mode: by_unit", "max_tries: 1000"], (4, 4, 3)),
    (["groups: 3", "mode: cut", "max_tries: 1000"], (2, 2, 2, 1)),
    (["groups: 12", "mode: cut", "max_tries: 3"], (9, 8, 7)),
    (["groups: 4", "mode: cut", "max_tries: 1"], (5, 5, 4)),
    (["groups: 2", "mode: by_unit", "max_tries: 10"], (4, 4)),
    (["groups: 1", "mode: cut", "max_tries: 10"], (3, 1)),
    (["order: 1", "apart: yes", "max_tries: 1000"], (3, 3, 2)),
    (["order: 1", "apart: no", "max_tries: 1000"], (3, 3, 2)),
)
LOT_CHANGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a unit in the roster": (change("roster.tsv", b"U02\t02-0", b"U01\t02-0"), "roster.tsv"),
    "the label": (change("draw.txt", b"L-groups", b"L-order"), "draw.txt"),
    "the way to draw": (change("draw.txt", b"by_unit", b"cut"), "draw.txt"),
    "a die": (change("dice.txt", b"01382", b"01383"), "result.tsv"),
    "two people swapped": (swap_picks, "result.tsv"),
    "the plan": (change("plan.tsv", b"\t4\t0", b"\t5\t0"), "plan.tsv"),
    "another way with a new manifest": (resealed("draw.txt", b"groups: 3", b"groups: 2"), "result.tsv"),
    "Windows line ends": (change("roster.tsv", b"\n", b"\r\n"), "roster.tsv"),
}  # fmt: skip


@pytest.mark.parametrize("shell", SHELLS)
def test_that_the_script_recomputes_lots(shell: str, tmp_path: Path) -> None:
    for number, (lines, sizes) in enumerate(LOTS):
        made = make_lot(tmp_path / str(number), lines, sizes)
        found = shell_verdict(shell, made)
        assert (found.returncode, found.stderr) == (0, ""), lines


@pytest.mark.parametrize("what", LOT_CHANGES)
@pytest.mark.parametrize("shell", SHELLS)
def test_that_the_script_notices_every_change_of_a_lot(shell: str, what: str, tmp_path: Path) -> None:
    make, place = LOT_CHANGES[what]
    made = make_lot(tmp_path, *LOTS[0])
    make(made)
    found = shell_verdict(shell, made)
    assert found.returncode == 1, found.stdout + found.stderr
    assert place in found.stderr
    assert not draw_folder.verify(made).right


@pytest.mark.parametrize("awk", AWKS)
def test_that_the_script_recomputes_lots_with_any_awk(awk: str, tmp_path: Path) -> None:
    for number, (lines, sizes) in enumerate(LOTS[:4] + LOTS[6:7]):
        found = with_awk(awk, make_lot(tmp_path / str(number), lines, sizes), tmp_path)
        assert (found.returncode, found.stderr) == (0, ""), lines


def test_that_the_script_needs_many_tries_where_the_draw_did(tmp_path: Path) -> None:
    """Ten units of two in five groups: a valid cut is rare, so many tries are looked through."""
    made = make_lot(tmp_path, ["groups: 5", "mode: cut", "max_tries: 1000"], (2,) * 10)
    found = shell_verdict("sh", made)
    assert (found.returncode, found.stderr) == (0, "")
    assert int(found.stdout.split()[-1]) > 3


@pytest.mark.skipif(NODE is None, reason="node is not installed: the offline page is not run here")
def test_that_the_offline_page_recomputes_lots(tmp_path: Path) -> None:
    made = [make_lot(tmp_path / str(number), lines, sizes) for number, (lines, sizes) in enumerate(LOTS)]
    assert all(draw_folder.verify(folder).right for folder in made)
    assert [problem for problem, _, _ in page_verdicts(*map(str, made))] == [""] * len(made)
    swap_picks(made[0])
    assert page_verdicts(str(made[0]))[0][0].startswith("result.tsv, line")


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
BROWSER_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
IN_THE_PAGE = """<script>
const lines = [];
for (const files of CASES) {
  held = {};
  for (const [name, bytes] of Object.entries(files)) held[name] = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
  show();
  lines.push(JSON.stringify([at("verdict").className, at("verdict").textContent, at("rows").children.length]));
}
at("found").textContent = "VERDICTS" + btoa(unescape(encodeURIComponent(lines.join("\\n")))) + "END";
</script>
</body>"""


def browser_verdicts(folders: list[Path], scratch: Path) -> list[tuple[str, str, int]]:
    """What the page itself shows for each folder: class and text of the verdict, and the rows of its table.

    A page may not read files by itself, so the bytes are put into a copy of it; everything else is as shipped.
    """
    names = (*frozen.FROZEN, frozen.MANIFEST, frozen.DICE, frozen.RESULT)
    cases = [
        {name: base64.b64encode((folder / name).read_bytes()).decode() for name in names if (folder / name).exists()}
        for folder in folders
    ]
    page = resources.path("draw", "verify.html").read_text("utf-8")
    copy = scratch / "page.html"
    copy.write_text(page.replace("</body>", IN_THE_PAGE.replace("CASES", json.dumps(cases))), "utf-8")
    found = subprocess.run(
        [str(CHROMIUM), *BROWSER_OPTIONS, f"--user-data-dir={scratch / 'profile'}", "--dump-dom", copy.as_uri()],
        capture_output=True, text=True, check=False, timeout=120,
    )
    told = re.search("VERDICTS([A-Za-z0-9+/=]+)END</dl>", found.stdout)
    assert told is not None, found.stderr[-2000:]
    return [tuple(json.loads(line)) for line in base64.b64decode(told[1]).decode().split("\n")]


@pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (Debian: chromium): the page is not run in a browser here"
)
def test_that_the_offline_page_does_in_a_browser_what_the_program_does(tmp_path: Path) -> None:
    right = [draw_folder.write_folder(make_draw(6, number), tmp_path / f"right{number}") for number in range(2)]
    right += [make_lot(tmp_path / f"lot{number}", *lot) for number, lot in enumerate(LOTS)]
    wrong: list[Path] = []
    for number, (make, _) in enumerate(CHANGES.values()):
        wrong.append(draw_folder.write_folder(make_draw(), tmp_path / f"wrong{number}"))
        make(wrong[-1])
    for number, (make, _) in enumerate(LOT_CHANGES.values()):
        wrong.append(make_lot(tmp_path / f"wrong-lot{number}", *LOTS[0]))
        make(wrong[-1])
    verdicts = browser_verdicts(right + wrong, tmp_path)
    for folder, (kind, text, rows) in zip(right, verdicts, strict=False):
        assert (kind, rows) == ("ok", (folder / "result.tsv").read_bytes().count(b"\n")), text
    places = [place for _, place in (*CHANGES.values(), *LOT_CHANGES.values())]
    for place, (kind, text, rows) in zip(places, verdicts[len(right) :], strict=True):
        assert (kind, rows) == ("bad", 0), text
        assert place in text


def test_that_the_offline_page_loads_nothing_from_outside() -> None:
    text = resources.path("draw", "verify.html").read_text("utf-8")
    assert "default-src 'none'" in text
    assert "http://" not in text
    assert "https://" not in text


def test_that_the_zip_holds_the_same_files(folder: Path) -> None:
    with zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
        names = {Path(name).name for name in archive.namelist()}
        assert names == {path.name for path in folder.iterdir()}
        assert archive.read(f"{folder.name}/roster.tsv") == (folder / "roster.tsv").read_bytes()


def test_that_a_draw_without_anybody_can_be_checked(tmp_path: Path) -> None:
    files = frozen.frozen_files("L-exam", [], [], [], [Quota("U01", 3, 0)])
    code = frozen.freeze_code(files[frozen.MANIFEST])
    folder = draw_folder.write_folder(DrawFolder("L-exam", "exam", code, files, DICE, b""), tmp_path)
    (folder / "result.tsv").write_bytes(b"")
    assert draw_folder.verify(folder).right
    for shell in SHELLS:
        assert shell_verdict(shell, folder).returncode == 0


@pytest.mark.parametrize(
    "number", ["1 2", "１２", "a" * 33, "", "工号1", "a\u200bb"],
)
def test_that_a_bad_staff_number_is_refused_with_its_line(number: str, tmp_path: Path) -> None:
    files = frozen.frozen_files("L-exam", [], [("U01", number, "甲")], [], [Quota("U01", 1, 0)])
    code = frozen.freeze_code(files[frozen.MANIFEST])
    folder = draw_folder.write_folder(DrawFolder("L-exam", "exam", code, files, DICE, b"x\n"), tmp_path)
    with pytest.raises(UserError, match="line 1"):
        list(draw_folder.draw_lines(folder, DICE))
    assert str(draw_folder.verify(folder).problems[0]).startswith("roster.tsv, line 1")


def test_that_case_twins_are_refused(tmp_path: Path) -> None:
    files = frozen.frozen_files("L", [], [("U01", "a1", "甲"), ("U02", "A1", "乙")], [], [Quota("U01", 1, 0)])
    code = frozen.freeze_code(files[frozen.MANIFEST])
    folder = draw_folder.write_folder(DrawFolder("L", "exam", code, files, DICE, b"x\n"), tmp_path)
    assert str(draw_folder.verify(folder).problems[0]).startswith("roster.tsv, line 2")
    assert "roster.tsv, line 2" in shell_verdict("sh", folder).stderr


def test_that_a_byte_order_mark_is_named(folder: Path) -> None:
    path = folder / "roster.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert "byte order mark" in str(draw_folder.verify(folder).problems[0])


def test_that_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Exception, match="cannot be written"):
        draw_folder.write_folder(make_draw(), tmp_path / "file")


def test_that_the_scripts_are_shipped() -> None:
    assert all(resources.path("draw", name).exists() for name in draw_folder.SCRIPTS)
