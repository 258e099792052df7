"""The folder that lets anybody check a draw, and the check itself.

Nothing here needs the program's database: the frozen files, the dice and the result are enough.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import resources
from exam.errors import ExamError, InvalidInput, OutsideFault, UserError
from exam.files.safe_names import safe_name
from exam.progress import SILENT, Progress
from exam.rules import frozen, grouping, lots
from exam.rules.draw import DRAWN, Pick, Quota, clean_dice, draw_stratum, seed_of, tickets
from exam.services.draw_rows import DrawFolder
from exam.words import QT_TRANSLATE_NOOP

SCRIPTS = ("verify.sh", "verify.html")
"""What recomputes a draw or a lot without this program."""
_MOMENT = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found. ``problems`` is empty when folder and result agree."""

    label: str
    freeze_code: str
    drawn: int
    alternates: int
    problems: tuple[ExamError, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def write_folder(draw: DrawFolder, parent: Path) -> Path:
    """Write the folder and, beside it, one zip of it; returns the folder.

    An older export of the same freeze is replaced. Raises :class:`OutsideFault` when the disk refuses.
    """
    name = safe_name(f"{draw.label}-{draw.freeze_code[:8]}")
    target = parent / name
    part = parent / f".{name}.part"
    contents = dict(draw.files)
    if draw.dice:
        contents[frozen.DICE] = draw.dice.encode() + b"\n"
    if draw.result:
        contents[frozen.RESULT] = draw.result
    for script in SCRIPTS:
        contents[script] = resources.path("draw", script).read_bytes()
    try:
        parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        for file_name, content in contents.items():
            (part / file_name).write_bytes(content)
        (part / "verify.sh").chmod(0o755)
        _write_zip(parent / f"{name}.zip", name, contents)
        if target.exists():
            shutil.rmtree(target)
        os.replace(part, target)
    except OSError as fault:
        shutil.rmtree(part, ignore_errors=True)
        raise OutsideFault(
            QT_TRANSLATE_NOOP("exam", "The folder {folder} cannot be written: {reason}. Choose another folder."),
            folder=str(parent),
            reason=fault.strerror or str(fault),
        ) from fault
    return target


def drawn_before(path: Path) -> list[str]:
    """Whom an earlier draw drew, from its ``result.tsv`` (or the folder that holds it)."""
    folder, name = (path, frozen.RESULT) if path.is_dir() else (path.parent, path.name)
    return frozen.read_drawn(_read(folder, name))


def draw_lines(folder: Path, dice: str, progress: Progress = SILENT) -> Iterator[str]:
    """Draw from the frozen files of a folder: the lines of ``result.tsv``, one by one.

    Raises :class:`UserError` when a file was changed after the freeze, or for dice that cannot be taken.
    """
    digits = clean_dice(dice)
    problems, code = _check_frozen(folder)
    if problems:
        raise problems[0]
    # Collected first: a bad line further down must not leave half a result behind.
    yield from [frozen.result_line(pick) for pick in _picks(folder, code, digits, progress)]


def verify(folder: Path, published_code: str = "", progress: Progress = SILENT) -> Verified:
    """Recompute the draw of a folder and compare; says which file or line is wrong.

    A changed file is told apart from a changed result: with every frozen file as the manifest has it,
    the first line of ``result.tsv`` that differs is named.
    """
    problems, code = _check_frozen(folder)
    label = ""
    drawn = alternates = 0
    wanted_code = "".join(published_code.split()).lower()
    if wanted_code and code and wanted_code != code:
        problems.append(
            InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "MANIFEST.sha256: the freeze code of this folder is {code}, not the one that was published."
                ),
                code=code,
            )
        )
    if not problems:
        try:
            label = frozen.read_label(_read(folder, frozen.DRAW))
            digits = frozen.read_dice(_read(folder, frozen.DICE))
            given = list(frozen.lines_of(frozen.RESULT, [_read(folder, frozen.RESULT)]))
            expected = list(_picks(folder, code, digits, progress))
            drawn = sum(pick.kind == DRAWN for pick in expected)
            alternates = len(expected) - drawn
            problems.extend(_compare(given, [frozen.result_line(pick) for pick in expected]))
        except UserError as error:
            problems.append(error)
    return Verified(label, code, drawn, alternates, tuple(problems))


def _check_frozen(folder: Path) -> tuple[list[ExamError], str]:
    """Every frozen file that is not as the manifest has it, and the freeze code."""
    try:
        manifest = _read(folder, frozen.MANIFEST)
        lines = list(frozen.lines_of(frozen.MANIFEST, [manifest]))
    except UserError as error:
        return [error], ""
    problems: list[ExamError] = []
    for name in frozen.FROZEN:
        try:
            found = _hash(folder, name)
            if f"{found}  {name}" not in lines:
                problems.append(_form_fault(folder, name) or _changed(name))
        except UserError as error:
            problems.append(error)
    if not problems and [line[66:] for line in lines] != list(frozen.FROZEN):
        problems.append(_changed(frozen.MANIFEST))
    return problems, frozen.freeze_code(manifest)


def _form_fault(folder: Path, name: str) -> ExamError | None:
    """A changed file whose line ends or encoding were changed says so, because that is easily mended."""
    try:
        with open(folder / name, "rb") as handle:
            for _ in frozen.lines_of(name, handle):
                pass
    except InvalidInput as error:
        return error
    return None


def _changed(name: str) -> InvalidInput:
    return InvalidInput(
        QT_TRANSLATE_NOOP(
            "exam", "{file} was changed after the freeze: its SHA-256 is not the one in MANIFEST.sha256."
        ),
        file=name,
    )


def _picks(folder: Path, code: str, digits: str, progress: Progress) -> Iterator[Pick]:
    heading = _read(folder, frozen.DRAW)
    seed = seed_of(frozen.read_label(heading), code, digits)
    plan = frozen.read_plan(_read(folder, frozen.PLAN))
    rules = _lot_rules(heading)
    try:
        with open(folder / frozen.ROSTER, "rb") as handle:
            roster = frozen.read_roster(handle)
            if rules:
                yield from _lot_picks(seed, roster, rules, progress)
                return
            quotas = {quota.stratum: quota for quota in plan}
            for done, (stratum, numbers) in enumerate(roster, 1):
                yield from draw_stratum(seed, quotas.get(stratum, Quota(stratum, 0, 0)), numbers).picks
                progress.step(min(done, len(quotas)), len(quotas))
    except OSError as fault:
        raise _unreadable(frozen.ROSTER, fault) from fault


def _lot_rules(heading: bytes) -> dict[str, str]:
    """The three last lines of draw.txt of a lot (groups or order); empty for a draw of people."""
    lines = heading.decode().split("\n")[:-1][-3:]
    found = dict(line.split(": ", 1) for line in lines if ": " in line)
    keys = tuple(found)
    return found if keys in (("groups", "mode", "max_tries"), ("order", "apart", "max_tries")) else {}


def _lot_picks(
    seed: str, roster: Iterator[tuple[str, list[str]]], rules: dict[str, str], progress: Progress
) -> Iterator[Pick]:
    unit_of = {number: unit for unit, numbers in roster for number in numbers}
    most = int(rules["max_tries"])
    if "groups" in rules:
        found = grouping.allocate(seed, unit_of, int(rules["groups"]), rules["mode"], most, progress.step)
        groups, tries = found.groups, found.tries
    elif rules["apart"] == "yes":
        order = lots.draw_order_apart(seed, unit_of, most)
        groups, tries = (order.members,), order.tries
    else:
        groups, tries = (lots.draw_order(seed, unit_of).members,), 0
    ticket_of = {who: number for number, who in tickets(f"{seed}|try{tries}" if tries else seed, unit_of)}
    for name, group in sorted((str(number), group) for number, group in enumerate(groups, 1)):
        for position, who in enumerate(group, 1):
            yield Pick(name, DRAWN, position, who, ticket_of[who])


def _compare(given: list[str], expected: list[str]) -> Iterator[ExamError]:
    for number in range(max(len(given), len(expected))):
        stands = given[number] if number < len(given) else ""
        wanted = expected[number] if number < len(expected) else ""
        if stands != wanted:
            yield InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "result.tsv, line {line}: it says “{stands}”, but the frozen files and the dice give “{wanted}”.",
                ),
                line=number + 1,
                stands=stands.replace("\t", " "),
                wanted=wanted.replace("\t", " "),
            )
            return


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as fault:
        raise _unreadable(name, fault) from fault


def _hash(folder: Path, name: str) -> str:
    digest = sha256()
    try:
        with open(folder / name, "rb") as handle:
            while chunk := handle.read(1 << 20):
                digest.update(chunk)
    except OSError as fault:
        raise _unreadable(name, fault) from fault
    return digest.hexdigest()


def _unreadable(name: str, fault: OSError) -> UserError:
    if isinstance(fault, FileNotFoundError):
        return InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{file} is missing. Use the whole folder as it was exported."), file=name
        )
    return InvalidInput(
        QT_TRANSLATE_NOOP("exam", "{file} cannot be read: {reason}."), file=name, reason=fault.strerror or str(fault)
    )


def _write_zip(target: Path, name: str, contents: dict[str, bytes]) -> None:
    part = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for file_name, content in contents.items():
            info = zipfile.ZipInfo(f"{name}/{file_name}", _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o755 if file_name.endswith(".sh") else 0o644) << 16
            archive.writestr(info, content)
    os.replace(part, target)
