"""The papers of the final's stage: what judges and recorders of the quiz sign."""

from __future__ import annotations

from exam.documents.paper import Paper
from exam.documents.texts import Texts
from exam.progress import Progress
from exam.services.paper_rows import PaperData
from exam.words import QT_TRANSLATE_NOOP


def _mark_sheets(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.judge_mark_sheet import judge_mark_sheets

    return judge_mark_sheets(data.mark_sheets, data.named, texts, data.printed, progress)


def _quizzes(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.quiz_ledger import quiz_ledgers

    return quiz_ledgers(data.quizzes, data.named, texts, data.printed)


_GROUP = QT_TRANSLATE_NOOP("exam", "The final")
_NO_PANEL = QT_TRANSLATE_NOOP("exam", "Nobody is on a panel yet. Nominate elites and put judges on the panels first.")
_NO_QUIZ = QT_TRANSLATE_NOOP("exam", "No quiz was held yet. Its ledger is printed once it has begun.")
_NO_CODES = QT_TRANSLATE_NOOP("exam", "This level of the codes is not drawn, or its table is not for you.")


def _coding_table(level: int, name: str) -> Paper:
    def make(data: PaperData, texts: Texts, progress: Progress) -> bytes:
        from exam.documents.coding_table import coding_tables

        return coding_tables([one for one in data.coding if one.level == level], data.named, texts, data.printed)

    def ready(data: PaperData) -> bool:
        return any(one.level == level for one in data.coding)

    return Paper(f"coding_{level}", name, _GROUP, _NO_CODES, "nominations", ready, make, secret=True)


FINAL_PAPERS: tuple[Paper, ...] = (
    Paper("mark_sheets", QT_TRANSLATE_NOOP("exam", "Judges' mark sheets"), _GROUP, _NO_PANEL, "items",
          lambda data: bool(data.mark_sheets), _mark_sheets),
    Paper("quiz_ledgers", QT_TRANSLATE_NOOP("exam", "Quiz ledger"), _GROUP, _NO_QUIZ, "quiz",
          lambda data: bool(data.quizzes), _quizzes),
    _coding_table(1, QT_TRANSLATE_NOOP("exam", "Coding table 1: entry codes")),
    _coding_table(2, QT_TRANSLATE_NOOP("exam", "Coding table 2: place codes")),
    _coding_table(3, QT_TRANSLATE_NOOP("exam", "Coding table 3: work codes")),
)  # fmt: skip
