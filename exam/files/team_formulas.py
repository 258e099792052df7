"""The teams as live formulas: components from the members, the units and the quiz ledgers, totals, keys and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.files.formula_grid import FIRST, MISSING, Cell, Formula, Grid, Ranking, letters, of_standing
from exam.rules.results import Basis, Component, IndividualLine, Snapshot, TeamLine, UnitLine
from exam.rules.team_totals import SOURCE_NAMES, TEAM_SOURCES
from exam.rules.tie_ends import TEAM
from exam.rules.totals import is_missing, stayed_away
from exam.words import QT_TRANSLATE_NOOP, Words

_QUIZ = "Quiz: {value}"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the totals sheet holds what: columns by source, the row of every elite, first and last item column."""

    columns: dict[str, str]
    rows: dict[int, int]
    items: tuple[str, str]


def quiz_sheets(snapshot: Snapshot, words: Words) -> dict[str, Grid]:
    """The ledger of every quiz that counts, by the key of its item: one line per event, void ones too."""
    found: dict[str, Grid] = {}
    for number, quiz in enumerate(snapshot.quiz, 1):
        names = {team.team_id: team.team or team.unit for team in snapshot.teams}
        found[quiz.key] = Grid(
            words(QT_TRANSLATE_NOOP("exam", "Calculation quiz {number}"), number=number), quiz.name,
            labels=[words(QT_TRANSLATE_NOOP("exam", "Points at the start"))], rules=[quiz.base],
            heads=[words(one) for one in _QUIZ_HEADS],
            rows=[
                [line.number, line.team_id, names.get(line.team_id, ""), line.question, line.points, int(line.counts)]
                for line in quiz.lines
            ],
            widths={3: 24, 4: 12},
        )  # fmt: skip
    return found


_QUIZ_HEADS = (
    QT_TRANSLATE_NOOP("exam", "No."),
    QT_TRANSLATE_NOOP("exam", "Team number"),
    QT_TRANSLATE_NOOP("exam", "Team"),
    QT_TRANSLATE_NOOP("exam", "Question"),
    QT_TRANSLATE_NOOP("exam", "Points"),
    QT_TRANSLATE_NOOP("exam", "Counts (1) or not (0)"),
)


def _quiz_points(ledger: Grid, team_id: int) -> Formula:
    """The points at the start and those of every event of this team that counts."""
    def span(column: str) -> str:
        return f"'{ledger.name}'!${column}${FIRST}:${column}${FIRST + len(ledger.rows) - 1}"

    return Formula(f"='{ledger.name}'!$A$4+SUMPRODUCT(({span('B')}={team_id})*{span('E')}*{span('F')})")


def team_sheet(
    snapshot: Snapshot, totals: str, places: Places, ledgers: Mapping[str, Grid], words: Words
) -> Grid:
    """Every team with its components, total and place."""
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
    last = FIRST + len(snapshot.teams) - 1
    ranking = Ranking(at + 4, 1 + len(basis.team_keys), of_standing(basis.tie_ends, TEAM), last)
    grid.heads += [words(one) for one in _TEAM_HEADS]
    grid.heads += ranking.heads(words)
    units = {unit.unit_code: unit for unit in snapshot.units}
    for row, team in enumerate(snapshot.teams, FIRST):
        cells: list[Cell] = [team.unit, team.team]
        own = members.get(team.team_id, [])
        for component, start, value, weighted in spans:
            first = letters(start)
            if component.source in TEAM_SOURCES:
                pair = (f"{first}{row}", f"{letters(start + 1)}{row}")
                ledger = ledgers.get(component.item) if component.source == "quiz" else None
                cells += _team_value(component, team, units.get(team.unit_code), *pair, basis, ledger)
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
            ranking.place(total, row), team.total,
            Formula(f'=IF({total}{row}="",{MISSING},{total}{row})'),
            *(_key(name, own, totals, places) for name in basis.team_keys),
            *ranking.ends(team.team_id, row),
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
    rule: Component, team: TeamLine, unit: UnitLine | None, one: str, other: str, basis: Basis, ledger: Grid | None
) -> list[Cell]:
    """Two figures of the team and their quotient: marks and papers, or people who sat and who were drawn.

    A quiz has one figure, from its ledger; publications made before ledgers were kept in them hold the figure alone.
    """
    places = basis.total_places
    if rule.source == "quiz":
        if ledger is not None:
            return [_quiz_points(ledger, team.team_id), None, Formula(f"={one}")]
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


def _key(name: str, own: Sequence[IndividualLine], totals: str, places: Places) -> Cell:
    """A tie key of a team from its members: the best total or item mark, or what the active ones make together."""
    members = own if name == "best_member" else [member for member in own if member.status == "active"]
    rows = [places.rows[member.nominee_id] for member in members]
    if not rows:
        return MISSING
    if name == "best_item":
        first, last = places.items
        cells = ",".join(f"'{totals}'!{first}{row}:{last}{row}" for row in rows)
    else:
        column = places.columns["individual_totals" if name == "best_member" else _KEY_COLUMNS[name]]
        cells = ",".join(f"'{totals}'!{column}{row}" for row in rows)
    if name in _KEY_COLUMNS:
        return Formula(f"=SUM({cells})")
    return Formula(f"=IF(COUNT({cells})=0,{MISSING},MAX({cells}))")


_KEY_COLUMNS = {"on_site": "on_site", "written": "final_written"}


def _members_value(
    rule: Component, own: Sequence[IndividualLine], size: int, span: str, totals: str, places: Places
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
