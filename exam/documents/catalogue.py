"""The papers that can be printed: their names, what they need, and how they are made.

Reading this list is cheap: the parts that draw are imported when a paper is made.
"""

from __future__ import annotations

from pathlib import Path

from exam.documents.exam_catalogue import EXAM_PAPERS, sitting_and_room
from exam.documents.final_catalogue import FINAL_PAPERS
from exam.documents.paper import Paper
from exam.documents.texts import Texts, texts_of
from exam.progress import SILENT, Progress
from exam.services.paper_rows import PaperData
from exam.words import QT_TRANSLATE_NOOP


def make_paper(paper: Paper, data: PaperData, progress: Progress = SILENT) -> bytes:
    """The PDF of ``paper``, in the language of the competition."""
    return paper.make(data, texts_of(data.named.language), progress)


def find_paper(key: str) -> Paper:
    """The paper with this key; :class:`KeyError` when there is none."""
    return next(paper for paper in PAPERS if paper.key == key)


def file_name(paper: Paper, data: PaperData) -> str:
    """A file name for a paper: what it is, of which competition, and whether it is a draft."""
    from exam.files.safe_names import safe_name

    texts = texts_of(data.named.language)
    words = [texts(f"files.{paper.key}")]
    if paper.of_exam:
        words += sitting_and_room(data)
    if paper.of_people and data.slips:
        only, units = data.slips[0], {line.unit_code for line in data.slips}
        words += [only.name] if len(data.slips) == 1 else [only.unit] if len(units) == 1 else []
    words.append(data.named.competition)
    if str(data.named.year) not in data.named.competition:
        words.append(str(data.named.year))
    if paper.of_results and data.snapshot is not None and data.snapshot.number is None:
        words.insert(0, texts("sheet.draft_mark"))
    return safe_name(" ".join(words), ".pdf")


def write_papers(data: PaperData, folder: Path, progress: Progress = SILENT) -> list[Path]:
    """Write every paper that can be made into ``folder`` (which must exist); the files, in order."""
    from exam.documents.build import write_file

    ready = [paper for paper in PAPERS if not paper.secret and paper.ready(data)]
    written: list[Path] = []
    for done, paper in enumerate(ready):
        progress.step(done, len(ready), paper.name)
        part = _Part(progress, done, len(ready), paper.name)
        written.append(write_file(folder / file_name(paper, data), make_paper(paper, data, part)))
    progress.step(len(ready), len(ready))
    return written


class _Part(Progress):
    """The progress of one paper of many: a long one can be stopped in its middle."""

    def __init__(self, whole: Progress, at: int, count: int, name: str) -> None:
        super().__init__()
        self._whole, self._at, self._count, self._name = whole, at, count, name

    def step(self, done: int, total: int, text: str = "") -> None:
        share = done * 100 // total if total else 0
        self._whole.step(self._at * 100 + share, self._count * 100, text or self._name)


def _roster(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.roster_sheet import roster_sheets

    return roster_sheets(data.rosters, data.named, texts, progress, data.printed)


def _draw_record(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.draw_record import draw_record

    assert data.draw is not None
    return draw_record(data.draw, data.named, texts)


def _drawn_notices(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.draw_record import drawn_notices

    assert data.draw is not None
    return drawn_notices(data.draw, data.named, texts)


def _lots(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.lot_record import lot_records

    return lot_records(data.lots, data.named, texts, data.printed)


def _panels(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.panel_summary import panel_summaries

    return panel_summaries(data.panels, data.named, texts, data.printed)


def _individuals(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.individual_results import individual_results

    assert data.snapshot is not None
    return individual_results(data.snapshot, texts)


def _items(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.individual_results import item_results

    assert data.snapshot is not None
    return item_results(data.snapshot, texts)


def _teams(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.team_results import team_results

    assert data.snapshot is not None
    return team_results(data.snapshot, texts)


def _units(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.team_results import unit_averages

    assert data.snapshot is not None
    return unit_averages(data.snapshot, texts)


def _written_standing(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.written_results import written_standing

    assert data.written is not None
    return written_standing(data.written, data.named, texts, data.printed, progress=progress)


def _written_units(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.written_results import written_units

    assert data.written is not None
    return written_units(data.written, data.named, texts, data.printed, progress=progress)


def _slips(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.result_slips import result_slips

    assert data.written is not None
    return result_slips(data.written, data.slips, data.named, texts, data.printed, progress=progress)


def _large_slips(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.result_slips import large_result_slips

    assert data.written is not None
    return large_result_slips(data.written, data.slips, data.named, texts, data.printed, progress=progress)


def _explanations(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.explanation import explanations

    assert data.snapshot is not None
    return explanations(data.snapshot, data.explained, texts, progress)


def _public_notice(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.public_notice import public_notice

    assert data.snapshot is not None
    return public_notice(data.snapshot, texts, days=data.named.publicity_days)


def _awards(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.award_list import award_list

    assert data.snapshot is not None
    return award_list(data.snapshot, texts)


def _certificates(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.certificate_data import certificates_of, style_of
    from exam.documents.certificates import certificates_pdf

    assert data.snapshot is not None
    style = style_of(data.snapshot, data.named.issue_day)
    return certificates_pdf(certificates_of(data.snapshot), style, progress)


def _register(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.award_list import certificate_register
    from exam.documents.certificate_data import certificates_of, style_of

    assert data.snapshot is not None
    style = style_of(data.snapshot, data.named.issue_day)
    return certificate_register(data.snapshot, certificates_of(data.snapshot), style, texts, data.handed)


def _has_awards(data: PaperData) -> bool:
    return data.snapshot is not None and bool(data.snapshot.awards)


def _sign_off(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.sign_off import sign_off_sheet

    assert data.snapshot is not None
    return sign_off_sheet(data.snapshot, texts)


def _changes(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.sign_off import change_note

    assert data.snapshot is not None
    return change_note(data.snapshot, texts)


_PREPARATION = QT_TRANSLATE_NOOP("exam", "Preparation")
_RESULTS = QT_TRANSLATE_NOOP("exam", "Results")
_AWARDS = QT_TRANSLATE_NOOP("exam", "Awards and certificates")
_NO_ROSTER = QT_TRANSLATE_NOOP("exam", "The roster is empty. Import it first.")
_NO_DRAW = QT_TRANSLATE_NOOP("exam", "Nothing was drawn yet. Run the draw first.")
_NO_LOTS = QT_TRANSLATE_NOOP("exam", "No lots were drawn yet. Draw the groups of the final first.")
_NO_MARKS = QT_TRANSLATE_NOOP("exam", "There are no results yet. Enter the marks first.")
_NO_LOCKED = QT_TRANSLATE_NOOP("exam", "No sitting is locked yet. Lock the marks first.")
_NOT_OPEN = QT_TRANSLATE_NOOP(
    "exam", "Not every sitting is locked and opened yet. Lock the marks and open the seals first."
)
_NOBODY = QT_TRANSLATE_NOOP(
    "exam",
    "There is nobody here to print a slip for. Lock the marks and open the seals first, or choose other people.",
)
_NO_FINAL = QT_TRANSLATE_NOOP("exam", "No judge's mark was entered yet. Enter the marks of the final first.")
_NO_SECOND = QT_TRANSLATE_NOOP("exam", "There is no second publication yet. Publish again after a change first.")
_NO_AWARDS = QT_TRANSLATE_NOOP("exam", "No award was given yet. Set up the awards first.")

PAPERS: tuple[Paper, ...] = (
    Paper("roster", QT_TRANSLATE_NOOP("exam", "Roster by unit"), _PREPARATION, _NO_ROSTER, "roster",
          lambda data: bool(data.rosters), _roster),
    Paper("draw_record", QT_TRANSLATE_NOOP("exam", "Draw record"), _PREPARATION, _NO_DRAW, "draw",
          lambda data: data.draw is not None, _draw_record),
    Paper("drawn_notices", QT_TRANSLATE_NOOP("exam", "Notices of the drawn people"), _PREPARATION, _NO_DRAW, "draw",
          lambda data: data.draw is not None, _drawn_notices),
    Paper("lots", QT_TRANSLATE_NOOP("exam", "Record of the lots"), _PREPARATION, _NO_LOTS, "nominations",
          lambda data: bool(data.lots), _lots),
    *EXAM_PAPERS,
    *FINAL_PAPERS,
    Paper("written_standing", QT_TRANSLATE_NOOP("exam", "Written results"), _RESULTS, _NO_LOCKED, "written",
          lambda data: data.written is not None and data.written.anything, _written_standing),
    Paper("written_units", QT_TRANSLATE_NOOP("exam", "Written results by unit"), _RESULTS, _NOT_OPEN, "written",
          lambda data: data.written is not None and data.written.named and bool(data.written.units), _written_units),
    Paper("result_slips", QT_TRANSLATE_NOOP("exam", "Result slips, four a page"), _RESULTS, _NOBODY, "written",
          lambda data: bool(data.slips), _slips, of_people=True),
    Paper("result_slips_large", QT_TRANSLATE_NOOP("exam", "Result slips, one a page"), _RESULTS, _NOBODY, "written",
          lambda data: bool(data.slips), _large_slips, of_people=True),
    Paper("units", QT_TRANSLATE_NOOP("exam", "All-staff round: units"), _RESULTS, _NO_MARKS, "written",
          lambda data: data.snapshot is not None and bool(data.snapshot.units), _units, True),
    Paper("panels", QT_TRANSLATE_NOOP("exam", "Panel summaries"), _RESULTS, _NO_FINAL, "judging",
          lambda data: bool(data.panels), _panels),
    Paper("items", QT_TRANSLATE_NOOP("exam", "Results by item"), _RESULTS, _NO_FINAL, "judging",
          lambda data: data.snapshot is not None and bool(data.snapshot.individuals), _items, True),
    Paper("individuals", QT_TRANSLATE_NOOP("exam", "Individual results"), _RESULTS, _NO_FINAL, "judging",
          lambda data: data.snapshot is not None and bool(data.snapshot.individuals), _individuals, True),
    Paper("teams", QT_TRANSLATE_NOOP("exam", "Team results"), _RESULTS, _NO_FINAL, "judging",
          lambda data: data.snapshot is not None and bool(data.snapshot.teams), _teams, True),
    Paper("explanations", QT_TRANSLATE_NOOP("exam", "How each result was calculated"), _RESULTS, _NO_FINAL, "judging",
          lambda data: bool(data.explained), _explanations, True),
    Paper("public_notice", QT_TRANSLATE_NOOP("exam", "Public notice of the results"), _RESULTS, _NO_FINAL, "judging",
          lambda data: data.snapshot is not None and bool(data.snapshot.individuals), _public_notice, True),
    Paper("sign_off", QT_TRANSLATE_NOOP("exam", "Sign-off of the results"), _RESULTS, _NO_FINAL, "standings",
          lambda data: data.snapshot is not None and bool(data.snapshot.individuals), _sign_off, True),
    Paper("changes", QT_TRANSLATE_NOOP("exam", "What the publication changed"), _RESULTS, _NO_SECOND, "standings",
          lambda data: data.snapshot is not None and (data.snapshot.number or 0) > 1, _changes, True),
    Paper("awards", QT_TRANSLATE_NOOP("exam", "Award list"), _AWARDS, _NO_AWARDS, "awards", _has_awards, _awards, True),
    Paper("certificates", QT_TRANSLATE_NOOP("exam", "Certificates"), _AWARDS, _NO_AWARDS, "awards", _has_awards,
          _certificates, True),
    Paper("register", QT_TRANSLATE_NOOP("exam", "Certificate register"), _AWARDS, _NO_AWARDS, "awards", _has_awards,
          _register, True),
)  # fmt: skip
