"""The live formulas of the results workbook come to the same totals and places."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exam.files.formula_grid import FIRST
from exam.files.results import results_workbook
from exam.rules.quiz import Result, Round
from exam.rules.results import Component, Snapshot
from exam.rules.snapshots import canonical, parse
from exam.services import adjustments, finals, judging, quiz, results, tie_ends, total_rules
from exam.services.competition import change_rule
from exam.services.items import add_item, list_items
from exam.services.judging import save_item_mark
from exam.unit_of_work import trial
from tests.final_world import World, build
from tests.services.test_verification import mark_all

D = Decimal
Run = Callable[..., Any]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def database(sqlite_database: Any) -> Any:
    """What a workbook holds does not depend on the kind of database."""
    return sqlite_database


def elites_only(uow: Any, world: World) -> None:
    """The default rules, with a bonus, a deduction, and an elite who withdrew."""
    adjustments.add_adjustment(uow, points=D("1.5"), reason="=奖励", nominee_id=world.nominees[0])
    adjustments.add_adjustment(uow, points=D(-2), reason="超时", nominee_id=world.nominees[1], item_id=world.item)
    row = finals.get_nominee(uow, nominee_id=world.nominees[2])
    finals.set_status(uow, nominee_id=row.id, seen_version=row.version, status="withdrawn", reason="病")


def placing_points(uow: Any, world: World) -> None:
    """Points by place, ties by the best item, whole numbers."""
    change_rule(uow, key="team_preset", text="placing_points")
    change_rule(uow, key="individual_tie_keys", text="best_item,on_site")
    change_rule(uow, key="total_places", text="0")


def own_components(uow: Any, world: World) -> None:
    """The two best of an item and the mean of the totals; one excused, one absent, missing ones left out."""
    key = next(item.key for item in list_items(uow) if item.kind == "panel")
    change_rule(uow, key="team_preset", text="own")
    best = Component("item", "best", D(60), "leave_out", 2, key)
    mean = Component("individual_totals", "mean", D(40), "leave_out")
    total_rules.set_components(uow, components=[best, mean])
    for nominee, state in zip(world.nominees, ("excused", "absent"), strict=False):
        save_item_mark(uow, item_id=world.written, nominee_id=nominee, points=None, attendance=state, seen_version=1)


def quiz_counts(uow: Any, world: World) -> None:
    """Half of the team total is a quiz that began at 50, with a void line, an extra question and a penalty."""
    item = add_item(uow, name="知识竞答", kind="quiz")
    change_rule(uow, key="quiz_base", text="50")
    change_rule(uow, key="team_preset", text="own")
    people = Component("individual_totals", "sum", D(50), "zero")
    total_rules.set_components(uow, components=[people, Component("quiz", "mean", D(50), "zero", None, item.key)])
    change_rule(uow, key="team_tie_keys", text="best_item,written,best_member")
    teams = [team.team_id for team in quiz.get_quiz(uow, item_id=item.id).teams]

    def add(team: int, round_: Round, result: Result, **more: Any) -> Any:
        return quiz.add_event(uow, item_id=item.id, team_id=teams[team], round=round_, result=result, **more)

    add(0, Round.RISK, Result.WRONG, question="1", value=D(30))
    add(0, Round.EXTRA, Result.RIGHT, question="1")
    line = add(1, Round.BUZZER, Result.RIGHT, question="1").lines[0]
    quiz.void_event(uow, event_id=line.id, seen_version=line.version, reason="误按")
    add(1, Round.OTHER, Result.POINTS, value=D("-2.5"), note="提示队友")


def ties_ended(uow: Any, world: World) -> None:
    """Everybody has the same marks: a lot decides among all people, an extra quiz among the teams."""
    for nominee in world.nominees:
        save_item_mark(uow, item_id=world.written, nominee_id=nominee, points=D(80), seen_version=1)
        cells = judging.get_entrant(uow, item_id=world.item, nominee_id=nominee).cells
        for judge in world.judges:
            judging.save_judge_mark(
                uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=D(75),
                seen_version=cells[judge].versions[0],
            )  # fmt: skip
    for tie in tie_ends.list_open_ties(uow):
        order = {id_: place for place, (id_, _) in enumerate(reversed(tie.members), 1)}
        method = "drawn_lot" if tie.standing == "individual" else "extra_quiz"
        tie_ends.end_tie(uow, standing=tie.standing, places=order, method=method, note="抽签", witness="孙监督")


CASES = (elites_only, placing_points, own_components, quiz_counts, ties_ended)


@pytest.fixture(params=CASES, ids=lambda case: case.__name__)
def snapshot(request: pytest.FixtureRequest, run: Run) -> Snapshot:
    world = run(build)
    run(lambda uow: mark_all(uow, world))
    run(lambda uow: request.param(uow, world))
    return parse(canonical(run(results.get_draft)))


@pytest.fixture
def final(run: Run) -> World:
    return run(build)


def check(values: Callable[[str, str, int], Any], snapshot: Snapshot) -> None:
    """``values(sheet, heading, row)`` against the snapshot, line by line."""
    for row, line in enumerate(snapshot.individuals, FIRST):
        shown = values("Calculation totals", "Total mark", row)
        assert _decimal(shown) == line.total, (line.name, shown)
        assert _decimal(values("Calculation totals", "Rank", row)) == line.place, line.name
        for number, mark in enumerate(line.items, 1):
            assert _decimal(values(f"Calculation item {number}", "Item mark", row)) == mark, line.name
    for row, team in enumerate(snapshot.teams, FIRST):
        assert _decimal(values("Calculation teams", "Team total", row)) == team.total, team.team
        assert _decimal(values("Calculation teams", "Rank", row)) == team.place, team.team


def _decimal(value: Any) -> Decimal | None:
    return None if value in (None, "") else D(str(round(value, 6))).normalize()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here: its own recalculation is not tried")
def test_that_libreoffice_comes_to_the_same_totals(snapshot: Snapshot, tmp_path: Path) -> None:
    source = tmp_path / "results.xlsx"
    source.write_bytes(results_workbook(snapshot, language="en"))
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(tmp_path / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    book = load_workbook(tmp_path / "out" / "results.xlsx", data_only=True)

    def values(sheet: str, heading: str, row: int) -> Any:
        heads = [cell.value for cell in book[sheet][FIRST - 1]]
        return book[sheet].cell(row, heads.index(heading) + 1).value

    check(values, snapshot)


def test_that_the_formulas_come_to_the_same_totals(snapshot: Snapshot) -> None:
    check(evaluated(snapshot), snapshot)


def evaluated(snapshot: Snapshot) -> Callable[[str, str, int], Any]:
    """The workbook of ``snapshot`` calculated by the spreadsheet below."""
    book = load_workbook(io.BytesIO(results_workbook(snapshot, language="en")))
    sheets = Sheets(book)

    def values(sheet: str, heading: str, row: int) -> Any:
        heads = [cell.value for cell in book[sheet][FIRST - 1]]
        return sheets.value(sheet, book[sheet].cell(row, heads.index(heading) + 1).coordinate)

    return values


MARKS = st.decimals(0, 100, places=1)
RULES = st.fixed_dictionaries(
    {
        "team_preset": st.sampled_from(["elites_only", "combined", "placing_points"]),
        "missing_elite": st.sampled_from(["zero", "leave_out"]),
        "written_weight": st.integers(0, 100).map(str),
        "item_places": st.integers(0, 3).map(str),
        "total_places": st.integers(0, 3).map(str),
        "individual_tie_keys": st.sampled_from(["", "written", "best_item,on_site"]),
        "team_tie_keys": st.sampled_from(["", "on_site", "best_member,written"]),
    }
)


@given(
    written=st.lists(st.none() | MARKS, min_size=9, max_size=9),
    judged=st.lists(st.lists(st.none() | MARKS, min_size=5, max_size=5), min_size=9, max_size=9),
    rules=RULES,
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_any_marks_under_any_rules_come_to_the_same_totals(
    final: World, database: Any, office: Any,
    written: list[Decimal | None], judged: list[list[Decimal | None]], rules: dict[str, str],
) -> None:  # fmt: skip
    def play(uow: Any) -> Snapshot:
        for key, text in rules.items():
            change_rule(uow, key=key, text=text)
        papers: dict[int, dict[int, Decimal]] = {}
        for nominee, mark, marks in zip(final.nominees, written, judged, strict=True):
            if mark is not None:
                save_item_mark(uow, item_id=final.written, nominee_id=nominee, points=mark)
            given_marks = zip(final.judges, marks, strict=True)
            papers[nominee] = {judge: points for judge, points in given_marks if points is not None}
        judging.save_papers(uow, item_id=final.item, papers={key: one for key, one in papers.items() if one})
        uow.session.flush()
        return parse(canonical(results.calculate(uow)))

    check(evaluated(found := trial(database, office, play)), found)


def test_that_a_name_is_never_a_formula(snapshot: Snapshot) -> None:
    from dataclasses import replace

    lines = tuple(replace(line, name="=1+1", entrant_code="=A1", unit="=B1") for line in snapshot.individuals)
    book = load_workbook(io.BytesIO(results_workbook(replace(snapshot, individuals=lines), language="en")))
    names = ("=1+1", "=A1", "=B1")
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in names]
    assert len(found) > len(lines)
    assert {cell.data_type for cell in found} == {"s"}


# A spreadsheet of our own, as far as these formulas go


class Cells(list[Any]):
    """A range: compares cell by cell, as in SUMPRODUCT."""

    def _each(self, other: Any, call: Callable[[Any, Any], Any]) -> Cells:
        others = other if isinstance(other, Cells) else [other] * len(self)
        return Cells(call(one, two) for one, two in zip(self, others, strict=True))

    def __eq__(self, other: Any) -> Any:
        return self._each(other, lambda one, two: int(one == two))

    def __gt__(self, other: Any) -> Any:
        return self._each(other, lambda one, two: int(one > two))

    def __mul__(self, other: Any) -> Any:
        return self._each(other, lambda one, two: one * two)

    def numbers(self) -> list[Any]:
        return [value for value in self if isinstance(value, Decimal | int) and not isinstance(value, bool)]


TOKEN = re.compile(
    r"""(?:'(?P<sheet>[^']+)'!)?\$?(?P<one>[A-Z]{1,3}\$?\d+)(?::\$?(?P<two>[A-Z]{1,3}\$?\d+))?|(?P<text>"[^"]*")|(?P<equal>(?<![<>])=)"""
)


class Sheets:
    """Evaluates the formulas of a workbook cell by cell with exact decimals."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.known: dict[tuple[str, str], Any] = {}

    def value(self, sheet: str, name: str) -> Any:
        key = (sheet, name.replace("$", ""))
        if key not in self.known:
            cell = self.book[sheet][key[1]]
            value = cell.value
            if cell.data_type == "f":
                value = self.calculate(sheet, value[1:])
            self.known[key] = D(str(value)) if isinstance(value, float) else value
        return self.known[key]

    def calculate(self, sheet: str, formula: str) -> Any:
        def swap(found: re.Match[str]) -> str:
            if found["text"]:
                return found["text"]
            if found["equal"]:
                return "=="
            where = found["sheet"] or sheet
            if found["two"]:
                return f"span({where!r},{found['one']!r},{found['two']!r})"
            return f"cell({where!r},{found['one']!r})"

        return Lazy(self).run(sheet, TOKEN.sub(swap, formula))


class Lazy:
    """Python's own parser reads the rewritten formula; IF looks only at the branch it takes."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets

    def run(self, sheet: str, source: str) -> Any:
        import ast

        class Branches(ast.NodeTransformer):
            def visit_Call(self, node: ast.Call) -> Any:
                self.generic_visit(node)
                if getattr(node.func, "id", "") == "IF":
                    return ast.IfExp(node.args[0], node.args[1], node.args[2])
                return node

            def visit_Constant(self, node: ast.Constant) -> Any:
                if isinstance(node.value, int | float) and not isinstance(node.value, bool):
                    return ast.Call(ast.Name("number", ast.Load()), [ast.Constant(str(node.value))], [])
                return node

        tree = ast.fix_missing_locations(Branches().visit(ast.parse(source, mode="eval")))
        return eval(compile(tree, "formula", "eval"), self.names())

    def names(self) -> dict[str, Any]:
        def span(sheet: str, one: str, two: str) -> Cells:
            rows = self.sheets.book[sheet][f"{one}:{two}".replace("$", "")]
            return Cells(self.sheets.value(sheet, cell.coordinate) for row in rows for cell in row)

        def cell(sheet: str, name: str) -> Any:
            value = self.sheets.value(sheet, name)
            return "" if value is None else value

        def rounded(value: Any, places: Any) -> Decimal:
            from decimal import ROUND_HALF_UP

            return D(value).quantize(D(1).scaleb(-int(places)), ROUND_HALF_UP)

        def several(values: tuple[Any, ...]) -> list[Any]:
            return [n for v in values for n in (v.numbers() if isinstance(v, Cells) else Cells([v]).numbers())]

        return {
            "number": D, "span": span, "cell": cell, "ROUND": rounded, "TRUE": True,
            "SUM": lambda *v: sum(several(v), D(0)), "COUNT": lambda *v: len(several(v)),
            "MAX": lambda *v: max(several(v), default=D(0)), "INT": lambda v: D(int(v)),
            "N": lambda v: v if isinstance(v, Decimal | int) else D(0), "OR": lambda *v: any(v),
            "LARGE": lambda v, n: sorted(v.numbers(), reverse=True)[int(n) - 1],
            "SMALL": lambda v, n: sorted(v.numbers())[int(n) - 1],
            "SUMPRODUCT": lambda v: sum(v), "CHOOSE": lambda n, *v: v[int(n) - 1],
        }  # fmt: skip
