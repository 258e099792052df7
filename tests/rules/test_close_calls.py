"""Close calls: neighbours whose order hangs on one step of one mark."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exam.rules.close_calls import close_calls
from exam.rules.panel import PanelRule
from exam.rules.results import Basis, ItemColumn, Snapshot
from exam.rules.standings import Entrant, individual_standing
from exam.rules.totals import work_item

D = Decimal
SCENE = ItemColumn("scene", "Scene", "panel", D(100), D(100), "on_site", D(100), PanelRule())


def snapshot(*panels: tuple[str, ...], step: str = "0.5") -> Snapshot:
    basis = Basis(mark_step=D(step))
    entrants = [
        Entrant(n, n, f"A{n}", f"N{n}", f"P{n}", "U", "Unit", "A", "active",
                (work_item(SCENE, basis, marks=[D(mark) for mark in marks]),))
        for n, marks in enumerate(panels)
    ]  # fmt: skip
    lines = individual_standing(entrants, (SCENE,), basis)
    return Snapshot("C", 2026, "", "", "zh", "", None, "", (SCENE,), lines, (), (), (), basis=basis)


def pairs(results: Snapshot) -> list[tuple[str, str]]:
    return [(one.upper.entrant_code, one.lower.entrant_code) for one in close_calls(results)]


def test_that_neighbours_one_step_apart_are_named() -> None:
    # Three judges: one step of 0.5 moves the mean by 0.17.
    close, far = ("80", "80", "80"), ("79", "79", "79")
    assert pairs(snapshot(("80", "80", "80.5"), close, far)) == [("A0", "A1")]


def test_that_a_larger_step_reaches_further() -> None:
    panels = (("80", "80", "80"), ("79", "79", "79"))
    assert pairs(snapshot(*panels)) == []
    assert pairs(snapshot(*panels, step="3")) == [("A0", "A1")]


def test_that_a_tie_that_a_key_decided_is_a_close_call() -> None:
    results = snapshot(("80", "80", "80"), ("80", "80", "80"))
    assert pairs(results) == []
    first, second = results.individuals
    assert pairs(replace(results, individuals=(first, replace(second, place=2)))) == [("A0", "A1")]


def test_that_a_full_mark_cannot_be_raised() -> None:
    # The lower one cannot go up nor the upper one far enough down.
    results = snapshot(("100", "100", "100"), ("99", "99", "99"), step="1")
    assert pairs(results) == []


def test_that_people_without_a_place_are_no_neighbours() -> None:
    results = snapshot(("80", "80", "80"), ("80", "80"))
    assert pairs(results) == []
