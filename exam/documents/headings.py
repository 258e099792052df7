"""Heading and version of a sheet, taken from the results or from the competition."""

from __future__ import annotations

from exam.documents.build import Version
from exam.documents.pages import Heading
from exam.documents.texts import Texts, plain
from exam.rules.results import Snapshot
from exam.rules.sheets import Named


def event_name(competition: str, year: int, texts: Texts) -> str:
    """The competition with its year, unless the name already says the year."""
    name = plain(competition)
    return name if str(year) in name else texts("certificate.event", year=year, competition=name)


def snapshot_heading(snapshot: Snapshot, texts: Texts, title: str, *facts: tuple[str, str]) -> Heading:
    """The heading of a sheet of the results; the moment of the calculation stands in it."""
    made = (texts("sheet.printed_from"), shown_moment(snapshot.made_at, texts))
    return Heading(event_name(snapshot.competition, snapshot.year, texts), title, (*facts, made), snapshot.host)


def snapshot_version(snapshot: Snapshot, *, sign_off: bool = False) -> Version:
    """The version line; a ``sign_off`` sheet carries the head of the journal too."""
    return Version(
        snapshot.number,
        snapshot.fingerprint,
        snapshot.journal_count if sign_off else 0,
        snapshot.journal_head if sign_off else "",
        interim=snapshot.interim,
    )


def with_incomplete(note: str, snapshot: Snapshot, texts: Texts) -> str:
    """The note below a table, with what the results still lack."""
    if not snapshot.incomplete:
        return note
    lacking = "；" if texts.language == "zh" else "; "
    lines = texts("sheet.and_more") + lacking.join(texts.step(step) for step in snapshot.incomplete)
    return f"{note}\n{lines}" if note else lines


def shows_parts(snapshot: Snapshot) -> bool:
    """Whether written and on-site marks have columns of their own: with one part alone they would repeat the total."""
    return len({item.part for item in snapshot.items}) != 1


def is_selection(snapshot: Snapshot) -> bool:
    """Whether single people or windows are selected, without any team total."""
    return not snapshot.teams and not snapshot.basis.components


def name_title(snapshot: Snapshot, title: str, texts: Texts) -> str:
    """The title of the column of names; ``title`` where the entrants are people."""
    return texts("sheet.window_name") if snapshot.basis.windows else title


def named_heading(named: Named, texts: Texts, title: str, *facts: tuple[str, str]) -> Heading:
    """The heading of a sheet that holds no results."""
    return Heading(event_name(named.competition, named.year, texts), title, facts, named.host)


def shown_moment(iso: str, texts: Texts) -> str:
    """A moment in ISO form as people read it: the day, then hours and minutes if there are any."""
    day = texts.day(iso)
    clock = iso[11:16] if len(iso) >= 16 and iso[10] in "T " else ""
    return f"{day} {clock}".strip()
