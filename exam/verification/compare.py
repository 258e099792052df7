"""Differences between the second calculation and what the program shows, each as one clear sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from exam.verification.given import Second
from exam.verification.state import Row, State
from exam.words import QT_TRANSLATE_NOOP

DRAFT = QT_TRANSLATE_NOOP("exam", "Results as they stand")
PUBLICATION = QT_TRANSLATE_NOOP("exam", "Publication {number}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: a translatable sentence with its values. ``kind``: journal, row, publication, result."""

    kind: str
    text: str
    params: Mapping[str, Any]


TOTAL = QT_TRANSLATE_NOOP("exam", "{where}: total of {who} is {shown}, by the journal {right}.")
PLACE = QT_TRANSLATE_NOOP("exam", "{where}: rank of {who} is {shown}, by the journal {right}.")
PART = QT_TRANSLATE_NOOP("exam", "{where}: a part or an item of {who} is {shown}, by the journal {right}.")
LISTED = QT_TRANSLATE_NOOP("exam", "{where}: {who} stands in the standing, but not by the journal.")
UNLISTED = QT_TRANSLATE_NOOP("exam", "{where}: {who} is missing in the standing; by the journal it belongs there.")
AWARDED = QT_TRANSLATE_NOOP("exam", "{where}: “{award}” was given to {who}, but not by the journal.")
UNAWARDED = QT_TRANSLATE_NOOP("exam", "{where}: “{award}” was not given to {who}; by the journal it belongs there.")

CHANGED = QT_TRANSLATE_NOOP(
    "exam", "{what}: {column} is {shown} in the database, by the journal {right}. It was changed from outside."
)
ADDED = QT_TRANSLATE_NOOP("exam", "{what} stands in the database, but no journal entry put it there.")
GONE = QT_TRANSLATE_NOOP("exam", "{what} is missing in the database, but no journal entry took it away.")


TABLES = {
    "adjustment": QT_TRANSLATE_NOOP("exam", "Bonus or deduction"),
    "avoidance_override": QT_TRANSLATE_NOOP("exam", "Judge allowed to mark the own unit"),
    "award_rule": QT_TRANSLATE_NOOP("exam", "Award"),
    "candidate": QT_TRANSLATE_NOOP("exam", "Candidate"),
    "certificate_number": QT_TRANSLATE_NOOP("exam", "Certificate number"),
    "criterion": QT_TRANSLATE_NOOP("exam", "Criterion"),
    "final_item": QT_TRANSLATE_NOOP("exam", "Item of the final"),
    "item_mark": QT_TRANSLATE_NOOP("exam", "Mark of the final"),
    "judge": QT_TRANSLATE_NOOP("exam", "Judge"),
    "judge_mark": QT_TRANSLATE_NOOP("exam", "Judge's mark"),
    "nominee": QT_TRANSLATE_NOOP("exam", "Elite"),
    "panel_seat": QT_TRANSLATE_NOOP("exam", "Seat on a panel"),
    "publication": QT_TRANSLATE_NOOP("exam", "Publication"),
    "quiz_event": QT_TRANSLATE_NOOP("exam", "Quiz event"),
    "section": QT_TRANSLATE_NOOP("exam", "Section of the paper"),
    "setting": QT_TRANSLATE_NOOP("exam", "Rule"),
    "sitting": QT_TRANSLATE_NOOP("exam", "Sitting"),
    "staff": QT_TRANSLATE_NOOP("exam", "Staff member"),
    "team": QT_TRANSLATE_NOOP("exam", "Team"),
    "team_component": QT_TRANSLATE_NOOP("exam", "Component of the team total"),
    "tie_end": QT_TRANSLATE_NOOP("exam", "End of a tie"),
    "title_holder": QT_TRANSLATE_NOOP("exam", "Title given by hand"),
    "unit": QT_TRANSLATE_NOOP("exam", "Unit"),
    "written_mark": QT_TRANSLATE_NOOP("exam", "Written mark"),
}
COLUMNS = {
    "points": QT_TRANSLATE_NOOP("exam", "mark"),
    "state": QT_TRANSLATE_NOOP("exam", "state"),
    "status": QT_TRANSLATE_NOOP("exam", "state"),
    "attendance": QT_TRANSLATE_NOOP("exam", "state"),
    "verified_by": QT_TRANSLATE_NOOP("exam", "verified by"),
    "entered_by": QT_TRANSLATE_NOOP("exam", "entered by"),
    "value": QT_TRANSLATE_NOOP("exam", "value"),
    "sha256": QT_TRANSLATE_NOOP("exam", "check code"),
}


def tell(finding: Finding, words: Callable[..., str]) -> str:
    """The sentence in the language of ``words`` (``exam.words.Words`` or the window's)."""
    params = dict(finding.params)
    if "where" in params:
        params["where"] = words(params["where"], number=params["number"])
    if "table" in params:
        params["what"] = f"{words(TABLES.get(params['table'], params['table']))} {params['what']}"
    if "column" in params:
        params["column"] = words(COLUMNS.get(params["column"], params["column"]))
    return words(finding.text, **params)


def compare_results(where: str, number: int | None, shown: Mapping[str, Any], second: Second) -> list[Finding]:
    """``shown`` is a snapshot as plain data (decimals as texts); ``number`` its publication number."""
    told = {"where": where, "number": number}
    found: list[Finding] = []
    people = {line["nominee_id"]: line for line in shown["individuals"]}
    for key, line in people.items():
        who = " ".join(part for part in (line["entrant_code"], line["name"]) if part)
        right = second.people.get(key)
        if right is None:
            found.append(_result(LISTED, told, who=who))
            continue
        found += _figures(told, who, line, right.total, right.place)
        parts = [(line["written"], right.written), (line["on_site"], right.on_site)]
        parts += list(zip(line["items"], (work.mark for work in right.work), strict=False))
        found += [_differs(PART, told, who, one, other) for one, other in parts if _fraction(one) != other]
    found += [_result(UNLISTED, told, who=one.code) for key, one in second.people.items() if key not in people]
    teams = {line["team_id"]: line for line in shown["teams"]}
    for key, line in teams.items():
        right_team = second.teams.get(key)
        if right_team is None:
            found.append(_result(LISTED, told, who=line["team"]))
            continue
        found += _figures(told, line["team"] or line["unit"], line, right_team.total, right_team.place)
    found += [_result(UNLISTED, told, who=one.unit_code) for key, one in second.teams.items() if key not in teams]
    found += _units(told, shown["units"], second)
    return found + _awards(told, shown["awards"], second)


def _units(told: Mapping[str, Any], lines: Iterable[Mapping[str, Any]], second: Second) -> list[Finding]:
    found: list[Finding] = []
    units = {line["unit_code"]: line for line in lines}
    for code, line in units.items():
        right = second.units.get(code)
        if right is None:
            found.append(_result(LISTED, told, who=line["unit"]))
            continue
        found += _figures(told, line["unit"], {**line, "total": line["average"]}, right.average, right.place)
        counts = [(line["participation_rate"], right.rate), (line["drawn"], right.drawn), (line["sat"], right.sat)]
        found += [
            _differs(PART, told, line["unit"], one, None if other is None else Fraction(other))
            for one, other in counts if _fraction(one) != other
        ]  # fmt: skip
    return found + [_result(UNLISTED, told, who=code) for code in second.units if code not in units]


def _awards(told: Mapping[str, Any], lines: Iterable[Mapping[str, Any]], second: Second) -> list[Finding]:
    given = {(line["winner_key"], line["award"]): line["winner"] for line in lines}
    found = [
        _result(AWARDED, told, who=winner, award=award)
        for (key, award), winner in given.items() if (key, award) not in second.awards
    ]  # fmt: skip
    for key, award in sorted(second.awards - given.keys()):
        found.append(_result(UNAWARDED, told, who=key.rpartition("|")[2], award=award))
    return found


def _figures(
    told: Mapping[str, Any], who: str, line: Mapping[str, Any], total: Fraction | None, place: int | None
) -> list[Finding]:
    found: list[Finding] = []
    if _fraction(line["total"]) != total:
        found.append(_differs(TOTAL, told, who, line["total"], total))
    if line["place"] != place:
        shown, right = _text(line["place"]), _text(place)
        found.append(_result(PLACE, told, who=who, shown=shown, right=right))
    return found


def _differs(text: str, told: Mapping[str, Any], who: str, shown: Any, right: Fraction | None) -> Finding:
    return _result(text, told, who=who, shown=_text(shown), right=_text(right))


def _result(text: str, told: Mapping[str, Any], **params: Any) -> Finding:
    kind = "result" if told["number"] is None else "publication"
    return Finding(kind, text, {**told, **params})


def _fraction(value: Any) -> Fraction | None:
    return None if value is None else Fraction(value)


def _text(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, Fraction):
        shown = Decimal(value.numerator) / Decimal(value.denominator)
        return format(shown, "f")
    return str(value)


# Rows


def compare_rows(table: str, shown: Mapping[Any, Row], state: State, *, only_known: bool = False) -> list[Finding]:
    """The rows of a table against those of the journal. ``only_known``: other rows are nobody's business here."""
    right = state.rows(table)
    found: list[Finding] = []
    for key, row in shown.items():
        known = right.get(key)
        if known is None:
            if not only_known:
                found.append(_row(ADDED, table, key, row, state))
            continue
        if row == known:
            continue
        for column, value in row.items():
            if plain(value) != plain(known.get(column)):
                values = {"column": column, "shown": _text(value), "right": _text(known.get(column))}
                found.append(_row(CHANGED, table, key, known, state, **values))
    for key, row in right.items():
        if key not in shown:
            found.append(_row(GONE, table, key, row, state))
    return found


def _row(text: str, table: str, key: Any, row: Row, state: State, **params: Any) -> Finding:
    return Finding("row", text, {"table": table, "what": name_of(key, row, state), **params})


def plain(value: Any) -> Any:
    """A value as the journal holds it, so that both sides compare: decimals by value, days as text."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return value


def name_of(key: Any, row: Row, state: State) -> str:
    """What a row is about, in a few plain words: codes and names, or its key."""
    parts = [
        str(state.rows(other).get(row[column], {}).get(name, row[column]))
        for column, other, name in _REFERENCES if row.get(column) is not None
    ]  # fmt: skip
    names = ("name", "entrant_code", "staff_number", "ticket_number", "code", "number", "reason")
    own = next((str(row[name]) for name in names if row.get(name)), "")
    return " · ".join(part for part in (*parts, own) if part) or str(key)


_REFERENCES = (
    ("item_id", "final_item", "name"),
    ("nominee_id", "nominee", "entrant_code"),
    ("judge_id", "judge", "name"),
    ("candidate_id", "candidate", "ticket_number"),
    ("team_id", "team", "name"),
    ("unit_id", "unit", "name"),
)
