from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.rules.recheck import MarkedPaper, RecheckRule, choose, error_rate, freeze_code, frozen_text, share, top_band

D = Decimal
RULE = RecheckRule()


def papers(*totals: int) -> list[MarkedPaper]:
    return [MarkedPaper(f"S{at:03}", D(total)) for at, total in enumerate(totals, 1)]


@pytest.mark.parametrize(
    ("count", "percent", "expected"), [(10, 30, 3), (7, 15, 2), (1, 15, 1), (0, 15, 0), (20, 5, 1)]
)
def test_that_at_least_so_many_percent_are_taken(count: int, percent: int, expected: int) -> None:
    assert share(count, D(percent)) == expected


def test_that_a_place_shared_at_the_cut_is_re_read_as_a_whole() -> None:
    assert top_band(papers(90, 80, 80, 80, 70, 60, 50), D(30)) == ["S001", "S002", "S003", "S004"]
    assert top_band(papers(90, 80, 70, 60, 50, 40, 30, 20, 10, 5), D(30)) == ["S001", "S002", "S003"]
    assert top_band(papers(90, 80), D(0)) == []


def test_that_the_sample_is_the_published_ticket_order() -> None:
    # Ids 0..99 with seed 41 begin 73 51 17 58 38 (consistent_sampler).
    sheet = [MarkedPaper(str(at), D(50)) for at in range(100)]
    found = choose(sheet, RecheckRule(top=D(0), sample=D(5)), "41")
    assert found.top == ()
    assert found.sample == ("73", "51", "17", "58", "38")
    assert len(found.rest) == 95


def test_that_the_frozen_text_follows_marks_and_rule_but_not_the_order() -> None:
    one = papers(90, 80, 70)
    text = frozen_text(one, RULE)
    assert text == "top 30 sample 15 limit 5\nS001\t90\nS002\t80\nS003\t70\n"
    assert text == frozen_text([MarkedPaper(p.code, p.total + D("0.00")) for p in one[::-1]], RULE)
    assert text != frozen_text(papers(90, 80, 71), RULE)
    # sha256sum of the same bytes.
    assert freeze_code("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_that_only_more_errors_than_the_limit_force_a_full_recheck() -> None:
    exact = error_rate([True] + [False] * 19, D(5))
    assert exact.percent == D("5.00")
    assert not exact.forces_full
    assert exact.complete
    over = error_rate([True, True] + [False] * 18, D(5))
    assert over.percent == D("10.00")
    assert over.forces_full
    early = error_rate([True, True] + [None] * 18, D(5))
    assert early.forces_full
    assert not early.complete
    undecided = error_rate([True, None] + [None] * 18, D(5))
    assert not undecided.forces_full
    assert undecided.percent == D("100.00")
    assert error_rate([], D(5)).percent is None
    assert not error_rate([], D(5)).forces_full


@given(
    st.lists(st.integers(0, 100), max_size=60),
    st.integers(0, 100),
    st.integers(0, 100),
    st.text("0123456789", max_size=9),
)
def test_that_everybody_is_in_exactly_one_part_and_the_sample_is_large_enough(
    totals: list[int], top: int, sample: int, dice: str
) -> None:
    sheet = papers(*totals)
    found = choose(sheet, RecheckRule(D(top), D(sample)), f"L|F|{dice}")
    assert sorted(found.top + found.sample + found.rest) == [paper.code for paper in sheet]
    assert 100 * len(found.sample) >= sample * (len(found.sample) + len(found.rest))
    marks = {paper.code: paper.total for paper in sheet}
    if found.top:
        assert min(marks[code] for code in found.top) >= max(
            (marks[code] for code in found.sample + found.rest), default=D(0)
        )
