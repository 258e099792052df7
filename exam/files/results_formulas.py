"""The calculation as live formulas: the judges' marks, items, individual totals, places and teams.

Marks, weights and rules are numbers in cells; everything after them is a formula with the same rounding steps, so a
spreadsheet program comes to the same totals. The workbook is written without results: they appear when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from exam.rules.marks import Attendance
from exam.rules.results import Basis, Component, IndividualLine, ItemColumn, Snapshot, TeamLine, UnitLine
from exam.rules.team_totals import SOURCE_NAMES, TEAM_SOURCES
from exam.rules.totals import COUNTS_ZERO, is_missing, part_weights, stayed_away
from exam.words import QT_TRANSLATE_NOOP, Words

FIRST = 6
"""The first row of figures on every sheet of formulas; rules and weights stand in row 4, headings in row 5."""

NOTE = QT_TRANSLATE_NOOP(
    "exam", "Every figure here is a formula and is calculated when the file is opened in a spreadsheet program."
)
_QUIZ = "Quiz: {value}"


class Formula(str):
    """A text that is meant to be a formula; every other text stays a text."""

    __slots__ = ()


Cell = Decimal | int | str | None


@dataclass(slots=True)
class Grid:
    """One sheet: its name, title, the labels and values of its rules, headings and rows."""

    name: str
    title: str
    labels: list[str] = field(default_factory=list[str])
    rules: list[Cell] = field(default_factory=list[Cell])
    heads: list[str] = field(default_factory=list[str])
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    widths: dict[int, int] = field(default_factory=dict[int, int])


def letters(number: int) -> str:
    """The name of column ``number``, from 1: A, B, ... Z, AA."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def formula_sheets(snapshot: Snapshot, words: Words) -> list[Grid]:
    """All sheets of the calculation; none while there are no elites with items."""
    if not snapshot.items or not snapshot.individuals:
        return []
    items = [_item(snapshot, at, column, words) for at, column in enumerate(snapshot.items)]
    totals, places = _totals(snapshot, items, words)
    sheets = [*(item.grid for item in items), totals]
    if snapshot.teams:
        sheets.append(_teams(snapshot, totals.name, places, words))
    return sheets


@dataclass(frozen=True, slots=True)
class _Item:
    grid: Grid
    hundred: str


def _item(snapshot: Snapshot, at: int, column: ItemColumn, words: Words) -> _Item:
    """Judges' marks or the paper, the panel's mark, bonus and deductions, the item's mark, and that of 100."""
    judges = max((len(line.work[at].marks) for line in snapshot.individuals), default=0) if column.rule else 1
    judges = max(judges, 1)
    given, last = letters(3), letters(2 + judges)
    valid, panel, counts, extras, mark, hundred = (letters(2 + judges + step) for step in range(1, 7))
    rule = column.rule
    judge = QT_TRANSLATE_NOOP("exam", "Judge {number}")
    grid = Grid(
        words(QT_TRANSLATE_NOOP("exam", "Calculation item {number}"), number=at + 1), column.name,
        labels=[words(one) for one in _ITEM_RULES], rules=[column.full, snapshot.basis.item_places],
        heads=[
            words(QT_TRANSLATE_NOOP("exam", "Entrant code")), words(QT_TRANSLATE_NOOP("exam", "Name")),
            *([words(judge, number=n + 1) for n in range(judges)] if rule else [words(_ENTERED)]),
            *(words(one) for one in _ITEM_HEADS),
        ],
        widths={1: 12, 2: 16},
    )  # fmt: skip
    if rule is not None:
        grid.rules += [rule.drop_high, rule.drop_low, rule.trim_from, rule.minimum, rule.coefficient]
    else:
        grid.labels = grid.labels[:2]
    for row, line in enumerate(snapshot.individuals, FIRST):
        work = line.work[at]
        marks: list[Cell] = list(work.marks) if rule else [work.entered if not _counts(work.state) else None]
        marks += [None] * (judges - len(marks))
        cells = f"{given}{row}:{last}{row}"
        if work.awaited or rule is None:
            # A mark is still awaited: no figure, whatever the others gave.
            combined = f'IF({valid}{row}=0,"",{given}{row})' if rule is None else '""'
        else:
            combined = _panel(cells, f"{valid}{row}", rule.combine, rule.places)
        added = sum((extra.points for extra in work.extras), Decimal(0))
        grid.rows.append(
            [
                line.entrant_code, line.name, *marks, Formula(f"=COUNT({cells})"), Formula(f"={combined}"),
                _counts(work.state), added,
                Formula(
                    f'=IF({counts}{row}="–","",IF({counts}{row}="0",0,'
                    f'IF({panel}{row}="","",ROUND({panel}{row}+{extras}{row},$B$4))))'
                ),
                Formula(f'=IF({mark}{row}="","",ROUND({mark}{row}*100/$A$4,$B$4))'),
            ]
        )  # fmt: skip
    return _Item(grid, hundred)


_ENTERED = QT_TRANSLATE_NOOP("exam", "Mark of the paper")
_ITEM_RULES = (
    QT_TRANSLATE_NOOP("exam", "Full mark"),
    QT_TRANSLATE_NOOP("exam", "Places of an item"),
    QT_TRANSLATE_NOOP("exam", "Highest marks dropped"),
    QT_TRANSLATE_NOOP("exam", "Lowest marks dropped"),
    QT_TRANSLATE_NOOP("exam", "Drop from this many judges on"),
    QT_TRANSLATE_NOOP("exam", "Fewest judges for a mark"),
    QT_TRANSLATE_NOOP("exam", "Difficulty coefficient"),
)
_ITEM_HEADS = (
    QT_TRANSLATE_NOOP("exam", "Valid marks"),
    QT_TRANSLATE_NOOP("exam", "Combined mark"),
    QT_TRANSLATE_NOOP("exam", "Counts as"),
    QT_TRANSLATE_NOOP("exam", "Bonus and deductions"),
    QT_TRANSLATE_NOOP("exam", "Item mark"),
    QT_TRANSLATE_NOOP("exam", "Brought to 100"),
)


def _counts(state: str) -> str:
    """0 for a state that counts 0, a dash for an excused person, nothing for anybody who took part."""
    return "0" if state in COUNTS_ZERO else "–" if state == Attendance.EXCUSED else ""


def _panel(cells: str, valid: str, combine: str, places: int | None) -> str:
    """The panel's mark: drop from both ends, combine, round, times the coefficient, round."""
    high, low = f"IF({valid}>=$E$4,$C$4,0)", f"IF({valid}>=$E$4,$D$4,0)"
    if combine == "median":
        lower = f"SMALL({cells},{low}+INT(({valid}-{high}-{low}+1)/2))"
        upper = f"SMALL({cells},{low}+INT(({valid}-{high}-{low}+2)/2))"
        value = f"({lower}+{upper})/2"
    else:
        dropped = "".join(
            f"-IF({side}>={at},{name}({cells},{at}),0)"
            for side, name in ((high, "LARGE"), (low, "SMALL")) for at in (1, 2)
        )  # fmt: skip
        value = f"(SUM({cells}){dropped})"
        if combine == "mean":
            value += f"/({valid}-{high}-{low})"
    if places is not None:
        value = f"ROUND(ROUND({value},{places})*$G$4,{places})"
    else:
        value = f"{value}*$G$4"
    return f'IF(OR({valid}<$F$4,{valid}<={high}+{low}),"",{value})'


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the totals sheet holds what: columns by source, and the row of every elite."""

    columns: dict[str, str]
    rows: dict[int, int]


def _totals(snapshot: Snapshot, items: Sequence[_Item], words: Words) -> tuple[Grid, _Places]:
    basis = snapshot.basis
    first = 4
    own = [letters(first + at) for at in range(len(items))]
    after = first + len(items)
    written, on_site, extras, takes, total, place = (letters(after + step) for step in range(6))
    keys = [key for key in basis.individual_keys if key in ("written", "on_site", "best_item")]
    plain = [letters(after + 7 + at) for at in range(1 + len(keys))]
    of_written, _ = part_weights(snapshot.items, basis)
    grid = Grid(
        words(QT_TRANSLATE_NOOP("exam", "Calculation totals")),
        words(QT_TRANSLATE_NOOP("exam", "Individual totals and places")),
        labels=[
            words(QT_TRANSLATE_NOOP("exam", "Written part of an individual total")),
            words(QT_TRANSLATE_NOOP("exam", "Places of a total")), words(QT_TRANSLATE_NOOP("exam", "Weights")),
            *(column.name for column in snapshot.items),
        ],
        rules=[of_written, basis.total_places, None, *_shares(snapshot.items)],
        heads=[
            words(QT_TRANSLATE_NOOP("exam", "Entrant code")), words(QT_TRANSLATE_NOOP("exam", "Name")),
            words(QT_TRANSLATE_NOOP("exam", "Unit")), *(column.name for column in snapshot.items),
            *(words(one) for one in _TOTAL_HEADS),
            *(words(QT_TRANSLATE_NOOP("exam", "Key {number}"), number=n + 1) for n in range(len(plain))),
        ],
        widths={1: 12, 2: 16, 3: 24},
    )  # fmt: skip
    last = FIRST + len(snapshot.individuals) - 1
    rows: dict[int, int] = {}
    for row, line in enumerate(snapshot.individuals, FIRST):
        rows[line.nominee_id] = row
        chosen = {
            side: [at for at, column in enumerate(snapshot.items) if (column.part == "written") == side]
            for side in (True, False)
        }
        value = {"written": f"{written}{row}", "on_site": f"{on_site}{row}"}
        value["best_item"] = f"MAX({own[0]}{row}:{own[-1]}{row})"
        empty = {key: f'{value[key]}=""' for key in ("written", "on_site")}
        empty["best_item"] = f"COUNT({own[0]}{row}:{own[-1]}{row})=0"
        waits = [empty[part] for part in ("written", "on_site") if _weighs(part, of_written)]
        lacking = ",".join([f"{takes}{row}=0", *waits])
        raw = f"($A$4*N({written}{row})+(100-$A$4)*N({on_site}{row}))/100"
        takes_part = int(line.status == "active" and not stayed_away(line.work))
        grid.rows.append(
            [
                line.entrant_code, line.name, line.unit,
                *(Formula(f"='{item.grid.name}'!{item.hundred}{row}") for item in items),
                Formula(f"={_part(own, chosen[True], row)}"), Formula(f"={_part(own, chosen[False], row)}"),
                line.adjustment, takes_part,
                Formula(f'=IF(OR({lacking}),"",ROUND(ROUND({raw},$B$4)+{extras}{row},$B$4))'),
                Formula(f'=IF({total}{row}="","",1{_before(plain, row, last)})'), line.total,
                Formula(f'=IF({total}{row}="",-1,{total}{row})'),
                *(Formula(f"=IF({empty[key]},-1,{value[key]})") for key in keys),
            ]
        )  # fmt: skip
    columns = {"individual_totals": total, "final_written": written, "on_site": on_site, "placing_points": place}
    columns |= {column.key: own[at] for at, column in enumerate(snapshot.items)}
    return grid, _Places(columns, rows)


_TOTAL_HEADS = (
    QT_TRANSLATE_NOOP("exam", "Written part"),
    QT_TRANSLATE_NOOP("exam", "On-site part"),
    QT_TRANSLATE_NOOP("exam", "Bonus and deductions"),
    QT_TRANSLATE_NOOP("exam", "Takes part"),
    QT_TRANSLATE_NOOP("exam", "Total mark"),
    QT_TRANSLATE_NOOP("exam", "Rank"),
    QT_TRANSLATE_NOOP("exam", "Total of the program"),
)


def _shares(columns: Sequence[ItemColumn]) -> Iterator[Decimal]:
    """Weights inside the parts; a part whose weights are all 0 is shared equally."""
    for column in columns:
        part = [other.share for other in columns if (other.part == "written") == (column.part == "written")]
        yield column.share if any(part) else Decimal(1)


def _weighs(part: str, of_written: Decimal) -> bool:
    return of_written > 0 if part == "written" else of_written < 100


def _part(own: Sequence[str], chosen: Sequence[int], row: int) -> str:
    if not chosen:
        return '""'
    count = "+".join(f"COUNT({own[at]}{row})" for at in chosen)
    top = "+".join(f"{own[at]}$4*{own[at]}{row}" for at in chosen)
    whole = "+".join(f"{own[at]}$4" for at in chosen)
    return f'IF({count}<{len(chosen)},"",ROUND(({top})/({whole}),$B$4))'


def _before(keys: Sequence[str], row: int, last: int) -> str:
    """How many lines are better: by the total, among equal totals by the first key, and so on."""
    parts: list[str] = []
    for at, key in enumerate(keys):
        equal = "".join(f"(${one}${FIRST}:${one}${last}={one}{row})*" for one in keys[:at])
        parts.append(f"+SUMPRODUCT({equal}(${key}${FIRST}:${key}${last}>{key}{row}))")
    return "".join(parts)


def _teams(snapshot: Snapshot, totals: str, places: _Places, words: Words) -> Grid:
    basis = snapshot.basis
    members: dict[int, list[IndividualLine]] = {}
    for line in snapshot.individuals:
        members.setdefault(line.team_id, []).append(line)
    size = max((len(found) for found in members.values()), default=0)
    grid = Grid(
        words(QT_TRANSLATE_NOOP("exam", "Calculation teams")),
        words(QT_TRANSLATE_NOOP("exam", "Team totals and places")),
        labels=[words(QT_TRANSLATE_NOOP("exam", "Places of a total")), words(QT_TRANSLATE_NOOP("exam", "Weights"))],
        rules=[basis.total_places, None],
        heads=[words(QT_TRANSLATE_NOOP("exam", "Unit")), words(QT_TRANSLATE_NOOP("exam", "Team"))],
        widths={1: 24, 2: 20},
    )
    spans: list[tuple[Component, int, str, str]] = []
    at = 3
    for component in basis.components:
        width = 2 if component.source in TEAM_SOURCES else size
        value, weighted = letters(at + width), letters(at + width + 1)
        spans.append((component, at, value, weighted))
        name = words(SOURCE_NAMES[component.source])
        grid.labels += [*([""] * (width + 1)), name]
        grid.rules += [*([None] * (width + 1)), component.weight]
        grid.heads += [*(f"{name} {n + 1}" for n in range(width)), name, words(_WEIGHTED)]
        at += width + 2
    extras, total = letters(at), letters(at + 1)
    keys = [letters(at + 4 + step) for step in range(1 + len(basis.team_keys))]
    grid.heads += [words(one) for one in _TEAM_HEADS]
    grid.heads += [words(QT_TRANSLATE_NOOP("exam", "Key {number}"), number=n + 1) for n in range(len(keys))]
    units = {unit.unit_code: unit for unit in snapshot.units}
    last = FIRST + len(snapshot.teams) - 1
    for row, team in enumerate(snapshot.teams, FIRST):
        cells: list[Cell] = [team.unit, team.team]
        own = members.get(team.team_id, [])
        for component, start, value, weighted in spans:
            first = letters(start)
            if component.source in TEAM_SOURCES:
                pair = (f"{first}{row}", f"{letters(start + 1)}{row}")
                cells += _team_value(component, team, units.get(team.unit_code), *pair, snapshot.basis)
            else:
                span = f"{first}{row}:{letters(start + size - 1)}{row}"
                cells += _members_value(component, own, size, span, totals, places)
            cells.append(Formula(f'=IF({value}{row}="","",ROUND({value}{row}*{weighted}$4/100,$A$4))'))
        added = sum((extra.points for extra in team.extras), Decimal(0))
        there = "+".join(f"COUNT({weighted}{row})" for *_, weighted in spans) or "0"
        sums = "+".join(f"{weighted}{row}" for *_, weighted in spans) or "0"
        lacking = f"{there}<{len(spans)}" if own and spans else "TRUE"
        cells += [
            added, Formula(f'=IF({lacking},"",ROUND({sums}+{extras}{row},$A$4))'),
            Formula(f'=IF({total}{row}="","",1{_before(keys, row, last)})'), team.total,
            Formula(f'=IF({total}{row}="",-1,{total}{row})'),
            *(Decimal(-1) if figure is None else figure for figure in team.tie_values),
        ]  # fmt: skip
        grid.rows.append(cells)
    return grid


_WEIGHTED = QT_TRANSLATE_NOOP("exam", "Weighted")
_TEAM_HEADS = (
    QT_TRANSLATE_NOOP("exam", "Bonus and deductions"),
    QT_TRANSLATE_NOOP("exam", "Team total"),
    QT_TRANSLATE_NOOP("exam", "Rank"),
    QT_TRANSLATE_NOOP("exam", "Total of the program"),
)


def _team_value(
    rule: Component, team: TeamLine, unit: UnitLine | None, one: str, other: str, basis: Basis
) -> list[Cell]:
    """Two figures of the team and their quotient: marks and papers, or people who sat and who were drawn."""
    places = basis.total_places
    if rule.source == "quiz":
        found = next((step.params["value"] for step in team.calculation if step.text == _QUIZ), None)
        return [None if found is None else Decimal(found), None, Formula(f'=IF(COUNT({one})=0,"",{one})')]
    rate = rule.source == "participation_rate"
    if unit is None or (team.participation_rate if rate else team.all_staff_average) is None:
        return [None, None, Formula('=""')]
    if rate:
        return [unit.sat, unit.drawn, Formula(f'=IF({other}=0,"",ROUND(100*{one}/{other},{places}))')]
    average = f"ROUND({one}/{other},{places})"
    if basis.written_full != 100:
        average = f"ROUND({average}*100/{basis.written_full},{places})"
    return [unit.sum_of_marks, unit.counted, Formula(f'=IF({other}=0,"",{average})')]


def _members_value(
    rule: Component, own: Sequence[IndividualLine], size: int, span: str, totals: str, places: _Places
) -> list[Cell]:
    """Each member's figure, then what they make together; a missing elite counts 0 or is left out."""
    column = places.columns[rule.item if rule.source == "item" else rule.source]
    cells: list[Cell] = []
    needed = 0
    for member in own:
        cell = f"'{totals}'!{column}{places.rows[member.nominee_id]}"
        zero = rule.missing == "zero"
        if member.status != "active" or stayed_away(member.work):
            cells.append(0 if zero else None)
            needed += zero
            continue
        gone = is_missing(member)
        needed += zero or not gone
        shown = cell if rule.source != "placing_points" else f"IF({cell}>4,0,CHOOSE({cell},8,4,2,1))"
        cells.append(Formula(f'=IF({cell}="",{"0" if gone and zero else chr(34) * 2},{shown})'))
    cells += [None] * (size - len(cells))
    if rule.aggregate == "best" and rule.best:
        # The places of the best that are there: fewer members than asked for are all taken.
        value = "+".join(f"IF(COUNT({span})>={n},LARGE({span},{n}),0)" for n in range(1, rule.best + 1))
    elif rule.aggregate == "mean":
        value = f"SUM({span})/COUNT({span})"
    else:
        value = f"SUM({span})"
    cells.append(Formula(f'=IF(OR(COUNT({span})<{needed},COUNT({span})=0),"",ROUND({value},$A$4))'))
    return cells
