"""The whole calculation of an elite, a team or a unit, in words and figures, from a snapshot alone.

A published snapshot holds every mark it was made from, so its explanation can be printed again at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from exam.rules.marks import Attendance
from exam.rules.panel import explain_panel, plain, round_half_up
from exam.rules.ranking import level_with, ranked_count, tie_step
from exam.rules.results import IndividualLine, ItemColumn, ItemWork, Snapshot, Step, TeamLine, UnitLine
from exam.rules.settings import TIE_KEYS
from exam.rules.standings import individual_tie_value
from exam.rules.tie_ends import INDIVIDUAL, METHODS, TEAM, end_steps
from exam.rules.totals import HUNDRED, WRITTEN, ZERO, extra_step, is_missing, part_weights, signed
from exam.words import QT_TRANSLATE_NOOP

_STATES = {
    Attendance.ABSENT.value: QT_TRANSLATE_NOOP("exam", "Absent: the item counts 0"),
    Attendance.ZEROED.value: QT_TRANSLATE_NOOP("exam", "Zeroed for cheating: the item counts 0"),
    Attendance.WITHDRAWN.value: QT_TRANSLATE_NOOP("exam", "Withdrawn: the item counts 0"),
    Attendance.EXCUSED.value: QT_TRANSLATE_NOOP("exam", "Excused: no mark, therefore no total"),
    Attendance.LATE.value: QT_TRANSLATE_NOOP("exam", "Late"),
    Attendance.DISCIPLINED.value: QT_TRANSLATE_NOOP("exam", "Disciplined: takes no award"),
}


def explain_individual(snapshot: Snapshot, line: IndividualLine) -> tuple[Step, ...]:
    """Every mark of an elite, what was dropped, weights, each rounding, tie key, and the effect on the team."""
    steps: list[Step] = []
    for column, work in zip(snapshot.items, line.work, strict=True):
        steps.extend(_item_steps(column, work, snapshot))
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Individual total"), level=0, kind="heading"))
    for written in (True, False):
        steps.extend(_part_steps(snapshot, line, written=written))
    steps.extend(_total_steps(snapshot, line))
    steps.extend(_place_steps(snapshot, line))
    steps.extend(_effect_steps(snapshot, line))
    return tuple(steps)


def explain_team(snapshot: Snapshot, line: TeamLine) -> tuple[Step, ...]:
    """The members' totals, the worked calculation of the team, its place and what decided it."""
    members = [one for one in snapshot.individuals if one.team_id == line.team_id]
    steps = [Step(QT_TRANSLATE_NOOP("exam", "Members"), level=0, kind="heading")]
    for member in members:
        values = {"code": member.entrant_code or "–", "name": member.name or "–"}
        if member.total is None:
            text = QT_TRANSLATE_NOOP("exam", "{code} {name}: no total")
            steps.append(Step(text, values, kind="warning"))
        else:
            text = QT_TRANSLATE_NOOP("exam", "{code} {name}: place {place}, total {total}")
            values |= {"place": str(member.place), "total": _figure(member.total)}
            steps.append(Step(text, values, member.total))
    if not members:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "This unit sends no elites"), kind="warning"))
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Team total"), level=0, kind="heading"))
    steps.extend(line.calculation)
    if line.total is None:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Incomplete: there is no team total yet"), kind="warning"))
        return tuple(steps)
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Team total"), {}, line.total, kind="result"))
    rivals = [one for one in snapshot.teams if one.total == line.total and one is not line]
    if rivals and line.tie_key in METHODS.values():
        names = {one.team_id: one.team or one.unit for one in rivals}
        steps += _end_steps(snapshot, TEAM, line.team_id, names)
    elif rivals and line.tie_key:
        key = _key_of(line.tie_key)
        number = snapshot.basis.team_keys.index(key)
        others = ", ".join(f"{one.team or one.unit} {_figure(one.tie_values[number])}" for one in rivals)
        steps.append(tie_step(key, _figure(line.tie_values[number]), others))
    steps.append(_place_step(line.place, sum(one.place is not None for one in snapshot.teams)))
    steps.extend(_shared_steps([one.team or one.unit for one in rivals if one.place == line.place]))
    return tuple(steps)


def explain_unit(snapshot: Snapshot, line: UnitLine) -> tuple[Step, ...]:
    """The average and the participation rate of a unit in the all-staff round, and its place."""
    steps = [Step(QT_TRANSLATE_NOOP("exam", "All-staff average"), level=0, kind="heading"), *line.calculation]
    if line.place is not None:
        steps.append(_place_step(line.place, sum(one.place is not None for one in snapshot.units)))
    return tuple(steps)


def _item_steps(column: ItemColumn, work: ItemWork, snapshot: Snapshot) -> list[Step]:
    text = QT_TRANSLATE_NOOP("exam", "{item} (full mark {full}, {weight} % of the total)")
    values = {"item": column.name, "full": plain(column.full), "weight": plain(column.weight)}
    steps = [Step(text, values, level=0, kind="heading")]
    if work.state in _STATES:
        kind = "line" if work.state in (Attendance.LATE, Attendance.DISCIPLINED) else "warning"
        steps.append(Step(_STATES[work.state], kind=kind))
    if work.awaited:
        text = QT_TRANSLATE_NOOP("exam", "Incomplete: {count} marks are still missing")
        return [*steps, Step(text, {"count": str(work.awaited)}, kind="warning")]
    counts_marks = work.state in ("", Attendance.PRESENT, Attendance.LATE, Attendance.DISCIPLINED)
    if counts_marks and column.rule is not None:
        steps.extend(explain_panel(work.marks, column.rule))
    if work.mark is None or work.entered is None:
        return steps
    same = work.mark == work.entered and not work.extras and column.full == HUNDRED
    if same and counts_marks and column.rule is not None:
        return steps
    if not same and column.rule is None:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Mark: {mark}"), {"mark": _figure(work.entered)}))
    if work.extras:
        steps.extend(extra_step(extra) for extra in work.extras)
        shown = plain(work.entered) + "".join(signed(extra.points) for extra in work.extras)
        text = QT_TRANSLATE_NOOP("exam", "Item mark: {sum} = {mark}")
        steps.append(Step(text, {"sum": shown, "mark": _figure(work.mark)}))
    elif work.mark != work.entered:
        steps.append(_rounded(work.mark, snapshot.basis.item_places))
    if column.full != HUNDRED and work.hundred is not None:
        text = QT_TRANSLATE_NOOP("exam", "Brought to 100: {mark} × 100 ÷ {full} = {hundred}")
        values = {"mark": plain(work.mark), "full": plain(column.full), "hundred": _figure(work.hundred)}
        steps.append(Step(text, values))
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Item mark"), {}, work.hundred, kind="result"))
    return steps


def _part_steps(snapshot: Snapshot, line: IndividualLine, *, written: bool) -> list[Step]:
    pairs = [
        (column, work) for column, work in zip(snapshot.items, line.work, strict=True)
        if (column.part == WRITTEN) == written
    ]  # fmt: skip
    value = line.written if written else line.on_site
    if len(pairs) < 2 or value is None:
        return []
    equal = not any(column.share for column, _ in pairs)
    weights = [Decimal(1) if equal else column.share for column, _ in pairs]
    sum_text = " + ".join(
        f"{plain(weight)} × {_figure(work.hundred)}" for weight, (_, work) in zip(weights, pairs, strict=True)
    )
    text = (
        QT_TRANSLATE_NOOP("exam", "Written part: ({sum}) ÷ {whole} = {value}, rounded half up")
        if written
        else QT_TRANSLATE_NOOP("exam", "On-site part: ({sum}) ÷ {whole} = {value}, rounded half up")
    )
    return [Step(text, {"sum": sum_text, "whole": plain(sum(weights, ZERO)), "value": _figure(value)}, value)]


def _total_steps(snapshot: Snapshot, line: IndividualLine) -> list[Step]:
    if line.total is None:
        if line.status != "active":
            text = QT_TRANSLATE_NOOP("exam", "Takes no part any more: no total, no place, no award")
            return [Step(text, kind="warning")]
        if is_missing(line):
            return [Step(QT_TRANSLATE_NOOP("exam", "Not there: no total and no place"), kind="warning")]
        return [Step(QT_TRANSLATE_NOOP("exam", "Incomplete: there is no total yet"), kind="warning")]
    of_written, of_on_site = part_weights(snapshot.items, snapshot.basis)
    raw = (of_written * (line.written or ZERO) + of_on_site * (line.on_site or ZERO)).scaleb(-2)
    values = {
        "written": _figure(line.written or ZERO), "written_weight": plain(of_written),
        "on_site": _figure(line.on_site or ZERO), "on_site_weight": plain(of_on_site), "raw": plain(raw),
    }  # fmt: skip
    if of_written and of_on_site:
        text = QT_TRANSLATE_NOOP(
            "exam", "Written {written} × {written_weight} % + on-site {on_site} × {on_site_weight} % = {raw}"
        )
    elif of_written:
        text = QT_TRANSLATE_NOOP("exam", "Written {written} × {written_weight} % = {raw}")
    else:
        text = QT_TRANSLATE_NOOP("exam", "On-site {on_site} × {on_site_weight} % = {raw}")
    steps = [Step(text, values)]
    rounded = round_half_up(raw, snapshot.basis.total_places)
    if rounded != raw:
        steps.append(_rounded(rounded, snapshot.basis.total_places))
    if line.extras:
        steps.extend(extra_step(extra) for extra in line.extras)
        shown = plain(rounded) + "".join(signed(extra.points) for extra in line.extras)
        text = QT_TRANSLATE_NOOP("exam", "Individual total: {sum} = {total}")
        steps.append(Step(text, {"sum": shown, "total": _figure(line.total)}))
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Individual total"), {}, line.total, kind="result"))
    return steps


def _place_steps(snapshot: Snapshot, line: IndividualLine) -> list[Step]:
    if line.place is None or line.total is None:
        return []
    rivals = [one for one in level_with(snapshot.individuals, line.total) if one is not line]
    steps: list[Step] = []
    if rivals and line.tie_key in METHODS.values():
        names = {one.nominee_id: one.entrant_code or one.name for one in rivals}
        steps += _end_steps(snapshot, INDIVIDUAL, line.nominee_id, names)
    elif rivals and line.tie_key:
        key = _key_of(line.tie_key)
        others = ", ".join(
            f"{one.entrant_code or one.name} {_figure(individual_tie_value(one, key))}" for one in rivals
        )
        steps.append(tie_step(key, _figure(individual_tie_value(line, key)), others))
    steps.append(_place_step(line.place, ranked_count(snapshot.individuals)))
    steps.extend(_shared_steps([one.entrant_code or one.name for one in rivals if one.place == line.place]))
    return steps


def _end_steps(snapshot: Snapshot, standing: str, own: int, rivals: Mapping[int, str]) -> list[Step]:
    """How a tie ended that no key could settle; the last decision that names this line counts."""
    named = [end for end in snapshot.basis.tie_ends if end.standing == standing and str(own) in end.places]
    if not named:
        return []
    end = named[-1]
    others = ", ".join(f"{name} {end.places[str(id_)]}" for id_, name in rivals.items() if str(id_) in end.places)
    return end_steps(end, end.places[str(own)], others)


def _effect_steps(snapshot: Snapshot, line: IndividualLine) -> list[Step]:
    team = next((one for one in snapshot.teams if one.team_id == line.team_id), None)
    if team is None or team.total is None or team.place is None:
        return []
    steps = [Step(QT_TRANSLATE_NOOP("exam", "Effect on the team"), level=0, kind="heading")]
    text = QT_TRANSLATE_NOOP("exam", "{team}: team total {total}, place {place}")
    values = {"team": team.team or team.unit, "total": _figure(team.total), "place": str(team.place)}
    steps.append(Step(text, values))
    sources = {component.source for component in snapshot.basis.components}
    if "individual_totals" in sources and line.total is not None:
        text = QT_TRANSLATE_NOOP("exam", "The individual total {total} enters the team total")
        steps.append(Step(text, {"total": _figure(line.total)}))
    return steps


def _place_step(place: int | None, count: int) -> Step:
    text = QT_TRANSLATE_NOOP("exam", "Place {place} of {count}")
    return Step(text, {"place": str(place), "count": str(count)}, kind="result")


def _shared_steps(names: Sequence[str]) -> list[Step]:
    if not names:
        return []
    text = QT_TRANSLATE_NOOP("exam", "The place is shared with {names}: no key separates them")
    return [Step(text, {"names": ", ".join(names)})]


def _rounded(value: Decimal, places: int) -> Step:
    text = QT_TRANSLATE_NOOP("exam", "Rounded half up to {places} places: {mark}")
    return Step(text, {"places": str(places), "mark": _figure(value)}, value)


def _key_of(name: str) -> str:
    return next(key for key, text in TIE_KEYS.items() if text == name)


def _figure(value: Decimal | None) -> str:
    return "–" if value is None else format(value, "f")
