"""A scanner's file of objective answers: one row per paper, its number and one column per question."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from exam.errors import Problem
from exam.files.marks import SEALED, TICKET
from exam.files.refusals import FileRefused
from exam.files.tables import Table, TableRow, as_table
from exam.files.workbook import read_sheet
from exam.progress import SILENT, Progress
from exam.rules.answers import BLANK
from exam.rules.marks import normalise
from exam.services.answers import AnswerLine
from exam.words import QT_TRANSLATE_NOOP

_SYNONYMS = {"number": (*SEALED, *TICKET), "answers": ("答案", "客观题答案", "作答", "answers", "answer")}
_QUESTION = re.compile(r"(?:第|题|q|question)?0*([1-9]\d{0,2})(?:题)?")


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file of answers holds, ready to be scored. Rows with a problem are not among ``lines``."""

    name: str
    sha256: str
    rows: int
    lines: tuple[AnswerLine, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stand against taking the file in; notices do not."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read_answer_sheets(path: str | Path, questions: int, progress: Progress = SILENT) -> AnswersFile:
    """Read the answers to a key of so many ``questions``, through the import gate.

    The columns of the questions are called 1, 2, 3, Q1 or 第1题; an empty cell is a question left out. Or all
    answers of a paper stand in one column 答案. Raises ``FileRefused`` when the file cannot be read or lacks a
    column.
    """
    path = Path(path)
    table = as_table(read_sheet(path, progress=progress), _SYNONYMS)
    if "number" not in table.columns:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam",
                "The file has no column for the number on the paper (密封号 or 准考证号). Name it in the header row.",
            )
        )
    places = _places(table)
    missing = [number for number in range(1, questions + 1) if number not in places]
    if missing and "answers" not in table.columns:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam",
                "The key has {questions} questions, but the file has no column for question {number}. Name the columns "
                "1, 2, 3 and so on.",
            ),
            questions=questions,
            number=missing[0],
        )
    columns = () if missing else tuple(places[number] for number in range(1, questions + 1))
    problems = list(table.problems)
    lines = [line for row in table.rows if (line := _line(table, row, columns, problems)) is not None]
    progress.step(100, 100)
    return AnswersFile(path.name, table.data.sha256, len(table.rows), tuple(lines), tuple(problems))


def _places(table: Table) -> dict[int, int]:
    """Column index by number of the question."""
    found: dict[int, int] = {}
    for index, title in enumerate(table.headers):
        plain = re.sub(r"[\s.、:]+", "", unicodedata.normalize("NFKC", title)).casefold()
        question = _QUESTION.fullmatch(plain)
        if question is not None and index not in table.columns.values():
            found.setdefault(int(question[1]), index)
    return found


def _line(table: Table, row: TableRow, columns: tuple[int, ...], problems: list[Problem]) -> AnswerLine | None:
    cell, cells = row.cell("number"), row.cells
    number = "" if cell.is_broken else normalise(cell.value).replace(" ", "")
    broken = next((one for one in (cell, *cells) if one.is_broken), None)
    if not number or broken is not None:
        problems.append(
            Problem(
                row.number, table.title("number"), "" if broken is None else broken.value[:40],
                QT_TRANSLATE_NOOP("exam", "The row has no number of a paper, or a cell that holds no value."),
                QT_TRANSLATE_NOOP("exam", "Look at the answer sheet and correct the row, or delete it."),
            )
        )  # fmt: skip
        return None
    if not columns:
        return AnswerLine(row.number, number, row.cell("answers").value)
    given = [cells[index] if index < len(cells) else None for index in columns]
    words = [BLANK if one is None or one.is_empty else re.sub(r"[\s,;、，；]+", "", one.value) for one in given]
    return AnswerLine(row.number, number, " ".join(words))
