"""The program without its window: every command reads its arguments, calls the same services, and ends.

Exit codes: 0 all well, 1 problems found (rows of a roster, a draw that does not verify), 2 refused, with one
sentence on the error output that says what to do. What a command needs is imported when it runs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

from exam.errors import ExamError, ImportRejected, OutsideFault
from exam.words import QT_TRANSLATE_NOOP, Words

GOOD, PROBLEMS, REFUSED, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit code. ``argv`` is without the program's name."""
    _speak_utf8()
    with redirect_stdout(_Heard(sys.stdout)), redirect_stderr(_Heard(sys.stderr)):
        code = _run(argv)
        sys.stdout.flush()
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        arguments = _parser("en" if "en" in argv else "zh").parse_args(list(argv))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else REFUSED
    words = Words(arguments.lang)
    try:
        return arguments.command(arguments, words)
    except ImportRejected as rejected:
        _complain(words, rejected)
        for problem in rejected.problems[:20]:
            params = dict(problem.params)
            where = words(ROW_PROBLEM, row=problem.row, column=problem.column, value=problem.value)
            print(f"{where} {words(problem.reason, **params)} {words(problem.suggestion, **params)}", file=sys.stderr)
        return REFUSED
    except ExamError as error:
        _complain(words, error)
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED


ROW_PROBLEM = QT_TRANSLATE_NOOP("exam", "Row {row}, {column} “{value}”:")


def default_database() -> Path:
    """Where a competition lies when nobody says otherwise: in the user's own data folder."""
    import platformdirs

    return platformdirs.user_data_path("muster", appauthor=False) / "competition.db"


def rehearse(arguments: argparse.Namespace, words: Words) -> int:
    """A whole competition into a folder; a line per step."""
    from exam.rehearsal.play import rehearse as run_rehearsal

    def report(text: str, params: dict[str, Any]) -> None:
        print(words(text, **params), flush=True)

    summary = run_rehearsal(
        Path(arguments.folder),
        roster=arguments.roster,
        dice=arguments.dice,
        database=arguments.database,
        language=arguments.lang,
        report=report,
    )
    names, password = ", ".join(summary["accounts"]), summary["password"]
    print(words(REHEARSED, folder=arguments.folder, names=names, password=password))
    return GOOD


REHEARSED = QT_TRANSLATE_NOOP("exam", "Done: {folder}. Sign in as {names} with the password {password}.")


def check_roster(arguments: argparse.Namespace, words: Words) -> int:
    """Judge a roster file and print what was found as JSON; no database is needed."""
    from exam.files import roster

    try:
        check = roster.check_roster(arguments.file)
    except OutsideFault as fault:
        refused = words(fault.text, **fault.params)
        _print_json({"rows": 0, "accepted": 0, "problems": [], "refused": refused})
        return REFUSED
    found = check.as_json(words)
    gap = "" if words.language == "zh" else " "
    rows, accepted, refused = found["rows"], found["accepted"], found["refused"]
    problems = [
        {
            "row": problem["row"],
            "column": problem["column"],
            "value": problem["value"],
            "reason": gap.join(part for part in (problem["reason"], problem.get("suggestion")) if part),
        }
        for problem in found["problems"]
    ]
    _print_json({"rows": rows, "accepted": accepted, "problems": problems, "refused": refused})
    return check.exit_code


def certificates(arguments: argparse.Namespace, words: Words) -> int:
    """Certificates for any list of people; a competition's name, issuer and day when there is one."""
    from exam.files.certificate_list import certificates_from_list

    count = certificates_from_list(arguments.list, arguments.out, **_heading(arguments))
    print(words(PRINTED, count=count, file=arguments.out))
    return GOOD


PRINTED = QT_TRANSLATE_NOOP("exam", "{count} certificates printed into {file}")


def _heading(arguments: argparse.Namespace) -> dict[str, Any]:
    address = arguments.database or (str(default_database()) if default_database().exists() else None)
    if address is None:
        return {"language": arguments.lang}
    from exam import opening, unit_of_work
    from exam.services.accounts import NOBODY
    from exam.services.competition import get_competition

    database = opening.open_database(address, read_only=True, check=False)
    try:
        row = unit_of_work.read(database, NOBODY, get_competition)
    finally:
        database.close()
    day = row.issue_day.isoformat() if row.issue_day else ""
    return {
        "competition": row.name,
        "year": row.year,
        "issuer": row.organiser or row.host,
        "day": day,
        "language": row.language,
    }


def draw(arguments: argparse.Namespace, words: Words) -> int:
    """Draw from a folder of frozen files: the lines of result.tsv."""
    from exam.files.draw_folder import draw_lines

    for line in draw_lines(Path(arguments.folder), arguments.dice):
        print(line)
    return GOOD


def verify_draw(arguments: argparse.Namespace, words: Words) -> int:
    """Recompute a draw from its folder and say whether everything agrees, or which file or line does not."""
    from exam.files.draw_folder import verify

    found = verify(Path(arguments.folder), arguments.code or "")
    for problem in found.problems:
        _complain(words, problem)
    if found.problems:
        return PROBLEMS
    print(
        words(VERIFIED, label=found.label, drawn=found.drawn, alternates=found.alternates, code=found.freeze_code)
    )
    return GOOD


VERIFIED = QT_TRANSLATE_NOOP(
    "exam", "{label}: the result is right. {drawn} drawn, {alternates} alternates, freeze code {code}"
)


def verify(arguments: argparse.Namespace, words: Words) -> int:
    """Calculate everything a second time from the journal; every difference is one sentence."""
    from exam import opening, unit_of_work
    from exam.services import verification
    from exam.services.accounts import NOBODY
    from exam.verification.compare import tell

    database = opening.open_database(arguments.target, read_only=True)
    try:
        found = unit_of_work.read(
            database, NOBODY, lambda uow: verification.verify(uow, count=arguments.entries, head=arguments.head)
        )
    finally:
        database.close()
    problems = [tell(one, words) for one in found.findings]
    if arguments.json:
        counts = {
            "entries": found.entries, "head": found.head, "publications": found.publications, "rows": found.rows,
            "people": found.people, "teams": found.teams, "units": found.units, "awards": found.awards,
        }  # fmt: skip
        kinds = [one.kind for one in found.findings]
        told = [{"kind": kind, "sentence": text} for kind, text in zip(kinds, problems, strict=True)]
        _print_json({"agrees": found.clean, **counts, "differences": told})
        return GOOD if found.clean else PROBLEMS
    for text in problems:
        print(text, file=sys.stderr)
    if problems:
        print(words(DIFFERS, count=len(problems)), file=sys.stderr)
        return PROBLEMS
    print(
        words(
            AGREES, rows=found.rows, people=found.people, teams=found.teams, units=found.units, awards=found.awards,
            publications=found.publications, entries=found.entries, head=found.head,
        )
    )
    return GOOD


AGREES = QT_TRANSLATE_NOOP(
    "exam",
    "Everything agrees: {rows} rows, {people} individual totals, {teams} teams, {units} units, {awards} awards and "
    "{publications} publications follow from the journal. Journal: {entries} entries, hash {head}",
)
DIFFERS = QT_TRANSLATE_NOOP("exam", "Differences: {count}")


def verify_diff(arguments: argparse.Namespace, words: Words) -> int:
    """Prove that the journal of one database goes on where that of an older copy of it ends."""
    from exam import opening, unit_of_work
    from exam.services.accounts import NOBODY
    from exam.services.journal import check_chain
    from exam.services.verification import list_hashes

    hashes: list[list[str]] = []
    for address in (arguments.old, arguments.new):
        database = opening.open_database(address, read_only=True)
        try:
            checked = unit_of_work.read(database, NOBODY, check_chain)
            hashes.append(unit_of_work.read(database, NOBODY, list_hashes))
        finally:
            database.close()
        if checked.broken_at is not None:
            print(words(BROKEN_CHAIN, file=address, number=checked.broken_at), file=sys.stderr)
            return PROBLEMS
    old, new = hashes
    if len(new) < len(old):
        print(words(SHORTER, old=len(old), new=len(new)), file=sys.stderr)
        return PROBLEMS
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            print(words(PARTED, number=number), file=sys.stderr)
            return PROBLEMS
    print(words(EXTENDS, old=len(old), new=len(new)))
    return GOOD


BROKEN_CHAIN = QT_TRANSLATE_NOOP("exam", "{file}: entry {number} of the journal was changed from outside.")
SHORTER = QT_TRANSLATE_NOOP(
    "exam", "The newer journal has {new} entries, the older one {old}: entries were cut off, or the order is wrong."
)
PARTED = QT_TRANSLATE_NOOP("exam", "The journals part at entry {number}: the newer one does not go on from the older.")
EXTENDS = QT_TRANSLATE_NOOP("exam", "The newer journal ({new} entries) goes on from the older one ({old} entries).")


def _print_json(found: dict[str, Any]) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1))


def _complain(words: Words, error: ExamError) -> None:
    print(words(error.text, **error.params), file=sys.stderr)


def _speak_utf8() -> None:
    # A redirected output on Windows is not UTF-8, and names would be lost.
    for stream in (sys.stdout, sys.stderr):
        encoding = getattr(stream, "encoding", None) or ""
        if isinstance(stream, TextIOWrapper) and encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class _Heard(StringIO):
    """An output whose reader may leave early (``| head``): the rest is dropped, and the work still comes to its end."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str, /) -> int:
        self._try(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        self._try(self._stream.flush)

    def isatty(self) -> bool:
        return self._stream.isatty()

    def _try(self, call: Callable[[], object]) -> None:
        try:
            call()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


class _Parser(argparse.ArgumentParser):
    """Says in the person's language that a command was typed wrongly."""

    language = "zh"

    def error(self, message: str) -> NoReturn:
        words = Words(self.language)
        print(words(WRONG_CALL, problem=message), file=sys.stderr)
        print(self.format_usage(), end="", file=sys.stderr)
        raise SystemExit(REFUSED)


WRONG_CALL = QT_TRANSLATE_NOOP("exam", "The command was not understood ({problem}). It is called like this:")


def _parser(language: str) -> argparse.ArgumentParser:
    _Parser.language = language
    everywhere = _Parser(add_help=False)
    parser = _Parser(prog="main.py", description="The competition office without its window.")
    # Before the command or after it: what stands after it wins.
    for where, database, lang in ((parser, None, "zh"), (everywhere, argparse.SUPPRESS, argparse.SUPPRESS)):
        where.add_argument(
            "--database", metavar="FILE|postgresql://…", default=database, help="the competition's database"
        )
        where.add_argument("--lang", choices=("zh", "en"), default=lang, help="language of what is printed")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, call: Callable[[argparse.Namespace, Words], int], text: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, parents=[everywhere], help=text, description=text)
        found.set_defaults(command=call)
        return found

    made = command("rehearse", rehearse, "a whole competition on sample data, into a folder")
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--roster", metavar="FILE", help="another roster (.xlsx or .csv) than the sample's")
    made.add_argument("--dice", metavar="DIGITS", help="20 to 40 digits instead of the sample's dice")
    made = command("check-roster", check_roster, "every problem of a roster file, as JSON")
    made.add_argument("file", metavar="FILE")
    made = command("certificates", certificates, "certificates for any list of people")
    made.add_argument("list", metavar="LIST.xlsx", help="columns 姓名, 单位, 奖项 and, if wanted, 编号, 事由")
    made.add_argument("out", metavar="OUT.pdf")
    made = command("draw", draw, "draw from a folder of frozen files; prints result.tsv")
    made.add_argument("folder", metavar="DIR")
    made.add_argument("dice", metavar="DIGITS", help="20 to 40 digits of the dice")
    made = command("verify-draw", verify_draw, "recompute a draw from its folder")
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--code", metavar="HEX", help="the freeze code as it was published before the dice")
    made = command("verify", verify, "every total, place and award a second time, from the journal")
    made.add_argument("target", metavar="DATABASE", help="file or postgresql:// address")
    made.add_argument("--entries", metavar="COUNT", type=int, help="the entry count that a signed sheet prints")
    made.add_argument("--head", metavar="HEX", default="", help="the hash of the journal that a signed sheet prints")
    made.add_argument("--json", action="store_true", help="print what was found as JSON")
    made = command("verify-diff", verify_diff, "prove that a journal goes on from an older copy of it")
    made.add_argument("old", metavar="OLD")
    made.add_argument("new", metavar="NEW")
    return parser
