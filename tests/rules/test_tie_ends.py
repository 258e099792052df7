"""Equal people are told apart by what was recorded, as long as all of them took part in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exam.errors import InvalidInput
from exam.rules.results import Basis, ItemColumn, ItemWork, Snapshot, TieEnd
from exam.rules.standings import Entrant, individual_standing
from exam.rules.tie_ends import checked_places, deciding_ends
from exam.services.results import explain_line

D = Decimal
COLUMN = ItemColumn("scene", "情景模拟", "panel", D(100), D(100))
LOT = TieEnd("individual", "drawn_lot", {"1": 2, "2": 1}, "红签在先")


def entrant(number: int, mark: str = "90") -> Entrant:
    work = ItemWork(entered=D(mark), mark=D(mark), hundred=D(mark))
    return Entrant(number, 1, f"A0{number}", f"00{number}", f"员工{number}", "U1", "一分公司", "", "active", (work,))


def standing(marks: dict[int, str], *ends: TieEnd) -> dict[int, tuple[int | None, str]]:
    basis = Basis(written_weight=D(0), tie_ends=ends)
    lines = individual_standing([entrant(number, mark) for number, mark in marks.items()], (COLUMN,), basis)
    return {line.nominee_id: (line.place, line.tie_key) for line in lines}


def test_that_without_a_decision_the_place_is_shared() -> None:
    assert standing({1: "90", 2: "90", 3: "80"}) == {1: (1, ""), 2: (1, ""), 3: (3, "")}


def test_that_the_lot_decides_and_is_named() -> None:
    assert standing({1: "90", 2: "90", 3: "80"}, LOT) == {1: (2, "drawn lot"), 2: (1, "drawn lot"), 3: (3, "")}


def test_that_some_may_go_on_sharing() -> None:
    quiz = TieEnd("individual", "extra_quiz", {"1": 2, "2": 1, "3": 2})
    found = standing({1: "90", 2: "90", 3: "90"}, quiz)
    assert found == {1: (2, "extra quiz"), 2: (1, "extra quiz"), 3: (2, "extra quiz")}


def test_that_a_decision_says_nothing_about_somebody_who_took_no_part() -> None:
    assert standing({1: "90", 2: "90", 3: "90"}, LOT) == {1: (1, ""), 2: (1, ""), 3: (1, "")}


def test_that_a_decision_says_nothing_once_the_marks_differ() -> None:
    assert standing({1: "91", 2: "90", 3: "80"}, LOT) == {1: (1, ""), 2: (2, ""), 3: (3, "")}


def test_that_the_last_decision_counts_and_other_standings_do_not() -> None:
    quiz = TieEnd("individual", "extra_quiz", {"1": 1, "2": 2})
    team = TieEnd("team", "drawn_lot", {"1": 2, "2": 1})
    assert standing({1: "90", 2: "90"}, LOT, quiz, team)[1] == (1, "extra quiz")


def test_that_only_full_groups_are_decided() -> None:
    keys = [(D(1),), (D(1),), (D(2),)]
    assert deciding_ends(keys, [1, 2, 3], [LOT], "individual") == [LOT, LOT, None]


def test_that_the_explanation_says_how_the_tie_ended() -> None:
    basis = Basis(written_weight=D(0), tie_ends=(LOT,))
    lines = individual_standing([entrant(1), entrant(2)], (COLUMN,), basis)
    snapshot = Snapshot("大赛", 2026, "", "", "zh", "", 1, "", (COLUMN,), lines, (), (), (), basis=basis)
    steps = explain_line(snapshot, nominee_id=1).steps
    (decided,) = [step for step in steps if "drawn lot decides" in step.text]
    assert decided.params == {"own": "2", "others": "A02 1"}
    assert any(step.params.get("note") == "红签在先" for step in steps)


@pytest.mark.parametrize("places", [{1: 1, 2: 1}, {1: 1, 2: 3}, {1: 2, 2: 3}, {1: 1, 2: 1, 3: 2}])
def test_that_places_that_do_not_fit_are_refused(places: dict[int, int]) -> None:
    with pytest.raises(InvalidInput):
        checked_places(places)


def test_that_places_are_kept_by_id() -> None:
    assert checked_places({7: 2, 8: 1, 9: 2}) == {"7": 2, "8": 1, "9": 2}
