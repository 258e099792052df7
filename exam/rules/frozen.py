"""The files of a frozen draw, to the byte, and the freeze code over them.

UTF-8 without BOM, LF, TAB between columns, every line ends with LF; the ``.tsv`` lines are sorted
bytewise and have no header. The same functions read the files back and say what is wrong where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from exam.errors import InvalidInput
from exam.rules.draw import ALTERNATE, DICE_MAX, DICE_MIN, DRAWN, Pick, Quota, shown
from exam.words import QT_TRANSLATE_NOOP

DRAW = "draw.txt"
EXCLUDED = "excluded.tsv"
PLAN = "plan.tsv"
ROSTER = "roster.tsv"
MANIFEST = "MANIFEST.sha256"
DICE = "dice.txt"
RESULT = "result.tsv"
FROZEN = (DRAW, EXCLUDED, PLAN, ROSTER)
"""The four files of the manifest, in its order."""

_STAFF_NUMBER = re.compile(r"[0-9A-Za-z._-]{1,32}")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")


def frozen_files(
    label: str,
    words: Sequence[str],
    roster: Iterable[tuple[str, str, str]],
    excluded: Iterable[tuple[str, str, str, str]],
    plan: Iterable[Quota],
) -> dict[str, bytes]:
    """The five frozen files by name: draw.txt, excluded.tsv, plan.tsv, roster.tsv, MANIFEST.sha256.

    ``roster`` gives stratum, staff number, name; ``excluded`` the reason as well; ``words`` are the lines
    of draw.txt below the label. Raises :class:`InvalidInput` for a text that would break a column.
    """
    files = {
        DRAW: "".join(_clean(line) + "\n" for line in (label, *words)).encode(),
        EXCLUDED: _table(excluded),
        PLAN: _table((quota.stratum, str(quota.places), str(quota.alternates)) for quota in plan),
        ROSTER: _table(roster),
    }
    files[MANIFEST] = manifest({name: sha256(content).hexdigest() for name, content in files.items()})
    return files


def manifest(hashes: Mapping[str, str]) -> bytes:
    """What ``sha256sum`` prints for the four files, from their hashes by name."""
    return "".join(f"{hashes[name]}  {name}\n" for name in FROZEN).encode()


def freeze_code(manifest_content: bytes) -> str:
    """SHA-256 of the manifest: the code to publish before the dice are thrown. 64 hex digits."""
    return sha256(manifest_content).hexdigest()


def grouped_code(code: str) -> str:
    """A freeze code as people read it: groups of eight, to be compared aloud."""
    return " ".join(code[start : start + 8] for start in range(0, len(code), 8))


def result_line(pick: Pick) -> str:
    """One line of the result without its line end: stratum, D or A, position, staff number, ticket."""
    return f"{pick.stratum}\t{pick.kind}\t{pick.position}\t{pick.staff_number}\t{shown(pick.ticket)}"


def result_file(picks: Iterable[Pick]) -> bytes:
    """``result.tsv``: strata in byte order, drawn people before alternates, by position."""
    order = {DRAWN: 0, ALTERNATE: 1}
    lines = sorted(picks, key=lambda pick: (pick.stratum.encode(), order[pick.kind], pick.position))
    return "".join(result_line(pick) + "\n" for pick in lines).encode()


def read_label(content: bytes) -> str:
    """The label: line 1 of draw.txt. Raises :class:`InvalidInput` when it is missing or could be misread."""
    label = next(lines_of(DRAW, [content]), "")
    if not label or label != label.strip() or "|" in label:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "draw.txt: line 1 must hold the label of the draw, without “|” and without blanks around it."
            )
        )
    return label


def read_plan(content: bytes) -> list[Quota]:
    """The quotas of plan.tsv in file order."""
    plan: list[Quota] = []
    for number, line in enumerate(sorted_lines(PLAN, [content]), 1):
        columns = line.split("\t")
        if len(columns) != 3 or not columns[0] or not all(map(_COUNT.fullmatch, columns[1:])):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "plan.tsv, line {line}: stratum, places and alternates are expected."),
                line=number,
            )
        if plan and plan[-1].stratum == columns[0]:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "plan.tsv, line {line}: {stratum} stands there twice."),
                line=number, stratum=columns[0],
            )
        plan.append(Quota(columns[0], int(columns[1]), int(columns[2])))
    return plan


def read_roster(chunks: Iterable[bytes]) -> Iterator[tuple[str, list[str]]]:
    """``(stratum, staff numbers)`` of roster.tsv, one stratum after the other.

    ``chunks`` are the bytes of the file in pieces (a file opened in binary mode gives its lines).
    """
    seen: set[str] = set()

    def rows() -> Iterator[tuple[str, str]]:
        for number, line in enumerate(sorted_lines(ROSTER, chunks), 1):
            columns = line.split("\t")
            if len(columns) != 3 or not columns[0]:
                raise InvalidInput(
                    QT_TRANSLATE_NOOP("exam", "roster.tsv, line {line}: stratum, staff number and name are expected."),
                    line=number,
                )
            staff_number = columns[1]
            if not _STAFF_NUMBER.fullmatch(staff_number):
                raise InvalidInput(
                    QT_TRANSLATE_NOOP(
                        "exam",
                        "roster.tsv, line {line}: “{value}” is not a staff number "
                        "(1 to 32 letters, digits, dots, hyphens or underscores).",
                    ),
                    line=number, value=staff_number,
                )
            folded = staff_number.lower()
            if folded in seen:
                raise InvalidInput(
                    QT_TRANSLATE_NOOP("exam", "roster.tsv, line {line}: staff number {value} stands there twice."),
                    line=number, value=staff_number,
                )
            seen.add(folded)
            yield columns[0], staff_number

    # In bytewise order of lines the people of one stratum stand together: TAB sorts before any letter.
    for stratum, people in groupby(rows(), key=lambda row: row[0]):
        yield stratum, [staff_number for _, staff_number in people]


def read_dice(content: bytes) -> str:
    """The digits of dice.txt: one line of 20 to 40 plain digits."""
    lines = list(lines_of(DICE, [content]))
    if len(lines) != 1 or not re.fullmatch(f"[0-9]{{{DICE_MIN},{DICE_MAX}}}", lines[0]):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "dice.txt must hold one line of {least} to {most} digits and nothing else."),
            least=DICE_MIN, most=DICE_MAX,
        )
    return lines[0]


def read_drawn(content: bytes) -> list[str]:
    """The staff numbers that a result.tsv names as drawn, without the alternates."""
    drawn: list[str] = []
    for number, line in enumerate(lines_of(RESULT, [content]), 1):
        columns = line.split("\t")
        if len(columns) != 5 or columns[1] not in (DRAWN, ALTERNATE) or not _STAFF_NUMBER.fullmatch(columns[3]):
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "Line {line} is not a line of result.tsv. Choose the file result.tsv of an earlier draw."
                ),
                line=number,
            )
        if columns[1] == DRAWN:
            drawn.append(columns[3])
    return drawn


def sorted_lines(name: str, chunks: Iterable[bytes]) -> Iterator[str]:
    """The lines of a table, refused where they are not in byte order."""
    before = ""
    for number, line in enumerate(lines_of(name, chunks), 1):
        # UTF-8 keeps the order of code points, so comparing texts compares bytes.
        if line < before:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{file}, line {line}: the lines are not sorted bytewise."),
                file=name, line=number,
            )
        before = line
        yield line


def lines_of(name: str, chunks: Iterable[bytes]) -> Iterator[str]:
    """The lines of a frozen file without their ends; refuses BOM, CR, other encodings, a missing last LF."""
    for number, raw in enumerate(_raw_lines(chunks), 1):
        if number == 1 and raw.startswith(b"\xef\xbb\xbf"):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{file} begins with a byte order mark. Use the file as it was exported."),
                file=name,
            )
        if b"\r" in raw:
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "{file}, line {line}: Windows line ends (CR). Use the file as it was exported."
                ),
                file=name, line=number,
            )
        if not raw.endswith(b"\n"):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{file}, line {line}: the last line does not end with a line feed."),
                file=name, line=number,
            )
        try:
            yield raw[:-1].decode()
        except UnicodeDecodeError as fault:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{file}, line {line}: not UTF-8. Use the file as it was exported."),
                file=name, line=number,
            ) from fault


def _raw_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        lines = chunk.split(b"\n")
        for line in lines[:-1]:
            yield line + b"\n"
        if lines[-1]:
            yield lines[-1]


def _table(rows: Iterable[Sequence[str]]) -> bytes:
    lines = sorted("\t".join(map(_clean, row)) for row in rows)
    return "".join(line + "\n" for line in lines).encode()


def _clean(text: str) -> str:
    if any(sign in text for sign in "\t\n\r\x0b\x0c\x85\u2028\u2029") or "\ufeff" in text:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "“{value}” holds a line break or a tab and cannot be frozen. Correct it in the roster."
            ),
            value=text,
        )
    return text
