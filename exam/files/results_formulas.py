"""The calculation as live formulas: the judges' marks, items, individual totals, places and teams.

Marks, weights and rules are numbers in cells; everything after them is a formula with the same rounding steps, so a
spreadsheet program comes to the same totals. The workbook is written without results: they appear when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.files.formula_grid import FIRST, MISSING, Cell, Formula, Grid, Ranking, letters, of_standing
from exam.files.team_formulas import Places, quiz_sheets, team_sheet
from exam.rules.marks import Attendance
from exam.rules.results import ItemColumn, Snapshot
from exam.rules.tie_ends import INDIVIDUAL
from exam.rules.totals import COUNTS_ZERO, part_weights, stayed_away
from exam.words import QT_TRANSLATE_NOOP, Words


def formula_sheets(snapshot: Snapshot, words: Words) -> list[Grid]:
    """All sheets of the calculation; none while there are no elites with items."""
    if not snapshot.items or not snapshot.individuals:
        return []
    items = [_item(snapshot, at, column, words) for at, column in enumerate(snapshot.items)]
    totals, places = _totals(snapshot, items, words)
    sheets = [*(item.grid for item in items), totals]
    if snapshot.teams:
        ledgers = quiz_sheets(snapshot, words)
        sheets += [*ledgers.values(), team_sheet(snapshot, totals.name, places, ledgers, words)]
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


def _totals(snapshot: Snapshot, items: Sequence[_Item], words: Words) -> tuple[Grid, Places]:
    basis = snapshot.basis
    first = 4
    own = [letters(first + at) for at in range(len(items))]
    after = first + len(items)
    written, on_site, extras, takes, total, place = (letters(after + step) for step in range(6))
    keys = [key for key in basis.individual_keys if key in ("written", "on_site", "best_item")]
    last = FIRST + len(snapshot.individuals) - 1
    ranking = Ranking(after + 7, 1 + len(keys), of_standing(basis.tie_ends, INDIVIDUAL), last)
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
            *ranking.heads(words),
        ],
        widths={1: 12, 2: 16, 3: 24},
    )  # fmt: skip
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
                ranking.place(total, row), line.total,
                Formula(f'=IF({total}{row}="",{MISSING},{total}{row})'),
                *(Formula(f"=IF({empty[key]},{MISSING},{value[key]})") for key in keys),
                *ranking.ends(line.nominee_id, row),
            ]
        )  # fmt: skip
    columns = {"individual_totals": total, "final_written": written, "on_site": on_site, "placing_points": place}
    columns |= {column.key: own[at] for at, column in enumerate(snapshot.items)}
    return grid, Places(columns, rows, (own[0], own[-1]))


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
