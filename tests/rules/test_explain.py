"""The calculation of an elite, a team and a unit in words and figures, from a snapshot alone."""

from __future__ import annotations

from decimal import Decimal

from exam.rules.explain import explain_individual, explain_team, explain_unit
from exam.rules.panel import PanelRule
from exam.rules.results import Basis, Extra, ItemColumn, Snapshot, Step, UnitLine
from exam.rules.snapshots import canonical, changes, parse, sealed
from exam.rules.standings import Entrant, TeamInput, individual_standing, team_standing
from exam.rules.totals import work_item
from exam.words import fill

D = Decimal
BASIS = Basis()
WRITTEN = ItemColumn("written", "Written", "written", D(100), D(30), "written", D(100))
SCENE = ItemColumn("scene", "Scene", "panel", D(50), D(70), "on_site", D(100), PanelRule())
ITEMS = (WRITTEN, SCENE)


def snapshot(first: str = "43.5", extras: tuple[Extra, ...] = ()) -> Snapshot:
    panels = ((first, "44", "42", "45", "41"), ("43.5", "44", "42", "45", "41"), ("40", "40", "40", "40", "40"))
    papers = ("80", "80", "90")
    entrants = [
        Entrant(
            n + 1, 1 + n // 2, f"A{n + 1:02d}", f"N{n}", f"Person {n}", "U", "Unit", "A", "active",
            (
                work_item(WRITTEN, BASIS, entered=D(papers[n])),
                work_item(SCENE, BASIS, marks=[D(mark) for mark in panels[n]]),
            ),
            extras if n == 0 else (),
        )
        for n in range(3)
    ]  # fmt: skip
    individuals = individual_standing(entrants, ITEMS, BASIS)
    names = [TeamInput(1, "U1", "One", "One"), TeamInput(2, "U2", "Two", "Two")]
    teams = team_standing(names, individuals, ITEMS, BASIS)
    units = (UnitLine(1, "U1", "One", 9, 9, 9, 0, 0, 9, D(720), D(80), D(100), (Step("Average"),)),)
    return sealed(Snapshot("C", 2026, "H", "", "zh", "2026-11-22T10:00:00+08:00", None, "", ITEMS, individuals, teams,
                           units, ()))  # fmt: skip


def told(steps: tuple[Step, ...]) -> str:
    return "\n".join(fill(step.text, dict(step.params)) for step in steps)


def test_that_every_mark_and_every_step_is_told() -> None:
    results = snapshot(extras=(Extra(D(2), "help"),))
    text = told(explain_individual(results, results.individuals[0]))
    for part in (
        "Judges' marks: 43.5, 44, 42, 45, 41",
        "Dropped: lowest 41, highest 45",
        "Mean: 129.5 ÷ 3",
        "Rounded half up to 2 places: 43.17",
        "Brought to 100: 43.17 × 100 ÷ 50 = 86.34",
        "Written 80.00 × 30 % + on-site 86.34 × 70 % = 84.438",
        "Bonus: +2 (help)",
        "Individual total: 84.44 + 2 = 86.44",
        "Place 1 of 3",
        "One: team total",
    ):
        assert part in text


def test_that_a_shared_place_names_whom_it_is_shared_with() -> None:
    results = snapshot()
    assert "The place is shared with A02" in told(explain_individual(results, results.individuals[0]))


def test_that_the_printed_total_is_the_value_of_the_result_line() -> None:
    results = snapshot()
    for line in results.individuals:
        steps = explain_individual(results, line)
        assert [step.value for step in steps if step.text == "Individual total" and step.value] == [line.total]


def test_that_a_team_is_explained_by_its_members() -> None:
    results = snapshot()
    text = told(explain_team(results, results.teams[0]))
    assert "A01 Person 0: place 1" in text
    assert "Individual totals: 84.44 + 84.44 = 168.88" in text


def test_that_a_unit_is_explained() -> None:
    results = snapshot()
    assert "Place 1 of 1" in told(explain_unit(results, results.units[0]))


def test_that_a_snapshot_comes_back_from_its_text_unchanged() -> None:
    results = snapshot(extras=(Extra(D("-1.50"), "＝late"),))
    assert parse(canonical(results)) == results


def test_that_one_changed_mark_changes_the_fingerprint() -> None:
    assert snapshot().fingerprint == snapshot().fingerprint
    assert snapshot("44").fingerprint != snapshot().fingerprint


def test_that_a_new_calculation_says_what_changed() -> None:
    found = {(one.kind, one.who, one.what): (one.old, one.new) for one in changes(snapshot(), snapshot("43.8"))}
    assert found[("individual", "Person 0", "total mark")] == ("84.44", "84.58")
    assert found[("individual", "Person 1", "rank")] == ("1", "2")
    assert found[("team", "One", "total mark")] == ("168.88", "169.02")


def test_that_equal_results_have_no_differences() -> None:
    assert changes(snapshot(), snapshot()) == ()
